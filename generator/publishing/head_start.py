"""A head start for a preview that has nothing yet: what the last build made, most of which a preview shows as it is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from generator.cache import CACHE
from generator.fingerprint import program_fingerprint
from generator.output import link, lock, walk
from generator.publishing.manifest import read_manifest
from generator.publishing.release import Ground

_KEPT = ("pages", "search", "templates")  # folders of a build that the next one goes on with


def take_over(last: Ground, own: Ground, say: Callable[[str], None]) -> bool:
    """Give a preview on the ground `own` all that the last build has left on its own; says whether it did.

    Nothing is done where the preview has a site by this program already, or the build is by another. Files are linked
    where the disk can, else copied: whoever writes one puts a new file in its place.
    """
    if _is_by_this_program(own.manifest) or not last.manifest.is_file():
        return False
    with lock(last.desk / "lock", lambda: say("a build is at work here; waiting for it")):
        if not _is_by_this_program(last.manifest):
            return False
        own.manifest.unlink(missing_ok=True)
        _link_all(last.site, own.site)
        for name in _KEPT:
            _link_all(last.desk / name, own.desk / name)
        for name in (CACHE, own.manifest.name):  # the manifest last: until it is there, nothing is believed
            if (last.desk / name).is_file():
                (own.desk / name).unlink(missing_ok=True)
                link(last.desk / name, own.desk / name)
    return True


def _is_by_this_program(manifest: Path) -> bool:
    last, why = read_manifest(manifest, program_fingerprint())
    return bool(last.files) and not why


def _link_all(folder: Path, copy: Path) -> None:
    """Put every file of a folder into another, in place of what is there."""
    shutil.rmtree(copy, ignore_errors=True)
    made = set[str]()
    for name, entry in walk(folder):
        inside = name.rpartition("/")[0]
        if inside not in made:
            (copy / inside).mkdir(parents=True, exist_ok=True)
            made.add(inside)
        link(entry.path, f"{copy}/{name}")
