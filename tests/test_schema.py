"""The JSON Schema agrees with `briefing check`: it accepts every brief without an error, and refuses slips."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.desk.opening import format_of
from generator.model import Brief
from generator.schema import VOCABULARY, brief_schema, render_schema, vocabulary_schema
from generator.typed.mending import read
from generator.typed.nodes import Mapping
from generator.typed.validation import validate

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests/cases"
SCHEMA = Draft202012Validator(brief_schema())
GOOD = (
    "title: Envoys meet\ndate: 2026-01-31\nsummary: The talks ended.\nsource: {file: talks.txt}\n"
    "key_points: [one, {text: two, evidence: [three]}]\nquotes: {speaker: a minister, text: We spoke.}\n"
)


class CoreLoader(yaml.SafeLoader):
    """Types as editors give them (YAML 1.2, core schema), where a text is not what was typed."""


CoreLoader.yaml_implicit_resolvers = {}

for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def typed(text: str) -> Any:
    return yaml.load(text, CoreLoader)


def accepted(text: str | bytes) -> bool:
    """Whether `check` finds no error in the form of a brief."""
    document = read("briefs/x.yaml", text.encode() if isinstance(text, str) else text, format_of(""))
    if document.problems or not isinstance(document.root, Mapping):
        return False
    return not validate(document, document.root, Brief).problems


def good_briefs() -> list[Path]:
    found = [*(ROOT / "briefs").rglob("*.y*ml"), *CASES.rglob("*.y*ml"), *(ROOT / "tests/demo/briefs").rglob("*.y*ml")]
    named = [path for path in found if not any(part.startswith("_") for part in path.parts)]
    return [path for path in named if accepted(path.read_bytes())]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(brief_schema())
    for kind in VOCABULARY:
        Draft202012Validator.check_schema(vocabulary_schema(kind))


def test_it_accepts_every_brief_that_check_accepts() -> None:
    good = good_briefs()
    assert len(good) > 100
    wrong = {
        path.relative_to(ROOT): [(error.json_path, error.message) for error in errors]
        for path in good
        if (errors := list(SCHEMA.iter_errors(typed(path.read_text(encoding="utf-8-sig")))))
    }
    assert wrong == {}


@pytest.mark.parametrize("path", sorted(CASES.glob("a*/briefs/_*.yaml")), ids=lambda path: path.parts[-3])
def test_it_accepts_the_vocabulary_of_the_good_cases(path: Path) -> None:
    if ": error: " in (path.parent.parent / "problems.txt").read_text(encoding="utf-8"):
        return
    schema = Draft202012Validator(vocabulary_schema(path.stem.removeprefix("_")))
    assert not list(schema.iter_errors(typed(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("title: Envoys meet", "titel: Envoys meet"),
        ("title: Envoys meet", "title: [Envoys, meet]"),
        ("title: Envoys meet\n", ""),
        ("date: 2026-01-31", "date: 31.01.2026"),
        ("date: 2026-01-31", "date: {day: 2026-01-31}"),
        ("{file: talks.txt}", "{file: talks.txt, kind: articles}"),
        ("{file: talks.txt}", "{flie: talks.txt}"),
        ("{file: talks.txt}", "[talks.txt]"),
        ("{text: two, evidence: [three]}", "{txet: two}"),
        ("{text: two, evidence: [three]}", "{text: {two: three}}"),
        ("{speaker: a minister, text: We spoke.}", "We spoke."),
        ("{speaker: a minister, text: We spoke.}", "{speaker: a minister}"),
        ("{speaker: a minister, text: We spoke.}", "{speaker: a minister, quote: We spoke.}"),
    ],
)
def test_it_refuses_what_check_refuses(was: str, becomes: str) -> None:
    """Unknown keys, wrong types, missing fields, and values that are none of the words."""
    assert SCHEMA.is_valid(typed(GOOD)) and accepted(GOOD)
    bad = GOOD.replace(was, becomes)
    assert bad != GOOD
    assert not accepted(bad)
    assert not SCHEMA.is_valid(typed(bad))


VALUES = st.one_of(
    st.sampled_from(
        ["no", "12:30", "1.10", "0755", "2026", "yes", "Off", "2026-01?", "2026/..", "unknown", "[]", "''"]
    ),
    st.text("abc-019:?~/.T+Z ", max_size=12).map(lambda text: json.dumps(text)),
)


@given(
    field=st.sampled_from(
        ["title", "date", "published", "topics", "was", "draft", "checked_by", "withdrawn", "places"]
    ),
    value=VALUES,
)
def test_whatever_check_accepts_it_accepts(field: str, value: str) -> None:
    """Any value of a single field."""
    text = re.sub(rf"^{field}: .*\n", "", GOOD, flags=re.MULTILINE) + f"{field}: {value}\n"
    if accepted(text):
        assert SCHEMA.is_valid(typed(text))


def test_every_field_is_explained() -> None:
    """An editor shows what a field is for, in text and in Markdown."""
    objects = [brief_schema(), *brief_schema()["$defs"].values()]
    fields = [(key, field) for each in objects for key, field in each.get("properties", {}).items()]
    assert len(fields) > 60
    assert not [key for key, field in fields if not field["description"] or key not in field["markdownDescription"]]


def test_the_schema_beside_the_editor_settings_is_the_present_one() -> None:
    """`.vscode/brief.schema.json` is what `briefing schema` prints."""
    assert (ROOT / ".vscode/brief.schema.json").read_text(encoding="utf-8") == render_schema(brief_schema())
