"""The mistakes that people make in YAML, in their words: what was typed, where, and the line that was meant.

A parser points at where it gave up, which is often another line. So every likely mistake is tried: it explains the
failure when the text can be read on with the mistake mended, and the first that does is named.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from generator.typed import braced, foreign, misplaced, unpunctuated, unquoted
from generator.typed.edits import Mistake, apply, before
from generator.typed.rows import Row, read_rows

_CHARACTERS_READ = 3_000_000  # over all trials of one mistake, so that a large file costs no more than a second
_GUESS = 1000  # faults that a guess counts for
_MOST_COMPARED = 60  # mistakes that do not let a text be read to its end
_EXACT = 1  # faults made good by a mistake at the very place where the text could not be read on

Rule = Callable[[Sequence[Row], int, Collection[str]], Iterator[Mistake]]

#: The rules of one line, the surest first.
RULES: tuple[Rule, ...] = (
    foreign.find_foreign_lines,
    foreign.find_remark,
    foreign.find_marked_field,
    foreign.find_other_sign,
    braced.find_slip,
    unquoted.find_list_slip,
    unquoted.find_broken_address,
    foreign.find_boxes,
    foreign.find_quoted_lines,
    unquoted.find_comment,
    unpunctuated.find_odd_block_sign,
    unpunctuated.find_missing_dash_space,
    unpunctuated.find_two_dashes,
    misplaced.find_lone_dash,
    misplaced.find_dash_before_field,
    foreign.find_missing_comma,
    unpunctuated.find_bullets,
    misplaced.find_glued_item,
    unpunctuated.find_missing_space,
    unpunctuated.find_missing_colon,
    unquoted.find_early_close,
    unquoted.find_unclosed_quote,
    unquoted.find_backslash,
    unpunctuated.find_list_on_line,
    unpunctuated.find_text_after_block,
    unpunctuated.find_stray_bracket,
    unquoted.find_special_start,
    unquoted.find_colon_in_value,
    misplaced.find_block_to_indent,
    unpunctuated.find_missing_dash,
    unpunctuated.find_missing_first_dash,
    misplaced.find_wrong_indentation,
    misplaced.find_text_to_indent,
    unpunctuated.find_other_missing_colon,
    unpunctuated.find_stray_text,
)


class Trial(NamedTuple):
    """How far a text can be read (None: to the end), and how many faults its values then have."""

    stopped: int | None
    faults: int


def find(text: str, failed: int, said: str, attempt: Callable[[str], Trial], keys: Collection[str]) -> Mistake:
    """The mistake that made a text unreadable at the offset `failed`, where the parser `said` why.

    `keys` are the words of the format. Of several ways to mend the text the one is right that leaves fewest faults.
    """
    rows = read_rows(text)
    if said == "no field" and not any(re.split(r"\W", row.body.lstrip('*_#["“'))[0] in keys for row in rows):
        return _unexplained(failed, said)
    last = max((index for index, row in enumerate(rows) if row.start <= failed), default=0)
    best, fewest, halfway = None, (sys.maxsize, 0), _Halfway(text, attempt, rows[last].end if rows else 0, keys)
    last_resort = None
    for mistake in islice(_likely(rows, last, keys), max(3, _CHARACTERS_READ // (len(text) + 1))):
        mended = apply(text, mistake.edits)
        trial = attempt(mended)
        if trial.stopped is None:
            if _swallowed(read_rows(mended), keys) > halfway.words:
                last_resort = last_resort or mistake
                continue
            faults = trial.faults + _GUESS * mistake.guess - _EXACT * (mistake.at == failed)
            if (faults, trial.faults) < fewest:
                best, fewest = mistake, (faults, trial.faults)
            if trial.faults == 0 and not mistake.guess:
                break
        elif best is None and trial.stopped:
            if mistake.sure:
                return mistake
            halfway.consider(mistake, before(trial.stopped, mistake.edits))
    return best or halfway.best or last_resort or _unexplained(failed, said)


def _swallowed(rows: Sequence[Row], keys: Collection[str]) -> int:
    """How many fields of the format would be no more than words below `text: >-`."""
    return sum(row.block and row.key in keys for row in rows)


class _Halfway:
    """The best of those mistakes with which the text can be read further, but not to its end: another one follows.

    The one is right that leads furthest; of two that lead as far, the one that leaves fewer faults up to there.
    """

    def __init__(self, text: str, attempt: Callable[[str], Trial], failed: int, keys: Collection[str]) -> None:
        self.text = text
        self.attempt = attempt
        self.failed = self.reached = failed
        self.keys = keys
        self.words = _swallowed(read_rows(text), keys)
        self.best: Mistake | None = None
        self.compared = 0

    def consider(self, mistake: Mistake, reached: int) -> None:
        """Take a mistake that leads to an offset, where it is the better one."""
        if reached < self.reached or reached == self.failed or self.compared == _MOST_COMPARED:
            return
        self.compared += 1
        if reached == self.reached and self.best and self.faults(mistake) >= self.faults(self.best):
            return
        if _swallowed(read_rows(apply(self.text, mistake.edits)), self.keys) > self.words:
            return
        self.best, self.reached = mistake, reached

    def faults(self, mistake: Mistake) -> int:
        """How many faults the mended text has above the line that is reached."""
        grown = sum(len(edit.new) - (edit.end - edit.start) for edit in mistake.edits if edit.end <= self.reached)
        mended = apply(self.text, mistake.edits)
        trial = self.attempt(mended[: mended.rfind("\n", 0, max(0, self.reached + grown)) + 1])
        return (trial.faults if trial.stopped is None else _GUESS) + _GUESS * mistake.guess


def _likely(rows: Sequence[Row], last: int, keys: Collection[str]) -> Iterator[Mistake]:
    """Every mistake that the lines could hold, the likeliest first: near the failure, then upwards."""
    yield from unquoted.find_runaway_quote(rows, last, keys)
    yield from foreign.find_question_marks(rows, last, keys)
    yield from misplaced.find_tabs(rows)
    yield from misplaced.find_odd_spaces(rows)
    yield from misplaced.find_uneven_block(rows, last)
    for index in range(last, -1, -1):
        if rows[index].is_text:
            for rule in RULES:
                yield from rule(rows, index, keys)


def _unexplained(failed: int, said: str) -> Mistake:
    if said == "no field":
        return Mistake(failed, "this file has no field at all: there is text, but no `name: value`", _NO_FIELD)
    for words, message in _IN_OTHER_WORDS.items():
        if words in said:
            return Mistake(failed, message, _COMPARE)
    return Mistake(failed, "this line cannot be read", _COMPARE)


_COMPARE = "compare it with the lines above: every field is `name: value`, indented like the others of its group"
_NO_FIELD = "write a field on each line, its name, a colon and a space: title: …; an article itself belongs into seeds/"
_IN_OTHER_WORDS = {
    "':'": "a colon is missing in this line",
    "mapping values": "this line holds a colon that does not fit here",
    "expected key": "this line does not fit to the lines above it",
    "'-'": "this line does not fit to the list above it",
    "unexpected end": "a quotation mark or bracket that opens here is not closed",
    "',' or": "a bracket that opens above is not closed",
}
