-- Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead.
{{ config(alias='probes') }}

select
    model,
    checkpoint,
    task,
    depth,
    weights,
    n,
    correct,
    accuracy,
    low,
    high,
    study,
    run_id,
    code_version
from {{ lake('probes') }}
