"""What stands right before a quotation in the speaker's own words: how many are meant, and whose claim it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.articles.listed import clause_words, named_phrases, phrases
from generator.quoting.concordance import Concordance
from generator.quoting.numbers import has_digit, inside_number, is_number
from generator.wordlists import words_of

_LONGEST = 4  # words of a phrase
_OBJECTS = 3  # words between “told” and “that”: told the council that …
_ROUGHLY = "近约約逾超仅僅只才足余多"  # one sign before a Chinese number, or behind it
_YEAR = re.compile(r"[12]\d{3}")

Places = tuple[int, int]


def find_quantity(source: Concordance, own: Sequence[int], first: int) -> Places | None:
    """How many are meant, where the quotation leaves that out: Most | households; two thirds of | them.

    `own` are the words of the speaker's sentence before the quotation, `first` is its first word.
    """
    if not own or own[-1] != first - 1 or source.before[first].strip():
        return None
    words = [source.words[place].lower() for place in own]
    if source.unspaced:
        return _find_unspaced(source, own, first)
    behind = len(words)
    if words[-1] in _of(source):
        behind -= 1
    listed = phrases(source.article.lang, "quantity")
    for begins in range(max(0, behind - _LONGEST), behind):
        if begins + listed.at(words, begins) in (behind, len(words)):
            return own[begins], own[-1] + 1
    if behind and _counts(source, own[:behind], first, behind < len(words)):
        return own[behind - 1], own[-1] + 1
    return None


def _of(source: Concordance) -> frozenset[str]:
    """Words between a number and what is counted: two of the three, deux des trois, двое из них."""
    lists = words_of(source.article.lang)
    return lists.linking | {"of", "von", "unter", "de", "des", "du", "d'", "из", "із", "зі", "з", "من"}


def _counts(source: Concordance, own: Sequence[int], first: int, has_of: bool) -> bool:
    """Whether the last word before a quotation is a number that counts its first: 3.5 | million, zwei | Drittel."""
    word, following = source.words[own[-1]], source.words[first]
    if not is_number(word):
        return False
    if inside_number(word, following) or phrases(source.article.lang, "magnitude").begins([following]):
        return True
    if has_of or following.lower() in _of(source):
        return not _YEAR.fullmatch(word)
    lists = words_of(source.article.lang)
    is_date = bool(_YEAR.fullmatch(word)) or any(
        source.words[place].lower().rstrip(".") in lists.months for place in (first, *own[-2:-1])
    )
    is_small = following.lower() in lists.common or following.lower() in lists.pronouns or has_digit(following)
    return not is_date and (not is_small or (source.article.lang == "de" and not has_digit(word)))


def _find_unspaced(source: Concordance, own: Sequence[int], first: int) -> Places | None:
    text = _signs(source, own)
    if not text:
        return None
    for entry in phrases(source.article.lang, "quantity").unspaced:
        if text.endswith((entry, entry + "的")):
            return own[-len(entry) - text.endswith("的")], own[-1] + 1
    roughly = text[-1] in _ROUGHLY and is_number(source.words[first])
    inside = inside_number(text[-1], source.words[first])
    return (own[-1], own[-1] + 1) if roughly or inside else None


def _signs(source: Concordance, own: Sequence[int]) -> str:
    """The last signs before a quotation that are words of one sign each."""
    begins = len(own)
    while begins and len(own) - begins < 2 * _LONGEST and len(source.words[own[begins - 1]]) == 1:
        begins -= 1
    return "".join(source.words[place] for place in own[begins:])


def find_others_claim(source: Concordance, own: Sequence[int], first: int) -> Places | None:
    """A verb that tells that somebody else says so: They say that | I signed; but not: I said that | …"""
    if not own or own[-1] != first - 1:
        return None
    words = [source.words[place].lower() for place in own]
    if source.unspaced:
        return _find_claim_unspaced(source, own)
    lists = words_of(source.article.lang)
    that = clause_words("that")
    has_that = words[-1] in that or source.words[first].lower() in that
    behind = len(words) - (words[-1] in that)
    small = lists.oblique | lists.own | lists.articles
    before_nouns = lists.articles | lists.definite | lists.prepositions | lists.linking | lists.oblique
    for at in range(behind - 1, max(-1, behind - 2 - _OBJECTS), -1):
        word = words[at]
        noun = word in lists.nouns and not has_that and (not at or words[at - 1] in before_nouns)
        if word in lists.reporting and word not in lists.weak and not noun:
            return (own[at], own[at] + 1) if _is_others(source, own, at) else None
        if not has_that and word not in small and word not in lists.pronouns:
            break
    return None


def _is_others(source: Concordance, own: Sequence[int], at: int) -> bool:
    """Whether the subject of a verb is not the speaker himself, and nobody whom he only agrees with: as Ana said, …"""
    begins = at
    while begins and not source.before[own[begins]].strip():
        begins -= 1
    words = [source.words[place].lower() for place in own[begins : at + 1]]
    ours = clause_words("first") - ({"he"} if source.article.lang == "en" else set())
    mine = any(word in ours or word.startswith("j'") or word.partition("'")[0] in ("i", "we") for word in words)
    spanish = source.article.lang == "es" and (words[-1].endswith(("é", "mos")))
    starts = own[begins] == own[0] or source.sentence[own[begins]] != source.sentence[own[begins] - 1]
    alone = starts and len(words) == 1 and source.article.lang not in ("es", "ru", "uk", "ar")  # Say that …
    return len(words) > 0 and not (mine or spanish or alone or words[0] in clause_words("agreeing"))


def _find_claim_unspaced(source: Concordance, own: Sequence[int]) -> Places | None:
    clause = re.split("[，,；;：:]", source.said(own[0], own[-1] + 1))[-1]
    if any(clause.startswith(word) for word in clause_words("agreeing")) or "我" in clause or "咱" in clause:
        return None
    verbs = words_of(source.article.lang).reporting
    length = max((len(verb) for verb in verbs if clause.endswith(verb) and clause != verb), default=0)
    return (own[-length], own[-1] + 1) if length and not clause.endswith("小说") else None


def ends_reported(source: Concordance, places: Sequence[int]) -> bool:
    """Whether the reporter tells there what somebody says: a reporting verb, or “according to”."""
    words = [source.words[place].lower() for place in places]
    lists = words_of(source.article.lang)
    according = phrases(source.article.lang, "according")
    return (
        bool(lists.reporting.intersection(words))
        or according.stands_in(words)
        or named_phrases("says").stands_in(words)
    )
