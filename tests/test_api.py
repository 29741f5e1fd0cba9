"""The data under api/: valid by the schemas beside it, and true of the sources it points into."""

from __future__ import annotations

import hashlib
import json
import posixpath
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from machines import DEMO, SITE, a_brief, files, keys, make, pages
from referencing import Registry, Resource

FOLDERS = {"briefs": "brief", "years": "year", "people": "people", "steps": "steps"}


@pytest.fixture(scope="module")
def demo() -> dict[str, Any]:
    return data(files(DEMO))


def data(made: dict[str, bytes]) -> dict[str, Any]:
    return {place: json.loads(stored) for place, stored in made.items() if place.startswith("api/")}


def schema_name(place: str) -> str:
    folder = place.split("/")[1]
    return "index" if folder == "index.json" else FOLDERS[folder]


def check(made: dict[str, Any]) -> int:
    """Every file against its schema, which knows every field; how many there are."""
    schemas = {place: each for place, each in made.items() if place.startswith("api/schema/")}
    registry: Registry[Any] = Registry().with_resources(
        (posixpath.basename(place), Resource.from_contents(each)) for place, each in schemas.items()
    )
    checked = 0
    for place, each in made.items():
        if place not in schemas:
            schema = schemas[f"api/schema/{schema_name(place)}.json"]
            assert set(each) == set(schema["properties"]) == set(schema["required"])
            validator = Draft202012Validator(schema, registry=registry, format_checker=FormatChecker())
            assert not [error.message for error in validator.iter_errors(each)], place
            checked += 1
    return checked


def test_every_file_is_valid_by_its_schema(demo: dict[str, Any]) -> None:
    for place, each in demo.items():
        if place.startswith("api/schema/"):
            Draft202012Validator.check_schema(each)
    assert check(demo) > 30


def test_a_brief_of_four_fields_and_one_of_all_are_valid(tmp_path: Path) -> None:
    assert check(data(files(make(tmp_path, {"x": a_brief()})))) == 3
    full = data(files(Path(__file__).parent / "cases/a-brief-with-every-field"))
    assert check(full) > 3


def test_what_the_schema_does_not_know_is_found(demo: dict[str, Any]) -> None:
    """The test above can fail: a wrong type, a value that is none, a brief that is none."""
    place = next(place for place in demo if place.startswith("api/briefs/"))
    for field, wrong in (("published", "soon"), ("citations", [{}]), ("brief", {"title": "x"}), ("version", 2)):
        with pytest.raises(AssertionError):
            check({**demo, place: demo[place] | {field: wrong}})


def test_the_selectors_lead_to_the_words_in_the_source(demo: dict[str, Any]) -> None:
    found = 0
    for place, each in demo.items():
        if not place.startswith("api/briefs/"):
            continue
        if each["source"]["file"] is None:
            assert {citation["status"] for citation in each["citations"]} <= {"unchecked"}
            continue
        stored = (DEMO / "seeds" / each["source"]["file"]).read_bytes()
        text = stored.decode()
        assert each["source"]["sha256"] == hashlib.sha256(stored).hexdigest()
        for citation in each["citations"]:
            assert citation["status"] == "matched" and citation["receipt"]
            assert len(citation["selectors"]) == len(citation["spans"]) > 0
            for (quoted, position), span in zip(citation["selectors"], citation["spans"], strict=True):
                assert [position["start"], position["end"]] == span
                assert text[span[0] : span[1]] == quoted["exact"]
                start = span[0] - len(quoted["prefix"])
                whole = quoted["prefix"] + quoted["exact"] + quoted["suffix"]
                assert text[start : start + len(whole)] == whole
                assert len(citation["spans"]) > 1 or text.count(whole) == 1
                found += 1
    assert found > 60


@pytest.mark.parametrize("site_url", [SITE, ""])
def test_every_address_leads_to_something(site_url: str) -> None:
    """Absolute where the site has an address, else from the file itself."""
    made, made_pages = files(DEMO, site_url), pages(DEMO, site_url)
    there = {*made, *(unquote(page.url) for page in made_pages.values())}
    asked = 0
    for place, each in data(made).items():
        if "/schema/" in place:
            continue
        for address in addresses(each):
            if site_url:
                assert address.startswith(site_url)
                target = address.removeprefix(site_url)
            else:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(place), address.split("#")[0]))
                target = "" if target == "." else target + ("/" if address.split("#")[0].endswith("/") else "")
            page, _, anchor = target.partition("#")
            assert unquote(page) in there, address
            if anchor:
                markdown = next(each.write().markdown() for each in made_pages.values() if each.url == page)
                assert anchor in markdown
            asked += 1
    assert asked > 300


