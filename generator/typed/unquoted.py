"""Values that need quotation marks, or have too few or too many of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from generator.scalars import scalar
from generator.typed.braced import is_braced
from generator.typed.edits import Edit, Mistake, mended, quoted, short
from generator.typed.rows import Row
from generator.typed.wording import SAID

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


_IN_MARKS = r"""(?:"[^"]*"|'[^']*'|“[^“”]*”)"""
_ROW_OF_MARKED = re.compile(rf"{_IN_MARKS}(?:\s*[,;，；、،]\s*{_IN_MARKS})+")
_HASHTAGS = re.compile(r"#[\w-]+(?:[,;]?\s+#[\w-]+)+")
_DIVIDER = re.compile(r"[,;，；、،]")


def find_list_slip(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """Several values on the line of a field: with a slip between their brackets, or without brackets."""
    row = rows[index]
    value, inner = row.value, row.value[1:-1]
    if row.key not in keys:
        return
    if _ROW_OF_MARKED.fullmatch(value):
        message, parts = "several values in a row need square brackets round them", _DIVIDER.split(value)
    elif _HASHTAGS.fullmatch(value):
        message, parts = "a # begins a remark, so all of this would be left out", re.split(r"[,;]?\s+", value)
    elif value[:1] == "[" and value[-1:] == "]" and not re.search(r"[\[\]{}:#]", inner):
        message, parts = "between these brackets a sign is missing, or one too many", _DIVIDER.split(inner)
    else:
        return
    bare = [part.strip("\"'“”„# ") for part in parts]
    new = "[" + ", ".join(part for part in bare if part) + "]"
    at = row.value_at + (value.index("#") if value[0] == "#" else 0)
    yield mended(row, at, message, Edit(row.value_at, row.end, new))


_ADDRESS_IN_LINK = re.compile(r"\[[^\]]*\]\((https?://[^\s()]+)\)")


def find_broken_address(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`url: [words](https://…)`, `url: https: //…`: an address with more than an address."""
    row = rows[index]
    if row.key == "url" and (found := _ADDRESS_IN_LINK.fullmatch(row.value)):
        yield mended(
            row, row.value_at, "only the address stands here, without a link", Edit(row.value_at, row.end, found[1])
        )
    elif row.key in keys and (gap := re.match(r"https?:(\s+)(?=//)", row.value)):
        fix = Edit(row.value_at + gap.start(1), row.value_at + gap.end(1), "")
        yield mended(row, row.value_at + gap.start(1), "a space stands inside this address", fix)


def find_early_close(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A value in quotation marks with more text behind the closing one."""
    row = rows[index]
    close, mark = find_closing(row.value), row.value[:1]
    rest = row.value[close + 1 :].strip()
    if close < 0 or not rest or rest.startswith("#"):
        return
    at = row.value_at + close
    if row.key is None and _list_of(rows, index) == "quotes" and (said := SAID.fullmatch(row.value)):
        words = scalar(said["text"])
        fields = f"speaker: {said['speaker']}\n{' ' * row.column}text: {words}"
        shown = f"  - speaker: {said['speaker']}\n    text: {short(words, 60)}"
        message, fix = "the words and who says them are two fields", Edit(row.value_at, row.end, fields)
        yield Mistake(row.value_at, message, f"write each on a line of its own:\n{shown}", (fix,))
        return
    if sign := {",": "comma", ";": "semicolon"}.get(rest):
        alike = [row, *(other for other in rows if other is not row and _closes_before(other, rest))]
        first, *others = sorted(alike)
        edits = tuple(Edit(each.end - 1, each.end, "") for each in others)
        message = f"a {sign} stands behind the value, where nothing may stand"
        yield mended(first, first.end - 1, message, Edit(first.end - 1, first.end, ""), edits)
        return
    wraps = rest.endswith(mark) and (row.value[close - 1] == " " or row.value.count(mark) % 2)
    whole = row._replace(value=row.value[1:-1]) if wraps else row
    message = "the quotation marks close here, but the value goes on"
    yield quoted(whole, at, message, "put the whole value in the other kind of quotation marks")


def _list_of(rows: Sequence[Row], index: int) -> str:
    """The field whose items stand where a row does."""
    row = rows[index]
    above = (one for one in reversed(rows[:index]) if one.is_text and one.column == one.indent <= row.indent)
    return next((one.key for one in above if one.key and not one.value and row.column > row.indent), "")


def _closes_before(row: Row, sign: str) -> bool:
    """Whether a value in quotation marks has this sign behind it, and nothing else."""
    close = find_closing(row.value) if row.is_text and row.key is not None else -1
    return close > 0 and row.value[close + 1 :].strip() == sign


def find_unclosed_quote(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A value whose quotation mark is not closed."""
    row = rows[index]
    if row.value[:1] not in ("'", '"') or find_closing(row.value) > 0:
        return
    mark, end = row.value[0], row.end
    message = f"the quotation mark {mark} that opens here is not closed"
    if mark == "'" and row.value.count("'") == 1 and row.value[1:2].isalpha():
        yield quoted(row, row.value_at, "a value that begins with an apostrophe is read as opening a quotation")
    elif row.value.count(mark) == 1 or mark == '"':
        yield mended(row, row.value_at, message, Edit(end, end, mark))
    for below in rows[index + 1 : index + 40]:
        if below.key in keys or (below.text.strip() and below.indent <= row.indent and below.column > below.indent):
            break
        if below.text.strip():
            yield Mistake(
                row.value_at, message, f"type {mark} at the end of the text", (Edit(below.end, below.end, mark),)
            )


def find_runaway_quote(rows: Sequence[Row], last: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A quotation mark that is not closed on its line, although a field or an item follows."""
    for row, below in pairwise(row for row in rows[: last + 2] if row.is_text):
        mark = row.value[:1]
        if mark not in ("'", '"') or find_closing(row.value) > 0:
            continue
        if below.indent <= row.column and (below.key in keys or below.column > below.indent):
            yield next(find_unclosed_quote([row], 0, keys))._replace(sure=True)
            return


def find_closing(value: str) -> int:
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
    if row.value.startswith('"') and "\\" in row.value and (close := find_closing(row.value)) > 0:
        inner = row.value[1:close].replace('\\"', '"')
        fix = Edit(row.value_at, row.value_at + close + 1, "'" + inner.replace("'", "''") + "'")
        at = row.value_at + row.value.index("\\")
        yield mended(row, at, 'a backslash inside "…" changes what follows it', fix)


def find_special_start(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A value that begins with a sign that means something else to YAML."""
    row = rows[index]
    sign = row.value[:1]
    if sign in ("[", "{") and row.value[-2:] in ("],", "},", "];", "};"):
        message = (
            f"a {'comma' if row.value[-1] == ',' else 'semicolon'} stands behind the value, where nothing may stand"
        )
        yield mended(row, row.end - 1, message, Edit(row.end - 1, row.end, ""))
    if sign in ("[", "{") and row.key in keys:
        yield from _unclosed_bracket(row)
    if row.value.startswith("!!"):
        tag, _, rest = row.value.partition(" ")
        fix = Edit(row.value_at, row.end, rest)
        yield mended(row, row.value_at, f"{tag} tells YAML a type, which briefs do not use", fix)
    elif sign in SPECIAL and row.value != "-" and not is_braced(row.value, keys):
        message = f"a value cannot begin with {SPECIAL[sign]} ({sign})"
        if row.value == sign:
            hint = "type the value in its place, or delete it"
            yield Mistake(row.value_at, message, hint, (Edit(row.value_at, row.end, ""),))
            return
        yield quoted(row, row.value_at, message)


def _unclosed_bracket(row: Row) -> Iterator[Mistake]:
    close = {"[": "]", "{": "}"}[row.value[0]]
    missing = row.value.count(row.value[0]) - row.value.count(close)
    if missing == 1:
        wrong = row.value[-1] in ")}]" and row.value.count("(") < row.value.count(")") + row.value.count(close)
        yield mended(
            row,
            row.value_at,
            f"the bracket {row.value[0]} that opens here is not closed",
            Edit(row.end - wrong, row.end, close),
        )
    elif missing == -1 and row.value.endswith(close):
        message = f"this bracket {close} closes nothing"
        yield mended(row, row.end - 1, message, Edit(row.end - 1, row.end, ""))


def find_comment(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`The #1 issue`, `- #labour`: everything from the # on would be left out."""
    row = rows[index]
    hash_at = next((place for place in range(len(row.value) - 1) if _glued_hash(row.value, place)), -1)
    if hash_at < 0 or row.value[0] in "\"'|>":
        return
    message = f"everything from # on would be left out: “{short(row.value[hash_at:], 40)}”"
    at = row.value_at + hash_at
    if row.value[0] == "[" and row.value.endswith("]"):
        items = re.sub(r"(?<=[\[,])(\s*)(#[^,\]]*[^,\]\s])", r'\1"\2"', row.value)
        yield mended(row, at, message, Edit(row.value_at, row.end, items))
        return
    if row.key == "step":
        gap = len(row.value[:hash_at].rstrip())
        yield mended(row, at, message, Edit(row.value_at + gap, at, ""))
        return
    or_else = "; for a remark of your own, type a space after the #"
    yield quoted(row, at, message, "put the value in quotation marks", or_else)


def _glued_hash(value: str, place: int) -> bool:
    follows = value[place + 1].isalnum() or value[place + 1] == "_"
    return value[place] == "#" and (not place or value[place - 1] in " \t[") and follows


def find_colon_in_value(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`title: Talks: the next round`, where the second colon reads like another field."""
    row = rows[index]
    if row.key is None or row.value[:1] in ("'", '"'):
        return
    in_value = row.value.find(": ") if ": " in row.value else len(row.value) - 1 if row.value.endswith(":") else -1
    if in_value == len(row.value) - 1 and row.key in keys:
        message = "a colon at the end of a value reads like another field"
        yield quoted(row, row.value_at + in_value, message, "delete it, or put the value in quotation marks")
    elif in_value >= 0 and (row.key in keys or " " not in row.key):
        word = row.value[:in_value].rpartition(" ")[2]
        or_else = f"; or, if “{word}” is a field, let it begin a line of its own" if word in keys else ""
        message = "a colon inside a value reads like another field"
        yield quoted(row, row.value_at + in_value, message, or_else=or_else)
    elif row.key not in keys:
        yield from _colon_in_running_text(rows, index)


def _colon_in_running_text(rows: Sequence[Row], index: int) -> Iterator[Mistake]:
    row = rows[index]
    at = row.body_at + len(row.key or "")
    message = "a colon inside a value reads like another field"
    if row.column > row.indent and (": " in row.value or row.value.endswith(":")):
        yield quoted(row._replace(value=row.body, value_at=row.body_at), at, message)
    opener = next((above for above in reversed(rows[:index]) if above.is_text and above.indent < row.indent), None)
    if opener and opener.value and opener.value[0] not in "\"'|>[{":
        column = (opener.column if opener.key is not None else opener.indent) + 2
        head = opener.text[opener.column : opener.value_at - opener.start]
        hint = f"type >- after the field and let the words begin below it:\n{head}>-"
        fix = Edit(opener.value_at, opener.value_at, ">-\n" + " " * column)
        yield Mistake(at, message, f"{hint}\n  {short(opener.value, 60)}", (fix, *_aligned(rows, opener, column)))


def _aligned(rows: Sequence[Row], opener: Row, column: int) -> Iterator[Edit]:
    for below in rows[rows.index(opener) + 1 :]:
        if below.text.strip() and below.indent < column and below.indent <= opener.column:
            return
        if below.text.strip() and below.indent < column:
            yield Edit(below.start, below.start + below.indent, " " * column)
