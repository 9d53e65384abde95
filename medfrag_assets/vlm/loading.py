"""Opens a checkpoint: offline, from safetensors, without code of its own."""

import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from medfrag_assets.vlm.checkpoints import Checkpoint
from medfrag_assets.vlm.device import device, dtype, threads
from medfrag_assets.vlm.weights import CheckpointError, parameter_count


class Loaded(NamedTuple):
    """A checkpoint in memory. `load_id` names this load, so that `costs` can prove how often a model was loaded."""

    model: Any
    processor: Any
    device: str
    load_id: str


def load_vision_language_model(checkpoint: Checkpoint) -> Loaded:
    """Model and processor of a vision-language checkpoint, ready for inference.

    Raises `CheckpointError` when transformers cannot open the folder.
    """
    from transformers import AutoModelForImageTextToText, AutoProcessor

    processor = _open(AutoProcessor, checkpoint, backend="pil")
    processor.tokenizer.padding_side = "left"
    model = _open_model(AutoModelForImageTextToText, checkpoint)
    repair_processor(processor, model.config, str(checkpoint.folder))
    return Loaded(model, processor, device(), uuid.uuid4().hex)


def repair_processor(processor: Any, config: Any, folder: str) -> None:
    """Gives a LLaVA processor that was saved without its patch size the one of the model, with a warning.

    Older conversions have `patch_size: null`, and then no number of image tokens can be told. What goes with it is
    taken from the model too: which features are kept, and the class token that a CLIP tower puts before its patches.
    """
    if getattr(processor, "patch_size", 0) is not None:
        return
    processor.patch_size = config.vision_config.patch_size
    processor.vision_feature_select_strategy = config.vision_feature_select_strategy
    processor.num_additional_image_tokens = 1
    size = processor.patch_size
    warnings.warn(f"{folder}: its processor has no patch_size; the vision tower's, {size}, is taken.", stacklevel=2)


def load_text_model(checkpoint: Checkpoint) -> Loaded:
    """Model and tokenizer of a text-only checkpoint. Raises `CheckpointError`."""
    from transformers import AutoModelForCausalLM, AutoTokenizer

    tokenizer = _open(AutoTokenizer, checkpoint)
    tokenizer.padding_side = "left"
    return Loaded(_open_model(AutoModelForCausalLM, checkpoint), tokenizer, device(), uuid.uuid4().hex)


def _open_model(kind: Any, checkpoint: Checkpoint) -> Any:
    """The model, every weight of it from the files. Raises `CheckpointError`."""
    import torch

    torch.set_num_threads(threads(parameter_count(checkpoint.folder)))
    if device() == "cuda" and not torch.cuda.is_available():
        raise CheckpointError(
            "This machine has an NVIDIA device that torch cannot use. Install torch with CUDA, or set "
            "MEDFRAG_DEVICE=cpu."
        )
    model, loading = _open(
        kind,
        checkpoint,
        dtype=getattr(torch, dtype()),
        attn_implementation="sdpa",
        use_safetensors=True,
        output_loading_info=True,
        # Otherwise transformers fails with a table; they are refused below.
        ignore_mismatched_sizes=True,
    )
    _require_all_weights(checkpoint.folder, loading)
    return model.to(device()).eval()


def _require_all_weights(folder: Path, loading: dict[str, Any]) -> None:
    """Refuses a model some of whose weights are random, because the files lack them or have them in another shape.

    `loading` is what transformers says about the load. Tied weights (an lm_head that is the embedding) are not missing.
    """
    if missing := sorted(loading["missing_keys"]):
        raise CheckpointError(
            f"{folder}: {len(missing)} weights are missing from its files, first {missing[0]}; random numbers would "
            "take their place. Copy or download the checkpoint again."
        )
    if mismatched := sorted(loading["mismatched_keys"]):
        name, in_file, in_config = mismatched[0]
        raise CheckpointError(
            f"{folder}: {len(mismatched)} weights have another shape than config.json asks for, first {name} "
            f"({tuple(in_file)}, not {tuple(in_config)}). Copy config.json and weights again, from one checkpoint."
        )


def _open(kind: Any, checkpoint: Checkpoint, **options: Any) -> Any:
    try:
        with _quiet():
            return kind.from_pretrained(checkpoint.folder, local_files_only=True, trust_remote_code=False, **options)
    except Exception as error:
        # A folder that is not as transformers expects it fails anywhere inside, with errors of any kind.
        first_line = (str(error).strip().splitlines() or ["no reason given"])[0]
        raise CheckpointError(
            f"{checkpoint.folder}: transformers cannot open it: {type(error).__name__}: {first_line}"
        ) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps transformers' progress bars and reports off the screen."""
    from transformers.utils import logging

    before = logging.get_verbosity()
    logging.disable_progress_bar()
    logging.set_verbosity_error()
    try:
        yield
    finally:
        logging.set_verbosity(before)
