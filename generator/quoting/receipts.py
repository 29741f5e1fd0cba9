"""Receipts: a place in the source as spans, gaps and selectors that anybody can follow."""

from __future__ import annotations

from generator.quoting.citations import Citation, Gap
from generator.quoting.claims import Claim
from generator.quoting.concordance import Concordance
from generator.quoting.standing import Standing
from generator.quoting.trails import Cut
from generator.spans import Span

_STEP = 32


def write_citation(claim: Claim, source: Concordance, standing: Standing, is_only: bool = False) -> Citation:
    """The citation of a claim that stands in the source; `is_only`: and in no other place."""
    spans = tuple(source.levelled.span(piece.start, piece.end) for piece in standing.place.pieces)
    text = source.article.text
    prefix, suffix = _neighbours(text, Span(spans[0].start, spans[-1].end), is_only)
    return Citation(
        field=claim.field,
        kind=claim.kind,
        speaker=claim.speaker,
        status="matched",
        tier=standing.tier,
        spans=spans,
        gaps=tuple(_gap(source, cut) for cut in standing.place.cuts),
        exact=tuple(text[span.start : span.end] for span in spans),
        prefix=prefix,
        suffix=suffix,
    )


def _gap(source: Concordance, cut: Cut) -> Gap:
    origin = source.levelled
    if cut.start == cut.end:
        at = origin.starts[cut.start] if cut.start < len(origin.text) else len(source.article.text)
        if cut.start and cut.kind == "replaced":
            at = min(at, origin.ends[cut.start - 1]) if not cut.by.startswith(" ") else at
        return Gap(Span(at, at), cut.kind, "", cut.by)
    span = origin.span(cut.start, cut.end)
    return Gap(span, cut.kind, source.article.text[span.start : span.end].strip(), cut.by)


def _neighbours(text: str, span: Span, is_only: bool) -> tuple[str, str]:
    """What stands before and behind, as much as makes prefix, words and suffix unique in the text."""
    reach = _STEP
    while True:
        start, end = max(0, span.start - reach), min(len(text), span.end + reach)
        whole = text[start:end]
        is_all = start == 0 and end == len(text)
        is_bounded = is_only and start < span.start and span.end < end
        if is_bounded or is_all or text.find(whole, text.find(whole) + 1) < 0:
            return text[start : span.start], text[span.end : end]
        reach *= 2
