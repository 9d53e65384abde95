{# A table of the lake. Where no partition of it was ever written (a study without a diagnostician has no diagnoses; a
   grid may be published before its first cell) it has no files, which DuckDB calls an error: then no rows, with the
   declared columns and types. #}
{% macro lake(name) %}
    {%- set relation = source('lake', name) -%}
    {%- if execute and not lake_files(name) -%}
        {%- set table = graph.sources.values() | selectattr('source_name', 'equalto', 'lake')
            | selectattr('name', 'equalto', name) | first -%}
        (
            select
                {% for column in table.columns.values() -%}
                    cast(null as {{ column.data_type }}) as {{ column.name }}{{ ',' if not loop.last }}
                {% endfor -%}
            where false
        )
    {%- else -%}
        {{ relation }}
    {%- endif -%}
{% endmacro %}

{# Number of Parquet files of a table of the lake. #}
{% macro lake_files(name) %}
    {%- set folder = env_var('MEDFRAG_LAKE', 'lake') | replace("'", "''") -%}
    {%- set found = run_query("select count(*) from glob('" ~ folder ~ "/" ~ name ~ "/**/*.parquet')") -%}
    {{ return(found.columns[0].values()[0]) }}
{% endmacro %}
