select
    s.study,
    s.model,
    s.checkpoint,
    s.task,
    s.protocol,
    {{ estimate('polarity_consistency') }},
    {{ estimate('acquiescence') }},
    {{ estimate('order_agreement') }},
    {{ estimate('order_bias', p=true) }},
    {{ estimate('suffix_effect_accuracy', p=true) }},
    {{ estimate('suffix_effect_refusal', p=true) }}
from {{ ref('stg_statistics') }} as s
semi join {{ ref('stg_grid') }} as grid
    on s.checkpoint = grid.checkpoint and s.task = grid.task
where
    s.control = 'image'
    and s.prompt_id is null
    and s.metric in (
        'polarity_consistency', 'acquiescence', 'order_agreement', 'order_bias',
        'suffix_effect_accuracy', 'suffix_effect_refusal'
    )
group by s.study, s.model, s.checkpoint, s.task, s.protocol
