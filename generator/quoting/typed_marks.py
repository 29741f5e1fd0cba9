"""Quotation marks that were typed round a quotation although the page puts them."""

from __future__ import annotations

#: Opening marks, each with those that may close it.
_PAIRS = {
    "“": "”“",
    "„": "“”",
    "”": "”",
    '"': '"',
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‘": "’",
    "’": "’",
    "‚": "‘’",
    "'": "'",
    "「": "」",
    "『": "』",
    "＂": "＂",
}
_EDGE = ".,;:。，"


def find_marks_round(text: str) -> str | None:
    """The text without marks that stand round all of it, or a double mark alone at one end; None where all is well."""
    inner = text.strip()
    if (bare := _without_stray(inner)) != inner:
        return bare
    bare = inner.rstrip(_EDGE)
    opening, closing = inner[:1], bare[-1:]
    if len(bare) < 3 or closing not in _PAIRS.get(opening, ""):
        return None
    between = bare[1:-1]
    if opening in "'‘’" and not _apostrophes_only(between):
        return None
    if opening not in "'‘’" and (opening in between or closing in between):
        return None
    return between + inner[len(bare) :]


def _apostrophes_only(text: str) -> bool:
    """Whether each single mark stands between letters."""
    return all(
        letter not in "'‘’" or (0 < index < len(text) - 1 and text[index - 1].isalnum() and text[index + 1].isalnum())
        for index, letter in enumerate(text)
    )


_DOUBLE = '“”„"«»「」＂'


def _without_stray(text: str) -> str:
    """The text without a double mark at its start or end that no other mark of the text belongs to."""
    if sum(text.count(mark) for mark in _DOUBLE) != 1:
        return text
    if text[0] in _DOUBLE:
        return text[1:]
    end = text.rstrip(_EDGE)
    return end[:-1] + text[len(end) :] if end[-1:] in _DOUBLE and not end[-2:-1].isdigit() else text
