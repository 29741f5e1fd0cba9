"""The whole way from a desk to its site, through both doors."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from desks import BRIEF, digests, make_desk, run, run_anew, searched

from generator import cli, search


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk whose site was built by `briefing build`; not to be changed."""
    desk = make_desk(tmp_path_factory.mktemp("built"))
    done = run("generator", "build", desk=desk)
    assert done.returncode == 0, done.stdout + done.stderr
    return desk


@pytest.fixture
def desk(built: Path, tmp_path: Path) -> Path:
    """A desk that was built, to be changed: a copy, times of files included."""
    return Path(shutil.copytree(built, tmp_path / "desk"))


def pages(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file with its time and its place on the disk: what was written again shows."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.stat().st_mtime_ns, path.stat().st_ino) for path in files}


# --- what is the desk's own ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hook", "said"),
    [
        ("def on_page_content(html, **told):\n    return html + 1\n", "hook.py:2: TypeError: can only concatenate"),
        ("def on_page_content(html, **told)\n    return html\n", "hook.py:1: SyntaxError: expected ':'"),
        ("import nothing_like_it\n", "hook.py:1: ModuleNotFoundError: No module named 'nothing_like_it'"),
    ],
)
def test_an_error_in_a_hook_is_said_in_one_line(desk: Path, hook: str, said: str) -> None:
    (desk / "hook.py").write_text(hook, encoding="utf-8")
    with (desk / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\nhooks: [hook.py]\n")
    ends_with_a_line(desk, said)


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("{{ page.nothing.more }}", "overrides/main.html:2: UndefinedError: "),
        ("{{ page. }}", "overrides/main.html:2: TemplateSyntaxError: expected name or number"),
    ],
)
def test_an_error_in_a_template_of_the_desk_is_said_in_one_line(desk: Path, shown: str, said: str) -> None:
    (desk / "overrides").mkdir()
    template = f'{{% extends "briefing.html" %}}\n{{% block content %}}{shown}{{% endblock %}}\n'
    (desk / "overrides/main.html").write_text(template, encoding="utf-8")
    settings = (desk / "mkdocs.yml").read_text(encoding="utf-8")
    assert "name: material\n" in settings
    settings = settings.replace("name: material\n", "name: material\n  custom_dir: overrides\n", 1)
    (desk / "mkdocs.yml").write_text(settings, encoding="utf-8")
    ends_with_a_line(desk, said)


