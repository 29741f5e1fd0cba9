"""The edition: all that the pages are made of, with the look-ups and the marks that every page needs.

A **mark** is a short digest of all that a page may show of one thing: where the mark is the same, so is what is shown.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.desk.library import Library, Record
from generator.entities import Entities, Kind, Ref
from generator.language import Language
from generator.model import Brief, Name, Person
from generator.pages import addresses
from generator.problems import Problem
from generator.prose import prose_of, runs
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
    _refs: dict[tuple[str, tuple[Kind, ...]], Ref | None] = field(default_factory=dict, compare=False, repr=False)
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
        asked = (name, kinds)
        if asked not in self._refs:
            self._refs[asked] = self.entities.find(name, *kinds)
        return self._refs[asked]

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


# --- marks -----------------------------------------------------------------------------------------


def mark(*parts: str) -> str:
    """A digest of texts in their order; none of them may hold U+001F, which no brief can."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(joined, digest_size=16).hexdigest()


def card_mark(edition: Edition, record: Record) -> str:
    """Of a brief as lists show it."""
    return edition.once("card", record.id, lambda: _card_mark(edition, record))


def _card_mark(edition: Edition, record: Record) -> str:
    brief = record.brief
    storyline = edition.find(brief.storyline, "storylines") if brief.storyline else None
    counts = (len(brief.participants), len(brief.quotes), len(brief.next_steps), brief.draft)
    links = prose_marks(edition, brief.summary)
    return mark(
        record.id, brief.title, str(brief.date), brief.summary, repr(counts), edition.entry_mark(storyline), *links
    )


def shown_marks(edition: Edition) -> Mapping[str, str]:
    """By brief, of all that a page may show of it: what it tells itself, and its card; of those that lists show."""
    marks = edition.shown_marks
    if not marks:
        marks.update((one.id, f"{brief_mark(edition, one)} {card_mark(edition, one)}") for one in edition.shown())
    return marks


def neighbour_mark(edition: Edition, brief: str) -> str:
    """Of a brief as its neighbours in a storyline show it."""
    return edition.once("neighbour", brief, lambda: _neighbour_mark(edition, brief))


def _neighbour_mark(edition: Edition, brief: str) -> str:
    return mark(brief, title_of(edition, brief), str(edition.records[brief].brief.date))


def brief_mark(edition: Edition, record: Record) -> str:
    """Of all that a brief itself tells: its file, its citations, and what its names and links lead to."""
    made = edition.brief_marks.get(record.id)
    if made is None:
        made = edition.brief_marks[record.id] = _brief_mark(edition, record)
    return made


def _brief_mark(edition: Edition, record: Record) -> str:
    known, name_mark = edition.names, edition.name_mark
    refs = [found if (found := known.get(asked)) is not None else name_mark(*asked) for asked in names_of(record.brief)]
    prose = prose_of(record.brief) if record.may_link else ()
    links = (part for _, text in prose for part in prose_marks(edition, text))
    source = record.brief.source.file or ""
    text = edition.library.sources.get(source)
    return mark(
        record.id,
        record.digest,
        _citations_mark(edition.citations, record.id),
        edition.source_pages.get(source, ""),
        text.sha256 if text else "",
        *refs,
        *links,
    )


def steps_mark(edition: Edition, record: Record) -> str:
    """Of what became of a brief's steps, and of the steps that its own outcomes name."""
    return edition.once("steps", record.id, lambda: _steps_mark(edition, record))


def _steps_mark(edition: Edition, record: Record) -> str:
    own = (step_mark(edition, key) for key in edition.steps_of.get(record.id, ()))
    return mark(*own, "", *(step_mark(edition, key) for key in edition.named_steps(record)))


def step_mark(edition: Edition, key: str) -> str:
    """Of a step: what its brief and later briefs tell of it."""
    made = edition.step_marks.get(key)
    if made is None:
        made = edition.step_marks[key] = _step_mark(edition, key)
    return made


def _step_mark(edition: Edition, key: str) -> str:
    state = edition.entities.steps[key]
    step = state.step
    parts = [
        key,
        title_of(edition, state.brief),
        step.what,
        str(step.when),
        step.certainty,
        step.where or "",
        *step.who,
    ]
    for name in (*step.who, *filter(None, (step.where,))):
        parts.append(edition.name_mark(name))
    for known in state.outcomes:
        outcome = known.outcome
        parts += (known.brief, title_of(edition, known.brief), str(edition.records[known.brief].brief.date))
        parts += (outcome.status, str(outcome.when), outcome.note or "", *prose_marks(edition, outcome.note or ""))
    return mark(*parts)


def _citations_mark(citations: Found, brief: str) -> str:
    """Of all that was found for the quotations of a brief."""
    packed = citations.packed(brief)
    return hashlib.blake2b(packed, digest_size=16).hexdigest() if packed else ""


def prose_marks(edition: Edition, text: str) -> Iterator[str]:
    """Of the briefs that prose links: where they are, and what they are called."""
    if "[[" in text:
        for linked in (run.brief for run in runs(text) if run.brief):
            brief = edition.renamed.get(linked, linked)
            record = edition.records.get(brief)
            yield mark(brief, title_of(edition, brief) or (str(record.brief.date) if record else ""))


def title_of(edition: Edition, brief: str) -> str:
    """The title of a brief that can be linked (an old id will do), else nothing."""
    record = edition.records.get(edition.renamed.get(brief, brief))
    return called(edition, record) if record and not record.brief.withdrawn else ""


def called(edition: Edition, record: Record) -> str:
    """The title of a brief in a link, which tells of a draft that it is one: a preview has them."""
    title = record.brief.title
    return edition.language.gettext("{title} (draft)").format(title=title) if record.brief.draft else title


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
