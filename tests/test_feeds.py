"""Feeds: read by a real feed reader, and held against RFC 4287 and JSON Feed 1.1."""

from __future__ import annotations

import html
import io
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]
import pytest
from feedgenerator import Atom1Feed  # type: ignore[import-untyped]
from machines import DEMO, SITE, TODAY, a_brief, files, keys, make

from generator.machines.atom import atom
from generator.machines.bearings import FEED
from generator.machines.dating import midnight, newest_changed
from generator.machines.entries import NEWEST, Channel, entry
from generator.pipeline import compose
from generator.settings import Settings

ATOM = "{http://www.w3.org/2005/Atom}"
TIME = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
#: Where what has another id now is followed: `was` in the vocabulary of the demonstration desk.
MOVED = {"people/u-sadaike": "people/uwen-sadaike", "storylines/hael-talks": "storylines/tesk-water-talks"}


def read(stored: bytes) -> Any:
    """A feed as a feed reader has it."""
    feed = feedparser.parse(stored)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


@pytest.fixture(scope="module")
def demo() -> dict[str, bytes]:
    return files(DEMO)


def atoms(made: dict[str, bytes]) -> dict[str, bytes]:
    return {place: stored for place, stored in made.items() if place.endswith("feed.xml")}


def test_every_feed_is_atom(demo: dict[str, bytes]) -> None:
    """RFC 4287: what a feed and an entry must have, once; ids unique; dates of RFC 3339; types of text."""
    assert len(atoms(demo)) > 8
    for place, stored in atoms(demo).items():
        feed = ElementTree.fromstring(stored)
        assert feed.tag == f"{ATOM}feed"
        for part in (feed, *feed.iter(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(part.findall(f"{ATOM}{name}")) == 1, (place, name)
            assert TIME.fullmatch(part.findtext(f"{ATOM}updated", ""))
            assert [link.get("rel") for link in part.findall(f"{ATOM}link")].count("alternate") == 1
            assert all(link.get("href", "").startswith(SITE) for link in part.findall(f"{ATOM}link"))
        assert feed.find(f"{ATOM}author/{ATOM}name") is not None
        own = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
        folder, _, name = place.rpartition("/")
        assert own == [f"{SITE}{MOVED[folder]}/{name}" if folder in MOVED else SITE + place]
        ids = [entry.findtext(f"{ATOM}id", "") for entry in feed.iter(f"{ATOM}entry")]
        assert ids and len(set(ids)) == len(ids)
        newest = max(entry.findtext(f"{ATOM}updated", "") for entry in feed.iter(f"{ATOM}entry"))
        assert feed.findtext(f"{ATOM}updated") == newest
        assert {content.get("type") for content in feed.iter(f"{ATOM}content")} == {"html"}


def test_a_feed_reader_reads_what_was_typed(tmp_path: Path) -> None:
    """Signs that mean something to XML or HTML come through as text, in titles, summaries and content."""
    odd = "5 < 6 & <script>alert('x')</script> ]]> &amp; “so”"
    brief = a_brief(title=odd, summary=odd, key_points=[odd], topics=[odd])
    feed = read(files(make(tmp_path, {"x": brief}))["feed.xml"])
    (entry,) = feed.entries
    assert html.unescape(entry.title) == odd or entry.title == odd
    assert html.unescape(entry.summary) == odd
    assert "<script" not in entry.content[0].value
    assert "5 &lt; 6 &amp;" in entry.content[0].value
    assert entry.tags[0].term == odd


def test_a_quotation_has_its_language_and_who_translated_it(tmp_path: Path) -> None:
    said = {"speaker": "Ada Quill", "text": "It is ours", "original": "هي لنا", "translated_by": "the desk"}
    source = {"not_held": "heard", "lang": "ar"}
    entry = read(files(make(tmp_path, {"x": a_brief(quotes=[said], source=source)}))["feed.xml"]).entries[0]
    shown = entry.content[0].value
    assert "<blockquote><p>It is ours</p></blockquote>" in shown
    assert '<blockquote dir="rtl" lang="ar"><p>هي لنا</p></blockquote>' in shown
    assert ">Ada Quill, translated by the desk</a>" in shown


def test_what_xml_cannot_hold_is_replaced(tmp_path: Path) -> None:
    feed = read(files(make(tmp_path, {"x": a_brief(title="odd \uffff title")}))["feed.xml"])
    assert feed.entries[0].title == "odd \N{REPLACEMENT CHARACTER} title"


CHANGES = {
    "update": "2026-02-20T00:00:00Z",
    "correction": "2026-02-20T00:00:00Z",
    "typo": "2026-02-05T00:00:00Z",
}


@pytest.mark.parametrize(("kind", "updated"), CHANGES.items())
def test_major_changes_re_date_and_a_typo_does_not(tmp_path: Path, kind: str, updated: str) -> None:
    changes = [{"date": "2026-02-20", "kind": kind, "note": "Something."}]
    brief = a_brief(published="2026-02-05", changes=changes)
    made = files(make(tmp_path, {"x": brief}))
    (entry,) = read(made["feed.xml"]).entries
    assert (entry.published, entry.updated) == ("2026-02-05T00:00:00Z", updated)
    (item,) = json.loads(made["feed.json"])["items"]
    assert (item["date_published"], item["date_modified"]) == ("2026-02-05T00:00:00Z", updated)
    assert ("Something." in entry.content[0].value) == (kind != "typo")


def test_what_was_changed_last_stands_first(tmp_path: Path) -> None:
    old = a_brief(date="2025-01-01", changes=[{"date": "2026-02-20", "kind": "update", "note": "More."}])
    feed = read(files(make(tmp_path, {"old": old, "new": a_brief()}))["feed.xml"])
    assert [entry.link for entry in feed.entries] == [f"{SITE}briefs/old/", f"{SITE}briefs/new/"]


def test_a_feed_holds_the_newest_fifty(tmp_path: Path) -> None:
    briefs = {f"b{n}": a_brief(date=f"2025-{1 + n // 28:02}-{1 + n % 28:02}") for n in range(60)}
    feed = read(files(make(tmp_path, briefs))["feed.xml"])
    assert [entry.link for entry in feed.entries] == [f"{SITE}briefs/b{n}/" for n in range(59, 9, -1)]


def test_an_entry_is_known_by_its_first_address_for_good(tmp_path: Path) -> None:
    before = read(files(make(tmp_path / "a", {"first": a_brief()}))["feed.xml"]).entries[0]
    after = read(files(make(tmp_path / "b", {"2026/moved": a_brief(was=["first", "second"])}))["feed.xml"]).entries[0]
    assert before.id == after.id == f"{SITE}briefs/first/"
    assert after.link == f"{SITE}briefs/2026/moved/"


def test_who_follows_an_old_address_misses_nothing(tmp_path: Path) -> None:
    """Of a storyline whose id was changed: its page leads on, its feed and its calendar stand there too."""
    step = {"what": "Third round", "when": "2026-03-20"}
    briefs = {"talks": a_brief(storyline="Talks", next_steps=[step])}
    now = {"harbour-talks": {"name": "Talks", "was": ["talks"]}}
    made = files(make(tmp_path, briefs, storylines=now))
    for name in ("feed.xml", "calendar.ics"):
        assert made[f"storylines/talks/{name}"] == made[f"storylines/harbour-talks/{name}"]
    assert b'href="../harbour-talks/"' in made["storylines/talks/index.html"]


def test_withdrawn_briefs_drop_out_and_drafts_are_never_in(tmp_path: Path) -> None:
    briefs = {
        "out": a_brief(storyline="Talks"),
        "gone": a_brief(title="Xylograph", withdrawn="Forged.", storyline="Talks", topics=["lost"]),
        "draft": a_brief(title="Zumbrella", draft="true", storyline="Talks", topics=["hidden"]),
    }
    for drafts in (False, True):
        made = files(make(tmp_path, briefs), drafts=drafts)
        text = b"".join(stored for place, stored in made.items() if "schema" not in place)
        assert b"Zumbrella" not in text and b"Xylograph" not in text
        assert len(read(made["feed.xml"]).entries) == len(read(made["storylines/talks/feed.xml"]).entries) == 1
        assert "topics/hidden/feed.xml" not in made and "topics/lost/feed.xml" not in made


def test_storylines_topics_and_people_of_five_briefs_have_a_feed(tmp_path: Path) -> None:
    briefs = {
        f"b{n}": a_brief(participants=["Ada Quill", *(["Bo Reed"] if n else [])], storyline="Talks", topics=["Water"])
        for n in range(5)
    }
    made = files(make(tmp_path, briefs))
    assert set(atoms(made)) == {
        "feed.xml", "storylines/talks/feed.xml", "topics/water/feed.xml", "people/ada-quill/feed.xml"
    }  # fmt: skip
    assert read(made["people/ada-quill/feed.xml"]).feed.link == f"{SITE}people/ada-quill/"


def test_a_person_without_a_page_has_no_feed(tmp_path: Path) -> None:
    briefs = {f"b{n}": a_brief(participants=["Ada Quill"]) for n in range(6)}
    people = {"ada-quill": {"name": "Ada Quill", "page": "false"}}
    assert set(atoms(files(make(tmp_path, briefs, people=people)))) == {"feed.xml"}


def test_without_an_address_of_the_site_there_are_no_feeds(tmp_path: Path) -> None:
    made = files(
        make(tmp_path, {"x": a_brief(storyline="Talks", next_steps=[{"what": "A", "when": "2026-03-05"}])}), ""
    )
    assert not [place for place in made if place.endswith((".xml", ".ics", "feed.json"))]


def test_a_site_without_a_brief_has_a_feed_without_an_entry(tmp_path: Path) -> None:
    (tmp_path / "briefs").mkdir()
    feed = read(files(make(tmp_path, {}))["feed.xml"])
    assert feed.entries == [] and feed.feed.updated == "1970-01-01T00:00:00Z"


def test_the_json_feed_is_one(demo: dict[str, bytes]) -> None:
    """https://www.jsonfeed.org/version/1.1/: what must be there, and its types."""
    feed = json.loads(demo["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{SITE}feed.json" and feed["home_page_url"] == SITE
    entries = {entry.id: entry for entry in read(demo["feed.xml"]).entries}
    assert [item["id"] for item in feed["items"]] == list(entries)
    for item in feed["items"]:
        assert set(item) >= {"id", "url", "title", "summary", "content_html", "date_published", "date_modified"}
        assert item["url"].startswith(f"{SITE}briefs/") and item["date_modified"] == entries[item["id"]].updated


def test_a_brief_changes_its_own_feeds(tmp_path: Path) -> None:
    """And a typo changes their bytes, for the words are other ones, but re-dates nothing."""
    briefs = {"a": a_brief(storyline="Talks", topics=["Water"]), "b": a_brief(storyline="Other", topics=["Fire"])}
    before = keys(make(tmp_path, briefs))
    after = keys(make(tmp_path, briefs | {"b": briefs["b"] | {"why_it_matters": "It does."}}))
    changed = {place for place in before if before[place] != after[place]}
    assert {place for place in changed if not place.startswith("api/")} >= {
        "feed.xml", "feed.json", "storylines/other/feed.xml", "topics/fire/feed.xml"
    }  # fmt: skip
    assert not [place for place in changed if "talks" in place or "water" in place or "/a" in place]


def test_a_feed_is_what_the_library_writes_of_all_its_entries_at_once(demo: dict[str, bytes]) -> None:
    """Entries are written once and laid in every feed that has them."""
    composed = compose(DEMO, TODAY, Settings(site_url=SITE))
    edition = composed.site.edition
    channel = Channel(FEED, "All & more", "", tuple(newest_changed(edition, edition.shown(), NEWEST)))
    feed = Atom1Feed(
        title=channel.title,
        link=SITE,
        description="",
        language="en",
        author_name="Briefings",
        author_link=SITE,
        feed_url=SITE + FEED,
        feed_guid=SITE + FEED,
    )
    for told in (entry(edition, record) for record in channel.records):
        feed.add_item(
            title=told.title,
            link=told.url,
            description=html.escape(told.summary, quote=False),
            content=told.html,
            unique_id=told.id,
            pubdate=midnight(told.published),
            updateddate=midnight(told.changed),
            categories=told.topics,
        )
    written = io.StringIO()
    feed.write(written, "utf-8")
    assert len(channel.records) > 10
    assert atom(edition, channel).decode() == written.getvalue().replace("Briefings", edition.settings.site_name)


def test_a_feed_without_entries_asks_no_clock(tmp_path: Path) -> None:
    made = files(make(tmp_path, {"x": a_brief(draft=True)}))
    assert ElementTree.fromstring(made["feed.xml"]).findtext(f"{ATOM}updated", "").endswith("-01-01T00:00:00Z")
