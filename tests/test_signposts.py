"""Site maps, llms.txt, robots.txt, build.json, the Markdown of briefs, and the page that explains how to follow."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from machines import DEMO, SITE, a_brief, files, keys, make, pages
from markdown import Markdown

from generator.machines import sitemaps
from generator.machines.sitemaps import sitemap_files

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def rows(stored: bytes, name: str = "url") -> dict[str, str]:
    """Addresses of a site map, each with its day."""
    root = ElementTree.fromstring(stored)
    found = {row.findtext(f"{SPACE}loc", ""): row.findtext(f"{SPACE}lastmod", "") for row in root}
    assert {row.tag for row in root} == {SPACE + name}
    assert len(found) == len(root)
    return found


def all_rows(made: dict[str, bytes]) -> dict[str, str]:
    """What the parts say to which the index leads; the days of the index are the newest of its parts."""
    found: dict[str, str] = {}
    for address, day in rows(made["sitemap.xml"], "sitemap").items():
        part = rows(made[address.removeprefix(SITE)])
        assert day == max(part.values())
        found |= part
    return found


def test_the_site_map_has_every_page_once() -> None:
    found = all_rows(files(DEMO))
    wanted = {SITE + page.url for page in pages(DEMO).values() if page.kind != "withdrawn"}
    assert set(found) == wanted
    assert all(not day or date.fromisoformat(day) for day in found.values())


def test_the_days_are_those_of_the_briefs(tmp_path: Path) -> None:
    """Of the last major change; of a list, the newest that it shows; a typo dates nothing."""
    changes = [
        {"date": "2026-02-20", "kind": "correction", "note": "N."},
        {"date": "2026-02-25", "kind": "typo", "note": "N."},
    ]
    briefs = {
        "old": a_brief(date="2025-03-01", topics=["Water"]),
        "new": a_brief(date="2026-02-03", published="2026-02-04", topics=["Water"]),
        "mended": a_brief(date="2025-03-02", topics=["Fire"], changes=changes),
        "gone": a_brief(date="2026-02-28", withdrawn="Forged."),
    }
    found = {address.removeprefix(SITE): day for address, day in all_rows(files(make(tmp_path, briefs))).items()}
    assert {url: found.get(url) for url in ("briefs/old/", "briefs/new/", "briefs/mended/", "briefs/gone/")} == {
        "briefs/old/": "2025-03-01", "briefs/new/": "2026-02-04", "briefs/mended/": "2026-02-20", "briefs/gone/": None
    }  # fmt: skip
    assert (found["topics/water/"], found["topics/fire/"]) == ("2026-02-04", "2026-02-20")
    assert found["archive/2025/03/"] == found[""] == found["archive/"] == "2026-02-20"


def test_the_days_of_next_steps_are_those_of_briefs_and_of_dates_that_went_by(tmp_path: Path) -> None:
    """A step that is announced, one that is told of again, one that is overdue from a day on."""
    soon = {"id": "soon", "what": "A vote", "when": "2026-02-20"}
    briefs = {
        "told": a_brief(date="2026-02-03", next_steps=[soon, {"what": "A visit", "when": "2026-08"}]),
        "mended": a_brief(date="2025-03-02", changes=[{"date": "2026-02-28", "kind": "update", "note": "N."}]),
    }

    def of(today: date, more: dict[str, dict[str, object]]) -> tuple[str, str]:
        desk = make(tmp_path / str(len(list(tmp_path.iterdir()))), briefs | more)
        found = all_rows(files(desk, today=today))
        return found[f"{SITE}next-steps/"], found[SITE]

    later = {"later": a_brief(date="2026-02-25", outcomes=[{"step": "told#soon", "status": "happened"}])}
    assert of(date(2026, 2, 20), {}) == ("2026-02-03", "2026-02-28")
    assert of(date(2026, 2, 21), {}) == of(date(2026, 7, 1), {}) == ("2026-02-21", "2026-02-28")
    assert of(date(2026, 3, 1), later) == ("2026-02-25", "2026-02-28")
    assert of(date(2026, 9, 2), later) == ("2026-09-01", "2026-09-01")


def test_pages_by_hand_are_in_the_site_map() -> None:
    made = {file.place: file.make() for file in sitemap_files((), ("about/", "method/"), SITE)}
    assert all_rows(made) == {f"{SITE}about/": "", f"{SITE}method/": ""}
    assert sitemap_files((), ("about/",), "") == ()


def test_a_long_part_is_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "_MOST", 2)
    made = {file.place: file.make() for file in sitemap_files((), [f"p{n}/" for n in range(5)], SITE)}
    assert len(made) == 4 and len(all_rows(made)) == 5


def test_an_edit_changes_the_part_of_its_year(tmp_path: Path) -> None:
    briefs = {f"b{year}": a_brief(date=f"{year}-03-01") for year in (2024, 2025, 2026)}
    before = keys(make(tmp_path, briefs))
    after = keys(make(tmp_path, briefs | {"more": a_brief(date="2025-03-02")}))
    changed = {place for place in before if "sitemap" in place and before[place] != after[place]}
    assert changed == {"sitemap-2025.xml", "sitemap.xml"} or changed == {"sitemap-2025.xml"}


ROOTS = {"https://desk.example/": True, "https://desk.example/news/": False, "": False}


@pytest.mark.parametrize(("site_url", "there"), ROOTS.items())
def test_robots_is_there_where_robots_look(tmp_path: Path, site_url: str, there: bool) -> None:
    made = files(make(tmp_path, {"x": a_brief()}), site_url)
    assert ("robots.txt" in made) == there
    if there:
        assert made["robots.txt"].decode().splitlines()[-1] == f"Sitemap: {site_url}sitemap.xml"


@pytest.mark.parametrize("site_url", [SITE, ""])
def test_llms_txt_is_as_its_convention_has_it(site_url: str) -> None:
    """llmstxt.org: one H1, a quotation as summary, H2 sections of links only; and the links lead somewhere."""
    made = files(DEMO, site_url)
    lines = [line for line in made["llms.txt"].decode().splitlines() if line]
    assert lines[0].startswith("# ") and lines[1].startswith("> ")
    assert sum(line.startswith("# ") for line in lines) == 1
    there = {*made, *(page.url for page in pages(DEMO, site_url).values())}
    for line in lines[2:]:
        assert re.fullmatch(r"## .+|- \[[^\]]+\]\([^)\s]+\)(: .+)?", line), line
        if line.startswith("- "):
            assert line.partition("](")[2].partition(")")[0].removeprefix(site_url) in there
    assert "## Optional" in lines


def test_build_json_tells_of_the_input_and_of_no_time(tmp_path: Path) -> None:
    desk = make(tmp_path, {"x": a_brief(quotes=[{"speaker": "Ada Quill", "text": "The harbour stays open"}])})
    told = json.loads(files(desk)["build.json"])
    assert told["counts"]["briefs"] == told["counts"]["quotes"] == 1 and told["version"]
    assert json.loads(files(desk, today=date(2031, 1, 1))["build.json"]) == told
    (desk / "seeds/harbour.txt").write_text("“The harbour stays open,” she said.", encoding="utf-8")
    assert json.loads(files(desk)["build.json"])["input"] != told["input"]


def test_the_markdown_of_a_brief_reads_as_what_was_typed(tmp_path: Path) -> None:
    odd = "*no* <b>mark</b> & [[x]] `up` # 1. _so_"
    brief = a_brief(
        title=odd, why_it_matters=odd, key_points=[odd], quotes=[{"speaker": odd, "text": "nobody will be"}]
    )
    text = files(make(tmp_path, {"x": brief}))["briefs/x/index.md"].decode()
    read = Markdown().convert(text)
    assert "<b>" not in read and "<em>" not in read and "<code>" not in read
    title = re.search(r"<h1>(.*?)</h1>", read)
    assert title and html.unescape(title[1]) == odd
    assert "nobody will be" in read and f"{SITE}briefs/x/#q-" in read


def test_every_brief_of_the_demonstration_has_its_markdown() -> None:
    made = files(DEMO)
    briefs = [page for page in pages(DEMO).values() if page.kind == "brief"]
    for page in briefs:
        text = made[f"{page.url}index.md"].decode()
        assert text.startswith("# ") and page.title.split()[0] in text
        assert not re.search(r"\n{3,}|[ \t]\n", text)


def test_the_page_about_following_leads_to_every_feed_it_names(tmp_path: Path) -> None:
    made = files(DEMO)
    text = pages(DEMO)["follow.md"].write().markdown()
    named = re.findall(rf"href=\"(?:{SITE}|webcal://desk\.example/news/)([^\"]+)\"", text)
    assert len(named) > 8 and set(named) <= set(made)
    assert "calendar.ics" in named and "feed.xml" in named


def test_without_an_address_the_page_says_that_there_is_nothing() -> None:
    text = pages(DEMO, "")["follow.md"].write().markdown()
    assert "no address yet" in text and "feed.xml" not in text and "webcal" not in text


def test_lists_have_the_day_of_what_they_list_and_corrections_that_of_the_last(tmp_path: Path) -> None:
    changes = [{"date": "2026-02-20", "kind": "correction", "note": "N."}]
    briefs = {
        "old": a_brief(date="2025-03-01", participants=["Ada Quill"], quotes=[{"speaker": "Ada Quill", "text": "No"}]),
        "new": a_brief(date="2025-04-01", topics=["Fire"], changes=changes),
    }
    found = {address.removeprefix(SITE): day for address, day in all_rows(files(make(tmp_path, briefs))).items()}
    days = {"quotes/2025/03/": "2025-03-01", "quotes/2025/": "2025-03-01", "people/": "2025-03-01"}
    days |= {"topics/": "2026-02-20", "sources/": "2026-02-20", "corrections/": "2026-02-20", "next-steps/": ""}
    assert {url: found[url] for url in days} == days


def test_what_a_withdrawn_brief_left_has_the_day_on_which_it_went(tmp_path: Path) -> None:
    """Its lists and those of the people and topics it named; what it never stood on keeps its day."""
    told = {"topics": ["Water"], "participants": ["Ada Quill"], "quotes": [{"speaker": "Ada Quill", "text": "No"}]}
    there = {
        "first": a_brief(date="2025-03-01", **told, next_steps=[{"what": "A vote"}]),
        "second": a_brief(date="2025-04-01", topics=["Fire"]),
    }
    gone = a_brief(date="2025-03-02", **told, next_steps=[{"what": "A visit", "when": "2025-06"}])

    def of(name: str, withdrawn: object) -> dict[str, str]:
        briefs = there | {"gone": gone | {"withdrawn": withdrawn}}
        found = all_rows(files(make(tmp_path / name, briefs)))
        return {address.removeprefix(SITE): day for address, day in found.items()}

    day = "2026-02-10"
    before, after = of("before", "Forged."), of("after", {"reason": "Forged.", "date": day})
    changed = {url for url in after if after[url] != before[url]}
    assert {after[url] for url in changed} == {day}
    assert changed == {
        "", "archive/", "archive/2025/", "archive/2025/03/", "corrections/", "next-steps/", "people/",
        "people/ada-quill/", "quotes/", "quotes/2025/", "quotes/2025/03/", "sources/", "sources/harbour/", "topics/",
        "topics/water/",
    }  # fmt: skip
    assert before["corrections/"] == "" and "briefs/gone/" not in after


def test_the_index_names_what_was_withdrawn_for_those_who_keep_copies(tmp_path: Path) -> None:
    briefs = {
        "told": a_brief(),
        "gone": a_brief(title="Xylograph", withdrawn={"reason": "Forged.", "date": "2026-02-10"}),
        "old": a_brief(withdrawn="Forged as well."),
    }
    made = files(make(tmp_path, briefs))
    assert json.loads(made["api/index.json"])["withdrawn"] == [
        {"id": "gone", "url": f"{SITE}briefs/gone/", "reason": "Forged.", "date": "2026-02-10"},
        {"id": "old", "url": f"{SITE}briefs/old/", "reason": "Forged as well.", "date": None},
    ]
    assert not any(b"Xylograph" in stored for stored in made.values())
