-- A claim is supported when all of its estimands are, contradicted when one of them is, and undecided otherwise.
{{ config(meta={'dagster': {'ref': {'name': 'claims'}}}) }}

select
    claim,
    min(claim_verdict) as claim_verdict,
    list(verdict) as verdicts
from {{ ref('claims') }}
group by claim
having
    count(distinct claim_verdict) <> 1
    or min(claim_verdict) <> case
        when bool_or(verdict = 'contradicted') then 'contradicted'
        when bool_and(verdict = 'supported') then 'supported'
        else 'undecided'
    end
