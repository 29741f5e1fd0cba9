"""The ledger of next steps: coming up, overdue, slipped, open, done; and its months."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from generator.dates import overdue_after
from generator.pages.cutting import Month
from generator.pages.edition import Edition
from generator.steps import StepState
from generator.views.lists import month_name, months_uri, years_of
from generator.views.parts import Link, Row, View, Years
from generator.views.steps import due, is_overdue, row, step_days

Section = Literal["coming", "overdue", "slipped", "open", "done", "dropped"]
Sections = Mapping[Section, Sequence[StepState]]
DATED: tuple[Section, ...] = ("coming", "overdue", "done")
SECTIONS: tuple[Section, ...] = ("coming", "overdue", "slipped", "open", "done", "dropped")


@dataclass(frozen=True, slots=True)
class InMonth:
    """Steps of one month, or of a year where no month is known; without a name where their dates are open."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps under one heading; `more` says how many are not shown here."""

    name: Section
    heading: str
    lede: str
    months: tuple[InMonth, ...]
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerView(View):
    """Next steps by what became of them, or those of one month."""

    lede: str = ""
    sections: tuple[Steps, ...] = ()
    rows: tuple[Row, ...] = ()
    years: tuple[Years, ...] = ()
    empty: str = ""


def by_section(edition: Edition, today: date) -> Sections:
    """Every step where it stands today: what comes up by date, all else the newest first; a year after its months."""
    sections: dict[Section, list[StepState]] = {name: [] for name in SECTIONS}
    days, steps = step_days(edition), edition.entities.steps
    for key in sorted(sorted(days), key=lambda key: (days[key], steps[key].when.grain == "year")):
        state = steps[key]
        sections[section_of(state, today)].append(state)
    return {name: states if name == "coming" else states[::-1] for name, states in sections.items()}


def section_of(state: StepState, today: date) -> Section:
    """Where a step stands in the ledger today."""
    if state.status == "happened":
        return "done"
    if state.status in ("cancelled", "superseded"):
        return "dropped"
    if is_overdue(state, today):
        return "overdue"
    last = overdue_after(state.when)
    if (last or state.when.last or date.min) >= today:
        return "coming"
    return "slipped" if state.status == "slipped" else "open"


def ledger_view(
    edition: Edition,
    sections: Sections,
    months: Mapping[Month, Sequence[StepState]],
) -> LedgerView:
    """The ledger; `months` are its parts where it is cut, else empty."""
    _ = edition.language.gettext
    words = {
        "coming": (_("Coming up"), _("Dated, and not over yet.")),
        "overdue": (_("Overdue"), _("The date is over, and no brief says what became of it.")),
        "slipped": (_("Slipped"), _("Put off; no new date that is certain.")),
        "open": (_("Open"), _("Announced without a date, or with one that is not certain.")),
        "done": (_("Done"), _("It happened.")),
        "dropped": (_("Called off"), _("Cancelled, or overtaken by something else.")),
    }
    return LedgerView(
        title=_("Next steps"),
        description=_("What was announced, and what became of it."),
        searched=False,
        contents=True,
        lede=_("What was announced, and what became of it."),
        sections=tuple(
            Steps(name, *words[name], tuple(_months(edition, name, sections[name])), _more(edition, sections[name]))
            for name in SECTIONS
            if sections[name]
        ),
        years=years_of(edition, "next-steps", months, "step"),
        empty=_("No brief announces a next step yet."),
    )


def ledger_year_view(edition: Edition, year: int, months: Mapping[Month, Sequence[StepState]]) -> LedgerView:
    """The months of a year of the ledger."""
    _ = edition.language.gettext
    return LedgerView(
        title=_("Next steps of {month}").format(month=f"{year:04}"),
        searched=False,
        trail=(Link(_("Next steps"), "next-steps/index.md"),),
        years=years_of(edition, "next-steps", months, "step"),
    )


def ledger_month_view(edition: Edition, month: Month, states: Iterable[StepState], today: date) -> LedgerView:
    """The steps of one month: due then, or announced then without a date."""
    _ = edition.language.gettext
    return LedgerView(
        title=_("Next steps of {month}").format(month=month_name(edition, month)),
        searched=False,
        trail=(
            Link(_("Next steps"), "next-steps/index.md"),
            Link(f"{month[0]:04}", months_uri("next-steps", month[0])),
        ),
        rows=tuple(row(edition, state, elsewhere=True, overdue=is_overdue(state, today)) for state in states),
    )


def _months(edition: Edition, section: Section, states: Sequence[StepState]) -> Iterator[InMonth]:
    """The first steps of a section by the month in which they are due; where no date is certain, all together."""
    shown = states[: edition.settings.page_size]
    for name, of_month in groupby(shown, lambda state: _month(edition, state) if section in DATED else ""):
        yield InMonth(
            name, tuple(row(edition, state, elsewhere=True, overdue=section == "overdue") for state in of_month)
        )


def _month(edition: Edition, state: StepState) -> str:
    year, month, _ = due(edition, state).split("-")
    if state.when.grain == "year":
        return year
    return month_name(edition, (int(year), int(month)))


def _more(edition: Edition, states: Sequence[StepState]) -> str:
    rest = len(states) - edition.settings.page_size
    if rest <= 0:
        return ""
    line = edition.language.ngettext("{n} more, by month below", "{n} more, by month below", rest)
    return line.format(n=edition.language.number(rest))
