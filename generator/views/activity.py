"""A strip of activity over time: how many briefs there are in each week, month, quarter or year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.dates import When
from generator.desk.library import Record
from generator.pages.edition import Edition
from generator.views.cards import briefs_count

_MOST, _FEWEST = 48, 12  # bars for which there is room
_LEAST, _DAYS = 3, 56  # briefs, and days from the first to the last
_WIDTH, _HEIGHT = 8, 32  # of a bar with its gap, of the strip
_MONTHS = (1, 3, 12, 60, 600, 6000)


@dataclass(frozen=True, slots=True)
class Bar:
    """A period: where its bar stands and how high it is, in the units of the drawing."""

    x: int
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Activity:
    """The bars of a strip; `words` say the same as they do."""

    bars: tuple[Bar, ...]
    width: int
    height: int
    start: str
    end: str
    words: str


def activity(edition: Edition, records: Sequence[Record]) -> Activity | None:
    """The strip of some briefs; None where they are too few, or too near to each other, to show a course of things."""
    whens = [record.brief.date for record in records]
    days = sorted(when.first for when in whens if when.first)
    if len(days) < _LEAST or (days[-1] - days[0]).days < _DAYS:
        return None
    weekly = (days[-1] - days[0]).days < _MOST * 7 and all(map(_is_within_days, whens))
    months = _month(days[-1]) - _month(days[0])
    step = 0 if weekly else next(each for each in _MONTHS if months // each < _MOST)
    counts = Counter(_place(day, step) for day in days)
    first, last, most = min(counts), max(counts), max(counts.values())
    peak = next(day for day in days if counts[_place(day, step)] == most)
    return Activity(
        bars=tuple(_bar(place - first, count, most) for place, count in sorted(counts.items())),
        width=max(last - first + 1, _FEWEST) * _WIDTH,
        height=_HEIGHT,
        start=edition.language.month(days[0]),
        end=edition.language.month(days[-1]),
        words=_words(edition, days, peak, step, most),
    )


def _is_within_days(when: When) -> bool:
    """Whether a date says the week: a day, or a few of them."""
    return when.first is not None and when.last is not None and (when.last - when.first).days < 7


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _place(day: date, step: int) -> int:
    """The number of the period in which a day is: of its week, or of `step` months together."""
    return _month(day) // step if step else (day.toordinal() - 1) // 7


def _bar(place: int, count: int, most: int) -> Bar:
    height = max(3, round(_HEIGHT * count / most))
    return Bar(place * _WIDTH, _HEIGHT - height, height)


def _words(edition: Edition, days: Sequence[date], peak: date, step: int, most: int) -> str:
    """What the strip shows, said: from when to when, in which steps, and when there was most."""
    _, month = edition.language.gettext, edition.language.month
    if step == 0:
        line = _("Briefs by week, {start} to {end}; most in the week of {date}: {briefs}")
    elif step == 1:
        line = _("Briefs by month, {start} to {end}; most in {month}: {briefs}")
    else:
        line = _("Briefs over the years, {start} to {end}; most about {month}: {briefs}")
    return line.format(
        start=month(days[0]),
        end=month(days[-1]),
        date=edition.language.short_date(peak),
        month=month(peak),
        briefs=briefs_count(edition, most),
    )
