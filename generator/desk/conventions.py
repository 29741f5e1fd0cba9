"""The conventions of a good brief that can be counted: warnings, never errors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.dates import When
from generator.desk.library import Record
from generator.model import Brief
from generator.problems import Finding
from generator.prose import prose_of
from generator.typed.inside import count_signs

MOST_WORDS = 30
MOST_POINTS = 7

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)|\[\[[^\[\]]*\]\]")
#: Scripts without spaces, and how many of their characters make about one word.
_UNSPACED = {
    2: re.compile(
        r"[\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    ),
    4: re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"),
}
#: `[words](www.…)`, `[words] (https://…)` and `(words)[https://…]`; what is a link has no space and its https://.
_SITE = r"(?:https?://|www\.)[^\s()\[\]]+"
_NEARLY_A_LINK = re.compile(
    r"\[(?P<words>[^\[\]\n]+)\](?:\((?=www\.)| \()"
    rf"(?P<address>{_SITE})\)|\((?P<turned>[^()\n]+)\)\[(?P<there>{_SITE})\]"
)
_A_DAY = timedelta(days=1)
_WORD = re.compile(r"\w[^\s—–]*")


def check_conventions(record: Record, today: date) -> Iterator[Finding]:
    """What a brief could do better."""
    brief, path = record.brief, record.path
    if brief.title.rstrip("\"'”’»）)] ").endswith(("?", "？", "؟")):
        hint = "say what happened; what is open belongs under not_known"
        yield Finding(path, "title", "title-question", "the title is a question, where it should state the news", hint)
    if (words := count_words(brief.summary)) > MOST_WORDS:
        message = f"the summary has {words} words; {MOST_WORDS} are the most that is read at a glance"
        yield Finding(path, "summary", "summary-long", message, "keep the bottom line; the rest fits into key points")
    if (points := len(brief.key_points)) > MOST_POINTS:
        message = f"there are {points} key points; {MOST_POINTS} are the most that are read"
        hint = "keep those that a reader must know, or put two together"
        yield Finding(path, "key_points", "key-points-count", message, hint, at_key=True)
    for field, day in _dates(brief):
        if day > today:
            message = f"this date lies in the future ({day.isoformat()}; today is {today.isoformat()})"
            hint = "correct the date, or, where it is still to happen, tell it under next_steps"
            if field.startswith(("changes", "withdrawn")):
                hint = "write the day on which it was done"
            yield Finding(path, field, "future-date", message, hint)
    for field, message, hint in _against_order(brief, today):
        yield Finding(path, field, "date-order", message, hint)
    yield from _nearly_links(record)


def judge_conventions(record: Record) -> tuple[str, tuple[Finding, ...]]:
    """What is true of a brief on any day: the latest of its days, and what it could do better once that has come."""
    days = [day for _, day in _dates(record.brief)]
    return max(days, default=date.min).isoformat(), tuple(check_conventions(record, date.max))


def count_words(text: str) -> int:
    """About how many words a reader sees; in scripts without spaces the characters are counted."""
    text = _LINK.sub(lambda link: link[1] if link[1] is not None else "link", text)
    count = 0
    for length, characters in _UNSPACED.items():
        text, found = characters.subn(" ", text)
        count += -(-found // length)
    return count + len(_WORD.findall(text))


def _nearly_links(record: Record) -> Iterator[Finding]:
    """What is shown as it is typed, and was meant as a link."""
    for field, text in prose_of(record.brief):
        if "](" not in text and "] (" not in text and ")[" not in text:
            continue
        for found in _NEARLY_A_LINK.finditer(text):
            words, address = (found["words"] or found["turned"]), (found["address"] or found["there"])
            message = f"“{found[0]}” is shown to readers as it is typed here: it is nearly a link"
            hint = f"if a link is meant, write [{words}]({address if '://' in address else f'https://{address}'})"
            behind = count_signs(text[: found.start()])
            yield Finding(record.path, field, "unknown-reference", message, hint, level="warning", behind=behind)


def _dates(brief: Brief) -> Iterator[tuple[str, date]]:
    dated = [("date", brief.date), *((f"quotes[{index}].date", quote.date) for index, quote in enumerate(brief.quotes))]
    for field, when in dated:
        if day := _earliest(when):
            yield field, day
    for index, change in enumerate(brief.changes):
        yield f"changes[{index}].date", change.date
    if brief.withdrawn and brief.withdrawn.date:
        yield "withdrawn.date", brief.withdrawn.date


def _against_order(brief: Brief, today: date) -> Iterator[tuple[str, str, str]]:
    """Dates that cannot both be right: the field, what is wrong, and the remedy.

    Between what is dated in two places of the world a day more or less says nothing.
    """
    online, happened, source = brief.published, _earliest(brief.date), brief.source
    changed = [(f"changes[{index}].date", change.date) for index, change in enumerate(brief.changes)]
    if brief.withdrawn and brief.withdrawn.date:
        changed.append(("withdrawn.date", brief.withdrawn.date))
    if online and happened and online + _A_DAY < happened <= today:  # a day in the future is told as that
        message = f"the brief went online ({online}) before it happened ({brief.date})"
        yield "published", message, "correct one of the two dates; what is still to happen belongs under next_steps"
    elif online:
        for field, day in changed:
            if day + _A_DAY < online:
                message = f"this is before the brief went online ({online})"
                yield field, message, "write the day on which it was done, or correct “published”"
    appeared = source.published.last if source.published else None
    for index, quote in enumerate(brief.quotes):
        said = _earliest(quote.date)
        if appeared and said and appeared + _A_DAY < said:
            message = f"the article appeared ({source.published}) before these words were said ({quote.date})"
            yield f"quotes[{index}].date", message, "correct one of the two dates"


def _earliest(when: When | None) -> date | None:
    return (when.first or when.last) if when else None
