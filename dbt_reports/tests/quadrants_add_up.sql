-- Every image of a cell lies in one quadrant: the four shares add up to 1, or none is there.
{{ config(meta={'dagster': {'ref': {'name': 'image_reliance'}}}) }}

{% set quadrants = ['consistent_reliant', 'consistent_unreliant', 'inconsistent_reliant', 'inconsistent_unreliant'] %}

select
    checkpoint,
    task,
    protocol,
    control,
    {{ quadrants | join(',\n    ') }}
from {{ ref('image_reliance') }}
where
    coalesce({{ quadrants | join(', ') }}) is not null
    and coalesce(abs({{ quadrants | join(' + ') }} - 1) > 1e-9, true)
