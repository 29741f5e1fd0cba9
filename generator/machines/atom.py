"""Atom feeds (RFC 4287), and the JSON Feed (version 1.1) of the site."""

from __future__ import annotations

import io
import json
from datetime import datetime

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]

from generator.machines.bearings import Bearings
from generator.machines.dating import FIRST_DAY, midnight
from generator.machines.entries import Channel, clean, entry
from generator.pages.edition import Edition


class _Atom(Atom1Feed):  # type: ignore[misc]
    """A feed that says when it was last changed, and asks no clock where it is empty."""

    def latest_post_date(self) -> datetime:
        """When the newest entry was changed."""
        return max((item["updateddate"] for item in self.items), default=midnight(FIRST_DAY))


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
    for record in channel.records:
        told = entry(edition, record)
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
    written = io.StringIO()
    feed.write(written, "utf-8")
    return written.getvalue().encode()


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
