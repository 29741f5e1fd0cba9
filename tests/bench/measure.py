"""What `make bench` does: builds made-up desks of several sizes, changes them, and builds them as others would.

Everything lies in `build/bench/`. The rounds go through all sizes, and each through all that is measured, so that a
machine that slows down slows everything down alike. A figure is kept as soon as it is there: what was stopped goes on
where it was. Figures of another state of the program do not count.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import changes
import rivals
import synthetic
from figures import BUILDS, RIVALS, Figures, machine, table
from running import FailedError, Ran, delete_aside, put_aside, run, settle
from searching import search_bytes

ROOT = Path(__file__).parent.parent.parent
PYTHON = Path(sys.executable)
TODAY = synthetic.LAST_DAY + timedelta(days=1)
WHAT = (*BUILDS, "mkdocs", "hugo", "search")
LONG = {"first", "template", "mkdocs", "hugo"}


@dataclass(frozen=True)
class Bench:
    """One run of the benchmark."""

    folder: Path
    figures: Figures
    only: frozenset[str]
    rounds: int
    long_rounds: int
    jobs: int | None
    rest: int

    @property
    def program(self) -> Path:
        """A copy of the program, whose templates may be changed."""
        return self.folder / "program"

    @property
    def log(self) -> Path:
        """What the last command said."""
        return self.folder / "last.log"


def main() -> int:
    """Measure what is not measured yet, and write the table."""
    options = _options()
    folder: Path = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    figures = Figures(folder / "figures.jsonl", _digest_of_the_program())
    long_rounds = options.rounds if options.long_rounds is None else options.long_rounds
    bench = Bench(folder, figures, frozenset(options.only), options.rounds, long_rounds, options.jobs, options.rest)
    try:
        for turn in range(0 if options.table else options.rounds):
            for size in options.sizes:
                _measure(bench, size, turn)
    except FailedError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        delete_aside(folder)
    told = table(figures, options.sizes, machine())
    (folder / "table.md").write_text(told, encoding="utf-8")
    raw = {"machine": machine(), "figures": figures.rows()}
    (folder / "figures.json").write_text(json.dumps(raw, indent=1) + "\n", encoding="utf-8")
    print(told)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    numbers, names = (lambda text: [int(one) for one in text.split(",")]), (lambda text: text.split(","))
    parser.add_argument("--sizes", type=numbers, default=[1_000, 10_000], help="numbers of briefs: 1000,10000")
    parser.add_argument("--only", type=names, default=list(WHAT), help=f"of {','.join(WHAT)}")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured (3)")
    parser.add_argument("--long-rounds", type=int, help=f"how often {', '.join(sorted(LONG))} are (as often)")
    parser.add_argument("--jobs", type=int, help="handed to briefing build")
    parser.add_argument("--rest", type=int, default=65, help="seconds before a first build, by whomever (65)")
    parser.add_argument("--folder", type=Path, default=ROOT / "build/bench")
    parser.add_argument("--table", action="store_true", help="measure nothing, tell what is there")
    options = parser.parse_args()
    if unknown := set(options.only) - set(WHAT):
        parser.error(f"--only knows {','.join(WHAT)}; not {','.join(sorted(unknown))}")
    return options


def _digest_of_the_program() -> str:
    digest = hashlib.sha256()
    paths = [ROOT / "mkdocs.yml", ROOT / "requirements.lock", Path(synthetic.__file__)]
    paths += (ROOT / "generator").rglob("*")
    for path in sorted(paths):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _measure(bench: Bench, size: int, turn: int) -> None:
    """One round over a desk: what of it is wanted and not measured yet."""
    wanted = [
        what
        for what in WHAT
        if what in bench.only
        and turn < (bench.long_rounds if what in LONG else 1 if what == "search" else bench.rounds)
        and not bench.figures.has(size, what, turn)
    ]
    if not wanted:
        return
    desk = bench.folder / "desks" / str(size)
    _say(f"{size:,} briefs, round {turn + 1}: {', '.join(wanted)}")
    _lay_out(bench, desk, size)
    if "first" in wanted or not (desk / "site").exists():
        for name in ("build", "site"):
            put_aside(desk / name, bench.folder)
        settle(bench.rest)
    ran = _build(bench, desk)
    if "first" in wanted:
        _keep(bench, size, "first", turn, ran)
    _weigh(bench, size, "site", turn, desk / "site")
    if "search" in wanted:
        asked = _words(size)
        found = search_bytes(desk / "site", asked, os.environ.get("CHROMIUM") or None)
        bench.figures.add(size, "search", turn, words={word: found.get(word) for word in asked})
        _say(f"  search: {found}")
    others = bench.folder / "others" / str(size)
    if {"mkdocs", "hugo"} & set(wanted):
        rivals.prepare(desk, others)
    _change(bench, desk, size, turn, wanted)
    _build_as_others(bench, others, size, turn, wanted)


def _change(bench: Bench, desk: Path, size: int, turn: int, wanted: list[str]) -> None:
    """Change the desk step by step, and build after each."""
    if "nothing" in wanted:
        _keep(bench, size, "nothing", turn, _build(bench, desk))
    for name, (_, change) in changes.CHANGES.items():
        if name in wanted:
            change(desk, size, turn)
            _keep(bench, size, name, turn, _build(bench, desk))
    if "template" in wanted:
        changes.template(bench.program, turn)
        _keep(bench, size, "template", turn, _build(bench, desk))


def _build_as_others(bench: Bench, others: Path, size: int, turn: int, wanted: list[str]) -> None:
    if "mkdocs" in wanted:
        settle(bench.rest)
        _keep(bench, size, "mkdocs", turn, rivals.run_mkdocs(PYTHON, others, bench.log))
        _weigh(bench, size, "mkdocs-site", turn, others / "mkdocs/site")
    if "hugo" in wanted:
        settle(bench.rest)
        hugo = rivals.run_hugo(others, bench.log)
        _keep(bench, size, "pagefind", turn, rivals.run_pagefind(others, bench.log))
        _keep(bench, size, "hugo", turn, hugo)  # last: whoever has it has both
        _weigh(bench, size, "hugo-site", turn, others / "hugo/public")


def _lay_out(bench: Bench, desk: Path, size: int) -> None:
    """The desk, the pages written by hand and the program, as they are before anything changes."""
    synthetic.write_desk(desk, size)
    for name in ("mkdocs.yml", "docs"):
        _same(ROOT / name, desk / name)
    _same(ROOT / "generator", bench.program / "generator")


def _same(source: Path, copy: Path) -> None:
    """Make `copy` hold what `source` holds, and leave alone what does already."""
    names = [path.relative_to(source) for path in source.rglob("*") if path.is_file()] if source.is_dir() else [Path()]
    names = [name for name in names if name.suffix != ".pyc"]
    if source.is_dir() and copy.is_dir():
        for path in copy.rglob("*"):
            if path.is_file() and path.suffix != ".pyc" and path.relative_to(copy) not in names:
                path.unlink()
    for name in names:
        if not (copy / name).exists() or (copy / name).read_bytes() != (source / name).read_bytes():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / name, copy / name)


def _build(bench: Bench, desk: Path) -> Ran:
    """`briefing build`, by the copy of the program."""
    jobs = ["--jobs", str(bench.jobs)] if bench.jobs else []
    command: list[str | Path] = [PYTHON, "-m", "generator", "build", "--root", desk, "--today", str(TODAY), *jobs]
    return run(command, bench.log, bench.program, PYTHONPATH=str(bench.program))


def _keep(bench: Bench, size: int, what: str, turn: int, ran: Ran) -> None:
    bench.figures.add(size, what, turn, seconds=ran.seconds, cpu=ran.cpu, memory=ran.memory)
    words = {**BUILDS, **RIVALS}[what]
    _say(f"  {words}: {ran.seconds:.1f} s, {ran.cpu:.1f} s of processors, {ran.memory / 1e6:.0f} MB")


def _weigh(bench: Bench, size: int, what: str, turn: int, site: Path) -> None:
    if not bench.figures.has(size, what, turn):
        sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
        pages = sum(1 for _ in site.rglob("*.html"))
        bench.figures.add(size, what, turn, files=len(sizes), bytes=sum(sizes), pages=pages)


def _words(size: int) -> list[str]:
    """A rare word of the newest briefs, a rare one of an old year, one that every brief has, and a name."""
    frequent = Counter[str]()
    soil = synthetic.ground()
    for number in range(size):
        frequent.update(set(_read(number, size, soil)))

    def rarest(numbers: range) -> str:
        held = {word for number in numbers for word in _read(number, size, soil)}
        return min(held, key=lambda word: (frequent[word], -len(word), word))

    rare = [rarest(range(size - 20, size)), rarest(range(size // 3, size // 3 + 20))]
    return [*rare, frequent.most_common(1)[0][0], soil.people[0]]


def _read(number: int, size: int, soil: synthetic.Ground) -> list[str]:
    """The words of the key points and of the quotations of a brief."""
    _, brief, _ = synthetic.brief_and_source(number, size, soil)
    lines = [line for line in brief.splitlines() if line.startswith(("    text: ", "summary: "))]
    return [word.lower() for line in lines for word in line.partition(": ")[2].rstrip(".").split()]


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
