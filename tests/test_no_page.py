"""People with `page: false`: their briefs name them, and nothing else of the site does."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from machines import TEXT, a_brief, files, make, pages

KEPT_BACK = re.compile("isaut|maunde-i", re.IGNORECASE)
#: Where a brief is told as it is: its page, its data, and in feeds what was said in it.
OF_BRIEFS = ("briefs/", "api/briefs/", "quotes/", "sources/")


def linked(page: str) -> Iterator[Any]:
    """Every node of the linked data of a page."""
    for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL):
        yield from nodes(json.loads(html.unescape(data)))


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(each)


@pytest.fixture(scope="module")
def told(demo: Path) -> dict[str, str]:
    """Every text of the demonstration site by its place; Isaut Maunde has no page there."""
    kinds = (".html", ".json", ".xml", ".ics", ".txt", ".md")
    paths = [path for path in sorted(demo.rglob("*")) if path.suffix in kinds and path.is_file()]
    return {path.relative_to(demo).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def test_briefs_name_them(told: dict[str, str]) -> None:
    """Else the other tests here hold of nobody."""
    for place in ("briefs/2025/last-two-home/index.html", "api/briefs/2025/last-two-home.json"):
        assert "Isaut Maunde" in told[place]
    assert any(node.get("name") == "Isaut Maunde" for node in linked(told["briefs/2025/last-two-home/index.html"]))


def test_nothing_has_an_address_of_theirs(told: dict[str, str]) -> None:
    """No page, no feed, no file of data, and no link to one: not in HTML, JSON, feeds, site maps, llms.txt."""
    assert not [place for place in told if KEPT_BACK.search(place)]
    assert not [place for place, text in told.items() if "people/isaut" in text]


def test_search_knows_no_such_person(told: dict[str, str]) -> None:
    """Neither among the names that come before briefs nor among what results are narrowed by."""
    asked = [place for place in told if place.startswith(("names/", "pagefind/")) and place.endswith(".json")]
    assert any(place.endswith("facets.json") for place in asked)
    assert not [place for place in asked if KEPT_BACK.search(told[place])]


def test_no_list_gathers_where_they_are_named(told: dict[str, str]) -> None:
    """Not the list of people, nor who somebody appeared with; other pages tell of them within the words of a brief."""
    assert "Edrec Maunde" in told["people/index.html"] + told["people/rhune-cassaly/index.html"]
    for place, text in told.items():
        if place.endswith(".html") and not place.startswith(OF_BRIEFS):
            beside = re.sub(r'(?s)<(div|figure) class="b-(quote|step)\b.*?</\1>', "", text)
            beside = re.sub(r'(?s)<div class="b-asides">.*', "", beside) if not place.startswith("people/") else beside
            assert not re.search(r">[^<]*Isaut Maunde[^<]*</(?:a|li|span)>|<li>\s*Isaut", beside), place
    assert not [place for place in told if re.match("api/(people|steps|index)", place) and "Isaut" in told[place]]


def test_data_and_linked_data_name_them_without_an_address(told: dict[str, str]) -> None:
    brief = "briefs/2025/last-two-home"
    for node in (*linked(told[f"{brief}/index.html"]), *nodes(json.loads(told[f"api/{brief}.json"]))):
        if node.get("name") == "Isaut Maunde":
            assert not {node.get("@id"), node.get("url"), node.get("sameAs")} - {None}, node


def test_many_briefs_make_them_no_feed_and_no_file(tmp_path: Path) -> None:
    """Six briefs: anybody else has a page, a feed, a row among people and a facet."""
    quotes = [{"speaker": "Ada Quill", "text": "The harbour stays open"}]
    briefs = {
        f"b{day}": a_brief(date=f"2026-02-0{day}", participants=["Ada Quill"], quotes=quotes) for day in range(1, 7)
    }
    assert "Ada Quill" in TEXT
    for hidden in (False, True):
        desk = make(tmp_path / str(hidden), briefs, people={"ada-quill": {"name": "Ada Quill", "page": not hidden}})
        made, there = files(desk), pages(desk)
        own = {"people/ada-quill/feed.xml", "api/people/q.json", "names/a.json", "names/q.json"}
        led = {place for place, stored in made.items() if b"people/ada-quill" in stored}
        assert ("people/ada-quill.md" in there) is not hidden
        assert (own & made.keys(), bool(led)) == ((set(), False) if hidden else (own, True))
