-- In a complete cell every response has exactly one answer, and every answer its response and generation.
{{ config(meta={'dagster': {'ref': {'name': 'stg_answers'}}}) }}

with complete as (
    select
        checkpoint,
        task
    from {{ ref('stg_grid') }}
    where missing = 0
),

responses as (
    select responses.*
    from {{ ref('stg_responses') }} as responses
    semi join complete on responses.checkpoint = complete.checkpoint and responses.task = complete.task
),

answers as (
    select answers.*
    from {{ ref('stg_answers') }} as answers
    semi join complete on answers.checkpoint = complete.checkpoint and answers.task = complete.task
)

select
    coalesce(responses.checkpoint, answers.checkpoint) as checkpoint,
    coalesce(responses.task, answers.task) as task,
    coalesce(responses.protocol, answers.protocol) as protocol,
    coalesce(responses.control, answers.control) as control,
    coalesce(responses.prompt_id, answers.prompt_id) as prompt_id,
    coalesce(responses.image_id, answers.image_id) as image_id,
    count(responses.generation_id) as n_responses,
    count(answers.generation_id) as n_answers
from responses
full outer join answers
    on
        responses.checkpoint = answers.checkpoint
        and responses.task = answers.task
        and responses.protocol = answers.protocol
        and responses.control = answers.control
        and responses.prompt_id = answers.prompt_id
        and responses.image_id = answers.image_id
        and responses.generation_id = answers.generation_id
group by all
having n_responses != 1 or n_answers != 1
