"""Located values: what was typed in a file, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias


class Scalar(NamedTuple):
    """A text as typed, and where it stands; `plain` when it is not in quotation marks and no block."""

    text: str
    start: int
    end: int
    plain: bool


class Sequence(NamedTuple):
    """A list; items without a value are left out."""

    items: tuple[Node, ...]
    start: int


class Mapping(NamedTuple):
    """Keys and values, repeated keys and keys without a value included."""

    entries: tuple[tuple[Scalar, Node], ...]
    start: int


Node: TypeAlias = Scalar | Sequence | Mapping


def is_empty(node: Node) -> bool:
    """Whether a value is as good as absent: no text, no items, no keys."""
    return not (node.text.strip() if isinstance(node, Scalar) else node[0])


def paths_of(node: Node, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Scalar]]:
    """Every text among the values with its path, in the order of the file."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from paths_of(item, (*path, index))
    else:
        for key, value in node.entries:
            yield from paths_of(value, (*path, key.text))


def scalars_of(node: Node) -> Iterator[Scalar]:
    """Every text among the values, in the order of the file."""
    return (scalar for _, scalar in paths_of(node))
