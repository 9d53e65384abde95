"""The yes or no of a response, of all the replies in it."""

from collections.abc import Iterator, Sequence

from medfrag_assets.scoring.cues.kinds import MENTIONS, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.replies.closed_words import elliptic_reply
from medfrag_assets.scoring.replies.ellipses import LONGEST_ELLIPSIS
from medfrag_assets.scoring.replies.later import later_reply
from medfrag_assets.scoring.replies.letters import letter_alone
from medfrag_assets.scoring.replies.opening import after_lead, headed_reply, opening_reply, whole_reply
from medfrag_assets.scoring.replies.reply import Reply
from medfrag_assets.scoring.replies.spoken import REPLIES
from medfrag_assets.scoring.sentences import Passage, Sentence
from medfrag_assets.study.spec import Side

_CONNECTS = frozenset({"or", "so", "and", "then", "therefore", "thus", "hence", "well", "okay", "but", ","})
# "Certainly!" before an offer to help is politeness, not a reply.
_POLITE = frozenset({"certainly", "absolutely", "of course", "sure", "definitely", "right", "ok", "okay", "for sure"})
_OFFERS = frozenset(phrases("i will|let me|let us|i would be|happy to|glad to|love to|be delighted|my pleasure"))


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
        if reply is not None and place and _is_other_case(whole, told[place - 1]):
            return Reply(None, "both_options", told[place - 1].items[0].start, reply.end)
        if reply is not None:
            replies.append((reply, Cue.CONCLUSION in whole.cues))
    if not replies:
        return letter_alone([whole.items for whole in told])
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
        opening = (
            whole_reply(items, yes, no)
            or opening_reply(items, yes, no)
            or (headed_reply(items, yes, no) if first else None)
        )
        return opening or later_reply(whole, yes, no) or elliptic_reply(items, whole.texts)
    place = after_lead(items)
    if place < len(items) and items[place].text in REPLIES and all(item.text in _CONNECTS for item in items[:place]):
        return opening_reply(items, yes, no)
    reply = (whole_reply(items, yes, no) if len(items) <= 6 else None) or later_reply(whole, yes, no)
    return reply or (elliptic_reply(items, whole.texts) if len(items) <= LONGEST_ELLIPSIS else None)


def _is_other_case(whole: Passage, before: Passage) -> bool:
    """Like the second part of "If it has grown, yes; otherwise no"."""
    return whole.items[0].text in ("otherwise", "else") and Cue.CONDITION in before.cues


def _is_politeness(items: list[Item], following: Passage) -> bool:
    return (
        Cue.FILLER in following.cues
        and (
            following.cues.isdisjoint(MENTIONS)
            or not following.texts.isdisjoint(_OFFERS)
            # "Sure! Here is what I see of the border:"
            or following.items[-1].text == ":"
        )
        and " ".join(item.text for item in items if item.text != ",") in _POLITE
    )
