"""The language of the site: every word that the generator itself writes, and every date, in one frozen value.

Words come from gettext catalogues (`locale/<language>/briefing.po`; the English text is the id), dates, numbers
and lists from CLDR. Another language is a catalogue, and nothing else.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_datetime, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from generator.dates import When

_CLDR = {"en": "en_GB"}  # CLDR's plain `en` writes the month before the day
_FULL_DAY = {"en": "EEEE d MMMM y"}  # CLDR puts a comma after the weekday, newspapers do not
#: CLDR's space round a dash is in the way where it is copied into a search or a mail. Its narrow no-break one would be
#: a plain one on a page, where the year would part from its word (2026 г.).
_SPACES = str.maketrans({"\N{THIN SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": "\N{NO-BREAK SPACE}"})
_MINUS = "\N{MINUS SIGN}"
_LOCALES = files("generator").joinpath("locale")


@dataclass(frozen=True, slots=True)
class Language:
    """How one language says things. `code` is for the `lang` attribute, `direction` for `dir` (ltr or rtl)."""

    code: str
    direction: str = "ltr"
    locale: Locale = field(default_factory=lambda: Locale.parse("en_GB"))
    catalogue: NullTranslations = field(default_factory=NullTranslations)

    def gettext(self, message: str) -> str:
        """The message in this language."""
        return self.catalogue.gettext(message)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """The message in this language, in the form that the number asks for."""
        return self.catalogue.ngettext(singular, plural, number)

    def pgettext(self, context: str, message: str) -> str:
        """The message in this language, where words that are one in English differ in their place: `context` tells."""
        return self.catalogue.pgettext(context, message)

    @property
    def comma(self) -> str:
        """What stands between names in a row: Chinese has a sign of its own for it."""
        return self.pgettext("between names", ", ")

    def number(self, number: int) -> str:
        """A number with the language's own signs: 10,000."""
        return _number(number, self.locale)

    def listing(self, texts: Iterable[str]) -> str:
        """Texts in a row: A, B and C."""
        return format_list(list(texts), locale=self.locale)

    def long_date(self, when: When | date) -> str:
        """In a sentence or a heading: Saturday 31 January 2026; about January 2026; 31 January – 1 February 2026."""
        return self._date(when, long=True).translate(_SPACES)

    def short_date(self, when: When | date) -> str:
        """In a list or a table: 31 Jan 2026; about Jan 2026; 31 Jan – 1 Feb 2026."""
        return self._date(when, long=False).translate(_SPACES)

    def month(self, day: date) -> str:
        """The month of a day, as a heading: January 2026."""
        return format_skeleton("yMMMM", day, locale=self.locale).translate(_SPACES)

    def _date(self, when: When | date, long: bool) -> str:
        if isinstance(when, date):
            return self._day(when, long)
        if when.ends:
            return self._interval(when.ends[0], when.ends[1], long)
        return self._marked(self._plain(when, long), when)

    def _marked(self, text: str, when: When) -> str:
        if when.approximate:
            text = self.gettext("about {date}").format(date=text)
        if when.uncertain:
            text = self.gettext("{date} (uncertain)").format(date=text)
        return text

    def _plain(self, when: When, long: bool) -> str:
        """A date without its marks; a weekday is said only of a day that is certain."""
        if when.first is None:
            return self.gettext("date not known")
        if when.start:
            zone = _zone(when)
            time = format_datetime(when.start.replace(tzinfo=None), "HH:mm", locale=self.locale)
            return self.gettext("{date}, {time} {zone}").format(date=self._day(when.first, long), time=time, zone=zone)
        if when.grain == "day":
            certain = not (when.uncertain or when.approximate)
            return self._day(when.first, long) if certain else self._between(when, when, "yMMMd", long)
        skeleton = {"year": "y", "month": "yMMMM" if long else "yMMM"}[when.grain]
        return format_skeleton(skeleton, when.first, locale=self.locale)

    def _day(self, day: date, long: bool) -> str:
        return _full_day(day, _FULL_DAY.get(self.code, "full"), self.locale) if long else _short_day(day, self.locale)

    def _interval(self, start: When, end: When, long: bool) -> str:
        if end.first is None:
            return self.gettext("from {date}").format(date=self._date(start, long))
        if start.first is None:
            return self.gettext("until {date}").format(date=self._date(end, long))
        if (start.first, start.last) == (end.first, end.last) and start.text == end.text:
            return self._date(start, long)
        marks = (start.uncertain, start.approximate)
        if start.grain == end.grain and marks == (end.uncertain, end.approximate):
            skeleton = {"year": "y", "month": "yMMMM" if long else "yMMM"}.get(start.grain, "yMMMd")
            return self._marked(self._between(start, end, skeleton, long), start)
        first, last = (
            self._marked(self._between(each, each, _SKELETON[each.grain], long), each) for each in (start, end)
        )
        return str(self.locale.interval_formats[None]).format(first, last)

    def _between(self, start: When, end: When, skeleton: str, long: bool) -> str:
        """Two days, months or years, each thing that they share said once; of one and the same, it alone."""
        assert start.first and end.first
        full = skeleton.replace("MMM", "MMMM") if long else skeleton
        if full in self.locale.interval_formats and full in self.locale.datetime_skeletons:  # 31 de enero de 2026
            skeleton = full
        parts = self._interval_parts(start.first, end.first, skeleton)
        days = (start.first, end.first)
        return "".join(
            format_date(day, _long_month(part) if long else part, locale=self.locale)
            for day, part in zip(days, parts, strict=False)
        )

    def _interval_parts(self, first: date, last: date, skeleton: str) -> tuple[str, ...]:
        """CLDR's patterns for the greatest part of the date in which the two differ."""
        for part, name in (("y", "year"), ("M", "month"), ("d", "day")):
            if getattr(first, name) != getattr(last, name) and part in skeleton:
                return tuple(self.locale.interval_formats[skeleton][part])
        return (str(self.locale.datetime_skeletons[skeleton].pattern),)


