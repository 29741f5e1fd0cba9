"""The quotations of a text: between marks, after a dash, each cut where the reporter's clause stands inside."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.articles.article import Paragraph
from generator.articles.interruptions import BY_COMMA, BY_DASH, find_interruptions
from generator.articles.marks import Quoted, find_quoted
from generator.articles.paragraphs import trim
from generator.mark_roles import Sign, find_signs
from generator.spans import Span
from generator.wordlists import words_of

_DIALOGUE = re.compile(r"(?P<dash>[—–―]|--|-(?=\s))\s*(?=[«“\"‘¿¡…(]*[^\W_])")
_INSIDE = re.compile(r"(?<=[.!?…:])[ \u00a0](?P<dash>[—–-])[ \u00a0](?=[^\W\d_])")
_STARTS = re.compile(r"[«“\"‘¿¡…(\s]*(.)")


class Utterance(NamedTuple):
    """Quoted words, and the clause inside the marks that follows them (empty where there is none).

    `follows` tells that they go on after such a clause.
    """

    quoted: Quoted
    clause: Span | None = None
    follows: bool = False


def find_quotations(text: str, paragraphs: Sequence[Paragraph], lang: str) -> tuple[Utterance, ...]:
    """All quotations in order, not overlapping."""
    language = words_of(lang).lang
    if language in BY_DASH and not words_of(language).is_known:
        paragraphs = [part for one in paragraphs for part in _before_and_from_dash(text, one, language)]
    lines = [one for one in paragraphs if one.kind == "body" and language in BY_DASH and _is_dialogue(text, one.span)]
    if lines and not _has_dialogue(text, lines, language):
        lines = []
    spoken = set(lines)
    signs = find_signs(text)
    found = list(find_quoted(text, [one for one in paragraphs if one not in spoken], signs))
    for line in lines:
        first, last = (bisect_left(signs, (place,)) for place in line.span)
        found += _line(text, line, signs[first:last])
    found.sort(key=lambda quoted: quoted.opening.start)
    return tuple(part for quoted in found for part in _parted(text, quoted, language))


def _before_and_from_dash(text: str, paragraph: Paragraph, language: str) -> Iterator[Paragraph]:
    """A paragraph in which speech begins behind the reporter's sentences: Veien er stengt. – Vi venter, sier Moen."""
    span = paragraph.span
    dashes = _INSIDE.finditer(text, span.start, span.end)
    ahead = (Span(dash.start("dash"), span.end) for dash in dashes if paragraph.kind == "body")
    speech = next((rest for rest in ahead if _is_dialogue(text, rest)), None)  # the first alone: so it stays linear
    if speech and not _is_dialogue(text, span) and next(find_interruptions(text, speech, (), language), None):
        yield paragraph._replace(span=trim(text, Span(span.start, speech.start)))
        yield paragraph._replace(span=speech)
    else:
        yield paragraph


def _is_dialogue(text: str, paragraph: Span) -> bool:
    dash = _DIALOGUE.match(text, paragraph.start, paragraph.end)
    if dash is None:
        return False
    letter = _STARTS.match(text, dash.end(), paragraph.end)
    return letter is not None and not letter.group(1).islower()


def _has_dialogue(text: str, lines: Sequence[Paragraph], language: str) -> bool:
    """Whether these are lines of speech and not a list: somebody speaks or asks in one of them."""
    if any(text.startswith(("—", "―", "--"), line.span.start) for line in lines):
        return True
    return any(next(find_interruptions(text, line.span, (), language), None) for line in lines)


def _line(text: str, paragraph: Paragraph, signs: Sequence[Sign]) -> Iterator[Quoted]:
    """A line of dialogue as a quotation whose mark is the dash."""
    dash = _DIALOGUE.match(text, paragraph.span.start, paragraph.span.end)
    if dash:
        inner = find_quoted(text, [paragraph], signs)
        nested = sorted(span for quoted in inner for span in (*quoted.parts, *quoted.nested))
        words = trim(text, Span(dash.end(), paragraph.span.end))
        opening = Span(*dash.span("dash"))
        yield Quoted((words,), opening, Span(words.end, words.end), tuple(nested))


def _parted(text: str, quoted: Quoted, language: str) -> Iterator[Utterance]:
    """The runs of the speaker's own words, one after another."""
    if language not in BY_DASH and language not in BY_COMMA:
        yield Utterance(quoted)
        return
    parts: list[Span] = []
    opening, follows, nested = quoted.opening, False, sorted(quoted.nested)
    for part in quoted.parts:
        start = part.start
        for clause in find_interruptions(text, part, nested, language):
            before = trim(text, Span(start, clause.start))
            if before.start < before.end:
                parts.append(before)
            if parts:
                end = parts[-1].end
                yield Utterance(_run(parts, opening, Span(end, end), quoted.nested), clause, follows)
                parts, follows = [], True
            start = clause.end
            opening = Span(start, start)
        rest = trim(text, Span(start, part.end))
        if any(letter.isalnum() for letter in text[rest.start : rest.end]):
            parts.append(rest)
    if parts:
        yield Utterance(_run(parts, opening, quoted.closing, quoted.nested), None, follows)


def _run(parts: Sequence[Span], opening: Span, closing: Span, nested: Sequence[Span]) -> Quoted:
    own = tuple(span for span in nested if parts[0].start <= span.start and span.end <= parts[-1].end)
    if opening.start == opening.end:
        opening = Span(parts[0].start, parts[0].start)
    return Quoted(tuple(parts), opening, closing, own)
