"""The one path from a desk to its pages: the only place that calls the stages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.acceptance import settle
from generator.agreement import check_agreement
from generator.desk.library import Library
from generator.entities import Entities, resolve
from generator.language import speak
from generator.load import Loaded, load, locate
from generator.pages.page import Page
from generator.pages.redirects import redirect_files
from generator.pages.site_file import SiteFile
from generator.problems import Problem
from generator.quotes import verify
from generator.quoting.citations import Citations
from generator.render import looks, render
from generator.settings import Settings
from generator.site import Site, arrange

DEFAULTS = Settings()

#: Rules that judge by the vocabulary; while that is broken, they would name what follows from it.
NAMES_JUDGED = frozenset({"unknown-name", "similar-names", "role-disagrees"})


@dataclass(frozen=True, slots=True)
class Examined:
    """What `briefing check` knows: everything read, every citation, every problem (sorted, accepted ones settled)."""

    library: Library
    entities: Entities
    citations: Citations
    problems: tuple[Problem, ...]


def examine(root: Path, today: date, settings: Settings = DEFAULTS) -> Examined:
    """Load, resolve and verify the desk at `root`. Never raises for content."""
    loaded = load(root, today, settings.require_source)
    library = loaded.library
    whole = replace(library, records=tuple(sorted((*library.records, *loaded.salvaged), key=lambda one: one.order)))
    entities = resolve(whole)
    citations, remarks = verify(whole, entities)
    unjudged = NAMES_JUDGED if library.vocabulary.broken else frozenset()
    findings = [
        finding
        for finding in (*loaded.findings, *check_agreement(whole, entities), *remarks)
        if finding.rule not in unjudged and not loaded.is_settled(finding.path, finding.field, finding.rule)
    ]
    located = locate(root, settle(whole.records, findings, unjudged, loaded.settled))
    problems = sorted(dict.fromkeys((*loaded.problems, *located)), key=lambda problem: problem.order)
    if loaded.salvaged:
        entities, citations = resolve(library), _without_settled(citations, loaded)
    return Examined(library, entities, citations, tuple(problems))


def _without_settled(citations: Citations, loaded: Loaded) -> Citations:
    """The citations, those of broken briefs without the fields that have stand-ins."""
    kept = dict(citations)
    for record in loaded.salvaged:
        verified = kept[record.id]
        sound = (one for one in verified.citations if not loaded.is_settled(record.path, one.field))
        kept[record.id] = replace(verified, citations=tuple(sound))
    return kept


def compose(root: Path, today: date, settings: Settings = DEFAULTS, drafts: bool = False) -> Composed:
    """Examine the desk, then arrange its pages. `drafts` keeps drafts and broken briefs in (serve)."""
    examined = examine(root, today, settings)
    library, entities = examined.library, examined.entities
    if not drafts and any(record.brief.draft for record in library.records):
        library = replace(library, records=tuple(record for record in library.records if not record.brief.draft))
        entities = resolve(library)
    problems = _by_path(examined.problems) if drafts else None
    language = speak(settings.language)
    site = arrange(library, entities, examined.citations, settings, today, language, looks(), render, problems)
    days = (record.brief.date.first or record.brief.date.last for record in library.records)
    files = redirect_files(site.redirects, language)
    return Composed(examined, site, files, max(filter(None, days), default=date(1970, 1, 1)))


def _by_path(problems: Iterable[Problem]) -> Mapping[str, tuple[Problem, ...]]:
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.path].append(problem)
    return {path: tuple(listed) for path, listed in found.items()}


@dataclass(frozen=True, slots=True)
class Composed:
    """What a site is built from: pages in a total order, other files of the site, and the problems."""

    examined: Examined
    site: Site
    files: tuple[SiteFile, ...]
    newest: date  # of the newest brief

    @property
    def pages(self) -> tuple[Page, ...]:
        """The generated pages in the order of their uris."""
        return self.site.pages

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the briefs, and what to look at."""
        return self.examined.problems
