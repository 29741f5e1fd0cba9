"""YAML text -> located values: the one place where YAML is read.

Values are built from events (composing a hostile text crashes the process); every scalar is the text that was typed.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from generator.typed.braced import find_stray
from generator.typed.edits import Edit, apply, quote
from generator.typed.nodes import Mapping, Node, Scalar, Sequence, is_empty

MAX_DEPTH = 20
MAX_VALUES = 50_000
_MOST_LINES_TRIED = 2  # of ---
_MOST_BRACKETS = 1000  # in a settings file; far more of them would crash the parser
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

#: Line ends of YAML 1.1 that no editor counts as such, and what stands for them while YAML is read.
_SEPARATORS = {"\x85": "\ue000", "\u2028": "\ue001", "\u2029": "\ue002"}
_HIDE = str.maketrans(_SEPARATORS)
_SHOW = str.maketrans({stand_in: separator for separator, stand_in in _SEPARATORS.items()})
_CUT_BY_COMMENT = re.compile(r"[ \t]+#(?=\w)")
_HAS_CUT = re.compile(r"[ \t]#\w")  # no repetition: a long run of blanks is looked at once
_GLUED_ITEM = re.compile(r"\n[ ]+- ")
_DASHES = frozenset("–—‐‑−→")
_DASHED_LINE = re.compile(r"\n[ ]*[–—‐‑−→] ")
_NUMBERED = re.compile(r"(?:1[.)]|\(1\)|\(?a\)) [^\n]*\n[ ]*(?:2[.)]|\(2\)|\(?b\)) |o [^\n]*\n[ ]*o ")
_NUMBERED_KEY = re.compile(r"\d{1,2}[.)] +[a-z]")
_ODD_BLOCK_SIGN = re.compile(r"(?:-+>|[›»≥＞｜]-?)[ ]*\n")  # of a text on the lines below
_MERGED = re.compile(r"[ ]*(?:- )?<<:[ ]*")
_END = re.compile(r"[ \t]*(?:[ \t]#[^\n]*)?(?:\r?\n|$)")
_END_IN_BRACKETS = re.compile(r"[ \t]*[,\]}\r\n]|$")
_BULLETS = frozenset("•◦▪●‣∙■○⁃►➢➤+·")
_BULLET = re.compile(r"[•◦▪●‣∙■○⁃►➢➤]|[+·] ")
_ONLY_BRACKETS = re.compile(r"\n[ ]*[\]}]+[ ]*(?=\n|$)")


class Refusal(NamedTuple):
    """Why a text was not read on from the offset `at`.

    `unreadable` when it is no YAML, or not in the way that anybody means it: what was typed wrong is then to be found
    out, and `message` is the parser's. Otherwise the message is for editors, and `edits` let the rest be read.
    """

    at: int
    rule: str
    message: str
    hint: str = ""
    unreadable: bool = False
    edits: tuple[Edit, ...] = ()


class Parsed(NamedTuple):
    """The values of a text (None: there are none), and whether a key stands in it twice."""

    root: Node | None
    repeats: bool


def hide_separators(text: str) -> str:
    """The text as `parse` takes it: every offset stays."""
    return text if text.isascii() else text.translate(_HIDE)


def parse(text: str) -> Parsed | Refusal:
    """The values of a text in which separators are hidden."""
    try:
        return _Builder(text).build()
    except _RefusedError as error:
        return error.refusal
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if mark and _NESTED in str(error.problem):  # libyaml looks far ahead, and has a limit of its own
            return parse(text[: mark.index - 1])
        started = any(words in str(error.problem) for words in ("':'", "unexpected end"))
        at = error.context_mark if error.context_mark and started else mark
        return Refusal(int(at.index) if at else 0, "yaml", str(error.problem), unreadable=True)
    except yaml.YAMLError as error:
        return Refusal(getattr(error, "position", 0), "yaml", str(getattr(error, "reason", error)), unreadable=True)


def read_options(data: bytes) -> Any:
    """The values of a settings file that we did not write, every scalar as typed; None where it is no YAML."""
    try:
        text = data.decode("utf-8")
        return yaml.load(text, _Loader) if text.count("[") + text.count("{") < _MOST_BRACKETS else None
    except (UnicodeDecodeError, yaml.YAMLError, ValueError, RecursionError):
        return None


# --- events to values ------------------------------------------------------------------------------


_NESTED = "exceeded maximum nesting depth"


class _RefusedError(Exception):
    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal


class _Builder:
    """Puts the values of one text together, event by event."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.opened: list[tuple[list[Node], int, bool]] = []  # the collections around: items, start, is it a mapping
        self.root: Node | None = None
        self.documents = self.values = 0
        self.repeats = False
        self.cuts = _HAS_CUT.search(text) is not None

    def build(self) -> Parsed:
        loader = _Loader(self.text)
        while (event := loader.get_event()) is not None:
            if node := self.take(type(event), event, event.start_mark.index):
                self.add(node)
        root = self.root
        if isinstance(root, Scalar) and root.plain and not is_empty(root):
            raise _unreadable(root.start, "no field")
        return Parsed(None if root is None or is_empty(root) else root, self.repeats)

    def take(self, kind: type[Any], event: Any, at: int) -> Node | None:
        """The value that an event completes, if it does."""
        if kind is yaml.ScalarEvent:
            return self.scalar(event, at)
        if kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            _refuse_properties(event, at)
            if len(self.opened) == MAX_DEPTH:
                raise _RefusedError(Refusal(at, "too-deep", *_TOO_DEEP))
            self.opened.append(([], at, kind is yaml.MappingStartEvent))
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            items, start, is_mapping = self.opened.pop()
            return self.mapping(items, start) if is_mapping else _sequence(items, start)
        elif kind is yaml.AliasEvent:
            self.refuse_alias(event.anchor, at)
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                raise _RefusedError(_second_document(self.text, at))
        return None

    def refuse_alias(self, name: str, at: int) -> None:
        """Refuse `*name`; in the text that is read on it stands in quotation marks."""
        text, line = self.text, self.text.rfind("\n", 0, at) + 1
        if not text[line:at].strip(" ") and f"&{name}" not in text:
            raise _unreadable(at, "bullet")
        if _MERGED.fullmatch(text, line, at):
            merge = text.index("<<", line)
            raise _RefusedError(Refusal(merge, "anchor", *_MERGE, edits=(_line_away(text, merge),)))
        braced = bool(self.opened) and text[self.opened[-1][1]] in "[{"
        end = (_END_IN_BRACKETS if braced else _END).search(text, at)
        edit = Edit(at, end.start(), quote(text[at : end.start()].rstrip())) if end else Edit(at, at + 1, "")
        raise _RefusedError(Refusal(at, "anchor", f"*{name} {_ALIAS[0]}", _ALIAS[1], edits=(edit,)))

    def add(self, node: Node) -> None:
        self.values += 1
        if self.values > MAX_VALUES:
            raise _RefusedError(Refusal(node.start, "too-large", f"this file holds more than {MAX_VALUES:,} values"))
        if self.opened:
            self.opened[-1][0].append(node)
        else:
            self.root = node

    def scalar(self, event: Any, at: int) -> Scalar:
        if event.anchor is not None or event.tag is not None:
            _refuse_properties(event, at)
        end, value, plain = event.end_mark.index, event.value, not event.style
        if plain:
            self.refuse_swallowed(at, end)
        return Scalar(value if value.isascii() else value.translate(_SHOW), at, end, plain)

    def refuse_swallowed(self, start: int, end: int) -> None:
        """Refuse what YAML reads without complaint in a way that nobody who types it means."""
        text = self.text
        if self.cuts and (cut := _CUT_BY_COMMENT.match(text, end)):
            raise _unreadable(cut.end() - 1, "comment")
        first = text[start : start + 1]
        if (first == "-" or first.isspace()) and not text[text.rfind("\n", 0, start) + 1 : start].strip(" "):
            raise _unreadable(start, "dash")
        if (
            first in _BULLETS
            and _BULLET.match(text, start, end)
            and not text[text.rfind("\n", 0, start) + 1 : start].strip(" ")
        ):
            raise _unreadable(start, "bullet")
        if text.find("\n", start, end) < 0:
            return
        if (first in _DASHES and _DASHED_LINE.search(text, start, end)) or _NUMBERED.match(text, start, end):
            raise _unreadable(start, "bullet")
        if _ODD_BLOCK_SIGN.match(text, start):
            raise _unreadable(start, "block sign")
        if bracket := _ONLY_BRACKETS.search(text, start, end):
            raise _unreadable(bracket.end() - 1, "bracket")
        in_list = self.opened and not self.opened[-1][2]
        if in_list and (glued := _GLUED_ITEM.search(text, start, end)):
            raise _unreadable(glued.end() - 2, "indented dash")

    def mapping(self, items: list[Node], start: int) -> Mapping:
        keys = [key for key in items[::2] if isinstance(key, Scalar)]
        if len(keys) * 2 < len(items):
            raise _unreadable(next(key.start for key in items[::2] if not isinstance(key, Scalar)), "key")
        names = {key.text for key in keys}
        if numbered := next((key for key in keys if key.text[:1].isdigit() and _NUMBERED_KEY.match(key.text)), None):
            raise _unreadable(numbered.start, "bullet")
        self.repeats = self.repeats or len(names) < len(keys)
        if "<<" in names and (merge := next((key for key in keys if key.text == "<<" and key.plain), None)):
            raise _RefusedError(Refusal(merge.start, "anchor", *_MERGE))
        entries = tuple(zip(keys, items[1::2], strict=True))
        if self.text[start] == "{" and (stray := find_stray(self.text, entries)):
            raise _RefusedError(Refusal(stray.at, "yaml", stray.message, stray.hint, edits=stray.edits))
        return Mapping(entries, start)


