"""What of an examined desk is asked for: the briefs, problems and citations at some paths."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.desk.library import Library
from generator.pipeline import Examined
from generator.problems import Problem
from generator.report import Report


class NotOnTheDeskError(ValueError):
    """A path that is asked for and is no brief, vocabulary or folder of them."""


def find_wanted(root: Path, paths: Sequence[Path]) -> list[str]:
    """Files or folders of a desk as problems name them (none: all of it); raises NotOnTheDeskError."""
    return [_below_briefs(root, path) for path in paths] or [""]


def select(examined: Examined, wanted: Sequence[str]) -> Report:
    """The report on what is wanted; to find no brief there is an error."""
    known = _briefs_of(examined.library)
    briefs = {name: path for name, path in known.items() if _is_wanted(path, wanted)}
    problems = [problem for problem in examined.problems if _is_wanted(problem.path, wanted)]
    if not briefs and not any(problem.level == "error" for problem in problems) and not _names_vocabulary(wanted):
        problems.append(_nothing_found(wanted))
    citations = [
        (name, citation)
        for name in sorted(briefs, key=briefs.__getitem__)
        if name in examined.citations
        for citation in examined.citations[name].citations
    ]
    return Report(len(briefs), tuple(problems), tuple(citations))


def _briefs_of(library: Library) -> dict[str, str]:
    """Every brief, read or broken: id -> path."""
    return {**library.broken, **{record.id: record.path for record in library.records}}


def _below_briefs(root: Path, path: Path) -> str:
    """A path as problems have it; all of the desk is the empty path."""
    inside = Path(os.path.relpath(path.absolute(), root)).as_posix()
    if inside == ".":
        return ""
    if inside.split("/")[0] != "briefs":
        raise NotOnTheDeskError(f"{path} is not below {root / 'briefs'}")
    if path.is_file() and path.suffix.lower() not in (".yaml", ".yml"):
        raise NotOnTheDeskError(f"{path} is no brief: those end in .yaml or .yml")
    return inside


def _is_wanted(path: str, wanted: Iterable[str]) -> bool:
    return any(not inside or path == inside or path.startswith(f"{inside}/") for inside in wanted)


def _names_vocabulary(wanted: Iterable[str]) -> bool:
    return any(inside.startswith("briefs/_") for inside in wanted)


def _nothing_found(wanted: Sequence[str]) -> Problem:
    path = wanted[0] or "briefs"
    hint = "a brief is a file in briefs/ that ends in .yaml; `briefing new` writes one from an article"
    return Problem(path, 1, 1, "error", "missing-field", "no brief found here", hint)
