"""The dates of a brief: a small reader for EDTF level 1, and times with a zone for next steps.

Standard: Extended Date/Time Format (EDTF), Library of Congress, level 1, as far as design needs it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from generator.lookalikes import as_seen, explain_odd
from generator.near_dates import MONTHS, meant, without_year
from generator.near_times import meant_time


class DateError(ValueError):
    """A text that is no date: `str()` is the message for editors, `hint` the remedy."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class When:
    """A date as typed, and the days that it allows (both ends included).

    `first` is None for an open or unknown start, `last` for an open or unknown end.
    `grain` is the precision typed: of an interval, that of the finer of its ends is not asked; it is `interval`.
    `start` is set for a time with a zone only. An open end of `ends` has the grain `unknown`.
    """

    text: str
    grain: Literal["unknown", "year", "month", "day", "time", "interval"]
    first: date | None = None
    last: date | None = None
    uncertain: bool = False
    approximate: bool = False
    start: datetime | None = None
    ends: tuple[When, When] | None = None  # of an interval

    def __str__(self) -> str:
        return self.text


UNKNOWN = When(text="unknown", grain="unknown")
OPEN = When(text="..", grain="unknown")

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")
_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?:Z|([+-])([0-9]{2}):([0-9]{2}))")
_SEASONS = range(21, 25)  # of EDTF: spring, summer, autumn and winter, which differ between the hemispheres
_SEASON = re.compile(
    r"(?:(?:early|late|the|im|au|en) )*(?:spring|summer|autumn|fall|winter|frühling|frühjahr|sommer|herbst|printemps|"
    r"été|automne|hiver|primavera|verano|otoño|invierno|весна|весной|лето|летом|осень|осенью|зима|зимой|весни|весною|літо|"
    r"влітку|осінь|восени|взимку),? (?:of |de |del |von )?[0-9]{4}(?:/[0-9]{2,4})?",
    re.IGNORECASE,
)
_FORMS = "write it as year-month-day, as in 2026-01-31; 2026-01 for a month, 2026 for a year"
_ONE_DAY = "write the day, as in 2026-01-31"
_WHOLE = "2026-01-31/2026-02-01; an open end is two dots, as in 2026-01-31/.."


def parse_date(text: str) -> When:
    """Read `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, each with `?`, `~` or `%`, and `a/b`, `a/..`, `../b`; else DateError."""
    if text.count("/") == 1:
        return _interval(text, *text.split("/"))
    return _single(text)


def parse_step_date(text: str) -> When:
    """Read what `parse_date` reads, `YYYY-MM-DDTHH:MM` with an offset or Z, and `unknown`; else DateError."""
    if text == UNKNOWN.text:
        return UNKNOWN
    if parts := _TIME.fullmatch(text):
        return _time(text, parts)
    try:
        return parse_date(text)
    except DateError as error:
        raise _or_unknown(error, text) from None


def parse_day(text: str) -> date:
    """Read one certain day, `YYYY-MM-DD`; else DateError."""
    try:
        when = parse_date(text)
    except DateError as error:
        raise DateError(str(error), _day_meant(text, error.hint)) from None
    if when.grain != "day":
        raise DateError(f"“{_short(text)}” is not one day", _ONE_DAY)
    if when.uncertain or when.approximate:
        raise DateError(f"“{text}” is not a certain day", f"write {text[:-1]}: this date is known")
    assert when.first
    return when.first


def overdue_after(when: When) -> date | None:
    """The last day on which a step with this date is not yet overdue; None when it never is.

    The end of an interval decides for the whole. A time is not over before its day is over in UTC too.
    """
    if when.ends:
        return overdue_after(when.ends[1])
    if when.last is None or when.uncertain:
        return None
    if when.start:
        return max(when.last, when.start.astimezone(UTC).date())
    return _later(when.last, when.grain) if when.approximate else when.last


def month_of(when: When) -> tuple[int, int]:
    """Year and month of a date's first day, else of its last; the year 1 where it has none."""
    day = when.first or when.last or date.min
    return day.year, day.month


def _later(last: date, grain: str) -> date:
    """About a day is a week longer, about a month a month, about a year a year."""
    try:
        if grain == "day":
            return last + timedelta(days=7)
        if grain == "month":
            return _end_of_month(*((last.year, last.month + 1) if last.month < 12 else (last.year + 1, 1)))
        return last.replace(year=last.year + 1)
    except (ValueError, OverflowError):
        return date.max


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _single(text: str) -> When:
    parts = _DATE.fullmatch(text)
    if not parts:
        raise _unreadable(text)
    year, month, day = (int(part) if part else None for part in parts.group(1, 2, 3))
    assert year is not None
    _check_calendar(text, year, month, day)
    mark = parts[4]
    when = When(text, "year", uncertain=mark in ("?", "%"), approximate=mark in ("~", "%"))
    if day and month:
        exact = date(year, month, day)
        return replace(when, grain="day", first=exact, last=exact)
    if month:
        return replace(when, grain="month", first=date(year, month, 1), last=_end_of_month(year, month))
    return replace(when, first=date(year, 1, 1), last=date(year, 12, 31))


def _check_calendar(text: str, year: int, month: int | None, day: int | None) -> None:
    """DateError where the calendar has no such year, month or day."""
    if year == 0:
        raise DateError(f"there is no year 0000, as in “{text}”", "write the year with four digits, as in 2026")
    if month is None:
        return
    if not 1 <= month <= 12:
        hint = "write the months, as in 2026-03/2026-05: seasons are not read" if month in _SEASONS else ""
        raise DateError(
            f"there is no month {month:02}, as in “{text}”", _write(text) or hint or "months run from 01 to 12"
        )
    if day is None:
        return
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        name = f"{MONTHS[month - 1].capitalize()} {year:04}"
        hint = f"{_within(days)}, or {year:04}-{month:02} when the day is not known"
        raise DateError(f"there is no day {day:02} in {name}, which has {days} days", hint)


