"""What is accepted really is what the source says: any text against any text, in every tier."""

from __future__ import annotations

import re

from effort import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st
from quoting import check_evidence, check_quote

from generator.articles.levelling import LINE_HYPHEN, level
from generator.articles.words import words

SAID = st.sampled_from(
    ["he said", "Ann Roe said", "Bob Lee told reporters on Monday", "the envoy added", "she denied it"]
)
WORD = st.sampled_from(
    ["we", "We", "not", "agree", "on", "5", "million", "talks", "but", "if", "can't", "the", "plan", "…"]
)
SENTENCE = st.lists(WORD, min_size=1, max_size=7).map(" ".join)
STOP = st.sampled_from([",", ".", "?", "!", ""])


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """A paragraph as news has it: quotations, attributions, paraphrase."""
    first = f"“{draw(SENTENCE)}{draw(STOP)}” {draw(SAID)}{draw(st.sampled_from(['.', ',', ':', '']))}"
    second = draw(
        st.sampled_from([f" “{draw(SENTENCE)}{draw(STOP)}”", f" {draw(SENTENCE)}.", "", f" “{draw(SENTENCE)}."])
    )
    return first + second


ARTICLE = st.lists(paragraphs(), min_size=1, max_size=4).map("\n\n".join)
SIGN = st.sampled_from([" … ", " [they] ", ", ", ". ", " ", " ", " ", " [not] ", "[W]"])


@st.composite
def quotations(draw: st.DrawFn) -> tuple[str, str]:
    """An article and a quotation made of pieces of it, with signs between."""
    article = draw(ARTICLE)
    found = words(article)
    pieces = []
    for _ in range(draw(st.integers(1, 3))):
        first = draw(st.integers(0, len(found) - 1))
        last = draw(st.integers(first, min(len(found) - 1, first + 6)))
        pieces.append(article[found[first].start : found[last].end])
        pieces.append(draw(SIGN))
    return article, "".join(pieces[:-1])


def claimed(text: str) -> list[str]:
    """The words that a quotation claims: brackets and their neighbours' letters aside."""
    levelled = re.sub(r"\[[^\]]*\]|…", " ", level(text).text)
    return [levelled[start:end].lower().replace(LINE_HYPHEN, "") for start, end in words(levelled)]


@settings(max_examples=examples(200))
@given(quotations(), st.booleans())
def test_the_spans_hold_the_words_of_the_quotation_in_order(made: tuple[str, str], as_evidence: bool) -> None:
    article, text = made
    citation = (check_evidence(article, text) if as_evidence else check_quote(article, text)).citation
    if citation.status != "matched":
        return
    assert claimed(" ".join(citation.exact)) == claimed(text)
    ends = [place for span in citation.spans for place in span]
    assert ends == sorted(ends)
    if citation.tier in ("exact", "typography", "edge"):
        assert len(citation.spans) == 1
        assert not citation.gaps
    if citation.tier == "joined":
        assert {gap.kind for gap in citation.gaps} == {"joined"}


@settings(max_examples=examples(200))
@example(("“we,” Bob Lee told reporters.\n\n“…,” he said. “we,”", "Bob Lee told reporters.\n\n“…,” he"))
@given(quotations())
def test_an_accepted_quote_takes_none_of_the_reporters_words_in(made: tuple[str, str]) -> None:
    """Wherever one of its spans leaves or enters quotation marks, it enters or leaves others at once.

    Marks without a word between them are nobody's words: what runs over those alone is the reporter's.
    """
    article, text = made
    citation = check_quote(article, text).citation
    if citation.status == "matched":
        for exact in (re.sub(r"“[^”\w]*”", "", each) for each in citation.exact):
            assert not re.search(r"”[^“]*\w", exact)
            assert not re.search(r"\A[^”]*\w[^”\n]*“", exact)  # what begins a paragraph may go on


def test_what_runs_over_marks_without_a_word_is_told_to_be_the_reporters() -> None:
    article = "“we,” Bob Lee told reporters.\n\n“…,” he said. “we,”"
    assert "quote-not-quoted" in check_quote(article, "Bob Lee told reporters.\n\n“…,” he").citation.rules


@settings(max_examples=examples(100))
@given(quotations())
def test_whole_words_of_the_article_are_always_evidence(made: tuple[str, str]) -> None:
    article, _ = made
    found = words(article)
    text = article[found[0].start : found[min(5, len(found) - 1)].end]
    assert check_evidence(article, text).citation.tier == "exact"


ODD = [
    "“", "”", "‘", "’", '"', "'", "«", "»", "„", "[", "]", "[sic]", "[…]", "…", "...", "(", ")", "—", "-",
    "\n\n", "\r\n",
    "not", "We", "we", "said", "Ann", "5", "3.5", "million", "我们", "不", "说", "مرحبا", "не", "\u00ad",
    "\u200b", "e\u0301",
    "nego-\n", "tiation", ",", ".", "?", "!", ":", " ", "  ", "&quot;", "&amp;", "\ufeff", "\u200f", "ANN:", "\x85",
]  # fmt: skip
odd = st.lists(st.sampled_from(ODD), max_size=30).map(" ".join) | st.lists(st.sampled_from(ODD), max_size=30).map(
    "".join
)


@example(article="“ not", text="not", near="", kind="transcript", lang="en")
@settings(max_examples=examples(130))
@given(
    odd, odd, odd, st.sampled_from(["article", "transcript", "statement", "post"]), st.sampled_from(["en", "zh", "nb"])
)
def test_no_text_raises(article: str, text: str, near: str, kind: str, lang: str) -> None:
    words_of = text.strip() or "a"
    fields = {"title": words_of, "left_out": [words_of], "not_known": [near.strip() or "a"]}
    checked = check_quote(article, words_of, "Ann", lang, kind, near.strip() or None, **fields)
    assert len(checked.citations) == 1
    assert all(one.message for one in checked.findings)
