"""Lists of briefs and of quotations: the archive, the quotes page, and the parts of a long list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar

from generator.desk.library import Record
from generator.pages.addresses import page_uri
from generator.pages.cutting import Month, by_year
from generator.pages.edition import Edition
from generator.views.cards import briefs_count, card
from generator.views.parts import Card, Counted, Link, Quoted, View, Years
from generator.views.quotations import quotation

T = TypeVar("T")


class Place(NamedTuple):
    """A quotation by its brief and its place there."""

    record: Record
    place: int


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under one heading."""

    heading: Link
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView(View):
    """A list of briefs or of quotations, or a part of one."""

    lede: str = ""
    groups: tuple[Group, ...] = ()
    quotes: tuple[Quoted, ...] = ()
    years: tuple[Years, ...] = ()
    empty: str = ""


def months_uri(place: str, year: int, month: int | None = None) -> str:
    """`archive/2026/index.md`, `archive/2026/01.md`."""
    return f"{place}/{year:04}/index.md" if month is None else page_uri(f"{place}/{year:04}/{month:02}")


def years_of(
    edition: Edition, place: str, months: Mapping[Month, Sequence[object]], noun: str = "brief", least: int = 0
) -> tuple[Years, ...]:
    """The links to the parts of a list that is cut, newest first, each with how many it has.

    A year of `least` items or fewer has one page for all its months.
    """
    return tuple(
        Years(
            Counted(
                Link(f"{year:04}", months_uri(place, year)), (_count(edition, sum(map(len, of_year.values())), noun),)
            ),
            tuple(
                Counted(month_link(edition, place, month), (edition.language.number(len(items)),))
                for month, items in of_year.items()
                if sum(map(len, of_year.values())) > least
            ),
        )
        for year, of_year in by_year(months).items()
    )


def _count(edition: Edition, count: int, noun: str) -> str:
    ngettext, number = edition.language.ngettext, edition.language.number(count)
    if noun == "quote":
        return ngettext("{n} quotation", "{n} quotations", count).format(n=number)
    if noun == "source":
        return ngettext("{n} source", "{n} sources", count).format(n=number)
    if noun == "change":
        return ngettext("{n} change", "{n} changes", count).format(n=number)
    if noun == "step":
        return ngettext("{n} next step", "{n} next steps", count).format(n=number)
    return briefs_count(edition, count)


def month_link(edition: Edition, place: str, month: Month) -> Link:
    """A month in words, and its part of a list."""
    return Link(month_name(edition, month), months_uri(place, *month))


def month_name(edition: Edition, month: Month) -> str:
    """January 2026."""
    return edition.once("month", repr(month), lambda: edition.language.month(date(max(month[0], 1), month[1], 1)))


def cards(edition: Edition, records: Iterable[Record]) -> tuple[Card, ...]:
    """The cards of briefs in the order given."""
    return tuple(card(edition, record) for record in records)


def quoted(edition: Edition, places: Iterable[Place]) -> tuple[Quoted, ...]:
    """Quotations in the order given, each with its brief."""
    return tuple(quotation(edition, place.record, place.place, elsewhere=True) for place in places)


# --- the archive -----------------------------------------------------------------------------------


def archive_view(edition: Edition, months: Mapping[Month, Sequence[Record]]) -> ListView:
    """The newest briefs, and the way to all others."""
    _ = edition.language.gettext
    newest = [record for records in months.values() for record in records][: edition.settings.page_size]
    return ListView(
        title=_("All briefs"),
        description=_("Every brief, newest first, by year and month."),
        searched=False,
        groups=(Group(Link(""), cards(edition, newest)),) if newest else (),
        years=years_of(edition, "archive", months),
        empty=_("There is no brief yet."),
    )


def year_view(edition: Edition, year: int, months: Mapping[Month, Sequence[Record]]) -> ListView:
    """A year: its briefs where they are few, else its months."""
    few = sum(map(len, months.values())) <= edition.settings.page_size
    _ = edition.language.gettext
    return ListView(
        title=_("Briefs of {month}").format(month=f"{year:04}"),
        searched=False,
        trail=(Link(_("All briefs"), "archive/index.md"),),
        groups=tuple(
            Group(month_link(edition, "archive", month), cards(edition, records)) for month, records in months.items()
        )
        if few
        else (),
        years=() if few else years_of(edition, "archive", months),
    )


def month_view(edition: Edition, month: Month, records: Sequence[Record]) -> ListView:
    """A month of briefs, newest first."""
    _ = edition.language.gettext
    return ListView(
        title=_("Briefs of {month}").format(month=month_name(edition, month)),
        searched=False,
        trail=(
            Link(_("All briefs"), "archive/index.md"),
            Link(f"{month[0]:04}", months_uri("archive", month[0])),
        ),
        groups=(Group(Link(""), cards(edition, records)),),
    )


# --- the quotes page -------------------------------------------------------------------------------


def quotes_view(edition: Edition, months: Mapping[Month, Sequence[Place]]) -> ListView:
    """The newest quotations, and the way to all others."""
    _ = edition.language.gettext
    newest = [place for places in months.values() for place in places][: edition.settings.page_size]
    return ListView(
        title=_("Quotes"),
        description=_("What was said word for word, newest first."),
        searched=False,
        lede=_("What was said word for word, newest first. Each links to its brief, and says how it was checked."),
        quotes=quoted(edition, newest),
        years=years_of(edition, "quotes", months, "quote"),
        empty=_("No brief has a quotation yet."),
    )


def quotes_year_view(edition: Edition, year: int, months: Mapping[Month, Sequence[Place]]) -> ListView:
    """The months of a year in which somebody is quoted."""
    _ = edition.language.gettext
    return ListView(
        title=_("Quotes of {month}").format(month=f"{year:04}"),
        searched=False,
        trail=(Link(_("Quotes"), "quotes/index.md"),),
        years=years_of(edition, "quotes", months, "quote"),
    )


def quotes_month_view(edition: Edition, month: Month, places: Sequence[Place]) -> ListView:
    """A month of quotations, newest first."""
    _ = edition.language.gettext
    return ListView(
        title=_("Quotes of {month}").format(month=month_name(edition, month)),
        searched=False,
        trail=(Link(_("Quotes"), "quotes/index.md"), Link(f"{month[0]:04}", months_uri("quotes", month[0]))),
        quotes=quoted(edition, places),
    )
