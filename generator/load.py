"""briefs/ and seeds/ -> Library, and the problems of the format: every file is read once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Mapping as Table
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.desk import files
from generator.desk.comparing import Changed, find_changed
from generator.desk.conventions import check_conventions, judge_conventions
from generator.desk.files import File
from generator.desk.library import Library, Record, Vocabulary
from generator.desk.opening import open_document
from generator.desk.packing import finding_of, pack, plain
from generator.desk.remembered import Cache, Crew, Sheet, alone
from generator.desk.sources import Shelf
from generator.desk.vocabulary import Collected, check_aliases, check_old_ids
from generator.model import Brief, Source
from generator.problems import Finding, Problem
from generator.typed.fields import Path as Fields
from generator.typed.fields import parse_field
from generator.typed.nodes import Mapping
from generator.typed.places import Lines
from generator.typed.salvage import STAND_IN
from generator.typed.validation import validate
from generator.typed.wrapped import find_foreign

#: Rules that compare with other fields of the brief: where one of those is wrong, they would only name what follows.
_PEOPLE: tuple[Fields, ...] = (("participants",), ("mentioned",))
_JUDGED_BY: dict[str, tuple[Fields, ...]] = {
    "unknown-name": _PEOPLE,
    "quote-speaker": _PEOPLE,
    "quote-unused": (("quotes",), ("left_out",), ("source",)),
    "source-unpinned": (("source", "sha256"),),
}
_OF_A_QUOTE = ("text", "original", "near", "lang")


class Loaded(NamedTuple):
    """All that was read; `problems` have their place already, `findings` are to be located.

    `salvaged` is what could be kept of broken briefs: the rest of them is checked in the same run. Nothing more
    should be said of the fields in `settled`, by path of the file.
    """

    library: Library
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]
    salvaged: tuple[Record, ...]
    settled: Table[str, frozenset[Fields]]
    sheets: Table[str, Sheet] = {}

    def is_settled(self, path: str, field: str, rule: str = "") -> bool:
        """Whether a problem was named already with what stands in a field, or with what the rule judges by."""
        wrong = self.settled.get(path, ())
        parts = parse_field(field) if wrong else ()
        judged_by = _JUDGED_BY.get(rule, ())
        if rule.startswith("quote-") and parts[:1] == ("quotes",):
            speaker = ("speaker",) if rule in ("quote-speaker", "quote-ambiguous") else ()
            judged_by += tuple((*parts[:2], name) for name in (*_OF_A_QUOTE, *speaker))
        return any(_within(parts, each) or any(_within(each, one) for one in judged_by) for each in wrong)


def _within(path: Fields, above: Fields) -> bool:
    return path[: len(above)] == above


class _Read(NamedTuple):
    """One brief: the record, or what was salvaged of it."""

    record: Record | None
    broken: bool
    problems: list[Problem]
    settled: frozenset[Fields] = frozenset()
    sheet: Sheet | None = None


_EMPTY = Cache()
_NO_RECORDS: Table[str, Record] = {}


def load(
    root: Path,
    today: date,
    require_source: bool = False,
    cache: Cache = _EMPTY,
    crew: Crew = alone,
    changed: Callable[[], Changed] | None = None,
) -> Loaded:
    """Read the desk at `root`. Content never raises: what cannot be read is a problem.

    What `cache` remembers of an earlier run is not parsed again where its bytes are the same; `changed` tells of which
    that is not so, where somebody else looks for it.
    """
    briefs, words, misnamed = files.find_files(root)
    problems = [Lines(path, "").problem(0, "bad-id", message, hint) for path, message, hint in misnamed]
    collected = Collected()
    for file in words:
        problems += collected.add(file, open_document(root, file.path, file.name))
    twins = dict(_twins(briefs))
    known = _remembered(briefs, cache)
    others = changed() if changed else find_changed(root, cache)
    read = _read_briefs(
        root, briefs, twins, {file: one for file, one in known.items() if file.path not in others.briefs}, crew
    )
    problems += [problem for one in read.values() for problem in one.problems]
    records = sorted((one.record for one in read.values() if one.record and not one.broken), key=_order)
    kept = (one.record for file, one in read.items() if one.record and one.broken and file.path not in twins)
    salvaged = sorted(kept, key=_order)
    broken = {file.name: file.path for file, one in read.items() if one.broken and file.path not in twins}
    sound = {file: sha256 for file, sha256 in cache.texts.items() if file not in others.sources}
    shelf, findings = Shelf(root, sound), list[Finding]()
    read_sheets = {file.path: one.sheet for file, one in read.items() if one.sheet}
    for record in (*records, *salvaged):
        findings += shelf.check(record, require_source)
        findings += _conventions(record, read_sheets.get(record.path), today)
    vocabulary = collected.vocabulary()
    library = Library(tuple(records), broken, vocabulary, shelf.texts)
    findings += [*check_aliases(vocabulary), *check_old_ids(vocabulary), *_check_old_ids(library)]
    findings += _check_copies(library)
    settled = {file.path: one.settled for file, one in read.items() if one.settled}
    return Loaded(library, tuple(problems), tuple(findings), tuple(salvaged), settled, read_sheets)


def read_vocabulary(root: Path) -> Vocabulary:
    """The shared names alone, as far as they can be read."""
    collected = Collected()
    for file in files.find_files(root)[1]:
        for _ in collected.add(file, open_document(root, file.path, file.name)):
            pass  # what is wrong with them is for `check` to say
    return collected.vocabulary()


def _order(record: Record) -> tuple[str, str, str]:
    return (*record.order, record.path)


def _remembered(briefs: Sequence[File], cache: Cache) -> dict[File, _Read]:
    """The briefs as their sheets have them, made of their bytes now: there is time while others look for changes."""
    known = {file: _from_sheet(file, sheet, cache.records) for file in briefs if (sheet := cache.sheets.get(file.path))}
    for one in known.values():
        _ = one.record and one.record.order
    return known


def _read_briefs(
    root: Path, briefs: Sequence[File], twins: Table[str, str], known: Table[File, _Read], crew: Crew
) -> dict[File, _Read]:
    """Every brief; those that are not known are read."""
    new = [file for file in briefs if file not in known]
    read = dict(zip(new, crew(new, lambda some: [_read_new(root, file) for file in some]), strict=True))
    return {file: _with_id(file, read.get(file) or known[file], twins) for file in briefs}


def _with_id(file: File, read: _Read, twins: Table[str, str]) -> _Read:
    """A brief with what is wrong with its id, which is no matter of its bytes."""
    wrong = list(_check_id(file, twins.get(file.path)))
    return read._replace(broken=True, problems=[*read.problems, *wrong], sheet=None) if wrong else read


def _from_sheet(file: File, sheet: Sheet, records: Table[str, Record] = _NO_RECORDS) -> _Read:
    record = records.get(file.path)
    if record is None or record.digest != sheet.digest:
        record = Record(file.name, file.path, sheet.brief, sheet.digest)
    return _Read(record, False, [], frozenset(), sheet)


def _read_new(root: Path, file: File) -> _Read:
    """A brief as its file tells it; a sound one as its sheet."""
    read = _read_brief(root, file)
    if read.problems or read.settled or read.record is None:
        return read
    latest, findings = judge_conventions(read.record)
    sheet = Sheet(read.record.digest, pack(read.record.brief), latest, tuple(map(plain, findings)))
    return _from_sheet(file, sheet)


def _conventions(record: Record, sheet: Sheet | None, today: date) -> Iterator[Finding]:
    if sheet is None or sheet.latest > today.isoformat():
        yield from check_conventions(record, today)
    else:
        yield from (finding_of(record.path, each) for each in sheet.conventions)


def _read_brief(root: Path, file: File) -> _Read:
    document = open_document(root, file.path)
    problems = list(document.problems)
    if document.root is None:
        empty = [] if document.problems else [document.lines.problem(0, "missing-field", "this brief is empty", _LEAST)]
        return _Read(None, True, [*problems, *empty])
    if not isinstance(document.root, Mapping):
        message = "a list stands here, where a brief begins with its fields"
        return _Read(None, True, [*problems, document.problem(document.root.start, "wrong-type", message, _LEAST)])
    if foreign := find_foreign(document.root, Brief):
        message = f"“{foreign}” is not a field of a brief, nor is any other that stands here"
        kind = files.kind_meant(file.name)
        hint = f"where these are shared names, rename the file to briefs/_{kind}.yaml" if kind else _LEAST
        return _Read(None, True, [*problems, document.problem(document.root.start, "unknown-key", message, hint)])
    checked = validate(document, document.root, Brief)
    brief = _without_stand_in(checked.rest) if checked.rest else None
    record = Record(file.name, file.path, brief, document.digest) if brief else None
    broken = checked.value is None or bool(problems)
    return _Read(record, broken, problems + checked.problems, frozenset(checked.wrong) | document.mended_fields)


def _without_stand_in(brief: Brief) -> Brief:
    """A brief whose source is not right has none: nobody knows why it is not held."""
    stands_in = brief.source.not_held == STAND_IN
    return brief.model_copy(update={"source": Source.model_construct()}) if stands_in else brief


def _check_id(file: File, twin: str | None) -> Iterator[Problem]:
    if wrong := files.why_bad_id(file):
        yield Lines(file.path, "").problem(0, "bad-id", *wrong)
    if twin:
        message, hint = f"{twin} has the same id: {file.name}", "rename or delete one of the two files"
        yield Lines(file.path, "").problem(0, "duplicate-id", message, hint)


_LEAST = "the least that is a brief:\ntitle: …\ndate: 2026-01-31\nsummary: …\nsource: the-article.txt"


def _twins(briefs: Iterable[File]) -> Iterator[tuple[str, str]]:
    """Files whose id another file has already, each with that file."""
    first: dict[str, str] = {}
    for file in briefs:
        if file.name in first:
            yield file.path, first[file.name]
        first.setdefault(file.name, file.path)


def _check_copies(library: Library) -> Iterator[Finding]:
    """Briefs that are another one letter for letter: a file was copied, and not changed since."""
    first: dict[str, str] = {}
    for path, digest in sorted(
        ((one.path, one.digest) for one in library.records), key=lambda each: (len(each[0]), each)
    ):
        if (other := first.setdefault(digest, path)) != path:
            message = f"this file is the same as {other}, letter for letter"
            hint = "delete one of the two, or write what is new into this one"
            yield Finding(path, "", "duplicate-id", message, hint, level="warning")


def _check_old_ids(library: Library) -> Iterator[Finding]:
    """Old ids that another brief has, or had."""
    paths: Table[str, str] = {**{record.id: record.path for record in library.records}, **library.broken}
    owners = dict(paths)
    for record in library.records:
        for index, old in enumerate(record.brief.was):
            owner = owners.setdefault(old, record.path)
            if owner != record.path or old == record.id:
                message = f"{old} is the id of this brief itself" if old == record.id else f"{old} belongs to {owner}"
                yield Finding(record.path, f"was[{index}]", "duplicate-id", message, "delete it here, or there")
