"""The one path from a desk to its pages: the only place that calls the stages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.acceptance import settle
from generator.agreement import check_agreement
from generator.citations import Citations
from generator.entities import Entities, resolve
from generator.library import Library
from generator.load import load, locate
from generator.problems import Problem
from generator.settings import Settings

DEFAULTS = Settings()


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
    entities = resolve(library)
    findings = [*loaded.findings, *check_agreement(library, entities)]
    located = locate(root, settle(library.records, findings))
    problems = sorted((*loaded.problems, *located), key=lambda problem: problem.order)
    return Examined(library, entities, {}, tuple(problems))


def compose(root: Path, today: date, settings: Settings = DEFAULTS, drafts: bool = False) -> Composed:
    """Examine the desk, then arrange its pages. `drafts` keeps drafts and broken briefs in (serve)."""
    raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page (this type moves to site.py).

    `uri` is its place in the page tree (`briefs/2026/x.md`), `url` in the site (`briefs/2026/x/`), `key` a digest
    of all that it shows; `markdown()` renders it, front matter included, and is only called when it is needed.
    """

    uri: str
    url: str
    kind: str
    title: str
    key: str
    markdown: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Composed:
    """What a site is built from: pages in a total order, other files by url, and the problems."""

    examined: Examined
    pages: tuple[Page, ...]
    files: Mapping[str, bytes]

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.examined.problems
