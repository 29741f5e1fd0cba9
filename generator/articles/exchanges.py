"""Two who talk take turns: who speaks in a paragraph that is nothing but a quotation: “Why?” Lee asked. “Fear.”"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.articles.ascription import Said
from generator.articles.memory import Speaker
from generator.articles.reporter import Sentence
from generator.spans import Span

_NEAR = 4  # paragraphs back in which somebody may have spoken who speaks again


class _Line(NamedTuple):
    """A paragraph with quotations: who speaks there, as far as it tells."""

    paragraph: int
    speaker: Speaker | None
    is_told: bool  # by a clause, be it of nobody known: I say
    is_bare: bool  # nothing but a quotation
    leads: bool  # the quotation comes first
    asks: bool  # the last quotation is a question


def take_turns(spans: Sequence[Span], text: str, sentences: Sequence[Sentence], said: Sequence[Said]) -> list[Said]:
    """The same speakers, but two who talk take turns where a paragraph is nothing but what one of them says."""
    bare = _bare_paragraphs(sentences)
    starts = [(one.span.start, one.paragraph, bool(one.tokens) and one.tokens[0].is_quote) for one in sentences]
    found = list(said)
    lines: list[_Line] = []
    at = 0
    for index, span in enumerate(spans):
        while at + 1 < len(starts) and starts[at + 1][0] <= span.start:
            at += 1
        if not starts or starts[at][0] > span.start:
            continue
        paragraph = starts[at][1]
        is_first = not lines or lines[-1].paragraph != paragraph
        is_bare = paragraph in bare
        if is_bare and is_first and found[index].attributed is None:
            told = _next_told(index, paragraph, spans, starts, at, said)
            answered = paragraph + 1 in bare
            found[index] = _turned(found[index], _asks(text, span), lines, paragraph, told, answered)
        line = _Line(
            paragraph,
            found[index].speaker,
            found[index].attributed is not None,
            is_bare,
            lines[-1].leads if not is_first else starts[at][2],
            _asks(text, span),
        )
        if is_first:
            lines.append(line)
        else:
            lines[-1] = line._replace(
                speaker=line.speaker or lines[-1].speaker, is_told=line.is_told or lines[-1].is_told
            )
    return found


def _bare_paragraphs(sentences: Sequence[Sentence]) -> frozenset[int]:
    bare: set[int] = set()
    told: set[int] = set()
    for one in sentences:
        if one.paragraph in told:
            continue
        if one.tokens[0].is_quote and not any(token.is_word for token in one.tokens[1:]):
            bare.add(one.paragraph)
        else:
            told.add(one.paragraph)
    return frozenset(bare - told)


def _asks(text: str, span: Span) -> bool:
    return text[span.start : span.end].rstrip("\"'”’»“").endswith("?")


def _next_told(
    index: int,
    paragraph: int,
    spans: Sequence[Span],
    starts: Sequence[tuple[int, int, bool]],
    at: int,
    said: Sequence[Said],
) -> Speaker | None:
    """Who is told to speak in the quotation that begins the next paragraph."""
    if index + 1 >= len(spans):
        return None
    while at + 1 < len(starts) and starts[at + 1][0] <= spans[index + 1].start:
        at += 1
    follows = starts[at][1] == paragraph + 1 and starts[at][2]
    return said[index + 1].speaker if follows and said[index + 1].attributed else None


def _turned(
    one: Said, asks: bool, lines: Sequence[_Line], paragraph: int, told: Speaker | None, answered: bool
) -> Said:
    """Who speaks in a paragraph that is nothing but a quotation."""
    before = lines[-1] if lines and lines[-1].paragraph == paragraph - 1 else None
    if before is None or not (before.leads and (before.speaker or before.is_told)):
        return one
    earlier = lines[-2] if len(lines) > 1 and lines[-2].paragraph == paragraph - 2 else None
    talk = earlier is not None and earlier.leads and (earlier.asks or before.is_bare)
    is_reply = before.asks or (talk and not _same(earlier.speaker if earlier else None, before.speaker))
    is_question = asks and (answered or (told is not None and _same(told, before.speaker)))
    if not (is_reply or is_question):
        return one
    near = (line.speaker for line in reversed(lines[-_NEAR:]) if line.paragraph >= paragraph - _NEAR)
    other = next((who for who in near if who and not _same(who, before.speaker)), None)
    return one._replace(speaker=other, takes_turn=True)


def _same(one: Speaker | None, other: Speaker | None) -> bool:
    return one is not None and other is not None and one.name == other.name
