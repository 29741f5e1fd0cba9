"""Located values -> a model of the format, and every problem of their form, each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.problems import RULES, Problem
from generator.typed import wording
from generator.typed.edits import trace
from generator.typed.fields import Path, find_field
from generator.typed.followers import (
    Lost,
    is_named_again,
    is_named_item,
    is_text_with_colon,
    is_whole_item,
    without_followers,
)
from generator.typed.joined import find_joined
from generator.typed.meant import contradicts, find_misspelt, rename
from generator.typed.mending import PLACEHOLDER, Document
from generator.typed.nodes import Mapping, Node, Scalar, Sequence, is_empty, paths_of
from generator.typed.salvage import salvage
from generator.typed.shapes import Shape, shape_at

M = TypeVar("M", bound=BaseModel)

_TODO = re.compile(r"\s*TODO\b")
_REMARK = re.compile(r"[ ]*:[ \t]*(#[^\r\n]*)")
_PASTED = 4  # keys in a row that stand twice


class Checked(NamedTuple):
    """A model and the problems of its form.

    Where the values have errors, `value` is None and `rest` a model of what is right in them, if there is any.
    `wrong` are the paths of which nothing more should be said.
    """

    value: Any
    rest: Any
    problems: list[Problem]
    wrong: list[Path]


def validate(document: Document, node: Node, model: type[BaseModel]) -> Checked:
    """Make a model of values; every mistake is one problem."""
    value, errors = _make(node, model)
    node, errors, problems, misspelt = _as_meant(document, node, model, errors)
    errors, cut_problems, cut = _join_cut_items(document, node, model, errors)
    problems += cut_problems
    todos = _find_todos(document, node)
    problems += [_todo(document, scalar, _is_needed(model, path)) for path, scalar in todos]
    repeats = list(_check_repeats(document, node, model)) if document.repeats else []
    joined = dict(find_joined(document, node, model))
    problems += (*(problem for _, problem in repeats), *joined.values())
    wrong = [*misspelt, *cut, *joined, *(path for path, _ in todos), *(path for path, _ in repeats)]
    errors, lost = without_followers(errors, node, model)
    wrong += [(*path, name) for path, names in lost.items() for name in names]
    for error in errors:
        whole_item = error["type"] == "extra_forbidden" and is_whole_item(node, model, error["loc"])
        wrong.append(_path(error)[:-1] if whole_item else _path(error))
        if problem := _explain(document, node, model, error, lost):
            problems.append(problem)
    rest = value or salvage(plain(node), model)
    return Checked(value, rest, [problem for problem in problems if problem.line not in document.mended], wrong)


def _as_meant(
    document: Document, node: Node, model: type[BaseModel], errors: list[ErrorDetails]
) -> tuple[Node, list[ErrorDetails], list[Problem], list[Path]]:
    """The values with the keys that were meant, what is wrong with them, and the misspelt keys with their problems."""
    problems, told, kept = list[Problem](), list[Path](), set[Path]()
    while renamed := find_misspelt(errors, node, model):
        for path in renamed:
            problems.append(_unknown(document, node, model, path, {}))
        told += renamed
        node = rename(node, renamed)
        kept |= {(*path[:-1], meant) for path, meant in renamed.items()}
        errors = _make(node, model)[1]
    return node, [error for error in errors if not contradicts(error, node, kept)], problems, told


def _path(error: ErrorDetails) -> Path:
    return tuple(part for part in error["loc"] if part != "[key]")


def count_faults(node: Node, model: type[BaseModel]) -> int:
    """How many errors of form values have."""
    return len(_make(node, model)[1])


def plain(node: Node, of_accept: bool = False) -> Any:
    """Values as the models take them: empty ones left out but for empty reasons, the first of repeated keys."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    made: dict[str, Any] = {}
    for key, value in node.entries:
        if of_accept or not is_empty(value):
            made.setdefault(key.text, plain(value, key.text == "accept"))
    return made


