"""A page's key is honest: where it is the same, so is the page; and an edit changes few of them."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from quoting import found_of

from generator.desk.library import Library, Record, SourceText, Vocabulary
from generator.entities import resolve
from generator.feeds import feed, map_out
from generator.language import speak
from generator.model import Brief, Organisation, Person, Storyline, Topic
from generator.pages.addresses import place_of
from generator.pages.page import Page
from generator.quoting.citations import Citation, Verified
from generator.render import looks, render
from generator.settings import Settings
from generator.site import Site, arrange, open_press
from generator.spans import Span

FILES = ("a.txt", "b/a.txt", "a.text")
IDS = ("2025/a", "2025/b", "2026/c", "2026/d", "index")
NAMES = ("Ana Orr", "Ben Orr", "Orr", "Cy Wu", "Guild", "the aide")
WORDS = ("one", "two [[2025/a]]", "three [[old]]", "[four](https://example.org/)")
DAYS = ("2025-12-30", "2025-12", "2026-01-02", "2026-01-09/2026-01-11", "2026-02~")
SEEDS = int(os.environ.get("FUZZ_RUNS", "36"))
EDITS = 16


class Drawn:
    """Draws desks in which nearly everything hangs together."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)

    def one(self, *values: Any) -> Any:
        return self.draw.choice(values)

    def some(self, make: Any, most: int = 2) -> list[Any]:
        return [make() for _ in range(self.draw.randint(0, most))]

    def with_any(self, needed: dict[str, Any], **more: Any) -> dict[str, Any]:
        return needed | {key: value for key, value in more.items() if self.draw.random() < 0.7}

    def someone(self) -> dict[str, Any]:
        more = {"role": self.one("Mayor", "Envoy"), "organisation": "Guild", "side": self.one("Guild", "Quill")}
        return self.with_any({"name": self.one(*NAMES[:4])}, **more)

    def quote(self) -> dict[str, Any]:
        more = {"date": self.one(*DAYS), "context": self.one(*WORDS), "occasion": self.one("At lunch", "By letter")}
        more |= {"to": self.one(*NAMES), "reported_by": self.one(*NAMES), "translated_by": self.one(*NAMES)}
        more |= {"lang": self.one("en", "fr"), "original": self.one("mots", "words")}
        return self.with_any({"speaker": self.one(*NAMES), "text": self.one("words", "more words")}, **more)

    def step(self) -> dict[str, Any]:
        needed = {"id": self.one("s", "t"), "what": self.one("Meet", "Vote"), "when": self.one("unknown", *DAYS)}
        needed["certainty"] = self.one("confirmed", "expected", "proposed")
        return self.with_any(needed, who=self.some(lambda: self.one(*NAMES)), where=self.one("Guild", "Here"))

    def outcome(self) -> dict[str, Any]:
        needed = {"step": self.one("2025/a#s", "2025/b#t", "2026/c#s"), "status": self.one("happened", "slipped")}
        return self.with_any(needed, when=self.one(*DAYS), note=self.one(*WORDS))

    def change(self) -> dict[str, Any]:
        kind = self.one("update", "correction", "typo")
        return {"date": self.one("2026-01-03", "2026-02-04"), "kind": kind, "note": self.one(*WORDS)}

    def point(self) -> dict[str, Any]:
        return self.with_any(
            {"text": self.one(*WORDS)}, label=self.one("One", "Two"), evidence=self.one("words", "more")
        )

    def disputed(self) -> dict[str, Any]:
        return self.with_any({"what": self.one(*WORDS)}, by=self.some(lambda: self.one(*NAMES)))

    def source(self) -> dict[str, Any]:
        more = {"publisher": self.one("Courier", "Post"), "headline": self.one("H", "I"), "byline": self.one("X", "Y")}
        more |= {"agency": self.one("A", "B"), "licence": self.one("CC0", "none"), "published": self.one(*DAYS)}
        more |= {"url": self.one("https://courier.example/a", "https://courier.example/b"), "received": "2026-01-09"}
        return self.with_any({"file": self.one(*FILES)}, **more)

    def field(self, name: str) -> Any:
        """A value for one field of a brief."""
        made: dict[str, Any] = {
            "title": lambda: self.one("Title one", "Title two"),
            "date": lambda: self.one(*DAYS),
            "summary": lambda: self.one(*WORDS),
            "source": self.source,
            "storyline": lambda: self.one("talks", "Other matter"),
            "topics": lambda: self.some(lambda: self.one("water", "fish")),
            "participants": lambda: self.some(self.someone),
            "mentioned": lambda: self.some(self.someone),
            "key_points": lambda: self.some(self.point),
            "disputed": lambda: self.some(self.disputed),
            "not_known": lambda: self.some(lambda: self.one(*WORDS)),
            "why_it_matters": lambda: self.one(None, *WORDS),
            "places": lambda: self.some(lambda: self.one("Guild", "Here", "Court")),
            "checked_by": lambda: self.one(None, "Dee", "Guild"),
            "quotes": lambda: self.some(self.quote, 3),
            "next_steps": lambda: self.some(self.step, 3),
            "outcomes": lambda: self.some(self.outcome),
            "changes": lambda: self.some(self.change),
            "was": lambda: self.one("old", "older"),
            "published": lambda: self.one("2026-01-03", "2026-01-10"),
            "withdrawn": lambda: self.one(*[None] * 5, "a reason", {"reason": "a reason", "date": "2026-01-30"}),
            "draft": lambda: self.one("false", "false", "true"),
        }
        return made[name]()

    def brief(self) -> dict[str, Any]:
        return {name: self.field(name) for name in FIELDS}

    def person(self) -> dict[str, Any]:
        roles = self.some(self.role)
        more = {
            "aliases": self.one(["Orr"], []),
            "note": self.one("a note", "another"),
            "page": self.one("true", "false"),
        }
        return self.with_any({"name": self.one("Ana Orr", "Anna Orr"), "aliases": "Orr"}, roles=roles, **more)

    def role(self) -> dict[str, Any]:
        needed = {"role": self.one("Chair", "Judge"), "from": self.one("2025", "2026")}
        return self.with_any(needed, organisation=self.one("court", "Guild"))

    def part(self, name: str) -> Any:
        """A value for one part of a desk that is no brief."""
        values = {
            "guild": ("Guild", "The Guild"),
            "court": ("Court", "High Court"),
            "water": ("Water", "Waters"),
            "talks": ("Talks", "The talks"),
            "text": ("words more words", "other text"),
            "matched": (True, False),
        }
        return self.person() if name == "ana" else self.one(*values[name])

    def desk(self) -> dict[str, Any]:
        return {name: self.part(name) for name in PARTS} | {"briefs": {key: self.brief() for key in IDS}}

    def edited(self, desk: dict[str, Any]) -> dict[str, Any]:
        """The desk after one edit: a field of a brief, a brief gone, or a part of the desk."""
        briefs = dict(desk["briefs"])
        if self.draw.random() < 0.3:
            name = self.one(*PARTS)
            return desk | {name: self.retouched(desk[name], self.part(name))}
        key = self.one(*briefs)
        if self.draw.random() < 0.1:
            del briefs[key]
        else:
            name = self.one(*FIELDS)
            briefs[key] = briefs[key] | {name: self.retouched(briefs[key][name], self.field(name))}
        return desk | {"briefs": briefs}

    def retouched(self, typed: Any, other: Any) -> Any:
        """Another value; of what has parts mostly one part that is another, as after most edits of people."""
        if not typed or not other or type(typed) is not type(other) or self.draw.random() < 0.2:
            return other
        if isinstance(typed, list):
            place = self.draw.randrange(len(typed))
            return [*typed[:place], self.retouched(typed[place], self.one(*other)), *typed[place + 1 :]]
        if isinstance(typed, dict):
            key = self.one(*sorted({*typed, *other}))
            if key in typed and key in other:
                return typed | {key: self.retouched(typed[key], other[key])}
            if key in other:
                return typed | {key: other[key]}
            return {name: value for name, value in typed.items() if name != key or key in NEEDED}
        return other

    def options(self) -> Settings:
        contact, name = self.one("", "a@b.org"), self.one("Desk", "Table")
        site_url = self.one("", "https://desk.example/", "https://desk.example/")
        size, asked = self.one(1, 2, 50), self.one(True, False)
        return Settings(page_size=size, contact=contact, site_name=name, site_url=site_url, quality_page=asked)


