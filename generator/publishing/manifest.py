"""The manifest of a build: each file of the site, what it was made from, and how it was left on the disk.

It lets the next build leave alone what is still right, and see what somebody has changed by hand.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from generator.output import sum_of, write_parts, written_aside

_FORMAT = 1
_AT_A_TIME = 1_000  # files that are packed in one piece
_DAMAGED = "what the last build left is damaged, or of another version"


class _UnusableError(Exception):
    """Why a manifest that is there tells nothing."""


class Kept(NamedTuple):
    """A file as a build left it. `key` is of all that it shows; size and time are -1 while it is on its way."""

    key: str
    size: int
    time: int  # st_mtime_ns
    digest: str  # of its bytes
    searched: bool = False


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the last build left, by place in the site.

    `made_with` is the program and its libraries, `around` the digest of what the hand-written pages were made from,
    `searched` that of the pages in the search index.
    """

    made_with: str = ""
    around: str = ""
    searched: str = ""
    files: Mapping[str, Kept] = field(default_factory=dict)


def read_manifest(path: Path, made_with: str) -> tuple[Manifest, str]:
    """The manifest, and why everything is made anew where it cannot be used (else nothing).

    Of a build by another program the files are still known as ours, but not as right; and so are those that a build
    has announced and not finished.
    """
    try:
        last, announced = _read(path), _read(_beside(path))
    except _UnusableError as error:
        return Manifest(), str(error)
    files = {**last.files, **announced.files}
    if last.files and last.made_with != made_with:
        unsure = {place: pending(each) for place, each in files.items()}
        return Manifest(files=unsure), "the last build was made with another version of the program or its libraries"
    return replace(last, files=files), ""


def _read(path: Path) -> Manifest:
    try:
        head, body = path.read_bytes().split(b"\n", 1)
        kept = json.loads(body)
        if head.decode() != sum_of(body) or kept["format"] != _FORMAT:
            raise _UnusableError(_DAMAGED)
        files = {place: Kept(*values) for place, values in kept["files"].items()}
        return Manifest(kept["made_with"], kept["around"], kept["searched"], files)
    except FileNotFoundError:
        return Manifest()
    except OSError as error:
        raise _UnusableError(f"what the last build left cannot be read ({error.strerror})") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _UnusableError(_DAMAGED) from None


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.stem}-announced{path.suffix}")


def announce(path: Path, files: Mapping[str, Kept]) -> None:
    """Say which files will change, before they do: whatever happens then, they are ours and must be made again."""
    write_parts(_beside(path), _stored(Manifest(files=files)))


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write it whole, with a sum over it; what was announced is done."""
    with manifest_aside(path, manifest):
        pass


@contextmanager
def manifest_aside(path: Path, manifest: Manifest) -> Iterator[None]:
    """Write it beside its place, before what it tells of is done; it takes its place when the body has done that."""
    with written_aside(path, _stored(manifest)):
        yield
    _beside(path).unlink(missing_ok=True)


def _stored(manifest: Manifest) -> tuple[bytes, ...]:
    parts = list(_pack(manifest))  # one by one: in a large site all of it in one piece would be there three times
    return (f"{sum_of(*parts)}\n".encode(), *parts)


def _pack(manifest: Manifest) -> Iterator[bytes]:
    """The manifest as JSON, some files at a time."""
    about = {"made_with": manifest.made_with, "around": manifest.around, "searched": manifest.searched}
    yield _json({"format": _FORMAT, **about})[:-1] + b',"files":{'
    places = sorted(manifest.files)
    for start in range(0, len(places), _AT_A_TIME):
        some = {place: manifest.files[place] for place in places[start : start + _AT_A_TIME]}
        yield (b"," if start else b"") + _json(some)[1:-1]
    yield b"}}"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def pending(kept: Kept) -> Kept:
    """A file that is ours and must be made again."""
    return kept._replace(size=-1, time=-1, digest="")


def keep(path: Path, key: str, searched: bool = False) -> Kept:
    """A file as it is on the disk now."""
    status = path.stat()
    return Kept(key, status.st_size, status.st_mtime_ns, digest_of(path.read_bytes()), searched)


def find_sound(files: Mapping[str, Kept], site: Path, there: Mapping[str, tuple[int, int]]) -> dict[str, Kept]:
    """The files of a manifest that are on the disk as they were left; `there` has each file's size and time.

    A file with another time and the same bytes is sound: a copy of the folder is as good as the folder.
    """
    sound = {}
    for place, kept in files.items():
        size, time = there.get(place, (-1, -1))
        if size == kept.size >= 0:
            if time == kept.time:
                sound[place] = kept
            elif digest_of((site / place).read_bytes()) == kept.digest:
                sound[place] = kept._replace(time=time)
    return sound


def digest_of(stored: bytes) -> str:
    """A digest of bytes."""
    return hashlib.blake2b(stored, digest_size=16).hexdigest()


def digest_all(parts: Iterable[str | bytes]) -> str:
    """A digest of texts and bytes in their order, each told apart from the next."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        stored = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d\n" % len(stored) + stored)
    return digest.hexdigest()
