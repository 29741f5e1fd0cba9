"""Markdown as our templates write it, read without work for nothing.

Headings are Markdown, for the table of contents; all else is HTML, which Markdown would leave alone, and is put aside
while it is read. Signs that no template writes are not looked for. What comes out is the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from markdown import Markdown
from markdown.util import Registry

T = TypeVar("T")

#: What is looked for, by the names that Python-Markdown has for it, the first first.
_INLINE, _BLOCKS, _BEFORE = ("link", "entity"), ("hashheader", "paragraph"), ("normalize_whitespace",)

_TO_READ = ' markdown="1"'
_MARK = "\x1a"  # no typed text has it: U+001A is a control, and Python-Markdown has no use for it
_PLACE = re.compile(rf"<p>{_MARK}(\d+){_MARK}</p>")


def put_aside(text: str) -> tuple[str, tuple[str, ...]]:
    """The Markdown of a page with its blocks of HTML taken out, and these in their order.

    A block begins with a line that begins with `<`, as no typed text does, and ends before an empty line, as in
    CommonMark. Blocks that follow each other are one, so that headings are all that is left to read.
    """
    kept: list[str] = []
    blocks: list[str] = []
    block: list[str] = []
    within = False
    for line in text.split("\n"):
        within = line != "" and (within or line[0] == "<")
        if within:
            block.append(line.replace(_TO_READ, "") if line.endswith(_TO_READ + ">") else line)
        elif line or not block:
            _close(block, blocks, kept)
            kept.append(line)
    _close(block, blocks, kept)
    return "\n".join(kept), tuple(blocks)


def _close(block: list[str], blocks: list[str], kept: list[str]) -> None:
    """Leave the place of a block where it stood."""
    if block:
        kept += ("", _place(len(blocks)), "")
        blocks.append("\n".join(block))
        block.clear()


def _place(number: int) -> str:
    return f"{_MARK}{number}{_MARK}"


def put_back(html: str, blocks: tuple[str, ...]) -> str:
    """The HTML of the page with its blocks where they stood."""
    return _PLACE.sub(lambda found: blocks[int(found[1])], html) if blocks else html


def make_reader(contents: Mapping[str, Any]) -> Markdown:
    """Python-Markdown for generated pages; `contents` are the settings of the table of contents."""
    reader = Markdown(extensions=["attr_list", "toc"], extension_configs={"toc": dict(contents)})
    reader.inlinePatterns = _only(_INLINE, reader.inlinePatterns)
    reader.parser.blockprocessors = _only(_BLOCKS, reader.parser.blockprocessors)
    reader.preprocessors = _only(_BEFORE, reader.preprocessors)
    return reader


def _only(names: tuple[str, ...], registry: Registry[T]) -> Registry[T]:
    kept: Registry[T] = Registry()
    for place, name in enumerate(names):
        kept.register(registry[name], name, -place)
    return kept


def read(reader: Markdown, text: str) -> tuple[str, list[Any]]:
    """The HTML of a page's Markdown, and its headings as Python-Markdown lists them for a table of contents."""
    rest, blocks = put_aside(text)
    html = reader.reset().convert(rest)
    return put_back(html, blocks), reader.toc_tokens  # type: ignore[attr-defined]