FIELDS = (
    "title", "date", "summary", "source", "storyline", "topics", "participants", "mentioned", "key_points", "quotes",
    "disputed", "not_known", "why_it_matters", "places", "checked_by", "next_steps", "outcomes", "changes", "was",
    "withdrawn", "draft", "published",
)  # fmt: skip
NEEDED = {"file", "role", "name", "speaker", "text", "what", "when", "step", "status", "date", "kind", "note"}
PARTS = ("ana", "guild", "court", "water", "talks", "text", "matched")


def arranged(desk: dict[str, Any], options: Settings, today: date) -> Site:
    """The site of a desk."""
    records = [
        Record(key, f"briefs/{key}.yaml", Brief.model_validate(brief), repr(brief))
        for key, brief in desk["briefs"].items()
    ]
    vocabulary = Vocabulary(
        {"ana-orr": Person.model_validate(desk["ana"])},
        {name: Organisation.model_validate(desk[name]) for name in ("court", "guild")},
        {"water": Topic.model_validate(desk["water"])},
        {"talks": Storyline.model_validate(desk["talks"])},
        {},
    )
    sources = {file: SourceText(file, desk["text"], desk["text"]) for file in FILES}
    library = Library(tuple(sorted(records, key=lambda record: record.order)), {}, vocabulary, sources)
    found = Citation("quotes[0].text", "quote", None, "matched", "exact", (Span(0, 5),), exact=(desk["text"][:5],))
    citations = {record.id: Verified((found,), None) for record in records if desk["matched"] and record.brief.quotes}
    found_here = found_of(records, citations)
    site = arrange(open_press(library, resolve(library), found_here, options, speak("en"), looks(), render), today)
    assert len({page.uri for page in site.pages}) == len({page.url for page in site.pages}) == len(site.pages)
    return site


