"""Everything that was read: the briefs, the vocabulary and the source texts, in a total order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Brief, Organisation, Person, Storyline, Topic


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source text as stored.

    `text` is the bytes decoded as UTF-8 with line ends and a byte-order mark kept: offsets count its code points.
    """

    file: str  # below seeds/, with /
    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Record:
    """A brief that was read, and where it came from."""

    id: str  # 2026/us-russia-florida-talks
    path: str  # briefs/2026/us-russia-florida-talks.yaml
    brief: Brief
    digest: str  # of the file's bytes

    @property
    def order(self) -> tuple[str, str]:
        """The total order of briefs: date (its first day, else its last), then id."""
        first = self.brief.date.first or self.brief.date.last
        return (first.isoformat() if first else "", self.id)


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
