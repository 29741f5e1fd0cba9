"""Levelling: what differs only in typography becomes the same, nothing else does, and no place is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.levelling import LINE_HYPHEN, level, level_space
from generator.articles.passages import read_article
from generator.articles.words import is_between, words
from generator.quoting.concordance import index_words
from generator.quoting.standing import find_standings

ODD = [
    *"abz AZé019 \n\t.,:;!?'\"-–—−“”‘’«»‹›„‚`()%$…\u00a0\u202f\u00ad\u200b\u200e\ufeff\u0301\u0316ﬁ我们。「」\r&#;",
    "...", ". . .", "--", " - ", "''", "``", "<<", ">>", "&amp;", "&quot;", "&#8217;", "&nbsp;", "&shy;", "lt;", "n't",
    "nego-\ntiation", "\r\n", "« ", " »", " – ", "e\u0301", "\u1112\u1161\u11ab", "\ufedf",
]  # fmt: skip
odd_texts = st.lists(st.sampled_from(ODD), max_size=40).map("".join)

SAME = [
    ("“No,” he said", '"No," he said'),
    ("it’s", "it's"),
    ("“‘Don’t go’”", "\"'Don't go'\""),
    ("``No''", "“No”"),
    ("„Nein“", '"Nein"'),
    ("»Nein« sagte", '"Nein" sagte'),
    ("« Non », dit-il", '"Non", dit-il'),
    ("Pourquoi\u202f? Parce que\u00a0: oui", "Pourquoi? Parce que: oui"),
    ("a well‑known co‐author", "a well-known co-author"),
    ("2022–2024", "2022-2024"),
    ("we — all of us — agree", "we – all of us--agree"),
    ("we - all of us - agree", "we—all of us—agree"),
    ("at −5 degrees", "at -5 degrees"),
    ("well…", "well..."),
    ("well. . .", "well..."),
    ("10\u00a0000\u2009men\r\nand", "10 000 men and"),
    ("ne\u00adgo\u200btiate\ufeff", "negotiate"),
    ("cafe\u0301", "café"),
    ("oﬃce", "office"),
    ("AT&amp;T said &quot;no&quot;&#33;", 'AT&T said "no"!'),
    ("&amp;amp;", "&"),
    ("我们\n同意", "我们同意"),
    ("他说「不」", "他说“不”"),
    ("a–\nb", "a—b"),
]
DIFFERENT = [
    ("we can", "we can't"),
    ("Russia-US", "Russia—US"),
    ("Russia-US", "Russia – US"),
    ("5−3", "5-3"),
    ("5−3", "5—3"),
    ("a — b", "a-b"),
    ("Yes.", "Yes!"),
    ("Yes", "yes"),
    ("1,000", "1.000"),
    ("6'", '6"'),
    ("well…", "well."),
    ("an other", "another"),
    ("а", "a"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_differs_only_in_typography(one: str, other: str) -> None:
    assert level(one).text == level(other).text


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_differs_in_more_stays_different(one: str, other: str) -> None:
    assert level(one).text != level(other).text


@given(odd_texts | st.text())
def test_levelling_twice_changes_nothing_more(text: str) -> None:
    once = level(text).text
    assert level(once).text == once


@given(odd_texts | st.text())
def test_every_character_knows_its_origin(text: str) -> None:
    for levelled in (level(text), level_space(text)):
        assert len(levelled.text) == len(levelled.starts) == len(levelled.ends)
        assert all(0 <= a < b <= len(text) for a, b in zip(levelled.starts, levelled.ends, strict=True))
        assert list(levelled.starts) == sorted(levelled.starts)
        assert list(levelled.ends) == sorted(levelled.ends)


@given(odd_texts, st.data())
def test_the_source_of_whole_words_levels_to_the_same_words(text: str, data: st.DataObject) -> None:
    levelled = level(text)
    found = words(levelled.text)
    if found:
        first = data.draw(st.integers(0, len(found) - 1))
        last = data.draw(st.integers(first, len(found) - 1))
        start, end = found[first].start, found[last].end
        stored = levelled.span(start, end)
        assert level(text[stored.start : stored.end]).text == levelled.text[start:end]


def test_a_word_hyphenated_over_a_line_end_matches_with_the_hyphen_and_without() -> None:
    text = "a long-\nterm nego-\r\n  tiation"
    source = index_words(read_article(text))
    assert source.levelled.text == f"a long{LINE_HYPHEN}term nego{LINE_HYPHEN}tiation"
    for wanted in ("long-term negotiation", "longterm negotiation", "long-term nego-tiation"):
        (standing,) = find_standings(source, wanted, anywhere=True)
        assert source.stored(standing.place.first, standing.place.last) == (2, len(text))
    assert not find_standings(source, "long term", anywhere=True)
    assert level("no-\n\nthing").text == "no- thing"


def test_every_place_is_found() -> None:
    source = index_words(read_article("aa aa aa"))
    assert [one.place.first for one in find_standings(source, "aa aa", anywhere=True)] == [0, 1]
    assert not find_standings(source, "", anywhere=True)


WORDS = [
    ("We can't: non-negotiable!", ["We", "can't", "non-negotiable"]),
    ("3.5 million, 1,000 and 12:30 or 1/2.", ["3.5", "million", "1,000", "and", "12:30", "or", "1/2"]),
    ("-5% of $3.5bn €7 F-16", ["-5%", "of", "$3.5bn", "€7", "F-16"]),
    ("l’accord d’Abou Dhabi", ["l’accord", "d’Abou", "Dhabi"]),
    ("‘quoted’ words’", ["quoted", "words"]),
    ("我们 agree", ["我", "们", "agree"]),
    ("cafe\u0301 हिन्दी", ["cafe\u0301", "हिन्दी"]),
    ("snake_case", ["snake", "case"]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in words(text)] == expected


@given(st.lists(st.sampled_from([*ODD, *"+±€£²٣_", "1,000.5", "o'clock"]), max_size=20).map("".join))
def test_the_words_of_a_text_are_the_same_whatever_stands_behind_it(text: str) -> None:
    for behind in (" é", " 们"):
        assert words(text + behind)[:-1] == words(text)


def test_a_place_is_between_words_or_inside_one() -> None:
    found = words("We can't.")
    assert [is_between(found, place) for place in range(10)] == [
        True, False, True, True, False, False, False, False, True, True,
    ]  # fmt: skip