def pages(desk: dict[str, Any], options: Settings, today: date = date(2026, 1, 5)) -> dict[str, Page]:
    """The pages of a desk by uri."""
    return {page.uri: page for page in arranged(desk, options, today).pages}


def whole(desk: dict[str, Any], options: Settings, today: date) -> dict[str, tuple[str, Callable[[], object]]]:
    """Everything that a desk makes, by uri or by place: its key, and how it is made."""
    site = arranged(desk, options, today)
    files = (*feed(site.edition, today), *map_out(site.edition, site.pages))
    assert len({file.place for file in files}) == len(files)
    made: dict[str, tuple[str, Callable[[], object]]] = {
        page.uri: (page.key, partial(_said, page)) for page in site.pages
    }
    facts = site.facts(map(place_of, made))
    narrowed = [page for page in site.pages if place_of(page.uri) in facts]
    made |= {f"facets of {page.uri}": (page.key, partial(facts.get, place_of(page.uri))) for page in narrowed}
    return made | {file.place: (file.key, file.make) for file in files}


def _said(page: Page) -> tuple[str, str]:
    return page.write().markdown(), page.linked_data()


@pytest.mark.parametrize("seed", range(SEEDS))
def test_what_has_the_same_key_is_the_same(seed: int) -> None:
    """After any edit of anything, whatever would be kept from the last build is what would be built anew."""
    drawn = Drawn(seed)
    desk, options, today = drawn.desk(), drawn.options(), date(2026, 1, 5)
    before = whole(desk, options, today)
    written = {name: make() for name, (_, make) in before.items()}
    for _ in range(EDITS):
        day = date(2026, 2, 20) if drawn.draw.random() < 0.1 else today
        after = whole(drawn.edited(desk), drawn.options() if drawn.draw.random() < 0.1 else options, day)
        for name in before.keys() & after.keys():
            if before[name][0] == after[name][0]:
                assert written[name] == after[name][1](), name


