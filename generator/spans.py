"""A span: where something stands in a text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open, in code points of the stored text."""

    start: int
    end: int
