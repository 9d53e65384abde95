"""Refusals that no list of phrases holds: families of words that decline when they come together in a clause.

"Histology needed", "a CT would help", "see a dermatologist", "no X-ray came through": each is a word of one list beside
a word of another, in any order. What declines in fixed words stands in `cues.refusals`.
"""
