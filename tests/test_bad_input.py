"""Hostile files: `briefing check` names each at its place, ends with 1, and checks the other briefs all the same.

Each is given to the real command in a process of its own, of which time and memory are measured.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from effort import examples
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.desk.opening import format_of
from generator.model import Brief
from generator.pipeline import examine as examine_desk
from generator.typed.mending import read
from generator.typed.nodes import Mapping
from generator.typed.places import Lines
from generator.typed.validation import validate

ROOT = Path(__file__).parent.parent
GOOD = "title: Envoys meet\ndate: 2026-01-31\nsummary: The talks ended.\nsource: talks.txt\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 8)}]\n" for n in range(8)
)
SECONDS, MEGABYTES = 1.0, 200
SLOW = 2  # a machine at work on other tests as well


@dataclass(frozen=True)
class Run:
    """What a command did: its exit code, what it printed, and what it cost."""

    code: int
    report: dict[str, Any]
    errors: str
    seconds: float
    megabytes: float


Check = Callable[[Path], Run]


#: Reads the folder of a desk in each line, and runs the command on it: in a fork, that the program is loaded but once.
WATCH = """
import json, os, resource, sys, traceback
import generator.cache, generator.checking, generator.report
from generator.__main__ import run
for line in sys.stdin:
    desk = line.rstrip("\\n")
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))  # what runs away is ended, and fails its test
        for name, stream in (("out", 1), ("err", 2)):
            os.dup2(os.open(f"{desk}/{name}", os.O_WRONLY | os.O_CREAT), stream)
        sys.argv = ["briefing", "check", "--root", desk, "--format", "json"]
        try:
            run()
        finally:
            traceback.print_exc()
            os._exit(70)
    _, status, used = os.wait4(child, 0)
    print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss]), flush=True)
"""


@pytest.fixture(scope="module")
def watcher() -> Iterator[subprocess.Popen[str]]:
    """A process of its own, small as the command is: a child begins with all the memory that its parent has."""
    with subprocess.Popen(
        [sys.executable, "-c", WATCH], cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield process
        assert process.stdin
        process.stdin.close()


@pytest.fixture
def check(watcher: subprocess.Popen[str]) -> Check:
    return partial(_check, watcher)


def _check(watcher: subprocess.Popen[str], desk: Path) -> Run:
    assert watcher.stdin and watcher.stdout
    print(desk, file=watcher.stdin, flush=True)
    code, seconds, kilobytes = json.loads(watcher.stdout.readline())
    printed, errors = (desk / "out").read_text(encoding="utf-8"), (desk / "err").read_text(encoding="utf-8")
    report = json.loads(printed) if printed else {}
    return Run(code, report, errors, seconds, kilobytes / 1024)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk with one good brief, which must be checked whatever stands beside it."""
    (tmp_path / "briefs").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "briefs/good.yaml").write_text(GOOD)
    (tmp_path / "seeds/talks.txt").write_text("Envoys met on Saturday, both governments said in the evening.\n")
    return tmp_path


BRIEFS: dict[str, tuple[bytes, str, int, int]] = {
    # claim: (bytes, rule, line, column)
    "empty": (b"", "missing-field", 1, 1),
    "only blanks": (b" \n\n \n", "missing-field", 1, 1),
    "not UTF-8": (GOOD.encode() + b"places: Orl\xe9ans\n", "encoding", 5, 12),
    "not UTF-8 at all": (bytes(range(128, 256)) * 40, "encoding", 1, 1),
    "a tab indent": (GOOD.encode() + b"participants:\n\t- Ana Belo\n", "yaml", 6, 1),
    "a missing colon": (GOOD.replace("date:", "date").encode(), "yaml", 2, 1),
    "an anchor bomb": (BOMB.encode(), "anchor", 1, 4),
    "30,000 brackets": (b"[" * 30_000, "too-deep", 1, 21),
    "30,000 closing brackets": (b"]" * 30_000, "yaml", 1, 1),
    "30,000 curly brackets": (b"{" * 30_000, "too-deep", 1, 21),
    "30,000 brackets as a value": (GOOD.encode() + b"topics: " + b"[" * 30_000, "too-deep", 5, 28),
    "30,000 dashes": (b"- " * 30_000, "too-deep", 1, 41),
    "30,000 questions": (b"? " * 30_000, "too-deep", 1, 41),
    "100 levels": ("".join(f"{' ' * n}a:\n" for n in range(100)).encode(), "too-deep", 21, 21),
    "5 MB": (GOOD.encode() + b"places: " + b"x" * 5_000_000, "too-large", 1, 1),
    "1 MB of one key": (b"a: b\n" * 199_000, "too-large", 25_001, 1),
    "1 MB of items": (b"topics: [" + b"a," * 490_000, "too-large", 1, 100_008),
    "1 MB of one line": (b"x" * 999_000, "yaml", 1, 1),
    "1 MB of tabs": (b"a:\n" + b"\t" * 900_000 + b"b", "yaml", 2, 1),
    "1 MB of quotation marks": (b'title: "' + b'" "' * 330_000, "yaml", 1, 9),
    "40,000 lines quoted as in mail": (GOOD.encode() + b"places:\n" + b"  > a\n" * 40_000, "yaml", 6, 3),
    "20,000 fields in bold": (GOOD.encode() + b"**draft:** x\n" * 20_000, "yaml", 5, 1),
    "20,000 quotes not closed": (GOOD.encode() + b'places: "a\n' * 20_000, "yaml", 5, 9),
    "20,000 uneven words": (GOOD.encode() + b"places: >-\n" + b"      a\n    b\n" * 20_000, "yaml", 6, 7),
    "200,000 byte-order marks": (GOOD.encode() + "\ufeff".encode() * 200_000, "control-character", 5, 1),
    "20,000 fields a second time": ((GOOD * 5_000).encode(), "duplicate-key", 5, 1),
    "a NUL byte": (GOOD.replace("meet", "me\0t").encode(), "control-character", 1, 17),
    "nothing but NUL bytes": (b"\0" * 1000, "control-character", 1, 1),
    "an escape sequence": (GOOD.replace("meet", "\x1b[31mmeet").encode(), "control-character", 1, 15),
}


