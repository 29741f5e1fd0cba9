"""Putting a site in its place: whole files only, in the right order, and only ours."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from generator import publish as publishing
from generator.output import list_files, lock, remove, write
from generator.publish import publish


def lay(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_html", ".html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    built, site, desk = tmp_path / "build/site", tmp_path / "site", tmp_path / "build"
    lay(built, index_html="home", briefs__x_html="x", about_html="about")
    publish(built, site, desk)
    return built, site, desk


def test_what_is_the_same_is_not_touched(folders: tuple[Path, Path, Path]) -> None:
    built, site, desk = folders
    before = (site / "about.html").stat()
    lay(built, index_html="new home")
    done = publish(built, site, desk)
    assert (done.changed, done.removed) == (1, 0)
    assert (site / "index.html").read_text() == "new home"
    assert (site / "about.html").stat() == before


def test_what_was_written_again_with_the_same_bytes_is_not_touched(folders: tuple[Path, Path, Path]) -> None:
    built, site, desk = folders
    os.utime(built / "about.html", ns=(5, 5))
    before = (site / "about.html").stat().st_mtime_ns
    assert publish(built, site, desk).changed == 0
    assert (site / "about.html").stat().st_mtime_ns == before == (built / "about.html").stat().st_mtime_ns


def test_what_somebody_changed_by_hand_is_repaired(folders: tuple[Path, Path, Path]) -> None:
    built, site, desk = folders
    lay(site, about_html="ABOUT")
    (site / "index.html").unlink()
    assert publish(built, site, desk).changed == 2
    assert (site / "about.html").read_text() == "about"


def test_what_is_not_ours_is_left_alone_and_named(folders: tuple[Path, Path, Path]) -> None:
    built, site, desk = folders
    lay(site, verify_html="theirs")
    (built / "about.html").unlink()
    done = publish(built, site, desk)
    assert done.strange == ("verify.html",)
    assert done.removed == 1
    assert list(list_files(site)).count("verify.html") == 1


def test_a_page_may_become_a_folder_and_a_folder_a_page(folders: tuple[Path, Path, Path]) -> None:
    built, site, desk = folders
    remove(built, ["about.html", "briefs/x.html"])
    lay(built, about_html__index_html="deeper", briefs="a file now")
    publish(built, site, desk)
    assert (site / "about.html/index.html").read_text() == "deeper"
    assert (site / "briefs").read_text() == "a file now"


def test_a_link_out_of_the_site_is_replaced_and_not_followed(folders: tuple[Path, Path, Path], tmp_path: Path) -> None:
    built, site, desk = folders
    lay(tmp_path, precious="precious", folder__kept="kept")
    (site / "about.html").unlink()
    (site / "about.html").symlink_to(tmp_path / "precious")
    remove(site, ["briefs/x.html"])
    (site / "briefs").symlink_to(tmp_path / "folder")
    publish(built, site, desk)
    assert (tmp_path / "precious").read_text() == "precious"
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["kept"]
    assert (site / "briefs/x.html").read_text() == "x"


def test_pages_come_before_listings_before_what_leads_to_them() -> None:
    names = ["pagefind/pagefind-entry.json", "index.html", "archive/index.html", "briefs/x/index.html", "assets/a.css"]
    assert sorted(names, key=publishing._turn) == names[::-1]


def test_a_full_disk_leaves_the_site_as_it_was(
    folders: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    built, site, desk = folders
    lay(built, index_html="new home", about_html="new about")
    copied = []

    def fill(source: Path, target: Path) -> None:
        copied.append(source)
        if len(copied) > 1:
            raise OSError(28, "No space left on device")
        target.write_bytes(source.read_bytes())

    monkeypatch.setattr("shutil.copy2", fill)
    with pytest.raises(OSError, match="No space"):
        publish(built, site, desk)
    assert (site / "index.html").read_text() == "home"
    assert (site / "about.html").read_text() == "about"
    monkeypatch.undo()
    publish(built, site, desk)
    assert (site / "about.html").read_text() == "new about"


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"files": 3}', '{"files": [1]}', "\0"])
def test_a_damaged_memory_is_as_good_as_none(folders: tuple[Path, Path, Path], kept: str) -> None:
    built, site, desk = folders
    (desk / "published.json").write_text(kept)
    lay(built, index_html="new home")
    assert publish(built, site, desk).changed == 1


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "a/b.txt"
    assert write(path, b"one")
    assert not write(path, b"one")
    assert write(path, b"two")
    assert [each.name for each in path.parent.iterdir()] == ["b.txt"]


def test_two_builds_wait_for_each_other(tmp_path: Path) -> None:
    steps: list[str] = []

    def second() -> None:
        with lock(tmp_path / "lock", lambda: steps.append("waiting")):
            steps.append("second")

    with lock(tmp_path / "lock"):
        other = threading.Thread(target=second)
        other.start()
        while not steps:
            pass
        steps.append("first")
    other.join()
    assert steps == ["waiting", "first", "second"]
