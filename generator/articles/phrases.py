"""Noun phrases in a sentence: where one begins, which stands before a verb and which behind it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from generator.articles.arabic import acts, apposed_name, is_held, name_end, office_end
from generator.articles.arabic_words import TIMES, bare_verb, is_hanging, is_no_name, points_at_nothing
from generator.articles.callings import is_role
from generator.articles.chains import with_place
from generator.articles.endings import (
    acts_next,
    ends_apposition,
    ends_noun,
    ends_office,
    english_end,
    is_object,
    is_span_of_time,
    is_time,
    leads_to,
    past_field,
    relates,
    tells_on,
)
from generator.articles.naming import POSSESSIVE, Phrase, find_name, is_family_name, is_pronoun, is_whole_before
from generator.articles.reporter import Token
from generator.articles.slavic import SLAVIC, basic_office, is_in_case, leads_to_noun, reaches_name
from generator.articles.unlisted import name_behind, past_hearer
from generator.wordlists import WordLists, gender_of, words_of

_LONGEST = 12  # words of an office before its name
_NARROWING = frozenset(["former", "senior", "local", "fellow", "leading"])


@cache
def _sources(lang: str) -> frozenset[str]:
    """The last words of what leads to whom something is ascribed: по словам, на думку."""
    return frozenset(words.split()[-1] for words in words_of(lang).according)


def starts_phrase(token: Token, lists: WordLists) -> bool:
    """Whether a noun phrase can begin with this word."""
    if not token.is_word:
        return False
    if is_pronoun(token.lower, lists) or token.lower in lists.articles:
        return True
    if is_role(token.lower, lists):
        return token.is_capital or not is_in_case(token.lower, lists.lang)
    if token.lower.split("'")[0] + "'" in lists.articles:
        return True
    if token.lower in _NARROWING and lists.lang == "en":
        return True
    if token.text == "Von" and lists.lang == "de":
        return True
    if lists.lang == "ar":
        small = (lists.stops, lists.common, lists.prepositions, lists.auxiliary, lists.negation)
        if token.lower in TIMES:
            return False
        leads = token.lower.removeprefix("و") in lists.according  # وبحسب المحللة
        leads = leads or is_hanging(token.lower) or token.lower.removeprefix("و") in lists.stops
        return not leads and not any(token.lower in words for words in small) and not bare_verb(token.lower, lists)
    if (
        lists.lang in SLAVIC
        and token.lower.endswith(("ть", "ться", "сти", "тись", "тися"))
        and not gender_of(token.lower)
    ):
        return False  # Снести его, считает она, значит …
    if lists.lang in SLAVIC and token.lower in lists.bodies and token.lower not in lists.documents:
        return True  # Натомість профспілка наполягає: «…»
    return token.is_capital and not is_time(token, lists) and token.lower not in lists.common


def phrase_of(tokens: Sequence[Token], lists: WordLists) -> Phrase | None:
    """The phrase that these words are; a description without the place where its people are."""
    if not tokens:
        return None
    if lists.lang == "en" and tokens[0].lower in lists.articles:
        tokens = tokens[: english_end(tokens, lists)]
    if len(tokens) == 1 and is_pronoun(tokens[0].lower, lists):
        return Phrase(tuple(tokens), (), is_pronoun=True)
    return Phrase(tuple(tokens), find_name(tokens, lists))


def phrase_after(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> Phrase | None:
    """The noun phrase that begins at `place`, past adverbs and times, with the name in apposition to it; or None."""
    if not lists.is_known:
        place = past_hearer(tokens, place, limit, lists)
        if led := name_behind(tokens, place, limit, lists):
            return phrase_of(tokens[place:led], lists)
    phrase = _bare_phrase(tokens, place, limit, lists)
    owns = phrase is not None and len(phrase.name) == 1 and lists.lang in ("de", *SLAVIC)
    is_owned = owns and phrase is not None and _has_office(phrase.tokens, lists)
    if phrase is None or (phrase.name and not is_owned) or phrase.is_pronoun:
        return phrase  # Защитник Крот; but Защитник Крота, адвокат Олег Гай, …
    end = next(index for index, token in enumerate(tokens) if token.start == phrase.tokens[-1].start) + 1
    end = past_field(tokens, end, limit, lists)
    comma = end < limit and tokens[end].text == ","
    end += comma and end + 2 < limit and tokens[end + 1].lower.endswith("-year-old")  # its chair, 41-year-old Ada Lind
    starts = end + 1 < limit and (tokens[end + 1].is_capital or lists.lang != "en" or _leads_on(tokens, end + 1, lists))
    if starts and comma:
        named = _bare_phrase(tokens, end + 1, limit, lists)
        if named is None and lists.lang in SLAVIC and reaches_name(tokens, end + 1, limit, lists):
            stop = next((near for near in range(end + 1, limit) if not tokens[near].is_word), limit)
            named = phrase_of(tokens[end + 1 : stop], lists)  # Подсудимый, бывший директор завода Олег Гай, …
        if named and len(named.name) > is_owned and ends_apposition(tokens, named, lists):
            return Phrase(phrase.tokens + named.tokens, named.name)  # its chair, Nawi Tessuq
    return phrase


def _leads_on(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether an English apposition begins with what somebody is, and the name follows: , former player Ian Pell, …"""
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if tokens[place].lower in ("a", "one") and behind and behind.is_capital and behind.lower in lists.titles:
        return True  # its chief executive, a Mr Lomond, …
    begins = tokens[place].lower in _NARROWING or tokens[place].lower == "the" or is_role(tokens[place].lower, lists)
    words = tokens[place + 1 : place + 6]
    return begins and any(one.is_capital and two.is_capital for one, two in pairwise(words))


