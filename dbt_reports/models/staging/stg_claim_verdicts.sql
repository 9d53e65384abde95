-- Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead.
{{ config(alias='claim_verdicts') }}

select
    claim,
    statement,
    estimand,
    rule,
    effect,
    low,
    high,
    level,
    n_images,
    n_cells,
    p_value,
    verdict,
    claim_verdict,
    study,
    run_id,
    code_version
from {{ lake('claim_verdicts') }}
