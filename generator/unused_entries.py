"""Entries of the vocabulary that no brief names: prepared in advance, or renamed without keeping the old name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator import names
from generator.desk.library import Library, Record, Vocabulary
from generator.entities import KINDS, Entities, Kind
from generator.model import Brief, Name
from generator.problems import Finding

_SHOWN = 5  # names in one message
_TELLING = 4  # letters of a word that tells of one name and not of many


def find_unused_entries(library: Library, entities: Entities) -> Iterator[Finding]:
    """One finding for each file of the vocabulary with such entries; none while a brief cannot be read."""
    if library.broken or not library.records:
        return
    for kind in KINDS:
        entries = _entries(library.vocabulary, kind)
        unused = [key for key in entries if not getattr(entities, kind)[key].briefs]
        named = _all_named(library.records) if unused else frozenset()
        by_file: dict[str, list[str]] = defaultdict(list)
        for key in unused:
            if not named.intersection(_slugs(key, entries[key])):
                by_file[library.vocabulary.paths[kind, key]].append(key)
        for path, keys in by_file.items():
            renamed = next(((key, old) for key in keys if (old := _old_name(kind, key, entities))), None)
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


def _old_name(kind: Kind, key: str, entities: Entities) -> str:
    """A name in briefs and in no entry that shares a word with an entry."""
    entries = _entries(entities.vocabulary, kind)
    words = {word for slug in _slugs(key, entries[key]) for word in slug.split("-") if len(word) >= _TELLING}
    strangers = {ref.name for ref in entities.refs[kind].values() if ref.id not in entries}
    whole = [set(slug.split("-")) for slug in _slugs(key, entries[key])]
    for name in sorted(strangers):
        parts = set(names.slug(name).split("-"))
        if words & parts and not any(
            one <= parts for one in whole
        ):  # else it is this name with a title, or with another
            return name
    return ""


def _entries(vocabulary: Vocabulary, kind: Kind) -> Mapping[str, Name]:
    entries: Mapping[str, Name] = getattr(vocabulary, kind)
    return entries


def _slugs(key: str, entry: Name) -> Iterator[str]:
    return map(names.slug, (key, entry.name, *entry.aliases))


def _all_named(records: Sequence[Record]) -> frozenset[str]:
    return frozenset(names.slug(name) for record in records for name in _names(record.brief))


def _names(brief: Brief) -> Iterator[str]:
    """Every field of a brief that may name an entry, of withdrawn briefs as well."""
    for someone in (*brief.participants, *brief.mentioned):
        yield from filter(None, (someone.name, someone.organisation, someone.side))
    for quote in brief.quotes:
        yield from filter(None, (quote.speaker, quote.to, quote.reported_by))
    for step in brief.next_steps:
        yield from filter(None, (*step.who, step.where))
    yield from (name for each in brief.disputed for name in each.by)
    yield from filter(None, (*brief.topics, *brief.places, brief.storyline))
