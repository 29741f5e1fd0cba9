"""Words and phrases of the word lists, found in running text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

from generator.articles.words import is_unspaced
from generator.wordlists import words_of

#: Arabic writes these words together with the next one.
_GLUED = ("و", "ف")
_SHORT = 2  # letters behind an apostrophe that are no word of their own: they'll, it's
_ELIDED = {"que": "qu'", "de": "d'"}
_MERGED = {"de": ("du", "des", "del"), "à": ("au", "aux"), "a": ("al",)}
_GAP = "…"  # in an entry: some words
_WIDEST = 10


def either(words: Iterable[str]) -> str:
    """Any of these words as a piece of a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


@dataclass(frozen=True, slots=True)
class Phrases:
    """Some lists of one language, ready to be looked for.

    An entry that ends in an apostrophe begins a word (`n'`), one that starts with it ends a word (`'ll`, `n't`).
    For `…` in an entry there may stand some words: `wies … zurück`.
    """

    words: frozenset[str]
    longer: dict[str, tuple[tuple[str, ...], ...]]  # by first word
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    unspaced: tuple[str, ...] = field(default=())  # of scripts without spaces, the longest first

    def at(self, words: Sequence[str], place: int) -> int:
        """How many words the phrase has that stands at the place; 0 where none does. The words are in lower case."""
        word = words[place]
        for shape in _shapes(word):
            for phrase in self.longer.get(shape, ()):
                if length := _length(phrase, words, place):
                    return length
            if shape in self.words:
                return 1
        if self.unspaced:
            text = "".join(words[place : place + 8])
            return next((len(entry) for entry in self.unspaced if text.startswith(entry)), 0)
        return int(word.startswith(self.beginnings) or word.endswith(self.endings))

    def find(self, words: Sequence[str]) -> tuple[int, int] | None:
        """Where the first of them stands."""
        lower = [word.lower() for word in words]
        if self.unspaced:
            _blank_harmless(lower)
        for place in range(len(lower)):
            if length := self.at(lower, place):
                return place, place + length
        return None

    def stands_in(self, words: Sequence[str]) -> bool:
        """Whether any of them stands there."""
        return self.find(words) is not None

    def begins(self, words: Sequence[str]) -> bool:
        """Whether the text begins with one of them."""
        return bool(words) and self.at([word.lower() for word in words[:8]], 0) > 0


def _shapes(word: str) -> Iterator[str]:
    """A word as it is, and without what is written together with it: وقال, d'aucune."""
    yield word
    if word[:1] in _GLUED:
        yield word[1:]
    elif "'" in word[1:4]:
        bare = word.partition("'")[2]
        if len(bare) > _SHORT:
            yield bare


def _is_elided(entry: str, word: str) -> bool:
    """Whether the last word of a phrase is written together with the next one: pourvu qu'ils, au lieu d'attendre."""
    return word in _MERGED.get(entry, ()) or word.startswith(_ELIDED.get(entry, "\0"))


def _length(phrase: Sequence[str], words: Sequence[str], place: int) -> int:
    """How many words a phrase takes that begins at the place; 0 where it does not stand there."""
    if _GAP not in phrase:
        end = place + len(phrase)
        if tuple(words[place + 1 : end - 1]) != phrase[1:-1] or end > len(words):
            return 0
        return len(phrase) if words[end - 1] == phrase[-1] or _is_elided(phrase[-1], words[end - 1]) else 0
    head, tail = phrase[: phrase.index(_GAP)], phrase[phrase.index(_GAP) + 1 :]
    if tuple(words[place + 1 : place + len(head)]) != head[1:]:
        return 0
    ends = range(place + len(head) + len(tail), min(place + len(head) + _WIDEST, len(words)) + 1)
    return next((end - place for end in ends if tuple(words[end - len(tail) : end]) == tail), 0)


@cache
def phrases(lang: str, *lists: str, without: frozenset[str] = frozenset()) -> Phrases:
    """The entries of the named lists of a language; of other languages nothing."""
    table = words_of(lang)
    entries = {entry for name in lists for entry in getattr(table, name)} - without
    telling = {entry for name in ("negation", "question") if name in lists for entry in getattr(table, name)}
    return _ready(entries, telling)


def _ready(listed: Set[str], telling: Set[str]) -> Phrases:
    """Entries made ready to be looked for; a single character is one only where it tells something."""
    entries = sorted(listed)
    unspaced = [entry for entry in entries if is_unspaced(entry) and (len(entry) > 1 or entry in telling)]
    entries = [entry.replace("’", "'") for entry in entries if not is_unspaced(entry)]
    longer: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        parts = tuple(entry.split())
        if len(parts) > 1:
            longer.setdefault(parts[0], []).append(parts)
    single = [entry for entry in entries if " " not in entry]
    return Phrases(
        words=frozenset(single),
        longer={first: tuple(sorted(found, key=len, reverse=True)) for first, found in longer.items()},
        beginnings=tuple(entry for entry in single if entry.endswith("'")),
        endings=tuple(entry for entry in single if entry.startswith("'") or entry == "n't"),
        unspaced=tuple(sorted(unspaced, key=lambda entry: (-len(entry), entry))),
    )


def knows(lang: str) -> bool:
    """Whether there are all lists of this language."""
    return words_of(lang).is_known


def weighs(lang: str) -> bool:
    """Whether the words are known that turn what a sentence says: not, but, if."""
    return bool(words_of(lang).negation)


Named = Literal[
    "joins",
    "that",
    "plain",
    "in_brackets",
    "harmless",
    "speaks_for",
    "says",
    "as_such",
    "because",
    "while",
    "anonymous",
    "first",
    "agreeing",
    "reported_mood",
    "reason",
    "but_for",
    "how_many",
    "all_of",
    "perhaps",
]


@cache
def named_phrases(name: Named) -> Phrases:
    """The entries of such a list, of all languages, with those of several words."""
    return _ready(clause_words(name), clause_words(name))


@cache
def clause_words(name: Named) -> frozenset[str]:
    """Words that join clauses, or that mean nothing in a certain place; of all languages."""
    table = tomllib.loads((files("generator.wordlists") / "clauses.toml").read_text(encoding="utf-8"))
    return frozenset(" ".join(entry.split()) for entry in table[name].split(",") if entry.strip())


def _blank_harmless(words: list[str]) -> None:
    """Blot out the compounds in which a sign of negation means nothing."""
    for place, word in enumerate(words):
        for compound in clause_words("harmless"):
            if word == compound[0] and "".join(words[place : place + len(compound)]) == compound:
                words[place : place + len(compound)] = [""] * len(compound)
