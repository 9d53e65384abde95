"""Where tables live: their schemas (declared once), the Parquet store, the generation ledger, the DuckDB publish."""
