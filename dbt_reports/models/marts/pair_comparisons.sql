select
    comparisons.study,
    comparisons.kind,
    comparisons.pair,
    medical.model as medical_model,
    comparisons.first_checkpoint as medical_checkpoint,
    base.model as base_model,
    comparisons.second_checkpoint as base_checkpoint,
    comparisons.first_task as task,
    comparisons.outcome,
    comparisons.prompt_id,
    comparisons.n_images,
    comparisons.first,
    comparisons.second,
    comparisons.difference,
    comparisons.low,
    comparisons.high,
    comparisons.test,
    comparisons.p_value,
    comparisons.declared,
    comparisons.correction,
    comparisons.p_adjusted,
    -- Who does better: more right or answered, or fewer refused. An interaction has no side that is ahead.
    case
        when comparisons.kind = 'interaction' or comparisons.p_adjusted is null then null
        when comparisons.p_adjusted >= {{ var('alpha') }} or comparisons.difference = 0 then 'neither'
        when (comparisons.difference > 0) = (comparisons.outcome <> 'refusal_rate') then 'medical'
        else 'base'
    end as ahead
from {{ ref('stg_comparisons') }} as comparisons
left join {{ ref('stg_checkpoints') }} as medical on comparisons.first_checkpoint = medical.checkpoint
left join {{ ref('stg_checkpoints') }} as base on comparisons.second_checkpoint = base.checkpoint
where comparisons.kind in ('medical_minus_base', 'interaction')
