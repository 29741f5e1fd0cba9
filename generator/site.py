"""The site: every page, where it stands and what it shows, in a total order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain

from generator.desk.library import Library, Record
from generator.entities import KINDS, Entities, Entity, Kind
from generator.language import Language
from generator.machines.api import brief_companions
from generator.machines.dating import last_changed
from generator.machines.following import follow
from generator.machines.linked import brief_linked, way_linked
from generator.pages import amendments, listings, quality, shelves
from generator.pages.addresses import brief_uri, entity_uri
from generator.pages.edition import Edition, make_edition
from generator.pages.marking import mark
from generator.pages.marks import brief_mark, neighbour_mark, shown_marks, steps_mark
from generator.pages.page import Page, Pen, Press
from generator.pages.withdrawals import days_left
from generator.problems import Problem
from generator.quoting.citations import Found
from generator.searching.facts import About, days_of, facts_of
from generator.settings import Settings
from generator.views.brief import PREVIOUSLY, brief_view, neighbours
from generator.views.follow import follow_view
from generator.views.home import broken_view, search_view, withdrawn_view
from generator.views.indexes import listed
from generator.views.ledger import by_section
from generator.views.parts import Link
from generator.views.source import source_view

#: The kinds of which the page about following names some.
FOLLOWED: tuple[Kind, ...] = ("storylines", "topics")
#: The kinds of pages that list, or stand in a list, and have a way up and no more to tell machines.
LISTS = ("list", "index", "sources", "source", "ledger", "corrections")


@dataclass(frozen=True, slots=True)
class Site:
    """Pages in the order of their uris."""

    pages: tuple[Page, ...]
    edition: Edition
    days: Callable[[], Mapping[str, date]]  # of briefs, by place in the site
    facts: Callable[[Iterable[str]], Mapping[str, About]]  # what a search can be narrowed by, of some places


def open_press(
    library: Library,
    entities: Entities,
    citations: Found,
    settings: Settings,
    language: Language,
    looks: Mapping[str, str],
    pen: Pen,
    problems: Mapping[str, tuple[Problem, ...]] | None = None,
    broken_drafts: frozenset[str] = frozenset(),
) -> Press:
    """What the pages of an edition are made with.

    `looks` has the digest of each kind's template, `pen` writes a page; `problems` (by path) are shown in the
    preview, and which of the briefs that cannot be shown are drafts (`broken_drafts`).
    """
    edition = make_edition(library, entities, citations, settings, language, problems or {}, broken_drafts)
    return Press(edition, looks, pen, mark(repr(settings), language.code))


def brief_pages(press: Press, among: Container[str]) -> tuple[Page, ...]:
    """The pages of some briefs, those included that could not be read."""
    edition = press.edition
    records = (record for record in edition.records.values() if record.id in among)
    broken = {brief: path for brief, path in edition.library.broken.items() if brief in among}
    return (*_briefs(press, records), *_broken(press, broken))


def arrange(press: Press, today: date, preview: bool = False, said: Iterable[Problem] = ()) -> Site:
    """Every page of the edition; in a preview a brief that could not be read has one as well.

    What the check has `said` reaches the quality page and no other.
    """
    edition = press.edition
    sections = by_section(edition, today)
    pages = chain(
        _briefs(press, edition.records.values()),
        _broken(press, edition.library.broken) if preview else (),
        _sources(press),
        (_search(press), _follow(press)),
        listings.archive(press),
        listings.quotes(press),
        listings.entities(press),
        listings.ledger(press, sections, today),
        amendments.corrections(press),
        quality.quality(press, sections["overdue"], said),
        (listings.home(press, sections, today),),
    )
    return Site(
        tuple(_with_ways(edition, sorted(_as_left(edition, pages), key=lambda page: page.uri))),
        edition,
        partial(days_of, edition),
        partial(facts_of, edition),
    )


def _as_left(edition: Edition, pages: Iterable[Page]) -> Iterator[Page]:
    """A list that a brief left changed on that day, if not later."""
    left = days_left(edition)
    for page in pages:
        day = left.get(page.uri, "")
        yield replace(page, changed=day) if day > page.changed else page


def _with_ways(edition: Edition, pages: list[Page]) -> Iterator[Page]:
    """Lists lower down tell machines the way to them: through the pages whose urls theirs go on from."""
    named = {page.url: page for page in pages}
    for page in pages:
        if page.kind in LISTS:
            page = replace(page, linked_data=partial(_way_to, edition, named, page))
        yield page


def _way_to(edition: Edition, named: Mapping[str, Page], page: Page) -> str:
    parts = page.url.split("/")[:-2]
    above = ("/".join(parts[: count + 1]) + "/" for count in range(len(parts)))
    trail = tuple(Link(named[url].title, named[url].uri) for url in above if url in named)
    return way_linked(edition, page.uri, page.title, trail) if trail else page.linked_data()


def _briefs(press: Press, records: Iterable[Record]) -> Iterator[Page]:
    edition = press.edition
    for record in records:
        uri, title = brief_uri(record.id), record.brief.title
        if record.brief.withdrawn:
            gone = edition.language.gettext("Withdrawn brief")
            yield press.page("withdrawn", uri, gone, partial(withdrawn_view, edition, record), record.digest)
        else:
            shown = (brief_mark(edition, record), steps_mark(edition, record), *_neighbour_marks(edition, record))
            found = edition.problems.get(record.path, ())
            view = partial(brief_view, edition, record)
            shown = (*shown, repr(found) if found else "")
            linked, beside = partial(brief_linked, edition, record), partial(brief_companions, edition, record)
            changed = last_changed(edition, (record,))
            yield press.page("brief", uri, title, view, *shown, linked_data=linked, companions=beside, changed=changed)


def _neighbour_marks(edition: Edition, record: Record) -> Iterator[str]:
    earlier, later = neighbours(edition, record)
    for brief in (*earlier[-PREVIOUSLY:], *later[:1]):
        yield neighbour_mark(edition, brief)
        yield "" if brief in later else "before"


def _broken(press: Press, broken: Mapping[str, str]) -> Iterator[Page]:
    for brief, path in broken.items():
        if brief not in press.edition.records:
            view, edition = partial(broken_view, press.edition, brief, path), press.edition
            told = repr((edition.problems.get(path), path in edition.broken_drafts))
            yield press.page("broken", brief_uri(brief), brief, view, path, told)


def _sources(press: Press) -> Iterator[Page]:
    """Each source text, and the list of them by publisher."""
    edition = press.edition
    used: dict[str, list[Record]] = defaultdict(list)
    for record in edition.shown():
        used[record.brief.source.file or f"not held: {record.id}"].append(record)
    marks = shown_marks(edition)
    for file, uri in edition.source_pages.items():
        records = used[file]
        shown = [marks[record.id] for record in records]
        view = partial(source_view, edition, file, records)
        yield press.page("source", uri, file, view, *shown, changed=last_changed(edition, records))
    yield from shelves.sources(press, used)


def _search(press: Press) -> Page:
    _ = press.edition.language.gettext
    ways = {
        _("everybody by name"): Link(_("People"), "people/index.md"),
        _("by year and month"): Link(_("All briefs"), "archive/index.md"),
        _("by subject"): Link(_("Topics"), "topics/index.md"),
        _("word for word, newest first"): Link(_("Quotes"), "quotes/index.md"),
    }
    return press.page("search", "search.md", _("Search"), partial(search_view, press.edition, ways))


def _follow(press: Press) -> Page:
    """How to follow the site; of what can be followed by itself, as many as a list shows on one page."""
    edition, title = press.edition, press.edition.language.gettext("Follow")
    named = [
        follow(edition, entity) for kind in FOLLOWED for entity in listed(edition, kind)[: edition.settings.page_size]
    ]
    followed = [each for each in named if each.feed]
    shown = (mark(each.feed, each.calendar, each.entity.name) for each in followed)
    return press.page("follow", "follow.md", title, partial(follow_view, edition, followed), *shown)


def redirects(edition: Edition) -> Mapping[str, str]:
    """Old urls (`was`) of briefs and of names that no page has taken since."""
    briefs = {brief_uri(old): brief_uri(new) for old, new in edition.renamed.items() if old not in edition.records}
    named: Iterator[Entity] = (each for kind in KINDS for each in getattr(edition.entities, kind).values())
    return briefs | {
        entity_uri(entity.kind, old): entity_uri(entity.kind, entity.id)
        for entity in named
        if entity.page and entity.briefs
        for old in edition.old_ids(entity)
    }
