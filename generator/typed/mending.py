"""Bytes of a file -> Document: mistakes in its YAML are named, and mended for the moment.

So the rest of the file is checked in the same run, at the places where it was typed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import NamedTuple

from generator.problems import Level, Problem
from generator.typed import mistakes
from generator.typed.decoding import find_garbled, read_text, without_invisible
from generator.typed.documents import Parsed, Refusal, hide_separators, parse
from generator.typed.edits import Edit, Mistake, apply, trace
from generator.typed.mistakes import Trial
from generator.typed.nodes import Node, Scalar, paths_of, scalars_of
from generator.typed.places import Lines

#: What stands in the place of a text until there is one; in quotation marks it is a text like any other.
PLACEHOLDER = re.compile(r"~|null|…|[.?_–—-]{3,8}|[xX]{3,8}|<\w[^<>\n]{0,60}>")
_PLACEHOLDER_LINE = re.compile(rf"[:-] [ ]*(?:{PLACEHOLDER.pattern})[ \t]*\r?$", re.MULTILINE)
_CHARACTERS_READ = 2_000_000  # over all mistakes of a file, so that a large one costs little more than a second
_MOST_MISTAKES = 20  # mended in one file; then the first mistakes are enough to go on with


class Format(NamedTuple):
    """What is known of a kind of file: its keys, and a count of what is wrong with values that were read."""

    keys: Collection[str]
    count_faults: Callable[[Node], int]


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: its values (None: nothing to go on with) and what is wrong with its YAML.

    `mended` are the lines that were changed to go on, and those whose text runs over them; other problems there
    would be guesses.
    """

    lines: Lines
    root: Node | None
    problems: tuple[Problem, ...] = ()
    edits: tuple[tuple[Edit, ...], ...] = ()
    mended: frozenset[int] = frozenset()
    digest: str = ""  # sha256 of the file's bytes
    repeats: bool = False  # whether a key stands twice somewhere
    todo: bool = False  # whether TODO stands somewhere

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, as typed, of a value's offset."""
        return self.lines.place(trace(offset, self.edits))

    @property
    def mended_fields(self) -> frozenset[tuple[str | int, ...]]:
        """The paths of the values on mended lines."""
        if not self.mended or self.root is None:
            return frozenset()
        return frozenset(path for path, scalar in paths_of(self.root) if self.place(scalar.start)[0] in self.mended)

    def typed(self, value: Scalar) -> str:
        """A value as it stands in the file; where something was mended in it, its first line alone."""
        start, end = (trace(at, self.edits) for at in (value.start, value.end))
        text = self.lines.text[start:end]
        return text if end - start == value.end - value.start else text.partition("\n")[0]

    def problem(self, offset: int, rule: str, message: str, hint: str = "", level: Level | None = None) -> Problem:
        """A problem at a value's offset, at the place where it was typed."""
        return self.lines.problem(trace(offset, self.edits), rule, message, hint, level)


def read(path: str, data: bytes, form: Format) -> Document:
    """Read one file; the format helps to tell what was meant where the YAML is wrong."""
    lines, problems = read_text(path, data)
    digest = hashlib.sha256(data).hexdigest()
    if any(problem.rule != "control-character" for problem in problems):
        return Document(lines, None, tuple(problems), digest=digest)
    if garbled := find_garbled(lines) if not lines.text.isascii() else []:
        problems = [*garbled, *(problem for problem in problems if problem.line != garbled[0].line)]
    text, edits = hide_separators(without_invisible(lines.text)), list[tuple[Edit, ...]]()
    if marks := tuple(Edit(found.start(), found.end(), "") for found in re.finditer("\ufeff", lines.text)):
        text, edits = apply(text, marks), [marks]
    for _ in range(min(_MOST_MISTAKES, max(3, _CHARACTERS_READ // (len(text) + 1)))):
        parsed = parse(text)
        if isinstance(parsed, Parsed):
            spoilt = _spoilt(lines, text, parsed.root, edits)
            todo = "TODO" in lines.text or _PLACEHOLDER_LINE.search(lines.text) is not None
            return Document(lines, parsed.root, tuple(problems), tuple(edits), spoilt, digest, parsed.repeats, todo)
        mistake = _understand(text, parsed, form)
        problems.append(lines.problem(trace(mistake.at, edits), parsed.rule, mistake.message, mistake.hint))
        if not mistake.edits:
            break
        edits.append(mistake.edits)
        text = apply(text, mistake.edits)
    return Document(lines, None, tuple(problems), digest=digest)


def _understand(text: str, refusal: Refusal, form: Format) -> Mistake:
    """What was typed wrong: a mistake that explains the refusal, else the refusal itself in plain words."""
    if refusal.unreadable:
        return mistakes.find(text, refusal.at, refusal.message, lambda mended: _try(mended, form), form.keys)
    return Mistake(refusal.at, refusal.message, refusal.hint, refusal.edits)


def _try(text: str, form: Format) -> Trial:
    parsed = parse(text)
    if isinstance(parsed, Refusal):
        return Trial(parsed.at, 0)
    return Trial(None, form.count_faults(parsed.root) + parsed.repeats if parsed.root is not None else 1)


def _spoilt(lines: Lines, text: str, root: Node | None, edits: list[tuple[Edit, ...]]) -> frozenset[int]:
    """The lines that were mended, and those on which a text begins that runs over one of them."""
    mended = {
        lines.place(trace(edit.start, edits[:done]))[0] for done, together in enumerate(edits) for edit in together
    }
    first_lines = set()
    for scalar in scalars_of(root) if mended and root is not None else ():
        if "\n" in text[scalar.start : scalar.end]:
            first, last = (lines.place(trace(at, edits))[0] for at in (scalar.start, scalar.end))
            if not mended.isdisjoint(range(first, last + 1)):
                first_lines.add(first)
    return frozenset(mended | first_lines)
