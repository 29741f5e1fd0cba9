"""The language and the kind of a source text, told by its script, its small words and its labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from generator.articles.article import Kind
from generator.articles.turns import LABEL
from generator.wordlists import LANGUAGES, words_of

_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("ar", re.compile("[\u0620-\u064a]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("cyrillic", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("latin", re.compile("[A-Za-z\u00c0-\u024f]")),
)
_LATIN = ("en", "de", "es", "fr")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MOST = 20_000  # characters that are looked at


def detect(text: str) -> str:
    """The language of a text as a code; `en` where nothing tells."""
    sample = text[:_MOST]
    letters = "".join(set(sample))
    here = {name for name, pattern in _SCRIPTS if pattern.search(letters)}
    if here == {"latin"}:
        return _by_words(sample, _LATIN)
    counts = {name: len(pattern.findall(sample)) if name in here else 0 for name, pattern in _SCRIPTS}
    if counts["ja"] * 10 > counts["zh"] and counts["ja"]:
        return "ja"
    counts["zh"] *= 2  # a character is half a word
    script = max(counts, key=lambda name: (counts[name], name))
    if not counts[script] or script == "latin":
        return _by_words(sample, _LATIN)
    if script == "cyrillic":
        return _by_words(sample, ("ru", "uk")) if not re.search("[іїєґІЇЄҐ]", sample) else "uk"
    return script


def _by_words(sample: str, languages: tuple[str, ...]) -> str:
    words = Counter(_WORD.findall(sample.lower())).items()
    scores = {lang: _frequent(words, words_of(lang).common) for lang in languages}
    best = max(languages, key=lambda lang: (scores[lang], -LANGUAGES.index(lang)))
    return best if scores[best] else languages[0]


def _frequent(words: Iterable[tuple[str, int]], common: frozenset[str]) -> int:
    """How many words of a text are among the most frequent of a language."""
    return sum(count for word, count in words if word in common)


def detect_kind(text: str) -> Kind:
    """`transcript` where most paragraphs begin with the label of who speaks, else `article`."""
    labels = [found.group(1) for found in LABEL.finditer(text)]
    lines = sum(1 for line in text.splitlines() if line.strip())
    often = sum(1 for _, count in Counter(labels).items() if count > 1)
    return "transcript" if len(labels) >= 4 and often and len(labels) * 2 >= lines else "article"