def _within(days: int) -> str:
    return f"write a day from 01 to {days}"


def _day_meant(text: str, hint: str) -> str:
    """The remedy where one certain day is asked for: a date that is less exact would be none."""
    if days := _choice(one for one in meant(text) if (read := _DATE.fullmatch(one)) and read[3] and not read[4]):
        return days
    parts = _DATE.fullmatch(text)
    if parts and parts[3] and 1 <= int(parts[2]) <= 12 and int(parts[1]):
        return _within(monthrange(int(parts[1]), int(parts[2]))[1])
    return hint if (parts and parts[3]) or _TIME.fullmatch(text) else _ONE_DAY


def _interval(text: str, start: str, end: str) -> When:
    if start == end == "..":
        raise DateError("an interval that is open at both ends says nothing", "leave the date out, or give one end")
    if (not _is_end(start) or not _is_end(end)) and (hint := _write(text)):
        raise DateError(f"“{_short(text)}” is not a date", hint)
    first, last = _end(text, start), _end(text, end)
    if first.first and last.last and first.first > last.last:
        raise DateError(f"the interval “{text}” ends before it begins", f"write {end}/{start} if that was meant")
    return When(
        text,
        "interval",
        first.first,
        last.last,
        uncertain=first.uncertain or last.uncertain,
        approximate=first.approximate or last.approximate,
        ends=(first, last),
    )


def _is_end(text: str) -> bool:
    return text == ".." or _DATE.fullmatch(text) is not None


def _end(text: str, end: str) -> When:
    if end == "..":
        return OPEN
    if not end.strip():
        raise DateError(f"an end of the interval “{_short(text)}” is missing", f"write both ends, as in {_WHOLE}")
    try:
        return _single(end)
    except DateError as error:
        hint = error.hint or f"write an interval as {_WHOLE}"
        raise DateError(f"an end of the interval “{_short(text)}” is not a date: {error}", hint) from None


def _time(text: str, parts: re.Match[str]) -> When:
    day = _single(parts[1])
    hour, minute = int(parts[2]), int(parts[3])
    if hour > 23 or minute > 59:
        raise DateError(f"there is no time {parts[2]}:{parts[3]}", "hours run from 00 to 23, minutes from 00 to 59")
    if parts[4] and (int(parts[5]) > 14 or int(parts[6]) > 59):
        raise DateError(
            f"“{text[16:]}” is not an offset from UTC", "offsets run from -12:00 to +14:00; Z is UTC itself"
        )
    start = datetime.fromisoformat(text)
    try:
        start.astimezone(UTC)
    except OverflowError:
        raise DateError(f"“{text}” is outside the calendar", "write the year with four digits, as in 2026") from None
    return replace(day, text=text, grain="time", start=start)


def _unreadable(text: str) -> DateError:
    if not text.strip():
        return DateError("the date is empty", _FORMS)
    if text == UNKNOWN.text:
        return DateError("“unknown” is for next steps only", "leave the date out, or give the month or the year")
    if _TIME.fullmatch(text):
        return DateError(f"“{text}” has a time, and only next steps may have one", f"write {text[:10]}")
    if not any(character.isdigit() for character in text):
        return DateError(f"“{_short(text)}” does not say which day", _FORMS)
    if _SEASON.fullmatch(text.strip()):
        return DateError(
            f"“{_short(text)}” is not a date", "write the months, as in 2026-03/2026-05: seasons are not read"
        )
    if _DATE.fullmatch(seen := as_seen(text).strip()) or _TIME.fullmatch(seen):
        return DateError(f"“{_short(seen)}” is not a date: {explain_odd(text)}", f"type it anew: {seen}")
    if without_year(text):
        return DateError(f"“{_short(text)}” has no year", "write the year too, as in 2026-01-31")
    return DateError(f"“{_short(text)}” is not a date", _write(text) or _FORMS)


def _write(text: str) -> str:
    """The remedy where what was meant is certain, or is one of two; else empty."""
    return _choice(candidate for candidate in meant(text) if candidate != text)


def _choice(candidates: Iterable[str]) -> str:
    texts = tuple(candidates)
    return f"write {' or '.join(texts)}" if texts else ""


_NO_DATE = re.compile(
    r"un(?:known|bekannt|clear)|tb[adc]|to be (?:announced|agreed|confirmed|decided|determined|fixed)|n/?a|"
    r"not (?:yet )?(?:announced|decided|fixed|known|set)|noch (?:offen|unklar|nicht bekannt)|à confirmer|por confirmar|"
    r"n\.a\.|open|offen|inconnu|desconocid[oa]|неизвестно|невідомо|[?-]+"
)


def _or_unknown(error: DateError, text: str) -> DateError:
    """The same for a step, which may have a time or no known date at all."""
    if (times := meant_time(text)) and times != (as_seen(text).strip(),):
        lacks = "has no time zone" if len(times) > 1 else "is not a time that can be read"
        return DateError(f"“{_short(text)}” {lacks}", _choice(times))
    if _NO_DATE.fullmatch(text.strip().casefold()):
        return DateError(f"“{_short(text)}” is not a date", "write unknown")
    if error.hint == _FORMS:
        return DateError(str(error), f"{_FORMS}; 2026-01-31/2026-02-05 for a span; or unknown")
    return error


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
