"""The documentation cannot go stale: every field, rule, setting, command and dependency is in it."""

from __future__ import annotations

import dataclasses
import re
import shutil
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner
from pydantic import BaseModel

from generator import model
from generator.cli import commands
from generator.dates import parse_step_date
from generator.pipeline import compose
from generator.problems import RULES
from generator.settings import Settings

ROOT = Path(__file__).parent.parent
HANDBOOK = ROOT / "docs/handbook"
README = ROOT / "README.md"


def sections(path: Path) -> dict[str, str]:
    """The parts of a page by their headings, of whatever level."""
    parts = re.split(r"^#{2,4} (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {heading.strip("` "): text for heading, text in zip(parts[1::2], parts[2::2], strict=True)}


FIELDS = [
    ("Brief", model.Brief),
    ("Source", model.Source),
    ("Participants and mentioned", model.Participant),
    ("Key points", model.KeyPoint),
    ("Quotes", model.Quote),
    ("Next steps", model.Step),
    ("Outcomes", model.Outcome),
    ("Disputed", model.Disputed),
    ("Left out", model.LeftOut),
    ("Changes", model.Change),
    ("Withdrawn", model.Withdrawal),
    ("Every entry", model.Name),
    ("People", model.Person),
    ("Roles", model.Role),
]


@pytest.mark.parametrize(("heading", "value"), FIELDS, ids=[heading for heading, _ in FIELDS])
def test_the_handbook_has_every_field_of_the_format(heading: str, value: type[BaseModel]) -> None:
    rows = re.findall(r"^\| `(\w+)` \| (required)? *\|", sections(HANDBOOK / "format.md")[heading], re.MULTILINE)
    shared = set(model.Name.model_fields) if value is model.Person else set()
    fields = {field.alias or name: field.is_required() for name, field in value.model_fields.items()}
    assert {name: bool(required) for name, required in rows} == {
        name: required for name, required in fields.items() if name not in shared
    }


def test_every_value_of_the_format_is_in_the_handbook() -> None:
    values = {value for value in vars(model).values() if isinstance(value, type) and issubclass(value, model.Value)}
    listed = {value for _, value in FIELDS}
    kinds = {model.Organisation, model.Topic, model.Storyline}  # of an entry, with no field of their own
    assert values - {model.Value, model.Item} == listed | kinds
    assert all(set(kind.model_fields) == set(model.Name.model_fields) for kind in kinds)


def test_the_example_of_the_handbook_is_a_brief() -> None:
    example = sections(HANDBOOK / "format.md")["All of it at once"]
    (text,) = re.findall(r"```yaml\n(.*?)```", example, re.DOTALL)
    brief = model.Brief.model_validate(yaml.load(text, yaml.BaseLoader))
    said = re.findall(r"\b\w+\b", text)
    assert set(model.Brief.model_fields) <= set(said)
    assert brief.next_steps[1].when.approximate


def test_the_dates_of_the_handbook_are_dates() -> None:
    rows = re.findall(r"^\| (`.+?) \|", sections(HANDBOOK / "format.md")["Dates"], re.MULTILINE)
    dates = re.findall(r"`([^`]+)`", " ".join(rows))
    assert len(dates) >= 10
    assert all(parse_step_date(text).text == text for text in dates)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_explained(rule: str) -> None:
    """With its own heading, a good example and a bad one."""
    explained = sections(HANDBOOK / "rules.md")
    assert rule in explained
    assert explained[rule].strip()


def test_no_rule_is_explained_that_is_none() -> None:
    headings = re.findall(
        r"^#{2,4} `?([a-z]+(?:-[a-z]+)*)`?$", (HANDBOOK / "rules.md").read_text("utf-8"), re.MULTILINE
    )
    assert set(headings) <= set(RULES)


def options(command: click.Command) -> set[str]:
    return {option for parameter in command.params for option in parameter.opts if option.startswith("--")}


def test_the_readme_has_every_command_with_its_options_and_no_others() -> None:
    rows = re.findall(r"^\| `briefing (\w+)(.+) \|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    told = {name: set(re.findall(r"--\w+", text)) for name, text in rows}
    everywhere = {"--root", "--help"}  # told once, below the table
    assert told == {name: options(command) - everywhere for name, command in commands.commands.items()}


def test_every_setting_is_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    settings = [field.name for field in dataclasses.fields(Settings) if not field.name.startswith("site_")]
    assert [name for name in settings if f"| `{name}` |" not in text] == []


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    asked = [*project["project"]["dependencies"], *groups["test"], *groups["bench"]]
    names = [re.split(r"[^A-Za-z0-9-]", line)[0] for line in asked]
    explained = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").lower()
    assert [name for name in names if f"`{name.lower()}`" not in explained] == []


def test_readers_are_never_told_more_than_was_found() -> None:
    """A quotation matches the source copy; nothing here is called verified or true."""
    for path in (ROOT / "docs").glob("*.md"):
        text = path.read_text(encoding="utf-8").lower()
        assert not re.search(r"\b(verif\w+|true|truth|proven?|fact-check\w*)\b", text), path.name


@cache
def generated_pages() -> frozenset[str]:
    """The pages that stand beside those written by hand."""
    return frozenset(page.uri for page in compose(ROOT / "tests/demo", date(2026, 3, 1)).pages)


@pytest.mark.parametrize("page", [README, *sorted((ROOT / "docs").rglob("*.md"))], ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not re.match(r"[a-z]+:|#", target):
            leads_to = page.parent / target.split("#")[0]
            assert leads_to.exists() or leads_to.relative_to(ROOT / "docs").as_posix() in generated_pages(), target


MISTAKES = """\
title: US and Russian envoys meet in Florida
date: 31.01.2026
summary: US envoy Steve Witkoff says he is encouraged; the article carries no Russian account of the meeting.
source:
  file: us-russia-constructive-talks.txt
  kind: article
participants:
  - {name: Steve Witkoff, role: US Special Envoy}
quotes:
  - speaker: Donald Trump
    text: I think that we have a great chance of getting it settled.
    occassion: To reporters at the White House
  - speaker: Kirill Dmitriev
    text: We are encouraged by this meeting
"""


def test_the_messages_in_the_readme_are_what_the_check_says(tmp_path: Path) -> None:
    (tmp_path / "briefs/2026").mkdir(parents=True)
    (tmp_path / "briefs/2026/florida-talks.yaml").write_text(MISTAKES, encoding="utf-8")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    said = CliRunner().invoke(commands, ["check", "--root", str(tmp_path)])
    assert said.exit_code == 1
    (sample,) = re.findall(r"```text\n(.*?)\n```", README.read_text(encoding="utf-8"), re.DOTALL)
    for message in sample.split("\n\n"):
        assert message in said.stdout


def test_the_brief_in_the_readme_is_a_brief_without_a_mistake(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "briefs/2026").mkdir(parents=True)
    (tmp_path / "briefs/2026/florida-talks.yaml").write_text(example, encoding="utf-8")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    said = CliRunner().invoke(commands, ["check", "--root", str(tmp_path)])
    assert said.exit_code == 0, said.stdout


def test_the_server_of_the_handbook_lets_links_be_relative() -> None:
    """A page that nginx gave at its address without the slash would lead to nowhere; files of ours have their types."""
    page = (ROOT / "docs/handbook/deploy.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```nginx\n(.*?)```", page, re.DOTALL)
    assert len(blocks) == 3
    assert not [block for block in blocks if "try_files" in block or "index.html" in block]
    assert "text/calendar ics" in blocks[0] and "text/markdown md" in blocks[0]
