"""The cases of `tests/cases/`: a folder is a desk, its name a claim, its `problems.txt` what `briefing check` prints.

`pytest --rewrite` writes what is printed now; then read the difference, every message as somebody who never saw YAML.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.checking import select
from generator.pipeline import examine
from generator.problems import RULES
from generator.report import render_text
from generator.settings import Settings

HERE = Path(__file__).parent / "cases"
CASES = sorted(path for path in HERE.iterdir() if path.is_dir())
TODAY = date(2026, 3, 1)

#: Claims about a desk with a setting.
SETTINGS = {"every-brief-holds-its-source-where-that-is-asked": Settings(require_source=True)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_check_prints(case: Path, request: pytest.FixtureRequest) -> None:
    printed = render_text(select(examine(case, TODAY, SETTINGS.get(case.name, Settings())), [""]))
    expected = case / "problems.txt"
    if request.config.getoption("--rewrite"):
        expected.write_text(printed, encoding="utf-8")
    assert printed == expected.read_text(encoding="utf-8")


def test_every_setting_has_its_case() -> None:
    assert set(SETTINGS) <= {case.name for case in CASES}


def test_every_rule_of_the_format_has_a_case() -> None:
    told = "\n".join((case / "problems.txt").read_text(encoding="utf-8") for case in CASES)
    elsewhere = {"too-large"}  # tests/test_bad_input.py: nobody wants a megabyte here
    rules = {rule for rule in RULES if not rule.startswith("quote-")} - elsewhere
    assert not {rule for rule in rules if f"[{rule}]" not in told}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_allowed_is_no_error(case: Path) -> None:
    if case.name.startswith("allowed-"):
        assert ": error: " not in (case / "problems.txt").read_text(encoding="utf-8")
