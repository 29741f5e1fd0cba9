"""JSON-LD of pages: read by a real processor without the network, and safe inside a page."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from machines import DEMO, SITE, TODAY, a_brief, make, pages
from pyld import jsonld  # type: ignore[import-untyped]

from generator.pipeline import compose
from generator.settings import Settings

SCHEMA, OA = "https://schema.org/", "http://www.w3.org/ns/oa#"


def refuse(url: str, options: object) -> Any:
    raise AssertionError(f"{url} was asked for")


def graph(text: str, base: str = SITE) -> list[dict[str, Any]]:
    """The nodes of a JSON-LD text, expanded; and what is nested in them."""
    expanded = jsonld.expand(json.loads(text), {"base": base, "documentLoader": refuse})
    return list(nodes(expanded))


def nodes(value: Any) -> Any:
    if isinstance(value, list):
        for each in value:
            yield from nodes(each)
    elif isinstance(value, dict):
        if "@type" in value and "@value" not in value:
            yield value
        for each in value.values():
            yield from nodes(each)


def typed(found: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [node for node in found if name in node["@type"]]


def plain(node: dict[str, Any], name: str) -> list[Any]:
    return [each.get("@value", each.get("@id")) for each in node.get(SCHEMA + name, [])]


@pytest.fixture(scope="module")
def demo() -> dict[str, list[dict[str, Any]]]:
    return {uri: graph(page.linked_data()) for uri, page in pages(DEMO).items() if page.linked_data()}


def test_every_page_of_a_kind_says_what_it_is(demo: dict[str, list[dict[str, Any]]]) -> None:
    wanted = {"briefs/": "Report", "people/": "Person", "organisations/": "Organization", "topics/": "DefinedTerm"}
    for uri, found in demo.items():
        for start, name in wanted.items():
            if uri.startswith(start) and not uri.endswith("index.md") and "/a-z/" not in uri:
                assert typed(found, SCHEMA + name), uri
    assert typed(demo["index.md"], f"{SCHEMA}WebSite")
    assert sum(uri.startswith("briefs/") for uri in demo) > 15


def test_it_is_valid_rdf_with_absolute_addresses(demo: dict[str, list[dict[str, Any]]]) -> None:
    """Every name is a term of one of the two vocabularies, every node is of a type; nothing gets lost as RDF."""
    for uri, page in pages(DEMO).items():
        if not (text := page.linked_data()):
            continue
        rdf = jsonld.to_rdf(json.loads(text), {"base": SITE, "documentLoader": refuse, "format": "application/n-quads"})
        assert len(rdf.splitlines()) > 3, uri
    for found in demo.values():
        for node in found:
            names = [*node["@type"], *(name for name in node if not name.startswith("@"))]
            assert all(name.startswith((SCHEMA, OA)) for name in names)
            assert node.get("@id", SITE).startswith(("https://", "_:"))


def test_a_quotation_has_its_speaker_and_its_place_in_the_source(tmp_path: Path) -> None:
    quote = {
        "speaker": "Ada Quill",
        "text": "The harbour stays open, and nobody will be turned away",
        "date": "2026-02",
    }
    brief = a_brief(participants=[{"name": "Ada Quill", "role": "Mayor"}], quotes=[quote])
    found = graph(pages(make(tmp_path, {"x": brief}))["briefs/x.md"].linked_data())
    (quotation,) = typed(found, f"{SCHEMA}Quotation")
    assert plain(quotation, "text") == [quote["text"]]
    assert quotation["@id"].startswith(f"{SITE}briefs/x/#q-")
    assert plain(quotation, "spokenByCharacter") == plain(quotation, "creator") == [f"{SITE}people/ada-quill/"]
    (text,) = typed(found, f"{OA}TextQuoteSelector")
    assert text[f"{OA}exact"] == [{"@value": quote["text"]}]
    (position,) = typed(found, f"{OA}TextPositionSelector")
    stored = (tmp_path / "seeds/harbour.txt").read_text(encoding="utf-8")
    start, end = (position[OA + name][0]["@value"] for name in ("start", "end"))
    assert stored[start:end] == quote["text"]
    (person,) = [node for node in typed(found, f"{SCHEMA}Person") if f"{SCHEMA}jobTitle" in node]
    assert plain(person, "jobTitle") == ["Mayor"]


STATES = [
    (None, "EventScheduled"),
    ({"status": "happened"}, "EventScheduled"),
    ({"status": "cancelled"}, "EventCancelled"),
    ({"status": "slipped", "when": "2026-04-01"}, "EventRescheduled"),
    ({"status": "slipped"}, "EventPostponed"),
]


@pytest.mark.parametrize(("outcome", "status"), STATES)
def test_a_step_is_an_event(tmp_path: Path, outcome: dict[str, Any] | None, status: str) -> None:
    briefs = {"a": a_brief(next_steps=[{"id": "talks", "what": "Talks", "when": "2026-03-05/2026-03-06"}])}
    if outcome:
        briefs["b"] = a_brief(date="2026-02-09", outcomes=[{"step": "a#talks", **outcome}])
    (event,) = typed(graph(pages(make(tmp_path, briefs))["briefs/a.md"].linked_data()), f"{SCHEMA}Event")
    assert plain(event, "eventStatus") == [SCHEMA + status]
    assert event["@id"] == f"{SITE}briefs/a/#step-talks"
    moved = status == "EventRescheduled"
    assert plain(event, "startDate") == ["2026-04-01" if moved else "2026-03-05"]
    assert plain(event, "previousStartDate") == (["2026-03-05"] if moved else [])
    assert plain(event, "endDate") == ([] if moved else ["2026-03-06"])


def test_no_text_ends_the_script(tmp_path: Path) -> None:
    odd = "</script><script>alert(1)</script> <!-- & \u2028"
    page = pages(make(tmp_path, {"x": a_brief(title=odd, summary=odd)}))["briefs/x.md"]
    assert not set("<>&\u2028") & set(page.linked_data())
    (report,) = typed(graph(page.linked_data()), f"{SCHEMA}Report")
    assert plain(report, "headline") == [" ".join(odd.split())]


def test_without_an_address_of_the_site_the_addresses_are_relative(tmp_path: Path) -> None:
    brief = a_brief(topics=["Water"])
    text = pages(make(tmp_path, {"2026/x": brief}), site_url="")["briefs/2026/x.md"].linked_data()
    here = "https://anywhere.example/briefs/2026/x/"
    (topic,) = typed(graph(text, here), f"{SCHEMA}DefinedTerm")
    assert topic["@id"] == "https://anywhere.example/topics/water/"


def test_another_day_changes_nothing_in_it() -> None:
    """The keys of pages know no today."""
    before, after = (
        {page.uri: page.linked_data() for page in compose(DEMO, day, Settings(site_url=SITE)).pages}
        for day in (TODAY, date(2031, 1, 1))
    )
    assert before == after


def test_lists_lower_down_tell_the_way_to_them(demo: dict[str, list[dict[str, Any]]]) -> None:
    """Through pages that are there, from the home page to their own."""
    there = {SITE + page.url for page in pages(DEMO).values()}
    for uri, names in (
        ("archive/2025/11.md", ["All briefs", "2025", "November 2025"]),
        ("quotes/2025/index.md", ["Quotes", "2025"]),
        ("sources/bresket-exchange.md", ["Sources", "bresket-exchange.txt"]),
    ):
        (way,) = typed(demo[uri], f"{SCHEMA}BreadcrumbList")
        steps = way[f"{SCHEMA}itemListElement"]
        assert [plain(step, "name")[0] for step in steps][1:] == names
        assert [plain(step, "position")[0] for step in steps] == list(range(1, len(names) + 2))
        assert {plain(step, "item")[0] for step in steps} <= there
    assert "archive/index.md" not in demo
