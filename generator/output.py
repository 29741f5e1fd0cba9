"""The pen of the doors: files are written whole or not at all, and only where their bytes change."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


def write(path: Path, stored: bytes) -> bool:
    """Put bytes in place by rename, unless they are there already; says whether anything changed."""
    if holds(path, stored):
        return False
    write_parts(path, (stored,))
    return True


def sum_of(*parts: bytes) -> str:
    """The SHA-256 of bytes that are there in parts, as hexadecimal digits."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def write_parts(path: Path, parts: Iterable[bytes]) -> None:
    """Put bytes in place by rename, part after part."""
    with written_aside(path, parts):
        pass


@contextmanager
def written_aside(path: Path, parts: Iterable[bytes]) -> Iterator[None]:
    """Write bytes beside their place, so that a full disk is met now; they take it when the body is done."""
    beside = path.with_name(f".{path.name}.new")
    try:
        with _open(beside) as file:
            file.writelines(parts)
        yield
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def lay(path: Path, stored: bytes) -> None:
    """Put bytes into a folder where something is being made: nobody reads there yet, so no rename is needed."""
    with _open(path) as file:
        file.write(stored)


def link(source: Path | str, place: Path | str) -> None:
    """Let a file stand in a second place: as the same file where the disk can, else as a copy.

    Nothing here writes into a file that is there, so that neither changes with the other; what somebody does to one by
    hand shows at both.
    """
    with suppress(OSError):
        os.link(source, place)
        return
    Path(place).parent.mkdir(parents=True, exist_ok=True)  # mostly it is there
    try:
        os.link(source, place)
    except OSError:  # no links on this disk, or to another
        shutil.copy2(source, place)


def _open(path: Path) -> BinaryIO:
    """A file to write to; its folder is made where it is not there, as it mostly is."""
    try:
        return path.open("wb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("wb")


def create(path: Path, stored: bytes) -> bool:
    """Put bytes into a new file, whole or not at all; says False, and does nothing, where one is there already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        aside.write_bytes(stored)
        os.link(aside, path)
    except FileExistsError:
        return False
    finally:
        aside.unlink(missing_ok=True)
    return True


def holds(path: Path, stored: bytes) -> bool:
    """Whether a file has exactly these bytes."""
    try:
        return path.stat().st_size == len(stored) and path.read_bytes() == stored
    except (FileNotFoundError, NotADirectoryError):
        return False


def list_files(folder: Path) -> Iterator[str]:
    """Every file below a folder, as its path from there with /; those whose names begin with a dot left out."""
    return (name for name, _ in walk(folder))


def walk(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The same, each with what the disk says of it."""
    ahead, root = [""], f"{folder}/"  # a path made of parts would take longer than to look there
    while ahead:
        inside = ahead.pop()
        for entry in _entries(root + inside):
            if entry.is_dir(follow_symlinks=False):
                ahead.append(f"{inside}{entry.name}/")
            elif not entry.name.startswith("."):
                yield f"{inside}{entry.name}", entry


def _entries(folder: Path | str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return [entry for entry in found if not (entry.name.startswith(".") and entry.is_dir())]
    except FileNotFoundError:
        return []


def remove(folder: Path, names: Iterable[str]) -> None:
    """Remove files below a folder, and the folders that are empty then."""
    for name in names:
        path = folder / name
        path.unlink(missing_ok=True)
        for parent in path.parents:
            if parent == folder or any(_entries(parent)):
                break
            parent.rmdir()


@contextmanager
def lock(path: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold a lock that dies with its process; `waiting` is called once when somebody else has it.

    Programs that are started meanwhile may inherit it (`close_fds=False`): while one of them lives, it writes.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as held:
        os.set_inheritable(held.fileno(), True)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
