"""A citation: a quotation, its place in the source, and in what way it matches there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.articles.passages import Span

Tier = Literal["exact", "typography", "edge", "joined", "elided", "bracketed"]
#: From the strictest to the loosest.
TIERS: tuple[Tier, ...] = ("exact", "typography", "edge", "joined", "elided", "bracketed")


@dataclass(frozen=True, slots=True)
class Gap:
    """Source words between two spans that the quotation leaves out or replaces.

    `kind` says why: an attribution that interrupts (joined), words left out at an ellipsis (omitted),
    words replaced by the editor's in brackets (replaced; `by` holds these). An insertion has an empty span.
    """

    span: Span
    kind: Literal["joined", "omitted", "replaced"]
    words: str  # the source's own characters, trimmed
    by: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """What the check found for one quotation or one piece of evidence.

    `field` is as in `quotes[0].text`; `spans` one for each unbroken run of source characters that the quote claims
    word for word; `exact` the source's characters at these spans; `prefix` and `suffix` as in the W3C
    TextQuoteSelector, grown until unique. All empty unless `status` is matched.
    """

    field: str
    kind: Literal["quote", "evidence"]
    speaker: str | None
    status: Literal["matched", "failed", "unchecked"]
    tier: Tier | None = None
    spans: tuple[Span, ...] = ()
    gaps: tuple[Gap, ...] = ()
    exact: tuple[str, ...] = ()
    prefix: str = ""
    suffix: str = ""
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the quoted passages of a source a brief uses: passages that are not scare."""

    used: int
    passages: int


@dataclass(frozen=True, slots=True)
class Verified:
    """All citations of one brief in file order, and how much of its source it uses (None: no source text)."""

    citations: tuple[Citation, ...]
    coverage: Coverage | None


Citations = Mapping[str, Verified]  # by id of the brief
