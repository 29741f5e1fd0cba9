"""What can be followed: the feeds and calendars of the site, and of the storylines, topics and people in it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from generator.entities import Entity, Kind
from generator.machines.atom import atom, json_feed
from generator.machines.bearings import CALENDAR, FEED, JSON_FEED, beside, origin
from generator.machines.calendars import Dated, calendar, dated_mark, dated_steps, find_dated, year_before
from generator.machines.dating import newest_changed
from generator.machines.entries import NEWEST, Channel
from generator.pages.addresses import entity_uri, url_of
from generator.pages.edition import Edition
from generator.pages.marking import mark
from generator.pages.marks import brief_mark
from generator.pages.site_file import SiteFile
from generator.steps import StepState
from generator.views.indexes import listed

#: Of a person, so many briefs at least make a feed.
_REGULAR = 5
_KINDS: tuple[Kind, ...] = ("people", "storylines", "topics")


@dataclass(frozen=True, slots=True)
class Followed:
    """Somebody or something that can be followed, and by what."""

    entity: Entity
    feed: str  # place in the site, or empty
    calendar: str

    @property
    def facts(self) -> tuple[tuple[str, object], ...]:
        """What the theme must know to lead to them."""
        there = {"feed": self.feed, "calendar": self.calendar}
        return tuple((name, True) for name, place in there.items() if place)


def follow(edition: Edition, entity: Entity) -> Followed:
    """The feed and the calendar of an entity, where it has them: without an address of the site nothing has."""
    if not edition.settings.site_url:
        return Followed(entity, "", "")
    out = any(brief not in edition.drafts for brief in entity.briefs)
    regular = entity.kind in ("storylines", "topics") or (entity.kind == "people" and len(entity.briefs) >= _REGULAR)
    steps = entity.kind == "storylines" and any(map(find_dated, _steps_of(edition, entity)))
    return Followed(
        entity, beside(entity, FEED) if regular and out else "", beside(entity, CALENDAR) if steps and out else ""
    )


def storyline_steps(edition: Edition, entity: Entity) -> tuple[Dated, ...]:
    """The dated steps of a storyline."""
    return dated_steps(_steps_of(edition, entity))


def _steps_of(edition: Edition, entity: Entity) -> Iterator[StepState]:
    keys = (key for brief in entity.briefs for key in edition.steps_of.get(brief, ()))
    return _out(edition, (edition.entities.steps[key] for key in keys))


def site_steps(edition: Edition, today: date) -> tuple[Dated, ...]:
    """The dated steps of the site, twelve months back and on."""
    return dated_steps(_out(edition, iter(edition.entities.steps.values())), year_before(today))


def _out(edition: Edition, states: Iterator[StepState]) -> Iterator[StepState]:
    """The steps of briefs that are out."""
    return (state for state in states if state.brief not in edition.drafts)


def followed_files(edition: Edition, base: str, today: date) -> Iterator[SiteFile]:
    """Every feed and every calendar; `base` is a digest of the settings. None without an address of the site."""
    if not edition.settings.site_url:
        return
    name = edition.settings.site_name
    newest = tuple(newest_changed(edition, edition.shown(), NEWEST))
    yield _feed(edition, base, Channel(FEED, name, "", newest))
    channel = Channel(JSON_FEED, name, "", newest)
    yield SiteFile(JSON_FEED, _feed_key(edition, base, channel), partial(json_feed, edition, channel))
    yield _calendar(edition, base, CALENDAR, name, "next-steps/", site_steps(edition, today))
    for kind in _KINDS:
        for entity in listed(edition, kind):
            yield from _of_entity(edition, base, follow(edition, entity))


def _of_entity(edition: Edition, base: str, followed: Followed) -> Iterator[SiteFile]:
    for file in _files_of(edition, base, followed):
        yield file
        for old in edition.old_ids(followed.entity):  # whoever follows it there misses nothing
            place = beside(replace(followed.entity, id=old), posixpath.basename(file.place))
            yield replace(file, place=place)


def _files_of(edition: Edition, base: str, followed: Followed) -> Iterator[SiteFile]:
    entity = followed.entity
    url, name = url_of(entity_uri(entity.kind, entity.id)), f"{entity.name} · {edition.settings.site_name}"
    if followed.feed:
        newest = tuple(newest_changed(edition, (edition.records[brief] for brief in entity.briefs), NEWEST))
        yield _feed(edition, base, Channel(followed.feed, name, url, newest))
    if followed.calendar:
        yield _calendar(edition, base, followed.calendar, name, url, storyline_steps(edition, entity))


def _feed(edition: Edition, base: str, channel: Channel) -> SiteFile:
    return SiteFile(channel.place, _feed_key(edition, base, channel), partial(atom, edition, channel), "feed")


def _feed_key(edition: Edition, base: str, channel: Channel) -> str:
    marks = (part for record in channel.records for part in (brief_mark(edition, record), origin(edition, record)))
    return mark(base, channel.title, *marks)


def _calendar(edition: Edition, base: str, place: str, name: str, url: str, steps: Sequence[Dated]) -> SiteFile:
    key = mark(base, name, *(dated_mark(edition, dated) for dated in steps))
    return SiteFile(place, key, partial(calendar, edition, name, url, steps))
