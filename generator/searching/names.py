"""Names for search: people, organisations, topics and storylines, in files by the first sign of their words.

A browser that is asked for a name loads the file of its first letter and shows who is meant before any brief.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.entities import KINDS, Entity
from generator.pages.addresses import entity_uri, url_of
from generator.pages.edition import Edition
from generator.pages.marking import mark
from generator.pages.site_file import SiteFile

_WORDS = re.compile(r"\w+")
_ASCII = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


def plain(text: str) -> str:
    """Letters and digits alone, small, without accents: what `plain` of search.js makes of a query."""
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", text).lower() if unicodedata.category(sign)[0] in "LN"
    )


def initial(word: str) -> str:
    """The file of a plain word: its first letter or digit, or the block of 256 signs that it is in."""
    return word[0] if word[0] in _ASCII else f"u{ord(word[0]) >> 8:x}"


def name_files(edition: Edition) -> Iterator[SiteFile]:
    """Everybody and everything that has a page, each row a kind, a name, a url, a count of briefs, other names."""
    files: dict[str, dict[tuple[str, str], list[Any]]] = defaultdict(dict)
    for kind in KINDS:
        for entity in getattr(edition.entities, kind).values():
            if entity.page and entity.briefs:
                row = _row(entity)
                for first in {initial(word) for form in (row[1], *row[4:]) for word in _words(form)}:
                    files[first][kind, entity.id] = row
    for first, rows in sorted(files.items()):
        listed = [row for _, row in sorted(rows.items())]
        yield SiteFile(f"names/{first}.json", mark(repr(listed)), partial(_write, listed))
    known = sorted(files)
    yield SiteFile("names/known.json", mark(repr(known)), partial(_write, known))


def _row(entity: Entity) -> list[Any]:
    aliases = entity.entry.aliases if entity.entry else ()
    url = url_of(entity_uri(entity.kind, entity.id))
    return [KINDS.index(entity.kind), entity.name, url, len(set(entity.briefs)), *aliases]


def _words(form: str) -> Iterator[str]:
    return filter(None, map(plain, _WORDS.findall(form)))


def _write(rows: list[Any] | Mapping[str, Any]) -> bytes:
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
