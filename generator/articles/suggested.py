"""The quoted passages of a source text with their likely speakers, as `briefing quotes` tells them."""

from __future__ import annotations

import json
import textwrap
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from generator.articles.passages import Article


class Row(NamedTuple):
    """A passage: the offsets of its words, marks left out; `continues` is the index of the row that it goes on from."""

    start: int
    end: int
    text: str
    speaker: str | None
    scare: bool
    continues: int | None


def list_quotes(article: Article) -> tuple[Row, ...]:
    """Every passage of the article in order; a suggestion, the editor decides."""
    return tuple(
        Row(
            passage.span.start,
            passage.span.end,
            article.text[passage.span.start : passage.span.end],
            passage.speaker,
            passage.scare,
            passage.continues,
        )
        for passage in article.passages
    )


def render_json(article: Article) -> str:
    """The rows as a JSON list, one row a line."""
    rows = (json.dumps(row._asdict(), ensure_ascii=False) for row in list_quotes(article))
    return "[\n" + ",\n".join(f"  {row}" for row in rows) + "\n]\n"


def render_text(article: Article) -> str:
    """The rows for people: number, line, speaker, and the words below."""
    rows = list_quotes(article)
    if not rows:
        return "no quoted passages\n"
    ends = [place for place, letter in enumerate(article.text) if letter == "\n"]
    return "\n".join(_told(index, row, bisect_right(ends, row.start) + 1) for index, row in enumerate(rows)) + "\n"


def _told(index: int, row: Row, line: int) -> str:
    heads = [f"{index:>3}", f"line {line}", row.speaker or "speaker not told"]
    if row.scare:
        heads.append("words in marks")
    if row.continues is not None:
        heads.append(f"goes on from {row.continues}")
    return "\n".join([" · ".join(heads), *_wrapped(row.text)])


def _wrapped(text: str) -> Iterator[str]:
    for paragraph in text.split("\n"):
        if paragraph.strip():
            yield from textwrap.wrap(
                " ".join(paragraph.split()), 96, initial_indent="      ", subsequent_indent="      "
            )
