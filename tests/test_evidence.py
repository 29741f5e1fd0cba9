"""Evidence stands anywhere in a text: every slice of whole words does, in every typographic disguise."""

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

from generator.articles.passages import read_article
from generator.articles.words import words
from generator.quoting.concordance import Concordance, index_words
from generator.quoting.standing import Standing, find_standings

HERE = Path(__file__).parent
TEXTS = sorted((HERE / "corpus").glob("*/*.txt")) + sorted((HERE.parent / "seeds").glob("*.txt"))
ODD = [
    "We", "can't", "agree", "non-negotiable", "3.5", "million", "$3bn", "l’accord", "我", "们", "同意", "cafe\u0301",
    "oﬃce", "nego-\ntiation", "long-\r\nterm", "co\u00adoperate", "AT&amp;T", "&quot;yes&quot;", "“", "”", "‘", "’",
    '"', "'", "«", "»", "…", "...", "[sic]", "[", "]", "(", ")", "—", " – ", "--", "-", ".", ",", "?", "!", ";", ":",
    " ", "  ", "\n", "\r\n", "\n\n", "\u00a0", "\ufeff", "\u200f", "مرحبا", "שלום", "и", "не", "согласны",
]  # fmt: skip
odd_texts = st.lists(st.sampled_from(ODD), min_size=1, max_size=40).map(" ".join) | st.lists(
    st.sampled_from(ODD), min_size=1, max_size=40
).map("".join)


@cache
def concordance(path: Path) -> Concordance:
    return index_words(read_article(path.read_bytes().decode("utf-8"), path.parent.name))


def folded(text: str) -> str:
    """The text with its white space folded; a no-break space is none, nor is a thin one."""
    return re.sub(r"[ \t\n\r\v\f\x85\u2028\u2029]+", " ", text).strip()


def best(source: Concordance, text: str) -> Standing:
    found = find_standings(source, text, anywhere=True)
    assert found, f"{text!r} is not found"
    return min(found, key=lambda standing: (standing.rank, standing.place.first))


def stored(source: Concordance, standing: Standing) -> str:
    """The source's characters at the span of a place in one piece."""
    (piece,) = standing.place.pieces
    start, end = source.levelled.span(piece.start, piece.end)
    return source.article.text[start:end]


def draw_slice(source: Concordance, data: st.DataObject) -> str:
    first = data.draw(st.integers(0, len(source.words) - 1))
    last = data.draw(st.integers(first + 1, min(len(source.words), first + 60)))
    start, end = source.stored(first, last)
    return source.article.text[start:end]


@settings(max_examples=examples(100))
@given(st.sampled_from(TEXTS), st.data())
def test_any_slice_of_whole_words_of_an_article_is_exact(path: Path, data: st.DataObject) -> None:
    source = concordance(path)
    text = draw_slice(source, data)
    standing = best(source, text)
    assert standing.tier == "exact"
    assert folded(stored(source, standing)) == folded(text)


@settings(max_examples=examples(150))
@given(odd_texts, st.data())
def test_any_slice_of_whole_words_of_an_odd_text_is_exact(text: str, data: st.DataObject) -> None:
    source = index_words(read_article(text))
    if source.words:
        wanted = draw_slice(source, data)
        standing = best(source, wanted)
        assert standing.tier == "exact"
        assert folded(stored(source, standing)) == folded(wanted)


@settings(max_examples=examples(100))
@given(st.sampled_from(TEXTS), st.data())
def test_white_space_of_any_kind_is_still_exact(path: Path, data: st.DataObject) -> None:
    source = concordance(path)
    text = draw_slice(source, data)
    spaced = re.sub(r" ", lambda _: data.draw(st.sampled_from([" ", "  ", "\t", "\n"])), text)
    if "-\n" not in spaced:
        assert best(source, spaced).tier == "exact"


DISGUISES: dict[str, Callable[[str], str]] = {
    "curly apostrophes": lambda text: re.sub(r"(?<=\w)'(?=\w)", "’", text),
    "straight apostrophes": lambda text: re.sub(r"(?<=\w)’(?=\w)", "'", text),
    "straight marks": lambda text: re.sub("[“”„«»]", '"', text) if not re.search(r"«\s|\s»", text) else text,
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "thin spaces": lambda text: text.replace(" ", "\u2009"),
    "no-break hyphens": lambda text: re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", "\u2011", text),
    "soft hyphens": lambda text: re.sub(r"(?<=[a-z]{2})(?=[a-z]{3})", "\u00ad", text),
    "zero-width spaces": lambda text: text.replace(" ", " \u200b"),
    "byte-order mark": lambda text: "\ufeff" + text,
    "direction marks": lambda text: "\u200e" + text + "\u200e",
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "double hyphens": lambda text: re.sub(" ?— ?", "--", text),
    "en dashes": lambda text: re.sub(" ?— ?", " – ", text),
    "three dots": lambda text: text.replace("…", "..."),
    "ligatures": lambda text: text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ"),
    "entities": lambda text: (
        text.replace("&", "&amp;").replace('"', "&quot;").replace("’", "&rsquo;").replace("é", "&#233;")
    ),
    "hyphenated at a line end": lambda text: re.sub(r"\b([a-z]{3})([a-z]{4})", r"\1-\n\2", text, count=1),
    "French spaces": lambda text: re.sub(r"(?<=\w)([?!;])", "\u202f\\1", text),
}


@pytest.mark.parametrize("disguise", DISGUISES)
@settings(max_examples=examples(30))
@given(st.sampled_from(TEXTS), st.data())
def test_a_typographic_disguise_stands_at_the_same_span(disguise: str, path: Path, data: st.DataObject) -> None:
    source = concordance(path)
    text = draw_slice(source, data)
    disguised = DISGUISES[disguise](text)
    plain, standing = best(source, text), best(source, disguised)
    if folded(disguised) != folded(text):
        assert standing.tier == "typography"
    assert standing.place.pieces == plain.place.pieces


NOT_THERE = [
    ("We can", "“We can't agree,” he said."),
    ("We lost 3", "We lost 3.5 million dollars."),
    ("negotiable", "This is non-negotiable."),
    ("5 degrees", "It was -5 degrees."),
    ("1,00", "It cost 1,000 euros."),
    ("5", "A price of 5%."),
    ("lawful", "It is unlawful."),
    ("Yes!", "“Yes.”"),
    ("Yes.", "“Yes!”"),
    ("Yes.", "“Yes?”"),
    ("the US—Russia talks", "the US-Russia talks"),
    ("us", "the US and Russia"),
    ("we Agree", "we agree"),
    ("Kyіv", "in Kyiv"),
    ("1.000", "1,000"),
    ("two and three", "three and two"),
    ("don't", "dont"),
    ("ob der", "Hobder"),
    ("no vamos", "no, vamos"),
]


@pytest.mark.parametrize(("wanted", "text"), NOT_THERE)
def test_what_differs_in_more_does_not_stand_there(wanted: str, text: str) -> None:
    assert not find_standings(index_words(read_article(text)), wanted, anywhere=True)


@given(odd_texts, odd_texts, st.booleans())
@settings(max_examples=examples(100))
def test_no_text_and_no_quotation_raises(text: str, wanted: str, anywhere: bool) -> None:
    source = index_words(read_article(text))
    for standing in find_standings(source, wanted, anywhere):
        for piece in standing.place.pieces:
            assert [source.words[place] for place in range(piece.first, piece.last)]
            assert words(source.levelled.text[piece.start : piece.end])