@lru_cache(maxsize=2000)  # the counts of lists, the same few all over a site
def _number(number: int, locale: Locale) -> str:
    return str(format_decimal(number, locale=locale)).translate(_SPACES)


@lru_cache(maxsize=4000)  # of a calendar, the same days for many steps
def _full_day(day: date, pattern: str, locale: Locale) -> str:
    return format_date(day, pattern, locale=locale)


@lru_cache(maxsize=4000)
def _short_day(day: date, locale: Locale) -> str:
    return format_skeleton("yMMMd", day, locale=locale)


_SKELETON = {"year": "y", "month": "yMMM", "day": "yMMMd"}


def speak(language: str) -> Language:
    """The named language (BCP 47) where it has a catalogue; else English, with the day before the month."""
    name = _catalogue_of(language)
    if name in ("", "en"):
        return Language("en")
    base, _, region = language.replace("_", "-").partition("-")
    code = "-".join(filter(None, (base.lower(), region)))
    try:
        locale = Locale.parse(code.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        locale = Locale.parse(base_of(language))
    return Language(code, locale.text_direction, locale, read_catalogue(_LOCALES.joinpath(name, "briefing.po")))


def base_of(language: str) -> str:
    """A language without its region or script, however it is written: de of de-AT, de_CH and DE."""
    return language.replace("_", "-").split("-")[0].lower()


@lru_cache(maxsize=200)
def script_of(language: str) -> str:
    """The script in which a language is written, as it is named or else likely there: Hans of zh, Hant of zh-TW."""
    base, *more = language.replace("_", "-").split("-")
    if named := [part for part in more if len(part) == 4 and part.isalpha()]:
        return named[0].title()
    likely = get_global("likely_subtags")
    places = (f"{base.lower()}_{part.upper()}" for part in more)
    full = next((likely[place] for place in places if place in likely), likely.get(base.lower(), ""))
    return next((part for part in full.split("_") if len(part) == 4), "")


def is_spoken(language: str) -> bool:
    """Whether the generator has the words of the named language: it is English, or has a catalogue in its script."""
    return bool(_catalogue_of(language))


def _catalogue_of(language: str) -> str:
    """The name of the catalogue that a reader of the language can read: that of another script is none of his."""
    base, script = base_of(language), script_of(language)
    names = (base if script == script_of(base) else "", f"{base}-{script}")
    return next((name for name in names if name in spoken_languages()), "")


@lru_cache(maxsize=1)
def spoken_languages() -> tuple[str, ...]:
    """The languages that the generator has the words of."""
    return tuple(sorted({"en", *(each.name for each in _LOCALES.iterdir() if each.joinpath("briefing.po").is_file())}))


def machine_date(when: When | date) -> str | None:
    """The value for `<time datetime>`; None for what HTML cannot say: intervals, unknown and unsure dates."""
    if isinstance(when, date):
        return when.isoformat()
    if when.ends or when.first is None or when.uncertain or when.approximate:
        return None
    return when.text


def read_catalogue(path: Traversable) -> NullTranslations:
    """The catalogue as people write it; compiled here, so that no built file can be stale."""
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(path.read_bytes())))
    compiled.seek(0)
    return GNUTranslations(compiled)


def _long_month(pattern: str) -> str:
    """The pattern with the month's whole name: CLDR has no long form for intervals of days."""
    return pattern.replace("MMMM", "MMM").replace("MMM", "MMMM").replace("LLLL", "LLL").replace("LLL", "LLLL")


def _zone(when: When) -> str:
    """UTC, UTC+3, UTC−5:30."""
    offset = when.start.utcoffset() if when.start else None
    minutes = int(offset.total_seconds()) // 60 if offset else 0
    if not minutes:
        return UTC.tzname(None)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else _MINUS}{hours}" + (f":{rest:02}" if rest else "")
