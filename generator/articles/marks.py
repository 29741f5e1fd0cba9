"""Quotation marks: which ones open, which close, and what stands between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.articles.article import Paragraph
from generator.articles.paragraphs import trim
from generator.mark_roles import Group, Sign
from generator.spans import Span

_DEPTH = 6


class Quoted(NamedTuple):
    """Words between marks: one part for each paragraph, marks left out; `closing` is empty where none stands."""

    parts: tuple[Span, ...]
    opening: Span
    closing: Span
    nested: tuple[Span, ...]


def find_quoted(text: str, paragraphs: Sequence[Paragraph], signs: Sequence[Sign]) -> tuple[Quoted, ...]:
    """Everything between quotation marks, in order and not overlapping; what is nested stands inside its whole.

    `signs` are those of these paragraphs, in order. A quotation that does not close ends with its paragraph, unless
    the next paragraph opens again. Never raises; linear in the text.
    """
    if not signs:
        return ()
    starts = [sign.start for sign in signs]
    found: list[Quoted] = []
    open_quote: _Open | None = None
    for index, paragraph in enumerate(paragraphs):
        first, last = bisect_left(starts, paragraph.span.start), bisect_left(starts, paragraph.span.end)
        own = signs[first:last]
        if open_quote and not (paragraph.kind == "body" and _goes_on(text, open_quote, own, paragraph)):
            found.append(open_quote.ended(text))
            open_quote = None
        if not own and not open_quote:
            continue
        reopened = _reopens(signs, last, paragraphs[index + 1 : index + 2])
        ended, open_quote = _Reading(text, paragraph, own, open_quote, reopened).read()
        found += ended
    if open_quote:
        found.append(open_quote.ended(text))
    return tuple(quoted for quoted in found if quoted.parts)


@dataclass(slots=True)
class _Open:
    """A quotation that is not closed yet."""

    sign: Sign
    at: int  # where its present part begins
    parts: list[Span] = field(default_factory=list)
    nested: list[Span] = field(default_factory=list)

    def part(self, text: str, end: int) -> None:
        span = trim(text, Span(self.at, end))
        if any(letter.isalnum() for letter in text[span.start : span.end]):
            self.parts.append(span)

    def ended(self, text: str, closing: Span | None = None) -> Quoted:
        end = self.parts[-1].end if self.parts else self.sign.end
        opening = Span(self.sign.start, self.sign.end)
        return Quoted(tuple(self.parts), opening, closing or Span(end, end), tuple(sorted(self.nested)))


def _reopens(signs: Sequence[Sign], index: int, following: Sequence[Paragraph]) -> bool:
    """Whether the next paragraph begins with a single mark that opens: it may go on with one left open here."""
    if index >= len(signs) or not following or following[0].kind != "body":
        return False
    sign = signs[index]
    return sign.start == following[0].span.start and sign.group == "single" and sign.role == "open"


def _goes_on(text: str, quote: _Open, signs: Sequence[Sign], paragraph: Paragraph) -> bool:
    """Whether a paragraph opens again what the one before left open."""
    if not signs or signs[0].start != paragraph.span.start:
        return False
    sign = signs[0]
    if sign.group == "angle" and quote.sign.group == "angle":
        return True
    return sign.group == quote.sign.group and sign.role in ("open", "either") and len(quote.parts) > 0


class _Reading:
    """Reads the marks of one paragraph from left to right, with what the paragraph before left open."""

    def __init__(
        self, text: str, paragraph: Paragraph, signs: Sequence[Sign], quote: _Open | None, reopened: bool
    ) -> None:
        self.text = text
        self.paragraph = paragraph
        self.signs = signs
        self.reopened = reopened
        self.found: list[Quoted] = []
        self.stack: list[_Open] = []
        self.next_double = _following(signs, lambda sign: sign.group != "single")
        self.next_single = _following(signs, lambda sign: sign.group == "single" and sign.role in ("open", "close"))
        self.next_closing = _following(signs, lambda sign: sign.group == "single" and sign.role in ("close", "weak"))
        self.next_same = {group: _following(signs, _firm(group)) for group in {sign.group for sign in signs}}
        self.first = 0
        if quote:
            quote.at = signs[0].end
            self.stack.append(quote)
            self.first = 1

    def read(self) -> tuple[list[Quoted], _Open | None]:
        for index in range(self.first, len(self.signs)):
            self._step(index)
        if not self.stack:
            return self.found, None
        outer = self.stack[0]
        outer.part(self.text, self.paragraph.span.end)
        return self.found, outer

    def _step(self, index: int) -> None:
        sign = self.signs[index]
        role = sign.role
        is_open = any(quote.sign.group == sign.group for quote in self.stack)
        if role == "either":
            role = "close" if is_open else "open"
        if role == "weak":
            role = "close" if is_open and not self._is_apostrophe(index) else "none"
        if role == "open" and self._may_open(index):
            if is_open and self.stack[0].sign.group == sign.group and not self._nests(index):
                self._close(0, Span(sign.start, sign.start))
            if len(self.stack) < _DEPTH:
                self.stack.append(_Open(sign, sign.end))
        elif role == "close" and is_open:
            self._close_innermost(index)

    def _is_apostrophe(self, index: int) -> bool:
        """Whether a later mark closes for certain, before anything else opens: then this one is no closing mark."""
        sign = self.signs[index]
        if sign.group == "double":
            later = self._after(self.next_same["double"], index)
            return later is not None and later.role == "close"
        later = self._after(self.next_single, index)
        if later is None or later.role == "open":
            return False
        if self.stack[0].sign.group == "single":
            return True
        outer = self._after(self.next_double, index)
        return outer is None or outer.start > later.start

    def _after(self, following: Sequence[int], index: int) -> Sign | None:
        place = following[index]
        return self.signs[place] if place < len(self.signs) else None

    def _may_open(self, index: int) -> bool:
        """A single mark opens only where another can close it, or where it begins its paragraph."""
        sign = self.signs[index]
        if sign.group != "single" or sign.mark == "‚":
            return True
        closing = self._after(self.next_closing, index)
        if closing is None:
            return not self.stack and (self.reopened or sign.start == self.paragraph.span.start)
        if self.stack and self.stack[-1].sign.group != "single":
            outer = self._after(self.next_double, index)
            return outer is None or outer.role == "open" or outer.start > closing.start
        return True

    def _nests(self, index: int) -> bool:
        """Whether a mark like the one that is open begins a quotation inside it: then two of them must close."""
        following = self.next_same[self.signs[index].group]
        one = following[index]
        if one >= len(self.signs) or self.signs[one].role == "open":
            return False
        outer = self.stack[0].sign.mark
        if outer != self.signs[index].mark and outer == '"' != self.signs[one].mark:
            return True  # "He said: „Why?“ and left": curly marks inside straight ones
        two = following[one]
        return self.signs[index].group == "angle" or (two < len(self.signs) and self.signs[two].role != "open")

    def _close_innermost(self, index: int) -> None:
        sign = self.signs[index]
        depth = max(place for place, quote in enumerate(self.stack) if quote.sign.group == sign.group)
        if sign.group == "angle" and depth == 1 and self.stack[0].sign.group == "angle":
            later = self._after(self.next_same["angle"], index)
            if later is None or later.role == "open":  # «Газпром «Нефть»: one mark closes both
                self._close(1, Span(sign.start, sign.end))
                depth = 0
        self._close(depth, Span(sign.start, sign.end))

    def _close(self, depth: int, closing: Span) -> None:
        quote = self.stack[depth]
        del self.stack[depth:]
        quote.part(self.text, closing.start)
        if depth == 0:
            self.found.append(quote.ended(self.text, closing))
        elif quote.parts:
            self.stack[0].nested.append(quote.parts[-1])


def _firm(group: Group) -> Callable[[Sign], bool]:
    return lambda sign: sign.group == group and sign.role != "weak"


def _following(signs: Sequence[Sign], wanted: Callable[[Sign], bool]) -> list[int]:
    """For each sign the index of the next one that is wanted; past the end where there is none."""
    following = [len(signs)] * len(signs)
    later = len(signs)
    for index in range(len(signs) - 1, -1, -1):
        following[index] = later
        if wanted(signs[index]):
            later = index
    return following
