"""A built site behind a plain static server, at a domain and below a path, and a browser that tells of every fault."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from desks import make_desk, run
from playwright.sync_api import Browser, Page, Request, Response, sync_playwright


class Static(SimpleHTTPRequestHandler):
    """Files and nothing else, below a path; what is not there is the site's own 404 page."""

    mount = "/"

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(self.mount) if path.startswith(self.mount) else "404/404"
        return super().translate_path(f"/{inside}")

    def send_error(self, code: int, *told: Any, **more: Any) -> None:
        page = Path(self.directory) / "404.html"
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def log_message(self, format: str, *told: Any) -> None:
        """Say nothing."""


class BelowAPath(Static):
    """The same below /sub/path/."""

    mount = "/sub/path/"


@dataclass(frozen=True)
class Site:
    """A site that is being served."""

    url: str
    folder: Path


@pytest.fixture(scope="session", params=[Static, BelowAPath], ids=["at /", "below /sub/path/"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    served: type[Static] = request.param
    desk = make_desk(tmp_path_factory.mktemp("browsed") / "desk")
    options = desk / "mkdocs.yml"
    options.write_text(options.read_text(encoding="utf-8").replace('contact: ""', "contact: mailto:desk@example.org"))
    done = run("generator", "build", desk=desk, SITE_URL=f"https://example.org{served.mount}")
    assert done.returncode == 0, done.stdout + done.stderr
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(served, directory=str(desk / "site"))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(f"http://127.0.0.1:{server.server_port}{served.mount}", desk / "site")
        server.shutdown()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@dataclass
class Watched:
    """What a browser said and asked for while a page was open."""

    faults: list[str]
    requests: list[str]


@pytest.fixture
def watched() -> Watched:
    return Watched([], [])


@pytest.fixture
def page(browser: Browser, site: Site, watched: Watched) -> Iterator[Page]:
    """A page whose console must stay silent and whose every request must be answered by the site itself."""
    reading = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = reading.new_page()
    host = site.url.split("/")[2]

    def asked(request: Request) -> None:
        watched.requests.append(request.url)
        if not request.url.startswith(("data:", "blob:")) and request.url.split("/")[2] != host:
            watched.faults.append(f"asks another host: {request.url}")

    def answered(response: Response) -> None:
        if response.status >= 400:
            watched.faults.append(f"{response.status}: {response.url}")

    opened.on("request", asked)
    opened.on("response", answered)
    opened.on("console", lambda message: watched.faults.append(f"console: {message.text}"))
    opened.on("pageerror", lambda error: watched.faults.append(f"error: {error}"))
    opened.set_default_timeout(15_000)
    yield opened
    reading.close()
    assert not watched.faults
