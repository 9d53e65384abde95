"""Declining in favor of who may answer: "see a dermatologist", "not something for a chatbot"."""

from collections.abc import Sequence

from medfrag_assets.scoring.cues.kinds import Cue
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.refusals.negators import NEGATORS
from medfrag_assets.scoring.words import spelled

ROLES = spelled("ai | chatbot | assistant | bot | llm")
# Who is not the one to answer: "not a thing to be done by an app", "take it to a neurologist, not to me".
_MACHINES = spelled(
    "ai | chatbot | chatbots | assistant | bot | bots | llm | app | apps | software | machine | machines | program | "
    "computer | algorithm | me"
)
_BY = frozenset({"by", "for", "from", "to", "not"})
MADE = frozenset({"helpful", "developed", "trained", "designed", "programmed", "built", "created", "made"})
PROFESSIONALS = spelled(
    """
    doctor | doctors | dr | physician | physicians | radiologist | radiologists | neuroradiologist | dermatologist |
    dermatologists | dermatopathologist | pathologist | pathologists | oncologist | neurologist | neurosurgeon |
    pulmonologist | specialist | specialists | clinician | clinicians | professional | professionals | expert |
    experts | doc | docs | derm | dermatology | nurse | neurosurgeons |
    provider | surgeon | gp | hospital | clinic | practitioner | histopathologist | physicist | medic
    """
)
_REFERS = spelled(
    """
    tell | requires | require | consult | consulting | see | ask | contact | speak | talk | visit | seek | refer |
    referral | reach | show | have |
    let | get | check | should | must | has | needs | need | only | leave | recommend | recommended | advise |
    please |
    book | turn | discuss | best | required | want | evaluated | reviewed | examined | checked | consultation |
    question | decide | job | task | matter | up | territory | domain | judge | confirm | deserves | deserve |
    belongs |
    belong | served | take | bring | go | hands | rests | rest | entrust | entrusted | trust | advice |
    merits | merit | warrants | calls
    """
)
_IS_FOR = frozenset({"to", "is", "are"})
COMPETENCE = spelled(
    "expertise | training | qualifications | qualification | license | credentials | competence | "
    "capability | skills | authority | capabilities | abilities | vision"
)
LACKING = frozenset(
    {"lack", "lacks", "lacking", "no", "not", "without", "cannot", "beyond", "exceeds", "outside", "need", "limited"}
)
# "I would stake my license on it."
STAKES = frozenset({"bet", "stake", "wager", "swear"})
_WOULD = frozenset({"would", "was"})
_WOULD_WITHIN = 8
# What one does who knows better than a model.
_JUDGES_BETTER = spelled(
    "able | need | needs | should | must | determine | diagnose | decide | tell | best | only | better | examine | "
    "judge | confirm | evaluate | assess | require | requires | interpret | know | read | ask | want | look | be able"
)
_SAYS = frozenset({Cue.NOT, Cue.NORMAL, Cue.ABNORMAL, Cue.IGNORED})


def speaks_for_all(items: Sequence[Item]) -> bool:
    """Like "no radiologist would call this normal", "it does not take an expert to see that"."""
    return any(
        item.cue in _SAYS and " " in item.text and not PROFESSIONALS.isdisjoint(item.text.split(" ")) for item in items
    )


def refers(words: set[str]) -> bool:
    """Like "see a dermatologist", "this needs a specialist"."""
    if words.isdisjoint(PROFESSIONALS):
        return False
    # "That is for the radiologist to say", "finding tumors is work for a radiologist".
    return not words.isdisjoint(_REFERS) or ("for" in words and not words.isdisjoint(_IS_FOR))


def would_do_so(items: Sequence[Item], words: set[str]) -> bool:
    """Like "A radiologist with little time would send this back as normal": that one would do so says what is seen."""
    if not words.isdisjoint(_JUDGES_BETTER) or Cue.MODAL in {item.cue for item in items}:
        return False
    first = [word for item in items[:2] for word in item.text.split(" ")]
    within = {item.text.split(" ")[0] for item in items[1:_WOULD_WITHIN]}
    return (
        first[0] in ("a", "an", "any", "the", "every") and first[1] in PROFESSIONALS and not within.isdisjoint(_WOULD)
    )


def is_no_professional(items: Sequence[Item], words_of_items: set[str]) -> bool:
    """Like "I am not a doctor"."""
    if "not" not in words_of_items or words_of_items.isdisjoint(PROFESSIONALS):
        return False
    words = [word for item in items for word in item.text.split(" ")]
    for place, word in enumerate(words):
        if word == "not" and place + 1 < len(words) and words[place + 1] in ("a", "an", "your", "medically", "the"):
            return not PROFESSIONALS.isdisjoint(words[place + 2 : place + 7])
    return False


def were_i_a_professional(words: set[str]) -> bool:
    """Like "if I were a radiologist"."""
    return "were" in words and "i" in words and not words.isdisjoint(PROFESSIONALS)


def is_not_for_a_machine(items: Sequence[Item], words_of_items: set[str]) -> bool:
    """Like "not something for a chatbot", "take it to a doctor, not to me"."""
    if words_of_items.isdisjoint(_MACHINES) or words_of_items.isdisjoint(NEGATORS):
        return False
    words = [word for item in items for word in item.text.split(" ")]
    for place, word in enumerate(words):
        if word in _MACHINES and place > 1:
            before = words[max(0, place - 3) : place]
            # "This does not strike me as cancer."
            by = before[-1:] if word == "me" and before[-1] != "with" else before[-2:]
            if not _BY.isdisjoint(by) and not NEGATORS.isdisjoint(words[:place]):
                return word != "me" or "not" in before
    return False
