"""Fields in curly brackets, `{name: Ana Belo, role: Mayor}`, with a sign too few or a wrong one between them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.typed.edits import Edit, Mistake, apply, mended, quote, short
from generator.typed.nodes import Node, Scalar
from generator.typed.rows import Row

_FIELDS = re.compile(r"\{\s*([\w-]+)\s*:")
_NEXT = re.compile(r"(?P<sign>;?)\s+(?P<key>\w+):\s")
_KEY = re.compile(r"(?<=[{,])\s*(?P<key>[\w-]+):\s+")
_LIKE_A_KEY = re.compile(r"[a-z_-]+")


def is_braced(value: str, keys: Collection[str]) -> bool:
    """Whether a value is fields in curly brackets, as far as its beginning tells."""
    found = _FIELDS.match(value)
    return found is not None and found[1] in keys


def find_slip(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A comma missing between two fields, a semicolon in its place, a colon in a value, or no closing bracket."""
    row = rows[index]
    if not is_braced(row.value, keys):
        return
    for found in _NEXT.finditer(row.value, 1):
        if found["key"] in keys and row.value[found.start() - 1] not in "{,":
            at = row.value_at + found.start()
            wrong = "a semicolon stands" if found["sign"] else "a comma is missing"
            message = f"{wrong} before {found['key']}:" + (", where a comma belongs" if found["sign"] else "")
            yield mended(row, at, message, Edit(at, at + len(found["sign"]), ","))
    yield from _find_colon(row, keys)
    if "}" not in row.value:
        yield mended(row, row.value_at, "the closing } is missing", Edit(row.end, row.end, "}"))


def _find_colon(row: Row, keys: Collection[str]) -> Iterator[Mistake]:
    """`{label: Pay, text: The union: no}`, where the second colon reads like another field."""
    fields = [found for found in _KEY.finditer(row.value) if found["key"] in keys]
    end = row.value.rfind("}") if "}" in row.value else len(row.value)
    stops = [*(found.start() - 1 for found in fields[1:]), end]
    for field, stop in zip(fields, stops, strict=False):  # where no field stands, there is nothing to stop at
        value = row.value[field.end() : stop].rstrip()
        colon = value.find(": ") if ": " in value else len(value) - 1 if value.endswith(":") else -1
        word = re.split(r"[\s,;]", value[:colon])[-1]
        if colon >= 0 and value[0] not in "\"'[{" and word not in keys:
            start = row.value_at + field.end()
            fix = Edit(start, start + len(value), quote(value))
            yield mended(row, start + colon, "a colon inside a value reads like another field", fix)


def find_stray(text: str, entries: Sequence[tuple[Scalar, Node]]) -> Mistake | None:
    """What stands between commas in curly brackets and has no colon, so that it would be left out without a word."""
    strays = [place for place, (key, value) in enumerate(entries) if _is_stray(text, key, value)]
    if not strays or _goes_on(text, entries[-1]):
        return None
    if glued := [place for place in strays if entries[place][0].plain and ":" in entries[place][0].text.strip(":")]:
        return _without_space(text, [entries[place][0] for place in glued])
    first, key = strays[0], entries[strays[0]][0]
    if len(strays) == len(entries):
        return _no_fields(text, entries)
    before = entries[first - 1][1] if first else None
    message = f"“{short(key.text, 40)}” has no colon, and a comma divides fields in curly brackets"
    if not isinstance(before, Scalar) or not before.plain or before.end == before.start:
        fix = (Edit(key.end, key.end, ": ''"),)
        return Mistake(key.start, message, f"write {short(key.text, 40)}: and its value, or delete it", fix)
    last = first
    while last + 1 in strays:
        last += 1
    if entries[first - 1][0].text == "name":
        fix = (Edit(key.start, key.start, "role: "),)
        return Mistake(key.start, message, f"write the field before it, as in: {_line(text, fix)}", fix)
    start, end = before.start, entries[last][0].end
    fix = (Edit(start, end, quote(text[start:end])),)
    hint = f"if it belongs to the words before the comma, write: {_line(text, fix)}"
    return Mistake(key.start, message, f"{hint}\nif it is a field, write its name and a colon before it", fix)


def _is_stray(text: str, key: Scalar, value: Node) -> bool:
    nothing = isinstance(value, Scalar) and value.plain and value.start == value.end
    return nothing and ":" not in text[key.end : value.start]


def _goes_on(text: str, last: tuple[Scalar, Node]) -> bool:
    """Whether words follow the closing bracket, so that the brackets belong to a text."""
    closing = text.find("}", last[0].end)
    end = text.find("\n", closing)
    rest = text[closing + 1 : end if end >= 0 else len(text)].strip()
    return closing >= 0 and bool(rest) and rest[0] not in ",]}#"


def _without_space(text: str, keys: Sequence[Scalar]) -> Mistake:
    """`{name:Ana Belo}`: YAML takes both words for the name of a field."""
    places = [key.start + key.text.index(":") + 1 for key in keys]
    fix = tuple(Edit(place, place, " ") for place in places)
    message = f"a space is missing after “{keys[0].text.partition(':')[0]}:”"
    return Mistake(keys[0].start, message, f"write: {_line(text, fix)}", fix)


def _no_fields(text: str, entries: Sequence[tuple[Scalar, Node]]) -> Mistake:
    """`{Ana Belo}`, `{labour, ferries}`: no fields at all."""
    first, last = entries[0][0], entries[-1][0]
    opening, closing = text.rindex("{", 0, first.start), text.index("}", last.end)
    if len(entries) == 1 and _LIKE_A_KEY.fullmatch(first.text):
        message = f"“{first.text}” stands in curly brackets without a colon and a value"
        hint = f"write {first.text}: and the value; or take the brackets away"
        return Mistake(first.start, message, hint, (Edit(first.end, first.end, ": ''"),))
    marks = ("[", "]") if len(entries) > 1 else ("", "")
    fix = (Edit(opening, opening + 1, marks[0]), Edit(closing, closing + 1, marks[1]))
    return Mistake(opening, "curly brackets hold fields, and here is none", f"write: {_line(text, fix)}", fix)


def _line(text: str, edits: Sequence[Edit]) -> str:
    """The line of the first edit as it was meant."""
    start = text.rfind("\n", 0, edits[0].start) + 1
    end = text.find("\n", edits[0].start)
    end = end if end >= 0 else len(text)
    inside = [Edit(edit.start - start, edit.end - start, edit.new) for edit in edits if edit.end <= end]
    return short(apply(text[start:end], inside).strip(), 120)
