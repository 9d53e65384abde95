-- Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead.
{{ config(alias='checkpoints') }}

select
    model,
    checkpoint,
    revision,
    family,
    pair,
    role,
    toy,
    parameters,
    digest,
    processor_digest,
    vision_tower_digest,
    first_seen,
    current,
    study,
    run_id,
    code_version
from {{ lake('checkpoints') }}
