"""The JSON Schema of a brief, made from the models, for editors that check and complete while one types.

JSON Schema 2020-12. It accepts every brief that `briefing check` accepts: YAML programs give a text such as 2026 or
no its own type, so a text may be a number or true and false; what is empty may be null, a list or an object of nothing.
"""

from __future__ import annotations

import json
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model import Brief, Name, Organisation, Person, Storyline, Topic
from generator.problems import RULES
from generator.suggestions import keyed_fields
from generator.values import TRUTHS, Form

Schema = dict[str, Any]
Definitions = dict[str, Schema]

_TEXT = ["string", "number", "boolean"]
_NOTHING: Schema = {
    "type": ["null", "string", "array", "object"],
    "pattern": r"^\s*$",
    "maxItems": 0,
    "maxProperties": 0,
}
_ACCEPTED: Schema = {
    "type": "object",
    "propertyNames": {"enum": list(RULES)},
    "additionalProperties": {"type": [*_TEXT, "null"]},
}
_SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
_TRUE_OR_FALSE = "|".join("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in TRUTHS)

VOCABULARY: dict[str, type[Name]] = {
    "people": Person,
    "organisations": Organisation,
    "topics": Topic,
    "storylines": Storyline,
}


def brief_schema() -> Schema:
    """The schema of a brief."""
    definitions: Definitions = {}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A brief",
        **_fields(Brief, definitions),
        "$defs": dict(sorted(definitions.items())),
    }


def vocabulary_schema(kind: str) -> Schema:
    """The schema of a vocabulary file: people, organisations, topics or storylines."""
    definitions: Definitions = {}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"The vocabulary: {kind}",
        "type": "object",
        "propertyNames": {"pattern": f"^{_SLUG}$"},
        "additionalProperties": {"anyOf": _item(VOCABULARY[kind], definitions)},
        "$defs": dict(sorted(definitions.items())),
    }


def render_schema(schema: Schema) -> str:
    """The schema as a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


# --- models ----------------------------------------------------------------------------------------


def _fields(model: type[BaseModel], definitions: Definitions) -> Schema:
    """The schema of a model written out in fields."""
    properties = {key: _field(key, field, definitions) for key, field in keyed_fields(model)}
    return {
        "description": (model.__doc__ or "").strip(),
        "type": "object",
        "properties": properties,
        "required": [key for key, field in keyed_fields(model) if field.is_required()],
        "additionalProperties": False,
    }


def _field(key: str, field: FieldInfo, definitions: Definitions) -> Schema:
    said = field.description or ""
    value = {"anyOf": _choices(Annotated[field.annotation, *(field.metadata or [None])], definitions)}
    if not field.is_required():
        value["anyOf"].append(_shared("Nothing", _NOTHING, definitions))
    if len(value["anyOf"]) == 1:
        value = value["anyOf"][0]
    explained = f"**{key}** (required)" if field.is_required() else f"**{key}**"
    return {"description": said, "markdownDescription": f"{explained}: {said}", **value}


def _choices(expected: Any, definitions: Definitions) -> list[Schema]:
    """All the ways in which a value of a type may be written."""
    inner, many, forms = _opened(expected)
    if many:
        one, nothing = _choices(inner, definitions), _shared("Nothing", _NOTHING, definitions)
        return [*one, {"type": "array", "items": {"anyOf": [*one, nothing]}}]
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        return _item(inner, definitions)
    if get_origin(inner) is Literal:
        return [{"enum": list(get_args(inner))}]
    if get_origin(inner) is dict:
        return [_shared("Accepted", _ACCEPTED, definitions)]
    if inner is bool:
        return [{"type": "boolean"}, {"type": "string", "pattern": rf"^\s*({_TRUE_OR_FALSE})\s*$"}]
    return [{"type": _TEXT, "pattern": rf"^\s*({forms[-1].pattern})\s*$"} if forms else {"type": _TEXT}]


def _item(model: type[BaseModel], definitions: Definitions) -> list[Schema]:
    """A model as an item: its fields, or a text alone where it has a short form."""
    fields = _shared(model.__name__, _fields(model, definitions), definitions)
    return [{"type": _TEXT}, fields] if getattr(model, "short", "") else [fields]


def _shared(name: str, schema: Schema, definitions: Definitions) -> Schema:
    """A schema that stands once, under its name, and is pointed at."""
    definitions[name] = schema
    return {"$ref": f"#/$defs/{name}"}


def _opened(expected: Any) -> tuple[Any, bool, list[Form]]:
    """A type without what is wrapped round it: the type, whether there may be many of it, and the forms of its text."""
    forms: list[Form] = []
    while True:
        origin, arguments = get_origin(expected), get_args(expected)
        if origin is Annotated:
            forms += [each for each in arguments[1:] if isinstance(each, Form)]
            expected = arguments[0]
        elif origin in (Union, UnionType):
            expected = next(argument for argument in arguments if argument is not type(None))
        elif origin is tuple:
            return arguments[0], True, forms
        else:
            return expected, False, forms
