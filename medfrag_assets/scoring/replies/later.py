"""A reply that does not open its sentence: "I would say no", "so it is not", "no reason to say yes"."""

from medfrag_assets.scoring.cues.kinds import DECLINES, HEDGES, MENTIONS, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.replies.closed_words import AUXILIARIES, DENIERS, PRONOUNS
from medfrag_assets.scoring.replies.opening import whole_reply
from medfrag_assets.scoring.replies.reply import Reply
from medfrag_assets.scoring.replies.spoken import NO, REPLIES, YES, as_spoken
from medfrag_assets.scoring.sentences import Passage
from medfrag_assets.study.spec import Side

_UNDECIDED = frozenset({Cue.REFUSED_SCOPE, Cue.NOT, Cue.MODAL})
_YET = frozenset({"but", "yet", "however", "though", "still"})
_THEREFORE = frozenset({"so", "therefore", "thus", "hence"}) | _YET
_UNSURE = HEDGES | DECLINES | {Cue.ASKED, Cue.CONDITION, Cue.FILLER}
_SAYS_MORE = MENTIONS | _UNSURE
_ABOUT_THE_ANSWER = as_spoken(
    "answer | answering | vote | say | saying | reply | response | responding | lean | leaning | go | going | "
    "choose | opt | guess | verdict | side | come | settle | conclude | put | tick | call | land"
)
_AFTER_THE_ANSWER = frozenset({"", "to", "is", "on", "here", "for", "as", "it", "would", "in", "with", ","})
# What one has who answers yes, or lacks.
_GROUNDS = as_spoken(
    "reason | reasons | ground | grounds | cause | basis | justification | lets | allows | permits | entitles | "
    "warrants | justifies | supports | room | wish | love | like | liked | loved | gladly | makes"
)
_REPORTS = REPLIES | {"that", "negative", "affirmative"}
# Without one of these, or a joint, a sentence holds no reply further on.
_LATER = _REPORTS | _ABOUT_THE_ANSWER | {word for reply in REPLIES for word in reply.split(" ")}
# "A resounding no from me."
_PLAIN = as_spoken(
    "a | clear | firm | resounding | definite | plain | flat | solid | cautious | tentative | qualified | "
    "confident | probable | simple | straight | emphatic | strong | weak | my | big | unequivocal | categorical | "
    "hard | soft"
)
_AFTER_A_NO = frozenset(phrases(",|from|here|for|in|to|on|:|(|because|as|since|with"))


def later_reply(whole: Passage, yes: Side, no: Side) -> Reply | None:
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
        denied = denied or item.cue in (Cue.NO, Cue.NOT) or not DENIERS.isdisjoint(words)
        grounds = grounds or not _GROUNDS.isdisjoint(words)
        if item.cue is Cue.BREAK or item.text in (",", ":"):
            denied = grounds = False
        before = whole.items[place - 1].text.split(" ")[-1] if place else ""
        told = item.text in ("yes", "no") and before in ("say", "answer", "reply", "for", "a")
        if denied and grounds and (told or (item.text in ("affirmative", "negative") and before == "the")):
            return Reply(no if item.text in ("yes", "affirmative") else yes, "yes_no", item.start, item.end)
    return None


def _reported(whole: Passage, yes: Side, no: Side) -> Reply | None:
    """A reply in other words: "My guess would be that it does: ...", "answered in the negative", "a resounding no"."""
    if whole.words.isdisjoint(_REPORTS) or not whole.cues.isdisjoint(_UNSURE):
        return None
    items = whole.items
    for place in range(len(items) - 1):
        text, after = items[place].text, items[place + 1].text
        if text == "the" and after in ("negative", "affirmative") and place and items[place - 1].text == "in":
            return Reply(no if after == "negative" else yes, "yes_no", items[place - 1].start, items[place + 1].end)
        if text in _PLAIN and after in REPLIES and (place + 2 == len(items) or items[place + 2].text in _AFTER_A_NO):
            return Reply(yes if after in YES else no, "yes_no", items[place + 1].start, items[place + 1].end)
        if text == "that" and place and after in PRONOUNS:
            told = items[place + 2 : place + 4]
            denied = bool(told) and told[-1].text == "not"
            end = place + 3 + denied
            if told and told[0].text in AUXILIARIES and (end == len(items) or items[end].text in (":", ",", "(")):
                return Reply(no if denied else yes, "yes_no", items[place + 1].start, items[end - 1].end)
    return None


