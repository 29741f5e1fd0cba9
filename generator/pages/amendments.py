"""The pages of corrections: what was changed after publication, newest first, its years and its months."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from generator.pages.cutting import Month, by_month, by_year
from generator.pages.edition import Edition, mark, prose_marks, title_of
from generator.pages.page import Page, Press
from generator.views import changes as told
from generator.views.lists import month_name, months_uri


def corrections(press: Press) -> Iterator[Page]:
    """The newest corrections and updates and all withdrawn briefs; where they are many, their years and months."""
    edition, size = press.edition, press.edition.settings.page_size
    listed = told.amendments(list(edition.shown()))
    withdrawn = [record for record in edition.records.values() if record.brief.withdrawn][::-1]
    months = by_month(listed, _month) if len(listed) > size else {}
    view = partial(told.changes_view, edition, listed[:size], withdrawn, months)
    gone = (mark(record.id, str(record.brief.date), record.brief.withdrawn or "") for record in withdrawn)
    counts = repr([(month, len(of_month)) for month, of_month in months.items()])
    title = edition.language.gettext("Corrections")
    shown = _marks(edition, listed[:size])
    changed = "" if withdrawn else _last(listed)  # when a brief was withdrawn nobody has written down
    yield press.page("corrections", "corrections/index.md", title, view, *shown, "", *gone, "", counts, changed=changed)
    for year, of_year in by_year(months).items():
        view = partial(told.changes_part_view, edition, f"{year:04}", (), of_year)
        counts = repr([(month, len(of_month)) for month, of_month in of_year.items()])
        changed = _last(each for of_month in of_year.values() for each in of_month)
        yield press.page("corrections", months_uri("corrections", year), str(year), view, counts, changed=changed)
    for month, of_month in months.items():
        name = month_name(edition, month)
        view = partial(told.changes_part_view, edition, name, of_month, {})
        marks, changed = _marks(edition, of_month), _last(of_month)
        yield press.page("corrections", months_uri("corrections", *month), name, view, *marks, changed=changed)


def _month(each: told.Amended) -> Month:
    return each.change.date.year, each.change.date.month


def _last(listed: Iterable[told.Amended]) -> str:
    return max((each.change.date.isoformat() for each in listed), default="")


def _marks(edition: Edition, listed: Iterable[told.Amended]) -> Iterator[str]:
    for each in listed:
        change = each.change
        links = prose_marks(edition, change.note)
        yield mark(
            each.record.id, title_of(edition, each.record.id), str(change.date), change.kind, change.note, *links
        )
