"""Markdown as our templates write it, read without work for nothing.

Headings are Markdown, for the table of contents, each on a line of its own; all else is HTML, which Markdown would
leave alone. A heading is read by itself, and once for all pages that have it; of headings that differ in their words
alone one is read for all. What comes out is the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import groupby
from typing import Any, TypeVar

from markdown import Markdown
from markdown.extensions.toc import nest_toc_tokens, unique
from markdown.util import Registry

T = TypeVar("T")

#: The HTML of a page's Markdown, and its headings as Python-Markdown lists them for a table of contents.
Reader = Callable[[str], tuple[str, list[Any]]]
_Line = tuple[str, tuple[Mapping[str, Any], ...]]  # the same of a line

#: What is looked for, by the names that Python-Markdown has for it, the first first.
_INLINE, _BLOCKS, _BEFORE = ("link", "entity"), ("hashheader", "paragraph"), ("normalize_whitespace",)

_KEPT = 2_000  # headings; those of lists and of parts come again and again, titles do not
#: What stands for the words of a heading, the url it leads to, and its name, where it is read for all that are like it.
_WORDS, _URL, _NAME = "xWORDSx", "xURLx", "xNAMEx"
#: Words in which nothing means anything to Markdown, as those of most headings.
_PLAIN = r"[^\s\x00-\x1f\x7f-\x9f&<>\[\]{}\\#]+(?: [^\s\x00-\x1f\x7f-\x9f&<>\[\]{}\\#]+)*"
_HEADING = re.compile(
    rf"(#{{1,6}}) (?:\[({_PLAIN})\]\(([\w/.:?=%-]+)\)|({_PLAIN}))(?: \{{: #([\w-]+)((?: \.[\w-]+)*) \}})?"
)
_TO_READ = ' markdown="1"'
_NAMED = re.compile(r"\{: #(\S+) \}$")


def make_reader(contents: Mapping[str, Any]) -> Reader:
    """A reader of generated pages; `contents` are the settings of the table of contents."""
    markdown = Markdown(extensions=["attr_list", "toc"], extension_configs={"toc": dict(contents)})
    markdown.inlinePatterns = _only(_INLINE, markdown.inlinePatterns)
    markdown.parser.blockprocessors = _only(_BLOCKS, markdown.parser.blockprocessors)
    markdown.preprocessors = _only(_BEFORE, markdown.preprocessors)

    toc = markdown.treeprocessors["toc"]

    @lru_cache(_KEPT)
    def convert(line: str) -> _Line:
        html = markdown.reset().convert(line)
        return html, tuple(markdown.toc_tokens)  # type: ignore[attr-defined]

    @lru_cache(_KEPT)
    def mould(level: str, words: str, classes: str) -> _Line:
        html, listed = convert(f"{level} {words} {{: #{_NAME}{classes} }}")
        return _form(html), tuple({key: _form(value) for key, value in one.items()} for one in listed)

    def read_line(line: str) -> _Line:
        found = _HEADING.fullmatch(line)
        if not found or (found[2] and not found[5]):
            return convert(line)
        level, linked, url, words, name, classes = found.groups()
        name = name or unique(toc.slugify(words, toc.sep), set())  # type: ignore[attr-defined]
        html, listed = mould(level, f"[{_WORDS}]({_URL})" if linked else _WORDS, classes or "")
        told = {_WORDS: linked or words, _URL: url, _NAME: name}
        return html % told, tuple({key: _filled(value, told) for key, value in one.items()} for one in listed)

    def read(text: str) -> tuple[str, list[Any]]:
        pieces: list[str] = []
        headings: list[Any] = []
        parts = split(text)
        taken = {found[1] for is_html, part in parts if not is_html and (found := _NAMED.search(part))}
        for is_html, part in parts:
            if is_html:
                pieces.append(part)
                continue
            html, listed = read_line(part)
            if listed and not _NAMED.search(part):
                name = unique(listed[0]["id"], taken)
                if name != listed[0]["id"]:
                    html, listed = read_line(f"{part} {{: #{name} }}")
            pieces.append(html)
            headings += map(dict, listed)
        return "\n".join(pieces), nest_toc_tokens(headings)

    return read


def _form(value: Any) -> Any:
    """A text with places for the words, the url and the name."""
    if not isinstance(value, str):
        return value
    value = value.replace("%", "%%")
    for place in (_WORDS, _URL, _NAME):
        value = value.replace(place, f"%({place})s")
    return value


def _filled(value: Any, told: Mapping[str, str | None]) -> Any:
    return value % told if isinstance(value, str) else value


def _only(names: tuple[str, ...], registry: Registry[T]) -> Registry[T]:
    kept: Registry[T] = Registry()
    for place, name in enumerate(names):
        kept.register(registry[name], name, -place)
    return kept


def split(text: str) -> list[tuple[bool, str]]:
    """The parts of a page's Markdown in their order, and of each whether it is HTML.

    A block of HTML begins with a line that begins with `<`, as no typed text does, and ends before an empty line, as in
    CommonMark; blocks that follow each other are one part. Every other line is a part of its own.
    """
    marked: list[tuple[bool, str]] = []
    within = False
    for line in text.split("\n"):
        within = line != "" and (within or line[0] == "<")
        if line:
            marked.append((within, line.replace(_TO_READ, "") if within and line.endswith(_TO_READ + ">") else line))
    parts: list[tuple[bool, str]] = []
    for is_html, lines in groupby(marked, lambda one: one[0]):
        found = [line for _, line in lines]
        parts += [(True, "\n".join(found))] if is_html else [(False, line) for line in found]
    return parts
