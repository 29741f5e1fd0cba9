"""The pages are HTML as the standard has it, by a checker that does not know us; what is Material's own is listed."""

from __future__ import annotations

import os
import re
from pathlib import Path

import html_checker
import pytest

#: Faults that Material's templates write: the rule, the element, and why they are left.
MATERIALS = (
    ("valid-autocomplete", r"#__(drawer|search)"),  # keeps Firefox from opening the menu again: harmless elsewhere
    ("attribute-allowed-values", r"#__nav_\d+_label"),  # an empty tabindex on a label of its menu is as good as none
    ("unique-landmark", r"(?!.*\barticle\b).*\bmain > div > .* > nav"),  # the contents, once more in a phone's menu
)


@pytest.fixture(scope="session")
def checker() -> None:
    if not html_checker.is_installed():
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no checker of HTML: `make test` installs one")


def is_materials(fault: html_checker.Fault) -> bool:
    element = fault["selector"] or ""
    return any(fault["rule"] == rule and re.fullmatch(where, element) for rule, where in MATERIALS)


def test_every_page_of_the_site_is_sound_html(checker: None, demo: Path) -> None:
    """Briefs, people, lists, hand-written pages, pages for old addresses, the page for what is not there."""
    pages = sorted(demo.rglob("*.html"))
    assert len(pages) > 100
    faults = html_checker.check(pages)
    left = {fault["rule"] for fault in faults if is_materials(fault)}
    assert left == {rule for rule, _ in MATERIALS}, "Material has mended some of its own: take them off the list"
    assert [fault for fault in faults if not is_materials(fault)] == []


def test_a_fault_is_found(checker: None, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html>\n<html lang="en"><head><title>A title</title></head><body>'
        '<p id="a">one</p><span><div id="a">two</div></span> <img src="x" srcset></b></body></html>\n',
        encoding="utf-8",
    )
    assert {"no-dup-id", "close-order", "element-permitted-content", "wcag/h37"} <= {
        fault["rule"] for fault in html_checker.check([page])
    }
