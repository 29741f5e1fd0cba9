"""Who acts in an Arabic clause: before its verb, behind it, or nobody but the one who acted before."""

from __future__ import annotations

from collections.abc import Sequence

from generator.articles.arabic_words import is_office
from generator.articles.naming import Phrase
from generator.articles.phrases import phrase_after
from generator.articles.reporter import Token, token_of
from generator.articles.subjects import phrase_before
from generator.wordlists import WordLists

_LINKS = frozenset(
    ["كان", "كانت", "وكان", "وكانت", "أما", "لكن", "ولكن", "فيما", "بينما", "إلا", "غير", "أن", "و", "كما", "حتى"]
)


def arabic_subject(tokens: Sequence[Token], low: int, place: int, limit: int, lists: WordLists) -> Phrase | None:
    """The subject of a reporting verb; None where it goes on with the one before: يشير إلى حقله ويقول: «…»."""
    before, verb = tokens[place - 1] if place > low else None, tokens[place].lower
    told = before.lower if before else ""
    if before and told in lists.pronouns and told not in lists.relative:
        return Phrase((before,), (), is_pronoun=True)  # لكنه ختم كلمته بالقول
    if before and told.startswith("و") and told[1:] in lists.pronouns:
        return Phrase((token_of(told[1:], before.start),), (), is_pronoun=True)  # بكت والدة الضحية وهي تقول
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if place > low + 1 and verb.startswith("و") and behind and (behind.text == ":" or behind.is_quote):
        return None
    found = _at_start(tokens, low, place, lists)
    return found or phrase_after(tokens, place + 1, limit, lists) or phrase_before(tokens, low, place, lists)


def _at_start(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> Phrase | None:
    """The subject with which a sentence begins, right before its verb: أما جارته فتؤكد; المديرة، هالة العلي، نفت."""
    first = low
    while first < place and (tokens[first].lower in _LINKS or not tokens[first].is_word):
        first += 1
    found = phrase_after(tokens, first, place, lists) if first < place else None
    if found is None:
        return None
    between = [one for one in tokens[first:place] if one.start >= found.end]
    is_next = all(one.text == "،" or one.lower in lists.auxiliary for one in between)
    return found if is_next and (found.is_pronoun or (found.name or is_office(found.tokens[0].lower, lists))) else None
