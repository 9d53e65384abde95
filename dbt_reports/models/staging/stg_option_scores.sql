-- Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead.
{{ config(alias='option_scores') }}

select
    model,
    checkpoint,
    task,
    protocol,
    prompt_id,
    control,
    image_id,
    generation_id,
    positive_logprob,
    negative_logprob,
    study,
    run_id,
    code_version
from {{ lake('option_scores') }}
