"""Errors that only follow from another: a field is missing because its key is misspelt, and the like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping as Table
from collections.abc import Sequence as Row

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.typed import wording
from generator.typed.fields import Path, find_entry, find_field
from generator.typed.nodes import Mapping, Node, Scalar
from generator.typed.shapes import shape_at

#: Fields that are missing beside keys that nobody knows, by the path of their group: one is probably the other.
Lost = Table[Path, list[str]]


def without_followers(errors: Row[ErrorDetails], node: Node, model: type[BaseModel]) -> tuple[list[ErrorDetails], Lost]:
    """The errors that stand for themselves, and the missing fields that are told with an unknown key."""
    meant: set[Path] = set()
    whole: set[Path] = set()
    strange: dict[Path, int] = defaultdict(int)
    for error in errors:
        if error["type"] == "extra_forbidden":
            *above, key = error["loc"]
            group = tuple(above)
            if is_whole_item(node, model, error["loc"]):
                whole.add(group)
            elif better := shape_at(model, group).meant(str(key)):
                meant.add((*group, better))
            elif not wording.home(str(key), shape_at(model, group), model):
                strange[group] += 1
    missing: dict[Path, list[str]] = defaultdict(list)
    for error in errors:
        *above, key = error["loc"] or ("",)
        if error["type"] == "missing" and error["loc"] not in meant and not _is_there(node, error["loc"]):
            missing[tuple(above)].append(str(key))
    lost = {path: names for path, names in missing.items() if strange.get(path, 0) >= len(names)}
    gone = meant | {(*path, name) for path, names in lost.items() for name in names}
    kept = [e for e in errors if e["type"] != "missing" or (e["loc"] not in gone and e["loc"][:-1] not in whole)]
    return kept, lost


def is_whole_item(node: Node, model: type[BaseModel], loc: Path) -> bool:
    """Whether an unknown key stands for a whole item: a text with a colon in it, or a name with words behind it."""
    return is_text_with_colon(node, model, loc) or is_named_item(node, model, loc)


def is_text_with_colon(node: Node, model: type[BaseModel], loc: Path) -> bool:
    """Whether a field that nobody knows is really a text with a colon in it: `- Tone: it was fine`."""
    above, shape = find_field(node, loc[:-1]).node, shape_at(model, loc[:-1])
    return bool(shape.short) and isinstance(above, Mapping) and len(above.entries) == 1 and loc[-1] not in shape.fields


def is_named_item(node: Node, model: type[BaseModel], loc: Path) -> bool:
    """Whether a field that nobody knows is really somebody: `Ana Belo: Mayor`, `Ana Belo: We agree`; or a label."""
    key, shape, value = str(loc[-1]), shape_at(model, loc[:-1]), find_field(node, loc).node
    above, kind = find_field(node, loc[:-1]).node, shape.model.__name__ if shape.model else ""
    like_a_name = " " in key.strip() or key[:1].isupper() or not key.isascii()
    if kind == "Change":
        like_a_name = key[:1].isdigit() and any(character.isdigit() for character in key[1:])
    elif kind == "KeyPoint":
        typed = [name.text for name, _ in above.entries] if isinstance(above, Mapping) else []
        like_a_name &= len(typed) > 1 and not {"label", "text"}.intersection(typed)
    fields = isinstance(value, Mapping) and all(shape.meant(name.text) for name, _ in value.entries)
    return kind in wording.PAIRS and like_a_name and (isinstance(value, Scalar) or fields) and not shape.meant(key)


def is_named_again(node: Node, model: type[BaseModel], loc: Path) -> bool:
    """Whether it is somebody, and another one stands in the same group before."""
    above = find_field(node, loc[:-1]).node
    first = above.entries[0][0].text if isinstance(above, Mapping) else loc[-1]
    both = first != loc[-1] and is_named_item(node, model, (*loc[:-1], first))
    return both and is_named_item(node, model, loc)


def _is_there(node: Node, loc: Path) -> bool:
    above = find_field(node, loc[:-1]).node
    return isinstance(above, Mapping) and find_entry(above, str(loc[-1])) is not None
