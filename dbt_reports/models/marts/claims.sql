select
    study,
    claim,
    statement,
    claim_verdict,
    estimand,
    effect,
    low,
    high,
    level,
    n_images,
    n_cells,
    p_value,
    verdict,
    rule
from {{ ref('stg_claim_verdicts') }}
