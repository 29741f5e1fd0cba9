"""Paragraphs of a source text: which lines belong together, and which are headline, standfirst and crosshead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.articles.article import Kind, Paragraph
from generator.articles.words import STOPS_ELSEWHERE, is_unspaced, word_count
from generator.spans import Span

_LINE_END = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029](?:(?<=\r)\n)?")
_LONG_LINE = 120
_WRAPPED = 60  # the least width of a line that may go on below although lines are long
_FULL_LINE = 40  # the least width at which lines are broken because they are full
_HEADING_WORDS = 12
_HEADLINE_WORDS = 24  # of the first line
_HEADING_CHARACTERS = 30  # in scripts without spaces
_CLOSING = re.compile(rf"[.!?…:;,。！？：；，{STOPS_ELSEWHERE}—–-][\s\"'“”‘’«»‹›„‚)\]」』`]*\Z")
_DIALOGUE = re.compile(r"[—–―-]")
_LABEL = re.compile(r"[^\s:：][^:：]{0,60}[:：]")
_DATELINE = re.compile(r"[^\W\d_]{3,}[^\n]{0,60}?(?:[—–]|--| - |\(|:)")
_WRITER = re.compile(r"(?:By|Von|Par|Por) [A-Z]")
_BYLINE = re.compile(
    r"(?:by|von|par|por|de|от|автор|від|作者|记者|بقلم)\b|.*\d{4}|.*\b\d{1,2}[:.h]\d{2}\b", re.IGNORECASE
)


def find_paragraphs(text: str, kind: Kind = "article") -> tuple[Paragraph, ...]:
    """The paragraphs in order: each line where one is longer than 120 characters, else what blank lines divide.

    A line of at most 12 words without closing punctuation is a heading; those before the first full paragraph, and
    the standfirst beside them, are front.
    """
    spans = list(_blocks(text))
    if kind == "post":
        return tuple(Paragraph(span, "body") for span in spans)
    headings = [
        _is_heading(
            text[span.start : span.end], kind, _HEADLINE_WORDS if index == 0 < len(spans) - 1 else _HEADING_WORDS
        )
        for index, span in enumerate(spans)
    ]
    first = next((index for index, heading in enumerate(headings) if not heading), None)
    if first is None:
        return tuple(Paragraph(span, "body") for span in spans)
    front = _front(text, spans, headings, first)
    last = len(spans) - 1
    return tuple(
        Paragraph(span, "front" if index < front else "heading" if heading and index < last else "body")
        for index, (span, heading) in enumerate(zip(spans, headings, strict=True))
    )


def print_paragraphs(text: str) -> Iterator[str]:
    """The text as it is printed: lines that end only because they were full are one; others stand by themselves."""
    for paragraph in find_paragraphs(text):
        whole = text[paragraph.span.start : paragraph.span.end]
        lines = [words for line in _lines(whole) if (words := " ".join(whole[line.start : line.end].split()))]
        if _are_full(lines):
            yield " ".join(lines)
        else:
            yield from lines


def _are_full(lines: Sequence[str]) -> bool:
    """Whether all lines but the last are about as long as each other. Scripts without spaces break anywhere."""
    width = max(map(len, lines), default=0)
    return width >= _FULL_LINE and not any(len(line) < 0.75 * width or is_unspaced(line) for line in lines[:-1])


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for end in _LINE_END.finditer(text):
        yield Span(start, end.start())
        start = end.end()
    yield Span(start, len(text))


def _blocks(text: str) -> Iterator[Span]:
    lines = list(_lines(text))
    each_line = any(line.end - line.start > _LONG_LINE for line in lines)
    block: list[Span] = []
    for line in lines:
        trimmed = trim(text, line)
        wrapped = each_line and bool(block) and _goes_on(text, block[-1], trimmed)
        if block and ((each_line and not wrapped) or trimmed.start == trimmed.end):
            yield from _parted(text, block)
            block = []
        if trimmed.start < trimmed.end:
            block.append(trimmed)
    if block:
        yield from _parted(text, block)


def _goes_on(text: str, line: Span, following: Span) -> bool:
    """Whether a line ends only because it was full: inside a sentence, that goes on below with a small letter."""
    begins, last = text[following.start : following.start + 1], text[line.end - 1 : line.end]
    hyphenated = last in ("-", "\u2010") and text[line.end - 2 : line.end - 1].isalpha()
    full = line.end - line.start > _WRAPPED and (last.isalpha() or last == ",")
    return begins.islower() and (hyphenated or full)


def _parted(text: str, block: Sequence[Span]) -> Iterator[Span]:
    """A block as one paragraph; headline, byline and the like that stand without a blank line between as several."""
    lines = [text[line.start : line.end] for line in block]
    most = _HEADLINE_WORDS if any(map(_WRITER.match, lines)) else _HEADING_WORDS
    if len(block) > 1 and all(_is_heading(line, "article", most) for line in lines):
        yield from block
    else:
        yield Span(block[0].start, block[-1].end)


def trim(text: str, span: Span) -> Span:
    """The span without white space, byte-order marks and direction marks at its ends."""
    if span.start < span.end and text[span.start] not in _BLANK and text[span.end - 1] not in _BLANK:
        return span
    words = text[span.start : span.end]
    inner = words.strip(_BLANK)
    if not inner:
        return Span(span.start, span.start)
    start = span.start + len(words) - len(words.lstrip(_BLANK))
    return Span(start, start + len(inner))


_BLANK = "".join(map(chr, [*range(9, 14), *range(28, 33), 0x85, 0xA0, 0x1680, *range(0x2000, 0x2010)])) + (
    "\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)


def _is_heading(line: str, kind: Kind, most: int = _HEADING_WORDS) -> bool:
    if len(line) > 300 or _CLOSING.search(line) or _DIALOGUE.match(line):
        return False
    if kind == "transcript" and _LABEL.match(line):
        return False
    return len(line) <= _HEADING_CHARACTERS if is_unspaced(line) else word_count(line) <= most


def _front(text: str, spans: Sequence[Span], headings: Sequence[bool], first: int) -> int:
    """How many paragraphs are headline, byline and standfirst; `first` is the first that looks like no heading."""
    bodies = [index for index in range(first, min(len(spans), first + 6)) if not headings[index]]
    if len(bodies) < 2:
        return first
    second = bodies[1]
    between = [text[spans[index].start : spans[index].end] for index in range(first + 1, second)]
    if first == 0:  # a standfirst above its headline
        return second if between else 0
    if between and all(is_byline(line) for line in between):
        return second
    lead, following = (text[spans[index].start : spans[index].end] for index in (first, second))
    if not between and _has_dateline(following) and not _has_dateline(lead):
        return second
    return first


def _has_dateline(paragraph: str) -> bool:
    found = _DATELINE.match(paragraph)
    return bool(found) and re.split(r"\W", paragraph, maxsplit=1)[0].isupper()


def is_byline(line: str) -> bool:
    """Whether a line tells who wrote it, or when."""
    return bool(_BYLINE.match(line))
