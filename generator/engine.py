"""MkDocs as a library: `briefing build` makes the site aside and publishes it, `briefing serve` previews it."""

from __future__ import annotations

import logging
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material tells of the future on every import

from mkdocs.commands.build import build as run_mkdocs
from mkdocs.commands.serve import serve as serve_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.output import lock
from generator.pipeline import Examined, compose
from generator.plugin import BriefingPlugin
from generator.publish import Published, publish
from generator.search import find_indexer, index

Say = Callable[[str], None]


class SiteError(Exception):
    """Something besides the briefs keeps the site from being built: mkdocs.yml, docs/, a link to nowhere."""


class NoSiteError(SiteError):
    """A desk that has briefs and is no site yet."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to; `published` is none where an error in a brief stopped it."""

    examined: Examined
    pages: int
    published: Published | None


def build(root: Path, today: date, clean: bool, say: Say) -> Built:
    """Build the desk at `root` into its site/; where anything fails, that stays as it was.

    Raises SiteError, and OSError for what the machine cannot do. `say` gets a line for each stage.
    """
    find_indexer()
    desk = root / "build"
    with lock(desk / "lock", lambda: say("another build is at work here; waiting for it")):
        if clean:
            _clear(desk)
        with _mkdocs_errors(say):
            config, plugin = _configure(root)
            site, config.site_dir = Path(config.site_dir), str(desk / "site")
            with _stage("briefs", say):
                composed = compose(root, today, plugin.settings_of(config))
            if any(problem.level == "error" for problem in composed.problems):
                return Built(composed.examined, len(composed.pages), None)
            with _stage("pages", say):
                plugin.hand(composed)
                run_mkdocs(config)
        with _stage("search", say):
            index(desk / "site", plugin.searched, plugin.config.language, desk)
        with _stage("publishing", say):
            published = publish(desk / "site", site, desk)
    return Built(composed.examined, len(composed.pages), published)


def serve(root: Path, address: str | None, say: Say) -> None:
    """Serve a live preview until it is interrupted: drafts included, problems in place of broken briefs."""
    find_indexer()
    with _mkdocs_errors(say, logging.INFO):
        options: dict[str, Any] = {"dev_addr": address} if address else {}
        serve_mkdocs(config_file=str(_site_file(root)), **options)


def _configure(root: Path) -> tuple[MkDocsConfig, BriefingPlugin]:
    config = load_config(str(_site_file(root)), strict=True)
    plugin = config.plugins.get("briefing")
    if not isinstance(plugin, BriefingPlugin):
        raise SiteError("mkdocs.yml does not list the plugin `briefing`")
    return config, plugin


def _site_file(root: Path) -> Path:
    path = root / "mkdocs.yml"
    if not path.is_file():
        raise NoSiteError(f"there is no mkdocs.yml in {root}; a site needs it beside briefs/")
    return path


def _clear(desk: Path) -> None:
    """Forget what was built; what is published is remembered, since those files are ours to replace."""
    for name in ("pages", "site", "search"):
        shutil.rmtree(desk / name, ignore_errors=True)
    (desk / "pages.json").unlink(missing_ok=True)


@contextmanager
def _stage(name: str, say: Say) -> Iterator[None]:
    start = time.monotonic()
    yield
    say(f"{name}: {time.monotonic() - start:.1f} s")


@contextmanager
def _mkdocs_errors(say: Say, level: int = logging.WARNING) -> Iterator[None]:
    """MkDocs speaks through `say`, and what ends it is a SiteError."""
    logger, teller = logging.getLogger("mkdocs"), _Teller(say, level)
    logger.addHandler(teller)
    logger.setLevel(level)
    try:
        yield
    except MkDocsException as error:
        raise SiteError(error.format_message()) from error
    finally:
        logger.removeHandler(teller)


class _Teller(logging.Handler):
    """Passes on what a library logs, one line a message."""

    def __init__(self, say: Say, level: int) -> None:
        super().__init__(level)
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        """Say it, with its level where it is more than news."""
        level = f"{record.levelname.lower()}: " if record.levelno > logging.INFO else ""
        self._say(f"{level}{record.getMessage()}")
