with counted as (
    select
        study,
        model,
        checkpoint,
        task,
        protocol,
        count(*) as n,
        count(distinct image_id) as n_images,
        count(*) filter (where label = 'answered') as n_answered,
        count(*) filter (where label <> 'answered') as n_ambiguous,
        count(*) filter (where correct) as n_correct,
        count(*) filter (where label = 'answered' and truth = 'positive') as n_positive,
        count(*) filter (where verdict = 'positive' and truth = 'positive') as n_true_positive,
        count(*) filter (where label = 'answered' and truth = 'negative') as n_negative,
        count(*) filter (where verdict = 'negative' and truth = 'negative') as n_true_negative
    from {{ ref('int_answers_and_truth') }}
    where control = 'image'
    group by study, model, checkpoint, task, protocol
),

intervals as (
    select
        counted.checkpoint,
        counted.task,
        counted.protocol,
        {{ interval('selective_accuracy', 'selective_accuracy', 'counted.n_answered') }},
        {{ interval('strict_accuracy', 'strict_accuracy', 'counted.n') }},
        {{ interval('sensitivity', 'sensitivity', 'counted.n_positive') }},
        {{ interval('specificity', 'specificity', 'counted.n_negative') }}
    from counted
    inner join {{ ref('stg_statistics') }} as s
        on
            counted.checkpoint = s.checkpoint
            and counted.task = s.task
            and counted.protocol = s.protocol
    where s.control = 'image' and s.prompt_id is null
    group by counted.checkpoint, counted.task, counted.protocol
)

-- The published way: only scored rows count, everything else is one bucket, and what is undefined is written as 0.
select
    counted.study,
    counted.model,
    counted.checkpoint,
    counted.task,
    counted.protocol,
    'as_published' as scoring,
    counted.n,
    counted.n_images,
    counted.n_answered as n_scored,
    counted.n_ambiguous,
    coalesce(counted.n_correct / nullif(counted.n_answered, 0), 0) as accuracy,
    intervals.selective_accuracy_low as accuracy_low,
    intervals.selective_accuracy_high as accuracy_high,
    coalesce(counted.n_true_positive / nullif(counted.n_positive, 0), 0) as sensitivity,
    intervals.sensitivity_low,
    intervals.sensitivity_high,
    coalesce(counted.n_true_negative / nullif(counted.n_negative, 0), 0) as specificity,
    intervals.specificity_low,
    intervals.specificity_high
from counted
left join intervals
    on
        counted.checkpoint = intervals.checkpoint
        and counted.task = intervals.task
        and counted.protocol = intervals.protocol

union all

-- The way this study stands behind: every row counts, and what is undefined is null.
select
    counted.study,
    counted.model,
    counted.checkpoint,
    counted.task,
    counted.protocol,
    'corrected' as scoring,
    counted.n,
    counted.n_images,
    counted.n as n_scored,
    0 as n_ambiguous,
    counted.n_correct / counted.n as accuracy,
    intervals.strict_accuracy_low as accuracy_low,
    intervals.strict_accuracy_high as accuracy_high,
    counted.n_true_positive / nullif(counted.n_positive, 0) as sensitivity,
    intervals.sensitivity_low,
    intervals.sensitivity_high,
    counted.n_true_negative / nullif(counted.n_negative, 0) as specificity,
    intervals.specificity_low,
    intervals.specificity_high
from counted
left join intervals
    on
        counted.checkpoint = intervals.checkpoint
        and counted.task = intervals.task
        and counted.protocol = intervals.protocol
