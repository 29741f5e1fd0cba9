"""Names in briefs -> people, organisations, topics and storylines, and who appears where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Literal, NamedTuple

from generator import names
from generator.dates import When
from generator.desk.library import Library, Record, Vocabulary
from generator.model import Brief, Name, Participant, Person, Role
from generator.steps import StepState, gather_steps

Kind = Literal["people", "organisations", "topics", "storylines"]
KINDS: tuple[Kind, ...] = ("people", "organisations", "topics", "storylines")


class Ref(NamedTuple):
    """A name that is known, and where its page is; `page` is False where a person shall have none."""

    kind: Kind
    id: str
    name: str
    page: bool


class Appearance(NamedTuple):
    """Somebody in a brief, with the role at the time (of the brief, else a dated one of the vocabulary)."""

    brief: str
    present: bool  # took part; else only mentioned
    role: str
    organisation: str
    side: str


class Said(NamedTuple):
    """A quotation of a brief, by its place in the file."""

    brief: str
    place: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, an organisation, a topic or a storyline, and all that the briefs tell of it, oldest first.

    `appearances` of an organisation are those of its people and its own; `steps` are keys of `Entities.steps`.
    """

    kind: Kind
    id: str
    name: str
    entry: Name | None  # of the vocabulary
    briefs: tuple[str, ...]
    appearances: tuple[Appearance, ...] = ()
    people: tuple[str, ...] = ()  # of an organisation: ids of those who appear for it
    said: tuple[Said, ...] = ()
    steps: tuple[str, ...] = ()

    @property
    def page(self) -> bool:
        """Whether it shall have a page."""
        return not (isinstance(self.entry, Person) and not self.entry.page)


@dataclass(frozen=True, slots=True)
class Entities:
    """Who and what the briefs are about. Withdrawn briefs tell nothing."""

    people: Mapping[str, Entity]
    organisations: Mapping[str, Entity]
    topics: Mapping[str, Entity]
    storylines: Mapping[str, Entity]
    steps: Mapping[str, StepState]  # by brief-id#step-id, in the order of briefs
    refs: Mapping[Kind, Mapping[str, Ref]]  # by kind, then by the slug of a name, alias or id
    vocabulary: Vocabulary
    _found: dict[str | tuple[str, tuple[Kind, ...]], Ref | None] = field(
        default_factory=dict, compare=False, repr=False
    )  # by the text alone where no kinds are asked for

    def find(self, text: str, *kinds: Kind) -> Ref | None:
        """What a typed name refers to, looked for in the given kinds (people, then organisations)."""
        asked = (text, kinds) if kinds else text
        try:
            return self._found[asked]  # asked hundreds of thousands of times
        except KeyError:
            key = names.slug(text)
            tables = (self.refs[kind] for kind in kinds or ("people", "organisations"))
            found = self._found[asked] = next((table[key] for table in tables if key in table), None)
            return found

    def role(self, brief: Brief, name: str) -> str:
        """The role that somebody named in a brief has there, or nothing: as a participant, else a dated one."""
        ref = self.find(name, "people")
        for someone in (*brief.participants, *brief.mentioned):
            if someone.role and ref and self.find(someone.name, "people") == ref:
                return someone.role
        role = _role_in_office(self.vocabulary.people.get(ref.id) if ref else None, brief.date)
        return role.role if role else ""


def resolve(library: Library) -> Entities:
    """Find out who and what every brief speaks of; names in no vocabulary make themselves known."""
    records = [record for record in library.records if not record.brief.withdrawn]
    refs = {kind: _refs(kind, library.vocabulary, records) for kind in KINDS}
    return _gather(records, library.vocabulary, refs, gather_steps(records))


# --- finding names ---------------------------------------------------------------------------------


def _refs(kind: Kind, vocabulary: Vocabulary, records: Sequence[Record]) -> Mapping[str, Ref]:
    found: dict[str, Ref] = {}
    entries: Mapping[str, Name] = getattr(vocabulary, kind)
    known = {key: Ref(kind, key, entry.name, getattr(entry, "page", True)) for key, entry in entries.items()}
    for key, entry in entries.items():
        for name in (entry.name, key, *entry.aliases):
            found.setdefault(names.slug(name), known[key])
    for key, entry in entries.items():
        for old in entry.was:
            found.setdefault(old, known[key])
    taken = _refs("organisations", vocabulary, ()) if kind == "people" else {}
    for name in dict.fromkeys(chain.from_iterable(_named(kind, record.brief) for record in records)):
        key = names.slug(name)
        if key not in found and key not in taken:
            found[key] = Ref(kind, key, name, True)
    return found


def _named(kind: Kind, brief: Brief) -> Iterator[str]:
    """The names of one kind that a brief makes known by itself."""
    if kind == "people":
        yield from (someone.name for someone in (*brief.participants, *brief.mentioned))
    elif kind == "organisations":
        yield from (someone.organisation for someone in (*brief.participants, *brief.mentioned) if someone.organisation)
    elif kind == "topics":
        yield from brief.topics
    elif brief.storyline:
        yield brief.storyline


# --- gathering -------------------------------------------------------------------------------------


class _Gathered:
    """What is known of one entity so far."""

    def __init__(self) -> None:
        self.briefs: dict[str, None] = {}
        self.people: dict[str, None] = {}
        self.appearances: list[Appearance] = []
        self.said: list[Said] = []
        self.steps: list[str] = []


