"""A brief as plain Markdown: for people who keep texts, and for programs that read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.desk.library import Record
from generator.machines.bearings import Bearings, json_place, markdown_place
from generator.pages import escaping
from generator.pages.addresses import brief_uri
from generator.pages.edition import Edition
from generator.views.brief import BriefView, Point
from generator.views.parts import Link, Quoted, Row, Runs, Someone


class _Signs(NamedTuple):
    """What stands between words, as the language of the site has it."""

    colon: str
    comma: str
    between_names: str


def brief_markdown(edition: Edition, record: Record, view: BriefView) -> bytes:
    """The Markdown of a brief (CommonMark): what its page tells (`view`), and nothing round it."""
    bearings = Bearings(edition.settings.site_url, markdown_place(record.id))
    blocks = _blocks(edition, record, view, bearings)
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def _blocks(edition: Edition, record: Record, view: BriefView, bearings: Bearings) -> Iterator[str]:
    _ = edition.language.gettext
    signs = _Signs(_(": "), _(", "), edition.language.comma)
    yield f"# {escaping.text(view.title)}"
    about = (
        _link(view.storyline, bearings) if view.storyline else "",
        escaping.text(view.day.text, begins=False),
        *(_link(place, bearings) for place in view.places),
    )
    yield " · ".join(filter(None, about))
    yield f"**{_runs(view.summary, bearings)}**"
    yield _runs(view.why, bearings)
    yield from _list(_("Key points"), (_point(point, bearings, signs) for point in view.points))
    yield from _list(_("Who took part"), _sides(view, bearings, signs))
    yield from _list(view.others, (_someone(each, bearings, signs) for each in view.mentioned))
    if view.quotes:
        yield "## " + _("In their words")
    for quoted in view.quotes:
        yield from _quoted(record, quoted, bearings, signs)
    yield from _list(_("What happens next"), (_step(record, row, bearings, signs) for row in view.steps))
    yield from _list(_("What became of earlier steps"), _followed(view, bearings, signs))
    yield from _list(_("Disputed"), (_point(point, bearings, signs) for point in view.disputed))
    yield from _list(_("Not known"), (_runs(each, bearings) for each in view.not_known))
    yield from _list(_("Changes"), _changes(view, bearings, signs))
    yield from _list(_("Source"), _source(view, bearings, signs))
    yield from _list(_("Topics"), (_link(topic, bearings) for topic in view.topics))
    here, stored = bearings.to_uri(brief_uri(record.id)), bearings.to_place(json_place(record.id))
    page = escaping.text(_("This brief on the web"))
    yield f"[{page}]({escaping.address(here)}) · [JSON]({escaping.address(stored)})"


def _list(heading: str, items: Iterable[str]) -> Iterator[str]:
    if rows := "\n".join(f"- {item}" for item in items):
        yield f"## {escaping.text(heading)}"
        yield rows


def _point(point: Point, bearings: Bearings, signs: _Signs) -> str:
    label = f"**{escaping.text(point.label)}** " if point.label else ""
    by = signs.between_names.join(_link(each, bearings) for each in point.by)
    return label + _runs(point.text, bearings) + (f" ({by})" if by else "")


def _sides(view: BriefView, bearings: Bearings, signs: _Signs) -> Iterator[str]:
    for side in view.sides:
        for each in side.people:
            yield _someone(each, bearings, signs) + (f" ({_link(side.name, bearings)})" if side.name.text else "")


def _someone(someone: Someone, bearings: Bearings, signs: _Signs) -> str:
    parts = [_link(someone.name, bearings), escaping.text(someone.role, begins=False)]
    if someone.organisation:
        parts.append(_link(someone.organisation, bearings))
    return signs.comma.join(filter(None, parts))


def _quoted(record: Record, quoted: Quoted, bearings: Bearings, signs: _Signs) -> Iterator[str]:
    """The words, then who said them, where and when; then what was found in the source."""
    yield "\n>\n".join(f"> {escaping.text(part)}" for part in quoted.words.paragraphs)
    if quoted.original:
        yield "\n>\n".join(f"> {escaping.text(part)}" for part in quoted.original.paragraphs)
    told = [quoted.speaker.text, *quoted.notes, quoted.day.text if quoted.day else "", *quoted.credits]
    said = signs.comma.join(filter(None, told))
    to = bearings.to_uri(f"{brief_uri(record.id)}#{quoted.anchor}")
    line = f"— [{escaping.text(said, begins=False)}]({escaping.address(to)})"
    receipt = f"{escaping.text(quoted.receipt.line, begins=False)}." if quoted.receipt else ""
    context = _runs(quoted.context, bearings)
    yield " ".join(filter(None, (f"{line}.", receipt, context)))


def _step(record: Record, row: Row, bearings: Bearings, signs: _Signs) -> str:
    to = bearings.to_uri(f"{brief_uri(record.id)}#{row.anchor}")
    parts = [f"{escaping.text(row.day.text)}{signs.colon}[{escaping.text(row.what.text)}]({escaping.address(to)})"]
    parts.append(escaping.text(row.mark.text, begins=False))
    parts += [_link(each, bearings) for each in (*row.where, *row.who)]
    return signs.comma.join(parts)


def _followed(view: BriefView, bearings: Bearings, signs: _Signs) -> Iterator[str]:
    for each in view.followed:
        day = f"{signs.comma}{escaping.text(each.day.text, begins=False)}" if each.day else ""
        note = f". {_runs(each.note, bearings)}" if each.note else ""
        yield f"{_link(each.what, bearings)}{signs.colon}{escaping.text(each.mark.text, begins=False)}{day}{note}"


def _changes(view: BriefView, bearings: Bearings, signs: _Signs) -> Iterator[str]:
    for change in view.changes:
        told = f"{escaping.text(change.label)}{signs.comma}{escaping.text(change.day.text)}"
        yield f"{told}{signs.colon}{_runs(change.note, bearings)}"


def _source(view: BriefView, bearings: Bearings, signs: _Signs) -> Iterator[str]:
    yield ". ".join(
        filter(None, (_link(view.source.headline, bearings), _runs(view.source.origin, bearings, signs.comma)))
    )
    yield from (escaping.text(line) for line in view.source.receipt)
    if view.source.sha256:
        yield f"sha256 {view.source.sha256}"


def _runs(runs: Runs, bearings: Bearings, between: str = "") -> str:
    return between.join(_link(link, bearings, begins=place == 0) for place, link in enumerate(runs))


def _link(link: Link, bearings: Bearings, begins: bool = True) -> str:
    """Words that lead somewhere; the spaces round them stay outside."""
    words = escaping.text(link.text, begins=begins)
    if not link.to:
        return words
    return f"[{words}]({escaping.address(link.to if link.is_abroad else bearings.to_uri(link.to))})"
