"""Whom a description means at its place in the text: the envoy, la ministre, the 47-year-old, her biographer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.articles.accused import accused
from generator.articles.arabic_words import bare_offices, is_office
from generator.articles.callings import CALLINGS, alike, is_role
from generator.articles.cast import Cast
from generator.articles.chains import TALKING
from generator.articles.chinese_names import offices_in
from generator.articles.kinship import kin_meant
from generator.articles.lately import (
    is_anybody,
    is_elsewhere,
    last_named,
    named_before,
    of_age,
    of_kind,
    of_people,
    of_sentence_before,
    of_two,
    only_with_office,
)
from generator.articles.memory import Memory, Speaker, fits, last_fitting, speaker_of
from generator.articles.naming import Phrase
from generator.articles.peoples import is_people
from generator.articles.reporter import Token
from generator.articles.slavic import SLAVIC, basic_office, is_in_case
from generator.articles.telling import told_by_article, told_by_form, told_gender_of
from generator.wordlists import WordLists

_GERMAN_BODIES = (
    "verein", "verband", "amt", "ministerium", "gewerkschaft", "behörde", "unternehmen", "konzern", "firma"
)  # fmt: skip
_THIS = frozenset(["ce", "cet", "cette", "este", "esta", "ese", "esa", "dieser", "diese"])
_YOUNG = frozenset([
    "young", "old", "elderly", "jeune", "vieil", "vieille", "vieux", "joven", "viejo", "vieja", "junge", "alte",
    "ältere"
])  # fmt: skip
_OWNED = frozenset(
    (
        "his", "her", "their", "its", "son", "sa", "leur", "su", "sein", "seine", "ihr", "ihre", "его", "её", "ее",
        "их", "його", "її", "їх", "їхній", "їхня"
    )
)  # fmt: skip
_PAST = frozenset(["former", "retired", "onetime", "one-time", "erstwhile", "ex"])
_ALIKE = 11  # letters with which two German words for somebody begin: Gewerkschafterin, Gewerkschaftssekretärin
_ANYBODY = frozenset(["homme", "femme", "jeune", "hombre", "mujer", "joven", "chico", "chica", "mann", "frau"])


def resolve_description(phrase: Phrase, gender: str, cast: Cast, memory: Memory, lists: WordLists) -> Speaker:
    """Whom a description means: the last speaker who has that office, else anybody who has, else as typed."""
    offices = find_offices(phrase.tokens, lists)
    heads = _heads(phrase, offices, lists)
    basic = [basic_office(token.lower, lists.lang) for token in phrase.tokens]
    words, own = frozenset(basic), frozenset(basic[_behind_owner(phrase.tokens) :])
    told = told_gender_of(own, lists) or gender or told_by_form(own, lists) or told_by_article(phrase, lists)
    if aged := of_age(phrase, told, cast, memory, lists) or of_kind(phrase, told, cast, memory, lists):
        return aged
    if lists.lang == "en" and (
        known := of_people(phrase, told, cast, memory, lists)
        or kin_meant(phrase.tokens, memory)
        or of_two(phrase, memory)
    ):
        return known
    if phrase.tokens[0].lower in _THIS and not (heads & lists.bodies):
        named = of_sentence_before(frozenset(), told, memory, lists, False)
        if named := named or last_fitting(memory, told):
            return named  # avoue ce père de trois enfants
    if _is_same(phrase, words, lists) and (same := _same(heads, told, phrase, cast, memory, lists)):
        return same
    if lists.lang == "ar" and (known := _of_construct(phrase, told, cast, memory, lists)):
        return known
    if heads and phrase.tokens[0].lower in _OWNED and (known := only_with_office(heads, told, phrase.start, cast)):
        return known  # said her biographer
    if _points_back(phrase, lists):
        narrowing = words & lists.modifiers
        if _is_complex(phrase, lists):
            narrowing |= {word for word in words if word not in lists.common and word not in lists.articles} - heads
        past = words & _PAST if lists.lang == "en" else frozenset()
        needed = narrowing - _PAST if past and _is_post(phrase, heads, lists) else past
        known = _with_office(heads, narrowing, told, phrase.start, cast, memory, needed) if heads else None
        known = known or _with_office(alike(heads, lists.lang), narrowing, told, phrase.start, cast, memory, needed)
        known = None if known and lists.lang == "en" and is_elsewhere(phrase, known) else known
        if known is None and past:  # the former train driver
            known = of_sentence_before(frozenset(), told, memory, lists, False) or last_fitting(memory, told)
            if known and known.member:
                return known
            known = None
        if known is None and len(phrase.tokens) < 6 and _may_be_another(phrase, heads, lists):
            known = of_sentence_before(heads, told, memory, lists, any(one.is_capital for one in phrase.tokens[1:]))
            known = known or _only_named(heads, told, phrase.start, cast, lists)
            if known and heads:
                memory.guessed = Speaker(phrase.text, None, heads, told)
            known = known or _by_another_word(heads, told, memory, lists)
        known = known or accused(heads, told, phrase.start, cast)
        if known and (known.member or not known.name.lower().startswith(("its ", "their "))):
            return known
    is_told = bool(heads or offices & lists.bodies)  # their union
    return Speaker(phrase.text, None, heads | (words & lists.modifiers) or words, told, is_told)


def _heads(phrase: Phrase, offices: frozenset[str], lists: WordLists) -> frozenset[str]:
    """The words of a description that tell what somebody is, without those that only narrow it."""
    heads = offices - lists.modifiers
    if not heads and len(phrase.tokens) == 2 and phrase.tokens[0].lower in lists.definite:
        heads = offices & lists.titles  # the general
    word = phrase.tokens[-1].lower
    if not heads and lists.lang == "en" and len(phrase.tokens) > 2 and word in offices and is_role(word, lists):
        heads = frozenset([word])  # the chief executive
    return heads


def find_offices(tokens: Sequence[Token], lists: WordLists) -> frozenset[str]:
    """The words for offices and bodies in a description, before any preposition's own."""
    if lists.lang == "zh":
        return offices_in("".join(token.text for token in tokens), lists)
    offices: list[str] = []
    for place, token in enumerate(tokens):
        if place and (token.lower in lists.prepositions or token.lower in lists.stops):
            break
        word = token.lower.removesuffix("'s")
        if lists.lang == "ar" and is_office(word, lists):
            word = word.removeprefix("ال")
            offices.append(word)
        elif lists.lang == "de" and token.is_capital and len(word) > 7 and word.endswith(_GERMAN_BODIES):
            offices.append(word)  # Elternverein
        elif word in lists.bodies or word in lists.modifiers or is_role(word, lists):
            offices.append(basic_office(word, lists.lang))
    return frozenset(offices)


