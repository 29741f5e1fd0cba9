"""Sentences of a source text that look like next steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from generator.articles.article import Article
from generator.articles.days import find_days, is_later, next_day
from generator.articles.listed import either, knows
from generator.articles.reporter import behind_dateline
from generator.spans import Span
from generator.wordlists import words_of

_MOST = 12
_FIGURE = re.compile(r"\d")
_CONDITIONAL = frozenset(
    ["would", "could", "might", "если", "якби", "якщо", "würde", "würden", "serait", "aurait", "sería", "habría"]
)
#: Verbs of the present with which English tells of a day to come: The team flies home on Tuesday.
_SOON = ("travels", "flies", "fly home", "meets", "returns", "opens", "votes on", "hosts", "faces", "leaves for")
#: Words that tell as often of something else: the next cage, wird vorgeworfen. With them a figure is no time.
_UNSURE = frozenset(
    [*_SOON, "next", "plan", "plans", "wird", "werden", "ab", "doit", "doivent", "должен", "должны", "має", "мають"]
)

#: How verbs end that tell of the future: votera, reprendront, presentarán.
_FORMS = {
    "en": f"|{either(frozenset(_SOON))}",
    "fr": r"|\w{3,}(?:er|ir|dr|tr|rr)(?:a|ont)",
    "es": r"|\w{3,}[aei]r(?:á|án)",
}


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells of the future, and what tells when."""
    lists = words_of(lang)
    edges = ("", "") if lists.lang == "zh" else (r"(?<!\w)", r"(?!\w)")
    future, times = lists.future - _CONDITIONAL, lists.months | lists.weekdays | lists.seasons
    return tuple(  # type: ignore[return-value]
        re.compile(
            f"{edges[0]}(?:{either(words) or '(?!)'}{forms}){edges[1]}",
            re.IGNORECASE,
        )
        for words, forms in ((future, _FORMS.get(lists.lang, "")), (times, ""))
    )


def find_steps(article: Article, written: date) -> Iterator[Span]:
    """The sentences in running text that tell of something to come, in order: two words of the future, one and a
    time or a figure, or a day behind the one on which the text was written. A suggestion, the editor decides.
    """
    future, times = _patterns(article.lang)
    bodies = [one.span for one in article.paragraphs if one.kind == "body"]
    found, is_listed = 0, knows(article.lang)
    for sentence in article.sentences:
        if found == _MOST or not any(span.start <= sentence.start < span.end for span in bodies):
            continue
        words = article.text[behind_dateline(article.text, sentence) : sentence.end]
        told = {one.group().lower() for one in future.finditer(words)}
        is_dated = (day := next_day(words, article.lang, written)) and day.is_day
        if not is_listed:  # of what is to come only days tell
            is_dated = any(is_later(one, written) and one.is_day for one in find_days(words, article.lang, written))
        has_figure = _FIGURE.search(words) is not None and bool(told - _UNSURE)
        if len(told) > 1 or is_dated or (told and (has_figure or times.search(words))):
            found += 1
            yield sentence
