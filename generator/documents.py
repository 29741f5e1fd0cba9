"""YAML text -> located values: the one place where YAML is read.

Values are built from events (composing a hostile text crashes the process), every scalar is the text that was typed,
and a mistake is mended for the moment so that the rest of the file can be checked in the same run.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from generator import mistakes
from generator.decoding import read_text, without_invisible
from generator.edits import Edit, Mistake, apply, trace
from generator.mistakes import Trial
from generator.nodes import Mapping, Node, Scalar, Sequence, is_empty, paths_of, scalars_of
from generator.places import Lines
from generator.problems import Level, Problem

MAX_DEPTH = 20
MAX_VALUES = 50_000
_MOST_BRACKETS = 1000  # in a settings file; far more of them would crash the parser
_MOST_MISTAKES = 20  # mended in one file; then the first mistakes are enough to go on with
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

#: Line ends of YAML 1.1 that no editor counts as such, and what stands for them while YAML is read.
_SEPARATORS = {"\x85": "\ue000", "\u2028": "\ue001", "\u2029": "\ue002"}
_HIDE = str.maketrans(_SEPARATORS)
_SHOW = str.maketrans({stand_in: separator for separator, stand_in in _SEPARATORS.items()})
_CUT_BY_COMMENT = re.compile(r"[ \t]+#(?=\w)")
_GLUED_ITEM = re.compile(r"\n[ ]+- ")
_ONLY_BRACKETS = re.compile(r"\n[ ]*[\]}]+[ ]*(?=\n|$)")


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

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, as typed, of a value's offset."""
        return self.lines.place(trace(offset, self.edits))

    @property
    def mended_fields(self) -> frozenset[tuple[str | int, ...]]:
        """The paths of the values on mended lines."""
        if not self.mended or self.root is None:
            return frozenset()
        return frozenset(path for path, scalar in paths_of(self.root) if self.place(scalar.start)[0] in self.mended)

    def problem(self, offset: int, rule: str, message: str, hint: str = "", level: Level | None = None) -> Problem:
        """A problem at a value's offset, at the place where it was typed."""
        return self.lines.problem(trace(offset, self.edits), rule, message, hint, level)


def read(path: str, data: bytes, form: Format) -> Document:
    """Read one file; the format helps to tell what was meant where the YAML is wrong."""
    lines, problems = read_text(path, data)
    digest = hashlib.sha256(data).hexdigest()
    if any(problem.rule != "control-character" for problem in problems):
        return Document(lines, None, tuple(problems), digest=digest)
    text, edits = without_invisible(lines.text).translate(_HIDE), list[tuple[Edit, ...]]()
    for _ in range(_MOST_MISTAKES):
        root = _attempt(text)
        if not isinstance(root, _Refusal):
            spoilt = _spoilt(lines, text, root, edits)
            return Document(lines, root, tuple(problems), tuple(edits), spoilt, digest)
        mistake = _understand(text, root, form)
        problems.append(lines.problem(trace(mistake.at, edits), root.rule, mistake.message, mistake.hint))
        if not mistake.edits:
            break
        edits.append(mistake.edits)
        text = apply(text, mistake.edits)
    return Document(lines, None, tuple(problems), digest=digest)


def read_options(data: bytes) -> Any:
    """The values of a settings file that we did not write, every scalar as typed; None where it is no YAML."""
    try:
        text = data.decode("utf-8")
        return yaml.load(text, _Loader) if text.count("[") + text.count("{") < _MOST_BRACKETS else None
    except (UnicodeDecodeError, yaml.YAMLError, ValueError, RecursionError):
        return None


def _understand(text: str, refusal: _Refusal, form: Format) -> Mistake:
    """What was typed wrong: a mistake that explains the refusal, else the refusal itself in plain words."""
    if refusal.syntax:
        return mistakes.find(text, refusal.at, refusal.message, lambda mended: _try(mended, form), form.keys)
    return Mistake(refusal.at, refusal.message, refusal.hint, refusal.edits)


def _try(text: str, form: Format) -> Trial:
    root = _attempt(text)
    if isinstance(root, _Refusal):
        return Trial(root.at, 0)
    return Trial(None, form.count_faults(root) if root is not None else 1)


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


# --- events to values ------------------------------------------------------------------------------


class _Refusal(NamedTuple):
    """Why a text was not read on; `syntax` when YAML itself refused it (`message` is then YAML's)."""

    at: int
    rule: str
    message: str
    hint: str = ""
    syntax: bool = False
    edits: tuple[Edit, ...] = ()


class _RefusedError(Exception):
    def __init__(self, refusal: _Refusal) -> None:
        self.refusal = refusal


def _attempt(text: str) -> Node | _Refusal | None:
    try:
        return _build(text)
    except _RefusedError as error:
        return error.refusal
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        started = any(words in str(error.problem) for words in ("':'", "unexpected end"))
        at = error.context_mark if error.context_mark and started else mark
        return _Refusal(int(at.index) if at else 0, "yaml", str(error.problem), syntax=True)
    except yaml.YAMLError as error:
        return _Refusal(getattr(error, "position", 0), "yaml", str(getattr(error, "reason", error)), syntax=True)


