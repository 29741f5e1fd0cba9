"""The word lists are complete and well made."""

from __future__ import annotations

import pytest

from generator.wordlists import LANGUAGES, gender_of, list_names, words_of

#: Lists that a language may do without.
SMALL = {"abbreviations", "acts", "alike", "articles", "by", "being", "having", "definite", "departments",
         "impersonal", "inverting", "linking",
         "modifiers", "nouns", "oblique", "own", "prepositions", "relative", "sounds", "stops",
         "posts", "same", "surnames", "towards", "uttered", "views", "weak"}  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_every_list(lang: str) -> None:
    lists = words_of(lang)
    assert not [name for name in list_names() if not getattr(lists, name) and name not in SMALL]
    assert lists.pronouns
    assert len(lists.reporting) > 150
    assert len(lists.negation) > 50


#: Languages that have few lists: those that tell who speaks, and those that turn a sentence; some have only the latter.
FEW = (
    *("be", "bg", "ca", "cs", "da", "el", "et", "fi", "hr", "hu", "id", "it", "lt"),
    *("lv", "mk", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sr", "sv", "tr", "vi"),
)
FEWER = ("fa", "he", "hi")


@pytest.mark.parametrize("lang", (*FEW, *FEWER))
def test_a_language_with_few_lists_has_those_that_matter(lang: str) -> None:
    lists = words_of(lang)
    assert lists.lang == lang and not lists.is_known
    telling = ("reporting", "pronouns", "common") if lang in FEW else ()
    for name in (*telling, "negation", "contrast", "condition", "exception", "hedge"):
        assert getattr(lists, name), name
    assert lists.pronouns.keys() <= lists.common


@pytest.mark.parametrize("lang", (*LANGUAGES, *FEW, *FEWER))
def test_entries_are_in_lower_case_and_in_one_line(lang: str) -> None:
    for name in list_names():
        for entry in getattr(words_of(lang), name):
            assert entry == " ".join(entry.lower().split()), (name, entry)


@pytest.mark.parametrize("lang", (*LANGUAGES, *FEW, *FEWER))
def test_pronouns_tell_gender_and_number(lang: str) -> None:
    assert all(set(kind) <= set("mfnp") for kind in words_of(lang).pronouns.values())


def test_a_code_may_have_a_region_and_a_language_no_lists() -> None:
    assert words_of("en-GB") == words_of("en")
    assert words_of("zh_Hans") == words_of("zh")
    assert not words_of("tlh").negation


def test_a_first_name_is_of_one_gender() -> None:
    assert (gender_of("ada"), gender_of("otto"), gender_of("qwerty")) == ("f", "m", "")
