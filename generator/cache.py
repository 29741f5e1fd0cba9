"""What the doors remember of a desk between two runs: one file, written whole, believed only when it is whole.

A first line says which program wrote it; the sum of the rest stands in it. It holds values and no code.
"""

from __future__ import annotations

import io
import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from generator.desk.remembered import Cache, Places, Proof, Sheet
from generator.fingerprint import program_fingerprint
from generator.output import sum_of, write_parts
from generator.pipeline import Composed, Examined, assemble, examine, open_edition
from generator.settings import Settings
from generator.workers import without_collecting

CACHE, CHECKED = "cache.bin", "checked.bin"  # of builds, and of `briefing check`, which waits for no build

_NAME = b"briefing cache 2"
_LONGEST_HEAD = 200


def read_cache(path: Path) -> tuple[Cache, str]:
    """What was remembered, and why not where there is a file that cannot be used; never raises for what is in it."""
    try:
        with path.open("rb") as file:
            head, body = file.readline(_LONGEST_HEAD).rstrip(b"\n"), file.read()
    except FileNotFoundError:
        return Cache(), ""
    except OSError as error:
        return Cache(), f"{path.name} cannot be read ({error.strerror})"
    name, _, rest = head.partition(b":")
    made_with, _, total = rest.partition(b":")
    if name != _NAME:
        return Cache(), f"{path.name} is no cache of this program"
    if made_with.decode("ascii", "replace") != program_fingerprint():
        return Cache(), f"{path.name} was written by another version of the program"
    if total.decode("ascii", "replace") != sum_of(body):
        return Cache(), f"{path.name} is damaged"
    return _unpack(body), ""


def write_cache(path: Path, cache: Cache) -> None:
    """Put it where the next run finds it."""
    parts = list(_pack(cache))  # one by one: all of it in one piece would be there twice
    head = b"%s:%s:%s\n" % (_NAME, program_fingerprint().encode(), sum_of(*parts).encode())
    write_parts(path, (head, *parts))


class Memory:
    """What a door remembers of a desk in a folder: read when it is first wanted, and kept while it is asked."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / CACHE
        self._cache: Cache | None = None
        self._written = Cache()

    def examine(
        self, root: Path, today: date, settings: Settings, jobs: int = 1, say: Callable[[str], None] = lambda _: None
    ) -> Examined:
        """Examine the desk at `root` with what is remembered, and remember this too."""
        with without_collecting():
            if self._cache is None:
                self._cache, why = read_cache(self._path)
                self._written = self._cache
                if why:
                    say(f"{why}: every brief is read and checked anew")
            examined = examine(root, today, settings, self._cache, jobs)
            self._cache = examined.cache
        return examined

    def compose(
        self,
        root: Path,
        today: date,
        settings: Settings,
        drafts: bool = False,
        jobs: int = 1,
        say: Callable[[str], None] = lambda _: None,
    ) -> Composed:
        """Compose the desk at `root` in the same way."""
        examined = self.examine(root, today, settings, jobs, say)
        with without_collecting():
            return assemble(open_edition(examined, today, settings, drafts))

    def save(self, changes: int = 1) -> None:
        """Write it down, where so many briefs or more are other than what was written last."""
        if self._cache is not None and count_changes(self._written, self._cache) >= changes:
            write_cache(self._path, self._cache)
            self._written = self._cache


def count_changes(one: Cache, other: Cache) -> int:
    """How much of what is remembered differs between two caches, more or less."""
    if one is other:
        return 0
    proofs = sum(1 for path, proof in other.proofs.items() if one.proofs.get(path) != proof)
    gone = len(one.sheets.keys() ^ other.sheets.keys()) + len(one.places.keys() ^ other.places.keys())
    places = sum(1 for path, place in other.places.items() if one.places.get(path) != place)
    return proofs + gone + places + (one.names != other.names) + (one.texts != other.texts)


def examine_again(
    folder: Path, root: Path, today: date, settings: Settings, jobs: int, say: Callable[[str], None]
) -> Examined:
    """Examine the desk with what the last check, or else the last build, remembers in `folder`, where there is one.

    Nothing is written where there is no such folder, and nothing is said where it cannot be written.
    """
    with without_collecting():
        cache, why = read_cache(folder / CHECKED) if folder.is_dir() else (Cache(), "")
        if why:
            say(f"{why}: every brief is read and checked anew")
        if not cache.sheets and folder.is_dir():
            cache, _ = read_cache(folder / CACHE)
        examined = examine(root, today, settings, cache, jobs)
        if folder.is_dir() and count_changes(cache, examined.cache):
            with suppress(OSError):
                write_cache(folder / CHECKED, examined.cache)
    return examined


def _pack(cache: Cache) -> Iterator[bytes]:
    tables: tuple[Mapping[str, Iterable[Any]], ...] = (cache.sheets, cache.proofs, cache.places)
    for table in tables:
        yield marshal.dumps({path: tuple(one) for path, one in sorted(table.items())})
    for plain in (cache.names, cache.texts):
        yield marshal.dumps(dict(sorted(plain.items())))


def _unpack(body: bytes) -> Cache:
    stream = io.BytesIO(body)
    sheets, proofs, places, names, texts = (marshal.load(stream) for _ in range(5))
    return Cache(
        {path: Sheet(*sheet) for path, sheet in sheets.items()},
        {path: Proof(*proof) for path, proof in proofs.items()},
        {path: Places(*one) for path, one in places.items()},
        names,
        texts,
    )
