"""When a brief went online, and when it last changed in a way that readers are told of."""

from __future__ import annotations

from collections.abc import Iterable
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
    known = edition.days_changed  # asked hundreds of thousands of times
    return max((known.get(record.id) or _day(edition, record) for record in records), default="")


def _day(edition: Edition, record: Record) -> str:
    made = edition.days_changed.get(record.id)
    if made is None:
        made = edition.days_changed[record.id] = changed_on(record.brief).isoformat()
    return made


def newest_changed(edition: Edition, records: Iterable[Record], count: int) -> list[Record]:
    """The briefs that were published or changed last, the newest first; drafts and withdrawn ones are left out."""
    there = (record for record in records if not record.brief.draft and not record.brief.withdrawn)
    return nlargest(count, there, key=lambda record: (_day(edition, record), record.id))


def revised(edition: Edition, state: StepState) -> tuple[date, int]:
    """When what is told of a step was last revised, and how often it was."""
    brief = edition.records[state.brief].brief
    told = [edition.records[known.brief].brief for known in state.outcomes]
    changes = sum(1 for each in (brief, *told) for _ in major_changes(each))
    return max(map(changed_on, (brief, *told))), len(told) + changes


def steps_changed(edition: Edition, states: Iterable[StepState], today: date) -> str:
    """The day, as ISO has it, when a list of these steps last changed: by a brief, or because a date was over."""
    told, over = dict[str, None](), ""
    for state in states:
        told[state.brief] = None
        told.update(dict.fromkeys(known.brief for known in state.outcomes))
        over = max(over, _over(state, today))
    return max(over, last_changed(edition, (edition.records[brief] for brief in told)))


def _over(state: StepState, today: date) -> str:
    """The day after the last that its date allows, where that has come and nothing is known to have become of it."""
    last = overdue_after(state.when) or state.when.last
    if last is None or last >= today or state.status not in ("open", "slipped"):
        return ""
    return (last + timedelta(days=1)).isoformat()


def midnight(day: date) -> datetime:
    """The beginning of a day, in UTC by convention: briefs know days, feeds ask for times."""
    return datetime(day.year, day.month, day.day)
