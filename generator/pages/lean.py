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


_BEGIN, _END = "<!-- html -->", "<!-- end of html -->"
_OPENING = re.compile(r"<div [^<>]* markdown=\"1\">")
_MARK = "\x1a"  # no typed text has it: U+001A is a control, and Python-Markdown has no use for it
_PLACE = re.compile(rf"<p>{_MARK}(\d+){_MARK}</p>")


def put_aside(text: str) -> tuple[str, tuple[str, ...]]:
    """The Markdown of a page with its blocks of HTML taken out, and these in their order.

    HTML is what stands between two marks that no typed text can be; and the lines that open and close a division
    with Markdown in it. Blocks that follow each other are one.
    """
    kept: list[str] = []
    blocks: list[str] = []
    block: list[str] = []
    within = False

    def close() -> None:
        if block:
            kept.extend(("", _place(len(blocks)), ""))
            blocks.append("\n".join(block))
            block.clear()

    for line in text.split("\n"):
        if line in (_BEGIN, _END):
            within = line == _BEGIN
        elif within or line == "</div>":
            block.append(line)
        elif _OPENING.fullmatch(line):
            block.append(line.replace(' markdown="1"', ""))
        elif line or not block:
            close()
            kept.append(line)
    close()
    return "\n".join(kept), tuple(blocks)


def _place(number: int) -> str:
    return f"{_MARK}{number}{_MARK}"


def put_back(html: str, blocks: tuple[str, ...]) -> str:
    """The HTML of the page with its blocks where they stood."""
    return _PLACE.sub(lambda found: blocks[int(found[1])], html) if blocks else html
