"""Briefs as feeds tell them: what happened, word for word what was said, what happens next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from generator.desk.library import Record
from generator.machines.bearings import Bearings, origin
from generator.machines.dating import changed_on, published_on
from generator.model import major_changes
from generator.pages.addresses import brief_uri
from generator.pages.edition import Edition
from generator.views.names import link_name, plain, prose, short_day
from generator.views.parts import Link, Verbatim
from generator.views.quotations import credits_of, notes_on, original_of, place_in, words_of
from generator.views.steps import step_day

NEWEST = 50
#: Characters that XML 1.0 cannot hold and a brief can.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A brief in a feed. `id` never changes; `html` is its content, safe as it is."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: date
    changed: date
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed: its place in the site, what it is called, the url of the page that it follows, and its briefs."""

    place: str
    title: str
    url: str
    records: tuple[Record, ...]


def entry(edition: Edition, record: Record) -> Entry:
    """A brief in a feed."""
    brief, bearings = record.brief, Bearings(edition.settings.site_url)
    return Entry(
        id=bearings.to_uri(brief_uri(origin(edition, record))),
        url=bearings.to_uri(brief_uri(record.id)),
        title=clean(brief.title),
        summary=clean(plain(edition, brief.summary)),
        html=clean("\n".join(_content(edition, record, bearings))),
        published=published_on(brief),
        changed=changed_on(brief),
        topics=tuple(clean(link_name(edition, topic, "topics").text) for topic in brief.topics),
    )


def clean(text: str) -> str:
    """The text without what XML cannot hold; the sign for an unknown character stands there instead."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)


# --- the content: HTML, in which whatever was typed is escaped ---------------------------------------


def _content(edition: Edition, record: Record, bearings: Bearings) -> Iterator[str]:
    brief, _ = record.brief, edition.language.gettext
    yield f"<p><strong>{_prose(edition, brief.summary, bearings)}</strong></p>"
    if brief.why_it_matters:
        yield f"<p>{_prose(edition, brief.why_it_matters, bearings)}</p>"
    points = (_labelled(edition, point.label, _prose(edition, point.text, bearings)) for point in brief.key_points)
    yield from _list(_("Key points"), points)
    yield from _quotes(edition, record, bearings)
    yield from _list(_("What happens next"), _steps(edition, record))
    yield from _list(_("Changes"), _changes(edition, record, bearings))


def _list(heading: str, items: Iterable[str]) -> Iterator[str]:
    if rows := "".join(f"<li>{item}</li>" for item in items):
        yield f"<h2>{escape(heading)}</h2>\n<ul>{rows}</ul>"


def _labelled(edition: Edition, label: str | None, html: str) -> str:
    return f"<b>{escape(label)}</b>" + edition.language.gettext(": ") + html if label else html


def _quotes(edition: Edition, record: Record, bearings: Bearings) -> Iterator[str]:
    if record.brief.quotes:
        heading = edition.language.gettext("In their words")
        yield f"<h2>{escape(heading)}</h2>"
    for place, quote in enumerate(record.brief.quotes):
        yield _words(words_of(edition, record, quote))
        if original := original_of(edition, record, quote):
            yield _words(original)
        day = (short_day(edition, quote.date).text,) if quote.date else ()
        told = (*notes_on(edition, record, quote), *day, *credits_of(edition, quote))
        said = edition.language.gettext(", ").join((link_name(edition, quote.speaker).text, *told))
        yield f"<p>— {_anchor(bearings.to_uri(place_in(edition, record, place)), said)}</p>"


def _words(words: Verbatim) -> str:
    named = (("lang", words.lang), ("dir", words.dir))
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in named if value)
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in words.paragraphs)
    return f"<blockquote{attributes}>{paragraphs}</blockquote>"


def _steps(edition: Edition, record: Record) -> Iterator[str]:
    """The steps as the brief announces them; what became of them is told by the calendar and the pages."""
    for step in record.brief.next_steps:
        yield escape(f"{step.what} ({step_day(edition, step.when).text})")


def _changes(edition: Edition, record: Record, bearings: Bearings) -> Iterator[str]:
    for change in major_changes(record.brief):
        day = edition.language.short_date(change.date)
        yield escape(day) + edition.language.gettext(": ") + _prose(edition, change.note, bearings)


def _prose(edition: Edition, text: str, bearings: Bearings) -> str:
    return "".join(_run(link, bearings) for link in prose(edition, text))


def _run(link: Link, bearings: Bearings) -> str:
    if not link.to:
        return escape(link.text)
    return _anchor(link.to if link.is_abroad else bearings.to_uri(link.to), link.text)


def _anchor(to: str, words: str) -> str:
    return f'<a href="{escape(to)}">{escape(words)}</a>'
