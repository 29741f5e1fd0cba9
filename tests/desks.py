"""A small desk in a folder of its own, for tests that build a site: the project's own, with a few briefs beside it."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from forking import run_forked

ROOT = Path(__file__).parent.parent
#: Compiled templates of a build before this one: without them each small desk takes a second longer. What is kept of a
#: template that has changed since is not used.
COMPILED = ROOT / "build" / "tests" / "templates"

SOURCE = """Harbour talks go on
The mayor of Port Ellery spoke on Monday.
“The harbour stays open, and nobody will be turned away,” Mayor Ada Quillfeather told reporters in the town hall.
“We expect the ferrymen to come back to the table before the winter storms arrive,” she said.
"""
BRIEF = """title: Port Ellery keeps its harbour open
date: 2026-02-03
published: 2026-02-03
summary: The mayor says that no ship is turned away while talks with the ferrymen go on.
source: {file: harbour.txt, publisher: Ellery Courier}
was: [2026/old-quay]
topics: [diplomacy]
participants:
  - {name: Ada Quillfeather, role: Mayor of Port Ellery}
quotes:
  - speaker: Ada Quillfeather
    text: The harbour stays open, and nobody will be turned away
    occasion: Town hall
    date: 2026-02-02
next_steps:
  - {id: ferry-talks, what: Talks with the ferrymen, when: 2026-03, certainty: expected}
"""
_OTHER = BRIEF.replace("was: [2026/old-quay]\n", "")
DRAFT = _OTHER.replace("title: Port Ellery keeps its harbour open", "title: Unpublished zumbrella notes\ndraft: true")
WITHDRAWN = _OTHER.replace(
    "title: Port Ellery keeps its harbour open", "title: A vexatious xylograph claim\nwithdrawn: The source was forged."
)


def make_desk(folder: Path) -> Path:
    """The project's pages, settings and brief, and beside it a brief, a draft and a withdrawn one."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("docs", "briefs", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "seeds/harbour.txt").write_text(SOURCE, encoding="utf-8")
    for name, text in (("harbour", BRIEF), ("zumbrella", DRAFT), ("xylograph", WITHDRAWN)):
        (folder / f"briefs/2026/{name}.yaml").write_text(text, encoding="utf-8")
    _take_compiled(folder)
    return folder


def copy_unbuilt(desk: Path, folder: Path) -> Path:
    """What an editor has of a desk, in a new folder, as if it had never been built; what is in its place goes."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(desk, folder, symlinks=True, ignore=shutil.ignore_patterns("build", "site"))
    _take_compiled(folder)
    return folder


def _take_compiled(desk: Path) -> None:
    if COMPILED.is_dir():
        shutil.copytree(COMPILED, desk / "build" / "templates")


def keep_compiled(desk: Path) -> None:
    """Keep the compiled templates of a desk that was built, for all desks after it; the first one does."""
    if not COMPILED.exists():
        aside = COMPILED.with_name(f"aside-{os.getpid()}")
        shutil.copytree(desk / "build" / "templates", aside)
        with suppress(OSError):  # another worker was first
            aside.rename(COMPILED)
        shutil.rmtree(aside, ignore_errors=True)


#: Of every run: a day that does not change.
_FIXED = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1770465600"}


def run(module: str, *arguments: str, desk: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python -m module …` on a desk."""
    return run_forked(module, arguments, desk, {**os.environ, **_FIXED, **environment})


def run_anew(module: str, *arguments: str, desk: Path) -> subprocess.CompletedProcess[str]:
    """The same in a process that has nothing in common with other runs, the seed of hashes neither."""
    environment = {**os.environ, **_FIXED, "PYTHONHASHSEED": "random"}
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=desk, env=environment, capture_output=True, text=True, check=False)


def digests(folder: Path) -> Mapping[str, str]:
    """Every file below a folder with the digest of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def searched(site: Path) -> str:
    """All the words that search can find and the urls where, and all the names."""
    fragments = sorted((site / "pagefind").rglob("*.pf_fragment"))
    names = sorted((site / "names").iterdir())
    words = [gzip.decompress(path.read_bytes()).decode() for path in fragments]
    return "\n".join([*words, *(path.read_text(encoding="utf-8") for path in names)])
