"""The quality page: what a desk has still to look at, in short lists. It says of public briefs what the check says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, islice
from typing import Literal

from generator.desk.library import Record
from generator.language import base_of
from generator.pages.edition import Edition
from generator.problems import RULES, Problem
from generator.quoting.citations import TIERS
from generator.steps import StepState
from generator.views.cards import briefs_count
from generator.views.names import link_brief
from generator.views.parts import Counted, Link, Row, View
from generator.views.quotations import place_in
from generator.views.receipts import find_receipt
from generator.views.steps import row

URI = "quality/index.md"
Said = Literal["warnings", "unchecked", "accepted", "passages", "entries"]
#: Tiers in which not every word between the first and the last of a quotation is the source's.
LOOSEST = TIERS[-2:]
#: Rules whose message may name another brief, or a name from one: it need not be public.
_AMONG_BRIEFS = frozenset({"draft-linked", "similar-names", "step-id"})
_OWN: Mapping[str, Said] = {"quote-unchecked": "unchecked", "quote-unused": "passages", "entry-unused": "entries"}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at; `rule` where the check found it, whose words are English on every site."""

    what: Link
    note: str
    rule: str = ""
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """What is to be looked at in one brief, or in one file of the vocabulary."""

    head: Link
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Things to look at under one heading, of one of three forms; `more` says how many are not shown."""

    name: str
    heading: str
    lede: str
    count: str  # empty where there is nothing
    steps: tuple[Row, ...] = ()
    lines: tuple[Counted, ...] = ()
    noted: tuple[Noted, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityView(View):
    """All sections with their counts, then those in which there is something."""

    lede: str
    counts: tuple[Counted, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the sections are made of: the public briefs newest first, and what the check says of them."""

    edition: Edition
    records: Mapping[str, Record]  # by path
    said: Mapping[Said, Sequence[Problem]]


def quality_view(edition: Edition, overdue: Sequence[StepState], problems: Iterable[Problem]) -> QualityView:
    """The quality page; the `problems` are all that the check knows, sorted, those of no public brief among them."""
    _ = edition.language.gettext
    records = {record.path: record for record in reversed(list(edition.shown()))}
    desk = _Desk(edition, records, _said_of(records, edition, problems))
    sections = (_overdue(edition, overdue), *_checked(desk), *_unused(desk))
    return QualityView(
        title=_("Quality"),
        searched=False,
        lede=_("For the desk: what is overdue, unchecked or unused."),
        counts=tuple(
            Counted(
                Link(section.heading, f"{URI}#{section.name}" if section.count else ""),
                (section.count or _("nothing"),),
            )
            for section in sections
        ),
        sections=tuple(section for section in sections if section.count),
    )


