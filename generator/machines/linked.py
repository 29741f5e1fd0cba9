"""JSON-LD for pages: what they tell, in the words of schema.org and of the W3C Web Annotation vocabulary.

The context stands in each page (`@vocab`), so that nobody has to fetch one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.desk.library import Record
from generator.entities import Entity, Kind, Ref
from generator.machines.bearings import Bearings
from generator.machines.brief_files import selectors
from generator.machines.calendars import Dated, find_dated
from generator.machines.dating import changed_on, published_on
from generator.model import Participant, Person, Source
from generator.pages.addresses import brief_uri, entity_uri, place_of
from generator.pages.edition import Edition
from generator.quoting.citations import Citation
from generator.views.names import plain
from generator.views.parts import Link
from generator.views.quotations import place_in

Node = dict[str, Any]

_CONTEXT: Node = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    **{name: {"@type": "@id"} for name in ("url", "isBasedOn", "sameAs", "item", "mainEntityOfPage", "eventStatus")},
}
_TYPES: Mapping[Kind, str] = {
    "people": "Person",
    "organisations": "Organization",
    "topics": "DefinedTerm",
    "storylines": "CreativeWorkSeries",
}
_EVENTS = {"cancelled": "EventCancelled", "superseded": "EventCancelled", "slipped": "EventRescheduled"}


def write_linked(*nodes: Node) -> str:
    """Nodes as one JSON-LD text that can stand inside `<script>`, whatever is in it."""
    text = json.dumps({"@context": _CONTEXT, "@graph": list(nodes)}, ensure_ascii=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


# --- the page of a brief -----------------------------------------------------------------------------


def brief_linked(edition: Edition, record: Record) -> str:
    """What the page of a brief tells: a report, its quotations with their places in the source, its next steps."""
    bearings = _from(edition, brief_uri(record.id))
    report = _report(edition, record, bearings)
    events = (_event(edition, dated, bearings, report["@id"]) for dated in _dated(edition, record))
    return write_linked(report, *events, _crumbs(edition, brief_uri(record.id), record.brief.title, ()))


def _report(edition: Edition, record: Record, bearings: Bearings) -> Node:
    brief, here = record.brief, bearings.to_uri(brief_uri(record.id))
    storyline = edition.find(brief.storyline, "storylines") if brief.storyline else None
    return _filled(
        {
            "@type": "Report",
            "@id": here,
            "url": here,
            "headline": brief.title,
            "abstract": plain(edition, brief.summary),
            "datePublished": published_on(brief).isoformat(),
            "dateModified": changed_on(brief).isoformat(),
            "temporalCoverage": brief.date.text,
            "inLanguage": edition.language.code,
            "publisher": _publisher(edition, bearings),
            "isPartOf": _named(storyline, bearings) if storyline else None,
            "about": [_called(edition, topic, bearings, "topics") for topic in brief.topics],
            "contentLocation": [{"@type": "Place", "name": place} for place in brief.places],
            "mentions": [_participant(edition, each, bearings) for each in (*brief.participants, *brief.mentioned)],
            "isBasedOn": _article(edition, record, bearings),
            "hasPart": list(_quotations(edition, record, bearings)),
            "correction": [
                {"@type": "CorrectionComment", "text": plain(edition, change.note), "datePublished": str(change.date)}
                for change in brief.changes
                if change.kind == "correction"
            ],
        }
    )


def _article(edition: Edition, record: Record, bearings: Bearings) -> Node:
    """The source article, as far as the brief tells."""
    source = record.brief.source
    return _filled(
        {
            "@type": "CreativeWork",
            "@id": _article_id(edition, source, bearings),
            "headline": source.headline,
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
            "author": {"@type": "Person", "name": source.byline} if source.byline else None,
            "datePublished": source.published.text if source.published else None,
            "inLanguage": source.lang,
            "license": source.licence,
        }
    )


def _article_id(edition: Edition, source: Source, bearings: Bearings) -> str | None:
    page = edition.source_pages.get(source.file or "")
    return source.url or (bearings.to_uri(page) if page else None)


def _participant(edition: Edition, someone: Participant, bearings: Bearings) -> Node:
    """Somebody in the brief; a role at the time stands between, as schema.org has it."""
    named = _called(edition, someone.name, bearings)
    if someone.role and named["@type"] == "Person":
        named["jobTitle"] = someone.role
    if someone.organisation and named["@type"] == "Person":
        named["worksFor"] = _called(edition, someone.organisation, bearings, "organisations")
    return named


def _quotations(edition: Edition, record: Record, bearings: Bearings) -> Iterator[Node]:
    verified = edition.citations.get(record.id)
    found = {each.field: each for each in (verified.citations if verified else ())}
    for place, quote in enumerate(record.brief.quotes):
        cited = found.get(f"quotes[{place}].original") or found.get(f"quotes[{place}].text")
        speaker = _called(edition, quote.speaker, bearings)
        original = {"@type": "Quotation", "text": quote.original} if quote.original else None
        yield _filled(
            {
                "@type": "Quotation",
                "@id": bearings.to_uri(place_in(edition, record, place)),
                "text": quote.text,
                "creator": speaker,
                "spokenByCharacter": speaker,
                "dateCreated": quote.date.text if quote.date else None,
                "inLanguage": quote.lang or (None if quote.original else record.brief.source.lang),
                "translationOfWork": original,
                "isBasedOn": _stretches(edition, record, cited, bearings) if cited else None,
            }
        )


def _stretches(edition: Edition, record: Record, found: Citation, bearings: Bearings) -> list[Node]:
    """Where the words stand in the source: a W3C SpecificResource for each unbroken run of them."""
    article = _article_id(edition, record.brief.source, bearings)
    source = {"oa:hasSource": {"@id": article}} if article else {}
    return [
        {
            "@type": "oa:SpecificResource",
            **source,
            "oa:hasSelector": [
                {
                    "@type": "oa:TextQuoteSelector",
                    "oa:exact": quoted.exact,
                    "oa:prefix": quoted.prefix,
                    "oa:suffix": quoted.suffix,
                },
                {"@type": "oa:TextPositionSelector", "oa:start": position.start, "oa:end": position.end},
            ],
        }
        for quoted, position in selectors(edition, record, found)
    ]


def _dated(edition: Edition, record: Record) -> Iterator[Dated]:
    states = (edition.entities.steps[key] for key in edition.steps_of.get(record.id, ()))
    return (dated for dated in map(find_dated, states) if dated)


def _event(edition: Edition, dated: Dated, bearings: Bearings, report: str) -> Node:
    """A next step that has a date."""
    state = dated.state
    start = dated.when.start.isoformat() if dated.when.start else dated.first.isoformat()
    status = _EVENTS.get(state.status, "EventScheduled") if dated.holds else "EventPostponed"
    return _filled(
        {
            "@type": "Event",
            "@id": bearings.to_step(state),
            "name": state.step.what,
            "startDate": start,
            "endDate": dated.last.isoformat() if not dated.when.start and dated.last > dated.first else None,
            "previousStartDate": str(state.step.when.first) if _moved(dated) else None,
            "eventStatus": f"https://schema.org/{status}",
            "location": {"@type": "Place", "name": state.step.where} if state.step.where else None,
            "organizer": [_called(edition, name, bearings) for name in state.step.who],
            "subjectOf": {"@id": report},
        }
    )


def _moved(dated: Dated) -> bool:
    return dated.state.status == "slipped" and dated.holds and dated.state.step.when.first is not None


# --- other pages -------------------------------------------------------------------------------------


def entity_linked(edition: Edition, entity: Entity, trail: tuple[Link, ...]) -> str:
    """What the page of a person, an organisation, a topic or a storyline tells of it."""
    uri = entity_uri(entity.kind, entity.id)
    bearings = _from(edition, uri)
    node = _named(Ref(entity.kind, entity.id, entity.name, entity.page), bearings)
    entry = entity.entry
    if entry:
        node |= {
            "alternateName": list(entry.aliases),
            "description": plain(edition, entry.note),
            "sameAs": f"https://www.wikidata.org/wiki/{entry.wikidata}" if entry.wikidata else None,
        }
    if entity.kind == "people":
        latest = next((each for each in reversed(entity.appearances) if each.role), None)
        node |= {"jobTitle": latest.role if latest else None, "hasOccupation": _occupations(entity)}
    return write_linked(_filled(node), _crumbs(edition, uri, entity.name, trail))


def _occupations(entity: Entity) -> list[Node]:
    """The dated roles of somebody, each a Role about an Occupation."""
    roles = entity.entry.roles if isinstance(entity.entry, Person) else ()
    return [
        _filled(
            {
                "@type": "Role",
                "roleName": role.role,
                "startDate": role.start.text if role.start else None,
                "endDate": role.end.text if role.end else None,
                "hasOccupation": {"@type": "Occupation", "name": role.role},
            }
        )
        for role in roles
    ]


def home_linked(edition: Edition) -> str:
    """The site itself, and who publishes it."""
    bearings = _from(edition, "index.md")
    site = {
        "@type": "WebSite",
        "@id": bearings.to(""),
        "url": bearings.to(""),
        "name": edition.settings.site_name,
        "inLanguage": edition.language.code,
        "publisher": _publisher(edition, bearings),
    }
    return write_linked(site)


def way_linked(edition: Edition, uri: str, title: str, trail: tuple[Link, ...]) -> str:
    """What a list lower down tells: the way to it from the home page."""
    return write_linked(_crumbs(edition, uri, title, trail))


# --- pieces ------------------------------------------------------------------------------------------


def _from(edition: Edition, uri: str) -> Bearings:
    return Bearings(edition.settings.site_url, place_of(uri))


def _publisher(edition: Edition, bearings: Bearings) -> Node:
    return {"@type": "Organization", "name": edition.settings.site_name, "url": bearings.to("")}


def _named(ref: Ref, bearings: Bearings) -> Node:
    """Somebody or something known; without a page of its own, by name alone."""
    here = bearings.to_ref(ref)
    return _filled({"@type": _TYPES[ref.kind], "@id": here, "name": ref.name, "url": here})


def _called(edition: Edition, name: str, bearings: Bearings, *kinds: Kind) -> Node:
    """A typed name: who it is, where that is known."""
    ref = edition.find(name, *kinds)
    return _named(ref, bearings) if ref else {"@type": _TYPES[kinds[0]] if kinds else "Thing", "name": name}


def _crumbs(edition: Edition, uri: str, title: str, trail: tuple[Link, ...]) -> Node:
    """The way from the home page to this one."""
    bearings = _from(edition, uri)
    way = (Link(edition.settings.site_name, "index.md"), *trail, Link(title, uri))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": link.text, "item": bearings.to_uri(link.to)}
            for place, link in enumerate(way, start=1)
        ],
    }


def _filled(node: Node) -> Node:
    """The node without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}
