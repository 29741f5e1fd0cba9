"""Whom the text told of lately: in the sentence before, or as one of an age, of a people, of a party."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator.articles.ages import age_told
from generator.articles.callings import is_role
from generator.articles.cast import Cast
from generator.articles.member import Member
from generator.articles.memory import Memory, Speaker, fits, is_place, last_fitting, people_in, speaker_of
from generator.articles.naming import Phrase
from generator.articles.peoples import comes_from, is_people, same_people
from generator.articles.slavic import SLAVIC, basic_office
from generator.wordlists import WordLists

#: Bodies that any other word for a body may mean.
_ANY_BODY = frozenset(
    (
        "company", "firm", "group", "organisation", "organization", "body", "business", "corporation", "agency",
        "institution", "authority", "entreprise", "société", "groupe", "organisme", "établissement", "empresa",
        "compañía", "grupo", "organismo", "organización", "entidad", "institución", "unternehmen", "firma",
        "konzern", "behörde", "verband", "компания", "фирма", "организация", "ведомство", "учреждение", "компанія",
        "організація", "відомство"
    )
)  # fmt: skip
_MOST = 400  # people


def of_sentence_before(
    heads: frozenset[str], told: str, memory: Memory, lists: WordLists, is_people: bool
) -> Speaker | None:
    """The one whom the sentence before is about, where nothing known speaks against: the 22-year-old, the singer."""
    if heads & lists.single:
        return None  # the government is not the museum that spoke before
    if heads & lists.documents:
        return None
    if heads & lists.bodies:
        told_of = [memory.subject] if memory.subject and lists.lang != "en" and memory.subject.gender == "n" else []
        near_bodies = (*told_of, *reversed(memory.spoken))
        spoken = (one for one in near_bodies if one.member and _may_be(one, heads, lists))
        return next((one for one in spoken if one.gender == "n" or is_place(one, ("m",))), None)
    near = [memory.subject] if memory.subject else []
    near += memory.introduced if len(memory.introduced) == 1 else ()
    near.sort(key=lambda one: one.member is None or not (one.member.role or one.member.gender in ("m", "f")))
    for speaker in near:
        member = speaker.member
        if not member or not fits(speaker, told) or (heads and member.role):
            continue
        if told or heads or member.role or member.gender in ("m", "f") or not is_people:
            return speaker
    return None


def of_two(phrase: Phrase, memory: Memory) -> Speaker | None:
    """The first or the second of the last two people named: the former, the latter."""
    words = [token.lower for token in phrase.tokens]
    if len(words) != 2 or words[0] != "the" or words[1] not in ("former", "latter"):
        return None
    for tokens in reversed(memory.recent):
        people = (one for one in people_in(tokens, memory) if one.gender != "n" and not one.is_placed)
        named = {one.name: speaker_of(one) for one in people}
        if len(named) == 2:
            return list(named.values())[words[1] == "latter"]
    latest = list(dict.fromkeys(one.name for one in reversed(memory.topics[-12:])))[:2]
    pair = [next(one for one in reversed(memory.topics) if one.name == name) for name in reversed(latest)]
    return pair[words[1] == "latter"] if len(pair) == 2 else None


def _may_be(speaker: Speaker, heads: frozenset[str], lists: WordLists) -> bool:
    """Whether a word for a body may mean one of which the text tells what it is: the regulator is no mining firm."""
    kinds = speaker.heads & lists.bodies
    return not kinds or bool(kinds & heads) or bool(heads & _ANY_BODY)


def of_age(phrase: Phrase, told: str, cast: Cast, memory: Memory, lists: WordLists) -> Speaker | None:
    """The only one of an age that a description tells: the 47-year-old, le quinquagénaire."""
    first = phrase.tokens[0].lower
    if not (first in lists.definite or first in ("el", "la") or lists.lang in SLAVIC):
        return None
    ages = age_told(phrase.tokens)
    if not ages:
        return None
    found = [one for one in named_before(phrase.start, cast) if one.age in ages]
    speakers = [speaker_of(one) for one in found]
    fitting = [one for one in speakers if fits(one, told)]
    if fitting or lists.lang != "en":
        return fitting[0] if len(fitting) == 1 else None
    alone = memory.introduced if len(memory.introduced) == 1 else ()
    near = (*alone, *([memory.subject] if memory.subject else ()), *memory.topics[-1:])
    return next((one for one in near if one.member and not one.member.age and _is_one(one, told)), None)


def _is_one(speaker: Speaker, told: str) -> bool:
    """Whether somebody named is a person, who may be of a gender."""
    return bool(
        speaker.member and speaker.member.gender != "n" and fits(speaker, told) and not is_place(speaker, ("m",))
    )


def of_kind(phrase: Phrase, told: str, cast: Cast, memory: Memory, lists: WordLists) -> Speaker | None:
    """Who is called by where he comes from in French, la Sétoise, or by the whole office in Russian and Ukrainian."""
    if lists.lang in SLAVIC and 1 < len(phrase.tokens) < 6:
        wanted = [basic_office(one.lower, lists.lang) for one in phrase.tokens]
        offices = ((one, one.member.role.lower().split()) for one in last_named(phrase.start, cast) if one.member)
        same = (one for one, words in offices if [basic_office(word, lists.lang) for word in words] == wanted)
        return next((one for one in same if fits(one, told)), None)
    if lists.lang != "fr" or len(phrase.tokens) != 2 or not comes_from(phrase.tokens[1].lower, lists):
        return None
    return of_sentence_before(frozenset(), told, memory, lists, False) or last_fitting(memory, told)


def of_people(phrase: Phrase, told: str, cast: Cast, memory: Memory, lists: WordLists) -> Speaker | None:
    """The last one of whom the text told from where or of which party: the Dane, where a Danish sailor was named."""
    first, last = phrase.tokens[0].lower, phrase.tokens[-1].lower
    if len(phrase.tokens) != 2 or first not in ("the", "this") or not is_people(last):
        return None
    wanted = same_people(last)
    known = next(
        (one for one in last_named(phrase.start, cast) if one.heads & wanted and one.gender != "n" and fits(one, told)),
        None,
    )
    if known or not (memory.subject and _is_of_another(memory.subject, wanted, lists)):
        is_told = memory.subject is not None and (memory.subject.gender in ("m", "f") or _has_role(memory.subject))
        return known or (
            None if is_told else next((one for one in reversed(memory.introduced) if _has_role(one)), None)
        )
    near = (*reversed(memory.spoken), *reversed(memory.topics[-30:]))
    return next((one for one in near if _is_one(one, told) and not _is_of_another(one, wanted, lists)), None)


def _has_role(speaker: Speaker) -> bool:
    return bool(speaker.member and speaker.member.role and speaker.member.gender != "n")


def _is_of_another(speaker: Speaker, wanted: frozenset[str], lists: WordLists) -> bool:
    """Whether the text told another people or party of somebody."""
    return any(is_people(word) and word not in wanted and not is_role(word, lists) for word in speaker.heads)


def named_before(place: int, cast: Cast) -> Sequence[Member]:
    """The last ones named before a place: no more than a long text has room for in a reader’s mind."""
    at = bisect_left(cast.members, place, key=lambda member: member.first)
    return cast.members[max(0, at - _MOST) : at]


def last_named(place: int, cast: Cast) -> Iterator[Speaker]:
    """Those named before a place as ones who may speak, the last one first."""
    return map(speaker_of, reversed(named_before(place, cast)))


def is_anybody(speaker: Speaker, told: str) -> bool:
    """Whether somebody was told of without a name, and may be a man or a woman: a neighbour."""
    begins = speaker.name.lower().startswith(("a ", "an ", "one ", "another "))
    return begins and speaker.member is None and speaker.is_told and "n" not in speaker.gender and fits(speaker, told)


def is_elsewhere(phrase: Phrase, known: Speaker) -> bool:
    """Whether a description tells another place or club than the text told of the one who has that office."""
    role = known.member.role.split() if known.member else []
    own = [one.lower for one in phrase.tokens[1:-1] if one.is_capital and not is_people(one.lower)]
    has = [word.lower() for word in role[:-1] if word[0].isupper() and not is_people(word.lower())]
    return len(own) == len(has) == 1 and own != has and own[0] not in known.name.lower().split()


def only_with_office(heads: frozenset[str], told: str, place: int, cast: Cast) -> Speaker | None:
    """The only one named so far who has an office: her biographer."""
    holding = [one for one in named_before(place, cast) if one.role and one.offices & heads]
    if cast.lang == "en":  # not every lawyer is her lawyer
        holding = [one for one in holding if one.role.lower().replace("’", "'").rpartition("'s ")[2] in heads]
    speaker = speaker_of(holding[0]) if len(holding) == 1 else None
    return speaker if speaker and fits(speaker, told) else None
