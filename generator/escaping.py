"""Typed text on its way into Markdown: what readers see is what was typed, whatever it is.

Few characters are replaced, so that people can still read the Markdown; which ones was found by experiment
(tests/test_typed_is_read.py) with the extensions of mkdocs.yml and with Material's whole set. References are
used because backslashes do not hold in headings, tables, attributes and the table of contents.
"""

from __future__ import annotations

import json
import re

_SPACE = re.compile(r"[\s\u200e\u200f]*[\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029][\s]*|[ \t]{2,}|\t")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MEANT = re.compile(
    r"[&<>\\`*_\[\]{}|#$^~@]"  # these mean something wherever they stand
    r"|\A[-+=!?:;%/.]"  # where they begin a line: lists, rules, admonitions, definitions, tabs, snippets
    r"|[=+-](?=[=+-])|(?<=[=+-])[=+-]"  # ==marked==, ++keys++, --8<--
    r"|:(?=[\w+-]+:)|:(?=//)|(?<=\bwww)\.",  # :emoji:, and addresses that would become links
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\A(\(?\w{1,9})([.)])")  # 1. and its like, where they begin a line
_OUTSIDE_NAMES = re.compile(r"[!-'*+;-@\[-`{-~]")
_OUTSIDE_ADDRESSES = re.compile(r"[^\w/:.?=%#-]|_")
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def text(typed: str) -> str:
    """Typed text for a paragraph, a list, a table, a heading or the words of a link, in one line."""
    return _NUMBERED.sub(_number, _MEANT.sub(_reference, _SPACE.sub(" ", typed)))


def attribute(typed: str) -> str:
    """Typed text for the value of an attribute in double quotes: nobody reads it, so all punctuation is replaced."""
    return _OUTSIDE_NAMES.sub(_reference, _SPACE.sub(" ", typed))


def address(target: str) -> str:
    """A web address, or the way to a page, for the destination of a link in Markdown."""
    return _OUTSIDE_ADDRESSES.sub(_reference, target)


def front(value: object) -> str:
    """A value of the front matter: JSON, which is YAML too."""
    return _UNPRINTABLE.sub(_unicode, json.dumps(value, ensure_ascii=False))


def _reference(found: re.Match[str]) -> str:
    return _NAMED.get(found[0]) or f"&#{ord(found[0])};"


def _number(found: re.Match[str]) -> str:
    return f"{found[1]}&#{ord(found[2])};"


def _unicode(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]
