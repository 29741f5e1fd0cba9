"""Receipts: what the check found for a quotation, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.citations import Citation
from generator.edition import Edition
from generator.fragments import text_fragment
from generator.library import Record
from generator.model import Source
from generator.views.names import direction, short_day
from generator.views.parts import Link, Piece, Receipt

_AROUND = 32  # characters shown before and after
_LEFT_OUT = 12  # words shown of what is left out


def receipt(edition: Edition, record: Record, citation: Citation) -> Receipt:
    """What a citation of a brief shows to readers."""
    if citation.status != "matched":
        return Receipt(citation.status, _unmatched(edition, record, citation))
    source = record.brief.source
    text = edition.library.sources[source.file or ""]
    return Receipt(
        status="matched",
        line=_matched(edition, citation),
        pieces=tuple(_pieces(edition, citation)),
        prefix=_end(citation.prefix),
        suffix=_start(citation.suffix),
        place=_place(edition, citation),
        file=Link(text.file, edition.source_pages.get(text.file, "")),
        copy=copy_received(edition, source),
        sha256=text.sha256,
        at_source=text_fragment(source.url or "", text.text, citation.spans),
        lang=source.lang or "",
        dir=direction(source.lang or "", citation.exact[0] if citation.exact else ""),
    )


def find_receipt(edition: Edition, record: Record, *fields: str) -> Receipt | None:
    """The receipt of the first of the fields that has been checked."""
    return next((receipt(edition, record, found) for field in fields for found in _found(edition, record, field)), None)


def evidence(edition: Edition, record: Record, item: str) -> tuple[Receipt, ...]:
    """The receipts of the evidence of one item, as in `key_points[1]`."""
    verified = edition.citations.get(record.id)
    listed = verified.citations if verified else ()
    return tuple(receipt(edition, record, found) for found in listed if found.field.startswith(f"{item}.evidence"))


def _found(edition: Edition, record: Record, field: str) -> Iterator[Citation]:
    verified = edition.citations.get(record.id)
    return (found for found in (verified.citations if verified else ()) if found.field == field)


def copy_received(edition: Edition, source: Source) -> str:
    """Which copy was compared: received on a day, or simply the source copy."""
    if not source.received:
        return edition.language.gettext("the source copy")
    day = short_day(edition, source.received).text
    return edition.language.gettext("the source copy received {date}").format(date=day)


# --- the quiet line --------------------------------------------------------------------------------


def _unmatched(edition: Edition, record: Record, citation: Citation) -> str:
    _ = edition.language.gettext
    if citation.status == "failed":
        return _("Does not match the source copy")
    if reason := record.brief.source.not_held:
        return _("Not checked: source text not held ({reason})").format(reason=reason)
    return _("Not checked: source text not held")


def _matched(edition: Edition, citation: Citation) -> str:
    _ = edition.language.gettext
    gaps = {kind: [gap for gap in citation.gaps if gap.kind == kind] for kind in ("joined", "omitted", "replaced")}
    lines = {
        "exact": _("Matches the source copy, word for word"),
        "typography": _("Matches the source copy, word for word; marks or dashes have another shape"),
        "edge": _("Matches the source copy, word for word; the punctuation or capital at its edge is fitted"),
        "elided": _("Matches the source copy, with words left out"),
        "bracketed": _("Matches the source copy, with the editor’s words in brackets"),
    }
    if citation.tier == "joined":
        return _joined(edition, [gap.words for gap in gaps["joined"]])
    return lines[citation.tier or "exact"]


def _joined(edition: Edition, cuts: list[str]) -> str:
    _, ngettext = edition.language.gettext, edition.language.ngettext
    words = [cut.strip(" ,.;:—–-\"'“”‘’«»„") for cut in cuts]
    parts = len(cuts) + 1
    if len(words) == 1 and words[0]:
        return _("Matches the source copy, in two parts joined at “{words}”").format(
            words=_shortened(edition, words[0])
        )
    line = ngettext("Matches the source copy, in {n} part", "Matches the source copy, in {n} parts", parts)
    return line.format(n=edition.language.number(parts))


# --- the receipt when asked ------------------------------------------------------------------------


def _pieces(edition: Edition, citation: Citation) -> Iterator[Piece]:
    """The source's own words and what lies between them, in the order of the source."""
    words = ((span.start, 1, Piece("words", exact)) for span, exact in zip(citation.spans, citation.exact, strict=True))
    gaps = ((gap.span.start, 0, Piece(gap.kind, _shortened(edition, gap.words), gap.by)) for gap in citation.gaps)
    return (piece for _, _, piece in sorted(chain(words, gaps), key=lambda each: each[:2]))


def _shortened(edition: Edition, words: str) -> str:
    listed = words.split()
    if len(listed) <= _LEFT_OUT:
        return " ".join(listed)
    more = len(listed) - _LEFT_OUT
    rest = edition.language.ngettext("… ({n} more word)", "… ({n} more words)", more).format(
        n=edition.language.number(more)
    )
    return f"{' '.join(listed[:_LEFT_OUT])} {rest}"


def _end(prefix: str) -> str:
    flat = " ".join(prefix.split())
    return flat if len(flat) <= _AROUND else "…" + flat[-_AROUND + 1 :]


def _start(suffix: str) -> str:
    flat = " ".join(suffix.split())
    return flat if len(flat) <= _AROUND else flat[: _AROUND - 1] + "…"


def _place(edition: Edition, citation: Citation) -> str:
    number = edition.language.number
    spans = [f"{number(span.start)}–{number(span.end)}" for span in citation.spans]
    return edition.language.gettext("Characters {spans}").format(spans=edition.language.listing(spans))
