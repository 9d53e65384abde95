with counted as (
    select
        study,
        model,
        checkpoint,
        task,
        protocol,
        control,
        prompt_id,
        count(*) as n,
        count(*) filter (where correct) as n_correct,
        count(*) filter (where label = 'answered') as n_answered,
        count(*) filter (where label = 'hedged') as n_hedged,
        count(*) filter (where label = 'refused') as n_refused,
        count(*) filter (where label = 'off_task') as n_off_task,
        count(*) filter (where label = 'empty') as n_empty
    from {{ ref('int_current_answers') }}
    group by study, model, checkpoint, task, protocol, control, prompt_id
),

intervals as (
    select
        counted.checkpoint,
        counted.task,
        counted.protocol,
        counted.control,
        counted.prompt_id,
        {{ interval('strict_accuracy', 'strict_accuracy', 'counted.n') }},
        {{ interval('coverage', 'coverage', 'counted.n') }},
        {{ interval('selective_accuracy', 'selective_accuracy', 'counted.n_answered') }},
        {{ interval('accuracy_upper_bound', 'accuracy_upper_bound', 'counted.n') }},
        {{ estimate('balanced_accuracy') }},
        {{ estimate('mcc') }},
        {{ estimate('auroc') }},
        {{ estimate('brier') }},
        {{ estimate('ece') }}
    from counted
    inner join {{ ref('stg_statistics') }} as s
        on
            counted.checkpoint = s.checkpoint
            and counted.task = s.task
            and counted.protocol = s.protocol
            and counted.control = s.control
            and counted.prompt_id = s.prompt_id
    group by counted.checkpoint, counted.task, counted.protocol, counted.control, counted.prompt_id
)

select
    counted.study,
    counted.model,
    counted.checkpoint,
    counted.task,
    counted.protocol,
    counted.control,
    counted.prompt_id,
    prompts.wording,
    prompts.suffix,
    prompts.family,
    prompts.polarity,
    prompts.option_a,
    prompts.specificity,
    prompts.meaning,
    counted.n,
    -- A wording is put to an image once, which the key of `answers` says and a test of it checks.
    counted.n as n_images,
    -- Under a control there is no picture that an answer could be right about.
    case when counted.control = 'image' then counted.n_correct / counted.n end as strict_accuracy,
    intervals.strict_accuracy_low,
    intervals.strict_accuracy_high,
    counted.n_answered / counted.n as coverage,
    intervals.coverage_low,
    intervals.coverage_high,
    case when counted.control = 'image' then counted.n_correct / nullif(counted.n_answered, 0) end
        as selective_accuracy,
    intervals.selective_accuracy_low,
    intervals.selective_accuracy_high,
    case when counted.control = 'image' then (counted.n_correct + counted.n - counted.n_answered) / counted.n end
        as accuracy_upper_bound,
    intervals.accuracy_upper_bound_low,
    intervals.accuracy_upper_bound_high,
    intervals.balanced_accuracy,
    intervals.balanced_accuracy_low,
    intervals.balanced_accuracy_high,
    intervals.balanced_accuracy_n,
    intervals.mcc,
    intervals.mcc_low,
    intervals.mcc_high,
    intervals.mcc_n,
    intervals.auroc,
    intervals.auroc_low,
    intervals.auroc_high,
    intervals.auroc_n,
    intervals.brier,
    intervals.brier_low,
    intervals.brier_high,
    intervals.brier_n,
    intervals.ece,
    intervals.ece_low,
    intervals.ece_high,
    intervals.ece_n,
    counted.n_answered,
    counted.n_hedged,
    counted.n_refused,
    counted.n_off_task,
    counted.n_empty
from counted
left join {{ ref('stg_prompts') }} as prompts
    on counted.task = prompts.task and counted.prompt_id = prompts.prompt_id
left join intervals
    on
        counted.checkpoint = intervals.checkpoint
        and counted.task = intervals.task
        and counted.protocol = intervals.protocol
        and counted.control = intervals.control
        and counted.prompt_id = intervals.prompt_id
