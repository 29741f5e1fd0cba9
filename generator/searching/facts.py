"""What the results of a search are ordered and narrowed by: the day of a brief, and who and what it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.entities import KINDS
from generator.pages.addresses import brief_uri, place_of
from generator.pages.edition import Edition

#: In the order in which they are offered.
FACETS = (*KINDS, "publishers")
#: For each facet what a brief is about, as (id, name) in the order of ids.
About = Mapping[str, Sequence[tuple[str, str]]]


def days_of(edition: Edition) -> Mapping[str, date]:
    """The day of every brief that lists show, by its place in the site."""
    return {
        _place(record.id): record.brief.date.first or record.brief.date.last or date.min for record in edition.shown()
    }


def facts_of(edition: Edition, places: Iterable[str]) -> Mapping[str, About]:
    """What the briefs at these places of the site are about; people without a page are left out."""
    wanted = set(places)
    records = [record for record in edition.shown() if _place(record.id) in wanted]
    about: dict[str, dict[str, list[tuple[str, str]]]] = {record.id: defaultdict(list) for record in records}
    for kind, brief, name in _mentions(edition):
        if brief in about:
            about[brief][kind].append(name)
    for record in records:
        if publisher := record.brief.source.publisher:
            about[record.id]["publishers"].append((publisher, publisher))
    return {_place(brief): told for brief, told in about.items()}


def _place(brief: str) -> str:
    return place_of(brief_uri(brief))


def _mentions(edition: Edition) -> Iterator[tuple[str, str, tuple[str, str]]]:
    for kind in KINDS:
        for entity in sorted(getattr(edition.entities, kind).values(), key=lambda each: each.id):
            if entity.page:
                for brief in dict.fromkeys(entity.briefs):
                    yield kind, brief, (entity.id, entity.name)
