"""Greedy decoding of many prompts from one prefix that the model has read once.

A row of the batch holds one image's prefix and, behind it, several prompts side by side: its branches. A token sees the
prefix and its own branch, never its neighbours, and its position goes on from the prefix. So every branch reads and
writes exactly what it would alone, while the keys and values of the prefix are kept once for all branches of a row
and no padding stands between a prefix and what follows it. What a token may see is told by branch and position of every
slot of the cache, not by the order of slots: sliding windows hold, whatever lies in between.

Prompts that share a prefix in this way are known as tree attention (Miao et al. 2024, SpecInfer, arXiv 2305.09781).
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

_PREFIX, _NOBODY = -1, -2


class Branch(NamedTuple):
    """What follows the prefix in one branch, and how many tokens it may (and must at least) write."""

    token_ids: list[int]
    maximum_tokens: int
    minimum_tokens: int


class Written(NamedTuple):
    """What came out: tokens by row and branch, end token included, and the scores before the first one.

    `first_scores`: (rows, branches, vocabulary) tensor, the model's own, nothing held back; rows are padded to the
    largest number of branches.
    """

    tokens: list[list[list[int]]]
    first_scores: Any


def decode(model: Any, cache: Any, prefix_length: int, rows: Sequence[Sequence[Branch]], ends: set[int]) -> Written:
    """Reads all branches and writes their answers, greedily.

    model: a causal model of transformers; cache: its keys and values of the prefix, one row of the batch each, in
    layers that keep everything (`DynamicCache()`), and is used up; rows: the branches of each row, at least one; ends:
    end tokens.
    """
    import torch

    with torch.inference_mode():
        return _Decoding(model, cache, prefix_length, rows, ends).run()


class _Decoding:
    """The state of one batch. Tensors have a row per row that still has a live branch, and a column per branch."""

    def __init__(
        self, model: Any, cache: Any, prefix_length: int, rows: Sequence[Sequence[Branch]], ends: set[int]
    ) -> None:
        import torch

        self._model, self._cache, self._device = model, cache, model.device
        self._prefix = prefix_length
        self._branches = rows
        self._ends = self._tensor(sorted(ends))
        self._tokens: list[list[list[int]]] = [[[] for _ in row] for row in rows]
        self._rows = torch.arange(len(rows), device=self._device)
        self._length = self._tensor(_padded([[len(branch.token_ids) for branch in row] for row in rows]))
        self._maximum = self._tensor(_padded([[branch.maximum_tokens for branch in row] for row in rows]))
        self._minimum = self._tensor(_padded([[branch.minimum_tokens for branch in row] for row in rows]))
        # Of every slot in the cache: the branch that it belongs to, and its position.
        self._slot_branch = torch.full((len(rows), prefix_length), _PREFIX, device=self._device)
        self._slot_position = torch.arange(prefix_length, device=self._device).expand(len(rows), -1)

    def run(self) -> Written:
        """Reads, then writes until no branch is live."""
        import torch

        first = scores = self._read()
        order = torch.arange(self._length.shape[1], device=self._device).expand_as(self._length)
        live, step = self._maximum > 0, 0
        while live.any():
            chosen = self._choose(scores, order, step)
            live = self._note(chosen, live, step)
            live, chosen = self._without_finished_rows(live, chosen)
            step += 1
            if live.any():
                scores, order = self._read_on(live, chosen, step)
        return Written(self._tokens, first)

    def _read(self) -> Any:
        """Reads all branches side by side. Returns scores after each one's last token: (rows, columns, vocabulary)."""
        ids = [[token for branch in row for token in branch.token_ids] for row in self._branches]
        owner = [[place for place, branch in enumerate(row) for _ in branch.token_ids] for row in self._branches]
        position = [
            [self._prefix + place for branch in row for place in range(len(branch.token_ids))] for row in self._branches
        ]
        last = (self._length.cumsum(dim=1) - 1).clamp(min=0)
        return self._forward(
            self._tensor(_padded(ids)),
            self._tensor(_padded(owner, _NOBODY)),
            self._tensor(_padded(position, self._prefix)),
            last,
        )

    def _choose(self, scores: Any, order: Any, step: int) -> Any:
        """(rows, columns): best tokens of the branches in `order`; those that must write more are held from ending."""
        import torch

        held = step < self._minimum.gather(1, order)
        if held.any():
            ending = scores[..., self._ends]
            scores = scores.index_copy(2, self._ends, ending.masked_fill(held[..., None], float("-inf")))
        return torch.zeros_like(self._length).scatter(1, order, scores.argmax(dim=-1))

    def _note(self, chosen: Any, live: Any, step: int) -> Any:
        """Writes down the tokens of live branches. Returns which branches go on."""
        import torch

        rows, tokens = self._rows.tolist(), chosen.tolist()
        for row, column in live.nonzero().tolist():
            self._tokens[rows[row]][column].append(tokens[row][column])
        return live & ~torch.isin(chosen, self._ends) & (step + 1 < self._maximum)

    def _without_finished_rows(self, live: Any, chosen: Any) -> tuple[Any, Any]:
        kept = live.any(dim=1).nonzero()[:, 0]
        if len(kept) == len(live) or not len(kept):
            return live, chosen
        for name in ("_rows", "_length", "_maximum", "_minimum", "_slot_branch", "_slot_position"):
            setattr(self, name, getattr(self, name)[kept])
        self._cache.batch_select_indices(kept)
        return live[kept], chosen[kept]

    def _read_on(self, live: Any, chosen: Any, step: int) -> tuple[Any, Any]:
        """Reads the token that each live branch wrote last. Returns their scores, and the branches they belong to.

        Live branches come first in `order`, then as many finished ones as the fullest row needs: those see nothing but
        themselves and the likes of them.
        """
        import torch

        count = int(live.sum(dim=1).max())
        order = (~live).to(torch.int8).argsort(dim=1, stable=True)[:, :count]
        lives = live.gather(1, order)
        position = torch.where(lives, self._prefix + self._length.gather(1, order) + step - 1, self._prefix)
        return self._forward(chosen.gather(1, order), torch.where(lives, order, _NOBODY), position, 0), order

    def _forward(self, ids: Any, owner: Any, position: Any, keep: Any) -> Any:
        import torch

        self._slot_branch = torch.cat([self._slot_branch, owner], dim=1)
        self._slot_position = torch.cat([self._slot_position, position], dim=1)
        return self._model(
            input_ids=ids,
            attention_mask=self._masks(owner, position),
            position_ids=position,
            past_key_values=self._cache,
            use_cache=True,
            logits_to_keep=keep,
        ).logits

    def _masks(self, owner: Any, position: Any) -> Any:
        """Who sees whom, (rows, 1, tokens, slots): one mask for all layers, or one for each kind of layer."""
        slots, own = self._slot_branch[:, None, :], owner[:, :, None]
        distance = position[:, :, None] - self._slot_position[:, None, :]
        seen = ((slots == own) | ((slots == _PREFIX) & (own != _NOBODY))) & (distance >= 0)
        text = self._model.config.get_text_config()
        window = getattr(text, "sliding_window", None)
        if window is None:
            return seen[:, None]
        near = (seen & (distance < window))[:, None]
        return {"full_attention": seen[:, None], "sliding_attention": near} if _has_layer_types(text) else near

    def _tensor(self, values: Any) -> Any:
        import torch

        return torch.tensor(values, dtype=torch.long, device=self._device)


def _has_layer_types(text: Any) -> bool:
    """Whether the layers of a language model differ in what they attend to, and so take a mask by kind."""
    return bool(getattr(text, "layer_types", None))


def _padded(rows: Sequence[Sequence[int]], filler: int = 0) -> list[list[int]]:
    width = max(len(row) for row in rows)
    return [[*row, *[filler] * (width - len(row))] for row in rows]
