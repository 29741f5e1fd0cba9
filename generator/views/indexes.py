"""The lists of people A–Z, of organisations, of topics and of storylines, and of sources by publisher."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.entities import Entity, Kind, Ref
from generator.names import slug
from generator.pages.addresses import page_uri
from generator.pages.edition import Edition
from generator.views.cards import briefs_count
from generator.views.entity import kind_words
from generator.views.names import link_ref, short_day
from generator.views.parts import Counted, Link, View


@dataclass(frozen=True, slots=True)
class Letter:
    """Names under one letter."""

    letter: str
    names: tuple[Counted, ...]
    more: Link | None = None  # where they have a page of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView(View):
    """Names by letter."""

    lede: str = ""
    letters: tuple[Letter, ...]
    empty: str = ""


def listed(edition: Edition, kind: Kind) -> list[Entity]:
    """Those that have a page and stand in a brief, by name: people by the last word of it."""
    entities: Mapping[str, Entity] = getattr(edition.entities, kind)
    there = (entity for entity in entities.values() if entity.page and entity.briefs)
    return sorted(there, key=lambda entity: (*_sorting(entity), entity.id))


def _sorting(entity: Entity) -> tuple[str, str]:
    words = entity.name.split()
    last = words[-1] if entity.kind == "people" and words else entity.name
    return slug(last), slug(entity.name)


def letter_of(entity: Entity) -> str:
    """The letter under which it is listed; `#` for digits and signs."""
    first = unicodedata.normalize("NFD", _sorting(entity)[0][:1].upper())[:1]
    return first if first.isalpha() else "#"


def by_letter(entities: Iterable[Entity]) -> Mapping[str, Sequence[Entity]]:
    """Entities under their letters, in the order given."""
    letters: dict[str, list[Entity]] = {}
    for entity in entities:
        letters.setdefault(letter_of(entity), []).append(entity)
    return letters


def letter_uri(kind: Kind, letter: str) -> str:
    """`people/a-z/w.md`."""
    return page_uri(f"{kind}/a-z/{'0-9' if letter == '#' else letter.lower()}")


def index_view(edition: Edition, kind: Kind, letters: Mapping[str, Sequence[Entity]], cut: bool) -> IndexView:
    """All of a kind by letter; where it is cut, the letters alone."""
    _ = edition.language.gettext
    title = kind_words(edition, kind)[1]
    ledes = {
        "people": _("Everybody who takes part, is quoted or is mentioned, by last name."),
        "organisations": _("Governments, institutions and companies, and those who speak for them."),
        "topics": _("What the briefs are about."),
        "storylines": _("Matters that run over several briefs."),
    }
    return IndexView(
        title=title,
        description=ledes[kind],
        searched=False,
        lede=ledes[kind],
        letters=tuple(
            Letter(
                letter,
                () if cut else _names(edition, entities),
                _more(edition, kind, letter, entities) if cut else None,
            )
            for letter, entities in letters.items()
        ),
        empty=_("There is none yet."),
    )


def letter_view(edition: Edition, kind: Kind, letter: str, entities: Sequence[Entity]) -> IndexView:
    """One letter of a list that is cut."""
    title, colon = kind_words(edition, kind)[1], edition.language.gettext(": ")
    return IndexView(
        title=f"{title}{colon}{letter}",
        searched=False,
        letters=(Letter(letter, _names(edition, entities)),),
        trail=(Link(title, f"{kind}/index.md"),),
    )


def _more(edition: Edition, kind: Kind, letter: str, entities: Sequence[Entity]) -> Link:
    return Link(edition.language.number(len(entities)), letter_uri(kind, letter))


def _names(edition: Edition, entities: Iterable[Entity]) -> tuple[Counted, ...]:
    return tuple(
        Counted(link_ref(Ref(entity.kind, entity.id, entity.name, entity.page)), notes(edition, entity))
        for entity in entities
    )


def notes(edition: Edition, entity: Entity) -> tuple[str, ...]:
    """What stands beside a name in a list: the latest role of a person; else how many briefs, and the last."""
    if entity.kind == "people":
        return tuple([each.role for each in entity.appearances if each.role][-1:])
    last = edition.records[entity.briefs[-1]].brief.date
    return briefs_count(edition, len(entity.briefs)), short_day(edition, last).text
