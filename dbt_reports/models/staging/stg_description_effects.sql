-- Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead.
{{ config(alias='description_effects') }}

select
    model,
    checkpoint,
    task,
    protocol,
    given,
    prompt_id,
    framing,
    diagnostician,
    n,
    n_images,
    balanced_accuracy,
    low,
    high,
    gain_over_options,
    gain_over_options_low,
    gain_over_options_high,
    gain_over_options_p,
    gain_over_answers,
    gain_over_answers_low,
    gain_over_answers_high,
    gain_over_answers_p,
    study,
    run_id,
    code_version
from {{ lake('description_effects') }}
