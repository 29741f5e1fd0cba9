"""Names, dates and prose as pages show them."""

from __future__ import annotations

import unicodedata

from generator.dates import When
from generator.entities import Kind, Ref
from generator.language import base_of, machine_date, script_of
from generator.pages.addresses import brief_uri, entity_uri
from generator.pages.edition import Edition, called
from generator.prose import runs
from generator.views.parts import Day, Link, Runs

_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
_LEFT_TO_RIGHT_SCRIPTS = {"latn", "cyrl"}


def link_name(edition: Edition, name: str, *kinds: Kind) -> Link:
    """A typed name with the way to its page; a name of the vocabulary is written as there, any other as typed."""
    ref = edition.find(name, *kinds)
    if ref is None:
        return Link(name)
    known = ref.id in getattr(edition.entities.vocabulary, ref.kind)
    return Link(ref.name if known else name, _page_of(ref))


def link_ref(ref: Ref) -> Link:
    """The name of somebody or something known, with the way to its page."""
    return Link(ref.name, _page_of(ref))


def _page_of(ref: Ref) -> str:
    return entity_uri(ref.kind, ref.id) if ref.page else ""


def link_brief(edition: Edition, brief: str) -> Link:
    """The title of a brief with the way to it."""
    return Link(called(edition, edition.records[brief]), brief_uri(brief))


def prose(edition: Edition, text: str | None) -> Runs:
    """Prose with its links; of a brief that is withdrawn, or not published yet, nobody reads the title."""
    return tuple(_linked(edition, run.words, run.address, run.brief) for run in runs(text or ""))


def plain(edition: Edition, text: str | None) -> str:
    """Prose as words alone."""
    return "".join(run.text for run in prose(edition, text))


def _linked(edition: Edition, words: str, address: str, brief: str) -> Link:
    if not brief:
        return Link(words, address)
    record = edition.records.get(edition.renamed.get(brief, brief))
    if record is None:
        unpublished = brief in edition.library.unpublished
        return Link(edition.language.gettext("a brief that is not published yet") if unpublished else words)
    if record.brief.withdrawn:
        day = short_day(edition, record.brief.date).text
        gone = edition.language.gettext("a withdrawn brief of {date}").format(date=day)
        return Link(gone, brief_uri(record.id))
    return link_brief(edition, record.id)


def long_day(edition: Edition, when: When) -> Day:
    """A date in full, for the head of a page."""
    return Day(edition.once("long", when.text, lambda: edition.language.long_date(when)), machine_date(when))


def short_day(edition: Edition, when: When) -> Day:
    """A date for lists and captions."""
    return Day(edition.once("short", when.text, lambda: edition.language.short_date(when)), machine_date(when))


def initials(name: str) -> str:
    """The first letters of the first and last word, for the disc beside a name."""
    words = [word for word in name.split() if word[0].isalnum()]
    ends = words if len(words) < 3 else [words[0], words[-1]]
    return "".join(unicodedata.normalize("NFC", word)[0] for word in ends).upper()


def foreign(edition: Edition, lang: str, words: str) -> tuple[str, str]:
    """Language and direction of words for `lang` and `dir`, each empty where it is that of the page."""
    own = edition.language
    side = direction(lang, words)
    same = base_of(lang) == base_of(own.code) and script_of(lang) == script_of(own.code)
    return "" if same else lang, "" if side == own.direction else side


def direction(lang: str, words: str) -> str:
    """rtl or ltr: what the language says, where any letter runs its way; else the first letter that has a direction.

    An English translation whose `lang` names the language of the original still reads from the left.
    """
    tags = lang.lower().split("-")
    sides = (side for side in map(unicodedata.bidirectional, words) if side in ("L", "R", "AL"))
    if tags[0] in _RIGHT_TO_LEFT and {"L"} != set(sides):
        return "ltr" if _LEFT_TO_RIGHT_SCRIPTS & set(tags) else "rtl"
    return "ltr" if next(sides, "L") == "L" else "rtl"
