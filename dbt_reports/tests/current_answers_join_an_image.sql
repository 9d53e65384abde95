-- Every answer of a current cell is about an image of the task's sample.
{{ config(meta={'dagster': {'ref': {'name': 'stg_answers'}}}) }}

select answers.*
from {{ ref('stg_answers') }} as answers
semi join {{ ref('stg_grid') }} as grid
    on answers.checkpoint = grid.checkpoint and answers.task = grid.task
anti join {{ ref('stg_images') }} as images
    on answers.task = images.task and answers.image_id = images.image_id
