"""What a reader does: follow links, search by keyboard, land on a quotation, at a domain and below a path."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from browser.conftest import ANYWHERE, Contexts, Site, Watched

BRIEF = "briefs/2026/us-russia-florida-talks/"


def anchor_of(page: Page, words: str) -> str:
    """The anchor of a quotation on a brief's page."""
    quote = page.locator(".b-quote", has_text=words)
    return str(quote.locator("[id^=q-]").get_attribute("id"))


def search(page: Page, words: str) -> None:
    """Type into the header's field; wait until it has answered."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    expect(page.locator(".b-find--header [role=status]")).to_have_text(re.compile(r"\d|“"))


def test_from_a_brief_to_a_person_to_a_quotation(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.get_by_role("link", name="US and Russian envoys meet in Florida").first.click()
    page.wait_for_url(f"{site.url}{BRIEF}")
    page.locator("article").get_by_role("link", name="Donald Trump", exact=True).first.click()
    page.wait_for_url(f"{site.url}people/donald-trump/")
    page.locator(".b-quote", has_text="very close to getting a settlement").get_by_role("link").last.click()
    page.wait_for_url(re.compile(f"{re.escape(site.url + BRIEF)}#q-[0-9a-f]{{8}}$"))
    landed = page.evaluate("document.querySelector(':target').closest('.b-quote').innerText")
    assert "very close to getting a settlement" in landed


def test_every_tab_leads_somewhere(page: Page, site: Site, watched: Watched) -> None:
    page.goto(site.url)
    for url in page.eval_on_selector_all(".md-tabs a", "links => links.map(link => link.href)"):
        assert url.startswith(site.url)
        page.goto(url)
        expect(page.locator("h1")).to_have_count(1)


def test_a_word_of_a_quotation_leads_to_its_place(page: Page, site: Site) -> None:
    page.goto(f"{site.url}{BRIEF}")
    anchor = anchor_of(page, "fire into Kyiv and various towns")
    page.goto(site.url)
    search(page, "various towns")
    place = page.locator(f".b-find--header a[href$='#{anchor}']")
    expect(place).to_contain_text("Donald Trump")
    expect(place.locator("mark").first).to_have_text("various")
    place.click()
    page.wait_for_url(f"{site.url}{BRIEF}#{anchor}")
    assert page.evaluate("document.querySelector(':target').closest('.b-quote').innerText").count("various towns") == 1


def test_search_by_the_keyboard_alone(page: Page, site: Site) -> None:
    page.goto(f"{site.url}about/")
    search(page, "encouraged")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#find-header")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".b-find--header .b-find__title").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".b-find--header .b-find__place").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#find-header")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}{BRIEF}")


@ANYWHERE
def test_escape_closes_the_results_and_leaves_the_field(page: Page, site: Site) -> None:
    page.goto(site.url)
    search(page, "encouraged")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator(".b-find--header .b-find__results")).to_be_hidden()
    expect(page.locator("#find-header")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#find-header")).not_to_be_focused()


@ANYWHERE
def test_control_k_and_slash_reach_the_field_and_a_typed_slash_stays(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.keyboard.press("Control+k")
    expect(page.locator("#find-header")).to_be_focused()
    page.keyboard.type("2026/27")
    expect(page.locator("#find-header")).to_have_value("2026/27")


@ANYWHERE
def test_a_click_elsewhere_closes_the_results(page: Page, site: Site) -> None:
    page.goto(site.url)
    search(page, "encouraged")
    page.mouse.click(300, 700)
    expect(page.locator(".b-find--header .b-find__results")).to_be_hidden()


def test_enter_leads_to_the_search_page_with_the_query_in_its_address(page: Page, site: Site) -> None:
    page.goto(site.url)
    search(page, "harbour")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}search/?q=harbour")
    expect(page.locator(".b-find--page .b-find__result").first).to_contain_text("Port Ellery")
    page.keyboard.type(" ferrymen")
    page.wait_for_url(f"{site.url}search/?q=harbour+ferrymen")
    page.reload()
    expect(page.locator("#find-page")).to_have_value("harbour ferrymen")
    expect(page.locator(".b-find--page .b-find__result").first).to_be_visible()


@ANYWHERE
def test_nothing_found_says_so_and_helps(page: Page, site: Site) -> None:
    page.goto(f"{site.url}search/?q=xqzzv")
    status = page.locator(".b-find--page [role=status]")
    expect(status).to_contain_text("Nothing found for “xqzzv”")
    expect(page.get_by_role("link", name="All briefs")).to_be_visible()


@ANYWHERE
def test_what_is_searched_for_is_shown_as_typed(page: Page, site: Site) -> None:
    typed = "<img src=x onerror=alert(1)> $& xqzzv"
    page.goto(f"{site.url}search/")
    page.locator("#find-page").fill(typed)
    expect(page.locator(".b-find--page [role=status]")).to_contain_text(typed)


@ANYWHERE
def test_words_in_quotation_marks_are_a_phrase(page: Page, site: Site) -> None:
    page.goto(f"{site.url}search/")
    page.locator("#find-page").fill("“turned away”")
    expect(page.locator(".b-find--page .b-find__result").first).to_contain_text("Port Ellery")
    page.locator("#find-page").fill("“away turned”")
    expect(page.locator(".b-find--page [role=status]")).to_contain_text("Nothing found")


@ANYWHERE
def test_drafts_and_withdrawn_briefs_are_not_found(page: Page, site: Site) -> None:
    for word in ("zumbrella", "xylograph"):
        page.goto(f"{site.url}search/?q={word}")
        expect(page.locator(".b-find--page [role=status]")).to_contain_text("Nothing found")


def test_nothing_of_search_is_fetched_before_it_is_opened(page: Page, site: Site, watched: Watched) -> None:
    page.goto(f"{site.url}{BRIEF}", wait_until="networkidle")
    assert not [url for url in watched.requests if "pagefind" in url]
    with page.expect_request(re.compile("pf_meta")):
        page.keyboard.press("/")


def test_on_a_phone_search_is_a_page(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site.url)
    expect(page.locator("#find-header")).to_be_hidden()
    page.get_by_role("link", name="Search").click()
    page.wait_for_url(f"{site.url}search/")
    expect(page.locator("#find-page")).to_be_focused()
    page.keyboard.type("encouraged")
    expect(page.locator(".b-find__place").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_an_old_address_leads_to_the_new_one_and_keeps_the_place(page: Page, site: Site) -> None:
    page.goto(f"{site.url}briefs/2026/old-quay/#step-ferry-talks")
    page.wait_for_url(f"{site.url}briefs/2026/harbour/#step-ferry-talks")
    expect(page.locator(":target")).to_contain_text("Talks with the ferrymen")


def test_what_is_not_there_leads_on(page: Page, site: Site, watched: Watched) -> None:
    page.goto(f"{site.url}briefs/2019/gone/")
    watched.faults.clear()  # the browser tells of the missing page itself
    expect(page.locator("h1")).to_have_text("Page not found")
    search(page, "encouraged")
    page.locator(".b-find__title").first.click()
    page.wait_for_url(f"{site.url}{BRIEF}")


def test_without_a_script_there_are_other_ways(contexts: Contexts, site: Site) -> None:
    with contexts.like(java_script_enabled=False) as reading:
        page = reading.new_page()
        page.goto(f"{site.url}search/")
        expect(page.locator(".b-find")).to_have_count(1)
        expect(page.locator(".b-find")).to_be_hidden()
        for name in ("People", "All briefs", "Topics"):
            expect(page.locator("article").get_by_role("link", name=name)).to_be_visible()


@ANYWHERE
def test_words_of_a_quotation_find_it_before_single_words_elsewhere(page: Page, site: Site) -> None:
    page.goto(f"{site.url}{BRIEF}")
    anchor = anchor_of(page, "a good chance of getting it settled")
    search(page, "good chance of getting")
    assert str(page.locator(".b-find__place").first.get_attribute("href")).endswith(f"#{anchor}")


@ANYWHERE
def test_what_is_closed_stays_out_of_print(page: Page, site: Site) -> None:
    """Material opens every fold before printing; receipts and evidence stay what they are on the screen."""
    page.goto(f"{site.url}{BRIEF}")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator("details.b-receipt summary").first).to_be_visible()
    for inside in page.locator("details.b-receipt > :not(summary), .b-evidence, .b-unused").all():
        expect(inside).to_be_hidden()
