"""A line of a file on a terminal, with a mark under one place."""

from __future__ import annotations

import unicodedata

WIDEST = 100  # columns of a terminal given to the excerpt


def mark_place(line: str, number: int, column: int) -> list[str]:
    """Two lines: the excerpt with its number, and a mark under the character at `column` (from 1).

    Long lines are cut to a window around the place; tabs and wide characters keep the mark where it belongs.
    """
    before, rest = line[: column - 1], line[column - 1 :]
    left = _last_that_fit(before, WIDEST * 2 // 3)
    right = _first_that_fit(rest, WIDEST - _width(left))
    begin, end = "… " if len(left) < len(before) else "", " …" if len(right) < len(rest) else ""
    gutter = f"{number:>6} | "
    space = "".join(letter if letter == "\t" else " " * _cells(letter) for letter in printable(begin + left))
    return [f"{gutter}{printable(begin + left + right + end)}".rstrip(), f"{' ' * 6} | {space}^"]


def printable(text: str) -> str:
    """The text with a sign for each character that would move, hide or turn what a terminal shows."""
    if text.isprintable():
        return text
    return "".join(_shown(letter) for letter in text)


def _shown(letter: str) -> str:
    if letter.isprintable() or letter == "\t":
        return letter
    code = ord(letter)
    if code < 0x20:
        return chr(0x2400 + code)
    category = unicodedata.category(letter)
    if category == "Zs":
        return " "
    return letter if category == "Cf" and code not in _TURNING else "\ufffd"


_TURNING = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def _cells(letter: str) -> int:
    """How many columns of a terminal a character takes."""
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _width(text: str) -> int:
    return sum(map(_cells, text))


def _first_that_fit(text: str, width: int) -> str:
    for index, letter in enumerate(text):
        width -= _cells(letter)
        if width < 0:
            return text[:index]
    return text


def _last_that_fit(text: str, width: int) -> str:
    tail = text[-width * 4 :]
    while _width(tail) > width:
        tail = tail[max(1, (_width(tail) - width) // 2) :]
    return tail
