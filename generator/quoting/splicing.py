"""Quotations put together from pieces that each stand in the source, but not as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from generator.articles.levelling import level
from generator.articles.voices import OUTSIDE
from generator.articles.words import words
from generator.quoting.anchors import find_starts, is_same
from generator.quoting.concordance import Concordance
from generator.quoting.patterns import least
from generator.quoting.signs import bare, seam_agrees

_MOST_STARTS = 300
_MOST_STEPS = 200_000  # words that are compared; a text that wants more repeats itself without end
_SIGN = re.compile(r"\[[^\[\]]{0,200}\]|\(\s*…\s*\)|…")


class Part(NamedTuple):
    """A part of a quotation: its words `start:end`, and the words of the source that they are."""

    start: int
    end: int
    places: tuple[int, ...]
    text: str

    @property
    def first(self) -> int:
        """Its first word in the source."""
        return self.places[0]

    @property
    def last(self) -> int:
        """The word behind its last."""
        return self.places[-1] + 1


def find_parts(source: Concordance, text: str) -> tuple[Part, ...]:
    """The fewest parts of at least three words into which the text can be cut so that each stands in the source.

    Empty where there is no such cut, or where one part is the whole.
    """
    return _Cover(source, text).parts()


class _Cover:
    def __init__(self, source: Concordance, text: str) -> None:
        typed = level(text).text
        levelled = _SIGN.sub(lambda sign: sign[0] if sign[0] in source.levelled.text else " ", typed).strip()
        spans = words(levelled)
        self.source = source
        self.words = [levelled[start:end] for start, end in spans]
        self.levelled, self.spans = levelled, spans
        ends = [0, *(span.end for span in spans)]
        self.before = [levelled[end : span.start] for end, span in zip(ends, spans, strict=False)]
        self.least = least(levelled)
        self.steps = 0

    def parts(self) -> tuple[Part, ...]:
        """Breadth first: the fewest parts."""
        count = len(self.words)
        came: dict[int, Part | None] = {0: None}
        layer = [0]
        while layer and count not in came:
            following = []
            for start in layer:
                for part in self._parts_from(start):
                    if part.end not in came:
                        came[part.end] = part
                        following.append(part.end)
            layer = following
        return self._path(came, count)

    def _path(self, came: dict[int, Part | None], end: int) -> tuple[Part, ...]:
        path: list[Part] = []
        while (part := came.get(end)) is not None:
            path.insert(0, part)
            end = part.start
        return tuple(path) if len(path) > 1 else ()

    def _parts_from(self, start: int) -> Iterator[Part]:
        """The parts that begin at a word: from where most words stand together, the longest first.

        A part of fewer words counts where it is all that stands between two marks.
        """
        whole: dict[int, int] = {}
        best = (0, 0)
        for first in islice(find_starts(self.source, self.words[start : start + 2]), _MOST_STARTS):
            if 0 <= first < len(self.source.words) and self._same(start, first, True):
                length = len(self._follow(start, first))
                best = max(best, (length, -first))
                short = self._whole_part(first)
                if short and short <= length:
                    whole.setdefault(short, first)
        length, first = best[0], -best[1]
        places = self._follow(start, first)
        ends = range(start + length, start + self.least - 1, -1)
        for end in sorted(ends, key=lambda end: end < len(self.words) and not bare(self.before[end])):
            yield self._part(start, end, places)
        for short, first in whole.items():
            yield self._part(start, start + short, self._follow(start, first))

    def _part(self, start: int, end: int, places: tuple[int, ...]) -> Part:
        text = self.levelled[self.spans[start].start : self.spans[end - 1].end]
        return Part(start, end, places[: end - start], text)

    def _whole_part(self, first: int) -> int:
        """How many words the part of an utterance has that begins at the place; 0 where none does, or a longer one."""
        source = self.source
        if source.passage[first] == OUTSIDE or not (source.edge(first) or first in source.back_seams):
            return 0
        last = first + 1
        while last - first < self.least and not source.edge(last):
            last += 1
        return last - first if source.edge(last) else 0

    def _follow(self, start: int, first: int) -> tuple[int, ...]:
        """The words that stand together from there on."""
        places = [first]
        while start + len(places) < len(self.words) and self.steps < _MOST_STEPS:
            self.steps += 1
            place = self._next(start + len(places), places[-1] + 1)
            if place is None:
                break
            places.append(place)
        return tuple(places)

    def _next(self, index: int, at: int) -> int | None:
        """Where the next word of the quotation stands, side by side or behind an interruption."""
        source = self.source
        if at < len(source.words) and self._same(index, at) and bare(self.before[index]) == bare(source.before[at]):
            return at
        seam = source.seams.get(at)
        if seam and self._same(index, seam.place, True) and seam_agrees(self.before[index], seam.tail, seam.lead):
            return seam.place
        return None

    def _same(self, index: int, place: int, free_case: bool = False) -> bool:
        return is_same(self.source, self.words[index], place, free_case)


def in_order(parts: Sequence[Part]) -> bool:
    """Whether the parts stand in the source in the order of the quotation."""
    return all(one.last <= other.first for one, other in pairwise(parts))
