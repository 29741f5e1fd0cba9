"""`briefing check` as a command: exit codes, paths, formats, and that stdout is the report alone."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import commands
from generator.problems import RULES, Problem
from generator.quoting.citations import TIERS
from generator.report import Report, render_github, render_text
from generator.typed.excerpts import mark_place

ROOT = Path(__file__).parent.parent
GOOD = "title: Envoys meet\ndate: 2026-01-31\nsummary: The talks ended.\nsource: {not_held: not allowed}\n"
TEXT = (
    "Envoys met on Saturday.\n\n"
    "“We spoke openly about the harbour,” said the minister after the meeting in the evening.\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "briefs/2026").mkdir(parents=True)
    (tmp_path / "briefs/2026/good.yaml").write_text(GOOD)
    return tmp_path


def run(desk: Path, *arguments: str, **environment: str) -> Result:
    environment = {"SOURCE_DATE_EPOCH": "1772323200"} | environment
    return CliRunner(env=environment).invoke(commands, ["check", "--root", str(desk), *arguments])


def report(desk: Path, *arguments: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run(desk, "--format", "json", *arguments).stdout)
    return answer


def test_the_overview_says_of_each_command_in_a_whole_sentence_what_it_does() -> None:
    lines = CliRunner().invoke(commands, ["--help"]).stdout.split("Commands:\n")[1].splitlines()
    assert len(lines) == len(commands.commands)
    assert all(line.endswith(".") and not line.endswith("...") for line in lines)


# --- exit codes ------------------------------------------------------------------------------------


def test_a_good_desk_is_0(desk: Path) -> None:
    assert run(desk).exit_code == 0


def test_an_error_is_1(desk: Path) -> None:
    (desk / "briefs/bad.yaml").write_text("title: x\n")
    assert run(desk).exit_code == 1


def test_a_warning_is_1_only_when_strict(desk: Path) -> None:
    (desk / "briefs/question.yaml").write_text(GOOD.replace("meet", "meet?"))
    assert run(desk).exit_code == 0
    assert run(desk, "--strict").exit_code == 1


def test_what_is_still_to_do_in_a_draft_is_1_and_said_to_keep_no_site_from_being_built(desk: Path) -> None:
    told = "every error is something still to do in a draft"
    path = desk / "briefs/begun.yaml"
    path.write_text(GOOD.replace("Envoys meet", "TODO state the news") + "draft: true\n")
    assert (run(desk).exit_code, told in run(desk).stderr, told in run(desk).stdout) == (1, True, False)
    (desk / "briefs/bad.yaml").write_text("title: x\n")
    assert told not in run(desk).stderr
    (desk / "briefs/bad.yaml").unlink()
    path.write_text(GOOD.replace("Envoys meet", "TODO state the news"))
    assert told not in run(desk).stderr


def test_infos_never_fail(desk: Path) -> None:
    (desk / "seeds").mkdir()
    (desk / "seeds/talks.txt").write_text(TEXT)
    (desk / "briefs/unpinned.yaml").write_text(GOOD.replace("{not_held: not allowed}", "talks.txt"))
    assert report(desk)["counts"]["infos"] >= 1
    assert run(desk, "--strict").exit_code == 0


def test_no_brief_is_an_error(desk: Path) -> None:
    (desk / "briefs/2026/good.yaml").unlink()
    answer = run(desk)
    assert answer.exit_code == 1
    assert "no brief found" in answer.stdout
    assert "still to do" not in answer.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "xml"],
        ["--today", "yesterday"],
        ["--nonsense"],
        ["briefs/nothing.yaml"],
        ["/etc/hosts"],
        ["mkdocs.yml"],
    ],
)
def test_wrong_usage_is_2(desk: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    (desk / "mkdocs.yml").write_text("site_name: x\n")
    monkeypatch.chdir(desk)
    answer = run(desk, *arguments)
    assert answer.exit_code == 2
    assert not answer.stdout


def test_no_desk_is_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(commands, ["check"]).exit_code == 2
    assert CliRunner().invoke(commands, ["check", "--root", str(tmp_path)]).exit_code == 2


# --- where -----------------------------------------------------------------------------------------


def test_the_desk_is_the_nearest_folder_upward_that_has_briefs(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk / "briefs/2026")
    answer = CliRunner().invoke(commands, ["check"])
    assert answer.exit_code == 0
    assert answer.stdout.startswith("1 brief ")


@pytest.mark.parametrize("arguments", [["--root", "{}", "check"], ["check", "--root", "{}"]])
def test_the_desk_is_named_before_or_after_the_command(desk: Path, arguments: list[str]) -> None:
    answer = CliRunner().invoke(commands, [each.format(desk) for each in arguments])
    assert answer.exit_code == 0


def test_only_what_is_named_is_reported_and_counted(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is loaded all the same: a duplicate elsewhere is found."""
    (desk / "briefs/bad.yaml").write_text("title: x\n")
    (desk / "briefs/2026/old.yaml").write_text(GOOD + "was: bad\n")
    monkeypatch.chdir(desk)
    whole, part, one = report(desk), report(desk, "briefs/2026"), report(desk, "briefs/2026/good.yaml")
    assert whole["counts"]["briefs"] == 3
    assert part["counts"]["briefs"] == 2
    assert [problem["rule"] for problem in part["problems"]] == ["duplicate-id"]
    assert one["counts"] | {"tiers": {}} == dict.fromkeys(one["counts"], 0) | {"briefs": 1, "tiers": {}}


