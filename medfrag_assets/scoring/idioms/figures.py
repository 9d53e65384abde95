"""Figures of speech: "were it not for the nodule", "compared with a nevus", "if this is cancer, I am the pope"."""

from collections.abc import Callable

from medfrag_assets.scoring.cues.kinds import DECLINES, MENTIONS, SIDES, STATES, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.idioms.names import BETWEEN, REACH, is_option
from medfrag_assets.scoring.idioms.past import (
    TIMES,
    WAS,
    leave_out_the_past,
    suppose_the_past,
    suppose_what_another_showed,
)
from medfrag_assets.scoring.idioms.seeming import SUPPOSED, read_what_was_supposed
from medfrag_assets.scoring.idioms.standing import (
    COULD,
    DEPARTS,
    EXCEPTS,
    FEEBLE,
    LACKS,
    SEARCHES,
    VALUES,
    WERE,
    WHOEVER,
    deny_the_unreal,
    deny_what_little_speaks_for,
    deny_what_others_call_it,
    doubt_nothing_denied,
    read_departure,
    read_exception,
    read_search,
    read_value,
    read_what_the_normal_lacks,
)
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.words import spelled

# What something is held against is not what it is: "compared with a typical nevus".
COMPARES = frozenset(
    phrases(
        "compared with|compared to|in comparison with|in comparison to|by comparison with|in contrast to|"
        "in contrast with|relative to|set against|side by side with"
    )
)
# Something has to be overlooked for it to be called that.
BLIND = spelled(
    """
    overlook | overlooking | ignore | ignoring | disregard | imagination | squint | blind | goodwill | blindfolded |
    optimist | miracle | fool | liar | fantasy | shutting | blindfold | wishful | imaginative | creativity |
    generous | charitable | mystery | fathom | baffles | neglect | disservice | kidding | fooling | deceiving |
    scaring | negligent | remiss | dishonest | misleading | deluding
    """
) | {"overlook a", "overlooking a"}
_NEEDS = spelled("how | cannot | would | if | by | need | needs | take | takes | must | require | requires | only")
COUNTERFACTUAL = frozenset(
    phrases(
        "were|had|were it|were there|had it been|had there been|but for|if not for|if it were not for|save for|"
        "were it not for|had this been|if it were|if there were|if it was"
    )
)
_DETERMINES = frozenset({"the", "this", "it", "these", "that"})
# "If this is cancer, I will eat my hat": what follows cannot be, and so cannot the condition.
_ABSURD = frozenset(
    phrases(
        "dutchman|hat|pope|monkey|astronaut|uncle|nothing is|what is|never seen|not know what is|meaning|queen|"
        "martian|emperor|rocket|flying|know|not know"
    )
)
_SURPRISED = spelled("surprised | astonished | amazed | shocked | stunned | flabbergasted")
_OPINIONS = frozenset({"say", "call", "read", "label", "pick", "answer"})
# "Hard to explain by anything but a tumor."
ANYTHING_BUT = frozenset(phrases("anything but|anything other than|anything else than|anything except|other than"))
_HARD = spelled(
    "hard | difficult | strange | impossible | cannot | not | unable | tough | odd | without | never | nobody | no"
)
_PUTS = spelled("rules | rule | ruled | ruling | put | puts | putting | set | lay | leave | brush | wave | cast | push")
ASIDE = frozenset({"out", "aside", "away", "off", "to rest"})
RETURNS = frozenset({"back", "returned", "recurred"})
_EXPLAINS = spelled("account | accounts | explain | explains | cause | produce | give | yield | with | given")
SEES_HOW = frozenset(
    f"{sees} {how}"
    for sees in phrases("not see|cannot see|fail to see|hard to see|difficult to see|not imagine|cannot imagine")
    for how in phrases("how|how that|how one could|how anyone could")
)
MORE_THAN = frozenset(
    phrases("take more than|takes more than|need more than|needs more than|requires more than|require more than")
)
# What a side would be where it is chosen; anything else that it "would be" is said against it.
_WELL = spelled(
    """
    my | the | right | correct | answer | choice | best | likely | consistent | possible | first | top | guess |
    fitting | expected | appropriate | more | most | plausible | better | good | reasonable | sensible | a | an |
    suspected | considered | diagnosed | favored | preferred | compatible | in | at | on | option | if | what | hard |
    called | one | supported | safe | wise | enough | too | typical | easy | difficult | nice | great | fine | not |
    """
)
SO = frozenset({"so is", "so are", "so does", "so do"})
# "And so would an abscess" leaves it open, "and so would most doctors" does not.
SO_WOULD = frozenset({"and so would", "but so would"})


