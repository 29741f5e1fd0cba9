"""Search as readers use it, over the demonstration desk in three shards: facets, order, scripts, names, by keyboard."""

from __future__ import annotations

import functools
import json
import re
import shutil
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from desks import run
from playwright.sync_api import Page, expect

from browser.conftest import BelowAPath, Contexts, Site, Watched

ROOT = Path(__file__).parent.parent.parent
POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'; style-src 'self'; worker-src 'self'; "
    "img-src 'self' data:; base-uri 'none'"
)


class Strict(BelowAPath):
    """Below a path, under a policy that takes no style from within a page."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    desk = tmp_path_factory.mktemp("searched")
    for name in ("briefs", "seeds"):
        shutil.copytree(ROOT / "tests/demo" / name, desk / name)
    shutil.copytree(ROOT / "docs", desk / "docs")
    shutil.copyfile(ROOT / "mkdocs.yml", desk / "mkdocs.yml")
    done = run("generator", "build", desk=desk)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(json.loads((desk / "site/pagefind/shards.json").read_bytes())) == 3
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Strict, directory=str(desk / "site"))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(f"http://127.0.0.1:{server.server_port}{Strict.mount}", desk / "site")
        server.shutdown()


def ask(page: Page, site: Site, query: str) -> int:
    """Search on the search page; how many results there are."""
    page.goto(f"{site.url}search/{query}")
    return count(page)


def count(page: Page) -> int:
    status = page.locator(".b-find--page [role=status]")
    expect(status).to_contain_text(re.compile(r"Results: \d+|Nothing"))
    return int(re.sub(r"\D", "", status.inner_text().split("“")[0]) or 0)


def open_facets(page: Page) -> None:
    """Where they do not stand open beside the results already: without a question they do not, nor on a phone."""
    if page.locator(".b-find__facets").get_attribute("open") is None:
        page.get_by_text("Choose by person, topic or date").click()


def facet(page: Page, title: str) -> dict[str, int]:
    group = page.locator("fieldset", has=page.locator("legend", has_text=title))
    more = group.get_by_role("button")
    if more.count():
        more.click()
        expect(group.get_by_role("button")).to_have_count(0)
    return {
        row.locator("span").inner_text(): int(row.locator("small").inner_text()) for row in group.locator("li").all()
    }


def holding(site: Site, words: str) -> set[str]:
    """The briefs whose page has words as they stand, by their place: brute force."""
    found = set()
    for path in (site.folder / "briefs").rglob("index.html"):
        article = path.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
        article = re.sub(r"<(details|nav)\b.*?</\1>|<h2 id=\"storyline\">.*?(?=<h2|$)", "", article, flags=re.DOTALL)
        if words.lower() in re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", article)).lower():
            found.add(path.parent.name)
    return found


def shown(page: Page) -> list[str]:
    """The briefs among the results, in their order; all of them are shown first."""
    while page.locator(".b-find--page .b-find__more button").count():
        before = page.locator(".b-find--page .b-find__result").count()
        page.locator(".b-find--page .b-find__more button").click()
        expect(page.locator(".b-find--page .b-find__result")).not_to_have_count(before)
    urls = page.locator(".b-find--page .b-find__title").evaluate_all("links => links.map(link => link.href)")
    return [url.rstrip("/").split("/")[-1] for url in urls if "/briefs/" in url]


# Words of Chinese and Ukrainian quotations on English pages, then English ones.
@pytest.mark.parametrize("words", ["谈判的基础", "立方米", "联合委员会", "листопада", "fishermen", "mediators", "Hael"])
def test_what_stands_on_a_page_is_found_in_whatever_script(page: Page, site: Site, words: str) -> None:
    assert holding(site, words)
    ask(page, site, f"?q={words}")
    assert holding(site, words) <= set(shown(page))


def test_chinese_words_are_a_phrase_and_shown_whole(page: Page, site: Site) -> None:
    assert ask(page, site, "?q=基础谈判") == 0
    assert ask(page, site, "?q=谈判的基础") > 0
    assert "谈判的基础" in page.locator(".b-find--page .b-find__result").first.inner_text()
    for words in ("“水可以慢慢谈，人不能慢慢等”", "人不能慢慢等。", "“期限应从21天延长到45天，第二”"):
        assert ask(page, site, f"?q={words}") > 0, words


# Of a quotation, of one in its original language, and of a headline, which the sources have in full.
@pytest.mark.parametrize("words", ["napkin", "garantir", "fourteen lake fishermen"])
def test_who_said_it_comes_before_the_source_that_says_so(contexts: Contexts, demonstration: Site, words: str) -> None:
    with contexts.like() as reading:
        page = reading.new_page()
        ask(page, demonstration, f"?q={words}")
        results = page.locator(".b-find--page .b-find__title").evaluate_all("links => links.map(link => link.href)")
        kinds = [url.removeprefix(demonstration.url).split("/")[0] for url in results]
        assert kinds[0] == "briefs"
        assert "sources" in kinds


def test_facets_are_counted_exactly_combined_and_taken_away(page: Page, site: Site) -> None:
    every = ask(page, site, "?q=talks")
    open_facets(page)
    people, topics = facet(page, "People"), facet(page, "Topics")
    assert sum(facet(page, "Years").values()) == sum(facet(page, "Months").values()) == every
    name, number = next((name, number) for name, number in people.items() if number < every)
    page.get_by_role("checkbox", name=re.compile(re.escape(name))).check()
    expect(page.locator(".b-find--page [role=status]")).to_have_text(f"Results: {number}")
    assert len(shown(page)) == number
    assert f"person={name.lower().replace(' ', '-')}" in page.url
    for topic, left in facet(page, "Topics").items():
        assert left <= min(number, topics[topic])
    page.reload()
    assert count(page) == number
    page.get_by_role("checkbox", name=re.compile(re.escape(name))).uncheck()
    expect(page.locator(".b-find--page [role=status]")).to_have_text(f"Results: {every}")
    assert "person=" not in page.url


def test_a_name_that_stands_in_no_text_is_a_result(page: Page, site: Site) -> None:
    """An alias of the vocabulary, which no brief and no source uses."""
    assert ask(page, site, "?q=Мірровен") == 1
    expect(page.locator(".b-find--page .b-find__title")).to_have_text("Mirrowen")


def test_without_a_question_briefs_are_chosen_by_person_newest_first_with_what_was_said(page: Page, site: Site) -> None:
    page.goto(f"{site.url}search/")
    open_facets(page)
    every = {path.parent.name for path in (site.folder / "briefs/2025").glob("*/index.html")}
    briefs = count(page)
    assert 15 <= briefs <= len(every)
    assert days(site, shown(page)) == sorted(days(site, shown(page)), reverse=True)
    people = facet(page, "People")
    page.get_by_role("checkbox", name=re.compile("Josune Ardaleth")).check()
    page.wait_for_url(re.compile(r"search/\?person=josune-ardaleth$"))
    expect(page.locator(".b-find--page [role=status]")).to_have_text(f"Results: {people['Josune Ardaleth']}")
    assert set(shown(page)) == _of_person(site, "josune-ardaleth")
    assert days(site, shown(page)) == sorted(days(site, shown(page)), reverse=True)
    said = page.locator(".b-find--page .b-find__place").first
    expect(said).to_contain_text("Josune Ardaleth")
    words = re.sub(r".*[.·] ", "", said.inner_text())[:25]
    said.click()
    page.wait_for_url(re.compile(r"briefs/2025/[\w-]+/#q-[0-9a-f]{8}"))
    expect(page.locator(".b-quote:has(:target) blockquote")).to_contain_text(words)
    page.go_back()
    assert count(page) == people["Josune Ardaleth"]
    page.get_by_role("button", name="Take all choices away").click()
    assert page.url == f"{site.url}search/"
    expect(page.locator(".b-find--page [role=status]")).to_have_text(f"Results: {briefs}")


def _of_person(site: Site, person: str) -> set[str]:
    """The briefs of which a person is part, by the data of the site."""
    told = json.loads((site.folder / "api/people/a.json").read_bytes())
    (row,) = (each for each in told["people"] if each["id"] == person)
    return {brief.split("/")[-1] for brief in row["briefs"]}


def days(site: Site, briefs: list[str]) -> list[str]:
    """The day of each brief, as its page tells it."""
    pages = ((next((site.folder / "briefs").rglob(f"{brief}/index.html"))).read_text("utf-8") for brief in briefs)
    return [re.findall(r'b-kicker.*?datetime="([\d-]{10})', html, re.DOTALL)[0] for html in pages]


@pytest.mark.parametrize(("word", "forms"), [("talking", "talks"), ("accord", "accord"), ("bridges", "bridge")])
def test_another_form_of_a_word_is_found(page: Page, site: Site, word: str, forms: str) -> None:
    assert ask(page, site, f"?q={word}") >= len(holding(site, forms)) * 0.8


@pytest.mark.parametrize("word", ["talkative", "accordion", "bridgezz", "fishermoose", "negotiatex", "Ardalethx"])
def test_a_word_that_only_begins_like_another_is_no_form_of_it(page: Page, site: Site, word: str) -> None:
    assert ask(page, site, f"?q={word}") == 0
    page.goto(site.url)
    page.keyboard.press("/")
    page.keyboard.type(word)
    expect(page.locator(".b-find--header [role=status]")).to_contain_text("Nothing found")
    expect(page.locator(".b-find--header .b-find__result")).to_have_count(0)


@pytest.mark.parametrize(("asked", "meant"), [("Zhoren", "Ilkat Zhorren"), ("ilakt zhorren", "Ilkat Zhorren")])
def test_a_slip_in_a_name_leads_to_whoever_is_meant(page: Page, site: Site, asked: str, meant: str) -> None:
    assert ask(page, site, f"?q={asked}") == 0
    expect(page.locator(".b-find--page [role=status]")).to_contain_text("Perhaps you mean:")
    expect(page.locator(".b-find--page .b-find__meant")).to_contain_text([meant])
    page.goto(site.url)
    page.keyboard.press("/")
    page.keyboard.type(asked)
    expect(page.locator(".b-find--header .b-find__meant")).to_contain_text([meant])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(meant)


@pytest.mark.parametrize("asked", ["Xqzvw", "29999", "Zhx", "“Zhoren says”"])
def test_what_is_near_no_name_names_nobody(page: Page, site: Site, asked: str) -> None:
    assert ask(page, site, f"?q={asked}") == 0
    expect(page.locator(".b-find--page .b-find__help")).to_contain_text("Try fewer or other words")
    expect(page.locator(".b-find__meant")).to_have_count(0)


def test_newest_first_is_the_order_of_dates_over_all_shards(page: Page, site: Site) -> None:
    ask(page, site, "?q=talks")
    page.get_by_label("Order").select_option("newest")
    page.wait_for_url(re.compile("sort=newest"))
    page.wait_for_timeout(300)
    api = [shard for name in ("", "2016-2031/") for shard in [site.folder / f"pagefind/{name}facets.json"]]
    days = [day for path in api for day in json.loads(path.read_bytes())["days"]]
    assert days == sorted(days, reverse=True)
    listed = []
    for brief in shown(page):
        html = (next((site.folder / "briefs").rglob(f"{brief}/index.html"))).read_text(encoding="utf-8")
        listed.append(re.findall(r'b-kicker.*?datetime="([\d-]{10})', html, re.DOTALL)[0])
    assert len(listed) > 10
    assert listed == sorted(listed, reverse=True)


def test_a_phrase_in_any_marks_is_found_as_it_stands(page: Page, site: Site) -> None:
    for marks in ("“{}”", '"{}"', "«{}»"):
        ask(page, site, f"?q={marks.format('two fishermen')}")
        assert set(shown(page)) == holding(site, "two fishermen")


def test_a_word_that_stands_nowhere_finds_nothing_in_any_shard(page: Page, site: Site) -> None:
    for word in ("talksomething", "xylophone", "zzmediators"):
        assert ask(page, site, f"?q={word}") == 0


def test_a_name_comes_before_briefs(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.keyboard.press("/")
    page.keyboard.type("josune ard")
    first = page.locator(".b-find--header .b-find__title").first
    expect(first).to_have_text("Josune Ardaleth")
    expect(page.locator(".b-find--header .b-find__name").first).to_contain_text(re.compile(r"Person.·.Briefs: \d+"))
    expect(page.locator(".b-find--header [role=status]")).to_contain_text(re.compile(r"\d"))
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}people/josune-ardaleth/")


def test_the_header_reads_older_shards_only_where_the_newest_have_too_little(
    page: Page, site: Site, watched: Watched
) -> None:
    page.goto(site.url)
    page.keyboard.press("/")
    page.keyboard.type("mediators")
    expect(page.locator(".b-find--header [role=status]")).to_contain_text(re.compile(r"\d"))
    asked = [url.split("/pagefind/")[1] for url in watched.requests if "/pagefind/" in url]
    assert not [name for name in asked if name.startswith(("2016-2031/", "pages/")) or "facets" in name]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_facets_fit_beside_the_results_and_need_no_mouse(
    contexts: Contexts, site: Site, width: int, scheme: str
) -> None:
    """On a wide screen they stand open beside the results; opened on a phone they leave the first result in sight."""
    with contexts.like(viewport={"width": width, "height": 800}, color_scheme=scheme) as reading:
        page = reading.new_page()
        every = ask(page, site, "?q=talks")
        page.locator(".b-find__facets summary").focus()
        if width < 960:
            page.keyboard.press("Enter")
        expect(page.locator(".b-find__facets")).to_have_attribute("open", "")
        expect(page.locator(".b-find__facet li").first).to_be_visible()
        places = [page.locator(each).first.bounding_box() for each in (".b-find__facets", ".b-find__result")]
        (box, first) = [place for place in places if place]
        assert first["y"] < 800 - 20
        assert box["x"] > first["x"] + first["width"] or width < 960
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        expect(page.locator(".b-find__chosen")).to_have_text("(1)")
        assert count(page) <= every
        expect(page.locator(":focus")).to_have_attribute("type", "checkbox")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.screenshot(path=str(site.folder.parent / f"search-{width}-{scheme}.png"), full_page=True)


def test_nothing_moves_under_the_mouse_that_presses_a_choice(page: Page, site: Site) -> None:
    """What is pressed and what is let go of are one: pressing moves the focus, and that moves nothing else."""
    ask(page, site, "?q=talks")
    open_facets(page)
    choice = page.locator("[data-facet=person]").first
    before = choice.bounding_box()
    choice.focus()
    assert choice.bounding_box() == before
    page.locator(".b-find--page input").first.focus()
    choice.click()
    page.wait_for_url(re.compile("person="))


def test_where_nothing_is_found_nothing_is_offered_to_choose_from(page: Page, site: Site) -> None:
    offered = page.locator(".b-find--page").locator(".b-find__facets, .b-find__order")
    assert ask(page, site, "?q=zzz+xylophone") == 0
    expect(offered.filter(visible=True)).to_have_count(0)
    assert ask(page, site, "?q=talks") > 0
    expect(offered.filter(visible=True)).to_have_count(2)
    assert ask(page, site, "?q=zzz&year=2025") == 0
    expect(page.locator(".b-find__facets")).to_be_visible()


def test_words_within_a_sentence_say_that_it_goes_on_and_no_line_begins_with_a_dot(page: Page, site: Site) -> None:
    assert ask(page, site, "?q=napkin") == 1
    place = page.locator(".b-find__place").first.inner_text()
    assert "napkin" in place
    assert place.endswith(" …")
    assert ask(page, site, "?q=gauge") > 3
    told = "".join(page.locator(".b-find__result").all_inner_texts())
    assert " … " in told
    assert "\u00a0· " in told
    assert " · " not in told


def test_a_phrase_that_is_not_found_is_named_between_one_pair_of_marks(page: Page, site: Site) -> None:
    assert ask(page, site, '?q="a beginning and an end"') == 0
    expect(page.locator(".b-find--page [role=status]")).to_contain_text("Nothing found for “a beginning and an end”.")


def test_who_is_asked_for_by_name_is_named_once_over_what_they_said(page: Page, site: Site) -> None:
    assert ask(page, site, "?q=josune+ardaleth") > 0
    named = page.locator(".b-find__place", has=page.locator("b", has_text="Josune Ardaleth"))
    assert named.count()
    for told in named.all_inner_texts():
        assert not told.startswith("Josune Ardaleth Josune"), told


def test_an_excerpt_begins_with_words_and_says_so_where_it_begins_within_a_sentence(page: Page, site: Site) -> None:
    """Also where the words stand in the title alone, beside the dots of the line over it."""
    ask(page, site, "?q=Lissarde")
    told = page.locator(".b-find--page .b-find__excerpt").all_inner_texts()
    assert len(told) > 1
    assert not [one for one in told if re.match(r"[\s·]*·|[a-z]", one)]
