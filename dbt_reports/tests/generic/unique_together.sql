{# No two rows share the values of all `columns`; a null counts as a value, or, with `not_null`, as a failure. Rows are
   first told apart by one number each, which is many times cheaper than by their texts; only rows whose number occurs
   twice are compared in full, so that the answer is exact. #}
{% test unique_together(model, columns, not_null=false) %}
    {%- set key = columns | join(', ') -%}
    with suspects as (
        select hash({{ key }}) as hashed
        from {{ model }}
        group by hashed
        having count(*) > 1
    )

    select
        {{ key }},
        count(*) as n_rows
    from {{ model }}
    where
        hash({{ key }}) in (select suspects.hashed from suspects)
        {% if not_null %}or {{ columns | join(' is null or ') }} is null{% endif %}
    group by {{ key }}
    having
        count(*) > 1
        {% if not_null %}or {{ columns | join(' is null or ') }} is null{% endif %}
{% endtest %}