@pytest.mark.parametrize("claim", BRIEFS)
def test_a_hostile_brief_is_a_problem_at_its_place(desk: Path, check: Check, claim: str) -> None:
    data, rule, line, column = BRIEFS[claim]
    (desk / "briefs/bad.yaml").write_bytes(data)
    run = check(desk)
    found = [p for p in run.report["problems"] if p["path"] == "briefs/bad.yaml" and p["level"] == "error"]
    assert (rule, line, column) in [(p["rule"], p["line"], p["column"]) for p in found]
    assert len(found) <= 30
    assert_survived(run)


SOURCES = {
    "a parent folder": ("../secret.txt", "source-outside"),
    "a parent folder inside": ("a/../../secret.txt", "source-outside"),
    "a parent folder of Windows": ("..\\secret.txt", "source-outside"),
    "an absolute path": ("/etc/passwd", "source-outside"),
    "an absolute path of Windows": ("C:/secret.txt", "source-outside"),
    "a home folder": ("~/secret.txt", "source-outside"),
    "a link to a file outside": ("link.txt", "source-outside"),
    "a link to a folder outside": ("folder-link/secret.txt", "source-outside"),
    "a link to itself": ("loop.txt", "source-missing"),
    "a folder": ("folder", "source-missing"),
    "a pipe": ("pipe", "source-missing"),
    "a file that may not be read": ("locked.txt", "source-missing"),
    "an empty file": ("empty.txt", "source-missing"),
    "a file that is not there": ("nothing.txt", "source-missing"),
    "a very long name": ("x" * 5000, "source-missing"),
    "a huge file": ("huge.txt", "too-large"),
    "a huge file that has holes": ("sparse.txt", "too-large"),
    "not UTF-8": ("latin.txt", "source-encoding"),
}


@pytest.fixture
def shelf(desk: Path) -> Path:
    """seeds/ with all that may go wrong there."""
    seeds = desk / "seeds"
    (desk / "secret.txt").write_text("secret\n")
    (seeds / "folder").mkdir()
    (seeds / "link.txt").symlink_to("../secret.txt")
    (seeds / "folder-link").symlink_to("..")
    (seeds / "loop.txt").symlink_to("loop.txt")
    (seeds / "empty.txt").write_text("")
    (seeds / "latin.txt").write_bytes("Orléans\n".encode("latin-1"))
    (seeds / "huge.txt").write_bytes(b"word " * 1_200_000)
    with (seeds / "sparse.txt").open("wb") as file:
        file.truncate(50_000_000_000)
    (seeds / "locked.txt").write_text("text\n")
    (seeds / "locked.txt").chmod(0)
    os.mkfifo(seeds / "pipe")
    return desk


@pytest.mark.parametrize("claim", SOURCES)
def test_a_hostile_source_is_a_problem_in_the_brief_that_names_it(shelf: Path, check: Check, claim: str) -> None:
    file, rule = SOURCES[claim]
    if claim == "a file that may not be read" and os.geteuid() == 0:
        rule = "source-unpinned"  # root may read everything
    (shelf / "briefs/bad.yaml").write_text(GOOD.replace("talks.txt", f"'{file}'"))
    run = check(shelf)
    found = [problem for problem in run.report["problems"] if problem["path"] == "briefs/bad.yaml"]
    assert [(problem["rule"], problem["line"], problem["column"]) for problem in found] == [(rule, 4, 9)]
    assert "secret\n" not in json.dumps(run.report)
    assert_survived(run, fails=rule != "source-unpinned")


def test_files_that_are_no_files_are_problems_too(desk: Path, check: Check) -> None:
    briefs = desk / "briefs"
    (briefs / "folder.yaml").mkdir()
    (briefs / "broken-link.yaml").symlink_to("nowhere.yaml")
    (briefs / "loop.yaml").symlink_to("loop.yaml")
    os.mkfifo(briefs / "pipe.yaml")
    (briefs / os.fsdecode(b"b\xffd.yaml")).write_text(GOOD)
    run = check(desk)
    told = {problem["path"]: problem["rule"] for problem in run.report["problems"] if problem["level"] == "error"}
    assert len(told) == 4 and set(told.values()) == {"yaml", "bad-id"}
    assert_survived(run)


