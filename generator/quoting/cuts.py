"""How a sentence goes on behind a quotation, and whether leaving it out misleads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.articles.listed import clause_words, knows, named_phrases, phrases, weighs
from generator.articles.voices import OUTSIDE
from generator.articles.words import STOPS_ELSEWHERE, put_together
from generator.quoting.concordance import Concordance
from generator.quoting.numbers import has_digit, inside_number, is_number
from generator.quoting.standing import Standing
from generator.wordlists import words_of

_ENDS = re.compile(f"[.!?…:。！？{STOPS_ELSEWHERE}]")
_AHEAD = 8  # words of the next sentence
_ASKS = re.compile(r"[?!？！؟]")


class Rest(NamedTuple):
    """How the sentence goes on behind a quotation: the signs at the cut, its words, and how it ends.

    `later` are the first words of the next sentence of the utterance.
    """

    signs: str
    words: tuple[int, ...]
    ending: str
    later: tuple[int, ...]


def read_rest(source: Concordance, at: int, nested: bool = False) -> Rest:
    """What the utterance still says behind the place; `nested`: no farther than the quotation inside it."""
    if nested and not (at < len(source.words) and source.nested[at]):
        return Rest(_signs_at(source, at), (), "", ())
    signs = _signs_at(source, at)
    rest: list[int] = []
    while not _sentence_ends(source, at) and len(rest) < 400:
        at = _next(source, at)
        rest.append(at)
        at += 1
    later = []
    if _goes_on(source, at):
        at = _next(source, at)
        ahead = range(at, min(at + _AHEAD, len(source.words)))
        later = [place for place in ahead if source.utterance[place] == source.utterance[at]]
    return Rest(signs, tuple(rest), _signs_at(source, at) if rest else signs, tuple(later))


def plain_words(source: Concordance, places: Sequence[int]) -> list[str]:
    """The words at some places, those that are the name of a month blotted out: on 12 May it may rain."""
    months = words_of(source.article.lang).months
    words = [source.words[place] for place in places]
    return [
        "\0" if word[:1].isupper() and word.lower() in months and _is_date(source, place) else word
        for word, place in zip(words, places, strict=True)
    ]


def _is_date(source: Concordance, place: int) -> bool:
    """Whether a month in capitals is not merely the first word of its sentence: May we ask?"""
    beside = source.words[max(0, place - 1) : place + 2]
    return any(map(has_digit, beside)) or (place > 0 and source.sentence[place] == source.sentence[place - 1])


def is_nested(source: Concordance, standing: Standing) -> bool:
    """Whether all the words are somebody else's, whom the speaker quotes."""
    return all(standing.place.each(source.nested))


def _signs_at(source: Concordance, at: int) -> str:
    """The signs behind a word that belong to its part."""
    return source.seams[at].tail if at in source.seams else source.before[at].split('"')[0]


def _next(source: Concordance, at: int) -> int:
    """The next word of the utterance."""
    return source.seams[at].place if at in source.seams else at


def _goes_on(source: Concordance, at: int) -> bool:
    """Whether the utterance has a word behind the place."""
    if at in source.seams:
        return True
    return 0 < at < len(source.words) and (
        source.utterance[at] == source.utterance[at - 1]
        and source.passage[at] == source.passage[at - 1]
        and (source.utterance[at] != OUTSIDE or source.paragraph[at] == source.paragraph[at - 1])
    )


def _sentence_ends(source: Concordance, at: int) -> bool:
    """Whether a sentence of the utterance ends between the place and the word before."""
    if not _goes_on(source, at):
        return True
    seam = source.seams.get(at)
    if seam is None:
        return source.sentence[at] != source.sentence[at - 1]
    return seam_divides(source, at)


def seam_divides(source: Concordance, at: int) -> bool:
    """Whether another sentence begins behind an interruption: “Yes,” he said. “We …”, not “Yes,” he said, “but …”."""
    seam = source.seams[at]
    if _ENDS.search(seam.tail):
        return True
    end, start = source.spans[at - 1].end, source.spans[seam.place].start
    between = source.levelled.text[end:start].rstrip('" «»—-')
    return bool(_ENDS.match(between[-1:])) or (bool(between) and _paragraph_ends(source, at, seam.place))


def _paragraph_ends(source: Concordance, at: int, place: int) -> bool:
    return source.paragraph[at - 1] != source.paragraph[place]


# --- behind ----------------------------------------------------------------------------------------


