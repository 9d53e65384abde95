with counted as (
    select
        checkpoint,
        task,
        count(distinct image_id) as n_images,
        count(distinct prompt_id) as n_prompts,
        count(*) as n_responses,
        count(*) filter (where correct) as n_correct,
        count(*) filter (where label = 'answered') as n_answered,
        count(*) filter (where label = 'refused') as n_refused,
        count(*) filter (where label = 'hedged') as n_hedged,
        count(*) filter (where label = 'answered' and verdict = 'positive') as n_yes,
        count(*) filter (where label = 'answered' and truth = 'positive') as n_positive,
        count(*) filter (where label = 'answered' and truth = 'negative') as n_negative,
        count(*) filter (where label = 'answered' and truth = 'positive' and verdict = 'positive') as n_true_positive,
        count(*) filter (where label = 'answered' and truth = 'negative' and verdict = 'negative') as n_true_negative
    from {{ ref('int_answers_and_truth') }}
    where protocol = 'corrected' and control = 'image'
    group by checkpoint, task
),

shares as (
    select
        checkpoint,
        task,
        n_images,
        n_prompts,
        n_responses,
        n_correct / n_responses as strict_accuracy,
        n_answered / n_responses as coverage,
        n_correct / nullif(n_answered, 0) as selective_accuracy,
        -- Were everything that was not answered right as well; strict accuracy is the other bound.
        (n_correct + n_responses - n_answered) / n_responses as accuracy_upper_bound,
        n_refused / n_responses as refusal_rate,
        n_hedged / n_responses as hedge_rate,
        n_yes / nullif(n_answered, 0) as yes_rate,
        n_true_positive / nullif(n_positive, 0) as sensitivity,
        n_true_negative / nullif(n_negative, 0) as specificity
    from counted
),

intervals as (
    select
        counted.checkpoint,
        counted.task,
        max(s.estimate) filter (where s.metric = 'flip_rate' and s.n = counted.n_images) as flip_rate,
        {{ interval('flip_rate', 'flip_rate', 'counted.n_images') }},
        {{ interval('strict_accuracy', 'strict_accuracy', 'counted.n_responses') }},
        {{ interval('coverage', 'coverage', 'counted.n_responses') }},
        {{ interval('selective_accuracy', 'selective_accuracy', 'counted.n_answered') }},
        {{ interval('refusal_rate', 'rate_refused', 'counted.n_responses') }},
        {{ interval('hedge_rate', 'rate_hedged', 'counted.n_responses') }},
        {{ interval('yes_rate', 'yes_rate', 'counted.n_answered') }},
        {{ interval('sensitivity', 'sensitivity', 'counted.n_positive') }},
        {{ interval('specificity', 'specificity', 'counted.n_negative') }},
        {{ interval('accuracy_upper_bound', 'accuracy_upper_bound', 'counted.n_responses') }},
        {{ interval('balanced_accuracy', 'balanced_accuracy', 'counted.n_answered') }},
        {{ estimate('mcc') }},
        {{ estimate('auroc') }},
        {{ estimate('brier') }},
        {{ estimate('ece') }}
    from counted
    inner join {{ ref('stg_statistics') }} as s
        on counted.checkpoint = s.checkpoint and counted.task = s.task
    where s.protocol = 'corrected' and s.control = 'image' and s.prompt_id is null
    group by counted.checkpoint, counted.task
),

tower_probes as (
    select
        checkpoint,
        task,
        max(accuracy) filter (where rung = 'tower') as tower_probe_accuracy,
        max(low) filter (where rung = 'tower') as tower_probe_accuracy_low,
        max(high) filter (where rung = 'tower') as tower_probe_accuracy_high,
        max(n) filter (where rung = 'tower') as tower_probe_n,
        max(accuracy) filter (where rung = 'random_tower') as random_tower_probe_accuracy,
        max(low) filter (where rung = 'random_tower') as random_tower_probe_accuracy_low,
        max(high) filter (where rung = 'random_tower') as random_tower_probe_accuracy_high
    from {{ ref('stg_probes') }}
    where rung in ('tower', 'random_tower')
    group by checkpoint, task
)

select
    grid.study,
    grid.model,
    grid.checkpoint,
    checkpoints.pair,
    checkpoints.role,
    checkpoints.toy,
    grid.task,
    shares.n_images,
    shares.n_prompts,
    shares.n_responses,
    shares.strict_accuracy,
    intervals.strict_accuracy_low,
    intervals.strict_accuracy_high,
    shares.coverage,
    intervals.coverage_low,
    intervals.coverage_high,
    shares.selective_accuracy,
    intervals.selective_accuracy_low,
    intervals.selective_accuracy_high,
    shares.accuracy_upper_bound,
    intervals.accuracy_upper_bound_low,
    intervals.accuracy_upper_bound_high,
    shares.refusal_rate,
    intervals.refusal_rate_low,
    intervals.refusal_rate_high,
    shares.hedge_rate,
    intervals.hedge_rate_low,
    intervals.hedge_rate_high,
    shares.yes_rate,
    intervals.yes_rate_low,
    intervals.yes_rate_high,
    shares.sensitivity,
    intervals.sensitivity_low,
    intervals.sensitivity_high,
    shares.specificity,
    intervals.specificity_low,
    intervals.specificity_high,
    (shares.sensitivity + shares.specificity) / 2 as balanced_accuracy,
    intervals.balanced_accuracy_low,
    intervals.balanced_accuracy_high,
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
    intervals.flip_rate,
    intervals.flip_rate_low,
    intervals.flip_rate_high,
    tower_probes.tower_probe_accuracy,
    tower_probes.tower_probe_accuracy_low,
    tower_probes.tower_probe_accuracy_high,
    tower_probes.tower_probe_n,
    tower_probes.random_tower_probe_accuracy,
    tower_probes.random_tower_probe_accuracy_low,
    tower_probes.random_tower_probe_accuracy_high,
    grid.planned,
    grid.missing
from {{ ref('stg_grid') }} as grid
left join {{ ref('stg_checkpoints') }} as checkpoints on grid.checkpoint = checkpoints.checkpoint
left join shares on grid.checkpoint = shares.checkpoint and grid.task = shares.task
left join intervals on grid.checkpoint = intervals.checkpoint and grid.task = intervals.task
left join tower_probes on grid.checkpoint = tower_probes.checkpoint and grid.task = tower_probes.task
