"""Plain words that have a capital only because their sentence begins: Conservationists said; Conditions were hard."""

from __future__ import annotations

from collections.abc import Sequence

from generator.articles.callings import is_role
from generator.articles.cases import given_of
from generator.articles.reporter import Token
from generator.articles.slavic import SLAVIC
from generator.wordlists import WordLists, gender_of

_SEVERAL = ("ists", "ers", "ors", "ians", "ees", "ants", "ents", "smen", "women")
_CONTACTED = ("é", "ée", "ées", "és", "ointe", "oint")


def names_nobody(name: Token, tokens: Sequence[Token], end: int, lists: WordLists) -> bool:
    """Whether a word only has the capital of its sentence: Contactée, l’inspectrice …; Conservationists said."""
    if lists.lang == "fr":
        contacted = name.lower.endswith(_CONTACTED) and not gender_of(name.lower)
        return contacted and end < len(tokens) and tokens[end].text == ","
    if lists.lang != "en" or end > 1 or gender_of(name.lower):
        return False
    led = end < len(tokens) and tokens[end].lower in lists.prepositions  # Contacted by phone, she said
    acts = end < len(tokens) and (tokens[end].lower in lists.being or is_role(tokens[end].lower, lists))
    if name.lower.endswith("ing") and acts:  # Prosecuting counsel
        return True  # Eavesdropping is how she works
    if name.lower.endswith("ions") and end < len(tokens) and tokens[end].lower in ("are", "were", "have"):
        return True  # Conditions were hard
    return name.lower.endswith(_SEVERAL) or (name.lower.endswith(("ed", "orn")) and len(name.text) > 3 and led)


def is_plain_before_name(name: tuple[Token, ...], lists: WordLists) -> bool:
    """Whether a plain word with the capital of its sentence stands before a first name: Deckhand; Охотовед."""
    first, second = name[0].lower, name[1].lower
    if lists.lang in SLAVIC:
        return len(name) == 3 and bool(given_of(second)) and not given_of(first)
    return lists.lang == "en" and not gender_of(first) and bool(gender_of(second)) and len(first) > 4
