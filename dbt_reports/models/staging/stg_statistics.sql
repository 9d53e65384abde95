-- Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead.
{{ config(alias='statistics') }}

select
    model,
    checkpoint,
    task,
    protocol,
    control,
    prompt_id,
    metric,
    n,
    n_images,
    estimate,
    low,
    high,
    p_value,
    method,
    study,
    run_id,
    code_version
from {{ lake('statistics') }}
