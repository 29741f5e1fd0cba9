"""What a reader gets: generated Markdown through Python-Markdown, and the HTML as a small tree to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import markdown
import yaml
from mkdocs.utils.meta import get_data

from generator.pages import lean

ROOT = Path(__file__).parent.parent
_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr"}

#: What Material's documentation proposes, and more; `smartsymbols` changes what was typed and is never to be used.
MATERIALS_SET = (
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "sane_lists", "tables", "toc",
    "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic", "pymdownx.details",
    "pymdownx.emoji", "pymdownx.escapeall", "pymdownx.fancylists", "pymdownx.highlight", "pymdownx.inlinehilite",
    "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark", "pymdownx.snippets", "pymdownx.superfences",
    "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde",
)  # fmt: skip


@cache
def own_set() -> tuple[str, ...]:
    """The extensions of mkdocs.yml."""

    class Loader(yaml.SafeLoader):
        """Reads `!ENV` as nothing."""

    Loader.add_constructor("!ENV", lambda loader, node: None)
    listed = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)["markdown_extensions"]
    return tuple(name if isinstance(name, str) else next(iter(name)) for name in listed)


@dataclass
class Element:
    """An element of the page."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All its text, white space folded."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._texts()

    def all(self) -> Iterator[Element]:
        """Every element below it, in the order of the page."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.all()

    def find(self, tag: str = "", name: str = "") -> list[Element]:
        """The elements below it with a tag and a class."""
        return [
            element
            for element in self.all()
            if tag in ("", element.tag) and (not name or name in element.attributes.get("class", "").split())
        ]

    def one(self, tag: str = "", name: str = "") -> Element:
        """The first of them."""
        return self.find(tag, name)[0]


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> Element:
    """The elements of a piece of HTML, each of which must be closed."""
    tree = _Tree()
    tree.feed(html)
    tree.close()
    assert len(tree.open) == 1, f"<{tree.open[-1].tag}> is not closed"
    return tree.open[0]


@dataclass(frozen=True)
class Read:
    """A page as it is read: its front matter, its body, and the names in its table of contents."""

    meta: dict[str, object]
    body: Element
    contents: list[str]


def read(page: str) -> Read:
    """A generated page, front matter included, as a reader of the site gets it."""
    text, meta = get_data(page)
    html, headings = _reader()(text)
    return Read(meta, parse(html), list(_names(headings)))


def read_anywhere(text: str, extensions: Sequence[str]) -> Read:
    """Markdown as other programs read it, with extensions of all kinds."""
    converter = _converter(tuple(extensions)).reset()
    return Read({}, parse(converter.convert(text)), list(_names(converter.toc_tokens)))  # type: ignore[attr-defined]


@cache
def _reader() -> lean.Reader:
    return lean.make_reader({})


@cache
def _converter(extensions: tuple[str, ...]) -> markdown.Markdown:
    return markdown.Markdown(extensions=list(extensions))


def _names(tokens: list[dict[str, object]]) -> Iterator[str]:
    for token in tokens:
        yield str(token["name"])
        yield from _names(token["children"])  # type: ignore[arg-type]
