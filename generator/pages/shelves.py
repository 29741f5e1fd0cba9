"""The pages that list sources: by publisher, and of a publisher with many of them its years and its months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from generator.desk.library import Record
from generator.machines.dating import last_changed
from generator.names import slug
from generator.pages.cutting import by_month, by_year, counts_of
from generator.pages.edition import Edition
from generator.pages.marking import mark
from generator.pages.page import Page, Press
from generator.views import source as shelf
from generator.views.lists import month_name, months_uri

_NEWEST = 5  # of each publisher, where there are many sources


def sources(press: Press, used: Mapping[str, Sequence[Record]]) -> Iterator[Page]:
    """The list of sources by publisher; where it is long, a page for each publisher, cut by month."""
    edition, _ = press.edition, press.edition.language.gettext
    publishers: dict[str, list[tuple[str, Sequence[Record]]]] = defaultdict(list)
    for file, records in sorted(used.items(), key=lambda each: each[1][-1].order, reverse=True):
        publishers[records[-1].brief.source.publisher or ""].append((file, records))
    ordered = {name: publishers[name] for name in sorted(publishers, key=lambda name: (not name, slug(name), name))}
    size = edition.settings.page_size
    long = len(used) > size
    first = {name: listed[: _NEWEST if long else size] for name, listed in ordered.items()}
    view = partial(shelf.sources_view, edition, first, {name: len(listed) for name, listed in ordered.items()}, long)
    shown = (part for listed in first.values() for part in _source_marks(edition, listed))
    counts = (f"{name} {len(listed)}" for name, listed in ordered.items())
    changed = last_changed(edition, (record for records in used.values() for record in records))
    yield press.page("sources", "sources/index.md", _("Sources"), view, *shown, *counts, changed=changed)
    for name, listed in ordered.items() if long else ():
        yield from _publisher(press, name, listed)


def _publisher(press: Press, name: str, listed: Sequence[tuple[str, Sequence[Record]]]) -> Iterator[Page]:
    edition, place = press.edition, shelf.publisher_place(name)
    months = by_month(listed, lambda each: each[1][-1].month)
    cut = len(listed) > edition.settings.page_size
    newest = listed[: edition.settings.page_size]
    view = partial(shelf.publisher_view, edition, name, newest, months if cut else {})
    shown = _source_marks(edition, newest)
    yield press.page(
        "sources", f"{place}/index.md", name, view, *shown, counts_of(months), changed=_used_last(edition, listed)
    )
    for year, of_year in by_year(months).items() if cut else ():
        view = partial(shelf.publisher_view, edition, name, (), of_year, f"{year:04}")
        changed = _used_last(edition, (each for of_month in of_year.values() for each in of_month))
        yield press.page("sources", months_uri(place, year), str(year), view, name, counts_of(of_year), changed=changed)
        for month, of_month in of_year.items():
            view = partial(shelf.publisher_view, edition, name, of_month, {}, month_name(edition, month))
            marks = _source_marks(edition, of_month)
            changed = _used_last(edition, of_month)
            yield press.page(
                "sources", months_uri(place, *month), month_name(edition, month), view, name, *marks, changed=changed
            )


def _used_last(edition: Edition, listed: Iterable[tuple[str, Sequence[Record]]]) -> str:
    return last_changed(edition, (record for _, records in listed for record in records))


def _source_marks(edition: Edition, listed: Iterable[tuple[str, Sequence[Record]]]) -> Iterator[str]:
    for file, records in listed:
        newest = records[-1]
        yield mark(file, edition.source_pages.get(file, ""), newest.id, newest.digest)
