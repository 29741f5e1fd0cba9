"""Keys that were meant to be others: read as those, so that what stands below them is checked in the same run."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.suggestions import find_meant
from generator.typed.fields import Path, find_field
from generator.typed.nodes import Mapping, Node, Scalar, Sequence, is_empty
from generator.typed.shapes import shape_at

#: The misspelt keys of a file, by their paths, and the keys that were meant.
Renamed = dict[Path, str]


def find_misspelt(errors: Iterable[ErrorDetails], node: Node, model: type[BaseModel]) -> Renamed:
    """Each key that nobody knows and that is one that is missing beside it, in another spelling; one for each."""
    found: Renamed = {}
    taken: set[Path] = set()
    for error in errors:
        path = error["loc"]
        if error["type"] != "extra_forbidden":
            continue
        above = find_field(node, path[:-1]).node
        typed = {key.text for key, value in above.entries if not is_empty(value)} if isinstance(above, Mapping) else ()
        fields = [name for name in shape_at(model, path[:-1]).fields if name not in typed]
        meant = find_meant(str(path[-1]), fields)
        if meant and (*path[:-1], meant) not in taken:
            found[path] = meant
            taken.add((*path[:-1], meant))
    return found


def rename(node: Node, renamed: Renamed, path: Path = ()) -> Node:
    """The values with the keys that were meant, each at the place of the one that was typed."""
    if not any(each[: len(path)] == path for each in renamed):
        return node
    if isinstance(node, Sequence):
        return Sequence(
            tuple(rename(item, renamed, (*path, index)) for index, item in enumerate(node.items)), node.start
        )
    if isinstance(node, Mapping):
        alone = any(each[len(path) : len(path) + 1] == (0,) for each in renamed if each[: len(path)] == path)
        here = (*path, 0) if alone else path  # a list of one, written as the value alone
        entries = ((_as_meant(key, renamed.get((*here, key.text))), key.text, value) for key, value in node.entries)
        return Mapping(
            tuple((key, rename(value, renamed, (*here, typed))) for key, typed, value in entries), node.start
        )
    return node


def _as_meant(key: Scalar, meant: str | None) -> Scalar:
    return key._replace(text=meant) if meant else key


def contradicts(error: ErrorDetails, node: Node, renamed: Iterable[Path]) -> bool:
    """Whether an error is that the whole value is none for the key that was meant: then another key may be meant."""
    path = error["loc"]
    whole = path[:-1] if path and path[-1] == 0 else path
    is_form = error["type"] in (
        "model_type",
        "tuple_type",
        "string_type",
        "dict_type",
        "wrong-type",
        "model_attributes_type",
    )
    return is_form and whole in renamed and not isinstance(find_field(node, path).node, Mapping)
