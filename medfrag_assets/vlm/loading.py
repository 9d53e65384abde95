"""Opens a checkpoint: offline, from safetensors, without code of its own."""

import uuid
import warnings
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
    import torch

    torch.set_num_threads(threads(parameter_count(checkpoint.folder)))
    if device() == "cuda" and not torch.cuda.is_available():
        raise CheckpointError(
            "This machine has an NVIDIA device that torch cannot use. Install torch with CUDA, or set "
            "MEDFRAG_DEVICE=cpu."
        )
    model = _open(
        kind,
        checkpoint,
        dtype=getattr(torch, dtype()),
        attn_implementation="sdpa",
        use_safetensors=True,
    )
    return model.to(device()).eval()


def _open(kind: Any, checkpoint: Checkpoint, **options: Any) -> Any:
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()
    try:
        return kind.from_pretrained(checkpoint.folder, local_files_only=True, trust_remote_code=False, **options)
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        first_line = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise CheckpointError(f"{checkpoint.folder}: transformers cannot open it: {first_line}") from error
