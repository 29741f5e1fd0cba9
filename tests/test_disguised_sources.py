"""A source in typographic disguise: what is said in it, by whom and where, is what it is without."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.articles.article import Article
from generator.articles.levelling import LINE_HYPHEN, level
from generator.articles.passages import read_article
from generator.quoting.concordance import index_words
from generator.quoting.standing import find_standings

TEXTS = sorted((Path(__file__).parent / "corpus").glob("*/*.txt"))
NAMED = {
    '"': "quot", "“": "ldquo", "”": "rdquo", "‘": "lsquo", "’": "rsquo", "„": "bdquo", "«": "laquo", "»": "raquo",
    "—": "mdash", "–": "ndash", "…": "hellip", "\u00a0": "nbsp", "é": "eacute", "ü": "uuml",
}  # fmt: skip
DISGUISES: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "byte-order mark": lambda text: "\ufeff" + text,
    "direction marks": lambda text: re.sub(r"(?<=[.,,]) ", " \u200f", text),
    "soft hyphens": lambda text: re.sub(r"(?<=[^\W\d_]{2})(?=[^\W\d_]{3})", "\u00ad", text),
    "zero-width spaces": lambda text: text.replace(" ", " \u200b"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "thin spaces": lambda text: text.replace(" ", "\u2009"),
    "no-break hyphens": lambda text: re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", "\u2011", text),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "ligatures": lambda text: text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ"),
    "named entities": lambda text: "".join(
        f"&{NAMED[letter]};" if letter in NAMED else letter for letter in text.replace("&", "&amp;")
    ),
    "numbered entities": lambda text: "".join(f"&#{ord(one)};" if one in NAMED else one for one in text),
    "no-break entities": lambda text: re.sub(r"(?<=\w) (?=\w)", "&nbsp;", text),
    "angles as two signs": lambda text: text.replace("«", "<<").replace("»", ">>"),
}


@cache
def plain(path: Path) -> Article:
    text = unicodedata.normalize("NFC", path.read_bytes().decode("utf-8"))
    return read_article(text, path.parent.name)


def told(article: Article) -> list[tuple[object, ...]]:
    """What is told of each passage: its words, who says them, whether it is scare, what it goes on from."""
    return [
        (
            level(article.text[one.span.start : one.span.end]).text,
            one.speaker and level(one.speaker).text,
            one.certain,
            one.scare,
            one.continues,
        )
        for one in article.passages
    ]


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_disguise_hides_no_passage_and_no_speaker(disguise: str) -> None:
    for path in TEXTS:
        text = DISGUISES[disguise](plain(path).text)
        assert told(read_article(text, path.parent.name)) == told(plain(path)), path.name


@pytest.mark.parametrize("disguise", DISGUISES)
@settings(max_examples=examples(10))
@given(st.sampled_from(TEXTS), st.data())
def test_words_of_the_plain_text_stand_in_the_disguised_one(disguise: str, path: Path, data: st.DataObject) -> None:
    source = index_words(plain(path))
    first = data.draw(st.integers(0, len(source.words) - 1))
    last = data.draw(st.integers(first + 1, min(len(source.words), first + 40)))
    start, end = source.stored(first, last)
    wanted = source.article.text[start:end]
    disguised = index_words(read_article(DISGUISES[disguise](source.article.text), path.parent.name))
    best = min(find_standings(disguised, wanted, anywhere=True), key=lambda one: (one.rank, one.place.first))
    assert best.tier in ("exact", "typography")
    (piece,) = best.place.pieces
    found = disguised.levelled.span(piece.start, piece.end)
    assert bare(disguised.article.text[found.start : found.end]) == bare(wanted)


def bare(text: str) -> str:
    return level(text).text.replace(LINE_HYPHEN, "").replace("-", "")


def test_the_spans_of_a_disguised_source_are_those_of_the_stored_text() -> None:
    text = "\ufeff&ldquo;We are rea\u00addy,&rdquo; Ann\u200b Roe said. &ldquo;But not to\u00adday.&rdquo;"
    one, other = read_article(text).passages
    assert text[one.span.start : one.span.end] == "We are rea\u00addy,"
    assert text[one.opening.start : one.opening.end] == "&ldquo;"
    assert text[other.closing.start : other.closing.end] == "&rdquo;"
    assert (one.speaker, other.continues) == ("Ann Roe", 0)
