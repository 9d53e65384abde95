"""What is held against what is normal, against a search, or against who calls it so.

Like "departs from a normal breast", "which healthy skin does not have", "I went over the scan for a mass and saw none".
"""

from medfrag_assets.scoring.cues.kinds import HEDGES, MENTIONS, SOUND, VERDICTS, Cue
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
_NORMAL_WITHIN = 8
# "Which a normal mole would not have".
_NOT = frozenset({"not", "never"})
_AUXILIARIES = frozenset({"does", "do", "would", "should", "will", "can", "could", "did"})
_HAS = frozenset(
    phrases("have|show|contain|display|do|bear|exhibit|present|possess|produce|look|develop|be|grow|bring|get|need")
)
_HAS_NEVER = frozenset({"has", "have", "shows", "displays", "contains", "exhibits", "does", "looks"})
LACKS = (_HAS | _HAS_NEVER) - {"be", "do", "does", "get", "present"}
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
VALUES = frozenset({"negative", "neg", "n"})
# "The case for B is weak".
FEEBLE = frozenset({"is weak", "is thin", "is feeble", "is flimsy", "is poor", "looks weak", "weak", "thin", "flimsy"})
_CASES = frozenset({"case", "argument", "arguments", "grounds"})
_CASE_WITHIN = 7
# "Normal except for a bright focus".
EXCEPTS = frozenset({"except", "except for", "apart", "apart from", "aside", "aside from", "save for"})
_SPOTS = spelled("focus | foci | spot | spots | shadow | rim | ring | streak | streaks | blob | patch | lump | bulge")
_MINOR = spelled(
    "artifact | artifacts | age | motion | rotation | mild | minor | tiny | incidental | benign | harmless"
)
# "No cell that could be malignant".
COULD = frozenset(f"{can} {what}".strip() for can in ("could", "might", "may") for what in ("", "be", "suggest"))
_THAT = frozenset({"that", "which", "way"})
# "If it were malignant, it would have a veil, and it has none".
WERE = frozenset({"were", "if it were", "if this were", "if there were", "were it", "were this", "were there"})
_VERB_AMONG = 5
_OPEN = VERDICTS | HEDGES | {Cue.HOLDS}
_IS = frozenset({"is", "are", "has", "have", "can", "can be seen", "shows", "see", "find", "there is", "it has"})
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
            if items[at].cue in SOUND:
                normal.append(at)
        if normal:
            items[place] = item.changed(Cue.ABNORMAL)
            for at in normal:
                items[at] = items[at].changed(None)


def read_what_the_normal_lacks(items: list[Item]) -> None:
    """Like "streaks, which healthy skin does not have": it is not healthy."""
    for place in range(2, len(items) - 1):
        if items[place].text not in _NOT:
            continue
        verb = items[place + 1].text
        helped = items[place - 1].text in _AUXILIARIES
        if not (helped and verb in _HAS) and not (items[place].text == "never" and verb in _HAS_NEVER):
            continue
        subject = [at for at in range(max(0, place - 1 - _SUBJECT), place) if items[at].cue in SOUND]
        if not subject:
            continue
        first = subject[0] - (items[subject[0] - 1].text in _ARTICLES if subject[0] else 0)
        # "No, a healthy lung would not have a cavity" answers as well, and so does "healthy lungs do not have one".
        answers = (items[0].text in ("no", "yes") and first <= 2) or first == 0
        relates = first > 0 and items[first - 1].text in _RELATES
        if relates or answers:
            items[place] = items[place].changed(Cue.ABSENT)
        if relates:
            # Of "atypical features that a healthy lobule does not show" the features are there.
            items[first - 1] = items[first - 1].changed(Cue.BREAK)


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
            items[at] = items[at].changed(Cue.SEARCH)
            return


