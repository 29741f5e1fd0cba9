"""A source text as a reader sees it: paragraphs, sentences, quoted passages and who says them."""

from __future__ import annotations

from generator.article import Article, Attribution, Kind, Paragraph, Passage
from generator.paragraphs import find_paragraphs
from generator.quotations import Utterance, find_quotations
from generator.sentences import find_sentences
from generator.spans import Span

__all__ = ["Article", "Attribution", "Kind", "Paragraph", "Passage", "Span", "read_article"]


def read_article(text: str, lang: str = "en", kind: Kind = "article", names: tuple[str, ...] = ()) -> Article:
    """Read any text at all; `names` are names and aliases known beforehand. Linear in the text; never raises."""
    paragraphs = find_paragraphs(text, kind)
    sentences = tuple(one for paragraph in paragraphs for one in find_sentences(text, paragraph.span, lang))
    passages = tuple(_passage(one) for one in find_quotations(text, paragraphs, lang))
    return Article(text, lang, kind, paragraphs, sentences, passages, ())


def _passage(utterance: Utterance) -> Passage:
    quoted = utterance.quoted
    return Passage(
        span=Span(quoted.parts[0].start, quoted.parts[-1].end),
        parts=quoted.parts,
        opening=quoted.opening,
        closing=quoted.closing,
        nested=quoted.nested,
        attribution=None,
        speaker=None,
        certain=False,
        scare=False,
        continues=None,
    )
