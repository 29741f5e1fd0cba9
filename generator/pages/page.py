"""A page: where it stands, the key of all that it shows, and its view when that is wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.language import Language
from generator.pages import escaping
from generator.pages.addresses import url_of
from generator.pages.edition import Edition
from generator.pages.marking import mark
from generator.views.parts import View

#: Makes the bytes of a file of the site of the view of a page.
Companion = Callable[[Any], bytes]


class Written(NamedTuple):
    """A page as it was written: what its front matter tells the theme, its body in Markdown, and its companions."""

    meta: Mapping[str, object]
    body: str
    companions: Mapping[str, bytes]  # by place in the site

    def markdown(self) -> str:
        """Both as one file."""
        lines = "".join(f"{key}: {escaping.front(value)}\n" for key, value in self.meta.items())
        return f"---\n{lines}---\n\n{self.body}"


Pen = Callable[["Page"], Written]


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page.

    `uri` is its place in the page tree (`briefs/2026/x.md`), `url` in the site (`briefs/2026/x/`), `kind` its
    template. `key` is a digest of all that it shows, made without making the view; `write()` writes the page;
    `linked_data()` says in JSON-LD, safe inside `<script>`, what machines shall know of it. `companions()` are files
    that tell the same in other words, by place in the site: made with the page they cost half as much.
    """

    uri: str
    url: str
    kind: str
    title: str
    key: str
    view: Callable[[], View] = field(compare=False, repr=False)
    language: Language = field(compare=False, repr=False)
    pen: Pen = field(compare=False, repr=False)
    linked_data: Callable[[], str] = field(default=str, compare=False, repr=False)
    companions: Callable[[], Mapping[str, Companion]] = field(default=dict, compare=False, repr=False)
    changed: str = ""  # the day, as ISO has it, of the last major change of what it shows; for site maps

    def write(self) -> Written:
        """The page as Markdown, with its front matter."""
        return self.pen(self)


@dataclass(frozen=True, slots=True)
class Press:
    """Makes the pages of an edition. `looks` has the digest of each kind's template."""

    edition: Edition
    looks: Mapping[str, str]
    pen: Pen
    base: str  # digest of what every page may show: the settings

    def page(
        self,
        kind: str,
        uri: str,
        title: str,
        view: Callable[[], View],
        *shown: str,
        linked_data: Callable[[], str] = str,
        companions: Callable[[], Mapping[str, Companion]] = dict,
        changed: str = "",
    ) -> Page:
        """A page; `shown` are the marks of all that its view and its linked data show besides the settings."""
        key = mark(kind, uri, title, self.looks[kind], self.base, *shown)
        language, pen = self.edition.language, self.pen
        return Page(uri, url_of(uri), kind, title, key, view, language, pen, linked_data, companions, changed)
