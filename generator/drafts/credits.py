"""Credits in languages without lists: who wrote an article, for whom and when, above the text and below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from generator.articles.listed import either
from generator.wordlists import credits_elsewhere

_NAME = r"[^\W\d_a-z]\S*[^\s,:|·•]"
_NAMES = rf"(?P<who>{_NAME}(?: (?:[a-zà-ž'’]{{1,3}} )?{_NAME}){{1,3}})"
_BEHIND = r"(?:\s*[,|·•(/–—-].*)?"
_CLOCK = re.compile(
    r"[\s,|·•–-]+(?:kl\.?|klo|klockan|godz\.?|ob|om|um|u|v|в|a las|às|alle|ore|ora|saat|ώρα|στις|o)?\s*"
    r"\d{1,2}[:.h]\d{2}.*",
    re.IGNORECASE,
)


def find_writer(line: str) -> str:
    """Who wrote the article, where a line tells that and little else: Szerző: Horváth Emese | 2025. november 12."""
    found = _written().fullmatch(line)
    return found["who"].strip(" .,") if found else ""


def is_credit(line: str) -> bool:
    """Whether a line tells who wrote an article, for whom, or when, and nothing of what happened."""
    return bool(find_writer(line) or _begins("ours", "pictures", "days").match(line) or _is_agencys(line))


def without_label(line: str) -> str:
    """A line that tells the day without the word before it and the time behind it: Publicerad 12 november kl 07.15."""
    return _CLOCK.sub("", _begins("days").sub("", line, count=1), count=1).strip(" .,:")


def is_agency(words: str) -> bool:
    """Whether these are an agency and not, as in Italy and Brazil, the province of a town: (Ansa), not (Cuneo)."""
    return any(part.strip().lower() in credits_elsewhere("agencies") for part in re.split(r"[/,–-]", words))


def find_credited(lines: Iterable[str]) -> Iterator[str]:
    """Those who wrote it or took the pictures, of lines that tell no more than that."""
    for line in lines:
        if who := find_writer(line):
            yield who
        elif found := _pictured().fullmatch(line):
            yield found["who"].strip(" .,")


@cache
def _written() -> re.Pattern[str]:
    """A small word is enough before names; a colon tells more: di Federica Zanotti, Muhabir: Zeynep Uçar."""
    return re.compile(rf"(?i:{either(credits_elsewhere('writers'))})(?:\s*[:：]\s*|\s+){_NAMES}{_BEHIND}")


@cache
def _pictured() -> re.Pattern[str]:
    return re.compile(rf"(?i:{either(credits_elsewhere('pictures'))})(?:\s*[:：/]\s*|\s+){_NAMES}{_BEHIND}")


@cache
def _begins(*names: str) -> re.Pattern[str]:
    words = either(word for name in names for word in credits_elsewhere(name))
    return re.compile(
        rf"(?:©\s*)?(?:{words})(?![^\W\d_])(?:\s+(?:den|il|le|dne|em|la|el|a))?\s*[:：]?\s*", re.IGNORECASE
    )


def _is_agencys(line: str) -> bool:
    """Whether a line is an agency, with its day at most: Lusa, 13 de novembro de 2025."""
    first, _, rest = line.partition(",")
    return is_agency(first.strip(" ()©.")) and (not rest or any(sign.isdigit() for sign in rest))
