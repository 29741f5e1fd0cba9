"""A place inside a long value: where in the lines of a file its words stand, however YAML folds them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HEADER = re.compile(r"[|>][^\n]*\n")
#: What is one sign of a value in quotation marks, however it is typed.
_SIGNS = {
    "'": re.compile(r"''|[^']"),
    '"': re.compile(
        r"\\(?:x(?P<x>[0-9A-Fa-f]{2})|u(?P<u>[0-9A-Fa-f]{4})|U(?P<U>00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})|.)|[^\"\\]",
        re.DOTALL,
    ),
}
_SPACES = frozenset("tnvfrNLP_ \n\r\t")  # behind a backslash


def count_signs(text: str) -> int:
    """The characters of a text that are no white space: folding lines changes nothing else."""
    return sum(not letter.isspace() for letter in text)


def find_inside(typed: str, value: str, skipped: int) -> int | None:
    """The offset in a value as typed, over several lines, of what stands behind so many signs of it.

    None where it stands on one line, which is seen at a glance, or where signs are typed otherwise than they are read.
    """
    if "\n" not in typed.strip():
        return None
    signs = [(place, sign) for place, sign in _signs(typed) if not sign.isspace()]
    same = "".join(sign for _, sign in signs).startswith("".join(value.split()))
    return signs[skipped][0] if same and skipped < len(signs) else None


def _signs(typed: str) -> Iterator[tuple[int, str]]:
    """Where each sign of a value as typed stands, and which it is when read."""
    if pattern := _SIGNS.get(typed[0]):
        for found in pattern.finditer(typed, 1):
            yield found.start(), _read(found)
        return
    header = _HEADER.match(typed)
    begin = header.end() if header else 0
    yield from enumerate(typed[begin:], begin)


def _read(found: re.Match[str]) -> str:
    """The sign that one in quotation marks is read as: two single marks are one, a backslash makes another sign."""
    sign = found[0]
    if len(sign) == 1:
        return sign
    if code := next(filter(None, found.groupdict().values()), None):
        return chr(int(code, 16))
    return " " if sign[1] in _SPACES else sign[1]
