"""The marks of briefs, steps and links: what pages show of them, told without making the pages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from generator.desk.library import Record
from generator.entities import names_of
from generator.pages.edition import Edition, title_of
from generator.pages.marking import mark
from generator.prose import prose_of, runs
from generator.quoting.citations import Found


def card_mark(edition: Edition, record: Record) -> str:
    """Of a brief as lists show it."""
    return edition.once("card", record.id, lambda: _card_mark(edition, record))


def _card_mark(edition: Edition, record: Record) -> str:
    brief = record.brief
    storyline = edition.find(brief.storyline, "storylines") if brief.storyline else None
    counts = (len(brief.participants), len(brief.quotes), len(brief.next_steps), brief.draft)
    links = prose_marks(edition, brief.summary)
    return mark(
        record.id, brief.title, str(brief.date), brief.summary, repr(counts), edition.entry_mark(storyline), *links
    )


def shown_marks(edition: Edition) -> Mapping[str, str]:
    """By brief, of all that a page may show of it: what it tells itself, and its card; of those that lists show."""
    marks = edition.shown_marks
    if not marks:
        marks.update((one.id, f"{brief_mark(edition, one)} {card_mark(edition, one)}") for one in edition.shown())
    return marks


def neighbour_mark(edition: Edition, brief: str) -> str:
    """Of a brief as its neighbours in a storyline show it."""
    return edition.once("neighbour", brief, lambda: _neighbour_mark(edition, brief))


def _neighbour_mark(edition: Edition, brief: str) -> str:
    return mark(brief, title_of(edition, brief), str(edition.records[brief].brief.date))


def brief_mark(edition: Edition, record: Record) -> str:
    """Of all that a brief itself tells: its file, its citations, and what its names and links lead to."""
    made = edition.brief_marks.get(record.id)
    if made is None:
        made = edition.brief_marks[record.id] = _brief_mark(edition, record)
    return made


def _brief_mark(edition: Edition, record: Record) -> str:
    known, name_mark = edition.names, edition.name_mark
    refs = [found if (found := known.get(asked)) is not None else name_mark(*asked) for asked in names_of(record.brief)]
    prose = prose_of(record.brief) if record.may_link else ()
    links = (part for _, text in prose for part in prose_marks(edition, text))
    source = record.brief.source.file or ""
    text = edition.library.sources.get(source)
    return mark(
        record.id,
        record.digest,
        _citations_mark(edition.citations, record.id),
        edition.source_pages.get(source, ""),
        text.sha256 if text else "",
        *refs,
        *links,
    )


def steps_mark(edition: Edition, record: Record) -> str:
    """Of what became of a brief's steps, and of the steps that its own outcomes name."""
    return edition.once("steps", record.id, lambda: _steps_mark(edition, record))


def _steps_mark(edition: Edition, record: Record) -> str:
    own = (step_mark(edition, key) for key in edition.steps_of.get(record.id, ()))
    return mark(*own, "", *(step_mark(edition, key) for key in edition.named_steps(record)))


def step_mark(edition: Edition, key: str) -> str:
    """Of a step: what its brief and later briefs tell of it."""
    made = edition.step_marks.get(key)
    if made is None:
        made = edition.step_marks[key] = _step_mark(edition, key)
    return made


def _step_mark(edition: Edition, key: str) -> str:
    state = edition.entities.steps[key]
    step = state.step
    parts = [
        key,
        title_of(edition, state.brief),
        step.what,
        str(step.when),
        step.certainty,
        step.where or "",
        *step.who,
    ]
    for name in (*step.who, *filter(None, (step.where,))):
        parts.append(edition.name_mark(name))
    for known in state.outcomes:
        outcome = known.outcome
        parts += (known.brief, title_of(edition, known.brief), str(edition.records[known.brief].brief.date))
        parts += (outcome.status, str(outcome.when), outcome.note or "", *prose_marks(edition, outcome.note or ""))
    return mark(*parts)


def _citations_mark(citations: Found, brief: str) -> str:
    """Of all that was found for the quotations of a brief."""
    packed = citations.packed(brief)
    return hashlib.blake2b(packed, digest_size=16).hexdigest() if packed else ""


def prose_marks(edition: Edition, text: str) -> Iterator[str]:
    """Of the briefs that prose links: where they are, and what they are called."""
    if "[[" in text:
        for linked in (run.brief for run in runs(text) if run.brief):
            brief = edition.renamed.get(linked, linked)
            record = edition.records.get(brief)
            yield mark(brief, title_of(edition, brief) or (str(record.brief.date) if record else ""))
