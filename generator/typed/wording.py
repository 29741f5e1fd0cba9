"""What is said of a value whose form is wrong: message and hint, in words for people who never saw YAML."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pydantic import BaseModel

from generator.lookalikes import as_seen, explain_odd
from generator.problems import RULES
from generator.scalars import scalar
from generator.suggestions import fields_of, find_meant, list_words, why_needless
from generator.typed.nodes import Mapping, Node, Scalar, Sequence, is_empty, scalars_of
from generator.typed.shapes import NAMES, Shape, models_below, shape_at

Said = tuple[str, str]  # message, hint
#: A quotation in one line, as people write it elsewhere: “We agree.” – Ana Belo
SAID = re.compile(r"[\"“”„«](?P<text>[^\"“”„«»]+)[\"“”»],? *(?:[–—]|-{1,2} |\()\s*(?P<speaker>[^–—()\"“”]{2,60}?)\)?")
_MARKS = "“”„«»‘’*_`"


def one_line(text: str) -> str:
    """A text without line ends, cut where it gets long."""
    flat = re.sub(r"\s+", " ", text).strip()
    return flat if len(flat) <= 300 else f"{flat[:200]} … {flat[-60:]}"


def cut(text: str, width: int = 60) -> str:
    """The beginning of a text as typed, in one line."""
    flat = re.sub(r"\s+", " ", text).strip()
    return flat if len(flat) <= width else f"{flat[:width].rstrip()} …"


def missing(key: str, parent: Shape, shape: Shape, there: bool) -> Said:
    """A field that must be there and is not, or has no value."""
    meaning = f"one of {list_words(shape.allowed)}" if shape.allowed else parent.describe(key).rstrip(".")
    meaning = meaning[:1].lower() + meaning[1:]
    if there:
        return f"“{key}” has no value", f"type it after the colon ({meaning})"
    return f"{parent.words} needs “{key}”, which is missing", f"add a line that begins with {key}: ({meaning})"


def cut_off(keys: list[str], shape: Shape) -> Said:
    """Fields of one item, each with a dash of its own."""
    message = f"“{keys[1]}” has a dash of its own, so it is cut off from “{keys[0]}” above and begins {_a_new(shape)}"
    return message, f"take away the dash and let {keys[1]} begin exactly below {keys[0]}"


def _a_new(shape: Shape) -> str:
    return "a new " + shape.words.partition(" ")[2].removeprefix("new ").removeprefix("next ")


def unknown(key: str, shape: Shape, typed: list[str], model: type[BaseModel], lost: list[str]) -> Said:
    """A key that the format does not know here; `lost` are fields that are missing and may be what is meant."""
    message = f"“{cut(key)}” is not a field of {shape.words}"
    meant = find_meant(key, [name for name in shape.fields if name not in typed]) or shape.meant(key)
    elsewhere = home(key, shape, model)
    if meant and key != meant and key.strip(_MARKS) == meant:
        return f"marks are typed round the name of the field “{meant}”", f"write it without them: {meant}"
    if meant and as_seen(key).strip() == meant:
        return f"{message}: {explain_odd(key) or 'the space behind it belongs elsewhere'}", f"type it anew: {meant}"
    if meant and not (elsewhere and key not in shape.fields and meant in typed):
        return message, f"did you mean “{meant}”?" + (" It is there already" if meant in typed else "")
    if shape.words == NAMES["Brief"] and (why := why_needless(key)):
        return message, f"{why}: delete this line"
    if elsewhere:
        return message, elsewhere
    fields = f"the fields of {shape.words} are {list_words(shape.fields, 'and')}"
    if lost:
        names = list_words([f"“{name}”" for name in lost], "and")
        return message, f"perhaps meant here: {names}, missing so far; {fields}"
    return message, fields


#: Items that people write as `name: words`, and the two fields that these are.
PAIRS = {
    "Participant": ("name", "role"),
    "Quote": ("speaker", "text"),
    "KeyPoint": ("label", "text"),
    "Change": ("date", "note"),
}


def named_item(key: str, entries: Iterable[tuple[Scalar, Node]], shape: Shape) -> Said:
    """`Ana Belo: Mayor` among participants, `Ana Belo: We agree` among quotes: one line where two fields belong."""
    items: list[dict[str, str]] = []
    for name, value in entries:
        one = value.text if isinstance(value, Scalar) else "…"
        if name.text in shape.fields and items:
            items[-1].setdefault(name.text, one)
        elif name.text not in shape.fields:
            items.append(_paired(name.text, value, shape))
    lines = []
    for item in items[:2]:
        fields = [f"{field}: {cut(text) or '…'}" for field, text in item.items()]
        fields += [_still_missing(field, shape) for field in shape.required if field not in item]
        lines += [f"  - {fields[0]}", *(f"    {field}" for field in fields[1:])]
    message = f"“{cut(key)}:” is read as a field, and {shape.words} has none of that name"
    return message, "write each field on a line of its own:\n" + "\n".join(lines)


def _paired(name: str, value: Node, shape: Shape) -> dict[str, str]:
    """The fields of an item that was written as a name and what it is."""
    first, second = PAIRS[shape.model.__name__ if shape.model else ""]
    inner = value.entries if isinstance(value, Mapping) else ()
    fields = {field.text: one.text if isinstance(one, Scalar) else "…" for field, one in inner}
    return {first: name, **(fields or {second: value.text if isinstance(value, Scalar) else ""})}


def _still_missing(field: str, shape: Shape) -> str:
    allowed = shape_at(shape.model, (field,)).allowed if shape.model else ()
    return f"{field}: …" + (f"  # {list_words(allowed)}" if allowed else "")


def folded(shape: Shape, words: str, lines: list[str]) -> Said:
    """Several lines below a field, which YAML reads as one text."""
    one = shape.words if shape.model else "one value"
    shown = "".join(f"\n  - {cut(line, 50)}" for line in lines[:3]) + ("\n  …" if len(lines) > 3 else "")
    message = f"these {len(lines)} lines are read as {one}: “{cut(words)}”"
    return message, f"begin each with a dash:{shown}"


def run_together(shape: Shape, words: str, parts: list[str]) -> Said:
    """Several names on one line, with commas or semicolons between them."""
    one = shape.words if shape.model else "one value"
    message = f"this is read as {one} with the name “{cut(words)}”"
    listed = ", ".join(cut(part, 40) for part in parts)
    return message, f"write a list: [{listed}]; if it is one name, put it in quotation marks"


def role_behind_name(words: str, name: str, role: str) -> Said:
    """`Ana Belo, the mayor`: a role behind the name."""
    message = f"this is read as the name of somebody: “{cut(words)}”"
    hint = f"the role is a field of its own:\n  - name: {cut(name)}\n    role: {cut(role)}"
    return message, f"{hint}\nor, if all of it is the name, put it in quotation marks"


def home(key: str, shape: Shape, model: type[BaseModel]) -> str:
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
    hint = 'if the colon belongs to the text, put the whole text in quotation marks: "' + cut(key, 30) + ': …"'
    if "label" in shape.fields:
        hint += f"; if it is a label:\n  - label: {cut(key)}\n    text: …"
    return message, hint


def not_allowed(text: str, allowed: list[str]) -> Said:
    """A word that is none of the few that may stand there."""
    meant = find_meant(text, allowed)
    if meant and meant == as_seen(text).strip() and (odd := explain_odd(text)):
        return f"“{cut(text)}” cannot stand here: {odd}", f"type it anew: {meant}"
    one_of = f"write {list_words(allowed)}"
    return (
        f"“{cut(text)}” cannot stand here",
        f"did you mean “{meant}”? It is one of {list_words(allowed, 'and')}" if meant else one_of,
    )


def repeated(key: str, above: int, several: bool) -> Said:
    """A key that stands twice in one group."""
    message = f"“{cut(key)}” stands here twice; the first is in line {above}"
    if several:
        return message, f"keep one of them; or, where a new item begins here, give it a dash: - {cut(key)}: …"
    return message, "keep one of them; what may have several values takes a list"


def pasted(key: str, last: str, above: int, line: int) -> Said:
    """Many keys in a row that stand twice in one group."""
    message = f"from “{cut(key)}” to “{cut(last)}” in line {line}, every field stands here a second time"
    hint = (
        f"it looks as if the text was pasted twice (“{cut(key)}” stands in line {above} already): keep one of the two"
    )
    return message, hint


def only_a_remark(key: str, remark: str) -> Said:
    """A field that must have a value, and has only a remark."""
    message = f"“{key}” has no value: from # on, everything is a remark"
    return message, f"type the value after the colon; if it is “{cut(remark, 40)}”, put it in quotation marks"


def dashed(above: str, line: str, field: str) -> Said:
    """A line with a dash that is read as part of the text above it; `field` has a list, if there is one."""
    message = f"this line is read as part of the text above it: “{cut(above, 40)} {cut(line, 40)}”"
    if field:
        return message, f"begin each with a dash, below the field:\n{field}:\n  - {cut(above, 50)}\n  {cut(line, 50)}"
    return message, f"here is no list: write one text, without the dash: {cut(f'{above} {line[1:].strip()}')}"


def wrong_type(node: Node, shape: Shape, key: str, listed: bool) -> Said:
    """A list, fields or a text where something else is expected."""
    if shape.model:
        return _not_fields(node, shape, key, listed)
    if shape.words == "rules with their reasons":
        typed = node.text if isinstance(node, Scalar) else next((one.text for one in scalars_of(node)), "")
        rule = typed if typed in RULES else "quote-fragment"
        return "a rule and the reason are expected here", f"write accept: {{{rule}: why the warning is right}}"
    if isinstance(node, Sequence) and listed:
        return f"{shape.words} is expected here, not a list", "a list stands inside a list: " + _BARE_LIST
    if isinstance(node, Sequence):
        hint = _as_one(node, key) or "keep one value, without a dash or brackets"
        if shape.words == "a text":
            hint += "; where the text begins with a bracket [, put it in quotation marks"
        return f"{shape.words} is expected here, not a list", hint
    first = cut(node.entries[0][0].text, 30) if isinstance(node, Mapping) and node.entries else ""
    whole = f'"{first}: {cut(_value_of(node), 30) or "…"}"'
    quote = f"where the colon after “{first}” belongs to a text, put the whole text in quotation marks: {whole}"
    if listed and isinstance(node, Mapping) and len(node.entries) == 1 and (alone := _alone(node)):
        return f"{shape.words} is expected here, not a field with a value", f"write it alone: - {alone}; {quote}"
    if shape.many and not listed:
        hint = f"write each on a line of its own, beginning with a dash: - {_sample(node)}"
        return "a list is expected here, not a field with a value", f"{hint}; {quote}"
    message = f"{shape.words} is expected here, not a field with a value"
    return message, quote if listed else f"write it behind “{key}:” on the same line; {quote}"


#: Fields of one text in which several may stand: with commas between them, or as sentences.
_ROWS = frozenset({"role", "checked_by", "byline", "where", "occasion", "to", "reported_by", "translated_by"})
_TEXTS = frozenset({"summary", "why_it_matters", "text", "context", "note"})


def _as_one(node: Sequence, key: str) -> str:
    """The items of a list as the one text that was wanted."""
    items = [item.text for item in node.items if isinstance(item, Scalar)]
    if not items or len(items) < len(node.items) or key not in _ROWS | _TEXTS:
        return ""
    return f"write one text: {cut((', ' if key in _ROWS else ' ').join(items))}"


_BARE_LIST = "take out the brackets round it, or the second dash"
_NEEDLESS = frozenset({"name", "topic", "title", "place", "text", "label", "id", "tag", "value", "what", "who"})


def _alone(node: Mapping) -> str:
    """The value that was meant, where a key stands before it for no reason, or a colon behind it."""
    key, value = node.entries[0]
    if is_empty(value):
        return cut(key.text, 40)
    return cut(value.text, 40) if isinstance(value, Scalar) and key.text.casefold() in _NEEDLESS else ""


def _not_fields(node: Node, shape: Shape, key: str, listed: bool) -> Said:
    if isinstance(node, Scalar):
        required = shape.required or shape.fields[:2]
        indents = ["  - ", "    "] if shape.many else ["  ", "  "]
        words = _words_for(required, node.text)
        sample = "\n".join(
            f"{indents[bool(place)]}{name}: {words.get(name, '…')}" for place, name in enumerate(required)
        )
        message = f"{shape.words} has fields ({list_words(required, 'and')}), but here is a text"
        return message, f"write each field on a line of its own, indented:\n{sample}"
    first = node[0][0] if node[0] and isinstance(node[0][0], Scalar) else None
    if shape.short and first:
        line = f"- {cut(first.text, 40)}" if listed else f"{key}: {cut(first.text, 40)}".removeprefix(": ")
        return f"one value is expected here, not a list: {shape.words}", f"write {line}"
    hint = f"take out the dash or the brackets; {shape.words} has {list_words(shape.fields, 'and')}"
    return f"the fields of {shape.words} are expected here, not a list", hint


def _words_for(required: list[str], text: str) -> dict[str, str]:
    """Where the words that stand for a whole item belong: in a quotation with who says them, in a note, in a role."""
    if said := SAID.fullmatch(text.strip()) if "speaker" in required else None:
        return {"speaker": cut(said["speaker"]), "text": scalar(cut(said["text"]))}
    field = next((name for name in ("text", "note", "role") if name in required), "")
    return {field: scalar(cut(text.strip("“”„«»")))}


def _sample(node: Node) -> str:
    first = node.entries[0][0].text if isinstance(node, Mapping) and node.entries else "…"
    return cut(_value_of(node) or first, 40)


def _value_of(node: Node) -> str:
    """The text of the first field of a group, if it is one."""
    value = node.entries[0][1] if isinstance(node, Mapping) and node.entries else None
    return value.text if isinstance(value, Scalar) else ""
