"""A quotation as typed: the words that must stand in the source, and where something was left out or put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from generator.articles.levelling import level
from generator.articles.words import is_unspaced, word_count, words

#: More signs than this in one quotation are read as they stand.
_MOST_SIGNS = 40
#: Of so many signs that the source has as well, each may be the source's or the editor's.
_MOST_READINGS = 4


class Affix(NamedTuple):
    """A word with letters in brackets at its start (`[W]e`) or its end (`talk[s]`)."""

    put_in: str
    letters: str
    at_start: bool

    def replaces(self, word: str) -> str | None:
        """The letters of the word that the brackets replace; None where the others are not those of the word."""
        if not (word.endswith(self.letters) if self.at_start else word.startswith(self.letters)):
            return None
        rest = word.removesuffix(self.letters) if self.at_start else word.removeprefix(self.letters)
        most = _MOST_LETTERS if self.at_start else 5
        fits = len(rest) <= len(self.letters) and len(self.put_in) <= most
        return rest if fits or rest.lower() == self.put_in.lower() else None


class Run(NamedTuple):
    """Words that stand side by side; `before[n]` are the signs before word n."""

    words: Sequence[str | Affix]
    before: Sequence[str]


class Bracket(NamedTuple):
    """Words of the editor between two runs: for some words of the source, or put in. `before` are the signs there."""

    put_in: str
    before: str = ""


class Segment(NamedTuple):
    """What stands between two ellipses: runs with brackets between them. `after` are its last signs."""

    items: Sequence[Run | Bracket]
    after: str
    text: str  # as typed
    run_words: int  # how many words of the source it claims
    brackets: Sequence[str]  # what the editor put in


class Pattern(NamedTuple):
    """One reading of a quotation: segments with an ellipsis between each two."""

    text: str  # levelled
    segments: Sequence[Segment]

    @property
    def enough_words(self) -> bool:
        """Whether brackets leave at least three words, and at least half of the words."""
        put_in = [text for segment in self.segments for text in segment.brackets if text.lower() != "sic"]
        if not any(segment.brackets for segment in self.segments):
            return True
        own = sum(segment.run_words for segment in self.segments)
        return own >= least(self.text) and own >= sum(map(word_count, put_in))


def least(text: str) -> int:
    """How many words are enough to stand for themselves: three, or six characters in scripts without spaces."""
    return 6 if is_unspaced(text) else 3


def read_patterns(text: str, source: str) -> Iterator[Pattern]:
    """The readings of a typed text, the most literal first.

    Brackets and ellipses that the levelled source has as well are read as the source's, and as the editor's.
    """
    levelled = level(text).text.strip()
    signs = list(SIGN.finditer(levelled))
    if len(signs) > _MOST_SIGNS:
        signs = []
    both = [_core(sign) in source for sign in signs]
    if sum(both) > _MOST_READINGS:
        readings: Iterator[tuple[bool, ...]] = iter([tuple(both), (False,) * len(both)])
    else:
        readings = product(*([True, False] if known else [False] for known in both))
    for literal in readings:
        chosen = [sign for sign, keep in zip(signs, literal, strict=True) if not keep]
        if pattern := _read(levelled, chosen):
            yield pattern


def parts_of(text: str, source: str) -> Sequence[Segment]:
    """The parts between the ellipses that an editor has put into a quotation; one where there are none."""
    return max((pattern.segments for pattern in read_patterns(text, source)), key=len, default=())


#: An ellipsis, or what stands in square brackets: what an editor puts in or leaves out.
SIGN = re.compile(r"\[\s*…\s*\]|\(\s*…\s*\)|\[[^\[\]]{0,200}\]|…")


def _core(sign: re.Match[str]) -> str:
    return sign.group()


def _is_ellipsis(sign: re.Match[str]) -> bool:
    return "…" in sign.group() and not any(letter.isalnum() for letter in sign.group())


def _read(text: str, signs: Sequence[re.Match[str]]) -> Pattern | None:
    segments = []
    at, brackets = 0, []
    for sign in [*signs, None]:
        if sign is not None and not _is_ellipsis(sign):
            brackets.append(sign)
            continue
        end = sign.start() if sign else len(text)
        if any(letter.isalnum() for letter in text[at:end]):
            segment = _segment(text, at, end, brackets)
            if segment is None:
                return None
            segments.append(segment)
        at, brackets = (sign.end() if sign else end), []
    return Pattern(text, segments) if segments else None


def _segment(text: str, start: int, end: int, brackets: Sequence[re.Match[str]]) -> Segment | None:
    reading = _Segment()
    at = start
    for bracket in brackets:
        put_in = bracket.group()[1:-1].strip()
        reading.literal(text[at : bracket.start()])
        at = bracket.end()
        glued_before = bracket.start() > start and _is_letter(text[bracket.start() - 1])
        elided = len(put_in) <= _MOST_LETTERS and _ELIDED.match(text, at, end) is not None
        glued_after = at < end and (_is_letter(text[at]) or elided)
        if _LETTERS.fullmatch(put_in) and glued_before != glued_after and not is_unspaced(put_in):
            if not reading.affix(put_in, at_start=glued_after):
                return None
        elif glued_before or glued_after:
            if not is_unspaced(text[max(0, bracket.start() - 1) : at + 1]):
                return None
            reading.bracket(put_in)
        else:
            reading.bracket(put_in)
    reading.literal(text[at:end])
    return reading.finished(text[start:end])


_MOST_LETTERS = 3
_ELIDED = re.compile(r"['’\"](?=[^\W\d_])")  # [C]'est, [i]'ve: the apostrophe belongs to the word
_LETTERS = re.compile(r"['’]?[^\W_]+(?:['’][^\W_]+)?")


def _is_letter(letter: str) -> bool:
    return letter.isalnum()


class _Segment:
    """A segment while it is read."""

    def __init__(self) -> None:
        self.items: list[Run | Bracket] = []
        self.words: list[str | Affix] = []
        self.before: list[str] = []
        self.signs = ""
        self.to_come: str | None = None  # letters in brackets at the start of the next word
        self.held = ""  # the signs before them
        self.affixes: list[str] = []

    def literal(self, text: str) -> None:
        at = 0
        if self.to_come is not None and _ELIDED.match(text):
            (start, end), *_ = words(text[1:])
            self.add(Affix(self.to_come, "'" + text[1 : end + 1], at_start=True), self.held)
            self.to_come, text = None, text[end + 1 :]
        spans = words(text)
        if self.to_come is None and spans:  # nothing in brackets stands before: the words as they are
            starts, ends = zip(*spans, strict=True)
            self.words += [text[start:end] for start, end in spans]
            self.before.append(self.signs + text[: starts[0]])
            self.before += map(text.__getitem__, map(slice, ends, starts[1:]))
            self.signs = text[ends[-1] :]
            return
        for start, end in spans:
            self.signs += text[at:start]
            word = text[start:end]
            if self.to_come is not None and not self.signs.strip():
                self.add(Affix(self.to_come, word, at_start=True), self.held)
            else:
                self.add(word, self.signs)
            self.to_come, self.signs, at = None, "", end
        self.signs += text[at:]

    def add(self, word: str | Affix, before: str) -> None:
        self.words.append(word)
        self.before.append(before)

    def affix(self, put_in: str, at_start: bool) -> bool:
        self.affixes.append(put_in)
        if at_start:
            self.to_come, self.held, self.signs = put_in, self.signs, ""
            return True
        if not self.words or self.signs or not isinstance(self.words[-1], str):
            return False
        self.words[-1] = Affix(put_in, self.words[-1], at_start=False)
        return True

    def bracket(self, put_in: str) -> None:
        self._close_run()
        self.items.append(Bracket(put_in, self.signs))

    def _close_run(self) -> None:
        if self.words:
            self.items.append(Run(self.words, self.before))
            self.words, self.before = [], []

    def finished(self, text: str) -> Segment | None:
        self._close_run()
        if not any(isinstance(item, Run) for item in self.items):
            return None
        last = self.items[-1]
        before = len(last.before) if isinstance(last, Bracket) else 0
        runs = [item for item in self.items if isinstance(item, Run)]
        put_in = [item.put_in for item in self.items if isinstance(item, Bracket)] + self.affixes
        return Segment(self.items, self.signs[before:], text.strip(), sum(len(run.words) for run in runs), put_in)
