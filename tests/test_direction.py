"""Which way words run: as their language does, where their letters do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import generator
from generator.views.names import direction

CASES = {
    # claim: (lang, words, direction)
    "Arabic runs from the right": ("ar", "البحيرة لنا جميعاً", "rtl"),
    "so it does where it begins with a Latin name": ("ar", "NATO قال", "rtl"),
    "and where no language is given": ("", "هي لنا", "rtl"),
    "a translation with the language of its original reads from the left": ("ar", "It is ours", "ltr"),
    "Arabic in Latin letters reads from the left": ("ar-Latn", "huwa lana", "ltr"),
    "Hebrew without a letter is Hebrew all the same": ("he", "1948", "rtl"),
    "English that names something in Arabic is English": ("en", "He said هي لنا", "ltr"),
    "figures alone read from the left": ("", "12–14", "ltr"),
}


@pytest.mark.parametrize("claim", CASES)
def test_words_run_the_way_of_their_letters(claim: str) -> None:
    lang, words, wanted = CASES[claim]
    assert direction(lang, words) == wanted


#: A side of its own for left or for right: margin-left: 1em, left: 0, padding: 0 0 0 1em
_ONE_SIDED = re.compile(
    r"(?:margin|padding|border)-(?:left|right)\b|[{;]\s*(?:left|right):|"
    r"(?:margin|padding):\s*[^\s;]+ (?P<right>[^\s;]+) [^\s;]+ (?!(?P=right)\s*[;}])[^\s;]+\s*[;}]"
)


@pytest.mark.parametrize(
    "sheet", sorted((Path(generator.__file__).parent / "theme/assets").glob("*.css")), ids=lambda sheet: sheet.name
)
def test_what_stands_on_one_side_stands_on_the_other_where_pages_run_from_the_right(sheet: Path) -> None:
    """Sides are those of reading (start, end); left and right only where a rule names the direction of the page."""
    rules = re.findall(
        r"([^{}]+)(\{[^{}]*\})", re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    )
    assert rules
    assert [told.strip() for told, body in rules if "[dir" not in told and _ONE_SIDED.search(body)] == []
