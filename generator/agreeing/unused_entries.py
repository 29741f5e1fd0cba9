"""Entries of the vocabulary that no brief names: prepared in advance, or renamed without keeping the old name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from generator import names
from generator.desk.library import Library, Record, Vocabulary
from generator.entities import KINDS, Entities, Kind, names_of
from generator.model import Brief, Name
from generator.problems import Finding

_SHOWN = 5  # names in one message
_TELLING = 4  # letters of a word that tells of one name and not of many


def find_unused_entries(library: Library, entities: Entities) -> Iterator[Finding]:
    """One finding for each file of the vocabulary with such entries; none while a brief cannot be read."""
    if library.broken or not library.records:
        return
    seldom: dict[Kind, list[str]] = {
        kind: [key for key in _entries(library.vocabulary, kind) if not getattr(entities, kind)[key].briefs]
        for kind in KINDS
    }
    named = _all_named(library.records) if any(seldom.values()) else frozenset()
    for kind, unused in seldom.items():
        entries = _entries(library.vocabulary, kind)
        by_file: dict[str, list[str]] = defaultdict(list)
        for key in unused:
            if not named.intersection(_slugs(key, entries[key])):
                by_file[library.vocabulary.paths[kind, key]].append(key)
        strangers = _strangers(kind, entities) if by_file else {}
        for path, keys in by_file.items():
            renamed = next(((key, old) for key in keys if (old := _old_name(key, entries[key], strangers))), None)
            message = f"no brief names {_listed([f'“{entries[key].name}”' for key in keys])}"
            hint = _mend(*renamed, entries[renamed[0]]) if renamed else _KEEP
            yield Finding(path, renamed[0] if renamed else keys[0], "entry-unused", message, hint, at_key=True)


_FOR_LATER = "what is here for later may stay; if you changed a name, keep the old one under aliases"
_KEEP = f"{_FOR_LATER}, so that briefs with the old name still mean this entry"


def _mend(key: str, old: str, entry: Name) -> str:
    """The lines to write where the name that briefs have is the old one of an entry."""
    aliases = ", ".join((*entry.aliases, old))
    lines = f"{key}:\n  name: {entry.name}\n  aliases: [{aliases}]"
    return f"{_FOR_LATER}; where {old} is now {entry.name}, write:\n{lines}"


def _listed(told: Sequence[str]) -> str:
    shown = ", ".join(told[:_SHOWN])
    return f"{shown} and {len(told) - _SHOWN} more" if len(told) > _SHOWN else shown


def _strangers(kind: Kind, entities: Entities) -> Mapping[str, set[str]]:
    """The names of briefs that are in no entry, by their longer words."""
    entries = _entries(entities.vocabulary, kind)
    found: dict[str, set[str]] = defaultdict(set)
    for ref in entities.refs[kind].values():
        for word in names.slug(ref.name).split("-") if ref.id not in entries else ():
            if len(word) >= _TELLING:
                found[word].add(ref.name)
    return found


def _old_name(key: str, entry: Name, strangers: Mapping[str, set[str]]) -> str:
    """The one name in briefs that shares a word with an entry; a name with all of its words is it with a title."""
    slugs = [set(slug.split("-")) for slug in _slugs(key, entry)]
    near = {name for word in set().union(*slugs) for name in strangers.get(word, ())}
    near = {name for name in near if not any(one <= set(names.slug(name).split("-")) for one in slugs)}
    return near.pop() if len(near) == 1 else ""


def _entries(vocabulary: Vocabulary, kind: Kind) -> Mapping[str, Name]:
    entries: Mapping[str, Name] = getattr(vocabulary, kind)
    return entries


def _slugs(key: str, entry: Name) -> Iterator[str]:
    return map(names.slug, (key, entry.name, *entry.aliases, *entry.was))


def _all_named(records: Sequence[Record]) -> frozenset[str]:
    typed = {name for record in records for name in _names(record.brief)}
    return frozenset(map(names.slug, typed))


def _names(brief: Brief) -> Iterator[str]:
    """Every field of a brief that may name an entry, of withdrawn briefs as well: those that pages link, and more."""
    more = (name for quote in brief.quotes for name in (quote.to, quote.reported_by) if name)
    return chain((name for name, _ in names_of(brief)), more)
