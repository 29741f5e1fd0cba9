"""The pages of people, organisations, topics and storylines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.desk.library import Record
from generator.entities import Entity, Kind, Ref
from generator.model import Person, Role
from generator.pages.addresses import entity_uri
from generator.pages.cutting import Month
from generator.pages.edition import Edition
from generator.pages.pictures import shared_picture
from generator.steps import StepState
from generator.views.activity import Activity, activity
from generator.views.cards import briefs_count
from generator.views.lists import Group, ListView, Place, cards, quoted, years_of
from generator.views.names import link_name, link_ref, plain, prose, short_day
from generator.views.parts import Card, Counted, Link, Quoted, Row, Runs, View, Years
from generator.views.steps import row, step_ranks

_BESIDE = 12  # people, places and the like that are named beside


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role that somebody had, for which organisation, and when or in which brief."""

    role: str
    organisation: Link | None
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityView(View):
    """Who or what it is, and all that the briefs tell of it, newest first."""

    kind: Kind
    label: str
    note: Runs
    known_as: tuple[str, ...]
    wikidata: str
    count: str
    span: str  # from the first brief to the last
    activity: Activity | None
    roles: tuple[RoleRow, ...]
    quotes: tuple[Quoted, ...]
    steps: tuple[Row, ...]
    people: tuple[Counted, ...]
    places: tuple[Counted, ...]
    storylines: tuple[Counted, ...]
    topics: tuple[Counted, ...]
    cards: tuple[Card, ...]
    years: tuple[Years, ...]


def kind_words(edition: Edition, kind: Kind) -> tuple[str, str]:
    """What one is called, and what the list of them is called."""
    _ = edition.language.gettext
    return {
        "people": (_("Person"), _("People")),
        "organisations": (_("Organisation"), _("Organisations")),
        "topics": (_("Topic"), _("Topics")),
        "storylines": (_("Storyline"), _("Storylines")),
    }[kind]


def entity_view(
    edition: Edition,
    entity: Entity,
    parts: Mapping[Month, Sequence[object]],
    facts: tuple[tuple[str, object], ...] = (),
) -> EntityView:
    """The page of an entity; `parts` are the months of its list where that is cut, else empty."""
    size = edition.settings.page_size
    records = [edition.records[brief] for brief in reversed(entity.briefs)]
    there = [record for record in records if entity.kind != "people" or entity.id in _present(edition, record)]
    label, listed = kind_words(edition, entity.kind)
    entry = entity.entry
    picture = tuple(shared_picture(entity.id, entity.name)) if entity.kind == "storylines" else ()
    return EntityView(
        searched=False,  # by its names: generator/searching/names.py
        title=entity.name,
        description=_description(edition, entity, len(records)),
        contents=True,
        kind=entity.kind,
        label=label,
        note=prose(edition, entry.note if entry else ""),
        known_as=entry.aliases if entry else (),
        wikidata=(entry.wikidata or "") if entry else "",
        count=briefs_count(edition, len(records)),
        span=_span(edition, records),
        activity=activity(edition, records),
        roles=tuple(_roles(edition, entity)),
        quotes=quoted(edition, said(edition, entity)[:size]),
        steps=tuple(row(edition, state, elsewhere=True) for state in steps_of(edition, entity)[:size]),
        people=tuple(_people(edition, entity, there)),
        places=_most(edition, (link_name(edition, place) for record in there for place in record.brief.places)),
        storylines=_named(edition, entity, records, "storylines"),
        topics=_named(edition, entity, records, "topics"),
        cards=cards(edition, records[:size]),
        years=years_of(edition, f"{entity.kind}/{entity.id}", parts, least=size),
        trail=(Link(listed, f"{entity.kind}/index.md"),),
        facts=(*facts, *picture),
    )


def part_view(
    edition: Edition,
    entity: Entity,
    name: str,
    records: Sequence[Record],
    months: Mapping[Month, Sequence[Record]] | None = None,
) -> ListView:
    """A year or a month of a list that is cut: its briefs and what was said in them, or the way to its months."""
    there = {record.id for record in records}
    places = [Place(edition.records[each.brief], each.place) for each in entity.said if each.brief in there]
    return ListView(
        title=f"{entity.name}, {name}",
        searched=False,
        trail=(
            Link(kind_words(edition, entity.kind)[1], f"{entity.kind}/index.md"),
            Link(entity.name, entity_uri(entity.kind, entity.id)),
        ),
        groups=(Group(Link(""), cards(edition, records)),) if records else (),
        quotes=quoted(edition, newest_first(places)),
        years=years_of(edition, f"{entity.kind}/{entity.id}", months or {}),
    )


def _description(edition: Edition, entity: Entity, briefs: int) -> str:
    """In one line: the note, else the last role, else how many briefs."""
    note = plain(edition, entity.entry.note) if entity.entry and entity.entry.note else ""
    role = next((each.role for each in reversed(entity.appearances) if each.role), "")
    return note or (role if entity.kind == "people" else "") or briefs_count(edition, briefs)


