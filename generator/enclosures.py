"""What is enclosed with the pages: feeds, calendars, data and the like. A few are made while pages are, many after."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from pathlib import Path
from typing import NamedTuple

from generator.manifest import Kept
from generator.output import write
from generator.pages.site_file import SiteFile
from generator.workers import Advance, share_out

_MADE_AT_ONCE = 300  # files that one process makes: below, another would cost more than it saves


class Enclosed(NamedTuple):
    """The files that are no pages: the keys of all by place in the site, which must be made, and which are not yet."""

    keys: Mapping[str, str]
    changed: Set[str]
    left: Set[str]


def begin(files: Callable[[], Sequence[SiteFile]], sound: Mapping[str, Kept], folder: Path) -> Enclosed:
    """See which files are not as they were left (`sound`); where these are few, make them in `folder` at once."""
    all_files = files()
    changed = [file for file in all_files if file.place not in sound or sound[file.place].key != file.key]
    few = len(changed) <= _MADE_AT_ONCE
    if few:
        _make(changed, folder, lambda count: None)
    places = frozenset(file.place for file in changed)
    return Enclosed({file.place: file.key for file in all_files}, places, frozenset() if few else places)


def finish(files: Sequence[SiteFile], enclosed: Enclosed, folder: Path, jobs: int, advance: Advance) -> None:
    """Make what is left, on every core."""
    wanted = [file for file in files if file.place in enclosed.left]
    count = max(1, len(wanted) // _MADE_AT_ONCE)
    shares = [wanted[number::count] for number in range(count)]
    share_out(shares, lambda share, advance: _make(share, folder, advance), jobs, advance)


def _make(files: Sequence[SiteFile], folder: Path, advance: Advance) -> None:
    for file in files:
        write(folder / file.place, file.make())
        advance(1)
