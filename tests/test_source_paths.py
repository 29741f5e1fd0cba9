"""Which text `briefing quotes` and `briefing new` read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import commands

TEXT = "Talks went on.\n\n“We are ready to sign it today,” Mara Tolvik said on Monday in the port of Hael.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "desk/briefs").mkdir(parents=True)
    (tmp_path / "desk/seeds").mkdir()
    (tmp_path / "desk/seeds/port.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "elsewhere.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "desk"


def rows(desk: Path, source: str) -> list[dict[str, object]]:
    done = CliRunner().invoke(commands, ["quotes", "--root", str(desk), "--format", "json", source])
    assert done.exit_code == 0, done.output
    return list(json.loads(done.stdout))


def test_a_source_is_named_by_its_name_by_its_path_and_anywhere(desk: Path) -> None:
    named = rows(desk, "port.txt")
    assert [(row["text"], row["speaker"]) for row in named] == [("We are ready to sign it today,", "Mara Tolvik")]
    assert named == rows(desk, str(desk / "seeds/port.txt")) == rows(desk, str(desk.parent / "elsewhere.txt"))


@pytest.mark.parametrize("source", ["nothing.txt", "/nothing/at/all.txt", "."])
def test_a_text_that_is_not_there_is_said_in_one_line(desk: Path, source: str) -> None:
    done = CliRunner().invoke(commands, ["quotes", "--root", str(desk), source])
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: ")
    assert done.stderr.count("\n") == 1


def test_a_brief_is_drafted_from_a_source_of_the_desk_alone(desk: Path) -> None:
    done = CliRunner().invoke(commands, ["new", "--root", str(desk), str(desk.parent / "elsewhere.txt")])
    assert done.exit_code == 1
    assert "copy it there" in done.stderr
