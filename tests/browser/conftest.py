"""A built site behind a plain static server, at a domain and below a path, and a browser that tells of every fault."""

from __future__ import annotations

import functools
import gzip
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatch
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from desks import make_desk
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Request, Response, expect, sync_playwright
from sites import build_once

PATIENCE = 15_000  # milliseconds: machines differ, and others are at work on them
expect.set_options(timeout=PATIENCE)

#: Told by the page itself, before anything else runs in it.
_TELL = """addEventListener("securitypolicyviolation", event =>
  console.error(`forbidden by the policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`))"""


@functools.lru_cache(256)
def _smaller(stored: bytes) -> bytes:
    return gzip.compress(stored, 6)


class Static(SimpleHTTPRequestHandler):
    """Files and nothing else, below a path, in gzip; what is not there is the site's own 404 page."""

    mount = "/"
    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(self.mount) if path.startswith(self.mount) else "404/404"
        return super().translate_path(f"/{inside}")

    def send_head(self) -> io.BytesIO | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not self.path.split("?")[0].endswith("/"):
            self.send_response(301)
            self.send_header("Location", self.path.split("?")[0] + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        return self.answer(path if found else Path(self.directory) / "404.html", 200 if found else 404)

    def answer(self, path: Path, code: int) -> io.BytesIO:
        """Send what is at a path, smaller where the browser can read that."""
        stored, kind = path.read_bytes(), self.guess_type(path)
        self.send_response(code)
        if "gzip" in self.headers.get("Accept-Encoding", "") and kind.startswith(
            ("text/", "application/j", "image/svg")
        ):
            stored = _smaller(stored)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(stored)))
        for name, value in self.headers_for(self.path):
            self.send_header(name, value)
        self.end_headers()
        return io.BytesIO(stored)

    def headers_for(self, path: str) -> Iterator[tuple[str, str]]:
        """Nothing more: a plain server knows no `_headers`."""
        return iter(())

    def log_message(self, format: str, *told: Any) -> None:
        """Say nothing."""


class BelowAPath(Static):
    """The same below /sub/path/, with the headers of the site's `_headers`."""

    mount = "/sub/path/"

    def headers_for(self, path: str) -> Iterator[tuple[str, str]]:
        """What Netlify and Cloudflare Pages would send."""
        pattern = ""
        for line in Path(self.directory, "_headers").read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):
                pattern = line
            elif fnmatch(f"/{path.removeprefix(self.mount)}", pattern):
                name, value = line.strip().split(": ", 1)
                yield name, value


def make_desk_with_contact(folder: Path) -> Path:
    """The small desk, with somebody to write to."""
    options = make_desk(folder) / "mkdocs.yml"
    options.write_text(options.read_text(encoding="utf-8").replace('contact: ""', "contact: mailto:desk@example.org"))
    return folder


#: Of a test to which it is all one whether the site stands at a domain or below a path.
ANYWHERE = pytest.mark.parametrize("site", [Static], indirect=True, ids=["at /"])


@dataclass(frozen=True)
class Site:
    """A site that is being served."""

    url: str
    folder: Path


@contextmanager
def serving(folder: Path, served: type[Static] = Static) -> Iterator[Site]:
    """A server for a built site."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(served, directory=str(folder))) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(f"http://127.0.0.1:{server.server_port}{served.mount}", folder)
        server.shutdown()


@pytest.fixture(scope="session", params=[Static, BelowAPath], ids=["at /", "below /sub/path/"])
def site(request: pytest.FixtureRequest, shared: Path) -> Iterator[Site]:
    served: type[Static] = request.param
    with serving(
        build_once(shared, served.__name__, make_desk_with_contact, SITE_URL=f"https://example.org{served.mount}"),
        served,
    ) as site:
        yield site


@pytest.fixture(scope="session")
def demonstration(demo: Path) -> Iterator[Site]:
    """The demonstration desk, behind a server that sends the headers."""
    with serving(demo, BelowAPath) as site:
        yield site


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@dataclass(frozen=True)
class Contexts:
    """Contexts of one browser, one for each look; each begins a test as new, in a process that is there already.

    An empty page is left open in it: without one every page takes a process and, to warm it, a second of the processor.
    """

    browser: Browser
    kept: dict[str, tuple[BrowserContext, CDPSession]] = field(default_factory=dict)

    @contextmanager
    def like(self, **look: Any) -> Iterator[BrowserContext]:
        """A context with nothing in it, and nothing is left in it after."""
        if repr(look) not in self.kept:
            made = self.browser.new_context(**look)
            self.kept[repr(look)] = made, made.new_cdp_session(made.new_page())
        context, session = self.kept[repr(look)]
        try:
            yield context
        finally:
            pages = context.pages[1:]
            origins = {"/".join(page.url.split("/")[:3]) for page in pages if page.url.startswith("http")}
            for page in pages:
                page.close()
            for origin in origins:
                session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
            session.send("Network.clearBrowserCache")
            context.clear_cookies()
            context.clear_permissions()


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Contexts:
    return Contexts(browser)


@dataclass
class Watched:
    """What a browser said and asked for while a page was open."""

    faults: list[str]
    requests: list[str]


@pytest.fixture
def watched() -> Watched:
    return Watched([], [])


@pytest.fixture
def page(contexts: Contexts, site: Site, watched: Watched) -> Iterator[Page]:
    """A page whose console must stay silent and whose every request must be answered by the site itself."""
    with contexts.like(viewport={"width": 1280, "height": 900}) as reading:
        yield watch(reading, site, watched)
        assert not reading.cookies()
    assert not watched.faults


def watch(reading: BrowserContext, site: Site, watched: Watched) -> Page:
    """A page that tells of everything a reader's browser should not have to do."""
    opened = reading.new_page()
    host = site.url.split("/")[2]

    def asked(request: Request) -> None:
        watched.requests.append(request.url)
        if not request.url.startswith(("data:", "blob:")) and request.url.split("/")[2] != host:
            watched.faults.append(f"asks another host: {request.url}")

    def answered(response: Response) -> None:
        if response.status >= 400:
            watched.faults.append(f"{response.status}: {response.url}")

    opened.add_init_script(_TELL)
    opened.on("request", asked)
    opened.on("response", answered)
    opened.on("console", lambda message: watched.faults.append(f"console: {message.text}"))
    opened.on("pageerror", lambda error: watched.faults.append(f"error: {error}"))
    opened.set_default_timeout(PATIENCE)
    return opened
