"""The page of a desk that asks for it: what is overdue, unchecked or unused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.pages.page import Page, Press
from generator.problems import Problem
from generator.steps import StepState
from generator.views.quality import URI, quality_view


def quality(press: Press, overdue: Sequence[StepState], said: Iterable[Problem]) -> Iterator[Page]:
    """The quality page, or none; `said` are the problems of the desk, sorted.

    What it shows comes from everywhere and is cut short: its key is of the view itself, which is made at once.
    """
    if press.edition.settings.quality_page:
        view = quality_view(press.edition, overdue, said)
        yield press.page("quality", URI, view.title, lambda: view, repr(view))
