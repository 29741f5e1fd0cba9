"""An article by name: its headline, who published it, and when."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Source
from generator.pages.edition import Edition
from generator.views.names import short_day
from generator.views.parts import Link


def headline(edition: Edition, source: Source) -> Link:
    """The headline with the way to the article; its file's name where there is none."""
    words = source.headline or source.file or edition.language.gettext("Article without a headline")
    return Link(words, source.url or "")


def origin(edition: Edition, source: Source) -> Iterator[Link]:
    """Publisher, agency, byline, date and, where it is no article, the kind."""
    _ = edition.language.gettext
    kinds = {"transcript": _("transcript"), "statement": _("statement"), "post": _("post")}
    if source.publisher:
        yield Link(source.publisher)
    if source.agency:
        yield Link(_("from {agency}").format(agency=source.agency))
    if source.byline:
        yield Link(_("by {name}").format(name=source.byline))
    if source.published:
        yield Link(short_day(edition, source.published).text)
    if source.kind in kinds:
        yield Link(kinds[source.kind])


def source_line(edition: Edition, source: Source) -> str:
    """Headline, publisher and date in one line, for who cites words of it; empty where nothing of it is known."""
    day = short_day(edition, source.published).text if source.published else ""
    return edition.language.gettext(", ").join(filter(None, (source.headline or source.file, source.publisher, day)))
