"""How much a reader's browser fetches for a search: from opening the field in the header to the first result."""

from __future__ import annotations

import functools
import gzip
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import TimeoutError, sync_playwright


class Compressing(SimpleHTTPRequestHandler):
    """Serves files compressed where that is less, and counts the bytes of what it sends, without headers."""

    sent: list[int]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        stored = path.read_bytes()
        packed = gzip.compress(stored, 6)
        body, encoded = (packed, True) if len(packed) < len(stored) else (stored, False)
        self.sent.append(len(body))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        if encoded:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *told: object) -> None:
        """Say nothing."""


@contextmanager
def _served(site: Path) -> Iterator[tuple[str, list[int]]]:
    sent: list[int] = []
    handler = type("Counting", (Compressing,), {"sent": sent})
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", sent
        server.shutdown()


def search_bytes(site: Path, words: Iterable[str], chromium: str | None) -> dict[str, int]:
    """For each word the bytes (gzip) that a browser with an empty cache fetches to its first result.

    A word without a result within a minute has none.
    """
    found = {}
    with _served(site) as (url, sent), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for word in words:
            page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
            page.goto(url, wait_until="networkidle")
            sent.clear()
            field = page.get_by_role("banner").get_by_role("searchbox")
            field.click()
            field.fill(word)
            with suppress(TimeoutError):
                page.get_by_role("banner").locator("li a").first.wait_for(timeout=60_000)
                found[word] = sum(sent)
            page.context.close()
        browser.close()
    return found
