-- The five labels of a cell account for every one of its responses.
{{ config(meta={'dagster': {'ref': {'name': 'response_label_rates'}}}) }}

select
    checkpoint,
    task,
    protocol,
    control,
    n,
    sum(count) as labelled,
    count(*) as labels
from {{ ref('response_label_rates') }}
group by checkpoint, task, protocol, control, n
having labelled != n or labels != 5
