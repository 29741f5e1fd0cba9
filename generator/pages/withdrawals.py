"""The lists that a brief left when it was withdrawn: they changed on that day, though nothing in them tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.desk.library import Record
from generator.entities import names_of
from generator.pages.addresses import entity_uri
from generator.pages.cutting import Month
from generator.pages.edition import Edition
from generator.views.entity import said_on
from generator.views.home import LATEST
from generator.views.indexes import letter_of, letter_uri
from generator.views.lists import Place, months_uri
from generator.views.source import publisher_place
from generator.views.steps import due_day


def days_left(edition: Edition) -> Mapping[str, str]:
    """The uris of lists that a brief left on a known day, each with the last such day as ISO has it."""
    days: dict[str, str] = {}
    newest = [record.order for record in edition.shown()][-LATEST:]
    for record in edition.records.values():
        if (gone := record.brief.withdrawn) and gone.date:
            on_home = len(newest) < LATEST or record.order > newest[0]
            for uri in (*(("index.md",) if on_home else ()), *_stood_on(edition, record)):
                days[uri] = max(days.get(uri, ""), gone.date.isoformat())
    return days


def _stood_on(edition: Edition, record: Record) -> Iterator[str]:
    """The lists that show a brief; some of them may be no page."""
    brief = record.brief
    yield from _cut("archive", record.month)
    for place in range(len(brief.quotes)):
        day = said_on(Place(record, place))
        yield from _cut("quotes", (day.year, day.month))
    for ref in filter(None, (edition.find(name, *kinds) for name, kinds in names_of(brief))):
        yield f"{ref.kind}/index.md"
        yield letter_uri(ref.kind, letter_of(getattr(edition.entities, ref.kind)[ref.id]))
        yield entity_uri(ref.kind, ref.id)
        yield from _cut(f"{ref.kind}/{ref.id}", record.month)
    yield "sources/index.md"
    yield from _cut(publisher_place(brief.source.publisher or ""), record.month)
    if page := edition.source_pages.get(brief.source.file or ""):
        yield page
    if brief.outcomes:
        yield "next-steps/index.md"
    for step in brief.next_steps:
        day = due_day(step.when, brief)
        yield from _cut("next-steps", (day.year, day.month))


def _cut(place: str, month: Month) -> Iterator[str]:
    """A list, and the parts of it that its year and its month are."""
    yield f"{place}/index.md"
    yield months_uri(place, month[0])
    yield months_uri(place, *month)
