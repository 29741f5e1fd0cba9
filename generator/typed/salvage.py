"""What can be kept of values with errors, so that the rest of a brief is checked in the same run."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError

from generator.problems import RULES
from generator.suggestions import find_meant
from generator.typed.fields import Path
from generator.typed.shapes import shape_at

STAND_IN = "0"  # right as a text, an id and a reference
_ROUNDS = 5  # an error may hide another
_STAND_INS = {"a date": "1000-01-01", "true or false": "false"}


def salvage(values: Any, model: type[BaseModel]) -> BaseModel | None:
    """A model of values with errors, the wrong ones left out or replaced by a stand-in; None where that fails.

    A misspelt key stands for the one that was meant: so the first round is theirs.
    """
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(values, by_alias=True, by_name=False)
        except ValidationError as error:
            errors = error.errors(include_url=False, include_context=False, include_input=False)
        unknown = [each for each in errors if each["type"] == "extra_forbidden"]
        for each in unknown or errors:
            values = _mended(values, model, tuple(part for part in each["loc"] if part != "[key]"))
    return None


def _mended(values: Any, model: type[BaseModel], path: Path) -> Any:
    """The values without the one at the path; it keeps its place where it has to be there."""
    above, depth = _deepest(values, path)
    if above is None:
        return _stand_in(model, ())
    last = path[depth]
    parent = shape_at(model, path[:depth])
    if isinstance(above, dict) and last not in parent.required:
        value = above.pop(last, None)
        better = parent.meant(str(last)) if last not in parent.fields else None
        if parent.words == "rules with their reasons":
            better = find_meant(str(last), RULES)
        if better and value is not None:
            above.setdefault(better, value)  # the misspelt field is what it was meant to be
    elif isinstance(above, dict) or (isinstance(last, int) and last < len(above)):
        above[last] = _stand_in(model, path[: depth + 1])
    return values


def _deepest(values: Any, path: Path) -> tuple[Any, int]:
    """The deepest collection on a path, and which part of the path leads on from there."""
    found, depth, at = None, 0, values
    for place, part in enumerate(path):
        if isinstance(part, int) and not isinstance(at, list):
            continue  # a list of one, written as the value alone
        if not isinstance(at, list | dict):
            break
        found, depth = at, place
        if isinstance(at, dict) and part in at:  # noqa: SIM114 - the other says to mypy what it is
            at = at[part]
        elif isinstance(at, list) and isinstance(part, int) and part < len(at):
            at = at[part]
        else:
            break
    return found, depth


def _stand_in(model: type[BaseModel], path: Path) -> Any:
    """A value that is right in form and says nothing."""
    shape = shape_at(model, path)
    if shape.model:
        made = {key: _stand_in(model, (*path, key)) for key in shape.required}
        return made or {"not_held": STAND_IN}
    return shape.allowed[0] if shape.allowed else _STAND_INS.get(shape.words, STAND_IN)
