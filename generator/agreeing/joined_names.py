"""Names that stand on one line with another, with a role or the wrong way round: Ana Belo and Carlo Reis."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from generator.articles.callings import is_role
from generator.desk.library import Record
from generator.entities import Entities, Ref
from generator.problems import Finding
from generator.wordlists import gender_of, words_of

_AND = re.compile(
    r"\s*[,;，；、/&+]\s*(?:(?:and|und|et|y|и|та|і|й)\s+)?|\s+(?:and|und|et|y|и|та|і|й)\s+|\s+و\s*(?=\w{2})"
    r"|(?<=[\u3400-\u9fff])[和與与及](?=[\u3400-\u9fff])"
)
_COMMA = re.compile(r"\s*[,،，]\s*")
_ASIDE = re.compile(r"(?P<one>[^()（）–—]+?)\s*(?:[(（](?P<in>[^()（）]+)[)）]|\s[–—-]\s(?P<behind>[^()（）]+))")
_MAY_JOIN = re.compile(r"[,;，；、،/&+和與与及()（）–—]|\s-\s|\s(?:and|und|et|y|и|та|і|й)\s|\sو")
#: Offices that are many a surname too: Anna Baker.
_SURNAMES = frozenset(
    ["baker", "bishop", "cook", "dean", "judge", "king", "major", "pope", "prior", "abbot", "marshal"]
)
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_.’'ʼ-]*(?:[.’'ʼ-][^\W\d_]*)*")
_HAN = re.compile(r"[\u3400-\u9fff·]+")
_ARABIC = re.compile(r"[\u0600-\u06ff\s]+")
_DEFINITE = "ال"
#: Arabic first names that begin with the letter which elsewhere is “and”.
_BEGIN_WITH_AND = frozenset(
    [
        "وليد", "وائل", "وسام", "وفاء", "وسيم", "وجدي", "وحيد", "ورد", "وداد", "وصفي", "وهيب", "وضاح", "وفيق", "وجيه",
        "وديع", "وهبة", "وعد", "ولاء",
    ]
)  # fmt: skip
_NOBLE = re.compile(
    r"\b(?:king|queen|prince|princess|duke|duchess|earl|count|countess|baron|baroness|lord|lady|emir|sultan|"
    r"könig|königin|prinz|prinzessin|herzog|herzogin|fürst|graf|gräfin|roi|reine|duc|duchesse|comte|comtesse|"
    r"rey|reina|príncipe|princesa|duque|duquesa|conde|condesa)\b",
    re.IGNORECASE,
)


class Joined(NamedTuple):
    """What stands on one line: several people, one and a role or an organisation, or one the wrong way round."""

    parts: tuple[str, ...]
    second: str = "people"  # people, role, organisation, turned


def check_joined_names(records: Sequence[Record], entities: Entities) -> Iterator[Finding]:
    """Such names among those who take part, are mentioned or speak."""
    typed = {one.name for record in records for one in (*record.brief.participants, *record.brief.mentioned)}
    typed |= {quote.speaker for record in records for quote in record.brief.quotes}
    suspects = set(filter(_MAY_JOIN.search, typed))
    for record in records if suspects else ():
        brief = record.brief
        for field in ("participants", "mentioned"):
            for place, someone in enumerate(getattr(brief, field)):
                if someone.name in suspects and (found := find_joined_names(someone.name, entities, brief.places)):
                    yield _told(record, f"{field}[{place}].name", someone.name, _divided(found))
        for place, quote in enumerate(brief.quotes):
            if quote.speaker in suspects and (found := find_joined_names(quote.speaker, entities, brief.places)):
                yield _told(record, f"quotes[{place}].speaker", quote.speaker, _one_speaker(found))


def _told(record: Record, field: str, typed: str, remedy: str) -> Finding:
    message = f"this is read as one name, with a page of its own: “{typed}”"
    hint = f"{remedy}\nor, if all of it is one name, give it an entry in briefs/_people.yaml or _organisations.yaml"
    return Finding(record.path, field, "several-names", message, hint)


def _divided(found: Joined) -> str:
    one, *others = found.parts
    if found.second == "turned":
        return f"write the name in its natural order:\n  - {others[0]} {one}"
    if found.second == "people":
        return "write a line for each:" + "".join(f"\n  - {part}" for part in found.parts)
    return f"write each on a line of its own:\n  - name: {one}\n    {found.second}: {others[0]}"


def _one_speaker(found: Joined) -> str:
    one, *others = found.parts
    if found.second == "turned":
        return f"write the name in its natural order:\n    speaker: {others[0]} {one}"
    if found.second == "people":
        joint = "or, where they said it together, add below it:\n    accept: {several-names: a joint statement}"
        return f"name the one who says these words:\n    speaker: {one}\n{joint}"
    return f"write the name alone; the {found.second} stands under participants or mentioned:\n    speaker: {one}"


def find_joined_names(typed: str, entities: Entities, places: Collection[str] = ()) -> Joined | None:
    """What a typed name is put together from; None for one name, for an entry of the vocabulary, and in doubt."""
    if not _MAY_JOIN.search(typed) or _has_entry(typed, entities):
        return None
    if aside := _ASIDE.fullmatch(typed.strip()):
        return _with_an_aside(aside["one"], (aside["in"] or aside["behind"]).strip(), entities)
    parts = tuple(part for part in _AND.split(typed.strip()) if part)
    if len(parts) < 2 or any(part in places for part in parts):
        return None
    known = [entities.find(part) for part in parts]
    if all(known):
        return Joined(parts) if len(set(known)) == len(parts) else None
    if _is_name_and_office(typed, known):
        return Joined(parts, "role")
    if all((ref and ref.kind == "people") or _is_person(part) for part, ref in zip(parts, known, strict=True)):
        return Joined(parts)
    return _with_something_else(typed, entities)


def _with_an_aside(one: str, other: str, entities: Entities) -> Joined | None:
    """A name with a role or an organisation in brackets or behind a dash: Ana Belo (Mayor of Aldra)."""
    ref = entities.find(one)
    if not (ref.kind == "people" if ref else _is_person(one)) or entities.find(other, "people"):
        return None
    if _ends_in_office(other):
        return Joined((one, other), "role")
    found = _with_something_else(f"{one}, {other}", entities)
    return found if found and found.second in ("role", "organisation") else None


def _is_name_and_office(typed: str, known: Sequence[Ref | None]) -> bool:
    """Whether a role stands behind the comma: Ana Belo, US President."""
    parts = _COMMA.split(typed.strip())
    return len(parts) == len(known) == 2 and not known[1] and _is_person(parts[0]) and _ends_in_office(parts[1])


def _ends_in_office(text: str) -> bool:
    """Whether words end in one that says what somebody is, and do not begin like the name of a person.

    With a small Latin letter they belong to the name, or were told where that was typed: Carlo Reis, the elder.
    """
    if text[0].islower() and text[0].isascii():
        return False
    first, *others = text.lower().split()
    last, lists = (others or [first])[-1], _lists_for(text)
    is_office = last not in _SURNAMES and any(is_role(last, words_of(lang)) for lang in lists)
    return is_office and not (others and gender_of(first))


def _has_entry(typed: str, entities: Entities) -> bool:
    """Whether all of it is a name or an alias in the vocabulary: then somebody has looked at it."""
    ref = entities.find(typed)
    return ref is not None and ref.id in getattr(entities.vocabulary, ref.kind)


def _with_something_else(typed: str, entities: Entities) -> Joined | None:
    """One name and what stands behind its comma: Petra Lindqvist, Mayor of Port Ellery; Lindqvist, Petra."""
    parts = tuple(_COMMA.split(typed))
    if len(parts) != 2 or not all(parts):
        return None
    one, other = parts
    lists = _lists_for(other)
    first = other.split(" ")[0]
    if _is_person(one) and not _NOBLE.search(typed):
        if not first[0].islower() and any(is_role(first.lower(), words_of(lang)) for lang in lists):
            return Joined(parts, "role")
        ref = entities.find(other, "organisations")
        if ref is not None or _bodies(lists).intersection(other.lower().split()):
            return Joined(parts, "organisation")
    given = gender_of(first.lower()) and not is_role(first.lower(), words_of("en"))
    if " " not in one and one[:1].isupper() and (given or entities.find(f"{other} {one}", "people")):
        return Joined(parts, "turned")
    return None


# --- what a name of a person looks like --------------------------------------------------------------


def _is_person(text: str) -> bool:
    """Whether words are the full name of a person, with a title or without, by their form alone."""
    if _HAN.fullmatch(text):
        return _is_chinese_name(text)
    words = text.split()
    if _ARABIC.fullmatch(text):
        return _is_arabic_name(words)
    lists = _lists_for(text)
    if _bodies(lists).intersection(word.lower() for word in words):
        return False
    named = _without_office(words, lists)
    particles = _particles(lists)
    full = len(named) >= (1 if len(named) < len(words) else 2)
    return (
        full
        and named[0][0].isupper()
        and named[-1][0].isupper()
        and all(_NAME_WORD.fullmatch(word) and (word[0].isupper() or word in particles) for word in named)
    )


def _is_arabic_name(words: Sequence[str]) -> bool:
    if _bodies(("ar",)).intersection(words):
        return False
    named = _without_office(words, ("ar",))
    return 2 <= len(named) <= 4 and not named[0].startswith(_DEFINITE) and f"و{named[0]}" not in _BEGIN_WITH_AND


def _is_chinese_name(text: str) -> bool:
    lists = words_of("zh")
    if "·" in text.strip("·"):
        return True
    surname = text[:1] in lists.surnames or text[:2] in lists.surnames
    return 2 <= len(text) <= 4 and surname and not any(text.endswith(body) for body in lists.bodies)


def without_office(typed: str) -> str:
    """A name without the words before and behind it that say what somebody is: Mayor Ada Lind, 王毅部长.

    Many a surname is such a word (Anna Baker), and many a first name (Dean Lind): those are left.
    """
    if _HAN.fullmatch(typed):
        return _without_chinese_office(typed)
    lists = _lists_for(typed)
    words = _without_office(typed.split(), lists)
    while len(words) > 2 and any(is_role(words[-1].lower(), words_of(lang)) for lang in lists):
        words = words[:-1]
    return " ".join(words)


@cache
def _without_chinese_office(typed: str) -> str:
    offices = words_of("zh").roles | words_of("zh").titles
    before = max((office for office in offices if typed.startswith(office)), key=len, default="")
    behind = max((office for office in offices if typed.endswith(office)), key=len, default="")
    bare = typed.removeprefix(before).removesuffix(behind)
    return bare if len(bare) > 1 else typed


def _without_office(words: Sequence[str], lists: Sequence[str]) -> Sequence[str]:
    """The words behind those that say what somebody is."""
    if words and gender_of(words[0].lower()):
        return words
    start = 0
    while start < len(words) and any(is_role(words[start].lower(), words_of(lang)) for lang in lists):
        start += 1
    return words[start:]


def _lists_for(text: str) -> tuple[str, ...]:
    """The languages whose word lists tell of words in this script."""
    if re.search(r"[\u0400-\u04ff]", text):
        return ("ru", "uk")
    return ("ar",) if re.search(r"[\u0600-\u06ff]", text) else ("en", "de", "fr", "es")


@cache
def _bodies(lists: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for lang in lists for body in words_of(lang).bodies for word in body.split() if len(word) > 2)


@cache
def _particles(lists: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for lang in lists for particle in words_of(lang).particles for word in particle.split())
