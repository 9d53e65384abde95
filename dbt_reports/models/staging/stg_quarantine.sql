-- Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead.
{{ config(alias='quarantine') }}

select
    task,
    origin,
    reason,
    study,
    run_id,
    code_version
from {{ lake('quarantine') }}
