-- Every answer of a current cell is to a closed wording of the task.
{{ config(meta={'dagster': {'ref': {'name': 'stg_answers'}}}) }}

select answers.*
from {{ ref('stg_answers') }} as answers
semi join {{ ref('stg_grid') }} as grid
    on answers.checkpoint = grid.checkpoint and answers.task = grid.task
anti join {{ ref('stg_prompts') }} as prompts
    on
        answers.task = prompts.task
        and answers.prompt_id = prompts.prompt_id
        and prompts.family in ('yesno', 'choice')
