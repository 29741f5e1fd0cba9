"""Typed text on its way into Markdown: what readers see is what was typed, whatever it is.

Few characters are replaced, so that people can still read the Markdown; which ones was found by experiment
(tests/test_typed_is_read.py) with the extensions of mkdocs.yml and with Material's whole set. References are
used because backslashes do not hold in headings, tables, attributes and the table of contents.
"""

from __future__ import annotations

import html
import json
import re

_SPACES = re.compile(r"\s+")
#: What no brief may contain and a source text may: controls (Markdown uses two of them itself), direction overrides.
_UNSEEN = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff"
_ANY_UNSEEN = re.compile(f"[{_UNSEEN}]")
#: White space, but for the space itself. One class of characters is looked for several times as fast as a choice.
_ODD_SPACES = "".join(letter for letter in map(chr, range(0x3001)) if letter.isspace() and letter != " ")
_ODD = re.compile(f"[{_ODD_SPACES}{_UNSEEN}]")
#: What is not written into HTML as it is.
_SAID = re.compile(f"[&<>\"'{{{_ODD_SPACES}{_UNSEEN}]")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
#: Characters that mean something wherever they stand; ==marked==, ++keys++, --8<--; :emoji: and bare addresses.
_MEANT = re.compile(r"[&<>\\`*_\[\]{}|#$^~@]|[=+-]{2,}|:(?=[\w+-]+:|//)")
_LEADING = frozenset("-+=!?:;%/.")  # lists, rules, admonitions, definitions, tabs, snippets, where they begin a line
_NUMBERED = re.compile(r"(\(?(?:\d{1,9}|[a-zA-Z]|[ivxlcdmIVXLCDM]{2,9}))([.)])(?=\s|\Z)")  # 1. a) iv. (2)
_WEB = re.compile(r"\b(www)\.", re.IGNORECASE)
_OUTSIDE_ADDRESSES = re.compile(r"[^\w/:.?=%#~-]|_")
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def text(typed: str, begins: bool = True) -> str:
    """Typed text for a paragraph, a list, a table, a heading or the words of a link, in one line.

    `begins` is whether it may stand at the beginning of a line.
    """
    line = _line(typed)
    if not line:
        return ""
    first = f"&#{ord(line[0])};" if begins and line[0] in _LEADING else ""
    end = "&#33;" if line.endswith("!") and (len(line) > 1 or not first) else ""  # before a link it makes a picture
    middle = _MEANT.sub(_references, line[bool(first) : len(line) - bool(end)])
    if begins and not first and (found := _NUMBERED.match(line)):
        first, middle = f"{found[1]}&#{ord(found[2])};", middle[found.end() :]
    if "www." in middle.lower():
        middle = _WEB.sub(r"\1&#46;", middle)
    return first + middle + end


def plain(typed: str) -> str:
    """Typed text for HTML that Markdown leaves alone, as words or in an attribute."""
    if "  " not in typed and not _SAID.search(typed):  # as of most
        return typed
    return html.escape(_line(typed)).replace("{", "&#123;")  # some extensions look for braces even there


def address(target: str) -> str:
    """A web address, or the way to a page, for the destination of a link in Markdown."""
    return _OUTSIDE_ADDRESSES.sub(_references, target)


def front(value: object) -> str:
    """A value of the front matter: JSON, which is YAML too."""
    return _UNPRINTABLE.sub(_unicode, json.dumps(value, ensure_ascii=False))


def _line(typed: str) -> str:
    if "  " not in typed and not _ODD.search(typed):
        return typed
    return _ANY_UNSEEN.sub("\N{REPLACEMENT CHARACTER}", _SPACES.sub(" ", typed))


def _references(found: re.Match[str]) -> str:
    return "".join(_NAMED.get(letter) or f"&#{ord(letter)};" for letter in found[0])


def _unicode(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]