def read_value(items: list[Item]) -> None:
    """Like "Loss of ducts, negative", "Tumor present: N", as a list of findings has it."""
    last = items[-1]
    if len(items) < 3 or last.text not in VALUES or last.cue is not None or items[-2].text not in (",", ":"):
        return
    # A comma ends what is named, a colon what is said of it.
    named = items[-3:-2] if items[-2].text == "," else items[:-2]
    if any(item.cue in MENTIONS and item.cue is not Cue.OPTION for item in named):
        items[-1] = last.changed(Cue.ABSENT)


def deny_what_little_speaks_for(items: list[Item]) -> None:
    """Like "The case for B is weak"."""
    for place, item in enumerate(items):
        if item.text in FEEBLE:
            before = [other.text for other in items[max(0, place - _CASE_WITHIN) : place]]
            case = next((at for at, text in enumerate(before) if text in _CASES), len(before))
            if before[case + 1 : case + 2] == ["for"]:
                items[place] = item.changed(Cue.ABSENT)


def doubt_nothing_denied(items: list[Item]) -> None:
    """Like "There is no epithelium that could be malignant", "no sign of it that I could point to"."""
    denials = 0
    for place, item in enumerate(items):
        if item.text in COULD and item.cue in (Cue.MODAL, Cue.INITIAL) and denials == 1:
            # "... that I could point to".
            who = place - 1 - (items[place - 1].text in ("i", "one", "we", "anyone"))
            if items[who].text in _THAT:
                items[place] = item.changed(None)
        denials += item.cue in (Cue.NO, Cue.NOT)


def deny_the_unreal(items: list[Item]) -> None:
    """Like "If it were malignant, I would expect several colors, but there is only one"."""
    unreal = items[0].text.split(" ")[0] in ("if", "were")
    if not unreal or all("were" not in item.text.split(" ") for item in items[:_VERB_AMONG]):
        return
    comma = next((place for place, item in enumerate(items) if item.text == ","), len(items))
    named = [place for place in range(comma) if items[place].cue in VERDICTS]
    would = next((at for at in range(comma, len(items)) if "would" in items[at].text.split(" ")), len(items))
    fact = next((at for at in range(would + 1, len(items)) if _begins_a_fact(items, at)), len(items))
    behind = items[fact + 1 :]
    if not named or not behind or any(item.cue in _OPEN for item in behind):
        return
    items[0] = items[0].changed(Cue.NOT)
    items[comma + 1 :] = [item.changed(None) for item in items[comma + 1 :]]


def _begins_a_fact(items: list[Item], place: int) -> bool:
    """Whether what is so begins here, behind what would be: ", but there is only one", ", and neither is seen"."""
    # "..., and it is sharp". But "..., and it is" says that it is as it would be.
    if items[place].cue is Cue.HOLDS:
        return place + 1 < len(items) and items[place + 1].text not in (",", ":")
    if items[place].text not in ("and", "but", "yet", "whereas", "while") or items[place - 1].text != ",":
        return False
    return any(item.text in _IS for item in items[place + 1 :])


def read_exception(items: list[Item]) -> None:
    """Like "Within normal limits except for a bright focus": it is not. "Normal except for motion" is."""
    marker = next((place for place, item in enumerate(items) if item.text in EXCEPTS), 0)
    behind = {word for item in items[marker + 1 :] for word in item.text.split(" ")}
    if not marker or behind.isdisjoint(_SPOTS) or not behind.isdisjoint(_MINOR):
        return
    for place in range(marker):
        if items[place].cue is Cue.NORMAL and (not place or items[place - 1].cue not in (Cue.NO, Cue.NOT)):
            items[place] = items[place].changed(Cue.ABNORMAL)


def deny_what_others_call_it(items: list[Item]) -> None:
    """Like "Whoever calls this normal has overlooked the ulcer"."""
    if items[0].text not in WHOEVER or all(item.text not in _CALLS for item in items[:4]):
        return
    named = next((place for place, item in enumerate(items) if item.cue in MENTIONS), len(items))
    errs = next((place for place in range(named, len(items)) if items[place].text in _ERRS), None)
    if errs is not None:
        items[errs] = items[errs].changed(Cue.ABSENT)
