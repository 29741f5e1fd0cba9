"""A trail through a source: the places of a quotation, and the way in which they are found word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeVar

from generator.quoting.anchors import is_same
from generator.quoting.concordance import Concordance
from generator.quoting.patterns import Affix, Run

Value = TypeVar("Value")


class Cut(NamedTuple):
    """Something that the quotation leaves out or replaces, in the levelled text; `letters`: a part of one word."""

    kind: Literal["joined", "omitted", "replaced"]
    start: int
    end: int
    by: str = ""
    letters: bool = False


class Piece(NamedTuple):
    """An unbroken run of the source: its words `first:last`, and its characters `start:end` of the levelled text."""

    first: int
    last: int
    start: int
    end: int


class Place(NamedTuple):
    """One place where a quotation stands. `edge`: its last sign or its first capital differ."""

    pieces: tuple[Piece, ...]
    cuts: tuple[Cut, ...] = ()
    edge: bool = False

    @property
    def first(self) -> int:
        """Its first word in the source."""
        return self.pieces[0].first

    @property
    def last(self) -> int:
        """The word behind its last."""
        return self.pieces[-1].last

    def places(self) -> Iterator[int]:
        """The words of the source that it claims."""
        for piece in self.pieces:
            yield from range(piece.first, piece.last)

    def each(self, of_words: Sequence[Value]) -> list[Value]:
        """Of what is told of each word of the source that of these words."""
        return [value for piece in self.pieces for value in of_words[piece.first : piece.last]]


@dataclass(slots=True)
class Trail:
    """How far the words of a quotation were followed: `at` is the next word of the source."""

    source: Concordance
    at: int
    pieces: list[Piece] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    edge: bool = False
    broken: bool = True  # the next word begins a piece

    def copy(self) -> Trail:
        """A trail of its own, to try one way on."""
        return Trail(self.source, self.at, list(self.pieces), list(self.cuts), self.edge, self.broken)

    def place(self) -> Place:
        """The place that was found."""
        return Place(tuple(self.pieces), tuple(self.cuts), self.edge)

    @property
    def over(self) -> bool:
        """Whether the source ends here."""
        return self.at >= len(self.source.words)

    def take(self, word: str | Affix, free_case: bool = False) -> bool:
        """Go on by one word of the source, if it is the one that is asked for."""
        if self.over or not is_same(self.source, word, self.at, free_case):
            return False
        start, end = self.source.spans[self.at]
        if isinstance(word, Affix):
            self._take_affix(word, start, end)
        else:
            self._extend(start, end)
            self.edge |= word[:1] != self.source.words[self.at][:1]
        self.at += 1
        return True

    def take_stretch(self, run: Run, first: int) -> int:
        """Go on by all words of a run from one on, or by those before the next interruption, if they are the source's.

        How many words were taken; none where they differ, even in one.
        """
        if self.broken:
            return 0
        source, at = self.source, self.at
        end = min(at + len(run.words) - first, source.next_seam(at))
        last = first + end - at
        if source.words[at:end] != run.words[first:last] or source.before[at:end] != run.before[first:last]:
            return 0
        if at < end:
            self._lengthen(end, source.spans[end - 1].end)
            self.at = end
        return end - at

    def _take_affix(self, word: Affix, start: int, end: int) -> None:
        replaced = len(word.replaces(self.source.words[self.at]) or "")
        if word.at_start:
            self.cuts.append(Cut("replaced", start, start + replaced, word.put_in, letters=True))
            self.broken = True
            self._extend(start + replaced, end)
        else:
            self.cuts.append(Cut("replaced", end - replaced, end, word.put_in, letters=True))
            self._extend(start, end - replaced)
            self.broken = True

    def _extend(self, start: int, end: int) -> None:
        if self.broken:
            self.pieces.append(Piece(self.at, self.at + 1, start, end))
        else:
            self._lengthen(self.at + 1, end)
        self.broken = False

    def _lengthen(self, last: int, end: int) -> None:
        piece = self.pieces[-1]
        self.pieces[-1] = Piece(piece.first, last, piece.start, end)

    def leap(self, place: int) -> None:
        """Go on at another word: an interruption is left out."""
        behind = self.pieces[-1].end
        self.cuts.append(Cut("joined", behind, self.source.spans[place].start))
        self.at, self.broken = place, True

    def widen(self, before: int = 0, behind: int = 0) -> None:
        """Signs beside the words belong to the quotation as well: so many before the first, or behind the last."""
        if before:
            self.pieces[0] = self.pieces[0]._replace(start=self.pieces[0].start - before)
        if behind:
            self._lengthen(self.pieces[-1].last, self.pieces[-1].end + behind)
