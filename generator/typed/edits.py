"""What mends a mistake: edits of a text, the way back to the text as typed, and the line that was meant, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.typed.rows import Row

_LONG = 60  # characters of a value that is better written below its field
_WIDEST = 90  # characters of a line shown in a hint


class Edit(NamedTuple):
    """Characters `start` to `end` of a text become `new`."""

    start: int
    end: int
    new: str


class Mistake(NamedTuple):
    """A mistake at an offset, what to say of it, and what mends it (in the order of places, none: nothing does).

    A `guess` is what is left when nothing else explains the failure; what is `sure` is wrong whatever else is.
    """

    at: int
    message: str
    hint: str = ""
    edits: tuple[Edit, ...] = ()
    guess: bool = False
    sure: bool = False


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made, which are in the order of places."""
    parts, at = list[str](), 0
    for edit in edits:
        parts += (text[at : edit.start], edit.new)
        at = edit.end
    return "".join((*parts, text[at:]))


def trace(offset: int, rounds: Sequence[Sequence[Edit]]) -> int:
    """The offset in the text as typed of an offset in the text after rounds of edits."""
    for edits in reversed(rounds):
        offset = before(offset, edits)
    return offset


def before(offset: int, edits: Sequence[Edit]) -> int:
    """The offset before the edits of an offset after them."""
    shift = 0
    for edit in edits:
        begin, grown = edit.start + shift, len(edit.new) - (edit.end - edit.start)
        if offset < begin:
            break
        if offset < begin + len(edit.new):
            return min(edit.start + (offset - begin), edit.end)
        shift += grown
    return offset - shift


def mended(row: Row, at: int, message: str, fix: Edit, also: tuple[Edit, ...] = ()) -> Mistake:
    """A mistake whose hint is the line as it was meant."""
    local = Edit(fix.start - row.start, fix.end - row.start, fix.new)
    return Mistake(at, message, f"write: {short(apply(row.text, [local]).strip())}", (fix, *also))


def quoted(
    row: Row, at: int, message: str, remedy: str = "put the value in quotation marks", or_else: str = ""
) -> Mistake:
    """A mistake that quotation marks round the value mend; long values are better written below their field."""
    fix = Edit(row.value_at, row.end, quote(row.value))
    head = row.text[row.column : row.value_at - row.start]
    hints = [f"{remedy}: {head}{short(fix.new)}{or_else}"]
    both_kinds = '"' in row.value and "'" in row.value
    if row.key is not None and (both_kinds or len(row.value) > _LONG):
        hints.append(
            f"or write it below its field, where nothing needs quotation marks:\n{head}>-\n  {short(row.value, 60)}"
        )
    if both_kinds and len(hints) > 1:
        hints = [hints[1].removeprefix("or ")]  # doubled apostrophes are hard to get right
    return Mistake(at, message, "\n".join(hints), (fix,))


def quote(value: str) -> str:
    """A value in quotation marks, the kind of which the value has none where that is possible."""
    return "'" + value.replace("'", "''") + "'" if '"' in value or "\\" in value else f'"{value}"'


def short(text: str, width: int = _WIDEST) -> str:
    """A text cut in the middle, so that both of its ends are seen."""
    return text if len(text) <= width else f"{text[: width * 2 // 3]} … {text[-(width // 4) :]}"


def count_spaces(count: int) -> str:
    """So many spaces, in words."""
    return {0: "no space", 1: "one space"}.get(count, f"{count} spaces")


def so_often(rows: Sequence[Row]) -> str:
    """In how many lines the same mistake was made, where it is told at the first of them."""
    more = len(rows) - 1
    return f" (here and in {more} more {'line' if more == 1 else 'lines'})" if more else ""