def find_truncation(source: Concordance, standing: Standing, typed: str) -> str | None:
    """Why the end misleads, in words for a message; None where it does not."""
    at = standing.place.last
    rest = read_rest(source, at, is_nested(source, standing))
    words = [source.words[place] for place in rest.words]
    lang = source.article.lang
    if words:
        if is_number(source.words[at - 1]) and _is_unit(lang, source.words[at - 1], words):
            return f"it stops inside a number: “{source.words[at - 1]} {words[0]}”"
        if not weighs(lang):
            return None
        if not knows(lang) and at in source.seams and source.words[rest.words[0]][:1].isupper():
            return None  # "A" diyen Yalın, "B" dedi
        whole = source.shown(rest.words)
        if any(sign in rest.signs for sign in ",，、،"):
            return f"the sentence goes on after a comma: “{whole}”"
        if any(sign in rest.signs for sign in ":—："):
            return f"the sentence goes on: “{whole}”"
        plain = plain_words(source, rest.words)
        weighty = phrases(lang, "negation", "denial", "contrast", "condition", "exception", "hedge").find(plain)
        if weighty:
            found = source.said(rest.words[weighty[0]], rest.words[weighty[0]] + weighty[1] - weighty[0])
            return f"the sentence goes on, with “{found}”: “{whole}”"
        if reason := _narrowed(source, standing.place.first, at, words):
            return f"the sentence goes on, with “{reason}”, and without it the negation reaches farther: “{whole}”"
        if _ASKS.search(rest.ending.split(" ")[0]):
            return f"it is part of a question or an exclamation, which goes on: “{whole}{rest.ending.strip()[:1]}”"
        return None
    dropped = _ASKS.search(_signs_at(source, at).split(" ")[0])
    if dropped and not _ASKS.search(typed.strip()[-2:]):
        return f"the source ends it with “{dropped.group()}”"
    if _is_taken_back(source, standing.place.first, at, rest.later):
        return f"the next sentence takes it back or limits it: “{source.shown(rest.later)} …”"
    return None


def _is_taken_back(source: Concordance, first: int, at: int, later: Sequence[int]) -> bool:
    """Whether the next sentence begins with a contrast or an exception, or weakens a negation: Never. Perhaps once."""
    lang = source.article.lang
    words = [source.words[place] for place in later]
    conditions = phrases(lang, "condition", "exception", without=clause_words("plain"))
    if phrases(lang, "contrast").begins(words) or (conditions.begins(words) and _stands_alone(source, later)):
        return True
    if _excepts(lang, words):
        return True
    lower = [word.lower() for word in words]
    perhaps = bool(lower) and named_phrases("perhaps").at(lower, 0) > 0
    return perhaps and _is_short(source, later) and _is_negated(source, first, at)


def _is_short(source: Concordance, later: Sequence[int]) -> bool:
    """Whether a sentence has fewer words than those that are looked at."""
    return len(later) < _AHEAD or any(source.sentence[place] != source.sentence[later[0]] for place in later)


def _excepts(lang: str, words: Sequence[str]) -> bool:
    """Whether a sentence is about what is excepted: The only exception is …; Ausgenommen sind …"""
    if not words:
        return False
    length = phrases(lang, "exception").at([word.lower() for word in words], 0)
    return length > 1 and words[0].lower() not in clause_words("but_for")


def _is_negated(source: Concordance, first: int, at: int) -> bool:
    """Whether the last sentence before a place holds a negation, as far as the quotation has it."""
    begins = max(first, at - _AHEAD * 2)
    places = [place for place in range(begins, at) if source.sentence[place] == source.sentence[at - 1]]
    return phrases(source.article.lang, "negation").stands_in([source.words[place] for place in places])


def _narrowed(source: Concordance, first: int, at: int, rest: Sequence[str]) -> str | None:
    """The word for a reason or an aim behind a negated clause: We did not leave | because of the money."""
    lower = [word.lower() for word in rest[:_AHEAD]]
    length = named_phrases("reason").at(lower, 0)
    return put_together(rest[:length]) if length and _is_negated(source, first, at) else None


def _stands_alone(source: Concordance, later: Sequence[int]) -> bool:
    """Whether a condition is all of its sentence: “We will sign. Unless it rains.”; not: “Unless it rains, we go.”"""
    for place in later[1:]:
        if source.sentence[place] != source.sentence[later[0]]:
            return True
        if any(sign in source.before[place] for sign in ",，،"):
            return False
    return len(later) < _AHEAD


def _is_unit(lang: str, number: str, words: Sequence[str]) -> bool:
    return inside_number(number, words[0]) or (
        (has_digit(number) or is_number(number)) and phrases(lang, "magnitude").begins(words)
    )


def find_partial(source: Concordance, standing: Standing) -> str | None:
    """How the sentence goes on, where the quotation ends inside it."""
    rest = read_rest(source, standing.place.last, is_nested(source, standing))
    return source.shown(rest.words) if rest.words else None
