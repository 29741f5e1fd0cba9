"""The data under api/: an index, briefs and steps by year, people by letter, a file for each brief, the schemas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TypeVar

from generator.desk.library import Record
from generator.entities import Entity
from generator.machines import shapes
from generator.machines.bearings import Bearings, json_place, markdown_place
from generator.machines.brief_files import brief_file, step, when
from generator.machines.brief_markdown import brief_markdown
from generator.machines.dating import changed_on, moved_last, published_on
from generator.model import Person
from generator.pages.addresses import brief_uri, entity_uri
from generator.pages.edition import Edition
from generator.pages.marking import mark
from generator.pages.marks import brief_mark, card_mark, step_mark, steps_mark
from generator.pages.page import Companion
from generator.pages.site_file import SiteFile
from generator.schema import brief_schema, render_schema
from generator.steps import StepState
from generator.views.brief import brief_view
from generator.views.indexes import by_letter, listed
from generator.views.names import plain
from generator.views.steps import step_days

T = TypeVar("T")
INDEX = "api/index.json"
_FORMAT = "api/schema/format.json"  # of what editors type; the shapes lead to it


def api_files(edition: Edition, base: str) -> Iterator[SiteFile]:
    """Every file under api/; `base` is a digest of the settings."""
    years = _by_year([record for record in edition.shown() if not record.brief.draft])
    steps = _steps_by_year(edition)
    letters = by_letter([entity for entity in listed(edition, "people") if _out(edition, entity)])
    yield _index(edition, base, years, letters, steps)
    for year, records in years.items():
        marks = (_listed_mark(edition, record) for record in records)
        yield SiteFile(_year_place(year), mark(base, *marks), partial(_year, edition, year, records))
        for record in records:
            held_back = _held_back(edition, edition.steps_of.get(record.id, ()))
            key = mark(base, brief_mark(edition, record), steps_mark(edition, record), *held_back)
            yield SiteFile(json_place(record.id), key, partial(brief_file, edition, record))
            yield SiteFile(markdown_place(record.id), key, partial(_markdown, edition, record))
    for letter, people in letters.items():
        marks = (_person_mark(edition, entity) for entity in people)
        yield SiteFile(_letter_place(letter), mark(base, *marks), partial(_people, edition, letter, people))
    for year, states in steps.items():
        held_back = _held_back(edition, (state.key for state in states))
        told = (*(step_mark(edition, state.key) for state in states), "", *held_back)
        yield SiteFile(_steps_place(year), mark(base, *told), partial(_steps, edition, year, states))
    yield SiteFile(_FORMAT, "format", _format)
    for name in shapes.FILES:
        yield SiteFile(_schema_place(name), name, partial(_schema, name))


def brief_companions(edition: Edition, record: Record) -> Mapping[str, Companion]:
    """The files that tell machines of one brief, as companions of its page."""
    if record.brief.draft or record.brief.withdrawn:
        return {}
    return {
        json_place(record.id): lambda _: brief_file(edition, record),
        markdown_place(record.id): partial(brief_markdown, edition, record),
    }


def _markdown(edition: Edition, record: Record) -> bytes:
    return brief_markdown(edition, record, brief_view(edition, record))


def _year_place(year: int) -> str:
    return f"api/years/{year:04}.json"


def _steps_place(year: int) -> str:
    return f"api/steps/{year:04}.json"


def _letter_place(letter: str) -> str:
    return f"api/people/{'0-9' if letter == '#' else letter.lower()}.json"


def _schema_place(name: str) -> str:
    return f"api/schema/{name}.json"


@cache
def _format() -> bytes:
    return render_schema(brief_schema()).encode()


@cache
def _schema(name: str) -> bytes:
    return render_schema(shapes.schema_of(name)).encode()


# --- the index ---------------------------------------------------------------------------------------


def _index(
    edition: Edition,
    base: str,
    years: Mapping[int, Sequence[Record]],
    letters: Mapping[str, Sequence[Entity]],
    steps: Mapping[int, Sequence[StepState]],
) -> SiteFile:
    parts = (
        _parts(edition, years, _year_place, "{:04}"),
        _parts(edition, letters, _letter_place, "{}"),
        _parts(edition, steps, _steps_place, "{:04}"),
    )
    bearings = Bearings(edition.settings.site_url, INDEX)
    withdrawn = tuple(_withdrawn(edition, bearings))

    def make() -> bytes:
        return shapes.write_shape(
            shapes.IndexFile(
                site=edition.settings.site_name,
                url=bearings.to(""),
                language=edition.language.code,
                schemas={
                    "format": bearings.to_place(_FORMAT),
                    **{name: bearings.to_place(_schema_place(name)) for name in shapes.FILES},
                },
                years=parts[0],
                people=parts[1],
                steps=parts[2],
                withdrawn=withdrawn,
            )
        )

    return SiteFile(INDEX, mark(base, repr(parts), repr(withdrawn)), make)


def _withdrawn(edition: Edition, bearings: Bearings) -> Iterator[shapes.Withdrawn]:
    for record in edition.records.values():
        gone = record.brief.withdrawn
        if gone and not record.brief.draft:
            url = bearings.to_uri(brief_uri(record.id))
            yield shapes.Withdrawn(id=record.id, url=url, reason=gone.reason, date=gone.date)


def _parts(
    edition: Edition, parts: Mapping[T, Sequence[object]], place: Callable[[T], str], form: str
) -> tuple[shapes.Part, ...]:
    bearings = Bearings(edition.settings.site_url, INDEX)
    return tuple(
        shapes.Part(name=form.format(part), data=bearings.to_place(place(part)), count=len(items))
        for part, items in parts.items()
    )


# --- briefs by year ----------------------------------------------------------------------------------


def _by_year(records: Sequence[Record]) -> Mapping[int, Sequence[Record]]:
    """The briefs of each year, newest first."""
    years: dict[int, list[Record]] = {}
    for record in reversed(records):
        years.setdefault(record.month[0], []).append(record)
    return years


def _listed_mark(edition: Edition, record: Record) -> str:
    """Of a brief as the list of its year shows it."""
    brief = record.brief
    days = (published_on(brief).isoformat(), moved_last(edition, (record.id,)))
    topics = (edition.entry_mark(edition.find(topic, "topics")) for topic in brief.topics)
    return mark(card_mark(edition, record), *days, brief.storyline or "", *topics)


def _year(edition: Edition, year: int, records: Sequence[Record]) -> bytes:
    bearings = Bearings(edition.settings.site_url, _year_place(year))
    rows = tuple(_row(edition, record, bearings) for record in records)
    return shapes.write_shape(shapes.YearFile(year=year, briefs=rows))


def _row(edition: Edition, record: Record, bearings: Bearings) -> shapes.Listed:
    brief = record.brief
    storyline = edition.find(brief.storyline, "storylines") if brief.storyline else None
    topics = (edition.find(topic, "topics") for topic in brief.topics)
    return shapes.Listed(
        id=record.id,
        url=bearings.to_uri(brief_uri(record.id)),
        data=bearings.to_place(json_place(record.id)),
        title=brief.title,
        date=when(brief.date),
        published=published_on(brief),
        changed=changed_on(brief),
        summary=plain(edition, brief.summary),
        storyline=storyline.id if storyline else None,
        topics=tuple(ref.id for ref in topics if ref),
        quotes=len(brief.quotes),
        next_steps=len(brief.next_steps),
    )


# --- people, steps -----------------------------------------------------------------------------------


def _out(edition: Edition, entity: Entity) -> tuple[str, ...]:
    """Its briefs that are out: a preview shows drafts on pages, and never in the data."""
    return tuple(brief for brief in entity.briefs if brief not in edition.drafts)


def _said(edition: Edition, entity: Entity) -> int:
    return sum(1 for each in entity.said if each.brief not in edition.drafts)


def _person_mark(edition: Edition, entity: Entity) -> str:
    entry = entity.entry.__dict__ if entity.entry else ""
    counts = (*_out(edition, entity), str(_said(edition, entity)))
    return mark(entity.id, repr(entry), entity.name, *counts, *(_latest(edition, entity) or ()))


def _people(edition: Edition, letter: str, people: Sequence[Entity]) -> bytes:
    bearings = Bearings(edition.settings.site_url, _letter_place(letter))
    rows = tuple(_person(edition, entity, bearings) for entity in people)
    return shapes.write_shape(shapes.PeopleFile(letter=letter, people=rows))


def _person(edition: Edition, entity: Entity, bearings: Bearings) -> shapes.Person:
    entry, latest = entity.entry, _latest(edition, entity)
    roles = entry.roles if isinstance(entry, Person) else ()
    return shapes.Person(
        id=entity.id,
        name=entity.name,
        url=bearings.to_uri(entity_uri("people", entity.id)),
        aliases=entry.aliases if entry else (),
        wikidata=entry.wikidata if entry else None,
        roles=tuple(
            shapes.Role(
                role=role.role,
                organisation=role.organisation,
                start=when(role.start) if role.start else None,
                end=when(role.end) if role.end else None,
            )
            for role in roles
        ),
        latest=shapes.Appearance(role=latest[0], organisation=latest[1], brief=latest[2]) if latest else None,
        briefs=_out(edition, entity),
        quotes=_said(edition, entity),
    )


def _latest(edition: Edition, entity: Entity) -> tuple[str, str, str] | None:
    """Role, organisation and brief: of the latest brief that is out and gives a role."""
    told = (each for each in reversed(entity.appearances) if each.role)
    found = next((each for each in told if each.brief not in edition.drafts), None)
    return (found.role, found.organisation, found.brief) if found else None


def _held_back(edition: Edition, keys: Iterable[str]) -> Iterator[str]:
    """The drafts that tell what became of these steps: the data is silent about them until they are out."""
    for key in keys:
        for known in edition.entities.steps[key].outcomes:
            if known.brief in edition.drafts:
                yield f"{key} {known.brief}"


def _steps_by_year(edition: Edition) -> Mapping[int, Sequence[StepState]]:
    """The steps of briefs that are out, by the year in which they are listed; newest first."""
    years: dict[int, list[StepState]] = {}
    days, steps = step_days(edition), edition.entities.steps
    for key in sorted(sorted(days, reverse=True), key=days.__getitem__, reverse=True):
        if steps[key].brief not in edition.drafts:
            years.setdefault(int(days[key][:4]), []).append(steps[key])
    return years


def _steps(edition: Edition, year: int, states: Sequence[StepState]) -> bytes:
    bearings = Bearings(edition.settings.site_url, _steps_place(year))
    rows = tuple(step(edition, state, bearings) for state in states)
    return shapes.write_shape(shapes.StepsFile(year=year, steps=rows))
