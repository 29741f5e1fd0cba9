"""Heaps: stretches of a long text that are marks, dashes and brackets rather than words, whoever made them."""

from __future__ import annotations

import re

from generator.mark_roles import MARKS

_SIGNS = MARKS + "[](){}<>…—–―"
_NO_SIGNS = dict.fromkeys(map(ord, _SIGNS))
_IN_WORDS = re.compile(r"(?<=[^\W\d_])['’‘״](?=[^\W\d_]{2})")  # l’État, d’un; not a’b’c
_LONG = 20_000  # characters; a shorter text is read whatever it holds
_BLOCK = 4096
_THICK = 10  # characters to a sign; news copy has some thirty, quick dialogue fifteen


def without_heaps(text: str) -> str:
    """The text with its heaps blotted out by spaces: nobody is quoted there, and nobody speaks. Most have none."""
    if len(text) < _LONG:
        return text
    blocks = (text[start : start + _BLOCK] for start in range(0, len(text), _BLOCK))
    return "".join(" " * len(block) if _is_heap(block) else block for block in blocks)


def _is_heap(block: str) -> bool:
    most = len(block) // _THICK
    if sum(map(block.count, _SIGNS)) + block.count("--") * 2 <= most:
        return False
    words = _IN_WORDS.sub("", block)
    return len(words) - len(words.translate(_NO_SIGNS)) + words.count("--") * 2 > most
