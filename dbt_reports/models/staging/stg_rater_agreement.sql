-- Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead.
{{ config(alias='rater_agreement') }}

select
    first,
    second,
    scope,
    n,
    agreed,
    kappa,
    low,
    high,
    study,
    run_id,
    code_version
from {{ lake('rater_agreement') }}
