"""Where the words of a quotation stand in a source text, and in what way: every place, no verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal

from generator.quoting.anchors import find_starts, is_same
from generator.quoting.concordance import Concordance
from generator.quoting.insertions import bracket_before, bracket_behind, bracket_between
from generator.quoting.patterns import Affix, Bracket, Run, Segment
from generator.quoting.signs import PAUSES, bare, end_agrees, mark_agrees, seam_agrees
from generator.quoting.trails import Place, Trail

#: More places than this of the same words are not looked at.
_MOST_PLACES = 500
#: How often two ways are tried; a text that wants more repeats itself without end.
_MOST_FORKS = 100

Way = Literal["on", "leap", "mark"]


def find_places(
    source: Concordance, segment: Segment, across_marks: bool = False, is_first: bool = True
) -> Sequence[Place]:
    """The places of one segment, in the order of the text; the first of a quotation may begin with signs.

    `across_marks`: also where the quotation leaves out the marks between what is quoted and what is not.
    """
    walk = _Walk(source, segment, across_marks, is_first)
    places = {place.pieces: place for place in islice(walk.places(), _MOST_PLACES)}
    return sorted(places.values(), key=lambda place: place.pieces)


class _Walk:
    """Walks through the source word by word along one segment."""

    def __init__(self, source: Concordance, segment: Segment, across_marks: bool, is_first: bool) -> None:
        self.source = source
        self.segment = segment
        self.across_marks = across_marks
        self.is_first = is_first
        self.forks = 0

    def places(self) -> Iterator[Place]:
        leading: list[str] = []
        for index, item in enumerate(self.segment.items):
            if isinstance(item, Bracket):
                leading.insert(0, item.put_in)
                continue
            for start in find_starts(self.source, item.words):
                trail = self._begin(item, start, has_bracket=bool(leading))
                found = trail and self._go_on(self.segment.items[index + 1 :], trail)
                if found:
                    for put_in in leading:
                        bracket_before(put_in, found)
                    yield found.place()
            return

    def _begin(self, run: Run, start: int, has_bracket: bool) -> Trail | None:
        """The first run from its first word on, with the signs before it."""
        trail = Trail(self.source, start)
        if start < 0 or not trail.take(run.words[0], free_case=True):
            return None
        lead, source = run.before[0].strip(), self.source.before[start]
        if not self.is_first or has_bracket:
            lead = lead.lstrip(PAUSES + " ")
        if not bare(source).endswith(bare(lead)):
            return None
        if source.endswith(lead):
            trail.widen(before=len(lead))
        return self._follow(run, trail)

    def _go_on(self, items: Sequence[Run | Bracket], trail: Trail) -> Trail | None:
        """The way to the end; at a bracket the one that replaces fewest words."""
        if not items:
            return trail if self._finish(trail) else None
        brackets = _leading_brackets(items)
        put_in = " ".join(item.put_in for item in brackets)
        rest = items[len(brackets) :]
        if not rest:
            return trail if bracket_behind(put_in, trail, brackets[0].before, self.segment.after) else None
        run = rest[0]
        assert isinstance(run, Run)
        for way in bracket_between(put_in, run, trail):
            if (followed := self._follow(run, way)) and (ended := self._go_on(rest[1:], followed)):
                return ended
        return None

    def _follow(self, run: Run, trail: Trail, first: int = 1) -> Trail | None:
        """Take the other words of a run; where two ways go on, the first that leads to its end."""
        index, alike = first, True
        while index < len(run.words):
            if alike and (taken := trail.take_stretch(run, index)):
                index += taken
                continue
            word, typed = run.words[index], run.before[index]
            ways = self._ways(trail, word, typed)
            if not ways:
                return None
            index += 1
            if len(ways) > 1 and self.forks < _MOST_FORKS:
                self.forks += 1
                branches = (self._gone(way, trail.copy(), word, typed) for way in ways)
                return next(filter(None, (self._follow(run, branch, index) for branch in branches)), None)
            self._gone(ways[0], trail, word, typed)
            alike = ways[0] != "on"
        return trail

    def _ways(self, trail: Trail, word: str | Affix, typed: str) -> Sequence[Way]:
        """How the next word is found: side by side, behind an interruption, behind a mark that is not typed."""
        source, at = self.source, trail.at
        if source.before[at] == typed and not trail.over and is_same(source, word, at):
            return ("on",)
        ways: list[Way] = []
        seam = source.seams.get(at)
        if seam and seam_agrees(typed, seam.tail, seam.lead) and is_same(source, word, seam.place, free_case=True):
            ways.append("leap")
        is_mark = self.across_marks and not trail.over and (source.edge(at) or '"' in source.before[at])
        if is_mark and mark_agrees(typed, source.before[at]) and is_same(source, word, at, free_case=True):
            ways.append("mark")
        return ways

    def _gone(self, way: Way, trail: Trail, word: str | Affix, typed: str) -> Trail:
        seam = self.source.seams.get(trail.at)
        if way == "leap" and seam:
            trail.widen(behind=_shared(typed, seam.tail))
            trail.leap(seam.place)
        trail.take(word, free_case=way != "on")
        return trail

    def _finish(self, trail: Trail) -> bool:
        """The signs behind the last word."""
        typed, source = self.segment.after.rstrip(), self.source.before[trail.at]
        if source.startswith(typed):
            trail.widen(behind=len(typed))
            return True
        trail.edge = True
        if self.across_marks and self.source.edge(trail.at):
            return mark_agrees(typed, source.partition(" ")[0])
        return end_agrees(typed, source)


def _leading_brackets(items: Sequence[Run | Bracket]) -> Sequence[Bracket]:
    found: list[Bracket] = []
    for item in items:
        if not isinstance(item, Bracket):
            break
        found.append(item)
    return found


def _shared(typed: str, tail: str) -> int:
    """How many of the last signs of a part the quotation has as well."""
    count = 0
    while count < min(len(typed), len(tail)) and typed[count] == tail[count] and typed[count] not in ' "':
        count += 1
    return count
