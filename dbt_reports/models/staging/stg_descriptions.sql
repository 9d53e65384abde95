-- Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead.
{{ config(alias='descriptions') }}

select
    model,
    checkpoint,
    task,
    protocol,
    prompt_id,
    control,
    image_id,
    text,
    finish_reason,
    tokens_written,
    method,
    generation_id,
    study,
    run_id,
    code_version
from {{ lake('descriptions') }}
