"""Site -> the files for machines: feeds, calendars, data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from generator.machines.api import api_files
from generator.machines.following import followed_files
from generator.pages.edition import Edition, mark
from generator.pages.site_file import SiteFile


def feed(edition: Edition, today: date) -> tuple[SiteFile, ...]:
    """Every file that tells machines of the edition, in the order of their places."""
    base = mark(repr(edition.settings), edition.language.code)
    files: Iterator[SiteFile] = chain(followed_files(edition, base, today), api_files(edition, base))
    return tuple(sorted(files, key=lambda file: file.place))
