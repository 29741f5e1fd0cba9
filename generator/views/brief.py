"""The page of a brief."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.desk.library import Record
from generator.model import Brief, Participant, major_changes
from generator.pages.addresses import brief_uri, step_anchor
from generator.pages.edition import Edition
from generator.pages.pictures import shared_picture
from generator.problems import Problem
from generator.views.changes import Changed, shown_changes
from generator.views.contact import report_link
from generator.views.glance import Glance, glance
from generator.views.names import initials, link_brief, link_name, long_day, plain, prose, short_day
from generator.views.parts import Counted, Day, Link, Mark, Quoted, Receipt, Row, Runs, Someone, View
from generator.views.quotations import quotations
from generator.views.receipts import evidence
from generator.views.source import SourceNote, source_note
from generator.views.steps import rows_of, statuses, told_day

PREVIOUSLY = 3


@dataclass(frozen=True, slots=True)
class Point:
    """A key point, or a point in dispute, with its evidence."""

    label: str
    text: Runs
    evidence: tuple[Receipt, ...] = ()
    by: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """Those who took part on one side; the name is empty where there is but one."""

    name: Link
    people: tuple[Someone, ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """What the brief tells of a step that was announced earlier."""

    mark: Mark
    what: Link
    day: Day | None
    note: Runs
    announced: Link
    evidence: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefView(View):
    """The page of a brief, from top to bottom."""

    storyline: Link | None
    day: Day
    places: tuple[Link, ...]
    summary: Runs
    glance: tuple[Glance, ...]
    why: Runs
    points: tuple[Point, ...]
    sides: tuple[Side, ...]
    mentioned: tuple[Someone, ...]
    others: str  # the heading over them
    quotes: tuple[Quoted, ...]
    steps: tuple[Row, ...]
    followed: tuple[Followed, ...]
    disputed: tuple[Point, ...]
    not_known: tuple[Runs, ...]
    previously: tuple[Counted, ...]
    before: Link | None
    after: Link | None
    source: SourceNote
    topics: tuple[Link, ...]
    changes: tuple[Changed, ...]
    corrected: str
    dates: tuple[str, ...]
    report: Link | None
    draft: bool = False
    problems: tuple[Problem, ...] = ()


def brief_view(edition: Edition, record: Record) -> BriefView:
    """All that the page of a brief shows."""
    brief = record.brief
    earlier, later = neighbours(edition, record)
    rows = tuple(rows_of(edition, record.id))
    quotes = quotations(edition, record)
    changes = tuple(shown_changes(edition, brief))
    return BriefView(
        title=brief.title,
        description=plain(edition, brief.summary),
        searched=not brief.draft,
        contents=sum(map(bool, (brief.key_points, brief.participants, quotes, rows, brief.not_known))) > 1,
        storyline=link_name(edition, brief.storyline, "storylines") if brief.storyline else None,
        day=long_day(edition, brief.date),
        places=tuple(link_name(edition, place) for place in brief.places),
        summary=prose(edition, brief.summary),
        glance=tuple(glance(edition, brief, quotes, rows)),
        why=prose(edition, brief.why_it_matters),
        points=tuple(_points(edition, record)),
        sides=tuple(_sides(edition, brief)),
        mentioned=tuple(_someone(edition, brief, each) for each in brief.mentioned),
        others=_others(edition, brief),
        quotes=quotes,
        steps=rows,
        followed=tuple(_followed(edition, record)),
        disputed=tuple(_disputed(edition, record)),
        not_known=tuple(prose(edition, text) for text in brief.not_known),
        previously=tuple(_previous(edition, each) for each in reversed(earlier[-PREVIOUSLY:])),
        before=link_brief(edition, earlier[-1]) if earlier else None,
        after=link_brief(edition, later[0]) if later else None,
        source=source_note(edition, record),
        topics=tuple(link_name(edition, topic, "topics") for topic in brief.topics),
        changes=changes,
        corrected=_corrected(edition, changes),
        dates=tuple(_dates(edition, brief)),
        report=report_link(edition, record),
        draft=brief.draft,
        problems=edition.problems.get(record.path, ()),
        facts=tuple(_facts(edition, brief)),
    )


def neighbours(edition: Edition, record: Record) -> tuple[Sequence[str], Sequence[str]]:
    """The briefs before and after it in its storyline."""
    ref = edition.find(record.brief.storyline, "storylines") if record.brief.storyline else None
    run = edition.entities.storylines[ref.id].briefs if ref else ()
    place = run.index(record.id) if record.id in run else 0
    return run[:place], run[place + 1 :]


def _previous(edition: Edition, brief: str) -> Counted:
    return Counted(link_brief(edition, brief), (short_day(edition, edition.records[brief].brief.date).text,))


# --- who -------------------------------------------------------------------------------------------


def _sides(edition: Edition, brief: Brief) -> Iterator[Side]:
    """Those who took part by side, in the order of the brief; those of no side last."""
    sides: dict[Link, list[Someone]] = {}
    for each in brief.participants:
        side = link_name(edition, each.side) if each.side else Link("")
        sides.setdefault(side, []).append(_someone(edition, brief, each))
    for name in sorted(sides, key=lambda name: not name.text):
        heading = name if name.text or len(sides) == 1 else Link(edition.language.gettext("Others"))
        yield Side(heading, tuple(sides[name]))


def _others(edition: Edition, brief: Brief) -> str:
    """What those have in common who took no part: that they are mentioned, or that some of them are quoted too."""
    _ = edition.language.gettext
    speakers = {edition.find(quote.speaker) or quote.speaker for quote in brief.quotes}
    is_quoted = any((edition.find(each.name) or each.name) in speakers for each in brief.mentioned)
    if brief.participants:
        return _("Also quoted or mentioned") if is_quoted else _("Also mentioned")
    return _("Who is quoted or mentioned") if is_quoted else _("Who is mentioned")


def _someone(edition: Edition, brief: Brief, each: Participant) -> Someone:
    name = link_name(edition, each.name)
    organisation = link_name(edition, each.organisation, "organisations") if each.organisation else None
    role = each.role or edition.entities.role(brief, each.name)
    return Someone(name, role, organisation, initials(name.text))


# --- points, steps, changes ------------------------------------------------------------------------


def _points(edition: Edition, record: Record) -> Iterator[Point]:
    for place, point in enumerate(record.brief.key_points):
        receipts = evidence(edition, record, f"key_points[{place}]")
        label = point.label or ""
        if label[-1:].isalnum():
            label = edition.language.gettext("{label}.").format(label=label)
        yield Point(label, prose(edition, point.text), receipts)


def _disputed(edition: Edition, record: Record) -> Iterator[Point]:
    for place, point in enumerate(record.brief.disputed):
        by = tuple(link_name(edition, name) for name in point.by)
        yield Point("", prose(edition, point.what), evidence(edition, record, f"disputed[{place}]"), by)


def _followed(edition: Edition, record: Record) -> Iterator[Followed]:
    for place, outcome in enumerate(record.brief.outcomes):
        if key := edition.step_named.get((record.id, place)):
            state = edition.entities.steps[key]
            yield Followed(
                mark=statuses(edition.language)[outcome.status],
                what=Link(state.step.what, f"{brief_uri(state.brief)}#{step_anchor(state.id)}"),
                day=told_day(edition, outcome),
                note=prose(edition, outcome.note),
                announced=link_brief(edition, state.brief),
                evidence=evidence(edition, record, f"outcomes[{place}]"),
            )


def _facts(edition: Edition, brief: Brief) -> Iterator[tuple[str, object]]:
    """For the theme: the days and the picture that go along where the page is shared."""
    if ref := edition.find(brief.storyline, "storylines") if brief.storyline else None:
        yield from shared_picture(ref.id, ref.name)
    if brief.published:
        yield "published", brief.published.isoformat()
    if shown := [change.date for change in major_changes(brief)]:
        yield "modified", max(shown).isoformat()


def _corrected(edition: Edition, changes: Sequence[Changed]) -> str:
    """Said beside the date of a brief that was wrong: on which day it was mended last."""
    day = next((change.day.text for change in reversed(changes) if change.kind == "correction"), "")
    return edition.language.gettext("Corrected {date}").format(date=day) if day else ""


def _dates(edition: Edition, brief: Brief) -> Iterator[str]:
    _, say = edition.language.gettext, edition.language.long_date
    if brief.published:
        yield _("Published {date}").format(date=say(brief.published))
    if shown := [change.date for change in major_changes(brief)]:
        yield _("Last changed {date}").format(date=say(max(shown)))
    if brief.checked_by:
        yield _("Checked by {name}").format(name=brief.checked_by)
