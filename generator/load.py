"""briefs/ and seeds/ -> Library, and the problems of the format: every file is read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel

from generator import files
from generator.conventions import check_conventions
from generator.decoding import MAX_BRIEF
from generator.documents import Document, read
from generator.documents import Mapping as Fields
from generator.fields import find_field, parse_field
from generator.files import File, Unreadable, read_bytes
from generator.library import Library, Record
from generator.model import Brief
from generator.places import Lines
from generator.problems import Finding, Problem
from generator.shapes import models_below
from generator.sources import Shelf
from generator.suggestions import fields_of
from generator.validation import validate
from generator.vocabulary import MODELS, Collected, check_aliases


class Loaded(NamedTuple):
    """All that was read; `problems` have their place already, `findings` are to be located."""

    library: Library
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]


def load(root: Path, today: date, require_source: bool = False) -> Loaded:
    """Read the desk at `root`. Content never raises: what cannot be read is a problem."""
    briefs, words, misnamed = files.find_files(root)
    problems = [Lines(path, "").problem(0, "bad-id", message, hint) for path, message, hint in misnamed]
    collected = Collected()
    for file in words:
        problems += collected.add(file, _open(root, file))
    records, broken = list[Record](), dict[str, str]()
    for file in briefs:
        record, found = _read_brief(root, file)
        problems += found
        if record is None or file.name in broken or any(known.id == file.name for known in records[-1:]):
            broken.setdefault(file.name, file.path)
        else:
            records.append(record)
    problems += _check_twins(briefs)
    records.sort(key=lambda record: record.order)
    shelf, findings = Shelf(root), list[Finding]()
    for record in records:
        findings += shelf.check(record, require_source)
        findings += check_conventions(record, today)
    vocabulary = collected.vocabulary()
    library = Library(tuple(records), broken, vocabulary, shelf.texts)
    findings += [*check_aliases(vocabulary), *_check_old_ids(library)]
    return Loaded(library, tuple(problems), tuple(findings))


def locate(root: Path, findings: Iterable[Finding]) -> Iterator[Problem]:
    """Findings with their line and column; each file is read again, once."""
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.path, []).append(finding)
    for path, found in by_path.items():
        document = _open(root, File(path, ""))
        for finding in found:
            yield document.problem(
                _offset(document, finding), finding.rule, finding.message, finding.hint, finding.level
            )


def _offset(document: Document, finding: Finding) -> int:
    if document.root is None or not finding.field:
        return 0
    found = find_field(document.root, parse_field(finding.field))
    return found.key.start if finding.at_key and found.key else found.place


@cache
def known_keys() -> frozenset[str]:
    """Every word that is a key somewhere in the format."""
    models: list[type[BaseModel]] = [Brief, *MODELS.values()]
    inner = [model for outer in models for _, model in models_below(outer)]
    return frozenset(key for model in (*models, *inner) for key in fields_of(model))


def _open(root: Path, file: File) -> Document:
    try:
        return read(file.path, read_bytes(root / file.path, MAX_BRIEF), known_keys())
    except Unreadable as error:
        lines = Lines(file.path, "")
        return Document(
            lines, None, (lines.problem(0, "yaml", f"this file {error}", "it has to be a file that you may read"),)
        )


def _read_brief(root: Path, file: File) -> tuple[Record | None, list[Problem]]:
    document = _open(root, file)
    problems = list(document.problems)
    if wrong := files.why_bad_id(file):
        problems.append(document.lines.problem(0, "bad-id", *wrong))
    if document.root is None:
        return None, problems or [document.lines.problem(0, "missing-field", "this brief is empty", _LEAST)]
    if not isinstance(document.root, Fields):
        message = "a list stands here, where a brief begins with its fields"
        return None, [*problems, document.problem(document.root.start, "wrong-type", message, _LEAST)]
    checked = validate(document, document.root, Brief)
    problems += checked.problems
    if checked.value is None or wrong or document.problems:
        return None, problems
    return Record(file.name, file.path, checked.value, document.digest), problems


_LEAST = "the least that is a brief:\ntitle: …\ndate: 2026-01-31\nsummary: …\nsource: the-article.txt"


def _check_twins(briefs: Iterable[File]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for file in briefs:
        if file.name in first:
            message = f"{first[file.name]} has the same id: {file.name}"
            yield Lines(file.path, "").problem(0, "duplicate-id", message, "rename or delete one of the two files")
        first.setdefault(file.name, file.path)


def _check_old_ids(library: Library) -> Iterator[Finding]:
    """Old ids that another brief has, or had."""
    paths: Mapping[str, str] = {**{record.id: record.path for record in library.records}, **library.broken}
    owners = dict(paths)
    for record in library.records:
        for index, old in enumerate(record.brief.was):
            owner = owners.setdefault(old, record.path)
            if owner != record.path or old == record.id:
                message = f"{old} is the id of this brief itself" if old == record.id else f"{old} belongs to {owner}"
                yield Finding(record.path, f"was[{index}]", "duplicate-id", message, "delete it here, or there")
