"""Checkpoints, their families and templates, generation, embeddings, and the local diagnostician."""
