"""Bytes of a file -> its text: size, encoding, and characters that nobody can see."""

from __future__ import annotations

import codecs
import re
import unicodedata

from generator.problems import Problem
from generator.typed.places import Lines

MAX_BRIEF = 1_000_000  # bytes
_MOST_SHOWN = 20  # invisible characters of one file; more are one mistake
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_GARBLED = re.compile(  # UTF-8 read as Windows-1252; behind a capital it is rather a word in capitals: MANHÃ”
    r"â€[\x80-\x9d˜™œžŸ¢£¤¥¦š“”‘’•–—¯º¹]"
    r"|(?<![A-ZÀ-Þ])(?:[ÃÂÐÑ][\x80-\x9f‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]){1,40}"
)
_RUN_OF_HIGH_BYTES = re.compile(rb"[\xa8-\xff]{4}")
_NAMES = {
    0: "a NUL byte",
    8: "a backspace",
    11: "a vertical tab",
    12: "a page break",
    27: "an escape character",
    0xFEFF: "a byte-order mark",
}
_NO_TEXT = {  # by their first bytes
    b"PK\x03\x04": "a zip file or a document of a word processor",
    b"\xd0\xcf\x11\xe0": "a document of a word processor",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
_OTHER_TEXT = {
    b"{\\rtf": "a document of a word processor (RTF)",
    b"<!doctype": "a web page (HTML)",
    b"<html": "a web page (HTML)",
}
_NEVER_TYPED = bytes([*range(1, 8), *range(14, 27)])  # control characters; NUL alone may be UTF-16
_SHORTEN = "the article itself belongs into seeds/, as a text file"
_COPY = "a brief is plain text: copy the words into a text file that ends in .yaml"
_SAVE = (
    "open it in your editor and save it as UTF-8 (in VS Code: the encoding at the bottom right, “Save with Encoding”)"
)


class UndecodableError(ValueError):
    """Bytes that are no UTF-8: what they are instead, and the place, as an offset into a text that shows it."""

    def __init__(self, message: str, text: str, offset: int) -> None:
        super().__init__(message)
        self.text = text
        self.offset = offset


def decode(data: bytes) -> str:
    """The text of UTF-8 bytes, a byte-order mark kept; else UndecodableError, which names the likely encoding."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UndecodableError("but as UTF-16", _shown(data[:2000], "utf-16"), 0)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _explain_bytes(data, error.start) from None
    if half := _utf16_without_mark(data):
        raise UndecodableError("but as UTF-16", _shown(data[:2000], half), 0)
    return text


def _explain_bytes(data: bytes, start: int) -> UndecodableError:
    """What bytes look like that are no UTF-8 from an offset on; only Cyrillic has whole words of high bytes."""
    if half := _utf16_without_mark(data) or (
        "utf-16-le" if b"\n\0" in data else "utf-16-be" if b"\0\n" in data else ""
    ):
        return UndecodableError("but as UTF-16", _shown(data[:2000], half), 0)
    cyrillic = _RUN_OF_HIGH_BYTES.search(data, start, start + 400) is not None
    encoding, name = ("cp1251", "Windows-1251 (Cyrillic)") if cyrillic else ("cp1252", "Windows-1252 (Latin-1)")
    before = data[:start].decode("utf-8")
    text = before + _shown(data[start:], encoding)
    return UndecodableError(f"but, as it looks, as {name}; see “{_word_at(text, len(before))}”", text, len(before))


def read_text(path: str, data: bytes) -> tuple[Lines, list[Problem]]:
    """The text of a brief without its byte-order mark, and what is wrong with its bytes (then it may be empty)."""
    if len(data) > MAX_BRIEF:
        size = f"is too large: {in_megabytes(len(data))}, where {in_megabytes(MAX_BRIEF)} is the limit"
        return Lines(path, ""), [too_large(path, size)]
    if why := why_no_text(data):
        lines = Lines(path, "")
        return lines, [lines.problem(0, "encoding", f"this is {why}", _COPY)]
    try:
        lines = Lines(path, decode(data).removeprefix("\ufeff"))
    except UndecodableError as error:
        lines = Lines(path, error.text)
        return lines, [lines.problem(error.offset, "encoding", f"this file is not saved as UTF-8 {error}", _SAVE)]
    return lines, find_invisible(lines)


def too_large(path: str, why: str) -> Problem:
    """That a file has more bytes than a brief may have; `why` completes “this file …”."""
    return Lines(path, "").problem(0, "too-large", f"this file {why}", _SHORTEN)


def in_megabytes(size: int) -> str:
    """A number of bytes for people, never so round that it looks like another: 2.6 MB, 1,000,001 bytes."""
    unit, name = (1_000_000_000, "GB") if size >= 1_000_000_000 else (1_000_000, "MB")
    if size % unit == 0:
        return f"{size // unit} {name}"
    shown = f"{size / unit:.1f}"
    return f"{size:,} bytes" if shown.endswith(".0") else f"{shown} {name}"


def why_no_text(data: bytes) -> str:
    """What a file is instead of plain text, by its first bytes or by bytes that nobody types; else nothing."""
    if kind := next((name for start, name in _NO_TEXT.items() if data.startswith(start)), ""):
        return f"no text file, but {kind}"
    head = data[:1000].lstrip(b"\xef\xbb\xbf \r\n").lower()
    if kind := next((name for start, name in _OTHER_TEXT.items() if head.startswith(start)), ""):
        return f"no plain text, but {kind}"
    is_utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _utf16_without_mark(data)
    head = b"" if is_utf16 else data[:4000]
    binary = len(head) - len(head.translate(None, _NEVER_TYPED))
    return "no text file: it holds many bytes that are no letters" if binary > _MOST_SHOWN else ""


def find_invisible(lines: Lines) -> list[Problem]:
    """A problem for every control character and bidirectional override, up to twenty."""
    found: list[Problem] = []
    for match in _INVISIBLE.finditer(lines.text):
        if len(found) == _MOST_SHOWN:
            break
        found.append(lines.problem(match.start(), "control-character", *_explain(match.group())))
    return found


def find_garbled(lines: Lines) -> list[Problem]:
    """A problem for letters that another program read in the wrong encoding: â€™ for ’, Ã© for é."""
    found = [(match, right) for match in _GARBLED.finditer(lines.text) if (right := _ungarbled(match.group()))]
    if not found:
        return []
    match, right = found[0]
    more = f" ({len(found)} times in this file)" if len(found) > 1 else ""
    message = f"“{match.group()}” stands here for “{right}”, which was read in a wrong encoding{more}"
    hint = f"type {right}; or copy the text once more from where it came"
    return [lines.problem(match.start(), "encoding", message, hint)]


def _ungarbled(garbled: str) -> str:
    try:
        return b"".join(map(_byte_of, garbled)).decode("utf-8")
    except UnicodeError:
        return ""


def _byte_of(letter: str) -> bytes:
    return bytes([ord(letter)]) if 0x80 <= ord(letter) <= 0x9F else letter.encode("cp1252")


def without_invisible(text: str) -> str:
    """The text with a space for each character that `find_invisible` names: every offset stays."""
    return _INVISIBLE.sub(" ", text)


def _explain(character: str) -> tuple[str, str]:
    code = ord(character)
    if code not in _NAMES and (name := unicodedata.name(character, "").lower()):
        message = f"an invisible character that turns the direction of text stands here: {name} (U+{code:04X})"
        return message, "delete it; it can make words look different from what they are"
    message = f"an invisible character stands here: {_NAMES.get(code, 'a control character')} (U+{code:04X})"
    return message, "delete it; it usually comes along when text is pasted from another program"


def _shown(data: bytes, encoding: str) -> str:
    return data.decode(encoding, errors="replace")


def _word_at(text: str, offset: int) -> str:
    """The word that an offset stands in, at most 40 characters of it."""
    before = re.search(r"[^\s:\"']{0,20}$", text[max(0, offset - 20) : offset])
    after = re.match(r"[^\s:\"']{1,20}", text[offset : offset + 20])
    return (before.group() if before else "") + (after.group() if after else text[offset : offset + 1])


def _utf16_without_mark(data: bytes) -> str:
    """Which half of each pair of bytes is NUL, if that makes the bytes UTF-16; else nothing."""
    head = data[:200]
    if len(head) < 8 or b"\0" not in head:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.4 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > len(head) * 0.4 and not odd else ""
