"""To whom a sentence ascribes without a verb: according to, по словам, laut, نقلا عن."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from generator.articles.naming import Phrase
from generator.articles.phrases import phrase_after, phrase_of
from generator.articles.reporter import Token, token_of
from generator.articles.slavic import SLAVIC, basic_office
from generator.articles.subjects import named_later, phrase_before
from generator.wordlists import WordLists, words_of

#: French pronouns behind a preposition, and what they tell.
STRESSED = {"lui": "m", "eux": "p", "lui-même": "m", "elle-même": "f"}
_SAYING = frozenset(["قوله", "قولها", "قولهم", "قولهن", "قولهما"])


_SOURCES = frozenset(
    ("словам", "словами", "мнению", "думку", "взгляд", "погляд", "переконання", "убеждению", "оценке", "оцінкою")
)


_ONE = {"одного": "один", "одной": "одна", "однієї": "одна", "одної": "одна"}
_HIS = frozenset(["قوله", "قولها", "تعبيره", "تعبيرها", "وصفه", "وصفها", "رأيه", "رأيها"])
_LIMIT = frozenset(["حد", "بحسب", "حسب", "فق", "وفق", "وفقا", "وفقاً"])
_ITS = frozenset(["su", "sus"])  # a su juicio, en sus palabras
_OUT_OF = frozenset(["из", "із", "з", "зі"])


class Clause(NamedTuple):
    """A reporting verb, and its subject where it has one of its own.

    `gender` is what the verb tells of its subject (`m`, `f`, `p` or nothing).
    """

    start: int  # offsets into the text
    end: int
    verb: str
    place: int  # of the verb among the sentence's tokens
    subject: Phrase | None
    gender: str = ""


def according(tokens: Sequence[Token], place: int, lists: WordLists) -> Clause | None:
    """The clause that ascribes without a verb and begins here, if one does."""
    if tokens[place].lower == "in" and lists.lang == "en" and (owner := _words_of_owner(tokens, place, lists)):
        return owner
    if lists.lang == "fr" and (who := _for_whom(tokens, place, lists)):
        return who
    if lists.lang == "ar" and place and tokens[place].lower in _HIS and tokens[place - 1].lower.lstrip("و") in _LIMIT:
        he = token_of("هي" if tokens[place].lower.endswith("ها") else "هو", tokens[place].start)
        return Clause(he.start, tokens[place].end, tokens[place].text, place, Phrase((he,), (), is_pronoun=True))
    if lists.lang == "ar" and (quoted := _quoting(tokens, place, lists)):
        return quoted
    begins = tokens[place].lower.removeprefix("و") if lists.lang == "ar" else tokens[place].lower
    lengths = (5, 4, 3, 2, 1) if lists.lang == "fr" else (4, 3, 2, 1)
    for length in lengths if begins in _beginnings(lists.lang) else ():
        words = " ".join(token.lower for token in tokens[place : place + length]).replace("' ", "'")
        if lists.lang == "ar":
            words = words.removeprefix("و")
        if words not in lists.according or place + length > len(tokens):
            continue
        if lists.lang == "es" and (
            own := next((one for one in tokens[place : place + length] if one.lower in _ITS), None)
        ):
            return Clause(tokens[place].start, tokens[place + length - 1].end, words, place, Phrase((own,), (), True))
        if him := _pronoun_alone(tokens, place + length, lists):
            return Clause(tokens[place].start, him.end, words, place, him, STRESSED.get(him.tokens[0].lower, ""))
        subject = _one_of(tokens, place + length, lists) or phrase_after(tokens, place + length, len(tokens), lists)
        if subject is None and lists.lang in ("ru", "uk"):  # за словами архітекторки Ярини Поповиченко
            subject = named_later(tokens, place + length - 1, len(tokens), lists)
        if subject and words in lists.views and not (subject.name and place == 0 and _comma_at(tokens, subject)):
            continue
        if subject and not subject.name and not subject.is_pronoun and lists.lang in SLAVIC:
            subject = _in_first_case(subject, lists)
        if subject and not (subject.is_pronoun and length == 1):
            return Clause(tokens[place].start, subject.end, words, place, subject)
        if lists.lang in ("ru", "uk") and words.split()[-1] in _SOURCES:
            for token in tokens[place : place + length]:
                if token.lower in lists.pronouns:
                    return Clause(token.start, token.end, words, place, Phrase((token,), (), is_pronoun=True))
    if lists.lang == "de" and tokens[place].lower == "zufolge":
        subject = phrase_before(tokens, 0, place, lists)
        return Clause(subject.start, tokens[place].end, "zufolge", place, subject) if subject else None
    return None


@cache
def _beginnings(lang: str) -> frozenset[str]:
    """The words with which begins what ascribes, an elided one by itself too: selon, d'après, d'."""
    first = {words.split()[0] for words in words_of(lang).according}
    return frozenset(first | {word.partition("'")[0] + "'" for word in first if "'" in word})


def _in_first_case(phrase: Phrase, lists: WordLists) -> Phrase:
    """A description as it is without the preposition: по словам очевидца -> очевидец."""
    first, *rest = phrase.tokens
    return Phrase((token_of(basic_office(first.lower, lists.lang), first.start), *rest), ())


def _one_of(tokens: Sequence[Token], place: int, lists: WordLists) -> Phrase | None:
    """One of several in Russian and Ukrainian, in the first case: по словам одного из студентов."""
    words = tokens[place : place + 3]
    one = _ONE.get(words[0].lower) if lists.lang in ("ru", "uk") and len(words) == 3 else None
    if one is None or words[1].lower not in _OUT_OF or not words[2].is_word:
        return None
    return Phrase((token_of(one, words[0].start), *words[1:]), ())


def _for_whom(tokens: Sequence[Token], place: int, lists: WordLists) -> Clause | None:
    """Patrick Houssaye, pour qui « … »: the name before is meant."""
    if tokens[place].lower not in ("pour", "selon") or place < 2:
        return None
    if place + 1 >= len(tokens) or tokens[place + 1].lower != "qui":
        return None
    before = place - 1 if tokens[place - 1].text == "," else place
    subject = phrase_before(tokens, 0, before, lists)
    return Clause(tokens[place].start, tokens[place + 1].end, tokens[place].lower, place, subject) if subject else None


def _quoting(tokens: Sequence[Token], place: int, lists: WordLists) -> Clause | None:
    """نقلت الصحيفة عن مصدر قوله: a body passes on what somebody said."""
    if tokens[place].lower != "عن":
        return None
    said = next(
        (near for near in range(place + 2, min(place + 10, len(tokens))) if tokens[near].lower in _SAYING), None
    )
    if said is None or not all(one.is_word for one in tokens[place + 1 : said]):
        return None
    subject = phrase_after(tokens, place + 1, said, lists)
    if subject is None or (not subject.name and subject.end < tokens[said - 1].end):
        subject = Phrase(tuple(tokens[place + 1 : said]), ())  # مصدر في رئاسة الحكومة
    return Clause(tokens[place].start, tokens[said].end, tokens[said].text, place, subject)


def _pronoun_alone(tokens: Sequence[Token], place: int, lists: WordLists) -> Phrase | None:
    """Selon lui, …; según ella, …: a pronoun before a comma."""
    if place + 1 >= len(tokens) or tokens[place + 1].text != ",":
        return None
    if tokens[place].lower not in lists.pronouns and tokens[place].lower not in STRESSED:
        return None
    return Phrase((tokens[place],), (), is_pronoun=True)


def _words_of_owner(tokens: Sequence[Token], place: int, lists: WordLists) -> Clause | None:
    """In Wood's words, in the minister's view."""
    for near in range(place + 1, min(place + 5, len(tokens) - 1)):
        owner, thing = tokens[near], tokens[near + 1]
        if owner.lower.endswith("'s") and thing.lower in ("words", "view", "opinion", "telling", "phrase"):
            last = token_of(owner.text[:-2], owner.start)
            subject = phrase_of((*tokens[place + 1 : near], last), lists)
            return Clause(tokens[place].start, thing.end, thing.text, place, subject) if subject else None
    return None


def _comma_at(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Whether a comma ends the phrase: For Maria Lopez, …"""
    return any(token.text == "," and subject.end <= token.start <= subject.end + 1 for token in tokens)
