"""Log-probabilities of the permitted answers, read where the answer begins."""

from typing import Any, NamedTuple

OPTIONS = {"yesno": ("Yes", "No"), "choice": ("A", "B")}


class OptionTokens(NamedTuple):
    """First tokens of each option's spellings."""

    first: tuple[int, ...]
    second: tuple[int, ...]


def option_tokens(tokenizer: Any, family: str) -> OptionTokens:
    """First tokens of both options of a family: as written, in lower and upper case, with and without a leading space.

    A choice keeps its upper-case letters: a lower-case a is an article. First tokens that both options share (a lone
    space, say) are left out, since they do not tell the options apart.
    """
    first, second = (_first_tokens(tokenizer, option, family) for option in OPTIONS[family])
    return OptionTokens(tuple(sorted(first - second)), tuple(sorted(second - first)))


def option_logprobs(logits: Any, tokens: OptionTokens) -> list[tuple[float, float]]:
    """log of the summed probability of each option's first tokens, per row. `logits`: (rows, vocabulary) tensor."""
    import torch

    scores = torch.log_softmax(logits.float(), dim=-1)
    both = [torch.logsumexp(scores[:, list(ids)], dim=-1).tolist() for ids in tokens]
    return list(zip(both[0], both[1], strict=True))


def _first_tokens(tokenizer: Any, option: str, family: str) -> set[int]:
    spellings = {option} if family == "choice" else {option, option.lower(), option.upper()}
    return {
        tokenizer.encode(lead + spelling, add_special_tokens=False)[0] for spelling in spellings for lead in ("", " ")
    }
