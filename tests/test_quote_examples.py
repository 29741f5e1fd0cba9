"""The examples of the rules page, quotation part: the bad one has the problem, the good one has not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from quoting import check_brief

PAGE = (
    (Path(__file__).parent.parent / "docs/handbook/rules.md")
    .read_text(encoding="utf-8")
    .split("\n## The quotations\n")[1]
)
ARTICLE = PAGE.split("```text\n")[1].split("```")[0]
SECTIONS = re.split(r"^### `([\w-]+)`$", PAGE, flags=re.MULTILINE)[1:]
SHOWN = {
    rule: found.groups()
    for rule, text in zip(SECTIONS[::2], SECTIONS[1::2], strict=True)
    if (found := re.search(r"```yaml\n# bad\n(.*?)# good\n(.*?)```", text, re.DOTALL))
}


def rules(example: str) -> set[str]:
    fields: dict[str, Any] = yaml.safe_load(example)
    return {finding.rule for finding in check_brief(ARTICLE, **fields).findings}


def test_there_are_examples_to_try() -> None:
    assert len(SHOWN) >= 16


@pytest.mark.parametrize("rule", SHOWN)
def test_the_bad_example_has_the_problem_and_the_good_one_has_not(rule: str) -> None:
    bad, good = SHOWN[rule]
    assert rule in rules(bad)
    accepted = re.findall(r"accept: \{([\w-]+):", good)
    assert rule in accepted or rule not in rules(good)
