"""One file of data for each brief: what was typed, who is meant, and where every quotation stands in its source."""

from __future__ import annotations

from collections.abc import Iterator

from generator import dates
from generator.desk.library import Record
from generator.entities import names_of
from generator.machines import shapes
from generator.machines.bearings import Bearings, json_place, markdown_place
from generator.machines.dating import changed_on, published_on
from generator.machines.typed_values import typed_fields
from generator.pages.addresses import brief_uri
from generator.pages.edition import Edition
from generator.quoting.citations import Citation
from generator.steps import StepState
from generator.views.names import plain
from generator.views.quotations import place_in
from generator.views.receipts import find_receipt

_AROUND = 32  # characters of the source before and after a part of a quotation


def brief_file(edition: Edition, record: Record) -> bytes:
    """All that the site knows of a brief."""
    brief, bearings = record.brief, Bearings(edition.settings.site_url, json_place(record.id))
    verified = edition.citations.get(record.id)
    coverage = verified.coverage if verified else None
    return shapes.write_shape(
        shapes.BriefFile(
            id=record.id,
            url=bearings.to_uri(brief_uri(record.id)),
            markdown=bearings.to_place(markdown_place(record.id)),
            title=brief.title,
            summary=plain(edition, brief.summary),
            date=when(brief.date),
            published=published_on(brief),
            changed=changed_on(brief),
            brief=typed_fields(brief),
            names=tuple(_names(edition, record, bearings)),
            source=_source(edition, record, bearings),
            coverage=shapes.Coverage(used=coverage.used, passages=coverage.passages) if coverage else None,
            citations=tuple(
                _citation(edition, record, each, bearings) for each in (verified.citations if verified else ())
            ),
            steps=tuple(
                step(edition, edition.entities.steps[key], bearings) for key in edition.steps_of.get(record.id, ())
            ),
            followed=tuple(edition.named_steps(record)),
        )
    )


def when(date: dates.When) -> shapes.When:
    """A date, with the days that it allows."""
    return shapes.When(
        text=date.text,
        first=date.first,
        last=date.last,
        at=date.start,
        approximate=date.approximate,
        uncertain=date.uncertain,
    )


def step(edition: Edition, state: StepState, bearings: Bearings) -> shapes.Step:
    """A step, and what became of it."""
    told = state.step
    return shapes.Step(
        id=state.key,
        url=bearings.to_step(state),
        what=told.what,
        announced=when(told.when),
        when=when(state.when),
        status=state.status,
        certainty=told.certainty,
        where=told.where,
        who=told.who,
        outcomes=tuple(
            shapes.Outcome(
                status=known.outcome.status,
                when=when(known.outcome.when) if known.outcome.when else None,
                note=plain(edition, known.outcome.note),
                brief=known.brief,
                url=bearings.to_uri(brief_uri(known.brief)),
            )
            for known in state.outcomes
            if known.brief not in edition.drafts
        ),
    )


def _names(edition: Edition, record: Record, bearings: Bearings) -> Iterator[shapes.Name]:
    """Every name of a brief that is known, as typed, in the order of the format."""
    for name, kinds in dict.fromkeys(names_of(record.brief)):
        if ref := edition.find(name, *kinds):
            yield shapes.Name(name=name, kind=ref.kind, id=ref.id, url=bearings.to_ref(ref))


def _source(edition: Edition, record: Record, bearings: Bearings) -> shapes.Source:
    source = record.brief.source
    text = edition.library.sources.get(source.file or "")
    page = edition.source_pages.get(source.file or "")
    return shapes.Source(
        file=source.file,
        sha256=text.sha256 if text else None,
        url=bearings.to_uri(page) if page else None,
        at=source.url,
    )


def _citation(edition: Edition, record: Record, found: Citation, bearings: Bearings) -> shapes.Citation:
    receipt = find_receipt(edition, record, found.field, whole=False)
    return shapes.Citation(
        field=found.field,
        kind=found.kind,
        speaker=_speaker(edition, found, bearings),
        url=_permalink(edition, record, found, bearings),
        status=found.status,
        tier=found.tier,
        receipt=receipt.line if receipt else "",
        spans=tuple((span.start, span.end) for span in found.spans),
        gaps=tuple(shapes.Gap(start=gap.span.start, end=gap.span.end, kind=gap.kind, by=gap.by) for gap in found.gaps),
        selectors=tuple(selectors(edition, record, found)),
    )


def _speaker(edition: Edition, found: Citation, bearings: Bearings) -> shapes.Name | None:
    ref = edition.find(found.speaker) if found.speaker else None
    if ref is None or not found.speaker:
        return None
    return shapes.Name(name=found.speaker, kind=ref.kind, id=ref.id, url=bearings.to_ref(ref))


def _permalink(edition: Edition, record: Record, found: Citation, bearings: Bearings) -> str | None:
    """Of a quotation of the brief; its field is `quotes[0].text`, or `.original`."""
    if not found.field.startswith("quotes["):
        return None
    place = int(found.field.removeprefix("quotes[").partition("]")[0])
    return bearings.to_uri(place_in(edition, record, place))


def selectors(edition: Edition, record: Record, found: Citation) -> Iterator[tuple[shapes.Quoted, shapes.Position]]:
    """A pair of W3C selectors for each span; the words round the whole are as many as make it unique."""
    source = edition.library.sources.get(record.brief.source.file or "")
    for place, (span, exact) in enumerate(zip(found.spans, found.exact, strict=True)):
        before = source.text[max(0, span.start - _AROUND) : span.start] if source else ""
        after = source.text[span.end : span.end + _AROUND] if source else ""
        yield (
            shapes.Quoted(
                exact=exact,
                prefix=found.prefix if place == 0 else before,
                suffix=found.suffix if place == len(found.spans) - 1 else after,
            ),
            shapes.Position(start=span.start, end=span.end),
        )