def _stated(whole: Passage, yes: Side, no: Side) -> Reply | None:
    """A reply that a sentence about the answer holds: "I would answer no to that", "Yes is all I can say"."""
    if whole.words.isdisjoint(_ABOUT_THE_ANSWER) or not whole.cues.isdisjoint(_SAYS_MORE):
        return None
    items = whole.items
    said = [place for place, item in enumerate(items) if item.text in ("yes", "no")]
    if len(said) != 1:
        return None
    item, after = items[said[0]], items[said[0] + 1].text if said[0] + 1 < len(items) else ""
    if after.split(" ")[0] not in _AFTER_THE_ANSWER or any(one.text in ("not", "neither") for one in items):
        return None
    return Reply(yes if item.text == "yes" else no, "yes_no", item.start, item.end)


def _closing(items: list[Item], yes: Side, no: Side) -> Reply | None:
    """A reply that a sentence about the answer ends with: "The answer to your question is no", "I would say yes"."""
    last = items[-1]
    if len(items) < 2 or (last.text not in YES and last.text not in NO):
        return None
    before = items[-2].text.split(" ")[-1]
    if before == "not" and any(item.cue is Cue.CONCLUSION for item in items):
        return Reply(no if last.text in YES else yes, "yes_no", items[-2].start, last.end)
    concludes = any(item.cue is Cue.CONCLUSION for item in items)
    last_break = max((place for place, item in enumerate(items) if item.cue is Cue.BREAK), default=0)
    if last_break == len(items) - 2 and all(item.cue not in MENTIONS for item in items) and _gives_no_answer(items):
        return Reply(yes if last.text in YES else no, "yes_no", last.start, last.end)
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
        return Reply(yes if last.text in YES else no, "yes_no", last.start, last.end)
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
    reply = whole_reply(tail, yes, no)
    return reply if reply is not None and reply.rule == "yes_no" else None


def _gives_no_answer(items: list[Item]) -> bool:
    """Whether nothing in the items refuses or hedges, so that a "but no" behind them is the answer."""
    return all(item.cue not in (Cue.REFUSED_SCOPE, Cue.HEDGE, Cue.MODAL) for item in items)


def _within(  # noqa: PLR0911 - a return for each form
    whole: Passage, yes: Side, no: Side
) -> Reply | None:
    """A reply inside a sentence: "I would say no, because ...", "From what I see, yes, there is"."""
    if whole.texts.isdisjoint(REPLIES):
        return None
    items = whole.items
    for place in range(1, len(items) - 1):
        item, before, after = items[place], items[place - 1], items[place + 1]
        if item.text not in REPLIES or not (after.text in (",", ":", "(", ")") or after.cue is Cue.BREAK):
            continue
        # "..., no, it is not", behind whatever was weighed.
        behind = items[place + 2].text if place + 2 < len(items) else ""
        if before.text in (",", ":") and after.text == "," and behind in PRONOUNS:
            return Reply(yes if item.text in YES else no, "yes_no", item.start, item.end)
        # "A reason to say no, and there is none" says nothing yet.
        if before.text in ("say", "answer") and place > 1 and items[place - 2].text == "to":
            return None
        if before.text in ("say", "answer", ",", "and", "so"):
            cues = {one.cue for one in items[:place]}
            if not cues.isdisjoint(MENTIONS):
                return None
            if not cues.isdisjoint(_UNDECIDED):
                return None
            return Reply(yes if item.text in YES else no, "yes_no", item.start, item.end)
    return None
