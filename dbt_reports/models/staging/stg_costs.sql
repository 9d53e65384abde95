-- Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead.
{{ config(alias='costs') }}

select
    model,
    checkpoint,
    task,
    batch_id,
    stage,
    method,
    generations,
    tokens_read,
    tokens_shared,
    tokens_written,
    seconds,
    device,
    peak_memory_gb,
    load_id,
    study,
    run_id,
    code_version
from {{ lake('costs') }}
