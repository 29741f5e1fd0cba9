"""Findings get their line and column: in the files as they are typed, or as they are remembered."""

from __future__ import annotations

from collections.abc import Iterable, Set
from collections.abc import Mapping as Table
from pathlib import Path
from typing import Any

from generator.desk.opening import open_document
from generator.desk.packing import plain, plain_problem, problem_of
from generator.desk.remembered import Crew, Places, alone
from generator.problems import Finding, Problem
from generator.typed.fields import find_field, parse_field
from generator.typed.inside import find_inside
from generator.typed.mending import Document
from generator.typed.nodes import Scalar

_NOWHERE: Table[str, Places] = {}


def locate(
    root: Path, findings: Iterable[Finding], known: Table[str, Places] = _NOWHERE, crew: Crew = alone
) -> tuple[list[Problem], dict[str, Places]]:
    """Findings with their line and column, and these places to be kept by path of the file.

    Each file is read again, once; not one of which the bytes are the same and every place is known.
    """
    by_path: dict[str, dict[Any, Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.path, {}).setdefault(plain(finding), finding)
    held = {path: one for path, found in by_path.items() if (one := _known_places(known.get(path), found.keys()))}
    new = [path for path in by_path if path not in held]
    located = crew(new, lambda some: [_find_places(root, path, by_path[path]) for path in some])
    held.update(zip(new, located, strict=True))
    problems = [problem_of(path, held[path].problems[each]) for path, found in by_path.items() for each in found]
    return problems, held


def _known_places(known: Places | None, found: Set[Any]) -> Places | None:
    """The places of what is found now, where all of them are known."""
    if known is None or not found <= known.problems.keys():
        return None
    return (
        known
        if len(found) == len(known.problems)
        else Places(known.digest, {one: known.problems[one] for one in found})
    )


def _find_places(root: Path, path: str, found: Table[Any, Finding]) -> Places:
    document = open_document(root, path)
    problems = {each: plain_problem(_locate(document, finding)) for each, finding in found.items()}
    return Places(document.digest, problems)


def _locate(document: Document, finding: Finding) -> Problem:
    return document.problem(_offset(document, finding), finding.rule, finding.message, finding.hint, finding.level)


def _offset(document: Document, finding: Finding) -> int:
    if document.root is None or not finding.field:
        return 0
    found = find_field(document.root, parse_field(finding.field))
    if finding.at_key and found.key:
        return found.key.start
    value = found.node
    if finding.behind is None or not isinstance(value, Scalar):
        return found.place
    inside = find_inside(document.typed(value), value.text, finding.behind)
    return found.place if inside is None else value.start + inside
