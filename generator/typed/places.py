"""A text and its places: offsets become lines and columns, and problems that show them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from generator.problems import RULES, Level, Problem

_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """A text of one file, in lines as an editor counts them; lines and columns count from 1, in characters."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._excerpts: dict[int, str] = {}

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def excerpt(self, line: int) -> str:
        """The characters of a line, its end left out; the same line is kept once."""
        if line not in self._excerpts:
            end = self.starts[line] if line < len(self.starts) else len(self.text)
            self._excerpts[line] = self.text[self.starts[line - 1] : end].rstrip("\r\n")
        return self._excerpts[line]

    def problem(self, offset: int, rule: str, message: str, hint: str = "", level: Level | None = None) -> Problem:
        """A problem at an offset, with the line that it stands in."""
        line, column = self.place(min(max(offset, 0), len(self.text)))
        return Problem(self.path, line, column, level or RULES[rule], rule, message, hint, self.excerpt(line))
