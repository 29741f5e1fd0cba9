"""What somebody meant who typed something near to a date: the words of a remedy, never the reading of a date.

`31.01.2026` can only be 2026-01-31; `03/04/2026` is one of two days; `soon` is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta

from generator.lookalikes import as_seen

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

#: The months as other newsrooms write them in a date, January first: German, French, Spanish, Russian, Ukrainian.
_ELSEWHERE = (
    "januar jänner janvier janv enero ene января январь січня січень",
    "februar feber février fevrier févr fév febrero февраля февраль лютого лютий",
    "märz maerz mär mrz mars marzo марта март березня березень",
    "april avril avr abril abr апреля апрель квітня квітень",
    "mai mayo мая май травня травень",
    "juni juin junio июня июнь червня червень",
    "juli juillet juil julio июля июль липня липень",
    "august août aout agosto августа август серпня серпень",
    "september septembre septiembre сентября сентябрь вересня вересень",
    "oktober okt octobre octubre октября октябрь жовтня жовтень",
    "november novembre noviembre ноября ноябрь листопада листопад",
    "dezember dez décembre decembre déc diciembre dic декабря декабрь грудня грудень",
)
#: In Arabic, of Cairo, of Beirut and of Tunis.
_ARABIC = (
    "يناير كانون_الثاني جانفي",
    "فبراير شباط فيفري",
    "مارس آذار",
    "أبريل ابريل إبريل نيسان أفريل",
    "مايو أيار ماي",
    "يونيو يونيه حزيران جوان",
    "يوليو يوليه تموز جويلية",
    "أغسطس اغسطس آب أوت",
    "سبتمبر أيلول",
    "أكتوبر اكتوبر تشرين_الأول",
    "نوفمبر تشرين_الثاني",
    "ديسمبر كانون_الأول",
)
#: And those of languages that have no other lists; “listopad” is another month in Zagreb than in Warsaw and Prague.
_FARTHER = (
    "januari gennaio gen janeiro ianuarie gener ledna leden januára stycznia styczeń tammikuuta tammikuu siječnja "
    "siječanj január ocak ιανουαρίου ιανουάριος януари जनवरी ינואר",
    "februari febbraio fevereiro fev februarie febrer února únor februára lutego luty helmikuuta helmikuu veljače "
    "veljača február şubat φεβρουαρίου φεβρουάριος февруари फरवरी פברואר",
    "maart mrt marts março martie març března březen marca marzec maaliskuuta maaliskuu ožujka ožujak március "
    "mart μαρτίου μάρτιος मार्च מרץ",
    "aprile aprilie dubna duben apríla kwietnia kwiecień huhtikuuta huhtikuu travnja travanj április nisan "
    "απριλίου απρίλιος अप्रैल אפריל",
    "mei maj maggio maio maig května květen mája maja toukokuuta toukokuu svibnja svibanj május mayıs μαΐου μάιος "
    "मई מאי",
    "giugno junho iunie juny června červen júna czerwca czerwiec kesäkuuta kesäkuu lipnja lipanj június haziran "
    "ιουνίου ιούνιος юни जून יוני",
    "luglio julho iulie juliol července červenec júla lipca lipiec heinäkuuta heinäkuu srpnja srpanj július "
    "temmuz ιουλίου ιούλιος юли जुलाई יולי",
    "augustus augusti agost srpna srpen augusta sierpnia sierpień elokuuta elokuu kolovoza kolovoz augusztus "
    "ağustos αυγούστου αύγουστος अगस्त אוגוסט",
    "settembre setembro septembrie setembre září septembra września wrzesień syyskuuta syyskuu rujna rujan "
    "szeptember eylül σεπτεμβρίου σεπτέμβριος септември सितंबर ספטמבר",
    "ottobre outubro octombrie října říjen októbra października październik lokakuuta lokakuu október ekim "
    "οκτωβρίου οκτώβριος октомври अक्टूबर אוקטובר",
    "novembro noiembrie novembra listopadu marraskuuta marraskuu studenoga studenog studeni kasım νοεμβρίου "
    "νοέμβριος ноември नवंबर נובמבר",
    "desember dicembre dezembro decembrie desembre prosince prosinec decembra grudnia grudzień joulukuuta "
    "joulukuu prosinca prosinac aralık δεκεμβρίου δεκέμβριος декември दिसंबर דצמבר",
)
_ENGLISH = {
    name.replace("_", " "): month
    for lists in (_ELSEWHERE, _ARABIC, _FARTHER)
    for names, month in zip(lists, MONTHS, strict=True)
    for name in names.split()
}
_LISTOPAD = re.compile(r"\blistopada?\b", re.IGNORECASE)
_FOREIGN = re.compile(
    rf"(?:\bde |\bd['’]|\bב-?|(?<!\w))({'|'.join(sorted(_ENGLISH, key=len, reverse=True))})(?!\w)(?: del?(?= ))?"
)
_BEFORE = re.compile(  # on Monday, am Montag, le lundi
    r"(?:(?:on|am|le|el) )?(?:(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun|wed|thu|sat)(?:day)?|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:maan|dins|woens|donder|vrij|zater|zon)dag|"
    r"(?:mån|man|tis|tirs|ons|tors|fre|lör|lør|sön|søn)dag(?:en)?|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|"
    r"(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|"
    r"pondělí|úterý|středa|čtvrtek|pátek|neděle|w piątek),? )?(?:(?:den|dne|dnia|il|em|op) (?=[0-9]))?"
)
#: 2025. november 14.; 2025年11月14日
_YEAR_FIRST = re.compile(r"([0-9]{4})(?:\. ?|年)([a-z]+|[0-9]{1,2}(?=月))(?: |月)([0-9]{1,2})[日.]?")
_ABOUT = re.compile(
    r"(?:~|(?:c|ca|circa|about|around|etwa|um|gegen|vers|env|environ|hacia|около|близько)\b\.? ?)(.*[0-9a-z.])"
)
_BOUND = re.compile(
    r"(?:(?P<last>by|until|till|before|no later than|bis|vor|avant|antes de|до)|from|since|after|ab|nach|seit|"
    r"dès|après|desde|после|після) (?P<date>.+)"
)
_PART_OF = re.compile(
    r"(?:(?:the )?(?:end|beginning|start|middle) of|early|late|mid|anfang|mitte|ende|fin|début)[ -](.+)"
)
_LONGEST = 60  # characters; nobody means a date by more
_FAR_AHEAD = 70  # as a year of two digits
_NAME = r"(?P<name>[a-z]{3,9})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\.?"
_YEAR = r"(?P<year>[0-9]{4})"
_MARK = r"\s*(?P<mark>[?~%]|\?~|~\?)?"
_BETWEEN = (
    r"\s+(?:-|to|until|and|bis|und|au|et|al)\s+",
    r"\s*/\s*",
    r"(?<=-[0-9]{2})-(?=[0-9]{4}-)",
    r"\s*-\s*(?=.*[a-z])",
)


def meant(text: str) -> tuple[str, ...]:
    """The dates that the text can mean, written rightly, the likeliest first; empty when it can mean anything."""
    if len(text) <= _LONGEST and _LISTOPAD.search(text):
        several = (meant(_LISTOPAD.sub(month, text)) for month in ("november", "october"))
        return tuple(one for each in several for one in each)
    plain = _plain(text)
    if len(text) > _LONGEST or not plain:
        return ()
    if found := _one(plain):
        return found
    if (bound := _BOUND.fullmatch(plain)) and len(found := _one(bound["date"])) == 1 and "/" not in found[0]:
        return (f"../{found[0]}",) if bound["last"] else (f"{found[0]}/..",)
    if (part := _PART_OF.fullmatch(plain)) and len(found := _one(part[1])) == 1 and "/" not in found[0]:
        return tuple(f"{one}~" for one in found)
    for between in _BETWEEN:
        ends = re.split(between, plain)
        if len(ends) == 2 and (found := _interval(*ends)):
            return found
    return ()


def without_year(text: str) -> bool:
    """Whether a text is a day of a month, and the year alone is missing: 3 September, 31.01."""
    leap = "2028"
    return any(re.fullmatch(rf"{leap}-..-..", one) for behind in ("", " ") for one in meant(f"{text}{behind}{leap}"))


def without_frills(text: str) -> str:
    """Small letters, ASCII digits and hyphens, single spaces, no weekday before."""
    text = unicodedata.normalize("NFKC", as_seen(text)).lower()
    text = "".join(str(unicodedata.digit(c)) if unicodedata.category(c) == "Nd" else c for c in text)
    text = re.sub(r"[‐‑‒–—−]", "-", text)
    text = re.sub(r"\s+", " ", text).strip(" \"'“”").rstrip(",;")
    return _BEFORE.sub("", text, count=1)


def _plain(text: str) -> str:
    """Small letters, ASCII digits and hyphens, single spaces, no weekday before and no “about”."""
    text = without_frills(text)
    text = _FOREIGN.sub(lambda found: _ENGLISH[found[1]], re.sub(r"\b1er\b", "1", text))
    text = re.sub(r"(?<=[0-9]) ?(?:г|года|р|року|r|roku|godine|г|م)\.?$", "", text)
    text = re.sub(r"(?<= [0-9]{4})\.$", "", text)
    text = re.sub(r"(?<=[0-9])(?:η|ας|o|-?го) ", " ", text)
    text = _YEAR_FIRST.sub(r"\1-\2-\3" if "月" in text else r"\3 \2 \1", text)
    return f"{about[1]}~" if (about := _ABOUT.fullmatch(text)) else text


def _one(text: str) -> tuple[str, ...]:
    for pattern, read in _FORMS:
        if (parts := pattern.fullmatch(text)) and (found := read(parts)):
            mark = parts.groupdict().get("mark") or ""
            return tuple(each + (mark if len(mark) < 2 else "%") for each in found)
    return ()


def _interval(start: str, end: str) -> tuple[str, ...]:
    """Both ends written out: the one may borrow from the other what it leaves out, as in 5 to 7 March 2026."""
    last = _end(end) or _end(start[: -len(end)] + end)
    words = end.split()
    first = _end(start) or next(
        (found for n in range(len(words)) if (found := _end(" ".join([start, *words[n:]])))), ""
    )
    shorter = min(len(first), len(last))
    in_order = ".." in (first, last) or first[:shorter] <= last[:shorter]
    return (f"{first}/{last}",) if first and last and first != last and in_order else ()


def _end(text: str) -> str:
    """An end of an interval, where it can only be one thing; an end left empty is open."""
    if text in ("", "..", "...", "open"):
        return ".."
    found = _one(text)
    return found[0] if len(found) == 1 and "/" not in found[0] else ""


def _written(year: int, month: int = 0, day: int = 0) -> tuple[str, ...]:
    """The date in the right form; empty where the calendar has none such."""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return ()
    return (f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else ""),)


def _in_order(parts: re.Match[str]) -> tuple[str, ...]:
    """Year first; where that makes no month, month and day may have changed places."""
    year, month, day = (int(parts.groupdict().get(name) or 0) for name in ("year", "month", "day"))
    if month == 0 and day:
        return ()
    return _written(year, month, day) or (_written(year, day, month) if day else ())


def _day_or_month_first(parts: re.Match[str]) -> tuple[str, ...]:
    """Between slashes and hyphens 03/04/2026 is one of two days; between full stops the day stands first."""
    year, one, two = (int(parts[name]) for name in ("year", "one", "two"))
    if not one or not two:
        return ()
    day_first = _written(year, two, one)
    if parts["stop"] == ".":
        return day_first
    return tuple(dict.fromkeys(day_first + _written(year, one, two)))


def _short_year(parts: re.Match[str]) -> tuple[str, ...]:
    """31/1/26: the century is this one, but for years that are far ahead."""
    year = int(parts["short"])
    day_or_month = "{one}{stop}{two}{stop}".format(**parts.groupdict())
    return meant(f"{day_or_month}{year + (2000 if year < _FAR_AHEAD else 1900)}")


def _as_excel_counts(parts: re.Match[str]) -> tuple[str, ...]:
    """A cell of a spreadsheet that was copied as a number: the days since 1899."""
    return ((date(1899, 12, 30) + timedelta(days=int(parts["days"]))).isoformat(),)


def _named(parts: re.Match[str]) -> tuple[str, ...]:
    name = parts["name"]
    number = next((n for n, month in enumerate(MONTHS, 1) if month.startswith(name) or (name == "sept" and n == 9)), 0)
    return _written(int(parts["year"]), number, int(parts.groupdict().get("day") or 0)) if number else ()


def _quarter(parts: re.Match[str]) -> tuple[str, ...]:
    last = 3 * int(parts["quarter"])
    return (f"{parts['year']}-{last - 2:02}/{parts['year']}-{last:02}",)


def _week(parts: re.Match[str]) -> tuple[str, ...]:
    try:
        monday = date.fromisocalendar(int(parts["year"]), int(parts["week"]), 1)
        return (f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}",)
    except (ValueError, OverflowError):
        return ()


def _unspecified(parts: re.Match[str]) -> tuple[str, ...]:
    """EDTF's X for a digit that is not known: 2026-XX, 202X, 20XX."""
    digits = parts["digits"]
    if len(digits) == 4:
        return _written(int(digits), int(parts.groupdict().get("month") or 0))
    return (f"{digits.ljust(4, '0')}/{digits.ljust(4, '9')}",)


