"""The dates of a brief: a small reader for EDTF level 1, and times with a zone for next steps.

Standard: Extended Date/Time Format (EDTF), Library of Congress, level 1, as far as design needs it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal


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
    `start` is set for a time with a zone only.
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


def parse_date(text: str) -> When:
    """Read `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, each with `?`, `~` or `%`, and `a/b`, `a/..`, `../b`; else DateError."""
    raise NotImplementedError


def parse_step_date(text: str) -> When:
    """Read what `parse_date` reads, `YYYY-MM-DDTHH:MM` with an offset or Z, and `unknown`; else DateError."""
    raise NotImplementedError


def parse_day(text: str) -> date:
    """Read one certain day, `YYYY-MM-DD`; else DateError."""
    raise NotImplementedError


def overdue_after(when: When) -> date | None:
    """The last day on which a step with this date is not yet overdue; None when it never is."""
    raise NotImplementedError
