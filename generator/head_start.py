"""A head start for a preview that has nothing yet: what the last build made, most of which a preview shows as it is."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from generator.cache import CACHE
from generator.fingerprint import program_fingerprint
from generator.manifest import read_manifest
from generator.output import lock, walk

_MANIFEST = "manifest.json"
_KEPT = ("pages", "search", "templates")  # folders of a build that the next one goes on with


def take_over(build: Path, site: Path, own: Path, say: Callable[[str], None]) -> bool:
    """Give the folder `own` all that a build in `build` has left, its `site` included; says whether it did.

    Nothing is done where `own` has a site by this program already, or the build is by another. Files are linked, not
    copied, where the disk can: whoever writes one puts a new file in its place.
    """
    if _is_by_this_program(own / _MANIFEST) or not (build / _MANIFEST).is_file():
        return False
    with lock(build / "lock", lambda: say("a build is at work here; waiting for it")):
        if not _is_by_this_program(build / _MANIFEST):
            return False
        (own / _MANIFEST).unlink(missing_ok=True)
        _link_all(site, own / "site")
        for name in _KEPT:
            _link_all(build / name, own / name)
        for name in (CACHE, _MANIFEST):  # the manifest last: until it is there, nothing is believed
            if (build / name).is_file():
                (own / name).unlink(missing_ok=True)
                _link(build / name, own / name)
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
        _link(entry.path, f"{copy}/{name}")


def _link(source: Path | str, copy: Path | str) -> None:
    try:
        os.link(source, copy)
    except OSError:  # no links on this disk, or to another
        shutil.copy2(source, copy)
