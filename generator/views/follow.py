"""The page that explains how to follow the site: its feeds and calendars, in plain words, with their addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.machines.bearings import CALENDAR, FEED, JSON_FEED, Bearings
from generator.machines.following import Followed
from generator.pages.addresses import entity_uri
from generator.pages.edition import Edition
from generator.views.parts import Link, View


@dataclass(frozen=True, slots=True)
class Way:
    """One thing to subscribe to: what it is, the link that subscribes, the address to copy."""

    name: str
    link: Link
    address: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody or something that can be followed by itself."""

    name: Link
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be followed by itself, of one kind."""

    heading: str
    listed: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowView(View):
    """How to follow the site; without an address of the site there is nothing, and it says so."""

    lede: str
    none: str
    ways: tuple[Way, ...]
    choices: tuple[Choices, ...]


def follow_view(edition: Edition, followed: Sequence[Followed]) -> FollowView:
    """The page; `followed` are the storylines and topics to name."""
    _ = edition.language.gettext
    there = bool(edition.settings.site_url)
    return FollowView(
        title=_("Follow"),
        description=_("New briefs in a feed reader, next steps in your calendar."),
        searched=False,
        lede=_("New briefs in a feed reader, next steps in your calendar. No account, no mail address, nobody counts."),
        none="" if there else _("This site has no address yet, so that it has neither feeds nor calendars."),
        ways=tuple(_ways(edition)) if there else (),
        choices=tuple(
            Choices(heading, tuple(_choice(edition, each) for each in followed if each.entity.kind == kind))
            for kind, heading in (("storylines", _("One storyline")), ("topics", _("One topic")))
            if any(each.entity.kind == kind for each in followed)
        ),
    )


def _ways(edition: Edition) -> Iterator[Way]:
    _, bearings = edition.language.gettext, Bearings(edition.settings.site_url)
    feed, calendar, other = (bearings.to_place(place) for place in (FEED, CALENDAR, JSON_FEED))
    yield Way(_("Every brief, as a feed"), Link(_("Open the feed"), feed), feed)
    yield Way(_("Every next step, as a calendar"), Link(_("Add to your calendar"), _subscribed(calendar)), calendar)
    yield Way(_("The same feed for programs that prefer JSON"), Link(_("Open the JSON feed"), other), other)


def _choice(edition: Edition, followed: Followed) -> Choice:
    _, bearings, entity = edition.language.gettext, Bearings(edition.settings.site_url), followed.entity
    ways = [Link(_("feed"), bearings.to_place(followed.feed))]
    if followed.calendar:
        ways.append(Link(_("calendar"), _subscribed(bearings.to_place(followed.calendar))))
    return Choice(Link(entity.name, entity_uri(entity.kind, entity.id)), tuple(ways))


def _subscribed(address: str) -> str:
    """The address by which calendar programs are asked to subscribe, not to import once."""
    return f"webcal://{address.partition('://')[2]}"
