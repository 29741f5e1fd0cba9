"""A release: what was made anew is put in its place, and what the site holds is remembered, before and after."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from generator.output import walk
from generator.publishing.manifest import (
    Kept,
    Manifest,
    announce,
    digest_of,
    find_sound,
    manifest_aside,
    pending,
    read_manifest,
)
from generator.publishing.placing import put_in_place, take_away


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did: how many files changed or went, and the files of the site that are not ours."""

    changed: int
    removed: int
    strange: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a build stands: its folder for what is made on the way, and the site."""

    desk: Path
    site: Path

    @property
    def manifest(self) -> Path:
        """Where the manifest of the last build is."""
        return self.desk / "manifest.json"

    @property
    def fresh(self) -> Path:
        """Where everything is made that is made again."""
        return self.desk / "fresh"


class Left(NamedTuple):
    """What the last build left: its manifest, why that is empty where it cannot be used, and the site as it is now.

    `there` has the size and the time of every file; `sound` are those that are as they were left.
    """

    last: Manifest
    why: str
    there: Mapping[str, tuple[int, int]]
    sound: Mapping[str, Kept]


def look_back(ground: Ground, made_with: str) -> Left:
    """What a build by the program `made_with` can build on."""
    last, why = read_manifest(ground.manifest, made_with)
    there = survey(ground.site)
    return Left(last, why, there, find_sound(last.files, ground.site, there))


def survey(site: Path) -> Mapping[str, tuple[int, int]]:
    """The size and the time of every file in a site, links included as what they are."""
    found = {}
    for place, entry in walk(site):
        status = entry.stat(follow_symlinks=False)
        found[place] = (status.st_size, status.st_mtime_ns)
    return found


def release(
    standing: Manifest,
    made: Mapping[str, Kept],
    fresh: Mapping[str, Path],
    last: Manifest,
    ground: Ground,
    there: Mapping[str, tuple[int, int]],
) -> Published:
    """Put everything in its place; at every moment the manifest knows all that is ours.

    `fresh` has the folder that each file lies in now, by its place. What has the bytes that are there already is not
    touched.
    """
    same = {place: kept for place, kept in made.items() if _stands(kept, ground.site / place, there.get(place))}
    new = {place: folder for place, folder in fresh.items() if place not in same}
    gone = sorted(last.files.keys() - standing.files.keys() - made.keys())
    done = {**standing.files, **made, **{place: kept._replace(time=there[place][1]) for place, kept in same.items()}}
    _see_that_there_is_room(new.keys(), there.keys() - last.files.keys(), ground.site)
    with manifest_aside(ground.manifest, replace(standing, files=done)):
        if new or gone:
            unsure = {place: pending(made.get(place) or last.files[place]) for place in (*new, *gone)}
            announce(ground.manifest, unsure)
        put_in_place(new, ground.site, last.files)
        removed = take_away(gone, ground.site)
    shutil.rmtree(ground.fresh, ignore_errors=True)
    return Published(len(new), removed, tuple(sorted(there.keys() - done.keys() - set(gone))))


def _see_that_there_is_room(new: Set[str], strange: Iterable[str], site: Path) -> None:
    """Raise IsADirectoryError where a folder stands in place of a file, and something in it is not ours."""
    for place in sorted(strange):
        folder = place
        while folder := folder.rpartition("/")[0]:
            if folder in new:
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(site / folder))


def _stands(kept: Kept, path: Path, there: tuple[int, int] | None) -> bool:
    """Whether these very bytes are in the site already."""
    if there is None or there[0] != kept.size or path.is_symlink():
        return False
    return digest_of(path.read_bytes()) == kept.digest
