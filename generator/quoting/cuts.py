"""How a sentence goes on behind a quotation, and whether leaving it out misleads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.articles.listed import clause_words, knows, phrases
from generator.articles.voices import OUTSIDE
from generator.quoting.concordance import Concordance
from generator.quoting.numbers import has_digit, inside_number, is_number
from generator.quoting.standing import Standing

_ENDS = re.compile(r"[.!?…:。！？؟۔]")
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


def is_nested(source: Concordance, standing: Standing) -> bool:
    """Whether all the words are somebody else's, whom the speaker quotes."""
    return all(source.nested[word] for word in standing.place.places())


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
        if not knows(lang):
            return None
        whole = source.shown(rest.words)
        if any(sign in rest.signs for sign in ",，、،"):
            return f"the sentence goes on after a comma: “{whole}”"
        if any(sign in rest.signs for sign in ":—："):
            return f"the sentence goes on: “{whole}”"
        weighty = phrases(lang, "negation", "denial", "contrast", "condition", "exception", "hedge").find(words)
        if weighty:
            found = source.said(rest.words[weighty[0]], rest.words[weighty[0]] + weighty[1] - weighty[0])
            return f"the sentence goes on, with “{found}”: “{whole}”"
        if _ASKS.search(rest.ending.split(" ")[0]):
            return f"it is part of a question or an exclamation, which goes on: “{whole}{rest.ending.strip()[:1]}”"
        return None
    dropped = _ASKS.search(_signs_at(source, at).split(" ")[0])
    if dropped and not _ASKS.search(typed.strip()[-2:]):
        return f"the source ends it with “{dropped.group()}”"
    later = [source.words[place] for place in rest.later]
    conditions = phrases(lang, "condition", "exception", without=clause_words("plain"))
    if phrases(lang, "contrast").begins(later) or (conditions.begins(later) and _stands_alone(source, rest.later)):
        return f"the next sentence takes it back or limits it: “{source.shown(rest.later)} …”"
    return None


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
