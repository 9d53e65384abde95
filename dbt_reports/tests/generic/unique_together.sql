{# No two rows share the values of all `columns`; a null counts as a value, or, with `not_null`, as a failure. #}
{% test unique_together(model, columns, not_null=false) %}
    select
        {{ columns | join(', ') }},
        count(*) as n_rows
    from {{ model }}
    group by {{ columns | join(', ') }}
    having
        count(*) > 1
        {% if not_null %}or {{ columns | join(' is null or ') }} is null{% endif %}
{% endtest %}
