"""What stands round pages is made once for those that see everything in it alike, and for no others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import get_relative_url

from generator.pressing.framing import Frame

parts = st.sampled_from(["a", "b", "ab", "2026"])
urls = st.lists(parts, max_size=4).map(lambda path: "".join(f"{part}/" for part in path))


@given(st.lists(urls, max_size=6), urls, urls)
def test_pages_with_the_same_outlook_lead_to_everything_by_the_same_way(
    targets: list[str], one: str, other: str
) -> None:
    frame = Frame(targets, targets)
    if frame.outlook(one) and frame.outlook(one) == frame.outlook(other):
        for target in targets:
            assert get_relative_url(target, one) == get_relative_url(target, other)


def test_briefs_of_a_year_and_people_share_a_frame() -> None:
    frame = Frame(["people/", "archive/", "search/"], ["people/", "archive/"])
    assert frame.outlook("briefs/2026/a/") == frame.outlook("briefs/2025/b/") != ""
    assert frame.outlook("people/ana/") == frame.outlook("people/ben/") != frame.outlook("topics/water/")
    assert frame.keep("tabs", frame.outlook("people/ana/"), "<nav>") == "<nav>"
    assert frame.find("tabs", frame.outlook("people/ben/")) == "<nav>"
    assert frame.find("tabs", frame.outlook("topics/water/")) == ""


def test_what_is_marked_in_the_navigation_has_a_frame_of_its_own() -> None:
    frame = Frame(["people/", "about/us/"], ["people/", "about/us/"])
    for url in ("people/", "about/us/", "about/", ""):
        assert frame.outlook(url) == ""
        frame.keep("tabs", frame.outlook(url), "marked")
        assert frame.find("tabs", frame.outlook(url)) == ""


def test_a_theme_of_the_desks_own_may_show_anything_in_its_frame() -> None:
    assert Frame(["people/"], [], kept=False).outlook("briefs/a/") == ""