def _is_same(phrase: Phrase, words: frozenset[str], lists: WordLists) -> bool:
    """Whether a description means somebody known and tells no office: l’intéressé, la représentante de l’État."""
    is_one = not words.isdisjoint(lists.same) or (lists.lang == "en" and phrase.tokens[-1].lower.endswith(CALLINGS))
    if is_one and _is_bare(phrase, lists):
        return True
    return " " in (whole := _without_article(phrase, lists)) and whole in lists.same


def _without_article(phrase: Phrase, lists: WordLists) -> str:
    whole = phrase.text.lower().replace("’", "'")
    return whole if phrase.tokens[0].lower not in lists.articles else whole[len(phrase.tokens[0].text) :].lstrip()


def _by_alike(whole: str, told: str, place: int, cast: Cast, memory: Memory) -> Speaker | None:
    """The one who has the office for which several words stand: глава региона, la primera edil."""
    others = alike([whole], cast.lang) if " " in whole else frozenset()
    return _with_office(others, frozenset(), told, place, cast, memory) if others else None


def _same(
    heads: frozenset[str], told: str, phrase: Phrase, cast: Cast, memory: Memory, lists: WordLists
) -> Speaker | None:
    """The one who has the office, the one whom the sentence before is about, the last speaker, the only one named."""
    owner = _by_alike(_without_article(phrase, lists), told, phrase.start, cast, memory)
    owner = owner or (_with_office(heads, frozenset(), told, phrase.start, cast, memory) if heads else None)
    others = alike(heads or (one.lower for one in phrase.tokens), cast.lang)
    owner = owner or _with_office(others, frozenset(), told, phrase.start, cast, memory)
    near = (one for one in (memory.subject, *memory.said) if one and lists.lang == "en")
    if owner is None and (anybody := next((one for one in near if is_anybody(one, told)), None)):
        return anybody  # A neighbour came to the door. “Go away,” the man said
    same = owner or of_sentence_before(frozenset(), told, memory, lists, False) or last_fitting(memory, told)
    if same and not same.member and lists.lang == "en" and same.name.split()[0].lower() in _OWNED:
        topics = (one for one in reversed(memory.topics[-5:]) if one.member and fits(one, told))
        same = next(topics, same)  # His father met him. “I am 50,” the electrician said
    if told not in ("m", "f"):
        return same
    if same and (same.member or not heads or heads & _ANYBODY or lists.lang in SLAVIC):
        return same
    spoken = (one for one in reversed(memory.spoken) if one.member and one.gender == told)
    if same := next(spoken, same):
        return same
    named = [one for one in named_before(phrase.start, cast) if one.gender == told and not one.is_placed]
    return Speaker(named[0].name, named[0], named[0].offices, told) if len(named) == 1 else None


