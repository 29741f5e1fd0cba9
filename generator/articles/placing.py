"""Back to the text as it is stored: an article that was read without disguise gets the spans of its own text."""

from __future__ import annotations

from dataclasses import replace

from generator.articles.article import Article, Attribution, Passage
from generator.articles.levelling import Levelled
from generator.spans import Span


def placed(article: Article, text: str, seen: Levelled) -> Article:
    """The article as one of `text`; it was read from `seen`, in which every character knows its origin."""
    back = _Way(text, seen)
    return replace(
        article,
        text=text,
        paragraphs=tuple(one._replace(span=back.span(one.span)) for one in article.paragraphs),
        sentences=tuple(map(back.span, article.sentences)),
        passages=tuple(map(back.passage, article.passages)),
        attributions=tuple(map(back.attribution, article.attributions)),
        cast=tuple(one._replace(first=back.start(one.first)) for one in article.cast),
        turns=tuple(one._replace(span=back.span(one.span), label=back.span(one.label)) for one in article.turns),
    )


class _Way:
    def __init__(self, text: str, seen: Levelled) -> None:
        self.starts = [*seen.starts, len(text)]
        self.ends = seen.ends

    def start(self, at: int) -> int:
        return self.starts[at]

    def span(self, span: Span) -> Span:
        start = self.starts[span.start]
        return Span(start, self.ends[span.end - 1] if span.start < span.end else start)

    def passage(self, passage: Passage) -> Passage:
        parts = tuple(map(self.span, passage.parts))
        closing = self.span(passage.closing)
        return passage._replace(
            span=self.span(passage.span),
            parts=parts,
            opening=self.span(passage.opening),
            closing=closing if closing.start < closing.end else Span(parts[-1].end, parts[-1].end),
            nested=tuple(map(self.span, passage.nested)),
            attribution=self.attribution(passage.attribution) if passage.attribution else None,
        )

    def attribution(self, attribution: Attribution) -> Attribution:
        return attribution._replace(span=self.span(attribution.span))