def _make(node: Node, model: type[BaseModel]) -> tuple[BaseModel | None, list[ErrorDetails]]:
    try:
        return model.model_validate(plain(node), by_alias=True, by_name=False), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


# --- what pydantic does not see --------------------------------------------------------------------


def _find_todos(document: Document, node: Node) -> list[tuple[Path, Scalar]]:
    if not document.todo:
        return []
    return [(path, scalar) for path, scalar in paths_of(node) if _is_open(scalar)]


def _is_open(scalar: Scalar) -> bool:
    """Whether a text is none yet: TODO, or a bare sign that stands in its place."""
    return _TODO.match(scalar.text) is not None or (scalar.plain and PLACEHOLDER.fullmatch(scalar.text) is not None)


def _is_needed(model: type[BaseModel], path: Path) -> bool:
    """Whether a field must be there, so that to delete it would be another mistake."""
    return bool(path) and path[-1] in shape_at(model, path[:-1]).required


def _todo(document: Document, scalar: Scalar, is_needed: bool) -> Problem:
    said = _TODO.sub("", scalar.text).strip(" :")
    message = wording.one_line("this is still to do" + (f": {said}" if said else ""))
    if not _TODO.match(scalar.text):
        message = f"“{wording.cut(said)}” stands here in the place of a text"
    return document.problem(
        scalar.start, "todo", message, "type it here" if is_needed else "type it here, or delete the line"
    )


def _check_repeats(
    document: Document, node: Node, model: type[BaseModel], path: Path = ()
) -> Iterator[tuple[Path, Problem]]:
    """Each key that stands twice, with the path of its second value: what that says is not known to the rules."""
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _check_repeats(document, item, model, (*path, index))
    elif isinstance(node, Mapping):
        first: dict[str, Scalar] = {}
        pasted = _pasted_twice(node)
        for index, (key, value) in enumerate(node.entries):
            if index in pasted:
                if index - 1 not in pasted:
                    end = index + next(n for n in range(len(node.entries) + 1) if index + n not in pasted)
                    yield (
                        (*path, key.text, "again"),
                        _again(document, first, [one for one, _ in node.entries[index:end]]),
                    )
                continue
            yield from _check_repeats(document, value, model, (*path, key.text))
            if key.text in first:
                above, _ = document.place(first[key.text].start)
                several = shape_at(model, path).many and key.text == node.entries[0][0].text
                problem = document.problem(key.start, "duplicate-key", *wording.repeated(key.text, above, several))
                yield (*path, key.text, "again"), problem
                if several:
                    break  # the other fields of the second item would only repeat it
            first.setdefault(key.text, key)


def _pasted_twice(node: Mapping) -> frozenset[int]:
    """Indexes of keys that stand twice, three or more of them in a row: not each of them was typed a second time."""
    seen: set[str] = set()
    runs: list[list[int]] = [[]]
    for index, (key, _) in enumerate(node.entries):
        if key.text in seen:
            runs[-1].append(index)
        elif runs[-1]:
            runs.append([])
        seen.add(key.text)
    return frozenset(index for run in runs if len(run) >= _PASTED for index in run)


def _again(document: Document, first: dict[str, Scalar], keys: list[Scalar]) -> Problem:
    above, last = document.place(first[keys[0].text].start)[0], document.place(keys[-1].start)[0]
    return document.problem(keys[0].start, "duplicate-key", *wording.pasted(keys[0].text, keys[-1].text, above, last))


def _join_cut_items(
    document: Document, node: Node, model: type[BaseModel], errors: list[ErrorDetails]
) -> tuple[list[ErrorDetails], list[Problem], list[Path]]:
    """Items whose fields have a dash each: their missing fields are one mistake."""
    problems, cut = list[Problem](), list[Path]()
    lists = dict.fromkeys(error["loc"][:-2] for error in errors if error["type"] == "missing" and len(error["loc"]) > 2)
    for path in lists:
        above, shape = find_field(node, path).node, shape_at(model, (*path, 0))
        for group in _cut_items(above, shape):
            first, second, *_ = (above.items[index].entries[0][0] for index in group)  # type: ignore[union-attr]
            problems.append(
                document.problem(second.start, "missing-field", *wording.cut_off([first.text, second.text], shape))
            )
            gone = [(*path, index) for index in group]
            cut += gone
            errors = [error for error in errors if error["type"] != "missing" or error["loc"][:-1] not in gone]
    return errors, problems, cut