def addresses(value: Any, key: str = "") -> list[str]:
    if isinstance(value, dict):
        return [found for name, each in value.items() if name != "brief" for found in addresses(each, name)]
    if isinstance(value, list):
        return [found for each in value for found in addresses(each, key)]
    return [value] if key in ("url", "data", "markdown") and isinstance(value, str) else []


def test_what_was_typed_is_what_is_told(tmp_path: Path) -> None:
    """But for the desk's remarks to itself."""
    typed = a_brief(
        topics=["Water"],
        participants=[{"name": "Ada Quill", "role": "Mayor"}],
        next_steps=[{"what": "Meet", "when": "2026-03~", "certainty": "proposed"}],
    )
    own = {"left_out": [{"text": "nobody will", "reason": "too short"}], "accept": {"summary-long": "so be it"}}
    made = data(files(make(tmp_path, {"x": typed | own})))["api/briefs/x.json"]
    own.pop("accept")
    assert made["brief"] == typed | own | {"source": {"file": "harbour.txt", "kind": "article"}}
    assert [(each["kind"], each["id"]) for each in made["names"]] == [("people", "ada-quill"), ("topics", "water")]
    assert made["steps"][0]["when"]["approximate"] and made["steps"][0]["when"]["last"] == "2026-03-31"


def test_a_person_without_a_page_is_in_no_list_and_has_no_address(tmp_path: Path) -> None:
    people = {"ada-quill": {"name": "Ada Quill", "page": "false"}}
    made = data(files(make(tmp_path, {"x": a_brief(participants=["Ada Quill"])}, people=people)))
    assert made["api/briefs/x.json"]["names"][0]["url"] is None
    assert made["api/index.json"]["people"] == []


def test_a_year_has_its_briefs_newest_first_and_the_index_counts_them(tmp_path: Path) -> None:
    briefs = {name: a_brief(date=day) for name, day in (("2026", "2026-01-01"), ("b", "2026-02-01"), ("c", "2025"))}
    made = data(files(make(tmp_path, briefs)))
    assert [brief["id"] for brief in made["api/years/2026.json"]["briefs"]] == ["b", "2026"]
    assert [(part["name"], part["count"]) for part in made["api/index.json"]["years"]] == [("2026", 2), ("2025", 1)]
    assert made["api/briefs/2026.json"]["id"] == "2026"


def test_an_edit_changes_few_files(tmp_path: Path) -> None:
    briefs = {f"{year}-{n}": a_brief(date=f"{year}-03-0{n + 1}") for year in (2025, 2026) for n in range(4)}
    before = keys(make(tmp_path, briefs), site_url="")
    after = keys(make(tmp_path, briefs | {"2025-1": briefs["2025-1"] | {"title": "New title"}}), site_url="")
    changed = {place for place in before if before[place] != after[place]}
    assert {place for place in changed if place.startswith("api/")} == {"api/briefs/2025-1.json", "api/years/2025.json"}
    assert keys(tmp_path, "", date(2027, 1, 1)) == after


def test_what_is_a_draft_is_in_no_data_of_a_preview(tmp_path: Path) -> None:
    """Neither its id, nor who stands in it alone, nor what it says became of a step."""
    steps = [{"id": "vote", "what": "The vote", "when": "2026-03"}]
    briefs = {
        "out": a_brief(participants=["Ada Quill"], next_steps=steps),
        "secret": a_brief(
            date="2026-03-01",
            draft=True,
            participants=[{"name": "Ada Quill", "role": "Hidden role"}, "Bo Unseen"],
            outcomes=[{"step": "out#vote", "status": "happened"}],
        ),
    }
    made = files(make(tmp_path, briefs), drafts=True)
    told = {
        place: stored.decode() for place, stored in made.items() if place.startswith("api/") and "schema" not in place
    }
    assert told["api/people/q.json"]
    assert not [place for place, text in told.items() if "secret" in text or "Unseen" in text or "Hidden" in text]
    assert not [place for place in told if "secret" in place]
