"""Sentences of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.paragraphs import trim
from generator.spans import Span
from generator.wordlists import words_of

_CLOSERS = "\"'”’»›“‘`)\\]」』）】"
_END = re.compile(f"[.!?…؟۔]+[{_CLOSERS}]*(?=\\s)|[。！？]+[{_CLOSERS}]*")
_OPENERS = "\"'“‘«‹„‚‟`(\\[¿¡—–\\-"
_NEXT = re.compile(rf"\s+[{_OPENERS}\s]*(\w?)")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“‘«„]{1,20}\Z")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")


def find_sentences(text: str, paragraph: Span, lang: str) -> Iterator[Span]:
    """The sentences of one paragraph, in order; white space between them belongs to none."""
    abbreviations = words_of(lang).abbreviations
    start = paragraph.start
    for found in _END.finditer(text, paragraph.start, paragraph.end):
        if _ends_sentence(text, found, paragraph, abbreviations):
            yield trim(text, Span(start, found.end()))
            start = found.end()
    rest = trim(text, Span(start, paragraph.end))
    if rest.start < rest.end:
        yield rest


def _ends_sentence(text: str, found: re.Match[str], paragraph: Span, abbreviations: frozenset[str]) -> bool:
    following = _NEXT.match(text, found.end(), min(paragraph.end, found.end() + 80))
    if following is None:
        return True
    letter = following.group(1)
    if letter.islower():
        return False
    if not found.group().startswith(".") or len(found.group()) > 1:
        return True
    before = _WORD_BEFORE.search(text, max(paragraph.start, found.start() - 20), found.start())
    if before is None:
        return True
    word = before.group()
    return not (word.lower() + "." in abbreviations or (_INITIAL.match(word) and letter.isalpha()))
