"""Levelling: two texts that differ only in typography become the same text, and every character knows its origin.

What is levelled is listed in docs/handbook/quotations.md, tier `typography`. Letters, digits, case, other punctuation
and the order of words never are. Hyphen `-`, dash `—` and minus `−` stay three different characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from html.entities import html5
from typing import NamedTuple

from generator.spans import Span

#: Stands in a levelled text where a word is hyphenated over a line end: there the hyphen is free.
LINE_HYPHEN = "\u2027"

Edit = tuple[int, int, str]


class Levelled(NamedTuple):
    """A levelled text; its character i comes from `starts[i]:ends[i]` of the stored text."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """The span in the stored text of the levelled characters `start:end` (not empty)."""
        return Span(self.starts[start], self.ends[end - 1])


def level_space(text: str) -> Levelled:
    """The levelling of tier `exact`: each run of white space is one space."""
    return _edited(_unlevelled(text), _changed(_SPACE_RUN, text, " "))


def level(text: str) -> Levelled:
    """The levelling of tier `typography`. Levelling twice changes nothing more."""
    levelled = _without_disguise(_unlevelled(text))
    if not levelled.text.isascii():
        levelled = _composed(levelled)
    if _has(levelled.text, "-", "\u2010") and _has(levelled.text, "\n", "\r", "\u2028"):
        levelled = _edited(levelled, _changed(_HYPHENATED, levelled.text, LINE_HYPHEN))
    if not levelled.text.isascii() and _WIDE_LETTER.search(levelled.text):
        levelled = _edited(levelled, _changed(_WIDE_SPACE, levelled.text, ""))
    levelled = _edited(levelled, _changed(_SPACE_RUN, levelled.text, " "))
    levelled = _with_dashes(levelled)
    if _has(levelled.text, "..", ". .", "…", "⋯"):
        levelled = _edited(levelled, _changed(_ELLIPSIS, levelled.text, "…"))
    return _with_marks(levelled)


def undisguised(text: str) -> Levelled:
    """The text as a reader sees it, for reading its structure: entities are signs, what is invisible is gone.

    Letters are composed, hyphens are `-`, thin spaces are spaces and two angles are one mark; else nothing changes.
    """
    levelled = _without_disguise(_unlevelled(text))
    if not levelled.text.isascii():
        levelled = _composed(levelled)
        text = _with_one_shape(levelled.text, "\u2010\u2011", "-")
        levelled = _letters_for(levelled, _with_one_shape(text, _THIN_SPACES, " "))
    return _with_angles(levelled)


_THIN_SPACES = "".join(map(chr, range(0x2000, 0x200B))) + "\u205f"


# --- edits -----------------------------------------------------------------------------------------


def _unlevelled(text: str) -> Levelled:
    return Levelled(text, range(len(text)), range(1, len(text) + 1))


def _changed(pattern: re.Pattern[str], text: str, new: str) -> Iterator[Edit]:
    return ((found.start(), found.end(), new) for found in pattern.finditer(text) if found.group() != new)


def _edited(levelled: Levelled, edits: Iterable[Edit]) -> Levelled:
    """The text after the edits, which come in order and do not overlap."""
    text, starts, ends = levelled.text, levelled.starts, levelled.ends
    pieces: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    at = 0
    for start, end, new in edits:
        pieces.append(text[at:start])
        new_starts.extend(starts[at:start])
        new_ends.extend(ends[at:start])
        pieces.append(new)
        if len(new) == 1:
            new_starts.append(starts[start])
            new_ends.append(ends[end - 1])
        elif new:
            new_starts.extend([starts[start]] * len(new))
            new_ends.extend([ends[end - 1]] * len(new))
        at = end
    if not at:
        return levelled
    new_starts.extend(starts[at:])
    new_ends.extend(ends[at:])
    return Levelled("".join(pieces) + text[at:], new_starts, new_ends)


def _has(text: str, *signs: str) -> bool:
    """A cheap look before a dear search."""
    for sign in signs:  # noqa: SIM110 — several times as fast as `any`
        if sign in text:
            return True
    return False


def _letters_for(levelled: Levelled, text: str) -> Levelled:
    """The same places with other characters, one for one."""
    return levelled if text == levelled.text else Levelled(text, levelled.starts, levelled.ends)


def _with_one_shape(text: str, shapes: str, shape: str) -> str:
    for other in shapes:
        text = text.replace(other, shape)  # several times as fast as str.translate where few of them stand in the text
    return text


# --- what cannot be seen, and what is written as an entity -------------------------------------------

_INVISIBLE = re.compile(
    r"\u00ad(?<=[^\W\d_].)[^\S\r\n]*(?:\r\n?|\n)[^\S\r\n]*(?=[^\W\d_])"  # a soft hyphen at the end of its line
    r"|[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u061c\u180e]+"
)
_INVISIBLES = ("\u00ad", "\ufeff", "\u061c", "\u180e", *map(chr, [*range(0x200B, 0x2010), *range(0x2060, 0x2065)]))
_AMPERSAND = r"&(?:(?:amp|#0{0,5}38|#[xX]0{0,5}26);)*"
_ENTITY = re.compile(_AMPERSAND + r"(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LAST_ENTITY = re.compile(r"[#\w]+;\Z")
_WINDOWS = "cp1252"  # what a reference to U+0080–9F means on the web


def _without_disguise(levelled: Levelled) -> Levelled:
    for _ in range(3):  # dropping a character can complete an entity, which can stand for a character to drop
        before = levelled
        if not levelled.text.isascii() and _has(levelled.text, *_INVISIBLES):
            levelled = _edited(levelled, _changed(_INVISIBLE, levelled.text, ""))
        if "&" in levelled.text:
            levelled = _edited(levelled, _entities(levelled.text))
        if levelled is before:
            break
    return levelled


def _entities(text: str) -> Iterator[Edit]:
    for found in _ENTITY.finditer(text):
        name = _LAST_ENTITY.search(found.group())
        if name and (meant := _entity(name.group())):
            yield found.start(), found.end(), meant


def _entity(name: str) -> str:
    """The character that an entity stands for, given without its ampersand; empty where there is none."""
    if not name.startswith("#"):
        return html5.get(name, "")
    code = int(name[2:-1], 16) if name[1] in "xX" else int(name[1:-1])
    if 0x80 <= code <= 0x9F:
        return bytes([code]).decode(_WINDOWS, "ignore")
    if (code < 0x20 and code not in (9, 10, 13)) or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    return chr(code)


# --- composition and ligatures ---------------------------------------------------------------------

#: Characters that compose with the one before although they are no combining marks of a class.
_LATE = frozenset(
    "\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e\u1b35"
    "\U00011127\U0001133e\U00011357\U000114b0\U000114ba\U000114bd\U000115af\U00011930"
) | frozenset(map(chr, range(0x1160, 0x1200)))  # the vowels and final consonants of Hangul
_JOINED_FORMS = ("<isolated>", "<initial>", "<medial>", "<final>")


def _composed(levelled: Levelled) -> Levelled:
    """The text in canonical composition (NFC), ligatures as letters."""
    letters = sorted(letter for letter in set(levelled.text) if letter > "\u024f")
    joining = [letter for letter in letters if unicodedata.combining(letter) or letter in _LATE]
    ligatures = {letter: unicodedata.normalize("NFKC", letter) for letter in letters if _is_ligature(letter)}
    single = [letter for letter in letters if letter in ligatures or unicodedata.normalize("NFC", letter) != letter]
    patterns = []
    if joining:
        marks = "".join(map(re.escape, joining))
        patterns.append(f"[^\\W{marks}][{marks}]{{1,30}}")  # Unicode's stream-safe limit keeps hostile texts linear
    if single:
        patterns.append(f"[{''.join(map(re.escape, single))}]")
    if not patterns:
        return levelled
    table = str.maketrans(ligatures)
    found = re.finditer("|".join(patterns), levelled.text)
    edits = ((f.start(), f.end(), unicodedata.normalize("NFC", f.group().translate(table))) for f in found)
    return _edited(levelled, (edit for edit in edits if edit[2] != levelled.text[edit[0] : edit[1]]))


def _is_ligature(letter: str) -> bool:
    return "\ufb00" <= letter <= "\ufb17" or unicodedata.decomposition(letter).startswith(_JOINED_FORMS)


# --- spaces, hyphens, dashes, minus ----------------------------------------------------------------

_SPACE_RUN = re.compile(r"\s(?:\s+|(?<! ))")  # begins with one class: searched much faster than an alternative
_HYPHENATED = re.compile(r"[-\u2010](?<=[^\W\d_].)[^\S\r\n]*(?:\r\n?|[\n\u2028])[^\S\r\n]*(?=[^\W\d_])")
_WIDE = "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
_WIDE_LETTER = re.compile(f"[{_WIDE}]")
_WIDE_SPACE = re.compile(f"\\s(?<=[{_WIDE}]\\s)\\s*(?=[{_WIDE}])")  # a line end in Chinese or Japanese is no space

_HYPHENS = "\u2010\u2011\ufe63\uff0d"
_RANGE = re.compile(r"[\u2012\u2013](?<=\d.)(?=\d)")
_MINUS = re.compile(r"[-\u2012\u2013\u2212](?<![\w)\]%\-\u2012-\u2015\u2212].)(?=[$€£¥₽₴]?\d)")
_LONG_DASHES = "\u2012\u2013\u2014\u2015\u2e3a\u2e3b"
_DASH = f"[{_LONG_DASHES}]|--+"
_DASHES = re.compile(f"(?: ?(?:{_DASH})| -(?= ))+ ?")


def _with_dashes(levelled: Levelled) -> Levelled:
    text = levelled.text
    if not text.isascii():
        text = _RANGE.sub("-", _with_one_shape(text, _HYPHENS, "-"))
    text = _MINUS.sub("\u2212", text)
    levelled = _letters_for(levelled, text)
    if not _has(text, "--", " - ", *(() if text.isascii() else _LONG_DASHES)):
        return levelled
    return _edited(levelled, _changed(_DASHES, text, "—"))


_ELLIPSIS = re.compile(r"(?:…|⋯|\.\.\.|\. \. \.)+")


# --- quotation marks and apostrophes ----------------------------------------------------------------

_ANGLES = {"<<": "«", ">>": "»"}
_ANGLE = re.compile("<<|>>")
_FREE_SPACE = re.compile(
    r" (?=[?!:;])"
    r"| (?=[»›](?!\w))"  # before a closing mark; the German »opening« keeps its space
    r"|(?<=(?<![\w.,!?…])[«‹]) "
)
DOUBLE_MARKS = "“”„‟«»＂″〝〞〟❝❞「」『』｢｣﹁﹂﹃﹄״‶"
SINGLE_MARKS = "‘’‚‛‹›＇′ʼʻ´`❛❜׳‵"
_TWO_SINGLES = re.compile("''")
# An apostrophe stands between letters; after a digit ' and " are feet and inches; elsewhere, and in
# Chinese and Japanese always, a single mark quotes.
_SINGLE = re.compile(rf"'(?:(?<!\w.)|(?<=[^\W\d].)(?!\w)|(?<=[{_WIDE}].)|(?=[{_WIDE}]))")


def _with_angles(levelled: Levelled) -> Levelled:
    if not _has(levelled.text, "<<", ">>"):
        return levelled
    found = _ANGLE.finditer(levelled.text)
    return _edited(levelled, ((f.start(), f.end(), _ANGLES[f.group()]) for f in found))


def _with_marks(levelled: Levelled) -> Levelled:
    levelled = _with_angles(levelled)
    if _has(levelled.text, " ?", " !", " :", " ;", " »", " ›", "« ", "‹ "):
        levelled = _edited(levelled, _changed(_FREE_SPACE, levelled.text, ""))
    text = _with_one_shape(_with_one_shape(levelled.text, DOUBLE_MARKS, '"'), SINGLE_MARKS, "'")
    levelled = _letters_for(levelled, text)
    if "'" not in levelled.text:
        return levelled
    levelled = _edited(levelled, _changed(_TWO_SINGLES, levelled.text, '"'))
    return _letters_for(levelled, _SINGLE.sub('"', levelled.text))
