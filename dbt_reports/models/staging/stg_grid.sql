-- Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead.
{{ config(alias='grid') }}

select
    model,
    checkpoint,
    task,
    planned,
    done,
    missing,
    study,
    run_id,
    code_version
from {{ lake('grid') }}
