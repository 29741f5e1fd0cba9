"""How the search index is cut into shards: by the dates of briefs, so that an edit makes a small one again.

The newest quarter of a year that has briefs stands by itself. Everything older is cut where it is too much for one
run of the indexer: sixteen years, eight, and so on to a month. A brief more changes the shard of its date; where that
is full it becomes two. What has no date (pages written by hand) has a shard of its own.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

#: Pages of one shard: the indexer takes about 260 MB for a thousand of 470 words.
FULL = 1_500
#: Years that a shard may span.
_SPANS = (16, 8, 4, 2, 1)


@dataclass(frozen=True, slots=True)
class Searched:
    """A page that readers search: its place in the site, a digest of all that it shows, and of a brief the day."""

    place: str
    key: str
    day: date | None = None

    @property
    def order(self) -> tuple[date, str]:
        """The order of briefs: by day, then by place."""
        return (self.day or date.min, self.place)


def cut(pages: Iterable[Searched], full: int = FULL) -> Mapping[str, Sequence[Searched]]:
    """The pages of each shard, newest first, and the shards themselves newest first; pages without a date last."""
    dated: list[Searched] = []
    others: list[Searched] = []
    for page in sorted(pages, key=lambda page: page.order, reverse=True):
        (dated if page.day else others).append(page)
    shards: dict[str, Sequence[Searched]] = {}
    if dated:
        newest = _quarter(dated[0])
        fresh = [page for page in dated if _quarter(page) == newest]
        shards.update(_parts(fresh, _finer(_quarter), full))
        shards = {f"new-{name}": part for name, part in shards.items()}
        shards.update(_parts(dated[len(fresh) :], _PERIODS, full))
    shards.update((f"pages{name}", part) for name, part in _parts(others, [_digits(count) for count in range(4)], full))
    return shards


Period = Callable[[Searched], str]


def _parts(pages: Sequence[Searched], periods: Sequence[Period], full: int) -> Iterator[tuple[str, Sequence[Searched]]]:
    """The pages of the widest periods that are not too much, newest first; what fits no period finer is one part."""
    parts: dict[str, list[Searched]] = defaultdict(list)
    for page in pages:
        parts[periods[0](page)].append(page)
    for name, part in parts.items():
        if len(part) <= full or len(periods) == 1:
            yield name, part
        else:
            yield from _parts(part, periods[1:], full)


def _years(span: int) -> Period:
    def period(page: Searched) -> str:
        first = page.order[0].year // span * span
        return f"{first:04}-{first + span - 1:04}" if span > 1 else f"{first:04}"

    return period


def _half(page: Searched) -> str:
    day = page.order[0]
    return f"{day.year:04}-h{(day.month + 5) // 6}"


def _quarter(page: Searched) -> str:
    day = page.order[0]
    return f"{day.year:04}-q{(day.month + 2) // 3}"


def _month(page: Searched) -> str:
    return f"{page.order[0]:%Y-%m}"


def _digits(count: int) -> Period:
    """The same month is cut by the digest of places: any page stays in its part for ever."""

    def period(page: Searched) -> str:
        head = hashlib.sha256(page.place.encode("utf-8", "surrogatepass")).hexdigest()[:count]
        return f"{_month(page)}-{head}" if page.day else f"-{head}" if count else ""

    return period


_PERIODS: Sequence[Period] = (
    *(_years(span) for span in _SPANS), _half, _quarter, _month, _digits(1), _digits(2), _digits(3),
)  # fmt: skip


def _finer(period: Period) -> Sequence[Period]:
    return _PERIODS[_PERIODS.index(period) :]
