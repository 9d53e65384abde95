"""Generation: requests in, batches of texts out. `Generator` is the interface; here is the plain way to do it.

`BatchedGenerator` sends every request through the model with its own image; with one row at a time it is the reference
that every faster way is compared with. `medfrag_assets.vlm.shared_prefix` reads each image once for all its prompts.
"""

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby
from typing import Any, Literal, NamedTuple, Protocol

from medfrag_assets.vlm.embeddings import Embedding
from medfrag_assets.vlm.inputs import InputBuilder
from medfrag_assets.vlm.loading import Loaded
from medfrag_assets.vlm.memory import peak_memory_gb
from medfrag_assets.vlm.options import OPTIONS, option_logprobs, option_tokens

Method = Literal["shared_prefix", "batched", "one_by_one"]
Stage = Literal["closed", "describe", "mixed", "embed"]
Known = Callable[[Collection[str], Collection[str]], bool]
_LONGEST_REASON = 500
# Settings of `generate` that change scores, with the values that leave them as they are.
_NEUTRAL: dict[str, tuple[object, ...]] = {
    "num_beams": (None, 1),
    "repetition_penalty": (None, 1.0),
    "encoder_repetition_penalty": (None, 1.0),
    "no_repeat_ngram_size": (None, 0),
    "encoder_no_repeat_ngram_size": (None, 0),
    "bad_words_ids": (None,),
    "sequence_bias": (None,),
    "suppress_tokens": (None,),
    "begin_suppress_tokens": (None,),
    "forced_bos_token_id": (None,),
    "forced_eos_token_id": (None,),
    "exponential_decay_length_penalty": (None,),
    "guidance_scale": (None, 1.0),
    "min_length": (None, 0),
    "min_new_tokens": (None, 0),
    "stop_strings": (None,),
    "watermarking_config": (None,),
}


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
    tokens_shared: int
    tokens_written: int
    option_logprobs: tuple[float, float] | None


class Failure(NamedTuple):
    """A generation that could not be computed, and why. Never a model outcome."""

    generation_id: str
    reason: str


class Batch(NamedTuple):
    """Generations computed together, the embeddings that came with them, and what they cost."""

    generations: list[Generation]
    failures: list[Failure]
    stage: Stage
    method: Method
    seconds: float
    peak_memory_gb: float
    embeddings: Sequence[Embedding] = ()


class Generator(Protocol):
    """Computes requests in batches, in an order of its own choosing."""

    def generate(self, requests: Sequence[Request], embed: Collection[str], known: Known) -> Iterator[Batch]:
        """Yields a batch as soon as it is computed, so that it can be committed before the next one starts.

        `embed`: the images (`image:<digest>`) whose embeddings are wanted too. `known(generation_ids, images)` says
        whether all these generations, and the embeddings of these images, have been committed meanwhile, by another
        process say: such a batch is left out.
        """
        ...


class Prepared(NamedTuple):
    """A request as the model will read it. `shape` is that of its pixels, empty without an image."""

    request: Request
    token_ids: list[int]
    shape: tuple[int, ...]


def nothing_known(generation_ids: Collection[str], embedded: Collection[str]) -> bool:
    """For requests of which none is computed elsewhere."""
    return False


def prepare(inputs: InputBuilder, request: Request) -> Prepared:
    """Renders and tokenizes a request; reads its image for the number of its tokens."""
    prompt = inputs.prompt(request.text, request.shown is not None, request.template)
    ids = inputs.token_ids(prompt, request.shown)
    shape = inputs.image(request.shown).shape if request.shown is not None else ()
    return Prepared(request, ids, shape)


def finished(
    loaded: Loaded, row: Prepared, shared: int, written: Sequence[int], scores: tuple[float, float] | None
) -> Generation:
    """The generation of a row: its text up to the first end token. `shared`: prompt tokens another one had read."""
    ends = end_tokens(loaded.model)
    length = next((place + 1 for place, token in enumerate(written) if token in ends), None)
    kept = written[:length]
    return Generation(
        row.request.generation_id,
        loaded.processor.tokenizer.decode(kept, skip_special_tokens=True).strip(),
        "length" if length is None else "stop",
        len(row.token_ids),
        shared,
        len(kept),
        scores,
    )


def end_tokens(model: Any) -> set[int]:
    """Tokens that end a generation, from the checkpoint's generation settings."""
    ends = model.generation_config.eos_token_id
    return set(ends) if isinstance(ends, list) else {ends}


def is_plainly_greedy(model: Any) -> bool:
    """Whether greedy search with this checkpoint's settings takes the best score at every step, and nothing else.

    A repetition penalty, say, which some checkpoints ship with, changes scores by what was written before.
    """
    settings = model.generation_config
    return all(getattr(settings, name, None) in neutral for name, neutral in _NEUTRAL.items())


