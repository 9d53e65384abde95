"""Responses that people already have, one JSON object a line, scored by the same rules as the assets' own."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from medfrag_assets.scoring.rules import score_response
from medfrag_assets.study.spec import ClosedFamily, Polarity, Side, Vocabulary


class ResponseLine(BaseModel):
    """One response with what is needed to read it. Keys that are not listed here are left alone."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    id: str | int
    task: str
    family: ClosedFamily
    polarity: Polarity | None = None
    options: dict[Literal["A", "B"], Side] | None = Field(default=None)
    prompt: str
    response: str

    @model_validator(mode="after")
    def _says_how_to_read_the_answer(self) -> Self:
        if self.family == "yesno" and self.polarity is None:
            raise ValueError("a yesno line needs `polarity`, positive or inverted")
        if self.family == "choice" and (self.options is None or len(set(self.options.values())) != 2):
            raise ValueError('a choice line needs `options`, one positive and one negative: {"A": …, "B": …}')
        return self


class ScoredLine(NamedTuple):
    """A line's score, or why it could not be scored. `number` counts lines from 1."""

    number: int
    scored: dict[str, str | int | None] | None
    problem: str | None


def score_lines(lines: Iterable[str], vocabularies: Mapping[str, Vocabulary]) -> Iterator[ScoredLine]:
    """Scores each line with the vocabulary of its task. Blank lines are passed over; a bad line stops nothing."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _scored(number, line, vocabularies)


def _scored(number: int, line: str, vocabularies: Mapping[str, Vocabulary]) -> ScoredLine:
    if not _is_text(line):
        return ScoredLine(number, None, "not UTF-8")
    try:
        given = ResponseLine.model_validate(json.loads(line))
    except ValidationError as error:
        return ScoredLine(number, None, _in_plain_words(error))
    except (ValueError, RecursionError) as error:
        return ScoredLine(number, None, f"no JSON ({error})")
    if given.task not in vocabularies:
        return ScoredLine(number, None, f"no task {given.task!r} in the study (it has {', '.join(vocabularies)})")
    options = {str(letter): side for letter, side in given.options.items()} if given.options else None
    polarity = given.polarity if given.family == "yesno" else None
    score = score_response(vocabularies[given.task], given.prompt, given.family, polarity, options, given.response)
    return ScoredLine(number, {"id": given.id, **score._asdict()}, None)


def _is_text(line: str) -> bool:
    """Whether the line was text: bytes that were none have come through as surrogates."""
    return line.isascii() or not any("\udc80" <= letter <= "\udcff" for letter in line)


def _in_plain_words(error: ValidationError) -> str:
    first = error.errors()[0]
    where = " → ".join(str(part) for part in first["loc"])
    message = str(first["msg"]).removeprefix("Value error, ")
    return f"{where}: {message}" if where else message
