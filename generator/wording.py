"""What is said of a value whose form is wrong: message and hint, in words for people who never saw YAML."""

from __future__ import annotations

import re

from pydantic import BaseModel

from generator.documents import Mapping, Node, Scalar, Sequence
from generator.shapes import NAMES, Shape, models_below
from generator.suggestions import fields_of, find_meant, list_words

Said = tuple[str, str]  # message, hint


def one_line(text: str) -> str:
    """A text without line ends, cut where it gets long."""
    flat = re.sub(r"\s+", " ", text).strip()
    return flat if len(flat) <= 300 else f"{flat[:200]} … {flat[-60:]}"


def cut(text: str, width: int = 60) -> str:
    """The beginning of a text as typed, in one line."""
    flat = re.sub(r"\s+", " ", text).strip()
    return flat if len(flat) <= width else f"{flat[:width].rstrip()} …"


def missing(key: str, shape: Shape, there: bool) -> Said:
    """A field that must be there and is not, or has no value."""
    meaning = shape.describe(key)
    explained = f": {meaning[:1].lower()}{meaning[1:].rstrip('.')}" if meaning else ""
    if there:
        return f"“{key}” has no value", f"type it after the colon{explained}"
    return (
        f"{shape.words} needs “{key}”, which is missing",
        f"add a line beginning with {key}:{explained[1:] and f' ({explained[2:]})'}",
    )


def unknown(key: str, shape: Shape, typed: list[str], model: type[BaseModel]) -> Said:
    """A key that the format does not know here."""
    message = f"“{cut(key)}” is not a field of {shape.words}"
    meant = find_meant(key, [name for name in shape.fields if name not in typed]) or shape.meant(key)
    home = _home(key, shape, model)
    if meant and not (home and key not in shape.fields and meant in typed):
        return message, f"did you mean “{meant}”?" + (" It is there already" if meant in typed else "")
    if home:
        return message, home
    return message, f"the fields of {shape.words} are {list_words(shape.fields, 'and')}"


def _home(key: str, shape: Shape, model: type[BaseModel]) -> str:
    """Where a key belongs that is right elsewhere."""
    if key in fields_of(model):
        return f"it is a field of {NAMES[model.__name__]}: let its line begin at the very left"
    for name, inner in models_below(model):
        if key in fields_of(inner) and inner is not shape.model:
            return f"it is a field of {NAMES[inner.__name__]}: indent it below “{name}:”"
    return ""


def text_with_colon(key: str, shape: Shape) -> Said:
    """A text with a colon, read as a field and its value."""
    message = f"“{cut(key)}:” is read as a field, and {shape.words} has none of that name"
    return message, 'if the colon belongs to the text, put the whole text in quotation marks: "' + cut(key, 30) + ': …"'


def not_allowed(text: str, allowed: list[str]) -> Said:
    """A word that is none of the few that may stand there."""
    meant = find_meant(text, allowed)
    one_of = f"write {list_words(allowed)}"
    return (
        f"“{cut(text)}” cannot stand here",
        f"did you mean “{meant}”? It is one of {list_words(allowed, 'and')}" if meant else one_of,
    )


def repeated(key: str, above: int, several: bool) -> Said:
    """A key that stands twice in one group."""
    message = f"“{cut(key)}” stands here twice; the first is in line {above}"
    if several:
        return message, f"begin each item of the list with a dash: - {cut(key)}: …"
    return message, "keep one of them; what may have several values takes a list"


def wrong_type(node: Node, shape: Shape, key: str) -> Said:
    """A list, fields or a text where something else is expected."""
    if shape.model and isinstance(node, Scalar):
        fields = list_words(shape.required or shape.fields[:3], "and")
        sample = "\n".join(
            f"  {'- ' if shape.many and not n else '  ' if shape.many else ''}{name}: …"
            for n, name in enumerate(shape.required or shape.fields[:2])
        )
        return (
            f"{shape.words} has fields ({fields}), but here is a text",
            f"write each on a line of its own, indented:\n{sample}",
        )
    if shape.model:
        return (
            "fields are expected here, not a list",
            f"take out the dash or the brackets; {shape.words} has {list_words(shape.fields, 'and')}",
        )
    if shape.words == "rules with their reasons":
        return (
            "a rule and the reason are expected here",
            "write the rule, a colon and why the warning is right: quote-fragment: the phrase is the news",
        )
    if isinstance(node, Sequence):
        return f"{shape.words} is expected here, not a list", "keep one value, without a dash or brackets"
    hint = "write the value after the colon, in one line"
    if isinstance(node, Mapping) and node.entries:
        hint = f"if the colon after “{cut(node.entries[0][0].text, 30)}” belongs to the text, put the whole text in quotation marks"
    many = "a list is expected here" if shape.many else f"{shape.words} is expected here"
    return f"{many}, not a field with a value", (
        f"write each on a line of its own beginning with - ; {hint}" if shape.many else hint
    )
