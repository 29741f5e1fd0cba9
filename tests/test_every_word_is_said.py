"""Every word that the site itself writes goes through gettext: in a language made for this test, none is left over."""

from __future__ import annotations

import re
from datetime import date
from gettext import NullTranslations
from pathlib import Path

import pytest
from babel import Locale
from reading import Element, read

from generator.entities import resolve
from generator.language import Language
from generator.pipeline import examine
from generator.render import looks, render
from generator.settings import Settings
from generator.site import arrange, open_press

HERE = Path(__file__).parent / "pages" / "every-word-goes-through-gettext"
LATIN = re.compile(r"[A-Za-z]+")
#: What is no word of a language: the name of a sum, of a site, a mark in a file name.
NAMES = {"sha", "Wikidata", "txt", "UTC"}


class Mirrored(NullTranslations):
    """Every word in other letters; what stands in braces is kept."""

    def gettext(self, message: str) -> str:
        return re.sub(r"\{\w+\}|[A-Za-z]", lambda found: found[0] if len(found[0]) > 1 else _other(found[0]), message)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def _other(letter: str) -> str:
    return chr(ord(letter.lower()) - ord("a") + 0x10D0)  # Georgian


def _left_over(element: Element) -> set[str]:
    skipped = {"code"}
    found: set[str] = set()
    for child in element.children:
        if isinstance(child, str):
            found |= set(LATIN.findall(child))
        elif child.tag not in skipped:
            found |= _left_over(child) | set(LATIN.findall(child.attributes.get("aria-label", "")))
    return found


@pytest.mark.parametrize("size", [1, 50])
def test_no_word_is_missed(size: int) -> None:
    """On every page of a desk whose own texts are Ukrainian, no Latin letter is read."""
    language = Language("uk", "ltr", Locale.parse("uk"), Mirrored())
    found = examine(HERE, date(2026, 3, 1))
    options = Settings(
        page_size=size,
        site_name="Стіл",
        contact="a@b.org",
        publish_texts_under=("вільна",),
        site_url="https://a.b/",
        quality_page=True,
    )
    today = date(2026, 3, 1)
    problems = {record.path: found.problems[:0] for record in found.library.records}
    press = open_press(
        found.library, resolve(found.library), found.citations, options, language, looks(), render, problems
    )
    site = arrange(press, today, preview=True)
    kinds = {page.kind for page in site.pages}
    assert kinds == set(looks()) - {"broken"}
    for page in site.pages:
        there = read(page.write().markdown())
        words = _left_over(there.body) | set(LATIN.findall(str(there.meta.get("description", ""))))
        assert words <= NAMES, f"{page.uri}: {words - NAMES}"
