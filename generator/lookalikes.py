"""Letters that only look like Latin ones, and characters that nobody sees: words that are not what they seem."""

from __future__ import annotations

import re
import unicodedata

_OTHER = "аеорсухіјѕԁһԛԝАВЕКМНОРСТХІЈЅУοΟαΑΒΕΖΗΙΚΜΝΡΤΥΧνρ"
_LATIN = "aeopcyxijsdhqwABEKMHOPCTXIJSYoOaABEZHIKMNPTYXvp"
_ALIKE = dict(zip(_OTHER, _LATIN, strict=True))
_WORD = re.compile(r"[^\W\d_]+")
_UNSEEN = re.compile(r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_ODD_SPACE = re.compile(r"[^\S ]")


def find_disguised(text: str) -> tuple[str, str, str] | None:
    """A letter of another script that looks like its neighbours': the word, the letter, its name in plain words."""
    for found in _WORD.finditer(text):
        word = found.group()
        if _mixes_scripts(word):
            seen = _undisguised(word)
            odd = next((letter for letter, right in zip(word, seen, strict=True) if letter != right), None)
            if odd:
                return word, odd, f"{script_of(odd).capitalize()} letter"
    return None


def without_disguise(text: str) -> str:
    """The text with look-alike letters as those of their word's script, in words that mix scripts."""
    return _WORD.sub(lambda found: _undisguised(found.group()), text)


def _undisguised(word: str) -> str:
    """A word in one script: in Latin letters, where none of the others could only be what it is."""
    if not _mixes_scripts(word):
        return word
    other = next((script_of(letter) for letter in word if letter not in _ALIKE and script_of(letter) != "LATIN"), "")
    if other:
        seen = "".join(_BACK.get((other, letter), letter) for letter in word)
        return word if _mixes_scripts(seen) else seen  # iPhone’у, COVIDний: two scripts on purpose
    return "".join(_ALIKE.get(letter, letter) for letter in word)


def _mixes_scripts(word: str) -> bool:
    scripts = {script_of(letter) for letter in word}
    return len(scripts) > 1 and "LATIN" in scripts


def script_of(letter: str) -> str:
    """The script of a letter: LATIN, CYRILLIC, CJK."""
    return unicodedata.name(letter, "UNKNOWN").split(" ")[0]


def as_seen(text: str) -> str:
    """The text that a reader takes it for: nothing unseen, ordinary spaces, no letters in disguise."""
    return text if text.isascii() else without_disguise(_ODD_SPACE.sub(" ", _UNSEEN.sub("", text)))


def explain_odd(text: str) -> str:
    """What in a text is not what it seems, in words that follow it; nothing where all of it is."""
    if text.isascii():
        return ""
    if disguised := find_disguised(_UNSEEN.sub("", text)):
        return f"the “{disguised[1]}” in it is a {disguised[2]}, which only looks the same"
    if odd := _UNSEEN.search(text) or _ODD_SPACE.search(text):
        name = unicodedata.name(odd.group(), "another character").lower()
        seen = "a space that is not an ordinary one" if odd.group().isspace() else "a character that nobody sees"
        return f"it holds {seen} ({name})"
    return ""


#: By script, the letters that only look like a Latin one.
_BACK = {(script_of(other), latin): other for other, latin in reversed(_ALIKE.items())}
