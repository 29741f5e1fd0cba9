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
    "‚": "‘’",
    "'": "'",
    "「": "」",
    "『": "』",
    "＂": "＂",
}
_EDGE = ".,;:。，"


def find_marks_round(text: str) -> str | None:
    """The text between marks that stand round all of it; None where there are none."""
    inner = text.strip()
    bare = inner.rstrip(_EDGE)
    opening, closing = inner[:1], bare[-1:]
    if len(bare) < 3 or closing not in _PAIRS.get(opening, ""):
        return None
    between = bare[1:-1]
    if opening in "'‘" and not _apostrophes_only(between):
        return None
    if opening not in "'‘" and (opening in between or closing in between):
        return None
    return between + inner[len(bare) :]


def _apostrophes_only(text: str) -> bool:
    """Whether each single mark stands between letters."""
    return all(
        letter not in "'‘’" or (0 < index < len(text) - 1 and text[index - 1].isalnum() and text[index + 1].isalnum())
        for index, letter in enumerate(text)
    )
