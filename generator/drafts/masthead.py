"""What stands above an article: its headline, who wrote it and for whom, its day and its address on the web."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from generator import near_dates
from generator.articles.article import Article
from generator.articles.days import find_days, stems_of
from generator.articles.listed import knows
from generator.articles.words import is_unspaced
from generator.drafts import credits
from generator.scalars import cleaned
from generator.wordlists import gender_of

_CLOSED = re.compile(r"[.!?…。！？]\Z")
_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+")
_WRITER = re.compile(
    r"(?:story |text |words |report(?:ed|ing)? )?"
    r"(?:by|von|par|por|de|от|автор|текст|texte|від|作者|记者|記者|بقلم|كتبت?|إعداد)\s?[:：]?\s+(?P<who>.+)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:photo(?:graph)?s?|pictures?|illustrations?|video|fotos?|bilder|photographies)\b|"
    r"(?:agence|agencia|agenzia|agentur|агентство|агенція|reuters|afp|ap|dpa|efe|tass|тасс)\b(?!\s+[^\W\d_]+\s+[a-zа-я])|"
    r"(?:press office|pressestelle|service de presse|пресс-служба|прес-служба)\b|"
    r"(?:updated|published|posted|first published|last updated|publié|publicado|actualizado|veröffentlicht|stand|"
    r"опубликовано|обновлено|опубліковано|оновлено|发布|更新)\b",
    re.IGNORECASE,
)
#: The agency of a dateline: HAEL (AP) - ; Hael, 5 ene (Efe).- ; ХАЭЛЬ, 5 янв — РИА Новости. ; /ТАСС/. ; 新华社电
_AGENCY = re.compile(
    r"[^\n()]{0,60}\((?P<a>[^\W\da-z][^\n()]{1,30}|[a-z]{3,5}(?:/[a-z]{2,5})?)\)\s*(?:\.?\s*[-–—]|:|--|\.\s)|"
    r"[^\W\d_]{3,40}[^\n()]{0,40}\d[^\n()]{0,12}?(?:\s[—–-]+\s(?P<b>[A-ZА-ЯІЇЄҐ][^.\n()]{2,24})\.\s|\.?\s*/(?P<c>[^/\n]{2,24})/)|"
    r"(?P<d>[\u4e00-\u9fff]{2,6}(?:社|报|報|网|網))(?=[\u4e00-\u9fff]{0,8}\d{0,2}月?\d{0,2}日?[讯訊电電])|"
    r"\A[^\n]{0,30}来源[:：]\s*(?P<e>[^\s|]{2,20})"
)
#: The writer inside a Chinese dateline: 本报柳河3月8日电（记者 周晓岚）
_CHINESE_WRITER = re.compile(r"\A[^\n（(]{0,24}[讯訊电電][（(](?:记者|記者|通讯员)\s*(?P<who>[^）)\n]{2,20})[）)]")
_NAME_ALONE = re.compile(r"(?P<who>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){1,2})(?:, (?P<job>.+))?")
_DATELINE = re.compile(r"[^\W\d_]{3,}[^\n]{0,60}?\s*(?:[—–]|--| - )\s*(?=[^\W\d_])")
_BESIDE_A_DAY = (
    r"(?:(?:first|last) )?(?:published|updated|posted|publié|mis à jour|publicado|actualizado|veröffentlicht|"
    r"aktualisiert|stand|опубликовано|обновлено|опубліковано|оновлено|发布|更新|date|datum|fecha|дата)"
    r"(?: (?:on|at|le|el|am))?[:：]?|le|el|am"
)
_CLOCK = r"[\s,|·•–-]+(?:at |um |à |в |о )?\d{1,2}[:.h]\d{2}.*|\s*\|.*"
_DAY = re.compile(
    rf"(?:{_BESIDE_A_DAY}\s*)?(?:[^\W\d_]+day,? )?(?P<day>.*?\d.*?)(?:{_CLOCK}|\s*来源.*)?",
    re.IGNORECASE,
)
#: The place before a day, on a line of its own: Mumbai, October 28, 2026.
_PLACED = re.compile(r"(?:[^\W\d_a-zа-яіїєґ][^\s\d,]*(?: [^\s\d,]+)?,\s+){1,2}(?P<day>[^\n]*\d{4}[^\n]*)")
_OUR = ("our", "notre", "nos", "unserem", "unserer", "nuestro", "nuestra", "нашего", "нашого")  # correspondent
_OUR_OWN = re.compile(
    r"\A(?:our|notre|nos|unserem|unserer|nuestr[oa]|нашего|нашого)\s+[^\s,]+\s+(?=[^\W\d_a-z]\S+ [^\W\d_a-z])"
)
_CHINESE_CREDIT = re.compile(r"(?:本报|本刊|本台)?(?:记者|記者|通讯员)[:：]?\s*(?P<who>[\u4e00-\u9fff]{2,4})(?:\s|\Z)")
_REPORTERS = frozenset(
    ["correspondent", "reporter", "reporters", "correspondents", "agencies"]
)  # By a correspondent in
_SLUG_LINE = re.compile(r"[A-Z]{2,}(?:-[A-Z0-9]+)+")  # of a news agency: BC-LUMINA-TALKS
_TIME_FIRST = re.compile(r"\d{1,2}[:.h]\d{2}\b")
_END_OF_WRITERS = re.compile(
    r"\s*[|·•(]|\s[—–-]\s|,?\s+(?:in|at|for)\s+|,\s+(?:à|en|aus|desde)\s+|,\s*(?=[^,]*\b(?:correspondent\w*|editor|reporter|staff|agencies|news|agency|wire|radio|"
    r"envoyée?s?|journaliste|corresponsal|enviad[oa]|redakt\w+|корр?еспондент\w*)\b)",
    re.IGNORECASE,
)
#: What stands under the name of the one who wrote it: Staff Writer, Political Editor, Special to the Courier.
_JOB = re.compile(
    r"(?:[^\W\d_][\w’'-]*,? ){0,3}(?:writer|reporter|correspondent|editor|columnist|redakteur(?:in)?|"
    r"korrespondent(?:in)?|correspondante?|journaliste|envoyée? spéciale?|corresponsal|enviad[oa] especial|"
    r"корреспондент(?:ка)?|кореспондент(?:ка)?)|(?:special|exclusive) (?:to|for) .{3,40}|.{3,30} staff",
    re.IGNORECASE,
)
_PICTURES = re.compile(r"(?:photo|picture|illustration|foto|bild)\S*\s+(?:by|von|par|por)\s+(?P<who>.+)", re.IGNORECASE)
_COLUMN = re.compile(r"\s*[|·•]\s*")  # divides what stands on one line: By Ada Lind | The Aldra Post | 3 February 2026
_PROVINCES = ("it", "pt")  # CASTELMURO (Cuneo), Itapoama (MG)
_MOST = 10  # lines above the text


@dataclass(frozen=True, slots=True)
class Masthead:
    """What could be read off; empty where the text does not tell."""

    headline: str
    byline: str
    agency: str
    published: str  # a day, as 2026-01-31
    url: str
    writers: frozenset[str]  # the names of those who wrote it and took the pictures, in small letters


def read_masthead(article: Article) -> Masthead:
    """Read the lines above the first paragraph, and the dateline at its beginning."""
    lines = list(_lines_above(article))
    written = (_WRITER.fullmatch(line) for line in lines if _is_credit(line, article.lang))
    byline = next((found["who"] for found in written if found), "")
    is_listed = knows(article.lang)
    if not byline and not is_listed:
        firsts = islice(_lines_of(article), _MOST)
        byline = next(filter(None, map(credits.find_writer, firsts)), "")
    if byline.split(" ")[0] in _OUR:
        byline = _OUR_OWN.sub("", byline.rpartition(", ")[2])
    body = next((article.text[one.span.start : one.span.end] for one in article.paragraphs if one.kind == "body"), "")
    above = next((one for line in lines if len(line) < 40 and (one := _CHINESE_CREDIT.search(line))), None)
    inside = above or _CHINESE_WRITER.match(body)
    byline = byline or (inside["who"] if inside else "") or _name_alone(lines[1:], is_listed)
    byline, written_on = _without_day(byline, article.lang)
    byline = _END_OF_WRITERS.split(byline)[0].strip(" .")
    byline = "" if byline[:1].islower() and byline.rpartition(" ")[2] in _REPORTERS else byline  # a correspondent
    pictures = " and ".join(one["who"] for line in lines if (one := _PICTURES.search(line)))
    url = next((one.group().rstrip(".,)") for line in lines if (one := _ADDRESS.search(line))), "")
    others = () if is_listed else credits.find_credited(_lines_of(article))
    days = (*(_read_day(line, article.lang) for line in lines), written_on, _day_of_dateline(body, article.lang))
    return Masthead(
        find_headline(article),
        byline.title() if byline.isupper() else byline,
        _agency_of(body, lines, article.lang),
        next(filter(None, days), ""),
        url,
        _names_in(f"{byline} and {pictures}").union(name.casefold() for name in others),
    )


def _agency_of(body: str, lines: Sequence[str], lang: str) -> str:
    """The agency that the dateline names, or a line of its own: 来源：…; Lusa, 13 de novembro de 2025."""
    for text in (body, *lines):
        found = _AGENCY.match(text)
        told = next((one for one in found.groups() if one), "") if found else ""
        if told and (text is body or "来源" in text) and not told.startswith("本"):
            return "" if lang in _PROVINCES and not credits.is_agency(told) else cleaned(told)
    firsts = () if knows(lang) else (line.partition(",")[0].strip(" ()©.") for line in lines)
    return next(filter(credits.is_agency, firsts), "")


def _name_alone(lines: Sequence[str], is_listed: bool = True) -> str:
    """A line below the headline that is a name and no more: Marta Quintanilla; Ольга Саврасова, корреспондент.

    Without lists a name of two words is one whoever bears it: their headlines have one capital.
    """
    for line in lines:
        found = _NAME_ALONE.fullmatch(line)
        if not found:
            continue
        is_name = not is_listed or bool(gender_of(found["who"].split()[0].lower()))
        if _JOB.fullmatch(found["job"]) if found["job"] else is_name:
            return found["who"]
    return ""


def find_headline(article: Article) -> str:
    """The shortest line without closing punctuation before the first paragraph that is no credit, day or address.

    Behind another line a few words are hardly one: Our Bureau.
    """
    lines = [line for line in _lines_above(article) if not _CLOSED.search(line)]
    is_listed = knows(article.lang)
    told = [
        line
        for place, line in enumerate(lines)
        if not (place and (_JOB.fullmatch(line) or (not is_listed and _name_alone([line], is_listed))))
    ]
    told = [line for line in told if not _is_credit(line, article.lang)]
    return min(
        (line for line in told if line is told[0] or is_unspaced(line) or line.count(" ") > 2), key=len, default=""
    )


def without_dateline(words: str) -> str:
    """A first sentence without the place and the agency before it: PORT MARLOW (AP) — Ferry workers …"""
    found = _DATELINE.match(words)
    return words[found.end() :] if found and _is_shouted(words) else words


def _lines_above(article: Article) -> Iterator[str]:
    fronts = [article.text[one.span.start : one.span.end] for one in article.paragraphs if one.kind == "front"]
    for line in fronts[:_MOST]:
        if line := cleaned(line):
            yield line


def _lines_of(article: Article) -> Iterator[str]:
    """The short lines of a text, wherever they stand: captions, and who wrote it below the text."""
    return (line for line in map(cleaned, article.text.splitlines()) if 3 < len(line) < 100)


def _names_in(credit: str) -> frozenset[str]:
    parts = re.split(r",|;|/|&|\b(?:and|und|et|y|и|та|і)\b", credit.casefold())
    return frozenset(part.strip() for part in parts if part.strip())


def _is_credit(line: str, lang: str) -> bool:
    """Whether a line tells who wrote it, where it stands, or when, and nothing of what happened."""
    writer = _WRITER.fullmatch(line)
    words = _COLUMN.split(writer["who"])[0].split() if writer else []
    if 0 < len(words) <= 8 and (not words[0].islower() or words[0] in _OUR or not _REPORTERS.isdisjoint(words)):
        return True
    if _NAME_ALONE.fullmatch(line) and _name_alone([line]):
        return True
    if len(line) < 40 and _CHINESE_CREDIT.match(line):
        return True
    if not knows(lang) and credits.is_credit(line):
        return True
    if _SLUG_LINE.fullmatch(line) or _CREDIT.match(line) or _ADDRESS.match(line) or _TIME_FIRST.match(line):
        return True
    return bool(_read_day(line, lang))


def _read_day(line: str, lang: str) -> str:
    """The day that a line tells, where it tells little else."""
    if not knows(lang):
        return _day_elsewhere(line, lang)
    found = _DAY.fullmatch(line)
    if day := _one_day(_in_english(found["day"].strip(" ,"), lang)) if found else "":
        return day
    if (placed := _PLACED.fullmatch(line)) and (day := _one_day(_in_english(placed["day"].strip(" .,"), lang))):
        return day
    is_credit = _CREDIT.match(line) or _CHINESE_CREDIT.match(line)  # AFP, le 3 mars 2026 à 18h02
    return _whole_day(line, lang) if is_credit else ""


def _day_elsewhere(line: str, lang: str) -> str:
    """The day of a line in a language without lists, where it tells little else: Objavljeno: 13.11.2025. u 18:05"""
    bare = credits.without_label(line)
    day = _one_day(_in_english(bare, lang))
    parts = (part for part in _COLUMN.split(line) if credits.is_credit(part) or len(part.split()) < 6)
    return day or next(filter(None, (_whole_day(part, lang) for part in parts)), "")


def _whole_day(text: str, lang: str) -> str:
    """The first single day that a text names with its year."""
    days = find_days(text, lang, date(2000, 1, 1))  # which year is near is all one
    return next((one.edtf for one in days if one.has_year and one.is_day and "/" not in one.edtf), "")


def _without_day(byline: str, lang: str) -> tuple[str, str]:
    """The writers, and the day that stands behind them on their line: By Ada Lind, The Aldra Post, 3 February 2026."""
    for parting in re.finditer(rf"{_COLUMN.pattern}|, ", byline):
        if day := _read_day(byline[parting.end() :], lang):
            return byline[: parting.start()], day
    return byline, ""


def _day_of_dateline(body: str, lang: str) -> str:
    """The day with its year behind the place: PORT MARLOW, Jan. 5, 2026 (AP) — Ferry workers …"""
    agency, found = _AGENCY.match(body), _DATELINE.match(body)
    head = agency.group() if agency else found.group() if found and _is_shouted(body) else ""
    return _whole_day(head, lang)


def _is_shouted(text: str) -> bool:
    return re.split(r"\W", text, maxsplit=1)[0].isupper()


def _one_day(words: str) -> str:
    meant = near_dates.meant(words)
    try:
        return date.fromisoformat(meant[0]).isoformat() if len(meant) == 1 else ""
    except ValueError:
        return ""


def _in_english(words: str, lang: str) -> str:
    """A day with the English name of its month, and Chinese signs as hyphens."""
    words = re.sub(r"\s*[年月]\s*", "-", words).replace("日", "") if lang == "zh" else words
    for number, stems in enumerate(stems_of(lang) if lang != "en" else ()):
        words = re.sub(
            rf"(?:de |d')?\b(?:{stems})[^\W\d_]*\.?(?: de\b)?", near_dates.MONTHS[number], words, flags=re.IGNORECASE
        )
    return re.sub(r"\s*(?:г|р|року|года)\.?$", "", words)
