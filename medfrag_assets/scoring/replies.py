"""The short reply a response opens or closes with: a yes or no, or the letter of an option."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from medfrag_assets.scoring.clauses.reading import Mention
from medfrag_assets.scoring.cues.kinds import MENTIONS, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.sentences import Passage, Sentence
from medfrag_assets.scoring.words import split_words
from medfrag_assets.study.spec import Side


def _spoken(listed: str) -> frozenset[str]:
    """The phrases of a list as the words of a response are read."""
    return frozenset(" ".join(word.text for word in split_words(phrase)) for phrase in phrases(listed))


_YES = _spoken(
    """
    yes | yeah | yep | yup | affirmative | sí | si | oui | ja | да | sim | sì | はい |
    是 | 是的 | tak | evet | aye | yea |
    ya | 네 | 예 | 有 | 有的 | 对 | hai | نعم | हाँ | हां |
    ναι | так | ano | igen | joo | kyllä | jawohl | jo | da | vâng |
    
    có |
    yess | y
    """
)
_NO = _spoken(
    """
    no | n | nope | nah | nein | nej | não | нет | non | nie | 不 | 不是 | 没有 | いいえ | hayır |
    否 | 아니요 | 아니오 | 아뇨 | nee |
    لا | नहीं | όχι | ні | ne | nem | ei | tidak | không | nej | nop | nay | negatory | 没 | 不是的 | nu
    """
)
_REPLIES = _YES | _NO
_UNDECIDED = frozenset({Cue.REFUSED_SCOPE, Cue.NOT, Cue.MODAL})
_YET = frozenset({"but", "yet", "however", "though", "still"})
_THEREFORE = frozenset({"so", "therefore", "thus", "hence"}) | _YET
_CONNECTS = frozenset({"or", "so", "and", "then", "therefore", "thus", "hence", "well", "okay", "but", ","})
# Words that may stand before the reply.
_LEAD = _spoken(
    """
    the | my | final | response | assistant | model | is | would | be | correct | best | well | so | it | that |
    option | choice | letter | sure | oh | i | choose | select | think | say | believe | pick | boxed | okay | ok |
    hmm |
    unfortunately | fortunately | thankfully | sadly | honestly | frankly | therefore | thus | hence | and | then |
    here | hi | hello | ah | um | uh | alas | clearly | obviously | ans | answer | result | output | short | in |
    one | word |
    to | your | question | have | must | can | with | or | , | : | ( | )
    """
)
# What may follow a "no" that is the reply itself, not part of "no tumor".
_AFTER_NO = _spoken(
    """
    it | this | the | there | that | i | we | they | these | image | scan | and | but | no | yes | , | : | ( | ) | not |
    because | since | as | your | my | nothing | none | sir | unfortunately | however | you | although | though | for
    """
)
# A sentence that is a reply without the word.
_ELLIPSES_YES = _spoken(
    """
    it is | it does | they are | correct | sure does | sure is | true | indeed | likely | probably | most likely |
    very likely | highly likely |
    definitely | certainly | absolutely | that is correct | probably yes | it appears so | it seems so | of course |
    i do | it would | exactly | that is right | right | agreed | i agree | i think so |
    i believe so | i would say so | i guess so | i suppose so | i presume so | i reckon so | i expect so |
    i imagine so | i guess yes | i would guess so | i would guess yes | looks like it |
    it looks like it | it looks that way | seems so | appears so |
    it seems that way | it appears that way | without a doubt | no doubt | undoubtedly | it sure does |
    it certainly does |
    it does indeed | it is indeed | i am afraid so | i would think so | this is the case | that is the case |
    this is true |
    quite likely | quite probably | almost certainly | in all likelihood | for sure | affirmative | presumably |
    obviously |
    sure | it has | this is correct | that is true | it appears to be | it seems to be | it looks to be |
    i suspect so |
    clearly | unmistakably | it definitely is | it definitely does | very much so | surely | oh yes | beyond doubt |
    it does look that way | it does look like it | it does seem so | it does appear so | it does seem that way |
    it really does | it really is | it does appear that way | it does look it |
    there is indeed | does | there is one | it is there | indeed it does | indeed it is | sorry , yes |
    yes it does | yes it is | indeed there is | looks it | it looks it | looks that way | looks like one |
    it looks like one | there certainly is | more than that |
    more than just evidence | and how | no fault with it | i can find no fault with it | i find no fault with it |
    i see no cause to call it anything else | i see no cause to call it otherwise |
    i can see no reason to call it otherwise |
    no reason to call it anything else | no reason to call it otherwise | my reply is affirmative | is affirmative |
    i see no reason to call it anything else | i would not call it anything else | i have no objection |
    i have no quarrel with it | no objection | it does show that | that it does | that it is | no denying it |
    there is no denying it | no denying that | there is no denying that | no question | no question about it |
    there is no question about it | there is no doubt about it | no doubt about it | no two ways about it |
    there is no getting around it | you bet | you could say so | you could say that | one could say so |
    i should think so | i should say so | i would have to say so | i would agree | i concur | i have no doubt |
    no mistaking it | there is no mistaking it | i see no reason to call it otherwise | make no mistake |
    i see no reason to say otherwise | i see no reason to think otherwise | no reason to think otherwise |
    i have no reason to think otherwise | i have no reason to doubt it | i see no reason to doubt it |
    no reason to doubt it | nothing suggests otherwise | nothing says otherwise | nothing speaks against it |
    nothing points the other way | nothing argues against it | i could not agree more | no argument there | too right |
    that is how it looks | that is how i see it | that is what i see | that is what it looks like |
    that is what it shows | just so | quite so | quite | in the affirmative | vero | richtig | vrai | verdadero |
    correcto | stimmt | genau | claro | верно | exacto | esatto | it does so | they do | they do indeed | i can see it |
    i can see it clearly | this one does | this one is | it would seem so | so it seems | so it would seem |
    so it appears | it would appear so | by all means | without question | without any doubt | not a doubt
    """
)
# "There is nothing about it that is not."
_ELLIPSES_YES |= {
    f"{head} {where} that {verb} not"
    for head in ("there is nothing", "there is no part", "i see nothing", "i find nothing", "nothing is")
    for where in ("about it", "in it", "of it", "on it", "here", "about this", "in this")
    for verb in ("is", "does", "are")
}
_ELLIPSES_NO = _spoken(
    """
    it is not | it does not | there is not | they are not | not | unlikely | probably not | not likely |
    highly unlikely | very unlikely | false | incorrect | definitely not | certainly not | not at all |
    absolutely not | not really | never | i do not think so | there are not | i do not | it would not | not so |
    i guess not | i suppose not | i hope not | i imagine not | i expect not | i would guess not | i would not say so |
    i do not believe so | i think not | i am afraid not |
    most likely not | by no means | no way |
    far from it | not in the least | that is incorrect | that is false | that is not correct | that is not the case |
    this is not the case | not the case | wrong | i doubt it | doubtful | does not appear so | it does not appear so |
    it does not seem so | does not look like it | it does not look like it | it does not seem to be | i disagree |
    it does not appear to be | not that i can see | not that i see | clearly not | obviously not |
    almost certainly not |
    quite unlikely | extremely unlikely | improbable | not in this image | not here | not even close |
    nothing of the sort |
    nothing of the kind | on the contrary | anything but | hardly | not quite | surely not | presumably not |
    it has not |
    i see none | none seen | none found | none detected | none visible | i see nothing of the sort |
    not particularly |
    this is not | that is not true | this is not true | under no circumstances | seems unlikely | it seems unlikely |
    highly improbable | very doubtful | i would say not | of course not | no it is not | it definitely is not |
    does not | that is wrong | this is wrong | it is wrong | this is incorrect | that is not right |
    this is not right |
    does not show it | it does not show it | does not show that | does not show one | does not show any | sorry , no |
    not to my eye | not that i can tell | none that i can see | none that i see | not as far as i can see |
    only in part | in part only | only partly | partly | not in the least bit | not by a long way |
    not by a long chalk |
    if only it were | if only it was | if only | i wish it were | i wish it was | i wish i could say so |
    would that it were |
    not that anyone could tell | not that anyone could see | not that anyone can see | not that one could tell |
    not that i could tell | not that you could tell | does not look it | it does not look it | does not look like one |
    does not look that way | it does not look that way | only to a degree | not entirely | not completely |
    not fully | not wholly | not altogether | not exactly | not strictly | not totally |
    it would have been | it would have | a long way from it | a far cry from it | miles from it | nowhere near it |
    a world away from it | not in the sense you mean | not as it stands | i cannot say so | i could not say so |
    hardly likely | does not seem so | i find none | not true | not in the slightest | not remotely | not by any means |
    not by a long shot | not a chance | no chance | nowhere near | i would not call it that | would not call it that |
    i would not call it so | i would not | i would not say that | it would not | the opposite | quite the opposite |
    just the opposite | the reverse | quite the reverse | quite the contrary | quite the other way round |
    the other way round | i would say the opposite | i would say the reverse | the opposite is true |
    the opposite is the case | the reverse is true | nothing could be further from the truth | negativ | falso |
    falsch | faux | errado | sbagliato | неверно | stimmt nicht | i beg to differ | i would disagree | i disagree |
    i would argue otherwise | i would say otherwise | not on this evidence | not that one could see |
    not that i could see | not that i noticed | not that anyone could see | not as far as i can tell | not any more |
    not anymore | no such luck | no such thing | not anywhere | not in my opinion | not in my view | not to me |
    not in my book | no longer | the answer is in the negative | in the negative | would not say so |
    the facts say otherwise | i think otherwise | otherwise | not strictly speaking | not by any stretch |
    it is anything but | anything but that | not so far as i can see | it fails to | it fails to do so |
    not even remotely | hardly the case | that is hardly the case | this is hardly the case | hardly so |
    that is hardly so | it is hardly so | scarcely | it is hardly that | hardly that
    """
) | frozenset(
    f"{who} would {hardly} {verb} {what} that"
    for who in ("i", "one", "you", "we", "nobody")
    for hardly in ("hardly", "scarcely", "not", "never", "no longer")
    for verb in ("call", "label", "name", "describe", "term")
    for what in ("it", "this", "that", "these", "them")
    if (hardly, who) != ("not", "nobody")
)
# A sentence that names a side on its own.
_MUCH = _spoken(
    "ample | strong | clear | abundant | convincing | overwhelming | unmistakable | solid | good | definite | "
    "plenty of | lots of | considerable | compelling | unequivocal | robust | obvious | undeniable | firm | hard | "
    "enough | sufficient"
)
_STUDIES = _spoken("study | exam | examination | scan | film | mri | x ray | result | finding | slide | biopsy | case")
_LITTLE = _spoken(
    "scant | little | hardly any | zero | not a shred of | scarcely any | no hard | no real | no such | no clear"
)
_BARE: dict[str, Side] = {
    **dict.fromkeys((f"{much} evidence" for much in _MUCH), "positive"),
    **dict.fromkeys((f"{little} evidence" for little in _LITTLE), "negative"),
    **dict.fromkeys((f"negative {what}" for what in _STUDIES), "negative"),
    **dict.fromkeys((f"positive {what}" for what in _STUDIES), "positive"),
    **dict.fromkeys(_spoken("plenty | lots | ample | a great deal | in abundance | everywhere"), "positive"),
    **dict.fromkeys(
        _spoken("not a shred | not a trace | not an iota | not a whit | not a bit | not a sign | nada"), "negative"
    ),
    **dict.fromkeys(
        _spoken(
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
        _spoken(
            """
            positive | present | pos | detected | visible | seen | found | positivo | positiv | positif | positiva |
            положительно | 阳性 | 陽性 | evidence is present |
            all of these signs | all of these | all of them | all of the signs | there are such signs |
            such signs are present | signs are present | there is evidence | there are signs |
            evidence present | there is some evidence |
            there is clear evidence | there is strong evidence | shows evidence | shows signs | does show evidence |
            does show evidence of | shows clear evidence | shows clear signs | all signs are present | evident |
            confirmed | affected
            """
        ),
        "positive",
    ),
}
# A reply may be made of these alone: pronouns, auxiliaries, verbs of perception and of presence, words for signs.
_PRONOUNS = _spoken("it | this | that | there | they | these | those | one | i | we | you | them | such | here")
_AUXILIARIES = _spoken(
    "is | are | was | were | be | been | do | does | did | has | have | had | can | could | would | will"
)
_PRESENCE = _spoken(
    """
    see | find | detect | identify | notice | spot | observe | discern | recognize | locate | show | shows | contain |
    contains | exist | exists | seen | found | detected | identified | noticed | spotted | observed | discerned |
    visible | present | evident | apparent | met | fulfilled | shown | noted | displays | holds | applies | apply |
    appears | appear | discernible | detectable | recognizable | demonstrable | satisfied | made out | make out
    """
)
_QUANTIFIERS = _spoken("any | all | both | each | every | some | several | either | many | most | a | single | few")
_DENIERS = _spoken(
    "hardly | scarcely | lying | none | no | not | nothing | neither | never | nowhere | cannot | zero | nil | nor"
)
_LINKING = _spoken(
    """
    two | three | four | five | first | second | third | your | with | list | lying | said | claimed | of | the | at |
    whatsoever | whatever | kind | sort | type | for | in | on | from | question | which | what | listed | mentioned |
    named | above | list | mention | name | ask | asked | about | looking | to | my | eye | case | indeed | most |
    very | sure | so | just | quite | fact | still | also | too | now | then | course | well | though | and |
    thankfully | afraid | am | say | think | me | if | looked | look | far | as | tell
    """
)
_SIGNS_MEANT = _spoken(
    """
    sign | signs | feature | features | finding | findings | evidence | indication | indications | clue | clues |
    criteria | criterion | marker | markers | trace | traces | hint | hints | thing | things | change | changes
    """
)
_MEANS_SOME = _QUANTIFIERS | _SIGNS_MEANT | _spoken("them | these | those | such | it | one | there")
_CLOSED_WORDS = (_PRONOUNS | _AUXILIARIES | _PRESENCE | _QUANTIFIERS | _DENIERS | _LINKING | _SIGNS_MEANT) - _spoken(
    "or | |"
)
_HARDLY = frozenset({"hardly", "scarcely"})
_WHERE = _spoken("in | on | from | within | across")
_WHAT = _spoken("image | picture | scan | film | slide | patch | photo | mri | radiograph | section | x | ray | lesion")
_LONGEST_ELLIPSIS = 10
_UNSURE = frozenset({Cue.HEDGE, Cue.MODAL, Cue.REFUSAL, Cue.REFUSED_SCOPE, Cue.ASKED, Cue.CONDITION, Cue.FILLER})
_ABOUT_THE_ANSWER = _spoken(
    "answer | answering | vote | say | saying | reply | response | responding | lean | leaning | go | going | "
    "choose | opt | guess | verdict | side | come | settle | conclude | put | tick | call | land"
)
_AFTER_THE_ANSWER = frozenset({"", "to", "is", "on", "here", "for", "as", "it", "would", "in", "with", ","})
# What one has who answers yes, or lacks.
_GROUNDS = _spoken(
    "reason | reasons | ground | grounds | cause | basis | justification | lets | allows | permits | entitles | "
    "warrants | justifies | supports | room | wish | love | like | liked | loved | gladly | makes"
)
_REPORTS = _REPLIES | {"that", "negative", "affirmative"}
# Without one of these, or a joint, a sentence holds no reply further on.
_LATER = _REPORTS | _ABOUT_THE_ANSWER | {word for reply in _REPLIES for word in reply.split(" ")}
# "A resounding no from me."
_PLAIN = _spoken(
    "a | clear | firm | resounding | definite | plain | flat | solid | cautious | tentative | qualified | "
    "confident | probable | simple | straight | emphatic | strong | weak | my | big | unequivocal | categorical | "
    "hard | soft"
)
_AFTER_A_NO = frozenset(phrases(",|from|here|for|in|to|on|:|(|because|as|since|with"))
_LEADS = _spoken(
    """
    i | am | afraid | fear | glad | happy | pleased | relieved | sorry | to | say | report | tell | you | that |
    think | believe | would | sure | certain | confident | convinced | suspect | guess | must | have | admit |
    confess | conclude | seems | me | my | feel | dare | inclined | can | only | regret | it | is | clear | obvious |
    plain | do | not | we | one | should | could | and | so | reckon | trust | know | see | find | given
    """
)
_PRO_YES = _spoken(
    "it is | it does | there is | there are | they are | they do | this is | it has | it would | this one is | "
    "this one does | so | it is so | it is the case"
)
_PRO_NO = _spoken(
    "it is not | it does not | there is not | there are not | they are not | they do not | this is not | "
    "it has not | this one is not | this one does not | there is none | there are none | not | it is not so | "
    "it is not the case | otherwise"
)
_BEGIN_A_REPLY = _LEADS | {"so"} | {form.partition(" ")[0] for form in _ELLIPSES_YES | _ELLIPSES_NO}
_GIVEN = frozenset({"with", "when", "given", "considering", "seeing"})
_IN_VAIN = frozenset(
    phrases(
        "empty handed|drew a blank|draws a blank|came up empty|comes up empty|come up empty|in vain|to no avail|"
        "without success|unsuccessful|fruitless|without result"
    )
)
_HEAD_ENDS = frozenset({",", ":", "(", "and"})
_BOTH = frozenset({"both", "either", "either one", "both of them", "both options", "either of them"})
# "Certainly!" before an offer to help is politeness, not a reply.
_POLITE = frozenset({"certainly", "absolutely", "of course", "sure", "definitely", "right", "ok", "okay", "for sure"})
_OFFERS = frozenset(phrases("i will|let me|let us|i would be|happy to|glad to|love to|be delighted|my pleasure"))
_TRIMMED = frozenset(
    {
        *(
            ",",
            ":",
            "(",
            ")",
            "unfortunately",
            "fortunately",
            "well",
            "so",
            "honestly",
            "yes",
            "hmm",
            "oh",
            "sadly",
            "and",
        ),
        *("thankfully", "frankly", "okay", "ok", "the", "answer", "is", "no", "this", "result", "results", "finding"),
        *(
            "findings",
            "scan",
            "image",
            "study",
            "mri",
            "x",
            "ray",
            "it",
            "are",
            "patch",
            "tissue",
            "test",
            "report",
            "exam",
        ),
        *("thus", "therefore", "hence", "as far as i can see", "as far as i can tell", "from what i can see", "indeed"),
        *("from what i see", "from what i can tell", "in my opinion", "in my view", "to my eye", "from this image"),
        *("judging from this image", "from this slice", "on this slice", "in a word", "in brief", "in a nutshell"),
        *("chest", "brain", "film", "diagnosis", "impression", "conclusion", "verdict", "slide", "lesion", "but", "or"),
    }
)

_LOOSE_MARKS = frozenset({",", ":", "(", ")"})
# Most sentences begin with another word, which is quickly seen.
_BEGIN_A_WHOLE = _BEGIN_A_REPLY | _LOOSE_MARKS | {form.partition(" ")[0] for form in (*_BARE, *_TRIMMED)}


class Reply(NamedTuple):
    """A reply, the side it stands for (null where it chooses none), the rule that read it and its place."""

    side: Side | None
    rule: str
    start: int
    end: int


def yes_no_reply(sentences: list[Sentence], yes: Side, no: Side, corrected_at: int | None) -> Reply | None:
    """The response's yes or no: its first word behind "the answer is" and the like, or one given on its own later.

    Of a yes and a no, the one after a correction or in a conclusion counts; without such it is a reply without a side.
    """
    told = [sentence.whole for sentence in sentences if not sentence.question]
    replies: list[tuple[Reply, bool]] = []
    for place, whole in enumerate(told):
        if place + 1 < len(told) and _is_politeness(whole.items, told[place + 1]):
            continue
        reply = _reply_of(whole, place == 0, yes, no)
        if reply is not None:
            replies.append((reply, Cue.CONCLUSION in whole.cues))
    if not replies:
        return _letter_alone([whole.items for whole in told])
    for chosen in _by_weight(replies, corrected_at):
        if len({reply.side for reply in chosen}) == 1:
            return chosen[-1] if len(chosen) < len(replies) else chosen[0]
    return Reply(None, "both_options", replies[0][0].start, replies[-1][0].end)


def _by_weight(replies: Sequence[tuple[Reply, bool]], corrected_at: int | None) -> Iterator[list[Reply]]:
    """The replies, and those that outweigh the others: after a correction, in a conclusion."""
    yield [reply for reply, _ in replies]
    if corrected_at is not None:
        yield [reply for reply, _ in replies if reply.start >= corrected_at]
    yield [reply for reply, concluded in replies if concluded]


def _reply_of(whole: Passage, first: bool, yes: Side, no: Side) -> Reply | None:
    items, cues = whole.items, whole.cues
    if Cue.CONDITION in cues:
        return None
    if first or len(items) == 1 or Cue.CONCLUSION in cues or Cue.CORRECTION in cues:
        opening = _whole(items, yes, no) or _opening(items, yes, no) or (_headed(items, yes, no) if first else None)
        return opening or _later(whole, yes, no) or _elliptic(items, whole.texts)
    place = after_lead(items)
    if place < len(items) and items[place].text in _REPLIES and all(item.text in _CONNECTS for item in items[:place]):
        return _opening(items, yes, no)
    reply = (_whole(items, yes, no) if len(items) <= 6 else None) or _later(whole, yes, no)
    return reply or (_elliptic(items, whole.texts) if len(items) <= _LONGEST_ELLIPSIS else None)


def _later(whole: Passage, yes: Side, no: Side) -> Reply | None:
    """A reply that does not open its sentence."""
    if not whole.words.isdisjoint(_GROUNDS) and not whole.words.isdisjoint(_REPORTS):
        denied = _denied(whole, yes, no)
        if denied is not None:
            return denied
    if Cue.BREAK not in whole.cues and whole.words.isdisjoint(_LATER):
        return None
    reply = _closing(whole.items, yes, no) or _within(whole, yes, no) or _following(whole, yes, no)
    return reply or _reported(whole, yes, no) or _stated(whole, yes, no)


def _denied(whole: Passage, yes: Side, no: Side) -> Reply | None:
    """The opposite of a reply that there is no reason for, or that one wishes for: "I see no reason to say yes"."""
    denied = grounds = False
    for place, item in enumerate(whole.items):
        words = item.text.split(" ")
        denied = denied or item.cue in (Cue.NO, Cue.NOT) or not _DENIERS.isdisjoint(words)
        grounds = grounds or not _GROUNDS.isdisjoint(words)
        if item.cue is Cue.BREAK or item.text in (",", ":"):
            denied = grounds = False
        before = whole.items[place - 1].text.split(" ")[-1] if place else ""
        told = item.text in ("yes", "no") and before in ("say", "answer", "reply", "for", "a")
        if denied and grounds and (told or (item.text in ("affirmative", "negative") and before == "the")):
            return Reply(no if item.text in ("yes", "affirmative") else yes, "yes_no", item.start, item.end)
    return None


def _is_politeness(items: list[Item], following: Passage) -> bool:
    return (
        Cue.FILLER in following.cues
        and (following.cues.isdisjoint(MENTIONS) or not following.texts.isdisjoint(_OFFERS))
        and " ".join(item.text for item in items if item.text != ",") in _POLITE
    )


def _whole(items: list[Item], yes: Side, no: Side) -> Reply | None:
    first = items[0].text
    if first.partition(" ")[0] not in _BEGIN_A_WHOLE and not first.endswith("ly"):
        return None
    texts = [item.text for item in items if item.text not in _LOOSE_MARKS]
    start, end = items[0].start, items[-1].end
    while texts:
        said = " ".join(texts)
        if said in _BARE:
            return Reply(_BARE[said], "bare_word", start, end)
        assents = _assents(texts, said)
        if assents is not None:
            return Reply(yes if assents else no, "yes_no", start, end)
        if texts[0] not in _TRIMMED or len(texts) > 8:
            return None
        texts = texts[1:]
    return None


def _led(words: list[str]) -> bool | None:
    """Whether an elliptic reply behind "I am afraid", "I do not think" and the like is a yes (true) or a no (false)."""
    if words[0] not in _LEADS or not 3 <= len(words) <= _LONGEST_ELLIPSIS + 2:
        return None
    for place in range(1, len(words) - 1):
        if words[place - 1] not in _LEADS:
            return None
        rest = " ".join(words[place:])
        if rest in _PRO_YES or rest in _PRO_NO:
            return (rest in _PRO_YES) == (words[:place].count("not") % 2 == 0)
    return None


def _elliptic(  # noqa: PLR0911 - a return for each form
    items: list[Item], texts: set[str]
) -> Reply | None:
    """A reply made of pronouns, verbs of perception and the like alone: "I could not find any of them in this scan"."""
    if len(items) > _LONGEST_ELLIPSIS + 5:
        return None
    if not texts.isdisjoint(_IN_VAIN) and all(item.cue not in MENTIONS for item in items):
        return Reply("negative", "bare_word", items[0].start, items[-1].end)
    # Most sentences begin with another word, which is quickly seen.
    first = items[0].text
    if first.isalpha() and first not in _CLOSED_WORDS and not first.endswith("ly"):
        return None
    words = [word for item in items for word in item.text.split(" ") if word not in (",", ":", "(", ")")]
    if len(words) > _LONGEST_ELLIPSIS + 3:
        return None
    left = _without_place(words)
    placed = len(left) < len(words)
    words = [word for word in left if word in _HARDLY or not word.endswith("ly")]
    said = set(words)
    if not 2 <= len(words) <= _LONGEST_ELLIPSIS or not said <= _CLOSED_WORDS:
        return None
    if (
        not placed
        and said.isdisjoint(_PRESENCE)
        and said.isdisjoint({"none", "nothing", "any", "such", "neither", "zero", "all", "both"})
    ):
        return None
    # "I am not, so I will do neither" tells of the one who answers; and "I cannot tell from this image."
    declines = said.isdisjoint(_PRESENCE) and any(item.cue in (Cue.REFUSAL, Cue.REFUSED_SCOPE) for item in items)
    if declines or "am" in said or words[-2:] == ["do", "neither"]:
        return None
    denials = sum(word in _DENIERS for word in words)
    there = words[-1] == "there" and not said.isdisjoint({"all", "both"})
    if denials == 0 and not there and (said.isdisjoint(_PRESENCE) or said.isdisjoint(_MEANS_SOME)):
        return None
    return Reply("negative" if denials % 2 else "positive", "bare_word", items[0].start, items[-1].end)


def _without_place(words: list[str]) -> list[str]:
    """The words without an "in this image"."""
    for place, word in enumerate(words[:-1]):
        if word in _WHERE and words[place + 1] in ("this", "the", "that", "these", "your"):
            end = place + 2
            while end < len(words) and words[end] in _WHAT:
                end += 1
            if end > place + 2:
                return [*words[:place], *words[end:]]
    return words


def _reported(whole: Passage, yes: Side, no: Side) -> Reply | None:
    """A reply in other words: "My guess would be that it does: ...", "answered in the negative", "a resounding no"."""
    if whole.words.isdisjoint(_REPORTS) or not whole.cues.isdisjoint(_UNSURE):
        return None
    items = whole.items
    for place in range(len(items) - 1):
        text, after = items[place].text, items[place + 1].text
        if text == "the" and after in ("negative", "affirmative") and place and items[place - 1].text == "in":
            return Reply(no if after == "negative" else yes, "yes_no", items[place - 1].start, items[place + 1].end)
        if text in _PLAIN and after in _REPLIES and (place + 2 == len(items) or items[place + 2].text in _AFTER_A_NO):
            return Reply(yes if after in _YES else no, "yes_no", items[place + 1].start, items[place + 1].end)
        if text == "that" and place and after in _PRONOUNS:
            told = items[place + 2 : place + 4]
            denied = bool(told) and told[-1].text == "not"
            end = place + 3 + denied
            if told and told[0].text in _AUXILIARIES and (end == len(items) or items[end].text in (":", ",", "(")):
                return Reply(no if denied else yes, "yes_no", items[place + 1].start, items[end - 1].end)
    return None


def _stated(whole: Passage, yes: Side, no: Side) -> Reply | None:
    """A reply that a sentence about the answer holds: "I would answer no to that", "Yes is all I can say"."""
    if whole.words.isdisjoint(_ABOUT_THE_ANSWER) or not whole.cues.isdisjoint(MENTIONS | _UNSURE):
        return None
    items = whole.items
    said = [place for place, item in enumerate(items) if item.text in ("yes", "no")]
    if len(said) != 1:
        return None
    item, after = items[said[0]], items[said[0] + 1].text if said[0] + 1 < len(items) else ""
    if after.split(" ")[0] not in _AFTER_THE_ANSWER or any(one.text in ("not", "neither") for one in items):
        return None
    return Reply(yes if item.text == "yes" else no, "yes_no", item.start, item.end)


def _headed(items: list[Item], yes: Side, no: Side) -> Reply | None:
    """An elliptic reply that a reason follows: "It does, and plainly so", "Not entirely: ..."."""
    end = next((place for place, item in enumerate(items) if item.text in _HEAD_ENDS or item.cue is Cue.BREAK), 0)
    # "Not with that much atrophy."
    if items[0].text == "not" and len(items) > 2 and items[1].text in _GIVEN:
        return Reply(no, "yes_no", items[0].start, items[0].end)
    if not 0 < end < len(items) or end > _LONGEST_ELLIPSIS:
        return None
    head = items[:end]
    reply = _whole(head, yes, no)
    if reply is None or reply.rule != "yes_no" or any(item.cue is Cue.FILLER for item in items[end:]):
        return None
    # "Clearly, ..." and "Sure, ..." are no replies.
    return reply if reply.side == no or sum(not item.text.endswith("ly") for item in head) > 1 else None


def _assents(texts: list[str], said: str) -> bool | None:
    """Whether the words are a yes without the word (true), a no (false), or neither: "I think so", "not really, no"."""
    # Most words begin none of these, which is quickly seen.
    if texts[0].partition(" ")[0] not in _BEGIN_A_REPLY and not texts[0].endswith("ly"):
        return None
    plain = " ".join(text for text in texts if text in _HARDLY or not (text.endswith("ly") and len(texts) > 1))
    forms = [said, plain if len(plain) > 3 else said]
    if plain == "so" != said:
        return True
    led = _led(said.split(" ")) if len(texts) > 2 else None
    if led is not None:
        return led
    if texts[-1] in _REPLIES:
        forms.append(" ".join(texts[:-1]))
    for form in forms:
        if form in _ELLIPSES_YES or form in _ELLIPSES_NO:
            assents = form in _ELLIPSES_YES
            return assents if form is not forms[-1] or texts[-1] not in (_NO if assents else _YES) else None
    return None


def _opening(items: list[Item], yes: Side, no: Side) -> Reply | None:
    place = after_lead(items)
    if place == len(items) or _answers_something_else(items):
        return None
    spoken, end = _spoken_at(items, place)
    item, last = items[place], items[end - 1]
    after = [other.text for other in items[end : end + 2]]
    if spoken in _YES:
        if after[:2] in (["and", "no"], ["or", "no"], ["/", "no"]) or after[:1] == ["no"]:
            return Reply(None, "both_options", item.start, items[min(end + len(after), len(items)) - 1].end)
        return Reply(yes, "yes_no", item.start, last.end)
    if spoken in _NO and (not after or after[0].split(" ")[0] in _AFTER_NO):
        if after[:2] in (["and", "yes"], ["or", "yes"], ["/", "yes"]):
            return Reply(None, "both_options", item.start, items[end + 1].end)
        return Reply(no, "yes_no", item.start, last.end)
    return None


def _spoken_at(items: list[Item], place: int) -> tuple[str, int]:
    """The reply that begins at an item, and where it ends: in some scripts it is several items."""
    text = items[place].text
    if text.isascii():
        return text, place + 1
    for end in range(min(place + 4, len(items)), place + 1, -1):
        joined = " ".join(item.text for item in items[place:end])
        if joined in _YES or joined in _NO:
            return joined, end
    return text, place + 1


def _closing(items: list[Item], yes: Side, no: Side) -> Reply | None:
    """A reply that a sentence about the answer ends with: "The answer to your question is no", "I would say yes"."""
    last = items[-1]
    if len(items) < 2 or (last.text not in _YES and last.text not in _NO):
        return None
    before = items[-2].text.split(" ")[-1]
    if before == "not" and any(item.cue is Cue.CONCLUSION for item in items):
        return Reply(no if last.text in _YES else yes, "yes_no", items[-2].start, last.end)
    concludes = any(item.cue is Cue.CONCLUSION for item in items)
    last_break = max((place for place, item in enumerate(items) if item.cue is Cue.BREAK), default=0)
    if last_break == len(items) - 2 and all(item.cue not in MENTIONS for item in items) and _gives_no_answer(items):
        return Reply(yes if last.text in _YES else no, "yes_no", last.start, last.end)
    items = items[last_break:]
    if before == "," and (len(items) > 3 or " " in items[0].text) and all(item.cue not in MENTIONS for item in items):
        concludes = True
    # "A sad yes."
    if len(items) > 2 and items[-3].text in ("a", "an") and items[-2].cue is None:
        concludes = concludes or all(item.cue not in MENTIONS for item in items)
        before = "a"
    if before in (
        "say",
        "says",
        "shouts",
        "screams",
        "answer",
        "with",
        "lean",
        "towards",
        "think",
        "be",
        "choose",
        "guess",
        "guessing",
        "so",
        "therefore",
        "thus",
        "hence",
        "toward",
        "for",
        "really",
    ) or (concludes and before in ("is", ":", ",", "clear", "definite", "clearly", "therefore", "a")):
        if any(item.cue in _UNDECIDED for item in items):
            return None
        return Reply(yes if last.text in _YES else no, "yes_no", last.start, last.end)
    return None


def _following(whole: Passage, yes: Side, no: Side) -> Reply | None:
    """An elliptic reply that a sentence ends with: "They are clear, so it is not", "Hard to say, but probably not"."""
    if Cue.BREAK not in whole.cues or not whole.cues.isdisjoint(MENTIONS):
        return None
    place = max(place for place, item in enumerate(whole.items) if item.cue is Cue.BREAK)
    tail = whole.items[place + 1 :]
    joint = whole.items[place].text
    if not 1 <= len(tail) <= 6 or joint not in (_THEREFORE if _gives_no_answer(whole.items) else _YET):
        return None
    reply = _whole(tail, yes, no)
    return reply if reply is not None and reply.rule == "yes_no" else None


def _gives_no_answer(items: list[Item]) -> bool:
    """Whether nothing in the items refuses or hedges, so that a "but no" behind them is the answer."""
    return all(item.cue not in (Cue.REFUSED_SCOPE, Cue.HEDGE, Cue.MODAL) for item in items)


def _within(  # noqa: PLR0911 - a return for each form
    whole: Passage, yes: Side, no: Side
) -> Reply | None:
    """A reply inside a sentence: "I would say no, because ...", "From what I see, yes, there is"."""
    if whole.texts.isdisjoint(_REPLIES):
        return None
    items = whole.items
    for place in range(1, len(items) - 1):
        item, before, after = items[place], items[place - 1], items[place + 1]
        if item.text not in _REPLIES or not (after.text in (",", ":", "(", ")") or after.cue is Cue.BREAK):
            continue
        # "..., no, it is not", behind whatever was weighed.
        behind = items[place + 2].text if place + 2 < len(items) else ""
        if before.text in (",", ":") and after.text == "," and behind in _PRONOUNS:
            return Reply(yes if item.text in _YES else no, "yes_no", item.start, item.end)
        # "A reason to say no, and there is none" says nothing yet.
        if before.text in ("say", "answer") and place > 1 and items[place - 2].text == "to":
            return None
        if before.text in ("say", "answer", ",", "and", "so"):
            cues = {one.cue for one in items[:place]}
            if not cues.isdisjoint(MENTIONS):
                return None
            if not cues.isdisjoint(_UNDECIDED):
                return None
            return Reply(yes if item.text in _YES else no, "yes_no", item.start, item.end)
    return None


def is_lead(item: Item) -> bool:
    """Whether the item may stand before a reply or a letter."""
    return item.text in _LEAD or item.cue in (Cue.CONCLUSION, Cue.CORRECTION) or item.text.isdigit()


def after_lead(items: list[Item]) -> int:
    """Where the words that may stand before a reply are over."""
    for place, item in enumerate(items):
        listed = len(item.text) == 1 and item.text.isalpha() and place + 1 < len(items) and items[place + 1].text == ")"
        if not is_lead(item) and not (listed and place + 2 < len(items) and items[place + 2].text in _REPLIES):
            return place
    return len(items)


def _answers_something_else(items: list[Item]) -> bool:
    """Whether the sentence goes on to refuse or to offer help: "No, I cannot determine that". A "but" disclaims."""
    for item in items:
        if item.cue is Cue.BREAK or item.cue in MENTIONS:
            return False
        if item.cue in (Cue.REFUSAL, Cue.REFUSED_SCOPE, Cue.FILLER):
            return True
    return False


def _letter_alone(told: list[list[Item]]) -> Reply | None:
    if len(told) == 1 and len(told[0]) <= 3:
        for item in told[0]:
            if len(item.text) == 1 and item.text.isascii() and item.text.isalpha() and item.text != "i":
                return Reply(None, "letter_not_offered", item.start, item.end)
    return None


def option_reply(
    mentions: Iterable[Mention],
    offered: tuple[tuple[str, Side], ...],
    announced: frozenset[int],
    corrected_at: int | None,
) -> Reply | None:
    """The option that the response's letters choose. One after a correction outweighs an announced one, and that one a
    listed one.
    """
    sides = dict(offered)
    meant = [mention for mention in mentions if mention.cue is Cue.OPTION and mention.mode == "said"]
    if not meant:
        return None
    # What only speaks for a letter chooses none beside what chooses one.
    meant = [mention for mention in meant if not mention.weak] or meant
    standing = [mention for mention in meant if not mention.negated]
    for candidates in _options_by_weight(standing, announced, corrected_at):
        if len({mention.name for mention in candidates}) == 1:
            last = candidates[-1]
            return Reply(sides[last.name], "letter", last.start, last.end)
    if standing:
        return Reply(None, "both_options", standing[0].start, standing[-1].end)
    ruled_out = {mention.name for mention in meant}
    left = [side for name, side in sides.items() if name not in ruled_out]
    return Reply(left[0] if len(left) == 1 else None, "letter_ruled_out", meant[0].start, meant[-1].end)


def _options_by_weight(
    standing: list[Mention], announced: frozenset[int], corrected_at: int | None
) -> Iterator[list[Mention]]:
    yield [mention for mention in standing if corrected_at is not None and mention.start > corrected_at]
    yield [mention for mention in standing if mention.start in announced and mention.concluded]
    yield [mention for mention in standing if mention.start in announced and not mention.initial]
    yield [mention for mention in standing if not mention.initial]
    yield standing


def bare_reply(sentences: list[Sentence]) -> Reply | None:
    """A response to a choice that names a side in a word of its own: "Positive", "I can find none", "I say: none"."""
    passages = [sentence.whole for sentence in sentences if not sentence.question]
    told = [whole.items for whole in passages]
    if told and (len(told) == 1 or len(told[-1]) <= _LONGEST_ELLIPSIS):
        last = told[-1]
        elliptic = _elliptic(last, passages[-1].texts)
        if elliptic is not None:
            return elliptic
        if len(last) > 2 and last[-1].text in ("none", "neither", "nothing") and last[-2].text in (":", ",", "say"):
            return Reply("negative", "bare_word", last[-1].start, last[-1].end)
    said = " ".join(item.text for items in told for item in items)
    if said in _BOTH:
        return Reply(None, "both_options", told[0][0].start, told[-1][-1].end)
    return Reply(_BARE[said], "bare_word", told[0][0].start, told[-1][-1].end) if said in _BARE else None
