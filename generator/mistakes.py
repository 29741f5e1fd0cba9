"""The mistakes that people make in YAML, in their words: what was typed, where, and the line that was meant.

A parser points at where it gave up, which is often another line. So every likely mistake is tried: it explains the
failure when the text can be read on with the mistake mended, and the first that does is named.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from generator.rows import Row, read_rows

_CHARACTERS_READ = 3_000_000  # over all trials of one mistake, so that a large file costs no more than a second
_WIDEST = 90  # characters of a line shown in a hint

SPECIAL = {
    "@": "an at sign",
    "`": "a backtick",
    "%": "a percent sign",
    "*": "an asterisk",
    "&": "an ampersand",
    "!": "an exclamation mark",
    "|": "a vertical line",
    ">": "a greater-than sign",
    "[": "a square bracket",
    "{": "a curly bracket",
    "]": "a square bracket",
    "}": "a curly bracket",
    ",": "a comma",
    "?": "a question mark",
    "-": "a dash",
}


class Edit(NamedTuple):
    """Characters `start` to `end` of a text become `new`."""

    start: int
    end: int
    new: str


class Mistake(NamedTuple):
    """A mistake at an offset, what to say of it, and what mends it (in the order of places, none: nothing does)."""

    at: int
    message: str
    hint: str = ""
    edits: tuple[Edit, ...] = ()


Rule = Callable[[Sequence[Row], int, Collection[str]], Iterator[Mistake]]


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made."""
    for edit in reversed(edits):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def trace(offset: int, rounds: Sequence[Sequence[Edit]]) -> int:
    """The offset in the text as typed of an offset in the text after rounds of edits."""
    for edits in reversed(rounds):
        offset = _before(offset, edits)
    return offset


def _before(offset: int, edits: Sequence[Edit]) -> int:
    shift = 0
    for edit in edits:
        begin, grown = edit.start + shift, len(edit.new) - (edit.end - edit.start)
        if offset < begin:
            break
        if offset < begin + len(edit.new):
            return min(edit.start + (offset - begin), edit.end)
        shift += grown
    return offset - shift


