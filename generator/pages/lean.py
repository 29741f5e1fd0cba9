"""Markdown as our templates write it, read without work for nothing.

Signs that no template writes are not looked for in each piece of text; and HTML that Markdown would leave alone is put
aside while it is read. What comes out is the same.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension

#: By the names that Python-Markdown registers them under.
_INLINE = (
    "reference", "image_link", "image_reference", "short_reference", "short_image_ref", "autolink", "automail",
    "linebreak",
)  # fmt: skip
_BLOCKS = ("setextheader", "hr", "code", "reference", "table")


class Lean(Extension):
    """An extension that takes away. What it leaves gives the same HTML for a generated page, a fifth faster."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Python-Markdown's name
        """Forget what no template writes: images, references, tables, addresses between angle brackets."""
        for registry, names in ((md.inlinePatterns, _INLINE), (md.parser.blockprocessors, _BLOCKS)):
            for name in names:
                if name in registry:
                    registry.deregister(name)


#: HTML as templates write it, between two marks that no typed text can be: whole lines, none inside another.
_ISLAND = re.compile(r"^<!-- html -->\n(.*(?:\n.*)*?)\n<!-- end of html -->$", re.MULTILINE)
_PLACE = re.compile(r"<div class=\"b-island-(\d+)\"></div>")


def put_aside(text: str) -> tuple[str, tuple[str, ...]]:
    """The Markdown of a page with its blocks of HTML taken out, and these in their order."""
    islands: list[str] = []

    def take(found: re.Match[str]) -> str:
        islands.append(found[1])
        return f'<div class="b-island-{len(islands) - 1}"></div>'

    return _ISLAND.sub(take, text), tuple(islands)


def put_back(html: str, islands: tuple[str, ...]) -> str:
    """The HTML of the page with its blocks where they stood."""
    return _PLACE.sub(lambda found: islands[int(found[1])], html) if islands else html
