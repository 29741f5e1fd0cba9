"""Calendars: read back with a real parser; what is known of a step is what an agenda shows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest
from effort import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st
from machines import DEMO, SITE, TODAY, a_brief, files, keys, make

from generator.machines.content_lines import component, text


def read(stored: bytes) -> list[Any]:
    """The events of a calendar."""
    made = icalendar.Calendar.from_ical(stored)
    assert made["version"] == "2.0" and made["prodid"]
    assert not made.errors
    return list(made.walk("VEVENT"))


def announced(root: Path, *outcomes: dict[str, Any], step: dict[str, Any], **later: Any) -> Any:
    """The event of a step that one brief announces and later ones tell of; None where there is none."""
    told = {"id": "talks", "what": "Talks", **step}
    briefs = {"a": a_brief(next_steps=[told], published="2026-02-04")}
    for place, outcome in enumerate(outcomes):
        day = f"2026-02-{10 + place}"
        briefs[f"later-{place}"] = a_brief(date=day, outcomes=[{"step": "a#talks", **outcome}], **later)
    events = read(files(make(root, briefs))["calendar.ics"])
    assert len(events) <= 1
    return events[0] if events else None


SPANS = [
    ("2026-03-05", date(2026, 3, 5), date(2026, 3, 6), "Talks"),
    ("2026-03-05/2026-03-07", date(2026, 3, 5), date(2026, 3, 8), "Talks"),
    ("2026-04", date(2026, 4, 1), date(2026, 5, 1), "Talks (Apr 2026)"),
    ("2027", date(2027, 1, 1), date(2028, 1, 1), "Talks (2027)"),
    ("2026-03-05~", date(2026, 3, 5), date(2026, 3, 6), "Talks (about 5 Mar 2026)"),
    ("2026-12?", date(2026, 12, 1), date(2027, 1, 1), "Talks (Dec 2026 (uncertain))"),
    ("2026-03-05/..", date(2026, 3, 5), date(2026, 3, 6), "Talks (from 5 Mar 2026)"),
    ("../2026-03-05", date(2026, 3, 5), date(2026, 3, 6), "Talks (until 5 Mar 2026)"),
    ("2026-03/2026-05", date(2026, 3, 1), date(2026, 6, 1), "Talks (Mar – May 2026)"),
]


@pytest.mark.parametrize(("when", "start", "end", "summary"), SPANS)
def test_a_date_is_the_days_that_it_allows(tmp_path: Path, when: str, start: date, end: date, summary: str) -> None:
    """The end is the day after (RFC 5545); what is no plain day says so in words."""
    event = announced(tmp_path, step={"when": when})
    assert (event["dtstart"].dt, event["dtend"].dt) == (start, end)
    assert event["summary"] == summary


def test_a_time_is_the_same_moment(tmp_path: Path) -> None:
    event = announced(tmp_path, step={"when": "2026-03-05T23:30-05:00"})
    assert event["dtstart"].dt == datetime(2026, 3, 6, 4, 30, tzinfo=UTC)
    assert "dtend" not in event


def test_an_unknown_date_is_left_out(tmp_path: Path) -> None:
    assert announced(tmp_path, step={"when": "unknown"}) is None


CERTAINTIES = {"confirmed": "CONFIRMED", "expected": "TENTATIVE", "proposed": "TENTATIVE"}


@pytest.mark.parametrize(("certainty", "status"), CERTAINTIES.items())
def test_how_sure_it_is(tmp_path: Path, certainty: str, status: str) -> None:
    event = announced(tmp_path, step={"when": "2026-03-05", "certainty": certainty})
    assert (event["status"], event["sequence"]) == (status, 0)
    assert certainty in event["description"]


ENDS = [
    ({"status": "happened"}, "CONFIRMED", date(2026, 3, 5)),
    ({"status": "cancelled"}, "CANCELLED", date(2026, 3, 5)),
    ({"status": "superseded"}, "CANCELLED", date(2026, 3, 5)),
    ({"status": "slipped", "when": "2026-03-09"}, "TENTATIVE", date(2026, 3, 9)),
    ({"status": "slipped"}, "CANCELLED", date(2026, 3, 5)),
    ({"status": "slipped", "when": "unknown"}, "CANCELLED", date(2026, 3, 5)),
]


@pytest.mark.parametrize(("outcome", "status", "day"), ENDS)
def test_what_became_of_it(tmp_path: Path, outcome: dict[str, Any], status: str, day: date) -> None:
    """A date that holds no more stays, as cancelled, so that those who noted it are told."""
    event = announced(tmp_path, outcome, step={"when": "2026-03-05"})
    assert (event["status"], event["dtstart"].dt, event["sequence"]) == (status, day, 1)


def test_a_step_keeps_its_uid_and_counts_its_revisions(tmp_path: Path) -> None:
    slips = [{"status": "slipped", "when": f"2026-03-0{n}"} for n in range(3, 7)]
    events = [announced(tmp_path / str(n), *slips[:n], step={"when": "2026-03-01"}) for n in range(5)]
    assert {str(event["uid"]) for event in events} == {"a#talks@desk.example/news"}
    assert [event["sequence"] for event in events] == [0, 1, 2, 3, 4]
    stamps = [event["dtstamp"].dt for event in events]
    assert stamps[0] == datetime(2026, 2, 4, tzinfo=UTC)
    assert stamps == sorted(stamps)
    assert {str(event["url"]) for event in events} == {f"{SITE}briefs/a/#step-talks"}


def test_a_brief_that_moved_keeps_the_uids_of_its_steps(tmp_path: Path) -> None:
    moved = {"new": a_brief(was=["a"], next_steps=[{"id": "talks", "what": "Talks", "when": "2026-03-05"}])}
    (event,) = read(files(make(tmp_path, moved))["calendar.ics"])
    assert event["uid"] == "a#talks@desk.example/news"
    assert event["url"] == f"{SITE}briefs/new/#step-talks"


def test_any_text_comes_through(tmp_path: Path) -> None:
    odd = "Talks; with, commas\\ and a very long name that must be folded somewhere: Зустріч у Києві 会谈 " * 3
    event = announced(tmp_path, step={"what": odd, "when": "2026-03-05", "where": "A; B, C"})
    assert event["summary"] == " ".join(odd.split())
    assert event["location"] == "A; B, C"


def test_no_line_is_longer_than_75_bytes() -> None:
    for place, stored in files(DEMO).items():
        if place.endswith(".ics"):
            assert stored.endswith(b"END:VCALENDAR\r\n")
            assert max(map(len, stored.split(b"\r\n"))) <= 75


def test_every_calendar_is_as_the_library_would_write_it() -> None:
    calendars = {place: stored for place, stored in files(DEMO).items() if place.endswith(".ics")}
    assert len(calendars) >= 3
    for stored in calendars.values():
        assert icalendar.Calendar.from_ical(stored).to_ical() == stored


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=400), st.integers(0, 80))
@example("\\" * 200, 0)
@example("^,;\n" * 60, 3)
@example("会谈的基础" * 40, 1)
@settings(max_examples=examples(200))
def test_any_line_is_folded_as_the_library_folds_it(told: str, before: int) -> None:
    event = icalendar.Event()
    event.add("summary", "x" * before + told)
    assert component("VEVENT", [("SUMMARY", text("x" * before + told))]) == event.to_ical()


def test_the_site_has_twelve_months_back_and_a_storyline_has_all(tmp_path: Path) -> None:
    days = ("2024-01-05", "2025-02-28", "2025-03-01", "2027-01-01")
    steps = [{"what": day, "when": day} for day in days]
    made = files(make(tmp_path, {"a": a_brief(storyline="Talks", next_steps=steps)}), today=TODAY)
    assert [event["summary"] for event in read(made["calendar.ics"])] == list(days[2:])
    assert [event["summary"] for event in read(made["storylines/talks/calendar.ics"])] == list(days)


def test_another_day_changes_the_calendar_only_when_a_step_drops_out(tmp_path: Path) -> None:
    desk = make(tmp_path, {"a": a_brief(next_steps=[{"what": "A", "when": "2025-03-05"}])})
    assert keys(desk, today=date(2026, 3, 1)) == keys(desk, today=date(2026, 3, 31))
    before, after = (keys(desk, today=date(2026, month, 1)) for month in (3, 4))
    assert {place for place in before if before[place] != after[place]} == {"calendar.ics"}


def test_a_calendar_of_nothing_is_valid_and_takes_no_time(tmp_path: Path) -> None:
    """It must hold at least one component (RFC 5545, 3.6); nobody who is subscribed is sent away."""
    made = icalendar.Calendar.from_ical(files(make(tmp_path, {"calm": a_brief()}))["calendar.ics"])
    (only,) = made.subcomponents
    assert only.name == "VFREEBUSY" and only["uid"] and only["dtstamp"]
    assert not made.errors and not only.errors and "freebusy" not in only
