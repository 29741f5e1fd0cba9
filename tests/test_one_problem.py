"""One mistake in a field is one problem of the whole desk, at its place: nothing that only follows from it is named."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from generator.pipeline import examine
from generator.problems import Problem

CASE = Path(__file__).parent / "cases/a-brief-with-every-field"
BRIEF = "briefs/2026/harbour-talks.yaml"
LINES = (CASE / BRIEF).read_text(encoding="utf-8").splitlines()
TODAY = date(2026, 3, 1)
_FIELD = re.compile(r"(?P<head> *(?:- )?)(?P<key>\w+):(?P<value>.*)")
FIELDS = [(number, found) for number, line in enumerate(LINES) if (found := _FIELD.fullmatch(line))]
RULES_OF_ACCEPT = {"quote-fragment"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = tmp_path_factory.mktemp("desk") / "desk"
    shutil.copytree(CASE, desk)
    return desk


@pytest.fixture(scope="module")
def before(desk: Path) -> Counter[tuple[str, str, str]]:
    return Counter(map(_what, examine(desk, TODAY).problems))


def _what(problem: Problem) -> tuple[str, str, str]:
    return (problem.path, problem.rule, problem.message)


def added(desk: Path, before: Counter[tuple[str, str, str]], lines: list[str]) -> list[Problem]:
    """The problems that a change of the brief adds; what was an accepted warning may become a plain one."""
    (desk / BRIEF).write_text("\n".join(lines) + "\n", encoding="utf-8")
    left = before.copy()
    fresh = []
    for problem in examine(desk, TODAY).problems:
        if left[_what(problem)]:
            left[_what(problem)] -= 1
        else:
            fresh.append(problem)
    return fresh


@pytest.mark.parametrize(("number", "found"), FIELDS, ids=[f"{n + 1}-{found['key']}" for n, found in FIELDS])
def test_a_misspelt_key_is_one_problem_at_the_key(
    desk: Path, before: Counter[tuple[str, str, str]], number: int, found: re.Match[str]
) -> None:
    misspelt = f"{found['head']}{found['key'][:-1]}x{found['key'][-1]}:{found['value']}"
    told = added(desk, before, [*LINES[:number], misspelt, *LINES[number + 1 :]])
    rule = "bad-value" if found["key"] in RULES_OF_ACCEPT else "unknown-key"
    assert [(problem.path, problem.line, problem.rule) for problem in told] == [(BRIEF, number + 1, rule)]
    assert told[0].column == len(found["head"]) + 1


@pytest.mark.parametrize(("number", "found"), FIELDS, ids=[f"{n + 1}-{found['key']}" for n, found in FIELDS])
def test_what_is_still_to_do_is_one_problem_at_the_value(
    desk: Path, before: Counter[tuple[str, str, str]], number: int, found: re.Match[str]
) -> None:
    if not found["value"].strip() or found["value"].strip() == ">-":
        return
    told = added(desk, before, [*LINES[:number], f"{found['head']}{found['key']}: TODO", *LINES[number + 1 :]])
    assert [(problem.path, problem.line, problem.rule) for problem in told] == [(BRIEF, number + 1, "todo")]
    assert told[0].column == len(found["head"]) + len(found["key"]) + 3


@pytest.mark.parametrize(("number", "found"), FIELDS, ids=[f"{n + 1}-{found['key']}" for n, found in FIELDS])
def test_a_field_with_a_value_is_no_list_of_lists(
    desk: Path, before: Counter[tuple[str, str, str]], number: int, found: re.Match[str]
) -> None:
    """A value of the wrong type is one problem, on its line."""
    if not found["value"].strip() or found["value"].strip() == ">-":
        return
    told = added(desk, before, [*LINES[:number], f"{found['head']}{found['key']}: [[a, b]]", *LINES[number + 1 :]])
    assert [(problem.path, problem.line) for problem in told] == [(BRIEF, number + 1)]
    assert told[0].level == "error"
