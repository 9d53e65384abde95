"""A Dagster platform that asks whether medical fine-tuning makes a vision-language model reason better."""
