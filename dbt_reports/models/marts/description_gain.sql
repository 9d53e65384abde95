-- The controls stand beside the gain and are not taken off it.
select
    effects.study,
    effects.model,
    effects.checkpoint,
    effects.task,
    effects.protocol,
    effects.prompt_id,
    effects.framing,
    effects.diagnostician,
    max(effects.n) filter (where effects.given = 'own') as n,
    max(effects.n_images) filter (where effects.given = 'own') as n_images,
    max(effects.balanced_accuracy) filter (where effects.given = 'own') as balanced_accuracy,
    max(effects.low) filter (where effects.given = 'own') as low,
    max(effects.high) filter (where effects.given = 'own') as high,
    max(effects.gain_over_options) filter (where effects.given = 'own') as gain_over_options,
    max(effects.gain_over_options_low) filter (where effects.given = 'own') as gain_over_options_low,
    max(effects.gain_over_options_high) filter (where effects.given = 'own') as gain_over_options_high,
    max(effects.gain_over_options_p) filter (where effects.given = 'own') as gain_over_options_p,
    max(effects.gain_over_answers) filter (where effects.given = 'own') as gain_over_answers,
    max(effects.gain_over_answers_low) filter (where effects.given = 'own') as gain_over_answers_low,
    max(effects.gain_over_answers_high) filter (where effects.given = 'own') as gain_over_answers_high,
    max(effects.gain_over_answers_p) filter (where effects.given = 'own') as gain_over_answers_p,
    max(effects.balanced_accuracy) filter (where effects.given = 'empty') as empty_balanced_accuracy,
    max(effects.low) filter (where effects.given = 'empty') as empty_low,
    max(effects.high) filter (where effects.given = 'empty') as empty_high,
    max(effects.n) filter (where effects.given = 'empty') as empty_n,
    max(effects.balanced_accuracy) filter (where effects.given = 'swapped') as swapped_balanced_accuracy,
    max(effects.low) filter (where effects.given = 'swapped') as swapped_low,
    max(effects.high) filter (where effects.given = 'swapped') as swapped_high,
    max(effects.n) filter (where effects.given = 'swapped') as swapped_n
from {{ ref('stg_description_effects') }} as effects
semi join {{ ref('stg_grid') }} as grid
    on effects.checkpoint = grid.checkpoint and effects.task = grid.task
group by
    effects.study,
    effects.model,
    effects.checkpoint,
    effects.task,
    effects.protocol,
    effects.prompt_id,
    effects.framing,
    effects.diagnostician
