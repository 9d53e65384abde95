select
    probes.study,
    probes.model,
    probes.checkpoint,
    probes.task,
    -- From the image towards the answer: order by this, not by the name.
    case probes.rung
        when 'random_tower' then cast(1 as bigint)
        when 'tower' then 2
        when 'projector' then 3
        when 'last_image_token' then 4
        when 'option_score_tuned' then 5
        when 'option_score' then 6
        when 'answer' then 7
    end as rung_number,
    probes.rung,
    probes.trained_on,
    probes.n_train,
    probes.n,
    probes.accuracy,
    probes.low,
    probes.high,
    probes.gap,
    probes.gap_low,
    probes.gap_high,
    probes.gap_p,
    probes.shuffled_accuracy,
    probes.silhouette,
    probes.silhouette_p
from {{ ref('stg_probes') }} as probes
semi join {{ ref('stg_grid') }} as grid
    on probes.checkpoint = grid.checkpoint and probes.task = grid.task
