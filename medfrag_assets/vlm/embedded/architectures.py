"""The two real architectures at toy size: LLaVA (CLIP and Mistral) and Gemma 3 (SigLIP and Gemma), and how they read.

Both give 16 image tokens. Differences between the families that training must know stand here and nowhere else.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from medfrag_assets.sources.phantoms import SIZE_PX

IMAGE_TOKENS = 16
TEXT_WIDTH = 96
CONTEXT = 512


class Architecture(NamedTuple):
    """One family at toy size.

    `build` makes an untrained model for a tokenizer, `tower` gives its vision tower, `tokens` runs the tower: pixels
    (n, 3, 64, 64) → (n, 16, vision_width), `project` turns raw tower output into what the language model reads.
    `raw` is the tower's output as the projector takes it. `before` and `after` stand round a prompt; an image is shown
    as `shown` directly before the prompt's text.
    """

    name: str
    vision_width: int
    build: Callable[[Any], Any]
    raw: Callable[[Any, Any], Any]
    tokens: Callable[[Any, Any], Any]
    before: str
    shown: str
    after: str
    end: str

    def tower(self, model: Any) -> Any:
        """The vision tower of a model of this family."""
        return model.model.vision_tower

    def project(self, model: Any, raw: Any) -> Any:
        """(n, raw tokens, vision_width) → (n, 16, text width)."""
        return model.model.multi_modal_projector(raw)


def _build_llava(tokenizer: Any) -> Any:
    from transformers import CLIPVisionConfig, LlavaConfig, LlavaForConditionalGeneration, MistralConfig

    vision = CLIPVisionConfig(
        hidden_size=96,
        intermediate_size=192,
        num_hidden_layers=3,
        num_attention_heads=4,
        image_size=SIZE_PX,
        patch_size=16,
        projection_dim=96,
    )
    text = MistralConfig(**_text_size(tokenizer), sliding_window=None, rope_theta=10000.0)
    config = LlavaConfig(
        vision_config=vision,
        text_config=text,
        image_token_index=tokenizer.convert_tokens_to_ids("<image>"),
        vision_feature_select_strategy="default",
        vision_feature_layer=-1,
        image_seq_length=IMAGE_TOKENS,
        tie_word_embeddings=True,
    )
    return LlavaForConditionalGeneration(config)


def _build_gemma(tokenizer: Any) -> Any:
    import torch
    from transformers import Gemma3Config, Gemma3ForConditionalGeneration, Gemma3TextConfig, SiglipVisionConfig

    vision = SiglipVisionConfig(
        hidden_size=64,
        intermediate_size=160,
        num_hidden_layers=3,
        num_attention_heads=4,
        image_size=SIZE_PX,
        patch_size=8,
        vision_use_head=False,
    )
    text = Gemma3TextConfig(
        **_text_size(tokenizer),
        head_dim=24,
        query_pre_attn_scalar=24,
        sliding_window=256,
        layer_types=["sliding_attention", "sliding_attention", "full_attention"],
    )
    ids = tokenizer.convert_tokens_to_ids
    config = Gemma3Config(
        vision_config=vision,
        text_config=text,
        mm_tokens_per_image=IMAGE_TOKENS,
        boi_token_index=ids("<start_of_image>"),
        eoi_token_index=ids("<end_of_image>"),
        image_token_index=ids("<image_soft_token>"),
        eos_token_id=[tokenizer.eos_token_id, ids("<end_of_turn>")],
        tie_word_embeddings=True,
    )
    model = Gemma3ForConditionalGeneration(config)
    # It starts at zero, where no gradient reaches the tower's features.
    torch.nn.init.normal_(model.model.multi_modal_projector.mm_input_projection_weight, std=0.1)
    return model


def _text_size(tokenizer: Any) -> dict[str, Any]:
    return {
        "vocab_size": len(tokenizer),
        "hidden_size": TEXT_WIDTH,
        "intermediate_size": 224,
        "num_hidden_layers": 3,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "max_position_embeddings": CONTEXT,
        "pad_token_id": tokenizer.pad_token_id,
        "bos_token_id": tokenizer.bos_token_id,
        "eos_token_id": tokenizer.eos_token_id,
        "tie_word_embeddings": True,
    }


def _llava_raw(model: Any, pixels: Any) -> Any:
    made = model.model.vision_tower(pixels, output_hidden_states=True)
    return made.hidden_states[-1][:, 1:]


def _gemma_raw(model: Any, pixels: Any) -> Any:
    return model.model.vision_tower(pixels).last_hidden_state


def _gemma_tokens(model: Any, pixels: Any) -> Any:
    """Pooled two by two, as the projector will."""
    raw = _gemma_raw(model, pixels)
    side = int(raw.shape[1] ** 0.5)
    return raw.reshape(len(raw), side // 2, 2, side // 2, 2, -1).mean(dim=(2, 4)).flatten(1, 2)


LLAVA = Architecture(
    name="llava",
    vision_width=96,
    build=_build_llava,
    raw=_llava_raw,
    tokens=_llava_raw,
    before="<s>[INST] ",
    shown="<image>" * IMAGE_TOKENS + "\n",
    after=" [/INST]",
    end="</s>",
)
GEMMA = Architecture(
    name="gemma3",
    vision_width=64,
    build=_build_gemma,
    raw=_gemma_raw,
    tokens=_gemma_tokens,
    before="<bos><start_of_turn>user\n",
    shown="\n\n<start_of_image>" + "<image_soft_token>" * IMAGE_TOKENS + "<end_of_image>\n\n",
    after="<end_of_turn>\n<start_of_turn>model\n",
    end="<end_of_turn>",
)