def test_paths_are_taken_from_where_one_is(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk / "briefs/2026")
    assert report(desk, "good.yaml")["counts"]["briefs"] == 1
    assert report(desk, "..")["counts"]["briefs"] == 1


def test_a_vocabulary_file_may_be_checked_by_itself(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "briefs/_people.yaml").write_text("ana-belo: {nmae: Ana Belo}\n")
    monkeypatch.chdir(desk)
    assert [problem["rule"] for problem in report(desk, "briefs/_people.yaml")["problems"]] == ["unknown-key"]


def test_it_needs_neither_docs_nor_mkdocs_yml_but_heeds_its_settings(desk: Path) -> None:
    assert run(desk).exit_code == 0
    (desk / "mkdocs.yml").write_text("site_url: !ENV [URL, '']\nplugins:\n  - briefing:\n      require_source: true\n")
    assert [problem["rule"] for problem in report(desk)["problems"]] == ["source-missing"]
    (desk / "mkdocs.yml").write_text("plugins: [briefing\n")
    assert run(desk).exit_code == 0


# --- when ------------------------------------------------------------------------------------------


def test_today_is_an_option_then_the_epoch_of_the_sources(desk: Path) -> None:
    """And it is printed, beside the report."""
    assert run(desk, "--today", "2026-01-01").stderr == "today: 2026-01-01\n"
    assert "future-date" in run(desk, "--today", "2026-01-01").stdout
    assert run(desk, SOURCE_DATE_EPOCH="0").stderr == "today: 1970-01-01\n"
    assert run(desk, SOURCE_DATE_EPOCH="soon").exit_code == 2


# --- formats ---------------------------------------------------------------------------------------


def test_json_has_problems_quotes_and_counts(desk: Path) -> None:
    (desk / "seeds").mkdir()
    (desk / "seeds/talks.txt").write_text(TEXT)
    quotes = "quotes:\n  - {speaker: the minister, text: We spoke openly about the harbour.}\n"
    points = "key_points: [{text: They met., evidence: Envoys met on Saturday}]\n"
    (desk / "briefs/quotes.yaml").write_text(GOOD.replace("{not_held: not allowed}", "talks.txt") + quotes + points)
    answer = report(desk)
    assert set(answer) == {"problems", "quotes", "counts"}
    assert set(answer["problems"][0]) == {"path", "line", "column", "level", "rule", "message", "hint"}
    assert set(answer["counts"]) == {
        "briefs", "quotes", "matched", "unchecked", "failed", "evidence", "evidence_matched",
        "errors", "warnings", "infos", "tiers",
    }  # fmt: skip
    row = next(row for row in answer["quotes"] if row["kind"] == "quote")
    assert set(row) == {"brief", "field", "kind", "speaker", "status", "tier", "spans", "gaps", "rules"}
    ((start, end),) = row["spans"]
    assert (row["brief"], row["field"], row["status"]) == ("quotes", "quotes[0].text", "matched")
    assert TEXT[start:end] == "We spoke openly about the harbour"
    assert (answer["counts"]["quotes"], answer["counts"]["matched"], answer["counts"]["evidence_matched"]) == (1, 1, 1)
    assert list(answer["counts"]["tiers"]) == [row["tier"]] and row["tier"] in TIERS


def test_a_run_that_checked_nothing_says_so(desk: Path) -> None:
    assert "No quotation was checked." in run(desk).stdout


