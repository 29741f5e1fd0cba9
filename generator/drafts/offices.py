"""The office that a text puts beside a name, before it or behind it: US Special Envoy Ada Lind; Ada Lind, the mayor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.articles.article import Article
from generator.articles.callings import is_role
from generator.articles.slavic import SLAVIC, is_no_adjective
from generator.articles.unlisted import OFFICE_LAST
from generator.drafts.credits import is_agency
from generator.wordlists import WordLists, words_of

_WORDS = re.compile(r"[^\W\d_][\w’'-]*|[^\w\s]")
_CLAUSE = re.compile(r"[.!?;:\n“”„«»\"]")
_ELIDED = re.compile(r"\A[lL][’'](?=\w)")
_PARTS = frozenset(["prosecuting", "defending", "mitigating", "presiding"])  # in a British court: Ada Lind, defending,
_FAR = 90  # characters looked at on each side
_PLACES = 6  # of a name that are looked at
_MOST = 8  # words of an office
_READ_ALREADY = ("en", "de")  # where the words right before a name are read with it


def office_of(article: Article, name: str) -> str:
    """The office beside a name as typed, without its article; nothing where there is none at its first places."""
    lists = words_of(article.lang)
    if article.lang in ("zh", "ar"):
        return ""
    for before, after in _surroundings(article.text, name):
        office = _right_before(before, lists) if article.lang not in _READ_ALREADY else ""
        office = office or (_right_behind(after, lists) if lists.lang in OFFICE_LAST else "")
        if office := office or _before_comma(before, lists) or _behind(before, after, lists):
            return office
    return ""


def _surroundings(text: str, name: str) -> Iterator[tuple[str, str]]:
    """What stands before and behind a name in the same clause, at its first places."""
    places = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    for _, found in zip(range(_PLACES), places, strict=False):
        before = _CLAUSE.split(text[max(0, found.start() - _FAR) : found.start()])[-1]
        yield before, _CLAUSE.split(text[found.end() : found.end() + _FAR])[0]


def _right_before(before: str, lists: WordLists) -> str:
    """міністр транспорту Остап Веренько; le ministre français Jean Kervadec."""
    words: list[str] = []
    for word in reversed(_WORDS.findall(before)[-_MOST:]):
        if _is_role(bare := _ELIDED.sub("", word), lists) and bare != word:
            words.insert(0, bare)  # d’après l’expert judiciaire Gérard Lantin
            break
        if not word[0].isalpha() or _ends(word, lists):
            break
        words.insert(0, word)
    small = frozenset() if lists.is_known else lists.common | lists.towards
    if not words or words[-1].lower() in lists.linking | lists.prepositions | small:
        return ""  # the mayor of Aldra: the name belongs to the office
    return _from_role(words, lists)


def _right_behind(after: str, lists: WordLists) -> str:
    """Baranyai Ferenc polgármester; Barta Mihály helyi halász."""
    words = _WORDS.findall(after)[:3]
    place = next((place for place, word in enumerate(words) if _is_role(word, lists)), None)
    return " ".join(words[: place + 1]) if place is not None and all(one[0].islower() for one in words[:place]) else ""


def _before_comma(before: str, lists: WordLists) -> str:
    """le ministre des Transports, Jean Kervadec; der Vorsitzende der Gewerkschaft, Hal Brandt."""
    if not before.rstrip().endswith(","):
        return ""
    words = _WORDS.findall(before)[:-1]
    for place in range(len(words) - 1, -1, -1):
        if not words[place][0].isalpha() or len(words) - place > _MOST + 1:
            return ""
        owns = words[place].endswith(("'s", "’s"))  # Ardland's ambassador to the talks, Oleg Vershin
        begins = owns or words[place].lower() in lists.articles
        if begins and any(_is_role(one, lists) for one in words[place + 1 : place + 4]):
            while owns and place and words[place - 1][0].isupper():
                place -= 1  # Northern Line's managing director
            return " ".join(words[place + (not owns) :])
    return ""


def _behind(before: str, after: str, lists: WordLists) -> str:
    """Ada Lind, the mayor of Aldra, said …; but: In Aldra, the mayor, Ada Lind, said …"""
    parts = after.split(",")
    if len(parts) < 2 or parts[0].strip():
        return ""
    places = lists.prepositions | lists.linking
    is_placed = any(word.lower() in places for word in before.split()[-1:])
    if is_placed and (len(parts) < 3 or parts[2].strip()[:1].isupper()):
        return ""
    words = _WORDS.findall(parts[1])
    if parts[1].strip() in _PARTS and lists.lang == "en":
        return parts[1].strip()
    if words and words[0].lower() in lists.pronouns and words[0].lower() not in lists.articles:
        return ""  # contre Anne Roux, elle garde une côte fêlée
    while words and words[0].lower() in lists.articles:
        words = words[1:]
    words = words[: next((place for place, one in enumerate(words) if place and one.lower() in lists.stops), None)]
    place = next((place for place, one in enumerate(words[:4]) if _is_role(one, lists)), None)
    if (
        place is None
        or len(words) > _MOST
        or any(one.lower() in lists.articles | lists.prepositions for one in words[:place])
    ):
        return ""  # remis aux élus
    is_list = any(_is_role(one, lists) and other[0].isupper() and not other.isupper() for one, other in pairwise(words))
    speaks = words[0].lower() in lists.stops or any(
        one.lower() in lists.reporting and not _is_role(one, lists) for one in words
    )
    return "" if is_list or speaks else " ".join(words)


def _from_role(words: Sequence[str], lists: WordLists) -> str:
    """The words from the one that tells what somebody is, with an adjective before it."""
    place = next((place for place, word in enumerate(words) if _is_role(word, lists)), None)
    if place is None:
        return ""
    is_other = (lists.lang in SLAVIC and is_no_adjective(words[0])) or is_agency(words[0])  # řekla ČTK předsedkyně
    start = place - 1 if place == 1 and not is_other else place
    return " ".join(words[start:])


def _ends(word: str, lists: WordLists) -> bool:
    """Whether no office reaches back over a word: an article that stands alone, a verb, a conjunction."""
    small = word.lower()
    if small in lists.linking:
        return False
    return any(small in words for words in (lists.articles, lists.reporting, lists.stops, lists.having, lists.pronouns))


def _is_role(word: str, lists: WordLists) -> bool:
    return is_role(word.lower().replace("’", "'"), lists)
