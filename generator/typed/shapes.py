"""What the format expects at a path: the fields, whether there may be several, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from generator.suggestions import fields_of, find_meant
from generator.typed.fields import Path

#: What one thing of each model is called in messages.
NAMES = {
    "Brief": "a brief",
    "Source": "a source",
    "Participant": "a participant",
    "KeyPoint": "a key point",
    "Quote": "a quote",
    "Step": "a next step",
    "Outcome": "an outcome",
    "Disputed": "a disputed point",
    "LeftOut": "a left-out passage",
    "Change": "a change",
    "Withdrawal": "a withdrawal",
    "Role": "a role",
    "Person": "a person",
    "Organisation": "an organisation",
    "Topic": "a topic",
    "Storyline": "a storyline",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What is expected at a path: fields of `model` (None: a single value), one or `many`.

    `words` says it for one: “a quote”, “a text”, “a date”; `allowed` are the words that may stand there, if few.
    """

    model: type[BaseModel] | None
    many: bool
    words: str
    allowed: tuple[str, ...] = ()

    @property
    def fields(self) -> list[str]:
        """The keys that may stand there."""
        return fields_of(self.model) if self.model else []

    @property
    def required(self) -> list[str]:
        """The keys that must stand there."""
        fields = self.model.model_fields.items() if self.model else ()
        return [field.alias or name for name, field in fields if field.is_required()]

    @property
    def short(self) -> str:
        """The field that a text alone stands for, or nothing."""
        return getattr(self.model, "short", "")

    def meant(self, key: str) -> str | None:
        """The key that was probably meant."""
        return find_meant(key, self.fields)

    def describe(self, key: str) -> str:
        """The sentence of the model about a field."""
        for name, field in (self.model.model_fields if self.model else {}).items():
            if key in (field.alias, name):
                return field.description or ""
        return ""


@cache
def shape_at(model: type[BaseModel], path: Path) -> Shape:
    """What a model expects at a path; names that it does not know lead to a text."""
    expected: Any = model
    for part in path:
        inner, many = _bare(expected)
        if isinstance(part, int):
            expected = inner
        elif isinstance(inner, type) and issubclass(inner, BaseModel):
            found = (field for name, field in inner.model_fields.items() if part in (field.alias, name))
            field = next(found, None)
            expected = (
                Annotated[field.annotation, *field.metadata]
                if field and field.metadata
                else (field and field.annotation) or str
            )
        else:
            expected = str
    inner, many = _bare(expected)
    is_model = isinstance(inner, type) and issubclass(inner, BaseModel)
    allowed = get_args(inner) if get_origin(inner) is Literal else ()
    one_of_many = bool(path) and isinstance(path[-1], int)
    return Shape(inner if is_model else None, many or one_of_many, _in_words(inner), allowed)


def models_below(model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    """The models inside a model, each with the field that holds it."""
    for name, field in model.model_fields.items():
        inner, _ = _bare(field.annotation)
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield name, inner


def _bare(expected: Any) -> tuple[Any, bool]:
    """A type without Annotated, None and tuple, and whether it was a tuple."""
    many = False
    while True:
        origin, arguments = get_origin(expected), get_args(expected)
        if origin is Annotated:
            expected = arguments[0]
        elif origin in (Union, UnionType):
            expected = next(argument for argument in arguments if argument is not type(None))
        elif origin is tuple:
            expected, many = arguments[0], True
        else:
            return expected, many


def _in_words(expected: Any) -> str:
    if get_origin(expected) is Literal:
        return "one word"
    if get_origin(expected) is dict:
        return "rules with their reasons"
    name = getattr(expected, "__name__", "")
    return {"bool": "true or false", "When": "a date", "date": "a date", "str": "a text"}.get(name) or NAMES.get(
        name, "a text"
    )
