"""The figures of a benchmark: each kept as soon as it is measured, and told as a table."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

from changes import CHANGES

#: What is measured, and what the table calls it.
BUILDS = {
    "first": "first build",
    "nothing": "nothing changed",
    **{name: words for name, (words, _) in CHANGES.items()},
    "template": "the template of briefs changed",
}
RIVALS = {"mkdocs": "plain MkDocs + Material, own search", "hugo": "Hugo", "pagefind": "Pagefind, one whole index"}
TOGETHER = "Hugo + Pagefind"
#: The ratios that are wanted: their name, what is divided by what, and what must be reached.
RATIOS = (
    ("one edit / (Hugo + Pagefind)", ("edit",), ("hugo", "pagefind"), "0.15"),
    ("first build / (Hugo + Pagefind)", ("first",), ("hugo", "pagefind"), "2.0"),
    ("first build / plain MkDocs + Material", ("first",), ("mkdocs",), "0.8"),
)


@dataclass(frozen=True)
class Figures:
    """What was measured of one program: a file to which every figure is added as it comes."""

    path: Path
    program: str  # a digest: figures of another program do not count

    def add(self, size: int, what: str, turn: int, **values: Any) -> None:
        """Keep a figure, whatever happens next."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        row = {"program": self.program, "at": now, "size": size, "what": what, "round": turn, **values}
        cut = self.path.exists() and not self.path.read_bytes().endswith(b"\n")  # a run that was killed as it wrote
        with self.path.open("a", encoding="utf-8") as file:
            file.write("\n" * cut + json.dumps(row) + "\n")

    def rows(self) -> list[dict[str, Any]]:
        """All figures of this program; a line that was cut short is none."""
        if not self.path.exists():
            return []
        found = []
        for line in self.path.read_text(encoding="utf-8").splitlines():
            try:
                row = json.loads(line)
            except ValueError:
                continue
            if row["program"] == self.program:
                found.append(row)
        return found

    def has(self, size: int, what: str, turn: int) -> bool:
        """Whether this was measured already."""
        return any((row["size"], row["what"], row["round"]) == (size, what, turn) for row in self.rows())

    def values(self, size: int, what: str, name: str) -> list[float]:
        """What was measured in all rounds."""
        return [row[name] for row in self.rows() if (row["size"], row["what"]) == (size, what)]

    def middle(self, size: int, *what: str, name: str = "seconds") -> float | None:
        """The median seconds (or `cpu`), of several things that run one after the other added up."""
        found = [self.values(size, each, name) for each in what]
        return sum(median(values) for values in found) if all(found) else None


def machine() -> dict[str, Any]:
    """What the figures were measured on and with."""
    memory = Path("/proc/meminfo")
    lines = memory.read_text().splitlines() if memory.exists() else []
    total = next((int(line.split()[1]) / 1024**2 for line in lines if line.startswith("MemTotal")), 0)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return {
        "cores": cores,
        "memory": f"{total:.0f} GB",
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        **{name: version(name) for name in ("mkdocs", "mkdocs-material", "markdown", "pagefind", "hugo")},
    }


def table(figures: Figures, sizes: Sequence[int], told: Mapping[str, Any]) -> str:
    """The figures as Markdown: when and where, times and memory, ratios, and what the sites weigh."""
    days = sorted({row["at"][:10] for row in figures.rows()})
    measured = " and ".join(dict.fromkeys((*days[:1], *days[-1:])))
    where = ", ".join(f"{name}: {value}" for name, value in told.items())
    counts = [[len(figures.values(size, what, "seconds")) for what in ("edit", "first")] for size in sizes]
    medians = "; ".join(
        f"{size:,} briefs {short} of each change, {long} of the first build"
        for size, (short, long) in zip(sizes, counts, strict=True)
    )
    head = f"Measured on {measured} ({where}). Medians; runs: {medians}."
    return "\n\n".join([head, _times(figures, sizes), _ratios(figures, sizes), _weights(figures, sizes)]) + "\n"


def _times(figures: Figures, sizes: Sequence[int]) -> str:
    rows = [
        (words, [_cost(figures, size, name) for size in sizes], _growth(figures, sizes, name))
        for name, words in {**BUILDS, **RIVALS}.items()
    ]
    both = [_seconds(figures.middle(size, "hugo", "pagefind")) for size in sizes]
    rows.append((TOGETHER, both, _growth(figures, sizes, "hugo", "pagefind")))
    head = ["seconds (of processors), largest process", *(f"{size:,} briefs" for size in sizes), "growth"]
    return _grid(head, ([words, *cells, growth] for words, cells, growth in rows))


def _ratios(figures: Figures, sizes: Sequence[int]) -> str:
    """By the clock, and by the seconds of processors: where these differ much, the machine had other work."""
    rows = []
    for words, top, bottom, must in RATIOS:
        for name, suffix, wanted in (("seconds", "", must), ("cpu", ", by processors", "")):
            pairs = (
                (figures.middle(size, *top, name=name), figures.middle(size, *bottom, name=name)) for size in sizes
            )
            rows.append([words + suffix, *(_ratio(*pair) for pair in pairs), wanted])
    return _grid(["ratio", *(f"{size:,} briefs" for size in sizes), "must, at 10,000"], rows)


def _weights(figures: Figures, sizes: Sequence[int]) -> str:
    rows = []
    for what, words in (("site", "our site"), ("mkdocs-site", RIVALS["mkdocs"]), ("hugo-site", TOGETHER)):
        cells = []
        for size in sizes:
            found = [row for row in figures.rows() if (row["size"], row["what"]) == (size, what)][-1:]
            cells.append("".join(f"{row['files']:,} files, {row['bytes'] / 1e6:,.0f} MB" for row in found) or "–")
        rows.append([words, *cells])
    cells = []
    for size in sizes:
        words_found = [row["words"] for row in figures.rows() if (row["size"], row["what"]) == (size, "search")][-1:]
        cells.append(
            ", ".join(f"{count / 1000:.0f}" if count else "none" for one in words_found for count in one.values())
            or "–"
        )
    rows.append(
        ["kB (gzip) to the first result: a rare word of the last year, of an old one, a frequent word, a name", *cells]
    )
    return _grid(["", *(f"{size:,} briefs" for size in sizes)], rows)


def _cost(figures: Figures, size: int, what: str) -> str:
    seconds = figures.middle(size, what)
    if seconds is None:
        return "–"
    memory = max(figures.values(size, what, "memory"))
    return f"{_seconds(seconds)} ({median(figures.values(size, what, 'cpu')):.1f}), {memory / 1e6:,.0f} MB"


def _seconds(seconds: float | None) -> str:
    return "–" if seconds is None else f"{seconds:.1f} s"


def _growth(figures: Figures, sizes: Sequence[int], *what: str) -> str:
    return _ratio(figures.middle(sizes[-1], *what), figures.middle(sizes[0], *what)) if len(sizes) > 1 else "–"


def _ratio(top: float | None, bottom: float | None) -> str:
    return "–" if top is None or not bottom else f"{top / bottom:.2f}"


def _grid(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---" for _ in head], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
