"""How pages come and look: their weight, what moves, dark and light, paper, the keyboard; and pictures to look at."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Response, expect

from browser.conftest import ANYWHERE, Contexts, Site
from browser.kinds import KINDS

BRIEF = "briefs/2026/us-russia-florida-talks/"


def test_a_first_visit_of_a_brief_is_light_and_nothing_jumps(
    page: Page, site: Site, record_property: Callable[[str, object], None]
) -> None:
    """At most 200 kB, compressed, with everything; no layout shift above 0.02."""
    weights: dict[str, int] = {}
    page.on("response", lambda answer: weights.update({answer.url: _weight(answer)}))
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(each => { shift += each.value }))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(site.url + BRIEF, wait_until="networkidle")
    shift = page.evaluate("shift")
    weight, where = sum(weights.values()) / 1000, site.url.split("/", 3)[3]
    told = f"{weight:.0f} kB in {len(weights)} requests, layout shift {shift:.3f}"
    record_property("measured", f"brief on a wide screen, below /{where}: {told}")
    assert sum(weights.values()) <= 120_000
    assert shift <= 0.02


def _weight(answer: Response) -> int:
    body = answer.body() if answer.ok else b""
    return min(len(body), len(gzip.compress(body, 6))) + 300  # and the headers


@ANYWHERE
def test_the_first_screen_of_a_phone_tells_what_happened_and_what_is_next(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site.url + BRIEF)
    for told in ("h1", ".b-kicker", ".b-bottomline", ".b-glance"):
        box = page.locator(told).bounding_box()
        assert box and box["y"] + box["height"] <= 740, told
    expect(page.locator(".b-glance")).to_contain_text("Next")


def test_the_colours_are_those_that_the_palette_names(page: Page, site: Site) -> None:
    page.goto(site.url)
    colour = "getComputedStyle(document.querySelector('.md-header')).backgroundColor"
    for scheme, ours in (("default", "rgb(20, 33, 61)"), ("slate", "rgb(13, 21, 38)")):
        for name, wanted in (("custom", ours), ("teal", "rgb(0, 148, 133)")):
            chosen = {"mdColorScheme": scheme, "mdColorPrimary": name}
            page.evaluate("chosen => Object.assign(document.body.dataset, chosen)", chosen)
            assert page.evaluate(colour) == wanted, (scheme, name)


def test_dark_stays_dark_on_the_next_page(page: Page, site: Site) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(site.url)
    page.locator("label[title=Dark]").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.goto(site.url + BRIEF)
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


@ANYWHERE
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_has_the_brief_alone_in_light_colours_with_its_address(page: Page, site: Site, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(site.url + BRIEF)
    page.emulate_media(media="print")
    for hidden in (".md-header", ".md-tabs", ".md-footer", ".b-permalink", ".b-turn", ".md-sidebar--primary"):
        assert not page.locator(hidden).filter(visible=True).count(), hidden
    expect(page.locator(".b-printed")).to_contain_text("https://example.org")
    expect(page.locator(".b-printed")).to_contain_text(BRIEF)
    expect(page.locator(".b-kicker time")).to_be_visible()
    link = "<a id='away' href='https://example.org/article'>an article</a>"
    page.evaluate(f"document.querySelector('.b-source').insertAdjacentHTML('beforeend', `{link}`)")
    after = page.evaluate("getComputedStyle(document.querySelector('#away'), '::after').content")
    assert "https://example.org/article" in after
    dim = """() => [...document.querySelectorAll("article *")].filter(each => {
        const [red, green, blue] = getComputedStyle(each).color.match(/[\\d.]+/g).map(Number)
        return each.textContent.trim() && each.getClientRects().length && (red + green + blue) / 3 > 150
    }).map(each => each.outerHTML.slice(0, 100))"""
    assert page.evaluate(dim) == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@ANYWHERE
@pytest.mark.parametrize("path", ["", "404.html", "storylines/ukraine-peace-talks/", "next-steps/", BRIEF])
def test_paper_has_nothing_to_press_and_nothing_beyond_its_edge(page: Page, site: Site, path: str) -> None:
    page.goto(site.url + path)
    page.emulate_media(media="print")
    for pressed in ("button", "input", "article a[href^='#']:not(.b-glance a)"):
        assert not page.locator(pressed).filter(visible=True).count(), pressed
    cut = """() => [...document.querySelectorAll("article *")].filter(each => {
        const dot = getComputedStyle(each, "::before"), place = each.getBoundingClientRect()
        const left = dot.position === "absolute" ? place.left + parseFloat(dot.left) : place.left
        return place.width && left < document.querySelector("article").getBoundingClientRect().left - .5
    }).map(each => each.outerHTML.slice(0, 100))"""
    assert page.evaluate(cut) == []


DOTS_THAT_BEGIN_A_LINE = """() => {
    const range = document.createRange()
    const place = ([node, at]) => {
        range.setStart(node, at); range.setEnd(node, at + 1); return range.getBoundingClientRect()
    }
    const found = [], walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT)
    for (let node, last = null; (node = walker.nextNode());) {
        if (!node.data.trim() || !node.parentElement.checkVisibility()) continue
        for (const { index } of node.data.matchAll(/·/gu)) {
            const before = node.data.slice(0, index).trimEnd().length
            const sign = before ? [node, before - 1] : last
            if (sign && place([node, index]).top > place(sign).bottom - 4) found.push(node.parentElement.outerHTML)
        }
        last = [node, node.data.trimEnd().length - 1]
    }
    return found
}"""


@pytest.mark.parametrize(
    "kind", ["home", "brief", "person", "topic", "storyline", "sources", "quotes", "archive of a month"]
)
def test_no_line_begins_with_the_dot_between_two_things(contexts: Contexts, demonstration: Site, kind: str) -> None:
    with contexts.like() as reading:
        page = reading.new_page()
        page.goto(demonstration.url + KINDS[kind])
        for width in range(320, 440, 5):
            page.set_viewport_size({"width": width, "height": 740})
            assert (width, page.evaluate(DOTS_THAT_BEGIN_A_LINE)) == (width, [])


@ANYWHERE
@pytest.mark.parametrize("width", [360, 1280])
def test_what_can_be_done_with_a_step_is_one_line(page: Page, site: Site, width: int) -> None:
    """Its evidence, its copy and its citation; what is opened has the line to itself."""
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(site.url + BRIEF)
    step = page.locator(".b-step", has=page.locator(".b-evidence")).first
    ways = [step.locator(each) for each in (".b-evidence > summary", ".b-copy >> nth=0", ".b-permalink summary")]
    boxes = [box for each in ways if (box := each.bounding_box())]
    assert len(boxes) == 3
    assert max(box["y"] for box in boxes) - min(box["y"] for box in boxes) < 4
    assert boxes == sorted(boxes, key=lambda box: box["x"])
    ways[0].click()
    opened, copy = step.locator(".b-evidence").bounding_box(), ways[1].bounding_box()
    assert opened and copy
    assert opened["y"] + opened["height"] <= copy["y"]


@ANYWHERE
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["", BRIEF, "next-steps/", "people/donald-trump/", "nowhere/"])
def test_the_keyboard_reaches_all_that_can_be_used_sees_where_it_is_and_leaves(
    contexts: Contexts, site: Site, path: str, width: int
) -> None:
    with contexts.like(viewport={"width": width, "height": 740}) as context:
        page = context.new_page()
        page.goto(site.url + path, wait_until="networkidle")
        wanted = page.evaluate(
            """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
            .filter(each => each.tabIndex >= 0 && each.checkVisibility({visibilityProperty: true}))
            .filter(each => !each.closest("details:not([open]) > :not(summary)"))
            .filter(each => { const box = each.getBoundingClientRect(); return box.width > 1 && box.right > 0 })
            .map((each, place) => { each.dataset.place = place; return place })"""
        )
        reached: set[int] = set()
        for _ in range(len(wanted) + 60):
            page.keyboard.press("Tab")
            place, hidden = page.evaluate(
                """() => {
                const focused = document.activeElement
                if (focused === document.body) return [-1, ""]
                const each = focused.matches(".md-option") ? focused.form.querySelector("label:not([hidden])")
                    : focused.id === "__drawer" ? document.querySelector(".b-menu") : focused
                const box = each.getClientRects()[0]
                const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
                const away = !seen || !each.contains(seen)
                const plain = getComputedStyle(each).outlineStyle === "none" && focused.dataset.place !== undefined
                return [Number(focused.dataset.place ?? -2), away || plain ? each.outerHTML.slice(0, 200) : ""]
            }"""
            )
            if place == -1:
                break
            reached.add(place)
            assert not hidden
        else:
            raise AssertionError("the keyboard does not leave the page")
        assert set(wanted) <= reached


@ANYWHERE
@pytest.mark.parametrize("path", ["", "404.html"])
def test_on_a_phone_the_menu_opens_by_keyboard(page: Page, site: Site, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site.url + path)
    archive = page.locator(".md-sidebar--primary").get_by_role("link", name="Archive")
    expect(archive).to_be_hidden()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(archive).to_be_visible()
    archive.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}archive/")


@ANYWHERE
def test_whoever_wants_no_motion_gets_none(page: Page, site: Site) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(site.url + BRIEF)
    moving = """() => [...document.querySelectorAll("*")].filter(each => {
        const style = getComputedStyle(each)
        return `${style.transitionDuration},${style.animationDuration}`.split(",").some(each => parseFloat(each))
    }).length"""
    assert page.evaluate(moving) == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_a_receipt_on_paper_has_the_whole_line(page: Page, site: Site) -> None:
    """Nothing to press stands beside it there."""
    page.emulate_media(media="print")
    page.goto(site.url + BRIEF)
    room = page.locator(".b-receipt > summary").first.evaluate("each => getComputedStyle(each).marginInlineEnd")
    page.emulate_media(media="screen")
    assert room == "0px"


@pytest.mark.parametrize(
    ("path", "pieces"),
    [
        (BRIEF, (".b-permalink > .b-copy", ".b-permalink summary", ".b-matched > summary", ".b-foot-ways a")),
        ("next-steps/", (".b-copies .b-copy",)),
        ("people/", (".b-letters li > a",)),
        ("archive/", (".b-years li li a",)),
        ("", (".b-beside .b-lines li > a", ".b-more a", ".b-ways a")),
    ],
)
def test_a_finger_meets_what_stands_by_itself(
    contexts: Contexts, site: Site, path: str, pieces: tuple[str, ...]
) -> None:
    """Forty pixels of height at the least, and each piece answers for itself: none is covered by its neighbour."""
    height = """each => {
        each.scrollIntoView({ block: "center" })
        const place = each.getBoundingClientRect()
        const meets = at => {
            const found = document.elementFromPoint(place.left + Math.min(place.width / 2, 15), at)
            return Boolean(found) && (each === found || each.contains(found))
        }
        let [top, bottom] = [place.top + place.height / 2, place.top + place.height / 2]
        while (meets(top - 1)) top -= 1
        while (meets(bottom + 1)) bottom += 1
        return bottom - top + 1
    }"""
    with contexts.like(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True) as reading:
        page = reading.new_page()
        page.goto(site.url + path)
        for piece in pieces:
            page.locator(piece).first.wait_for()
            for each in page.locator(piece).all()[:6]:
                assert each.evaluate(height) >= 40, piece


def test_found_words_are_read_in_colours_of_the_readers_own(page: Page, site: Site) -> None:
    """Where the system decides on colours: its own ground below its own ink, and nothing shines through."""
    page.emulate_media(forced_colors="active")
    page.goto(f"{site.url}search/?q=talks")
    mark = page.locator(".b-find mark").first
    mark.wait_for()
    ground, ink = (mark.evaluate(f"mark => getComputedStyle(mark).{name}") for name in ("backgroundColor", "color"))
    assert ground.startswith("rgb(") and ink.startswith("rgb(") and ground != ink
    page.emulate_media(forced_colors="none")


def test_what_a_shared_link_brings_along_is_there(page: Page, site: Site) -> None:
    page.goto(site.url + BRIEF)
    told = dict(
        page.eval_on_selector_all(
            "meta[property]", "all => all.map(each => [each.getAttribute('property'), each.content])"
        )
    )
    assert told["og:type"] == "article"
    assert told["og:title"] == page.locator("h1").inner_text()
    assert told["og:url"].endswith(f"/{BRIEF}")
    mount = site.url.split("/", 3)[3]
    picture = told["og:image"].removeprefix(f"https://example.org/{mount}")
    assert picture.startswith("assets/cards/storylines/") and (site.folder / picture).is_file()
    assert told["og:image:alt"] == "Ukraine peace talks · The Briefing Desk"
    page.goto(site.url + "about/")
    assert page.locator("meta[property='og:image']").get_attribute("content").endswith("assets/cards/site.png")  # type: ignore[union-attr]
    assert (site.folder / "assets/cards/site.png").is_file()
