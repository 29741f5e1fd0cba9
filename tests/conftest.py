"""What all tests share."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

from chromium import find
from sites import build_once, copy_demo

ROOT = Path(__file__).parent.parent

#: Files in which a few tests take long: they begin first, or the last of them would run alone.
LONG = frozenset(
    f"test_{name}.py"
    for name in (
        *("incremental", "mutations", "crash", "everywhere", "languages", "heaps", "mistakes", "serve", "search"),
        *("typed_is_read", "disguised_sources", "build", "bench", "drafting", "cache"),
    )
)

# No deadlines: machines differ. In CI the same examples each time, elsewhere new ones.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write what the cases of tests/cases/ print now")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.name not in LONG)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests have measured, whichever worker did: a first visit of each kind of page."""
    passed = (*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed"))
    told = sorted(str(value) for report in passed for name, value in report.user_properties if name == "measured")
    if told:
        terminalreporter.section("measured: a first visit, everything that comes with it in gzip")
        for line in dict.fromkeys(told):
            terminalreporter.line(line)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a browser. Without one a browser test is skipped; in CI it fails."""
    path = find()
    if path is None and os.environ.get("CI"):
        pytest.fail("no Chromium for the browser tests")
    if path is None:
        pytest.skip("no Chromium: `make test` installs one")
    return path


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run have in common."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session")
def demo(shared: Path) -> Path:
    """The built site of the demonstration desk; to be read, never to be changed."""
    return build_once(shared, "demo", copy_demo, SITE_URL="https://example.org/sub/path/")
