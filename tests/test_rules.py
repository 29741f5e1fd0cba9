"""The examples of the rules page do what it says: the bad one has the problem, the good one has not."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.pipeline import examine

PAGE = (Path(__file__).parent.parent / "docs/handbook/rules.md").read_text(encoding="utf-8")
LEAST = {"title": "Envoys meet", "date": "2026-01-31", "summary": "They met.", "source": "{not_held: not allowed}"}
ARTICLE = "The envoys met on Saturday evening, and both governments said that they would go on talking in March.\n"
#: Examples that show more than one brief.
_TOGETHER = {"step-id"}


def examples() -> dict[str, tuple[str, str]]:
    """Rule -> bad and good fields, of the sections that show both in YAML."""
    format_part = PAGE.split("## The format")[1].split("\n## ")[0]
    sections = re.split(r"^### `([\w-]+)`$", format_part, flags=re.MULTILINE)[1:]
    found = {}
    for rule, text in zip(sections[::2], sections[1::2], strict=True):
        if shown := re.search(r"```yaml\n# bad\n(.*?)# good\n(.*?)```", text, re.DOTALL):
            found[rule] = (shown[1], shown[2])
    return found


def brief(fields: str) -> str:
    """The least that is a brief, with these fields in place of its own."""
    own = {line.split(":")[0] for line in fields.splitlines() if not line.startswith((" ", "-"))}
    return "".join(f"{key}: {value}\n" for key, value in LEAST.items() if key not in own) + fields


def rules_of(desk: Path, file: str, text: str) -> set[str]:
    (desk / "briefs").mkdir(exist_ok=True)
    (desk / "seeds").mkdir(exist_ok=True)
    (desk / "seeds/talks.txt").write_text(ARTICLE)
    (desk / "briefs" / file).write_text(text, encoding="utf-8")
    return {problem.rule for problem in examine(desk, date(2026, 3, 1)).problems}


@pytest.mark.parametrize("rule", sorted(set(examples()) - _TOGETHER))
def test_the_bad_example_has_the_problem_and_the_good_one_has_not(rule: str, tmp_path: Path) -> None:
    bad, good = examples()[rule]
    file = "_people.yaml" if rule == "alias-taken" else "talks.yaml"
    as_file = str if rule == "alias-taken" else brief
    good = re.sub(r"sha256: \w+", "sha256: 3f", good) if rule == "source-unpinned" else good
    assert rule in rules_of(tmp_path, file, as_file(bad))
    assert rule not in rules_of(tmp_path, file, as_file(good))


def test_there_are_examples_to_try() -> None:
    assert len(set(examples()) - _TOGETHER) >= 6


#: Where a field of an example in one line stands.
_PLACES = {
    "certainty": "next_steps:\n  - what: They meet again\n    {}\n",
    "speaker": "participants: [Steve Witkoff]\nquotes:\n  - text: They met\n    {}\n",
    "step": "outcomes:\n  - status: happened\n    {}\n",
}


#: Rules whose section tells what else must be there; tests/cases has both.
_WITH_MORE = ("role-disagrees", "accept-unused", "draft-linked")


def lines() -> dict[str, tuple[str, str]]:
    """Rule -> bad and good field, of the sections that show them in a line each."""
    format_part = PAGE.split("## The format")[1].split("\n## ")[0]
    sections = re.split(r"^### `([\w-]+)`$", format_part, flags=re.MULTILINE)[1:]
    found = {}
    for rule, text in zip(sections[::2], sections[1::2], strict=True):
        bad = re.search(r"^Bad: `(\w+: [^`]+)`", text, re.MULTILINE)
        good = re.search(r"Good: (?:\D*, and )?`(\w+: [^`]+)`", text)
        if bad and rule not in _WITH_MORE:
            found[rule] = (bad[1], good[1] if good else "")
    return found


@pytest.mark.parametrize("rule", sorted(lines()))
def test_the_bad_line_has_the_problem_and_the_good_one_has_not(rule: str, tmp_path: Path) -> None:
    bad, good = (_PLACES.get(line.split(":")[0], "{}\n").format(line) if line else "" for line in lines()[rule])
    assert rule in rules_of(tmp_path, "talks.yaml", brief(bad))
    assert rule not in rules_of(tmp_path, "talks.yaml", brief(good))


def test_there_are_lines_to_try() -> None:
    assert len(lines()) >= 10


MISTAKES = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \|", PAGE.split("### `yaml`")[1].split("\n### ")[0], re.MULTILINE)


@pytest.mark.parametrize(("bad", "good"), MISTAKES, ids=[bad for bad, _ in MISTAKES])
def test_the_mistakes_in_yaml_are_named_and_their_remedies_are_right(bad: str, good: str, tmp_path: Path) -> None:
    people, topics = "participants:\n  - {}\n", "topics:\n  {}\n"
    where = {"name": people, "{": people, "-": topics, "*": topics}
    place = next((fields for begin, fields in where.items() if bad.startswith(begin)), "{}\n")
    assert "yaml" in rules_of(tmp_path, "talks.yaml", brief(place.format(bad)))
    assert "yaml" not in rules_of(tmp_path, "talks.yaml", brief(place.format(good)))


def test_the_table_of_mistakes_is_there() -> None:
    assert len(MISTAKES) >= 8
