"""Texts as YAML scalars that read back exactly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_WIDTH = 110
# What may stand without quotation marks: it begins with a letter and has nothing that YAML reads as its own.
_PLAIN = re.compile(r"[^\W\d_](?:[^\n:#\"\\\[\]{}&*!|>%@`\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|:(?=[^\s:])|(?<=\S)#)*")
_WORDS_OF_YAML = frozenset(["true", "false", "yes", "no", "on", "off", "null", "none", "y", "n", "~", "todo"])
_FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def cleaned(text: str) -> str:
    """The text in one line without the characters that no brief may hold."""
    return " ".join(_FORBIDDEN.sub("", text).split())


def scalar(text: str) -> str:
    """A text of one line: as it is where YAML takes it so, else in single quotation marks."""
    if (
        _PLAIN.fullmatch(text)
        and text == text.strip()
        and text.lower() not in _WORDS_OF_YAML
        and not text.endswith(":")
    ):
        return text
    return "'" + text.replace("'", "''") + "'"


def block(paragraphs: Iterable[str], indent: int) -> Iterator[str]:
    """Running text as a block, lines filled; a blank line between paragraphs. The first line is the sign `>-` or `|-`.

    Nothing in it needs quotation marks or backslashes.
    """
    texts = list(paragraphs)
    yield "|-" if len(texts) > 1 else ">-"
    for index, text in enumerate(texts):
        if index:
            yield ""
        yield from (" " * indent + line for line in _filled(text, _WIDTH - indent))


def _filled(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield line