Read = Callable[[re.Match[str]], tuple[str, ...]]
_FORMS: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"{_YEAR}{_MARK}", _in_order),
        (rf"{_YEAR}\s*[-./]\s*(?P<month>[0-9]{{1,2}}){_MARK}", _in_order),
        (rf"{_YEAR}\s*[-./ ]\s*(?P<month>[0-9]{{1,2}})\s*[-./ ]\s*(?P<day>[0-9]{{1,2}})\.?{_MARK}", _in_order),
        (rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}}){_MARK}", _in_order),
        (rf"{_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})[t ]+[0-9]{{1,2}}:[0-9]{{2}}.*", _in_order),
        (rf"(?P<one>[0-9]{{1,2}})\s*(?P<stop>[-./])\s*(?P<two>[0-9]{{1,2}})\s*(?P=stop)\s*{_YEAR}{_MARK}",
         _day_or_month_first),
        (r"(?P<one>[0-9]{1,2})(?P<stop>[./])(?P<two>[0-9]{1,2})(?P=stop)(?P<short>[0-9]{2})", _short_year),
        (r"(?P<days>[345][0-9]{4})", _as_excel_counts),
        (rf"(?P<month>[0-9]{{1,2}})[-./]{_YEAR}{_MARK}", _in_order),
        (rf"{_NAME},? {_DAY},? {_YEAR}{_MARK}", _named),
        (rf"{_DAY}[ -](?:of )?{_NAME}[ -]?,? ?{_YEAR}{_MARK}", _named),
        (rf"{_NAME},? {_YEAR}{_MARK}", _named),
        (rf"{_YEAR},? ?-?{_NAME}(?:[ -]{_DAY})?{_MARK}", _named),
        (rf"{_YEAR}[- ]?q(?P<quarter>[1-4])", _quarter),
        (rf"q(?P<quarter>[1-4])[-/ ]?{_YEAR}", _quarter),
        (rf"{_YEAR}-?w(?P<week>[0-9]{{2}})", _week),
        (r"(?P<digits>[0-9]{4})-(?P<month>[0-9]{2})-xx", _unspecified),
        (r"(?P<digits>[0-9]{4})-xx(?:-xx)?", _unspecified),
        (r"(?P<digits>[0-9]{2,3})x{1,2}", _unspecified),
    )
)  # fmt: skip
