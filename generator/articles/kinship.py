"""Who is whose kin in an English text: her son, Jakub, …; so “his mother” is she, and “her father” the other one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from operator import attrgetter

from generator.articles.cast import Cast, resolve
from generator.articles.memory import Kin, Memory, Speaker, fits, last_fitting, speaker_of
from generator.articles.reporter import Sentence, Token

_OWNERS = {"his": "m", "her": "f"}
_MOST = 4  # words between whose somebody is and the word for what
#: What each is to the other, with what tells a man or a woman.
_PAIRS = (
    (("son", "daughter", "child", "boy", "girl"), {"mother": "f", "mum": "f", "mom": "f", "father": "m", "dad": "m"}),
    (("mother", "father", "mum", "mom", "dad", "parent"), {"son": "m", "daughter": "f"}),
    (("husband", "wife", "partner", "spouse", "widow"), {"husband": "m", "wife": "f", "partner": "", "widow": "f"}),
    (("fiancé", "fiancée", "boyfriend", "girlfriend"), {"boyfriend": "m", "girlfriend": "f", "partner": ""}),
    (("brother", "sister", "twin", "sibling"), {"brother": "m", "sister": "f", "twin": "", "sibling": ""}),
    (
        ("grandson", "granddaughter", "grandchild"),
        {"grandmother": "f", "grandfather": "m", "gran": "f", "grandad": "m"},
    ),
    (("grandmother", "grandfather", "gran", "grandad"), {"grandson": "m", "granddaughter": "f"}),
    (("nephew", "niece"), {"uncle": "m", "aunt": "f"}),
    (("uncle", "aunt"), {"nephew": "m", "niece": "f"}),
    (
        ("friend", "colleague", "neighbour", "neighbor"),
        {"friend": "", "colleague": "", "neighbour": "", "neighbor": ""},
    ),
)
_BACK = {word: others for words, others in _PAIRS for word in words}
_WORDS = frozenset(_BACK)
_GENDERS = {word: gender for _, others in _PAIRS for word, gender in others.items()}


def kin_told(sentence: Sentence, subject: Speaker | None, cast: Cast, memory: Memory) -> Iterator[Kin]:
    """Who a sentence names as the kin of whom: her son, Jakub; his daughter Anna; Nakamura’s father, Kenji."""
    tokens = sentence.tokens
    if _WORDS.isdisjoint(sentence.words):
        return
    for place, token in enumerate(tokens[:-2]):
        is_whose = token.lower == "whose" and place > 1 and tokens[place - 2].is_capital
        if not (is_whose or token.lower in _OWNERS or (token.is_capital and token.lower.endswith("'s"))):
            continue
        words = tuple(takewhile(attrgetter("is_word"), tokens[place + 1 : place + _MOST]))
        near = next((index for index in range(len(words) - 1, -1, -1) if words[index].lower in _WORDS), None)
        if near is None:
            continue
        behind = place + 2 + near
        behind += behind < len(tokens) and tokens[behind].text == ","
        if behind < len(tokens) and tokens[behind].lower.endswith("'s"):
            continue  # his widow, Tranter's sister Jean
        if behind >= len(tokens) or not (tokens[behind].is_capital and tokens[behind].is_word):
            if unnamed := _unnamed(token, words[: near + 1], cast):
                yield unnamed
            continue
        member = resolve(cast, [tokens[behind].lower.removesuffix("'s")], tokens[behind].start)
        owner = _named_beside(tokens, place, cast) or _owner(token, subject, cast, memory)
        if member and owner and owner.member and owner.member != member and not member.is_placed:
            word = words[near].lower
            one = speaker_of(member)
            yield Kin(owner, word, one._replace(gender=one.gender or _GENDERS.get(word, "")))


def _unnamed(token: Token, words: Sequence[Token], cast: Cast) -> Kin | None:
    """Somebody's kin whom a sentence does not name: Rathod’s mother, who …"""
    member = resolve(cast, [token.lower.removesuffix("'s")], token.start) if token.is_capital else None
    if member is None or words[-1].lower not in _GENDERS:
        return None
    name = " ".join(one.text for one in (token, *words))
    return Kin(speaker_of(member), words[-1].lower, Speaker(name, None, frozenset(), _GENDERS[words[-1].lower]))


def _named_beside(tokens: Sequence[Token], place: int, cast: Cast) -> Speaker | None:
    """The one whose name stands right before whose kin another is: Ada Lind and her husband, Jo."""
    is_whose = tokens[place].lower == "whose"
    gender = _OWNERS.get(tokens[place].lower, "")
    if not (gender or is_whose) or place < 2 or not tokens[place - 2].is_capital:
        return None
    if tokens[place - 1].text != "," if is_whose else tokens[place - 1].lower != "and":
        return None
    member = resolve(cast, [tokens[place - 2].lower], tokens[place - 2].start)
    return speaker_of(member) if member and (not gender or member.gender in ("", gender)) else None


def _owner(token: Token, subject: Speaker | None, cast: Cast, memory: Memory) -> Speaker | None:
    if gender := _OWNERS.get(token.lower):
        own = subject if subject and subject.member and fits(subject, gender) else None
        return own or last_fitting(memory, gender)
    member = resolve(cast, [token.lower.removesuffix("'s")], token.start)
    return speaker_of(member) if member else None


def kin_meant(tokens: Sequence[Token], memory: Memory) -> Speaker | None:
    """Whom words for kin mean, where the text told before who is whose: “his mother”, behind “her son, Jakub”."""
    owner, word = _OWNERS.get(tokens[0].lower), tokens[-1].lower
    if owner is None or len(tokens) > _MOST:
        return None
    for kin in reversed(memory.kin):
        is_owner = memory.subject is not None and memory.subject.member is kin.owner.member
        if kin.word == word and kin.one.member and fits(kin.owner, owner) and (is_owner or not kin.one.gender):
            return kin.one
        told = _BACK[kin.word].get(word)
        if told is not None and fits(kin.one, owner) and fits(kin.owner, told):
            return kin.owner
        if kin.word == word and kin.one.member and fits(kin.owner, owner):
            return kin.one
    return None
