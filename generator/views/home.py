"""The front pages: home, search, sources by publisher, and what stands where a brief cannot be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.addresses import brief_uri
from generator.cutting import Month
from generator.edition import Edition
from generator.entities import Entity, Ref
from generator.library import Record
from generator.names import slug
from generator.problems import Problem
from generator.steps import StepState
from generator.views.indexes import notes
from generator.views.lists import cards, years_of
from generator.views.names import link_ref, long_day, short_day
from generator.views.parts import Card, Counted, Day, Link, Row, View, Years
from generator.views.steps import row

Used = tuple[str, Sequence[Record]]
"""A source file, and the briefs made from it, oldest first."""

LATEST = 12
COMING = 6
STORYLINES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView(View):
    """The home page."""

    lede: str
    cards: tuple[Card, ...]
    coming: tuple[Row, ...]
    overdue: str
    storylines: tuple[Counted, ...]
    more: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView(View):
    """The search page, and the ways to find something without it."""

    ways: tuple[Counted, ...]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnView(View):
    """What stands where a withdrawn brief stood."""

    day: Day
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenView(View):
    """What the preview shows in place of a brief that could not be read."""

    path: str
    problems: tuple[Problem, ...]
    draft: bool = False  # so that the notices are those of a brief


def home_view(
    edition: Edition,
    newest: Sequence[Record],
    coming: Sequence[StepState],
    overdue: int,
    storylines: Sequence[Entity],
) -> HomeView:
    """The newest briefs, what comes up, and the storylines that moved last."""
    _, ngettext, number = edition.language.gettext, edition.language.ngettext, edition.language.number
    late = ngettext("{n} step is overdue", "{n} steps are overdue", overdue).format(n=number(overdue))
    return HomeView(
        title=edition.settings.site_name,
        description=_("Who met, what was said word for word, and what happens next."),
        searched=False,
        lede=_(
            "Who met, what was said word for word, and what happens next. "
            "Every quotation is compared with its source before it is published."
        ),
        cards=cards(edition, newest),
        coming=tuple(row(edition, state, elsewhere=True) for state in coming),
        overdue=late if overdue else "",
        storylines=tuple(
            Counted(link_ref(Ref("storylines", each.id, each.name, True)), notes(edition, each)) for each in storylines
        ),
        more=Link(_("All briefs"), "archive/index.md"),
    )


def search_view(edition: Edition, ways: Mapping[str, Link]) -> SearchView:
    """The search page."""
    _ = edition.language.gettext
    return SearchView(
        title=_("Search"),
        description=_("Search all briefs, people and quotations."),
        searched=False,
        ways=tuple(Counted(link, (what,)) for what, link in ways.items()),
    )


def withdrawn_view(edition: Edition, record: Record) -> WithdrawnView:
    """Says that a brief stood here, and why it does no more; neither its title nor its content."""
    _ = edition.language.gettext
    return WithdrawnView(
        title=_("Withdrawn brief"),
        searched=False,
        day=long_day(edition, record.brief.date),
        reason=record.brief.withdrawn or "",
    )


def broken_view(edition: Edition, brief: str, path: str) -> BrokenView:
    """The problems of a brief that could not be read."""
    return BrokenView(
        title=edition.language.gettext("{brief} cannot be shown yet").format(brief=brief),
        searched=False,
        path=path,
        problems=edition.problems.get(path, ()),
    )


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
    trail = (Link(_("Sources"), "sources/index.md"), Link(title, f"{publisher_place(name)}/index.md"))
    return SourcesView(
        title=f"{title}, {part}" if part else title,
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
