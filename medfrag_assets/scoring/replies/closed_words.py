"""A reply made of pronouns, verbs of seeing and the like alone: "I could not find any of them here"."""

from medfrag_assets.scoring.cues.kinds import MENTIONS, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.lexicon import HARDLY, Item
from medfrag_assets.scoring.replies.ellipses import LONGEST_ELLIPSIS
from medfrag_assets.scoring.replies.reply import Reply
from medfrag_assets.scoring.replies.spoken import as_spoken

# A reply may be made of these alone: pronouns, auxiliaries, verbs of perception and of presence, words for signs.
PRONOUNS = as_spoken("it | this | that | there | they | these | those | one | i | we | you | them | such | here")
AUXILIARIES = as_spoken(
    "is | are | was | were | be | been | do | does | did | has | have | had | can | could | would | will"
)
_PRESENCE = as_spoken(
    """
    see | find | detect | identify | notice | spot | observe | discern | recognize | locate | show | shows | contain |
    contains | exist | exists | seen | found | detected | identified | noticed | spotted | observed | discerned |
    visible | present | evident | apparent | met | fulfilled | shown | noted | displays | holds | applies | apply |
    appears | appear | discernible | detectable | recognizable | demonstrable | satisfied | made out | make out
    """
)
_QUANTIFIERS = as_spoken("any | all | both | each | every | some | several | either | many | most | a | single | few")
DENIERS = as_spoken(
    "hardly | scarcely | lying | none | no | not | nothing | neither | never | nowhere | cannot | zero | nil | nor"
)
_LINKING = as_spoken(
    """
    two | three | four | five | first | second | third | your | with | list | lying | said | claimed | of | the | at |
    whatsoever | whatever | kind | sort | type | for | in | on | from | question | which | what | listed | mentioned |
    named | above | mention | name | ask | asked | about | looking | to | my | eye | case | indeed | most |
    very | sure | so | just | quite | fact | still | also | too | now | then | course | well | though | and |
    thankfully | afraid | am | say | think | me | if | looked | look | far | as | tell
    """
)
_SIGNS_MEANT = as_spoken(
    """
    sign | signs | feature | features | finding | findings | evidence | indication | indications | clue | clues |
    criteria | criterion | marker | markers | trace | traces | hint | hints | thing | things | change | changes
    """
)
_MEANS_SOME = _QUANTIFIERS | _SIGNS_MEANT | as_spoken("them | these | those | such | it | one | there")
_CLOSED_WORDS = (PRONOUNS | AUXILIARIES | _PRESENCE | _QUANTIFIERS | DENIERS | _LINKING | _SIGNS_MEANT) - as_spoken(
    "or | |"
)
_BEFORE = frozenset({Cue.CONCLUSION, Cue.BREAK})
_WHERE = as_spoken("in | on | from | within | across")
_WHAT = as_spoken(
    "image | picture | scan | film | slide | patch | photo | mri | radiograph | section | x | ray | lesion"
)
_IN_VAIN = frozenset(
    phrases(
        "empty handed|drew a blank|draws a blank|came up empty|comes up empty|come up empty|in vain|to no avail|"
        "without success|unsuccessful|fruitless|without result"
    )
)


def elliptic_reply(  # noqa: PLR0911 - a return for each form
    items: list[Item], texts: set[str]
) -> Reply | None:
    """A reply made of pronouns, verbs of perception and the like alone: "I could not find any of them in this scan"."""
    # "Overall, I do not see the signs listed."
    while len(items) > 1 and (items[0].cue in _BEFORE or items[0].text == ","):
        items = items[1:]
    if len(items) > LONGEST_ELLIPSIS + 5:
        return None
    if not texts.isdisjoint(_IN_VAIN) and all(item.cue not in MENTIONS for item in items):
        return Reply("negative", "bare_word", items[0].start, items[-1].end)
    # Most sentences begin with another word, which is quickly seen.
    first = items[0].text
    if first.isalpha() and first not in _CLOSED_WORDS and not first.endswith("ly"):
        return None
    words = [word for item in items for word in item.text.split(" ") if word not in (",", ":", "(", ")")]
    if len(words) > LONGEST_ELLIPSIS + 3:
        return None
    left = _without_place(words)
    placed = len(left) < len(words)
    words = [word for word in left if word in HARDLY or not word.endswith("ly")]
    said = set(words)
    if not 2 <= len(words) <= LONGEST_ELLIPSIS or not said <= _CLOSED_WORDS:
        return None
    if (
        not placed
        and said.isdisjoint(_PRESENCE)
        and said.isdisjoint({"none", "nothing", "any", "such", "neither", "zero", "all", "both"})
    ):
        return None
    # "I am not, so I will do neither" tells of the one who answers; and "I cannot tell from this image."
    declines = said.isdisjoint(_PRESENCE) and any(item.cue in (Cue.REFUSAL, Cue.REFUSED_SCOPE) for item in items)
    if declines or "am" in said or words[-2:] == ["do", "neither"]:
        return None
    # "I would have to see it first."
    if "first" in said and "to" in said:
        return None
    denials = sum(word in DENIERS for word in words)
    there = words[-1] == "there" and not said.isdisjoint({"all", "both"})
    if denials == 0 and not there and (said.isdisjoint(_PRESENCE) or said.isdisjoint(_MEANS_SOME)):
        return None
    return Reply("negative" if denials % 2 else "positive", "bare_word", items[0].start, items[-1].end)


def _without_place(words: list[str]) -> list[str]:
    """The words without an "in this image"."""
    for place, word in enumerate(words[:-1]):
        if word in _WHERE and words[place + 1] in ("this", "the", "that", "these", "your"):
            end = place + 2
            while end < len(words) and words[end] in _WHAT:
                end += 1
            if end > place + 2:
                return [*words[:place], *words[end:]]
    return words
