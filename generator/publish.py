"""A site that was built aside is put in its place, file by file, so that readers never meet half of one.

What is new is written beside the site first; then every file takes its place by rename: what pages need, then pages,
then listings, then what leads to them from outside; what is gone is removed last. A build that is killed on the way
leaves whole files, old and new, and the next one finishes the work.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from generator.output import list_files, remove, write

_ENTRY = ("sitemap.xml", "sitemap.xml.gz", "pagefind/pagefind-entry.json")


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did: how many files changed or went, and the files of the site that are not ours."""

    changed: int
    removed: int
    strange: tuple[str, ...]


def publish(built: Path, site: Path, desk: Path) -> Published:
    """Make `site` hold what `built` holds; `desk` is a folder for what must be remembered.

    Files that no build put there are left alone.
    """
    owned = _read_owned(desk / "published.json")
    staged = sorted(list_files(built), key=_turn)
    there = set(staged)
    changed = [name for name in staged if _differs(built / name, site / name)]
    _write_owned(desk / "published.json", owned | there)
    _put(built, site, changed, desk / "incoming", owned)
    gone = sorted((owned - there) & set(list_files(site)))
    remove(site, gone)
    _write_owned(desk / "published.json", there)
    return Published(len(changed), len(gone), tuple(sorted(set(list_files(site)) - there)))


def _turn(name: str) -> tuple[int, int, str]:
    """When a file takes its place."""
    depth = -name.count("/")
    if name in _ENTRY:
        return (4, depth, name)
    if not name.endswith(".html"):
        return (0, depth, name)
    if name.startswith("briefs/"):
        return (1, depth, name)
    return (2, depth, name) if "/" in name else (3, depth, name)


def _differs(new: Path, old: Path) -> bool:
    """Whether a file must be put in place. What is the same gets the same time, so that a look is enough next time."""
    ours = new.stat()
    try:
        theirs = old.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    if not old.is_file() or old.is_symlink() or ours.st_size != theirs.st_size:
        return True
    if ours.st_mtime_ns == theirs.st_mtime_ns:
        return False
    if new.read_bytes() != old.read_bytes():
        return True
    os.utime(new, ns=(theirs.st_atime_ns, theirs.st_mtime_ns))
    return False


def _put(built: Path, site: Path, names: Sequence[str], incoming: Path, owned: Set[str]) -> None:
    """Copy all first, so that a full disk is met before anything has changed; then rename."""
    site.mkdir(parents=True, exist_ok=True)
    if incoming.parent.stat().st_dev != site.stat().st_dev:
        incoming = site / ".incoming"
    shutil.rmtree(incoming, ignore_errors=True)
    try:
        for name in names:
            _make_folder((incoming / name).parent, incoming)
            shutil.copy2(built / name, incoming / name)
        for name in names:
            _make_folder((site / name).parent, site)
            if (site / name).is_dir():  # it was a folder once; what is in there and not ours stops us
                remove(site, [old for old in owned if old.startswith(f"{name}/")])
            (incoming / name).replace(site / name)
    finally:
        shutil.rmtree(incoming, ignore_errors=True)


def _make_folder(folder: Path, top: Path) -> None:
    """Make a folder; a file that stands in its way was a page once."""
    for parent in (*reversed(folder.parents), folder):
        if parent.is_relative_to(top) and parent != top and (parent.is_symlink() or parent.is_file()):
            parent.unlink()
    folder.mkdir(parents=True, exist_ok=True)


def _read_owned(path: Path) -> set[str]:
    """The files that builds have put in place; a list that cannot be read is as good as none."""
    try:
        names = json.loads(path.read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    return {name for name in names if isinstance(name, str)} if isinstance(names, list) else set()


def _write_owned(path: Path, names: Iterable[str]) -> None:
    write(path, json.dumps({"files": sorted(names)}, indent=0).encode())
