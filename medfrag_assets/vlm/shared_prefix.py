"""Shared-prefix generation: an image is read once, and all its prompts are answered from what was read.

Requests are gathered by image and template. What their prompts have in common, from the first token to past the image's
last, is read in one pass for several images at a time, and gives the embeddings too. Then the prompts are read and
answered together behind it (`medfrag_assets.vlm.branches`). Where a template puts differing text before the image
there is nothing to share, and without an image too little: those requests go the plain way. So do all requests of a
checkpoint whose settings ask for more than greedy search.
"""

import time
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import Any, NamedTuple

from medfrag_assets.vlm.branches import Branch, decode
from medfrag_assets.vlm.embeddings import (
    Embedding,
    random_embeddings,
    random_tower,
    trained_embeddings,
    watched_projector,
)
from medfrag_assets.vlm.generation import (
    Batch,
    BatchedGenerator,
    Failure,
    Generation,
    Known,
    Prepared,
    Request,
    end_tokens,
    finished,
    floats_as,
    is_plainly_greedy,
    nothing_known,
    option_scores,
    prepare,
    reason_of,
    stage_of,
)
from medfrag_assets.vlm.inputs import InputBuilder
from medfrag_assets.vlm.loading import Loaded
from medfrag_assets.vlm.memory import footprint, memory_budget, peak_memory_gb

# Images prepared in the background while the model computes those before them.
_AHEAD = 64
# Larger batches gain nothing, and a killed run loses more.
_MOST_IMAGES = 32
# Prompts of so many tokens may share a row behind a short prefix.
_ROW_TOKENS = 1024
# Any wording does for embeddings alone: it comes after the image.
_WORDING = "Describe the image."


class Reading(NamedTuple):
    """An image under one template, with everything that is asked about it. May hold no request, for embeddings."""

    shown: str
    requests: tuple[Request, ...]
    embed: bool


class Bundle(NamedTuple):
    """Images that are read together: one common prefix, then for each image its prompts, the same for all of them."""

    prefix: list[int]
    shown: list[str]
    rows: list[list[Prepared]]
    embed: bool

    def ids(self) -> list[str]:
        """All generations of the bundle."""
        return [row.request.generation_id for rows in self.rows for row in rows]

    def halves(self) -> "tuple[Bundle, Bundle] | None":
        """The bundle in two: half of its images each or, of one image, half of its prompts. Null for one prompt."""
        if len(self.shown) > 1:
            middle = len(self.shown) // 2
            return (
                self._replace(shown=self.shown[:middle], rows=self.rows[:middle]),
                self._replace(shown=self.shown[middle:], rows=self.rows[middle:]),
            )
        prompts = self.rows[0]
        if len(prompts) < 2:
            return None
        middle = len(prompts) // 2
        return self._replace(rows=[prompts[:middle]]), self._replace(rows=[prompts[middle:]], embed=False)


class Made(NamedTuple):
    """What a bundle gave."""

    generations: list[Generation]
    failures: list[Failure]
    embeddings: list[Embedding]


