"""The strip of activity: what it draws is what it says, for a few weeks and for a thousand years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from quoting import found_of

from generator.desk.library import Library, Record, Vocabulary
from generator.entities import resolve
from generator.language import speak
from generator.model import Brief
from generator.pages.edition import Edition, make_edition
from generator.settings import Settings
from generator.views.activity import Activity, activity


def strip(days: Sequence[str]) -> Activity | None:
    needed = {"title": "A", "summary": "B", "source": {"not_held": "made up"}}
    records = [
        Record(f"b{place}", f"briefs/b{place}.yaml", Brief.model_validate(needed | {"date": day}), day)
        for place, day in enumerate(days)
    ]
    library = Library(tuple(records), {}, Vocabulary({}, {}, {}, {}, {}), {})
    edition: Edition = make_edition(library, resolve(library), found_of(records), Settings(), speak("en"), {})
    return activity(edition, records)


def each(first: date, step: int, count: int) -> list[str]:
    return [(first + timedelta(days=step * number)).isoformat() for number in range(count)]


def test_weeks_of_a_few_months() -> None:
    shown = strip([*each(date(2026, 1, 5), 7, 10), "2026-02-03", "2026-02-04/2026-02-05"])
    assert shown and len(shown.bars) == 10
    assert shown.words == ("Briefs by week, January 2026 to March 2026; most in the week of 2 Feb 2026: 3 briefs")
    assert [bar.height for bar in shown.bars].count(shown.height) == 1


def test_months_where_a_date_is_no_more_than_a_month() -> None:
    shown = strip(["2026-01-05", "2026-02", "2026-02-03", "2026-04-01"])
    assert shown and shown.words == "Briefs by month, January 2026 to April 2026; most in February 2026: 2 briefs"
    assert [bar.x for bar in shown.bars] == [0, 8, 24]


@pytest.mark.parametrize("years", [2, 5, 30, 300, 1900])
def test_however_long_it_takes_there_are_few_bars_and_none_is_lost(years: int) -> None:
    days = [f"{year:04}-06-0{1 + year % 9}" for year in range(2026 - years, 2027)]
    shown = strip(days)
    assert shown and 2 < len(shown.bars) <= 48
    assert all(0 <= bar.x < shown.width and bar.y + bar.height == shown.height for bar in shown.bars)


@pytest.mark.parametrize("days", [[], ["2026-01-01", "2026-06-01"], each(date(2026, 1, 1), 7, 8), ["../2026", "2026?"]])
def test_too_few_and_too_near_are_not_drawn(days: list[str]) -> None:
    assert strip(days) is None
