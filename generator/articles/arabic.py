"""Noun phrases and names in Arabic, which has no capitals: an office with its adjectives, then the name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.articles.reporter import Sentence, Token
from generator.wordlists import WordLists

_JOINS = ("آل", "بن", "ابن", "بنت", "أبو", "أم", "أبي", "عبد", "دي")
_ONE_OF = ("أحد", "إحدى")
_SUFFIXES = ("هما", "هم", "هن", "ها", "ه", "نا", "ني", "ي")


def bare_verb(word: str, lists: WordLists) -> str | None:
    """A reporting verb without the pronoun that hangs on it: سألها."""
    if word in lists.reporting:
        return word
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) > 2 and stem in lists.reporting:
            return stem
    return None


def is_office(word: str, lists: WordLists) -> bool:
    """Whether a word says what somebody or something is, with an article or a possessive or without."""
    known = lists.roles | lists.titles | lists.bodies
    forms = [word, word.removeprefix("ال"), word.removeprefix("و"), word.removeprefix("و").removeprefix("ال")]
    forms += [
        word.removesuffix(suffix) for suffix in _SUFFIXES if word.endswith(suffix) and len(word) > len(suffix) + 2
    ]
    return any(form in known or form.removesuffix("ة") in known for form in forms)


def office_end(tokens: Sequence[Token], start: int, limit: int, lists: WordLists) -> int:
    """Where the words for an office and its adjectives end; `start` where none stands there."""
    place = start
    if start + 1 < limit and tokens[start].lower in _ONE_OF and tokens[start + 1].lower.startswith("ال"):
        return start + 2  # أحد الصيادين
    while place < limit and tokens[place].is_word:
        word = tokens[place].lower
        if _begins_kunya(tokens, place, limit):
            break
        if (
            is_office(word, lists)
            or (place > start and (word == "باسم" or word in lists.modifiers))
            or (place > start and word.startswith(("ال", "لل")) and not _is_stop(word, lists))
        ):
            place += 1
        else:
            break
    return place


def _begins_kunya(tokens: Sequence[Token], place: int, limit: int) -> bool:
    """Whether a name begins that calls somebody father or mother of a child: أم ناصر, but أم الطفل."""
    is_parent = tokens[place].lower in ("أم", "أبو") and place + 1 < limit
    return is_parent and tokens[place + 1].is_word and not tokens[place + 1].lower.startswith("ال")


def name_end(tokens: Sequence[Token], start: int, limit: int, lists: WordLists) -> int:
    """Where a name of one to four words that begins at `start` ends; `start` where none does."""
    place = start
    while place < limit and place - start < 4 and tokens[place].is_word:
        word = tokens[place].lower
        if _is_stop(word, lists) or (bare_verb(word, lists) and place > start):
            break
        joined = place == start or word in _JOINS or tokens[place - 1].lower in _JOINS
        if not joined and (place - start >= 2 or not _is_second(word)):
            break
        place += 1
    return place


def _is_second(word: str) -> bool:
    """Whether a word can be the second of a name, and no adjective that tells how it was said."""
    if word == "بـ" or (word.startswith("ل") and len(word) > 4 and word.endswith(("نا", "ها", "هم", "ه"))):
        return False  # قال الشامي لصحيفتنا
    return word.startswith("ال") or not word.endswith(("اً", "ًا", "ة", "ين"))


def _is_stop(word: str, lists: WordLists) -> bool:
    return (
        word in lists.stops
        or word in lists.prepositions
        or word in lists.common
        or word in lists.auxiliary
        or word in lists.weekdays
        or word in lists.months
        or word.startswith(("بأن", "بال"))
    )


def arabic_names(sentence: Sentence, lists: WordLists) -> Iterator[tuple[tuple[Token, ...], frozenset[str]]]:
    """The names behind an office or a reporting verb, and those that an office in apposition follows."""
    tokens = sentence.tokens
    for place, token in enumerate(tokens):
        if not token.is_word:
            continue
        start = place + 1 if bare_verb(token.lower, lists) else place
        office = office_end(tokens, start, len(tokens), lists)
        if office == place:
            continue
        end = name_end(tokens, office, len(tokens), lists)
        if end - office >= 2:
            before = {one.lower for one in tokens[start:office]}
            yield tuple(tokens[office:end]), frozenset(before | _apposition(tokens, end, lists))
    yield from _before_apposition(tokens, lists)


def office_before(tokens: Sequence[Token], name: Sequence[Token], lists: WordLists) -> str:
    """The office as typed that stands right before a name: وزير النقل فارس العبدلي."""
    place = next(index for index, token in enumerate(tokens) if token.start == name[0].start)
    first = place
    while first > 0 and (first == place or not is_office(tokens[first].lower, lists)) and place - first < 6:
        if not tokens[first - 1].is_word or bare_verb(tokens[first - 1].lower, lists):
            break
        first -= 1
        if office_end(tokens, first, place, lists) == place and not bare_verb(tokens[first].lower, lists):
            before = tokens[first - 1].lower if first else ""
            if not is_office(before, lists) or bare_verb(before, lists):
                return " ".join(token.text for token in tokens[first:place])
    return ""


def _before_apposition(tokens: Sequence[Token], lists: WordLists) -> Iterator[tuple[tuple[Token, ...], frozenset[str]]]:
    for place in range(2, len(tokens) - 1):
        if tokens[place].text != "،" or not is_office(tokens[place + 1].lower, lists):
            continue
        start = place - 2
        if all(
            one.is_word and not _is_stop(one.lower, lists) and not is_office(one.lower, lists)
            for one in tokens[start:place]
        ):
            yield tuple(tokens[start:place]), frozenset(_apposition(tokens, place, lists))


def _apposition(tokens: Sequence[Token], end: int, lists: WordLists) -> set[str]:
    if end >= len(tokens) or tokens[end].text != "،":
        return set()
    return {one.lower for one in tokens[end + 1 : end + 4] if one.is_word and is_office(one.lower, lists)}
