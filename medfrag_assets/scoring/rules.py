"""TEMPORARY stand-in until the real rules are written over it."""

from typing import NamedTuple

RULES_VERSION = "0"


class Score(NamedTuple):
    verdict: str | None
    label: str
    rule: str
    span: str | None


def score_response(vocabulary, prompt_text, family, polarity, options, response):
    return Score(None, "off_task", "none", None)
