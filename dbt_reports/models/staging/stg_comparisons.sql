-- Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead.
{{ config(alias='comparisons') }}

select
    kind,
    pair,
    first_checkpoint,
    first_task,
    second_checkpoint,
    second_task,
    outcome,
    prompt_id,
    n_images,
    first,
    second,
    difference,
    low,
    high,
    test,
    p_value,
    declared,
    correction,
    p_adjusted,
    study,
    run_id,
    code_version
from {{ lake('comparisons') }}
