"""Files appear whole or not at all."""

from medfrag_assets.study.files import whole_file

__all__ = ["whole_file"]
