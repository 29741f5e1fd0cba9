"""Briefs in lists."""

from __future__ import annotations

from collections.abc import Iterator

from generator.desk.library import Record
from generator.pages.addresses import brief_uri
from generator.pages.edition import Edition
from generator.views.names import link_name, plain, short_day
from generator.views.parts import Card, Link


def card(edition: Edition, record: Record) -> Card:
    """A brief in a list."""
    brief = record.brief
    return Card(
        title=Link(brief.title, brief_uri(record.id)),
        storyline=link_name(edition, brief.storyline, "storylines") if brief.storyline else None,
        day=short_day(edition, brief.date),
        summary=plain(edition, brief.summary),
        counts=tuple(_counts(edition, record)),
        draft=brief.draft,
    )


def _counts(edition: Edition, record: Record) -> Iterator[str]:
    number, ngettext = edition.language.number, edition.language.ngettext
    people, quotes, steps = (
        len(listed) for listed in (record.brief.participants, record.brief.quotes, record.brief.next_steps)
    )
    if people:
        yield ngettext("{n} took part", "{n} took part", people).format(n=number(people))
    if quotes:
        yield ngettext("{n} quotation", "{n} quotations", quotes).format(n=number(quotes))
    if steps:
        yield ngettext("{n} next step", "{n} next steps", steps).format(n=number(steps))


def briefs_count(edition: Edition, count: int) -> str:
    """3 briefs."""
    return edition.language.ngettext("{n} brief", "{n} briefs", count).format(n=edition.language.number(count))
