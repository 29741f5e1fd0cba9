"""Fields in curly brackets, `{name: Ana Belo, role: Mayor}`, with a sign too few or a wrong one between them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.typed.edits import Edit, Mistake, mended
from generator.typed.rows import Row

_FIELDS = re.compile(r"\{\s*(\w+)\s*:")
_NEXT = re.compile(r"(?P<sign>;?)\s+(?P<key>\w+):\s")


def is_braced(value: str, keys: Collection[str]) -> bool:
    """Whether a value is fields in curly brackets, as far as its beginning tells."""
    found = _FIELDS.match(value)
    return found is not None and found[1] in keys


def find_slip(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A comma missing between two fields, a semicolon in its place, or no closing bracket."""
    row = rows[index]
    if not is_braced(row.value, keys):
        return
    for found in _NEXT.finditer(row.value, 1):
        if found["key"] in keys and row.value[found.start() - 1] not in "{,":
            at = row.value_at + found.start()
            wrong = "a semicolon stands" if found["sign"] else "a comma is missing"
            message = f"{wrong} before {found['key']}:" + (", where a comma belongs" if found["sign"] else "")
            yield mended(row, at, message, Edit(at, at + len(found["sign"]), ","))
    if "}" not in row.value:
        yield mended(row, row.value_at, "the closing } is missing", Edit(row.end, row.end, "}"))
