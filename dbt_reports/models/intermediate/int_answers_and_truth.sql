select
    answers.*,
    images.label as truth
from {{ ref('int_current_answers') }} as answers
left join {{ ref('stg_images') }} as images
    on answers.task = images.task and answers.image_id = images.image_id
