"""How a quotation stands in its source: all its places over all tiers, the best of them first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from generator.articles.levelling import level_space
from generator.articles.voices import OUTSIDE
from generator.articles.words import is_between
from generator.quoting.citations import TIERS, Tier
from generator.quoting.concordance import Concordance
from generator.quoting.matching import find_places
from generator.quoting.numbers import inside_number
from generator.quoting.patterns import Pattern, least, read_patterns
from generator.quoting.trails import Cut, Piece, Place

Where = Literal["inside", "outside", "crossing", "several"]
Region = tuple[str, int]


class Standing(NamedTuple):
    """One way in which a quotation stands in its source, and in which tier it does."""

    place: Place
    tier: Tier
    where: Where
    put_in: tuple[str, ...] = ()

    @property
    def rank(self) -> int:
        """The number of its tier."""
        return TIERS.index(self.tier)


def find_standings(source: Concordance, text: str, anywhere: bool = False) -> list[Standing]:
    """Every way in which a text stands in the source; `anywhere`: quotation marks and speakers do not matter.

    Where the words stand only across quotation marks, these places are given.
    """
    patterns = [pattern for pattern in read_patterns(text, source.levelled.text) if pattern.enough_words]
    found = [standing for pattern in patterns for standing in _find(source, text, pattern, anywhere)]
    if not found and (place := _find_spaced(source, text)):
        found = [Standing(place, "exact", where_of(source, place))]
    if not found and not anywhere:
        found = [standing for pattern in patterns for standing in _find(source, text, pattern, anywhere, True)]
        found = [standing for standing in found if standing.where in ("crossing", "several")]
    return _once(found)


def _once(found: Sequence[Standing]) -> list[Standing]:
    """Each place once, in its best tier."""
    best: dict[tuple[Piece, ...], Standing] = {}
    for standing in found:
        other = best.get(standing.place.pieces)
        if other is None or standing.rank < other.rank:
            best[standing.place.pieces] = standing
    return list(best.values())


def _find(
    source: Concordance, text: str, pattern: Pattern, anywhere: bool, across_marks: bool = False
) -> Iterator[Standing]:
    several = len(pattern.segments) > 1
    regions = _regions_of_evidence if anywhere else _regions_of_quote
    places = _elided(source, pattern, regions) if several else find_places(source, pattern.segments[0], across_marks)
    put_in = tuple(text for segment in pattern.segments for text in segment.brackets)
    for place in places:
        where = where_of(source, place)
        yield Standing(place, _tier(source, text, place, several, bool(put_in)), where, put_in)


def where_of(source: Concordance, place: Place) -> Where:
    """Whether a place is inside the quotation marks of one utterance, outside of all, or neither."""
    utterances = set(place.each(source.utterance))
    if utterances == {OUTSIDE}:
        return "outside"
    if OUTSIDE in utterances:
        return "crossing"
    return "inside" if len(utterances) == 1 else "several"


# --- tiers -----------------------------------------------------------------------------------------


def _tier(source: Concordance, text: str, place: Place, several: bool, has_brackets: bool) -> Tier:
    if has_brackets:
        return "bracketed"
    if several:
        return "elided"
    if place.cuts:
        return "joined"
    if place.edge:
        return "edge"
    piece = place.pieces[0]
    start, end = source.levelled.span(piece.start, piece.end)
    return "exact" if _folded(source.article.text[start:end]) == _folded(_trimmed(text)) else "typography"


_SPACES = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")  # no-break and thin spaces are typography
_ELLIPSIS = r"(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.)"
_AT_EDGE = re.compile(rf"\A\s*{_ELLIPSIS}\s*|\s*{_ELLIPSIS}\s*\Z")


def _folded(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _trimmed(text: str) -> str:
    """The text without an ellipsis at its very start or end."""
    return _AT_EDGE.sub("", text)


def _find_spaced(source: Concordance, text: str) -> Place | None:
    """The text as it stands but for white space, between words: for what levelling alone reads otherwise."""
    wanted = level_space(text).text.strip()
    spaced, at = source.spaced, -1
    while wanted and (at := spaced.text.find(wanted, at + 1)) >= 0:
        stored = spaced.span(at, at + len(wanted))
        origin = source.levelled.starts
        start, end = bisect_left(origin, stored.start), bisect_left(origin, stored.end)
        if is_between(source.spans, start) and is_between(source.spans, end):
            first, last = source.place_of(stored.start), source.place_of(stored.end)
            return Place((Piece(first, last, start, end),)) if first < last else None
    return None


# --- words left out --------------------------------------------------------------------------------


def _regions_of_quote(source: Concordance, place: Place) -> Sequence[Region]:
    """Where a part may have its neighbours: in its utterance; outside of marks, in its paragraph."""
    utterances = set(place.each(source.utterance))
    if len(utterances) > 1:
        return ()
    (utterance,) = utterances
    return [("utterance", utterance)] if utterance != OUTSIDE else _paragraph(source, place, "outside")


def _regions_of_evidence(source: Concordance, place: Place) -> Sequence[Region]:
    utterances = set(place.each(source.utterance))
    paragraph = _paragraph(source, place, "paragraph")
    if len(utterances) > 1 or OUTSIDE in utterances:
        return paragraph
    (utterance,) = utterances
    return [("utterance", utterance), *paragraph]


def _paragraph(source: Concordance, place: Place, name: str) -> Sequence[Region]:
    paragraphs = set(place.each(source.paragraph))
    return [(name, paragraph) for paragraph in paragraphs] if len(paragraphs) == 1 else ()


def _elided(
    source: Concordance, pattern: Pattern, regions: Callable[[Concordance, Place], Sequence[Region]]
) -> Iterator[Place]:
    """Parts in order within one region, each as near behind the one before as it stands."""
    if any(segment.run_words < least(pattern.text) for segment in pattern.segments):
        return
    last = len(pattern.segments) - 1
    tables = []
    for index, segment in enumerate(pattern.segments):
        table: dict[Region, list[Place]] = defaultdict(list)
        for place in find_places(source, segment, is_first=index == 0):
            if not _stops_inside_number(source, place, index > 0, index < last):
                for region in regions(source, place):
                    table[region].append(place)
        tables.append(table)
    for region, firsts in tables[0].items():
        for first in firsts:
            chain = [first]
            for table in tables[1:]:
                later = table.get(region, [])
                index = bisect_left(later, chain[-1].last, key=lambda place: place.first)
                if index == len(later):
                    break
                chain.append(later[index])
            else:
                yield _chained(source, chain)


def _stops_inside_number(source: Concordance, place: Place, at_start: bool, at_end: bool) -> bool:
    words = source.words
    cuts = [place.first] if at_start else []
    cuts += [place.last] if at_end else []
    return any(
        0 < cut < len(words) and not source.before[cut].strip() and inside_number(words[cut - 1], words[cut])
        for cut in cuts
    )


def _chained(source: Concordance, chain: Sequence[Place]) -> Place:
    pieces = list(chain[0].pieces)
    cuts = list(chain[0].cuts)
    for place in chain[1:]:
        cuts += _omitted(source, pieces[-1], place.pieces[0])
        pieces += place.pieces
        cuts += place.cuts
    return Place(tuple(pieces), tuple(cuts), any(place.edge for place in chain))


def _omitted(source: Concordance, before: Piece, after: Piece) -> Iterator[Cut]:
    """What stands between two parts; an attribution that interrupts is told apart from the words left out."""
    at, end, search = before.last, before.end, before.last
    while True:
        ahead = range(search, after.first + 1)
        seam_at = next((place for place in ahead if place in source.seams), None)
        if seam_at is None:
            break
        goes_on = source.seams[seam_at].place
        if goes_on > after.first:
            break
        if seam_at > at:
            end = source.spans[seam_at - 1].end
            yield Cut("omitted", source.spans[at].start, end)
        yield Cut("joined", end, source.spans[goes_on].start)
        at, search = goes_on, goes_on + 1
    if at < after.first:
        yield Cut("omitted", source.spans[at].start, source.spans[after.first - 1].end)
