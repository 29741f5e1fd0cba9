"""The files of a desk held against what is remembered of them: which have the same bytes still.

Nothing tells that but to read them all; a process of its own can do it while others do what is done in any case.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from generator.desk.files import digest_of
from generator.desk.remembered import Cache
from generator.desk.sources import Shelf
from generator.typed.decoding import MAX_BRIEF


class Changed(NamedTuple):
    """What is not as it is remembered: paths of briefs, and source texts by their names below seeds/."""

    briefs: frozenset[str]
    sources: frozenset[str]


def find_changed(root: Path, cache: Cache) -> Changed:
    """Compare the desk at `root` with all that `cache` remembers of it; what is gone has changed."""
    briefs = (path for path, sheet in cache.sheets.items() if digest_of(f"{root}/{path}", MAX_BRIEF) != sheet.digest)
    shelf = Shelf(root)
    sources = (file for file, sha256 in cache.texts.items() if not shelf.holds(file, sha256))
    return Changed(frozenset(briefs), frozenset(sources))
