-- Rendered by `python -m medfrag_assets.lake.dbt_sources` from the table declarations: change those instead.
{{ config(alias='diagnoses') }}

select
    model,
    checkpoint,
    task,
    protocol,
    prompt_id,
    control,
    image_id,
    given,
    diagnostician,
    framing,
    mode,
    verdict,
    error,
    yes_logprob,
    no_logprob,
    correct,
    study,
    run_id,
    code_version
from {{ lake('diagnoses') }}
