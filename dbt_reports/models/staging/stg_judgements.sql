-- Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead.
{{ config(alias='judgements') }}

select
    model,
    checkpoint,
    task,
    protocol,
    prompt_id,
    control,
    image_id,
    generation_id,
    judge,
    mode,
    verdict,
    label,
    error,
    study,
    run_id,
    code_version
from {{ lake('judgements') }}