class SharedPrefixGenerator:
    """Greedy decoding of all prompts of an image from one reading of it, several images at a time.

    As many images go together as the memory budget allows (`images` sets another bound, for tests and measurements).
    When a GPU runs out of memory the bundle is halved, and so are those that follow; a bundle that fails for another
    reason is halved until the request that cannot be computed stands alone, and only that one fails.
    """

    def __init__(self, loaded: Loaded, inputs: InputBuilder, images: int | None = None, rows: int = 32) -> None:
        self._loaded = loaded
        self._inputs = inputs
        self._most = images or _MOST_IMAGES
        self._budget = memory_budget(loaded.device)
        self._footprint = footprint(loaded.model)
        self._plain = BatchedGenerator(loaded, inputs, rows)
        self._random_tower = cache(lambda: random_tower(loaded))

    def generate(
        self, requests: Sequence[Request], embed: Collection[str] = (), known: Known = nothing_known
    ) -> Iterator[Batch]:
        """See `Generator`."""
        greedy = is_plainly_greedy(self._loaded.model)
        plain = [request for request in requests if request.shown is None or not greedy]
        requests = [request for request in requests if request.shown is not None and greedy]
        for bundles, unshared in self._ahead(readings(requests, embed)):
            plain += unshared
            for bundle in bundles:
                yield from self._batches(bundle, known)
        yield from self._plain.generate(plain, (), known)

    def _ahead(self, wanted: Sequence[Reading]) -> Iterator[tuple[list[Bundle], list[Request]]]:
        """Bundles of stretches of readings, each prepared in the background while the one before is computed."""
        stretches = [wanted[start : start + _AHEAD] for start in range(0, len(wanted), _AHEAD)]
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="images") as reader:
            coming: Future[tuple[list[Bundle], list[Request]]] | None = None
            for stretch in stretches:
                ready, coming = coming, reader.submit(self._bundles, stretch)
                if ready is not None:
                    yield ready.result()
            if coming is not None:
                yield coming.result()

    def _bundles(self, stretch: Sequence[Reading]) -> tuple[list[Bundle], list[Request]]:
        """Readings of one prefix, image shape and set of prompts together; and the requests that share nothing."""
        alike: dict[tuple[Any, ...], Bundle] = {}
        unshared: list[Request] = []
        for reading in stretch:
            rows = [prepare(self._inputs, request) for request in reading.requests]
            prefix = self._prefix(reading.shown, rows)
            if prefix is None:
                unshared += reading.requests
                rows, prefix = [], self._image_prefix(reading.shown)
                if not reading.embed:
                    continue
            key = (tuple(prefix), self._inputs.image(reading.shown).shape, _asked(rows), reading.embed)
            bundle = alike.setdefault(key, Bundle(prefix, [], [], reading.embed))
            bundle.shown.append(reading.shown)
            bundle.rows.append(rows)
        return list(alike.values()), unshared

    def _prefix(self, shown: str, rows: Sequence[Prepared]) -> list[int] | None:
        """The longest common beginning of the prompts; null where it does not hold the whole image.

        At least one token of every prompt stays behind it, for the model to go on from.
        """
        if not rows:
            return self._image_prefix(shown)
        common = common_prefix([row.token_ids for row in rows])
        image = self._loaded.model.config.image_token_id
        return common if image not in rows[0].token_ids[len(common) :] else None

    def _image_prefix(self, shown: str) -> list[int]:
        ids = self._inputs.token_ids(self._inputs.prompt(_WORDING, True, None), shown)
        image = self._loaded.model.config.image_token_id
        return ids[: len(ids) - ids[::-1].index(image)]

    def _batches(self, bundle: Bundle, known: Known) -> Iterator[Batch]:
        start = 0
        while start < len(bundle.shown):
            end = start + self._images_at_once(bundle)
            part = bundle._replace(shown=bundle.shown[start:end], rows=bundle.rows[start:end])
            start = end
            if known(part.ids(), part.shown if part.embed else ()):
                continue
            began = time.perf_counter()
            made = self._with_failures(part)
            seconds, peak = time.perf_counter() - began, peak_memory_gb(self._loaded.device)
            stage = stage_of([row.request for rows in part.rows for row in rows])
            yield Batch(made.generations, made.failures, stage, "shared_prefix", seconds, peak, made.embeddings)

    def _images_at_once(self, bundle: Bundle) -> int:
        prefix, prompts = len(bundle.prefix), bundle.rows[0]
        parts = _parts(prefix, prompts)
        asked = sum(len(row.token_ids) - prefix for row in prompts)
        written = sum(row.request.maximum_tokens for row in prompts)
        kept = max(len(parts), 1) * prefix + asked + written
        size = self._footprint.image_bytes(max(prefix, asked), kept, len(prompts))
        return max(1, min(self._most, self._budget // size))

    def _with_failures(self, bundle: Bundle) -> Made:
        import torch

        try:
            return self._compute(bundle)
        except RuntimeError as error:
            halves = bundle.halves()
            if halves is None:
                return Made([], [Failure(name, reason_of(error)) for name in bundle.ids()], [])
            if isinstance(error, torch.OutOfMemoryError):
                torch.cuda.empty_cache()
                self._most = max(1, len(bundle.shown) // 2)
        made = [self._with_failures(half) for half in halves]
        return Made(
            [one for half in made for one in half.generations],
            [one for half in made for one in half.failures],
            [one for half in made for one in half.embeddings],
        )

    def _compute(self, bundle: Bundle) -> Made:
        import torch
        from transformers import DynamicCache

        model, images = self._loaded.model, len(bundle.shown)
        inputs = self._inputs.batch([bundle.prefix] * images, bundle.shown, self._loaded.device)
        del inputs["attention_mask"]
        inputs = floats_as(inputs, model.dtype)
        # Without a configuration its layers keep everything: what a window hides, masks hide.
        read = DynamicCache()
        with torch.inference_mode(), watched_projector(self._loaded) as features:
            hidden = model.model(**inputs, past_key_values=read, use_cache=True).last_hidden_state
            embeddings = self._embeddings(bundle, inputs, features[0], hidden) if bundle.embed else []
        return Made(self._answers(bundle, read), [], embeddings)

    def _embeddings(self, bundle: Bundle, inputs: dict[str, Any], features: Any, hidden: Any) -> list[Embedding]:
        pixels = {name: inputs[name] for name in ("pixel_values", "image_sizes") if name in inputs}
        return [
            *trained_embeddings(self._loaded, bundle.shown, inputs["input_ids"], features, hidden),
            *random_embeddings(self._loaded, bundle.shown, pixels, self._random_tower()),
        ]

    def _answers(self, bundle: Bundle, read: Any) -> list[Generation]:
        import torch

        if not bundle.rows[0]:
            return []
        length = len(bundle.prefix)
        parts = _parts(length, bundle.rows[0])
        if len(parts) > 1:
            images = torch.arange(len(bundle.shown), device=self._loaded.model.device)
            read.batch_select_indices(images.repeat_interleave(len(parts)))
        rows = [[prompts[place] for place in part] for prompts in bundle.rows for part in parts]
        branches = [[_branch(row, length) for row in part] for part in rows]
        written = decode(self._loaded.model, read, length, branches, end_tokens(self._loaded.model))
        places = [(row, column) for row, part in enumerate(rows) for column in range(len(part))]
        asked = [rows[row][column] for row, column in places]
        first = written.first_scores[tuple(torch.tensor(places).T)]
        scores = option_scores(self._loaded, [row.request.family for row in asked], first)
        # The first prompt of an image stands for having read the prefix, which the others then share.
        shared = [0 if row % len(parts) == 0 and column == 0 else length for row, column in places]
        done = zip(asked, places, shared, scores, strict=True)
        return [
            finished(self._loaded, one, had, written.tokens[row][column], pair)
            for one, (row, column), had, pair in done
        ]


def readings(requests: Sequence[Request], embed: Collection[str]) -> list[Reading]:
    """Requests gathered by template and image, in the order of their first request; then embeddings alone.

    Embeddings are read under the checkpoint's own template. Requests without an image are left out.
    """
    gathered: dict[tuple[str | None, str], list[Request]] = {}
    for request in requests:
        if request.shown is not None:
            gathered.setdefault((request.template, request.shown), []).append(request)
    wanted = set(embed)
    found = [
        Reading(shown, tuple(sorted(asked, key=_prompt_order)), template is None and shown in wanted)
        for (template, shown), asked in gathered.items()
    ]
    with_others = {reading.shown for reading in found if reading.embed}
    return found + [Reading(shown, (), True) for shown in embed if shown not in with_others]


def common_prefix(prompts: Sequence[Sequence[int]]) -> list[int]:
    """The longest beginning that all prompts share, leaving at least one token of each behind it."""
    shortest = min(len(ids) for ids in prompts) - 1
    length = next(
        (place for place in range(shortest) if any(ids[place] != prompts[0][place] for ids in prompts)), shortest
    )
    return list(prompts[0][:length])


def _parts(prefix: int, prompts: Sequence[Prepared]) -> list[list[int]]:
    """Which prompts stand in one row behind the prefix, as places in `prompts`.

    As many as have no more tokens than `_ROW_TOKENS` or the prefix: every token of a row looks past those of its
    neighbours, and every further row copies the prefix.
    """
    parts: list[list[int]] = []
    room = 0
    for place, prompt in enumerate(prompts):
        length = len(prompt.token_ids) - prefix
        if length > room:
            parts.append([])
            room = max(_ROW_TOKENS, prefix, length)
        parts[-1].append(place)
        room -= length
    return parts


def _branch(row: Prepared, prefix: int) -> Branch:
    return Branch(row.token_ids[prefix:], row.request.maximum_tokens, row.request.minimum_tokens)


def _asked(rows: Sequence[Prepared]) -> tuple[tuple[Any, ...], ...]:
    return tuple(_prompt_order(row.request) for row in rows)


def _prompt_order(request: Request) -> tuple[Any, ...]:
    return request.family, request.text, request.maximum_tokens, request.minimum_tokens
