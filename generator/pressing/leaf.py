"""A leaf: a generated page as MkDocs builds it, with its Markdown at hand and one reader for all of them.

Python-Markdown with what our templates write is set up once; extensions that mkdocs.yml lists are for pages written by
hand, so that what was typed in a brief is read as typed whatever they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from generator.pages.lean import Reader, make_reader
from generator.pages.page import Written

_ID = re.compile(r" id=\"([^\"]+)\"")


class Leaf(Page):
    """A page that was written already; `title` is what navigation calls it, where that names it."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, written: Written, reader: Reader) -> None:
        super().__init__(title, file, config)
        self._written, self._reader = written, reader

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing need be read from the disk."""
        self.meta, self.markdown = dict(self._written.meta), self._written.body

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Markdown becomes HTML; links lead from url to url already."""
        assert self.markdown is not None
        self.content, headings = self._reader(self.markdown)
        self.toc = get_toc(headings)
        self.present_anchor_ids = set(_ID.findall(self.content))


def reader_for(config: MkDocsConfig) -> Reader:
    """A reader with the settings of the table of contents in mkdocs.yml."""
    return make_reader(config.mdx_configs.get("toc") or {})


def titles_in(nav: Any) -> Mapping[str, str]:
    """What a navigation calls the pages that it names, by uri."""
    if isinstance(nav, list):
        return {uri: title for each in nav for uri, title in titles_in(each).items()}
    if isinstance(nav, dict):
        own = {inner: title for title, inner in nav.items() if isinstance(inner, str)}
        return own | {uri: title for inner in nav.values() for uri, title in titles_in(inner).items()}
    return {}
