"""What is held against what is normal, against a search, or against who calls it so.

Like "departs from a normal breast", "which healthy skin does not have", "I went over the scan for a mass and saw none".
"""

from medfrag_assets.scoring.cues.kinds import MENTIONS, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.words import spelled

_DEPARTS = phrases(
    "departure|departures|departs|depart|departing|departed|deviation|deviations|deviates|deviate|deviating|differs|"
    "differ|differing|different|divergence|diverges|diverge|strays|stray|straying"
)
DEPARTS = frozenset(_DEPARTS) | {
    f"{word} from {what}" for word in _DEPARTS for what in ("what", "how", "the usual", "the expected", "the ordinary")
}
DEPARTS |= {"deviates from"}
_NORMAL = frozenset({Cue.NORMAL, Cue.NEGATIVE, Cue.NEGATIVE_ENTITY})
_NORMAL_WITHIN = 8
# "Which a normal mole would not have".
LACKS = frozenset({"not", "never"})
_AUXILIARIES = frozenset({"does", "do", "would", "should", "will", "can", "could", "did"})
_HAS = frozenset(
    phrases("have|show|contain|display|do|bear|exhibit|present|possess|produce|look|develop|be|grow|bring|get|need")
)
_HAS_NEVER = frozenset({"has", "have", "shows", "displays", "contains", "exhibits", "does", "looks"})
_RELATES = frozenset({"which", "that", "as"})
_ARTICLES = frozenset({"a", "an", "any", "the"})
_SUBJECT = 3
# "I searched both lungs for opacities".
SEARCHES = spelled(
    "searched | checked | inspected | scanned | combed | went | screened | looked | reviewed | examined | scoured | "
    "scrutinized | gone | surveyed | studied | looking | searching | checking"
)
_LOOKED_WITHIN = 7
_SOUGHT_WITHIN = 5
# "Loss of ducts, negative."
VALUES = frozenset({"negative", "neg"})
# "The case for B is weak".
FEEBLE = frozenset({"is weak", "is thin", "is feeble", "is flimsy", "is poor", "looks weak", "weak", "thin", "flimsy"})
_CASES = frozenset({"case", "argument", "arguments", "grounds"})
_CASE_WITHIN = 7
# "Whoever calls this normal has overlooked the ulcer".
WHOEVER = frozenset({"whoever", "anyone", "anybody", "everyone"})
_CALLS = spelled("calls | call | says | say | thinks | takes | reads | labels | called | said | claims | sees | picks")
_ERRS = spelled(
    "overlooked | missed | mistaken | overlooks | misses | ignores | ignored | forgotten | wrong | misread | "
    "mistakes | confuses | confused | erred | mistook | errs | blind"
)


def read_departure(items: list[Item]) -> None:
    """Like "Nothing departs from what a normal breast looks like": the normal is only what it is held against."""
    for place, item in enumerate(items):
        if item.text not in DEPARTS:
            continue
        if " " not in item.text and (place + 1 == len(items) or items[place + 1].text != "from"):
            continue
        normal = []
        for at in range(place + 1, min(place + 1 + _NORMAL_WITHIN, len(items))):
            if items[at].text in (",", ":") or items[at].cue is Cue.BREAK:
                break
            if items[at].cue in _NORMAL:
                normal.append(at)
        if normal:
            items[place] = item._replace(cue=Cue.ABNORMAL)
            for at in normal:
                items[at] = items[at]._replace(cue=None)


def read_what_the_normal_lacks(items: list[Item]) -> None:
    """Like "streaks, which healthy skin does not have": it is not healthy."""
    for place in range(2, len(items) - 1):
        if items[place].text not in LACKS:
            continue
        verb = items[place + 1].text
        helped = items[place - 1].text in _AUXILIARIES
        if not (helped and verb in _HAS) and not (items[place].text == "never" and verb in _HAS_NEVER):
            continue
        subject = [at for at in range(max(0, place - 1 - _SUBJECT), place) if items[at].cue in _NORMAL]
        if not subject:
            continue
        first = subject[0] - (items[subject[0] - 1].text in _ARTICLES if subject[0] else 0)
        # "No, a healthy lung would not have a cavity" answers as well, and so does "healthy lungs do not have one".
        answers = (items[0].text in ("no", "yes") and first <= 2) or first == 0
        relates = first > 0 and items[first - 1].text in _RELATES
        if relates or answers:
            items[place] = items[place]._replace(cue=Cue.ABSENT)
        if relates:
            # Of "atypical features that a healthy lobule does not show" the features are there.
            items[first - 1] = items[first - 1]._replace(cue=Cue.BREAK)


def read_search(items: list[Item]) -> None:
    """Like "I searched both lungs for opacities and could not identify any"."""
    for place, item in enumerate(items):
        if item.text not in SEARCHES or item.cue is not None:
            continue
        near = range(place + 1, min(place + 1 + _LOOKED_WITHIN, len(items)))
        at = next((at for at in near if items[at].text == "for" or items[at].cue in MENTIONS), None)
        if at is None or items[at].cue in MENTIONS:
            continue
        if any(other.cue in MENTIONS for other in items[at + 1 : at + 1 + _SOUGHT_WITHIN]):
            items[at] = items[at]._replace(cue=Cue.SEARCH)
            return


def read_value(items: list[Item]) -> None:
    """Like "Loss of ducts, negative", as a list of findings has it."""
    if len(items) > 2 and items[-1].text in VALUES and items[-2].text in (",", ":"):
        named = items[-3].cue
        if items[-1].cue is None and named in MENTIONS and named is not Cue.OPTION:
            items[-1] = items[-1]._replace(cue=Cue.ABSENT)


def deny_what_little_speaks_for(items: list[Item]) -> None:
    """Like "The case for B is weak"."""
    for place, item in enumerate(items):
        if item.text in FEEBLE:
            before = [other.text for other in items[max(0, place - _CASE_WITHIN) : place]]
            case = next((at for at, text in enumerate(before) if text in _CASES), len(before))
            if before[case + 1 : case + 2] == ["for"]:
                items[place] = item._replace(cue=Cue.ABSENT)


def deny_what_others_call_it(items: list[Item]) -> None:
    """Like "Whoever calls this normal has overlooked the ulcer"."""
    if items[0].text not in WHOEVER or all(item.text not in _CALLS for item in items[:4]):
        return
    named = next((place for place, item in enumerate(items) if item.cue in MENTIONS), len(items))
    errs = next((place for place in range(named, len(items)) if items[place].text in _ERRS), None)
    if errs is not None:
        items[errs] = items[errs]._replace(cue=Cue.ABSENT)