def read_figures(items: list[Item], told: set[str]) -> None:
    """Reads the figures of speech that the idiomatic words of a sentence belong to."""
    for words, read_it in _FIGURES:
        if not told.isdisjoint(words):
            read_it(items)


def _read_nothing_but(items: list[Item]) -> None:
    """Like "It would be hard to explain by anything but a tumor"."""
    hard = -1
    for place, item in enumerate(items):
        if item.text in ANYTHING_BUT and hard >= 0 and item.cue is Cue.NOT:
            items[place] = item.changed(None)
            items[hard] = items[hard].changed(None)
        elif not _HARD.isdisjoint(item.text.split(" ")):
            hard = place


def _read_a_return(items: list[Item]) -> None:
    """Like "The tumor that was resected has come back"."""
    back = next((place for place, item in enumerate(items) if item.text in RETURNS), 0)
    if items[back - 1].text in ("come", "is", "are", "grown", "has", "have") and items[back].cue is None:
        for place in range(back):
            if items[place].cue is Cue.ABSENT:
                items[place] = items[place].changed(None)


def _doubt_nothing(items: list[Item]) -> None:
    """Like "I do not see how this could be a tumor", which doubts nothing, and denies nothing that B cannot explain."""
    explained = False
    for place, item in enumerate(items):
        explained = explained or not _EXPLAINS.isdisjoint(item.text.split(" "))
        if item.cue is Cue.MODAL or (explained and item.cue in (Cue.FINDING, Cue.SIGN)):
            items[place] = item.changed(None)


def _say_so_of_another(items: list[Item]) -> None:
    """Like "Melanoma is excluded, and so is A": what is said of the first is said of the second."""
    denied = False
    for place, item in enumerate(items):
        denied = denied or item.cue in (Cue.ABSENT, Cue.NOT, Cue.NO)
        if item.text not in SO or place + 1 == len(items):
            continue
        if denied and (items[place + 1].cue in STATES or is_option(items, place + 1)):
            items[place] = item.changed(Cue.NOT)


def _agree_with_others(items: list[Item]) -> None:
    """Like "I would not call this normal, and so would most doctors": nothing else is weighed."""
    for place, item in enumerate(items):
        if item.text in SO_WOULD and all(other.cue not in MENTIONS for other in items[place + 1 : place + 4]):
            items[place] = item.changed(Cue.BREAK)


def _deny_what_is_absurd(items: list[Item]) -> None:
    """Like "If this is not pneumonia, I do not know what is", "If this is cancer, I am a Dutchman"."""
    comma = next((place for place, item in enumerate(items) if item.text == ","), 0)
    behind = {word for item in items[comma + 1 :] for word in item.text.split(" ")}
    if items[0].cue is not Cue.CONDITION or not comma or behind.isdisjoint({"i", "nothing", "then", "what", "word"}):
        return
    named = [place for place in range(comma) if items[place].cue in STATES]
    # "If this is not cancer, I would be surprised".
    surprised = not behind.isdisjoint(_SURPRISED) and "not" not in behind
    if named and (surprised or any(item.text in _ABSURD for item in items[comma:])):
        items[0] = items[0].changed(Cue.NOT)
        items[comma:] = [item.changed(None) for item in items[comma:]]


def _leave_it_to_others(items: list[Item]) -> None:
    """Like "A reader in a hurry would say normal": what others would call it weighs less."""
    for place in range(1, len(items) - 1):
        if (
            items[place].text == "would"
            and items[place + 1].text in _OPINIONS
            and items[place - 1].text not in ("i", "we")
        ):
            items[place] = items[place].changed(Cue.INITIAL)


def _call_it_a_stretch(items: list[Item]) -> None:
    """Like "Benign would be wishful thinking", "Malignant would be scaremongering"."""
    for place in range(1, len(items) - 2):
        if items[place].text == "would" and items[place + 1].text == "be" and items[place - 1].cue in SIDES:
            after = items[place + 2]
            last = place + 4 >= len(items) or items[place + 3].text == "," or items[place + 4].text == ","
            if after.cue is None and last and _WELL.isdisjoint(after.text.split(" ")) and place < 4:
                items[place + 1] = items[place + 1].changed(Cue.WRONG)
                return


def _rule_out(items: list[Item]) -> None:
    """Like "which rules a tumor out", "put the thought of a tumor aside". One who cannot do so says the opposite."""
    for place, item in enumerate(items):
        if item.text in _PUTS and item.cue is None:
            near = items[place + 1 : place + 2 + BETWEEN]
            at = next((at for at, other in enumerate(near) if other.text in ASIDE), 0)
            if not any(other.cue in MENTIONS for other in near[:at]):
                continue
            if place and items[place - 1].cue in (*DECLINES, Cue.NOT):
                items[place - 1] = items[place - 1].changed(None)
            else:
                items[place] = item.changed(Cue.NOT)