def find(
    text: str, failed: int, said: str, first_failure: Callable[[str], int | None], keys: Collection[str]
) -> Mistake:
    """The mistake that made a text unreadable at the offset `failed`, where the parser `said` why.

    `first_failure` tells how far a text can be read; `keys` are the words of the format.
    """
    rows = read_rows(text)
    last = max((index for index, row in enumerate(rows) if row.start <= failed), default=0)
    best, furthest = None, rows[last].end if rows else 0
    trials = max(3, _CHARACTERS_READ // (len(text) + 1))
    for mistake in islice(_likely(rows, last, keys), trials):
        reached = first_failure(apply(text, mistake.edits))
        if reached is None:
            return mistake
        if (reached := _before(reached, mistake.edits)) > furthest:
            best, furthest = mistake, reached
    return best or _unexplained(failed, said)


def _likely(rows: Sequence[Row], last: int, keys: Collection[str]) -> Iterator[Mistake]:
    """Every mistake that the lines could hold, the likeliest first: near the failure, then upwards."""
    yield from find_tabs(rows)
    yield from find_odd_spaces(rows)
    for index in (*range(min(last + 1, len(rows) - 1), last, -1), *range(last, -1, -1)):
        if rows[index].is_text:
            for rule in RULES:
                yield from rule(rows, index, keys)


def _unexplained(failed: int, said: str) -> Mistake:
    for words, message in _IN_OTHER_WORDS.items():
        if words in said:
            return Mistake(failed, message, _COMPARE)
    return Mistake(failed, "this line cannot be read", _COMPARE)


_COMPARE = "compare it with the lines above: every field is `name: value`, indented like the others of its group"
_IN_OTHER_WORDS = {
    "':'": "a colon is missing in this line",
    "mapping values": "this line holds a colon that does not fit here",
    "expected key": "this line does not fit to the lines above it",
    "'-'": "this line does not fit to the list above it",
    "unexpected end": "a quotation mark or bracket that opens here is not closed",
    "',' or": "a bracket that opens above is not closed",
    "no field": "this file has no field at all: there is text, but no `name: value`",
}


# --- indentation -----------------------------------------------------------------------------------


def find_tabs(rows: Sequence[Row]) -> Iterator[Mistake]:
    """Lines that begin with a tab; all of them are one mistake."""
    tabbed = [row for row in rows if "\t" in _blank_start(row.text) and row.text.strip()]
    for width in (2, 4, 8, 0, 6, 1, 3) if tabbed else ():
        edits = tuple(
            _respaced(row, row.text[: len(_blank_start(row.text))].replace("\t", " " * width)) for row in tabbed
        )
        at = tabbed[0].start + tabbed[0].text.index("\t")
        yield Mistake(at, "this line is indented with a tab", "use spaces: two for each step to the right", edits)
    if inside := [row for row in rows if row.text.lstrip(" ").startswith("-\t")]:
        at = inside[0].start + inside[0].text.index("\t")
        edits = tuple(Edit(place, place + 1, " ") for row in inside for place in [row.start + row.text.index("\t")])
        yield Mistake(at, "a tab follows the dash", "put one space there instead", edits)


def find_odd_spaces(rows: Sequence[Row]) -> Iterator[Mistake]:
    """Lines that begin with spaces that only look like spaces, as pasted text has them."""
    odd = [row for row in rows if not row.block and _blank_start(row.text).strip(" \t")]
    if odd:
        at = next(place for place, letter in enumerate(odd[0].text) if letter not in " \t")
        name = unicodedata.name(odd[0].text[at], "another character").lower()
        edits = tuple(_respaced(row, " " * len(_blank_start(row.text))) for row in odd)
        message = f"the space at the start of this line is not an ordinary one ({name})"
        yield Mistake(odd[0].start + at, message, "delete it and type a space; it comes along with pasted text", edits)


def _blank_start(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _respaced(row: Row, blank: str) -> Edit:
    return Edit(row.start, row.start + len(_blank_start(row.text)), blank)


def find_wrong_indentation(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A field or list item that stands a little left or right of the others of its group."""
    row = rows[index]
    if row.key is None and not row.body.startswith("-") and row.indent == row.column:
        return
    if (
        row.key is not None
        and row.key not in keys
        and ": " in row.body
        and row.indent == row.column
        and not _keys_near(rows, index)
    ):
        return
    for column in sorted(_columns_above(rows, index, row), key=lambda column: (abs(column - row.indent), -column)):
        if column != row.indent:
            message = f"this line is indented by {_spaces(row.indent)}; {_spaces(column)} fit{'s' * (column == 1)} here"
            hint = f"let it begin {_below(rows, index, column)}"
            yield Mistake(row.start + row.indent, message, hint, _shifted(rows, index, column - row.indent))


def _keys_near(rows: Sequence[Row], index: int) -> bool:
    """Whether the line above is no text that could run on into this line."""
    above = next((row for row in reversed(rows[:index]) if row.is_text), None)
    return above is None or not above.value or above.value[0] in "\"'|>"


def _columns_above(rows: Sequence[Row], index: int, row: Row) -> set[int]:
    """Where a line like this one could begin, as far as the lines above tell."""
    columns, floor, dashed = {0}, 10**9, row.indent != row.column
    for above in reversed(rows[:index]):
        if not above.is_text or above.indent >= floor:
            continue
        floor = above.indent
        columns.add(above.column if not dashed else above.indent)
        if above.key is not None and not above.value:
            columns.add(above.column + 2)
        if floor == 0:
            break
    return columns


def _shifted(rows: Sequence[Row], index: int, by: int) -> tuple[Edit, ...]:
    """A line moved left or right, with what is indented below it."""
    row, edits = rows[index], []
    for below in rows[index:]:
        if below is not row and below.text.strip() and below.indent <= row.indent:
            break
        if below.text.strip():
            edits.append(Edit(below.start, below.start + below.indent, " " * max(0, below.indent + by)))
    return tuple(edits)


def _spaces(count: int) -> str:
    return {0: "no space", 1: "one space"}.get(count, f"{count} spaces")


def _below(rows: Sequence[Row], index: int, column: int) -> str:
    mate = next((row for row in reversed(rows[:index]) if row.is_text and column in (row.column, row.indent)), None)
    if column == 0:
        return "at the very left, with no space before it"
    return f"exactly below “{_short(mate.body, 24)}”" if mate else f"after {_spaces(column)}"


def find_text_to_indent(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """Words of a text that runs on in the next line without being indented."""
    row = rows[index]
    above = next((row for row in reversed(rows[:index]) if row.is_text), None)
    if above is None or row.key in keys or row.indent > above.column or not above.value:
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
    message = "this line goes on with the text above, but is not indented"
    yield Mistake(row.body_at, message, f"indent it by {_spaces(column)}, so that it belongs to the text above", edits)


# --- keys and dashes -------------------------------------------------------------------------------


def find_missing_space(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`title:Talks` without the space after the colon."""
    row = rows[index]
    word, colon, rest = row.body.partition(":")
    if colon and rest and rest[0] not in " \t/" and (word in keys or (" " not in word and word[:1].isalpha())):
        at = row.body_at + len(word)
        odd = rest[0].isspace()
        message = f"the space after “{word}:” is not an ordinary one" if odd else f"a space is missing after “{word}:”"
        yield _mended(row, at, message, Edit(at + 1, at + 1 + odd, " "))
    wide = row.body.find("：")
    if wide > 0 and row.body[:wide].strip() in keys:
        at = row.body_at + wide
        end = at + 1 + (len(row.body) > wide + 1 and row.body[wide + 1].isspace())
        yield _mended(row, at, "this colon is a wide one (：), which YAML does not know", Edit(at, end, ": "))


def find_missing_colon(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`title Talks` or `title = Talks` without the colon."""
    row = rows[index]
    word = row.body.split(maxsplit=1)[0].rstrip("=;")
    if word in keys:
        rest = row.body[len(word) :]
        wrong = len(rest) - len(rest.lstrip(" =;"))
        at = row.body_at
        fix = Edit(
            at + len(word), at + len(word) + (wrong if rest.strip() else len(rest)), ": " if rest.strip(" =;") else ":"
        )
        yield _mended(row, at, f"a colon is missing after “{word}”", fix)


def find_other_missing_colon(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A line whose first word could be a key that the format does not know."""
    row = rows[index]
    word = row.body.split(maxsplit=1)[0]
    if row.key is None and word not in keys and word.replace("_", "").replace("-", "").isalnum():
        end = row.body_at + len(word)
        yield _mended(row, row.body_at, f"a colon is missing after “{word}”", Edit(end, end, ":"))


def find_missing_dash_space(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`-Ukraine` without the space after the dash; all such items of one list are one mistake."""
    row = rows[index]
    if not _glued(row):
        return
    first = index
    while first > 0 and _glued(rows[first - 1]) and rows[first - 1].column == row.column:
        first -= 1
    group = []
    for below in rows[first:]:
        if not _glued(below) or below.column != row.column:
            break
        group.append(below)
    edits = tuple(Edit(item.body_at + 1, item.body_at + 1, " ") for item in group)
    yield _mended(group[0], group[0].body_at, "a space is missing after the dash", edits[0], edits[1:])


def _glued(row: Row) -> bool:
    return row.body.startswith("-") and row.body[1:2] not in ("", " ", "-")


def find_missing_dash(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A list item without its dash, with the fields below it."""
    row = rows[index]
    above = next((row for row in reversed(rows[:index]) if row.is_text and row.indent <= rows[index].indent), None)
    if above is None or above.indent != row.indent or row.indent != row.column or above.column == above.indent:
        return
    group = [row]
    for below in rows[index + 1 :]:
        if below.text.strip() and (
            below.indent < row.indent or (below.indent == row.indent and below.column != below.indent)
        ):
            break
        group.append(below)
    inserts = ["- ", *("  " for _ in group[1:])]
    edits = tuple(
        Edit(b.start + row.indent, b.start + row.indent, new) for b, new in zip(group, inserts) if b.text.strip()
    )
    yield _mended(row, row.body_at, "a dash is missing: this line belongs to a list", edits[0], edits[1:])


# --- values ----------------------------------------------------------------------------------------


def find_glued_item(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A list item that is indented more than the item above, and so runs on from its text."""
    row = rows[index]
    above = next((row for row in reversed(rows[:index]) if row.is_text), None)
    if above and row.column > row.indent > above.indent and above.column > above.indent:
        at = row.start + row.indent
        message = "this dash is indented more than the one above, so it would be read as part of that text"
        hint = f"let it begin {_below(rows, index, above.indent)}; if it belongs to the text, use another dash (–)"
        yield Mistake(at, message, hint, _shifted(rows, index, above.indent - row.indent))


def find_text_after_block(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`text: >- It was`: words behind the sign that announces a text on the lines below."""
    row = rows[index]
    sign, _, words = row.value.partition(" ")
    if sign in ("|", "|-", ">", ">-", "|+", ">+") and words.strip():
        at = row.value_at + len(row.value) - len(words.lstrip())
        parent = row.column if row.key is not None else row.indent
        below = next((below.indent for below in rows[index + 1 :] if below.text.strip()), 0)
        fix = Edit(row.value_at + len(sign), at, "\n" + " " * (below if below > parent else parent + 2))
        head = row.text[: row.value_at - row.start + len(sign)].strip()
        hint = f"begin the words on the next line, indented:\n{head}\n  {_short(words.strip(), 60)}"
        yield Mistake(at, f"no words may follow {sign} on the same line", hint, (fix,))


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
    message = f"the words below “{_short(above.body, 24)}” are not indented"
    yield Mistake(row.body_at, message, f"indent them by {_spaces(column)}", edits)


def find_early_close(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A value in quotation marks with more text behind the closing one."""
    row = rows[index]
    close = _closing(row.value)
    if close > 0 and row.value[close + 1 :].strip() and not row.value[close + 1 :].lstrip().startswith("#"):
        message = "the quotation marks close here, but the value goes on"
        yield _quoted(row, row.value_at + close, message, "put the whole value in the other kind of quotation marks")


def find_unclosed_quote(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A value whose quotation mark is not closed."""
    row = rows[index]
    if row.value[:1] not in ("'", '"') or _closing(row.value) > 0:
        return
    mark, end = row.value[0], row.end
    message = f"the quotation mark {mark} that opens here is not closed"
    if mark == "'" and row.value.count("'") == 1 and row.value[1:2].isalpha():
        yield _quoted(row, row.value_at, "a value that begins with an apostrophe is read as opening a quotation")
    elif row.value.count(mark) == 1 or mark == '"':
        yield _mended(row, row.value_at, message, Edit(end, end, mark))
    for below in rows[index + 1 : index + 40]:
        if below.key in keys or (below.text.strip() and below.indent <= row.indent):
            break
        if below.text.strip():
            yield Mistake(
                row.value_at, message, f"type {mark} at the end of the text", (Edit(below.end, below.end, mark),)
            )


def _closing(value: str) -> int:
    """Where the quotation mark that opens a value is closed, or -1."""
    mark, place = value[:1], 1
    while mark in ("'", '"') and mark and (place := value.find(mark, place)) > 0:
        if mark == "'" and value[place + 1 : place + 2] == "'":
            place += 2
        elif mark == '"' and _backslashes(value, place) % 2:
            place += 1
        else:
            return place
    return -1


def _backslashes(value: str, place: int) -> int:
    return place - len(value[:place].rstrip("\\"))


def find_backslash(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A backslash inside double quotation marks."""
    row = rows[index]
    if row.value.startswith('"') and "\\" in row.value and (close := _closing(row.value)) > 0:
        inner = row.value[1:close].replace('\\"', '"')
        fix = Edit(row.value_at, row.value_at + close + 1, "'" + inner.replace("'", "''") + "'")
        at = row.value_at + row.value.index("\\")
        yield _mended(row, at, 'a backslash inside "…" changes what follows it', fix)


def find_special_start(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A value that begins with a sign that means something else to YAML."""
    row = rows[index]
    sign = row.value[:1]
    if sign in ("[", "{") and row.key in keys:
        yield from _unclosed_bracket(row)
    if sign in SPECIAL and row.value != "-":
        message = f"a value cannot begin with {SPECIAL[sign]} ({sign})"
        yield _quoted(row, row.value_at, message)


def _unclosed_bracket(row: Row) -> Iterator[Mistake]:
    close = {"[": "]", "{": "}"}[row.value[0]]
    missing = row.value.count(row.value[0]) - row.value.count(close)
    if missing == 1:
        yield _mended(
            row,
            row.value_at,
            f"the bracket {row.value[0]} that opens here is not closed",
            Edit(row.end, row.end, close),
        )
    elif missing == -1 and row.value.endswith(close):
        message = f"this bracket {close} closes nothing"
        yield _mended(row, row.end - 1, message, Edit(row.end - 1, row.end, ""))


def find_stray_bracket(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A line that is a closing bracket or comma and nothing else."""
    row = rows[index]
    if row.body and not row.body.strip("]}, "):
        message = f"this {row.body} closes nothing"
        yield Mistake(row.body_at, message, "delete this line", (Edit(row.body_at, row.end, ""),))


def find_comment(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`The #1 issue`: everything behind the # would be left out."""
    row = rows[index]
    hash_at = next((place for place in range(1, len(row.value) - 1) if _glued_hash(row.value, place)), 0)
    if hash_at and row.value[0] not in "\"'|>":
        message = f"everything from # on would be left out: “{_short(row.value[hash_at:], 40)}”"
        or_else = "; for a remark of your own, type a space after the #"
        yield _quoted(row, row.value_at + hash_at, message, "put the value in quotation marks", or_else)


def _glued_hash(value: str, place: int) -> bool:
    return value[place] == "#" and value[place - 1] in " \t" and (value[place + 1].isalnum() or value[place + 1] == "_")


def find_colon_in_value(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`title: Talks: the next round`, where the second colon reads like another field."""
    row = rows[index]
    if row.key is None or row.value[:1] in ("'", '"'):
        return
    in_value = row.value.find(": ") if ": " in row.value else len(row.value) - 1 if row.value.endswith(":") else -1
    if in_value >= 0 and row.key in keys:
        yield _quoted(row, row.value_at + in_value, "a colon inside a value reads like another field")
    elif row.key not in keys:
        yield from _colon_in_running_text(rows, index)


def _colon_in_running_text(rows: Sequence[Row], index: int) -> Iterator[Mistake]:
    row = rows[index]
    at = row.body_at + len(row.key or "")
    message = "a colon inside a value reads like another field"
    if row.column > row.indent and (": " in row.value or row.value.endswith(":")):
        yield _quoted(row._replace(value=row.body, value_at=row.body_at), at, message)
    opener = next((above for above in reversed(rows[:index]) if above.is_text and above.indent < row.indent), None)
    if opener and opener.value and opener.value[0] not in "\"'|>[{":
        column = (opener.column if opener.key is not None else opener.indent) + 2
        hint = f"type >- after the field and let the words begin below it:\n{opener.text[opener.column : opener.value_at - opener.start]}>-"
        fix = Edit(opener.value_at, opener.value_at, ">-\n" + " " * column)
        yield Mistake(at, message, f"{hint}\n  {_short(opener.value, 60)}", (fix, *_aligned(rows, opener, column)))


def _aligned(rows: Sequence[Row], opener: Row, column: int) -> Iterator[Edit]:
    for below in rows[rows.index(opener) + 1 :]:
        if below.text.strip() and below.indent < column and below.indent <= opener.column:
            return
        if below.text.strip() and below.indent < column:
            yield Edit(below.start, below.start + below.indent, " " * column)


def find_list_on_line(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`topics: - war`: a list that begins on the line of its key."""
    row = rows[index]
    if row.key is not None and row.value.startswith("- "):
        fix = Edit(row.value_at, row.value_at, "\n" + " " * (row.column + 2))
        hint = f"begin the list on the next line:\n{row.key}:\n  {_short(row.value, 60)}\nif the dash belongs to the text, put the text in quotation marks"
        yield Mistake(row.value_at, "a list cannot begin on the line of its field", hint, (fix,))


# --- words -----------------------------------------------------------------------------------------


def _mended(row: Row, at: int, message: str, fix: Edit, also: tuple[Edit, ...] = ()) -> Mistake:
    """A mistake whose hint is the line as it was meant."""
    local = Edit(fix.start - row.start, fix.end - row.start, fix.new)
    return Mistake(at, message, f"write: {_short(apply(row.text, [local]).strip())}", (fix, *also))


def _quoted(
    row: Row, at: int, message: str, remedy: str = "put the value in quotation marks", or_else: str = ""
) -> Mistake:
    """A mistake that quotation marks round the value mend; long values are better written below their field."""
    fix = Edit(row.value_at, row.end, quote(row.value))
    head = row.text[row.column : row.value_at - row.start]
    hint = f"{remedy}: {head}{_short(fix.new)}{or_else}"
    if len(row.value) > 60 and row.key is not None:
        hint += (
            f"\nor write it below its field, where nothing needs quotation marks:\n{head}>-\n  {_short(row.value, 60)}"
        )
    return Mistake(at, message, hint, (fix,))


def quote(value: str) -> str:
    """A value in quotation marks, the kind of which the value has none where that is possible."""
    return "'" + value.replace("'", "''") + "'" if '"' in value or "\\" in value else f'"{value}"'


def _short(text: str, width: int = _WIDEST) -> str:
    """A text cut in the middle, so that both of its ends are seen."""
    return text if len(text) <= width else f"{text[: width * 2 // 3]} … {text[-(width // 4) :]}"


#: The rules of one line, the surest first.
RULES: tuple[Rule, ...] = (
    find_comment,
    find_missing_dash_space,
    find_glued_item,
    find_missing_space,
    find_missing_colon,
    find_early_close,
    find_unclosed_quote,
    find_backslash,
    find_list_on_line,
    find_text_after_block,
    find_stray_bracket,
    find_special_start,
    find_colon_in_value,
    find_block_to_indent,
    find_missing_dash,
    find_wrong_indentation,
    find_text_to_indent,
    find_other_missing_colon,
)