def test_what_mkdocs_says_of_its_settings_goes_on_in_the_same_sentence(desk: Path) -> None:
    with (desk / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\nINHERIT: nowhere.yml\n")
    ends_with_a_line(desk, "Inherited config file 'nowhere.yml' does not exist at ")
    assert "; site/ is as it was" in (said := run("generator", "build", desk=desk).stderr) and ".;" not in said


def test_a_main_template_of_the_desk_keeps_what_is_ours(desk: Path) -> None:
    """Laid over Material's own, as its manual has it, it would take style, search and policy away."""
    (desk / "overrides").mkdir()
    template = '{{% extends "{}" %}}\n{{% block announce %}}<p>Hello</p>{{% endblock %}}\n'
    settings = (desk / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("name: material\n", "name: material\n  custom_dir: overrides\n", 1)
    (desk / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (desk / "overrides/main.html").write_text(template.format("base.html"), encoding="utf-8")
    ends_with_a_line(desk, "overrides/main.html would take away ")
    (desk / "overrides/main.html").write_text(template.format("briefing.html"), encoding="utf-8")
    assert run("generator", "build", desk=desk).returncode == 0
    page = (desk / "site/index.html").read_text(encoding="utf-8")
    assert all(words in page for words in ("<p>Hello</p>", "assets/briefing.css", "Content-Security-Policy"))


def ends_with_a_line(desk: Path, said: str) -> None:
    before = digests(desk / "site")
    done = run("generator", "build", desk=desk)
    assert done.returncode == 1, done.stderr
    assert f"Error: {said}" in done.stderr and "Traceback" not in done.stderr
    assert "site/ is as it was" in done.stderr and digests(desk / "site") == before


def test_a_site_elsewhere_is_told_where_it_is(tmp_path: Path) -> None:
    for number, (folder, told) in enumerate((("public/www", "public/www"), ("../away", str(tmp_path / "away")))):
        desk = make_desk(tmp_path / f"desk-{number}")
        with (desk / "mkdocs.yml").open("a", encoding="utf-8") as file:
            file.write(f"\nsite_dir: {folder}\n")
        done = run("generator", "build", desk=desk)
        assert done.returncode == 0 and f"; in {told}/ " in done.stdout
        assert (desk / folder / "index.html").is_file()


# --- the two doors ---------------------------------------------------------------------------------


def test_both_doors_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    other = make_desk(tmp_path / "elsewhere")
    done = run_anew("mkdocs", "build", "--strict", desk=other)
    assert done.returncode == 0, done.stdout + done.stderr
    assert digests(other / "site") == digests(built / "site")
    assert digests(other / "build/pages") == digests(built / "build/pages")


def test_building_again_changes_no_file(desk: Path) -> None:
    before = stamps(desk / "site")
    done = run("generator", "build", desk=desk)
    assert done.returncode == 0
    assert "0 files new or changed, 0 removed" in done.stdout
    assert stamps(desk / "site") == before


def test_a_build_says_that_there_are_warnings(desk: Path) -> None:
    """Somebody who only builds would never see that words are under the wrong name."""
    path = desk / "briefs/2026/harbour.yaml"
    path.write_text(BRIEF.replace("source: {", "accept: {source-unpinned: ours}\nsource: {"), encoding="utf-8")
    before = run("generator", "build", desk=desk)
    told = BRIEF.replace("title: Port Ellery keeps its harbour open", "title: Does Port Ellery keep its harbour open?")
    path.write_text(told.replace("source: {", "accept: {source-unpinned: ours}\nsource: {"), encoding="utf-8")
    after = run("generator", "build", desk=desk)
    counts = [int((re.findall(r"(\d+) warnings? in the briefs", done.stderr) or ["0"])[0]) for done in (before, after)]
    assert counts[1] == counts[0] + 1
    checked = run("generator", "check", desk=desk)
    assert f" {counts[1]} warning" in checked.stdout + checked.stderr


def test_a_clean_build_gives_the_same_bytes(desk: Path) -> None:
    before = digests(desk / "site")
    done = run_anew("generator", "build", "--clean", desk=desk)
    assert done.returncode == 0
    assert "version" not in done.stdout + done.stderr  # of program and last build: they are the same
    assert digests(desk / "site") == before


def test_the_site_may_be_built_by_either_door_in_turn(desk: Path) -> None:
    before = digests(desk / "site")
    assert run_anew("mkdocs", "build", "--strict", desk=desk).returncode == 0
    assert digests(desk / "site") == before
    done = run("generator", "build", desk=desk)
    assert "0 files new or changed" in done.stdout
    assert digests(desk / "site") == before


def test_the_day_is_said_and_reaches_no_brief(desk: Path) -> None:
    before = digests(desk / "site")
    done = run("generator", "build", "--today", "2027-05-01", desk=desk)
    assert "today: 2027-05-01" in done.stderr
    changed = {name for name, digest in digests(desk / "site").items() if before.get(name) != digest}
    assert "next-steps/index.html" in changed
    assert not {name for name in changed if name.startswith("briefs/")}


def test_an_epoch_that_is_none_is_said(built: Path) -> None:
    assert run("generator", "build", desk=built, SOURCE_DATE_EPOCH="soon").returncode == 2
    done = run("mkdocs", "build", desk=built, SOURCE_DATE_EPOCH="soon")
    assert done.returncode == 1
    assert "SOURCE_DATE_EPOCH is 'soon'" in done.stderr


def test_the_front_page_is_called_like_the_site(built: Path) -> None:
    """And every other one is called by its own name first."""
    titles = {place: re.findall(r"<title>(.*?)</title>", page) for place, page in pages(built / "site")}
    assert titles["index.html"] == ["The Briefing Desk"]
    assert titles["briefs/2026/harbour/index.html"] == ["Port Ellery keeps its harbour open - The Briefing Desk"]
    assert not {place for place, told in titles.items() if len(told) != 1}


# --- what goes wrong -------------------------------------------------------------------------------


@pytest.mark.parametrize("door", [("generator", "build"), ("mkdocs", "build", "--strict")])
def test_an_error_in_a_brief_leaves_the_site_as_it_was(desk: Path, door: tuple[str, ...]) -> None:
    before = stamps(desk / "site")
    (desk / "briefs/2026/harbour.yaml").write_text(BRIEF.replace("date: 2026-02-03", "date: soon"), encoding="utf-8")
    (desk / "briefs/2026/new.yaml").write_text("title: New\n", encoding="utf-8")
    done = run(*door, desk=desk)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    said = done.stdout if door[0] == "generator" else done.stderr
    assert "briefs/2026/harbour.yaml:2:7: error" in said
    assert "[missing-field]" in said
    assert stamps(desk / "site") == before


def test_a_link_to_nowhere_leaves_the_site_as_it_was(desk: Path) -> None:
    before = stamps(desk / "site")
    with (desk / "docs/about.md").open("a", encoding="utf-8") as page:
        page.write("\n[gone](people/nobody-at-all.md)\n")
    done = run("generator", "build", desk=desk)
    assert done.returncode == 1
    assert "people/nobody-at-all.md" in done.stderr
    assert stamps(desk / "site") == before


def test_a_page_by_hand_cannot_take_the_place_of_a_generated_one(desk: Path) -> None:
    (desk / "docs/people").mkdir()
    (desk / "docs/people/index.md").write_text("# Mine\n", encoding="utf-8")
    done = run("generator", "build", desk=desk)
    assert done.returncode == 1
    assert "docs/people/index.md stands where the generator puts a page" in done.stderr


@pytest.mark.parametrize("name", ["search", "material/search"])
def test_a_second_search_is_refused(desk: Path, name: str) -> None:
    """Material's asks of every page what only it can answer."""
    settings = desk / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("  - briefing:", f"  - {name}\n  - briefing:"), encoding="utf-8")
    before = stamps(desk / "site")
    for door in (("generator", "build"), ("mkdocs", "build")):
        done = run(*door, desk=desk)
        assert done.returncode == 1
        assert "take `search` out of `plugins:`" in done.stderr
        assert "Traceback" not in done.stderr
    assert stamps(desk / "site") == before


def test_warnings_of_briefs_are_news_to_mkdocs(desk: Path) -> None:
    """MkDocs' --strict counts warnings; those of briefs fail `briefing check --strict` alone."""
    asked = BRIEF.replace("title: Port Ellery keeps its harbour open", "title: Is the harbour open?")
    (desk / "briefs/2026/harbour.yaml").write_text(asked, encoding="utf-8")
    done = run("mkdocs", "build", "--strict", desk=desk)
    assert done.returncode == 0
    assert "title-question" in done.stderr


def test_without_settings_there_is_no_site(tmp_path: Path) -> None:
    (tmp_path / "briefs").mkdir()
    done = run("generator", "build", desk=tmp_path)
    assert done.returncode == 2
    assert "mkdocs.yml" in done.stderr


def test_without_the_indexer_the_machine_is_at_fault(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = stamps(desk / "site")
    monkeypatch.setattr(search, "find_spec", lambda name: None)
    monkeypatch.setattr("sys.argv", ["briefing", "build", "--root", str(desk)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 3
    assert "pagefind[extended]" in capsys.readouterr().err
    assert stamps(desk / "site") == before


@pytest.mark.parametrize("kilobytes", [2, 12, 40])
def test_a_disk_that_takes_no_more_leaves_the_site_as_it_was(desk: Path, kilobytes: int) -> None:
    """The same as a full disk, at three places of a build: no file may grow beyond a size."""
    before = stamps(desk / "site")
    (desk / "briefs/2026/harbour.yaml").write_text(BRIEF.replace("keeps its", "opens a"), encoding="utf-8")
    limit = f"ulimit -f {kilobytes}; exec {sys.executable} -m generator build"
    done = subprocess.run(["bash", "-c", limit], cwd=desk, capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    assert "site/ is as it was" in done.stderr
    assert stamps(desk / "site") == before
    assert run("generator", "build", desk=desk).returncode == 0


def test_lists_of_any_length_lead_somewhere(tmp_path: Path) -> None:
    """With pages of two, every list is cut: of the whole, of a year, of a month, of a person and of a publisher."""
    desk = make_desk(tmp_path / "desk")
    settings = desk / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("page_size: 50", "page_size: 2"), encoding="utf-8")
    for place, day in enumerate(("2024-05-02", "2024-05-03", "2024-05-09", "2024-06-01", "2025-01-01", "2025-02-01")):
        text = BRIEF.replace("2026-02-03", day, 1).replace("was: [2026/old-quay]\n", "").replace("2026-03", day[:7])
        (desk / f"briefs/2026/more-{place}.yaml").write_text(text, encoding="utf-8")
    done = run("generator", "build", desk=desk)
    assert done.returncode == 0, done.stdout + done.stderr


# --- what is in the site ---------------------------------------------------------------------------


def test_a_brief_that_goes_takes_its_page_with_it_and_nothing_else(desk: Path) -> None:
    assert (desk / "site/briefs/2026/harbour/index.html").exists()
    (desk / "site/google-check.html").write_text("mine", encoding="utf-8")
    (desk / "briefs/2026/harbour.yaml").unlink()
    done = run("generator", "build", desk=desk)
    assert done.returncode == 0
    assert not (desk / "site/briefs/2026/harbour").exists()
    assert not (desk / "build/pages/briefs/2026/harbour.md").exists()
    assert (desk / "site/google-check.html").read_text(encoding="utf-8") == "mine"
    assert done.stderr.count("google-check.html") == 1


def test_search_finds_words_of_briefs_people_and_pages(built: Path) -> None:
    words = searched(built / "site")
    assert "nobody will be turned away" in words
    assert "people/ada-quillfeather/" in words
    assert "/about/" in words


def test_search_has_no_draft_no_withdrawn_brief_and_no_handbook(built: Path) -> None:
    words = searched(built / "site").lower()
    assert "zumbrella" not in words
    assert "xylograph" not in words
    assert "/handbook/" not in words


def test_a_draft_is_not_built_and_a_withdrawn_brief_keeps_its_page(built: Path) -> None:
    site = built / "site"
    assert not (site / "briefs/2026/zumbrella").exists()
    assert "The source was forged" in (site / "briefs/2026/xylograph/index.html").read_text(encoding="utf-8")
    assert not any("zumbrella" in page.lower() for _, page in pages(site))


def test_a_draft_with_something_to_do_keeps_nobody_from_publishing(desk: Path, built: Path) -> None:
    """It is left out, through both doors; the same TODO without `draft: true`, or another error in it, stops all."""
    draft = "title: 'TODO: state the news'\ndate: 'TODO: the day'\nsummary: TODO\nsource: harbour.txt\ndraft: true\n"
    path = desk / "briefs/2026/unfinished.yaml"
    path.write_text(draft, encoding="utf-8")
    for door in (("generator", "build"), ("mkdocs", "build")):
        done = run(*door, desk=desk)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "briefs/2026/unfinished.yaml is a draft that is not finished, and left out" in done.stderr
        assert digests(desk / "site") == digests(built / "site")
    assert run("generator", "check", desk=desk).returncode == 1
    for wrong in (draft.replace("draft: true\n", ""), f"{draft}mood: good\n"):
        path.write_text(wrong, encoding="utf-8")
        assert run("generator", "build", desk=desk).returncode == 1
        assert run("mkdocs", "build", desk=desk).returncode == 1


def test_an_old_address_leads_on_without_a_script_too(built: Path) -> None:
    page = (built / "site/briefs/2026/old-quay/index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../harbour/">' in page
    assert '<link rel="canonical" href="../harbour/">' in page


def test_front_matter_that_cannot_be_read_is_said(desk: Path) -> None:
    page = desk / "docs/about.md"
    page.write_text(page.read_text(encoding="utf-8").replace("title: About", "title: [About"), encoding="utf-8")
    done = run("mkdocs", "build", "--strict", desk=desk)
    assert done.returncode == 1
    assert "the front matter of docs/about.md cannot be read" in done.stderr


def test_the_site_goes_where_the_settings_say(desk: Path) -> None:
    with (desk / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nsite_dir: public\n")
    assert run("generator", "build", desk=desk).returncode == 0
    assert digests(desk / "public") == digests(desk / "site")


def test_without_an_address_there_is_no_site_map(built: Path) -> None:
    assert not (built / "site/sitemap.xml").exists()


def test_there_is_no_second_search_index(built: Path) -> None:
    names = digests(built / "site")
    assert not [name for name in names if "search_index" in name or "lunr" in name]
    assert [name for name in names if name.endswith(".pf_meta")]


def test_no_page_asks_another_host_for_anything(built: Path) -> None:
    asks = re.compile(r"<(?:script|img|iframe|source|audio|video)\b[^>]*\bsrc=[\"']?(?:https?:)?//|<link\b[^>]*//")
    assert not [name for name, page in pages(built / "site") if asks.search(page)]


def test_no_page_has_a_style_attribute(built: Path) -> None:
    assert not [name for name, page in pages(built / "site") if re.search(r"<[^>]+\sstyle=", page)]


def test_briefs_stand_in_no_navigation(built: Path) -> None:
    """Else every page would name every brief."""
    about = (built / "site/about/index.html").read_text(encoding="utf-8")
    assert "harbour" not in about


def test_no_path_of_the_machine_is_in_the_site(built: Path) -> None:
    assert not [name for name, page in pages(built / "site") if str(built) in page]
