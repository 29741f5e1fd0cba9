"""Warnings that an editor has looked at: `accept` turns them into infos with the reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import get_args

from generator.desk.library import Record
from generator.model import Brief, Item
from generator.problems import RULES, Finding

#: The fields of a brief with items on which a warning can be accepted.
_LISTS = tuple(
    name
    for name, field in Brief.model_fields.items()
    if any(isinstance(part, type) and issubclass(part, Item) for part in get_args(field.annotation))
)

_Accepts = dict[tuple[str, str, str], str]  # (path of the file, field of the item or nothing, rule) -> reason


def settle(
    records: Iterable[Record],
    findings: Iterable[Finding],
    unjudged: Collection[str] = (),
    unsure: Collection[str] = (),
) -> Iterator[Finding]:
    """The findings, those that were accepted as infos; then an `accept-unused` for each `accept` without a warning.

    Of the `unjudged` rules, and in the `unsure` files, nobody knows whether there would be a warning.
    """
    accepts: _Accepts = {
        (record.path, field, rule): reason
        for record in records
        for field, accept in _accepts_of(record.brief)
        for rule, reason in accept.items()
    }
    used: set[tuple[str, str, str]] = set()
    told = list(findings)
    pointed = {(one.path, _item(one.field)) for one in told if one.rule == "quote-speaker"}
    pointed -= {key[:2] for key in accepts if key[2] == "quote-speaker"}
    for finding in told:
        key = next((key for key in _keys(finding) if key in accepts), None)
        if finding.rule == "unknown-name" and (finding.path, _item(finding.field)) in pointed:
            used |= {key} if key else set()
            continue  # one mistake: with the speaker to whom the source points, the name is mended as well
        if key is None or (finding.level or RULES[finding.rule]) == "error":
            yield finding
            continue
        used.add(key)
        reason = accepts[key] or "no reason given"
        yield replace(finding, level="info", message=f"{finding.message} (accepted: {reason})")
    for key in accepts:
        if key not in used and key[2] not in unjudged and key[0] not in unsure:
            yield _unused(*key)


def _accepts_of(brief: Brief) -> Iterator[tuple[str, dict[str, str]]]:
    """Every `accept` of a brief with the field of its item; the brief's own has none."""
    if brief.accept:
        yield "", brief.accept
    for name in _LISTS:
        for index, item in enumerate(getattr(brief, name)):
            if item.accept:
                yield f"{name}[{index}]", item.accept


def _keys(finding: Finding) -> Iterator[tuple[str, str, str]]:
    """Where a finding may be accepted: on its item, then on the brief."""
    if item := _item(finding.field):
        yield finding.path, item, finding.rule
    yield finding.path, "", finding.rule


def _item(field: str) -> str:
    """The item that a field is part of, as `quotes[0]`; nothing where it is the brief's own."""
    return field.partition("]")[0] + "]" if "[" in field else ""


def _unused(path: str, item: str, rule: str) -> Finding:
    field = f"{item}.accept.{rule}" if item else f"accept.{rule}"
    if RULES[rule] == "error":
        return Finding(
            path, field, "accept-unused", f"{rule} is an error, and errors cannot be accepted", _MEND, at_key=True
        )
    where = "this item" if item else "this brief"
    message = f"there is no {rule} on {where} (any more), so there is nothing to accept"
    return Finding(path, field, "accept-unused", message, "delete this line", at_key=True)


_MEND = "delete this line, and mend what the error names"
