"""The language and the kind of a source text, told by its script, its small words and its labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from unicodedata import normalize

from generator.articles.article import Kind
from generator.articles.turns import LABEL
from generator.wordlists import LANGUAGES, languages_by_word, letters_of, words_of

_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("ar", re.compile("[\u0620-\u064a]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("hi", re.compile("[\u0900-\u0963]")),
    ("bn", re.compile("[\u0980-\u09e5]")),
    ("pa", re.compile("[\u0a00-\u0a7f]")),
    ("gu", re.compile("[\u0a80-\u0aff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("te", re.compile("[\u0c00-\u0c7f]")),
    ("kn", re.compile("[\u0c80-\u0cff]")),
    ("ml", re.compile("[\u0d00-\u0d7f]")),
    ("si", re.compile("[\u0d80-\u0dff]")),
    ("th", re.compile("[\u0e01-\u0e4e]")),
    ("lo", re.compile("[\u0e81-\u0edf]")),
    ("my", re.compile("[\u1000-\u104f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("am", re.compile("[\u1200-\u135a]")),
    ("km", re.compile("[\u1780-\u17d3]")),
    ("hy", re.compile("[\u0531-\u0587]")),
    ("cyrillic", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("latin", re.compile("[A-Za-z\u00c0-\u024f]")),
)
_LATIN = ("en", "de", "es", "fr")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MOST = 20_000  # characters that are looked at
_LEAST = 4  # small words of a language without lists
_SHARE = 14  # one word in so many is a small one: of running text in most languages one in four
_CLEARLY = 1.2  # so many times as many as of one with lists
_STRANGE = 10  # one word in so many has a letter that a language does not write: the text is in another
_ACCENTED = re.compile("[\u00df-\u024f\u1ea0-\u1eff]")


def detect(text: str) -> str:
    """The language of a text as a code; `en` where nothing tells.

    Languages without lists are told as well: the lists of another would find fault where there is none.
    """
    sample = normalize("NFC", text[:_MOST])
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
        return _by_words(sample, ("uk",) if re.search("[іїєґІЇЄҐ]", sample) else ("ru", "uk"))
    return _by_words(sample, ("ar",)) if script == "ar" else script


def _by_words(sample: str, languages: tuple[str, ...]) -> str:
    """Which of some languages that have lists, unless the words are clearly those of one that has none."""
    words = Counter(_WORD.findall(sample.lower()))
    scores = {lang: _frequent(words, words_of(lang).common) for lang in languages}
    best = max(languages, key=lambda lang: (scores[lang], -LANGUAGES.index(lang)))
    best = best if scores[best] else languages[0]
    accented = Counter(word for word in _accented(sample) if word[0].islower())
    small = _small_words(words)
    for lang in small:
        small[lang] -= _strange(accented, lang)
    other = max(small, key=lambda lang: (small[lang], lang), default=best)
    alien = _strange(accented, best) * _STRANGE > words.total()
    least = max(_LEAST if small[best] > 0 else _LEAST // 2, words.total() // _SHARE)
    clearly = alien or (small[other] >= least and small[other] > small[best] * _CLEARLY)
    return other if clearly and (alien or other not in LANGUAGES) else best


def _accented(sample: str) -> Sequence[str]:
    """The words of a text with a letter beyond a to z; most English texts have none."""
    return [word for word in _WORD.findall(sample) if _ACCENTED.search(word)] if _ACCENTED.search(sample) else ()


def _strange(accented: Counter[str], lang: str) -> int:
    """How many words of a text have a letter that a language does not write; names are not asked."""
    own = letters_of(lang)
    return sum(count for word, count in accented.items() if not own.issuperset(_ACCENTED.findall(word)))


def _small_words(words: Counter[str]) -> Counter[str]:
    """How many words of a text are among the few small ones of each language."""
    by_word = languages_by_word()
    small = Counter[str]()
    for word in words.keys() & by_word.keys():
        for lang in by_word[word]:
            small[lang] += words[word]
    return small


def _frequent(words: Counter[str], common: frozenset[str]) -> int:
    """How many words of a text are among the most frequent of a language."""
    return sum(map(words.__getitem__, common.intersection(words)))


def detect_kind(text: str) -> Kind:
    """`transcript` where most paragraphs begin with the label of who speaks, else `article`."""
    labels = [found.group(1) for found in LABEL.finditer(text)]
    lines = sum(1 for line in text.splitlines() if line.strip())
    often = sum(1 for _, count in Counter(labels).items() if count > 1)
    return "transcript" if len(labels) >= 4 and often and len(labels) * 2 >= lines else "article"
