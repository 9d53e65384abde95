-- Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead.
{{ config(alias='errors') }}

select
    model,
    checkpoint,
    task,
    generation_id,
    reason,
    study,
    run_id,
    code_version
from {{ lake('errors') }}
