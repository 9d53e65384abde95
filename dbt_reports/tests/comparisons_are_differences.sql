-- A difference is the first value minus the second, lies in its interval, and is null where one of them is.
{{ config(meta={'dagster': {'ref': {'name': 'stg_comparisons'}}}) }}

select *
from {{ ref('stg_comparisons') }}
where
    (first is null or second is null) <> (difference is null)
    or abs(first - second - difference) > 1e-9
    or difference not between low - 1e-9 and high + 1e-9
