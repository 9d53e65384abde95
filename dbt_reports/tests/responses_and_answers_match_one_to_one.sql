-- In a complete cell every response has exactly one answer, and every answer its response and generation.
{{ config(meta={'dagster': {'ref': {'name': 'stg_answers'}}}) }}

{% set key = ['protocol', 'control', 'prompt_id', 'image_id', 'generation_id'] %}

with complete as (
    select
        checkpoint,
        task
    from {{ ref('stg_grid') }}
    where missing = 0
),

-- Cells are told apart by count and checksum of their rows; rows are joined only where those differ, which is nowhere
-- in a sound study. A row that both tables hold twice is seen by the test of the key.
digests as (
    {% for table in ['responses', 'answers'] %}
        select
            '{{ table }}' as origin,
            checkpoint,
            task,
            count(*) as n_rows,
            sum(hash({{ key | join(', ') }})) as checksum
        from {{ ref('stg_' ~ table) }}
        group by checkpoint, task
        {{ 'union all' if not loop.last }}
    {% endfor %}
),

differing as (
    select
        digests.checkpoint,
        digests.task
    from digests
    inner join complete on digests.checkpoint = complete.checkpoint and digests.task = complete.task
    group by digests.checkpoint, digests.task
    having
        count(*) <> 2
        or min(digests.n_rows) <> max(digests.n_rows)
        or min(digests.checksum) <> max(digests.checksum)
),

{% for table in ['responses', 'answers'] %}
    {{ table }} as (
        select {{ table }}.*
        from {{ ref('stg_' ~ table) }} as {{ table }}
        semi join differing on {{ table }}.checkpoint = differing.checkpoint and {{ table }}.task = differing.task
    ){{ ',' if not loop.last }}
{% endfor %}

select
    coalesce(responses.checkpoint, answers.checkpoint) as checkpoint,
    coalesce(responses.task, answers.task) as task,
    {% for column in key %}
        coalesce(responses.{{ column }}, answers.{{ column }}) as {{ column }},
    {% endfor %}
    count(responses.generation_id) as n_responses,
    count(answers.generation_id) as n_answers
from responses
full outer join answers
    on
        responses.checkpoint = answers.checkpoint
        and responses.task = answers.task
        {% for column in key %}
            and responses.{{ column }} = answers.{{ column }}
        {% endfor %}
group by all
having n_responses <> 1 or n_answers <> 1
