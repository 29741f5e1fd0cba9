"""Names in Arabic text: behind an office or a reporting verb, or before an office in apposition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.articles.arabic import apposed_name, begins_name, name_end, office_end
from generator.articles.arabic_words import bare_verb, is_office, is_stop
from generator.articles.reporter import Sentence, Token
from generator.wordlists import WordLists


def arabic_names(sentence: Sentence, lists: WordLists) -> Iterator[tuple[tuple[Token, ...], frozenset[str]]]:
    """The names behind an office or a reporting verb, and those that an office in apposition follows."""
    tokens = sentence.tokens
    for place, token in enumerate(tokens):
        if not token.is_word:
            continue
        start = place + 1 if bare_verb(token.lower, lists) else place
        office = office_end(tokens, start, len(tokens), lists)
        if office == place and begins_name(tokens, place, len(tokens), lists):
            end = name_end(tokens, place, len(tokens), lists)
            yield tuple(tokens[place:end]), _apposition(tokens, end, lists)
            continue
        if office == place:
            continue
        if office > start and (apposed := apposed_name(tokens, office, len(tokens), lists)):
            yield tuple(tokens[slice(*apposed)]), frozenset(one.lower for one in tokens[start:office])
            continue
        end = name_end(tokens, office, len(tokens), lists)
        if end - office >= 2:
            before = {one.lower for one in tokens[start:office]}
            yield tuple(tokens[office:end]), frozenset(before | _apposition(tokens, end, lists))
    yield from _before_apposition(tokens, lists)


_COURTESY = frozenset(["الدكتور", "الدكتورة", "السيد", "السيدة"])


def office_before(tokens: Sequence[Token], name: Sequence[Token], lists: WordLists) -> str:
    """The office as typed that stands right before a name: وزير النقل فارس العبدلي, رئيسة غرفة التجارة مها الكزبري."""
    place = next(index for index, token in enumerate(tokens) if token.start == name[0].start)
    if place > 1 and tokens[place - 1].text == "،":
        place -= 1  # نقيب المحامين، وديع سلوم، …
    first = place
    for near in range(place - 1, max(-1, place - 8), -1):
        token = tokens[near]
        if first < place and token.lower.removeprefix("و") in lists.reporting:
            break  # طالب النائب المعارض جمال الراوي
        is_known = is_office(token.lower, lists)
        ends = is_stop(token.lower, lists) and token.lower not in ("في", "عام", "العام")
        if not token.is_word or (not is_known and (ends or bare_verb(token.lower, lists))):
            break
        first = near if is_known else first
    while place - first > 1 and tokens[place - 1].text in _COURTESY:
        place -= 1
    return " ".join(token.text for token in tokens[first:place])


def _before_apposition(tokens: Sequence[Token], lists: WordLists) -> Iterator[tuple[tuple[Token, ...], frozenset[str]]]:
    for place in range(2, len(tokens) - 1):
        if tokens[place].text != "،" or not is_office(tokens[place + 1].lower, lists):
            continue
        start = place - 2
        if apposed_name(tokens, place, len(tokens), lists):
            continue  # مديرة المستشفى، الدكتورة هالة العلي، …
        if all(
            one.is_word and not is_stop(one.lower, lists) and not is_office(one.lower, lists)
            for one in tokens[start:place]
        ):
            yield tuple(tokens[start:place]), frozenset(_apposition(tokens, place, lists))


def _apposition(tokens: Sequence[Token], end: int, lists: WordLists) -> frozenset[str]:
    if end >= len(tokens) or tokens[end].text != "،":
        return frozenset()
    return frozenset({one.lower for one in tokens[end + 1 : end + 4] if one.is_word and is_office(one.lower, lists)})
