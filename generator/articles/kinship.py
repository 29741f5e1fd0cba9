"""Who is whose kin in an English text: her son, Jakub, …; so “his mother” is she, and “her father” the other one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from operator import attrgetter

from generator.articles.cast import Cast, resolve
from generator.articles.memory import Kin, Memory, Speaker, fits, last_fitting, speaker_of
from generator.articles.reporter import Token

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


def kin_told(tokens: Sequence[Token], subject: Speaker | None, cast: Cast, memory: Memory) -> Iterator[Kin]:
    """Who a sentence names as the kin of whom: her son, Jakub; his daughter Anna; Nakamura’s father, Kenji."""
    if _WORDS.isdisjoint([token.lower for token in tokens]):
        return
    for place, token in enumerate(tokens[:-2]):
        if not (token.lower in _OWNERS or (token.is_capital and token.lower.endswith("'s"))):
            continue
        words = tuple(takewhile(attrgetter("is_word"), tokens[place + 1 : place + _MOST]))
        near = next((index for index, one in enumerate(words) if one.lower in _WORDS), None)
        if near is None:
            continue
        behind = place + 2 + near
        behind += behind < len(tokens) and tokens[behind].text == ","
        if behind >= len(tokens) or not (tokens[behind].is_capital and tokens[behind].is_word):
            continue
        member = resolve(cast, [tokens[behind].lower.removesuffix("'s")], tokens[behind].start)
        owner = _owner(token, subject, cast, memory)
        if member and owner and owner.member and owner.member != member and not member.is_placed:
            yield Kin(owner, words[near].lower, speaker_of(member))


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
        told = _BACK[kin.word].get(word)
        if told is not None and fits(kin.one, owner) and fits(kin.owner, told):
            return kin.owner
        if kin.word == word and fits(kin.owner, owner):
            return kin.one
    return None
