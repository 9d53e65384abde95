"""A reply that a sentence opens with, or that is all of it, behind words that may stand before one."""

from medfrag_assets.scoring.cues.kinds import MENTIONS, Cue
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.replies.bare import BARE
from medfrag_assets.scoring.replies.ellipses import BEGIN_A_REPLY, LONGEST_ELLIPSIS, assent_of
from medfrag_assets.scoring.replies.reply import Reply
from medfrag_assets.scoring.replies.spoken import NO, REPLIES, YES, as_spoken
from medfrag_assets.study.spec import Side

# Words that may stand before the reply.
_LEAD = as_spoken(
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
_AFTER_NO = as_spoken(
    """
    it | this | the | there | that | i | we | they | these | image | scan | and | but | no | yes | , | : | ( | ) | not |
    because | since | as | your | my | nothing | none | sir | unfortunately | however | you | although | though | for
    """
)
_GIVEN = frozenset({"with", "when", "given", "considering", "seeing"})
_HEAD_ENDS = frozenset({",", ":", "(", "and"})
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
_BEGIN_A_WHOLE = BEGIN_A_REPLY | _LOOSE_MARKS | {form.partition(" ")[0] for form in (*BARE, *_TRIMMED)}


def whole_reply(items: list[Item], yes: Side, no: Side) -> Reply | None:
    """A sentence that is a reply and nothing else, but for words that say nothing: "Unfortunately, it does"."""
    first = items[0].text
    if first.partition(" ")[0] not in _BEGIN_A_WHOLE and not first.endswith("ly"):
        return None
    texts = [item.text for item in items if item.text not in _LOOSE_MARKS]
    start, end = items[0].start, items[-1].end
    while texts:
        said = " ".join(texts)
        if said in BARE:
            return Reply(BARE[said], "bare_word", start, end)
        assents = assent_of(texts, said)
        if assents is not None:
            return Reply(yes if assents else no, "yes_no", start, end)
        if texts[0] not in _TRIMMED or len(texts) > 8:
            return None
        texts = texts[1:]
    return None


def headed_reply(items: list[Item], yes: Side, no: Side) -> Reply | None:
    """An elliptic reply that a reason follows: "It does, and plainly so", "Not entirely: ..."."""
    end = next((place for place, item in enumerate(items) if item.text in _HEAD_ENDS or item.cue is Cue.BREAK), 0)
    # "Not with that much atrophy."
    if items[0].text == "not" and len(items) > 2 and items[1].text in _GIVEN:
        return Reply(no, "yes_no", items[0].start, items[0].end)
    if not 0 < end < len(items) or end > LONGEST_ELLIPSIS:
        return None
    head = items[:end]
    reply = whole_reply(head, yes, no)
    if reply is None or reply.rule != "yes_no" or any(item.cue is Cue.FILLER for item in items[end:]):
        return None
    # "Clearly, ..." and "Sure, ..." are no replies.
    return reply if reply.side == no or sum(not item.text.endswith("ly") for item in head) > 1 else None


def opening_reply(items: list[Item], yes: Side, no: Side) -> Reply | None:
    """A yes or no that a sentence begins with, and a yes and no at once."""
    place = after_lead(items)
    if place == len(items) or _answers_something_else(items):
        return None
    spoken, end = _spoken_at(items, place)
    item, last = items[place], items[end - 1]
    after = [other.text for other in items[end : end + 2]]
    if spoken in YES:
        if after[:2] in (["and", "no"], ["or", "no"], ["/", "no"]) or after[:1] == ["no"]:
            return Reply(None, "both_options", item.start, items[min(end + len(after), len(items)) - 1].end)
        return Reply(yes, "yes_no", item.start, last.end)
    if spoken in NO and (not after or after[0].split(" ")[0] in _AFTER_NO):
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
        if joined in YES or joined in NO:
            return joined, end
    return text, place + 1


def is_lead(item: Item) -> bool:
    """Whether the item may stand before a reply or a letter."""
    return item.text in _LEAD or item.cue in (Cue.CONCLUSION, Cue.CORRECTION) or item.text.isdigit()


def after_lead(items: list[Item]) -> int:
    """Where the words that may stand before a reply are over."""
    for place, item in enumerate(items):
        listed = len(item.text) == 1 and item.text.isalpha() and place + 1 < len(items) and items[place + 1].text == ")"
        if not is_lead(item) and not (listed and place + 2 < len(items) and items[place + 2].text in REPLIES):
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
