"""A build that is killed leaves whole files, and the next one gives what a build from nothing gives."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from desks import BRIEF, digests, make_desk

from generator import building, engine
from generator.telling import Telling

TODAY = date(2026, 2, 10)
KILLS = int(os.environ.get("FUZZ_KILLS", "50"))
LONGEST = 1.2  # seconds that a build of this desk takes, about


def build(desk: Path, jobs: int = 1) -> None:
    assert building.build(desk, TODAY, False, jobs, Telling(lambda line: None)).published


def edit(desk: Path, state: int) -> None:
    """One of two desks: what changes are pages, listings, people, and a brief that is there or not."""
    title = ("keeps its harbour open", "opens a second harbour")[state]
    (desk / "briefs/2026/harbour.yaml").write_text(BRIEF.replace("keeps its harbour open", title), encoding="utf-8")
    more = desk / "briefs/2025/more.yaml"
    more.parent.mkdir(exist_ok=True)
    if state:
        more.write_text(BRIEF.replace("was: [2026/old-quay]\n", "").replace("date: 2026", "date: 2025", 1))
    else:
        more.unlink(missing_ok=True)


def build_and_be_killed(desk: Path, draw: random.Random, at_a_file: bool) -> None:
    """A build in a process of its own that is killed: at a random moment, or as it moves a file to its place."""
    left, moved = draw.randint(1, 60), Path.replace

    def move(self: Path, target: Path) -> Path:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return moved(self, target)

    child = os.fork()
    if child == 0:
        os.setpgrp()
        try:
            if at_a_file:
                Path.replace = move  # type: ignore[method-assign, assignment]
            build(desk, draw.randint(1, 2))
        finally:
            os._exit(0)
    if not at_a_file:
        time.sleep(draw.uniform(0, LONGEST))
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def cut_short(site: Path, whole: tuple[Mapping[str, str], Mapping[str, str]]) -> set[str]:
    """The files that are neither of the one desk nor of the other."""
    return {name for name, digest in digests(site).items() if digest not in (whole[0].get(name), whole[1].get(name))}


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_build_may_be_killed_at_any_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "SHARE", 12)  # so that there are workers to be left behind
    desk, whole = make_desk(tmp_path / "desk"), list[Mapping[str, str]]()
    for state in (1, 0):
        edit(desk, state)
        build(desk)
        whole.insert(0, digests(desk / "site"))
    draw, state = random.Random(os.environ.get("FUZZ_SEED", "7")), 0
    for number in range(KILLS):
        state = 1 - state if draw.random() < 0.7 else state
        edit(desk, state)
        build_and_be_killed(desk, draw, at_a_file=number % 2 == 1)
        assert not cut_short(desk / "site", (whole[0], whole[1]))
        if number % 5 == 4:
            build(desk)
            assert digests(desk / "site") == whole[state]
    build(desk)
    assert digests(desk / "site") == whole[state]
    assert not list((desk / "build").glob("fresh*"))