def stage_of(requests: Sequence[Request]) -> Stage:
    """What a batch computes: closed answers, descriptions, both, or embeddings alone."""
    kinds: set[Stage] = {"closed" if request.family in OPTIONS else "describe" for request in requests}
    if not kinds:
        return "embed"
    return kinds.pop() if len(kinds) == 1 else "mixed"


def reason_of(error: RuntimeError) -> str:
    """Why a generation failed, as the machine said it, cut short."""
    return f"{type(error).__name__}: {error}"[:_LONGEST_REASON]


def floats_as(batch: dict[str, Any], dtype: Any) -> dict[str, Any]:
    """Model inputs with pixel values in the model's number format."""
    return {key: value.to(dtype) if value.is_floating_point() else value for key, value in batch.items()}


class BatchedGenerator:
    """Greedy decoding of up to `rows` requests at a time, each with its own image and prompt.

    Requests of a batch share token limits and image shape; they are ordered by length, so that padding is rare. It
    stands before everything else, where sliding windows, which count slots, do not mind it. A batch that fails is tried
    again one by one, so that one bad request costs only itself.
    """

    def __init__(self, loaded: Loaded, inputs: InputBuilder, rows: int) -> None:
        self._loaded = loaded
        self._inputs = inputs
        self._rows = rows
        self._method: Method = "batched" if rows > 1 else "one_by_one"

    def generate(
        self, requests: Sequence[Request], embed: Collection[str] = (), known: Known = nothing_known
    ) -> Iterator[Batch]:
        """See `Generator`; embeddings are left to others."""
        prepared = sorted((prepare(self._inputs, one) for one in requests), key=_order)
        for _, group in groupby(prepared, key=_alike):
            alike = list(group)
            for start in range(0, len(alike), self._rows):
                part = alike[start : start + self._rows]
                if not known([row.request.generation_id for row in part], ()):
                    yield self._timed(part)

    def _timed(self, rows: list[Prepared]) -> Batch:
        start = time.perf_counter()
        generations, failures = self._with_failures(rows)
        seconds = time.perf_counter() - start
        stage = stage_of([row.request for row in rows])
        return Batch(generations, failures, stage, self._method, seconds, peak_memory_gb(self._loaded.device))

    def _with_failures(self, rows: list[Prepared]) -> tuple[list[Generation], list[Failure]]:
        try:
            return self._decode(rows), []
        except RuntimeError as error:
            if len(rows) == 1:
                return [], [Failure(rows[0].request.generation_id, reason_of(error))]
        parts = [self._with_failures([row]) for row in rows]
        return [one for made, _ in parts for one in made], [one for _, failed in parts for one in failed]

    def _decode(self, rows: list[Prepared]) -> list[Generation]:
        import torch
        from transformers import MinNewTokensLengthLogitsProcessor

        request, device = rows[0].request, self._loaded.device
        batch = self._inputs.batch([row.token_ids for row in rows], [row.request.shown for row in rows], device)
        width = batch["input_ids"].shape[1]
        first_logits = _FirstLogits()
        # After the logits are kept, so that option scores are the model's own also where end tokens are held back.
        hold_back = MinNewTokensLengthLogitsProcessor(
            width, request.minimum_tokens, list(end_tokens(self._loaded.model)), device=device
        )
        with torch.inference_mode():
            out = self._loaded.model.generate(
                **floats_as(batch, self._loaded.model.dtype),
                do_sample=False,
                # transformers refuses 0 new tokens: one is computed, for the option scores, and dropped.
                max_new_tokens=max(request.maximum_tokens, 1),
                logits_processor=[first_logits, hold_back],
            )
        written = out[:, width : width + request.maximum_tokens].tolist()
        scores = option_scores(self._loaded, [row.request.family for row in rows], first_logits.logits)
        return [
            finished(self._loaded, row, 0, tokens, pair)
            for row, tokens, pair in zip(rows, written, scores, strict=True)
        ]


def option_scores(loaded: Loaded, families: Sequence[str], logits: Any) -> list[tuple[float, float] | None]:
    """Option log-probabilities per row of `logits` (rows, vocabulary), null for descriptions."""
    scores: list[tuple[float, float] | None] = [None] * len(families)
    for family in OPTIONS:
        places = [place for place, own in enumerate(families) if own == family]
        if places:
            tokens = option_tokens(loaded.processor.tokenizer, family)
            for place, pair in zip(places, option_logprobs(logits[places], tokens), strict=True):
                scores[place] = pair
    return scores


def _alike(row: Prepared) -> tuple[int, int, tuple[int, ...]]:
    return row.request.maximum_tokens, row.request.minimum_tokens, row.shape


def _order(row: Prepared) -> tuple[object, ...]:
    return (*_alike(row), len(row.token_ids), row.request.text, row.request.shown or "")


class _FirstLogits:
    """Keeps the first step's logits: what the model thinks before it writes anything."""

    def __init__(self) -> None:
        self.logits: Any = None

    def __call__(self, input_ids: Any, scores: Any) -> Any:
        if self.logits is None:
            self.logits = scores
        return scores
