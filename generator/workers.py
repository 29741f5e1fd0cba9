"""Work shared out to processes: as many at once as there may be, each with all that its parent knows."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

A = TypeVar("A")
T = TypeVar("T")
R = TypeVar("R")
Advance = Callable[[int], None]

#: New values after which a worker looks for garbage. Never would save no more time, and take 30 MB more.
_SELDOM = 50_000
_TOLD_AT_ONCE = 10  # pages and the like: each word wakes the process that waits for it


class WorkerError(OSError):
    """A worker ended without a word: it was killed, or the machine has no memory left."""


def can_share() -> bool:
    """Whether a process can be forked here, with all that this one knows."""
    return "fork" in multiprocessing.get_all_start_methods()


def count_cores() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def without_collecting() -> Iterator[None]:
    """Let the collector of garbage rest: it would go through hundreds of thousands of lasting values all the time."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()


def share_out(tasks: Sequence[T], work: Callable[[T, Advance], R], jobs: int, advance: Advance) -> list[R]:
    """Do each task in a process of its own, `jobs` of them at once; the results come in the order of the tasks.

    `work` gets a task and tells how far it has come. What it raises is raised here, and ends the others.
    """
    if jobs <= 1 or len(tasks) <= 1 or not can_share():
        return [work(task, advance) for task in tasks]
    results: dict[int, R] = {}
    waiting, running = deque(enumerate(tasks)), dict[Connection, tuple[int, Any]]()
    frozen = gc.get_freeze_count()
    if gc.isenabled():
        gc.collect()  # where it rests, nobody asked for it: to go through everything takes longer than to fork
    gc.freeze()  # what is there already is not touched again, so that it stays shared
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                place, task = waiting.popleft()
                receiver, process = _start(work, task, list(running))
                running[receiver] = (place, process)
            for ready in wait(list(running)):
                assert isinstance(ready, Connection)
                _hear(ready, running, results, advance)
    finally:
        for _, process in running.values():
            process.terminate()
            process.join()
        if not frozen:  # else what was frozen before is to stay so
            gc.unfreeze()
    return [results[place] for place in range(len(tasks))]


@contextmanager
def meanwhile(work: Callable[[], R], jobs: int) -> Iterator[Callable[[], R]]:
    """Find something out in a process of its own while the body goes on; the body calls for it when it is wanted."""
    if jobs <= 1 or not can_share():
        yield work
        return
    receiver, process = _start(lambda task, advance: work(), None, [])
    running, results = {receiver: (0, process)}, dict[int, R]()

    def call() -> R:
        while running:
            _hear(receiver, running, results, lambda count: None)
        return results[0]

    try:
        yield call
    finally:
        process.terminate()
        process.join()
        receiver.close()


@contextmanager
def in_two_steps(
    begin: Callable[[], T], go_on: Callable[[T, A], R], jobs: int
) -> Iterator[tuple[Callable[[A], None], Callable[[], R]]]:
    """As `meanwhile`, of something that begins now and goes on with what the body hands over, once, before it calls."""
    handed: list[A] = []
    if jobs <= 1 or not can_share():
        yield handed.append, lambda: go_on(begin(), handed[0])
        return
    inbox, outbox = multiprocessing.get_context("fork").Pipe(duplex=False)

    def work() -> R:
        outbox.close()  # else nobody would hear that the parent is gone
        return go_on(begin(), inbox.recv())

    def hand(what: A) -> None:
        with suppress(BrokenPipeError):  # who calls hears why nobody is there any more
            outbox.send(what)

    with inbox, outbox, meanwhile(work, jobs) as call:
        inbox.close()  # the worker alone reads there
        yield hand, call


@contextmanager
def beside(work: Callable[[], None]) -> Iterator[None]:
    """Do something in a process of its own while the body goes on; it is done, or has raised, when the body ends."""
    if not can_share():
        work()
        yield
        return
    process = multiprocessing.get_context("fork").Process(target=_quietly, args=(work,))
    process.start()
    try:
        yield
    finally:
        process.join()
    if process.exitcode:
        work()  # once more, so that what it raises is raised here


def _quietly(work: Callable[[], None]) -> None:
    """Do it; what it raises is raised again by the parent, and said there."""
    _end_with_an_interrupt()
    try:
        work()
    except Exception:
        os._exit(1)


def _start(work: Callable[[T, Advance], R], task: T, others: Sequence[Connection]) -> tuple[Connection, Any]:
    fork = multiprocessing.get_context("fork")
    receiver, sender = fork.Pipe(duplex=False)
    process = fork.Process(target=_live, args=(work, task, sender, [*others, receiver], os.getpid()))
    process.start()
    sender.close()
    return receiver, process


def _live(
    work: Callable[[T, Advance], R], task: T, sender: Connection, others: Sequence[Connection], parent: int
) -> None:
    """The life of a worker: it ends with its parent. Garbage is seldom looked for: it goes when the worker does."""
    _end_with_an_interrupt()
    gc.set_threshold(_SELDOM)
    for each in others:
        each.close()

    done = 0

    def advance(count: int) -> None:
        nonlocal done
        done += count
        if done >= _TOLD_AT_ONCE:
            if os.getppid() != parent:
                os._exit(1)
            sender.send(("advance", done))
            done = 0

    try:
        result = work(task, advance)
        sender.send(("advance", done))
        sender.send(("result", result))
    except (BrokenPipeError, EOFError):
        os._exit(1)  # nobody is there any more who could be told
    except Exception as error:
        error.add_note(traceback.format_exc())
        sender.send(("error", error))
    finally:
        sender.close()


def _end_with_an_interrupt() -> None:
    """Ctrl+C reaches every process; the first one says so, the others go without a word."""
    signal.signal(signal.SIGINT, lambda number, frame: os._exit(1))


def _hear(
    receiver: Connection, running: dict[Connection, tuple[int, Any]], results: dict[int, R], advance: Advance
) -> None:
    """One message of a worker."""
    try:
        kind, said = receiver.recv()
    except (EOFError, OSError):  # between two messages, or in the middle of one
        raise WorkerError("a worker was ended from outside, perhaps because the machine has no memory left") from None
    if kind == "advance":
        advance(said)
        return
    place, process = running.pop(receiver)
    process.join()
    receiver.close()
    if kind == "error":
        raise said
    results[place] = said
