"""What is remembered of the last run, so that what has not changed is not read and checked again.

Everything here is plain values: texts, numbers, and tuples and tables of them. It is a value like any other: a run
takes one and gives the next. Nothing in it is believed because of where it stands: each sheet says what it was made of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol, TypeVar

from generator.desk.library import Record

T = TypeVar("T")
R = TypeVar("R")


class Sheet(NamedTuple):
    """A brief that was read and has no mistake of form: made of the file's bytes alone."""

    digest: str  # of the bytes
    brief: bytes  # packed
    latest: str  # the latest of its days that may not lie in the future
    conventions: tuple[Any, ...]  # packed findings, those on future days left out


class Proof(NamedTuple):
    """What the check of a brief's quotations has found, and all that it was found from."""

    brief: str  # digest of the brief's file
    source: str  # sha256 of the source text, or nothing
    words: bytes  # which words may stand in the text: a bit for each, by its sum
    names: tuple[str, ...]  # the known names that the reading of the text was given
    asked: tuple[tuple[str, str], ...]  # slugs of the names that were looked up, and where
    answers: bytes  # digest of what was found there
    citations: bytes
    anchors: tuple[str, ...]  # of its quotations, in their order
    findings: tuple[Any, ...]


class Places(NamedTuple):
    """Where findings stand in a file."""

    digest: str  # of the file's bytes
    problems: Mapping[Any, Any]  # packed finding -> packed problem


@dataclass(frozen=True, slots=True)
class Cache:
    """All that is remembered of a desk, by paths of briefs.

    `names` are those that were known, by their last word; `texts` the source texts that can be read, with their sha256.
    `records` are those of the sheets, for a process that goes on; they are never written.
    """

    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    proofs: Mapping[str, Proof] = field(default_factory=dict)
    places: Mapping[str, Places] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict, compare=False, repr=False)


class Crew(Protocol):
    """Those who do the work: each gets some of the items; what they make comes in the order of the items."""

    def __call__(self, items: Sequence[T], work: Callable[[Sequence[T]], list[R]], /) -> list[R]:
        """Do the work on all the items."""


def alone(items: Sequence[T], work: Callable[[Sequence[T]], list[R]]) -> list[R]:
    """The crew of one."""
    return work(items)