def _build(text: str) -> Node | None:
    """The root value of a text, or None when there is none; raises _RefusedError and YAMLError."""
    loader, root, documents, values = _Loader(text), None, 0, 0
    opened: list[tuple[list[Node], int, bool]] = []  # the collections around: items, start, is it a mapping
    while (event := loader.get_event()) is not None:
        kind, at = type(event), event.start_mark.index
        if kind is yaml.ScalarEvent:
            node: Node = _scalar(text, event, at, opened)
        elif kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            _refuse_properties(event, at)
            if len(opened) == MAX_DEPTH:
                raise _RefusedError(_Refusal(at, "too-deep", *_TOO_DEEP))
            opened.append(([], at, kind is yaml.MappingStartEvent))
            continue
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            items, start, mapping = opened.pop()
            node = _mapping(items, start) if mapping else Sequence(tuple(i for i in items if not is_empty(i)), start)
        elif kind is yaml.AliasEvent:
            raise _RefusedError(
                _Refusal(
                    at, "anchor", f"*{event.anchor} is read as a reference (“alias”), which briefs do not use", _ALIAS
                )
            )
        elif kind is yaml.DocumentStartEvent and (documents := documents + 1) > 1:
            raise _RefusedError(_Refusal(at, "yaml", *_SECOND, edits=(Edit(at, len(text), ""),)))
        else:
            continue
        values += 1
        if values > MAX_VALUES:
            raise _RefusedError(_Refusal(at, "too-large", f"this file holds more than {MAX_VALUES:,} values"))
        if opened:
            opened[-1][0].append(node)
        else:
            root = node
    return _rooted(root)


_TOO_DEEP = (
    f"values are nested more than {MAX_DEPTH} deep here",
    "a brief needs four levels; take out brackets or indentation",
)
_SECOND = (
    "a second document begins here: the line --- divides a file in two",
    "delete this line; a file holds one brief",
)
_ALIAS = "put the value in quotation marks if the * belongs to it; otherwise type what is meant"


def _rooted(root: Node | None) -> Node | None:
    if isinstance(root, Scalar) and root.plain and not is_empty(root):
        raise _RefusedError(_Refusal(root.start, "yaml", "no field", syntax=True))
    return None if root is None or is_empty(root) else root


def _scalar(text: str, event: Any, at: int, opened: list[tuple[list[Node], int, bool]]) -> Scalar:
    if event.anchor is not None or event.tag is not None:
        _refuse_properties(event, at)
    end, plain = event.end_mark.index, event.style in (None, "")
    if plain:
        in_list = bool(opened) and not opened[-1][2]
        _refuse_swallowed(text, at, end, in_list)
    return Scalar(event.value.translate(_SHOW) if not event.value.isascii() else event.value, at, end, plain)


def _refuse_properties(event: Any, at: int) -> None:
    if event.anchor is not None:
        hint = "put the value in quotation marks if the & belongs to it; otherwise delete it"
        raise _RefusedError(
            _Refusal(
                at,
                "anchor",
                f"&{event.anchor} is read as a name for this value (“anchor”), which briefs do not use",
                hint,
            )
        )
    if event.tag is not None:
        raise _RefusedError(_Refusal(at, "yaml", "tag", syntax=True))


def _refuse_swallowed(text: str, start: int, end: int, in_list: bool) -> None:
    """Refuse what YAML reads without complaint in a way that nobody who types it means."""
    if cut := _CUT_BY_COMMENT.match(text, end):
        raise _RefusedError(_Refusal(cut.end() - 1, "yaml", "comment", syntax=True))
    first = text[start : start + 1]
    if (first == "-" or first.isspace()) and not text[text.rfind("\n", 0, start) + 1 : start].strip(" "):
        raise _RefusedError(_Refusal(start, "yaml", "dash", syntax=True))
    if bracket := _ONLY_BRACKETS.search(text, start, end):
        raise _RefusedError(_Refusal(bracket.end() - 1, "yaml", "bracket", syntax=True))
    if in_list and (glued := _GLUED_ITEM.search(text, start, end)):
        raise _RefusedError(_Refusal(glued.end() - 2, "yaml", "indented dash", syntax=True))


def _mapping(items: list[Node], start: int) -> Mapping:
    keys = items[::2]
    for key in keys:
        if not isinstance(key, Scalar):
            raise _RefusedError(_Refusal(key.start, "yaml", "key", syntax=True))
        if key.text == "<<" and key.plain:
            hint = "delete it, and type the fields themselves"
            raise _RefusedError(
                _Refusal(
                    key.start, "anchor", "<< copies fields from elsewhere (“merge key”), which briefs do not use", hint
                )
            )
    return Mapping(tuple(zip(keys, items[1::2], strict=True)), start)  # type: ignore[arg-type]
