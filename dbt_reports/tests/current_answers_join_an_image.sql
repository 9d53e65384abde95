-- Every answer of a current cell is about an image of the task's sample.
select *
from {{ ref('int_current_answers') }}
where truth is null
