"""Which way words run: as their language does, where their letters do."""

from __future__ import annotations

import pytest

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
