"""The fields of a file that stand one step too deep: below a name for all of them, or each with a dash before it."""

from __future__ import annotations

from dataclasses import replace

from pydantic import BaseModel

from generator.suggestions import find_meant
from generator.typed import wording
from generator.typed.mending import Document
from generator.typed.nodes import Mapping, Node, Scalar, Sequence
from generator.typed.shapes import shape_at


def unwrap_fields(document: Document, model: type[BaseModel]) -> Document:
    """The document with the fields of a brief at its root, and the problem that something stands round them."""
    root, shape = document.root, shape_at(model, ())
    if isinstance(root, Sequence) and (fields := _of_items(root)) and set(shape.required) <= _names(fields):
        message = "the fields of a brief have no dash before them, as only the items of a list have"
        hint = f"take away the dash before each: {wording.cut(fields.entries[0][0].text)}: …"
        return _unwrapped(document, fields, root.start, "wrong-type", message, hint)
    if isinstance(root, Mapping) and len(root.entries) == 1:
        key, inner = root.entries[0]
        if isinstance(inner, Mapping) and not shape.meant(key.text) and len(_names(inner) & set(shape.fields)) > 1:
            message = f"all fields stand below “{wording.cut(key.text)}:”, which is not a field of {shape.words}"
            hint = "delete this line, and let the fields begin at the very left"
            return _unwrapped(document, inner, key.start, "unknown-key", message, hint)
    return document


def unwrap_entries(document: Document, kind: str, model: type[BaseModel]) -> Document:
    """The document with the entries of a vocabulary at its root, and the problem that something stands round them."""
    root, fields = document.root, set(shape_at(model, ()).fields)
    if isinstance(root, Sequence) and (entries := _of_items(root)) and not _names(entries) & {*fields, "id"}:
        hint = f"take away the dash before each: {wording.cut(entries.entries[0][0].text)}: …"
        return _unwrapped(document, entries, root.start, "wrong-type", "an entry has no dash before its id", hint)
    if isinstance(root, Mapping) and len(root.entries) == 1:
        key, inner = root.entries[0]
        of_kind = find_meant(key.text, (kind,)) or key.text in ("entries", "names", "vocabulary")
        if of_kind and isinstance(inner, Mapping) and not _names(inner) & fields:
            message = f"all entries stand below “{wording.cut(key.text)}:”, which is read as an entry itself"
            hint = "delete this line, and let the ids begin at the very left"
            return _unwrapped(document, inner, key.start, "unknown-key", message, hint)
    return document


def find_foreign(root: Mapping, model: type[BaseModel]) -> str:
    """The first key, where none of them is a field or near to one: this is something else."""
    known = any(shape_at(model, ()).meant(key.text) for key, _ in root.entries)
    return "" if known or not root.entries else wording.cut(root.entries[0][0].text)


def _unwrapped(document: Document, root: Node, at: int, rule: str, message: str, hint: str) -> Document:
    return replace(document, root=root, problems=(*document.problems, document.problem(at, rule, message, hint)))


def _of_items(root: Sequence) -> Mapping | None:
    entries: list[tuple[Scalar, Node]] = []
    for item in root.items:
        if not isinstance(item, Mapping):
            return None
        entries += item.entries
    return Mapping(tuple(entries), root.start)


def _names(fields: Mapping) -> set[str]:
    return {key.text for key, _ in fields.entries}
