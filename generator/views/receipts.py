"""Receipts: what the check found for a quotation, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.desk.library import Record
from generator.model import Source
from generator.pages.edition import Edition
from generator.pages.fragments import text_fragment
from generator.quoting.citations import Citation
from generator.views.names import foreign, short_day
from generator.views.parts import Link, Piece, Receipt

_WORD = re.compile(r"\S+")
_CUT_START, _CUT_END = re.compile(r"\A\S+(?=\s)"), re.compile(r"(?<=\s)\S+\Z")
_SIGNS = " \r\n\t\u3000,.;:—–-\"'`“”‘’«»„‚‹›「」『』，。、；：،؛"  # round the words at which parts are joined
_AROUND = 32  # characters shown before and after
_LEFT_OUT = 12  # words shown of what is left out


def receipt(edition: Edition, record: Record, citation: Citation) -> Receipt:
    """What a citation of a brief shows to readers."""
    if citation.status != "matched":
        return Receipt(citation.status, _unmatched(edition, record, citation))
    source = record.brief.source
    text = edition.library.sources[source.file or ""]
    lang, side = foreign(edition, source.lang or "", citation.exact[0])
    return Receipt(
        status="matched",
        line=_matched(edition, citation),
        pieces=tuple(_pieces(edition, citation, text.text)),
        prefix=_before(text.text, citation.spans[0].start),
        suffix=_after(text.text, citation.spans[-1].end),
        place=_place(edition, citation),
        file=Link(text.file, edition.source_pages.get(text.file, "")),
        copy=copy_received(edition, source),
        sha256=text.sha256,
        at_source=text_fragment(source.url or "", text.text, citation.spans),
        lang=lang,
        dir=side,
    )


def find_receipt(edition: Edition, record: Record, *fields: str, whole: bool = True) -> Receipt | None:
    """The receipt of the first of the fields that has been checked; no more than its quiet line where not `whole`."""
    listed = _citations(edition, record)
    found = next((each for field in fields for each in listed if each.field == field), None)
    if found is None:
        return None
    if whole:
        return receipt(edition, record, found)
    line = _matched(edition, found) if found.status == "matched" else _unmatched(edition, record, found)
    return Receipt(found.status, line)


def evidence(edition: Edition, record: Record, item: str) -> tuple[Receipt, ...]:
    """The receipts of the evidence of one item, as in `key_points[1]`."""
    listed = _citations(edition, record)
    return tuple(receipt(edition, record, found) for found in listed if found.field.startswith(f"{item}.evidence"))


def _citations(edition: Edition, record: Record) -> tuple[Citation, ...]:
    verified = edition.citations.get(record.id)
    return verified.citations if verified else ()


def copy_received(edition: Edition, source: Source) -> str:
    """Which copy was compared: received on a day, or simply the source copy."""
    if not source.received:
        return edition.language.gettext("the source copy")
    day = short_day(edition, source.received).text
    return edition.language.gettext("the source copy received {date}").format(date=day)


def how_many_match(edition: Edition, source: Source, matched: int, count: int) -> str:
    """3 of 4 quotations match the source copy; whole sentences, because the words for the copy have cases elsewhere."""
    ngettext, number = edition.language.ngettext, edition.language.number
    if source.received:
        line = ngettext(
            "{matched} of {all} quotation matches the source copy received {date}",
            "{matched} of {all} quotations match the source copy received {date}",
            count,
        )
    else:
        line = ngettext(
            "{matched} of {all} quotation matches the source copy",
            "{matched} of {all} quotations match the source copy",
            count,
        )
    day = short_day(edition, source.received).text if source.received else ""
    return line.format(matched=number(matched), all=number(count), date=day)


# --- the quiet line --------------------------------------------------------------------------------


def _unmatched(edition: Edition, record: Record, citation: Citation) -> str:
    _ = edition.language.gettext
    if citation.status == "failed":
        return _("Does not match the source copy")
    if reason := record.brief.source.not_held:
        return _("Not checked: source text not held ({reason})").format(reason=reason)
    return _("Not checked: source text not held")


def _matched(edition: Edition, citation: Citation) -> str:
    if citation.tier == "joined":
        return _joined(edition, [gap.words for gap in citation.gaps if gap.kind == "joined"])
    tier = citation.tier or "exact"
    return edition.once("tier", tier, lambda: _told_of(edition, tier))


def _told_of(edition: Edition, tier: str) -> str:
    _ = edition.language.gettext
    return {
        "exact": _("Matches the source copy, word for word"),
        "typography": _("Matches the source copy, word for word; marks or dashes have another shape"),
        "edge": _("Matches the source copy, word for word; the punctuation or capital at its edge is fitted"),
        "elided": _("Matches the source copy, with words left out"),
        "bracketed": _("Matches the source copy, with the editor’s words in brackets"),
    }[tier]


def _joined(edition: Edition, cuts: list[str]) -> str:
    _, ngettext = edition.language.gettext, edition.language.ngettext
    words = [" ".join(cut.split()).strip(_SIGNS) for cut in cuts]
    parts = len(cuts) + 1
    if len(words) == 1 and words[0]:
        return _("Matches the source copy, in two parts joined at “{words}”").format(
            words=_shortened(edition, words[0]).rstrip()
        )
    line = ngettext("Matches the source copy, in {n} part", "Matches the source copy, in {n} parts", parts)
    return line.format(n=edition.language.number(parts))


# --- the receipt when asked ------------------------------------------------------------------------


def _pieces(edition: Edition, citation: Citation, text: str) -> Iterator[Piece]:
    """The source as it stands from the first quoted word to the last; what is not quoted is shortened."""
    gaps = sorted(citation.gaps, key=lambda gap: gap.span)
    for place, span in enumerate(citation.spans):
        yield Piece("words", citation.exact[place])
        end = citation.spans[place + 1].start if place + 1 < len(citation.spans) else span.end
        between = [gap for gap in gaps if span.end <= gap.span.start <= end]
        by = " ".join(gap.by for gap in between if gap.by)
        if end > span.end or by:
            yield Piece(between[0].kind if between else "omitted", _shortened(edition, text[span.end : end]), by)


def _shortened(edition: Edition, words: str) -> str:
    """Words left out: at most twelve of them, and how many more."""
    starts = [found.start() for found in _WORD.finditer(words)]
    more = len(starts) - _LEFT_OUT
    if more <= 0:
        return words
    line = edition.language.ngettext("… ({n} more word)", "… ({n} more words)", more)
    return words[: starts[_LEFT_OUT]] + line.format(n=edition.language.number(more)) + " "


def _before(text: str, start: int) -> str:
    """What stands before a place in the source: whole words, and an ellipsis where there is more."""
    if start <= _AROUND:
        return text[:start]
    return "…" + _CUT_START.sub("", text[start - _AROUND + 1 : start])


def _after(text: str, end: int) -> str:
    """What stands after a place in the source: whole words, and an ellipsis where there is more."""
    if end + _AROUND >= len(text):
        return text[end:]
    return _CUT_END.sub("", text[end : end + _AROUND - 1]) + "…"


def _place(edition: Edition, citation: Citation) -> str:
    number = edition.language.number
    spans = [f"{number(span.start)}–{number(span.end)}" for span in citation.spans]
    return edition.language.gettext("Characters {spans}").format(spans=edition.language.listing(spans))
