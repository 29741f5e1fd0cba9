"""Permalinks of quotations: anchors that are made from the words alone, never from order or position."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from generator.articles.levelling import level


def quote_anchors(texts: Iterable[str]) -> Iterator[str]:
    """`q-` and eight hex digits of the words' digest, for the quotations of one brief in their order.

    Curling an apostrophe keeps the anchor; the same words again get -2, -3.
    """
    taken: dict[str, int] = {}
    for text in texts:
        anchor = f"q-{hashlib.sha256(level(text).text.encode()).hexdigest()[:8]}"
        taken[anchor] = taken.get(anchor, 0) + 1
        yield anchor if taken[anchor] == 1 else f"{anchor}-{taken[anchor]}"
