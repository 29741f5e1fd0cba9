"""The turns of a transcript: who speaks from label to label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.articles.article import Kind, Named, Paragraph, Turn
from generator.articles.paragraphs import trim
from generator.spans import Span

#: The label of a turn at the start of a line: MR. SMITH: … QUESTION (Radio Tesk): … A: …
LABEL = re.compile(
    r"(?m)^[ \t]*((?:[QA]|[^\W\d_a-zß-öø-ÿа-яіїєґ][\w.'’-]*(?:[ \t]+[\w.'’-]+){0,5})"
    r"(?:[ \t]*[(,][^():\n]{1,60}\)?)?)[:：](?=\s|\Z)"
)
_ASIDE = re.compile(r"[(,].*\Z")
_QUESTION = frozenset(["q", "question", "frage", "вопрос", "питання", "pregunta", "问", "問", "记者", "記者", "سؤال"])
_TITLE = re.compile(
    r"\A(?:(?:mr|mrs|ms|miss|dr|prof|sir|dame|sen|rep|gov|gen|m|mme|herr|frau|sr|sra)\.?\s+)+", re.IGNORECASE
)


def find_turns(text: str, kind: Kind, paragraphs: Sequence[Paragraph], cast: Sequence[Named]) -> Iterator[Turn]:
    """The turns in order; of a statement or a post one, the text below its headline; of an article none."""
    if kind == "transcript":
        labels = _labels(text)
        for index, found in enumerate(labels):
            end = labels[index + 1].start() if index + 1 < len(labels) else len(text)
            label = Span(*found.span(1))
            yield Turn(trim(text, Span(found.end(), end)), label, _speaker(text[label.start : label.end], cast))
    elif kind in ("statement", "post"):
        body = [one.span for one in paragraphs if one.kind != "front"]
        if body:
            yield Turn(Span(body[0].start, body[-1].end), Span(body[0].start, body[0].start), None)


def _labels(text: str) -> list[re.Match[str]]:
    """The labels; where they are in capitals, words before other colons are none."""
    found = list(LABEL.finditer(text))
    capital = [one for one in found if _ASIDE.sub("", one.group(1)).isupper()]
    return capital if len({one.group(1) for one in capital}) > 1 else found


def _speaker(label: str, cast: Sequence[Named]) -> str | None:
    """Whom a label names, in the fullest form of the text; nobody where it only says that it is a question."""
    name = _ASIDE.sub("", label).strip()
    bare = _TITLE.sub("", name).strip() or name
    if bare.lower() in _QUESTION or bare in ("Q", "A"):
        return None
    words = bare.lower().replace("’", "'").split()
    holding = [one.name for one in cast if one.words[-1:] == tuple(words[-1:]) and set(words) <= set(one.words)]
    fitting = sorted((one for one in holding if not one.isupper()), key=lambda one: (-len(one.split()), one))
    if fitting:
        return fitting[0]
    return bare.title() if bare.isupper() else bare
