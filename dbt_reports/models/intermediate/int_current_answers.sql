select
    answers.study,
    answers.model,
    answers.checkpoint,
    answers.task,
    answers.protocol,
    answers.control,
    answers.prompt_id,
    answers.image_id,
    answers.verdict,
    answers.label,
    answers.correct
from {{ ref('stg_answers') }} as answers
-- The lake keeps cells of superseded revisions; the grid names the current ones.
inner join {{ ref('stg_grid') }} as grid
    on answers.checkpoint = grid.checkpoint and answers.task = grid.task
