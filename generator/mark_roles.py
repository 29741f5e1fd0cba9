"""Quotation marks one by one: what each can do in its place, told by its shape and its neighbours."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Role = Literal["open", "close", "either", "weak", "none"]  # weak: closes, or is a plural possessive
Group = Literal["double", "single", "angle", "small-angle", "corner", "white-corner"]

_GROUPS: dict[str, Group] = {
    **dict.fromkeys('"“”„‟＂❝❞〝〞〟״', "double"),
    **dict.fromkeys("'‘’‚‛＇`❛❜", "single"),
    **dict.fromkeys("«»", "angle"),
    **dict.fromkeys("‹›", "small-angle"),
    **dict.fromkeys("「」｢｣﹁﹂", "corner"),
    **dict.fromkeys("『』﹃﹄", "white-corner"),
    "<<": "angle",
    ">>": "angle",
    "``": "double",
    "''": "double",
    "‘‘": "double",
    "’’": "double",
}
#: Every quotation mark of one character.
MARKS = "".join(mark for mark in _GROUPS if len(mark) == 1)
_SIGN = re.compile(  # nine in a row quote nothing; begins with one class: searched much faster than alternatives
    f"[{MARKS}<>](?:(?<=[{MARKS}])(?:\\s{{0,2}}[{MARKS}]){{8,}}|(?<=<)<|(?<=>)>|(?<=`)`|(?<=')'|(?<=[{MARKS}]))"
)
_PAIRED = re.compile(f"‘‘|’’|{_SIGN.pattern}")  # ‘‘Hindi’’; elsewhere ’’ closes two quotations
_MARK_RUN = re.compile(f"[{MARKS}<>]{{1,8}}")
_SHAPED = {
    **dict.fromkeys("‟❝〝「｢﹁『﹃❛", "open"),
    **dict.fromkeys("❞〞〟」｣﹂』﹄❜", "close"),
    "„": "open",
    "‚": "open",
    "``": "open",
    "‘‘": "open",
    "’’": "close",
}
_LEFT_EDGES = frozenset("([{<—–-―/¿¡|*_~：，、。；（【《+=\\")
_RIGHT_EDGES = frozenset(")]}>—–-―/.,;:!?…|*_~：，、。；！？）】》،؛؟%\\")
_UNCASED = re.compile("[\u0590-\u08ff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff][\u0590-\u08ff]{2}")
# A word that drops its first letters, a decade: the mark before it is an apostrophe.
_ELISION = re.compile(
    r"(?:em|tis|twas|til|till|twill|twere|cause|bout|cos|round|nuff|n|s|t|d|ll|re|ve|gainst|neath)\b(?!['’]\w)|\d0s\b",
)
_AND = re.compile(r"['’‘]n['’‘](?=\s)")
_FEET = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:\.\d)?\Z")
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d+)?\Z")


class Sign(NamedTuple):
    """A mark, and what it can do."""

    start: int
    end: int
    mark: str
    group: Group
    role: Role


def find_signs(text: str) -> list[Sign]:
    """Every mark that may open or close, in order."""
    if not _SIGN.search(text):
        return []
    conventions = _Conventions(text)
    skipped = {end for found in _AND.finditer(text) for end in (found.start(), found.end() - 1)}
    signs: list[Sign] = []
    before = -1  # where the last sign ended, if it opened
    for found in (_PAIRED if "‘‘" in text else _SIGN).finditer(text):
        start, end = found.span()
        mark = found.group()
        if end - start > 2 or start in skipped:
            continue
        left = " " if start == 0 or start == before else text[start - 1]
        right = _right_of(text, end)
        group = _GROUPS[mark]
        role = conventions.role(text, start, end, mark, left, right)
        if role != "none":
            signs.append(Sign(start, end, mark, group, role))
            before = end if role == "open" else -1
    return signs


def _right_of(text: str, end: int) -> str:
    """The character after the mark, past other marks beside it."""
    if end < len(text) and text[end] in _GROUPS and (run := _MARK_RUN.match(text, end)):
        end = run.end()
    return text[end] if end < len(text) else " "


class _Conventions:
    """How this text uses marks that open in one language and close in another."""

    def __init__(self, text: str) -> None:
        self.low = "„" in text or "‚" in text  # „German“: “ closes
        self.same_curly = "”" in text and not ("“" in text or "„" in text)  # ”Swedish”
        self.right_to_left = bool(_RIGHT_TO_LEFT.search(text))  # “Arabic” and ”Arabic“ alike
        self.same_angle = "»" in text and "«" not in text
        self.reversed = "«" in text and _votes(text, "»", "«") > _votes(text, "«", "»")  # »German«

    def role(self, text: str, start: int, end: int, mark: str, left: str, right: str) -> Role:
        if mark in _SHAPED:
            return "open" if _SHAPED[mark] == "open" else "close"
        if mark in "'‘’‛＇`":
            return self._single(text, start, end, mark, left, right)
        flank = _flank(left, right)
        if self.right_to_left and mark in "“”":
            return flank
        if mark == "“":
            if self.low:
                return flank if flank == "open" else "close"
            return "either" if flank == "close" else "open"
        if mark == "”":
            return flank if self.same_curly else "close"
        if mark in ("«", "»", "<<", ">>", "‹", "›"):
            return self._angle(mark, flank, left, right)
        if start and left.isalpha() and _UNCASED.match(left) and _UNCASED.match(right) and "\u0590" <= left <= "\u05ff":
            return "none"  # Hebrew marks an acronym in this way
        return _measure(text, start) or flank

    def _angle(self, mark: str, flank: Role, left: str, right: str) -> Role:
        if self.same_angle and mark == "»":
            return flank
        if left in "'’" and mark in "«‹" and right.isspace() and not self.reversed:
            return "open"  # d’« indispensable »
        if mark in "«»‹›" and (flank == "close" or (flank == "open" and right not in _RIGHT_EDGES)):
            return flank
        opens = mark in ("«", "<<", "‹")
        return "open" if opens != self.reversed else "close"

    def _single(self, text: str, start: int, end: int, mark: str, left: str, right: str) -> Role:
        unspaced = bool(_UNCASED.match(left) or _UNCASED.match(right))
        if mark in "‘’" and unspaced:
            return "open" if mark == "‘" else "close"
        if left.isalnum() and right.isalnum() and end < len(text) and text[end] == right:
            return "none"
        flank = _flank(left, right)
        if flank == "open" and mark != "’":
            return "none" if _ELISION.match(text, end) else "open"
        if flank == "open" or mark == "`" or left.isspace():
            return "none"
        if mark == "‘" and not self.low:
            return "none"
        return _closing_single(text, start, left, right)


def _votes(text: str, opening: str, closing: str) -> int:
    """How often the marks stand as that pair would, by the spaces beside them."""
    pattern = rf"{opening}(?<!\S.)(?=\w)|{closing}(?<=\w.)(?=[\s.,;:!?)])"
    return sum(1 for _ in re.finditer(pattern, text))


def _flank(left: str, right: str) -> Role:
    """What the neighbours of a mark say: it leans on the word that it belongs to."""
    if left.isspace() != right.isspace():
        return "open" if left.isspace() else "close"
    before, after = left.isspace() or left in _LEFT_EDGES, right.isspace() or right in _RIGHT_EDGES
    if before == after:
        return "either"
    return "open" if before else "close"


def _measure(text: str, start: int) -> Role | None:
    """Inches: 6'2", 12". After a plain number it may also close a quotation: `weak`."""
    if start == 0 or not text[start - 1].isdigit():
        return None
    before = text[max(0, start - 12) : start]
    if _FEET.search(before):
        return "none"
    return "weak" if _NUMBER.search(before) else None


def _closing_single(text: str, start: int, left: str, right: str) -> Role:
    """Closing for certain, or perhaps an apostrophe: the ministers’ plan, runnin’ late, 6’ tall."""
    if right in ',.;:!?)]”"»—–…' and not left.isdigit():
        return "close"
    if left in "sSxXzZ" or left.isdigit() or text[max(0, start - 2) : start].lower() == "in":
        return "weak"
    return "close"
