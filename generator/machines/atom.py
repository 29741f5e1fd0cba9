"""Atom feeds (RFC 4287), and the JSON Feed (version 1.1) of the site."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from datetime import datetime

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator  # type: ignore[import-untyped]

from generator.desk.library import Record
from generator.machines.bearings import Bearings
from generator.machines.dating import FIRST_DAY, changed_on, midnight
from generator.machines.entries import Channel, Entry, clean, entry
from generator.pages.edition import Edition


class _Atom(Atom1Feed):  # type: ignore[misc]
    """A feed of entries that were written before, which asks no clock where it has none."""

    written: Sequence[str] = ()
    changed = midnight(FIRST_DAY)

    def latest_post_date(self) -> datetime:
        """When the newest entry was changed."""
        return self.changed

    def write_items(self, handler: SimplerXMLGenerator) -> None:
        """Put the entries in as they are: they are XML already."""
        for each in self.written:
            handler.ignorableWhitespace(each)


def atom(edition: Edition, channel: Channel) -> bytes:
    """The bytes of an Atom feed."""
    bearings, settings = Bearings(edition.settings.site_url), edition.settings
    feed = _Atom(
        title=clean(channel.title),
        link=bearings.to(channel.url),
        description="",
        language=edition.language.code,
        author_name=clean(settings.site_name),
        author_link=settings.site_url,
        feed_url=bearings.to_place(channel.place),
        feed_guid=bearings.to_place(channel.place),
    )
    feed.written = [_written(edition, record) for record in channel.records]
    feed.changed = midnight(max((changed_on(record.brief) for record in channel.records), default=FIRST_DAY))
    written = io.StringIO()
    feed.write(written, "utf-8")
    return written.getvalue().encode()


def _written(edition: Edition, record: Record) -> str:
    """A brief as an element of Atom, made once for all feeds that have it."""
    made = edition.feed_entries.get(record.id)
    if made is None:
        made = edition.feed_entries[record.id] = _write(entry(edition, record))
    return made


def _write(told: Entry) -> str:
    feed, written = Atom1Feed(title="", link="", description=""), io.StringIO()
    feed.add_item(
        title=told.title,
        link=told.url,
        description=_escaped(told.summary),
        content=told.html,
        unique_id=told.id,
        pubdate=midnight(told.published),
        updateddate=midnight(told.changed),
        categories=told.topics,
    )
    feed.write_items(SimplerXMLGenerator(written, "utf-8", short_empty_elements=True))
    return written.getvalue()


def _escaped(text: str) -> str:
    """The library says that a summary is HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def json_feed(edition: Edition, channel: Channel) -> bytes:
    """The bytes of a JSON Feed."""
    bearings, settings = Bearings(edition.settings.site_url), edition.settings
    entries = [entry(edition, record) for record in channel.records]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": bearings.to(channel.url),
        "feed_url": bearings.to_place(channel.place),
        "language": edition.language.code,
        "authors": [{"name": settings.site_name, "url": settings.site_url}],
        "items": [
            {
                "id": told.id,
                "url": told.url,
                "title": told.title,
                "summary": told.summary,
                "content_html": told.html,
                "date_published": f"{midnight(told.published).isoformat()}Z",
                "date_modified": f"{midnight(told.changed).isoformat()}Z",
                "tags": list(told.topics),
            }
            for told in entries
        ],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()
