"""Generation: requests in, batches of texts out. `Generator` is the interface; `BatchedGenerator` the plain way."""

import time
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple, Protocol

from medfrag_assets.vlm.inputs import InputBuilder
from medfrag_assets.vlm.loading import Loaded
from medfrag_assets.vlm.memory import peak_memory_gb
from medfrag_assets.vlm.options import OPTIONS, option_logprobs, option_tokens
from medfrag_assets.vlm.templates import render


class Request(NamedTuple):
    """One generation to compute. `shown` is `image:<digest>`, `blank:<width>x<height>` or null for no image."""

    generation_id: str
    shown: str | None
    family: str
    text: str
    template: str | None
    maximum_tokens: int
    minimum_tokens: int


class Generation(NamedTuple):
    """What came out. `option_logprobs` are those of (Yes, No) or (A, B); null for descriptions."""

    generation_id: str
    text: str
    finish_reason: str
    tokens_read: int
    tokens_written: int
    option_logprobs: tuple[float, float] | None


class Failure(NamedTuple):
    """A generation that could not be computed, and why. Never a model outcome."""

    generation_id: str
    reason: str


class Batch(NamedTuple):
    """Generations computed together, and what they cost."""

    generations: list[Generation]
    failures: list[Failure]
    stage: str
    method: str
    tokens_shared: int
    seconds: float
    peak_memory_gb: float


class Generator(Protocol):
    """Computes requests in batches, in an order of its own choosing."""

    def generate(self, requests: Sequence[Request]) -> Iterator[Batch]:
        """Yields a batch as soon as it is computed, so that it can be committed before the next one starts."""
        ...


class _Prepared(NamedTuple):
    request: Request
    token_ids: list[int]
    shape: tuple[int, ...]


class BatchedGenerator:
    """Greedy decoding of up to `rows` requests at a time, each with its own image and prompt.

    Requests of a batch share token limits and image shape; they are ordered by length, so that padding is rare.
    A batch that fails is tried again one by one, so that one bad request costs only itself.
    """

    method = "batched"

    def __init__(self, loaded: Loaded, inputs: InputBuilder, rows: int) -> None:
        self._loaded = loaded
        self._inputs = inputs
        self._rows = rows

    def generate(self, requests: Sequence[Request]) -> Iterator[Batch]:
        """See `Generator`."""
        prepared = sorted((self._prepare(request) for request in requests), key=_batch_order)
        for _, group in groupby(prepared, key=_batch_key):
            alike = list(group)
            for start in range(0, len(alike), self._rows):
                yield self._timed(alike[start : start + self._rows])

    def _prepare(self, request: Request) -> _Prepared:
        prompt = render(
            self._loaded.processor, request.text, with_image=request.shown is not None, template=request.template
        )
        ids = self._inputs.token_ids(prompt, request.shown)
        shape = self._inputs.image(request.shown).shape if request.shown is not None else ()
        return _Prepared(request, ids, shape)

    def _timed(self, rows: list[_Prepared]) -> Batch:
        start = time.perf_counter()
        generations, failures = self._with_failures(rows)
        stage = "closed" if rows[0].request.family in OPTIONS else "describe"
        seconds = time.perf_counter() - start
        return Batch(generations, failures, stage, self.method, 0, seconds, peak_memory_gb(self._loaded.device))

    def _with_failures(self, rows: list[_Prepared]) -> tuple[list[Generation], list[Failure]]:
        try:
            return self._decode(rows), []
        except RuntimeError as error:
            if len(rows) == 1:
                return [], [Failure(rows[0].request.generation_id, f"{type(error).__name__}: {error}"[:500])]
        parts = [self._with_failures([row]) for row in rows]
        return [one for made, _ in parts for one in made], [one for _, failed in parts for one in failed]

    def _decode(self, rows: list[_Prepared]) -> list[Generation]:
        import torch

        request, device = rows[0].request, self._loaded.device
        first_logits = _FirstLogits()
        batch = self._inputs.batch([row.token_ids for row in rows], [row.request.shown for row in rows], device)
        with torch.inference_mode():
            out = self._loaded.model.generate(
                **_floats_as(batch, self._loaded.model.dtype),
                do_sample=False,
                max_new_tokens=request.maximum_tokens,
                min_new_tokens=request.minimum_tokens or None,
                logits_processor=[first_logits],
            )
        written = out[:, batch["input_ids"].shape[1] :].tolist()
        scores = self._option_scores(rows, first_logits.logits)
        return [self._generation(*row) for row in zip(rows, written, scores, strict=True)]

    def _option_scores(self, rows: list[_Prepared], logits: Any) -> list[tuple[float, float] | None]:
        scores: list[tuple[float, float] | None] = [None] * len(rows)
        for family in OPTIONS:
            places = [place for place, row in enumerate(rows) if row.request.family == family]
            if places:
                tokens = option_tokens(self._loaded.processor.tokenizer, family)
                for place, pair in zip(places, option_logprobs(logits[places], tokens), strict=True):
                    scores[place] = pair
        return scores

    def _generation(self, row: _Prepared, written: list[int], scores: tuple[float, float] | None) -> Generation:
        tokenizer, ends = self._loaded.processor.tokenizer, _end_tokens(self._loaded.model)
        length = next((place + 1 for place, token in enumerate(written) if token in ends), None)
        kept = written[:length]
        return Generation(
            row.request.generation_id,
            tokenizer.decode(kept, skip_special_tokens=True).strip(),
            "length" if length is None else "stop",
            len(row.token_ids),
            len(kept),
            scores,
        )


class _FirstLogits:
    """Keeps the first step's logits: what the model thinks before it writes anything."""

    def __init__(self) -> None:
        self.logits: Any = None

    def __call__(self, input_ids: Any, scores: Any) -> Any:
        if self.logits is None:
            self.logits = scores
        return scores


def _batch_key(row: _Prepared) -> tuple[int, int, tuple[int, ...]]:
    return row.request.maximum_tokens, row.request.minimum_tokens, row.shape


def _batch_order(row: _Prepared) -> tuple[object, ...]:
    return (*_batch_key(row), len(row.token_ids), row.request.text, row.request.shown or "")


def _floats_as(batch: dict[str, Any], dtype: Any) -> dict[str, Any]:
    return {key: value.to(dtype) if value.is_floating_point() else value for key, value in batch.items()}


def _end_tokens(model: Any) -> set[int]:
    ends = model.generation_config.eos_token_id
    return set(ends) if isinstance(ends, list) else {ends}
