"""Who speaks where in a source: for each word its voice and its utterance, and where an utterance goes on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from generator.articles.article import Article
from generator.articles.levelling import Levelled
from generator.spans import Span

Value = TypeVar("Value")

#: Of a word that stands outside quotation marks.
OUTSIDE = -1


class Seam(NamedTuple):
    """Where an utterance goes on: the first word, the signs that end the part before and those that begin this one."""

    place: int
    tail: str
    lead: str


class Voice(NamedTuple):
    """Who speaks somewhere, as far as the text tells: in a passage of an article, or in a turn."""

    speaker: str | None
    certain: bool
    parts: Sequence[Span]


class Structure:
    """What the article tells of each word."""

    def __init__(self, article: Article, levelled: Levelled, spans: Sequence[Span], starts: Sequence[int]) -> None:
        count = len(starts)
        self.article = article
        self.levelled = levelled
        self.spans = spans
        self.starts = starts
        self.passage = [OUTSIDE] * count
        self.utterance = [OUTSIDE] * count
        self.paragraph = [OUTSIDE] * count
        self.nested = [False] * count
        self.seams: dict[int, Seam] = {}
        self.voices: list[Voice] = []
        for index, paragraph in enumerate(article.paragraphs):
            self._mark(self.paragraph, paragraph.span, index)
        if article.turns:
            self._read_turns()
        else:
            self._read_passages()

    def _read_turns(self) -> None:
        """Each turn is an utterance; what stands in quotation marks there are somebody else's words.

        A press release quotes people as an article does: those whom it names beside their words have a voice.
        """
        turns = self.article.turns
        self.voices = [Voice(turn.speaker, turn.speaker is not None, [turn.span]) for turn in turns]
        for index, turn in enumerate(turns):
            self._mark(self.passage, turn.span, index)
            self._mark(self.utterance, turn.span, index)
        own: dict[int, Voice] = {}
        for index, passage in enumerate(self.article.passages):
            before = own.get(passage.continues) if passage.continues is not None else None
            is_named = self.article.kind == "statement" and passage.certain and passage.speaker
            is_own = bool(before or is_named)
            if is_own:
                own[index] = Voice(before.speaker if before else passage.speaker, True, passage.parts)
                self.voices.append(own[index])
            for part in passage.parts:
                self._mark(self.nested, part, not is_own)
                if is_own:
                    self._mark(self.passage, part, len(self.voices) - 1)
            for inner in passage.nested:
                self._mark(self.nested, inner, True)
            for one, other in pairwise([*(before.parts[-1:] if before else ()), *(passage.parts if is_own else ())]):
                self._join(one, other)

    def _read_passages(self) -> None:
        passages = self.article.passages
        self.voices = [Voice(passage.speaker, passage.certain, passage.parts) for passage in passages]
        utterances: list[int] = []
        for index, passage in enumerate(passages):
            before = passage.continues if passage.continues is not None and passage.continues < index else None
            utterances.append(index if before is None else utterances[before])
            for part in passage.parts:
                self._mark(self.passage, part, index)
                self._mark(self.utterance, part, utterances[index])
            for inner in passage.nested:
                self._mark(self.nested, inner, True)
            parts = [*(passages[before].parts[-1:] if before is not None else ()), *passage.parts]
            for one, other in pairwise(parts):
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
