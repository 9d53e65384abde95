{# Two columns, <column>_low and <column>_high: the interval of a metric in `statistics` (here s), computed from as many
   rows as SQL counted. An interval made from other rows is left out (null) and never shown beside a newer share. #}
{% macro interval(column, metric, counted) %}
    max(s.low) filter (where s.metric = '{{ metric }}' and s.n = {{ counted }}) as {{ column }}_low,
    max(s.high) filter (where s.metric = '{{ metric }}' and s.n = {{ counted }}) as {{ column }}_high
{%- endmacro %}
