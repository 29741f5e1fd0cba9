"""Lines that begin in the wrong place: tabs, odd spaces, a step too far to the left or right."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence

from generator.typed.edits import Edit, Mistake, count_spaces, short, so_often
from generator.typed.rows import Row


def find_tabs(rows: Sequence[Row]) -> Iterator[Mistake]:
    """Lines that begin with a tab; all of them are one mistake."""
    tabbed = [row for row in rows if "\t" in _blank_start(row.text) and row.text.strip()]
    for width in (2, 4, 8, 0, 6, 1, 3) if tabbed else ():
        edits = tuple(
            _respaced(row, row.text[: len(_blank_start(row.text))].replace("\t", " " * width)) for row in tabbed
        )
        at = tabbed[0].start + tabbed[0].text.index("\t")
        yield Mistake(
            at,
            f"this line is indented with a tab{so_often(tabbed)}",
            "use spaces: two for each step to the right",
            edits,
        )
    if inside := [row for row in rows if row.text.lstrip(" ").startswith("-\t")]:
        at = inside[0].start + inside[0].text.index("\t")
        edits = tuple(Edit(place, place + 1, " ") for row in inside for place in [row.start + row.text.index("\t")])
        yield Mistake(at, f"a tab follows the dash{so_often(inside)}", "put one space there instead", edits)


def find_odd_spaces(rows: Sequence[Row]) -> Iterator[Mistake]:
    """Lines that begin with spaces that only look like spaces, as pasted text has them."""
    odd = [row for row in rows if not row.block and _blank_start(row.text).strip(" \t")]
    if odd:
        at = next(place for place, letter in enumerate(odd[0].text) if letter not in " \t")
        name = unicodedata.name(odd[0].text[at], "another character").lower()
        edits = tuple(_respaced(row, " " * len(_blank_start(row.text))) for row in odd)
        message = f"the space at the start of this line is not an ordinary one ({name}){so_often(odd)}"
        yield Mistake(odd[0].start + at, message, "delete it and type a space; it comes along with pasted text", edits)


def _blank_start(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _respaced(row: Row, blank: str) -> Edit:
    return Edit(row.start, row.start + len(_blank_start(row.text)), blank)


def find_wrong_indentation(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A field or list item that stands a little left or right of the others of its group."""
    row = rows[index]
    if row.key is None and row.indent == row.column:
        return
    for column in _columns_near(rows, index):
        message = f"this line is indented by {count_spaces(row.indent)}, where {count_spaces(column)} would fit"
        alone, moved = shifted([row], column - row.indent), shifted(_with_children(rows, index), column - row.indent)
        for edits in dict.fromkeys((alone, moved)):
            yield Mistake(row.start + row.indent, message, f"let it begin {_beside(rows, index, column)}", edits)


def _columns_near(rows: Sequence[Row], index: int) -> list[int]:
    """Where a line could begin, as far as the lines around it tell, the nearest first."""
    row, columns = rows[index], {0}
    for group in (reversed(rows[:index]), iter(rows[index + 1 :])):
        floor = 10**9
        for other in group:
            if other.is_text and other.indent < floor:
                floor = other.indent
                columns |= {other.indent, other.column}
                if other.key is not None and not other.value:
                    columns.add(other.column + 2)
            if not floor:
                break
    return sorted(columns - {row.indent}, key=lambda column: (abs(column - row.indent), -column))


def _with_children(rows: Sequence[Row], index: int) -> list[Row]:
    """A line and the lines below that are indented more."""
    group = [rows[index]]
    for row in rows[index + 1 :]:
        if row.text.strip() and row.indent <= rows[index].indent:
            break
        group.append(row)
    return group


def shifted(rows: Sequence[Row], by: int) -> tuple[Edit, ...]:
    """Lines moved left or right."""
    return tuple(
        Edit(row.start, row.start + row.indent, " " * max(0, row.indent + by)) for row in rows if row.text.strip()
    )


def _beside(rows: Sequence[Row], index: int, column: int) -> str:
    if column == 0:
        return "at the very left, with no space before it"
    for row in (*reversed(rows[:index]), *rows[index + 1 :]):
        if row.is_text and column in (row.indent, row.column):
            side = "below" if row.start < rows[index].start else "above"
            words = row.text[column:].strip()
            return f"exactly {side} “{short(words, 24)}”"
    return f"after {count_spaces(column)}"


