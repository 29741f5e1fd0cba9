"""The edition: all that the pages are made of, with the look-ups that every page needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.desk.library import Library, Record
from generator.entities import Entities, Entity, Kind, Ref
from generator.language import Language
from generator.model import Name, Person
from generator.pages import addresses
from generator.pages.marking import mark
from generator.problems import Problem
from generator.quoting.citations import Found
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Edition:
    """What the pages are made of. `records` are all briefs of the edition by id, oldest first."""

    library: Library
    entities: Entities
    citations: Found
    settings: Settings
    language: Language
    problems: Mapping[str, tuple[Problem, ...]]  # by path; for the preview alone
    records: Mapping[str, Record]
    source_pages: Mapping[str, str]  # file -> uri
    renamed: Mapping[str, str]  # old id -> id
    steps_of: Mapping[str, tuple[str, ...]]  # brief -> keys of its steps
    step_named: Mapping[tuple[str, int], str]  # brief and place of an outcome -> key of its step
    drafts: frozenset[str]  # ids of briefs that are not out; in a preview alone
    broken_drafts: frozenset[str] = frozenset()  # paths of those that cannot be shown yet
    step_days: dict[str, str] = field(default_factory=dict, compare=False, repr=False)  # filled when asked for
    step_ranks: dict[str, int] = field(default_factory=dict, compare=False, repr=False)
    shown_marks: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    brief_marks: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    step_marks: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    feed_entries: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    steps_changed: dict[tuple[str, date], str] = field(default_factory=dict, compare=False, repr=False)
    days_changed: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    _entries: dict[Ref, str] = field(default_factory=dict, compare=False, repr=False)
    names: dict[tuple[str, tuple[Kind, ...]], str] = field(default_factory=dict, compare=False, repr=False)
    _marks: dict[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)

    def shown(self) -> Iterator[Record]:
        """The briefs that lists show, oldest first: those not withdrawn."""
        return (record for record in self.records.values() if not record.brief.withdrawn)

    def named_steps(self, record: Record) -> Iterator[str]:
        """The keys of the steps that the outcomes of a brief name, where they can be found."""
        places = ((record.id, place) for place in range(len(record.brief.outcomes)))
        return (self.step_named[place] for place in places if place in self.step_named)

    def find(self, name: str, *kinds: Kind) -> Ref | None:
        """What a typed name refers to (as `Entities.find`)."""
        return self.entities.find(name, *kinds)

    def old_ids(self, entity: Entity) -> tuple[str, ...]:
        """The ids that somebody or something had (`was`) and nobody has taken since."""
        taken: Mapping[str, Entity] = getattr(self.entities, entity.kind)
        return tuple(old for old in entity.entry.was if old not in taken) if entity.entry else ()

    def anchors(self, brief: str) -> tuple[str, ...]:
        """The anchors of a brief's quotations, in their order."""
        return self.citations.anchors[brief]

    def once(self, what: str, key: str, make: Callable[[], str]) -> str:
        """A mark or a word that is made once, however many pages ask for it."""
        made = self._marks.get((what, key))
        if made is None:
            made = self._marks[what, key] = make()
        return made

    def name_mark(self, name: str, kinds: tuple[Kind, ...] = ()) -> str:
        """As `entry_mark`, of what a typed name refers to."""
        made = self.names.get((name, kinds))
        if made is None:
            made = self.names[name, kinds] = self.entry_mark(self.find(name, *kinds))
        return made

    def entry_mark(self, ref: Ref | None) -> str:
        """Of a name as other pages show it: what it is called, where its page is, its dated roles and their offices."""
        if ref is None:
            return ""
        if ref not in self._entries:
            entries: Mapping[str, Name] = getattr(self.entities.vocabulary, ref.kind)
            entry = entries.get(ref.id)
            roles = entry.roles if isinstance(entry, Person) else ()
            offices = [self.name_mark(role.organisation, ("organisations",)) for role in roles if role.organisation]
            self._entries[ref] = mark(*map(str, ref), repr(entry is None), repr(roles), *offices)
        return self._entries[ref]


def make_edition(
    library: Library,
    entities: Entities,
    citations: Found,
    settings: Settings,
    language: Language,
    problems: Mapping[str, tuple[Problem, ...]],
    broken_drafts: frozenset[str] = frozenset(),
) -> Edition:
    """The edition of what the stages before have found."""
    steps: dict[str, list[str]] = defaultdict(list)
    for key, state in entities.steps.items():
        steps[state.brief].append(key)
    files = (record.brief.source.file for record in library.records if not record.brief.withdrawn)
    return Edition(
        library,
        entities,
        citations,
        settings,
        language,
        problems,
        records={record.id: record for record in library.records},
        source_pages=addresses.source_uris(file for file in files if file),
        renamed={old: record.id for record in library.records for old in record.brief.was},
        steps_of={brief: tuple(keys) for brief, keys in steps.items()},
        step_named={
            (known.brief, known.place): key for key, state in entities.steps.items() for known in state.outcomes
        },
        drafts=frozenset(record.id for record in library.records if record.brief.draft),
        broken_drafts=broken_drafts,
    )


def title_of(edition: Edition, brief: str) -> str:
    """The title of a brief that can be linked (an old id will do), else nothing."""
    record = edition.records.get(edition.renamed.get(brief, brief))
    return called(edition, record) if record and not record.brief.withdrawn else ""


def called(edition: Edition, record: Record) -> str:
    """The title of a brief in a link, which tells of a draft that it is one: a preview has them."""
    title = record.brief.title
    return edition.language.gettext("{title} (draft)").format(title=title) if record.brief.draft else title
