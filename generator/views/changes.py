"""What was changed after publication, as readers see it: corrections and updates, and what was withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.desk.library import Record
from generator.model import Brief, Change
from generator.pages.addresses import brief_uri
from generator.pages.cutting import Month
from generator.pages.edition import Edition
from generator.views.lists import years_of
from generator.views.names import link_brief, prose, short_day
from generator.views.parts import Counted, Day, Link, Runs, View, Years


@dataclass(frozen=True, slots=True)
class Changed:
    """A change after publication; `brief` where it is told on another page than its brief's."""

    kind: str
    label: str
    day: Day
    note: Runs
    brief: Link | None = None


class Amended(NamedTuple):
    """A change by its brief and its place there."""

    record: Record
    place: int

    @property
    def change(self) -> Change:
        """The change itself."""
        return self.record.brief.changes[self.place]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView(View):
    """Corrections and updates, newest first, and the briefs that were withdrawn."""

    lede: str = ""
    changes: tuple[Changed, ...] = ()
    withdrawn: tuple[Counted, ...] = ()
    years: tuple[Years, ...] = ()
    empty: str = ""


def shown_changes(edition: Edition, brief: Brief) -> Iterator[Changed]:
    """Updates and corrections of one brief, newest last; typing errors are mended in silence."""
    for change in sorted(brief.changes, key=lambda change: change.date):
        if change.kind != "typo":
            yield _changed(edition, change, None)


def amendments(records: Sequence[Record]) -> list[Amended]:
    """Every correction and update of these briefs, newest first."""
    found = (Amended(record, place) for record in records for place in range(len(record.brief.changes)))
    shown = sorted(
        (each for each in found if each.change.kind != "typo"), key=lambda each: (each.record.id, each.place)
    )
    return sorted(shown, key=lambda each: each.change.date, reverse=True)


def changes_view(
    edition: Edition, newest: Sequence[Amended], withdrawn: Sequence[Record], months: Mapping[Month, Sequence[Amended]]
) -> ChangesView:
    """The page of corrections; `months` are its parts where it is cut, else empty."""
    _ = edition.language.gettext
    return ChangesView(
        title=_("Corrections"),
        description=_("What was wrong, and what is new, in briefs that were published already."),
        searched=False,
        lede=_("What was wrong, and what is new, in briefs that were published already. Newest first."),
        changes=_rows(edition, newest),
        withdrawn=tuple(_withdrawn(edition, record) for record in withdrawn),
        years=years_of(edition, "corrections", months, "change"),
        empty=_("Nothing has been corrected yet."),
    )


def changes_part_view(
    edition: Edition, name: str, listed: Sequence[Amended], months: Mapping[Month, Sequence[Amended]]
) -> ChangesView:
    """A month of corrections, or the way to the months of a year."""
    _ = edition.language.gettext
    return ChangesView(
        title=_("Corrections of {month}").format(month=name),
        searched=False,
        trail=(Link(_("Corrections"), "corrections/index.md"),),
        changes=_rows(edition, listed),
        years=years_of(edition, "corrections", months, "change"),
    )


def _rows(edition: Edition, listed: Sequence[Amended]) -> tuple[Changed, ...]:
    return tuple(_changed(edition, each.change, link_brief(edition, each.record.id)) for each in listed)


def _changed(edition: Edition, change: Change, brief: Link | None) -> Changed:
    _ = edition.language.gettext
    label = _("Correction") if change.kind == "correction" else _("Update")
    day = Day(edition.language.short_date(change.date), change.date.isoformat())
    return Changed(change.kind, label, day, prose(edition, change.note), brief)


def _withdrawn(edition: Edition, record: Record) -> Counted:
    """A withdrawn brief has neither its title nor its content on any page."""
    day = short_day(edition, record.brief.date).text
    words = edition.language.gettext("Brief of {date}").format(date=day)
    return Counted(Link(words, brief_uri(record.id)), (record.brief.withdrawn or "",))
