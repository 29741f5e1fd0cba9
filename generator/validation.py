"""Located values -> a model of the format, and every problem of their form, each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator import wording
from generator.documents import Document, Mapping, Node, Scalar, Sequence, is_empty
from generator.fields import Found, Path, find_field
from generator.problems import RULES, Problem
from generator.shapes import Shape, shape_at

M = TypeVar("M", bound=BaseModel)

_TODO = re.compile(r"\s*TODO\b")


class Checked(NamedTuple):
    """A model and the problems of its form; `value` is None where it could not be made, `wrong` says which paths."""

    value: Any
    problems: list[Problem]
    wrong: list[Path]


def validate(document: Document, node: Node, model: type[BaseModel]) -> Checked:
    """Make a model of values; every mistake is one problem."""
    problems = [*_check_todo(document, node), *_check_repeats(document, node, model)]
    value, errors = _make(node, model)
    wrong = []
    for error in _without_followers(errors, node, model):
        path = tuple(part for part in error["loc"] if part != "[key]")
        wrong.append(path)
        if problem := _explain(document, node, model, error, path):
            problems.append(problem)
    return Checked(value, [problem for problem in problems if problem.line not in document.mended], wrong)


def plain(node: Node) -> Any:
    """Values as the models take them: empty ones left out, the first of repeated keys."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    made: dict[str, Any] = {}
    for key, value in node.entries:
        if not is_empty(value):
            made.setdefault(key.text, plain(value))
    return made


def _make(node: Node, model: type[BaseModel]) -> tuple[BaseModel | None, list[ErrorDetails]]:
    try:
        return model.model_validate(plain(node), by_alias=True, by_name=False), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


# --- what pydantic does not see --------------------------------------------------------------------


def _check_todo(document: Document, node: Node) -> Iterator[Problem]:
    for scalar in _scalars(node):
        if _TODO.match(scalar.text):
            message = "this is still to do" + (f": {said}" if (said := _TODO.sub("", scalar.text).strip(" :")) else "")
            yield document.problem(
                scalar.start, "todo", wording.one_line(message), "type the value, or delete the field"
            )


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        for _, value in node.entries:
            yield from _scalars(value)


def _check_repeats(document: Document, node: Node, model: type[BaseModel], path: Path = ()) -> Iterator[Problem]:
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _check_repeats(document, item, model, (*path, index))
    elif isinstance(node, Mapping):
        first: dict[str, Scalar] = {}
        for key, value in node.entries:
            yield from _check_repeats(document, value, model, (*path, key.text))
            if key.text in first:
                above, _ = document.place(first[key.text].start)
                several = shape_at(model, path).many
                yield document.problem(key.start, "duplicate-key", *wording.repeated(key.text, above, several))
                if several:
                    break  # the other fields of the second item would only repeat it
            first.setdefault(key.text, key)


# --- what pydantic says ----------------------------------------------------------------------------


def _without_followers(errors: list[ErrorDetails], node: Node, model: type[BaseModel]) -> list[ErrorDetails]:
    """The errors, but those that only follow from another: a missing field whose key is there, misspelt."""
    meant = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            *above, key = error["loc"]
            meant.add((*above, shape_at(model, tuple(above)).meant(str(key))))
            if _is_text_with_colon(node, model, error["loc"]):
                meant.add((*above, shape_at(model, tuple(above)).short))
    return [error for error in errors if error["type"] != "missing" or error["loc"] not in meant]


def _is_text_with_colon(node: Node, model: type[BaseModel], loc: Path) -> bool:
    """Whether a field that nobody knows is really a text with a colon in it: `- Tone: it was fine`."""
    above, shape = find_field(node, loc[:-1]).node, shape_at(model, loc[:-1])
    return bool(shape.short) and isinstance(above, Mapping) and len(above.entries) == 1 and loc[-1] not in shape.fields


def _explain(document: Document, node: Node, model: type[BaseModel], error: ErrorDetails, path: Path) -> Problem | None:
    found, kind = find_field(node, path), error["type"]
    if isinstance(found.node, Scalar) and _TODO.match(found.node.text) and kind != "extra_forbidden":
        return None
    if kind == "missing":
        return _missing(document, node, shape_at(model, path[:-1]), path)
    if kind == "extra_forbidden":
        return _unknown(document, node, model, path, found)
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", error.get("ctx", {}).get("expected", ""))
        if isinstance(found.node, Scalar):
            return document.problem(found.node.start, "bad-value", *wording.not_allowed(found.node.text, allowed))
    if kind in RULES:
        place = found.key.start if found.key and error["loc"][-1] == "[key]" else found.place
        return document.problem(place, kind, wording.one_line(error["msg"]), error.get("ctx", {}).get("hint", ""))
    shape = shape_at(model, path)
    return document.problem(
        found.place, "wrong-type", *wording.wrong_type(found.node, shape, str(path[-1] if path else ""))
    )


def _missing(document: Document, node: Node, shape: Shape, path: Path) -> Problem:
    empty = find_field(node, path)
    place = empty.key.start if empty.whole and empty.key else find_field(node, path[:-1]).node.start
    there = empty.whole and empty.key is not None
    return document.problem(place, "missing-field", *wording.missing(str(path[-1]), shape, there))


def _unknown(document: Document, node: Node, model: type[BaseModel], path: Path, found: Found) -> Problem:
    shape, key = shape_at(model, path[:-1]), str(path[-1])
    place = found.key.start if found.key else found.node.start
    if _is_text_with_colon(node, model, path) and not shape.meant(key):
        return document.problem(place, "unknown-key", *wording.text_with_colon(key, shape))
    mapping = find_field(node, path[:-1]).node
    typed = [name.text for name, _ in mapping.entries] if isinstance(mapping, Mapping) else []
    return document.problem(place, "unknown-key", *wording.unknown(key, shape, typed, model))
