"""What is wrong with a brief, where, and what to do about it: the words that every stage shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "info"]

#: Every rule and its level. The names are a contract: editors write them in `accept`, CI reads them.
RULES: dict[str, Level] = {
    # the format
    "yaml": "error",
    "encoding": "error",
    "too-large": "error",
    "too-deep": "error",
    "anchor": "error",
    "control-character": "error",
    "unknown-key": "error",
    "duplicate-key": "error",
    "wrong-type": "error",
    "missing-field": "error",
    "bad-value": "error",
    "bad-date": "error",
    "bad-id": "error",
    "duplicate-id": "error",
    "source-missing": "error",
    "source-outside": "error",
    "source-encoding": "error",
    "source-changed": "error",
    "unknown-reference": "error",
    "alias-taken": "error",
    "todo": "error",
    "title-question": "warning",
    "summary-long": "warning",
    "key-points-count": "warning",
    "unknown-name": "warning",
    "similar-names": "warning",
    "several-names": "warning",
    "future-date": "warning",
    "date-order": "warning",
    "role-disagrees": "warning",
    "step-id": "warning",
    "draft-linked": "warning",
    "accept-unused": "warning",
    # the quotations
    "quote-not-found": "error",
    "quote-spliced": "error",
    "quote-crosses": "error",
    "quote-bracket": "error",
    "quote-ambiguous": "error",
    "quote-marks": "error",
    "quote-inline": "error",
    "quote-not-quoted": "warning",
    "quote-nested": "warning",
    "quote-speaker": "warning",
    "quote-truncated": "warning",
    "quote-opening-dropped": "warning",
    "quote-elides": "warning",
    "quote-fragment": "warning",
    "quote-unchecked": "warning",
    "quote-partial": "info",
    "quote-unused": "info",
    "quote-language": "info",
    "source-unpinned": "info",
    "entry-unused": "info",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a stage has to say of one value of one file; it knows the field, not yet the line.

    `path` is the file, relative to the root, with `/`. `field` is written as in `quotes[0].text`;
    the empty field is the whole file. `level` is the rule's own unless it is set here. `behind` is how many signs of
    the value (white space is none) stand before the words that are meant; None is all of the value.
    """

    path: str
    field: str
    rule: str
    message: str
    hint: str = ""
    level: Level | None = None
    at_key: bool = False
    behind: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing for a person to look at, with its place: lines and columns count from 1, in characters.

    `excerpt` is the line of the file that `line` names (empty where there is none to show).
    """

    path: str
    line: int
    column: int
    level: Level
    rule: str
    message: str
    hint: str = ""
    excerpt: str = ""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Problems are read by path, line, column, then rule."""
        return (self.path, self.line, self.column, self.rule, self.message)
