"""MkDocs as a library: it builds the pages that have changed, in shares on every core, into folders aside."""

from __future__ import annotations

import logging
import os
import re
import shutil
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material tells of the future on every import

from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import get_files

from generator.fingerprint import folder_fingerprint
from generator.output import list_files
from generator.pages.addresses import place_of
from generator.pages.page import Page
from generator.plugin import HOUSE, THEME, BriefingPlugin, root_of
from generator.pressing.options import plainly
from generator.pressing.page_tree import places_by_hand
from generator.publishing.manifest import digest_all
from generator.render import follow_templates, keep_compiled
from generator.workers import Advance, share_out

#: Pages that one run of MkDocs builds: it keeps all of them in memory to its end, and takes some time to begin.
SHARE = 1_500

#: What stands behind the tag: a list in brackets, a list of lines, or one name, each also on the lines below.
_ASKED = re.compile(r"!ENV\b\s*(\[[^\]]*|(?:-[^\n]*\s*)+|[^\n]*)")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_INHERITED = re.compile(r"^[\"']?INHERIT[\"']?[ ]*:[ ]*[\"']?([^\"'#\n]+)", re.MULTILINE)

Say = Callable[[str], None]


class SiteError(Exception):
    """Something besides the briefs keeps the site from being built: mkdocs.yml, docs/, a link to nowhere."""


class NoSiteError(SiteError):
    """A desk that has briefs and is no site yet."""


@dataclass(frozen=True, slots=True)
class Engine:
    """MkDocs with the settings of a desk."""

    config: MkDocsConfig
    plugin: BriefingPlugin


@dataclass(frozen=True, slots=True)
class Pressed:
    """What MkDocs has built: by place in the site, the folder of each file; and which pages are searched."""

    files: Mapping[str, Path]
    searched: frozenset[str]


class _Done(NamedTuple):
    """A share that is done: the places of its files, which of its pages are searched, and what MkDocs said."""

    made: list[str]
    searched: list[str]
    said: list[str]


def configure(root: Path, preview: bool = False) -> Engine:
    """Read mkdocs.yml; raises SiteError where it cannot be used."""
    path = root / "mkdocs.yml"
    if not path.is_file():
        raise NoSiteError(
            f"there is no mkdocs.yml in {root}; a site needs it beside briefs/: "
            "begin with copies of the program's own mkdocs.yml and docs/"
        )
    with _mkdocs_errors(root):
        config = load_config(str(path), strict=not preview)
    plugin = config.plugins.get("briefing")
    if not isinstance(plugin, BriefingPlugin):
        raise SiteError("mkdocs.yml does not list the plugin `briefing`; add “- briefing” below “plugins:”")
    plugin.preview = preview
    if preview:
        follow_templates()
    keep_compiled(plugin.desk(config) / "templates")
    return Engine(config, plugin)


def frame_of(engine: Engine) -> str:
    """A digest of all that is laid round a page: settings, theme, hooks, titles that navigation takes from docs/."""
    config = engine.config
    folders = [THEME, *(Path(each) for each in (config.theme.custom_dir,) if each)]
    return digest_all(
        [
            *_settings(Path(config.config_file_path)),
            config.site_url or "",
            folder_fingerprint(folders),
            *(_read_once(path) for path in hooks_of(config) if path.is_file()),
            folder_fingerprint([Path(config.docs_dir)]) if _takes_titles(config) else "",
        ]
    )


def hooks_of(config: MkDocsConfig) -> list[Path]:
    """The files of the desk's hooks."""
    return [Path(config.config_file_path).parent / name for name in sorted(config.hooks)]


def outdated_hooks(engine: Engine) -> list[str]:
    """The hooks that are changed since they were loaded, by name: what runs is as they were."""
    hooks = [path for path in hooks_of(engine.config) if path.is_file()]
    return [path.name for path in hooks if path.read_bytes() != _read_once(path)]


@cache
def _read_once(path: Path) -> bytes:
    """A hook as it was when MkDocs loaded it, which it does once: what runs is not what is changed meanwhile."""
    return path.read_bytes()


def _settings(path: Path) -> Iterator[str]:
    """mkdocs.yml as it is, the files that it inherits from, and what the environment says where it asks."""
    text = path.read_text(encoding="utf-8", errors="replace")
    yield text
    asked = {name for tag in _ASKED.findall(text) for name in _VARIABLE.findall(tag)}
    yield from (f"{name}={os.environ.get(name)}" for name in sorted(asked))
    for parent in _INHERITED.findall(text):
        if (path.parent / parent.strip()).is_file():
            yield from _settings(path.parent / parent.strip())


