"""Whom a name, a pronoun or a description means at its place in the text."""

from __future__ import annotations

from generator.articles.cast import Cast, resolve, stem
from generator.articles.descriptions import find_offices, resolve_description
from generator.articles.lately import last_named
from generator.articles.member import Member
from generator.articles.memory import Memory, Speaker, fits, last_fitting, speaker_of
from generator.articles.naming import Phrase
from generator.articles.slavic import SLAVIC
from generator.articles.telling import told_gender_of
from generator.wordlists import WordLists, gender_of

_THE_OTHER = frozenset(["тот", "та", "той"])


def resolve_phrase(phrase: Phrase, gender: str, cast: Cast, memory: Memory, lists: WordLists) -> Speaker | None:
    """The one whom a phrase means."""
    first = phrase.tokens[0].lower
    if first in lists.negation and not phrase.name:
        return None  # nobody, kaum jemand
    if phrase.is_pronoun:
        if first in lists.own:
            return None
        if first in _THE_OTHER and lists.lang in SLAVIC:
            told = lists.pronouns.get(first, "")
            others = (one for one in reversed(memory.introduced) if one is not memory.subject and fits(one, told))
            if other := next(others, None):
                return other  # Рогов спросил Дятлова. «Нет», — ответил тот
        meant = last_fitting(memory, lists.pronouns.get(first, "") or gender, gender)
        if first == "it" and memory.shown and lists.lang == "en":
            return meant if meant and meant is memory.subject and "n" in meant.gender else memory.shown
        return meant or (_named_last(phrase, gender, cast, lists) if lists.lang == "en" else None)
    if memory.nicknames and (called := memory.nicknames.get(tuple(one.lower for one in phrase.tokens[1:]))):
        return called  # the Professor
    if phrase.name:
        return _named(phrase, gender, cast, lists)
    return _called(phrase, cast, lists) or resolve_description(phrase, gender, cast, memory, lists)


def _named_last(phrase: Phrase, gender: str, cast: Cast, lists: WordLists) -> Speaker | None:
    """The last man or woman named before he or she, where nobody who fits has spoken yet."""
    told = lists.pronouns.get(phrase.tokens[0].lower, "") or gender
    if told not in ("m", "f"):
        return None
    named = [one for one in last_named(phrase.start, cast) if not one.name.isupper()]  # not: By ADA LIND
    known = next((one for one in named if one.gender == told), None)
    return known or next((one for one in named if not one.gender and one.member and _is_whole(one.member)), None)


def _is_whole(member: Member) -> bool:
    """Whether a name is one of somebody of whom nothing is told yet: two words, and no place."""
    return len(member.words) == 2 and not member.is_placed


def _called(phrase: Phrase, cast: Cast, lists: WordLists) -> Speaker | None:
    """The one whose surname is the word for an office: Ann Baker came late. “No,” said Baker."""
    first, *rest = phrase.tokens
    if not first.is_capital or first.lower in lists.articles or (rest and rest[0].lower not in lists.articles):
        return None
    member = resolve(cast, [first.lower], phrase.start)
    if member is None or len(member.words) < 2 or stem(first.lower, cast.lang) != stem(member.words[-1], cast.lang):
        return None
    return speaker_of(member)


def _named(phrase: Phrase, gender: str, cast: Cast, lists: WordLists) -> Speaker:
    words = [token.lower for token in phrase.name]
    title = frozenset(token.lower for token in phrase.tokens if token.start < phrase.name[0].start)
    told = told_gender_of(title, lists) if title and lists.lang == "en" else ""
    member = resolve(cast, words, phrase.start, told)
    heads = find_offices(phrase.tokens, lists)
    if member and told in ("m", "f") and len(words) == 1 and _is_of_family(member, told, cast):
        return Speaker(phrase.text, None, heads, told)  # Mrs Amory, where only Paul Amory is known
    if member is None and len(words) > 2 and lists.lang == "en":
        member = resolve(cast, words[1:], phrase.start)  # Coxswain Bert Tolland
    if member is None and len(words) > 1 and lists.lang in ("ru", "uk"):
        member = resolve(cast, words[-1:], phrase.start)  # девятилетняя Настя
    if member is None and len(words) > 1 and lists.lang == "ar":
        member = resolve(cast, words[:1], phrase.start)  # وصف بكداش التأجيل
        member = member if member and member.words[-1] == words[0] else None
    if member is None:
        told = gender or (gender_of(words[0]) if lists.lang in ("ar", *SLAVIC) else "")
        if lists.lang == "en" and len(words) > 1:
            told = told or told_gender_of(frozenset(words), lists)  # the Board of Lights
        return Speaker(" ".join(token.text for token in phrase.name), None, heads, told)
    return Speaker(member.name, member, heads | member.offices, member.gender or gender)


def _is_of_family(member: Member, told: str, cast: Cast) -> bool:
    """Whether a surname with Mr or Mrs belongs to somebody whom the text never calls by the full name."""
    if len(member.words) > 1:
        return {member.gender, told} == {"m", "f"}
    full = [one for one in cast.by_word.get(stem(member.words[-1], cast.lang), ()) if len(one.words) > 1]
    return bool(full) and all({one.gender, told} == {"m", "f"} for one in full)
