"""Who cannot, or would not like to, call it something says that it is not: "I could not call it normal"."""

from medfrag_assets.scoring.cues.kinds import DECLINES, STATES, Cue
from medfrag_assets.scoring.idioms.names import is_option
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.words import spelled

_UNWILLING = spelled(
    "cannot | can | unable | uncomfortable | hesitate | hesitant | reluctant | refuse | decline | could | would | "
    "enough | hard | difficult | struggle | comfortable | happy | dare | way | prepared | willing | inclined | "
    "ready | going | reason | grounds | justification | impossible | unwilling | reckless | irresponsible | "
    "foolish | wrong | loath | mad | blind | rash | silly | absurd | odd | pushed | pressed | put"
)
_CALLS = spelled(
    """
    call | calling | label | labeling | write | writing | describe | describing | pass | regard | consider | sign |
    name | term | classify | put | file | report | tick | accept | read | certify | declare | pronounce | mark |
    earn | justify | warrant | deserve | merit | reading | naming | sell | defend | subscribe | reconcile | endorse |
    subsume | book | as | along | agree | square | harmonize | match | align
    """
)
_CERTAIN = spelled(
    "certainty | confidence | sure | certain | confidently | definitively | reliably | whether | either | yet | if | "
    "safely | conclusively | which"
)
_CALLED_WITHIN = 7
_SUSPECTED = frozenset({"suspected", "suspicion of", "suspicion", "suspicion for", "feared", "presumed", "supposed"})
# With one of these, a sentence that declines may refuse to call it something, or dispel a suspicion.
CALLING = _CALLS | {word for phrase in _SUSPECTED for word in phrase.split(" ")}


def dispel(items: list[Item]) -> None:
    """Like "The suspected tumor could not be confirmed"."""
    if all(item.text not in _SUSPECTED for item in items):
        return
    for place, item in enumerate(items):
        if item.cue in DECLINES and item.text.endswith(("be confirmed", "confirm")) and place > 1:
            items[place] = item.changed(Cue.ABSENT)


def refuse_to_call(items: list[Item]) -> None:
    """Like "I could not in good conscience call this normal": to be unable to call it that is to deny it."""
    for place, item in enumerate(items):
        if item.cue not in DECLINES:
            continue
        words = item.text.split(" ")
        if _UNWILLING.isdisjoint(words):
            continue
        calls = next(
            (
                at
                for at in range(place, min(place + _CALLED_WITHIN, len(items)))
                if not _CALLS.isdisjoint(items[at].text.split(" ")) and (at > place or words[-1] in _CALLS)
            ),
            -1,
        )
        if calls < 0:
            continue
        last = min(calls + 2 * _CALLED_WITHIN, len(items))
        ends = (at for at in range(calls, last) if items[at].cue is Cue.BREAK or items[at].text in (":", ","))
        end = next(ends, last)
        told = items[calls:end]
        near = range(calls + 1, min(calls + 1 + _CALLED_WITHIN, len(items)))
        named = [at for at in near if items[at].cue in STATES or is_option(items, at)]
        doubts = any(not _CERTAIN.isdisjoint(other.text.split(" ")) for other in items[place:end])
        if named and not doubts and len([other for other in told if other.cue in STATES]) < 2:
            items[place] = item.changed(Cue.NOT)
            for at in range(place + 1, calls + 1):
                if items[at].cue in (*DECLINES, Cue.NOT, Cue.ASKED):
                    items[at] = items[at].changed(None)
            return
