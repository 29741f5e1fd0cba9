"""The pages of corrections: what was changed or withdrawn after publication, newest first, its years and months."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from generator.pages.cutting import Month, by_month, by_year
from generator.pages.edition import Edition, title_of
from generator.pages.marking import mark
from generator.pages.marks import prose_marks
from generator.pages.page import Page, Press
from generator.views import changes as told
from generator.views.lists import month_name, months_uri


def corrections(press: Press) -> Iterator[Page]:
    """The newest changes, and the briefs withdrawn on an unknown day; where they are many, their years and months."""
    edition, size = press.edition, press.edition.settings.page_size
    records = edition.records.values()
    listed = told.amendments(records)
    withdrawn = [record for record in records if (gone := record.brief.withdrawn) and not gone.date][::-1]
    months = by_month(listed, _month) if len(listed) > size else {}
    view = partial(told.changes_view, edition, listed[:size], withdrawn, months)
    left = (mark(record.id, str(record.brief.date), repr(record.brief.withdrawn)) for record in withdrawn)
    counts = repr([(month, len(of_month)) for month, of_month in months.items()])
    title = edition.language.gettext("Corrections")
    shown = _marks(edition, listed[:size])
    changed = "" if withdrawn else _last(listed)  # when one of these went nobody has written down
    yield press.page("corrections", "corrections/index.md", title, view, *shown, "", *left, "", counts, changed=changed)
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
    return each.day.year, each.day.month


def _last(listed: Iterable[told.Amended]) -> str:
    return max((each.day.isoformat() for each in listed), default="")


def _marks(edition: Edition, listed: Iterable[told.Amended]) -> Iterator[str]:
    for each in listed:
        brief, links = each.record.brief, prose_marks(edition, each.note)
        name = title_of(edition, each.record.id) or str(brief.date)
        yield mark(each.record.id, name, str(each.day), each.kind, each.note, *links)