def problem(**fields: Any) -> Problem:
    return Problem(
        **{"path": "briefs/x.yaml", "line": 3, "column": 5, "level": "error", "rule": "yaml", "message": "no", **fields}
    )


def test_a_workflow_command_is_escaped() -> None:
    """Percent signs and line ends in the message; colons and commas too in the properties."""
    told = render_github(Report(1, (problem(path="briefs/a,b:c%.yaml", message="50%\nno: 1,2", hint="a\nb"),), ()))
    assert told.splitlines()[0] == (
        "::error file=briefs/a%2Cb%3Ac%25.yaml,line=3,col=5,title=yaml::50%25%0Ano: 1,2 – a%0Ab"
    )
    levels = [problem(level=level) for level in ("error", "warning", "info")]
    commanded = re.findall(r"^::(\w+) ", render_github(Report(1, tuple(levels), ())), re.MULTILINE)
    assert commanded == ["error", "warning", "notice"]


def test_a_workflow_command_names_the_file_as_the_repository_does(desk: Path) -> None:
    """Of a desk in a folder of it, GitHub would show a path below the desk nowhere. In text it stays as it is."""
    (desk / "briefs/bad.yaml").write_text("title: x\n")
    above = {"GITHUB_WORKSPACE": str(desk.parent)}
    assert f"file={desk.name}/briefs/bad.yaml," in run(desk, "--format", "github", **above).stdout
    assert "file=briefs/bad.yaml," in run(desk, "--format", "github", GITHUB_WORKSPACE=str(desk)).stdout
    assert "file=briefs/bad.yaml," in run(desk, "--format", "github", GITHUB_WORKSPACE=str(desk / "elsewhere")).stdout
    assert run(desk, **above).stdout.startswith("briefs/bad.yaml:1:1:")


def test_a_problem_is_one_line_then_the_excerpt_then_the_hint() -> None:
    told = render_text(Report(1, (problem(excerpt="  text: x", column=9, hint="write y\nor z"),), ()))
    assert told.splitlines()[:6] == [
        "briefs/x.yaml:3:9: error: no [yaml]",
        "     3 |   text: x",
        "       |         ^",
        "    write y",
        "    or z",
        "",
    ]


@pytest.mark.parametrize(
    ("line", "column", "marked"),
    [
        ("title: x", 8, "x"),
        ("\ttitle: x", 9, "x"),
        ("标题: 会谈", 5, "会"),
        ("e\u0301te\u0301: x", 8, "x"),
        ("y" * 5000 + "x" + "y" * 5000, 5001, "x"),
        ("会" * 500 + "x" + "谈" * 500, 501, "x"),
        ("title: ", 8, ""),
    ],
)
def test_the_mark_stands_under_its_character(line: str, column: int, marked: str) -> None:
    """Behind tabs, wide and combining characters too, and in a window of a long line."""
    excerpt, mark = mark_place(line, 3, column)
    assert len(excerpt) < 130
    assert width(mark.rstrip("^")) == width(excerpt[: excerpt.index(marked, 9)] if marked else excerpt + " ")


def width(text: str) -> int:
    return sum(8 if letter == "\t" else 0 if letter == "\u0301" else 2 if letter >= "\u2e80" else 1 for letter in text)


def test_a_terminal_is_shown_no_control_character() -> None:
    """Neither escape sequences nor overrides of direction that stand in a brief reach it."""
    bad = problem(message="a\x1b[31mb", excerpt="\x1b]0;x\x07 \u202eabc", hint="\x9b31m")
    told = render_text(Report(1, (bad,), ()))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", told)


# --- cost ------------------------------------------------------------------------------------------


def test_checking_one_brief_imports_neither_mkdocs_nor_what_only_tests_need(desk: Path) -> None:
    script = (
        "import sys; from generator.cli import commands\n"
        f"try: commands(['check', '--root', {str(desk)!r}])\n"
        "except SystemExit: pass\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    modules = done.stdout.splitlines()[-1].split()
    assert "click" in modules
    assert not {"mkdocs", "material", "markdown", "hypothesis", "jsonschema"} & set(modules)


def test_every_rule_has_a_level() -> None:
    assert set(RULES.values()) == {"error", "warning", "info"}


def test_every_command_takes_a_root(desk: Path) -> None:
    for command in commands.commands.values():
        assert "--root" in {name for parameter in command.params for name in parameter.opts}
    assert CliRunner().invoke(commands, ["schema", "--root", str(desk)]).exit_code == 0
