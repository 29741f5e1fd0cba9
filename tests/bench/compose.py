"""What composing a desk costs: `python tests/bench/compose.py DESK [JOBS]` prints times and memory.

Each step runs in a process of its own: cold (nothing remembered), warm (nothing changed), one brief edited, one added,
a person renamed; after the edit the same again in a process that goes on, as the preview does.
The desk is copied aside.
"""

from __future__ import annotations

import gc
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
from generator.cache import CACHE, read_cache, write_cache
from generator.desk.remembered import Cache
from generator.pipeline import compose

TODAY = date(2026, 11, 25)
T = TypeVar("T")


def peak() -> int:
    """The most memory that this process and the largest of its workers had, in MB."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) // 1024


def timed(name: str, work: Callable[[], T]) -> T:
    """Do it, and print how long it took."""
    start = time.perf_counter()
    made = work()
    print(f"  {name:<28}{time.perf_counter() - start:7.2f} s", flush=True)
    return made


def run(root: Path, jobs: int, again: int) -> None:
    """Compose once as a build does, then as often again as a preview does."""
    gc.disable()  # as the doors do
    path, cache = root / "build" / CACHE, Cache()
    start = time.perf_counter()
    if path.exists():
        cache = timed("read the cache", lambda: read_cache(path)[0])
    composed = timed("compose", lambda: compose(root, TODAY, cache=cache, jobs=jobs))
    timed("write the cache", lambda: write_cache(path, composed.cache))
    size = path.stat().st_size / 1e6
    print(f"  all of it {time.perf_counter() - start:.2f} s, {peak()} MB; the cache has {size:.1f} MB", flush=True)
    for _ in range(again):
        edit(root)
        cache = composed.cache
        composed = timed("an edit, process goes on", partial(compose, root, TODAY, cache=cache, jobs=jobs))
    if again:
        print(f"  {peak()} MB")


def edit(root: Path) -> None:
    """Change the summary of one brief."""
    path = sorted((root / "briefs").rglob("b*.yaml"))[-7]
    lines = path.read_text("utf-8").splitlines()
    place = next(index for index, line in enumerate(lines) if line.startswith("summary: "))
    lines[place] = f"summary: Edited at {time.time_ns()}."
    path.write_text("\n".join(lines) + "\n", "utf-8")


def add(root: Path) -> None:
    """Write a brief more."""
    path = sorted((root / "briefs").rglob("b*.yaml"))[-7]
    text = path.read_text("utf-8").replace("participants:\n", "participants:\n  - name: Zora Quentinsdotter\n", 1)
    path.with_name("added.yaml").write_text(text, "utf-8")


def rename(root: Path) -> None:
    """Give a person of the vocabulary another name, and the old one as an alias."""
    path = root / "briefs/_people.yaml"
    first, *rest = path.read_text("utf-8").splitlines()
    key, _, name = first.partition(": ")
    path.write_text("\n".join([f"{key}: {{name: {name} Junior, aliases: [{name}]}}", *rest]) + "\n", "utf-8")


def main(desk: Path, jobs: int) -> None:
    """Measure everything, each step in a fresh process."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "desk"
        for part in ("briefs", "seeds"):
            shutil.copytree(desk / part, root / part)
        steps: list[tuple[str, Callable[[Path], None] | None, int]] = [
            ("cold", None, 0),
            ("nothing changed", None, 0),
            ("one brief edited", edit, 2),
            ("one brief added", add, 0),
            ("a person renamed", rename, 0),
        ]
        for name, change, again in steps:
            print(name, flush=True)
            if change:
                change(root)
            command = [sys.executable, __file__, str(root), str(jobs), str(again)]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    if len(sys.argv) > 3:
        run(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    else:
        main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
