"""What is enclosed with the pages: feeds, calendars, data and the like. A few are made while pages are, many after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from pathlib import Path
from typing import NamedTuple

from generator.manifest import Kept
from generator.output import write
from generator.pages.site_file import SiteFile
from generator.workers import Advance, share_out

_MADE_AT_ONCE = 300  # files that one process makes: below, another would cost more than it saves
_SHARE = 1_000  # of many more


class Enclosed(NamedTuple):
    """The files that are no pages: the keys of all by place in the site, which must be made, and which are not yet."""

    keys: Mapping[str, str]
    changed: Set[str]
    left: Set[str]


def begin(
    files: Callable[[], Sequence[SiteFile]], sound: Mapping[str, Kept], elsewhere: Set[str], folder: Path
) -> Enclosed:
    """See which files are not as they were left (`sound`); where these are few, make them in `folder` at once.

    Those that are made `elsewhere`, with their pages, are no work of ours.
    """
    all_files = files()
    stale = (file for file in all_files if file.place not in sound or sound[file.place].key != file.key)
    changed = [file for file in stale if file.place not in elsewhere]
    few = len(changed) <= _MADE_AT_ONCE
    if few:
        _make(changed, folder, lambda count: None)
    places = frozenset(file.place for file in changed)
    return Enclosed({file.place: file.key for file in all_files}, places, frozenset() if few else places)


def finish(files: Sequence[SiteFile], enclosed: Enclosed, folder: Path, jobs: int, advance: Advance) -> None:
    """Make what is left, on every core."""
    wanted = [file for file in files if file.place in enclosed.left]
    share_out(_shares(wanted, jobs), lambda share, advance: _make(share, folder, advance), jobs, advance)


def _shares(files: Sequence[SiteFile], jobs: int) -> list[Sequence[SiteFile]]:
    """Kin in as few shares as keep everybody at work, the largest before all others."""
    kin, others = defaultdict[str, list[SiteFile]](list), list[SiteFile]()
    for file in files:
        (kin[file.kin] if file.kin else others).append(file)
    together = [share for family in kin.values() for share in _deal(family, jobs)]
    return [*together, *_deal(others, max(1, len(others) // _SHARE))]


def _deal(files: Sequence[SiteFile], count: int) -> list[Sequence[SiteFile]]:
    """The files in so many shares, each with some of every sort."""
    return [share for number in range(count) if (share := files[number::count])]


def _make(files: Sequence[SiteFile], folder: Path, advance: Advance) -> None:
    for file in files:
        write(folder / file.place, file.make())
        advance(1)
