"""The strip under the bottom line of a brief: what a reader must know at a glance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Brief
from generator.pages.edition import Edition
from generator.views.parts import Quoted, Row


@dataclass(frozen=True, slots=True)
class Glance:
    """One cell of the strip under the bottom line."""

    figure: str
    label: str
    note: str = ""
    to: str = ""


def glance(edition: Edition, brief: Brief, quotes: Sequence[Quoted], rows: Sequence[Row]) -> Iterator[Glance]:
    """Who took part, how many quotations match, and what is next."""
    _, number = edition.language.gettext, edition.language.number
    if count := len(brief.participants):
        more = len(brief.mentioned)
        note = edition.language.ngettext("{n} more mentioned", "{n} more mentioned", more).format(n=number(more))
        label = edition.language.ngettext("took part", "took part", count)
        yield Glance(number(count), label, note if more else "", "#who-was-there")
    if quotes:
        yield _matching(edition, quotes)
    if rows:
        yield _next(edition, rows)
    elif brief.participants or quotes:
        yield Glance(_("No next step"), _("announced in this source"))


def _matching(edition: Edition, quotes: Sequence[Quoted]) -> Glance:
    """How many of the quotations match the source copy; what has not been compared is only counted."""
    _, ngettext, number = edition.language.gettext, edition.language.ngettext, edition.language.number
    count = len(quotes)
    statuses = [quote.receipt.status for quote in quotes if quote.receipt]
    if not set(statuses) - {"unchecked"}:
        note = _("not checked: source text not held") if statuses else ""
        return Glance(number(count), ngettext("quotation", "quotations", count), note, "#in-their-words")
    figure = _("{matched} of {all}").format(matched=number(statuses.count("matched")), all=number(count))
    label = ngettext("quotation matches", "quotations match", count)
    copy = edition.language.pgettext("what quotations match", "the source copy")
    return Glance(figure, label, copy, "#in-their-words")


def _next(edition: Edition, rows: Sequence[Row]) -> Glance:
    """The first step of which nothing further is known; else the first, with what became of it: it is not next."""
    row = next((row for row in rows if not row.outcomes), rows[0])
    told = "{date}" if row.outcomes else edition.language.gettext("Next: {date}")
    figure = told.format(date=row.day.text)
    return Glance(figure, row.what.text, row.mark.text, f"#{row.anchor}")
