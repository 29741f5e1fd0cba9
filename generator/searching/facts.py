"""What the results of a search can be narrowed by: the day of a brief, and who and what it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from generator.entities import KINDS
from generator.pages.addresses import brief_uri, place_of
from generator.pages.edition import Edition

#: In the order in which they are offered.
FACETS = (*KINDS, "publishers")


class Facts(NamedTuple):
    """Of one brief: its day, and for each facet what it is about, as (id, name) in the order of ids."""

    day: date
    about: Mapping[str, Sequence[tuple[str, str]]]


def facts_of(edition: Edition) -> Mapping[str, Facts]:
    """The facts of every brief that lists show, by its place in the site; people without a page are left out."""
    about: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for kind, brief, name in _mentions(edition):
        about[brief][kind].append(name)
    found = {}
    for record in edition.shown():
        if publisher := record.brief.source.publisher:
            about[record.id]["publishers"].append((publisher, publisher))
        day = record.brief.date.first or record.brief.date.last or date.min
        found[place_of(brief_uri(record.id))] = Facts(day, about[record.id])
    return found


def _mentions(edition: Edition) -> Iterator[tuple[str, str, tuple[str, str]]]:
    for kind in KINDS:
        for entity in sorted(getattr(edition.entities, kind).values(), key=lambda each: each.id):
            if entity.page:
                for brief in dict.fromkeys(entity.briefs):
                    yield kind, brief, (entity.id, entity.name)
