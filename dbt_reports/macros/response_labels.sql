{# The five labels of a response; a test compares them with those of the study. #}
{% macro response_labels() %}
    {{ return(['answered', 'hedged', 'refused', 'off_task', 'empty']) }}
{% endmacro %}
