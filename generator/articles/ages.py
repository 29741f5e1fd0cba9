"""How old somebody is: beside a name (Ada Lind, 47, …) and in a description that leads back to it (the 47-year-old)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.articles.reporter import Token

_OLDEST = 120
_YEARS = frozenset(
    ["ans", "años", "jahre", "jahren", "years", "year", "лет", "года", "год", "років", "роки", "рік", "anni", "عاما"]
)
_LEADING = frozenset(["de", "aged", "now", "im", "d'", "aujourd'hui", "que", "a", "mit"])
_AT = frozenset(["à", "a", "at", "mit", "в", "у"])
_BEHIND = (",", ".", ";", ")", "،")
_DECADES = {
    stem: decade
    for decade, stems in {
        30: ("trentenaire", "treintañer"),
        40: ("quadragénaire", "cuarentón", "cuadragenari"),
        50: ("quinquagénaire", "quinquagenarian", "cincuentón", "quincuagenari"),
        60: ("sexagénaire", "sexagenarian", "sexagenari"),
        70: ("septuagénaire", "septuagenarian", "septuagenari"),
        80: ("octogénaire", "octogenarian", "octogenari"),
        90: ("nonagénaire", "nonagenarian", "nonagenari"),
    }.items()
    for stem in stems
}


def age_beside(tokens: Sequence[Token], start: int, end: int) -> int:
    """The age that stands before or behind a name, or 0: 41-year-old Ada Lind; Ada Lind, 41, …; Lind, de 41 años."""
    if start and (age := _hyphened(tokens[start - 1])):
        return age
    begins = 2 < start < 9 and tokens[0].lower in _AT and any(one.text == "," for one in tokens[2:start])
    if begins and (age := _number(tokens[_past_owner(tokens)].text)):
        return age  # À 81 ans, la pianiste Mona Desrives …
    if end >= len(tokens) or tokens[end].text not in (",", "،"):
        return 0
    place = end + 1
    while place < min(len(tokens), end + 3) and tokens[place].lower in _LEADING:
        place += 1
    age = _number(tokens[place].text) if place < len(tokens) else 0
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    return age if age and (behind is None or behind.text in _BEHIND or behind.lower in _YEARS) else 0


def _past_owner(tokens: Sequence[Token]) -> int:
    return 2 if tokens[1].lower == "sus" else 1  # a sus 73 años


def age_told(tokens: Sequence[Token]) -> range:
    """The ages that a description leaves open: the 47-year-old, l’homme de 34 ans, l’octogénaire; none where no word
    tells.
    """
    for place, token in enumerate(tokens):
        if token.text[0].isdigit():
            years = place + 1 < len(tokens) and tokens[place + 1].lower in _YEARS
            if age := _hyphened(token) or (_number(token.text) if years else 0):
                return range(age, age + 1)
        elif decade := _DECADES.get(token.lower) or _DECADES.get(token.lower[:-1]):
            return range(decade, decade + 10)
    return range(0)


def _hyphened(token: Token) -> int:
    """47 of 47-year-old, 52-Jährige, 27-летний."""
    return _number(token.text.partition("-")[0]) if token.text[0].isdigit() and "-" in token.text else 0


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 and int(text) <= _OLDEST else 0
