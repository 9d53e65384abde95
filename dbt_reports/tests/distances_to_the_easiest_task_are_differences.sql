-- In complete cells the distance to the easiest task is the difference of what both rows of the mart show.
{{ config(meta={'dagster': {'ref': {'name': 'difficulty_gradient'}}}) }}

select
    gradient.checkpoint,
    gradient.task,
    gradient.balanced_accuracy,
    easiest.balanced_accuracy as balanced_accuracy_of_the_easiest,
    gradient.minus_easiest
from {{ ref('difficulty_gradient') }} as gradient
inner join {{ ref('difficulty_gradient') }} as easiest
    on gradient.checkpoint = easiest.checkpoint and gradient.easiest_task = easiest.task
inner join {{ ref('stg_grid') }} as grid
    on gradient.checkpoint = grid.checkpoint and gradient.task = grid.task and grid.missing = 0
inner join {{ ref('stg_grid') }} as easiest_grid
    on easiest.checkpoint = easiest_grid.checkpoint and easiest.task = easiest_grid.task and easiest_grid.missing = 0
where abs(gradient.balanced_accuracy - easiest.balanced_accuracy - gradient.minus_easiest) > 1e-9
