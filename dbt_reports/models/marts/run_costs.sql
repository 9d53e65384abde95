with spent as (
    select
        study,
        model,
        checkpoint,
        task,
        stage,
        device,
        count(*) as batches,
        cast(sum(generations) as bigint) as generations,
        cast(sum(tokens_read) as bigint) as tokens_read,
        cast(sum(tokens_shared) as bigint) as tokens_shared,
        cast(sum(tokens_written) as bigint) as tokens_written,
        sum(seconds) as seconds,
        max(peak_memory_gb) as peak_memory_gb
    from {{ ref('stg_costs') }}
    group by study, model, checkpoint, task, stage, device
)

select
    *,
    tokens_read - tokens_shared + tokens_written as tokens_computed,
    seconds / nullif(generations, 0) as seconds_per_generation,
    (tokens_read - tokens_shared + tokens_written) / nullif(seconds, 0) as tokens_per_second
from spent
