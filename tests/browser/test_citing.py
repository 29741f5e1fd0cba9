"""What a reader takes along: words with all that belongs to them, a permalink, a word to the desk."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import ANYWHERE, Contexts, Site
from generator.pages.fragments import text_fragment
from generator.spans import Span

BRIEF = "briefs/2026/harbour/"
WORDS = "The harbour stays open, and nobody will be turned away"


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.fixture
def reading(page: Page) -> Page:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def test_a_quotation_is_copied_by_keyboard_with_who_when_where_and_the_source(reading: Page, site: Site) -> None:
    reading.goto(site.url + BRIEF)
    quote = reading.locator(".b-quote")
    quote.get_by_role("button", name="Copy: this quotation", exact=True).focus()
    reading.keyboard.press("Enter")
    expect(reading.locator("body > [role=status]")).to_have_text("Copied")
    anchor = quote.locator("[id^=q-]").get_attribute("id")
    assert copied(reading) == (
        f"“{WORDS}”\n— Ada Quillfeather, Mayor of Port Ellery · Town hall · 2 Feb 2026\n\n"
        f"Port Ellery keeps its harbour open\n{site.url}{BRIEF}#{anchor}\n\n"
        "Source: harbour.txt, Ellery Courier\n"
    )
    expect(quote.get_by_role("button", name="Copy: this quotation", exact=True)).to_have_text("Copy")


def test_as_markdown_it_is_a_quotation_with_a_link(reading: Page, site: Site) -> None:
    reading.goto(site.url + BRIEF)
    quote = reading.locator(".b-quote")
    quote.get_by_text("Cite", exact=True).click()
    quote.get_by_role("button", name="Markdown").click()
    expect(reading.locator("body > [role=status]")).to_have_text("Copied")
    assert copied(reading).startswith(
        f"> {WORDS}\n\n— Ada Quillfeather, Mayor of Port Ellery · Town hall · 2 Feb 2026\n"
    )
    assert re.search(rf"\[Port Ellery keeps its harbour open\]\({re.escape(site.url + BRIEF)}#q-\w+\)", copied(reading))


def test_words_that_were_translated_say_so_wherever_they_are_copied(contexts: Contexts, demonstration: Site) -> None:
    with contexts.like() as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        for path in ("briefs/2025/hael-round-two/", "people/josune-ardaleth/"):
            page.goto(demonstration.url + path)
            quote = page.locator(".b-quote", has_text="The figure of 210 is not a demand")
            quote.get_by_role("button", name="Copy: this quotation", exact=True).click()
            expect(page.locator("body > [role=status]")).to_have_text("Copied")
            assert "\n— Josune Ardaleth, Head of the Ondrelian delegation, translated by the desk\n" in copied(page)


def test_in_a_list_of_quotations_too_and_the_link_is_that_of_the_brief(reading: Page, site: Site) -> None:
    for path in ("quotes/", "people/ada-quillfeather/"):
        reading.goto(site.url + path)
        quote = reading.locator(".b-quote", has_text=WORDS)
        quote.get_by_role("button", name="Copy: this quotation", exact=True).click()
        expect(reading.locator("body > [role=status]")).to_have_text("Copied")
        assert copied(reading).startswith(f"“{WORDS}”\n— Ada Quillfeather")
        assert f"\n{site.url}{BRIEF}#q-" in copied(reading)
        assert copied(reading).endswith("Source: harbour.txt, Ellery Courier\n")


def test_a_next_step_is_copied_with_its_date(reading: Page, site: Site) -> None:
    reading.goto(site.url + BRIEF)
    reading.locator(".b-step").get_by_role("button", name="Copy: this step", exact=True).click()
    expect(reading.locator("body > [role=status]")).to_have_text("Copied")
    assert copied(reading).startswith("Talks with the ferrymen · Mar 2026 expected\n")
    assert f"{site.url}{BRIEF}#step-ferry-talks\n" in copied(reading)


def test_a_step_is_copied_wherever_it_stands(reading: Page, site: Site) -> None:
    for path in ("", "next-steps/", "storylines/ukraine-peace-talks/"):
        reading.goto(site.url + path)
        step = reading.locator(".b-step").first
        leads = step.locator(":is(h2, h3, h4) a").evaluate("link => link.href")
        step.get_by_role("button", name="Copy: this step", exact=True).click()
        expect(reading.locator("body > [role=status]")).to_have_text("Copied")
        assert copied(reading).endswith(f"\n{leads}\n")
        assert step.locator("h2, h3, h4").inner_text() in copied(reading)
    reading.goto(site.url + "corrections/")
    assert not reading.get_by_role("button", name="Copy: this step", exact=True).count()


@ANYWHERE
def test_where_the_clipboard_is_closed_the_old_way_is_gone(page: Page, site: Site) -> None:
    """Pages that did not come safely have no `navigator.clipboard`."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(site.url + BRIEF)
    button = page.locator(".b-quote").get_by_role("button", name="Copy: this quotation", exact=True)
    button.focus()
    page.keyboard.press("Space")
    expect(page.locator("body > [role=status]")).to_have_text("Copied")
    expect(button).to_be_focused()


