"""Declining to judge, for want of power, ground or will: "nobody can answer that", "it would be a guess"."""

from collections.abc import Sequence

from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.refusals.exams import MATERIAL
from medfrag_assets.scoring.refusals.negators import NEGATORS, NOBODY
from medfrag_assets.scoring.words import spelled

_JUDGES = spelled(
    """
    conclusion | diagnosis | opinion | assessment | answer | statement | judgment | determination | verdict |
    decision |
    interpretation | idea | clue | comment | guess | choice | reading | call | means | basis | way | grounds |
    judgement |
    license | qualification | qualifications | training | expertise | eyes | ability | capability
    """
)
# "I have not the faintest idea".
_NOTIONS = frozenset({"idea", "clue", "notion", "inkling", "opinion"})
_GIVES = spelled(
    "give | choose | pick | offer | hand | name | select | answer | provide | confirm | vote | back | endorse | "
    "state | issue | utter | commit | certify | attest | pronounce"
)
# What one does who answers.
JUDGING = spelled(
    """
    answer | answers | say | tell | tells | judge | decide | determine | diagnose | interpret | assess | comment |
    conclude | give | offer | know | read | settle | respond | reply | evaluate | advise | pronounce | speculate |
    establish | clarify | resolve | distinguish | differentiate | commit | choose | pick | make | provide | classify |
    opine | weigh | rule | confirm | recognize | see | identify | analyze | deciding | diagnosing | interpreting |
    judging | answering | answered | label | grade | call | judged | told | diagnosed | decided |
    determined | interpreted | assessed |
    interpretation | assessment | diagnosis | diagnoses | judgment | judgement | opinion | verdict | conclusion
    """
)
# Without what one also does who only looks, and finds nothing.
JUDGING_ALONE = JUDGING - {"see", "identify", "recognize", "make", "rule", "read", "confirm", "know", "say"}
# How many words further on stands what one cannot.
_POWER_WITHIN = 9
_WILL = frozenset({"will", "would", "do", "can", "could", "may"})
_OUGHT = frozenset({"must", "should", "need", "needs", "has", "have", "ought", "only"})
# Who may answer, and may be unable to or unwilling.
PERSONS = frozenset({"i", "me", "we", "us", "nobody", "anyone", "anybody", "my", "one", "noone", "someone"})
_POWERS = spelled(
    """
    able | can | could | cannot | allowed | qualified | trained | competent | permitted | authorized | capable |
    equipped |
    entitled | position | willing | want | wish | feel | dare | would | will | may | something | supposed | built |
    made |
    intended | designed | meant | licensed | certified | prepared | ready | do | place | comfortable | trust | venture
    """
)
_SCARCE = spelled(
    "little | few | small | blurred | blurry | dark | low | poor | coarse | noisy | grainy | limited | faint | far | "
    "early | pixelated | overexposed | underexposed | fuzzy | unclear | degraded | thick | thin | dim | light | "
    "bright | "
    "cropped | rotated | much"
)
BEYOND = frozenset({"beyond", "exceeds", "exceed", "outside", "surpasses"})
REACH = spelled(
    """
    what | ability | abilities | capability | capabilities | competence | remit | scope | purview | skills |
    knowledge |
    expertise | reach | domain | pay | brief | capacity | power | powers | wheelhouse | training
    """
)
GUESSES = spelled("guess | guessing | guesswork | speculation | speculating | speculate | conjecture | guesses")
_MERELY = spelled(
    "only | just | mere | merely | pure | purely | nothing | blind | blindly | any | no | not | wild | wildly | "
    "worth | "
    "help | but | cannot | rather | random | amount | could"
)
_DECIDABLE = spelled(
    """
    chosen | selected | picked | given | made | drawn | decided | told | answered | said | stated | offered |
    reached |
    rendered | determined | established | concluded | inferred | derived | judged | preferred | favored | provided |
    confirmed | excluded | ruled | diagnosed | assessed | evaluated | settled | verified | classified | interpreted
    """
)


def is_to_be_judged(words: set[str]) -> bool:
    """Like "a tumor must be excluded by a pathologist", "should be decided by somebody trained for it"."""
    return {"be", "by"} <= words and not words.isdisjoint(_OUGHT) and not words.isdisjoint(_DECIDABLE)


def is_too_little(words: set[str]) -> bool:
    """Like "too blurred to read", "a single slice tells too little", "too small a sample"."""
    if "too" not in words or words.isdisjoint(_SCARCE):
        return False
    return not (words.isdisjoint(JUDGING) and words.isdisjoint(MATERIAL))


def only_guesses(words: set[str]) -> bool:
    """Like "that would be pure guesswork"."""
    return not words.isdisjoint(GUESSES) and not words.isdisjoint(_MERELY) and words.isdisjoint({"my", "educated"})


def is_no_reader(words: set[str]) -> bool:
    """Like "I am only able to handle text", "I have no eyes"."""
    if words.isdisjoint({"i", "am"}):
        return False
    return "text" in words and not words.isdisjoint({"only", "just", "based", "purely", "not"})


def lacks_the_power(items: Sequence[Item], words: set[str], judging: frozenset[str]) -> bool:
    """Like "that is nothing I am allowed to judge", "nobody can answer that"."""
    if words.isdisjoint(NOBODY) or words.isdisjoint(PERSONS):
        return False
    if words.isdisjoint(_POWERS) or words.isdisjoint(judging):
        return False
    person, negated = False, 0
    for word in (word for item in items for word in item.text.split(" ")):
        negated = 0 if word == "," else _POWER_WITHIN if word in NOBODY else negated - 1
        person = person or word in PERSONS
        if word in _POWERS and person and negated > 0:
            return True
        # "I would not judge" negates behind the power.
        if word == "cannot" and person:
            return True
        if word in NEGATORS and person and not words.isdisjoint(_WILL):
            return True
    return False


def lacks_a_judgment(items: Sequence[Item], words_of_items: set[str]) -> bool:
    """Like "No firm opinion is possible". But "no diagnosis of cancer" denies, "no way that is normal" commits."""
    if words_of_items.isdisjoint(_JUDGES) and words_of_items.isdisjoint(_NOTIONS):
        return False
    words = [word for item in items for word in item.text.split(" ")]
    for place, word in enumerate(words):
        if word not in ("no", "without"):
            continue
        for at in range(place + 1, min(place + 4, len(words))):
            # "No reason to call this abnormal" judges.
            if words[at] in ("to", "is", "from"):
                break
            if words[at] in _JUDGES:
                after = words[at + 1] if at + 1 < len(words) else ""
                return (
                    (after in ("of", "to", "on", "for"))
                    if words[at] in ("way", "means", "basis", "grounds")
                    else after != "of"
                )
    return "not" in words and not _NOTIONS.isdisjoint(words[words.index("not") + 1 : words.index("not") + 5])


def gives_neither(items: Sequence[Item]) -> bool:
    """Like "I hand out neither", "so I can give neither A nor B"."""
    words = [word for item in items for word in item.text.split(" ")]
    before = words[: words.index("neither")]
    return not PERSONS.isdisjoint(before) and not _GIVES.isdisjoint(before[-2:])


def can_not_be_decided(items: Sequence[Item]) -> bool:
    """Like "Neither can be chosen"."""
    for place, item in enumerate(items):
        if item.text.startswith("can be ") and item.text.split(" ")[-1] in _DECIDABLE:
            return True
        if place + 1 < len(items) and item.text in ("can be", "could be", "may be", "be"):
            return any(
                word in _DECIDABLE for word in (items[place + 1].text, items[min(place + 2, len(items) - 1)].text)
            )
    return False