def _cut_items(items: Node, shape: Shape) -> Iterator[list[int]]:
    """Indexes of neighbours that are one item only together: no key twice, all that is required."""
    group: list[int] = []
    keys: set[str] = set()
    required = set(shape.required)
    for index, item in enumerate(items.items if isinstance(items, Sequence) else ()):
        typed = {key.text for key, _ in item.entries} if isinstance(item, Mapping) else set()
        if not typed <= set(shape.fields) or typed >= required or keys & typed:
            group, keys = [], set()
        if typed and typed <= set(shape.fields) and not typed >= required:
            group, keys = [*group, index], keys | typed
        if len(group) > 1 and keys >= required:
            yield group
            group, keys = [], set()


# --- what pydantic says ----------------------------------------------------------------------------


def _explain(document: Document, node: Node, model: type[BaseModel], error: ErrorDetails, lost: Lost) -> Problem | None:
    path, kind = _path(error), error["type"]
    found = find_field(node, path)
    if isinstance(found.node, Scalar) and _is_open(found.node) and kind != "extra_forbidden":
        return None
    if kind == "missing":
        return _missing(document, node, model, path)
    if kind == "extra_forbidden":
        if is_named_again(node, model, path):
            return None  # told with the first of them
        return _unknown(document, node, model, path, lost)
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", error.get("ctx", {}).get("expected", ""))
        if isinstance(found.node, Scalar):
            return document.problem(found.node.start, "bad-value", *wording.not_allowed(found.node.text, allowed))
    if kind in RULES:
        place = found.key.start if found.key and error["loc"][-1] == "[key]" else found.place
        return document.problem(place, kind, wording.one_line(error["msg"]), error.get("ctx", {}).get("hint", ""))
    shape, key = shape_at(model, path), next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    listed = bool(path) and isinstance(find_field(node, path[:-1]).node, Sequence)
    return document.problem(found.place, "wrong-type", *wording.wrong_type(found.node, shape, key, listed))


def _missing(document: Document, node: Node, model: type[BaseModel], path: Path) -> Problem:
    empty, parent = find_field(node, path), shape_at(model, path[:-1])
    there = empty.key is not None and empty.key.text == path[-1]
    place = empty.key.start if there and empty.key else find_field(node, path[:-1]).node.start
    said = wording.missing(str(path[-1]), parent, shape_at(model, path), there)
    if there and empty.key and (remark := _remark_behind(document, empty.key)):
        said = wording.only_a_remark(str(path[-1]), remark)
    return document.problem(place, "missing-field", *said)


def _remark_behind(document: Document, key: Scalar) -> str:
    """What stands behind a # in the place of a value."""
    start = trace(key.end, document.edits)
    found = _REMARK.match(document.lines.text, start)
    return found[1] if found else ""


def _unknown(document: Document, node: Node, model: type[BaseModel], path: Path, lost: Lost) -> Problem:
    shape, key, found = shape_at(model, path[:-1]), str(path[-1]), find_field(node, path)
    place = found.key.start if found.key else found.node.start
    if is_named_item(node, model, path):
        above = find_field(node, path[:-1]).node
        named = above.entries if isinstance(above, Mapping) else ()
        return document.problem(place, "unknown-key", *wording.named_item(key, named, shape))
    if is_text_with_colon(node, model, path) and not shape.meant(key):
        return document.problem(place, "unknown-key", *wording.text_with_colon(key, shape))
    mapping = find_field(node, path[:-1]).node
    typed = [name.text for name, _ in mapping.entries] if isinstance(mapping, Mapping) else []
    return document.problem(place, "unknown-key", *wording.unknown(key, shape, typed, model, lost.get(path[:-1], [])))