@ANYWHERE
def test_a_permalink_leads_to_the_quotation_below_the_header(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 360, "height": 500})
    page.goto(site.url + BRIEF)
    page.locator(".b-quote").get_by_text("Cite", exact=True).click()
    page.get_by_role("link", name="Link to this quotation").click()
    page.wait_for_url(re.compile(r"#q-[0-9a-f]{8}$"))
    page.reload()
    top = page.evaluate("document.querySelector(':target').getBoundingClientRect().top")
    assert top >= page.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom")


def test_an_error_is_reported_with_the_permalink(page: Page, site: Site) -> None:
    page.goto(site.url + BRIEF)
    anchor = page.locator(".b-quote [id^=q-]").get_attribute("id")
    addresses = page.eval_on_selector_all("a[href^='mailto:']", "links => links.map(link => link.href)")
    assert len(addresses) == 3 and all(
        each.startswith("mailto:desk@example.org?subject=Error%20in") for each in addresses
    )
    assert any(each.endswith(f"briefs%2F2026%2Fharbour%2F%23{anchor}") for each in addresses)
    assert any(each.endswith("briefs%2F2026%2Fharbour%2F%23step-ferry-talks") for each in addresses)
    assert any(each.endswith("briefs%2F2026%2Fharbour%2F") for each in addresses)


ARTICLE = """Lake talks, day two

The fourteen are “well, thin and bored,” the doctor said. ‘Well, thin and bored’ is not what their families hear.

“This is a beginning,” the president said.

“This is a beginning,” the premier said, and then:

“We have heard.

“Others have not,” she said.

La ministre a promis «\u202fzéro expropriation\u202f», puis rien.

湖归所有人。

“没有人离开湖岸。”

“The fee is 5 &amp; 6 crowns, and it&rsquo;s paid,” said the clerk.

“झील पर बातचीत का समझौता हो गया है, लेकिन पुल अब भी बंद है और नावें किनारे पर खड़ी हैं,” क्लर्क ने कहा।
"""


@pytest.mark.parametrize(
    ("before", "words", "paragraph"),
    [
        ("are “", "well, thin and bored", 1),
        ("Lake talks, day two\n\nThe ", "fourteen are", 1),
        ("hear.\n\n“", "This is a beginning", 2),
        ("said.\n\n“", "This is a beginning", 3),
        ("then:\n\n“", "We have heard.\n\n“Others have not", 4),
        ("«\u202f", "zéro expropriation", 6),
        ("\n\n", "湖归所有人。\n\n“没有人离开湖岸", 7),
        ("“", "The fee is 5 &amp; 6 crowns, and it&rsquo;s paid", 9),
        ("का ", "समझौता हो गया है", 10),
        ("“", "झील पर बातचीत का समझौता हो गया है, लेकिन पुल अब भी बंद है और नावें", 10),
    ],
)
def test_the_link_to_the_words_leads_to_them(contexts: Contexts, before: str, words: str, paragraph: int) -> None:
    """In an article with more than a screen between its paragraphs."""
    start = ARTICLE.index(before + words) + len(before)
    link = text_fragment("https://news.example/talks", ARTICLE, [Span(start, start + len(words))])
    body = "".join(f"<p>{each}</p><div style='height: 2000px'></div>" for each in ARTICLE.strip().split("\n\n"))
    with contexts.like(viewport={"width": 800, "height": 400}) as context:
        made = f"<!doctype html>{body}"
        context.route(
            "https://news.example/**", lambda route: route.fulfill(content_type="text/html; charset=utf-8", body=made)
        )
        page = context.new_page()
        page.goto(link)
        expect(page.locator("p").nth(paragraph)).to_be_in_viewport()
        context.unroute_all()


@ANYWHERE
def test_without_javascript_everything_is_there_and_no_button_is_dead(contexts: Contexts, site: Site) -> None:
    with contexts.like(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site.url + BRIEF)
        expect(page.locator("article button")).to_have_count(0)
        expect(page.locator("article")).to_contain_text(WORDS)
        page.locator(".b-quote summary", has_text="Cite").click()
        expect(page.get_by_role("link", name="Link to this quotation")).to_be_visible()
        page.locator(".b-quote summary", has_text="Matches the source copy").click()
        expect(page.locator(".b-quote .b-copied")).to_be_visible()
