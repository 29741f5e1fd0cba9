"""Names in Chinese text: behind a word for an office, before a title, written with dots, known by their surname."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.articles.chinese import (
    CALLED,
    CUT,
    DOTTED,
    HAN,
    LEADING,
    SMALL,
    any_of,
    dotted_name,
    find_chinese_clauses,
    part_of,
    sounding,
    surname_size,
)
from generator.articles.listed import either
from generator.articles.naming import Phrase
from generator.articles.reporter import Sentence, Token
from generator.wordlists import WordLists

_DOINGS = "画畫写寫唱哭笑坐抱住给給买買卖賣教做拿"  # what somebody does, behind a name of three signs


_AGE = re.compile("[岁歲]的?")
_DONE = "了过過"


@cache
def _titled(roles: frozenset[str], titles: frozenset[str]) -> re.Pattern[str]:
    """导师欧阳拾教授: a name between two words for what somebody is."""
    return re.compile(f"({either(roles)})([{HAN}]{{2,3}})({either(titles)})")


def chinese_names(sentence: Sentence, whole: str, lists: WordLists) -> Iterator[tuple[Token, frozenset[str]]]:
    """The names that a sentence of the `whole` text tells, each with its offices."""
    for token, _, phrase in find_chinese_clauses(sentence, lists):
        if phrase and phrase.name:
            offices = frozenset(any_of(lists.roles).findall(token.text[: phrase.name[0].end - token.start]))
            name = phrase.name[0]
            if DOTTED.match(name.text):
                end = _dotted_end(name.text, 0, len(name.text), whole, lists)
                name = part_of(name, 0, end)
            yield name, offices
    for token in sentence.tokens:
        if token.is_word:
            for dotted in DOTTED.finditer(token.text):
                start, end = dotted_name(token.text, dotted.start(), lists) or dotted.span()
                roles = list(any_of(lists.roles).finditer(token.text, 0, start))
                end = _dotted_end(token.text, start, dotted.end(), whole, lists)
                yield part_of(token, start, end), frozenset(role.group() for role in roles)
            yield from _behind_office(token, whole, lists)
            yield from _called(token, lists)
            yield from _aged(token, whole, lists)
            for found in _titled(lists.roles, lists.titles).finditer(token.text):
                yield part_of(token, *found.span(2)), frozenset((found.group(1), found.group(3)))


def office_with_body(sentence: Sentence, name: Token, office: str, lists: WordLists) -> str:
    """The office with its body as typed right before a name: 县教育局副局长; the bare office where it is not plain."""
    token = next(one for one in sentence.tokens if one.start <= name.start < one.end)
    before = token.text[: name.start - token.start]
    before = before[before.rfind("的") + 1 :]
    before = before[leading.end() :] if (leading := LEADING.match(before)) else before
    is_plain = before.endswith(office) and len(before) < 16 and not CUT.search(before)
    return before if is_plain and not any_of(lists.reporting).search(before) else office


def _behind_office(token: Token, whole: str, lists: WordLists) -> Iterator[tuple[Token, frozenset[str]]]:
    """The names behind a word for an office that are known by their surname: 村民李二柱则不以为然."""
    for office in any_of(lists.roles).finditer(token.text):
        start = office.end() + token.text.startswith("的", office.end())  # 曾任会长的温耀祖
        own = 0 if CUT.match(token.text, start) else surname_size(token.text, start, lists)
        heard = None if own else sounding(token.text, start, lists)
        if heard and heard[1] - heard[0] > 2 and token.text[heard[1] : heard[1] + 1] not in "·•‧":
            yield part_of(token, *heard), frozenset((office.group(),))  # 司机埃米尔彻夜未眠
        if token.text[start : start + 1] in "老小" and surname_size(token.text, start + 1, lists) == 1:
            yield part_of(token, start, start + 2), frozenset((office.group(),))  # 司机老周
            continue
        if own and CALLED.match(token.text, start + own):
            continue  # 老球迷蒋伯
        for end in (start + own + 2, start + own + 1) if own else ():
            if end <= len(token.text) and _is_whole(token.text, start, end, whole, lists):
                yield part_of(token, start, end), frozenset((office.group(),))
                break


def _aged(token: Token, whole: str, lists: WordLists) -> Iterator[tuple[Token, frozenset[str]]]:
    """The names behind an age: 七十七岁的潘珍妮被送到…"""
    for found in _AGE.finditer(token.text):
        own = surname_size(token.text, found.end(), lists)
        for end in (found.end() + own + 2, found.end() + own + 1) if own else ():
            if end <= len(token.text) and _is_whole(token.text, found.end(), end, whole, lists):
                yield part_of(token, found.end(), end), frozenset()
                break


def _called(token: Token, lists: WordLists) -> Iterator[tuple[Token, frozenset[str]]]:
    """The names of a surname and a word that people are called by: 周奶奶, 段大爷."""
    for found in CALLED.finditer(token.text):
        for size in (2, 1):
            start = found.start() - size
            if start >= 0 and token.text[start : found.start()] in lists.surnames:
                yield part_of(token, start, found.end()), frozenset((found.group(),))
                break


def _is_whole(words: str, start: int, end: int, whole: str, lists: WordLists) -> bool:
    """Whether a name ends here: at a sign, before a verb or a small word, or because the text names it again."""
    if words[end - 1] in SMALL or any_of(lists.reporting).match(words, end - 1):
        return False
    if end == len(words) or (end - start > 2 and whole.count(words[start:end]) > 1):
        return True
    if words[end] in "着著":
        return False  # 蒋伯带着孙子
    if words[end] in _DONE and not words.startswith("了解", end):
        return False  # 董平等了十年
    if words[end + 1 : end + 2] in tuple(_DONE) or any_of(lists.acts).match(words, end):
        return True  # 马秀英哭了; 马秀英失去了积蓄
    ends = words[end] in SMALL or words[end] in "今昨是有为為和與与及" or words.startswith(("来自", "來自"), end)
    ends = ends or (end - start == 3 and words[end] in _DOINGS)
    return bool(ends or CUT.match(words, end) or any_of(lists.reporting).match(words, end))


def _dotted_end(words: str, start: int, end: int, whole: str, lists: WordLists) -> int:
    """Where a name written with dots ends: where the text goes on in different ways, else before a verb."""
    first = max(words.rfind(dot, start, end) for dot in "·•‧") + 1
    for size in range(min(end - first, 7) - 1, 1, -1):
        if whole.count(words[first : first + size]) > whole.count(words[first : first + size + 1]):
            return first + size
    sounds = first
    while sounds < end and words[sounds] in lists.sounds:
        sounds += 1
    stops = [sounds if sounds > first else min(end, first + 4)]
    for pattern in (CUT, any_of(lists.reporting)):
        if found := pattern.search(words, first + 1, end):
            stops.append(found.start())
    return min(stops)


def first_person(sentence: Sentence, lists: WordLists, known: Sequence[str]) -> Phrase | None:
    """The pronoun or known name that a part of the sentence begins with, the last of them."""
    found: Phrase | None = None
    begun = False  # 游客陈思雨来自外省，她…: the pronoun means her
    for token in sentence.tokens:
        if token.is_quote:
            break
        if not token.is_word:
            continue
        for word in known:
            place = token.text.find(word, 0, 30)
            if place >= 0:
                part = part_of(token, place, place + len(word))
                found = Phrase((part,), (part,))
                begun = place == 0 or any_of(lists.roles).search(token.text[:place]) is not None
                break
        else:
            for word in lists.pronouns:
                if token.text.startswith(word) and token.text[len(word) : len(word) + 1] not in ("的", "们", "們"):
                    part = part_of(token, 0, len(word))
                    found = found if begun else Phrase((part,), (), is_pronoun=True)
    return found


def offices_in(words: str, lists: WordLists) -> frozenset[str]:
    """The words for offices and bodies in a description."""
    found = set(any_of(lists.roles).findall(words))
    found |= {body for body in lists.bodies if len(body) > 1 and body in words}
    return frozenset(found)
