"""The words of a source that are nearest to a quotation that does not stand there: for hints, never for a verdict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from difflib import Match, SequenceMatcher
from itertools import islice, pairwise
from typing import NamedTuple

from generator.articles.levelling import LINE_HYPHEN, level
from generator.articles.words import words
from generator.quoting.concordance import Concordance
from generator.quoting.patterns import SIGN

_LONGEST = 200  # words of a quotation that are compared
_EARLIER = 3  # beginnings that are tried where it is another one
_SLACK = 8  # words by which the place may be off
_COMMON = 400  # a word that stands more often tells nothing


class Difference(NamedTuple):
    """Words of the quotation, the words that the source has in their place (either may be empty), the word before.

    `at` is where they stand in the levelled quotation; where they are missing, the word before which they are. `place`
    is the first of the source's words, counted from the beginning of those that come nearest.
    """

    typed: str
    source: str
    before: str
    at: int
    place: int


class Nearest(NamedTuple):
    """The words of the source that come nearest, as levelled text, and what differs: the first of it at `focus`."""

    words: str
    differences: tuple[Difference, ...]
    first: int
    last: int
    has_other_words_inside: bool  # one or two words of the quotation are others there; the rest is the same
    focus: int


def find_nearest_words(source: Concordance, text: str) -> Nearest | None:
    """Where most words of the text stand in one place, in order; None where fewer than half do."""
    typed, gaps, starts = _own_words(source, level(text).text)
    if not typed:
        return None
    start = _best_place(source, typed)
    if start is None:
        return None
    first, last = _window(source, start, len(typed))
    found = [_whole(word).lower() for word in source.words[first:last]]
    matcher = SequenceMatcher(None, [word.lower() for word in typed], found, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if sum(block.size for block in blocks) * 2 < len(typed):
        return None
    longest = max(blocks, key=lambda block: (block.size, -block.a))
    if (end := _reach(source, first + longest.b, last)) < first + blocks[-1].b + blocks[-1].size:
        last = end
        matcher = SequenceMatcher(None, [word.lower() for word in typed], found[: last - first], autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
    blocks = [*_near_blocks(source, blocks, first, gaps)]
    ends = min(last, first + blocks[-1].b + blocks[-1].size + len(typed) - blocks[-1].a - blocks[-1].size)
    ends = _within(source, first + blocks[-1].b + blocks[-1].size - 1, ends)
    begins, places, told = min(
        (_compare(source, typed, gaps, starts, place, ends) for place in _beginnings(source, typed[0], blocks, first)),
        key=lambda compared: _size(compared[2]),
    )
    inside = _has_other_words_inside(typed, [_whole(source.words[place]) for place in places])
    sign = "" if told else source.before[ends].split(" ")[0].replace('"', "")  # the sign is what differs
    focus = len(_said(source, places[: told[0].place])) if told else 0
    return Nearest(_said(source, places) + sign, told, begins, ends, inside, focus)


Compared = tuple[int, tuple[int, ...], tuple[Difference, ...]]


def _compare(
    source: Concordance, typed: Sequence[str], gaps: Set[int], starts: Sequence[int], begins: int, ends: int
) -> Compared:
    """What differs from the words of the source between two places, past the reporter's clauses where that is less."""
    spoken, whole = _spoken(source, begins, ends), tuple(range(begins, ends))
    told = {
        places: tuple(_differences(typed, gaps, source, places, starts))
        or tuple(_differences(typed, set(), source, places, starts))
        for places in (spoken, whole)
    }
    places = min(told, key=lambda places: _size(told[places]))
    return begins, places, told[places]


def _size(told: Sequence[Difference]) -> int:
    return sum(len(one.typed) + len(one.source) for one in told)


def _near_blocks(source: Concordance, blocks: Sequence[Match], first: int, gaps: Set[int]) -> Sequence[Match]:
    """The words that are the same, without a few at the ends that stand too far from the most of them to be meant."""
    kept, most = list(blocks), max(blocks, key=lambda block: block.size)
    while kept[-1] != most and _is_loose(source, kept[-2], kept[-1], kept[-1].size, first, gaps):
        kept.pop()
    while len(kept) > 1 and _is_loose(source, kept[0], kept[1], kept[0].size, first, gaps):
        kept.pop(0)
    return kept


def _beginnings(source: Concordance, word: str, blocks: Sequence[Match], first: int) -> Sequence[int]:
    """Where the words may begin that are nearest, the likeliest first: also where the first word stands once more."""
    one, most = blocks[0], max(blocks, key=lambda block: block.size)
    earliest = first + max(0, one.b - one.a)
    places = [min(max(first, earliest - more), first + one.b) for more in range(_EARLIER if one.a else 1)]
    later = range(first + most.b - 1, earliest, -1)
    again = (place for place in later if _whole(source.words[place]).lower() == word.lower())
    return [*places, *islice(again, _EARLIER)]


def _is_loose(source: Concordance, one: Match, other: Match, size: int, first: int, gaps: Set[int]) -> bool:
    if any(one.a + one.size <= gap <= other.a for gap in gaps):
        return False
    between = len(_spoken(source, first + one.b + one.size - 1, first + other.b + 1)) - 2  # and the words beside it
    return between - (other.a - one.a - one.size) > size + 2