def _said_of(
    records: Mapping[str, Record], edition: Edition, problems: Iterable[Problem]
) -> Mapping[Said, Sequence[Problem]]:
    """What is said of these briefs and of the vocabulary, the newest brief first."""
    files = sorted(set(edition.library.vocabulary.paths.values()))
    order = {path: place for place, path in enumerate(chain(files, records))}
    said: dict[Said, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.path in order and (kind := _kind(problem)):
            said[kind].append(problem)
    return {kind: sorted(listed, key=lambda problem: order[problem.path]) for kind, listed in said.items()}


def _kind(problem: Problem) -> Said | None:
    """Where it belongs; an info of a rule that has a higher level was accepted."""
    if problem.level == "warning":
        return "warnings"
    if problem.level == "info" and RULES[problem.rule] != "info" and problem.rule not in _OWN:
        return "accepted"
    return _OWN.get(problem.rule)


# --- sections --------------------------------------------------------------------------------------


def _overdue(edition: Edition, states: Sequence[StepState]) -> Section:
    _, ngettext, count = edition.language.gettext, edition.language.ngettext, len(states)
    return Section(
        "overdue",
        _("Overdue"),
        _("The date is over, and no brief says what became of it."),
        _number(edition, ngettext("{n} next step", "{n} next steps", count), count),
        steps=tuple(row(edition, each, elsewhere=True, overdue=True) for each in states[: edition.settings.page_size]),
        more=_more(edition, count),
    )


def _checked(desk: _Desk) -> Iterator[Section]:
    """What the check warns of, and what it could not check, or not in every word."""
    _ = desk.edition.language.gettext
    yield _warnings(desk, "warnings", _("Warnings"), _("What the check warns of, and nobody has accepted yet."))
    yield _unchecked(desk)
    yield _loosely_matched(desk)
    lede = _("Warnings that an editor has looked at and accepted, with the reason.")
    yield _warnings(desk, "accepted", _("Accepted"), lede)


def _warnings(desk: _Desk, kind: Said, heading: str, lede: str) -> Section:
    edition, problems = desk.edition, desk.said.get(kind, ())
    line = edition.language.ngettext("{n} warning", "{n} warnings", len(problems))
    return _remarks(desk, Section(kind, heading, lede, _number(edition, line, len(problems))), problems)


def _unchecked(desk: _Desk) -> Section:
    edition, _, ngettext = desk.edition, desk.edition.language.gettext, desk.edition.language.ngettext
    without = Counter(problem.path for problem in desk.said.get("unchecked", ()))
    return Section(
        "unchecked",
        _("Not checked"),
        _("Quotations and evidence that nobody could compare with the source, because its text is not held."),
        briefs_count(edition, len(without)) if without else "",
        lines=tuple(
            Counted(
                _head(desk, path),
                (
                    _number(edition, ngettext("{n} not checked", "{n} not checked", count), count),
                    desk.records[path].brief.source.not_held or "",
                ),
            )
            for path, count in islice(without.items(), edition.settings.page_size)
        ),
        more=_more(edition, len(without)),
    )


def _loosely_matched(desk: _Desk) -> Section:
    edition, _, ngettext = desk.edition, desk.edition.language.gettext, desk.edition.language.ngettext
    found = [(record, place) for record in desk.records.values() for place in _loose_in(edition, record)]
    noted = groupby(found[: edition.settings.page_size], lambda each: each[0])
    return Section(
        "loose",
        _("Words left out or in brackets"),
        _("Quotations that match their source but for words left out at an ellipsis, or the editor’s in brackets."),
        _number(edition, ngettext("{n} quotation", "{n} quotations", len(found)), len(found)),
        noted=tuple(
            Noted(link_brief(edition, record.id), tuple(_quoted(edition, record, place) for _, place in places))
            for record, places in noted
        ),
        more=_more(edition, len(found)),
    )


def _loose_in(edition: Edition, record: Record) -> Iterator[int]:
    """The places of such quotations in a brief; most briefs have none, which is seen without unpacking anything."""
    if any(edition.citations.may_have(tier, record.id) for tier in LOOSEST):
        quotes = (each for each in edition.citations[record.id].citations if each.kind == "quote")
        yield from (place for place, each in enumerate(quotes) if each.tier in LOOSEST)


def _quoted(edition: Edition, record: Record, place: int) -> Remark:
    fields = (f"quotes[{place}].original", f"quotes[{place}].text")
    found = find_receipt(edition, record, *fields, whole=False)
    speaker = record.brief.quotes[place].speaker
    return Remark(Link(speaker, place_in(edition, record, place)), found.line if found else "")


def _unused(desk: _Desk) -> Iterator[Section]:
    """What stands in sources and in the vocabulary, and in no brief."""
    edition, _, ngettext = desk.edition, desk.edition.language.gettext, desk.edition.language.ngettext

    def passages(count: int) -> str:
        return _number(edition, ngettext("{n} passage", "{n} passages", count), count)

    left = Counter(problem.path for problem in desk.said.get("passages", ()))
    yield Section(
        "passages",
        _("Passages not used"),
        _("Quoted passages of a source that its brief neither quotes nor leaves out on purpose."),
        passages(left.total()),
        lines=tuple(
            Counted(_head(desk, path), (passages(count),))
            for path, count in islice(left.items(), edition.settings.page_size)
        ),
        more=_more(edition, len(left)),
    )
    entries = desk.said.get("entries", ())
    count = _number(edition, ngettext("{n} file", "{n} files", len(entries)), len(entries))
    lede = _("Entries of the vocabulary that no brief names.")
    yield _remarks(desk, Section("entries", _("Names not used"), lede, count), entries)


# --- what stands in them ---------------------------------------------------------------------------


def _remarks(desk: _Desk, section: Section, problems: Sequence[Problem]) -> Section:
    """A section with what the check says, brief by brief."""
    noted = groupby(problems[: desk.edition.settings.page_size], lambda problem: problem.path)
    return replace(
        section,
        noted=tuple(Noted(_head(desk, path), tuple(_remark(desk.edition, each) for each in of)) for path, of in noted),
        more=_more(desk.edition, len(problems)),
    )


def _remark(edition: Edition, problem: Problem) -> Remark:
    own = edition.language
    lang, side = "" if base_of(own.code) == "en" else "en", "" if own.direction == "ltr" else "ltr"
    message = "" if problem.rule in _AMONG_BRIEFS else problem.message
    line = own.gettext("line {n}").format(n=own.number(problem.line))
    return Remark(Link(message), line, problem.rule, lang, side)


def _head(desk: _Desk, path: str) -> Link:
    record = desk.records.get(path)
    return link_brief(desk.edition, record.id) if record else Link(path)


def _number(edition: Edition, line: str, count: int) -> str:
    return line.format(n=edition.language.number(count)) if count else ""


def _more(edition: Edition, count: int) -> str:
    rest = count - edition.settings.page_size
    line = edition.language.ngettext("and {n} more", "and {n} more", rest)
    return _number(edition, line, max(rest, 0))
