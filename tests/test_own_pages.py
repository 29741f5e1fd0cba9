"""The pages of docs/ in other languages, which a desk copies: whole, true to the English ones, in their own signs."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from desks import ROOT
from markdown import Markdown
from quoting import check_quote

from generator.language import speak, spoken_languages

PAGES = sorted((ROOT / "docs").glob("*.md"))
LANGUAGES = [code for code in spoken_languages() if code != "en"]
every_language = pytest.mark.parametrize("code", LANGUAGES)
every_page = pytest.mark.parametrize("name", [path.name for path in PAGES])
#: What holds of a page in every language, line by line.
SHAPE = re.compile(r"^(#+|- |\||<!--|title:|description:)|\]\(([^)]+)\)|\*\*|`[^`]+`", re.MULTILINE)
#: The words of buttons and receipts that a page names as readers see them.
NAMED = {
    "method.md": ("not checked: source text not held",),
    "corrections-policy.md": ("Report an error", "Cite", "Corrections", "Correction", "Update"),
    "contact.md": ("Report an error", "Cite"),
}


def pages_of(code: str) -> Path:
    return ROOT / "docs" if code == "en" else ROOT / "generator/locale" / code / "docs"


def read(code: str, name: str) -> str:
    return (pages_of(code) / name).read_text(encoding="utf-8")


@every_language
def test_every_page_is_there_and_none_besides(code: str) -> None:
    assert {path.name for path in pages_of(code).iterdir()} == {path.name for path in PAGES}


@every_language
@every_page
def test_it_has_the_parts_of_the_english_one_in_their_order(code: str, name: str) -> None:
    """Headings, items, rows, links and what is set off: who changes the English page must change this one."""
    english, other = ([found[0] for found in SHAPE.finditer(read(each, name))] for each in ("en", code))
    same = re.compile(r"\].*\((.*)\)")
    assert [same.sub(r"\1", part) for part in other] == [same.sub(r"\1", part) for part in english]


@every_language
@pytest.mark.parametrize("name", NAMED)
def test_it_names_words_of_the_site_as_readers_see_them(code: str, name: str) -> None:
    """Whole words, but for the capital at the beginning."""
    told = re.sub(r"\s+", " ", read(code, name)).casefold()
    for message in NAMED[name]:
        assert message.casefold() in re.sub(r"\s+", " ", read("en", name)).casefold()
        assert re.sub(r"\s+", " ", speak(code).gettext(message)).casefold() in told, message


@every_page
def test_french_has_its_spaces(name: str) -> None:
    text = re.sub(r"^title: |^description: |<!--|https?:\S+|`[^`]*`", "", read("fr", name), flags=re.MULTILINE)
    assert not re.findall(r"[^\N{NO-BREAK SPACE}][:;?!»]|«[^\N{NO-BREAK SPACE}]", text)
    assert "'" not in text.replace("*n'est*", "")


@pytest.mark.parametrize("code", ["en", *LANGUAGES])
@pytest.mark.parametrize(("place", "tier"), [(0, "typography"), (1, "edge"), (2, "joined")])
def test_what_the_page_on_quotations_shows_matches_as_it_says(code: str, place: int, tier: str) -> None:
    """In each example what the article has comes first, then what we show."""
    examples = re.findall(r"(?<![*\w])\*([^*]+)\*(?!\*)", read(code, "method.md").split("###")[2 + place])
    article, shown = (re.sub(r"\s+", " ", each) for each in examples)
    if place == 0:  # a word by itself
        article, shown = (f"On this day {each} a long way to go" for each in (article, shown))
        article = f"“{article}”, she said"
    assert check_quote(f"{article}.\n", shown, lang=code).tier == tier


def test_no_page_leads_to_a_heading_that_other_languages_lack(demo: Path) -> None:
    """Of what is generated, into what is written by hand."""
    hand = {path.stem for path in PAGES}
    for path in demo.rglob("index.html"):
        here = f"/{path.parent.relative_to(demo).as_posix()}/"
        if here.strip("/") not in hand:
            for link in re.findall(r'href="([^"]*#[^"]+)"', path.read_text(encoding="utf-8")):
                page, anchor = urldefrag(urljoin(here, link))
                if (name := page.strip("/")) in hand:
                    assert all(anchor in headings(code, f"{name}.md") for code in ("en", *LANGUAGES)), (here, link)


def headings(code: str, name: str) -> set[str]:
    """The anchors of a page."""
    page = Markdown(extensions=["toc", "meta"]).convert(read(code, name))
    return set(re.findall(r'<h\d id="([^"]+)"', page))
