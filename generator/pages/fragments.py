"""The address of words in an article on the web: a text fragment (WICG Scroll to Text Fragment)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote

from generator.spans import Span

_WORD = re.compile(r"\w+(?:[^\W_]|['’\-.,:/](?=\w))*")
_LONG = 12  # words from which only the ends are named
_END = 4  # words of an end
_MOST = 12  # words that may be added on a side until the place is unique


def text_fragment(url: str, text: str, spans: Sequence[Span]) -> str:
    """The url with a directive for each span, or nothing where there is no url or a place cannot be told apart."""
    directives = [_directive(text, span) for span in spans] if url else []
    if not directives or not all(directives):
        return ""
    address, mark, fragment = url.partition("#")
    return f"{address}#{fragment if mark else ''}:~:" + "&".join(directives)


def _directive(text: str, span: Span) -> str:
    """`text=[prefix-,]start[,end][,-suffix]`: whole words, unique in the text, beginning and ending on a word."""
    words = [found.span() for found in _WORD.finditer(text, *span)]
    if not words:
        return ""
    start, end = words[0][0], words[-1][1]
    ends = [text[start:end]]
    if len(words) > _LONG:
        ends = [text[start : words[_END - 1][1]], text[words[-_END][0] : end]]
    prefix, suffix = _beside(text, start, end)
    if prefix is None:
        return ""
    parts = [f"{_encoded(prefix)}-"] if prefix else []
    parts += [_encoded(part) for part in ends]
    parts += [f"-{_encoded(suffix)}"] if suffix else []
    return "text=" + ",".join(parts)


def _beside(text: str, start: int, end: int) -> tuple[str | None, str]:
    """Words before and after that make the place unique; none where it is unique, None where nothing helps."""
    flat = _flat(text)
    before = [found.start() for found in _WORD.finditer(text, max(0, start - 400), start)][-_MOST:]
    after = [found.end() for found in _WORD.finditer(text, end, end + 400)][:_MOST]
    first, last = start, end
    for step in range(_MOST + 1):
        first = before[-step] if 0 < step <= len(before) else first
        last = after[step - 1] if 0 < step <= len(after) else last
        if flat.count(_flat(text[first:last])) == 1:
            return _flat_words(text[first:start]), _flat_words(text[end:last])
    return None, ""


@lru_cache(maxsize=64)  # one text after the other, each asked for once a quotation
def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()


def _flat_words(text: str) -> str:
    words = [found.group() for found in _WORD.finditer(text)]
    return " ".join(text.split()).strip("\"'“”‘’«»„‚‹› ") if words else ""


def _encoded(words: str) -> str:
    """Percent-encoded; the hyphen too, which would mark a prefix or suffix."""
    return quote(" ".join(words.split()), safe="").replace("-", "%2D")
