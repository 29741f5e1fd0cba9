"""Editor's words in brackets: for words of the source, or put in between them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.quoting.concordance import Concordance
from generator.quoting.patterns import Run
from generator.quoting.signs import bare, bracket_agrees, end_agrees, seam_agrees
from generator.quoting.trails import Cut, Trail

_MOST_REPLACED = 5  # words, twice as many characters


def bracket_before(put_in: str, trail: Trail) -> None:
    """A bracket before the first word: for the word before it where nothing divides them, else put in."""
    source, first = trail.source, trail.pieces[0]
    at = first.first - 1
    alone = at < 0 or bare(source.before[first.first]) or not _is_one_sentence(source, at, first.first + 1)
    start, end = (first.start, first.start) if alone else source.spans[at]
    trail.cuts.insert(0, Cut("replaced", start, end, put_in))


def bracket_between(put_in: str, run: Run, trail: Trail) -> Iterator[Trail]:
    """The trails to the first word of the run behind a bracket; the one that replaces fewest words comes first."""
    source = trail.source
    seam = source.seams.get(trail.at)
    bases = [(trail.at, source.before[trail.at], bracket_agrees)]
    if seam:
        bases.append((seam.place, seam.tail + seam.lead, _seam_agrees))
    for replaced in range(_MOST_REPLACED * (2 if source.unspaced else 1) + 1):
        for base, signs, agree in bases:
            after = base + replaced
            if after >= len(source.words) or not _is_one_sentence(source, base, after):
                continue
            if not agree(run.before[0], signs + (source.before[after] if replaced else "")):
                continue
            way = trail.copy()
            if base != trail.at:
                way.leap(base)
            way.at, way.broken = after, True
            if way.take(run.words[0], free_case=base != trail.at):
                here = way.pieces[-1].start
                start, end = (source.spans[base].start, source.spans[after - 1].end) if replaced else (here, here)
                way.cuts.append(Cut("replaced", start, end, put_in))
                yield way


def _seam_agrees(typed: str, source: str) -> bool:
    return seam_agrees(typed, source, "")


def bracket_behind(put_in: str, trail: Trail, before: str, after: str) -> bool:
    """A bracket behind the last word: for the next word where the same signs stand before it, else put in."""
    source, at = trail.source, trail.at
    alone = trail.over or not _is_one_sentence(source, at - 1, at + 1) or bare(before) != bare(source.before[at])
    end = trail.pieces[-1].end
    trail.cuts.append(Cut("replaced", *((end, end) if alone else source.spans[at]), put_in))
    return end_agrees(before + after, source.before[at]) if alone else end_agrees(after, source.before[at + 1])


def _is_one_sentence(source: Concordance, start: int, end: int) -> bool:
    """Whether words may be replaced: they stand in one sentence and in one part."""
    if end - start < 2:
        return True
    same_sentence = source.sentence[start] == source.sentence[end - 1]
    return same_sentence and len(set(source.passage[start:end])) == 1