def _span(edition: Edition, records: Sequence[Record]) -> str:
    if not records:
        return ""
    newest, oldest = (short_day(edition, record.brief.date).text for record in (records[0], records[-1]))
    return newest if newest == oldest else f"{oldest} – {newest}"


# --- what they said, what they are to do -------------------------------------------------------------


def said(edition: Edition, entity: Entity) -> list[Place]:
    """Its quotations, newest first; those of one day in the order of their briefs."""
    places = [Place(edition.records[each.brief], each.place) for each in entity.said]
    return newest_first(places)


def newest_first(places: Iterable[Place]) -> list[Place]:
    """Quotations by the day they were said, else the day of the brief; within a brief in its order."""
    ordered = sorted(places, key=lambda each: (each.record.id, each.place))
    return sorted(ordered, key=said_on, reverse=True)


def said_on(place: Place) -> date:
    """The day by which a quotation is listed: its own, else its brief's."""
    when = place.record.brief.quotes[place.place].date or place.record.brief.date
    return when.first or when.last or date.min


def steps_of(edition: Edition, entity: Entity) -> list[StepState]:
    """The steps that it is part of, by date, newest first; of a storyline or topic, those of its briefs."""
    keys = entity.steps
    if entity.kind in ("topics", "storylines"):
        keys = tuple(key for brief in entity.briefs for key in edition.steps_of.get(brief, ()))
    ranks = step_ranks(edition)
    return [edition.entities.steps[key] for key in sorted(keys, key=ranks.__getitem__)]


# --- who is beside -----------------------------------------------------------------------------------


def _roles(edition: Edition, entity: Entity) -> Iterator[RoleRow]:
    """The roles of the vocabulary, else those that the briefs tell, the latest first."""
    if isinstance(entity.entry, Person) and entity.entry.roles:
        yield from (_held(edition, role) for role in reversed(entity.entry.roles))
        return
    told: dict[tuple[str, str], list[Record]] = {}
    for each in reversed(entity.appearances) if entity.kind == "people" else ():
        if each.role:
            told.setdefault((each.role, each.organisation), []).append(edition.records[each.brief])
    for (title, name), records in told.items():
        yield RoleRow(title, link_name(edition, name, "organisations") if name else None, _span(edition, records))


def _held(edition: Edition, role: Role) -> RoleRow:
    _, short = edition.language.gettext, edition.language.short_date
    start, end = (short(when) if when else "" for when in (role.start, role.end))
    when = f"{start} – {end}" if start and end else ""
    if not when and (start or end):
        when = (_("since {date}") if start else _("until {date}")).format(date=start or end)
    return RoleRow(
        role.role, link_name(edition, role.organisation, "organisations") if role.organisation else None, when
    )


def _people(edition: Edition, entity: Entity, records: Sequence[Record]) -> Iterator[Counted]:
    """Who speaks for an organisation, with the latest role; else those who took part most often.

    Who has no page stands in no list: briefs name them, and nothing gathers where.
    """
    people = edition.entities.people
    if entity.kind == "organisations":
        latest = {each.brief: each for each in entity.appearances}
        for key in entity.people:
            if not people[key].page:
                continue
            roles = [each.role for each in people[key].appearances if each.role and each.brief in latest]
            yield Counted(_page(edition, "people", key), tuple(roles[-1:]))
        return
    present = (key for record in records for key in _present(edition, record))
    there = Counter(key for key in present if people[key].page and key != _own(entity))
    ordered = sorted(there.items(), key=lambda each: (-each[1], each[0]))[:_BESIDE]
    yield from (Counted(_page(edition, "people", key), (briefs_count(edition, count),)) for key, count in ordered)


def _own(entity: Entity) -> str:
    return entity.id if entity.kind == "people" else ""


def _present(edition: Edition, record: Record) -> Iterator[str]:
    refs = dict.fromkeys(edition.find(each.name, "people") for each in record.brief.participants)
    return (ref.id for ref in refs if ref)


def _page(edition: Edition, kind: Kind, key: str) -> Link:
    entities: Mapping[str, Entity] = getattr(edition.entities, kind)
    entity = entities[key]
    return link_ref(Ref(kind, key, entity.name, entity.page))


def _named(edition: Edition, entity: Entity, records: Sequence[Record], kind: Kind) -> tuple[Counted, ...]:
    """The storylines or topics of its briefs, the most frequent first."""
    if entity.kind == kind:
        return ()
    if kind == "topics":
        return _most(edition, (link_name(edition, topic, kind) for record in records for topic in record.brief.topics))
    told = (record.brief.storyline for record in records)
    return _most(edition, (link_name(edition, storyline, kind) for storyline in told if storyline))


def _most(edition: Edition, links: Iterable[Link]) -> tuple[Counted, ...]:
    """What is named most often, each with the number of briefs that name it."""
    counts = Counter(links)
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0].text, each[0].to))
    return tuple(Counted(link, (briefs_count(edition, count),)) for link, count in ordered[:_BESIDE])
