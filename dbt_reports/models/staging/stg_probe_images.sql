-- Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead.
{{ config(alias='probe_images') }}

select
    task,
    image_id,
    label,
    group_id,
    sample_rank,
    width,
    height,
    bytes_digest,
    pixels_digest,
    origin,
    difficulty,
    finding_kind,
    finding_location,
    finding_size_px,
    finding_contrast,
    finding_count,
    study,
    run_id,
    code_version
from {{ lake('probe_images') }}
