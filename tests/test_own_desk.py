"""A desk that begins with nothing, in its own folder: what the least settings give, and what is said without them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from desks import BRIEF, ROOT, SOURCE, run

LEAST = "site_name: Kurzblatt\ntheme: {name: material}\nplugins:\n  - briefing: {language: de}\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A brief and its source, and nothing else."""
    for name in ("briefs/2026", "seeds", "docs"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "briefs/2026/harbour.yaml").write_text(BRIEF, encoding="utf-8")
    (tmp_path / "seeds/harbour.txt").write_text(SOURCE, encoding="utf-8")
    return tmp_path


def test_the_least_settings_make_a_site_that_asks_nobody_else(desk: Path) -> None:
    (desk / "mkdocs.yml").write_text(LEAST, encoding="utf-8")
    done = run("generator", "build", desk=desk)
    assert done.returncode == 0, done.stderr
    page = (desk / "site/briefs/2026/harbour/index.html").read_text(encoding="utf-8")
    assert '<html lang="de"' in page and "Zum Inhalt" in page and "Wie es weitergeht" in page
    asked = re.findall(r"<(?:link|script|img)[^>]+(?:href|src)=\"(https?:[^\"]+)", page)
    assert asked == []
    assert "<style" not in page, "the policy blocks it"


def test_the_navigation_says_titles_in_the_language_of_the_site(desk: Path) -> None:
    """Where mkdocs.yml gives an entry no label; also on a page that is built alone, after an edit."""
    (desk / "mkdocs.yml").write_text(f"{LEAST}nav: [index.md, people/index.md, follow.md]\n", encoding="utf-8")
    (desk / "docs/about.md").write_text("# Über uns\n", encoding="utf-8")
    assert run("generator", "build", desk=desk).returncode == 0
    edited = BRIEF.replace("The mayor says", "The mayor tells")
    (desk / "briefs/2026/harbour.yaml").write_text(edited, encoding="utf-8")
    assert run("generator", "build", desk=desk).returncode == 0
    for place in ("index.html", "briefs/2026/harbour/index.html"):
        page = (desk / "site" / place).read_text(encoding="utf-8")
        named = re.findall(r'<span class="md-ellipsis">\s*(.*?)\s*</span>', page, re.DOTALL)
        assert {"Kurzblatt", "Personen", "Abonnieren"} <= set(named), place
        assert not {"People", "Follow"} & set(named), place


def test_a_font_that_mkdocs_yml_names_stands(desk: Path) -> None:
    """Its own affair: the handbook says that the policy blocks it."""
    named = LEAST.replace("{name: material}", "{name: material, font: {text: Lato, code: Cousine}}")
    (desk / "mkdocs.yml").write_text(named, encoding="utf-8")
    assert run("generator", "build", desk=desk).returncode == 0
    assert "family=Lato" in (desk / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (None, "copies of the program's own mkdocs.yml and docs/"),
        ("site_name: Kurzblatt\n", "does not list the plugin `briefing`; add “- briefing” below “plugins:”"),
        (LEAST.replace("theme: {name: material}\n", ""), "write `theme: {name: material}`"),
        (LEAST + "nav: [index.md, method.md]\n", "'method.md'"),
    ],
    ids=["no settings", "no plugin", "no theme", "a page that is not there"],
)
def test_what_is_missing_is_said_with_what_to_do(desk: Path, settings: str | None, said: str) -> None:
    if settings is not None:
        (desk / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = run("generator", "build", desk=desk)
    assert done.returncode == (2 if settings is None else 1)
    assert said in done.stderr
    assert not re.search(r"Error: (error|warning):|Traceback|Aborted", done.stderr)
    assert not (desk / "site").exists()


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("de", "Wie Zitate geprüft werden"),
        ("fr", "Comment les citations"),
        ("ar", "كيف يجري التحقق من الاقتباسات"),
        ("zh", "引语如何核对"),
    ],
)
def test_a_desk_takes_the_pages_in_its_language(desk: Path, code: str, title: str) -> None:
    """By the line of the handbook; everything that they lead to is there."""
    page = (ROOT / "docs/handbook/deploy.md").read_text(encoding="utf-8")
    assert "\ncp generator/locale/de/docs/*.md ../desk/docs/\n" in page and f"`{code}`" in page
    settings = (
        (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("      language: en\n", f"      language: {code}\n")
    )
    (desk / "mkdocs.yml").write_text(settings, encoding="utf-8")
    for folder in (ROOT / "docs", ROOT / "generator/locale" / code / "docs"):
        shutil.copytree(folder, desk / "docs", dirs_exist_ok=True)
    done = run("generator", "build", desk=desk)
    assert done.returncode == 0 and "WARNING" not in done.stderr, done.stderr
    built = (desk / "site/method/index.html").read_text(encoding="utf-8")
    assert f'<html lang="{code}"' in built and re.search(f"<h1[^>]*>{title}", built)
    assert 'href="../handbook/quotations/"' in built


def test_the_steps_of_the_handbook_make_a_desk(desk: Path) -> None:
    """With its settings and pages as a beginning, and every command told where it is."""
    page = (ROOT / "docs/handbook/deploy.md").read_text(encoding="utf-8")
    (steps,) = re.findall(r"## A desk of your own\n.*?```\n(.*?)```", page, re.DOTALL)
    assert "cp -r mkdocs.yml docs ../desk/" in steps
    (desk / "docs").rmdir()
    shutil.copy(ROOT / "mkdocs.yml", desk)
    shutil.copytree(ROOT / "docs", desk / "docs")
    for line in re.findall(r"briefing (\w+) .*--root", steps):
        assert line in {"new", "check", "build"}
    done = run("generator", "build", desk=desk)
    assert done.returncode == 0, done.stderr
