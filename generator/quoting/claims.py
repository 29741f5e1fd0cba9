"""The claims of a brief: every text that says that these words stand in the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model import Brief


@dataclass(frozen=True, slots=True)
class Claim:
    """Words claimed verbatim, with the field that holds them; `speaker` and `near` for quotes."""

    field: str
    kind: Literal["quote", "evidence"]
    text: str
    speaker: str | None = None
    near: str | None = None


def claims_of(brief: Brief) -> Iterator[Claim]:
    """Every quote and every piece of evidence of a brief, in the order of the format."""
    yield from _evidence(brief, "key_points")
    for place, quote in enumerate(brief.quotes):
        field = "original" if quote.original else "text"
        text = quote.original or quote.text
        yield Claim(f"quotes[{place}].{field}", "quote", text, quote.speaker, quote.near)
    for name in ("next_steps", "outcomes", "disputed"):
        yield from _evidence(brief, name)


def _evidence(brief: Brief, name: str) -> Iterator[Claim]:
    for place, item in enumerate(getattr(brief, name)):
        for index, text in enumerate(item.evidence):
            yield Claim(f"{name}[{place}].evidence[{index}]", "evidence", text)


#: Fields of items in which the editor writes running text.
_WRITTEN = {
    "key_points": ("label", "text"),
    "quotes": ("context", "occasion"),
    "next_steps": ("what",),
    "outcomes": ("note",),
    "disputed": ("what",),
    "left_out": ("reason",),
    "changes": ("note",),
}


def written_of(brief: Brief) -> Iterator[tuple[str, str]]:
    """Every text that the editor wrote and in which words of the source may be quoted, with its field."""
    for name in ("title", "summary", "why_it_matters"):
        if text := getattr(brief, name):
            yield name, text
    for name, fields in _WRITTEN.items():
        for place, item in enumerate(getattr(brief, name)):
            for field in fields:
                if text := getattr(item, field):
                    yield f"{name}[{place}].{field}", text
    yield from ((f"not_known[{place}]", text) for place, text in enumerate(brief.not_known))
