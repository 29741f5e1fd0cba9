"""Somebody who stands behind the verb of a Spanish sentence: También habló el presidente; Quien lo hizo fue Ana Rey."""

from __future__ import annotations

from collections.abc import Sequence

from generator.articles.callings import is_role
from generator.articles.reporter import Token
from generator.wordlists import WordLists

_WHOM = frozenset(["la", "lo", "le", "las", "los", "les"])
_IS = frozenset(["es", "fue", "era", "son", "fueron", "eran"])


def somebody_behind(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> int:
    """Where somebody stands right behind a verb: También habló el presidente, …; 0 where nobody does."""
    if lists.lang != "es" or place + 2 >= limit:
        return 0
    if tokens[place].lower in lists.prepositions or tokens[place].lower in lists.stops:
        return 0
    acts = tokens[place].is_word and not tokens[place].is_capital
    behind = tokens[place + 1].lower in lists.articles and is_role(tokens[place + 2].lower, lists)
    return place + 1 if acts and behind else 0


def behind_cleft(tokens: Sequence[Token], limit: int, lists: WordLists) -> int:
    """Where a Spanish sentence begins that tells who somebody is: Quien sí lo hizo fue la capitana; else 0."""
    if (
        lists.lang == "es"
        and limit > 3
        and tokens[0].lower in _WHOM
        and tokens[1].lower.endswith(("ó", "aron", "ieron"))
    ):
        return 2 if tokens[2].lower in lists.articles or tokens[2].is_capital else 0  # La secundó un vecino
    if lists.lang != "es" or tokens[0].lower not in ("quien", "quienes"):
        return 0
    return next((near + 1 for near in range(min(limit, 12)) if tokens[near].lower in _IS), 0)
