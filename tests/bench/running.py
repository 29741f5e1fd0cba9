"""Runs a command and tells how long it took, and how much memory its largest process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_ASIDE = ".aside"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command cost: seconds on the clock, seconds of all processors, bytes of its largest process."""

    seconds: float
    cpu: float
    memory: int


class FailedError(Exception):
    """A command that is measured did not do its work."""


def run(command: Sequence[str | Path], log: Path, folder: Path, **environment: str) -> Ran:
    """Run a command in a folder, all that it says into `log`; raises FailedError where it fails.

    The memory is what the system reports when it is waited for: the most of the process itself and of every process
    below it, whichever was the largest. A process is reported with what its parent had when it began; so a small
    program stands between us and the command: this file.
    """
    words = [str(word) for word in command]
    between = [sys.executable, "-I", "-S", __file__, str(log), *words]
    told = subprocess.run(between, cwd=folder, env=_environment(environment), stdout=subprocess.PIPE, check=True)
    code, seconds, cpu, memory = json.loads(told.stdout)
    if code:
        end = log.read_text(errors="replace")[-3000:]
        raise FailedError(f"{' '.join(words)} failed ({code}):\n{end}")
    return Ran(seconds, cpu, memory)


def settle(seconds: int) -> None:
    """Let the disk come to rest before something that makes tens of thousands of files.

    What was written is on the disk then, and what was deleted is so long gone that ext4 gives its inodes away again
    without a second look (it remembers them for a minute): after a build that deletes files, Hugo took 34 s of
    processors instead of 20.
    """
    os.sync()
    time.sleep(seconds)


def put_aside(path: Path, folder: Path) -> None:
    """Take a file or a folder away, into a folder for such things; `delete_aside` deletes it when nothing is measured.

    For minutes after many files were deleted ext4 takes ten times as long to make one: it passes over every inode that
    was freed of late, each time. What is built next would pay for it, whoever builds.
    """
    if path.exists():
        aside = folder / _ASIDE
        aside.mkdir(exist_ok=True)
        path.rename(aside / f"{path.name}-{sum(1 for _ in aside.iterdir())}")


def delete_aside(folder: Path) -> None:
    """Delete all that was put aside below a folder."""
    for aside in list(folder.rglob(_ASIDE)):
        shutil.rmtree(aside, ignore_errors=True)


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("PYTHON", "HUGO"))}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://example.org/", **more}


def _watch(log: str, *command: str) -> None:
    """Run the command and print its exit code, seconds, seconds of processors and bytes."""
    os.sync()  # what was written before is not paid for here
    with Path(log).open("wb") as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    print(json.dumps([process.returncode, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit]))


if __name__ == "__main__":
    _watch(*sys.argv[1:])
