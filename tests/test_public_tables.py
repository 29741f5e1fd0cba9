"""The tables that say what the check must make of these quotations, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from quoting import check_evidence, check_quote

SEEDS = Path(__file__).parent.parent / "seeds"
TALKS = """\
MOSCOW, Jan 5 - The talks were “useful and businesslike,” the envoy told reporters on Monday. \
“We discussed security guarantees,” he said. “We will continue working, but we have not agreed on territory.”

“This is not a compromise yet,” the aide said, adding that the two sides “won’t rush.

“It will take time,” he said.
"""
BOTH = "We discussed security guarantees. We will continue working, but we have not agreed on territory."

#: Quote, speaker, tier, rules, what the messages show.
TABLE = [
    ("useful and businesslike", "the envoy", "exact", {"fragment"}, ""),
    ("We discussed security guarantees.", "the envoy", "edge", set(), ""),
    ("won't rush", "the aide", "typography", {"fragment"}, ""),
    (BOTH, "the envoy", "joined", set(), ""),
    (
        "We discussed security guarantees ... we have not agreed on territory",
        "the envoy",
        "elided",
        {"elides"},
        "We will continue working, but",
    ),
    ("[Moscow and Washington] have not agreed on territory", "the envoy", "bracketed", set(), ""),
    ("We will continue working", "the envoy", "exact", {"truncated"}, "but we have not agreed on territory"),
    ("a compromise yet", "the aide", "exact", {"opening-dropped", "fragment"}, "not"),
    ("won’t rush. It will take time", "the aide", "joined", set(), ""),
    ("we have agreed on territory", "the envoy", None, {"not-found"}, "“not”"),
    ("we have [finally] agreed on territory", "the envoy", None, {"bracket"}, "“not”"),
    ("we have not agreed on territory ... We discussed security guarantees", "the envoy", None, {"spliced"}, "order"),
    ("We discussed security guarantees. This is not a compromise yet.", "the envoy", None, {"spliced"}, ""),
    (
        "We discussed security guarantees. We have not agreed on territory.",
        "the envoy",
        None,
        {"spliced"},
        "We will continue working, but",
    ),
    ("This is not a compromise yet. won’t rush", "the aide", None, {"spliced"}, ""),
    ("discussed security guarantee", "the envoy", None, {"not-found"}, "guarantees"),
    ("we have not agreed on territory", "the aide", "exact", {"speaker"}, "the envoy"),
]


@pytest.mark.parametrize(("quote", "speaker", "tier", "rules", "shown"), TABLE)
def test_the_table(quote: str, speaker: str, tier: str | None, rules: set[str], shown: str) -> None:
    checked = check_quote(TALKS, quote, speaker)
    assert (checked.tier, checked.rules) == (tier, rules)
    assert shown in checked.text


def test_a_bracket_shows_what_it_replaces() -> None:
    (gap,) = check_quote(TALKS, "[Moscow and Washington] have not agreed on territory", "the envoy").citation.gaps
    assert (gap.kind, gap.words, gap.by) == ("replaced", "we", "Moscow and Washington")


#: On the real article.
REAL = [
    (
        "I think that we have a good chance of getting it settled. "
        "I personally asked President Putin not to fire into Kyiv",
        "Trump",
        None,
        {"spliced"},
        "",
    ),
    (
        "But I think we're getting very close to getting a settlement. "
        "I think that we have a good chance of getting it settled.",
        "Trump",
        "joined",
        set(),
        "",
    ),
    ("fire into Kyiv and various towns for a week", "Trump", "exact", {"opening-dropped", "truncated"}, "not to"),
    ("Don't waste the call; you're not going to get that.", "Trump", "exact", {"nested"}, ""),
    ("We are encouraged by this meeting", "Dmitriev", "exact", {"speaker"}, "Witkoff"),
    ("he agreed to do that", "Putin", "exact", {"speaker"}, "Trump"),
    ("Zelenskyy and Putin hate each other", "Trump", "exact", {"truncated"}, "and it makes it very difficult"),
    ("I personally asked President Putin [never] to fire into Kyiv", "Trump", None, {"bracket"}, "not"),
    ("productive and constructive", "Witkoff", "exact", {"fragment"}, ""),
    ('peace efforts "difficult". Speaking to reporters', "Trump", None, {"crosses"}, "Speaking to reporters"),
]


def real() -> str:
    return (SEEDS / "us-russia-constructive-talks.txt").read_bytes().decode("utf-8")


@pytest.mark.parametrize(("quote", "speaker", "tier", "rules", "shown"), REAL)
def test_the_table_of_the_real_article(quote: str, speaker: str, tier: str | None, rules: set[str], shown: str) -> None:
    checked = check_quote(real(), quote, speaker)
    assert checked.tier == tier
    assert rules <= checked.rules <= rules | {"partial", "truncated"}
    assert shown in checked.text


def test_the_place_of_a_whole_passage_is_taken() -> None:
    citation = check_quote(real(), "productive and constructive", "Witkoff").citation
    assert citation.spans == ((332, 359),)
    assert citation.exact == ("productive and constructive",)


def test_evidence_need_not_stand_inside_marks() -> None:
    checked = check_evidence(real(), 'peace efforts "difficult". Speaking to reporters')
    assert (checked.tier, checked.rules) == ("exact", set())