def _by_another_word(heads: frozenset[str], told: str, memory: Memory, lists: WordLists) -> Speaker | None:
    """Whoever was spoken of just before, called by another word for what he is: the novelist, la escritora."""
    if told not in ("m", "f") or heads & (lists.posts | lists.bodies) or not lists.posts:
        return None
    near = (memory.subject, *memory.said, *reversed(memory.spoken[-4:]), *memory.topics[-1:])
    for speaker in near:
        if speaker and speaker.member and speaker.gender == told:
            return speaker
        if speaker and speaker.gender in ("", told):
            return None  # somebody else of whom it may be said
    return None


def _is_bare(phrase: Phrase, lists: WordLists) -> bool:
    """Whether a description is one word, with an article that points back or without any: l’intéressé, посадовиця."""
    first = phrase.tokens[0].lower
    if len(phrase.tokens) == 3 and phrase.tokens[1].lower in _YOUNG:
        return first in lists.definite  # la jeune femme
    if lists.lang in SLAVIC and len(phrase.tokens) == 2:
        return first in TALKING and is_in_case(phrase.tokens[1].lower, lists.lang)  # собеседник агентства
    if len(phrase.tokens) == 4 and phrase.tokens[2].lower == "of" and phrase.tokens[3].lower in lists.articles:
        return first in lists.definite  # the father of four
    return len(phrase.tokens) == 1 or (len(phrase.tokens) == 2 and (first in lists.definite or first in ("el", "la")))


def _is_complex(phrase: Phrase, lists: WordLists) -> bool:
    """Whether a description tells whose or where: the sister of the victim, the ministers' spokesman."""
    if any(token.text[0].isdigit() for token in phrase.tokens):
        return False  # le technicien de 46 ans
    if phrase.tokens[-1].lower in lists.articles and any(
        one.lower in lists.linking and two.lower in lists.articles for one, two in pairwise(phrase.tokens)
    ):
        return False  # the father of three
    return any(token.lower in lists.prepositions or token.lower.endswith(("'s", "s'")) for token in phrase.tokens[1:])


def _may_be_another(phrase: Phrase, heads: frozenset[str], lists: WordLists) -> bool:
    """Whether a description may be another word for whom the sentence before is about: la bailaora de Almenara."""
    if lists.lang == "es" and heads and not heads & (lists.posts | lists.bodies):
        return True
    last = phrase.tokens[-1]
    if lists.lang == "en" and last.lower in lists.documents:
        return False  # the card
    names = (one for one in phrase.tokens[1:] if one.is_capital and not (one is last and is_people(one.lower)))
    return (lists.lang == "de" or not any(names)) and not _is_complex(phrase, lists)


