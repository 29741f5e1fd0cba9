"""Fields of a file: `quotes[0].text` as a path, and the value that stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from generator.suggestions import find_meant
from generator.typed.nodes import Mapping, Node, Scalar, Sequence, is_empty

Path = tuple[str | int, ...]

_STEP = re.compile(r"\[(\d+)\]|\.?([^.\[\]]+)")


class Found(NamedTuple):
    """What stands at a path: the value, its key (None: an item or the whole), and whether all of the path was there.

    Where a part is missing, `node` is the last value on the way.
    """

    node: Node
    key: Scalar | None
    whole: bool

    @property
    def place(self) -> int:
        """The offset that a problem with the value points at: the key where the value is empty."""
        return self.key.start if self.key and is_empty(self.node) else self.node.start


def parse_field(field: str) -> Path:
    """The path of a field as it is written in problems."""
    return tuple(int(index) if index else name for index, name in _STEP.findall(field))


def write_field(path: Iterable[str | int]) -> str:
    """A path as it is written in problems."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def find_field(root: Node, path: Path) -> Found:
    """The value at a path; short forms and lists of one written as the value alone stand for themselves."""
    node, key = root, None
    for part in path:
        if isinstance(part, int):
            if isinstance(node, Sequence):
                if part >= len(node.items):
                    return Found(node, key, False)
                node, key = node.items[part], None
            elif part:
                return Found(node, key, False)
        elif isinstance(node, Mapping):
            entry = find_entry(node, part)
            if entry is None:
                return Found(node, key, False)
            key, node = entry
        elif isinstance(node, Sequence):
            return Found(node, key, False)
    return Found(node, key, True)


def find_entry(mapping: Mapping, name: str) -> tuple[Scalar, Node] | None:
    """Key and value of a name: the first that has a value, else the first; else of a key that was meant to be it."""
    entries = [(key, value) for key, value in mapping.entries if key.text == name]
    entries = entries or [(key, value) for key, value in mapping.entries if find_meant(key.text, (name,))]
    return next((entry for entry in entries if not is_empty(entry[1])), entries[0] if entries else None)
