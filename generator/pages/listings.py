"""The pages that list: home, archive, quotes, people and the like, the ledger of next steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain

from generator.desk.library import Record
from generator.entities import KINDS, Entity, Kind, Ref
from generator.machines.dating import last_changed, moved_last, steps_changed
from generator.machines.following import follow
from generator.machines.linked import entity_linked, home_linked
from generator.pages.addresses import entity_uri
from generator.pages.cutting import Month, by_month, by_year, counts_of
from generator.pages.edition import Edition
from generator.pages.marking import mark
from generator.pages.marks import brief_mark, card_mark, shown_marks, step_mark
from generator.pages.page import Page, Press
from generator.steps import StepState
from generator.views import home as front
from generator.views import indexes, lists
from generator.views import ledger as book
from generator.views.entity import entity_view, kind_words, newest_first, part_view, said_on, steps_of
from generator.views.lists import Place, month_name, months_uri
from generator.views.parts import Link
from generator.views.steps import is_overdue, step_days

_NAMES_ON_A_PAGE = 4  # times the page size: a name takes one line, a brief several


# --- briefs and quotations ---------------------------------------------------------------------------


def archive(press: Press) -> Iterator[Page]:
    """All briefs, their years and their months."""
    edition, _ = press.edition, press.edition.language.gettext
    newest = list(edition.shown())[::-1]
    marks = {record.id: card_mark(edition, record) for record in newest}
    months = by_month(newest, lambda record: record.month)
    first = (marks[record.id] for record in newest[: edition.settings.page_size])
    view = partial(lists.archive_view, edition, months)
    yield press.page(
        "list",
        "archive/index.md",
        _("All briefs"),
        view,
        *first,
        counts_of(months),
        changed=last_changed(edition, newest),
    )
    for year, of_year in by_year(months).items():
        shown = [marks[record.id] for records in of_year.values() for record in records]
        view = partial(lists.year_view, edition, year, of_year)
        yield press.page(
            "list",
            months_uri("archive", year),
            str(year),
            view,
            *shown,
            counts_of(of_year),
            changed=last_changed(edition, (record for each in of_year.values() for record in each)),
        )
    for month, records in months.items():
        view = partial(lists.month_view, edition, month, records)
        shown = [marks[record.id] for record in records]
        changed = last_changed(edition, records)
        yield press.page(
            "list", months_uri("archive", *month), month_name(edition, month), view, *shown, changed=changed
        )


def quotes(press: Press) -> Iterator[Page]:
    """All quotations, their years and their months."""
    edition, _ = press.edition, press.edition.language.gettext
    places = newest_first(
        Place(record, place) for record in edition.shown() for place in range(len(record.brief.quotes))
    )
    months = by_month(places, lambda place: ((day := said_on(place)).year, day.month))
    first = _quote_marks(edition, places[: edition.settings.page_size])
    view = partial(lists.quotes_view, edition, months)
    newest = last_changed(edition, edition.shown())
    yield press.page("list", "quotes/index.md", _("Quotes"), view, *first, counts_of(months), changed=newest)
    for year, of_year in by_year(months).items():
        view = partial(lists.quotes_year_view, edition, year, of_year)
        changed = last_changed(edition, (place.record for each in of_year.values() for place in each))
        yield press.page("list", months_uri("quotes", year), str(year), view, counts_of(of_year), changed=changed)
    for month, of_month in months.items():
        view = partial(lists.quotes_month_view, edition, month, of_month)
        shown = _quote_marks(edition, of_month)
        changed = last_changed(edition, (place.record for place in of_month))
        yield press.page(
            "list", months_uri("quotes", *month), month_name(edition, month), view, *shown, changed=changed
        )


def _quote_marks(edition: Edition, places: Sequence[Place]) -> Iterator[str]:
    for place in places:
        yield brief_mark(edition, place.record)
        yield str(place.place)


# --- people, organisations, topics, storylines -------------------------------------------------------


def entities(press: Press) -> Iterator[Page]:
    """Each kind's list A–Z, and the page of each that stands in a brief, with its parts where it is long."""
    for kind in KINDS:
        there = indexes.listed(press.edition, kind)
        yield from _index(press, kind, there)
        for entity in there:
            yield from _entity(press, entity)


def _index(press: Press, kind: Kind, there: Sequence[Entity]) -> Iterator[Page]:
    edition, title = press.edition, kind_words(press.edition, kind)[1]
    cut = len(there) > edition.settings.page_size * _NAMES_ON_A_PAGE
    letters = indexes.by_letter(there)
    shown = {letter: [_name_mark(edition, entity) for entity in of_letter] for letter, of_letter in letters.items()}
    counts = [f"{letter} {len(of_letter)}" for letter, of_letter in letters.items()]
    all_shown = counts if cut else [part for parts in shown.values() for part in parts]
    view = partial(indexes.index_view, edition, kind, letters, cut)
    yield press.page("index", f"{kind}/index.md", title, view, *all_shown, changed=_told_last(edition, there))
    for letter, of_letter in letters.items() if cut else ():
        view = partial(indexes.letter_view, edition, kind, letter, of_letter)
        changed = _told_last(edition, of_letter)
        yield press.page("index", indexes.letter_uri(kind, letter), letter, view, *shown[letter], changed=changed)


def _told_last(edition: Edition, listed: Iterable[Entity]) -> str:
    return moved_last(edition, chain.from_iterable(entity.briefs for entity in listed))


def _name_mark(edition: Edition, entity: Entity) -> str:
    return mark(entity.id, entity.name, *indexes.notes(edition, entity))


