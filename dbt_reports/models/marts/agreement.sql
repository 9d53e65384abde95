select
    study,
    first,
    second,
    scope,
    n,
    agreed,
    agreed / nullif(n, 0) as share_agreed,
    kappa,
    low,
    high
from {{ ref('stg_rater_agreement') }}
