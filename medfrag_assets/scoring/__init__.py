"""Reads a model's sentence: the verdict it commits to, or how it fails to."""
