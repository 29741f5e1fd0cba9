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
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_ASIDE = re.compile(r"[(,].*\Z")
_QUESTION = frozenset(
    ["q", "question", "frage", "вопрос", "питання", "запитання", "pregunta", "问", "問", "记者", "記者", "سؤال", "س"]
)
_ANSWER = frozenset(
    [
        "answer",
        "antwort",
        "réponse",
        "respuesta",
        "ответ",
        "відповідь",
        "答",
        "回答",
        "جواب",
        "الجواب",
        "الإجابة",
        "إجابة",
        "ج",
    ]
)
_LETTERS = frozenset(["Q", "A", "P", "R", "F", "В", "О", "З"])  # with or without a full stop
_TITLE = re.compile(
    r"\A(?:(?:mr|mrs|ms|miss|dr|prof|sir|dame|sen|rep|gov|gen|m|mme|herr|frau|sr|sra)\.?\s+)+", re.IGNORECASE
)


def find_turns(text: str, kind: Kind, paragraphs: Sequence[Paragraph], cast: Sequence[Named]) -> Iterator[Turn]:
    """The turns in order; of a statement or a post one, the text below its headline; of an article none."""
    if kind == "transcript":
        labels = _labels(text)
        for index, found in enumerate(labels):
            following = labels[index + 1] if index + 1 < len(labels) else None
            end = following.start() if following else len(text)
            label = Span(*found.span(1))
            speaker = _speaker(text[label.start : label.end], cast)
            asked = _asked(text, Span(found.end(), end)) if following and following.group(1) == found.group(1) else end
            yield Turn(trim(text, Span(found.end(), asked)), label, speaker, _asks(text[label.start : label.end]))
            if asked < end:
                yield Turn(trim(text, Span(asked, end)), Span(asked, asked), None, asks=True)
    elif kind in ("statement", "post"):
        body = [one.span for one in paragraphs if one.kind != "front"]
        if body:
            yield Turn(Span(body[0].start, body[-1].end), Span(body[0].start, body[0].start), None)


def _asks(label: str) -> bool:
    """Whether a label only says that it is a question."""
    name = _ASIDE.sub("", label).strip().rstrip(".")
    return name.lower() in _QUESTION or name in ("P", "F")


def _asked(text: str, turn: Span) -> int:
    """Where the question begins in a turn that is followed by one of the same speaker: its last paragraph.

    Interviews often label the answers alone. A turn of one paragraph is left as it is.
    """
    said = text[turn.start : turn.end].rstrip()
    last = _BLANK_LINE.search(said.lstrip()[::-1])
    return turn.start + len(said) - last.start() if last and said[-1:] in "?？؟:." else turn.end


def _labels(text: str) -> list[re.Match[str]]:
    """The labels; where they are in capitals, words before other colons are none."""
    found = list(LABEL.finditer(text))
    capital = [one for one in found if _ASIDE.sub("", one.group(1)).isupper()]
    return capital if len({one.group(1) for one in capital}) > 1 else found


def _speaker(label: str, cast: Sequence[Named]) -> str | None:
    """Whom a label names, in the fullest form of the text; nobody where it only says that it is a question."""
    name = _ASIDE.sub("", label).strip()
    bare = _TITLE.sub("", name).strip() or name
    if bare.lower() in _QUESTION or bare.lower() in _ANSWER or bare.rstrip(".") in _LETTERS:
        return None
    words = bare.lower().replace("’", "'").split()
    holding = [one.name for one in cast if one.words[-1:] == tuple(words[-1:]) and set(words) <= set(one.words)]
    fitting = sorted((one for one in holding if not one.isupper()), key=lambda one: (-len(one.split()), one))
    if fitting:
        return fitting[0]
    return bare.title() if bare.isupper() else bare
