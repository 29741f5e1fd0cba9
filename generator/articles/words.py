"""Words: the units between which a quotation may begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import partial

from generator.articles.levelling import LINE_HYPHEN
from generator.spans import Span

#: Combining marks, as ranges for a character class (letters and unassigned places between them included).
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u07fd\u0816-\u082d"
    "\u0859-\u085b\u0898-\u089f\u08ca-\u08e1\u08e3-\u0963\u0981-\u09e3\u09fe-\u0a75\u0a81-\u0acd\u0ae2-\u0ae3"
    "\u0afa-\u0b63\u0b82\u0bbe-\u0bd7\u0c00-\u0c63\u0c81-\u0c83\u0cbc-\u0ce3\u0d00-\u0d4d\u0d57-\u0d63"
    "\u0d81-\u0ddf\u0df2-\u0df3\u0f18-\u0f19\u0f35\u0f37\u0f39\u0f3e-\u0f3f\u0f71-\u0f84\u0f86-\u0fbc\u0fc6"
    "\u135d-\u135f\u1712-\u1715\u1732-\u1734\u1752-\u1753\u1772-\u1773\u180b-\u180d\u180f\u1885-\u1886\u18a9"
    "\u1920-\u193b\u1a17-\u1a1b\u1ab0-\u1ace\u1b00-\u1b44\u1b6b-\u1b73\u1b80-\u1bad\u1be6-\u1bf3\u1c24-\u1c37"
    "\u1cd0-\u1cd2\u1cd4-\u1cf9\u1dc0-\u1dff\u20d0-\u20f0\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099-\u309a"
    "\ua66f-\ua672\ua674-\ua67d\ua69e-\ua69f\ua6f0-\ua6f1\ua802-\ua827\ua880-\ua8c5\ua8e0-\ua8f1\ua926-\ua92d"
    "\ua947-\ua953\ua980-\ua9c0\uaaeb-\uaaef\uaaf5-\uaaf6\uabe3-\uabed\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f"
)
#: What ends a sentence in Arabic, Urdu, Hindi, Amharic, Armenian, Burmese and Khmer; a space follows.
STOPS_ELSEWHERE = "؟۔।॥።։။។"
#: Scripts that write no spaces: Han, kana, Thai, Lao, Burmese, Khmer, Tibetan has its own dot and counts as spaced.
UNSPACED = (
    "\u0e01-\u0e30\u0e32-\u0e33\u0e3f-\u0e46\u0e4f-\u0e5b\u0e81-\u0eb0\u0eb2-\u0eb3\u0ebd-\u0ec6\u0ed0-\u0edf"
    "\u1000-\u102a\u103f-\u1055\u1780-\u17b3\u17d7\u17dc\u17e0-\u17e9"
    "\u3005-\u3007\u3041-\u3096\u309d-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"
)
UNSPACED_MARKS = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u1056-\u109d\u17b4-\u17d3\u17dd"
)
CURRENCY = "$£¥€₽₴₩₹₺₪₫₱₦₡₲₵₸₼₾¢＄￡￥"
_APOSTROPHES = "'’ʼ‘＇"
_HYPHENS = f"\\-\u2010\u2011\u00ad{LINE_HYPHEN}"

_UNIT = f"[{UNSPACED}][{MARKS}{UNSPACED_MARKS}]*"
_RUN = f"(?:[^\\W_{UNSPACED}]|[{MARKS}\u200c\u200d])+"
_WORD = re.compile(
    f"{_UNIT}"
    f"|(?:[+\\-−±]?[{CURRENCY}]?(?=[0-9]))?"  # a sign or a currency belongs to its number
    f"{_RUN}(?:(?:[{_APOSTROPHES}{_HYPHENS}]|(?<=[0-9])[.,:/](?=[0-9])){_RUN})*"
    f"(?:(?<=[0-9])[%‰{CURRENCY}])?"
)
_RARE = re.compile(f"[{UNSPACED}{UNSPACED_MARKS}{MARKS}\u200c\u200d]")  # most texts have none: a simpler pattern does
_PLAIN_WORD = re.compile(  # begins with one class: searched much faster than what may be missing
    f"[\\w+\\-−±{CURRENCY}](?:(?<=[^\\W\\d_])[^\\W\\d_]*(?![^\\W_]|[{_APOSTROPHES}{_HYPHENS}])"  # letters and no more
    f"|(?:(?<=[^\\W_])|(?<=[+\\-−±])[{CURRENCY}]?(?=[0-9])|(?<=[{CURRENCY}])(?=[0-9]))"
    f"[^\\W_]*(?:(?:[{_APOSTROPHES}{_HYPHENS}]|(?<=[0-9])[.,:/](?=[0-9]))[^\\W_]+)*(?:(?<=[0-9])[%‰{CURRENCY}])?)"
)
_ASCII_WORD = re.compile(  # the same for texts that have nothing but ASCII
    r"[A-Za-z0-9+\-$](?:(?<=[A-Za-z])[A-Za-z]*(?![A-Za-z0-9'\-])"  # most words are letters and no more
    r"|(?:(?<=[A-Za-z0-9])|(?<=[+\-])\$?(?=[0-9])|(?<=\$)(?=[0-9]))"
    r"[A-Za-z0-9]*(?:(?:['-]|(?<=[0-9])[.,:/](?=[0-9]))[A-Za-z0-9]+)*(?:(?<=[0-9])[%$])?)"
)


_span = partial(tuple.__new__, Span)  # several times as fast as Span._make


def _pattern_for(text: str) -> re.Pattern[str]:
    if text.isascii():
        return _ASCII_WORD
    return _WORD if _RARE.search("".join(set(text))) else _PLAIN_WORD


def words(text: str) -> tuple[Span, ...]:
    """The words of a text in order; in scripts without spaces each character is one.

    A word is a longest run of letters, combining marks and digits, with apostrophes and hyphens inside it and
    `.` `,` `:` `/` between digits; a sign or currency before a number and `%` after it belong to it.
    """
    return tuple(map(_span, map(re.Match.span, _pattern_for(text).finditer(text))))


def is_between(spans: Sequence[Span], offset: int) -> bool:
    """Whether no word of the text contains the offset: a quotation may begin or end there."""
    place = bisect_left(spans, (offset,)) - 1
    return place < 0 or spans[place].end <= offset


def word_count(text: str) -> int:
    """How many words a text has."""
    return len(_pattern_for(text).findall(text))


def is_unspaced(text: str) -> bool:
    """Whether most of the words of a text are written without spaces between them."""
    if text.isascii() or not _UNSPACED.search(text):
        return False
    return len(_UNSPACED.findall(text)) * 2 > word_count(text)


def put_together(found: Sequence[str]) -> str:
    """Words as one text, with spaces between them where they are written so."""
    text = "".join(found)
    return text if is_unspaced(text) else " ".join(found)


_UNSPACED = re.compile(f"[{UNSPACED}]")
