"""The live preview: what an editor saves is built and shown; a broken brief has its problems for a page."""

from __future__ import annotations

import errno
import re
import socket
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent
from watchdog.observers import Observer

from generator.building import bring_up_to_date, show_ahead
from generator.cache import Memory
from generator.clock import present_day
from generator.desk.library import SourceChangedError
from generator.engine import SiteError, configure, hooks_of, outdated_hooks
from generator.fingerprint import program_fingerprint
from generator.output import lock
from generator.pipeline import Examined, foresee, open_edition
from generator.plugin import watched
from generator.problems import Problem
from generator.publishing.head_start import take_over
from generator.publishing.release import Ground, look_back
from generator.search import find_indexer
from generator.telling import Telling, stage, what_failed
from generator.workers import count_cores, without_collecting

#: Files from which on looking at each of them twice a second costs too much: the system tells of changes then.
_MANY = 2_000
#: Changes that are written down at once; fewer are when the preview ends, and are soon found again if it is killed.
_MANY_CHANGES = 50
#: From how many pages on the pages of how many changed briefs are shown before the rest is made.
_LARGE, _FIRST = 1_000, 5
#: The policy of a built page, which forbids the script with which the preview reloads it.
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')

App = Callable[..., Iterable[bytes]]  # as in PEP 3333


class Changes(Observer):  # type: ignore[misc, valid-type]
    """Hears from the system of files that change; it tells of those that are only read, too: every build reads all."""

    def schedule(self, event_handler: Any, path: str, **asked: Any) -> Any:
        """Tell the handler of what changes below a path."""
        changes = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
        return super().schedule(event_handler, path, event_filter=changes, **asked)


class Shown(NamedTuple):
    """What a preview has shown: titles of pages by uri, each brief as it was, and the problems that were told."""

    titles: Mapping[str, str] = {}
    briefs: Mapping[str, str] = {}
    problems: Sequence[Problem] = ()


def serve(root: Path, address: str | None, telling: Telling) -> None:
    """Serve a live preview until it is interrupted: drafts included, problems in place of broken briefs."""
    find_indexer()
    config = configure(root, preview=True).config
    host, port = (config.dev_addr.host, config.dev_addr.port) if address is None else _split(address)
    mount = urlsplit(config.site_url or "/").path or "/"
    url = f"http://{host}:{port}/{mount.strip('/')}".rstrip("/") + "/"
    desk = root / "build/preview"
    site, more = desk / "site", desk / "again/more"
    more.parent.mkdir(parents=True, exist_ok=True)
    memory, shown = Memory(desk), Shown()

    def builder() -> None:
        nonlocal shown
        telling.say("Building …")
        with going_on(bool(shown.titles), telling):
            shown, ahead = build_on(root, Ground(desk, site), memory, shown, telling)
            if ahead:
                more.touch()  # the server reloads what is there, and comes back for the rest

    server = LiveReloadServer(builder, host, port, str(site), mount)
    server.error_handler = lambda code: _error_page(site, code)
    server.set_app(without_policy(server.serve_request))
    folders = [*followed(root, config), more.parent]
    if sum(1 for folder in folders for _ in folder.rglob("*")) > _MANY:
        server.observer = Changes()
    for folder in folders:
        server.watch(str(folder))
    server.watch(str(root), recursive=False)  # mkdocs.yml, however an editor saves it
    with lock(desk / "lock", lambda: telling.say("another preview is at work here; waiting for it")):
        _find_free(server, host, port)
        take_over(Ground(root / "build", Path(config.site_dir)), Ground(desk, site), telling.say)
        builder()
        telling.say(f"The preview is at {url} (Ctrl+C ends it)")
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            telling.say("")
        finally:
            server.shutdown()
            memory.save()


@contextmanager
def going_on(shown: bool, telling: Telling) -> Iterator[None]:
    """What goes wrong is said, and what was there before stays; where nothing was, what no edit mends ends the preview.

    An exception of a template or a hook of the desk is told as Python tells it.
    """
    try:
        yield
    except (SiteError, SourceChangedError) as error:
        told = str(error)
    except Exception as error:
        if not shown:
            raise
        told = what_failed(error) if isinstance(error, OSError) else traceback.format_exc().rstrip()
    else:
        return
    telling.say(f"{told}\nThe preview shows what was there before.")


