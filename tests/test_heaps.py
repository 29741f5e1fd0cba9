"""A text of marks costs no more than its length, and news copy beside it is read as ever."""

from __future__ import annotations

import random
import time

import pytest
from quoting import check_evidence, check_quote

from generator.articles.heaps import without_heaps
from generator.articles.passages import read_article

MARKS = (*"“”‘’\"'«»‹›„‚「」『』＂״—–", "``", "''", "<<", ">>", "--", "- ")
BETWEEN = {
    "nothing": (),
    "letters": tuple("abcXYZ"),
    "words and lines": (*"aBc" * 4, *" " * 12, *("\n\n",) * 3),
    "stops": (*"aBc" * 4, *" " * 12, *".,:;?!…", *"\n" * 4),
    "speakers": (*("he said ", " Smith said, ", "We ", "a ", ". ") * 12, *("\n\n",) * 12),
    "prose": (*(" Ann Roe said on Monday that the talks with the river board went on. ", "\n\n") * 12,),
}
DIALOGUE = "— A, said Bo, — b. C, he said.\n\n"
NEWS = "“We agreed on the river,” Ann Roe said on Monday. The talks went on.\n\n"


def mixed(size: int, between: tuple[str, ...]) -> str:
    return "".join(random.Random(3).choices(MARKS + between, k=size))[:size]


def seconds(text: str, lang: str) -> float:
    """Processor time."""
    before = time.process_time()
    check_quote(text, "we agree on it", lang=lang)
    return time.process_time() - before


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("between", [*BETWEEN, "dialogue", "news"])
def test_twice_the_text_takes_no_more_than_thrice_the_time(between: str, lang: str) -> None:
    size = 40_000
    whole = {"dialogue": DIALOGUE * 4000, "news": NEWS * 2000}.get(between) or mixed(2 * size, BETWEEN[between])
    assert_linear(whole, size, lang)


#: Lines in which the reporter breaks in without end, by commas or by dashes.
LINES = {
    "it": "«some words Anna Kot», ha detto Anna Kot. ",
    "es": "– Aa «b» cc, dijo Bo. Cc. ",
    "fr": "– Aa, dit Bo. Cc. ",
    "sv": "– Aa, säger Bo. Cc. ",
    "no": "Aa bb. – Cc «d», sier Bo. – Ee. ",
    "pl": "– Aa „b” cc – mówi Bo. – Cc. ",
    "ru": "– Аа «б» вв, – сказал Бо. – Гг. ",
    "el": "– Αα, είπε ο Βο. – Γγ. ",
}


@pytest.mark.parametrize("lang", LINES)
def test_a_line_of_dialogue_without_end_takes_no_more(lang: str) -> None:
    assert_linear(LINES[lang] * 2000, 20_000, lang)


def assert_linear(whole: str, size: int, lang: str) -> None:
    """By the best of each, in turn: a machine that is slow for a while is slow for both."""
    half, twice = [seconds(whole[:size], lang)], list[float]()
    while len(twice) < 4 and not (twice and min(twice) < 3 * min(half) + 0.2):
        half.append(seconds(whole[:size], lang))
        twice.append(seconds(whole[: 2 * size], lang))
    assert min(twice) < 3 * min(half) + 0.2, (half, twice)


def test_nobody_is_quoted_in_a_heap_and_the_news_around_it_is_read() -> None:
    heap = mixed(40_000, BETWEEN["letters"])
    text = f"{NEWS * 200}{heap}\n\n{NEWS * 200}"
    assert len(read_article(text).passages) > 250  # blocks are coarse: some of the news beside the heap is lost
    assert {one.speaker for one in read_article(text).passages} == {"Ann Roe"}
    assert check_evidence(text, "The talks went on.").tier == "exact"


def test_news_copy_of_any_length_is_no_heap() -> None:
    quick = "“Why not?” she asked.\n\n“I’m not sure, l’État.”\n\n“You must know, sir.”\n\n" * 2000
    for text in (NEWS * 1000, quick, mixed(19_000, ())):
        assert without_heaps(text) == text
