"""The sides that a text asserts, from what its clauses mention: names first, then entities, then what is normal."""

from collections.abc import Iterable
from typing import NamedTuple

from medfrag_assets.scoring.clauses.reading import Mention, Mode
from medfrag_assets.scoring.cues.kinds import Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.study.spec import Side

OTHER: dict[Side, Side] = {"positive": "negative", "negative": "positive"}
EXPLICIT: dict[Cue, Side] = {Cue.POSITIVE: "positive", Cue.NEGATIVE: "negative"}
ENTITIES: dict[Cue, Side] = {Cue.POSITIVE_ENTITY: "positive", Cue.NEGATIVE_ENTITY: "negative"}
_NORMALITY = frozenset({Cue.NORMAL, Cue.ABNORMAL, Cue.FINDING})
# Findings of which a denial leaves no room for the disease: "No lesions", "no recurrence".
_OF_ANY_KIND = frozenset(
    phrases(
        """
        lesion | lesions | warning sign | warning signs | red flag | red flags | growth | recurrence |
        anything growing | something growing | residual disease | opacity | opacities | infiltrate | infiltrates
        """
    )
)
# Organs beside which others are in the picture.
_ORGANS = frozenset({"lung", "lungs"})
# How many characters further on something else is said.
_APART = 12


class Claim(NamedTuple):
    """A side that the text commits to in so many words. `granted`: said to be a first impression, or conceded."""

    side: Side
    rule: str
    start: int
    end: int
    granted: bool


def claims_of(mentions: list[Mention], generic: bool) -> list[Claim]:
    """The sides the text asserts, one claim a side.

    Where it asserts both, what stands after a correction counts, else a concluding sentence, else what is not called a
    first impression.
    """
    said = [mention for mention in mentions if mention.mode == "said" and mention.cue is not Cue.OPTION]
    if not said:
        return []
    claims = weighed_claims(said, generic)
    corrected = [mention for mention in said if mention.corrected]
    if corrected and len(revised := weighed_claims(corrected, generic)) == 1:
        return revised
    # "Although malignant lesions may look like it, it is a hemangioma."
    standing = [mention for mention in said if not mention.initial]
    if len(claims) == 1 and standing and len(standing) < len(said):
        claims = weighed_claims(standing, generic) or claims
    if len(claims) < 2:
        # "While most are benign, a melanoma should be ruled out": what is only granted loses to what is left open.
        granted = all(mention.initial and not mention.corrected for mention in said)
        other = (
            [one for one in sides_named(mentions, "hedged", generic) if one.side != claims[0].side] if claims else []
        )
        return [] if granted and other else claims
    for heavier in (
        [mention for mention in said if mention.concluded],
        [mention for mention in said if not mention.initial],
    ):
        chosen = weighed_claims(heavier, generic)
        if len(chosen) == 1:
            return chosen
    return claims


def weighed_claims(said: list[Mention], generic: bool) -> list[Claim]:
    """The sides that these mentions come to, one claim a side. `generic`: asked is what is normal."""
    named = one_a_side(vocabulary_claim(mention, "clause") for mention in said if mention.cue in EXPLICIT)
    if not named:
        named = _entity_claims(said)
    elif len(named) == 1:
        named = _with_contradiction(named, said)
    normality = one_a_side(_normality_claim(mention, generic) for mention in said if mention.cue in _NORMALITY)
    if len(normality) == 2 or (normality and named):
        # "The ventricles are normal. There is an infarct."
        of_all = [one for one in said if one.cue in _NORMALITY and not one.partial]
        of_parts = {claim.side for claim in normality} - {
            claim.side for claim in (_normality_claim(one, generic) for one in of_all) if claim is not None
        }
        there = {claim.side for claim in (*named, *normality)}
        if "negative" in of_parts and "positive" in there:
            normality = [claim for claim in normality if claim.side != "negative"]
    if not named or not normality or len(named) == 2:
        return named or normality
    if len(normality) == 2:
        return named
    if named[0].side == normality[0].side:
        return named
    # "Abnormal, though there is no tumor" answers a question about abnormality.
    denied_only = not any(one.cue in (Cue.NEGATIVE, Cue.NEGATIVE_ENTITY) and not _is_of_a_part(one) for one in said)
    if generic and named[0].side == "negative" and denied_only:
        return normality
    if named[0].side == "negative":
        return named
    return [*named, *normality]


def _is_of_a_part(mention: Mention) -> bool:
    """Whether the name tells of one organ only: beside "lungs clear" the heart may be enlarged."""
    return not _ORGANS.isdisjoint(mention.name.split(" "))


def _with_contradiction(named: list[Claim], said: list[Mention]) -> list[Claim]:
    """Both sides of "The lesion is harmless. The lesion is a melanoma"."""
    harmless = all(mention.cue in (Cue.NEGATIVE, Cue.NEGATIVE_ENTITY) for mention in said if mention.cue in EXPLICIT)
    # "A benign melanocytic lesion" is none.
    least = named[0].end + _APART
    entities = [one for one in said if one.cue is Cue.POSITIVE_ENTITY and not one.negated and one.start > least]
    if not harmless or not entities or named[0].side != "negative":
        return named
    return [*named, vocabulary_claim(entities[0], "entity")]


def _entity_claims(said: list[Mention]) -> list[Claim]:
    """Entities that are there decide; only when none is, one that is not there speaks against its side."""
    entities = [mention for mention in said if mention.cue in ENTITIES]
    there = one_a_side(vocabulary_claim(mention, "entity") for mention in entities if not mention.negated)
    return there or one_a_side(
        vocabulary_claim(mention, "entity") for mention in entities if mention.cue is Cue.POSITIVE_ENTITY
    )


def vocabulary_claim(mention: Mention, rule: str) -> Claim:
    """The side that a name or an entity of the task claims; the other one where it is denied."""
    side = EXPLICIT.get(mention.cue) or ENTITIES[mention.cue]
    granted = mention.initial and not mention.corrected
    return Claim(OTHER[side] if mention.negated else side, rule, mention.start, mention.end, granted)


def _normality_claim(mention: Mention, generic: bool) -> Claim | None:
    """Normal excludes the disease; abnormal answers only a question about abnormality."""
    abnormal = (mention.cue is Cue.NORMAL) == mention.negated
    if abnormal and not generic:
        return None
    if mention.cue is Cue.FINDING and not abnormal and mention.name not in _OF_ANY_KIND:
        return None
    granted = mention.initial and not mention.corrected
    return Claim("positive" if abnormal else "negative", "normality", mention.start, mention.end, granted)


def sides_named(mentions: list[Mention], mode: Mode, generic: bool) -> list[Claim]:
    """The sides that mentions of this mode point to, one a side."""
    named = [mention for mention in mentions if mention.mode == mode]
    return weighed_claims(named, generic) if named else []


def one_a_side(claims: Iterable[Claim | None]) -> list[Claim]:
    """The first claim for each side."""
    first: dict[Side, Claim] = {}
    for claim in claims:
        if claim is not None:
            first.setdefault(claim.side, claim)
    return list(first.values())
