"""Where in a quotation the word stands that its source does not have."""

from __future__ import annotations

from generator.articles.levelling import level
from generator.quoting.concordance import Concordance
from generator.quoting.faults import nearest_of
from generator.quoting.nearest import find_disguised


def find_other_word(source: Concordance, text: str) -> int | None:
    """The offset of the first word that differs; None where nothing near stands in the source."""
    if disguised := find_disguised(text):
        return text.index(disguised[0])
    part, nearest = nearest_of(source, text)
    if nearest is None or not nearest.differences:
        return None
    levelled = level(text)
    begin = max(0, levelled.text.find(level(part).text))
    return levelled.starts[begin + nearest.differences[0].at]
