-- Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead.
{{ config(alias='prompts') }}

select
    task,
    prompt_id,
    wording,
    family,
    polarity,
    option_a,
    option_b,
    specificity,
    suffix,
    meaning,
    text,
    study,
    run_id,
    code_version
from {{ lake('prompts') }}
