"""Site maps (sitemaps.org, version 0.9): every page with the day on which what it shows last changed.

`sitemap.xml` is an index; its parts are cut by the year of that day, so that an edit changes one or two of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.pages.marking import mark
from generator.pages.page import Page
from generator.pages.site_file import SiteFile

INDEX = "sitemap.xml"
_MOST = 50_000  # addresses in one file, by the protocol
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NOT_FOUND = ("withdrawn", "broken", "quality")  # kinds of pages that nobody shall be led to

Row = tuple[str, str]
"""An absolute address, and the day of its last change or nothing."""


def sitemap_files(pages: Iterable[Page], handwritten: Iterable[str], site_url: str) -> tuple[SiteFile, ...]:
    """The site map in its parts; none without an address of the site, for a site map knows absolute addresses only.

    `handwritten` are the urls of pages that nobody generated.
    """
    if not site_url:
        return ()
    rows = [(site_url + page.url, page.changed) for page in pages if page.kind not in _NOT_FOUND]
    rows += [(site_url + url, "") for url in handwritten]
    parts = dict(_parts(sorted(rows)))
    index = [(site_url + place, max(day for _, day in listed)) for place, listed in parts.items()]
    return (
        _file(INDEX, "sitemapindex", "sitemap", index),
        *(_file(place, "urlset", "url", listed) for place, listed in parts.items()),
    )


def _parts(rows: Sequence[Row]) -> Iterator[tuple[str, Sequence[Row]]]:
    """The parts by their places: a year, or what has no day; where one is too long, it is several."""
    years: dict[str, list[Row]] = {}
    for row in rows:
        years.setdefault(row[1][:4] or "undated", []).append(row)
    for year, listed in sorted(years.items()):
        for start in range(0, len(listed), _MOST):
            more = f"-{start // _MOST + 1}" if start else ""
            yield f"sitemap-{year}{more}.xml", listed[start : start + _MOST]


def _file(place: str, root: str, name: str, rows: Sequence[Row]) -> SiteFile:
    key = mark(root, *(part for row in rows for part in row))
    return SiteFile(place, key, partial(_write, root, name, rows))


def _write(root: str, name: str, rows: Sequence[Row]) -> bytes:
    made = Element(root, {"xmlns": _NAMESPACE})
    for address, day in rows:
        row = SubElement(made, name)
        for tag, text in _told(address, day).items():
            SubElement(row, tag).text = text
    indent(made, " ")
    return bytes(tostring(made, encoding="utf-8", xml_declaration=True)) + b"\n"


def _told(address: str, day: str) -> Mapping[str, str]:
    return {"loc": address, "lastmod": day} if day else {"loc": address}
