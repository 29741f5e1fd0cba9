"""What the doors remember of a desk between two runs: one file, written whole, believed only when it is whole.

A first line says which program wrote it; the sum of the rest stands in it. It holds values and no code.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator.desk.remembered import Cache, Places, Proof, Sheet
from generator.fingerprint import program_fingerprint
from generator.output import write
from generator.pipeline import Composed, compose
from generator.settings import Settings

CACHE = "cache.bin"

_NAME = b"briefing cache 1"


def read_cache(path: Path) -> tuple[Cache, str]:
    """What was remembered, and why not where there is a file that cannot be used; never raises for what is in it."""
    try:
        stored = path.read_bytes()
    except FileNotFoundError:
        return Cache(), ""
    except OSError as error:
        return Cache(), f"{path.name} cannot be read ({error.strerror})"
    head, _, body = stored.partition(b"\n")
    name, _, rest = head.partition(b":")
    made_with, _, total = rest.partition(b":")
    if name != _NAME:
        return Cache(), f"{path.name} is no cache of this program"
    if made_with.decode("ascii", "replace") != program_fingerprint():
        return Cache(), f"{path.name} was written by another version of the program"
    if total.decode("ascii", "replace") != _sum(body):
        return Cache(), f"{path.name} is damaged"
    return _unpack(body), ""


def write_cache(path: Path, cache: Cache) -> None:
    """Put it where the next run finds it."""
    body = _pack(cache)
    write(path, b"%s:%s:%s\n" % (_NAME, program_fingerprint().encode(), _sum(body).encode()) + body)


def compose_again(
    folder: Path,
    root: Path,
    today: date,
    settings: Settings,
    drafts: bool = False,
    jobs: int = 1,
    say: Callable[[str], None] = lambda _: None,
) -> Composed:
    """Compose the desk at `root` with what the last run remembers in `folder`, and remember this one there."""
    cache, why = read_cache(folder / CACHE)
    if why:
        say(f"{why}: every brief is read and checked anew")
    composed = compose(root, today, settings, drafts, cache, jobs)
    write_cache(folder / CACHE, composed.cache)
    return composed


def _sum(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _pack(cache: Cache) -> bytes:
    sheets = {path: tuple(sheet) for path, sheet in sorted(cache.sheets.items())}
    proofs = {path: tuple(proof) for path, proof in sorted(cache.proofs.items())}
    places = {path: tuple(one) for path, one in sorted(cache.places.items())}
    return marshal.dumps((sheets, proofs, places, dict(sorted(cache.names.items()))))


def _unpack(body: bytes) -> Cache:
    sheets, proofs, places, names = marshal.loads(body)
    return Cache(
        {path: Sheet(*sheet) for path, sheet in sheets.items()},
        {path: Proof(*proof) for path, proof in proofs.items()},
        {path: Places(*one) for path, one in places.items()},
        names,
    )
