"""Where words may begin in a source: candidates, found without scanning it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.articles.levelling import LINE_HYPHEN
from generator.quoting.concordance import Concordance, forms
from generator.quoting.patterns import Affix


def find_starts(source: Concordance, words: Sequence[str | Affix]) -> Iterator[int]:
    """Where words may begin: each place from which the rarest pair of them stands at the right distance."""
    offset, places = _anchor(source, words)
    seen: set[int] = set()
    for place in places:
        if source.back_seams.keys().isdisjoint(range(place - offset + 1, place + 1)):
            starts = {place - offset} if offset <= place else set()  # nothing interrupts the words before
        else:
            starts = {place}
            for _ in range(offset):
                starts = {before for start in starts for before in _before(source, start)}
        yield from sorted(starts - seen)
        seen |= starts


def _before(source: Concordance, place: int) -> Iterator[int]:
    if place > 0:
        yield place - 1
    if place in source.back_seams:
        yield source.back_seams[place] - 1


def _anchor(source: Concordance, words: Sequence[str | Affix]) -> tuple[int, Sequence[int]]:
    """The rarest pair of neighbours, else the rarest word: how far it is from the start, and where it stands."""
    best: tuple[int, Sequence[int]] | None = None
    for offset, places in _pairs(source, words) if source.pairs is not None and len(words) > 1 else ():
        if best is None or len(places) < len(best[1]):
            best = (offset, places)
        if not places:
            return best
    if best is not None:
        return best
    for offset, word in enumerate(words):
        if isinstance(word, Affix):
            continue
        places = _places(source, word)
        if best is None or len(places) < len(best[1]):
            best = (offset, places)
            if len(places) < 2:
                break
    return best or (0, range(len(source.words)))


def _places(source: Concordance, word: str) -> Sequence[int]:
    if LINE_HYPHEN not in word:
        return source.singles.get(word.lower(), ())
    return sorted({place for form in forms(word) for place in source.singles.get(form, ())})


def _pairs(source: Concordance, words: Sequence[str | Affix]) -> Iterator[tuple[int, Sequence[int]]]:
    pairs = source.pairs or {}
    for offset, (one, other) in enumerate(pairwise(words)):
        if not isinstance(one, Affix) and not isinstance(other, Affix):
            found = [pairs.get((a, b), ()) for a in forms(one) for b in forms(other)]
            yield offset, found[0] if len(found) == 1 else sorted({place for some in found for place in some})


def is_same(source: Concordance, word: str | Affix, place: int, free_case: bool = False) -> bool:
    """Whether a word of the source is the one that is asked for; `free_case`: but for a capital at its start."""
    theirs = source.words[place]
    if isinstance(word, Affix):
        return word.replaces(theirs) is not None
    if word == theirs or (free_case and _same_but_for_capital(word, theirs)):
        return True
    if not source.hyphenated and LINE_HYPHEN not in word:
        return False
    pairs = [(one, other) for one in _cased_forms(word) for other in _cased_forms(theirs)]
    return any(one == other or (free_case and _same_but_for_capital(one, other)) for one, other in pairs)


def _same_but_for_capital(one: str, other: str) -> bool:
    return one[1:] == other[1:] and one[:1].lower() == other[:1].lower()


def _cased_forms(word: str) -> Sequence[str]:
    """A word hyphenated over a line end may be written with the hyphen and without."""
    if LINE_HYPHEN not in word:
        return (word,)
    return (word.replace(LINE_HYPHEN, ""), word.replace(LINE_HYPHEN, "-"))
