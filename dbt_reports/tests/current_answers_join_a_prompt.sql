-- Every answer of a current cell is to a closed wording of the task.
select answers.*
from {{ ref('int_current_answers') }} as answers
left join {{ ref('stg_prompts') }} as prompts
    on answers.task = prompts.task and answers.prompt_id = prompts.prompt_id
where prompts.family is null or prompts.family not in ('yesno', 'choice')
