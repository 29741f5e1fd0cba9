"""A site in another language than English, as its readers have it: longer words, other marks, other capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sites import build_once, copy_demo

from browser.conftest import BelowAPath, Contexts, Site, Watched, serving, watch
from browser.kinds import KINDS
from generator.language import speak
from generator.rendering.small_pieces import day_of
from generator.views.parts import Day

#: A brief with quotations, and what a reader sees and takes along of it.
BRIEF = "briefs/2025/vell-accord/"
WIDTH = 360


@pytest.fixture(scope="module", params=["ar", "de", "fr", "ru", "zh"])
def other(request: pytest.FixtureRequest, shared: Path) -> Iterator[tuple[str, Site]]:
    """The demonstration desk in another language, behind a server that sends the headers."""
    code: str = request.param

    def make(folder: Path) -> Path:
        desk = copy_demo(folder)
        settings = (desk / "mkdocs.yml").read_text(encoding="utf-8")
        assert "  briefing:\n" in settings
        told = settings.replace("  briefing:\n", f"  briefing:\n    language: {code}\n")
        (desk / "mkdocs.yml").write_text(told, encoding="utf-8")
        return desk

    folder = build_once(shared, f"demo-{code}", make, SITE_URL="https://example.org/sub/path/")
    with serving(folder, BelowAPath) as site:
        yield code, site


@pytest.fixture
def reading(contexts: Contexts, other: tuple[str, Site]) -> Iterator[Page]:
    """On a phone, where long words have the least room."""
    watched = Watched([], [])
    with contexts.like(viewport={"width": WIDTH, "height": 800}) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield watch(context, other[1], watched)
    assert not watched.faults


def test_longer_words_stay_inside_the_page(reading: Page, other: tuple[str, Site]) -> None:
    code, site = other
    for kind, path in KINDS.items():
        if kind == "not found" or path.startswith(
            ("handbook/", "about/", "method/", "corrections-", "contact/", "imprint/")
        ):
            continue  # written by hand
        reading.goto(site.url + path)
        assert reading.locator("html").get_attribute("lang") == code or kind == "old address", kind
        wide = reading.evaluate("document.documentElement.scrollWidth")
        assert wide <= WIDTH, f"{kind} is {wide} pixels wide"


def test_a_month_that_begins_a_line_has_a_capital(reading: Page, other: tuple[str, Site]) -> None:
    """French writes months and weekdays small in a sentence."""
    reading.goto(other[1].url + "next-steps/")
    first = "element => getComputedStyle(element, '::first-letter').textTransform"
    assert set(reading.locator("h3:has(+ .b-step)").evaluate_all(f"all => all.map({first})")) == {"uppercase"}


def test_a_date_that_begins_a_kicker_has_a_capital(reading: Page, other: tuple[str, Site]) -> None:
    """Also one that HTML cannot say to machines (about 31 December 2025); a storyline stays as typed."""
    reading.goto(other[1].url)
    first = "element => getComputedStyle(element, '::first-letter').textTransform"
    day = day_of(Day("environ"))
    for inside, expected in ((f"{day} · <a>Hael</a>", "uppercase"), (f"<a>eSports</a> · {day}", "none")):
        show = "html => document.querySelector('article').insertAdjacentHTML('afterbegin', html)"
        reading.evaluate(show, f'<p class="b-kicker">{inside}</p>')
        assert reading.locator(".b-kicker").first.evaluate(first) == expected


def test_what_is_copied_has_the_marks_and_words_of_the_language(reading: Page, other: tuple[str, Site]) -> None:
    code, site = other
    words = {
        "de": ("Kopieren", "Kopiert", "„", "Quelle: "),
        "fr": ("Copier", "Copié", "«", "Source\N{NO-BREAK SPACE}: "),
        "ar": ("نسخ", "تم النسخ", "«", "المصدر: "),
        "ru": ("Копировать", "Скопировано", "«", "Источник: "),
        "zh": ("复制", "已复制", "“", "来源："),
    }
    copy, copied, mark, source = words[code]
    reading.goto(site.url + BRIEF)
    reading.locator(".b-quote").first.get_by_role("button", name=copy).first.click()
    expect(reading.locator("body > [role=status]")).to_have_text(copied)
    taken = str(reading.evaluate("navigator.clipboard.readText()"))
    assert taken.startswith(mark) and f"\n{source}" in taken


def test_months_beside_the_results_are_those_of_the_pages(reading: Page, other: tuple[str, Site]) -> None:
    """In the same calendar and the same digits as the generator writes them."""
    code, site = other
    reading.goto(f"{site.url}search/?person=ilkat-zhorren")
    reading.locator(".b-find__facets > summary").wait_for()
    months = reading.locator("[data-facet=month]")
    months.first.wait_for(state="attached")
    for value in months.evaluate_all("all => all.map(one => one.dataset.value)"):
        shown = reading.locator(f"[data-value='{value}'] + span").text_content() or ""
        assert "".join(shown.split()) == "".join(speak(code).month(date.fromisoformat(f"{value}-01")).split())


def test_arabic_is_read_from_the_right(reading: Page, other: tuple[str, Site]) -> None:
    """Its letters hang together in headings, arrows lead on, and time runs as the months below it do."""
    code, site = other
    reading.goto(site.url + BRIEF)
    right = code == "ar"
    assert reading.locator("body").get_attribute("dir") == ("rtl" if right else "ltr")
    spacing = reading.locator("article h2").first.evaluate("heading => getComputedStyle(heading).letterSpacing")
    assert (spacing in ("0px", "normal")) == right
    reading.goto(site.url + "next-steps/")
    arrow = "mark => getComputedStyle(mark, '::before').content"
    slipped = reading.locator(".b-slipped").first.evaluate(arrow)
    assert ("←" in slipped) == right and ("→" in slipped) != right
    reading.goto(site.url + "organisations/basin-relief-society/")
    first, month = (reading.locator(f".b-activity {part}").first.bounding_box() for part in ("rect", "span"))
    assert first and month
    assert (first["x"] > WIDTH / 2) == (month["x"] > WIDTH / 2) == right


@pytest.mark.parametrize(
    ("place", "before"), [(".b-why p", 1), ("#key-points + ul > li", 0), ("#not-known + ul > li", 0)]
)
def test_a_sentence_of_an_editor_runs_as_its_letters_do(
    reading: Page, other: tuple[str, Site], place: str, before: int
) -> None:
    """Its full stop stands where it ends, whatever the language of the site."""
    reading.goto(other[1].url + BRIEF)
    for words, leftward in (("השר אמר כן.", True), ("He said so.", False)):
        stop, first = reading.evaluate(
            """([place, words, before]) => {
                const line = document.querySelector(place), kept = [...line.childNodes].slice(0, before)
                line.replaceChildren(...kept, ` ${words}`)
                const range = document.createRange()
                return [words.length, 1].map(at => {
                    range.setStart(line.lastChild, at); range.setEnd(line.lastChild, at + 1)
                    return range.getBoundingClientRect().left
                })
            }""",
            [place, words, before],
        )
        assert (stop < first) == leftward, words


def test_a_quotation_has_the_marks_of_its_evidence(reading: Page, other: tuple[str, Site]) -> None:
    """Browsers have others for Arabic and Spanish; words in a language have its marks on every site."""
    reading.goto(other[1].url + BRIEF)
    show = "html => document.querySelector('article').insertAdjacentHTML('afterbegin', html)"
    for code in ("ar", "es", "fr"):
        reading.evaluate(show, f'<blockquote><p lang="{code}">x</p></blockquote>')
        marks = reading.locator("blockquote p").first.evaluate("words => getComputedStyle(words).quotes")
        assert marks.startswith('"«'), code


def test_a_result_tells_of_its_brief_as_the_page_does(reading: Page, other: tuple[str, Site]) -> None:
    """Each dot with a space before it, and the year with its word (2026 г.)."""
    code, site = other
    reading.goto(f"{site.url}search/?q=Hael")
    reading.locator(".b-find__kicker").first.wait_for()
    told = reading.locator(".b-find__kicker").all_text_contents()
    assert told and not [text for text in told if re.search(r"\S·", text)]
    assert code != "ru" or all(re.search(r"\d\sг\.", text) for text in told)


def test_the_longest_word_beside_a_step_stays_in_its_column(reading: Page, other: tuple[str, Site]) -> None:
    """“vorgeschlagen” on the home page of a wide screen, where the column of days is narrowest."""
    code, site = other
    reading.set_viewport_size({"width": 1280, "height": 800})
    reading.goto(site.url)
    longest = max(map(speak(code).gettext, ("confirmed", "expected", "proposed")), key=len)
    reading.locator(".b-beside .b-mark").first.evaluate("(mark, word) => { mark.textContent = word }", longest)
    wide = "all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.textContent)"
    assert reading.locator(".b-when").evaluate_all(wide) == []
    assert len(set(reading.locator(".b-beside h3").evaluate_all("all => all.map(one => one.offsetLeft)"))) == 1


def test_what_is_done_with_a_quotation_stands_beside_its_receipt(reading: Page, other: tuple[str, Site]) -> None:
    """In one line, and the words of neither run into the other."""
    reading.set_viewport_size({"width": 1280, "height": 800})
    reading.goto(other[1].url + BRIEF)
    reading.locator(".b-permalink > .b-copy").first.wait_for()
    places = """all => all.map(quote => [".b-receipt > summary", ".b-permalink"].map(part => {
        const { top, left, right } = quote.querySelector(part).getBoundingClientRect()
        return [top, left, right]
    }))"""
    found = reading.locator(".b-quote:has(.b-receipt > summary)").evaluate_all(places)
    assert len(found) > 5
    for (top, left, right), (height, begin, end) in found:
        assert abs(top - height) < 6
        assert right < begin or end < left
