"""Where things stand: the uri of a page in the page tree, its url in the site, and the anchors in it.

These are promises to readers: they are made from ids and words alone, never from order or position.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import quote

from generator.names import slug

_PLAIN = re.compile(r"[a-z0-9/-]+")


def brief_uri(brief: str) -> str:
    """`briefs/2026/x.md`."""
    return page_uri(f"briefs/{brief}")


def entity_uri(kind: str, key: str) -> str:
    """`people/steve-witkoff.md`."""
    return page_uri(f"{kind}/{key}")


def page_uri(place: str) -> str:
    """The uri of the page whose url is `place/`; a page may itself be called index."""
    return f"{place}/index.md" if f"/{place}".endswith("/index") else f"{place}.md"


def uris_at(place: str) -> tuple[str, ...]:
    """The uris that a page at a place in the site may have: `people/index.html` is that of `people/index.md`, or of
    `people.md`."""
    folder = place.removesuffix("index.html")
    if folder == place or not folder.endswith("/"):
        return ()
    return f"{folder}index.md", f"{folder[:-1]}.md"


@lru_cache(maxsize=1 << 13)  # lists lead to the same pages over and over
def url_of(uri: str) -> str:
    """The url in the site of a page of the tree: `briefs/2026/x/`, empty for the home page."""
    folder, _, name = uri.rpartition("/")
    place = folder if name == "index.md" else uri.removesuffix(".md")
    if _PLAIN.fullmatch(place):  # as nearly all are
        return f"{place}/"
    return quote(f"{place}/") if place else ""


def place_of(uri: str) -> str:
    """The file in the site of a page of the tree: `briefs/2026/x/index.html`."""
    stem = uri.removesuffix(".md")
    return f"{stem}.html" if f"/{stem}".endswith("/index") else f"{stem}/index.html"


def relative_url(target: str, here: str) -> str:
    """The way from the page at the url `here` to another of the tree; `target` is its uri, and may have an anchor."""
    uri, mark, anchor = target.partition("#")
    there = url_of(uri)
    if there == here and mark:
        return f"#{anchor}"
    return (_way(there, here) or "./") + mark + anchor


def _way(target: str, here: str) -> str:
    there, folder = target.split("/"), here.split("/")[:-1]
    shared = 0
    while shared < len(folder) and shared < len(there) - 1 and folder[shared] == there[shared]:
        shared += 1
    return "../" * (len(folder) - shared) + "/".join(there[shared:])


def source_uris(files: Iterable[str]) -> Mapping[str, str]:
    """The page of each source file: its name without the suffix; where two would be one, with it."""
    stems: dict[str, list[str]] = {}
    for file in sorted(set(files)):
        stems.setdefault(_place(posixpath.splitext(file)[0]), []).append(file)
    return {
        file: page_uri(f"sources/{stem if len(shared) == 1 else _place(file)}")
        for stem, shared in stems.items()
        for file in shared
    }


def _place(file: str) -> str:
    return "/".join(slug(part) for part in file.split("/"))


def step_anchor(step: str) -> str:
    """`step-abu-dhabi-round-2`."""
    return f"step-{step}"
