"""Where the files for machines stand, and how one leads to another: absolute where the site has an address."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from generator.desk.library import Record
from generator.entities import Entity, Ref
from generator.pages.addresses import brief_uri, entity_uri, place_of, step_anchor, url_of
from generator.pages.edition import Edition
from generator.steps import StepState

FEED, JSON_FEED, CALENDAR = "feed.xml", "feed.json", "calendar.ics"


@dataclass(frozen=True, slots=True)
class Bearings:
    """From a file of the site to any other; `here` is its place, as in `api/index.json`."""

    site_url: str
    here: str = ""

    def to(self, url: str) -> str:
        """The address of a url of the site: absolute where the site has an address, else the way from here."""
        if self.site_url:
            return self.site_url + url
        return "../" * self.here.count("/") + url or "./"

    def to_uri(self, uri: str) -> str:
        """The address of a page of the tree, with the anchor where it has one."""
        page, mark, anchor = uri.partition("#")
        return self.to(url_of(page)) + mark + quote(anchor)

    def to_place(self, place: str) -> str:
        """The address of a file of the site."""
        return self.to(quote(place))

    def to_ref(self, ref: Ref) -> str | None:
        """The address of the page of a name, where it has one."""
        return self.to_uri(entity_uri(ref.kind, ref.id)) if ref.page else None

    def to_step(self, state: StepState) -> str:
        """The permalink of a step."""
        return self.to_uri(f"{brief_uri(state.brief)}#{step_anchor(state.id)}")


def beside(entity: Entity, name: str) -> str:
    """The place of a file beside the page of an entity: `storylines/talks/feed.xml`."""
    return f"{posixpath.dirname(place_of(entity_uri(entity.kind, entity.id)))}/{name}"


def json_place(brief: str) -> str:
    """`api/briefs/2026/x.json`."""
    return f"api/briefs/{brief}.json"


def markdown_place(brief: str) -> str:
    """`briefs/2026/x/index.md`."""
    return f"{posixpath.dirname(place_of(brief_uri(brief)))}/index.md"


def origin(edition: Edition, record: Record) -> str:
    """The first id that a brief had, by which feeds and calendars know it for good."""
    kept = (old for old in record.brief.was if old not in edition.records and edition.renamed.get(old) == record.id)
    return next(kept, record.id)


def domain(site_url: str) -> str:
    """The host of the site, and the path below which it stands: `example.org/desk`."""
    parts = urlsplit(site_url)
    return f"{parts.hostname or 'localhost'}{parts.path}".rstrip("/")
