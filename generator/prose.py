"""Prose: plain text in which `[words](https://…)` and `[[brief-id]]` are links, and nothing else means anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.model import Brief

_PLAIN_ADDRESS = r"[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*"
_LINK = re.compile(
    rf"\[\[(?P<brief>[^\[\]\n]+)\]\]|\[(?P<words>[^\[\]\n]+)\]\((?P<address>(?:https?://|mailto:){_PLAIN_ADDRESS})\)",
    re.IGNORECASE,
)


class Run(NamedTuple):
    """A stretch of prose: words alone, words with an address, or the id of a brief as typed."""

    words: str
    address: str = ""
    brief: str = ""


def runs(text: str) -> Iterator[Run]:
    """The stretches of a prose text in order; put together they are the text."""
    at = 0
    for found in _LINK.finditer(text):
        if found.start() > at:
            yield Run(text[at : found.start()])
        if found["brief"]:
            yield Run(found[0], brief=found["brief"].strip())
        else:
            yield Run(found["words"], address=found["address"])
        at = found.end()
    if at < len(text):
        yield Run(text[at:])


def as_read(text: str) -> str:
    """A prose text without the addresses of its links."""
    return "".join(run.words for run in runs(text)) if "[" in text else text


def find_typed(text: str, at: int) -> int:
    """Where in a prose text that stands which stands so far into it as it is read."""
    for found in _LINK.finditer(text):
        start, end = found.span("words")
        if start < 0:
            continue
        if at < found.start():
            break
        at += 1  # the bracket before the words
        if at < end:
            break
        at += found.end() - end
    return at


def prose_of(brief: Brief) -> Iterator[tuple[str, str]]:
    """Every text of a brief in which links work, with its field."""
    for field in ("summary", "why_it_matters"):
        if text := getattr(brief, field):
            yield field, text
    listed = {"key_points": "text", "quotes": "context", "outcomes": "note", "disputed": "what", "changes": "note"}
    for field, name in listed.items():
        for place, item in enumerate(getattr(brief, field)):
            if text := getattr(item, name):
                yield f"{field}[{place}].{name}", text
    yield from ((f"not_known[{place}]", text) for place, text in enumerate(brief.not_known))
