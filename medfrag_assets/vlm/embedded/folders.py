"""Checkpoint folders in the standard layout, opened by the Auto classes without code of their own."""

import shutil
from pathlib import Path
from typing import Any

from medfrag_assets.sources.phantoms import SIZE_PX
from medfrag_assets.vlm.embedded.architectures import IMAGE_TOKENS, Architecture

_HALF = [0.5, 0.5, 0.5]
LLAVA_TEMPLATE = (
    "{% for message in messages %}"
    "{% if message['role'] == 'assistant' %}{{ message['content'] if message['content'] is string else "
    "message['content'][0]['text'] }}{{ '</s>' }}"
    "{% else %}{{ '[INST] ' }}"
    "{% if message['content'] is string %}{{ message['content'] }}"
    "{% else %}"
    "{% for part in message['content'] if part['type'] == 'image' %}{{ '<image>\n' }}{% endfor %}"
    "{% for part in message['content'] if part['type'] == 'text' %}{{ part['text'] }}{% endfor %}"
    "{% endif %}{{ ' [/INST]' }}{% endif %}"
    "{% endfor %}"
)
GEMMA_TEMPLATE = (
    "{{ '<bos>' }}{% for message in messages %}"
    "{{ '<start_of_turn>' + ('model' if message['role'] == 'assistant' else message['role']) + '\n' }}"
    "{% if message['content'] is string %}{{ message['content'] | trim }}"
    "{% else %}{% for part in message['content'] %}"
    "{% if part['type'] == 'image' %}{{ '<start_of_image>' }}"
    "{% elif part['type'] == 'text' %}{{ part['text'] | trim }}{% endif %}"
    "{% endfor %}{% endif %}{{ '<end_of_turn>\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<start_of_turn>model\n' }}{% endif %}"
)


def save_checkpoint(architecture: Architecture, model: Any, tokenizer: Any, folder: Path) -> None:
    """Writes model (bfloat16), processor and generation settings of a vision-language model."""
    _emptied(folder)
    _save_model(model, tokenizer, folder, architecture.end)
    _processor(architecture, tokenizer).save_pretrained(folder)


def save_text_checkpoint(model: Any, tokenizer: Any, folder: Path, end: str) -> None:
    """Writes model (bfloat16), tokenizer and generation settings of a text-only model."""
    _emptied(folder)
    _save_model(model, tokenizer, folder, end)
    tokenizer.chat_template = LLAVA_TEMPLATE
    tokenizer.save_pretrained(folder)


def _emptied(folder: Path) -> None:
    if folder.is_dir():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)


def _save_model(model: Any, tokenizer: Any, folder: Path, end: str) -> None:
    import torch
    from transformers import GenerationConfig
    from transformers.utils import logging

    ends = sorted({tokenizer.eos_token_id, tokenizer.convert_tokens_to_ids(end)})
    model.generation_config = GenerationConfig(
        do_sample=False,
        bos_token_id=tokenizer.bos_token_id,
        pad_token_id=tokenizer.pad_token_id,
        eos_token_id=ends if len(ends) > 1 else ends[0],
    )
    logging.disable_progress_bar()
    model.to(torch.bfloat16).save_pretrained(folder)
    logging.enable_progress_bar()
    for file in folder.glob("*.safetensors"):
        file.chmod(0o644)


def _processor(architecture: Architecture, tokenizer: Any) -> Any:
    from transformers import Gemma3Processor, LlavaProcessor
    from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil
    from transformers.models.gemma3.image_processing_pil_gemma3 import Gemma3ImageProcessorPil

    square = {"height": SIZE_PX, "width": SIZE_PX}
    if architecture.name == "gemma3":
        images = Gemma3ImageProcessorPil(size=square, image_mean=_HALF, image_std=_HALF, image_seq_length=IMAGE_TOKENS)
        return Gemma3Processor(images, tokenizer, chat_template=GEMMA_TEMPLATE, image_seq_length=IMAGE_TOKENS)
    images = CLIPImageProcessorPil(
        size=square, crop_size=square, do_center_crop=True, image_mean=_HALF, image_std=_HALF
    )
    return LlavaProcessor(
        images,
        tokenizer,
        patch_size=16,
        vision_feature_select_strategy="default",
        num_additional_image_tokens=1,
        chat_template=LLAVA_TEMPLATE,
    )
