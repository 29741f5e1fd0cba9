"""Quotation marks that were typed round a quotation although the page puts them."""

from __future__ import annotations

import re

#: Opening marks, each with those that may close it.
_PAIRS: dict[str, tuple[str, ...]] = {
    "“": ("”", "“"),
    "„": ("“", "”"),
    "”": ("”",),
    '"': ('"',),
    "«": ("»",),
    "»": ("«", "»"),
    "‹": ("›",),
    "›": ("‹", "›"),
    "‘": ("’",),
    "’": ("’",),
    "‚": ("‘", "’"),
    "'": ("'",),
    "`": ("'", "’", "´", "`"),
    "「": ("」",),
    "『": ("』",),
    "＂": ("＂",),
    "״": ("״",),
    "‘‘": ("’’", "”", '"'),
    "``": ("''", "``", '"', "”"),
    "''": ("''",),
    ",,": ("''", "``", '"', "“"),
    "<<": (">>",),
    "&quot;": ("&quot;",),
    "&ldquo;": ("&rdquo;",),
    "&laquo;": ("&raquo;",),
    "&#34;": ("&#34;",),
}
_OPENING = re.compile("|".join(map(re.escape, sorted(_PAIRS, key=len, reverse=True))))
_SINGLE = "'‘’`"
_EDGE = ".,;:。，"


def find_marks_round(text: str) -> str | None:
    """The text without marks that stand round all of it, or a double mark alone at one end; None where all is well."""
    inner = text.strip()
    if (bare := _without_stray(inner)) != inner:
        return bare
    if not (found := _OPENING.match(inner)):
        return None
    opening = found[0]
    ends = ((bare, mark) for bare in (inner, inner.rstrip(_EDGE)) for mark in _PAIRS[opening])
    bare, closing = next(((bare, mark) for bare, mark in ends if bare.endswith(mark)), ("", ""))
    between = bare[len(opening) : len(bare) - len(closing)]
    if not between:
        return None
    if opening in _SINGLE and not _apostrophes_only(between):
        return None
    if opening not in _SINGLE and (opening in between or closing in between):
        return None
    return between + inner[len(bare) :]


def _apostrophes_only(text: str) -> bool:
    """Whether each single mark stands between letters."""
    return all(
        letter not in "'‘’" or (0 < index < len(text) - 1 and text[index - 1].isalnum() and text[index + 1].isalnum())
        for index, letter in enumerate(text)
    )


_DOUBLE = re.compile("[“”„\"«»「」＂״]|``|''|<<|>>")


def _without_stray(text: str) -> str:
    """The text without a double mark at its start or end that no other mark of the text belongs to."""
    marks = _DOUBLE.findall(text)
    if len(marks) != 1:
        return text
    mark = marks[0]
    if text.startswith(mark):
        return text[len(mark) :]
    end = text.rstrip(_EDGE)
    before = end.removesuffix(mark)
    return before + text[len(end) :] if before != end and not before[-1:].isdigit() else text
