"""The live preview, by both commands: it follows every change, survives mistakes, and rests when nothing changes."""

from __future__ import annotations

import errno
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from desks import BRIEF, ROOT, SOURCE, make_desk, run
from watchdog.events import FileSystemEventHandler

from generator.cache import Memory
from generator.desk.library import SourceChangedError
from generator.engine import SiteError, configure
from generator.preview import Changes, Shown, build_on, followed, going_on
from generator.publishing.release import Ground
from generator.telling import Telling

PATIENCE = 30  # seconds: machines differ


@dataclass(frozen=True)
class Preview:
    """A running preview of a desk, with a copy of the program, so that templates can be changed."""

    desk: Path
    house: Path
    url: str
    said: Path

    def read(self, url: str) -> str:
        with urlopen(self.url + url, timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def wait(self, url: str, wanted: Callable[[str], bool]) -> str:
        """The page, once it is as wanted."""
        end = time.monotonic() + PATIENCE
        page = ""
        while time.monotonic() < end:
            try:
                page = self.read(url)
            except (URLError, OSError):
                page = ""
            if wanted(page):
                return page
            time.sleep(0.2)
        raise AssertionError(f"{url} never came to be as wanted\n{self.said.read_text()}\n{page[-3000:]}")

    def builds(self) -> int:
        said = self.said.read_text()
        return said.count("Building documentation...") + said.count("Building …")


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _listen() -> None:
    """Hear an interrupt, which whatever a shell runs in the background ignores, and its children with it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture(scope="module", params=["briefing serve", "mkdocs serve"])
def preview(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("preview")
    desk, house, port = make_desk(folder / "desk"), folder / "program", free_port()
    shutil.copytree(ROOT / "generator", house / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    address = f"127.0.0.1:{port}"
    commands = {
        "briefing serve": ["generator", "serve", "--address", address],
        "mkdocs serve": ["mkdocs", "serve", "--strict", "--dev-addr", address],
    }
    environment = {**os.environ, "PYTHONPATH": str(house), "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""}
    with (folder / "said").open("wb") as said:
        command = [sys.executable, "-m", *commands[request.param]]
        process = subprocess.Popen(command, cwd=desk, env=environment, stdout=said, stderr=said, preexec_fn=_listen)
    running = Preview(desk, house / "generator", f"http://{address}/", folder / "said")
    try:
        running.wait("", lambda page: "Port Ellery keeps its harbour open" in page)
        yield running
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) in (0, 1, -signal.SIGINT)
    finally:
        process.kill()
    assert "Traceback" not in running.said.read_text()


@pytest.fixture
def brief(preview: Preview) -> Iterator[Path]:
    """The file of a brief, put back afterwards."""
    path = preview.desk / "briefs/2026/harbour.yaml"
    yield path
    path.write_text(BRIEF, encoding="utf-8")
    preview.wait("briefs/2026/harbour/", lambda page: "Port Ellery keeps its harbour open" in page)


def test_a_changed_brief_is_shown(preview: Preview, brief: Path) -> None:
    brief.write_text(BRIEF.replace("keeps its harbour open", "opens a second harbour"), encoding="utf-8")
    preview.wait("briefs/2026/harbour/", lambda page: "Port Ellery opens a second harbour" in page)
    preview.wait("", lambda page: "Port Ellery opens a second harbour" in page)


def test_a_new_brief_is_shown_and_goes_again(preview: Preview) -> None:
    path = preview.desk / "briefs/2027/added.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(BRIEF.replace("Port Ellery keeps", "Ferrymen return, Port Ellery keeps"), encoding="utf-8")
    preview.wait("briefs/2027/added/", lambda page: "Ferrymen return" in page)
    path.unlink()
    preview.wait("", lambda page: page != "" and "Ferrymen return" not in page)


def test_drafts_are_shown_as_what_they_are(preview: Preview) -> None:
    """On their page, in lists, and wherever their title leads to them."""
    notice = "<strong>Draft.</strong> Only the preview shows it."
    page = preview.wait("briefs/2026/zumbrella/", lambda page: "Unpublished zumbrella notes" in page)
    assert notice in page
    assert notice not in preview.read("briefs/2026/harbour/")
    latest = preview.read("")
    assert re.search(r'class="b-mark b-draft">draft</span></p>\s*<h3[^>]*><a [^>]*>Unpublished zumbrella', latest)
    for url in ("next-steps/", "quotes/"):
        assert "Unpublished zumbrella notes (draft)</a>" in preview.read(url)


def test_a_draft_that_cannot_be_shown_yet_is_called_one_too(preview: Preview) -> None:
    path = preview.desk / "briefs/2026/begun.yaml"
    path.write_text(BRIEF.replace("date: 2026-02-03", "date: TODO", 1) + "draft: true\n", encoding="utf-8")
    preview.wait("briefs/2026/begun/", lambda page: "cannot be shown yet" in page and "<strong>Draft.</strong>" in page)
    path.unlink()


def test_a_changed_source_is_noticed(preview: Preview) -> None:
    """The page of a source tells how long its text is."""
    source, url = preview.desk / "seeds/harbour.txt", "sources/harbour/"
    before = preview.read(url)
    source.write_text(f"{SOURCE}A line more.\n", encoding="utf-8")
    preview.wait(url, lambda page: f"{len(SOURCE) + 13} characters" in page)
    source.write_text(SOURCE, encoding="utf-8")
    preview.wait(url, lambda page: f"{len(SOURCE)} characters" in page)
    assert f"{len(SOURCE)} characters" in before


def test_a_changed_vocabulary_is_shown(preview: Preview) -> None:
    names = preview.desk / "briefs/_topics.yaml"
    kept = names.read_text(encoding="utf-8")
    names.write_text(kept.replace("Diplomacy", "Diplomacy and treaties"), encoding="utf-8")
    preview.wait("topics/", lambda page: "Diplomacy and treaties" in page)
    names.write_text(kept, encoding="utf-8")
    preview.wait("topics/", lambda page: page != "" and "Diplomacy and treaties" not in page)


def test_a_changed_template_is_shown(preview: Preview) -> None:
    template = preview.house / "templates/home.md.jinja"
    template.write_text(template.read_text(encoding="utf-8") + "\nA line for the test.\n", encoding="utf-8")
    preview.wait("", lambda page: "A line for the test." in page)


def test_a_changed_theme_is_shown(preview: Preview) -> None:
    template = preview.house / "theme/404.html"
    template.write_text(template.read_text(encoding="utf-8").replace("<ul>", "<ul class='tested'>"), encoding="utf-8")
    preview.wait("404.html", lambda page: "tested" in page)


def test_a_changed_page_by_hand_is_shown(preview: Preview) -> None:
    page = preview.desk / "docs/about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nA word more.\n", encoding="utf-8")
    preview.wait("about/", lambda shown: "A word more." in shown)


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("date: soon", "bad-date"),  # read, but wrong
        ("date: [2026", "yaml"),  # cannot be read at all
    ],
)
def test_a_broken_brief_shows_its_problems_and_mends(preview: Preview, brief: Path, typed: str, rule: str) -> None:
    brief.write_text(BRIEF.replace("date: 2026-02-03", typed, 1), encoding="utf-8")
    named = f"<code>{rule}</code>"
    page = preview.wait("briefs/2026/harbour/", lambda page: named in page)
    assert "briefs/2026/harbour.yaml:" in page
    assert "us-russia-florida-talks" in preview.read("")
    assert "Steve Witkoff" in preview.read("people/")
    brief.write_text(BRIEF, encoding="utf-8")
    preview.wait("briefs/2026/harbour/", lambda page: "nobody will be turned away" in page and named not in page)


def test_search_works_in_the_preview(preview: Preview) -> None:
    assert '"version"' in preview.read("pagefind/pagefind-entry.json")
    assert "pagefind" in preview.read("pagefind/pagefind.js")


def test_it_rests_when_nothing_changes(preview: Preview) -> None:
    before, end = -1, time.monotonic() + PATIENCE
    while before != preview.builds() and time.monotonic() < end:  # what the last test changed may still be built
        before = preview.builds()
        time.sleep(2)
    time.sleep(4)
    assert preview.builds() == before
    assert not (preview.desk / "site").exists()


def test_of_many_files_the_system_tells_what_changes_and_not_what_is_read(tmp_path: Path) -> None:
    told: list[str] = []
    handler = FileSystemEventHandler()
    handler.on_any_event = lambda event: told.append(Path(str(event.src_path)).name)  # type: ignore[method-assign]
    (tmp_path / "read.yaml").write_text("one", encoding="utf-8")
    changes = Changes()
    changes.schedule(handler, str(tmp_path), recursive=True)
    changes.start()
    try:
        (tmp_path / "read.yaml").read_text(encoding="utf-8")
        (tmp_path / "written.yaml").write_text("two", encoding="utf-8")
        end = time.monotonic() + PATIENCE
        while "written.yaml" not in told and time.monotonic() < end:
            time.sleep(0.05)
    finally:
        changes.stop()
        changes.join()
    assert set(told) == {"written.yaml"}


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (SiteError("docs/x.md stands in the way"), "docs/x.md stands in the way"),
        (SourceChangedError("x.txt was changed"), "x.txt was changed"),
        (OSError(errno.ENOSPC, "No space left on device", "a", None, "b"), "the disk is full (b)"),
        (ZeroDivisionError("in a hook of the desk"), "ZeroDivisionError: in a hook of the desk"),
    ],
)
def test_whatever_goes_wrong_a_preview_goes_on(error: Exception, said: str) -> None:
    lines: list[str] = []
    with going_on(True, Telling(lines.append)):
        raise error
    assert "".join(lines).endswith(f"{said}\nThe preview shows what was there before.")
    by_an_edit = isinstance(error, SiteError | SourceChangedError)
    with nullcontext() if by_an_edit else pytest.raises(type(error)), going_on(False, Telling(lines.append)):
        raise error


def test_a_theme_of_ones_own_is_followed_and_what_the_settings_name(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    settings = (desk / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("  name: material\n", "  name: material\n  custom_dir: overrides\n")
    (desk / "mkdocs.yml").write_text(f"{settings}\nwatch: [more]\nhooks: [hooks/own.py, here.py]\n", encoding="utf-8")
    for name in ("overrides", "more", "hooks"):
        (desk / name).mkdir()
    for name in ("hooks/own.py", "here.py"):
        (desk / name).touch()
    folders = followed(desk, configure(desk, preview=True).config)
    assert {desk / name for name in ("briefs", "seeds", "docs", "overrides", "more", "hooks")} <= set(folders)
    assert desk not in folders


def test_a_hook_that_is_changed_in_a_preview_is_named_as_it_runs_as_it_was(tmp_path: Path) -> None:
    desk, lines = make_desk(tmp_path / "desk"), list[str]()
    with (desk / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\nhooks: [louder.py]\n")
    (desk / "louder.py").write_text("LOUD = 1\n", encoding="utf-8")
    ground, memory = Ground(desk / "again", desk / "again/site"), Memory(desk / "again")
    shown, _ = build_on(desk, ground, memory, Shown(), Telling(lines.append))
    assert "louder" not in "".join(lines)
    (desk / "louder.py").write_text("LOUD = 2\n", encoding="utf-8")
    build_on(desk, ground, memory, shown, Telling(lines.append))
    assert "louder.py was changed, and runs as it was: end the preview (Ctrl+C) and start it again" in "".join(lines)


def test_a_taken_address_is_said_before_anything_is_built(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("generator", "serve", "--address", f"127.0.0.1:{port}", desk=desk)
    assert done.returncode == 1
    assert f"127.0.0.1:{port} is taken by another program; try --address 127.0.0.1:{port + 1}" in done.stderr
    assert "Building" not in done.stderr
