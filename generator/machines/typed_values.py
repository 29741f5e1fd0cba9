"""What an editor typed, as JSON: the fields of the format, without what is the desk's own affair."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.dates import When
from generator.model import Brief, Value

#: Remarks of the desk to itself, which readers do not see.
_OWN = frozenset({"accept", "draft"})


def typed_fields(brief: Brief) -> dict[str, Any]:
    """The fields of a brief that were filled in, in the order of the format; dates as typed."""
    return _fields(brief)


def _fields(value: Value) -> dict[str, Any]:
    filled = {field.alias or name: getattr(value, name) for name, field in type(value).model_fields.items()}
    return {name: _plain(each) for name, each in filled.items() if name not in _OWN and each not in (None, ())}


def _plain(value: object) -> Any:
    if isinstance(value, Value):
        return _fields(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, When):
        return value.text
    return value.isoformat() if isinstance(value, date) else value
