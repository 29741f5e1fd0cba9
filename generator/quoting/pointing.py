"""Where in a quotation the words stand that a problem is about."""

from __future__ import annotations

from generator.articles.levelling import level
from generator.lookalikes import find_disguised
from generator.quoting.nearest import Nearest


def find_other_word(text: str, part: str, nearest: Nearest | None) -> int | None:
    """The offset of the first word that differs, in a part of the text; None where `nearest` does not tell."""
    if disguised := find_disguised(text):
        return text.index(disguised[0])
    if nearest is None or not nearest.differences:
        return None
    levelled = level(text)
    begin = max(0, levelled.text.find(level(part).text))
    return levelled.starts[begin + nearest.differences[0].at]


def find_levelled(text: str, words: str) -> int | None:
    """The offset in a text of words that are levelled already; None where they do not stand in it."""
    levelled = level(text)
    begin = levelled.text.find(words)
    return levelled.starts[begin] if begin >= 0 else None
