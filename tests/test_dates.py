"""The dates of a brief: what is read, what is refused, and what the remedy says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import DateError, When, overdue_after, parse_date, parse_day, parse_step_date
from generator.near_dates import meant
from generator.near_times import meant_time

READ = [
    # text, grain, first, last
    ("2026", "year", "2026-01-01", "2026-12-31"),
    ("2026-02", "month", "2026-02-01", "2026-02-28"),
    ("2024-02", "month", "2024-02-01", "2024-02-29"),
    ("2026-12", "month", "2026-12-01", "2026-12-31"),
    ("2026-01-31", "day", "2026-01-31", "2026-01-31"),
    ("2024-02-29", "day", "2024-02-29", "2024-02-29"),
    ("2026-01-31?", "day", "2026-01-31", "2026-01-31"),
    ("2026-01~", "month", "2026-01-01", "2026-01-31"),
    ("2026%", "year", "2026-01-01", "2026-12-31"),
    ("2026-01-31/2026-02-01", "interval", "2026-01-31", "2026-02-01"),
    ("2026-01/2026-02", "interval", "2026-01-01", "2026-02-28"),
    ("2026-01-31/2026-01", "interval", "2026-01-31", "2026-01-31"),
    ("2026-01-31/2026-01-31", "interval", "2026-01-31", "2026-01-31"),
    ("2026-01-31?/2026-02-01~", "interval", "2026-01-31", "2026-02-01"),
    ("2026-01-31/..", "interval", "2026-01-31", None),
    ("../2026-02", "interval", None, "2026-02-28"),
]


@pytest.mark.parametrize(("text", "grain", "first", "last"), READ)
def test_a_date_allows_its_days(text: str, grain: str, first: str | None, last: str | None) -> None:
    when = parse_date(text)
    assert (when.text, str(when), when.grain) == (text, text, grain)
    assert (when.first and when.first.isoformat(), when.last and when.last.isoformat()) == (first, last)
    assert parse_step_date(text) == when


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2026-01-31", False, False),
        ("2026-01-31?", True, False),
        ("2026-01~", False, True),
        ("2026%", True, True),
        ("2026?/2027", True, False),
        ("2026/2027~", False, True),
        ("2026?/2027~", True, True),
    ],
)
def test_marks_say_how_sure_a_date_is(text: str, uncertain: bool, approximate: bool) -> None:
    when = parse_date(text)
    assert (when.uncertain, when.approximate) == (uncertain, approximate)


def test_an_interval_knows_both_ends() -> None:
    when = parse_date("2026-01~/..")
    assert when.ends is not None
    assert [end.text for end in when.ends] == ["2026-01~", ".."]
    assert [end.grain for end in when.ends] == ["month", "unknown"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("2026-02-01T10:00Z", datetime(2026, 2, 1, 10, tzinfo=UTC)),
        ("2026-02-01T10:00+03:00", datetime(2026, 2, 1, 7, tzinfo=UTC)),
        ("2026-02-01T23:30-05:00", datetime(2026, 2, 2, 4, 30, tzinfo=UTC)),
        ("2026-02-01T00:00+05:45", datetime(2026, 1, 31, 18, 15, tzinfo=UTC)),
    ],
)
def test_a_step_may_have_a_time_with_its_zone(text: str, start: datetime) -> None:
    when = parse_step_date(text)
    assert (when.grain, when.start, when.first, when.last) == ("time", start, date(2026, 2, 1), date(2026, 2, 1))


def test_a_step_may_be_unknown() -> None:
    when = parse_step_date("unknown")
    assert (when.grain, when.first, when.last, str(when)) == ("unknown", None, None, "unknown")


REMEDIES = [
    # text, words of the message, the remedy (all of it where it is one)
    ("2026-13", "no month 13", "months run from 01 to 12"),
    ("2026-13-05", "no month 13", "write 2026-05-13"),
    ("2026-00-05", "no month 00", "months run from 01 to 12"),
    ("2026-21", "no month 21", "write the months, as in 2026-03/2026-05: seasons are not read"),
    ("2026-02-30", "no day 30 in February 2026, which has 28 days", "write a day from 01 to 28, or 2026-02 when "),
    ("2026-02-29", "no day 29 in February 2026", "write a day from 01 to 28"),
    ("2026-04-31", "no day 31 in April 2026", "write a day from 01 to 30"),
    ("2026-01-00", "no day 00", "or 2026-01 when the day is not known"),
    ("0000", "no year 0000", "write the year with four digits"),
    ("31.01.2026", "not a date", "write 2026-01-31"),
    ("1.2.2026", "not a date", "write 2026-02-01"),
    ("31/01/2026", "not a date", "write 2026-01-31"),
    ("1/31/2026", "not a date", "write 2026-01-31"),
    ("03/04/2026", "not a date", "write 2026-04-03 or 2026-03-04"),
    ("03/03/2026", "not a date", "write 2026-03-03"),
    ("31-01-2026", "not a date", "write 2026-01-31"),
    ("01/2026", "not a date", "write 2026-01"),
    ("2026/01/31", "not a date", "write 2026-01-31"),
    ("2026.01.31", "not a date", "write 2026-01-31"),
    ("2026/01", "not a date", "write 2026-01"),
    ("2026-1-5", "not a date", "write 2026-01-05"),
    ("2026-1", "not a date", "write 2026-01"),
    ("20260131", "not a date", "write 2026-01-31"),
    ("2026–01–31", "not a date", "write 2026-01-31"),
    ("２０２６-01-31", "not a date", "write 2026-01-31"),
    ("Jan 31 2026", "not a date", "write 2026-01-31"),
    ("January 31st, 2026", "not a date", "write 2026-01-31"),
    ("31 January 2026", "not a date", "write 2026-01-31"),
    ("Saturday 31 January 2026", "not a date", "write 2026-01-31"),
    ("Sat, 31 Jan 2026", "not a date", "write 2026-01-31"),
    ("Sept. 2026", "not a date", "write 2026-09"),
    ("Marchy 2026", "not a date", "write it as year-month-day"),
    ("2026-01-31 ?", "not a date", "write 2026-01-31?"),
    ("2026?~", "not a date", "write 2026%"),
    ("~2026-01", "not a date", "write 2026-01~"),
    ("about 31 January 2026", "not a date", "write 2026-01-31~"),
    ("c. 2026", "not a date", "write 2026~"),
    ("Q1 2026", "not a date", "write 2026-01/2026-03"),
    ("2026-W05", "not a date", "write 2026-01-26/2026-02-01"),
    ("2026-XX", "not a date", "write 2026"),
    ("2026-01-XX", "not a date", "write 2026-01"),
    ("202X", "not a date", "write 2020/2029"),
    ("26-01-31", "not a date", "write it as year-month-day"),
    ("spring 2026", "not a date", "write the months, as in 2026-03/2026-05: seasons are not read"),
    ("im Herbst 2026", "not a date", "write the months, as in 2026-03/2026-05: seasons are not read"),
    ("before 15 Feb 2026", "not a date", "write ../2026-02-15"),
    ("31/1/26", "not a date", "write 2026-01-31"),
    ("31.1.99", "not a date", "write 1999-01-31"),
    ("02/01/26", "not a date", "write 2026-01-02 or 2026-02-01"),
    ("46053", "not a date", "write 2026-01-31"),  # a cell of a spreadsheet, copied as a number
    ("3 September", "has no year", "write the year too, as in 2026-01-31"),
    ("31.01.", "has no year", "write the year too, as in 2026-01-31"),
    ("29 Feb", "has no year", "write the year too, as in 2026-01-31"),
    ("٣ مارس", "has no year", "write the year too, as in 2026-01-31"),
    (
        "2026-01-31\u200f",
        "“2026-01-31” is not a date: it holds a character that nobody sees",
        "type it anew: 2026-01-31",
    ),
    ("2026-01-31\u200f/2026-02-01", "not a date", "write 2026-01-31/2026-02-01"),
    ("tomorrow", "does not say which day", "write it as year-month-day, as in 2026-01-31"),
    ("", "empty", "as in 2026-01-31"),
    ("2026-02-01/2026-01-31", "ends before it begins", "write 2026-01-31/2026-02-01 if that was meant"),
    ("2026-02/2026-01-31", "ends before it begins", "write 2026-01-31/2026-02 if that was meant"),
    ("2026-01-31 - 2026-02-01", "not a date", "write 2026-01-31/2026-02-01"),
    ("2026-01-31–2026-02-01", "not a date", "write 2026-01-31/2026-02-01"),
    ("2026-01-31 / 2026-02-01", "not a date", "write 2026-01-31/2026-02-01"),
    ("31 January – 1 February 2026", "not a date", "write 2026-01-31/2026-02-01"),
    ("5-7 March 2026", "not a date", "write 2026-03-05/2026-03-07"),
    ("2026-01-30/31", "not a date", "write 2026-01-30/2026-01-31"),
    ("2026-01-31/", "not a date", "write 2026-01-31/.."),
    ("/2026-01-31", "not a date", "write ../2026-01-31"),
    ("../..", "says nothing", "leave the date out"),
    ("2026-01-31/2026-02-30", "no day 30 in February 2026", "write a day from 01 to 28"),
    ("2026-01-31T10:00Z", "only next steps", "write 2026-01-31"),
    ("2026-01-31T10:00", "not a date", "write 2026-01-31"),
    ("unknown", "next steps only", "leave the date out"),
]


@pytest.mark.parametrize(("text", "message", "hint"), REMEDIES, ids=[row[0] or "empty" for row in REMEDIES])
def test_a_text_that_is_no_date_says_what_to_write_instead(text: str, message: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert message in str(caught.value)
    said = caught.value.hint
    whole = hint.startswith("write 20")
    assert said == hint if whole else hint in said


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2026-02-01T10:00", "has no time zone", "write 2026-02-01T10:00+03:00, with the offset of the place, or "),
        ("2026-02-01 10:00", "has no time zone", "2026-02-01T10:00Z for UTC"),
        ("2026-02-01T10:00:00Z", "not a time", "write 2026-02-01T10:00Z"),
        ("2026-02-01 10:00 UTC", "not a time", "write 2026-02-01T10:00Z"),
        ("2026-02-01T10:00+0300", "not a time", "write 2026-02-01T10:00+03:00"),
        ("2026-02-01T10:00+03", "not a time", "write 2026-02-01T10:00+03:00"),
        ("2026-02-01T25:00Z", "no time 25:00", "hours run from 00 to 23"),
        ("2026-02-01T10:60Z", "no time 10:60", "minutes from 00 to 59"),
        ("2026-02-01T10:00+25:00", "“+25:00” is not an offset", "from -12:00 to +14:00"),
        ("2026-02-30T10:00Z", "no day 30", "a day from 01 to 28"),
        ("0001-01-01T00:00+14:00", "outside the calendar", "four digits"),
        ("tomorrow", "does not say which day", "or unknown"),
        ("31.01.2026", "not a date", "write 2026-01-31"),
    ],
)
def test_a_step_date_says_what_to_write_instead(text: str, message: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_step_date(text)
    assert message in str(caught.value)
    assert hint in caught.value.hint


def test_a_long_text_is_shortened_in_its_message() -> None:
    with pytest.raises(DateError) as caught:
        parse_date("9" * 100_000)
    assert len(str(caught.value)) < 100


@pytest.mark.parametrize("text", ["2026-01", "2026", "2026-01-31?", "2026-01-31~", "2026-01-31/2026-02-01", "x"])
def test_a_day_is_one_certain_day(text: str) -> None:
    assert parse_day("2026-01-31") == date(2026, 1, 31)
    with pytest.raises(DateError) as caught:
        parse_day(text)
    assert "2026-01-31" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("2026-02-30", "write a day from 01 to 28"),
        ("2026-02-30?", "write a day from 01 to 28"),
        ("2026-13-05", "write 2026-05-13"),
        ("31 January 2026", "write 2026-01-31"),
        ("03/04/2026", "write 2026-04-03 or 2026-03-04"),
        ("2026-01-31T10:00Z", "write 2026-01-31"),
        ("2026-13", "write the day, as in 2026-01-31"),
        ("01/2026", "write the day, as in 2026-01-31"),
        ("January 2026", "write the day, as in 2026-01-31"),
        ("unknown", "write the day, as in 2026-01-31"),
    ],
)
def test_the_remedy_for_a_day_is_a_day(text: str, remedy: str) -> None:
    """Never a month or a year, which would be the next mistake."""
    with pytest.raises(DateError) as caught:
        parse_day(text)
    assert caught.value.hint == remedy


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2026-01-31", "2026-01-31"),
        ("2026-01", "2026-01-31"),
        ("2026", "2026-12-31"),
        ("2026-01-31~", "2026-02-07"),
        ("2026-01~", "2026-02-28"),
        ("2025-12~", "2026-01-31"),
        ("2026~", "2027-12-31"),
        ("2026-01-30/2026-02-02", "2026-02-02"),
        ("2026-01-30/2026-02-02~", "2026-02-09"),
        ("2026-01-30~/2026-02-02", "2026-02-02"),
        ("../2026-02", "2026-02-28"),
        ("2026-02-01T10:00Z", "2026-02-01"),
        ("2026-02-01T23:00-08:00", "2026-02-02"),
        ("2026-02-01T01:00+08:00", "2026-02-01"),
        ("9999-12-31~", "9999-12-31"),
        ("9999-12~", "9999-12-31"),
        ("9999~", "9999-12-31"),
        ("2026-01-31?", None),
        ("2026-01-31%", None),
        ("2026-01-30/..", None),
        ("2026-01-30/2026-02-02?", None),
        ("unknown", None),
    ],
)
def test_a_step_is_overdue_after_the_last_day_that_its_date_allows(text: str, last: str | None) -> None:
    after = overdue_after(parse_step_date(text))
    assert (after and after.isoformat()) == last


marks = st.sampled_from(["", "?", "~", "%"])
days = st.dates(date(1000, 1, 1), date(2999, 12, 31))
singles = st.builds(lambda day, length, mark: day.isoformat()[:length] + mark, days, st.sampled_from([4, 7, 10]), marks)
dates = (
    singles | st.builds("{}/{}".format, singles, singles) | singles.map("{}/..".format) | singles.map("../{}".format)
)


def _read(text: str) -> When | None:
    try:
        return parse_date(text)
    except DateError:
        return None


@given(dates)
def test_first_and_last_day_agree_with_the_edtf_package(text: str) -> None:
    when = _read(text)
    if when is None:
        assert "/" in text, "only a reversed interval is refused"
        return
    ends = when.ends or (when, when)
    for end, read in ((ends[0], "lower_strict"), (ends[1], "upper_strict")):
        if end.text != "..":
            oracle = getattr(parse_edtf(end.text), read)()
            ours = when.first if read == "lower_strict" else when.last
            assert ours == date(oracle.tm_year, oracle.tm_mon, oracle.tm_mday)
    whole = parse_edtf(text)
    if ".." not in text:
        assert when.first and when.last
        assert when.first.timetuple()[:3] == whole.lower_strict()[:3]
        assert when.last.timetuple()[:3] == whole.upper_strict()[:3]


@given(singles, singles)
def test_only_an_interval_that_ends_before_it_begins_is_refused(start: str, end: str) -> None:
    first, last = parse_date(start).first, parse_date(end).last
    assert first and last
    assert (_read(f"{start}/{end}") is None) == (first > last)


typed = st.text(alphabet="0123456789-/.~?%TZ: +XWQ", max_size=24) | st.text(max_size=12) | dates


@given(typed)
def test_any_text_is_a_date_or_a_message_with_a_remedy(text: str) -> None:
    for read in (parse_date, parse_step_date, parse_day):
        try:
            read(text)
        except DateError as error:
            assert str(error) and error.hint
            assert f"write {text}" not in (error.hint, error.hint + " ")


ELSEWHERE = [
    ("1. Dezember 2026", "2026-12-01"),
    ("Montag, 3. Aug. 2026", "2026-08-03"),
    ("am 3. März 2026", "2026-03-03"),
    ("3. Dez. 2026", "2026-12-03"),
    ("3.–5. Mai 2026", "2026-05-03/2026-05-05"),
    ("Mai bis Juni 2026", "2026-05/2026-06"),
    ("etwa Oktober 2026", "2026-10~"),
    ("1er décembre 2026", "2026-12-01"),
    ("le lundi 3 août 2026", "2026-08-03"),
    ("vers févr. 2026", "2026-02~"),
    ("1 de diciembre de 2026", "2026-12-01"),
    ("12 мая 2026 г.", "2026-05-12"),
    ("3 березня 2026 року", "2026-03-03"),
    ("on Monday 3 August 2026", "2026-08-03"),
]


@pytest.mark.parametrize(("text", "remedy"), ELSEWHERE)
def test_a_date_as_other_newsrooms_write_it_is_understood(text: str, remedy: str) -> None:
    assert meant(text) == (remedy,)


def test_a_time_as_germans_write_it_asks_for_its_zone() -> None:
    assert "2026-12-01T06:00Z for UTC" in meant_time("2026-12-01 06:00 Uhr")


@given(typed | days.map(lambda day: day.strftime("%d %b %Y")) | days.map(lambda day: day.strftime("%m/%d/%Y")))
def test_what_a_remedy_says_to_write_can_be_read(text: str) -> None:
    for candidate in meant(text):
        assert parse_date(candidate).text == candidate


@given(days, st.times(), st.sampled_from(["Z", " UTC", "+02:00", "+0530", "-05", ":00Z"]))
def test_a_time_that_a_remedy_says_to_write_has_the_form_of_one(day: date, time: object, zone: str) -> None:
    (candidate,) = meant_time(f"{day.isoformat()} {str(time)[:5]}{zone}")
    assert parse_step_date(candidate).first == day


@given(days)
def test_a_day_written_the_day_first_is_told_with_full_stops(day: date) -> None:
    assert meant(f"{day.day}.{day.month}.{day.year:04}") == (day.isoformat(),)
    assert day.isoformat() in meant(f"{day.month}/{day.day}/{day.year:04}")
    assert overdue_after(parse_date(f"{day.isoformat()}~")) == day + timedelta(days=7)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("2026-03-05 14h GMT", "2026-03-05T14:00Z"),
        ("2026-03-05 2pm UTC", "2026-03-05T14:00Z"),
        ("2026-03-05 12:30 a.m. EST", "2026-03-05T00:30-05:00"),
        ("5 March 2026, 14 Uhr MEZ", "2026-03-05T14:00+01:00"),
        ("5. März 2026 um 14.30 Uhr CEST", "2026-03-05T14:30+02:00"),
        ("le 5 mars 2026 à 14h30 (UTC+1)", "2026-03-05T14:30+01:00"),
        ("2026-03-05T14.00+01:00", "2026-03-05T14:00+01:00"),
        ("2026-03-05T14:00 +1", "2026-03-05T14:00+01:00"),
        ("2026-03-05 9:05 MSK", "2026-03-05T09:05+03:00"),
    ],
)
def test_a_time_with_its_zone_as_people_type_it_is_written_out(typed: str, right: str) -> None:
    assert meant_time(typed) == (right,)
    assert str(parse_step_date(right)) == right


@pytest.mark.parametrize(
    "typed", ["2026-03-05 14:00 Kyiv time", "5 March 2026, 2 p.m.", "2026-03-05 at 14:00 local time"]
)
def test_a_zone_that_is_a_place_is_left_to_the_editor(typed: str) -> None:
    assert meant_time(typed)[0].startswith("2026-03-05T14:00+03:00, with the offset")


@pytest.mark.parametrize(
    "typed", ["2026-03-05 25:00", "2026-03-05 13 pm", "5 rooms 14", "2026-03-05", "Feb 30 2026 14h"]
)
def test_what_is_no_time_is_none(typed: str) -> None:
    assert meant_time(typed) == ()


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("by 5 March 2026", "../2026-03-05"),
        ("until 2026-03", "../2026-03"),
        ("since March 2026", "2026-03/.."),
        ("ab 5. März 2026", "2026-03-05/.."),
        ("end of March 2026", "2026-03~"),
        ("mid-March 2026", "2026-03~"),
        ("early 2026", "2026~"),
    ],
)
def test_a_bound_and_a_part_of_a_month_are_written_as_intervals_and_about(typed: str, right: str) -> None:
    assert meant(typed) == (right,)
    assert str(parse_date(right)) == right


MEANT_ELSEWHERE = [
    "14. marraskuuta 2025", "2025. november 14.", "14 Kasım 2025", "14η Νοεμβρίου 2025", "14 noiembrie 2025",
    "14. studenoga 2025.", "14 ноември 2025", "den 14 november 2025", "vrijdag 14 november 2025", "2025年11月14日",
    "١٤ نوفمبر ٢٠٢٥", "14 تشرين الثاني 2025م",
    "14 नवंबर 2025", "14 בנובמבר 2025", "14.11.2025 r.", "14 de novembro de 2025", "14 de novembre del 2025",
]  # fmt: skip


@pytest.mark.parametrize("text", MEANT_ELSEWHERE)
def test_a_date_in_another_language_is_understood(text: str) -> None:
    assert meant(text) == ("2025-11-14",)


def test_a_time_that_holds_an_unseen_character_says_so() -> None:
    with pytest.raises(DateError, match="right-to-left mark") as caught:
        parse_step_date("2026-02-04T10:00+03:00\u200f")
    assert caught.value.hint == "type it anew: 2026-02-04T10:00+03:00"


def test_a_month_of_two_languages_may_be_either() -> None:
    assert meant("14. listopada 2025") == ("2025-11-14", "2025-10-14")
