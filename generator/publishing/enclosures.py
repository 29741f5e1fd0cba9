"""What is enclosed with the pages: feeds, calendars, data and the like. All of it is made while the pages are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path
from typing import NamedTuple

from generator.output import lay
from generator.pages.site_file import SiteFile
from generator.publishing.manifest import Kept
from generator.workers import share_out

_MANY = 300  # files: below, another process would cost more than it saves
_PAGES_TAKE = 6  # times as long as all that is enclosed with them: one process in so many is for this


class Enclosed(NamedTuple):
    """The files that are no pages: the keys of all by place in the site, and which were made anew."""

    keys: Mapping[str, str]
    changed: Set[str]


def enclose(
    files: Iterable[SiteFile],
    elsewhere: Set[str],
    *,
    by_hand: Set[str],
    sound: Mapping[str, Kept],
    folder: Path,
    jobs: int,
) -> Enclosed:
    """Make in `folder` the files that are not as they were left (`sound`), with few of `jobs` processes.

    Those that are made `elsewhere`, with their pages, are no work of ours; what is written `by_hand` takes the place of
    a file that would be made.
    """
    files = [file for file in files if file.place not in by_hand]
    stale = (file for file in files if file.place not in sound or sound[file.place].key != file.key)
    changed = [file for file in stale if file.place not in elsewhere]
    count = max(1, jobs // _PAGES_TAKE) if len(changed) > _MANY else 1
    share_out(_shares(changed, count), lambda share, _: _make(share, folder), count, lambda _: None)
    return Enclosed({file.place: file.key for file in files}, frozenset(file.place for file in changed))


def _shares(files: Sequence[SiteFile], count: int) -> list[Sequence[SiteFile]]:
    """The files in shares for so many processes: of each kin as few as keep everybody at work."""
    families = defaultdict[str, list[SiteFile]](list)
    for file in files:
        families[file.kin].append(file)
    return [family[number::count] for family in families.values() for number in range(count)]


def _make(files: Sequence[SiteFile], folder: Path) -> None:
    for file in files:
        lay(folder / file.place, file.make())
