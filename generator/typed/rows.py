"""The lines of a YAML text as a person reads them: indentation, dashes, a key, a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_BLOCK = re.compile(r"[|>][-+0-9]{0,2}[ \t]*(?:#.*)?")
_LEAD = re.compile(r"([ ]*)((?:-[ ]+)*)")


class Row(NamedTuple):
    """One line: `start` is its offset, `indent` its spaces, `column` where its text begins after any dashes.

    `key` and `value` are what stands before and after the first colon that YAML would take as one (`key` is None
    without such a colon); `value_at` is the offset of the value, or of the text where there is no key.
    `block` marks the words below `|` or `>`, in which anything may be typed.
    """

    start: int
    text: str
    indent: int
    column: int
    key: str | None
    value: str
    value_at: int
    block: bool

    @property
    def end(self) -> int:
        """The offset behind the last character that is no space."""
        return self.start + len(self.text.rstrip())

    @property
    def body(self) -> str:
        """The text after indentation and dashes."""
        return self.text[self.column :].rstrip()

    @property
    def body_at(self) -> int:
        return self.start + self.column

    @property
    def is_text(self) -> bool:
        """Whether there is something to read: no blank line, no comment, no words of a block."""
        is_remark = self.body.startswith("#") and self.column == self.indent
        return not self.block and bool(self.body) and not is_remark


def read_rows(text: str) -> list[Row]:
    """Every line of a text, in order."""
    rows: list[Row] = []
    deeper = -1  # words of a block are indented by more than this
    for start, line in _lines(text):
        row = _row(start, line)
        if deeper >= 0:
            if not line.strip() or row.indent > deeper:
                rows.append(row._replace(block=True))
                continue
            deeper = -1
        if _BLOCK.fullmatch(row.value):
            deeper = row.column if row.key is not None else row.indent
        rows.append(row)
    return rows


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    while at < len(text):
        line = _LINE.match(text, at)
        assert line  # matches everywhere
        yield at, line.group().rstrip("\r\n")
        at = line.end()


def _row(start: int, line: str) -> Row:
    lead = _LEAD.match(line)
    assert lead  # matches everywhere
    column = lead.end()
    colon = _colon(line, column)
    key = line[column:colon].strip() if colon >= 0 else None
    rest = line[colon + 1 :] if colon >= 0 else line[column:]
    value = rest.strip(" \t")
    value_at = start + len(line) - len(rest) + len(rest) - len(rest.lstrip(" \t"))
    return Row(start, line, len(lead.group(1)), column, key, value, value_at, False)


def _colon(line: str, column: int) -> int:
    """Where the colon after a key is, or -1."""
    begin = column
    if line[column : column + 1] in ("'", '"'):
        begin = line.find(line[column], column + 1) + 1
        if begin == 0 or not line[begin:].lstrip().startswith(":"):
            return -1
    elif line[column : column + 1] in tuple("[{#"):
        return -1
    found = line.find(": ", begin)
    tabbed = line.find(":\t", begin)
    ends = len(line.rstrip()) - 1 if line.rstrip().endswith(":") and len(line.rstrip()) > begin else -1
    return min((place for place in (found, tabbed, ends) if place >= 0), default=-1)