def _only_named(heads: frozenset[str], told: str, place: int, cast: Cast, lists: WordLists) -> Speaker | None:
    """The only one named so far of whom the text tells no office yet, in Spanish: la bailaora."""
    if lists.lang != "es" or told not in ("m", "f") or heads & (lists.posts | lists.bodies):
        return None
    named = [one for one in named_before(place, cast) if one.gender in ("m", "f") and not one.is_placed]
    return speaker_of(named[0]) if len(named) == 1 and named[0].gender == told and not named[0].role else None


def _is_post(phrase: Phrase, heads: frozenset[str], lists: WordLists) -> bool:
    """Whether a description is a post and no more, which one holds and held: the former president."""
    words = (token.lower for token in phrase.tokens[1:])
    return bool(heads & lists.titles) and all(is_role(word, lists) or word in lists.modifiers for word in words)


def _with_office(
    heads: frozenset[str],
    narrowing: frozenset[str],
    told: str,
    place: int,
    cast: Cast,
    memory: Memory,
    needed: frozenset[str] = frozenset(),
) -> Speaker | None:
    """The last speaker who has an office, else the last one named who has; one whom every word fits goes first.

    Without the words `needed` nobody fits: the former driver is no driver.
    """
    near = [memory.subject] if memory.subject else []
    for wanted in (heads | narrowing, heads) if narrowing - {"prime"} == narrowing else (heads | narrowing,):
        for speaker in (*near, *reversed(memory.spoken)):
            is_one = needed <= speaker.heads and _has_office(speaker.heads, wanted, heads, cast.lang)
            if is_one and fits(speaker, told):
                return speaker
        for member in reversed(named_before(place, cast)):
            if needed <= member.offices and _has_office(member.offices, wanted, heads, cast.lang):
                return speaker_of(member)
    return None


def _of_construct(phrase: Phrase, told: str, cast: Cast, memory: Memory, lists: WordLists) -> Speaker | None:
    """The one who has an Arabic office of two words, of which the second has the article: محامي الدفاع."""
    if len(phrase.tokens) != 2 or not phrase.tokens[1].lower.startswith("ال") or phrase.tokens[0].lower[:2] == "ال":
        return None
    first, second = (token.lower for token in phrase.tokens)
    wanted = frozenset(bare_offices(first)) & (lists.roles | lists.titles)
    for speaker in (*reversed(memory.spoken), *last_named(phrase.start, cast)):
        role = speaker.member.role.split() if speaker.member else ["", ""]
        if speaker.heads & wanted and (second in role or len(role) == 1) and fits(speaker, told):
            return speaker
    return None


def _behind_owner(tokens: Sequence[Token]) -> int:
    """Where a description begins without whose it is: Mr Rollins’s family."""
    return next((place for place in range(len(tokens) - 1, 0, -1) if tokens[place - 1].lower.endswith(("'s", "s'"))), 0)


def _has_office(own: frozenset[str], wanted: frozenset[str], heads: frozenset[str], lang: str) -> bool:
    """Whether the words for an office are those wanted: one of the heads, and every word that narrows it."""
    is_one = bool(own & heads)
    if lang == "de" and not is_one:  # die Ministerin: Kultusministerin
        is_one = any(word.endswith(head) for word in own for head in heads if len(head) > 5)
        is_one = is_one or any(word[:_ALIKE] == head[:_ALIKE] for word in own for head in heads if len(head) > _ALIKE)
    return is_one and wanted - heads <= own


def _points_back(phrase: Phrase, lists: WordLists) -> bool:
    first = phrase.tokens[0].lower
    if lists.lang == "zh":
        return phrase.text.startswith(("这", "這", "该", "該", "那")) or phrase.text in lists.roles
    if lists.lang in ("ru", "uk"):
        return len(phrase.tokens) == 1 or phrase.tokens[0].lower in lists.definite
    return first in lists.definite or first.split("'")[0] + "'" in lists.definite or first.startswith("ال")
