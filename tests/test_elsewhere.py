"""Articles in languages without word lists: what is quoted truly is found, what is not is refused, nobody is wronged.

The articles stand in `elsewhere.toml`.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from quoting import check_brief

from generator.articles.detection import detect
from generator.articles.passages import read_article

Said = Sequence[tuple[str, str]]

ARTICLES = {
    f"{lang} {place}": (lang, one["text"], one["said"])
    for lang, articles in tomllib.loads((Path(__file__).parent / "elsewhere.toml").read_text(encoding="utf-8")).items()
    for place, one in enumerate(articles, 1)
}
every_article = pytest.mark.parametrize(
    ("lang", "text", "said"), [pytest.param(*one, id=name) for name, one in ARTICLES.items()]
)
#: Names that a language puts into another case, as they stand in these articles.
CASES = {"Elina Haapsaaren": "Elina Haapsaari"}


@every_article
def test_the_language_is_told(lang: str, text: str, said: Said) -> None:
    assert detect(text) == lang


@every_article
def test_what_is_quoted_truly_is_found_and_nobody_is_doubted(lang: str, text: str, said: Said) -> None:
    people = list(dict.fromkeys(name or "Somebody Else" for _, name in said))
    quotes = [{"speaker": name or "Somebody Else", "text": words} for words, name in said]
    checked = check_brief(text, participants=people, quotes=quotes)
    assert [one.status for one in checked.citations] == ["matched"] * len(said)
    assert not checked.errors
    assert "quote-speaker" not in {one.rule for one in checked.findings}


@every_article
def test_what_is_not_said_so_is_refused(lang: str, text: str, said: Said) -> None:
    """Remarks of two made one, a word left out, two words swapped."""
    two = [f"{one.rstrip('.')}. {other[0].upper()}{other[1:]}" for (one, by), (other, to) in pairwise(said) if by != to]
    words = [one.split() for one, _ in said if len(one.split()) > 3]
    less = [" ".join([*each[:1], *each[2:]]) for each in words]
    swapped = [" ".join([*each[:-2], each[-1], each[-2]]) for each in words]
    wrong = [*two, *less, *swapped]
    quotes = [{"speaker": "Somebody Else", "text": each} for each in wrong]
    checked = check_brief(text, participants=["Somebody Else"], quotes=quotes)
    assert wrong
    assert [each for each, one in zip(wrong, checked.citations, strict=True) if one.status == "matched"] == []


def test_who_speaks_is_told_rightly_or_not_at_all() -> None:
    """Of the quotations whose speaker has a name, the rest are told of nobody: better none than another."""
    told = Counter[str]()
    for lang, text, said in ARTICLES.values():
        passages = read_article(text, lang).passages
        for words, name in said:
            parts = [one for one in passages if (text[one.span.start : one.span.end].strip(" ,.?!") or "-") in words]
            found = {CASES.get(one.speaker, one.speaker) for one in parts if one.speaker}
            assert parts, words
            if name:
                told["rightly" if found == {name} else "wrongly" if found else "not"] += 1
    assert told == {"rightly": 128, "not": 67}
