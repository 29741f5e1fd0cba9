"""One index and the same index in many shards: whoever searches sees no difference."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import BelowAPath, Contexts, Site, serving
from generator.pipeline import compose
from generator.search import index

DEMO = Path(__file__).parent.parent / "demo"
FACETS = (
    "person=josune-ardaleth", "topic=water-sharing", "year=2025&month=2025-11", "storyline=tesk-water-talks",
    "organisation=ondrel&person=uwen-sadaike", "q=Ardish&month=2025-11", "q=dam&person=davrin-okhtal",
    "q=the&organisation=varkesh", "publisher=Northern%20Ledger",
)  # fmt: skip
#: Beside words that stand on pages: other forms of words, words that only begin like one, other scripts, nothing.
MORE = (
    "negotiating", "fishermoose", "accordion", "released", "xylophone", "谈判", "谈判的基础", "листопада", "البحيرة",
    "fisherm", '"two fishermen"', '"fishermen two"', "water talks", "talks zzz",
)  # fmt: skip

#: All that is told of a search, from the page itself: the count, the briefs in their order, what else is among the
#: results where all are shown (pages without a date have no order), the counts of facets.
TOLD = """() => (shown => ({
    status: document.querySelector(".b-find--page [role=status]").firstChild?.textContent ?? "",
    results: shown.filter(url => url.includes("/briefs/")),
    others: document.querySelector(".b-find__more button") ? [] : shown.filter(url => !url.includes("/briefs/")).sort(),
    facets: [...document.querySelectorAll(".b-find__facet li")].map(row => row.textContent).sort(),
}))([...document.querySelectorAll(".b-find--page .b-find__title")].map(link => new URL(link.href).pathname))"""


def sample(site: Path) -> Sequence[str]:
    """Words and phrases as they stand on pages, from everywhere in the site and always the same."""
    found = []
    for number, path in enumerate(sorted(site.glob("briefs/*/*/index.html"))):
        text = " ".join(re.findall(r"<blockquote>\s*<p>(.*?)</p>", path.read_text("utf-8"), re.DOTALL))
        words = re.findall(r"[^\W\d_]{4,}", re.sub(r"<[^>]+>|&\S+?;", " ", text))
        if len(words) > 20:
            found += [words[number], words[-2 - number % 5]]
        phrases = re.findall(r"[A-Za-z]+ [a-z]+ [a-z]+", text)
        found += [f'"{phrases[number % len(phrases)]}"'] if phrases else []
    return tuple(dict.fromkeys(found))


def indexed(site: Path, desk: Path, full: int) -> Mapping[str, Path]:
    """The index of a built site, cut where a shard has more than `full` pages."""
    there = (path for path in sorted(site.rglob("index.html")) if "data-pagefind-body" in path.read_text("utf-8"))
    places = [path.relative_to(site).as_posix() for path in there]
    composed = compose(DEMO, date(2026, 1, 15))
    found = composed.searched(places, lambda place: (site / place).read_text(encoding="utf-8"))
    return index(lambda place: site / place, found, composed.site.facts, "en", desk, full=full)


@pytest.fixture(scope="module")
def sites(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Site]]:
    """The demonstration site with its index in one, and with its index in many."""
    folders = []
    for full, name in ((1_000_000, "one"), (4, "many")):
        folder = tmp_path_factory.mktemp(name)
        shutil.copytree(demo, folder / "site", ignore=shutil.ignore_patterns("pagefind"))
        for place, path in indexed(demo, folder, full).items():
            (folder / "site" / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, folder / "site" / place)
        folders.append(folder / "site")
    with serving(folders[0], BelowAPath) as one, serving(folders[1], BelowAPath) as many:
        yield one, many


@pytest.fixture
def readers(contexts: Contexts, sites: tuple[Site, Site]) -> Iterator[tuple[tuple[Page, Site], tuple[Page, Site]]]:
    with contexts.like() as reading:
        yield (reading.new_page(), sites[0]), (reading.new_page(), sites[1])


def look_up(page: Page, query: str) -> dict[str, Any]:
    """What is told of a question; the field is emptied before, so that nothing is told of the last one."""
    field = page.locator(".b-find--page input[type=search]")
    for words in ("", query):
        field.fill(words)
        field.press("Enter")
        expect(page.locator(".b-find--page [role=status]")).to_have_text(re.compile(r"\d|Nothing" if words else "^$"))
    told: dict[str, Any] = page.evaluate(TOLD)
    return told


def test_the_sites_differ_in_their_shards(sites: tuple[Site, Site]) -> None:
    numbers = [len(json.loads((site.folder / "pagefind/shards.json").read_bytes())) for site in sites]
    assert numbers[0] <= 3 and numbers[1] >= 8


def test_every_question_has_the_same_answer(readers: tuple[tuple[Page, Site], tuple[Page, Site]]) -> None:
    """As many results, the same newest, in the same order, with the same counts beside them."""
    asked = (*sample(readers[0][1].folder), *MORE)
    assert len(asked) >= 50
    for page, site in readers:
        page.goto(f"{site.url}search/?q=water&sort=newest")
        page.locator(".b-find__facets summary").click()  # closed: open they show every brief where nothing is asked
    found = {query: [look_up(page, query) for page, _ in readers] for query in asked}
    assert {query for query, (one, many) in found.items() if one != many} == set()
    assert sum(bool(one["results"] or one["others"]) for one, _ in found.values()) >= len(asked) * 0.8


@pytest.mark.parametrize("chosen", FACETS)
def test_every_choice_leaves_the_same(readers: tuple[tuple[Page, Site], tuple[Page, Site]], chosen: str) -> None:
    told = []
    for page, site in readers:
        page.goto(f"{site.url}search/?{chosen}&sort=newest")
        expect(page.locator(".b-find--page [role=status]")).to_have_text(re.compile(r"Results: [1-9]"))
        while page.locator(".b-find__more button").count():
            before = page.locator(".b-find--page .b-find__result").count()
            page.locator(".b-find__more button").click()
            expect(page.locator(".b-find--page .b-find__result")).not_to_have_count(before)
        told.append(page.evaluate(TOLD))
    assert told[0] == told[1]
    assert told[0]["facets"]
