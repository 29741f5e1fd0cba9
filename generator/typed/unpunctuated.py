"""Keys and list items without their colon, space or dash."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from generator.typed.edits import Edit, Mistake, mended, short
from generator.typed.rows import Row

_BULLET = re.compile(
    r"[•◦▪●‣∙·■○⁃►➢➤✓✔–—]|[‐‑−→o*+](?=\s)|\*(?=\w)|\d{1,2}[.)](?=\s+\S)|\(\d{1,2}\)(?=\s)|\(?[a-h]\)(?=\s)"
)
_ODD_BLOCK_SIGN = re.compile(r"-+>|>>+-?|\|>-?|>\|-?|\|\|-?|[›»≥＞｜]-?|&gt;-?|[>|][ ][-+–—]|[>|][–—]|>-[>-]+")
_TWO_DASHES = re.compile(r"--+[ ](?=\S)")
_COLONS = re.compile(r"[：꞉︰﹕∶ː׃˸]")


def find_missing_space(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`title:Talks` without the space after the colon."""
    row = rows[index]
    word, colon, rest = row.body.partition(":")
    if colon and rest and rest[0] not in " \t/" and (word in keys or (" " not in word and word[:1].isalpha())):
        at = row.body_at + len(word)
        odd = rest[0].isspace()
        message = f"the space after “{word}:” is not an ordinary one" if odd else f"a space is missing after “{word}:”"
        yield mended(row, at, message, Edit(at + 1, at + 1 + odd, " "))
    wide = _COLONS.search(row.body)
    if wide and row.body[: wide.start()].strip() in keys:
        at, end = row.body_at + wide.start(), row.body_at + wide.end()
        end += row.body[wide.end() : wide.end() + 1].isspace()
        kind = "a wide one" if wide.group() == "：" else "not an ordinary one"
        yield mended(row, at, f"this colon is {kind} ({wide.group()}), which YAML does not know", Edit(at, end, ": "))


