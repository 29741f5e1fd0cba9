"""Next steps and what became of them, followed across briefs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal, NamedTuple

from generator import names
from generator.dates import When
from generator.desk.library import Library, Record
from generator.model import Outcome, Step
from generator.problems import Finding


class Known(NamedTuple):
    """An outcome as a brief tells it."""

    brief: str
    place: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class StepState:
    """A step, and what became of it, in the order of the briefs that tell so."""

    key: str  # the name of the step over all briefs: brief-id#step-id
    brief: str
    place: int
    id: str  # its own, else the slug of `what`, with -2, -3 for repeats
    step: Step
    outcomes: tuple[Known, ...] = ()

    @property
    def status(self) -> Literal["open", "happened", "slipped", "cancelled", "superseded"]:
        """What the last brief that speaks of it says."""
        return self.outcomes[-1].outcome.status if self.outcomes else "open"

    @property
    def when(self) -> When:
        """The date that holds now: the one last told, else the one announced; its hour too, where it was that day."""
        holds = self.step.when
        for _, _, outcome in self.outcomes:
            is_same = outcome.status == "happened" and holds.start and str(outcome.when) == str(holds.first)
            if outcome.when and not is_same:
                holds = outcome.when
        return holds


def gather_steps(records: Sequence[Record]) -> Mapping[str, StepState]:
    """Every step by its key, in the order of briefs, each with its outcomes."""
    found = {state.key: state for record in records for state in _steps_of(record)}
    index = StepIndex(records, found)
    outcomes: dict[str, list[Known]] = defaultdict(list)
    for record in records:
        for place, outcome in enumerate(record.brief.outcomes):
            keys = index.find(outcome.step)
            if len(keys) == 1:
                outcomes[keys[0]].append(Known(record.id, place, outcome))
    return {
        key: replace(state, outcomes=tuple(outcomes[key])) if key in outcomes else state for key, state in found.items()
    }


def _steps_of(record: Record) -> Iterator[StepState]:
    taken: dict[str, int] = {}
    own = {step.id for step in record.brief.next_steps if step.id}
    for place, step in enumerate(record.brief.next_steps):
        base = step.id or names.slug(step.what)
        taken[base] = taken.get(base, 1 if not step.id and base in own else 0) + 1
        own_id = base if taken[base] == 1 else f"{base}-{taken[base]}"
        yield StepState(f"{record.id}#{own_id}", record.id, place, own_id, step)


class StepIndex:
    """Finds the steps that a reference may mean: brief-id#step-id, old ids of briefs too, or the step id alone."""

    def __init__(self, records: Sequence[Record], steps: Mapping[str, StepState]) -> None:
        self._steps = steps
        self._renamed = {old: record.id for record in records for old in record.brief.was}
        self._alone: dict[str, list[str]] = defaultdict(list)
        for key, state in steps.items():
            self._alone[state.id].append(key)

    def find(self, reference: str) -> Sequence[str]:
        """The keys of the steps meant: one, where the reference is good."""
        brief, mark, step = reference.rpartition("#")
        if not mark:
            return self._alone.get(step, ())
        key = f"{self._renamed.get(brief, brief)}#{step}"
        return (key,) if key in self._steps else ()


def check_ids(records: Sequence[Record]) -> Iterator[Finding]:
    """Two steps of one brief with the same id: no outcome could say which of them it means."""
    for record in records:
        first: dict[str, str] = {}
        for place, step in enumerate(record.brief.next_steps):
            if step.id and step.id in first:
                message = f"the step “{first[step.id]}” has the id {step.id} already"
                field = f"next_steps[{place}].id"
                yield Finding(record.path, field, "duplicate-id", message, "give each step an id of its own")
            elif step.id:
                first[step.id] = step.what


def check_outcomes(library: Library, steps: Mapping[str, StepState]) -> Iterator[Finding]:
    """Outcomes that name no step or several, and steps that are named but have no id of their own."""
    index = StepIndex(library.records, steps)
    paths = {record.id: record.path for record in library.records}
    for record in library.records:
        for place, outcome in enumerate(record.brief.outcomes):
            keys = index.find(outcome.step)
            if len(keys) != 1 and not _in_broken(outcome.step, library):
                yield _unknown(record, place, outcome.step, keys, steps)
    for state in steps.values():
        if state.outcomes and not state.step.id:
            yield Finding(
                paths[state.brief],
                f"next_steps[{state.place}]",
                "step-id",
                f"{state.outcomes[0].brief} says what became of this step, but the step has no id of its own",
                f"add the line  id: {state.id}  so that the link still holds when the words change",
            )


def _in_broken(reference: str, library: Library) -> bool:
    """Whether the step may stand in a brief that could not be read: then nothing can be said."""
    brief, mark, _ = reference.rpartition("#")
    return (brief if mark else reference) in library.broken if mark or "/" in reference else bool(library.broken)


def _unknown(
    record: Record, place: int, reference: str, keys: Sequence[str], steps: Mapping[str, StepState]
) -> Finding:
    field = f"outcomes[{place}].step"
    if keys:
        listed = ", ".join(keys)
        message = f"{len(keys)} steps have the id “{reference}”"
        return Finding(record.path, field, "unknown-reference", message, f"say which one: {listed}")
    if own := [key for key in steps if key.startswith(f"{reference}#")]:
        message = f"“{reference}” is a brief, and does not say which of its steps is meant"
        return Finding(record.path, field, "unknown-reference", message, f"write {' or '.join(own[:5])}")
    near = get_close_matches(reference, [*steps, *(state.id for state in steps.values())], n=1, cutoff=0.75)
    hint = f"did you mean {near[0]}?" if near else "write brief-id#step-id of a step that an earlier brief announces"
    return Finding(record.path, field, "unknown-reference", f"no brief announces a step “{reference}”", hint)