def test_the_drawn_desks_show_something_of_every_kind() -> None:
    """A site of withdrawn briefs alone would have honest keys, and prove nothing."""
    shown = set[str]()
    for seed in range(SEEDS):
        drawn = Drawn(seed)
        shown |= whole(drawn.desk(), drawn.options(), date(2026, 1, 5)).keys()
    kinds = {name.split("/")[0] for name in shown if "/" in name and not name.endswith("index.md")}
    assert kinds >= {"archive", "briefs", "organisations", "people", "quotes", "sources", "storylines", "topics"}
    assert shown >= {"people/ana-orr.md", "briefs/2025/a.md", "storylines/talks/calendar.ics"}


def _desk(count: int) -> dict[str, Any]:
    briefs = {
        f"2025/b{number:02}": {
            "title": f"Brief {number}",
            "date": f"2025-{1 + number % 12:02}-10",
            "summary": "A sentence.",
            "source": {"file": "a.txt" if number % 2 else "b/a.txt"},
            "participants": [{"name": f"Person {number}"}, {"name": "Ana Orr"}],
            "quotes": [{"speaker": f"Person {number}", "text": "words"}],
            "topics": [f"topic {number % 5}"],
            "storyline": f"story {number % 4}",
        }
        for number in range(count)
    }
    plain = {
        "ana": {"name": "Ana Orr"},
        "guild": "Guild",
        "court": "Court",
        "water": "Water",
        "talks": "Talks",
        "text": "w",
        "matched": True,
    }
    return plain | {"briefs": briefs}


def _changed(desk: dict[str, Any], edited: dict[str, Any], **later: Any) -> set[str]:
    options = Settings(page_size=10)
    before, after = pages(desk, options), pages(edited, options, **later)
    same = {uri for uri in before.keys() & after.keys() if before[uri].key == after[uri].key}
    return (before.keys() | after.keys()) - same


def test_an_edit_changes_the_pages_that_show_it() -> None:
    desk = _desk(40)
    old = desk["briefs"]["2025/b05"]
    edited = desk | {"briefs": desk["briefs"] | {"2025/b05": old | {"why_it_matters": "It does."}}}
    assert _changed(desk, edited) == {
        "briefs/2025/b05.md",
        "people/person-5.md",
        "people/ana-orr.md",
        "people/ana-orr/2025/06.md",
        "quotes/2025/06.md",
        "sources/a.md",
        "storylines/story-1.md",
        "topics/topic-0.md",
    }


def test_another_day_changes_nothing_but_home_and_the_ledger() -> None:
    desk = _desk(12)
    desk["briefs"]["2025/b00"]["next_steps"] = [{"id": "s", "what": "Meet", "when": "2026-01-10"}]
    assert _changed(desk, desk, today=date(2026, 1, 20)) == {"index.md", "next-steps/index.md"}
    assert not _changed(desk, desk, today=date(2026, 1, 6))


def test_a_name_changes_where_it_stands() -> None:
    desk = _desk(40)
    desk["briefs"]["2025/b05"]["participants"] = [{"name": "Cy Wu"}]
    renamed = desk | {"ana": {"name": "Anna Orr", "aliases": ["Ana Orr"]}}
    changed = _changed(desk, renamed)
    assert {"people/a-z/o.md", "people/ana-orr.md", "briefs/2025/b06.md"} <= changed
    assert not {"briefs/2025/b05.md", "archive/2025/06.md", "archive/index.md", "index.md"} & changed
