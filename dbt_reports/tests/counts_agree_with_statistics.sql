-- In a complete cell SQL and Python count the same rows: denominator and share of every metric, by wording and pooled.
{{ config(meta={'dagster': {'ref': {'name': 'stg_statistics'}}}) }}

-- Rows that count alike are counted first: metrics are then made of counts and not of every answer.
with answers as (
    select
        answers.checkpoint,
        answers.task,
        answers.protocol,
        answers.control,
        answers.prompt_id,
        answers.label,
        answers.verdict,
        answers.correct,
        answers.truth,
        count(*) as n_rows
    from {{ ref('int_answers_and_truth') }} as answers
    inner join {{ ref('stg_grid') }} as grid
        on answers.checkpoint = grid.checkpoint and answers.task = grid.task
    where grid.missing = 0
    group by all
),

observed as (
    select
        *,
        unnest([
            'coverage', 'yes_rate', 'strict_accuracy', 'selective_accuracy', 'sensitivity', 'specificity',
            'accuracy_upper_bound',
            'rate_answered', 'rate_hedged', 'rate_refused', 'rate_off_task', 'rate_empty'
        ]) as metric
    from answers
),

counted as (
    select
        checkpoint,
        task,
        protocol,
        control,
        prompt_id,
        metric,
        coalesce(sum(n_rows) filter (
            case
                when metric in ('selective_accuracy', 'yes_rate') then label = 'answered'
                when metric = 'sensitivity' then label = 'answered' and truth = 'positive'
                when metric = 'specificity' then label = 'answered' and truth = 'negative'
                else true
            end
        ), 0) as n,
        coalesce(sum(n_rows) filter (
            case
                when metric = 'coverage' then label = 'answered'
                when metric in ('strict_accuracy', 'selective_accuracy') then correct
                when metric = 'accuracy_upper_bound' then correct or label <> 'answered'
                when metric = 'yes_rate' then label = 'answered' and verdict = 'positive'
                when metric = 'sensitivity' then truth = 'positive' and verdict = 'positive'
                when metric = 'specificity' then truth = 'negative' and verdict = 'negative'
                else metric = 'rate_' || label
            end
        ), 0) as hits
    from observed
    where
        control = 'image'
        or metric not in ('strict_accuracy', 'selective_accuracy', 'sensitivity', 'specificity', 'accuracy_upper_bound')
    group by grouping sets (
        (checkpoint, task, protocol, control, prompt_id, metric),
        (checkpoint, task, protocol, control, metric)
    )
)

select
    counted.*,
    s.n as n_in_statistics,
    s.estimate
from counted
left join {{ ref('stg_statistics') }} as s
    on
        counted.checkpoint = s.checkpoint
        and counted.task = s.task
        and counted.protocol = s.protocol
        and counted.control = s.control
        and counted.prompt_id is not distinct from s.prompt_id
        and counted.metric = s.metric
where
    s.n is distinct from counted.n
    or (counted.n > 0 and (s.estimate is null or abs(s.estimate - counted.hits / counted.n) > 1e-9))
