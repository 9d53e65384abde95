"""Words whose cue depends on others further off: "should it grow", "cannot rule a tumor out", "favored over"."""

from collections.abc import Callable
from itertools import pairwise

from medfrag_assets.scoring.cues.kinds import MENTIONS, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.words import spelled

_SIDES = frozenset({Cue.POSITIVE, Cue.NEGATIVE, Cue.POSITIVE_ENTITY, Cue.NEGATIVE_ENTITY})
_NAMED = _SIDES | {Cue.NORMAL, Cue.ABNORMAL}
_SUBJECTS = frozenset(
    phrases("the|it|this|there|you|any|a|an|that|they|follow|symptoms|further|these|your|one|more|histology")
)
# "Should be biopsied" and "should not worry you" suppose nothing; "should the rim enhance" does.
_PREDICATES = frozenset(phrases("be|not|have|probably|also|i|we|get|see|always"))
_INVERTED = frozenset({"should", "were", "had"})
# "In a patient with fever, A", "for somebody aged eighty, sure".
_IN_SOMEBODY = frozenset({"in", "for", "with"})
_SOMEBODY = frozenset(
    phrases(
        "somebody|someone|anyone|anybody|patient|child|adult|smoker|person|man|woman|baby|infant|teenager|newborn|"
        "older|younger|young|old|elderly"
    )
)
_WITH = {"with": "without", "without": "with"}
_BACK = frozenset({"it", "them", "this", "that", "these", "those", ",", "one", "any", "such", "fever"})
# What one does who reads a picture, as the subject of a sentence.
_TASKS = frozenset(
    phrases(
        "ruling out|excluding|finding|spotting|detecting|identifying|diagnosing|seeing|recognizing|confirming|naming|"
        "calling|telling|looking|reading|labeling|distinguishing|saying|deciding|looking for|searching for"
    )
)
# "For a tumor: the bright rim. Against it: the straight midline".
_WEIGHS = frozenset({"for", "against", "pro", "contra"})
# An order to exclude something, as on a request form, leaves it open.
_ORDERS = frozenset(phrases("rule out|to rule out|exclude|to exclude|to be excluded"))
_LONGEST_ORDER = 6
_NOT_ONLY = frozenset(phrases("not just|not only|not merely|not simply"))
_UNABLE = frozenset(phrases("cannot|unable to|not able to|impossible to|difficult to|could not|can not|hard to"))
# How many words "rule" and "out" hold between them.
_BETWEEN = 5
_PREFERS = frozenset(
    phrases(
        """
        favor | favors | favored | favoring | prefer | prefers | preferred | choose | chose | likely | most likely |
        more likely | wins | pick | fits | i favor | i would favor | probable | probably | is favored | select |
        choosing
        """
    )
)
# What it looks like or was suspected to be, in front of what it is.
_SEEMS = frozenset(
    phrases(
        """
        what looks like | what appears to be | what seems to be | what might look like | what may look like |
        what resembles | what could pass for | what might pass for | what may pass for | what passes for |
        what at first looks like | what seems like | what might suggest | what could be taken for |
        what might be taken for | what could be mistaken for | what might be mistaken for | what was taken for |
        what was thought to be | what was called | what was reported as | what has been called | what i took for |
        what one might call | what looked like | what seemed to be | what seemed like | what appeared to be |
        what one could call | what some would call | what you might call | what could look like | what can look like |
        what they took for | what you took for | what one took for | what we took for | what the report calls |
        what the referral calls | what you call | what you see as | what the report called | what they called |
        what he took for | what she took for
        """
    )
)
_TURNS_OUT = frozenset(phrases("turned out to be|turns out to be|proved to be|proves to be"))
_IS = frozenset({"is", "are", "was"})
_TRACES = spelled(
    "sign | signs | trace | traces | hint | hints | evidence | indication | suggestion | shadow | whiff | anything | "
    "nothing | none | feature | features | vestige | glimmer | inkling | one | bit | thing | whisper"
)
# "After tumor resection" no tumor need be there.
_TREATED = frozenset(
    phrases(
        "resection|removal|excision|surgery|treatment|operation|ablation|screening|protocol|foundation|society|"
        "association|academy|institute|awareness|research|data|dataset|prevention|guidelines|detection|classification|"
        "segmentation|labels|challenge"
    )
)
_LUNGS = frozenset({"lungs", "fields", "lung", "cxr"})
_AFTER_CLEAR = frozenset(phrases(",|and|with|without|bilaterally|but|except|throughout|on|in|)"))
# What something is held against is not what it is: "compared with a typical nevus".
_COMPARES = frozenset(
    phrases(
        "compared with|compared to|in comparison with|in comparison to|by comparison with|in contrast to|"
        "in contrast with|relative to|set against|side by side with"
    )
)
_NEAR = 5
# Who cannot, or would not like to, call it something says that it is not: "I could not honestly call it normal".
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
# Something has to be overlooked for it to be called that.
_BLIND = spelled(
    """
    overlook | overlooking | ignore | ignoring | disregard | imagination | squint | blind | goodwill | blindfolded |
    optimist | miracle | fool | liar | fantasy | shutting | blindfold | wishful | imaginative | creativity |
    generous | charitable | mystery | fathom | baffles | neglect | disservice | kidding | fooling | deceiving |
    scaring | negligent | remiss | dishonest | misleading | deluding
    """
) | {"overlook a", "overlooking a"}
_NEEDS = spelled("how | cannot | would | if | by | need | needs | take | takes | must | require | requires | only")
_COUNTERFACTUAL = frozenset(
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
_OPINIONS = frozenset({"say", "call", "read", "label", "pick", "answer"})
# What was so at another time is no longer told of now.
_WAS = frozenset({"was", "were"})
_STILL = frozenset({"still", "again", "remains", "persists", "same", "unchanged"})
_THEN = frozenset(phrases("ago|previously|formerly|earlier|once|last|before|then|until"))
# "Hard to explain by anything but a tumor."
_ANYTHING_BUT = frozenset(phrases("anything but|anything other than|anything else than|anything except|other than"))
_HARD = spelled(
    "hard | difficult | strange | impossible | cannot | not | unable | tough | odd | without | never | nobody | no"
)
_SUSPECTED = frozenset({"suspected", "suspicion of", "suspicion", "suspicion for", "feared", "presumed", "supposed"})
_PUTS = spelled("rules | rule | ruled | ruling | put | puts | putting | set | lay | leave | brush | wave | cast | push")
_ASIDE = frozenset({"out", "aside", "away", "off", "to rest"})
_RETURNS = frozenset({"back", "returned", "recurred"})
_EXPLAINS = spelled("account | accounts | explain | explains | cause | produce | give | yield | with | given")
_SEES_HOW = frozenset(
    f"{sees} {how}"
    for sees in phrases("not see|cannot see|fail to see|hard to see|difficult to see|not imagine|cannot imagine")
    for how in phrases("how|how that|how one could|how anyone could")
)
_MORE_THAN = frozenset(
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
_SO = frozenset({"so is", "so are", "so does", "so do"})
# "And so would an abscess" leaves it open, "and so would most doctors" does not.
_SO_WOULD = frozenset({"and so would", "but so would"})
_SUPPOSED = frozenset(
    phrases("supposed|presumed|alleged|purported|putative|apparent|so called|would be|ostensible|took")
)
_REAL = spelled(
    "real | confirmed | genuine | indeed | present | there | visible | seen | true | still | clearly | evident"
)
# Without one of these, or a condition that is met, a sentence holds no idiom, unless it begins with one of the others.
IDIOMATIC = (
    _ORDERS
    | _NOT_ONLY
    | _SEEMS
    | _TURNS_OUT
    | _TREATED
    | _COMPARES
    | _COUNTERFACTUAL
    | _BLIND
    | _WAS
    | _ANYTHING_BUT
    | _RETURNS
    | _ASIDE
    | _SUPPOSED
    | _SO
    | _SO_WOULD
    | _MORE_THAN
    | _SEES_HOW
    | {"rule", "rules", "ruled", "out", "if", "would", "over", "clear", "between"}
)
OPENINGS = _INVERTED | _IN_SOMEBODY | _WEIGHS | _TASKS | _WITH.keys() | {"of"}
# A sentence that declines may refuse to call it something, or dispel a suspicion.
DECLINING = frozenset({Cue.REFUSED_SCOPE, Cue.REFUSAL})
CALLING = _CALLS | {word for phrase in _SUSPECTED for word in phrase.split(" ")}


def read_idioms(
    items: list[Item], cues: set[Cue | None], texts: set[str], question: bool, declines: bool
) -> list[Item]:
    """The items of a sentence of these cues and texts with the cues that these words have together."""
    read = list(items)
    _read_opening(read, texts, question)
    if not texts.isdisjoint(_NOT_ONLY):
        _deny_the_harmless(read)
    if "were" in texts and "would" in " ".join(texts):
        _suppose_behind(read)
    if "rule" in texts:
        _exclude_nothing(read)
    if "over" in texts and not texts.isdisjoint(_PREFERS):
        _prefer(read)
    if "clear" in texts and not texts.isdisjoint(_LUNGS):
        _clear(read)
    if not texts.isdisjoint(_TREATED):
        _take_away_what_was_treated(read)
    told = texts & _FIGURATIVE
    if told:
        _read_figures(read, told)
    if declines:
        _dispel(read)
        _refuse_to_call(read)
    return _without_met_conditions(read) if Cue.HOLDS in cues else read


def _read_opening(read: list[Item], texts: set[str], question: bool) -> None:
    """Reads the idiom that a sentence begins with, or that turns all of it."""
    first = read[0]
    if first.text in _TASKS and not question:
        _read_task(read)
    elif first.text in _INVERTED and not question and _is_inverted(read):
        read[0] = first._replace(cue=Cue.CONDITION, text="if")
    elif first.text in _WITH and not texts.isdisjoint(_WITH.keys() - {first.text}):
        _set_against(read)
    elif first.text in _IN_SOMEBODY and any(item.text in _SOMEBODY for item in read[1:4]):
        read[0] = first._replace(cue=Cue.CONDITION)
    elif first.text in _WEIGHS and [item.text for item in read[2:4] if item.text == ":"] and len(read) > 3:
        read[0] = first._replace(cue=Cue.SPEAKS)
    elif first.text == "of" and not question:
        _deny_what_stands_in_front(read)
    elif first.text in _ORDERS and len(read) <= _LONGEST_ORDER:
        read[0] = first._replace(cue=Cue.HEDGE)
    elif first.text in _SEEMS:
        _read_seeming(read, 0, _IS)
    elif not texts.isdisjoint(_TURNS_OUT):
        _read_seeming(read, -1, _TURNS_OUT)


def _deny_what_stands_in_front(items: list[Item]) -> None:
    """Like "Of pneumonia I find not a trace", "Of cancer there is no sign"."""
    named = next((place for place, item in enumerate(items[:_NEAR]) if item.cue in MENTIONS), 0)
    comma = next((place for place in range(named, len(items)) if items[place].text in (",", ":")), len(items))
    for place in range(named + 1, comma):
        behind = {word for item in items[place : place + _NEAR] for word in item.text.split(" ")}
        if named and items[place].cue in (Cue.NO, Cue.NOT) and not _TRACES.isdisjoint(behind):
            items[place] = items[place]._replace(cue=Cue.ABSENT)
            return


def _read_figures(items: list[Item], told: set[str]) -> None:
    """Reads the figures of speech that the idiomatic words of a sentence belong to."""
    for words, read_it in _FIGURES:
        if not told.isdisjoint(words):
            read_it(items)


def _read_nothing_but(items: list[Item]) -> None:
    """Like "It would be hard to explain by anything but a tumor"."""
    hard = -1
    for place, item in enumerate(items):
        if item.text in _ANYTHING_BUT and hard >= 0 and item.cue is Cue.NOT:
            items[place] = item._replace(cue=None)
            items[hard] = items[hard]._replace(cue=None)
        elif not _HARD.isdisjoint(item.text.split(" ")):
            hard = place


def _read_a_return(items: list[Item]) -> None:
    """Like "The tumor that was resected has come back"."""
    back = next((place for place, item in enumerate(items) if item.text in _RETURNS), 0)
    if items[back - 1].text in ("come", "is", "are", "grown", "has", "have") and items[back].cue is None:
        for place in range(back):
            if items[place].cue is Cue.ABSENT:
                items[place] = items[place]._replace(cue=None)


def _read_what_was_supposed(items: list[Item]) -> None:
    """Like "The supposed consolidation is breast tissue", "The nevus that they took it for is a melanoma"."""
    first = next((place for place, item in enumerate(items) if item.text in _SUPPOSED or item.text == "took"), -1)
    told = items[first + 1 : first + 3] if items[first].text != "took" else items[:first]
    if not any(item.cue in _NAMED for item in told) or (
        items[first].text == "took" and "for" not in [item.text for item in items[first : first + 3]]
    ):
        return
    joint = next((place for place in range(first + 1, len(items)) if items[place].text in _IS), len(items) - 1)
    behind = items[joint + 1 : joint + 3]
    if (
        items[joint].text in _IS
        and behind
        and all(item.text not in _REAL and item.cue is not Cue.NOT for item in behind)
    ):
        _read_seeming(items, first, _IS)
        if items[joint].cue is Cue.BREAK:
            items[0] = items[0]._replace(cue=Cue.ASKED)


def _doubt_nothing(items: list[Item]) -> None:
    """Like "I do not see how this could be a tumor", which doubts nothing, and denies nothing that B cannot explain."""
    explained = False
    for place, item in enumerate(items):
        explained = explained or not _EXPLAINS.isdisjoint(item.text.split(" "))
        if item.cue is Cue.MODAL or (explained and item.cue in (Cue.FINDING, Cue.SIGN)):
            items[place] = item._replace(cue=None)


def _say_so_of_another(items: list[Item]) -> None:
    """Like "Melanoma is excluded, and so is A": what is said of the first is said of the second."""
    denied = False
    for place, item in enumerate(items):
        denied = denied or item.cue in (Cue.ABSENT, Cue.NOT, Cue.NO)
        if item.text not in _SO or place + 1 == len(items):
            continue
        if denied and (items[place + 1].cue in _NAMED or _is_option(items, place + 1)):
            items[place] = item._replace(cue=Cue.NOT)


def _agree_with_others(items: list[Item]) -> None:
    """Like "I would not call this normal, and so would most doctors": nothing else is weighed."""
    for place, item in enumerate(items):
        if item.text in _SO_WOULD and all(other.cue not in MENTIONS for other in items[place + 1 : place + 4]):
            items[place] = item._replace(cue=Cue.BREAK)


def _deny_what_is_absurd(items: list[Item]) -> None:
    """Like "If this is not pneumonia, I do not know what is", "If this is cancer, I am a Dutchman"."""
    comma = next((place for place, item in enumerate(items) if item.text == ","), 0)
    behind = {word for item in items[comma + 1 :] for word in item.text.split(" ")}
    if items[0].cue is not Cue.CONDITION or not comma or behind.isdisjoint({"i", "nothing", "then", "what", "word"}):
        return
    named = [place for place in range(comma) if items[place].cue in _NAMED]
    if named and any(item.text in _ABSURD for item in items[comma:]):
        items[0] = items[0]._replace(cue=Cue.NOT)
        items[comma:] = [item._replace(cue=None) for item in items[comma:]]


def _leave_it_to_others(items: list[Item]) -> None:
    """Like "A reader in a hurry would say normal": what others would call it weighs less."""
    for place in range(1, len(items) - 1):
        if (
            items[place].text == "would"
            and items[place + 1].text in _OPINIONS
            and items[place - 1].text not in ("i", "we")
        ):
            items[place] = items[place]._replace(cue=Cue.INITIAL)


def _call_it_a_stretch(items: list[Item]) -> None:
    """Like "Benign would be wishful thinking", "Malignant would be scaremongering"."""
    for place in range(1, len(items) - 2):
        if items[place].text == "would" and items[place + 1].text == "be" and items[place - 1].cue in _SIDES:
            after = items[place + 2]
            last = place + 4 >= len(items) or items[place + 3].text == "," or items[place + 4].text == ","
            if after.cue is None and last and _WELL.isdisjoint(after.text.split(" ")) and place < 4:
                items[place + 1] = items[place + 1]._replace(cue=Cue.WRONG)
                return


def _dispel(items: list[Item]) -> None:
    """Like "The suspected tumor could not be confirmed"."""
    if all(item.text not in _SUSPECTED for item in items):
        return
    for place, item in enumerate(items):
        if item.cue in DECLINING and item.text.endswith(("be confirmed", "confirm")) and place > 1:
            items[place] = item._replace(cue=Cue.ABSENT)


def _rule_out(items: list[Item]) -> None:
    """Like "which rules a tumor out", "put the thought of a tumor aside". One who cannot do so says the opposite."""
    for place, item in enumerate(items):
        if item.text in _PUTS and item.cue is None:
            near = items[place + 1 : place + 2 + _BETWEEN]
            at = next((at for at, other in enumerate(near) if other.text in _ASIDE), 0)
            if not any(other.cue in MENTIONS for other in near[:at]):
                continue
            if place and items[place - 1].cue in (*DECLINING, Cue.NOT):
                items[place - 1] = items[place - 1]._replace(cue=None)
            else:
                items[place] = item._replace(cue=Cue.NOT)


def _refuse_to_call(items: list[Item]) -> None:
    """Like "I could not in good conscience call this normal": to be unable to call it that is to deny it."""
    for place, item in enumerate(items):
        if item.cue not in DECLINING:
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
        named = [at for at in near if items[at].cue in _NAMED or _is_option(items, at)]
        doubts = any(not _CERTAIN.isdisjoint(other.text.split(" ")) for other in items[place:end])
        if named and not doubts and len([other for other in told if other.cue in _NAMED]) < 2:
            items[place] = item._replace(cue=Cue.NOT)
            for at in range(place + 1, calls + 1):
                if items[at].cue in (*DECLINING, Cue.NOT, Cue.ASKED):
                    items[at] = items[at]._replace(cue=None)
            return


def _is_option(items: list[Item], place: int) -> bool:
    """Whether the item is a letter that may name an option. "A" may be an article."""
    text = items[place].text
    if text != "a":
        return len(text) == 1 and text in "bcd"
    return place + 1 == len(items) or items[place + 1].text in (",", ":", "(", "with", "to", "work")


def _is_inverted(items: list[Item]) -> bool:
    """Like "Had this been a tumor, it would have grown". "Had a biopsy last year" is not."""
    if len(items) < 3:
        return False
    if items[0].text != "had":
        return items[1].text.split(" ")[0] not in _PREDICATES
    return items[1].text in _SUBJECTS or items[1].cue in _NAMED or len(items[1].text) == 1


def _read_the_unreal(items: list[Item]) -> None:
    """Like "I would have called it normal, were it not for the nodule"."""
    if items[0].cue is Cue.CONDITION:
        return
    marker = next((place for place, item in enumerate(items) if place and item.text in _COUNTERFACTUAL), -1)
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
    items[would] = items[would]._replace(cue=Cue.NOT)
    items[marker] = items[marker]._replace(cue=Cue.BREAK)
    if behind:
        items[behind[0]] = items[behind[0]]._replace(cue=None)


def _deny_what_takes_blindness(items: list[Item]) -> None:
    """Like "It takes a vivid imagination to call this benign", "To tick "no tumor" one would have to overlook it"."""
    words = {word for item in items for word in item.text.split(" ")}
    named = [place for place, item in enumerate(items) if item.cue in _NAMED or _is_option(items, place)]
    if len(named) != 1 or words.isdisjoint(_NEEDS):
        return
    before = named[0] - (2 if named[0] > 1 and items[named[0] - 1].cue is Cue.NO else 1)
    if before >= 0:
        items[before] = items[before]._replace(cue=Cue.NOT)
        for place, item in enumerate(items):
            if item.cue in (Cue.WOULD, Cue.MODAL, Cue.CONDITION, Cue.ASKED):
                items[place] = item._replace(cue=None)


def _leave_out_the_past(items: list[Item]) -> None:
    """Like "It was normal in 2019 and has stopped being so"."""
    if any(item.text in _STILL for item in items):
        return
    then = False
    for place, item in enumerate(items):
        then = then or _is_of_the_past(item)
        if item.text in _WAS:
            near = items[place + 1 : place + _NEAR + 2]
            at = next((at for at, other in enumerate(near) if other.cue in _NAMED), None)
            if at is not None and (then or any(map(_is_of_the_past, near))):
                items[place + 1 + at] = items[place + 1 + at]._replace(cue=None)


def _is_of_the_past(item: Item) -> bool:
    """Whether the item is a year or a word like "ago"."""
    text = item.text
    return text in _THEN or (len(text) == 4 and text.isdecimal() and text.startswith(("19", "20")))


def _leave_out_what_is_compared(items: list[Item]) -> None:
    """Like "Compared with a typical nevus this one has lost all order"."""
    for place, item in enumerate(items):
        if item.text in _COMPARES:
            for at in range(place + 1, min(place + _NEAR, len(items))):
                # "Compared with Monday the mass has grown."
                if items[at].text == "," or (at > place + 1 and items[at].text in _DETERMINES):
                    break
                if items[at].cue in _NAMED:
                    items[at] = items[at]._replace(cue=None)


def _leave_out_the_choice(items: list[Item]) -> None:
    """Like "Between normal tissue and carcinoma, normal tissue it is"."""
    place = next(place for place, item in enumerate(items) if item.text == "between")
    comma = next((at for at in range(place, len(items)) if items[at].text in (",", ":")), len(items))
    named = [at for at in range(place, comma) if items[at].cue in _NAMED]
    if len(named) == 2 and any(item.cue in _NAMED for item in items[comma:]):
        for at in named:
            items[at] = items[at]._replace(cue=None)


def _read_seeming(items: list[Item], first: int, joints: frozenset[str]) -> None:
    """Like "what looks like a vessel is a tumor", "the suspected tumor turned out to be a cyst".

    What stands before the joint is denied where nothing of the task stands behind it, else only asked about.
    """
    joint = next((place for place, item in enumerate(items) if place > first and item.text in joints), None)
    if joint is None:
        return
    replaced = any(item.cue in _SIDES for item in items[joint + 1 :])
    items[joint] = items[joint]._replace(cue=Cue.BREAK if replaced else Cue.ABSENT)
    if replaced:
        items[0] = items[0]._replace(cue=Cue.ASKED)


def _read_task(items: list[Item]) -> None:
    """Like "ruling out a tumor takes more than this". But "ruling out a tumor, I choose B" has ruled it out."""
    named = next((place for place, item in enumerate(items) if place and item.cue in MENTIONS), None)
    if named is not None and named + 1 < len(items) and items[named + 1].text not in (",", ":", "in", "with", "is"):
        items[0] = items[0]._replace(cue=Cue.ASKED)


def _suppose_behind(items: list[Item]) -> None:
    """Like "this would be carcinoma were the outer layer absent"."""
    for place, item in enumerate(items[1:-1], start=1):
        if item.text == "were" and items[place + 1].text in ("the", "it", "there", "this", "they", "these"):
            items[place] = item._replace(cue=Cue.CONDITION)


def _set_against(items: list[Item]) -> None:
    """Like "with fever it is pneumonia, without it edema": each holds under its own condition."""
    for place, item in enumerate(items[:-1]):
        if place and item.text in _WITH and item.text != items[0].text and items[place + 1].text in _BACK:
            items[0] = items[0]._replace(cue=Cue.CONDITION)
            items[place] = item._replace(cue=Cue.CONDITION)
            return


def _deny_the_harmless(items: list[Item]) -> None:
    """Like "it is not just a mole"."""
    last_but = max((place for place, item in enumerate(items) if item.text == "but"), default=-1)
    for place, item in enumerate(items):
        if item.text in _NOT_ONLY and place > last_but:
            named = [other.cue for other in items[place + 1 : place + 4] if other.cue in MENTIONS]
            if named[:1] in ([Cue.NEGATIVE], [Cue.NEGATIVE_ENTITY], [Cue.NORMAL]):
                items[place] = item._replace(cue=Cue.NOT)


def _exclude_nothing(items: list[Item]) -> None:
    """Like "I cannot rule a tumor out"."""
    for place, item in enumerate(items):
        if item.text == "rule" and place and items[place - 1].text in _UNABLE:
            near = [other.text for other in items[place + 1 : place + 2 + _BETWEEN]]
            if "out" in near or "in" in near:
                items[place - 1] = items[place - 1]._replace(cue=Cue.HEDGE)


def _prefer(items: list[Item]) -> None:
    """Like "malignant is favored over benign": what stands behind "over" is not chosen."""
    named = [place for place, item in enumerate(items) if item.cue in MENTIONS]
    for place, item in enumerate(items):
        if item.text == "over" and named and named[0] < place < named[-1]:
            items[place] = item._replace(cue=Cue.NOT)
            return


def _clear(items: list[Item]) -> None:
    """Like "the lungs are well expanded and clear". But "the lungs show clear evidence of" something."""
    for place, item in enumerate(items):
        if item.text == "clear" and item.cue is None:
            after = items[place + 1].text if place + 1 < len(items) else ","
            if after in _AFTER_CLEAR:
                items[place] = item._replace(cue=Cue.NORMAL)


def _take_away_what_was_treated(items: list[Item]) -> None:
    for place in range(len(items) - 1):
        if items[place].cue in _SIDES and items[place + 1].text in _TREATED:
            items[place] = items[place]._replace(cue=None)


def _without_met_conditions(items: list[Item]) -> list[Item]:
    """Like "if it is symmetric, as it is here, it is benign", which holds."""
    # "If they are gone, and they are not" is not met.
    met = any(item.cue is Cue.HOLDS and after.cue is not Cue.NOT for item, after in pairwise([*items, items[-1]]))
    if met and any(item.cue is Cue.CONDITION for item in items):
        return [item._replace(cue=None) if item.cue is Cue.CONDITION else item for item in items]
    return items


# What reads the figures of speech that one of these words belongs to.
_FIGURES: tuple[tuple[frozenset[str], Callable[[list[Item]], None]], ...] = (
    (_COMPARES, _leave_out_what_is_compared),
    (frozenset({"between"}), _leave_out_the_choice),
    (_COUNTERFACTUAL, _read_the_unreal),
    (_BLIND, _deny_what_takes_blindness),
    (_WAS, _leave_out_the_past),
    (_ANYTHING_BUT, _read_nothing_but),
    (_RETURNS, _read_a_return),
    (_SUPPOSED, _read_what_was_supposed),
    (_ASIDE, _rule_out),
    (frozenset({"if"}), _deny_what_is_absurd),
    (frozenset({"would"}), _leave_it_to_others),
    (_SO, _say_so_of_another),
    (_SO_WOULD, _agree_with_others),
    (frozenset({"would"}), _call_it_a_stretch),
    (_MORE_THAN, _deny_what_takes_blindness),
    (_SEES_HOW, _doubt_nothing),
)
_FIGURATIVE = frozenset().union(*(words for words, _ in _FIGURES))
