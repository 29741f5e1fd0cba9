"""Work in processes of their own: its results, what it raises, and that nothing of it is left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from generator.workers import WorkerError, beside, in_two_steps, meanwhile, share_out


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_found_out_meanwhile_is_there_when_it_is_called_for(jobs: int) -> None:
    with meanwhile(lambda: (os.getpid(), "x" * 1_000_000), jobs) as call:
        process, found = call()
        assert (process == os.getpid()) is (jobs == 1)
        assert found == "x" * 1_000_000 and call() == (process, found) if jobs > 1 else True


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_it_raises_is_raised_where_it_is_called_for(jobs: int) -> None:
    def fail() -> None:
        raise OSError("no disk")

    with meanwhile(fail, jobs) as call, pytest.raises(OSError, match="no disk"):
        call()


def test_what_nobody_calls_for_is_ended(capfd: pytest.CaptureFixture[str]) -> None:
    with meanwhile(lambda: "x" * 10_000_000, 2):
        assert multiprocessing.active_children()
    assert not multiprocessing.active_children()
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_began_goes_on_with_what_it_is_handed(jobs: int) -> None:
    def go_on(begun: int, handed: str) -> tuple[int, int, int]:
        return begun, os.getpid(), len(handed)

    with in_two_steps(os.getpid, go_on, jobs) as (hand, call):
        hand("x" * 1_000_000)
        began, went_on, length = call()
        assert began == went_on and (began == os.getpid()) is (jobs == 1)
        assert length == 1_000_000


def test_what_fails_before_it_is_handed_anything_is_raised_where_it_is_called_for() -> None:
    def fail() -> str:
        raise OSError("no disk")

    def go_on(begun: str, handed: str) -> str:
        return begun + handed

    with in_two_steps(fail, go_on, 2) as (hand, call):
        multiprocessing.active_children()[0].join()
        hand("x" * 1_000_000)
        with pytest.raises(OSError, match="no disk"):
            call()


def test_what_began_and_is_killed_is_missed() -> None:
    def go_on(begun: int, handed: str) -> str:
        return handed

    with in_two_steps(os.getpid, go_on, 2) as (hand, call):
        process = multiprocessing.active_children()[0]
        process.kill()
        process.join()
        hand("x" * 1_000_000)
        with pytest.raises(WorkerError):
            call()


def test_what_waits_to_be_handed_something_ends_with_the_body(capfd: pytest.CaptureFixture[str]) -> None:
    with in_two_steps(lambda: None, lambda begun, handed: handed, 2):
        assert multiprocessing.active_children()
    assert not multiprocessing.active_children()
    assert capfd.readouterr().err == ""


def test_what_is_killed_in_the_middle_of_a_word_is_missed() -> None:
    with meanwhile(lambda: "x" * 10_000_000, 2) as call:
        time.sleep(0.5)  # more than a pipe holds: it waits for somebody to read on
        multiprocessing.active_children()[0].kill()
        with pytest.raises(WorkerError):
            call()


@pytest.mark.parametrize("aside", [lambda work: meanwhile(work, 2), beside], ids=["meanwhile", "beside"])
def test_an_interrupt_ends_it_without_a_word(
    capfd: pytest.CaptureFixture[str], aside: Callable[[Callable[[], None]], AbstractContextManager[object]]
) -> None:
    """Ctrl+C reaches every process of a build; one of them says so."""
    with pytest.raises(KeyboardInterrupt), aside(lambda: time.sleep(30)):
        time.sleep(0.5)
        os.kill(multiprocessing.active_children()[0].pid or 0, signal.SIGINT)
        raise KeyboardInterrupt
    assert not multiprocessing.active_children()
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    told: list[int] = []

    def work(task: int, advance: Callable[[int], None]) -> int:
        advance(task)
        return task * task

    assert share_out([3, 1, 2], work, jobs, told.append) == [9, 1, 4]
    assert sorted(told) == [1, 2, 3]
