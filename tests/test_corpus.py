"""How well the quoted passages of news copy are found, measured on articles marked by hand (`tests/corpus/`).

A passage is right when its first and last letters are. A speaker is right when one of the two names contains the
other, articles and titles left out; only passages that are not scare have one. The table is printed (`pytest -s`).
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.passages import read_article

CORPUS = Path(__file__).parent / "corpus"
LANGUAGES = ("ar", "de", "en", "es", "fr", "ru", "uk", "zh")
PASSAGES = {"en": 0.95}  # must be right of all; 0.90 in the other languages
SPEAKERS = {"en": 0.85}

_TITLE = re.compile(r"^(?:the|an?|la|les?|l|der|die|das|el|los|las|mrs?|ms|dr|sir)[ .’']+")


class Score(NamedTuple):
    """What was found in the articles of one language."""

    rows: int
    found: int
    invented: int
    spoken: int
    speakers: int


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without what is no letter or digit at its edges."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def same_speaker(one: str | None, other: str | None) -> bool:
    bare, also = (_TITLE.sub("", (name or "").casefold().replace("’", "'")).strip() for name in (one, other))
    return bare == also or bool(bare and also and (bare in also or also in bare))


@cache
def score(lang: str) -> Score:
    total = Score(0, 0, 0, 0, 0)
    for path in sorted((CORPUS / lang).glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        rows = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        found = {trimmed(text, *passage.span): passage for passage in read_article(text, lang).passages}
        right = {span: found.get(span) for span in (trimmed(text, row["start"], row["end"]) for row in rows)}
        spoken = [(row, passage) for row, passage in zip(rows, right.values(), strict=True) if not row["scare"]]
        counted = Score(
            rows=len(rows),
            found=sum(passage is not None for passage in right.values()),
            invented=len(found.keys() - right.keys()),
            spoken=len(spoken),
            speakers=sum(same_speaker(row["speaker"], passage.speaker) for row, passage in spoken if passage),
        )
        total = Score(*(mine + more for mine, more in zip(total, counted, strict=True)))
    return total


@pytest.mark.parametrize("lang", LANGUAGES)
def test_passages_are_found(lang: str) -> None:
    told = score(lang)
    print(f"{lang}: {told.found} of {told.rows} passages, {told.invented} invented", end="; ")
    print(f"{told.speakers} of {told.spoken} speakers")
    assert told.found >= PASSAGES.get(lang, 0.90) * told.rows
    assert told.invented <= 0.05 * told.rows


@pytest.mark.parametrize("lang", SPEAKERS)
def test_speakers_are_told(lang: str) -> None:
    told = score(lang)
    assert told.speakers >= SPEAKERS[lang] * told.spoken
