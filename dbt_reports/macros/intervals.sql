{# Two columns, <column>_low and <column>_high: the interval of a metric in `statistics` (here s), computed from as many
   rows as SQL counted. An interval made from other rows is left out (null) and never shown beside a newer share. #}
{% macro interval(column, metric, counted) %}
    max(s.low) filter (where s.metric = '{{ metric }}' and s.n = {{ counted }}) as {{ column }}_low,
    max(s.high) filter (where s.metric = '{{ metric }}' and s.n = {{ counted }}) as {{ column }}_high
{%- endmacro %}

{# The columns of an estimate that Python makes and SQL does not count: <column>, <column>_low, <column>_high, its n (rows
   in the denominator, or images with n='n_images') and, with `p`, <column>_p. #}
{% macro estimate(column, metric=none, n='n', p=false) %}
    {%- set is_metric = "s.metric = '" ~ (metric or column) ~ "'" -%}
    max(s.estimate) filter (where {{ is_metric }}) as {{ column }},
    max(s.low) filter (where {{ is_metric }}) as {{ column }}_low,
    max(s.high) filter (where {{ is_metric }}) as {{ column }}_high,
    {%- if p %}
    max(s.p_value) filter (where {{ is_metric }}) as {{ column }}_p,
    {%- endif %}
    max(s.{{ n }}) filter (where {{ is_metric }}) as {{ column }}_n
{%- endmacro %}

{# The columns of a change: difference, its interval and its p, of one outcome in `comparisons` (here c). #}
{% macro change(outcome) %}
    {%- set is_outcome = "c.outcome = '" ~ outcome ~ "'" -%}
    max(c.difference) filter (where {{ is_outcome }}) as {{ outcome }}_change,
    max(c.low) filter (where {{ is_outcome }}) as {{ outcome }}_change_low,
    max(c.high) filter (where {{ is_outcome }}) as {{ outcome }}_change_high,
    max(c.p_value) filter (where {{ is_outcome }}) as {{ outcome }}_change_p,
    max(c.p_adjusted) filter (where {{ is_outcome }}) as {{ outcome }}_change_p_adjusted
{%- endmacro %}
