"""Clauses that leave their verb out: Гай назвал план «…», а депутат Лев Котов — «…»."""

from __future__ import annotations

from collections.abc import Sequence

from generator.articles.according import Clause
from generator.articles.phrases import phrase_after
from generator.articles.reporter import Token
from generator.wordlists import WordLists

_GAPS = {"ru": ("а", "и"), "uk": ("а", "і", "й"), "es": ("y", "mientras")}
_SIGNS = ("—", "–", "-", ",")


def clause_without_verb(tokens: Sequence[Token], place: int, verb: str, lists: WordLists) -> Clause | None:
    """A clause that leaves out its verb: Гай назвал план «…», а депутат Лев Котов — «…»; y el edil Blas Rey, de «…»."""
    if not verb or tokens[place].lower not in _GAPS.get(lists.lang, ()) or place + 3 >= len(tokens):
        return None
    quote = next((near for near in range(place + 2, min(place + 12, len(tokens))) if tokens[near].is_quote), 0)
    sign = next((near for near in range(place + 2, quote) if tokens[near].text in _SIGNS), 0)
    subject = phrase_after(tokens, place + 1, sign, lists) if sign else None
    is_whole = subject is not None and subject.end == tokens[sign - 1].end and quote - sign < 4
    return Clause(subject.start, subject.end, verb, place, subject) if subject and is_whole else None
