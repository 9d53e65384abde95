"""How phrases are listed.

Phrases stand between bars. An adverb may come inside a phrase ("cannot reliably determine"), punctuation may not.
"""

from collections.abc import Iterator

from medfrag_assets.scoring.cues.kinds import Cue


def phrases(listed: str) -> list[str]:
    """The phrases of a list written with bars between them."""
    return [" ".join(phrase.split()) for phrase in listed.split("|")]


def pairs(cue: Cue, listed: str) -> Iterator[tuple[str, Cue]]:
    """Each phrase of a list with its cue."""
    return ((phrase, cue) for phrase in phrases(listed))


def crossed(cue: Cue, firsts: str, seconds: str) -> Iterator[tuple[str, Cue]]:
    """Each phrase of one list with each of another behind it, and their cue."""
    return ((f"{first} {second}", cue) for first in phrases(firsts) for second in phrases(seconds))
