"""Everything that was read: the briefs, the vocabulary and the source texts, in a total order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.desk.packing import unpack
from generator.model import Brief, Organisation, Person, Storyline, Topic


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source text as stored.

    `text` is the bytes decoded as UTF-8 with line ends and a byte-order mark kept: offsets count its code points.
    """

    file: str  # below seeds/, with /
    text: str
    sha256: str


class Record:
    """A brief that was read, and where it came from; of one that is remembered the brief is made when it is asked for.

    `id` is as in 2026/us-russia-florida-talks, `path` as in briefs/2026/us-russia-florida-talks.yaml; `digest` is of
    the file's bytes.
    """

    __slots__ = ("_brief", "_packed", "digest", "id", "path")

    def __init__(self, id: str, path: str, brief: Brief | bytes, digest: str) -> None:
        self.id, self.path, self.digest = id, path, digest
        self._packed = brief if isinstance(brief, bytes) else b""
        self._brief = None if isinstance(brief, bytes) else brief

    @property
    def brief(self) -> Brief:
        """What stands in the file."""
        if self._brief is None:
            self._brief = unpack(self._packed)
        return self._brief

    @property
    def order(self) -> tuple[str, str]:
        """The total order of briefs: date (its first day, else its last), then id."""
        first = self.brief.date.first or self.brief.date.last
        return (first.isoformat() if first else "", self.id)

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
    """

    records: tuple[Record, ...]
    broken: Mapping[str, str]  # id -> path
    vocabulary: Vocabulary
    sources: Mapping[str, SourceText]
