"""Every word that the theme writes goes through gettext, and every word that a script says comes from the theme."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[1] / "generator" / "theme"
TEMPLATES = sorted(THEME.rglob("*.html"))
SAID = ("aria-label", "title", "placeholder", "alt")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_word_of_a_template_is_left_over(path: Path) -> None:
    """Neither between the tags nor in an attribute that is read out; `/` is a key."""
    text = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.DOTALL)
    for name in SAID:
        assert not re.search(rf'\s{name}="[^"]*[^\W\d_]', text), name
    between = re.sub(r"<[^>]*>", "", text)
    assert not re.findall(r"[^\W\d_]+", between)


def test_the_words_of_the_copying_script_are_those_it_is_given() -> None:
    given = set(
        re.findall(r"^  '(\w+)': _\(", (THEME / "partials/cite.html").read_text(encoding="utf-8"), re.MULTILINE)
    )
    script = (THEME / "assets/cite.js").read_text(encoding="utf-8")
    assert given == set(re.findall(r"\bsay\.(\w+)", script))
    assert not re.search(r'textContent = ["`]\w', script)
