"""How a long work tells of itself: a line for a stage that is done, and how far the present one has come."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass

from generator.workers import Advance


def _unwatched(name: str, total: int) -> AbstractContextManager[Advance]:
    return nullcontext(lambda count: None)


@dataclass(frozen=True, slots=True)
class Telling:
    """`say` takes a line; `watch(name, total)` opens a count that is told how many more are done."""

    say: Callable[[str], None]
    watch: Callable[[str, int], AbstractContextManager[Advance]] = _unwatched


@contextmanager
def stage(name: str, telling: Telling, total: int = 0) -> Iterator[Advance]:
    """A stage of a build: how long it took is said when it is done."""
    start = time.monotonic()
    with telling.watch(name, total) as advance:
        yield advance
    telling.say(f"{name}: {time.monotonic() - start:.1f} s")


def what_failed(error: OSError) -> str:
    """What the machine could not do, and with which file."""
    name = error.filename2 or error.filename  # of two, that which was written to
    if error.errno == errno.ENOSPC:
        return f"the disk is full ({name})" if name else "the disk is full"
    return f"{error.strerror}: {name}" if error.strerror and name else str(error)
