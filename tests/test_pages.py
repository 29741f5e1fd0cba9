"""The pages of `tests/pages/`: a folder is a desk, its name a claim, `expect/` the Markdown of the pages that show it.

`expect/pages.txt` lists every page of the desk. `pytest --rewrite` writes what is rendered now, for the pages that
stand in `expect/`; then read the difference as a reader would.
"""

from __future__ import annotations

import gc
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin

import pytest
from markdown import markdown
from reading import own_set, parse, read

from generator.pages.lean import make_reader
from generator.pipeline import Composed, compose
from generator.settings import Settings

HERE = Path(__file__).parent / "pages"
DEMO = HERE.parent / "demo"
CASES = sorted(path for path in HERE.iterdir() if path.is_dir())
TODAY = date(2026, 3, 1)

#: Claims about a desk that stands elsewhere, and claims about a desk with settings.
DESKS = {"every-field-of-a-brief-is-shown": HERE.parent / "cases" / "a-brief-with-every-field"}
SETTINGS = {
    "a-long-list-is-cut-by-month": Settings(page_size=2),
    "the-quality-page-lists-what-is-left": Settings(page_size=2, quality_page=True),
    "every-field-of-a-brief-is-shown": Settings(
        publish_texts_under=("CC-BY-4.0",), contact="desk@example.org", site_url="https://desk.example.org/"
    ),
}


def composed(case: Path) -> Composed:
    desk = DESKS.get(case.name, case)
    return compose(desk, TODAY, SETTINGS.get(case.name, Settings()), drafts=case.name.startswith("the-preview"))


every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@every_case
def test_what_is_rendered(case: Path, request: pytest.FixtureRequest) -> None:
    pages = {page.uri: page for page in composed(case).pages}
    expected = case / "expect"
    rewrite = request.config.getoption("--rewrite")
    written = {"pages.txt": "".join(f"{uri}\n" for uri in pages)}
    for path in sorted(expected.rglob("*.md")):
        uri = path.relative_to(expected).as_posix()
        written[uri] = pages[uri].write().markdown()
    for name, text in written.items():
        if rewrite:
            (expected / name).write_text(text, encoding="utf-8")
        assert text == (expected / name).read_text(encoding="utf-8")


@every_case
def test_every_link_leads_somewhere(case: Path) -> None:
    """To a page of the site and an element in it, from each page to each."""
    pages = {page.uri: page for page in composed(case).pages}
    bodies = {uri: read(page.write().markdown()).body for uri, page in pages.items()}
    ids = {uri: {element.attributes.get("id") for element in body.all()} for uri, body in bodies.items()}
    urls = {f"/{page.url}": uri for uri, page in pages.items()}
    for uri, body in bodies.items():
        for link in body.find("a"):
            to, _, anchor = link.attributes["href"].partition("#")
            if ":" in to:
                continue
            if to in ("feed.xml", "calendar.ics"):  # it stands beside the page, as the front matter tells the theme
                assert f"\n{to.split('.')[0]}: true\n" in pages[uri].write().markdown(), uri
                continue
            name = urls.get(urljoin(f"/{pages[uri].url}", to), to)
            assert name in pages, f"{uri} leads to {name}"
            assert not anchor or anchor in ids[name], f"{uri} leads to #{anchor}"


@every_case
def test_headings_go_down_a_step_at_a_time(case: Path) -> None:
    """One h1, it comes first, and no level is left out: how a screen reader finds its way; no id stands twice."""
    for page in composed(case).pages:
        written = page.write()
        assert not re.search(r"^[^\n].*\n#", written.body, re.MULTILINE), f"{page.uri}: a heading in a block of HTML"
        body = read(written.markdown()).body
        levels = [int(element.tag[1]) for element in body.all() if element.tag in ("h1", "h2", "h3", "h4")]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(deeper - level <= 1 for level, deeper in pairwise(levels)), page.uri
        ids = [element.attributes["id"] for element in body.all() if "id" in element.attributes]
        assert len(ids) == len(set(ids))


@every_case
def test_the_same_desk_gives_the_same_pages(case: Path) -> None:
    once, again = (
        [(page.uri, page.url, page.key, page.write().markdown()) for page in composed(case).pages] for _ in range(2)
    )
    assert once == again == sorted(once)


def test_a_page_that_is_written_leaves_nothing_to_collect() -> None:
    """What holds itself stays until it is looked for, which took a tenth of the time of a large build."""
    pages = {page.kind: page for page in compose(DEMO, TODAY, Settings()).pages}
    gc.disable()
    try:
        for page in pages.values():
            page.write()  # what is made once is made
            gc.collect()
            page.write()
            assert gc.collect() == 0, page.kind
    finally:
        gc.enable()


def test_somebody_who_is_only_mentioned_met_nobody() -> None:
    """Who took part is beside whom and where; who is merely named is with nobody, nowhere."""
    pages = {page.uri: page.write().markdown() for page in compose(HERE.parent.parent, TODAY, Settings()).pages}
    assert "## Appeared with" in pages["people/steve-witkoff.md"]
    assert "## Where" in pages["people/steve-witkoff.md"]
    assert "## Appeared with" not in pages["people/vladimir-putin.md"]
    assert "## Where" not in pages["people/vladimir-putin.md"]


@pytest.mark.parametrize(("today", "comes"), [(date(2026, 5, 31), True), (date(2026, 6, 1), False)])
def test_what_is_over_does_not_come_up_though_its_date_is_uncertain(today: date, comes: bool) -> None:
    """It is not overdue either: the ledger has it among what is open. What has no date may come at any time."""
    pages = {page.uri: page for page in compose(HERE.parent / "demo", today).pages}
    home, ledger = (pages[uri].write().markdown() for uri in ("index.md", "next-steps/index.md"))
    assert ("contract with the mediators ends" in home) is comes
    assert "The Varkeshi Assembly votes" in home
    assert "contract with the mediators ends" in ledger


def test_what_is_not_looked_for_is_not_there() -> None:
    """Read with all of Markdown and in one go, every page of the demonstration desk comes out the same."""
    reader = make_reader({})
    for page in compose(HERE.parent / "demo", date(2026, 11, 23)).pages:
        text = page.write().body
        lean, _ = reader(text)
        whole = markdown(text, extensions=[*own_set()])
        without_ids = [
            parse(re.sub(r'(<h\d) id="[^"]*"|(?<=>)\n+(?=<)', r"\1", html)) for html in (lean, whole)
        ]  # of headings in HTML
        assert without_ids[0] == without_ids[1], page.uri
