"""The benchmark measures what it says: its desk is as it should be, its changes are changes, no figure is lost."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from statistics import mean

import changes
import pytest
import rivals
import synthetic
from figures import BUILDS, Figures, table
from running import FailedError, run

from generator.pipeline import Examined, examine

SIZE = 40


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    synthetic.write_desk(tmp_path, SIZE)
    return tmp_path


def examined(desk: Path) -> Examined:
    return examine(desk, date(2026, 11, 1))


def test_a_synthetic_desk_has_no_problem_and_every_quotation_stands_in_its_source(desk: Path) -> None:
    found = examined(desk)
    told = {(problem.level, problem.rule) for problem in found.problems}
    assert told == {("info", "entry-unused")}  # so few briefs name a few of the 3,000 people alone
    claims = [citation for verified in found.citations.values() for citation in verified.citations]
    assert len(claims) == 5 * SIZE
    assert {claim.status for claim in claims} == {"matched"}


def test_a_synthetic_brief_has_the_size_that_is_measured(desk: Path) -> None:
    briefs = [path for path in (desk / "briefs").rglob("*.yaml") if not path.name.startswith("_")]
    assert len(briefs) == SIZE
    assert mean(path.stat().st_size for path in briefs) == pytest.approx(3300, rel=0.03)
    assert {len(record.brief.participants) for record in examined(desk).library.records} == {6}
    assert {path.parent.name for path in briefs} >= {str(year) for year in range(2019, 2027)}


def test_synthetic_words_and_people_have_a_long_tail() -> None:
    soil = synthetic.ground()
    assert len(set(soil.words)) == 30_000
    assert len(set(soil.people)) == len({synthetic.key_of(name) for name in soil.people}) == 3_000
    met = Counter[str]()
    for number in range(300):
        _, brief, _ = synthetic.brief_and_source(number, 300, soil)
        met.update(line.partition(": ")[2] for line in brief.splitlines() if line.startswith("  - name: "))
    assert met.most_common(1)[0][1] > 30
    assert sum(count == 1 for count in met.values()) > 300


def test_a_desk_that_is_there_is_not_written_again(desk: Path) -> None:
    there = {path: path.stat().st_mtime_ns for path in desk.rglob("*") if path.is_file()}
    for turn, (_, change) in enumerate(changes.CHANGES.values()):
        change(desk, SIZE, turn % 3)
    assert {path for path in desk.rglob("*") if path.is_file()} != set(there)
    before = {path: path.read_bytes() for path in there if path.exists()}
    synthetic.write_desk(desk, SIZE)
    after = {path: path.stat().st_mtime_ns for path in desk.rglob("*") if path.is_file()}
    assert set(after) == set(there)
    assert all(after[path] == there[path] for path, text in before.items() if path.read_bytes() == text)


@pytest.mark.parametrize("turn", range(6))
def test_every_change_is_one_and_leaves_the_desk_without_an_error(desk: Path, turn: int) -> None:
    """One after the other, as a round has them."""
    for name, (_, change) in changes.CHANGES.items():
        before = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}
        change(desk, SIZE, turn)
        after = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}
        touched = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
        assert len(touched) == (2 if name in ("add", "remove") else 1), name
    assert not [problem for problem in examined(desk).problems if problem.level == "error"]


def test_what_was_measured_is_kept_even_where_the_last_line_was_cut_short(tmp_path: Path) -> None:
    figures = Figures(tmp_path / "figures.jsonl", "this program")
    for turn, seconds in enumerate((3.0, 1.0, 2.0)):
        figures.add(1000, "edit", turn, seconds=seconds, cpu=seconds, memory=1_000_000)
    Figures(figures.path, "another program").add(1000, "edit", 3, seconds=99.0, cpu=99.0, memory=1)
    with figures.path.open("a") as file:
        file.write('{"program": "this pro')
    assert figures.has(1000, "edit", 2)
    assert not figures.has(1000, "edit", 3)
    assert figures.middle(1000, "edit") == 2.0
    assert figures.middle(1000, "hugo", "pagefind") is None
    figures.add(1000, "first", 0, seconds=1.0, cpu=1.0, memory=1)
    assert figures.has(1000, "first", 0)


def test_the_table_tells_what_is_there_and_leaves_open_what_is_not(tmp_path: Path) -> None:
    figures = Figures(tmp_path / "figures.jsonl", "this program")
    for size, seconds in ((1000, 2.0), (10000, 5.0)):
        figures.add(size, "edit", 0, seconds=seconds, cpu=seconds, memory=200_000_000)
        for name in ("hugo", "pagefind"):
            figures.add(size, name, 0, seconds=10.0, cpu=10.0, memory=500_000_000)
    figures.add(1000, "search", 0, words={"gu": 120_000, "nowhere": None})
    told = table(figures, [1000, 10000], {"cores": 2, "memory": "8 GB"})
    assert f"| {BUILDS['edit']} | 2.0 s (2.0), 200 MB | 5.0 s (5.0), 200 MB | 2.50 |" in told
    assert "| one edit / (Hugo + Pagefind) | 0.10 | 0.25 | 0.15 |" in told
    assert "| one edit / (Hugo + Pagefind), by processors | 0.10 | 0.25 |  |" in told
    assert f"| {BUILDS['rename']} | – | – | – |" in told
    assert "| 120, none | – |" in told
    assert "cores: 2" in told


def test_hugo_gets_the_chrome_of_a_built_page_and_its_own_content() -> None:
    page = (
        "<head><title>Old &#123;&#123;</title>"
        '<meta name="description" content="Old"><link rel="canonical" href="https://old/">'
        '<script type="application/ld+json">{"a": 1}</script></head>'
        '<script>x = "{{"</script><nav><ul class="md-nav__list" data-md-component="toc"><li>Old</li></ul> </nav>'
        '</div></div></div><article class="md-typeset" data-pagefind-body data-kind="brief">Old</article>'
        "<footer>F</footer>"
    )
    layout = rivals.chrome(page)
    assert "Old" not in layout
    assert layout.endswith("{{ .Content }}</article><footer>F</footer>")
    assert 'x = "{{ "{{" }}"' in layout
    assert '{{ if eq .Params.sort "brief" }}<script type="application/ld+json">{"a": 1}</script>{{ end }}' in layout
    with pytest.raises(ValueError, match="rivals"):
        rivals.chrome("<html></html>")


def test_figures_are_lines_of_json(tmp_path: Path) -> None:
    figures = Figures(tmp_path / "figures.jsonl", "this program")
    figures.add(1000, "search", 0, words={"gu": 12})
    (line,) = figures.path.read_text().splitlines()
    assert json.loads(line)["words"] == {"gu": 12}


def test_a_command_is_measured_with_its_children_and_without_us(tmp_path: Path) -> None:
    ours = bytearray(200_000_000)
    child = "import time; held = bytearray(b'x' * 60_000_000); time.sleep(0.3); print('child done')"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    ran = run([sys.executable, "-c", parent], tmp_path / "log", tmp_path)
    assert len(ours) > ran.memory > 60_000_000
    assert ran.seconds > 0.3
    assert (tmp_path / "log").read_text() == "child done\n"
    with pytest.raises(FailedError, match="no such page"):
        run([sys.executable, "-c", "import sys; sys.exit('no such page')"], tmp_path / "log", tmp_path)
