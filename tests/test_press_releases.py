"""A press release speaks for itself, and quotes people as an article does."""

from __future__ import annotations

import pytest
from quoting import check_quote

RELEASE = """Brack Ferries orders four ships

Ulver, 12 May - Brack Ferries has ordered four ships from the Stenn yard. They will carry no cars.

“This is our largest order,” said Nadia Brack, chief executive of Brack Ferries. “We hope to cut emissions, but the \
grid must be ready.”

The yard’s director, Rolf Stenn, said: “We are proud to build these ships. They are not prototypes.”

Two of our captains wrote on the hull: “Fair winds to all of you.”
"""
ROWS = [
    ("This is our largest order.", "Nadia Brack", ""),
    ("This is our largest order. We hope to cut emissions, but the grid must be ready.", "Nadia Brack", ""),
    ("We are proud to build these ships. They are not prototypes.", "Rolf Stenn", ""),
    ("They will carry no cars.", "Brack Ferries", ""),
    ("Brack Ferries has ordered four ships from the Stenn yard.", "Brack Ferries", ""),
    ("We are proud to build these ships.", "Nadia Brack", "nested"),
    ("We are proud to build these ships.", "Brack Ferries", "nested"),
    ("We hope to cut emissions", "Nadia Brack", "truncated"),
    ("This is our largest order … We are proud to build these ships.", "Nadia Brack", "elides spliced"),
    ("This is our largest order. We are proud to build these ships.", "Nadia Brack", "spliced"),
    ("“This is our largest order,” said Nadia Brack, chief executive of Brack Ferries.", "Brack Ferries", ""),
]


@pytest.mark.parametrize(("text", "speaker", "rules"), ROWS)
def test_whom_a_press_release_names_is_quoted_like_anybody(text: str, speaker: str, rules: str) -> None:
    checked = check_quote(RELEASE, text, speaker, kind="statement", lang="en")
    assert checked.rules - {"partial"} == set(rules.split()), checked.text


def test_whose_words_they_are_is_told() -> None:
    checked = check_quote(RELEASE, "They are not prototypes.", "Nadia Brack", kind="statement", lang="en")
    assert "here the statement quotes Rolf Stenn: these are no words of Nadia Brack" in checked.text
