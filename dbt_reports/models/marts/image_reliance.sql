select
    s.study,
    s.model,
    s.checkpoint,
    s.task,
    s.protocol,
    s.control,
    {{ estimate('verdict_changed', n='n_images') }},
    {{ estimate('log_odds_change', n='n_images') }},
    {{ estimate('consistent_reliant', n='n_images') }},
    {{ estimate('consistent_unreliant', n='n_images') }},
    {{ estimate('inconsistent_reliant', n='n_images') }},
    {{ estimate('inconsistent_unreliant', n='n_images') }}
from {{ ref('stg_statistics') }} as s
semi join {{ ref('stg_grid') }} as grid
    on s.checkpoint = grid.checkpoint and s.task = grid.task
where
    s.control <> 'image'
    and s.prompt_id is null
    and s.metric in (
        'verdict_changed', 'log_odds_change',
        'consistent_reliant', 'consistent_unreliant', 'inconsistent_reliant', 'inconsistent_unreliant'
    )
group by s.study, s.model, s.checkpoint, s.task, s.protocol, s.control
