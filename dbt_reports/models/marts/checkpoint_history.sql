with history as (
    select
        *,
        lag(checkpoint) over (partition by model order by first_seen, checkpoint) as predecessor,
        row_number() over (partition by model order by first_seen, checkpoint) as place
    from {{ ref('stg_checkpoints') }}
),

tasks as (
    select distinct task
    from {{ ref('stg_grid') }}
),

-- All revisions: the rows of superseded ones stay in the lake.
counted as (
    select
        answers.checkpoint,
        answers.task,
        count(distinct answers.image_id) as n_images,
        count(*) as n_responses,
        count(*) filter (where answers.correct) as n_correct,
        count(*) filter (where answers.verdict is not null) as n_answered,
        count(*) filter (where answers.label = 'refused') as n_refused
    from {{ ref('stg_answers') }} as answers
    where answers.protocol = 'corrected' and answers.control = 'image'
    group by answers.checkpoint, answers.task
),

intervals as (
    select
        counted.checkpoint,
        counted.task,
        {{ interval('strict_accuracy', 'strict_accuracy', 'counted.n_responses') }},
        {{ interval('coverage', 'coverage', 'counted.n_responses') }},
        {{ interval('refusal_rate', 'rate_refused', 'counted.n_responses') }},
        {{ estimate('balanced_accuracy') }}
    from counted
    inner join {{ ref('stg_statistics') }} as s
        on counted.checkpoint = s.checkpoint and counted.task = s.task
    where s.protocol = 'corrected' and s.control = 'image' and s.prompt_id is null
    group by counted.checkpoint, counted.task
),

changes as (
    select
        c.first_checkpoint as checkpoint,
        c.second_checkpoint as predecessor,
        c.first_task as task,
        max(c.n_images) as n_images,
        {{ change('strict_accuracy') }},
        {{ change('coverage') }},
        {{ change('refusal_rate') }},
        {{ change('balanced_accuracy') }}
    from {{ ref('stg_comparisons') }} as c
    where c.kind = 'revision_minus_previous' and c.prompt_id is null and c.first_task = c.second_task
    group by c.first_checkpoint, c.second_checkpoint, c.first_task
)

select
    history.study,
    history.model,
    history.checkpoint,
    history.revision,
    history.predecessor,
    history.place,
    history.first_seen,
    history.current,
    tasks.task,
    counted.n_images,
    counted.n_responses,
    counted.n_correct / counted.n_responses as strict_accuracy,
    intervals.strict_accuracy_low,
    intervals.strict_accuracy_high,
    counted.n_answered / counted.n_responses as coverage,
    intervals.coverage_low,
    intervals.coverage_high,
    counted.n_refused / counted.n_responses as refusal_rate,
    intervals.refusal_rate_low,
    intervals.refusal_rate_high,
    intervals.balanced_accuracy,
    intervals.balanced_accuracy_low,
    intervals.balanced_accuracy_high,
    changes.n_images as change_n_images,
    changes.strict_accuracy_change,
    changes.strict_accuracy_change_low,
    changes.strict_accuracy_change_high,
    changes.strict_accuracy_change_p,
    changes.strict_accuracy_change_p_adjusted,
    changes.coverage_change,
    changes.coverage_change_low,
    changes.coverage_change_high,
    changes.coverage_change_p,
    changes.coverage_change_p_adjusted,
    changes.refusal_rate_change,
    changes.refusal_rate_change_low,
    changes.refusal_rate_change_high,
    changes.refusal_rate_change_p,
    changes.refusal_rate_change_p_adjusted,
    changes.balanced_accuracy_change,
    changes.balanced_accuracy_change_low,
    changes.balanced_accuracy_change_high,
    changes.balanced_accuracy_change_p,
    changes.balanced_accuracy_change_p_adjusted
from history
cross join tasks
left join counted on history.checkpoint = counted.checkpoint and tasks.task = counted.task
left join intervals on history.checkpoint = intervals.checkpoint and tasks.task = intervals.task
left join changes
    on
        history.checkpoint = changes.checkpoint
        and history.predecessor = changes.predecessor
        and tasks.task = changes.task