def followed(root: Path, config: MkDocsConfig) -> list[Path]:
    """The folders whose changes are looked for: the desk, docs/, hooks, a theme of its own, `watch` of mkdocs.yml."""
    more = [config.docs_dir, *((config.theme.custom_dir,) if config.theme.custom_dir else ()), *config.watch]
    hooks = {hook.parent for hook in hooks_of(config)} - {root}  # that one is looked at anyhow
    return [*watched(root), *map(Path, more), *sorted(hooks)]


def build_on(root: Path, ground: Ground, memory: Memory, shown: Shown, telling: Telling) -> tuple[Shown, bool]:
    """Show what has changed since; in a large site a few changed briefs come first, and then True: more is to do."""
    engine, today = configure(root, preview=True), present_day()
    for name in outdated_hooks(engine):
        telling.say(f"{name} was changed, and runs as it was: end the preview (Ctrl+C) and start it again")
    with stage("briefs", telling):
        settings = engine.plugin.settings_of(engine.config)
        examined = memory.examine(root, today, settings, count_cores(), telling.say)
        memory.save(_MANY_CHANGES)
    told = frozenset(shown.problems)
    _tell([problem for problem in examined.problems if problem not in told], telling)
    briefs = dict(_as_they_are(examined))
    changed = {brief for brief, now in briefs.items() if shown.briefs.get(brief) != now}
    with without_collecting():
        if len(shown.titles) >= _LARGE and 0 < len(changed) <= _FIRST:
            pages = foresee(examined, settings, changed)
            titles = {**shown.titles, **{page.uri: page.title for page in pages}}
            show_ahead(engine, titles, pages, ground)
            return Shown(titles, briefs, examined.problems), True
        opened = open_edition(examined, today, settings, drafts=True)
    left = look_back(ground, program_fingerprint())
    composed, _ = bring_up_to_date(engine, opened, ground, left, count_cores(), telling)
    return Shown(composed.titles(), briefs, examined.problems), False


def _as_they_are(examined: Examined) -> Iterator[tuple[str, str]]:
    """Each brief by its id: its bytes, or what is wrong with it."""
    for record in examined.library.records:
        yield record.id, record.digest
    for brief, path in examined.library.broken.items():
        yield brief, repr([problem for problem in examined.problems if problem.path == path])


def _tell(problems: Sequence[Problem], telling: Telling) -> None:
    for problem in problems:
        if problem.level != "info":
            place = f"{problem.path}:{problem.line}:{problem.column}"
            telling.say(f"{place}: {problem.level}: {problem.message} [{problem.rule}]")


def without_policy(app: App) -> App:
    """An application that answers as `app` does, its pages without the policy that is made for built ones."""

    def answer(environ: Mapping[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        told: list[tuple[str, list[tuple[str, str]]]] = []
        body = app(environ, lambda status, headers: told.append((status, headers)))
        status, headers = told[0]
        if ("Content-Type", "text/html") in headers:
            page = _POLICY.sub(b"", b"".join(body), count=1)
            headers = [each for each in headers if each[0] != "Content-Length"] + [("Content-Length", str(len(page)))]
            getattr(body, "close", lambda: None)()
            body = [page]
        start_response(status, headers)
        return body

    return answer


def _find_free(server: LiveReloadServer, host: str, port: int) -> None:
    """See before all work whether the address can be had."""
    try:
        socket.create_server((host, port), family=server.address_family).close()
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise SiteError(f"nothing can be served at {host}:{port} ({error.strerror})") from None
        other = f"{host}:{port + 1}"
        raise SiteError(f"{host}:{port} is taken by another program; try --address {other}") from None


def _split(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    if not port.isdecimal():
        raise SiteError(f"{address} is no address; write it as localhost:8000")
    return host or "localhost", int(port)


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
