"""Briefs as plain values: a brief in few bytes that becomes a model again when one is wanted."""

from __future__ import annotations

import marshal
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache, partial
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from generator.dates import When, parse_step_date
from generator.model import Brief
from generator.problems import Finding, Problem

Plain = Any  # None, texts, numbers, truths, and tuples and tables of them
_Make = Callable[[Any], Any]

_when = lru_cache(1 << 14)(parse_step_date)  # reads every date that a brief may have
_day = lru_cache(1 << 12)(date.fromisoformat)


def pack(brief: Brief) -> bytes:
    """A brief as bytes that tell all of it; the same values give the same bytes."""
    return marshal.dumps(_plain(brief), 2)  # version 2: without references, which depend on what else is in memory


def unpack(packed: bytes) -> Brief:
    """The brief that was packed; its values have been checked before."""
    brief: Brief = _maker(Brief)(marshal.loads(packed))
    return brief


def _plain(value: Any) -> Plain:
    if isinstance(value, BaseModel):
        fields = value.__dict__
        return tuple(_plain(fields[name]) for name in type(value).model_fields)
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value)
    if isinstance(value, When):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    return value


def _each(make: _Make, values: tuple[Plain, ...]) -> tuple[Any, ...]:
    return tuple(map(make, values))


@cache
def _maker(model: type[BaseModel]) -> _Make:
    """Makes a model of plain values, as unpickling does: nothing is validated again."""
    fields = model.model_fields
    names = tuple(fields)
    readers = tuple(_reader(field.annotation) for field in fields.values())
    complete, new, put = set(names), model.__new__, object.__setattr__

    def make(values: tuple[Plain, ...]) -> BaseModel:
        one = new(model)  # its fields one by one: so models of a kind share their keys, and take half the memory
        for name, read, value in zip(names, readers, values, strict=True):
            put(one, name, read(value) if read and value else value)
        put(one, "__pydantic_fields_set__", complete)
        put(one, "__pydantic_extra__", None)
        put(one, "__pydantic_private__", None)
        return one

    return make


def _reader(annotation: Any) -> _Make | None:
    """What makes a value of a field from its plain form; None where they are the same."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _reader(parts[0])
    if origin in (Union, UnionType):
        return next(filter(None, map(_reader, parts)), None)
    if origin is tuple:
        item = _reader(parts[0])
        return partial(_each, item) if item else None
    if not isinstance(annotation, type):
        return None
    if issubclass(annotation, BaseModel):
        return _maker(annotation)
    if issubclass(annotation, When):
        return _when
    return _day if issubclass(annotation, date) else None


# --- findings and problems -------------------------------------------------------------------------


def plain(finding: Finding) -> Plain:
    """A finding without its path as plain values."""
    return (finding.field, finding.rule, finding.message, finding.hint, finding.level, finding.at_key, finding.behind)


def finding_of(path: str, packed: Plain) -> Finding:
    """The finding that was packed, of the file at this path."""
    return Finding(path, *packed)


def plain_problem(problem: Problem) -> Plain:
    """A problem without its path as plain values."""
    return (
        problem.line,
        problem.column,
        problem.level,
        problem.rule,
        problem.message,
        problem.hint,
        problem.excerpt,
    )


def problem_of(path: str, packed: Plain) -> Problem:
    """The problem that was packed, of the file at this path."""
    return Problem(path, *packed)
