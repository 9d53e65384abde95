"""The list of phrases that every task shares."""

from collections import defaultdict

from medfrag_assets.scoring.cues.shared import SHARED
from medfrag_assets.scoring.words import split_words


def test_every_phrase_stands_in_the_shared_list_once() -> None:
    """As it is read: "peut-être" and "peut être" are one phrase. Of two only the later would do anything."""
    listed = defaultdict(list)
    for phrase, cue in SHARED:
        listed[" ".join(word.text for word in split_words(phrase))].append((phrase, cue.name))
    assert {phrase: where for phrase, where in listed.items() if len(where) > 1} == {}
