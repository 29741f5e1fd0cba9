"""The reporter's own words: a text with its quotations made one opaque sign each, in sentences and tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.article import Paragraph
from generator.quotations import Utterance
from generator.sentences import CLOSERS, ends_sentence
from generator.spans import Span
from generator.wordlists import WordLists
from generator.words import MARKS

QUOTE = "\ue000"  # stands for each character of a quotation
_LETTER = f"(?:[^\\W\\d_]|[{MARKS}])"
_TOKEN = re.compile(
    f"{QUOTE}+|{_LETTER}(?:{_LETTER}|[0-9]|['’ʼ·•-](?={_LETTER})|\\.(?={_LETTER}\\.)|\\.(?=[A-Z]\\b))*|[0-9][0-9.,:/]*|[^\\w\\s]"
)
_PREFIXED = re.compile(r"[^\W\d_]{1,3}['’-][A-ZÀ-ÖØ-ÞŒА-ЯЄІЇҐ]")  # al-Karim, d’Ormesson
_SENTENCE_END = re.compile(f"{QUOTE}+|[.!?…؟۔]+[{CLOSERS}]*(?=[\\s{QUOTE}])|[。！？]+[{CLOSERS}]*")
_TERMINAL = ".!?…؟۔。！？"
_NEXT_CLAUSE = re.compile(f"\\s*([^\\s{QUOTE}])([^{QUOTE}.,;:!?。，；：！？—–]*)")


class Token(NamedTuple):
    """A word, a number, a sign, or a quotation (`text` begins with QUOTE)."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_quote(self) -> bool:
        return self.text[0] == QUOTE

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper() or bool(_PREFIXED.match(self.text))


class Sentence(NamedTuple):
    """A sentence of the reporter with the quotations in it, as tokens."""

    span: Span
    paragraph: int
    tokens: tuple[Token, ...]


def mask(text: str, utterances: Sequence[Utterance]) -> str:
    """The text with every quotation, its marks included, replaced by as many QUOTE signs."""
    pieces: list[str] = []
    at = 0
    for utterance in utterances:
        quoted = utterance.quoted
        start = quoted.opening.start
        end = max(quoted.closing.end, quoted.parts[-1].end)
        pieces += (text[at:start], QUOTE * (end - start))
        at = end
    return "".join(pieces) + text[at:]


def find_reporter_sentences(
    text: str, masked: str, paragraphs: Sequence[Paragraph], lists: WordLists
) -> Iterator[Sentence]:
    """The sentences in order, as the reporter builds them: what is quoted is one thing in its sentence."""
    for index, paragraph in enumerate(paragraphs):
        start = paragraph.span.start
        for end in _ends(text, masked, paragraph.span, lists):
            if tokens := tuple(_tokens(masked, start, end, lists)):
                yield Sentence(Span(start, end), index, tokens)
            start = end


def _ends(text: str, masked: str, paragraph: Span, lists: WordLists) -> Iterator[int]:
    for found in _SENTENCE_END.finditer(masked, paragraph.start, paragraph.end):
        if masked[found.start()] == QUOTE:
            if _ends_with_quotation(text, masked, found.end(), paragraph.end, lists):
                yield found.end()
        elif ends_sentence(masked, found, paragraph, lists):
            yield found.end()
    yield paragraph.end


def _ends_with_quotation(text: str, masked: str, end: int, limit: int, lists: WordLists) -> bool:
    last = text[max(0, end - 6) : end].rstrip(" \u00a0\u202f\"'”“’‘»«›‹」』`")[-1:]
    following = _NEXT_CLAUSE.match(masked, end, limit)
    if not last or last not in _TERMINAL:
        return False
    if following is None:
        return True
    letter = following.group(1)
    if letter.islower() or letter in ",;:—–-，；：،)）":
        return False
    return not (last != "." and _reports(following.group(), lists))


def _reports(clause: str, lists: WordLists) -> bool:
    """Whether a short clause tells who spoke: “Are you ready?” Smith asked."""
    if lists.lang == "zh":
        return len(clause) <= 30 and any(verb in clause for verb in lists.reporting)
    return any(word.lower() in lists.reporting for word in clause.split()[:5])


def _tokens(masked: str, start: int, end: int, lists: WordLists) -> Iterator[Token]:
    taken = start
    for found in _TOKEN.finditer(masked, start, end):
        first, last = found.span()
        if first < taken:
            continue
        word = found.group()
        if (
            masked[last : last + 1] == "."
            and last < end
            and (len(word) == 1 or word.lower() + "." in lists.abbreviations)
        ):
            last += 1
        taken = last
        word = masked[first:last]
        yield Token(first, last, word, word.lower().replace("’", "'"))
