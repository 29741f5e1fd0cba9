"""Pictures of every kind of page of the demonstration site: `make pictures`, to be looked at after a change."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))

from browser.conftest import BelowAPath, serving
from browser.kinds import KINDS
from browser.test_everywhere import OPEN_ALL, SIZES
from chromium import find
from playwright.sync_api import Page, sync_playwright
from sites import build_once, copy_demo

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "build" / "pictures"


def main() -> None:
    """Build the site as tests do; keep each page light, dark with folds open, on a phone and on a desk, and printed."""
    with TemporaryDirectory() as folder:
        _keep_all(build_once(Path(folder), "demo", copy_demo, SITE_URL="https://example.org/sub/path/"))
    print(f"The pictures are in {KEPT.relative_to(ROOT)}/")


def _keep_all(folder: Path) -> None:
    with serving(folder, BelowAPath) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find())
        for kind, url in KINDS.items():
            page = browser.new_page(color_scheme="light", reduced_motion="reduce")
            page.goto(site.url + url, wait_until="networkidle")
            _keep_at_all_sizes(page, kind)
            page.evaluate(OPEN_ALL)
            page.locator("label[title=Dark]").click()
            _keep_at_all_sizes(page, f"{kind}, dark and open")
            page.emulate_media(media="print")
            _keep(page, f"{kind}, printed")
            page.close()


def _keep_at_all_sizes(page: Page, name: str) -> None:
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        _keep(page, f"{name} {width}")


def _keep(page: Page, name: str) -> None:
    page.screenshot(path=KEPT / f"{name}.png", full_page=True)


if __name__ == "__main__":
    main()
