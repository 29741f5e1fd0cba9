"""Cutting long lists by the month of what is in them, so that something new changes the part it belongs to alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")
Month = tuple[int, int]


def by_month(items: Iterable[T], month: Callable[[T], Month]) -> Mapping[Month, Sequence[T]]:
    """The items of each month in their order, months newest first."""
    parts: dict[Month, list[T]] = {}
    for item in items:
        parts.setdefault(month(item), []).append(item)
    return dict(sorted(parts.items(), reverse=True))


def by_year(months: Mapping[Month, Sequence[T]]) -> Mapping[int, Mapping[Month, Sequence[T]]]:
    """The months of each year, newest first."""
    years: dict[int, dict[Month, Sequence[T]]] = {}
    for month, items in months.items():
        years.setdefault(month[0], {})[month] = items
    return years


def counts_of(months: Mapping[Month, Sequence[object]]) -> str:
    """What a page shows that only leads to months: each with how much is in it."""
    return repr([(month, len(items)) for month, items in months.items()])