def _gather(
    records: Sequence[Record],
    vocabulary: Vocabulary,
    refs: Mapping[Kind, Mapping[str, Ref]],
    steps: Mapping[str, StepState],
) -> Entities:
    known = Entities({}, {}, {}, {}, steps, refs, vocabulary)
    so_far: dict[tuple[Kind, str], _Gathered] = defaultdict(_Gathered)
    for record in records:
        for ref, appearance in _appearances(record, known):
            gathered = so_far[ref.kind, ref.id]
            gathered.briefs[record.id] = None
            gathered.appearances.append(appearance)
            if office := known.find(appearance.organisation, "organisations") if appearance.organisation else None:
                _add_office(so_far[office.kind, office.id], ref, appearance)
        for place, quote in enumerate(record.brief.quotes):
            if speaker := known.find(quote.speaker):
                so_far[speaker.kind, speaker.id].briefs[record.id] = None
                so_far[speaker.kind, speaker.id].said.append(Said(record.id, place))
        for kind, name in _subjects(record.brief):
            if subject := known.find(name, kind):
                so_far[kind, subject.id].briefs[record.id] = None
    for key, state in steps.items():
        for ref in dict.fromkeys(filter(None, map(known.find, state.step.who))):
            so_far[ref.kind, ref.id].briefs[state.brief] = None
            so_far[ref.kind, ref.id].steps.append(key)
    order = {record.id: place for place, record in enumerate(records)}
    tables: dict[str, Any] = {kind: _table(kind, vocabulary, refs[kind], so_far, order) for kind in KINDS}
    return Entities(**tables, steps=steps, refs=refs, vocabulary=vocabulary)


def _add_office(office: _Gathered, ref: Ref, appearance: Appearance) -> None:
    office.briefs[appearance.brief] = None
    office.appearances.append(appearance)
    if ref.kind == "people":
        office.people[ref.id] = None


def _subjects(brief: Brief) -> Iterator[tuple[Kind, str]]:
    yield from (("topics", topic) for topic in brief.topics)
    if brief.storyline:
        yield "storylines", brief.storyline
    for someone in (*brief.participants, *brief.mentioned):
        if someone.side:
            yield "organisations", someone.side


def _table(
    kind: Kind,
    vocabulary: Vocabulary,
    refs: Mapping[str, Ref],
    so_far: Mapping[tuple[Kind, str], _Gathered],
    order: Mapping[str, int],
) -> Mapping[str, Entity]:
    entries: Mapping[str, Name] = getattr(vocabulary, kind)
    table = {}
    for ref in sorted(set(refs.values()), key=lambda ref: ref.id):
        gathered = so_far.get((kind, ref.id), _Gathered())
        table[ref.id] = Entity(
            kind=kind,
            id=ref.id,
            name=ref.name,
            entry=entries.get(ref.id),
            briefs=tuple(sorted(gathered.briefs, key=order.__getitem__)),
            appearances=tuple(gathered.appearances),
            people=tuple(sorted(gathered.people)),
            said=tuple(gathered.said),
            steps=tuple(gathered.steps),
        )
    return table


def _appearances(record: Record, known: Entities) -> Iterator[tuple[Ref, Appearance]]:
    brief = record.brief
    for present, listed in ((True, brief.participants), (False, brief.mentioned)):
        for someone in listed:
            if ref := known.find(someone.name):
                role, organisation = _role_at(someone, ref, known, brief.date)
                yield ref, Appearance(record.id, present, role, organisation, someone.side or "")


# --- roles -----------------------------------------------------------------------------------------


def _role_at(someone: Participant, ref: Ref, known: Entities, when: When) -> tuple[str, str]:
    """Role and organisation at the time: the brief's, else those of the one dated role that fits."""
    office = _role_in_office(known.vocabulary.people.get(ref.id), when) if not someone.role else None
    role = someone.role or (office.role if office else "")
    return role, someone.organisation or (office.organisation if office else None) or ""


def roles_at(person: Person, when: When) -> tuple[Role, ...]:
    """The dated roles that somebody had on the days that a date allows; undated roles tell nothing."""
    return tuple(role for role in person.roles if (role.start or role.end) and _overlaps(role, when))


def _role_in_office(person: Person | None, when: When) -> Role | None:
    roles = roles_at(person, when) if person else ()
    return roles[0] if len(roles) == 1 else None


def _overlaps(role: Role, when: When) -> bool:
    starts = role.start.first if role.start else None
    ends = role.end.last if role.end else None
    return not ((starts and when.last and when.last < starts) or (ends and when.first and when.first > ends))


def names_of(brief: Brief) -> list[tuple[str, tuple[Kind, ...]]]:
    """Every name that a brief's page may link, with the kinds it is looked for in."""
    cast = (*brief.participants, *brief.mentioned)
    anybody = [someone.name for someone in cast]
    anybody += [someone.side for someone in cast if someone.side]
    anybody += [quote.speaker for quote in brief.quotes]
    for step in brief.next_steps:
        anybody += step.who
        if step.where:
            anybody.append(step.where)
    anybody += brief.places
    for point in brief.disputed:
        anybody += point.by
    found: list[tuple[str, tuple[Kind, ...]]] = [(name, ()) for name in anybody]
    found += [(someone.organisation, ("organisations",)) for someone in cast if someone.organisation]
    found += [(topic, ("topics",)) for topic in brief.topics]
    if brief.storyline:
        found.append((brief.storyline, ("storylines",)))
    return found
