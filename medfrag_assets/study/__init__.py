"""What a study is: the typed, validated YAML, its digests and the plan of rows. Imports no other room."""
