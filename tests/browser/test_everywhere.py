"""What holds on every kind of page: the policy forbids nothing in it, nobody is kept out, nobody is traced."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from browser.conftest import Contexts, Site, Watched, watch
from browser.kinds import KINDS, NOT_FOUND

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"
ON_COLOUR = ("color-contrast", "link-in-text-block")
SIZES = ((360, 740), (1280, 900))
#: Dates that are on two lines although one has room for them.
TORN = """() => [...document.querySelectorAll("article time")].filter(each => {
    const range = document.createRange()
    range.selectNodeContents(each)
    const lines = new Set([...range.getClientRects()].map(place => Math.round(place.top)))
    let around = each.parentElement
    while (getComputedStyle(around).display === "inline") around = around.parentElement
    each.style.whiteSpace = "nowrap"
    const whole = range.getBoundingClientRect().width
    each.style.whiteSpace = ""
    return lines.size > 1 && whole < around.clientWidth - 20
}).map(each => each.outerHTML)"""
#: What a first visit brought over the line, and by how much things moved while it did: Cumulative Layout Shift.
MEASURES = """() => new Promise(done => {
    let shift = 0
    new PerformanceObserver(list => list.getEntries().forEach(each => { shift += each.value }))
        .observe({type: "layout-shift", buffered: true})
    const came = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    const bytes = came.reduce((sum, each) => sum + each.transferSize, 0)
    setTimeout(() => done({bytes, shift}), 50)
})"""


def test_every_kind_of_page_is_among_them(demo: Path) -> None:
    """Each folder of the site is of some kind; a new one is tested here or this fails."""
    kinds = {url.split("/")[0] for url in KINDS.values()}
    there = {path.name for path in demo.iterdir() if path.is_dir() and any(path.rglob("*.html"))}
    assert there <= kinds
    assert not [url for url in KINDS.values() if url != NOT_FOUND and not (demo / url / "index.html").is_file()]


def visit(page: Page, site: Site, url: str, watched: Watched) -> None:
    """Open a page and let it come to rest."""
    page.goto(site.url + url, wait_until="networkidle")
    if url == NOT_FOUND:  # the browser tells of the missing page itself
        watched.faults[:] = [each for each in watched.faults if "404" not in each]


def violations(page: Page, *rules: str) -> list[str]:
    """What axe finds on the page as it is, by the rules that it has for all or by some."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE)
    only = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    asked = {"resultTypes": ["violations"], **only}
    found: list[dict[str, Any]] = page.evaluate("asked => axe.run(asked).then(found => found.violations)", asked)
    return [
        f"{each['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for each in found
        for node in each["nodes"]
        if not (each["id"] == "region" and 'class="md-toggle"' in node["html"])  # Material's menu opens by a checkbox
    ]


def seen_at_all_sizes(page: Page, *rules: str) -> list[str]:
    """What axe finds on a phone and on a desk, dates that are torn there, and whether anything sticks out."""
    found = []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        found += violations(page, *rules)
        found += [f"torn at {width}: {each}" for each in page.evaluate(TORN)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"sticks out at the side at {width}")
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_is_kept_out_and_nothing_is_forbidden(
    contexts: Contexts,
    demonstration: Site,
    watched: Watched,
    kind: str,
    record_property: Callable[[str, object], None],
) -> None:
    """axe finds nothing, on a phone and on a desk, folds open; the policy of page and header stops nothing.

    Made dark, the same page takes other colours: by the rules on colour it is looked at again. Before all that it is
    measured, as a phone gets it for the first time.
    """
    phone: ViewportSize = {"width": SIZES[0][0], "height": SIZES[0][1]}
    with contexts.like(color_scheme="light", reduced_motion="reduce", viewport=phone) as reading:
        page = watch(reading, demonstration, watched)
        visit(page, demonstration, KINDS[kind], watched)
        measured = page.evaluate(MEASURES)
        record_property("measured", f"{kind}: {measured['bytes'] / 1000:.0f} kB, layout shift {measured['shift']:.3f}")
        assert 10_000 < measured["bytes"] <= 200_000
        assert measured["shift"] <= 0.02
        page.evaluate(OPEN_ALL)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
        found = seen_at_all_sizes(page)
        page.locator("label[title=Dark]").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        found += seen_at_all_sizes(page, *ON_COLOUR)
        assert found == []
        assert not reading.cookies()
    assert not watched.faults


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_of_a_search_keep_nobody_out(
    contexts: Contexts, demonstration: Site, watched: Watched, scheme: str, width: int
) -> None:
    look = "dark" if scheme == "dark" else "light"
    viewport = {"width": width, "height": 900}
    with contexts.like(color_scheme=look, reduced_motion="reduce", viewport=viewport) as reading:
        page = watch(reading, demonstration, watched)
        visit(page, demonstration, "search/?q=water", watched)
        expect(page.locator(".b-find--page .b-find__title").first).to_be_visible()
        page.evaluate(OPEN_ALL)
        assert violations(page) == []
        visit(page, demonstration, "search/", watched)
        page.locator(".b-find__facets summary").click()
        expect(page.locator(".b-find__facet li").first).to_be_visible()
        assert violations(page) == []
        if width > 1000:
            page.goto(demonstration.url)
            page.keyboard.press("/")
            page.keyboard.type("water")
            expect(page.locator(".b-find--header .b-find__title").first).to_be_visible()
            assert violations(page) == []
    assert not watched.faults


