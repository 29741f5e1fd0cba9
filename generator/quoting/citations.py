"""A citation: a quotation, its place in the source, and in what way it matches there."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

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


class Found(Mapping[str, Verified]):
    """Citations by id of the brief, kept as bytes and made when they are asked for.

    `anchors` has those of the quotations of each brief, in their order.
    """

    def __init__(self, packed: Mapping[str, bytes], anchors: Mapping[str, tuple[str, ...]]) -> None:
        self._packed = packed
        self.anchors = anchors

    def packed(self, brief: str) -> bytes:
        """Those of a brief as bytes; none where there is no such brief."""
        return self._packed.get(brief, b"")

    def may_have(self, tier: Tier, brief: str) -> bool:
        """Whether anything of a brief may match in this way; told without unpacking, and true where it does."""
        return tier.encode() in self.packed(brief)

    def with_others(self, others: Mapping[str, Verified]) -> Found:
        """These, with others for some briefs."""
        packed = {brief: pack_verified(verified) for brief, verified in others.items()}
        return Found({**self._packed, **packed}, self.anchors)

    def __getitem__(self, brief: str) -> Verified:
        return unpack_verified(self._packed[brief])

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


# --- as bytes --------------------------------------------------------------------------------------


def pack_verified(verified: Verified) -> bytes:
    """All of it as bytes; the same values give the same bytes."""
    coverage = verified.coverage
    measure = (coverage.used, coverage.passages) if coverage else None
    return marshal.dumps((tuple(_plain(each) for each in verified.citations), measure), 2)


def _plain(one: Citation) -> tuple[Any, ...]:
    spans = tuple(tuple(span) for span in one.spans)
    gaps = tuple((tuple(gap.span), gap.kind, gap.words, gap.by) for gap in one.gaps)
    return (
        one.field, one.kind, one.speaker, one.status, one.tier, spans, gaps, one.exact, one.prefix, one.suffix,
        one.rules,
    )  # fmt: skip


@lru_cache(maxsize=64)  # a page asks for each quotation of a brief, and for each piece of evidence
def unpack_verified(packed: bytes) -> Verified:
    """What was packed."""
    citations, measure = marshal.loads(packed)
    return Verified(tuple(map(_citation, citations)), Coverage(*measure) if measure else None)


def _citation(packed: tuple[Any, ...]) -> Citation:
    field, kind, speaker, status, tier, spans, gaps, *rest = packed
    spans = tuple(Span(*span) for span in spans)
    gaps = tuple(Gap(Span(*span), *more) for span, *more in gaps)
    return Citation(field, kind, speaker, status, tier, spans, gaps, *rest)
