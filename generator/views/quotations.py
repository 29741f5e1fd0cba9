"""Quotations as pages show them: on their brief's page, on the speaker's, and among all quotes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.desk.library import Record
from generator.model import Quote
from generator.pages.addresses import brief_uri
from generator.pages.edition import Edition, called
from generator.views.contact import report_link
from generator.views.names import foreign, link_name, prose, short_day
from generator.views.origins import source_line
from generator.views.parts import Link, Quoted, Verbatim
from generator.views.receipts import find_receipt


def quotations(edition: Edition, record: Record) -> tuple[Quoted, ...]:
    """The quotations of a brief in their order, for its own page."""
    return tuple(quotation(edition, record, place) for place in range(len(record.brief.quotes)))


def quotation(edition: Edition, record: Record, place: int, elsewhere: bool = False) -> Quoted:
    """One quotation; `elsewhere` where it stands on another page, which then names its brief, where the receipt is."""
    quote, anchor = record.brief.quotes[place], edition.anchors(record.id)[place]
    return Quoted(
        anchor=anchor,
        words=words_of(edition, record, quote),
        speaker=link_name(edition, quote.speaker),
        notes=tuple(notes_on(edition, record, quote)),
        day=short_day(edition, quote.date) if quote.date else None,
        receipt=find_receipt(
            edition, record, f"quotes[{place}].original", f"quotes[{place}].text", whole=not elsewhere
        ),
        original=original_of(edition, record, quote),
        original_label=edition.language.gettext("Original"),
        credits=tuple(credits_of(edition, quote)),
        context=prose(edition, quote.context),
        brief=Link(called(edition, record), place_in(edition, record, place)) if elsewhere else None,
        source=source_line(edition, record.brief.source),
        report=None if elsewhere else report_link(edition, record, anchor),
    )


def place_in(edition: Edition, record: Record, place: int) -> str:
    """The permalink of a quotation: its brief's page, and its anchor there."""
    return f"{brief_uri(record.id)}#{edition.anchors(record.id)[place]}"


def words_of(edition: Edition, record: Record, quote: Quote) -> Verbatim:
    """The words as the brief has them."""
    return _verbatim(edition, quote.text, _lang_of_text(record, quote))


def original_of(edition: Edition, record: Record, quote: Quote) -> Verbatim | None:
    """The words as the source has them, where those of the brief are a translation."""
    return _verbatim(edition, quote.original, record.brief.source.lang or "") if quote.original else None


def _lang_of_text(record: Record, quote: Quote) -> str:
    """The language of the words: as typed; of the source, unless they are a translation of it."""
    return (quote.lang if quote.lang or quote.original else record.brief.source.lang) or ""


def _verbatim(edition: Edition, text: str, lang: str) -> Verbatim:
    """Words with their language and direction, where these are not the page's."""
    lang, side = foreign(edition, lang, text)
    return Verbatim(tuple(text.split("\n\n")), lang, side)


def notes_on(edition: Edition, record: Record, quote: Quote) -> Iterator[str]:
    """Who the speaker was then, where it was said, and to whom."""
    if role := edition.entities.role(record.brief, quote.speaker):
        yield role
    if quote.occasion:
        yield quote.occasion
    if quote.to:
        yield edition.language.gettext("to {name}").format(name=quote.to)


def credits_of(edition: Edition, quote: Quote) -> Iterator[str]:
    """Through whom the words came: who reported them, who translated them."""
    _ = edition.language.gettext
    if quote.reported_by:
        yield _("as reported by {name}").format(name=quote.reported_by)
    if quote.translated_by:
        yield _("translated by {name}").format(name=quote.translated_by)
    elif quote.original:
        yield _("translation")
