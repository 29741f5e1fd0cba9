"""Lines as other programs and other notations write them: Git, Markdown, TOML, JSON."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.typed.edits import Edit, Mistake, mended, short, so_often
from generator.typed.rows import Row

_FOREIGN = (
    (
        re.compile(r"<{7}(?: .*)?|={7}|>{7}(?: .*)?|\|{7}(?: .*)?"),
        "Git left two versions here, with lines that divide them",
        "keep one of the two versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
    ),
    (
        re.compile(r"(?:```|~~~)\s*\w*"),
        "this line belongs to Markdown, not to a brief",
        "delete it, and the others like it",
    ),
    (
        re.compile(r"-{4,}|\*{3,}|_{3,}|={3,6}|={8,}"),
        "a line like this divides nothing in a brief",
        "delete it, and the others like it",
    ),
    (re.compile(r"\+\+\+"), "this line belongs to another notation (TOML)", "delete it, and the other one like it"),
)
_MARKED_FIELD = re.compile(r"(?:\*{1,3}|_{1,3}|`)(?P<key>[^\W_][\w ]*?)[*_`]{0,3}[ ]?[:：][*_`]{0,3}[ ]*")
_QUOTED_LINE = re.compile(r">+[ ]?(?=[^\s>|+-])")
_BOX = re.compile(r"\[[ xX✓✔]?\][ ]+")
_FIELD_WITH = re.compile(r"(?P<key>[\w-]+)[ ]*(?P<sign>=>|->|:=|=|→)[ ]*(?=\S)")


def find_foreign_lines(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """Lines that another program leaves in a file: all of one kind are one mistake."""
    for pattern, message, hint in _FOREIGN:
        if pattern.fullmatch(rows[index].text.rstrip()):
            lines = [row for row in rows if pattern.fullmatch(row.text.rstrip())]
            yield Mistake(lines[0].start, message, hint, tuple(_one_version(rows, lines)))


def _one_version(rows: Sequence[Row], lines: Sequence[Row]) -> Iterator[Edit]:
    """These lines taken out; of two versions of Git the second one, too, where it has an end."""
    starts, other = {row.start for row in lines}, False
    last = max((row.start for row in lines if row.text.startswith(">")), default=-1)
    for row in rows:
        if row.start in starts:
            other = row.text.startswith("=") and row.start < last
        if row.start in starts or other:
            yield Edit(row.start, row.end, "")


def find_remark(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`// a remark`, as in other languages."""
    row = rows[index]
    if found := re.match(r"//+|<!--", row.body):
        words = row.body[found.end() :].removesuffix("-->").rstrip()
        fix = Edit(row.body_at, row.end, f"#{words}")
        yield mended(row, row.body_at, f"a remark begins with #, not with {found.group()}", fix)


def find_marked_field(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`**title:** Talks`: the name of a field set in bold, as in Markdown; all of them are one mistake."""
    if not _bold(rows[index], keys):
        return
    alike = [row for row in rows if row.is_text and _bold(row, keys)]
    edits = tuple(fix for row in alike if (fix := _bold(row, keys)))
    message = f"a field has no {alike[0].body[0]} round its name, as Markdown has{so_often(alike)}"
    yield mended(alike[0], alike[0].body_at, message, edits[0], edits[1:])


def _bold(row: Row, keys: Collection[str]) -> Edit | None:
    found = _MARKED_FIELD.match(row.body)
    key = found["key"].strip().casefold().replace(" ", "_") if found else ""
    if found is None or key not in keys:
        return None
    space = " " if found.end() < len(row.body) else ""
    return Edit(row.body_at, row.body_at + found.end(), f"{key}:{space}")


def find_quoted_lines(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`> words`, as Markdown and mail mark what is quoted; the lines in a row are one mistake."""
    if not _QUOTED_LINE.match(rows[index].body):
        return
    first = last = index
    while first and _QUOTED_LINE.match(rows[first - 1].body):
        first -= 1
    while last + 1 < len(rows) and _QUOTED_LINE.match(rows[last + 1].body):
        last += 1
    above = next((row for row in reversed(rows[:first]) if row.is_text), None)
    column = above.column + 2 if above and above.key is not None else 0
    edits = []
    for row in rows[first : last + 1]:
        sign = _QUOTED_LINE.match(row.body)
        end = row.body_at + (sign.end() if sign else 0)
        edits.append(Edit(row.body_at - max(0, row.column - row.indent), end, " " * max(0, column - row.indent)))
    start, words = rows[first], rows[first].body.lstrip("> ")
    many = "in each of these lines" if last > first else "in this line"
    message = "a > before the words, as Markdown has it, means something else here"
    yield Mistake(start.body_at, message, f"delete the > {many}: {short(words, 60)}", tuple(edits))


def find_boxes(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`- [ ] words`, an item to tick off in Markdown; all of them are one mistake."""
    if not _box(rows[index]):
        return
    boxes = [row for row in rows if _box(row)]
    first, *others = (Edit(row.body_at, row.body_at + len(_box(row)), "") for row in boxes)
    message = f"a box {_box(boxes[0]).strip()} before an item belongs to Markdown{so_often(boxes)}"
    yield mended(boxes[0], boxes[0].body_at, message, first, tuple(others))


def _box(row: Row) -> str:
    found = _BOX.match(row.body) if row.is_text and row.column > row.indent else None
    return found.group() if found else ""


def find_other_sign(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`title = Talks`, `title -> Talks`: all fields that are written so are one mistake."""
    sign = _other_sign(rows[index], keys)
    if sign is None:
        return
    alike = [row for row in rows if row.is_text and (other := _other_sign(row, keys)) and other["sign"] == sign["sign"]]
    edits = tuple(_with_a_colon(row) for row in alike)
    message = f"a field has a colon behind its name, not {sign['sign']}{so_often(alike)}"
    yield mended(alike[0], edits[0].start, message, edits[0], edits[1:])


def _other_sign(row: Row, keys: Collection[str]) -> re.Match[str] | None:
    found = _FIELD_WITH.match(row.body)
    return found if found and found["key"] in keys else None


def _with_a_colon(row: Row) -> Edit:
    found = _FIELD_WITH.match(row.body)
    assert found  # asked before
    return Edit(row.body_at + found.end("key"), row.body_at + found.end(), ": ")


def find_missing_comma(rows: Sequence[Row], index: int, keys: Collection[str]) -> Iterator[Mistake]:
    """A line of JSON that has no comma at its end, although another field follows."""
    row = rows[index]
    above = next((row for row in reversed(rows[:index]) if row.is_text), None)
    if above and row.body.startswith('"') and above.body.startswith('"') and above.body[-1] not in ",{[:":
        yield mended(above, above.end, "a comma is missing at the end of this line", Edit(above.end, above.end, ","))


def find_question_marks(rows: Sequence[Row], last: int, keys: Collection[str]) -> Iterator[Mistake]:
    """`? title: Talks`, where the question mark means something else to YAML."""
    for row in rows[: last + 1]:
        found = re.match(r"\?[ ]+(?=\S)", row.body) if row.is_text else None
        if found and re.split(r"\W", row.body[found.end() :])[0] in keys:
            message = "a question mark before a field means something else to YAML"
            yield mended(row, row.body_at, message, Edit(row.body_at, row.body_at + found.end(), ""))._replace(
                sure=True
            )
