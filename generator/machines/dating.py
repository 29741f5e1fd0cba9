"""When a brief went online, and when it last changed in a way that readers are told of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from heapq import nlargest

from generator.dates import overdue_after
from generator.desk.library import Record
from generator.model import Brief, major_changes
from generator.pages.edition import Edition
from generator.steps import StepState

FIRST_DAY = date(1970, 1, 1)  # of what has no date at all


def published_on(brief: Brief) -> date:
    """The day on which a brief went online; where that is not said, the day that it tells of."""
    return brief.published or brief.date.first or brief.date.last or FIRST_DAY


def changed_on(brief: Brief) -> date:
    """The day of the last update or correction, else the day of publication."""
    return max((published_on(brief), *(change.date for change in major_changes(brief))))


def last_changed(edition: Edition, records: Iterable[Record]) -> str:
    """The day of the last change of any of these briefs, as ISO has it; nothing where there is none."""
    return moved_last(edition, (record.id for record in records))


def moved_last(edition: Edition, briefs: Iterable[str]) -> str:
    """The same of briefs by their ids."""
    return max(map(_days(edition).__getitem__, briefs), default="")  # of hundreds of thousands of them in a run


def _days(edition: Edition) -> Mapping[str, str]:
    """The day of the last change of every brief, by its id."""
    days = edition.days_changed
    if not days:
        days.update((brief, changed_on(record.brief).isoformat()) for brief, record in edition.records.items())
    return days


def newest_changed(edition: Edition, records: Iterable[Record], count: int) -> list[Record]:
    """The briefs that were published or changed last, the newest first; drafts and withdrawn ones are left out."""
    there = (record for record in records if not record.brief.draft and not record.brief.withdrawn)
    days = _days(edition)
    return nlargest(count, there, key=lambda record: (days[record.id], record.id))


def revised(edition: Edition, state: StepState) -> tuple[date, int]:
    """When what is told of a step was last revised, and how often it was."""
    brief = edition.records[state.brief].brief
    told = [edition.records[known.brief].brief for known in state.outcomes]
    changes = sum(1 for each in (brief, *told) for _ in major_changes(each))
    return max(map(changed_on, (brief, *told))), len(told) + changes


def steps_changed(edition: Edition, states: Iterable[StepState], today: date) -> str:
    """The day, as ISO has it, when a list of these steps last changed: by a brief, or because a date was over."""
    return max((_step_changed(edition, state, today) for state in states), default="")


def _step_changed(edition: Edition, state: StepState, today: date) -> str:
    made = edition.steps_changed.get((state.key, today))
    if made is None:
        told = moved_last(edition, (state.brief, *(known.brief for known in state.outcomes)))
        made = edition.steps_changed[state.key, today] = max(told, _over(state, today))
    return made


def _over(state: StepState, today: date) -> str:
    """The day after the last that its date allows, where that has come and nothing is known to have become of it."""
    when = state.when
    last = overdue_after(when) or when.last
    if last is None or last >= today or state.status not in ("open", "slipped"):
        return ""
    return (last + timedelta(days=1)).isoformat()


def midnight(day: date) -> datetime:
    """The beginning of a day, in UTC by convention: briefs know days, feeds ask for times."""
    return datetime(day.year, day.month, day.day)
