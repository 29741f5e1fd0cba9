"""The address of words in an article on the web: a text fragment (WICG Scroll to Text Fragment)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from html import unescape
from urllib.parse import quote

from generator.articles.words import MARKS, UNSPACED_MARKS
from generator.spans import Span

_LETTERS = f"[\\w{MARKS}{UNSPACED_MARKS}\u00ad\u200c\u200d]*"  # a vowel may be a sign of its own: में is one word
_WORD = re.compile(rf"\w{_LETTERS}(?:['’\-.,:/](?=\w){_LETTERS})*")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_JOINED_BEFORE, _JOINED_AFTER = re.compile("(\\S+\u202f)+\\Z"), re.compile("(\u202f\\S+)+")
_GAP = re.compile(r"\n\s*\n")
_LONG = 12  # words from which only the ends are named
_END = 4  # words of an end
_MOST = 12  # words that may be added on a side until the place is unique


def text_fragment(url: str, text: str, spans: Sequence[Span]) -> str:
    """The url with a directive for each span, or nothing where there is no url or a place cannot be told apart."""
    if not url:
        return ""
    shown, ends, shorter = _as_shown(text)
    moved = (Span(*(at - shorter[bisect_right(ends, at) - 1] for at in span)) for span in spans)
    directives = [_directive(shown, span) for span in moved]
    if not directives or not all(directives):
        return ""
    address, mark, fragment = url.partition("#")
    return f"{address}#{fragment if mark else ''}:~:" + "&".join(directives)


@lru_cache(maxsize=16)
def _as_shown(text: str) -> tuple[str, list[int], list[int]]:
    """The text with entities as the signs that a browser shows; where they end, and how much shorter it is then."""
    pieces, ends, shorter = [], [0], [0]
    for found in _ENTITY.finditer(text):
        sign = unescape(found[0])
        pieces += [text[ends[-1] : found.start()], sign]
        ends.append(found.end())
        shorter.append(shorter[-1] + len(found[0]) - len(sign))
    return "".join((*pieces, text[ends[-1] :])), ends, shorter


def _directive(text: str, span: Span) -> str:
    """`text=[prefix-,]start[,end][,-suffix]`: whole words, unique in the text, beginning and ending on a word."""
    words = [found.span() for found in _WORD.finditer(text, *span)]
    if not words:
        return ""
    start, end = _begin(text, words[0][0]), _end(text, words[-1][1])
    ends = [text[start:end]]
    gaps = [gap.span() for gap in _GAP.finditer(text, start, end)]
    if len(words) > _LONG or gaps:  # no part of it goes from one paragraph to the next
        first, last = (gaps[0][0], gaps[-1][1]) if gaps else (end, start)
        head = [stop for _, stop in words if stop <= first][:_END]
        tail = [begin for begin, _ in words if begin >= last][-_END:]
        ends = [text[start : _end(text, head[-1])], text[_begin(text, tail[0]) : end]]
    prefix, suffix = _beside(text, start, end)
    if prefix is None:
        return ""
    parts = [f"{_encoded(prefix)}-"] if prefix else []
    parts += [_encoded(part) for part in ends]
    parts += [f"-{_encoded(suffix)}"] if suffix else []
    return "text=" + ",".join(parts)


def _beside(text: str, start: int, end: int) -> tuple[str | None, str]:
    """What before and after makes the place unique; nothing where it is unique, None where nothing helps.

    A browser wants it right beside the words, marks included, and in the same block: it is taken from the same line.
    """
    flat = _flat(text)
    begin, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before = [found.start() for found in _WORD.finditer(text, max(begin, start - 400), start)][-_MOST:]
    after = [found.end() for found in _WORD.finditer(text, end, min(stop if stop >= 0 else len(text), end + 400))][
        :_MOST
    ]
    first, last = start, end
    for step in range(_MOST + 1):
        first = _begin(text, before[-step]) if 0 < step <= len(before) else first
        last = _end(text, after[step - 1]) if 0 < step <= len(after) else last
        if flat.count(_flat(text[first:last])) == 1:
            return text[first:start], text[end:last]
    return None, ""


def _begin(text: str, at: int) -> int:
    """Where a word begins for a browser: a narrow space joins it to the sign before it («\u202fOui); UAX 29."""
    return found.start() if (found := _JOINED_BEFORE.search(text, max(0, at - 40), at)) else at


def _end(text: str, at: int) -> int:
    """As `_begin`, where a word ends."""
    return found.end() if (found := _JOINED_AFTER.match(text, at)) else at


@lru_cache(maxsize=64)  # one text after the other, each asked for once a quotation
def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()


def _encoded(words: str) -> str:
    """Percent-encoded; the hyphen too, which would mark a prefix or suffix."""
    return quote(" ".join(words.split()), safe="").replace("-", "%2D")