def find_text_to_indent(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """Words of a text that runs on in the next line without being indented."""
    row = rows[index]
    above = next((row for row in reversed(rows[:index]) if row.is_text), None)
    if above is None or row.key in keys or row.indent > above.column:
        return
    if not above.value and (above.key not in keys or row.key is not None):
        return
    if row.indent != row.column or row.body.split()[0].rstrip(":=") in keys:
        return
    column = (above.column if above.key is not None else above.indent) + 2
    group = [row]
    for below in rows[index + 1 :]:
        if not below.text.strip() or below.key in keys or below.column != row.column or below.key is not None:
            break
        group.append(below)
    edits = tuple(Edit(below.start, below.start + below.indent, " " * column) for below in group)
    text = "the text" if above.value else f"“{above.key}:”"
    message = f"this line {'goes on with' if above.value else 'belongs to'} {text} above, but is not indented"
    hint = f"indent it by {count_spaces(column)}, so that it belongs to {text} above"
    yield Mistake(row.body_at, message, hint, edits)


def find_glued_item(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A list item that is indented more than the item above, and so runs on from its text."""
    row = rows[index]
    above = next((row for row in reversed(rows[:index]) if row.is_text), None)
    if above and row.column > row.indent > above.indent and above.column > above.indent:
        at = row.start + row.indent
        message = "this dash is indented more than the one above, so it would be read as part of that text"
        hint = f"let it begin {_beside(rows, index, above.indent)}; if it belongs to the text, use another dash (–)"
        yield Mistake(at, message, hint, shifted(_with_children(rows, index), above.indent - row.indent))


def find_block_to_indent(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """Words below `text: >-` that are not indented."""
    row = rows[index]
    above = next((row for row in reversed(rows[:index]) if row.is_text), None)
    if above is None or above.value[:1] not in tuple("|>") or len(above.value) > 3 or row.key in keys:
        return
    column = (above.column if above.key is not None else above.indent) + 2
    group = []
    for below in rows[index:]:
        if below.key in keys or (below.text.strip() and below.indent >= column and below.block):
            break
        group.append(below)
    edits = tuple(Edit(b.start, b.start + b.indent, " " * column) for b in group if b.text.strip())
    message = f"the words below “{short(above.body, 24)}” are not indented"
    yield Mistake(row.body_at, message, f"indent them by {count_spaces(column)}", edits)


def find_uneven_block(rows: Sequence[Row], index: int) -> Iterator[Mistake]:
    """Words below `text: >-` of which the first line is indented more than the others."""
    if not rows or not rows[index].block:
        return
    first = last = index
    while first and rows[first - 1].block:
        first -= 1
    while last + 1 < len(rows) and rows[last + 1].block:
        last += 1
    group = [row for row in rows[first : last + 1] if row.text.strip()]
    least = min(row.indent for row in group)
    deep = [row for row in group if row.indent > least]
    if group[0].indent > least:
        below = next(row for row in group if row.indent == least)
        edits = tuple(Edit(row.start, row.start + row.indent, " " * least) for row in deep)
        hint = f"let it begin exactly above “{short(below.text.strip(), 24)}”"
        yield Mistake(group[0].start + group[0].indent, "this line is indented more than those below it", hint, edits)


def find_lone_dash(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A dash alone: in the place of a value, or on a line of its own above the fields of an item."""
    row = rows[index]
    if row.value != "-":
        return
    if row.key is not None:
        message = "a dash alone stands here, where a value belongs"
        yield Mistake(
            row.value_at, message, "type the value in its place, or delete it", (Edit(row.value_at, row.end, ""),)
        )
        return
    group = []
    for below in rows[index + 1 :]:
        if below.text.strip() and (below.indent != row.indent or below.column != below.indent or below.body == "-"):
            break
        group.append(below)
    edits = tuple(Edit(below.start, below.start, "  ") for below in group if below.text.strip())
    if edits:
        hint = f"indent them by {count_spaces(row.indent + 2)}, so that they belong to the dash"
        yield Mistake(row.start + row.indent, "the lines below this dash are not indented", hint, edits)


def find_dash_before_field(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`- title: Talks`, where fields of a group and no items stand; those in a row are one mistake."""
    row = rows[index]
    if row.column <= row.indent or row.key not in keys:
        return
    group = [row]
    for above in reversed(rows[:index]):
        if not above.is_text or above.indent > row.indent:
            continue
        if above.indent < row.indent or above.column == above.indent or above.key not in keys:
            break
        group.insert(0, above)
    everywhere = [each for each in rows if each.is_text and each.indent == row.indent and each.key in keys]
    dashed_all = [each for each in everywhere if each.column > each.indent]
    for dashed in (group[-1:], *([group] if len(group) > 1 else []), *([] if row.indent else [dashed_all])):
        first, *others = (Edit(each.start + each.indent, each.body_at, "") for each in dashed)
        at = dashed[0].start + dashed[0].indent
        message = f"this field has a dash before it, as only the items of a list have{so_often(dashed)}"
        yield Mistake(at, message, f"write it without the dash: {short(dashed[0].body)}", (first, *others))
