"""What was changed after publication, as readers see it: corrections and updates, and what was withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import NamedTuple

from generator.desk.library import Record
from generator.model import Brief, major_changes
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
    """What happened to a brief after publication: a change of it, or that it was withdrawn."""

    record: Record
    place: int  # among the major changes of the brief
    day: date
    kind: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView(View):
    """Corrections, updates and withdrawn briefs, newest first; `withdrawn` are those on a day that is not known."""

    lede: str = ""
    changes: tuple[Changed, ...] = ()
    withdrawn: tuple[Counted, ...] = ()
    years: tuple[Years, ...] = ()
    empty: str = ""


def shown_changes(edition: Edition, brief: Brief) -> Iterator[Changed]:
    """Updates and corrections of one brief, newest last; typing errors are mended in silence."""
    for change in sorted(major_changes(brief), key=lambda change: change.date):
        yield _changed(edition, change.kind, change.date, prose(edition, change.note), None)


def amendments(records: Iterable[Record]) -> list[Amended]:
    """Every correction and update of these briefs, and each that was withdrawn on a known day, newest first."""
    shown = sorted(chain.from_iterable(map(_amended, records)), key=lambda each: (each.record.id, each.place))
    return sorted(shown, key=lambda each: each.day, reverse=True)


def _amended(record: Record) -> Iterator[Amended]:
    """Of a brief that was withdrawn, this alone."""
    if gone := record.brief.withdrawn:
        if gone.date:
            yield Amended(record, 0, gone.date, "withdrawn", gone.reason)
        return
    for place, change in enumerate(major_changes(record.brief)):
        yield Amended(record, place, change.date, change.kind, change.note)


def changes_view(
    edition: Edition, newest: Sequence[Amended], withdrawn: Sequence[Record], months: Mapping[Month, Sequence[Amended]]
) -> ChangesView:
    """The page of corrections; `withdrawn` are briefs of which the day is not known, `months` the parts, if any."""
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
    return tuple(_row(edition, each) for each in listed)


def _row(edition: Edition, each: Amended) -> Changed:
    if each.kind == "withdrawn":
        return _changed(edition, each.kind, each.day, (Link(each.note),), _gone(edition, each.record))
    return _changed(edition, each.kind, each.day, prose(edition, each.note), link_brief(edition, each.record.id))


def _changed(edition: Edition, kind: str, day: date, note: Runs, brief: Link | None) -> Changed:
    _ = edition.language.gettext
    labels = {"correction": _("Correction"), "update": _("Update"), "withdrawn": _("Withdrawn")}
    return Changed(kind, labels[kind], Day(edition.language.short_date(day), day.isoformat()), note, brief)


def _gone(edition: Edition, record: Record) -> Link:
    """A withdrawn brief has neither its title nor its content on any page."""
    day = short_day(edition, record.brief.date).text
    return Link(edition.language.gettext("Brief of {date}").format(date=day), brief_uri(record.id))


def _withdrawn(edition: Edition, record: Record) -> Counted:
    gone = record.brief.withdrawn
    return Counted(_gone(edition, record), (gone.reason,) if gone else ())