def _read_the_unreal(items: list[Item]) -> None:
    """Like "I would have called it normal, were it not for the nodule"."""
    if items[0].cue is Cue.CONDITION:
        return
    marker = next((place for place, item in enumerate(items) if place and item.text in COUNTERFACTUAL), -1)
    would = next((place for place, item in enumerate(items[: max(marker, 0)]) if "would" in item.text.split(" ")), -1)
    if would < 0:
        return
    behind = [
        place for place in range(marker + 1, min(marker + 10, len(items))) if items[place].text in ("not", "not been")
    ]
    if not behind and items[marker].text not in (
        "but for",
        "if not for",
        "save for",
        "if it were not for",
        "were it not for",
    ):
        return
    items[would] = items[would].changed(Cue.NOT)
    items[marker] = items[marker].changed(Cue.BREAK)
    if behind:
        items[behind[0]] = items[behind[0]].changed(None)


def _deny_what_takes_blindness(items: list[Item]) -> None:
    """Like "It takes a vivid imagination to call this benign", "To tick "no tumor" one would have to overlook it"."""
    words = {word for item in items for word in item.text.split(" ")}
    named = [place for place, item in enumerate(items) if item.cue in STATES or is_option(items, place)]
    if len(named) != 1 or words.isdisjoint(_NEEDS):
        return
    before = named[0] - (2 if named[0] > 1 and items[named[0] - 1].cue is Cue.NO else 1)
    if before >= 0:
        items[before] = items[before].changed(Cue.NOT)
        for place, item in enumerate(items):
            if item.cue in (Cue.WOULD, Cue.MODAL, Cue.CONDITION, Cue.ASKED):
                items[place] = item.changed(None)


def _leave_out_what_is_compared(items: list[Item]) -> None:
    """Like "Compared with a typical nevus this one has lost all order"."""
    for place, item in enumerate(items):
        if item.text in COMPARES:
            for at in range(place + 1, min(place + REACH, len(items))):
                # "Compared with Monday the mass has grown."
                if items[at].text == "," or (at > place + 1 and items[at].text in _DETERMINES):
                    break
                if items[at].cue in STATES:
                    items[at] = items[at].changed(None)


def _leave_out_the_choice(items: list[Item]) -> None:
    """Like "Between normal tissue and carcinoma, normal tissue it is"."""
    place = next(place for place, item in enumerate(items) if item.text == "between")
    comma = next((at for at in range(place, len(items)) if items[at].text in (",", ":")), len(items))
    named = [at for at in range(place, comma) if items[at].cue in STATES]
    if len(named) == 2 and any(item.cue in STATES for item in items[comma:]):
        for at in named:
            items[at] = items[at].changed(None)


# What reads the figures of speech that one of these words belongs to.
_FIGURES: tuple[tuple[frozenset[str], Callable[[list[Item]], None]], ...] = (
    (COMPARES, _leave_out_what_is_compared),
    (frozenset({"between"}), _leave_out_the_choice),
    (COUNTERFACTUAL, _read_the_unreal),
    (BLIND, _deny_what_takes_blindness),
    (WAS, leave_out_the_past),
    (TIMES, suppose_the_past),
    (WAS, suppose_what_another_showed),
    (DEPARTS, read_departure),
    (LACKS, read_what_the_normal_lacks),
    (SEARCHES, read_search),
    (WHOEVER, deny_what_others_call_it),
    (EXCEPTS, read_exception),
    (COULD, doubt_nothing_denied),
    (WERE, deny_the_unreal),
    (VALUES, read_value),
    (FEEBLE, deny_what_little_speaks_for),
    (ANYTHING_BUT, _read_nothing_but),
    (RETURNS, _read_a_return),
    (SUPPOSED, read_what_was_supposed),
    (ASIDE, _rule_out),
    (frozenset({"if"}), _deny_what_is_absurd),
    (frozenset({"would"}), _leave_it_to_others),
    (SO, _say_so_of_another),
    (SO_WOULD, _agree_with_others),
    (frozenset({"would"}), _call_it_a_stretch),
    (MORE_THAN, _deny_what_takes_blindness),
    (SEES_HOW, _doubt_nothing),
)
FIGURATIVE = frozenset().union(*(words for words, _ in _FIGURES))
# These belong to one only in a sentence that denies.
DENIED = LACKS | COULD