def test_feeds_are_found_by_the_strictest_finder_and_material_takes_none_for_an_edition(
    contexts: Contexts, demonstration: Site, watched: Watched
) -> None:
    """`rel` is `alternate` and nothing else, in file and page; no site map is asked for."""
    for url, feeds in (("", 2), (KINDS["storyline"], 4), (KINDS["brief"], 4)):
        stored = (demonstration.folder / url / "index.html").read_text(encoding="utf-8")
        assert len(re.findall(r'<link rel="alternate" ', stored)) == feeds
        with contexts.like() as reading:
            page = watch(reading, demonstration, watched)
            visit(page, demonstration, url, watched)
            assert page.locator("link[rel=alternate]").count() == feeds
    assert not [url for url in watched.requests if "sitemap" in url]
    assert not watched.faults


def test_a_script_that_is_not_the_themes_does_not_run(
    contexts: Contexts, demonstration: Site, watched: Watched
) -> None:
    """Neither in the text of a page nor as an attribute; the test fails where the policy is missing."""
    with contexts.like() as reading:
        page = watch(reading, demonstration, watched)

        def smuggle(route: Any) -> None:
            answer = route.fetch()
            page_with = answer.text().replace(
                "</h1>", "</h1><script>window.ran = 1</script><img src=x onerror='ran = 1'>"
            )
            headers = {name: value for name, value in answer.headers.items() if name != "content-security-policy"}
            route.fulfill(response=answer, body=page_with, headers=headers)

        page.route(re.compile("about/$"), smuggle)
        visit(page, demonstration, "about/", watched)
        assert page.evaluate("window.ran") is None
    assert len([fault for fault in watched.faults if "forbidden by the policy: script-src" in fault]) >= 2


def test_the_browser_remembers_dark_or_light_and_nothing_else(contexts: Contexts, demonstration: Site) -> None:
    with contexts.like() as reading:
        page = reading.new_page()
        for url in ("", KINDS["brief"], "search/?q=water", "people/"):
            page.goto(demonstration.url + url, wait_until="networkidle")
        page.locator("label[title=Dark]").click()
        page.reload(wait_until="networkidle")
        kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        assert {key.rsplit(".", 1)[-1] for key in kept} <= {"__palette"}
        assert not reading.cookies()
        assert not reading.service_workers


def test_the_first_stop_leads_past_the_menu(contexts: Contexts, demonstration: Site, watched: Watched) -> None:
    with contexts.like(viewport={"width": 1280, "height": 900}) as reading:
        page = watch(reading, demonstration, watched)
        for kind in ("brief", "home", "person", "next steps", "about"):
            visit(page, demonstration, KINDS[kind], watched)
            page.keyboard.press("Tab")
            expect(page.locator(".md-skip")).to_be_focused()
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            assert page.evaluate("Boolean(document.activeElement.closest('article'))"), kind
    assert not watched.faults
