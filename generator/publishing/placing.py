"""A site that was built aside is put in its place, file by file, so that readers never meet half of one.

What is new was written beside the site; every file takes its place by rename, and a new folder with all that is in it:
what pages need, then pages, then listings, then what leads to them from outside; what is gone is removed last. A build
that is killed on the way leaves whole files, old and new, and the next one finishes the work.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.output import remove

#: Files that lead to pages: feeds, calendars, site maps, data, names, the entries of the search index.
_LEADING = (".xml", ".gz", ".ics", ".json", ".txt")
_LED_TO = "api/briefs/"  # by the page of the brief


class UnfinishedError(OSError):
    """Some files are in their places and others are not: every one is whole, and the next build goes on."""


def put_in_place(new: Mapping[str, Path], site: Path, ours: Iterable[str]) -> None:
    """Move files to their places in `site`; `new` has the folder that each lies in now, by its place.

    `ours` are the places of earlier builds: a folder of theirs that stands where a file shall be is cleared.
    """
    site.mkdir(parents=True, exist_ok=True)
    owned, made, moved = sorted(ours), {""}, set[str]()
    with _on_one_disk(new, site) as ready, _under_way():
        for name in sorted(new, key=_turn):
            if name in moved:
                continue
            folder, _, _ = name.rpartition("/")
            if folder not in made:
                _make_folder(site, folder.rpartition("/")[0], made)
                if together := _move_folder(ready, name, folder, site):
                    made.add(folder)
                    moved.update(together)
                    continue
                _make_folder(site, folder, made)
            try:
                _move(ready[name], name, site)
            except IsADirectoryError:
                remove(site, [old for old in owned if old.startswith(f"{name}/")])
                _remove_empty(site / name)
                _move(ready[name], name, site)  # what is in there and not ours stops us


@contextmanager
def _under_way() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnfinishedError(error.errno, error.strerror, error.filename, None, error.filename2) from error


def _remove_empty(folder: Path) -> None:
    """Remove a folder in which there are only folders."""
    for inside, _, _ in os.walk(folder, topdown=False):
        with suppress(OSError):
            Path(inside).rmdir()


def _move(aside: Path, name: str, site: Path) -> None:
    """Move a file or a folder. Its path as one text: one made of parts would take longer than to move it."""
    os.replace(f"{aside}/{name}", f"{site}/{name}")  # noqa: PTH105


def _move_folder(ready: Mapping[str, Path], name: str, folder: str, site: Path) -> list[str]:
    """Move the folder of a file as one where it is new, and nothing lies in it but files whose turn has come.

    Gives their places; none where nothing was moved. To make a folder costs more than to move one.
    """
    aside, turn = ready[name], _turn(name)[0]
    together = [f"{folder}/{inside}" for inside in os.listdir(f"{aside}/{folder}")]  # noqa: PTH208 — names alone
    if any(ready.get(each) != aside or _turn(each)[0] != turn for each in together):
        return []
    try:
        _move(aside, folder, site)
    except OSError:  # something stands there: each file finds its own way
        return []
    return together


@contextmanager
def _on_one_disk(new: Mapping[str, Path], site: Path) -> Iterator[Mapping[str, Path]]:
    """The files where a rename can reach; copied all at once, so that a full disk is met before anything changed."""
    first = next(iter(new.values()), None)
    if first is None or _are_on_one_disk(first, site):
        yield new
        return
    copies, made = site / ".incoming", {""}
    shutil.rmtree(copies, ignore_errors=True)
    try:
        copies.mkdir()
        for name, folder in new.items():
            _make_folder(copies, name.rpartition("/")[0], made)
            shutil.copy2(folder / name, copies / name)
        yield dict.fromkeys(new, copies)
    finally:
        shutil.rmtree(copies, ignore_errors=True)


def _are_on_one_disk(one: Path, other: Path) -> bool:
    return one.stat().st_dev == other.stat().st_dev


def take_away(gone: Iterable[str], site: Path) -> int:
    """Remove files of earlier builds, and the folders that are empty then; says how many were there."""
    there = [name for name in sorted(gone) if (site / name).is_symlink() or (site / name).is_file()]
    with _under_way(), suppress(NotADirectoryError):
        remove(site, there)
    return len(there)


def _turn(name: str) -> tuple[int, int, str]:
    """When a file takes its place."""
    depth = -name.count("/")
    if not name.endswith(".html"):
        return (4 if name.endswith(_LEADING) and not name.startswith(_LED_TO) else 0, depth, name)
    if name.startswith("briefs/"):
        return (1, depth, name)
    return (2, depth, name) if "/" in name else (3, depth, name)


def _make_folder(top: Path, name: str, made: set[str]) -> None:
    """Make a folder below another, and those on the way, once; what stands there instead was a page once."""
    if name in made:
        return
    _make_folder(top, name.rpartition("/")[0], made)
    made.add(name)
    path = top / name
    try:
        path.mkdir()
    except FileExistsError:
        if path.is_symlink() or path.is_file():
            path.unlink()
            path.mkdir()
