"""Search: the pages that readers search, as the index of Pagefind, which a browser reads piece by piece."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

#: What of Pagefind's bundle a browser may ask for; the rest is its ready-made interface, of which nothing is used.
_WANTED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
_FOLDERS = ("fragment", "index", "filter")
_SUFFIXES = (".pf_meta", ".pagefind")
#: What of a searched page is not looked at: what stands there for a click, and on the page of a name what briefs say.
_IGNORED = (
    ".b-permalink", ".b-receipt", ".b-evidence", ".b-glance", ".b-trail", ".b-sum", ".b-unused", ".b-foot", ".b-card",
    '[data-kind="entity"] > h2', '[data-kind="entity"] > h3', '[data-kind="entity"] > div',
)  # fmt: skip


class SearchError(OSError):
    """The machine cannot make the index."""


def find_indexer() -> Path:
    """The program that makes the index, from the package that pip installs; raises SearchError where it is missing."""
    found = find_spec("pagefind_bin_extended")
    for folder in found.submodule_search_locations or () if found else ():
        for name in ("pagefind_extended", "pagefind_extended.exe"):
            if (path := Path(folder) / name).is_file():
                return path
    raise SearchError("the search indexer is not installed; `pip install 'pagefind[extended]'` brings it")


def index(find: Callable[[str], Path], target: Path, pages: Iterable[str], language: str, desk: Path) -> None:
    """Write `target/pagefind/` for these pages of a built site (`briefs/x/index.html`), which `find` finds on the disk.

    `desk` is a folder of which `search/` is ours; the index is made there from nothing, since old files would stay.
    """
    work, bundle = desk / "search", target / "pagefind"
    shutil.rmtree(work, ignore_errors=True)
    (work / "pages").mkdir(parents=True)
    for page in sorted(pages):
        _stand_in(find(page), work / "pages" / page)
    _run(work, language)
    shutil.rmtree(bundle, ignore_errors=True)
    for path in sorted((work / "bundle").rglob("*")):
        inside = path.relative_to(work / "bundle")
        if path.is_file() and _is_wanted(inside):
            (bundle / inside).parent.mkdir(parents=True, exist_ok=True)
            path.replace(bundle / inside)
    shutil.rmtree(work, ignore_errors=True)


def _stand_in(page: Path, place: Path) -> None:
    """The page itself under a second name; where the disk cannot do that, a copy."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(page, place)
    except OSError:
        shutil.copyfile(page, place)


def _run(work: Path, language: str) -> None:
    """Only the article of a page is indexed (`data-pagefind-body`), and the whole site as one language."""
    options = {
        "--site": work / "pages",
        "--output-path": work / "bundle",
        "--glob": "**/*.html",
        "--exclude-selectors": ", ".join(_IGNORED),
        "--force-language": language.split("-")[0],
    }
    command = [str(part) for part in (find_indexer(), "--quiet", *chain.from_iterable(options.items()))]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    if said.returncode:
        raise SearchError(f"the search index could not be made: {(said.stderr or said.stdout).strip()}")


def _is_wanted(path: Path) -> bool:
    if len(path.parts) > 1:
        return path.parts[0] in _FOLDERS
    return path.name in _WANTED or path.name.endswith(_SUFFIXES)
