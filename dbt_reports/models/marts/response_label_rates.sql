with wordings as (
    select * from {{ ref('accuracy_by_prompt') }}
),

by_label as (
    unpivot wordings
    on n_answered, n_hedged, n_refused, n_off_task, n_empty
    into name counted value n_label
),

counted as (
    select
        study,
        model,
        checkpoint,
        task,
        protocol,
        control,
        substr(counted, 3) as label,
        cast(sum(n) as bigint) as n,
        cast(sum(n_label) as bigint) as n_label
    from by_label
    group by study, model, checkpoint, task, protocol, control, counted
),

-- Counted by image first: cheaper than distinct images of millions of rows.
by_image as (
    select distinct
        checkpoint,
        task,
        protocol,
        control,
        image_id
    from {{ ref('int_current_answers') }}
),

images as (
    select
        checkpoint,
        task,
        protocol,
        control,
        count(*) as n_images
    from by_image
    group by checkpoint, task, protocol, control
),

pooled as (
    select *
    from {{ ref('stg_statistics') }}
    where prompt_id is null
)

select
    counted.study,
    counted.model,
    counted.checkpoint,
    counted.task,
    counted.protocol,
    counted.control,
    counted.label,
    counted.n,
    images.n_images,
    counted.n_label as count,
    counted.n_label / counted.n as rate,
    pooled.low,
    pooled.high
from counted
inner join images
    on
        counted.checkpoint = images.checkpoint
        and counted.task = images.task
        and counted.protocol = images.protocol
        and counted.control = images.control
left join pooled
    on
        counted.checkpoint = pooled.checkpoint
        and counted.task = pooled.task
        and counted.protocol = pooled.protocol
        and counted.control = pooled.control
        and pooled.metric = 'rate_' || counted.label
        -- An interval made from other rows is left out and never shown beside a newer rate.
        and counted.n = pooled.n
