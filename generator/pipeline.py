"""The one path from a desk to its pages: the only place that calls the stages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from generator.acceptance import settle
from generator.agreement import check_agreement
from generator.desk.comparing import find_changed
from generator.desk.library import Library
from generator.desk.remembered import Cache, Crew, Places, Sheet
from generator.entities import Entities, resolve
from generator.feeds import feed, map_out, notes_on
from generator.language import speak
from generator.load import Loaded, load
from generator.locate import locate
from generator.pages.page import Page, Press
from generator.pages.pictures import picture_files
from generator.pages.redirects import redirect_files
from generator.pages.site_file import SiteFile
from generator.problems import Problem
from generator.quotes import verify_anew
from generator.quoting.citations import Found, Verified
from generator.render import looks, render
from generator.searching.cut import Searched
from generator.searching.names import name_files
from generator.settings import Settings
from generator.site import Site, arrange, brief_pages, open_press, redirects
from generator.workers import meanwhile, share_out

DEFAULTS = Settings()

#: Fewer files than these are read and checked here: a process of one's own takes some time to begin.
WORTH_SHARING = 64
WORTH_COMPARING_ASIDE = 500  # files that are remembered
SHARES = 16  # for each process, so that all have something to do to the end
FIRST = 2  # done before processes are made: word lists, patterns and the like are got ready once for all

T = TypeVar("T")
R = TypeVar("R")

#: Rules that judge by the vocabulary; while that is broken, they would name what follows from it.
NAMES_JUDGED = frozenset({"unknown-name", "similar-names", "several-names", "role-disagrees", "entry-unused"})

#: Rules that judge by every name in every brief; one that is wrong may be the name that is missed.
EVERY_NAME_JUDGED = frozenset({"entry-unused"})

#: Rules that say that a source could not be read: nobody knows what would be said of the quotations.
SOURCE_UNREAD = frozenset({"source-missing", "source-outside", "source-encoding", "too-large"})


@dataclass(frozen=True, slots=True)
class Examined:
    """What `briefing check` knows: everything read, every citation, every problem (sorted, accepted ones settled).

    `cache` is what the next run need not find out again.
    """

    library: Library
    entities: Entities
    citations: Found
    problems: tuple[Problem, ...]
    cache: Cache
    drafts: frozenset[str] = frozenset()  # paths of the briefs that are drafts, broken ones among them

    @property
    def stopping(self) -> tuple[Problem, ...]:
        """The problems that keep a site from being built: every error, but for what is still to do in a draft."""
        errors = (problem for problem in self.problems if problem.level == "error")
        return tuple(one for one in errors if one.rule != "todo" or one.path not in self.drafts)

    @property
    def unfinished(self) -> tuple[str, ...]:
        """The drafts in which something is still to do, by path."""
        return tuple(dict.fromkeys(one.path for one in self.problems if one.rule == "todo" and one.path in self.drafts))


def examine(
    root: Path, today: date, settings: Settings = DEFAULTS, cache: Cache | None = None, jobs: int = 1
) -> Examined:
    """Load, resolve and verify the desk at `root`, in up to so many processes. Never raises for content.

    What `cache` remembers and is still so is not done again; the result is the same without it.
    """
    cache, crew = cache or Cache(), _crew(jobs)
    large = len(cache.sheets) > WORTH_COMPARING_ASIDE
    with meanwhile(partial(find_changed, root, cache), jobs if large else 1) as changed:
        loaded = load(root, today, settings.require_source, cache, crew, changed)
    library = loaded.library
    whole = replace(library, records=tuple(sorted((*library.records, *loaded.salvaged), key=lambda one: one.order)))
    entities = resolve(whole)
    proven = verify_anew(whole, entities, cache.proofs, cache.names, crew)
    unjudged = NAMES_JUDGED if library.vocabulary.broken else EVERY_NAME_JUDGED if loaded.settled else frozenset()
    findings = [
        finding
        for finding in (*loaded.findings, *check_agreement(whole, entities), *proven.findings)
        if finding.rule not in unjudged and not loaded.is_settled(finding.path, finding.field, finding.rule)
    ]
    unread = {finding.path for finding in findings if finding.rule in SOURCE_UNREAD}
    settled = settle(whole.records, findings, unjudged, {*loaded.settled, *unread})
    located, places = locate(root, settled, _still(cache.places, loaded.sheets), crew)
    problems = sorted(dict.fromkeys((*loaded.problems, *located)), key=lambda problem: problem.order)
    records = {record.path: record for record in library.records if record.path in loaded.sheets}
    texts = {file: text.sha256 for file, text in library.sources.items()}
    kept = Cache(loaded.sheets, proven.proofs, _still(places, loaded.sheets), proven.names, texts, records)
    citations = proven.citations
    drafts = frozenset(record.path for record in whole.records if record.brief.draft)
    if loaded.salvaged:
        entities, citations = resolve(library), _without_settled(citations, loaded)
    return Examined(library, entities, citations, tuple(problems), kept, drafts)


def _crew(jobs: int) -> Crew:
    """Shares of work in processes of their own; what is little is done here."""

    def share(items: Sequence[T], work: Callable[[Sequence[T]], list[R]]) -> list[R]:
        if jobs <= 1 or len(items) < WORTH_SHARING:
            return work(items)
        size = max(WORTH_SHARING // 2, -(-len(items) // (jobs * SHARES)))
        first = work(items[:FIRST])
        shares = [items[start : start + size] for start in range(FIRST, len(items), size)]
        done = share_out(shares, lambda some, _: work(some), jobs, lambda _: None)
        return [result for results in (first, *done) for result in results]

    return share


def _still(places: Mapping[str, Places], sheets: Mapping[str, Sheet]) -> Mapping[str, Places]:
    """The places in briefs whose bytes are those that were read."""
    return {path: one for path, one in places.items() if path in sheets and sheets[path].digest == one.digest}


def _without_settled(citations: Found, loaded: Loaded) -> Found:
    """The citations, those of broken briefs without the fields that have stand-ins."""
    kept: dict[str, Verified] = {}
    for record in loaded.salvaged:
        verified = citations[record.id]
        sound = (one for one in verified.citations if not loaded.is_settled(record.path, one.field))
        kept[record.id] = replace(verified, citations=tuple(sound))
    return citations.with_others(kept)


def compose(
    root: Path,
    today: date,
    settings: Settings = DEFAULTS,
    drafts: bool = False,
    cache: Cache | None = None,
    jobs: int = 1,
) -> Composed:
    """Examine the desk, then arrange its pages. `drafts` keeps drafts and broken briefs in (serve)."""
    return assemble(open_edition(examine(root, today, settings, cache, jobs), today, settings, drafts))


def open_edition(examined: Examined, today: date, settings: Settings, drafts: bool = False) -> Opened:
    """An edition of a desk that was examined."""
    unfinished = () if drafts else examined.unfinished
    left_out = tuple(f"{path} is a draft that is not finished, and left out" for path in unfinished)
    return Opened(examined, _press(examined, settings, drafts), today, drafts, (*left_out, *notes_on(settings)))


def assemble(opened: Opened) -> Composed:
    """The pages of an edition, and all other files of its site."""
    return Composed(opened, arrange(opened.press, opened.day, opened.drafts, opened.examined.problems))


def foresee(examined: Examined, settings: Settings, briefs: Container[str]) -> tuple[Page, ...]:
    """The pages of some briefs as a preview shows them, without those of all others."""
    return brief_pages(_press(examined, settings, True), briefs)


def _press(examined: Examined, settings: Settings, drafts: bool) -> Press:
    library, entities = examined.library, examined.entities
    if not drafts and any(record.brief.draft for record in library.records):
        library = library.without_drafts()
        entities = resolve(library)
    problems = _by_path(examined.problems) if drafts else None
    language = speak(settings.language)
    return open_press(
        library, entities, examined.citations, settings, language, looks(), render, problems, examined.drafts
    )


def _by_path(problems: Iterable[Problem]) -> Mapping[str, tuple[Problem, ...]]:
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.path].append(problem)
    return {path: tuple(listed) for path, listed in found.items()}


@dataclass(frozen=True, slots=True)
class Opened:
    """An edition whose pages are not arranged yet."""

    examined: Examined
    press: Press
    day: date  # that counts as today
    drafts: bool  # whether they are in it
    notes: tuple[str, ...] = ()  # what is not there, and why: one line each, for the doors to print

    def files(self) -> tuple[SiteFile, ...]:
        """The files that are no pages and tell nothing of them; to find their keys takes as long as to arrange all."""
        edition = self.press.edition
        pictures = picture_files(edition.entities.storylines.values(), edition.settings, edition.language)
        moved = redirect_files(redirects(edition), edition.language)
        return (*moved, *pictures, *feed(edition, self.day), *name_files(edition))


@dataclass(frozen=True, slots=True)
class Composed:
    """What a site is built from: pages in a total order, other files of the site, and the problems."""

    opened: Opened
    site: Site

    @property
    def examined(self) -> Examined:
        """What is known of the desk."""
        return self.opened.examined

    @property
    def pages(self) -> tuple[Page, ...]:
        """The generated pages in the order of their uris."""
        return self.site.pages

    def files(self) -> tuple[SiteFile, ...]:
        """All other files of the site."""
        return (*self.opened.files(), *self.maps())

    def maps(self) -> tuple[SiteFile, ...]:
        """Those of them that tell of the pages."""
        return map_out(self.site.edition, self.pages)

    def titles(self) -> Mapping[str, str]:
        """The titles of all generated pages, by uri."""
        return {page.uri: page.title for page in self.pages}

    @property
    def cache(self) -> Cache:
        """What the next run need not find out again."""
        return self.examined.cache

    def searched(self, places: Iterable[str], key: Callable[[str], str]) -> list[Searched]:
        """The pages at these places of the site as search cuts them; `key` has a digest of each."""
        days = self.site.days()
        return [Searched(place, key(place), days.get(place)) for place in sorted(places)]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the briefs, and what to look at."""
        return self.examined.problems
