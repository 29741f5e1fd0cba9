"""Events as content lines of iCalendar (RFC 5545, 3.1): the bytes that icalendar writes, in a fraction of its time.

Texts are escaped by that library; it folds lines sign by sign and keeps each property as an object of its own,
and the calendar of a large site is written anew whenever a title or a step in it changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

_WITHOUT = str.maketrans("", "", "-:")
_LONGEST = 74  # bytes, as icalendar has it; the standard allows 75

Property = tuple[str, str]
"""A name, with its parameters where it has some, and a value as it is written."""


def text(value: str) -> str:
    """A text as a value: what separates in iCalendar is escaped (3.3.11)."""
    from icalendar import vText  # loaded late: it takes a tenth of a second, and few builds write a calendar

    return vText(value).to_ical().decode()


def moment(name: str, at: date | datetime) -> Property:
    """A property that is a day, or a time in UTC."""
    written = at.isoformat().translate(_WITHOUT)
    if isinstance(at, datetime):
        return name, f"{written.removesuffix('+0000')}Z"
    return f"{name};VALUE=DATE", written


def component(name: str, properties: Iterable[Property]) -> bytes:
    """The lines of a component in the order of its properties, each ended."""
    lines = (("BEGIN", name), *properties, ("END", name))
    return b"".join(_folded(f"{told}:{value}".encode()) for told, value in lines)


def _folded(line: bytes) -> bytes:
    """A line in pieces of which none begins within a character or behind the sign that escapes it."""
    pieces = []
    while len(line) > _LONGEST:
        end = _LONGEST
        while line[end] & 0xC0 == 0x80:
            end -= 1
        end -= line[end - 1] in b"\\^"
        pieces.append(line[:end])
        line = line[end:]
    return b"\r\n ".join((*pieces, line)) + b"\r\n"
