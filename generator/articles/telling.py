"""What a description tells of somebody: a man or a woman, several people, a body."""

from __future__ import annotations

from functools import cache

from generator.articles.callings import is_role
from generator.articles.naming import Phrase
from generator.articles.slavic import SLAVIC
from generator.wordlists import WordLists, words_of

_ARTICLES = {
    **dict.fromkeys(("un", "le", "el"), "m"),
    **dict.fromkeys(("une", "la", "una", "cette", "esta"), "f"),
    **dict.fromkeys(("les", "des", "ces", "los", "las", "unos", "unas", "deux", "dos"), "p"),
}
_GERMAN = {"ein": "m", "der": "m", "eine": "f"}
_OF_EITHER = frozenset(["victime", "personne", "source", "star", "víctima", "persona", "fuente"])  # women or men
#: Several people who are told of as one.
_TOGETHER = frozenset(["family", "couple", "parents", "pair", "twins", "crew", "staff", "trio", "people", "relatives"])


#: How Russian and Ukrainian words for what a woman does end.
_SLAVIC_WOMEN = ("ница", "щица", "чица", "ниця", "виця", "чиня", "гиня", "киня", "иня", "рка", "истка", "істка", "анка",
                 "янка", "отка", "ентка", "антка", "ювачка", "льша")  # fmt: skip


def told_by_article(phrase: Phrase, lists: WordLists) -> str:
    """What the article of a description tells in French and Spanish: un habitué, les arbitres."""
    if lists.lang not in ("de", "fr", "es"):
        return ""
    words = [token.lower for token in phrase.tokens]
    if lists.lang == "de" and words[0] in _GERMAN and any(is_role(word, lists) for word in (*words[1:3], words[-1])):
        return _GERMAN[words[0]]
    if lists.lang == "de" or any(word in lists.bodies or word in _OF_EITHER for word in words[:2]):
        return ""
    return _ARTICLES.get(words[0], "")


def told_by_form(words: frozenset[str], lists: WordLists) -> str:
    """What the form of a word for an office tells: l’avocate, el escritor, die Trainerin."""
    if lists.lang not in ("fr", "es", "de", *SLAVIC):
        return ""
    roles = _roles(lists.lang)
    if lists.lang in SLAVIC and any(word.endswith(("ы", "и", "і")) for word in words & roles):
        return "p"
    if lists.lang in SLAVIC and any(word.endswith(_SLAVIC_WOMEN) for word in words & roles):
        return "f"
    for word in words & roles:
        if lists.lang == "fr" and word.endswith("e") and word[:-1] in roles:
            return "f"
        if lists.lang == "es" and word.endswith("a") and (f"{word[:-1]}o" in roles or word[:-1] in roles):
            return "f"
        if lists.lang == "de" and word.endswith("in") and word[:-2] in roles:
            return "f"
        others = {"fr": (f"{word}e",), "es": (f"{word[:-1]}a", f"{word}a"), "de": (f"{word}in",)}
        if not word.endswith("s") and any(other in roles and other != word for other in others.get(lists.lang, ())):
            return "m"
    return ""


@cache
def _roles(lang: str) -> frozenset[str]:
    """What people are, and the words that mean somebody known."""
    return words_of(lang).roles | words_of(lang).same


def told_gender_of(words: frozenset[str], lists: WordLists) -> str:
    """Whether words tell a man or a woman (`m`, `f`), several people (`p`) or a body (`n`); nothing where none does."""
    words -= lists.articles  # her father is a man
    if lists.lang == "en" and words & _TOGETHER:
        return "pn"
    if lists.lang == "en" and any(word[:-1] in lists.roles for word in words if word.endswith("s")):
        return "p"
    is_woman, is_man = not words.isdisjoint(lists.female), not words.isdisjoint(lists.male)
    if is_woman != is_man:
        return "f" if is_woman else "m"
    return "n" if words & lists.bodies and words & lists.roles <= lists.bodies else ""
