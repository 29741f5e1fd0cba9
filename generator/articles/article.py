"""The types of a source text that was read: paragraphs, passages, attributions.

Spans are half-open and count code points of the stored text. Terms: docs/handbook/quotations.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator.spans import Span

Kind = Literal["article", "transcript", "statement", "post"]


class Paragraph(NamedTuple):
    """`front` is headline and standfirst: what is quoted there is scare. No quotation runs over a heading."""

    span: Span
    kind: Literal["front", "heading", "body"]


class Attribution(NamedTuple):
    """A clause outside the marks with a reporting verb and a subject, or such a clause set inside the marks.

    `subject` is the subject as typed (a name, a description, a pronoun); `speaker` whom it leads to: a name of the
    text in its fullest form, or a description. `certain` when it is a name or an unnamed description, not a pronoun.
    """

    span: Span
    verb: str
    subject: str
    certain: bool
    inside: bool = False  # set inside the quotation marks
    speaker: str | None = None


class Passage(NamedTuple):
    """Words between a pair of quotation marks of one level, the marks left out.

    `parts` are the runs of the speaker's own words: one, or several where the quotation goes on over paragraphs
    (each opens again). `span` runs from the first to the last of them. Where an attribution is set inside the marks,
    what stands before and after it are passages of their own, and the later one `continues` the earlier.
    What somebody says in a transcript, a statement or a post without marks is no passage: see `Turn`.
    """

    span: Span
    parts: tuple[Span, ...]
    opening: Span  # the opening mark (for a dialogue dash, the dash)
    closing: Span  # the closing mark; empty where none stands
    nested: tuple[Span, ...]  # quotations inside it, marks left out
    attribution: Attribution | None  # the clause that tells who speaks, where there is one
    speaker: str | None  # the likely speaker: a name of the text in its fullest form, or a description
    certain: bool  # see quotes.md: reporting verb and name or description in the same sentence, outside the marks
    scare: bool
    continues: int | None  # index of the passage that it goes on from when the two join


class Named(NamedTuple):
    """Somebody or something that the text names: the fullest name, the office beside it as typed, and who it may be.

    `gender` is `m`, `f`, `n` for a body, or nothing where the text does not tell. `first` is where the name stands
    first; `words` are the words of the name in lower case.
    """

    name: str
    role: str
    gender: str
    first: int
    words: tuple[str, ...]


class Turn(NamedTuple):
    """What one speaker says in a transcript, from label to label; in a statement or a post the whole text."""

    span: Span
    label: Span  # empty where there is none
    speaker: str | None
    asks: bool = False  # it is marked as a question, or stands without a label between two answers


@dataclass(frozen=True, slots=True)
class Article:
    """A source text, read once: everything later asks this value and never the raw text's punctuation."""

    text: str
    lang: str
    kind: Kind
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Span, ...]
    passages: tuple[Passage, ...]
    attributions: tuple[Attribution, ...]  # all of them, by place
    cast: tuple[Named, ...] = ()  # whom the reporter's words name, by first place
    turns: tuple[Turn, ...] = ()  # of a transcript, a statement or a post; empty for an article
