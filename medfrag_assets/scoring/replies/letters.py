"""The option that a response chooses by its letter, and the letter that answers where none was offered."""

from collections.abc import Iterable, Iterator

from medfrag_assets.scoring.clauses.reading import Mention
from medfrag_assets.scoring.cues.kinds import Cue
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.replies.reply import Reply
from medfrag_assets.study.spec import Side


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


def letter_alone(told: list[list[Item]]) -> Reply | None:
    """A letter that is all of a response to a question that offers no options."""
    if len(told) == 1 and len(told[0]) <= 3:
        for item in told[0]:
            if len(item.text) == 1 and item.text.isascii() and item.text.isalpha() and item.text != "i":
                return Reply(None, "letter_not_offered", item.start, item.end)
    return None
