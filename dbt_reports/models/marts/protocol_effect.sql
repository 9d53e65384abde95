select
    s.study,
    s.model,
    s.checkpoint,
    s.task,
    s.prompt_id,
    max(s.n_images) as n_images,
    {{ estimate('strict_accuracy_effect', 'protocol_effect_strict_accuracy', p=true) }},
    {{ estimate('coverage_effect', 'protocol_effect_coverage', p=true) }},
    {{ estimate('refusal_rate_effect', 'protocol_effect_refusal', p=true) }}
from {{ ref('stg_statistics') }} as s
semi join {{ ref('stg_grid') }} as grid
    on s.checkpoint = grid.checkpoint and s.task = grid.task
where
    s.protocol = 'as_published'
    and s.control = 'image'
    and s.metric in (
        'protocol_effect_strict_accuracy', 'protocol_effect_coverage', 'protocol_effect_refusal'
    )
group by s.study, s.model, s.checkpoint, s.task, s.prompt_id
