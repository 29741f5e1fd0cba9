"""The days that a sentence names: 4 March, le 19 février, 2月20日; the year that they leave out is the nearest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from generator.wordlists import months_of, words_of

#: The months by how they begin, January first.
MONTHS = {
    "en": "jan feb mar apr may jun jul aug sep oct nov dec",
    "de": "jan feb mär|mar apr mai jun jul aug sep okt nov dez",
    "fr": "janv fév|fev mars avr mai juin juil aoû|aou sept oct nov déc|dec",
    "es": "ene feb mar abr may jun jul ago sep|set oct nov dic",
    "ru": "янв фев мар апр ма[йяе] июн июл авг сен окт ноя дек",
    "uk": "січ лют бер кві тра чер лип сер вер жов лис гру",
    "ar": "يناير|كانون.الثاني فبراير|شباط مارس|آذار أبريل|إبريل|نيسان مايو|أيار يونيو|حزيران يوليو|تموز "
    "أغسطس|آب سبتمبر|أيلول أكتوبر|تشرين.الأول نوفمبر|تشرين.الثاني ديسمبر|كانون.الأول",
}
#: What stands before a month without a day.
_IN = {
    "en": "in|by", "de": "im|ende|anfang|mitte", "fr": "en|fin|début|mi-", "es": "en|a finales de|a principios de",
    "ru": "в", "uk": "в|у", "ar": "في",
}  # fmt: skip
_TO = r"(?:\s*[-–—]\s*|\s+(?:to|and|bis|und|au|et|al|y|по|и|до|та|і|إلى|و)\s+(?:the |le |el )?)"
_ORDINAL = r"(?:st|nd|rd|th|er|º|-?го|-?е|\.)?"
_CHINESE = re.compile(
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号號]?(?:[至到—-](?P<end>\d{1,2})[日号號])?)?"
)
_OTHER_YEAR = re.compile(
    r"\b(?:next|last) year|(?:nächsten?|vorigen?|vergangenen?|kommenden?) jahr|"
    r"(?:l['’]an|l['’]année) (?:prochaine?|derni)|(?:próximo|pasado) año|año (?:próximo|que viene|pasado)|"
    r"(?:следующ|прошл)\w+ год|(?:наступн|минул|торішн)\w+ ро[кц]|"
    r"[明来去]年|العام (?:المقبل|القادم|الماضي)",
    re.IGNORECASE,
)
_HALF = 183  # days: without a year the nearest day is meant
_AHEAD = 9  # months


def stems_of(lang: str) -> Sequence[str]:
    """The months of a language as patterns, January first; in English where nothing is known of it."""
    return months_of(lang) or MONTHS.get(lang, MONTHS["en"]).split()


class Told(NamedTuple):
    """A day, a month or some days as a text names them, in EDTF; and whether it names the year."""

    words: str
    edtf: str
    first: date
    has_year: bool

    @property
    def is_day(self) -> bool:
        """Whether a day or some days are named, and no month alone."""
        return len(self.edtf) > len("2026-01")


def find_days(text: str, lang: str, near: date) -> Iterator[Told]:
    """The days and months that a text names, in order; without a year the nearest to `near`."""
    base = words_of(lang).lang
    for found in _pattern(base).finditer(text):
        if told := _told(found, base, near):
            yield told


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    if lang in ("zh", "ja"):
        return _CHINESE
    if months := months_of(lang):
        return _elsewhere("|".join(f"(?:{month})" for month in months))
    month = "|".join(f"(?:{stem})" for stem in stems_of(lang))
    named = rf"(?P<{{0}}>(?:{month})[^\W\d_]{{{{0,7}}}})\.?"
    year = r"(?:,?\s+(?:de\s+|del\s+|von\s+)?(?P<{0}>\d{{4}})\b)?"
    day = rf"(?<![\d.,:/-])(?P<day>\d{{1,2}}){_ORDINAL}(?:{_TO}(?P<end>\d{{1,2}}){_ORDINAL})?"
    forms = [rf"{day}\s*(?:of\s+|de\s+)?{named.format('m1')}(?!\w){year.format('y1')}"]
    if lang == "en":
        after = rf"(?P<d2>\d{{1,2}}){_ORDINAL}(?:{_TO}(?P<e2>\d{{1,2}}){_ORDINAL})?(?![\d:]|[.,]\d)"
        forms.append(rf"(?<!\w){named.format('m2')}\s+{after}{year.format('y2')}")
    alone = rf"(?<!\w){named.format('m3')}(?!\w){year.format('y3')}(?!\.?\s*\d)"  # not: by Oct. 10
    forms.append(rf"(?<!\w)(?:{_IN.get(lang, 'in')})\s*{alone}")
    return re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE)


def _elsewhere(month: str) -> re.Pattern[str]:
    """The days of a language without lists: 3. prosince 2025, december 3-án, 03.12.2025; no month alone."""
    day = rf"(?:(?<![\d.,:/-])|(?<=ב-))(?P<day>\d{{1,2}})(?:\.|-?[ºª])?(?:{_TO}(?P<end>\d{{1,2}})\.?)?"
    before = rf"{day}[ \u00a0]?(?:de\s|d['’]|ב-?)?(?P<m1>{month})(?!\w)(?:\.?,?\s+(?:de\s+|del\s+)?(?P<y1>\d{{4}})\b)?"
    after = rf"(?:(?<!\d)(?P<y2>\d{{4}})\.\s?)?(?<!\w)(?P<m2>{month})\.?\s(?P<d2>\d{{1,2}})(?![.,]\d)(?=[.,-])"
    figures = r"(?<![\d.,:/-])(?P<d3>\d{1,2})(?P<sign>[./-])\s?(?P<month>\d{1,2})(?P=sign)\s?(?P<year>\d{4})(?!\d)"
    return re.compile(f"(?:{before})|(?:{after})|(?:{figures})", re.IGNORECASE)


def _told(found: re.Match[str], lang: str, near: date) -> Told | None:
    said = found.groupdict()
    month = _month(said, lang)
    day = int(said.get("day") or said.get("d2") or said.get("d3") or 0)
    end = int(said.get("end") or said.get("e2") or 0)
    year = next((int(said[name]) for name in ("y1", "y2", "y3", "year") if said.get(name)), 0)
    if (
        not month
        or not _is_month(found, lang)
        or (lang in ("zh", "ja") and not (day or year or found.group().startswith("月")))
    ):
        return None
    try:
        first = date(year or (_nearest_year if day else _coming_year)(month, day, near), month, day or 1)
        last = first.replace(day=end) if end else first
    except ValueError:
        return None
    if not day:
        return Told(found.group(), f"{first:%Y-%m}", first, bool(year))
    edtf = first.isoformat() if last <= first else f"{first.isoformat()}/{last.isoformat()}"
    return Told(found.group(), edtf, first, bool(year))


def _month(said: dict[str, str | None], lang: str) -> int:
    if number := said.get("month"):
        return int(number) if int(number) < 13 else 0
    name = next((word for key in ("m1", "m2", "m3") if (word := said.get(key))), "")
    fitting = (place for place, stem in enumerate(stems_of(lang), 1) if re.match(stem, name, re.IGNORECASE))
    return next(fitting, 0)


def _is_month(found: re.Match[str], lang: str) -> bool:
    """Whether the word is a month and no other that begins like one: he may 3 times, 40 decent people."""
    said = found.groupdict()
    name = next((word for key in ("m1", "m2", "m3") if (word := said.get(key))), "")
    if not name or months_of(lang):
        return True  # in Chinese; elsewhere the whole word is told
    listed, rest = words_of(lang).months, found.group().partition(name)[2]
    is_short = len(name) < 5 and (rest.startswith(".") or any(said.get(key) for key in ("y1", "y2", "y3")))
    is_one = is_short or name.lower() in listed or f"{name.lower()}." in listed
    return is_one and (name[:1].isupper() or lang not in ("en", "de"))


def _nearest_year(month: int, day: int, near: date) -> int:
    years = (near.year - 1, near.year, near.year + 1)
    return min(years, key=lambda year: abs((date(year, month, min(day, 28)) - near).days))


def _coming_year(month: int, _: int, near: date) -> int:
    """The year of a month alone: at most nine months ahead."""
    ahead = (month - near.month) % 12
    return near.year + (month < near.month) if ahead <= _AHEAD else near.year - (month > near.month)


def next_day(text: str, lang: str, written: date) -> Told | None:
    """The one day or month behind `written` that a text names; nothing where it names none or several."""
    other = _OTHER_YEAR.search(text) is not None  # 明年5月1日: the nearest is not meant
    days = (one for one in find_days(text, lang, written) if one.has_year or not other)
    later = {one.edtf: one for one in days if is_later(one, written)}
    return next(iter(later.values())) if len(later) == 1 else None


def is_later(told: Told, written: date) -> bool:
    """Whether a day that a text of `written` names is still to come."""
    if not told.is_day:
        return told.edtf >= f"{written:%Y-%m}"
    return written < told.first and (told.has_year or told.first - written <= timedelta(days=_HALF))
