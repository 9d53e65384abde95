-- On the same images the gap of a rung is its accuracy minus that of the answer.
{{ config(meta={'dagster': {'ref': {'name': 'knowledge_gap'}}}) }}

select
    rung.checkpoint,
    rung.task,
    rung.rung,
    rung.accuracy,
    answer.accuracy as accuracy_of_the_answer,
    rung.gap
from {{ ref('knowledge_gap') }} as rung
inner join {{ ref('knowledge_gap') }} as answer
    on rung.checkpoint = answer.checkpoint and rung.task = answer.task and answer.rung = 'answer'
where
    rung.n = answer.n
    and coalesce(abs(rung.accuracy - answer.accuracy - rung.gap) > 1e-9, true)
