"""The front pages: home, search, and what stands where a brief cannot be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.desk.library import Record
from generator.entities import Entity, Ref
from generator.pages.edition import Edition
from generator.problems import Problem
from generator.steps import StepState
from generator.views.indexes import notes
from generator.views.lists import cards
from generator.views.names import link_ref, long_day
from generator.views.parts import Card, Counted, Day, Link, Row, View
from generator.views.steps import row

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


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnView(View):
    """What stands where a withdrawn brief stood; `told` ends in a colon, before the reason."""

    day: Day
    told: str
    reason: str
    more: Link


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
    _, gone = edition.language.gettext, record.brief.withdrawn
    long = long_day(edition, record.brief.date)
    told = _("The brief that stood here was withdrawn:")
    if gone and gone.date:
        day = edition.language.short_date(gone.date)
        told = _("The brief that stood here was withdrawn on {date}:").format(date=day)
    return WithdrawnView(
        title=_("Withdrawn brief"),
        searched=False,
        day=Day(_("Brief of {date}").format(date=long.text), long.machine),
        told=told,
        reason=gone.reason if gone else "",
        more=Link(_("All corrections"), "corrections/index.md"),
    )


def broken_view(edition: Edition, brief: str, path: str) -> BrokenView:
    """The problems of a brief that could not be read."""
    return BrokenView(
        title=edition.language.gettext("{brief} cannot be shown yet").format(brief=brief),
        searched=False,
        path=path,
        problems=edition.problems.get(path, ()),
        draft=path in edition.broken_drafts,
    )
