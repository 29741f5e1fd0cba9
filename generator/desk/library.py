"""Everything that was read: the briefs, the vocabulary and the source texts, in a total order."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from generator.dates import month_of
from generator.desk.packing import unpack
from generator.model import Brief, Organisation, Person, Storyline, Topic


class SourceChangedError(OSError):
    """A source text that was read once has other bytes now: nobody knows what to believe."""


class SourceText:
    """A source text as stored; one that lies on the disk is read when it is asked for.

    `file` is below seeds/, with /. `text` is the bytes decoded as UTF-8 with line ends and a byte-order mark kept:
    offsets count its code points.
    """

    __slots__ = ("_path", "_text", "file", "sha256")

    def __init__(self, file: str, text: str | None, sha256: str, path: str = "") -> None:
        self.file, self.sha256 = file, sha256
        self._text, self._path = text, path

    @property
    def text(self) -> str:
        """The words; raises SourceChangedError where the file is not what it was."""
        return _read_again(self._path, self.sha256) if self._text is None else self._text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SourceText):
            return NotImplemented
        return (self.file, self.sha256) == (other.file, other.sha256)

    def __hash__(self) -> int:
        return hash((self.file, self.sha256))


@lru_cache(maxsize=16)  # what reads a text reads it several times in a row
def _read_again(path: str, sha256: str) -> str:
    data = Path(path).read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise SourceChangedError(f"{Path(path).name} was changed while it was being read; do it again")
    return data.decode("utf-8")


class Record:
    """A brief that was read, and where it came from; of one that is remembered the brief is made when it is asked for.

    `id` is as in 2026/us-russia-florida-talks, `path` as in briefs/2026/us-russia-florida-talks.yaml; `digest` is of
    the file's bytes.
    """

    __slots__ = ("_brief", "_month", "_order", "_packed", "digest", "id", "path")

    def __init__(self, id: str, path: str, brief: Brief | bytes, digest: str) -> None:
        self.id, self.path, self.digest = id, path, digest
        self._packed = brief if isinstance(brief, bytes) else b""
        self._brief = None if isinstance(brief, bytes) else brief
        self._order: tuple[str, str] | None = None
        self._month: tuple[int, int] | None = None

    @property
    def brief(self) -> Brief:
        """What stands in the file."""
        if self._brief is None:
            self._brief = unpack(self._packed)
        return self._brief

    @property
    def order(self) -> tuple[str, str]:
        """The total order of briefs: date (its first day, else its last), then id."""
        if self._order is None:
            first = self.brief.date.first or self.brief.date.last
            self._order = (first.isoformat() if first else "", self.id)
        return self._order

    @property
    def month(self) -> tuple[int, int]:
        """Year and month by which it is listed: of its first day, else of its last."""
        if self._month is None:
            self._month = month_of(self.brief.date)
        return self._month

    @property
    def may_link(self) -> bool:
        """Whether two square brackets stand somewhere in it, as they do where another brief is named."""
        return not self._packed or b"[[" in self._packed

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record):
            return NotImplemented
        return (self.id, self.path, self.digest, self.brief) == (other.id, other.path, other.digest, other.brief)

    def __hash__(self) -> int:
        return hash((self.id, self.digest))

    def __repr__(self) -> str:
        return f"Record({self.id!r}, {self.path!r}, {self.brief!r}, {self.digest!r})"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The shared names: id -> entry, in the order of ids.

    `broken` are the kinds of which a file has a problem: a name that is not found may be in there.
    """

    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    topics: Mapping[str, Topic]
    storylines: Mapping[str, Storyline]
    paths: Mapping[tuple[str, str], str]  # (kind, id) -> path of the file, e.g. ("people", "steve-witkoff")
    broken: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Library:
    """All that was read.

    `records` are in the order of `Record.order`; drafts are among them. `broken` are the ids of briefs that
    failed to load: they still count as known. `sources` holds each text that a brief names and that could be read.
    `unpublished` are the ids, old ones too, of drafts that were taken out.
    """

    records: tuple[Record, ...]
    broken: Mapping[str, str]  # id -> path
    vocabulary: Vocabulary
    sources: Mapping[str, SourceText]
    unpublished: frozenset[str] = frozenset()

    def without_drafts(self) -> Library:
        """What is published of it."""
        drafts = [record for record in self.records if record.brief.draft]
        names = frozenset(name for record in drafts for name in (record.id, *record.brief.was))
        return replace(self, records=tuple(one for one in self.records if not one.brief.draft), unpublished=names)
