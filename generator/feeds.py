"""Site -> the files for machines: feeds, calendars, data, signposts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from generator.language import base_of, is_spoken, script_of, spoken_languages
from generator.machines.api import api_files
from generator.machines.following import followed_files
from generator.machines.signposts import signposts
from generator.machines.sitemaps import sitemap_files
from generator.pages.edition import Edition
from generator.pages.marking import mark
from generator.pages.page import Page
from generator.pages.site_file import SiteFile
from generator.settings import Settings


def notes_on(settings: Settings) -> tuple[str, ...]:
    """What a site with these settings lacks, one line each."""
    return tuple(_lacking(settings))


def _lacking(settings: Settings) -> Iterator[str]:
    if not settings.site_url:
        yield "without site_url in mkdocs.yml there are no feeds, no calendars and no site map"
    if not is_spoken(settings.language):
        base = base_of(settings.language)
        known = ", ".join(f"{each} ({script_of(each)})" if each == base else each for each in spoken_languages())
        yield f"there is no catalogue for the language “{settings.language}”: labels are English; there are {known}"


def feed(edition: Edition, today: date) -> tuple[SiteFile, ...]:
    """Every file that tells machines of the edition, in the order of their places."""
    base = mark(repr(edition.settings), edition.language.code)
    files = chain(followed_files(edition, base, today), api_files(edition, base), signposts(edition, base))
    return tuple(sorted(files, key=lambda file: file.place))


def map_out(edition: Edition, pages: Iterable[Page]) -> tuple[SiteFile, ...]:
    """The site map of these pages, and of those written by hand."""
    return sitemap_files(pages, edition.settings.site_written, edition.settings.site_url)
