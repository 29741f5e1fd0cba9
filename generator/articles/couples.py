"""Couples with one surname: Степан і Катерина Гаврилюки are Степан Гаврилюк and Катерина Гаврилюк."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.articles.cases import given_of
from generator.articles.reporter import Sentence, Token
from generator.articles.sightings import Sighting

_AND = frozenset(["и", "і", "й", "та"])
#: How the surname of several ends -> of a man, of a woman.
_SEVERAL = (
    ("ские", "ский", "ская"), ("цкие", "цкий", "цкая"), ("ські", "ський", "ська"), ("цькі", "цький", "цька"),
    ("ые", "ый", "ая"), ("енки", "енко", "енко"), ("овы", "ов", "ова"), ("евы", "ев", "ева"), ("ёвы", "ёв", "ёва"),
    ("ины", "ин", "ина"), ("ыны", "ын", "ына"), ("ови", "ов", "ова"), ("еви", "ев", "ева"), ("іни", "ін", "іна"),
    ("аи", "ай", "ай"), ("ої", "ой", "ой"), ("ої", "ой", "ой"), ("ы", "", ""), ("и", "", ""),
)  # fmt: skip
_MARRIED = {"ru": {"m": "муж", "f": "жена"}, "uk": {"m": "чоловік", "f": "дружина"}}
_KIN = frozenset(["брат", "сестра", "братья", "брати", "сёстры", "сестри", "близнецы", "близнюки"])


def with_couples(sightings: Sequence[Sighting], sentences: Sequence[Sentence], lang: str) -> list[Sighting]:
    """The sightings with both of each couple in them, in place of the second name with its plural."""
    found = {one.first: one for sentence in sentences for one in _couples(sentence.tokens, lang)}
    if not found:
        return list(sightings)
    others = [one for one in sightings if one.first not in found]
    return sorted((*others, *found.values()), key=lambda one: one.first)


def _couples(tokens: Sequence[Token], lang: str) -> Iterator[Sighting]:
    for place in range(len(tokens) - 3):
        one, link, other, family = tokens[place : place + 4]
        if link.lower not in _AND or not (one.is_capital and other.is_capital and family.is_capital):
            continue
        genders = gender, second = given_of(one.lower), given_of(other.lower)
        ending = next((end for end in _SEVERAL if family.text.endswith(end[0]) and len(family.text) > 4), None)
        if ending is None or not all(genders):
            continue
        related = any(near.lower in _KIN for near in tokens[max(0, place - 3) : place])
        for token, told in ((one, gender), (other, second)):
            surname = family.text.removesuffix(ending[0]) + ending[1 if told == "m" else 2]
            married = () if related or gender == second else (_MARRIED[lang][told],)
            words = (token.lower, surname.lower())
            yield Sighting(words, f"{token.text} {surname}", token.start, frozenset(married), told, "")
