"""Next steps as pages show them: what, when, how sure, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.dates import When, overdue_after
from generator.language import Language
from generator.model import Brief, Outcome
from generator.pages.addresses import brief_uri, step_anchor
from generator.pages.edition import Edition
from generator.steps import Known, StepState
from generator.views.contact import report_link
from generator.views.names import link_brief, link_name, prose, short_day
from generator.views.parts import Day, Link, Mark, Row, Told
from generator.views.receipts import evidence


def row(edition: Edition, state: StepState, elsewhere: bool = False, overdue: bool = False) -> Row:
    """A step; `elsewhere` where it stands on another page than its brief's, which it then names."""
    anchor = step_anchor(state.id)
    record = edition.records[state.brief]
    return Row(
        anchor=anchor,
        what=Link(state.step.what, f"{brief_uri(state.brief)}#{anchor}" if elsewhere else ""),
        day=step_day(edition, state.when),
        mark=_overdue(edition.language) if overdue else _mark(edition.language, state),
        where=(link_name(edition, state.step.where),) if state.step.where else (),
        who=tuple(link_name(edition, name) for name in state.step.who),
        announced=_announced(edition, state),
        outcomes=tuple(_told(edition, known) for known in state.outcomes),
        evidence=() if elsewhere else evidence(edition, record, f"next_steps[{state.place}]"),
        brief=link_brief(edition, state.brief) if elsewhere else None,
        report=None if elsewhere else report_link(edition, record, anchor),
    )


def step_day(edition: Edition, when: When) -> Day:
    """The date of a step; one that is not known says so."""
    if when.first is None and when.last is None:
        return Day(edition.language.gettext("date open"))
    return short_day(edition, when)


def told_day(edition: Edition, outcome: Outcome) -> Day | None:
    """The day that an outcome tells; a step that slipped did so to that day, not on it."""
    _ = edition.language.gettext
    if not outcome.when or outcome.status != "slipped":
        return step_day(edition, outcome.when) if outcome.when else None
    day = step_day(edition, outcome.when)
    known = outcome.when.first or outcome.when.last
    return Day(_("to {date}").format(date=day.text), day.machine) if known else Day(_("with no new date"))


def statuses(language: Language) -> Mapping[str, Mark]:
    """What became of a step, in words."""
    _ = language.gettext
    return {
        "happened": Mark("happened", _("happened")),
        "slipped": Mark("slipped", _("slipped")),
        "cancelled": Mark("cancelled", _("cancelled")),
        "superseded": Mark("superseded", _("superseded")),
        "confirmed": Mark("confirmed", _("confirmed")),
        "expected": Mark("expected", _("expected")),
        "proposed": Mark("proposed", _("proposed")),
    }


def due(edition: Edition, state: StepState) -> str:
    """The day by which a step is listed, as ISO has it: the last that its date allows, else that of its brief."""
    return step_days(edition)[state.key]


def step_days(edition: Edition) -> Mapping[str, str]:
    """Every step by its key with the day by which it is listed."""
    if not edition.step_days:
        edition.step_days.update(
            (key, _due(edition, state).isoformat()) for key, state in edition.entities.steps.items()
        )
    return edition.step_days


def step_ranks(edition: Edition) -> Mapping[str, int]:
    """The place of every step among all, the latest day first, those of one day by their keys."""
    if not edition.step_ranks:
        days = step_days(edition)
        keys = sorted(sorted(days), key=days.__getitem__, reverse=True)
        edition.step_ranks.update((key, place) for place, key in enumerate(keys))
    return edition.step_ranks


def _due(edition: Edition, state: StepState) -> date:
    return due_day(state.when if state.outcomes else state.step.when, edition.records[state.brief].brief)


def due_day(when: When, brief: Brief) -> date:
    """The last day that a step's date allows, else that of the brief that announces it."""
    return when.last or when.first or brief.date.first or brief.date.last or date.min


def is_overdue(state: StepState, today: date) -> bool:
    """Whether the last day that the date allows is over and nothing is known to have become of it."""
    last = overdue_after(state.when)
    return state.status in ("open", "slipped") and last is not None and last < today


def _mark(language: Language, state: StepState) -> Mark:
    return statuses(language)[state.step.certainty if state.status == "open" else state.status]


def _overdue(language: Language) -> Mark:
    return Mark("overdue", language.gettext("overdue"))


def _announced(edition: Edition, state: StepState) -> str:
    if state.when == state.step.when:
        return ""
    day = step_day(edition, state.step.when).text
    return edition.language.gettext("first date given: {date}").format(date=day) if state.step.when.last else ""


def _told(edition: Edition, known: Known) -> Told:
    outcome = known.outcome
    return Told(
        mark=statuses(edition.language)[outcome.status],
        day=told_day(edition, outcome),
        note=prose(edition, outcome.note),
        brief=link_brief(edition, known.brief),
    )


def rows_of(edition: Edition, brief: str) -> Iterator[Row]:
    """The steps that a brief announces, for its own page."""
    return (row(edition, edition.entities.steps[key]) for key in edition.steps_of.get(brief, ()))
