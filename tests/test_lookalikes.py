"""A letter that only looks like its neighbours' is told, whichever script it is the odd one in."""

from __future__ import annotations

import pytest

from generator.lookalikes import find_disguised, without_disguise


@pytest.mark.parametrize(
    ("word", "odd", "name", "right"),
    [
        ("d\u0430te", "\u0430", "Cyrillic letter", "date"),
        ("\u0391thens", "\u0391", "Greek letter", "Athens"),
        ("\u043e\u0441\u0441\u0430sion", "\u043e", "Cyrillic letter", "occasion"),
        ("Прiзвища", "i", "Latin letter", "Прізвища"),
        ("Cергей", "C", "Latin letter", "Сергей"),
    ],
)
def test_a_letter_of_another_script_is_found_and_mended(word: str, odd: str, name: str, right: str) -> None:
    assert find_disguised(f"so {word} it is") == (word, odd, name)
    assert without_disguise(word) == right


@pytest.mark.parametrize("word", ["date", "Прізвища", "iPhone", "COVIDний", "Σικelia", "абв123"])
def test_a_word_that_is_what_it_seems_or_has_two_scripts_on_purpose_is_left(word: str) -> None:
    assert find_disguised(word) is None
    assert without_disguise(word) == word
