"""What readers are shown of a quotation: short on both sides, and a link to the words that leads to one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.articles.detection import detect, detect_kind
from generator.articles.passages import read_article
from generator.pages.fragments import text_fragment
from generator.pipeline import Composed, compose
from generator.spans import Span
from generator.views.parts import Receipt
from generator.views.receipts import receipt

TESTS = Path(__file__).parent
MARKS = "\"'“”‘’«»„‚‹›「」『』`"
NARROW = "\N{NARROW NO-BREAK SPACE}"
ADDRESS = "https://news.example/a?b=c&d"
_PART = re.compile(r"(?:%[0-9A-F]{2}|[A-Za-z0-9_.~])+")


@pytest.fixture(scope="module")
def demo() -> Composed:
    return compose(TESTS / "demo", date(2026, 2, 1))


def receipts(demo: Composed) -> Iterator[Receipt]:
    for record in demo.examined.library.records:
        for citation in demo.examined.citations[record.id].citations:
            yield receipt(demo.site.edition, record, citation)


def test_what_stands_round_a_quotation_is_shown_in_32_characters_at_most(demo: Composed) -> None:
    told = list(receipts(demo))
    assert len(told) > 80
    assert max(len(one.prefix) for one in told) <= 32
    assert max(len(one.suffix) for one in told) <= 32
    assert {one.status for one in told} <= {"matched", "unchecked"}


def test_where_parts_are_joined_words_are_named_and_no_signs(demo: Composed) -> None:
    lines = {one.line for one in receipts(demo) if "joined at" in one.line}
    assert len(lines) > 20
    assert not [line for line in lines if not re.search(r"joined at “\w.*\w( … \(\d+ more words?\))?”\Z", line)]


def test_of_what_is_left_out_twelve_words_at_most_are_shown(demo: Composed) -> None:
    between = [piece.text for one in receipts(demo) for piece in one.pieces if piece.kind != "words"]
    assert between
    assert max(len(re.sub(r"… \(\d+ more words?\)", "", text).split()) for text in between) <= 12


def quoted(demo: Composed) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Every text with the places of a quotation in it: of the demonstration desk, and every passage of the corpus."""
    for record in demo.examined.library.records:
        for citation in demo.examined.citations[record.id].citations:
            if citation.status == "matched" and (file := record.brief.source.file):
                yield demo.examined.library.sources[file].text, citation.spans
    for path in sorted((TESTS / "corpus").glob("*/*.txt")):
        text = path.read_bytes().decode("utf-8")
        for passage in read_article(text, detect(text), detect_kind(text)).passages:
            yield text, (passage.span,)


def test_a_link_to_the_words_leads_to_one_place(demo: Composed) -> None:
    """Encoded right, unique, beginning and ending on a word; on a mark where a narrow space is between."""
    links = [(text, text_fragment(ADDRESS, text, spans)) for text, spans in quoted(demo)]
    made = [(text, link) for text, link in links if link]
    assert len(made) > 500 and len(made) * 100 > len(links) * 97
    for text, link in made:
        address, _, directives = link.partition("#:~:")
        assert address == ADDRESS
        flat = " ".join(text.split()).casefold()
        for directive in directives.split("&"):
            name, _, value = directive.partition("=")
            parts = value.split(",")
            assert name == "text" and all(_PART.fullmatch(part.strip("-")) for part in parts), link
            prefix = [unquote(part[:-1]) for part in parts if part.endswith("-")]
            suffix = [unquote(part[1:]) for part in parts if part.startswith("-")]
            ends = [unquote(part) for part in parts if "-" not in part]
            assert len(prefix) < 2 and len(suffix) < 2 and 1 <= len(ends) <= 2, link
            assert NARROW in text or (ends[0][0] not in MARKS and ends[-1][-1] not in MARKS), link
            assert len(list(_places(flat, prefix, ends, suffix))) == 1, link


def _places(flat: str, prefix: list[str], ends: list[str], suffix: list[str]) -> Iterator[re.Match[str]]:
    """Where the parts stand in a text, at most spaces between them, as a browser finds them."""
    between = r"\s*"
    before = "".join(re.escape(part.casefold()) + between for part in prefix)
    after = "".join(between + re.escape(part.casefold()) for part in suffix)
    middle = r".{0,3000}?".join(re.escape(part.casefold()) for part in ends)
    return re.finditer(before + middle + after, flat)