def find_missing_colon(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`title Talks` or `title = Talks` without the colon."""
    row = rows[index]
    word = row.body.split(maxsplit=1)[0].rstrip("=;")
    if word in keys or _heads_fields(rows, index, keys):
        rest = row.body[len(word) :]
        signs = " =;" if rest[:1] in ("=", ";") else " =;–—-"
        wrong = len(rest) - len(rest.lstrip(signs))
        at = row.body_at
        fix = Edit(
            at + len(word), at + len(word) + (wrong if rest.strip() else len(rest)), ": " if rest.strip(signs) else ":"
        )
        yield mended(row, at, f"a colon is missing after “{word}”", fix)


def _heads_fields(rows: Sequence[Row], index: int, keys: Collection[str]) -> bool:
    """Whether a word by itself at the margin has fields below it, as an entry of the vocabulary has."""
    row, below = rows[index], next((row for row in rows[index + 1 :] if row.is_text), None)
    is_id = row.column == 0 and re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", row.body.rstrip())
    return bool(is_id) and below is not None and below.indent > 0 and below.key in keys


def find_other_missing_colon(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A line whose first word is almost a key, without its colon."""
    row = rows[index]
    word = row.body.split(maxsplit=1)[0]
    if row.key is None and get_close_matches(word.lower(), keys, 1, 0.75):
        end = row.body_at + len(word)
        yield mended(row, row.body_at, f"a colon is missing after “{word}”", Edit(end, end, ":"))


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
    edits = tuple(Edit(item.body_at + 1, item.body_at + 1 + item.body[1].isspace(), " ") for item in group)
    odd = group[0].body[1].isspace()
    message = "the space after the dash is not an ordinary one" if odd else "a space is missing after the dash"
    yield mended(group[0], group[0].body_at, message, edits[0], edits[1:])


def find_bullets(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A list with bullets, long dashes or numbers, as people write it elsewhere; all its items are one mistake."""
    row = rows[index]
    if row.indent != row.column or not (sign := read_bullet(row.body)):
        return
    also = []
    for below in rows[index + 1 :]:
        if below.indent < row.indent and below.text.strip():
            break
        if below.indent == row.indent and below.text.strip():
            if not _same_kind(sign, other := read_bullet(below.body)) or below.indent != below.column:
                break
            also.append(_with_a_dash(below, other))
    named = "numbers" if _numbers(sign) else "letters" if sign[-1] == ")" else "the letter o" if sign == "o" else sign
    message = f"a list has a plain dash (-) before each item, not {named}"
    yield mended(row, row.body_at, message, _with_a_dash(row, sign), tuple(also))


def read_bullet(body: str) -> str:
    """The sign at the beginning of a line that stands for the dash of a list, or nothing."""
    found = _BULLET.match(body)
    return found.group() if found else ""


def _same_kind(sign: str, other: str) -> bool:
    ordered = sign[-1:] == ")" == other[-1:] and _numbers(sign) == _numbers(other)
    return bool(other) and (sign == other or ordered or (sign[0].isdigit() and other[0].isdigit()))


def _numbers(sign: str) -> bool:
    return sign.strip("().").isdigit()


def _with_a_dash(row: Row, sign: str) -> Edit:
    end = row.body_at + len(sign)
    if row.body[len(sign) :][:1] != " ":
        return Edit(row.body_at, end, "- ")
    return Edit(row.body_at, end, "-".ljust(len(sign)) if row.key is not None else "-")  # its fields stay below it


def _glued(row: Row) -> bool:
    return row.body.startswith("-") and row.body[1:2] not in ("", " ", "-")


def find_two_dashes(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`-- Ukraine`; all such items of one list are one mistake."""
    if not _TWO_DASHES.match(rows[index].body):
        return
    group = [row for row in rows if row.is_text and row.indent == rows[index].indent and _TWO_DASHES.match(row.body)]
    edits = tuple(Edit(row.body_at, row.body_at + len(row.body) - len(row.body.lstrip("-")), "-") for row in group)
    yield mended(group[0], group[0].body_at, "an item has one dash before it, not two", edits[0], edits[1:])


def find_missing_dash(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A list item without its dash, with the fields below it."""
    row = rows[index]
    if row.indent != row.column or not _in_a_list(rows, index):
        return
    group = []
    for below in rows[index + 1 :]:
        if below.text.strip() and (below.indent != row.indent or below.column != below.indent):
            break
        group.append(below)
    at = row.start + row.indent
    also = tuple(Edit(below.start, below.start, "  ") for below in group if below.text.strip())
    for edits in dict.fromkeys((also, ())):
        yield mended(row, row.body_at, "a dash is missing: this line belongs to a list", Edit(at, at, "- "), edits)


def find_missing_first_dash(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """The fields of the first item, indented as if a dash stood before them, and the dash of the next item."""
    row = rows[index]
    if row.column == row.indent or not index:
        return
    group = list[Row]()
    for above in reversed(rows[:index]):
        if above.is_text and above.indent <= row.indent:
            break
        group.insert(0, above)
    if group and all(above.indent >= row.column for above in group if above.is_text) and group[0].key in keys:
        first = group[0]
        fix = Edit(first.start + row.indent, first.start + row.column, "-".ljust(row.column - row.indent))
        yield mended(first, first.body_at, "a dash is missing: this line begins an item of a list", fix)


def _in_a_list(rows: Sequence[Row], index: int) -> bool:
    """Whether a line nearby with the same indentation is an item of a list."""
    for group in (reversed(rows[:index]), iter(rows[index + 1 :])):
        near = next((row for row in group if row.is_text and row.indent <= rows[index].indent), None)
        if near and near.indent == rows[index].indent and near.column > near.indent:
            return True
    return bool(index) and rows[index - 1].indent < rows[index].indent


def find_stray_text(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A line that is no field, no item and no part of a text."""
    row = rows[index]
    if row.key is None:
        message = "this line is neither a field (`name: value`) nor part of a text"
        hint = "delete it, or indent it below the field whose text it belongs to"
        yield Mistake(row.body_at, message, hint, (Edit(row.body_at, row.end, ""),), guess=True)


def find_list_on_line(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`topics: - war`: a list that begins on the line of its key."""
    row = rows[index]
    if row.key is not None and row.value.startswith("- "):
        fix = Edit(row.value_at, row.value_at, "\n" + " " * (row.column + 2))
        hint = f"begin the list on the next line:\n{row.key}:\n  {short(row.value, 60)}"
        hint += "\nor, where the dash belongs to the text, put the text in quotation marks"
        yield Mistake(row.value_at, "a list cannot begin on the line of its field", hint, (fix,))


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
        hint = f"begin the words on the next line, indented:\n{head}\n  {short(words.strip(), 60)}"
        if len(sign) == 1:
            hint += f"\nor, where the {sign} belongs to the text, put the text in quotation marks"
        yield Mistake(at, f"no words may follow {sign} on the same line", hint, (fix,))


def find_odd_block_sign(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`text: ->`, `text: >>`: a slip in the sign that announces a text on the lines below."""
    row = rows[index]
    below = next((below for below in rows[index + 1 :] if below.text.strip()), None)
    if row.key is not None and _ODD_BLOCK_SIGN.fullmatch(row.value) and below and below.indent > row.indent:
        message = f"{row.value} does not announce a text on the lines below; the sign for it is >-"
        yield mended(row, row.value_at, message, Edit(row.value_at, row.end, ">-"))


def find_stray_bracket(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A line that is a closing bracket or comma and nothing else."""
    row = rows[index]
    if row.body and not row.body.strip("]}, "):
        message = f"this {row.body} closes nothing"
        yield Mistake(row.body_at, message, "delete this line", (Edit(row.body_at, row.end, ""),))
