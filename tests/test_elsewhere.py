"""Articles in languages without word lists: what is quoted truly is found, what is not is refused, nobody is wronged.

The articles stand in `elsewhere.toml`.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from quoting import FILE, check_brief

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


def test_a_code_in_capitals_is_the_same_language() -> None:
    _, text, _ = ARTICLES["pl 1"]
    assert read_article(text, "PL-pl").passages == read_article(text, "pl").passages


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


NEGATED = [
    ("pt", "Não houve falha no sistema de alerta", "Houve falha no sistema de alerta", "without “Não”"),
    ("bg", "Не можем да си отворим прозорците", "Можем да си отворим прозорците", "without “Не”"),
    ("el", "Δεν θα κρυφτώ πίσω από το δάχτυλό μου", "Θα κρυφτώ πίσω από το δάχτυλό μου", "without “Δεν”"),
    ("it", "Pagheremo tutto quello che serve ma non domani", "Pagheremo tutto quello che serve", "with “non”"),
    ("tr", "Bu kararı bekliyoruz demek hiç doğru değil", "Bu kararı bekliyoruz demek", "with “hiç”"),
    ("cs", "Dostaneme peníze, které nikdo neslíbil", "Dostaneme peníze, které", "with “nikdo”"),
]


@pytest.mark.parametrize(("lang", "words", "cut", "told"), NEGATED, ids=[one[0] for one in NEGATED])
def test_a_cut_that_drops_a_negation_is_a_warning(lang: str, words: str, cut: str, told: str) -> None:
    text = f"{words[:12]}\n\n{words[:9]}, {words[:9]}: „{words}”.\n"
    checked = check_brief(text, source={"file": FILE, "lang": lang}, quotes=[{"speaker": "A. B.", "text": cut}])
    assert any(
        told in one.message for one in checked.findings if one.rule in ("quote-opening-dropped", "quote-truncated")
    )


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("Det regnet.", "Knut Moen"),
        ("Rektor Per Lie kom.", "Per Lie"),
        ("Rektor Per Lie og lærer Ola Berg kom.", None),
    ],
)
def test_a_pronoun_means_nobody_where_several_are_named_since(between: str, name: str | None) -> None:
    text = f"– Vi har ikke råd til dette, sier ordfører Knut Moen.\n\n{between}\n\n– Det er trist, sier han.\n"
    article = read_article(f"Skolen stenges\n\nKommunen stenger skolen til høsten.\n\n{text}", "no")
    assert article.passages[-1].speaker == name


@pytest.mark.parametrize(
    ("lang", "line"),
    [("sv", "– Vi väntar, säger Moen. "), ("fi", "– Kauppa lähti, Pussinen sanoo. "), ("it", "– Sì, a b, c d. ")],
)
def test_a_long_dialogue_takes_as_long_as_its_parts(lang: str, line: str) -> None:
    """A paragraph eight times as long took sixty times as long."""
    took = []
    for times in (250, 2000):
        begun = process_time()
        read_article(f"Titel\n\n{line * times}\n", lang)
        took.append(process_time() - begun)
    assert took[1] < 30 * took[0] + 1


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
    assert told == {"rightly": 188, "not": 118}
