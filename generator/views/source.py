"""Sources: the article of a brief, the page of each source text, and the list of them by publisher."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.articles.paragraphs import print_paragraphs
from generator.desk.library import Record
from generator.names import slug
from generator.pages.addresses import brief_uri
from generator.pages.cutting import Month
from generator.pages.edition import Edition
from generator.views import origins as named
from generator.views.cards import card
from generator.views.lists import years_of
from generator.views.names import foreign, short_day
from generator.views.parts import Card, Counted, Link, Runs, View, Years
from generator.views.receipts import how_many_match

Used = tuple[str, Sequence[Record]]
"""A source file, and the briefs made from it, oldest first."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher and what of it was used."""

    name: str
    sources: tuple[Counted, ...]
    all: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView(View):
    """Sources by publisher."""

    lede: str = ""
    publishers: tuple[Publisher, ...]
    years: tuple[Years, ...] = ()
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Unused:
    """A quoted passage that the brief leaves out, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class SourceNote:
    """The source of a brief: what it is, and how the brief stands to it."""

    headline: Link
    origin: Runs  # publisher, agency, byline, date, kind
    receipt: tuple[str, ...]
    sha256: str
    page: Link | None
    unused: tuple[Unused, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView(View):
    """The page of a source text; `paragraphs` only where its licence lets us publish them."""

    headline: Link
    origin: Runs
    licence: str
    file: str
    received: str
    sha256: str
    size: str
    briefs: tuple[Card, ...]
    receipts: tuple[tuple[str, ...], ...]  # of each brief
    paragraphs: tuple[str, ...]
    lang: str
    dir: str
    published: bool


def source_note(edition: Edition, record: Record) -> SourceNote:
    """The source as the page of the brief shows it."""
    source = record.brief.source
    text = edition.library.sources.get(source.file or "")
    _ = edition.language.gettext
    page = Link(_("About this source"), edition.source_pages[source.file]) if source.file else None
    return SourceNote(
        headline=named.headline(edition, source),
        origin=tuple(named.origin(edition, source)),
        receipt=tuple(receipt_lines(edition, record)),
        sha256=text.sha256 if text else "",
        page=page,
        unused=tuple(Unused(each.text, each.reason or "") for each in record.brief.left_out),
    )


def receipt_lines(edition: Edition, record: Record) -> Iterator[str]:
    """How many quotations match, and how much of the source is used, in a line each."""
    _, ngettext, number = edition.language.gettext, edition.language.ngettext, edition.language.number
    source, verified = record.brief.source, edition.citations.get(record.id)
    if source.not_held:
        yield _("Source text not held: {reason}").format(reason=source.not_held)
    quotes = [found for found in (verified.citations if verified else ()) if found.kind == "quote"]
    matched = sum(1 for found in quotes if found.status == "matched")
    if quotes and not source.not_held:
        yield how_many_match(edition, source, matched, len(quotes))
    if verified and verified.coverage and verified.coverage.passages:
        used, passages = verified.coverage.used, verified.coverage.passages
        line = ngettext("used {used} of {all} quoted passage", "used {used} of {all} quoted passages", passages)
        yield line.format(used=number(used), all=number(passages))
    yield _("one source")


# --- its own page ----------------------------------------------------------------------------------


def source_view(edition: Edition, file: str, records: Sequence[Record]) -> SourceView:
    """The page of a source text; what the newest brief says of it holds. `records` are oldest first, not empty."""
    source = records[-1].brief.source
    text = edition.library.sources.get(file)
    published = bool(source.licence) and source.licence in edition.settings.publish_texts_under
    headline = named.headline(edition, source)
    lang, side = foreign(edition, source.lang or "", text.text[:200] if text else "")
    words = edition.language.ngettext("{n} character", "{n} characters", len(text.text) if text else 0)
    return SourceView(
        title=headline.text,
        searched=published,
        trail=(Link(edition.language.gettext("Sources"), "sources/index.md"),),
        headline=headline,
        origin=tuple(named.origin(edition, source)),
        licence=source.licence or "",
        file=file,
        received=short_day(edition, source.received).text if source.received else "",
        sha256=text.sha256 if text else "",
        size=words.format(n=edition.language.number(len(text.text))) if text else "",
        briefs=tuple(card(edition, record) for record in reversed(records)),
        receipts=tuple(tuple(receipt_lines(edition, record)) for record in reversed(records)),
        paragraphs=tuple(print_paragraphs(text.text)) if text and published else (),
        lang=lang,
        dir=side,
        published=published,
    )


# --- the list of them ------------------------------------------------------------------------------


def sources_view(
    edition: Edition, publishers: Mapping[str, Sequence[Used]], counts: Mapping[str, int], cut: bool
) -> SourcesView:
    """Sources by publisher, newest first; where they are many, the newest of each with the way to all."""
    _ = edition.language.gettext
    return SourcesView(
        title=_("Sources"),
        description=_("The articles that the briefs were made from, by publisher."),
        searched=False,
        lede=_("The articles that the briefs were made from. Each brief has one."),
        publishers=tuple(
            Publisher(
                _publisher_name(edition, name),
                tuple(_source(edition, *each) for each in listed),
                Link(_sources_count(edition, counts[name]), f"{publisher_place(name)}/index.md") if cut else None,
            )
            for name, listed in publishers.items()
        ),
        empty=_("There is no source yet."),
    )


def publisher_view(
    edition: Edition,
    name: str,
    newest: Sequence[Used],
    months: Mapping[Month, Sequence[Used]],
    part: str = "",
) -> SourcesView:
    """The sources of one publisher, or a year or month of them."""
    _, title = edition.language.gettext, _publisher_name(edition, name)
    words = (title, part) if part else (title,)
    trail = (Link(_("Sources"), "sources/index.md"), Link(title, f"{publisher_place(name)}/index.md"))
    return SourcesView(
        title=_(", ").join(words),
        searched=False,
        publishers=(Publisher("", tuple(_source(edition, *each) for each in newest)),) if newest else (),
        years=years_of(edition, publisher_place(name), months, "source"),
        trail=trail if part else trail[:1],
    )


def publisher_place(name: str) -> str:
    """`sources/by/quill-courier`."""
    return f"sources/by/{slug(name) if name else 'not-named'}"


def _publisher_name(edition: Edition, name: str) -> str:
    return name or edition.language.gettext("Publisher not named")


def _sources_count(edition: Edition, count: int) -> str:
    return edition.language.ngettext("{n} source", "{n} sources", count).format(n=edition.language.number(count))


def _source(edition: Edition, file: str, records: Sequence[Record]) -> Counted:
    source = records[-1].brief.source
    to = edition.source_pages.get(file) or brief_uri(records[-1].id)
    text = source.headline or source.file or records[-1].brief.title
    day = short_day(edition, source.published or records[-1].brief.date).text
    held = () if source.file else (edition.language.gettext("text not held"),)
    return Counted(Link(text, to), (day, *held))
