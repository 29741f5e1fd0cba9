"""One source text of a desk, read with the names that the desk knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.articles.article import Article, Kind
from generator.articles.detection import detect, detect_kind
from generator.articles.passages import read_article
from generator.desk.library import SourceText, Vocabulary
from generator.desk.sources import Shelf, read_elsewhere
from generator.load import read_vocabulary
from generator.names import slug

_WORD = re.compile(r"[^\W_]+")


class NoSourceError(Exception):
    """A text that cannot be read: the message, and what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message}; {hint}" if hint else message)


@dataclass(frozen=True, slots=True)
class Reading:
    """A source text and what is in it; `canonical` leads from names in it to those of the vocabulary."""

    source: SourceText
    article: Article
    canonical: Mapping[str, str]


def read_source(
    root: Path, given: Path, lang: str | None = None, kind: Kind | None = None, anywhere: bool = False
) -> Reading:
    """Read a source text given by its path, or by its name below seeds/; else NoSourceError.

    `anywhere` reads a file outside seeds/ as well. The language and the kind are told by the text where they are not
    given.
    """
    name = _name_of(root, given)
    elsewhere = anywhere and name is None and (given.is_absolute() or given.exists())
    source = read_elsewhere(given) if elsewhere else Shelf(root).get(name or given.as_posix())
    if not isinstance(source, SourceText):
        raise NoSourceError(*source[1:])
    known = dict(_known_names(read_vocabulary(root)))
    words = {word.casefold() for word in _WORD.findall(source.text)}
    names = tuple(name for name in known if (parts := _WORD.findall(name)) and parts[-1].casefold() in words)
    article = read_article(source.text, lang or detect(source.text), kind or detect_kind(source.text), names)
    by_slug = {slug(name): known[name] for name in names}
    told = {one.name for one in article.cast} | {turn.speaker for turn in article.turns if turn.speaker}
    told |= {passage.speaker for passage in article.passages if passage.speaker}
    canonical = {name: by_slug[slug(name)] for name in sorted(told) if slug(name) in by_slug}
    return Reading(source, article, canonical)


def _name_of(root: Path, given: Path) -> str | None:
    """The name below seeds/ of a text given by a path to it; None where it is no path to one."""
    seeds = (root / "seeds").resolve()
    for path in (given, root / given):
        if path.exists() and path.resolve().is_relative_to(seeds):
            return path.resolve().relative_to(seeds).as_posix()
    return None


def _known_names(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Every name and alias of people and organisations, with the canonical name."""
    for entries in (vocabulary.people, vocabulary.organisations):
        for entry in entries.values():
            for name in (entry.name, *entry.aliases):
                yield name, entry.name
