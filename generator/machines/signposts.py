"""Small files that programs look for by name: llms.txt, robots.txt, build.json."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from importlib.metadata import version
from urllib.parse import urlsplit

from generator.desk.library import Record
from generator.entities import KINDS
from generator.machines.api import INDEX
from generator.machines.bearings import CALENDAR, FEED, Bearings, markdown_place
from generator.machines.dating import newest_changed
from generator.machines.entries import NEWEST
from generator.machines.sitemaps import INDEX as SITEMAP
from generator.pages import escaping
from generator.pages.edition import Edition
from generator.pages.marking import mark
from generator.pages.marks import card_mark
from generator.pages.site_file import SiteFile
from generator.views.indexes import listed
from generator.views.names import plain


def signposts(edition: Edition, base: str) -> Iterator[SiteFile]:
    """These files; robots.txt only where it would be read: at the root of a host."""
    newest = tuple(newest_changed(edition, edition.shown(), NEWEST))
    marks = (card_mark(edition, record) for record in newest)
    yield SiteFile("llms.txt", mark(base, *marks), partial(_llms, edition, newest))
    stands = urlsplit(edition.settings.site_url)
    if stands.hostname and stands.path == "/":
        yield SiteFile("robots.txt", mark(base), partial(_robots, edition.settings.site_url))
    digest = _input(edition)
    yield SiteFile("build.json", mark(base, digest, version("briefing-site")), partial(_build, edition, digest))


def _llms(edition: Edition, newest: tuple[Record, ...]) -> bytes:
    """As llmstxt.org has it: a heading, a summary, lists of links."""
    _, bearings = edition.language.gettext, Bearings(edition.settings.site_url)
    summary = _(
        "Briefs, each made from one article: who met, what was said word for word, and what happens next. "
        "Every quotation is compared with its source before it is published."
    )
    lines = [f"# {escaping.text(edition.settings.site_name)}", "", f"> {escaping.text(summary)}", ""]
    lines += ["## " + _("Data"), "", *_places(edition, bearings), "", "## " + _("Newest briefs"), ""]
    for record in newest:
        told = plain(edition, record.brief.summary)
        lines.append(_entry(record.brief.title, bearings.to_place(markdown_place(record.id)), told))
    lines += ["", "## Optional", ""]  # the convention's own word: what may be skipped
    for title, url in ((_("All briefs"), "archive/"), (_("People"), "people/"), (_("Next steps"), "next-steps/")):
        lines.append(_entry(title, bearings.to(url)))
    return ("\n".join(lines) + "\n").encode()


def _places(edition: Edition, bearings: Bearings) -> Iterator[str]:
    _ = edition.language.gettext
    about = _("All briefs, people and next steps as JSON, with the JSON Schemas; each quotation with its selectors.")
    yield _entry("API", bearings.to_place(INDEX), about)
    if edition.settings.site_url:
        yield _entry(_("Feed"), bearings.to_place(FEED), _("The newest briefs, Atom."))
        yield _entry(_("Calendar"), bearings.to_place(CALENDAR), _("Dated next steps, iCalendar."))


def _entry(title: str, address: str, about: str = "") -> str:
    told = f": {escaping.text(about, begins=False)}" if about else ""
    return f"- [{escaping.text(title)}]({escaping.address(address)}){told}"


def _robots(site_url: str) -> bytes:
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}{SITEMAP}\n".encode()


def _input(edition: Edition) -> str:
    """A digest of what was put in: briefs, vocabulary, source texts."""
    vocabulary = edition.library.vocabulary
    return mark(
        *(f"{record.id} {record.digest}" for record in edition.records.values()),
        *(f"{key} {entry.__dict__!r}" for kind in KINDS for key, entry in getattr(vocabulary, kind).items()),
        *(f"{file} {source.sha256}" for file, source in sorted(edition.library.sources.items())),
    )


def _build(edition: Edition, digest: str) -> bytes:
    """What this site was made with and from; the same input gives the same bytes, so it knows no time."""
    shown = list(edition.shown())
    told: dict[str, object] = {
        "generator": "briefing-site",
        "version": version("briefing-site"),
        "input": digest,
        "counts": {
            "briefs": len(shown),
            "quotes": sum(len(record.brief.quotes) for record in shown),
            "next_steps": len(edition.entities.steps),
            "sources": len(edition.library.sources),
            **{str(kind): len(listed(edition, kind)) for kind in KINDS},
        },
    }
    return (json.dumps(told, indent=1) + "\n").encode()
