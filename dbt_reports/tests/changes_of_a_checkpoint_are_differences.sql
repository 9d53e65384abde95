-- Where two revisions in a row answered as much about the same images, the change is the difference of their shares.
{{ config(meta={'dagster': {'ref': {'name': 'checkpoint_history'}}}) }}

select
    later.checkpoint,
    later.task,
    later.strict_accuracy,
    earlier.strict_accuracy as strict_accuracy_before,
    later.strict_accuracy_change
from {{ ref('checkpoint_history') }} as later
inner join {{ ref('checkpoint_history') }} as earlier
    on later.predecessor = earlier.checkpoint and later.task = earlier.task
where
    later.n_images = earlier.n_images
    and later.n_responses = earlier.n_responses
    and later.change_n_images = later.n_images
    and abs(later.strict_accuracy - earlier.strict_accuracy - later.strict_accuracy_change) > 1e-9
