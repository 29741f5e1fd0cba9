"""Whatever a brief holds, its pages fit the screen at 360 and 1280 px: nothing scrolls sideways, nothing is cut off."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from desks import make_desk, run
from playwright.sync_api import expect

from browser.conftest import Contexts, Site, serving

LONG = "x" * 5000
HOSTILE = {
    "title": "Supercalifragilistic" * 15,
    "date": "2026-02-01",
    "summary": f"A sentence with {LONG}",
    "why_it_matters": LONG,
    "source": {"not_held": "made up " + "y" * 400, "headline": "h" * 300, "publisher": "p" * 300},
    "storyline": "Storyline " + "y" * 200,
    "topics": ["z" * 200],
    "places": ["p" * 300],
    "participants": [
        {
            "name": f"Person {'n' * (number % 50)} Number{number}",
            "role": "r" * (number % 90),
            "side": ("A", "B", "حكومة")[number % 3],
        }
        for number in range(200)
    ],
    "mentioned": [{"name": f"Other Person{number}", "role": "r" * 60} for number in range(60)],
    "key_points": [{"label": "L" * 80, "text": LONG}, "short", "Cut at an <angle> & a kettle for $180 million"],
    "quotes": [
        {"speaker": "Person Number0", "text": LONG, "occasion": "o" * 300, "reported_by": "b" * 200},
        {
            "speaker": "Person Number0",
            "text": "\n\n".join(["A paragraph of a quotation that goes on for a while."] * 4),
        },
        {
            "speaker": "ليلى حداد",
            "text": "البحيرة لنا جميعاً",
            "original": "湖" * 500,
            "translated_by": "t" * 200,
            "lang": "ar",
        },
    ],
    "next_steps": [{"what": "w" * 600, "when": "2026-05-05T12:30+03:00", "who": ["w" * 200], "where": "v" * 200}],
    "disputed": [LONG],
    "not_known": [LONG],
    "left_out": [{"text": LONG, "reason": LONG}],
    "changes": [{"date": "2026-02-02", "kind": "correction", "note": LONG}],
    "checked_by": "c" * 300,
}
ARABIC = {
    "title": "لقاء بين الطرفين " * 18,
    "date": "2026-02-04",
    "summary": "جملة واحدة.",
    "source": {"not_held": "made up", "lang": "ar"},
    "participants": [{"name": "ليلى حداد", "role": "وزيرة", "side": "حكومة"}],
    "quotes": [{"speaker": "ليلى حداد", "text": "البحيرة لنا جميعاً", "date": "2026-02-04"}],
}
LEAST = {
    "title": "A brief of four fields",
    "date": "2026-02-03",
    "summary": "No more.",
    "source": {"not_held": "made up"},
}
PAGES = (
    "", "briefs/hostile/", "briefs/least/", "people/", "people/person-number0/", "next-steps/", "quotes/", "sources/",
    "storylines/", "archive/2026/02/", "search/",
    "corrections/", "organisations/", "briefs/arabic/", "people/ليلى-حداد/",
)  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    desk = make_desk(tmp_path_factory.mktemp("hostile") / "desk")
    for name, brief in (("hostile", HOSTILE), ("least", LEAST), ("arabic", ARABIC)):
        (desk / f"briefs/{name}.yaml").write_text(json.dumps(brief, ensure_ascii=False), encoding="utf-8")
    done = run("generator", "build", desk=desk)
    assert done.returncode == 0, done.stdout + done.stderr
    with serving(desk / "site") as site:
        yield site


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways(hostile: Site, contexts: Contexts, path: str, width: int) -> None:
    with contexts.like(viewport={"width": width, "height": 800}) as reading:
        page = reading.new_page()
        page.goto(hostile.url + path)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        beyond = """width => [...document.querySelectorAll("article *")].filter(each => {
            const place = each.getBoundingClientRect()
            return place.width && (place.right > width + 1 || place.left < -1)
        }).map(each => each.outerHTML.slice(0, 120))"""
        assert page.evaluate(beyond, width) == []


def test_nothing_of_it_is_lost(hostile: Site, contexts: Contexts) -> None:
    """Two hundred who took part, sixty who are mentioned, four paragraphs of one quotation: all are on the page."""
    with contexts.like(viewport={"width": 360, "height": 800}) as reading:
        page = reading.new_page()
        page.goto(hostile.url + "briefs/hostile/")
        assert page.locator(".b-side li").count() == 200
        assert page.locator(".b-mentioned li").count() == 60
        assert page.locator(".b-quote blockquote").nth(1).locator("p").count() == 4
        assert page.locator("article").inner_text().count(LONG) >= 5
        assert page.locator("h1").inner_text() == HOSTILE["title"]


@pytest.mark.parametrize("words", ["angle", "kettle", "“an <angle>”", "“<angle> & a kettle”", "$180", "“$180 million”"])
def test_words_beside_signs_are_found(hostile: Site, contexts: Contexts, words: str) -> None:
    with contexts.like() as reading:
        page = reading.new_page()
        page.goto(f"{hostile.url}search/?q={quote(words)}")
        expect(page.locator(".b-find--page [role=status]")).to_contain_text("Results: 1")
        expect(page.locator(".b-find--page .b-find__result").first).to_contain_text("an <angle> & a")


def test_a_crowd_is_a_paragraph_of_names(hostile: Site, contexts: Contexts) -> None:
    """A side of more than a dozen; a few stand one below the other."""
    with contexts.like() as reading:
        page = reading.new_page()
        for path, display in (("briefs/hostile/", "inline"), ("briefs/arabic/", "list-item")):
            page.goto(hostile.url + path)
            assert page.locator(".b-side li").first.evaluate("each => getComputedStyle(each).display") == display


def test_what_is_optional_leaves_no_empty_place(hostile: Site, contexts: Contexts) -> None:
    with contexts.like() as reading:
        page = reading.new_page()
        page.goto(hostile.url + "briefs/least/")
        assert page.locator("article h2").all_inner_texts() == ["SOURCE"]
        empty = "[...document.querySelectorAll('article :is(p, ul, li, div, small, nav, aside)')]"
        assert page.evaluate(empty + ".filter(each => !each.textContent.trim()).map(each => each.outerHTML)") == []


def test_a_long_name_pushes_nothing_down_beside_it(hostile: Site, contexts: Contexts) -> None:
    """What is done with a quotation is in line with its receipt, however many lines the speaker takes."""
    with contexts.like(viewport={"width": 1280, "height": 800}) as reading:
        page = reading.new_page()
        page.goto(hostile.url + "briefs/arabic/")
        page.locator(".b-speaker").first.evaluate(
            "name => { name.textContent = 'Wilhelmina Featherstonehaugh '.repeat(4) }"
        )
        receipt, cite = (
            page.locator(f".b-quote > {part}").first.bounding_box() for part in (".b-receipt", ".b-permalink")
        )
        assert receipt and cite and abs(receipt["y"] - cite["y"]) < 6


def test_a_mark_hangs_out_on_the_side_of_the_speaker_alone(hostile: Site, contexts: Contexts) -> None:
    """On the other side words that run to the left would stand beyond the rules and the margin."""
    with contexts.like(viewport={"width": 1280, "height": 800}) as reading:
        page = reading.new_page()
        page.goto(hostile.url + "briefs/arabic/")
        assert page.locator("blockquote p[dir=rtl]").count() == 1
        wide = "all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.textContent)"
        assert page.locator("blockquote").evaluate_all(wide) == []


def test_a_date_behind_a_word_that_runs_to_the_left_stays_whole(hostile: Site, contexts: Contexts) -> None:
    """“4 Feb 2026” behind an office in Arabic stands on the right of it, its day first."""
    with contexts.like(viewport={"width": 1280, "height": 800}) as reading:
        page = reading.new_page()
        page.goto(hostile.url + "briefs/arabic/")
        places = page.evaluate("""() => {
            const said = document.querySelector(".b-said"), day = said.querySelector("time").firstChild
            const left = (node, from, to) => {
                const range = document.createRange()
                range.setStart(node, from)
                range.setEnd(node, to)
                return range.getBoundingClientRect().left
            }
            return [left(said.firstChild, 0, 5), left(day, 0, 1), left(day, 2, 5)]
        }""")
        assert places == sorted(places)
