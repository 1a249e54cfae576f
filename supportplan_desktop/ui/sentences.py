"""Several sentences in one paragraph."""

from __future__ import annotations

_WIDE_ENDS = ("。", "！", "？", "；")  # they bring their own space


def joined(*sentences: str) -> str:
    """The sentences one after the other; after a Chinese full stop stands no space. Empty ones are left out."""
    text = ""
    for sentence in filter(None, sentences):
        text += sentence if not text or text.endswith(_WIDE_ENDS) else f" {sentence}"
    return text