def _entity(press: Press, entity: Entity) -> Iterator[Page]:
    edition, size = press.edition, press.edition.settings.page_size
    records = [edition.records[brief] for brief in reversed(entity.briefs)]
    long = max(len(records), len(entity.said)) > size
    months = by_month(records, lambda record: record.month) if long else {}
    marks = shown_marks(edition)
    shown = [marks[record.id] for record in records]
    shown += [step_mark(edition, state.key) for state in steps_of(edition, entity)]
    followed = follow(edition, entity)
    view = partial(entity_view, edition, entity, months, followed.facts)
    uri = entity_uri(entity.kind, entity.id)
    linked = partial(
        entity_linked, edition, entity, (Link(kind_words(edition, entity.kind)[1], f"{entity.kind}/index.md"),)
    )
    yield press.page(
        "entity",
        uri,
        entity.name,
        view,
        repr(entity.entry),
        edition.entry_mark(Ref(entity.kind, entity.id, entity.name, entity.page)),
        *shown,
        linked_data=linked,
        changed=moved_last(edition, entity.briefs),
    )
    for year, of_year in by_year(months).items():
        yield from _entity_year(press, entity, year, of_year)


def _entity_year(press: Press, entity: Entity, year: int, months: Mapping[Month, Sequence[Record]]) -> Iterator[Page]:
    """A year of a long list; where that is long itself, the way to its months, and these."""
    edition, place = press.edition, f"{entity.kind}/{entity.id}"
    records = [record for of_month in months.values() for record in of_month]
    if len(records) <= edition.settings.page_size:
        yield _entity_part(press, entity, months_uri(place, year), f"{year:04}", records)
        return
    view = partial(part_view, edition, entity, f"{year:04}", (), months)
    yield press.page(
        "list",
        months_uri(place, year),
        str(year),
        view,
        entity.name,
        counts_of(months),
        changed=last_changed(edition, records),
    )
    for month, of_month in months.items():
        yield _entity_part(press, entity, months_uri(place, *month), month_name(edition, month), of_month)


def _entity_part(press: Press, entity: Entity, uri: str, name: str, records: Sequence[Record]) -> Page:
    edition = press.edition
    marks = shown_marks(edition)
    shown = [marks[record.id] for record in records]
    view = partial(part_view, edition, entity, name, records)
    return press.page("list", uri, name, view, entity.name, entity.id, *shown, changed=last_changed(edition, records))


# --- the ledger, home ---------------------------------------------------------------------------------


def ledger(press: Press, sections: book.Sections, today: date) -> Iterator[Page]:
    """All next steps by what became of them; where they are many, their years and months."""
    edition, size = press.edition, press.edition.settings.page_size
    title = edition.language.gettext("Next steps")
    states = [state for listed in sections.values() for state in listed]
    days = step_days(edition)
    states.sort(key=lambda state: (days[state.key], state.key), reverse=True)
    months = by_month(states, lambda state: _month_due(days[state.key])) if len(states) > size else {}
    shown = [mark(name, *_step_marks(edition, listed[:size])) for name, listed in sections.items()]
    counts = repr([len(listed) for listed in sections.values()])
    view = partial(book.ledger_view, edition, sections, months)
    days_of = {month: steps_changed(edition, of_month, today) for month, of_month in months.items()}
    changed = max(days_of.values(), default="") or steps_changed(edition, states, today)
    yield press.page("ledger", "next-steps/index.md", title, view, *shown, counts, counts_of(months), changed=changed)
    for year, of_year in by_year(months).items():
        view = partial(book.ledger_year_view, edition, year, of_year)
        changed = max(days_of[month] for month in of_year)
        yield press.page("ledger", months_uri("next-steps", year), str(year), view, counts_of(of_year), changed=changed)
    for month, of_month in months.items():
        view = partial(book.ledger_month_view, edition, month, of_month, today)
        late = (str(is_overdue(state, today)) for state in of_month)
        name, marks = month_name(edition, month), _step_marks(edition, of_month)
        uri, changed = months_uri("next-steps", *month), days_of[month]
        yield press.page("ledger", uri, name, view, *marks, *late, changed=changed)


def _month_due(day: str) -> Month:
    return int(day[:4]), int(day[5:7])


def _step_marks(edition: Edition, states: Iterable[StepState]) -> Iterator[str]:
    return (step_mark(edition, state.key) for state in states)


def home(press: Press, sections: book.Sections, today: date) -> Page:
    """The home page."""
    edition = press.edition
    newest = list(edition.shown())[::-1][: front.LATEST]
    undated = (state for state in sections["open"] if not state.when.last)  # others of them may be over
    coming = [*sections["coming"], *undated][: front.COMING]
    overdue = len(sections["overdue"])
    storylines = sorted(indexes.listed(edition, "storylines"), key=lambda each: _moved(edition, each), reverse=True)
    storylines = storylines[: front.STORYLINES]
    shown = [card_mark(edition, record) for record in newest]
    shown += [mark(*_step_marks(edition, coming)), str(overdue)]
    shown += [_name_mark(edition, entity) for entity in storylines]
    view = partial(front.home_view, edition, newest, coming, overdue, storylines)
    linked = partial(home_linked, edition)
    return press.page(
        "home",
        "index.md",
        edition.settings.site_name,
        view,
        *shown,
        linked_data=linked,
        changed=max(last_changed(edition, newest), steps_changed(edition, [*coming, *sections["overdue"]], today)),
    )


def _moved(edition: Edition, entity: Entity) -> tuple[str, str]:
    return edition.records[entity.briefs[-1]].order
