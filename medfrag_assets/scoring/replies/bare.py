"""Words that name a side on their own, and the response to a choice that is no more: "Positive", "None"."""

from medfrag_assets.scoring.replies.closed_words import elliptic_reply
from medfrag_assets.scoring.replies.ellipses import LONGEST_ELLIPSIS
from medfrag_assets.scoring.replies.reply import Reply
from medfrag_assets.scoring.replies.spoken import as_spoken
from medfrag_assets.scoring.sentences import Sentence
from medfrag_assets.study.spec import Side

# A sentence that names a side on its own.
_MUCH = as_spoken(
    "ample | strong | clear | abundant | convincing | overwhelming | unmistakable | solid | good | definite | "
    "plenty of | lots of | considerable | compelling | unequivocal | robust | obvious | undeniable | firm | hard | "
    "enough | sufficient"
)
_STUDIES = as_spoken(
    "study | exam | examination | scan | film | mri | x ray | result | finding | slide | biopsy | case"
)
_LITTLE = as_spoken(
    "scant | little | hardly any | zero | not a shred of | scarcely any | no hard | no real | no such | no clear"
)
BARE: dict[str, Side] = {
    **dict.fromkeys((f"{much} evidence" for much in _MUCH), "positive"),
    **dict.fromkeys((f"{little} evidence" for little in _LITTLE), "negative"),
    **dict.fromkeys((f"negative {what}" for what in _STUDIES), "negative"),
    **dict.fromkeys((f"positive {what}" for what in _STUDIES), "positive"),
    **dict.fromkeys(as_spoken("plenty | lots | ample | a great deal | in abundance | everywhere"), "positive"),
    **dict.fromkeys(
        as_spoken("not a shred | not a trace | not an iota | not a whit | not a bit | not a sign | nada"), "negative"
    ),
    **dict.fromkeys(
        as_spoken(
            """
            none | nothing | negative | is negative | absent | clear | all clear | neg | clean | no evidence |
            nothing seen | none seen |
            none present | not present | not seen | not detected | nothing there | unaffected | ned | negativo |
            negativ |
            négatif | negativa | negatif | отрицательно | 阴性 | 陰性 | none of that | not visible | not found | nil |
            no evidence found | no evidence seen | there is no evidence | there is no such evidence | no signs |
            no sign |
            no signs are present | there are no signs | no such evidence | no evidence is present |
            no evidence is seen |
            there is none | there are none | there is nothing | none at all | nothing is seen | nothing found |
            nothing visible |
            none of these signs | none of these | none of them | none of the signs | signs are absent |
            there are no such signs | none that i can see | shows none | has none | no such finding | no signs seen |
            no signs found | i see no evidence | shows no evidence | shows no signs |
            does not show evidence | does not show evidence of | shows no evidence of | does not show any evidence |
            no evidence of it | no such signs | there is not any | there is no sign | i see none of it | i see nothing
            """
        ),
        "negative",
    ),
    **dict.fromkeys(
        as_spoken(
            """
            positive | present | pos | detected | visible | seen | found | positivo | positiv | positif | positiva |
            положительно | 阳性 | 陽性 | evidence is present |
            all of these signs | all of these | all of them | all of the signs | there are such signs |
            such signs are present | signs are present | there is evidence | there are signs |
            all three | all three signs | all three are present | all three signs are present | three of three |
            both signs | both signs are present | two of two | all present |
            evidence present | there is some evidence |
            there is clear evidence | there is strong evidence | shows evidence | shows signs | does show evidence |
            does show evidence of | shows clear evidence | shows clear signs | all signs are present | evident |
            confirmed | affected
            """
        ),
        "positive",
    ),
}
_BOTH = frozenset({"both", "either", "either one", "both of them", "both options", "either of them"})


def bare_reply(sentences: list[Sentence]) -> Reply | None:
    """A response to a choice that names a side in a word of its own: "Positive", "I can find none", "I say: none"."""
    passages = [sentence.whole for sentence in sentences if not sentence.question]
    told = [whole.items for whole in passages]
    if told and (len(told) == 1 or len(told[-1]) <= LONGEST_ELLIPSIS):
        last = told[-1]
        elliptic = elliptic_reply(last, passages[-1].texts)
        if elliptic is not None:
            return elliptic
        if len(last) > 2 and last[-1].text in ("none", "neither", "nothing") and last[-2].text in (":", ",", "say"):
            return Reply("negative", "bare_word", last[-1].start, last[-1].end)
    said = " ".join(item.text for items in told for item in items)
    if said in _BOTH:
        return Reply(None, "both_options", told[0][0].start, told[-1][-1].end)
    return Reply(BARE[said], "bare_word", told[0][0].start, told[-1][-1].end) if said in BARE else None
