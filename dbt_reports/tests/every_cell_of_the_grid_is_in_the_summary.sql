-- A cell without a single answer still has its row, with the number of rows it lacks.
{{ config(meta={'dagster': {'ref': {'name': 'study_summary'}}}) }}

select
    grid.model,
    grid.task
from {{ ref('stg_grid') }} as grid
anti join {{ ref('study_summary') }} as summary on grid.model = summary.model and grid.task = summary.task