def _bare_phrase(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> Phrase | None:
    start = _past_adverbs(tokens, place, limit, lists)
    if start >= limit or not (starts_phrase(tokens[start], lists) or _has_field(tokens, start, limit, lists)):
        return None
    if lists.lang == "ar" and not is_pronoun(tokens[start].lower, lists):
        return _arabic_phrase(tokens, start, limit, lists)
    if is_pronoun(tokens[start].lower, lists) and not _is_determiner(tokens, start, limit, lists):
        return phrase_of(tokens[start : start + 1], lists)
    end, joined = start + 1, 0
    while end < limit:
        token = tokens[end]
        if lists.lang in SLAVIC and end - start < _LONGEST and reaches_name(tokens, end, limit, lists):
            begins = start == 0 and end == 1 and not token.is_capital  # Хранитель музея Евсей Цейтлин
            if begins or _has_office(tokens[start:end], lists) or (start == 0 and not find_name(tokens[1:end], lists)):
                end += 1
                continue
        if not (token.is_word or token.text[0].isdigit()) or (is_time(token, lists) and not tokens[end - 1].is_capital):
            break
        after_article = tokens[end - 1].lower in lists.prepositions or (
            tokens[end - 1].lower in lists.articles and tokens[end - 2].lower not in lists.prepositions  # of three
        )
        after_article |= lists.lang == "en" and tokens[end - 1].lower in ("the", "a", "an")  # of the judges
        after_article |= lists.lang == "en" and token.is_capital and tokens[end - 1].is_capital  # the United States
        is_stop = token.lower in lists.stops and token.lower not in lists.particles and not leads_to(tokens, end, lists)
        is_stop = is_stop or tells_on(tokens, end, lists) or relates(tokens, end, lists)
        reports = token.lower in lists.reporting and not after_article and not _is_english_noun(tokens, end, lists)
        if reports or is_stop or token.lower in lists.having or acts_next(tokens, end, lists):
            break
        if token.lower in lists.prepositions and token.lower not in lists.particles:
            if joined > 1 or not _joins(tokens, start, end, limit, lists):
                break
            joined += 1
        elif (
            ends_office(tokens, end, limit, lists)
            or is_object(tokens, start, end, lists)
            or ends_noun(tokens, end, lists)
            or (
                _is_proper(tokens, end - 1, lists)
                and not token.is_capital
                and not _continues_name(tokens, end, limit, lists)
                and not _is_noun_of(tokens, start, end, limit, lists)
                and not (lists.lang in SLAVIC and leads_to_noun(tokens, end))
            )
        ):
            break
        end += 1
    if end == start + 1 and tokens[start].lower in lists.stops:
        return None  # a conjunction that is an article elsewhere: that
    whole = tokens[start : with_place(tokens, start, end, limit, lists)]
    return None if is_span_of_time(whole, lists) else phrase_of(whole, lists)


def _is_noun_of(tokens: Sequence[Token], start: int, place: int, limit: int, lists: WordLists) -> bool:
    """Whether an English noun follows that a name in apposition stands behind: His Labour shadow, Kate Finn, …"""
    if lists.lang != "en" or tokens[start].lower not in lists.articles or place + 4 > limit:
        return False
    comma, *name = tokens[place + 1 : place + 4]
    small = (lists.reporting, lists.having, lists.auxiliary, lists.prepositions, lists.stops)
    is_noun = not any(tokens[place].lower in words for words in small)
    return is_noun and comma.text == "," and all(one.is_capital for one in name)


def _is_english_noun(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether a word that can report is a noun here: the bureau's preliminary report, her general counsel."""
    word, before = tokens[place].lower, tokens[place - 1]
    if lists.lang != "en" or word not in lists.nouns or before.is_capital or before.lower in lists.pronouns:
        return False
    owned = any(one.lower.endswith(POSSESSIVE) for one in tokens[max(0, place - 3) : place - 1])
    return before.lower in lists.modifiers or (
        owned and not (is_role(before.lower, lists) or before.lower.endswith("s"))
    )


def _arabic_phrase(tokens: Sequence[Token], start: int, limit: int, lists: WordLists) -> Phrase | None:
    """An office with what belongs to it and the name behind it, in Arabic."""
    start += acts(tokens, start, limit, lists)
    office = office_end(tokens, start, limit, lists)
    if office > start and (apposed := apposed_name(tokens, office, limit, lists)):
        return Phrase(tuple(tokens[start : apposed[1]]), tuple(tokens[slice(*apposed)]))
    no_name = is_held(tokens, start, lists) or is_no_name(tokens[start].lower, lists)
    if points_at_nothing(tokens, start) or (office == start and no_name):
        return None
    return phrase_of(tokens[start : max(name_end(tokens, office, limit, lists), office, start + 1)], lists)


def _has_office(tokens: Sequence[Token], lists: WordLists) -> bool:
    """Whether a word for an office stands here, with no name of a person behind it yet."""
    name = find_name(tokens, lists)
    return len(name) < 2 and any(is_role(token.lower, lists) for token in tokens)


def _has_field(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> bool:
    """Whether a plain word only tells the field of the office behind it: said finance director Marguerite Sol.

    In Russian and Ukrainian whether an office in another case follows: по словам депутата.
    """
    if lists.lang in SLAVIC:
        word = tokens[place].lower
        told = is_role(word, lists) or basic_office(word, lists.lang) in lists.bodies  # по данным полиции
        return place > 0 and told and tokens[place - 1].lower in _sources(lists.lang)
    if lists.lang != "en" or place + 2 >= limit or not place > 0 or tokens[place - 1].lower not in lists.reporting:
        return False
    token, office, name = tokens[place : place + 3]
    plain = token.is_word and token.lower not in lists.common and token.lower not in lists.stops
    small = plain and token.lower not in lists.prepositions and not token.lower.endswith("ly")
    return small and is_role(office.lower, lists) and name.is_capital


def _is_proper(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether a capital is a name's, and not the first letter of a sentence."""
    token = tokens[place]
    is_office = is_role(token.lower, lists) and not is_family_name(tokens, place, lists, more=True)
    return token.is_capital and not (token.lower in lists.articles or is_office or token.lower in lists.bodies)


def _past_adverbs(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> int:
    while place < limit:
        token = tokens[place]
        if token.lower in lists.oblique or (token.text[0].isdigit() and "-" in token.text):  # 39-летняя
            place += 1
            continue
        if not token.is_word or not (token.lower in lists.auxiliary or is_time(token, lists) or token.lower == "am"):
            return place
        if token.lower in lists.articles and not (place + 1 < limit and is_time(tokens[place + 1], lists)):
            return place
        if is_pronoun(token.lower, lists):
            return place
        place += 1
    return place


def _is_determiner(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> bool:
    """Whether a word that is a pronoun and an article stands before its noun: la ministre, die Sprecherin."""
    if tokens[place].lower not in lists.articles or place + 1 >= limit:
        return False
    following = tokens[place + 1]
    return following.is_word and following.lower not in lists.auxiliary and following.lower not in lists.reporting


def _joins(tokens: Sequence[Token], start: int, place: int, limit: int, lists: WordLists) -> bool:
    """Whether a preposition goes on with the phrase: a spokesman for the ministry; not: said Smith in a statement."""
    if place + 1 >= limit or not tokens[place + 1].is_word or is_time(tokens[place + 1], lists):
        return False
    before, word = tokens[place - 1], tokens[place].lower
    if before.is_capital and tokens[start].lower in lists.articles and place - start == 2 and lists.lang != "de":
        return tokens[place + 1].is_capital  # the Department for Schools
    if before.lower in lists.articles and word in lists.linking:
        return True  # one of the mothers
    if before.is_capital and lists.lang not in ("de", "fr", "es"):
        return word in lists.linking and is_role(before.lower, lists)
    if word in lists.linking:
        return True
    if lists.lang != "en":
        return tokens[place + 1].is_capital
    return word in ("from", "with", "by") and tokens[place + 1].lower not in ("a", "an")


def _continues_name(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> bool:
    """Whether a small word after a capital belongs to the phrase: a particle, a word for an office."""
    token = tokens[place]
    later_capital = place + 1 < limit and tokens[place + 1].is_capital
    of_body = lists.lang == "de" and any(one.lower in lists.bodies for one in tokens[place + 1 : place + 3])
    if is_whole_before(tokens, place, lists) or of_body:
        return False  # Osterloh von der Universität
    if lists.lang == "fr" and tokens[place - 1].text[:2] in ("d'", "d’") and token.lower in lists.linking:
        return True  # la championne d’Europe des poids légers
    if token.lower in lists.particles:
        return later_capital or (place + 2 < limit and tokens[place + 1].lower in lists.particles)
    if is_role(token.lower, lists) or tokens[place - 1].lower.endswith(POSSESSIVE):
        return True
    if lists.lang == "en" and token.lower in lists.bodies and tokens[max(0, place - 3)].lower == "the":
        return True  # the United States embassy
    if lists.lang == "en" and (
        token.lower in lists.modifiers or any(one.lower == "the" for one in tokens[max(0, place - 4) : place])
    ):  # the United Nations special envoy, the United States climate envoy
        near = tokens[place + 1 : min(place + (3 if token.lower in lists.modifiers else 2), limit)]
        small = token.lower in lists.auxiliary or token.lower in lists.prepositions or token.lower in lists.stops
        return not small and any(is_role(one.lower, lists) for one in near)
    return lists.lang in ("de", "ar") and later_capital and token.lower not in lists.auxiliary