def _window(source: Concordance, start: int, count: int) -> tuple[int, int]:
    """Where the words may be that begin near a place, the parts of the utterance before and behind included."""
    until = start + count + _SLACK
    first, last = start - count // 2 - 3, until + count
    before = [end for place, end in source.back_seams.items() if max(0, first) <= place < until]
    behind = [seam.place for end, seam in source.seams.items() if start <= end < until]
    first, last = min([first, *(end - count for end in before)]), max([last, *(place + count for place in behind)])
    return max(0, first), min(len(source.words), last)


def _own_words(source: Concordance, levelled: str) -> tuple[list[str], set[int], list[int]]:
    """The words of a quotation without what its editor put in, before which something may be left out, their starts."""
    signs = [sign for sign in SIGN.finditer(levelled) if sign.group() not in source.levelled.text]
    typed: list[str] = []
    gaps: set[int] = set()
    starts: list[int] = []
    at = 0
    for start, end in (*(sign.span() for sign in signs), (len(levelled), len(levelled))):
        own = words(levelled[at:start])
        typed += [_whole(levelled[at + one : at + other]) for one, other in own]
        starts += [at + one for one, _ in own]
        gaps.add(len(typed))
        at = end
    return typed[:_LONGEST], gaps - {len(typed)}, starts[:_LONGEST]


def _whole(text: str) -> str:
    """Words without the sign for a hyphen at the end of a line."""
    return text.replace(LINE_HYPHEN, "")


def _spoken(source: Concordance, first: int, last: int) -> tuple[int, ...]:
    """The words from one to another as they are said, past the reporter's clauses that interrupt."""
    places: list[int] = []
    at = first
    while at < last:
        seam = source.seams.get(at)
        if seam and places and at < seam.place < last:
            at = seam.place
        places.append(at)
        at += 1
    return tuple(places)


def _said(source: Concordance, places: Sequence[int]) -> str:
    """Words of the source, … where something stands between them, without the mark that opens a paragraph anew."""
    if not places:
        return ""
    begins = [0, *(index for index in range(1, len(places)) if _begins_anew(source, *places[index - 1 : index + 1]))]
    said = ""
    for one, other in pairwise([*begins, len(places)]):
        if said:
            goes_on = places[one] == places[one - 1] + 1
            said += source.before[places[one]].replace('"', "").strip() + " " if goes_on else " … "
        said += source.said(places[one], places[other - 1] + 1)
    return _whole(said)


def _begins_anew(source: Concordance, one: int, other: int) -> bool:
    """Whether something stands between two words, or a paragraph ends there while the same quotation goes on."""
    is_far = other != one + 1
    return is_far or (source.paragraph[one] != source.paragraph[other] and source.before[other].count('"') == 1)


def _has_other_words_inside(typed: Sequence[str], found: Sequence[str]) -> bool:
    """Whether nothing but one or two words inside the quotation is not that of the source."""
    codes = SequenceMatcher(None, typed, found, autojunk=False).get_opcodes()
    changed = [code for code in codes if code[0] != "equal"]
    other = [b - a for _, a, b, _, _ in changed if b > a]
    inside = all(a > 0 and b < len(typed) for _, a, b, _, _ in changed)
    return bool(other) and inside and sum(other) <= 2 and sum(d - c for *_, c, d in changed) <= 3


def _within(source: Concordance, inside: int, end: int) -> int:
    """The end, not beyond the paragraph of a word inside."""
    while end > inside + 1 and source.paragraph[end - 1] != source.paragraph[inside]:
        end -= 1
    return end


def _reach(source: Concordance, place: int, last: int) -> int:
    """How far a quotation may go on from a place: to the end of its paragraph, or of its utterance."""
    end = place + 1
    while end < last and (
        source.paragraph[end] == source.paragraph[end - 1] or source.utterance[end] == source.utterance[place]
    ):
        end += 1
    return end


def _best_place(source: Concordance, typed: Sequence[str]) -> int | None:
    """Where the quotation would begin if most of its words stood at the same distance."""
    votes: defaultdict[int, int] = defaultdict(int)  # a bit for each word, so that none counts twice
    for index, word in enumerate(typed):
        places = source.singles.get(word.lower(), ())
        if len(places) <= _COMMON:
            for place in places:
                votes[(place - index) // 4] |= 1 << index
    if not votes:
        return None
    near = {
        at: (own | votes.get(at + 1, 0)).bit_count() + (own | votes.get(at + 1, 0) | votes.get(at - 1, 0)).bit_count()
        for at, own in votes.items()
    }
    best = min(near, key=lambda at: (-near[at], at))
    return best * 4


def _differences(
    typed: Sequence[str], gaps: Set[int], source: Concordance, places: Sequence[int], starts: Sequence[int]
) -> Iterator[Difference]:
    """What differs; what the source has where the editor put a sign (`gaps`) does not."""
    found = [_whole(source.words[place]) for place in places]
    if found and typed[0].lower() == found[0].lower():  # the first letter is free
        typed = [found[0], *typed[1:]]
    matcher = SequenceMatcher(None, typed, found, autojunk=False)
    glue = "" if source.unspaced else " "
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal" and not (kind == "insert" and a in gaps):
            before = found[c - 1] if c else ""
            at = starts[min(a, len(starts) - 1)]
            yield Difference(glue.join(typed[a:b]), _said(source, places[c:d]) if c < d else "", before, at, c)