def _takes_titles(config: MkDocsConfig) -> bool:
    """Whether some entry of the navigation has no title of its own, but that of its page."""
    return not config.nav or _has_bare_entries(config.nav)


def _has_bare_entries(nav: object) -> bool:
    if isinstance(nav, list):
        return any(isinstance(item, str) or _has_bare_entries(item) for item in nav)
    return isinstance(nav, dict) and any(_has_bare_entries(inner) for inner in nav.values() if isinstance(inner, list))


def docs_digest(engine: Engine) -> str:
    """A digest of the hand-written pages and of all that lies beside them."""
    return folder_fingerprint([Path(engine.config.docs_dir)])


def laid_by_hand(engine: Engine) -> Set[str]:
    """The places in the site of what lies in docs/."""
    with _mkdocs_errors(root_of(engine.config)):
        return places_by_hand(get_files(engine.config), engine.config)


def press(
    engine: Engine,
    titles: Mapping[str, str],
    stale: Sequence[Page],
    folder: Path,
    jobs: int,
    advance: Advance,
    say: Say,
) -> Pressed:
    """Build these pages, and with them all that MkDocs makes besides: hand-written pages, assets, the 404 page.

    `titles` are those of all generated pages, by uri. `folder` gets a folder for each share. Raises SiteError for what
    is wrong in mkdocs.yml or docs/.
    """
    count = max(1, -(-len(stale) // SHARE), min(jobs, len(stale) // 100))
    if count > jobs:
        count = -(-count // jobs) * jobs  # nobody waits while others do a last share
    shares = [(folder / str(number), tuple(stale[number::count])) for number in range(count)]
    titled = _takes_titles(engine.config)

    def work(share: tuple[Path, tuple[Page, ...]], advance: Advance) -> _Done:
        place, pages = share
        first = share is shares[0]
        engine.plugin.hand(titles, pages, advance, with_docs=titled or first)
        said = _run(engine, place)
        own = frozenset[str]() if first else {place_of(page.uri) for page in pages} | companions_of(pages)
        made = [name for name in list_files(place) if first or name in own]
        return _Done(made, engine.plugin.searched, said)

    examples = {page.kind: page for page in stale} if count > 1 else {}
    for page in examples.values():
        page.write()  # its template is compiled here, once for all processes
    files: dict[str, Path] = {}
    searched: set[str] = set()
    told: dict[str, None] = {}
    for (place, _), done in zip(shares, share_out(shares, work, jobs, advance), strict=True):
        files.update(dict.fromkeys(done.made, place))
        searched.update(done.searched)
        told.update(dict.fromkeys(done.said))
    for line in told:
        say(line)
    return Pressed(files, frozenset(searched))


def companions_of(pages: Iterable[Page]) -> Set[str]:
    """The places of the files that are made with some pages."""
    return {place for page in pages for place in page.companions()}


def _run(engine: Engine, folder: Path) -> list[str]:
    """One run of MkDocs with what was handed to the plugin, and what it said."""
    shutil.rmtree(folder, ignore_errors=True)
    engine.config.site_dir = str(folder)
    with _mkdocs_errors(root_of(engine.config)) as said:
        run_mkdocs(engine.config)
    return said


@contextmanager
def _mkdocs_errors(root: Path) -> Iterator[list[str]]:
    """What MkDocs says, one line a message; what ends it is a SiteError that tells the rest.

    So is what a hook or a template below `root` raises: it is the desk's own, and no bug of ours.
    """
    logger, teller = logging.getLogger("mkdocs"), _Teller(logging.WARNING)
    logger.addHandler(teller)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield teller.said
    except MkDocsException as error:
        raise SiteError("\n".join(map(plainly, teller.said or [error.format_message()]))) from None
    except Exception as error:
        if place := _place_of(error, root):
            raise SiteError(f"{place}: {type(error).__name__}: {error}") from error
        raise
    finally:
        logger.removeHandler(teller)


def _place_of(error: Exception, root: Path) -> str:
    """The last file of a desk that an exception came through, with the line; nothing where it came through none."""
    passed = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError):
        passed.append((error.filename or "", error.lineno))
    for file, line in reversed(passed):
        path = Path(file)
        if path.is_relative_to(root.absolute()) and not (path.is_relative_to(HOUSE) or "site-packages" in path.parts):
            return f"{path.relative_to(root.absolute()).as_posix()}:{line}"
    return ""


class _Teller(logging.Handler):
    """Keeps what a library logs, with its level where it is more than news."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        level = f"{record.levelname.lower()}: " if record.levelno > logging.INFO else ""
        self.said.append(f"{level}{record.getMessage()}")
