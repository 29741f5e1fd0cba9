"""What readers see of a date, a number and a list, in English and elsewhere."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import DateError, parse_date, parse_step_date
from generator.language import Language, machine_date, read_catalogue, script_of, speak

DATES = [
    # text, long, short, machine
    ("2026-01-31", "Saturday 31 January 2026", "31 Jan 2026", "2026-01-31"),
    ("2026-01", "January 2026", "Jan 2026", "2026-01"),
    ("2026", "2026", "2026", "2026"),
    ("2026-01-31~", "about 31 January 2026", "about 31 Jan 2026", None),
    ("2026-01?", "January 2026 (uncertain)", "Jan 2026 (uncertain)", None),
    ("2026%", "about 2026 (uncertain)", "about 2026 (uncertain)", None),
    ("2026-01-31/2026-02-01", "31 January – 1 February 2026", "31 Jan – 1 Feb 2026", None),
    ("2026-01-30/2026-01-31", "30–31 January 2026", "30–31 Jan 2026", None),
    ("2025-12-31/2026-01-01", "31 December 2025 – 1 January 2026", "31 Dec 2025 – 1 Jan 2026", None),
    ("2026-01/2026-03", "January – March 2026", "Jan – Mar 2026", None),
    ("2026-05/2026-06", "May – June 2026", "May – Jun 2026", None),
    ("2025/2026", "2025–2026", "2025–2026", None),
    ("2026-01-31/2026-01-31", "Saturday 31 January 2026", "31 Jan 2026", None),
    ("2026-01-31/2026-02", "31 January 2026 – February 2026", "31 Jan 2026 – Feb 2026", None),
    ("2026-01-31~/2026-02-01", "about 31 January 2026 – 1 February 2026", "about 31 Jan 2026 – 1 Feb 2026", None),
    ("2026-01-31~/2026-02-01~", "about 31 January – 1 February 2026", "about 31 Jan – 1 Feb 2026", None),
    ("2026-01-31/..", "from Saturday 31 January 2026", "from 31 Jan 2026", None),
    ("../2026-02", "until February 2026", "until Feb 2026", None),
    ("2026-02-01T10:00Z", "Sunday 1 February 2026, 10:00 UTC", "1 Feb 2026, 10:00 UTC", "2026-02-01T10:00Z"),
    (
        "2026-02-01T00:30+03:00",
        "Sunday 1 February 2026, 00:30 UTC+3",
        "1 Feb 2026, 00:30 UTC+3",
        "2026-02-01T00:30+03:00",
    ),
    (
        "2026-02-01T10:00-03:30",
        "Sunday 1 February 2026, 10:00 UTC−3:30",
        "1 Feb 2026, 10:00 UTC−3:30",
        "2026-02-01T10:00-03:30",
    ),
    ("unknown", "date not known", "date not known", None),
]


@pytest.mark.parametrize(("text", "long", "short", "machine"), DATES, ids=[row[0] for row in DATES])
def test_a_date_in_english(text: str, long: str, short: str, machine: str | None) -> None:
    when, language = parse_step_date(text), speak("en")
    assert language.long_date(when) == long
    assert language.short_date(when) == short
    assert machine_date(when) == machine


def test_a_plain_day_is_said_as_the_date_of_a_brief() -> None:
    day, language = date(2026, 1, 31), speak("en")
    assert language.long_date(day) == "Saturday 31 January 2026"
    assert language.short_date(day) == "31 Jan 2026"
    assert language.month(day) == "January 2026"
    assert machine_date(day) == "2026-01-31"


OTHERS = [
    ("de", "2026-01-31", "Samstag, 31. Januar 2026", "31. Jan. 2026"),
    ("de", "2026-01-30/2026-02-01", "30. Januar – 1. Februar 2026", "30. Jan. – 1. Feb. 2026"),
    ("fr", "2026-01-31", "samedi 31 janvier 2026", "31 janv. 2026"),
    ("uk", "2026-01-31", "субота, 31 січня 2026\N{NO-BREAK SPACE}р.", "31 січ. 2026\N{NO-BREAK SPACE}р."),
    ("uk", "2026-01", "січень 2026\N{NO-BREAK SPACE}р.", "січ. 2026\N{NO-BREAK SPACE}р."),
    ("es", "2026-01-30/2026-02-01", "30 de enero – 1 de febrero de 2026", "30 ene – 1 feb 2026"),
    ("zh", "2026-01-30/2026-02-01", "2026年1月30日至2月1日", "2026年1月30日至2月1日"),
]


@pytest.mark.parametrize(("code", "text", "long", "short"), OTHERS)
def test_dates_follow_the_language(code: str, text: str, long: str, short: str) -> None:
    language = Language(code, locale=Locale.parse(code))
    assert language.long_date(parse_date(text)) == long
    assert language.short_date(parse_date(text)) == short


@pytest.mark.parametrize("code", ["en", "en-US", "xx", "", "../de", "xx-Latn", "e n"])
def test_a_language_without_a_catalogue_is_english(code: str) -> None:
    language = speak(code)
    assert (language.code, language.direction) == ("en", "ltr")
    assert language.gettext("Next steps") == "Next steps"
    assert language.ngettext("{n} quote", "{n} quotes", 1) == "{n} quote"
    assert language.ngettext("{n} quote", "{n} quotes", 2) == "{n} quotes"


@pytest.mark.parametrize(
    ("written", "code", "short"),
    [
        ("de", "de", "31. Jan. 2026"),
        ("DE", "de", "31. Jan. 2026"),
        ("de-AT", "de-AT", "31. Jän. 2026"),
        ("de_CH", "de-CH", "31. Jan. 2026"),
        ("fr-CA", "fr-CA", "31 janv. 2026"),
        ("de-nowhere", "de-nowhere", "31. Jan. 2026"),
    ],
)
def test_a_language_is_known_however_it_is_written(written: str, code: str, short: str) -> None:
    """With the dates of its region, and the words of the language."""
    language = speak(written)
    assert (language.code, language.short_date(date(2026, 1, 31))) == (code, short)
    assert language.gettext("Next steps") != "Next steps"


@pytest.mark.parametrize(
    ("written", "script"),
    [
        ("zh", "Hans"),
        ("zh-CN", "Hans"),
        ("zh_SG", "Hans"),
        ("zh-TW", "Hant"),
        ("zh-hk", "Hant"),
        ("zh-Hant", "Hant"),
        ("zh-Hans-TW", "Hans"),
        ("sr", "Cyrl"),
        ("sr-Latn", "Latn"),
        ("de-AT", "Latn"),
        ("de-1996", "Latn"),
        ("xx", ""),
    ],
)
def test_a_language_has_the_script_of_its_place(written: str, script: str) -> None:
    assert script_of(written) == script


def test_numbers_and_lists_are_english() -> None:
    language = speak("en")
    assert language.number(10_000) == "10,000"
    assert [language.listing(names) for names in ((), ("A",), ("A", "B"), ("A", "B", "C"))] == [
        "", "A", "A and B", "A, B and C",
    ]  # fmt: skip


def test_the_words_round_a_date_come_from_the_catalogue() -> None:
    class Shouting(NullTranslations):
        def gettext(self, message: str) -> str:
            return message.replace("about", "ABOUT").replace("uncertain", "UNCERTAIN")

    assert Language("en", catalogue=Shouting()).long_date(parse_date("2026-01%")) == "ABOUT January 2026 (UNCERTAIN)"


ends = st.builds(
    lambda day, length, mark: day.isoformat()[:length] + mark,
    st.dates(date(1000, 1, 1), date(2999, 12, 31)),
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "?", "~", "%"]),
)


@given(st.sampled_from(["en_GB", "de", "fr", "es", "ru", "uk", "zh", "ar", "ja", "he", "fa", "pt"]), ends, ends)
def test_every_date_can_be_said_in_every_language(code: str, start: str, end: str) -> None:
    language = Language(code, locale=Locale.parse(code))
    for text in (start, f"{start}/{end}", f"{start}/..", f"../{end}"):
        try:
            when = parse_date(text)
        except DateError:
            continue
        assert language.long_date(when) and language.short_date(when)


def test_a_catalogue_is_read_as_people_write_it(tmp_path: Path) -> None:
    """No compiled file is needed, and plural forms are those of the language."""
    path = tmp_path / "briefing.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: uk\\n"\n'
        '"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && '
        '(n%100<10 || n%100>=20) ? 1 : 2);\\n"\n\n'
        'msgid "about {date}"\nmsgstr "близько {date}"\n\n'
        'msgid "{n} quote"\nmsgid_plural "{n} quotes"\n'
        'msgstr[0] "{n} цитата"\nmsgstr[1] "{n} цитати"\nmsgstr[2] "{n} цитат"\n',
        encoding="utf-8",
    )
    language = Language("uk", locale=Locale.parse("uk"), catalogue=read_catalogue(path))
    assert language.long_date(parse_date("2026~")).startswith("близько 2026")
    assert [language.ngettext("{n} quote", "{n} quotes", n) for n in (1, 3, 5)] == [
        "{n} цитата",
        "{n} цитати",
        "{n} цитат",
    ]
