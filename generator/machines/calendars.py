"""Calendars of next steps (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from generator.dates import When
from generator.machines.bearings import Bearings, domain, origin
from generator.machines.content_lines import Property, component, moment, text
from generator.machines.dating import midnight, revised
from generator.pages.edition import Edition
from generator.pages.marking import mark
from generator.pages.marks import step_mark
from generator.steps import StepState
from generator.views.names import link_name, plain
from generator.views.steps import statuses, told_day

if TYPE_CHECKING:
    from icalendar import FreeBusy


@dataclass(frozen=True, slots=True)
class Dated:
    """A step with a day: the date that is shown, and whether that still holds."""

    state: StepState
    when: When
    holds: bool

    @property
    def first(self) -> date:
        """Its first day in the calendar."""
        day = self.when.first or self.when.last
        assert day
        return day

    @property
    def last(self) -> date:
        """Its last day in the calendar: an open end is a day of its own."""
        return (self.when.last or self.first) if self.when.first else self.first


def find_dated(state: StepState) -> Dated | None:
    """A step for a calendar, where any date of it is or was known.

    A date that was taken back and not replaced holds no more: it stays in calendars as cancelled, so that those who
    noted it are told.
    """
    current = state.when
    if current.first or current.last:
        told = [known.outcome for known in state.outcomes]
        put_off = state.status == "slipped" and not told[-1].when
        return Dated(state, current, not put_off)
    known = [outcome.outcome.when for outcome in reversed(state.outcomes)] + [state.step.when]
    last = next((when for when in known if when and (when.first or when.last)), None)
    return Dated(state, last, False) if last else None


def dated_steps(states: Iterable[StepState], since: date = date.min) -> tuple[Dated, ...]:
    """The steps that a calendar shows: those with a date, not over before `since`; by date, then by key."""
    found = (dated for dated in map(find_dated, states) if dated and dated.last >= since)
    return tuple(sorted(found, key=lambda dated: (dated.first, dated.state.key)))


def year_before(day: date) -> date:
    """The first day of the month twelve months before."""
    return date(max(day.year - 1, 1), day.month, 1)


def dated_mark(edition: Edition, dated: Dated) -> str:
    """Of a step as a calendar shows it."""
    state = dated.state
    return edition.once("dated", state.key, lambda: _dated_mark(edition, state))


def _dated_mark(edition: Edition, state: StepState) -> str:
    day, revisions = revised(edition, state)
    named = origin(edition, edition.records[state.brief])
    return mark(step_mark(edition, state.key), day.isoformat(), str(revisions), named)


def calendar(edition: Edition, name: str, url: str, steps: Iterable[Dated]) -> bytes:
    """The bytes of a calendar; `url` is that of the page that it follows."""
    from icalendar import Calendar  # loaded late, as in `content_lines`

    made = Calendar()
    made.add("prodid", "-//briefing-site//calendar//EN")
    made.add("version", "2.0")
    made.add("name", name)
    made.add("x-wr-calname", name)
    made.add("url", Bearings(edition.settings.site_url).to(url))
    made.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    events = [component("VEVENT", _event(edition, dated)) for dated in steps]
    if not events:
        made.add_component(_nothing(edition))
    begin, end, _ = made.to_ical().partition(b"END:VCALENDAR")
    return b"".join((begin, *events, end, b"\r\n"))


def _nothing(edition: Edition) -> FreeBusy:
    """That no time is taken: a calendar must hold something (RFC 5545, 3.6), and its readers stay subscribed."""
    from icalendar import FreeBusy

    free = FreeBusy()
    free.add("uid", f"nothing@{domain(edition.settings.site_url)}")
    free.add("dtstamp", datetime(1970, 1, 1, tzinfo=UTC))
    return free


def _event(edition: Edition, dated: Dated) -> Iterator[Property]:
    """The properties in the order in which icalendar writes them."""
    state = dated.state
    day, revisions = revised(edition, state)
    yield "SUMMARY", text(_summary(edition, dated))
    for name, at in _times(dated).items():
        yield moment(name, at)
    yield moment("DTSTAMP", midnight(day).replace(tzinfo=UTC))
    yield "UID", text(_uid(edition, state))
    yield "SEQUENCE", str(revisions)
    yield "DESCRIPTION", text("\n".join(_description(edition, dated)))
    if state.step.where:
        yield "LOCATION", text(link_name(edition, state.step.where).text)
    yield "STATUS", _status(dated)
    yield "TRANSP", "TRANSPARENT"
    yield "URL", Bearings(edition.settings.site_url).to_step(state)


def _uid(edition: Edition, state: StepState) -> str:
    brief = origin(edition, edition.records[state.brief])
    return f"{brief}#{state.id}@{domain(edition.settings.site_url)}"


def _times(dated: Dated) -> dict[str, date | datetime]:
    """A time as it is in UTC, so that no zone must be explained; days whole, the end being the day after."""
    if dated.when.start:
        return {"DTSTART": dated.when.start.astimezone(UTC)}
    if dated.last == date.max:
        return {"DTSTART": dated.first}
    return {"DTSTART": dated.first, "DTEND": dated.last + timedelta(days=1)}


def _status(dated: Dated) -> str:
    if not dated.holds or dated.state.status in ("cancelled", "superseded"):
        return "CANCELLED"
    if dated.state.status == "happened" or dated.state.step.certainty == "confirmed":
        return "CONFIRMED"
    return "TENTATIVE"


def _summary(edition: Edition, dated: Dated) -> str:
    """What is to happen; with the date in words where that is not simply the days of the event."""
    when, what = dated.when, dated.state.step.what
    exact = when.grain in ("day", "time") or (when.ends and all(end.grain == "day" for end in when.ends))
    if exact and not (when.approximate or when.uncertain):
        return what
    day = edition.language.short_date(when)
    return edition.language.gettext("{what} ({date})").format(what=what, date=day)


def _description(edition: Edition, dated: Dated) -> Iterator[str]:
    state, _ = dated.state, edition.language.gettext
    shown = statuses(edition.language)
    status = state.step.certainty if state.status == "open" else state.status
    yield shown[status].text + _(": ") + edition.language.long_date(dated.when)
    if not dated.holds:
        yield _("This date no longer holds; no new one is known.")
    if state.step.who:
        yield edition.language.listing(link_name(edition, name).text for name in state.step.who)
    for known in state.outcomes:
        told = known.outcome
        day = told_day(edition, told)
        yield " · ".join(filter(None, (shown[told.status].text, day and day.text, plain(edition, told.note))))
    yield _("Announced in: {title}").format(title=edition.records[state.brief].brief.title)
