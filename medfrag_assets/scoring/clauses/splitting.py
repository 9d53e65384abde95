"""Where a sentence is divided into clauses."""

from medfrag_assets.scoring.chances import is_number
from medfrag_assets.scoring.clauses.groups import CONCEDES, PAUSES
from medfrag_assets.scoring.cues.kinds import DENIES, MENTIONS, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.sentences import Passage

_CLOSES = DENIES | {Cue.WRONG, Cue.HEDGE}
# What may open a clause, and what changes the reading of one.
_OPENS = frozenset({Cue.BREAK, Cue.OPENER, Cue.LIKELY, Cue.SHOWS, Cue.MODAL})
_UNDOES = frozenset({Cue.ABSENT, Cue.WRONG})
_ARTICLES = frozenset({"the", "this", "these", "both", "each"})
_DIVIDES = PAUSES | {"and", "/"}
# These stand within a clause as well as before one: "evidence is therefore lacking".
_FLOATS = frozenset(phrases("however|therefore|thus|hence|though|nevertheless|nonetheless|on the other hand|that said"))
_BEFORE_FLOATING = frozenset(
    phrases("is|are|was|were|be|been|has|have|had|do|does|did|can|could|must|should|will|would|and")
)
# "..., B being out of the question".
_OF_A_LETTER = frozenset(phrases("being|is|does|would|cannot|can|has|seems|fits|having|looks|was|not"))
# "B it is, for the border has vanished."
_SUBJECTS = frozenset({"the", "it", "there", "this", "its", "both", "these", "they", "no", "one"})
_SAYS = frozenset(phrases("is|are|was|were|has|have|does|do|shows|looks|can|remains|lacks|keeps|lies|runs"))
_VERB_WITHIN = 5
_LACKS = frozenset(phrases("lacks|lack|lacking|without|free of|devoid of|free from|absence of|lack of"))
_LINKS = frozenset({"is", "are", "was"})
_PRONOUNS = frozenset({"it", "this", "that", "there", "they", "these", "i"})


def split_clauses(whole: Passage, several: bool) -> list[list[Item]]:
    """The clauses of a passage, in order. `several`: it states more than one percentage, and every comma divides it."""
    items = whole.items
    if whole.cues.isdisjoint(_OPENS) and whole.texts.isdisjoint(_DIVIDES):
        return [items]
    clause: list[Item] = []
    clauses = [clause]
    before: Item | None = None
    seen: set[Cue | None] = set()
    cleft = "what" in whole.texts and not whole.cues.isdisjoint(DENIES)
    mentioned = False
    for place, item in enumerate(items):
        cue, text = item.cue, item.text
        # Most words divide nothing, which is quickly seen.
        opens = (
            cue in _OPENS
            or text in _DIVIDES
            or (cleft and text in _LINKS)
            or (before is not None and before.text in PAUSES)
        ) and (
            (
                cue in _OPENS
                and _opens_clause(item, before, mentioned)
                and not _lists_subjects(items, place, seen, mentioned)
                and not (text in _ARTICLES and _lists_what_lacks(items, place, clause))
            )
            or (several and text in (",", "and", "/"))
            # "Likely a melanoma, a nevus is possible": the commitment ends at the comma.
            or (text == "," and mentioned and Cue.LIKELY in seen)
            # "I cannot decide: a shadow, but no bronchogram" weighs behind the colon.
            or (text == ":" and Cue.REFUSED_SCOPE in seen and (not mentioned or Cue.ASKED in seen))
            # "No tumor: unlikely" goes on.
            or (text == ":" and _is_closed(seen, before) and not _is_value(items, place + 1))
            or (before is not None and before.text in PAUSES and _begins_within(items, place, mentioned))
            or (text == "," and mentioned and clause[0].text in CONCEDES)
            # "What rules out B is the dense opacity."
            or (text in _LINKS and mentioned and clause[0].text == "what" and not seen.isdisjoint(DENIES))
        )
        if opens and clause:
            clause = []
            clauses.append(clause)
            seen = set()
            mentioned = False
        clause.append(item)
        if cue is not None:
            seen.add(cue)
            mentioned = mentioned or cue in MENTIONS
        before = item
    return clauses


def _is_closed(seen: set[Cue | None], before: Item | None) -> bool:
    """Whether a colon after these cues ends a clause: "No asymmetry: harmless". "Tumor: absent" goes on."""
    # "No antibiotics are needed on the strength of this film: ..."
    if seen.isdisjoint(MENTIONS) and not seen.isdisjoint(DENIES) and before is not None and before.cue not in DENIES:
        return True
    if seen & MENTIONS == {Cue.OPTION} and before is not None and before.cue is not Cue.OPTION:
        return True
    return not seen.isdisjoint(MENTIONS) and not seen.isdisjoint(_CLOSES)


def _lists_subjects(items: list[Item], place: int, seen: set[Cue | None], mentioned: bool) -> bool:
    """Like the second article in "Nothing about the ventricles, the sulci or the midline looks out of place"."""
    if mentioned or Cue.NO not in seen or items[place].text not in _ARTICLES:
        return False
    return place > 1 and items[place - 2].cue is not Cue.NO and items[0].text not in ("no", "yes")


def _lists_what_lacks(items: list[Item], place: int, clause: list[Item]) -> bool:
    """Like the second article in "The patch lacks the crowding and the loss of ducts of a carcinoma"."""
    if items[place - 1].text != "and":
        return False
    behind = {word for item in items[place + 1 : place + 1 + _VERB_WITHIN] for word in item.text.split(" ")}
    return any(item.text in _LACKS for item in clause) and behind.isdisjoint(_SAYS)


def _is_value(items: list[Item], place: int) -> bool:
    """Whether what stands behind a colon is said of what stands before it: "No tumor: unlikely", "no tumor: 0.07"."""
    if place == len(items):
        return False
    return items[place].cue in _UNDOES or is_number(items[place].text)


def _begins_within(items: list[Item], place: int, mentioned: bool) -> bool:
    """Whether a reply, or what is said of a letter, begins behind a comma: "..., no, it is not", "..., B being out"."""
    item = items[place]
    after = items[place + 1].text if place + 1 < len(items) else ""
    if item.cue is Cue.OPTION:
        return mentioned and after in _OF_A_LETTER
    if item.text == "then":
        return mentioned
    if item.text == "for":
        return (
            mentioned
            and after in _SUBJECTS
            and not _SAYS.isdisjoint(
                word for one in items[place + 2 : place + 2 + _VERB_WITHIN] for word in one.text.split(" ")
            )
        )
    return item.text in ("no", "yes") and after == "," and items[min(place + 2, len(items) - 1)].text in _PRONOUNS


def _opens_clause(item: Item, before: Item | None, mentioned: bool) -> bool:
    if item.cue is Cue.BREAK:
        if item.text in _FLOATS and before is not None:
            return before.text in PAUSES or (mentioned and before.text not in _BEFORE_FLOATING)
        return True
    if before is None:
        return False
    if item.cue is Cue.OPENER or item.cue is Cue.LIKELY or item.cue is Cue.SHOWS:
        return before.text in (",", "and", "(")
    # "a mass that may be a glioma": the doubt is about the second word only.
    return mentioned and item.cue is Cue.MODAL and before.text in ("that", "which")
