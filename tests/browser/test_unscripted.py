"""Without JavaScript every kind of page can be read and left, the search page included."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Contexts, Site
from browser.kinds import KINDS, NOT_FOUND


@pytest.fixture
def plain_page(contexts: Contexts) -> Iterator[Page]:
    with contexts.like(java_script_enabled=False, viewport={"width": 1280, "height": 900}) as reading:
        yield reading.new_page()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "old address"])
def test_every_kind_of_page_is_there_without_javascript(plain_page: Page, demonstration: Site, kind: str) -> None:
    answer = plain_page.goto(demonstration.url + KINDS[kind])
    assert answer and (answer.ok or KINDS[kind] == NOT_FOUND)
    expect(plain_page.locator("h1")).to_be_visible()
    assert plain_page.locator("article button").filter(visible=True).count() == (KINDS[kind] == NOT_FOUND)
    expect(plain_page.locator(".md-footer").get_by_role("link", name="Follow")).to_be_visible()
    if KINDS[kind].startswith("briefs/"):
        expect(plain_page.locator("article time").first).to_be_visible()


def test_an_old_address_leads_on_without_javascript(plain_page: Page, demonstration: Site) -> None:
    plain_page.goto(demonstration.url + KINDS["old address"])
    plain_page.wait_for_url(demonstration.url + KINDS["brief right to left"])


def test_the_search_page_offers_other_ways(plain_page: Page, demonstration: Site) -> None:
    plain_page.goto(demonstration.url + "search/")
    assert not plain_page.locator(".b-find").filter(visible=True).count()
    expect(plain_page.get_by_text("Search needs JavaScript")).to_be_visible()
    for name in ("People", "All briefs", "Topics", "Quotes"):
        link = plain_page.locator("article").get_by_role("link", name=name)
        expect(link).to_be_visible()
        assert plain_page.request.get(link.evaluate("link => link.href")).ok