def _sequence(items: list[Node], start: int) -> Sequence:
    return Sequence(tuple(item for item in items if not is_empty(item)), start)


def _refuse_properties(event: Any, at: int) -> None:
    if event.anchor is not None:
        edit = Edit(at, at + 1 + len(event.anchor), "")
        raise _RefusedError(Refusal(at, "anchor", f"&{event.anchor} {_ANCHOR[0]}", _ANCHOR[1], edits=(edit,)))
    if event.tag is not None:
        raise _unreadable(at, "tag")


def _second_document(text: str, at: int) -> Refusal:
    """A line --- in a file: what follows it is read on where it is the rest of the same brief."""
    line = _line_away(text, at)
    if text.count("\n---") <= _MOST_LINES_TRIED:
        rest = parse(apply(text, [line]))
        if isinstance(rest, Parsed) and not rest.repeats:
            return Refusal(at, "yaml", *_SECOND, edits=(line,))
    cut = Edit(at, len(text), "")
    hint = "delete this line and all below it; what is a brief of its own goes into a file of its own"
    last = not text[line.end :].strip()
    return Refusal(at, "yaml", _SECOND[0], _SECOND[1] if last else hint, edits=(cut,))


def _line_away(text: str, at: int) -> Edit:
    end = text.find("\n", at)
    return Edit(at, end if end >= 0 else len(text), "")


def _unreadable(at: int, why: str) -> _RefusedError:
    return _RefusedError(Refusal(at, "yaml", why, unreadable=True))


_TOO_DEEP = (
    f"values are nested more than {MAX_DEPTH} deep here",
    "a brief needs four levels; take out brackets or indentation",
)
_SECOND = (
    "a second document begins here: the line --- divides a file in two",
    "delete this line; a file holds one brief",
)
_ALIAS = (
    "is read as a reference (“alias”), which briefs do not use",
    "put the value in quotation marks if the * belongs to it; otherwise type what is meant",
)
_ANCHOR = (
    "is read as a name for this value (“anchor”), which briefs do not use",
    "put the value in quotation marks if the & belongs to it; otherwise delete it",
)
_MERGE = (
    "<< copies fields from elsewhere (“merge key”), which briefs do not use",
    "delete it, and type the fields themselves",
)
