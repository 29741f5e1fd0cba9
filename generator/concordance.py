"""A concordance: a source text as words with the signs between them, and where each pair of words stands."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeVar

from generator.article import Article
from generator.levelling import LINE_HYPHEN, Levelled, level, level_space
from generator.spans import Span
from generator.words import is_unspaced, words

Value = TypeVar("Value")

#: Of a word that stands outside quotation marks.
OUTSIDE = -1
_SHOWN = 14  # words of the source in a message


class Seam(NamedTuple):
    """Where an utterance goes on: the first word, the signs that end the part before and those that begin this one."""

    place: int
    tail: str
    lead: str


@dataclass(frozen=True)
class Concordance:
    """A source text in words. Places are numbers of words; `before[n]` are the signs between word n - 1 and word n.

    `seams` leads from the place behind a part of an utterance to the first word of the part that goes on from it.
    `utterance` and `paragraph` tell for each word where it belongs; `nested` whether somebody else is quoted there.
    """

    article: Article
    levelled: Levelled
    words: Sequence[str]
    before: Sequence[str]
    spans: Sequence[Span]  # in the levelled text
    passage: Sequence[int]
    utterance: Sequence[int]
    paragraph: Sequence[int]
    nested: Sequence[bool]
    seams: Mapping[int, Seam]
    pairs: Mapping[tuple[str, str], Sequence[int]] = field(repr=False)
    hyphenated: bool  # some word is hyphenated over a line end

    @cached_property
    def singles(self) -> Mapping[str, Sequence[int]]:
        """Where each word stands, in lower case."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self.words):
            for form in forms(word):
                places[form].append(place)
        return places

    @cached_property
    def back_seams(self) -> Mapping[int, int]:
        """From the first word of a part to the place behind the part before."""
        return {seam.place: end for end, seam in self.seams.items()}

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each word begins in the stored text."""
        origin = self.levelled.starts
        return [origin[span.start] for span in self.spans]

    @cached_property
    def sentence(self) -> Sequence[int]:
        """For each word the number of its sentence."""
        starts = [span.start for span in self.article.sentences]
        return [bisect_right(starts, at) - 1 for at in self.starts]

    @cached_property
    def spaced(self) -> Levelled:
        """The text with each run of white space as one space: the levelling of tier `exact`."""
        return level_space(self.article.text)

    @cached_property
    def unspaced(self) -> bool:
        """Whether the text is written without spaces between its words."""
        return is_unspaced(self.levelled.text[:4000])

    def stored(self, start: int, end: int) -> Span:
        """The span in the stored text of the words `start:end` (not empty)."""
        return self.levelled.span(self.spans[start].start, self.spans[end - 1].end)

    def said(self, start: int, end: int) -> str:
        """The levelled words `start:end` with the signs between them."""
        if start >= end:
            return ""
        return self.levelled.text[self.spans[start].start : self.spans[end - 1].end]

    def shown(self, places: Sequence[int]) -> str:
        """Words of an utterance for a message, with the interruptions left out; no more than a line of them."""
        most = _SHOWN * 2 if self.unspaced else _SHOWN
        runs: list[list[int]] = []
        for place in places[:most]:
            if runs and place == runs[-1][-1] + 1 and place not in self.seams:
                runs[-1].append(place)
            else:
                runs.append([place])
        text = " … ".join(self.said(run[0], run[-1] + 1) for run in runs)
        return f"{text} …" if len(places) > most else text

    def place_of(self, offset: int) -> int:
        """The first word that begins at the offset of the stored text or behind it."""
        return bisect_left(self.starts, offset)

    def edge(self, place: int) -> bool:
        """Whether a part of an utterance begins or ends between the word at the place and the one before."""
        if not 0 < place < len(self.words):
            return True
        return self.passage[place - 1] != self.passage[place] or place in self.seams


def index_words(article: Article) -> Concordance:
    """The concordance of a source text; linear in the text."""
    levelled = level(article.text)
    spans = words(levelled.text)
    text = levelled.text
    found = [text[start:end] for start, end in spans]
    before, at = [], 0
    for span in spans:
        before.append(text[at : span.start])
        at = span.end
    before.append(text[at:])
    starts = [levelled.starts[span.start] for span in spans]
    structure = _Structure(article, levelled, spans, starts)
    hyphenated = LINE_HYPHEN in text
    return Concordance(
        article=article,
        levelled=levelled,
        words=found,
        before=before,
        spans=spans,
        passage=structure.passage,
        utterance=structure.utterance,
        paragraph=structure.paragraph,
        nested=structure.nested,
        seams=structure.seams,
        pairs=_pairs(found, structure.seams, hyphenated),
        hyphenated=hyphenated,
    )


def forms(word: str) -> Sequence[str]:
    """The forms under which a word is looked up: in lower case; hyphenated over a line end, with and without hyphen."""
    lower = word.lower()
    if LINE_HYPHEN not in lower:
        return (lower,)
    return (lower.replace(LINE_HYPHEN, ""), lower.replace(LINE_HYPHEN, "-"))


def _pairs(
    found: Sequence[str], seams: Mapping[int, Seam], hyphenated: bool
) -> Mapping[tuple[str, str], Sequence[int]]:
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    if hyphenated:
        keys = [forms(word) for word in found]
        for place in range(len(found) - 1):
            for one in keys[place]:
                for other in keys[place + 1]:
                    places[one, other].append(place)
    else:
        lower = [word.lower() for word in found]
        for place, pair in enumerate(itertools.pairwise(lower)):
            places[pair].append(place)
    for end, seam in seams.items():
        if seam.place != end:
            for one in forms(found[end - 1]):
                for other in forms(found[seam.place]):
                    places[one, other].append(end - 1)
    return places


class _Structure:
    """What the article tells of each word."""

    def __init__(self, article: Article, levelled: Levelled, spans: Sequence[Span], starts: Sequence[int]) -> None:
        count = len(starts)
        self.levelled = levelled
        self.spans = spans
        self.starts = starts
        self.passage = [OUTSIDE] * count
        self.utterance = [OUTSIDE] * count
        self.paragraph = [OUTSIDE] * count
        self.nested = [False] * count
        self.seams: dict[int, Seam] = {}
        for index, paragraph in enumerate(article.paragraphs):
            self._mark(self.paragraph, paragraph.span, index)
        utterances: list[int] = []
        for index, passage in enumerate(article.passages):
            goes_on = passage.continues is not None and passage.continues < index
            utterances.append(utterances[passage.continues] if goes_on and passage.continues is not None else index)
            for part in passage.parts:
                self._mark(self.passage, part, index)
                self._mark(self.utterance, part, utterances[index])
            for inner in passage.nested:
                self._mark(self.nested, inner, True)
            parts = list(passage.parts)
            if goes_on and passage.continues is not None:
                parts.insert(0, article.passages[passage.continues].parts[-1])
            for one, other in itertools.pairwise(parts):
                self._join(one, other)

    def _words(self, span: Span) -> tuple[int, int]:
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def _mark(self, of_words: list[Value], span: Span, value: Value) -> None:
        start, end = self._words(span)
        of_words[start:end] = [value] * (end - start)

    def _join(self, one: Span, other: Span) -> None:
        _, end = self._words(one)
        start, behind = self._words(other)
        if 0 < end <= start < behind:
            self.seams[end] = self._seam(one, other, end, start)

    def _seam(self, one: Span, other: Span, end: int, start: int) -> Seam:
        origin, text = self.levelled.starts, self.levelled.text
        first, last = bisect_left(origin, one.end), bisect_left(origin, other.start)
        behind = text[self.spans[end - 1].end : self.spans[end].start]
        is_inside = '"' not in text[first:last]  # the reporter's clause stands inside the marks, between dashes
        tail = behind.strip() if is_inside and end < start else text[self.spans[end - 1].end : first]
        return Seam(start, tail, text[last : self.spans[start].start])
