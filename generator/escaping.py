"""Typed text on its way into Markdown: what readers see is what was typed, whatever it is.

Few characters are replaced, so that people can still read the Markdown; which ones was found by experiment
(tests/test_typed_is_read.py) with the extensions of mkdocs.yml and with Material's whole set. References are
used because backslashes do not hold in headings, tables, attributes and the table of contents.
"""

from __future__ import annotations

import json
import re

_SPACE = re.compile(r"\s+")
#: What no brief may contain and a source text may: controls (Markdown uses two of them itself) and direction overrides.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MEANT = re.compile(
    r"[&<>\\`*_\[\]{}|#$^~@]"  # these mean something wherever they stand
    r"|\A[-+=!?:;%/.]"  # where they begin a line: lists, rules, admonitions, definitions, tabs, snippets
    r"|!\Z"  # before a link it would make a picture
    r"|[=+-](?=[=+-])|(?<=[=+-])[=+-]"  # ==marked==, ++keys++, --8<--
    r"|:(?=[\w+-]+:)|:(?=//)|(?<=\bwww)\.",  # :emoji:, and addresses that would become links
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\A(\(?(?:\d{1,9}|[a-z]|[ivxlcdm]{2,9}))([.)])(?=\s|\Z)", re.IGNORECASE)  # 1. a) iv. (2)
_OUTSIDE_NAMES = re.compile(r"[!-'*+;-@\[-`{-~]")
_OUTSIDE_ADDRESSES = re.compile(r"[^\w/:.?=%#-]|_")
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def text(typed: str) -> str:
    """Typed text for a paragraph, a list, a table, a heading or the words of a link, in one line."""
    return _NUMBERED.sub(_number, _MEANT.sub(_reference, _line(typed)))


def attribute(typed: str) -> str:
    """Typed text for the value of an attribute in double quotes: nobody reads it, so all punctuation is replaced."""
    return _OUTSIDE_NAMES.sub(_reference, _line(typed))


def address(target: str) -> str:
    """A web address, or the way to a page, for the destination of a link in Markdown."""
    return _OUTSIDE_ADDRESSES.sub(_reference, target)


def front(value: object) -> str:
    """A value of the front matter: JSON, which is YAML too."""
    return _UNPRINTABLE.sub(_unicode, json.dumps(value, ensure_ascii=False))


def _line(typed: str) -> str:
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", _SPACE.sub(" ", typed))


def _reference(found: re.Match[str]) -> str:
    return _NAMED.get(found[0]) or f"&#{ord(found[0])};"


def _number(found: re.Match[str]) -> str:
    return f"{found[1]}&#{ord(found[2])};"


def _unicode(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]
