-- Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead.
{{ config(alias='probes') }}

select
    model,
    checkpoint,
    task,
    rung,
    trained_on,
    n_train,
    n,
    accuracy,
    low,
    high,
    gap,
    gap_low,
    gap_high,
    gap_p,
    shuffled_accuracy,
    silhouette,
    silhouette_p,
    study,
    run_id,
    code_version
from {{ lake('probes') }}
