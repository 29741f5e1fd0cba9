"""Values that YAML reads as one text, where the person who typed them meant several, or a field of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from generator.problems import Problem
from generator.typed import wording
from generator.typed.edits import trace
from generator.typed.fields import Path
from generator.typed.mending import Document
from generator.typed.nodes import Mapping, Node, Scalar, Sequence, is_empty
from generator.typed.shapes import Shape, shape_at

#: Lists of names, each of them a few words: nobody lets one run over two lines.
NAMES = frozenset({"topics", "places", "participants", "mentioned", "who", "by", "was", "aliases"})
#: All lists of which an item may be a text alone.
LISTS = NAMES | {"key_points", "next_steps", "disputed", "not_known", "left_out", "quotes", "outcomes", "changes"}
#: Those in which a comma divides; elsewhere it may belong to the words: Geneva, Switzerland.
DIVIDED = frozenset({"topics", "participants", "mentioned", "aliases"})

#: Names and titles of lists, round which nobody wants quotation marks.
MARKED = NAMES - {"was"} | {"name", "speaker", "storyline", "organisation"}

_IN_MARKS = re.compile(r"[“„”]([^“„”]+)[“”]|«([^«»]+)»")
_IN_WIDE_BRACKETS = re.compile(r"［[^［］]+］|【[^【】]+】|\([^(),]+(?:,[^(),]+)+\)")
_BULLET = re.compile(r"[•●○◦▪■→➔►·–—]\s+(?=\S)")
_COMMA_BEHIND = re.compile(r"\s*[,;，；、،]+")
_WORTH_A_LOOK = re.compile(r"[:;,，；、،؛(–—“”„«]| - ")
_SHORT = 60  # characters; who lets a long text run on in the next line fills the line
_SENTENCE = re.compile(r".*[.!?…。！？]")
_DIVIDER = re.compile(r"(?<=\w\w)\s*[,，、،]\s*(?=\w\w)|(?<=[\w).])\s*[;；؛]\s*(?=\w)")
_ODD_DIVIDER = re.compile(r"[\w).]\s*[;，；、،؛]\s*\w{2}")
_ROLE_BEHIND = re.compile(
    r"(?P<name>[^\W\d_a-z][^,;()–—]+?)(?:, | [-–—] | \()(?:(?:the|an?) )?(?P<role>[a-z]{2}[^,;()]*)\)?"
)  # Ana Belo, the mayor; Ana Belo – mayor; Ana Belo (mayor)
_DASHED = re.compile(r"\n\s*(-\s+\S.*)")
_GLUED = re.compile(r"(?P<key>\w+):(?=[^\s/])")

Found = Iterator[tuple[Path, Problem]]


def find_joined(document: Document, node: Node, model: type[BaseModel], path: Path = ()) -> Found:
    """Each such value with its path."""
    if isinstance(node, Sequence):
        name = next((part for part in reversed(path) if isinstance(part, str)), "")
        for index, item in enumerate(node.items):
            if not isinstance(item, Scalar):
                yield from find_joined(document, item, model, (*path, index))
            elif item.plain and name in LISTS and _WORTH_A_LOOK.search(item.text):
                yield from _listed(document, item, name, model, (*path, index))
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            name = key.text
            if not isinstance(value, Scalar):
                yield from find_joined(document, value, model, (*path, name))
            elif dashed := _dashed(document, name, value, shape_at(model, (*path, name))):
                yield (*path, name), dashed
            elif name in MARKED and (slip := _round_a_name(document, value)):
                yield (*path, name), slip
            elif name in LISTS and not is_empty(value) and (shape := shape_at(model, (*path, name))).many:
                yield from _alone(document, value, shape, (*path, name))


def _listed(document: Document, item: Scalar, name: str, model: type[BaseModel], path: Path) -> Found:
    """An item of a list: `- Ana Belo, the mayor`, `- labour; ferries`, `- name:Ana Belo`."""
    shape = shape_at(model, path)
    if name in MARKED and (slip := _round_a_name(document, item)):
        yield path, slip
    elif (glued := _GLUED.match(item.text)) and glued["key"] in shape.fields:
        message = f"a space is missing after “{glued[0]}”"
        hint = f"write: - {glued[0]} {wording.cut(item.text[glued.end() :])}"
        yield path, document.problem(item.start, "wrong-type", message, hint)
    elif shape.model and name in NAMES and (found := _ROLE_BEHIND.fullmatch(item.text)):
        said = wording.role_behind_name(item.text, found["name"], found["role"])
        yield path, document.problem(item.start, "wrong-type", *said)
    elif name in NAMES and _ODD_DIVIDER.search(item.text):
        yield path, _run_together(document, item, shape)


def _alone(document: Document, value: Scalar, shape: Shape, path: Path) -> Found:
    """A value that stands for a list of one: several lines below `participants:`, or `topics: labour, ferries`."""
    name = str(path[-1])
    lines = [line.strip() for line in _typed(document, value).splitlines() if line.strip()]
    block = lines and lines[0][:1] in "|>" and not value.plain
    lines = lines[1:] if block else lines
    if len(lines) > 1 and (value.plain or block):
        if name in NAMES or (value.plain and _are_sentences(lines)):
            said = wording.folded(shape, value.text, lines)
            yield path, document.problem(value.start, "wrong-type", *said)
    elif value.plain and shape.model and name in NAMES and (found := _ROLE_BEHIND.fullmatch(value.text)):
        said = wording.role_behind_name(value.text, found["name"], found["role"])
        yield path, document.problem(value.start, "wrong-type", *said)
    elif value.plain and name in NAMES and (bullet := _BULLET.match(value.text)):
        message = f"a list has a plain dash (-) before each item, not {value.text[0]}"
        hint = f"write: - {wording.cut(value.text[bullet.end() :])}"
        yield path, document.problem(value.start, "wrong-type", message, hint)
    elif value.plain and _is_a_list(name, value.text):
        yield path, _run_together(document, value, shape)


def _is_a_list(name: str, text: str) -> bool:
    """Whether a text was meant as a list: with commas in it, or in brackets that are not those of YAML."""
    divided = name in DIVIDED and _DIVIDER.search(text)
    return bool(divided or (name in NAMES and _IN_WIDE_BRACKETS.fullmatch(text)))


def _typed(document: Document, value: Scalar) -> str:
    """A value as it was typed, where it runs over several lines; else nothing."""
    if value.end - value.start == len(value.text):
        return ""
    return document.lines.text[trace(value.start, document.edits) : trace(value.end, document.edits)]


def _dashed(document: Document, name: str, value: Scalar, shape: Shape) -> Problem | None:
    """A line below the value of a field that begins with a dash, as items do, and goes on with the value."""
    found = _DASHED.search(_typed(document, value)) if value.plain and " - " in value.text else None
    if found is None:
        return None
    place = trace(value.start, document.edits) + found.start(1)
    said = wording.dashed(value.text.partition(" - ")[0], found[1], name if shape.many else "")
    return document.lines.problem(place, "wrong-type", *said)


def _round_a_name(document: Document, value: Scalar) -> Problem | None:
    """Marks of a word processor round all of a name, or a comma behind it."""
    if not value.plain:
        return None
    text, comma = value.text, _COMMA_BEHIND.search(value.text)
    if _IN_MARKS.fullmatch(text):
        message, right = "quotation marks are typed round this name, and readers would see them", f"them: {text[1:-1]}"
    elif comma and comma.end() == len(text) and comma.start():
        message = f"behind this name stands “{comma.group().strip()}”, and readers would see it"
        right = f"it: {text[: comma.start()]}"
    else:
        return None
    return document.problem(value.start, "bad-value", message, f"write it without {wording.cut(right)}")


def _run_together(document: Document, value: Scalar, shape: Shape) -> Problem:
    bare = value.text.strip("[]［］【】")
    bare = bare[1:-1] if bare[:1] == "(" and bare[-1:] == ")" else bare
    parts = [part for part in _DIVIDER.split(bare) if part]
    return document.problem(value.start, "wrong-type", *wording.run_together(shape, value.text, parts))


def _are_sentences(lines: list[str]) -> bool:
    ended = all(_SENTENCE.fullmatch(line) or len(line) < _SHORT for line in lines[:-1])
    return ended and all(line[0].isupper() for line in lines)
