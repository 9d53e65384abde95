-- Counted by image first: cheaper than distinct images of millions of rows.
with by_image as (
    select
        study,
        model,
        checkpoint,
        task,
        protocol,
        control,
        image_id,
        count(*) as n
    from {{ ref('int_current_answers') }}
    group by study, model, checkpoint, task, protocol, control, image_id
),

cells as (
    select
        study,
        model,
        checkpoint,
        task,
        protocol,
        control,
        cast(sum(n) as bigint) as n,
        count(*) as n_images
    from by_image
    group by study, model, checkpoint, task, protocol, control
),

labels as (
    select unnest(['answered', 'hedged', 'refused', 'off_task', 'empty']) as label
),

counted as (
    select
        checkpoint,
        task,
        protocol,
        control,
        label,
        count(*) as n_label
    from {{ ref('int_current_answers') }}
    group by checkpoint, task, protocol, control, label
),

pooled as (
    select *
    from {{ ref('stg_statistics') }}
    where prompt_id is null
)

select
    cells.study,
    cells.model,
    cells.checkpoint,
    cells.task,
    cells.protocol,
    cells.control,
    labels.label,
    cells.n,
    cells.n_images,
    coalesce(counted.n_label, 0) as count,
    coalesce(counted.n_label, 0) / cells.n as rate,
    pooled.low,
    pooled.high
from cells
-- Every label of every cell: a label that never occurs has the rate 0 and an interval.
cross join labels
left join counted
    on
        cells.checkpoint = counted.checkpoint
        and cells.task = counted.task
        and cells.protocol = counted.protocol
        and cells.control = counted.control
        and labels.label = counted.label
left join pooled
    on
        cells.checkpoint = pooled.checkpoint
        and cells.task = pooled.task
        and cells.protocol = pooled.protocol
        and cells.control = pooled.control
        and pooled.metric = 'rate_' || labels.label
        -- An interval made from other rows is left out and never shown beside a newer rate.
        and cells.n = pooled.n
