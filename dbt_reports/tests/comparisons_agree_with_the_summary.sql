-- What Python compared is what SQL counted: in complete cells, on the same images, both values of a pooled difference.
{{ config(meta={'dagster': {'ref': {'name': 'pair_comparisons'}}}) }}

with summary as (
    select
        checkpoint,
        task,
        n_images,
        unnest(['strict_accuracy', 'coverage', 'refusal_rate']) as outcome,
        unnest([strict_accuracy, coverage, refusal_rate]) as counted
    from {{ ref('study_summary') }}
    where missing = 0
),

compared as (
    select
        task,
        outcome,
        n_images,
        unnest([medical_checkpoint, base_checkpoint]) as checkpoint,
        unnest([first, second]) as compared
    from {{ ref('pair_comparisons') }}
    where kind = 'medical_minus_base' and prompt_id is null
)

select
    compared.*,
    summary.counted
from compared
inner join summary
    on
        compared.checkpoint = summary.checkpoint
        and compared.task = summary.task
        and compared.outcome = summary.outcome
        and compared.n_images = summary.n_images
where abs(compared.compared - summary.counted) > 1e-9