def test_hostile_vocabulary_leaves_the_briefs_alone(desk: Path, check: Check) -> None:
    (desk / "briefs/_people.yaml").write_bytes(b"[" * 30_000)
    (desk / "briefs/_topics.yaml").write_bytes(BOMB.encode())
    (desk / "briefs/_storylines.yaml").write_bytes(b"\xff\xfe\x00")
    run = check(desk)
    told = {problem["path"]: problem["rule"] for problem in run.report["problems"] if problem["level"] == "error"}
    assert told == {
        "briefs/_people.yaml": "too-deep",
        "briefs/_topics.yaml": "anchor",
        "briefs/_storylines.yaml": "encoding",
    }
    assert_survived(run)


def assert_survived(run: Run, fails: bool = True) -> None:
    """Exit 1, no traceback, the good brief was checked, in time and memory."""
    assert run.code == int(fails), run.errors
    assert "Traceback" not in run.errors
    assert "source-unpinned" in [p["rule"] for p in run.report["problems"] if p["path"] == "briefs/good.yaml"]
    assert run.seconds < SECONDS * SLOW
    assert run.megabytes < MEGABYTES


# --- any bytes at all ------------------------------------------------------------------------------


def examine(data: bytes) -> None:
    """Read, validate and locate; every place lies within the file."""
    document = read("briefs/x.yaml", data, format_of(""))
    problems = list(document.problems)
    if isinstance(document.root, Mapping):
        problems += validate(document, document.root, Brief).problems
    for problem in problems:
        assert 1 <= problem.line <= len(document.lines.starts)
        assert 1 <= problem.column <= len(document.lines.excerpt(problem.line)) + 2


PIECES = st.one_of(
    st.sampled_from("-:'\"[]{}>|#&*!@%\t\n,? \r\u2028\ufeff\x85\u00a0é"),
    st.sampled_from(["title", "quotes", "TODO", "2026", "---", "  ", "\n  ", "\n- ", ": ", "title: x\n", "\n    "]),
    st.just("quotes:\n  - speaker: a\n    text: "),
)


@given(st.binary(max_size=200))
def test_any_bytes_are_problems_and_never_raise(data: bytes) -> None:
    examine(data)


@given(st.text(max_size=200))
def test_any_text_is_problems_and_never_raises(text: str) -> None:
    examine(text.encode("utf-8", "surrogatepass"))


@given(st.lists(PIECES, max_size=25).map("".join))
@example("a: >-\n\tb")
@example("? [a\n: b")
@example("{quotes:\n  - speaker: a\n    text: ")
def test_any_mixture_of_yaml_signs_is_problems_and_never_raises(text: str) -> None:
    examine(text.encode())


@given(st.integers(0, 3000), st.sampled_from(list("\t:-'\"[]{}#&*!@%|>,? \n\u00a0")))
def test_any_sign_put_into_a_brief_never_raises(place: int, sign: str) -> None:
    examine((EVERY_FIELD[:place] + sign + EVERY_FIELD[place:]).encode())


EVERY_FIELD = (ROOT / "tests/cases/a-brief-with-every-field/briefs/2026/harbour-talks.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def whole_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = tmp_path_factory.mktemp("desk") / "desk"
    shutil.copytree(ROOT / "tests/cases/a-brief-with-every-field", desk)
    return desk


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A brief with every field in which lines are lost, doubled, moved, indented, or end in something else."""
    lines = EVERY_FIELD.splitlines()
    for _ in range(draw(st.integers(1, 4))):
        place, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        head, colon, _ = lines[place].partition(":")
        lines[place : place + 1] = draw(
            st.sampled_from(
                [[], [lines[place]] * 2, [lines[other]], [f"  {lines[place]}"], [lines[place][2:]], [head + colon]]
                + [[f"{head}: {value}"] for value in ("TODO", "[]", "[[a]]", "{a: b}", "2026", "x: y", "'", "0", "- x")]
            )
        )
    return "\n".join(lines) + "\n"


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damaged())
def test_a_damaged_brief_never_raises_in_any_stage(whole_desk: Path, text: str) -> None:
    """What is salvaged of it goes through all stages; a place is named for whatever is found."""
    (whole_desk / "briefs/2026/harbour-talks.yaml").write_text(text, encoding="utf-8")
    for problem in examine_desk(whole_desk, date(2026, 3, 1)).problems:
        assert problem.line >= 1 and problem.column >= 1 and problem.message


@given(st.text("ab\n\r", max_size=40), st.integers(0, 40))
def test_lines_are_counted_as_an_editor_counts_them(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    line, column = Lines("x", text).place(offset)
    before = (
        text[:offset] if not text[:offset].endswith("\r") or text[offset : offset + 1] != "\n" else text[: offset - 1]
    )
    assert line == len(before.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    assert column >= 1
