"""Which of several places is meant, and who speaks there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from generator.quoting.attributed import Known, agrees
from generator.quoting.claims import Claim
from generator.quoting.concordance import Concordance
from generator.quoting.standing import Standing, find_standings


def choose(source: Concordance, claim: Claim, standings: Sequence[Standing], known: Known) -> Standing:
    """The place that is meant: beside `near`, inside marks, no headline, by that speaker, whole, in the best tier."""
    if len(standings) == 1:
        return standings[0]
    near = find_near(source, claim.near)

    def order(standing: Standing) -> tuple[object, ...]:
        place = standing.place
        distance = min((_distance(place.first, place.last, *span) for span in near), default=0)
        if claim.kind == "evidence":
            return (standing.rank, place.first)
        told = speaker_at(source, standing)
        agreeing = told is None or claim.speaker is None or agrees(claim.speaker, told, known)
        partial = not _is_all(source, standing)
        heads = is_in_heading(source, place.first)  # who speaks there is told where it is quoted again
        return (distance, standing.where != "inside", heads, not agreeing, partial, standing.rank, place.first)

    return min(standings, key=order)


def find_near(source: Concordance, near: str | None) -> Sequence[tuple[int, int]]:
    """Where the words of `near` stand: the first word and the one behind the last."""
    if not near:
        return ()
    return [(standing.place.first, standing.place.last) for standing in find_standings(source, near, anywhere=True)]


def _distance(first: int, last: int, other_first: int, other_last: int) -> int:
    return max(0, other_first - last, first - other_last)


def is_in_heading(source: Concordance, word: int) -> bool:
    """Whether a word stands in the headline, the standfirst or a crosshead."""
    paragraphs = source.article.paragraphs
    start, _ = source.stored(word, word + 1)
    at = bisect_right(paragraphs, start, key=lambda paragraph: paragraph.span.start) - 1
    return at >= 0 and paragraphs[at].kind != "body"


def _is_all(source: Concordance, standing: Standing) -> bool:
    """Whether the place begins where a passage begins and ends where one ends."""
    return source.edge(standing.place.first) and source.edge(standing.place.last)


def speaker_at(source: Concordance, standing: Standing, certain: bool = False) -> str | None:
    """Who speaks there, as far as the text tells, or tells for certain."""
    voices = (source.voice_at(piece.first) for piece in standing.place.pieces)
    return next((voice.speaker for voice in voices if voice and voice.speaker and (voice.certain or not certain)), None)
