"""Putting a site in its place: whole files only, in the right order, and only ours."""

from __future__ import annotations

import fcntl
import subprocess
import threading
from pathlib import Path

import pytest
from desks import digests

from generator.output import list_files, lock, write
from generator.publishing import placing
from generator.publishing.manifest import (
    Kept,
    Manifest,
    announce,
    find_sound,
    keep,
    pending,
    read_manifest,
    write_manifest,
)
from generator.publishing.placing import UnfinishedError, put_in_place, take_away
from generator.publishing.release import Ground, release, survey

OURS = ("index.html", "briefs/x.html", "about.html")


def lay(folder: Path, **files: str) -> dict[str, Path]:
    """Write files, and say by their places which folder they lie in."""
    laid = {name.replace("__", "/").replace("_html", ".html"): text for name, text in files.items()}
    for name, text in laid.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return dict.fromkeys(laid, folder)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    fresh, site = tmp_path / "build/fresh", tmp_path / "site"
    put_in_place(lay(fresh, index_html="home", briefs__x_html="x", about_html="about"), site, [])
    return fresh, site


def test_what_is_new_takes_the_place_of_the_old(folders: tuple[Path, Path]) -> None:
    fresh, site = folders
    before = (site / "about.html").stat()
    put_in_place(lay(fresh, index_html="new home"), site, OURS)
    assert (site / "index.html").read_text() == "new home"
    assert (site / "about.html").stat() == before


def test_a_new_folder_is_moved_with_all_that_is_in_it(folders: tuple[Path, Path]) -> None:
    fresh, site = folders
    new = lay(fresh / "2", people__ada__index_html="Ada", people__ada__print_html="Ada on paper")
    folder = (fresh / "2/people/ada").stat().st_ino
    put_in_place(new, site, OURS)
    assert (site / "people/ada").stat().st_ino == folder
    assert sorted(path.name for path in (site / "people/ada").iterdir()) == ["index.html", "print.html"]


@pytest.mark.parametrize("inside", ["people/ada/draft.html", "people/ada/2019/index.html"])
def test_a_folder_with_more_in_it_than_shall_be_moved_is_not(folders: tuple[Path, Path], inside: str) -> None:
    fresh, site = folders
    new = lay(fresh / "2", people__ada__index_html="Ada")
    lay(fresh / "2", **{inside.replace("/", "__").replace(".html", "_html"): "not now"})
    put_in_place(new, site, OURS)
    assert list(list_files(site / "people")) == ["ada/index.html"]
    assert (fresh / "2" / inside).read_text() == "not now"


def test_a_page_may_become_a_folder_and_a_folder_a_page(folders: tuple[Path, Path]) -> None:
    fresh, site = folders
    put_in_place(lay(fresh / "2", about_html__index_html="deeper", briefs="a file now"), site, OURS)
    take_away(["about.html", "briefs/x.html"], site)
    assert (site / "about.html/index.html").read_text() == "deeper"
    assert (site / "briefs").read_text() == "a file now"


def test_a_folder_with_something_of_others_in_it_stays(folders: tuple[Path, Path]) -> None:
    fresh, site = folders
    lay(site, briefs__verify_html="theirs")
    with pytest.raises(UnfinishedError, match="briefs"):
        put_in_place(lay(fresh / "2", briefs="a file now"), site, OURS)
    assert (site / "briefs/verify.html").read_text() == "theirs"


def test_a_folder_of_nothing_gives_way_to_a_page(folders: tuple[Path, Path]) -> None:
    fresh, site = folders
    (site / "about.html").unlink()
    (site / "about.html/a/b").mkdir(parents=True)
    put_in_place(lay(fresh, about_html="about"), site, OURS)
    assert (site / "about.html").read_text() == "about"


@pytest.mark.parametrize("name", ["about.html", "manifest.json"])
def test_nothing_is_new_where_not_all_of_it_can_be(folders: tuple[Path, Path], tmp_path: Path, name: str) -> None:
    """A folder of somebody else's stands in the way, or the disk has no room for what is to be remembered."""
    _, site = folders
    ground = Ground(tmp_path / "build", site)
    new = lay(ground.fresh, index_html="new home", about_html="new about")
    made = {place: keep(folder / place, "key") for place, folder in new.items()}
    last = Manifest(files=dict.fromkeys(OURS, Kept("key", 1, 1, "")))
    if name == "about.html":
        (site / name).unlink()
        lay(site, about_html__theirs="theirs")
    else:
        (tmp_path / f"build/.{name}.new").mkdir()
    before = digests(site)
    with pytest.raises(IsADirectoryError, match=name):
        release(Manifest(), made, new, last, ground, survey(site))
    assert digests(site) == before


def test_a_link_out_of_the_site_is_replaced_and_not_followed(folders: tuple[Path, Path], tmp_path: Path) -> None:
    fresh, site = folders
    lay(tmp_path, precious="precious", folder__kept="kept")
    (site / "about.html").unlink()
    (site / "about.html").symlink_to(tmp_path / "precious")
    take_away(["briefs/x.html"], site)
    (site / "briefs").symlink_to(tmp_path / "folder")
    put_in_place(lay(fresh, about_html="about", briefs__x_html="x"), site, OURS)
    assert (tmp_path / "precious").read_text() == "precious"
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["kept"]
    assert (site / "briefs/x.html").read_text() == "x"


def test_what_is_taken_away_takes_its_empty_folder_with_it(folders: tuple[Path, Path]) -> None:
    _, site = folders
    assert take_away(["briefs/x.html", "never/there.html"], site) == 1
    assert sorted(path.name for path in site.iterdir()) == ["about.html", "index.html"]


def test_pages_come_before_listings_before_what_leads_to_them() -> None:
    pages = ["index.html", "archive/index.html", "briefs/x/index.html"]
    needed = ["assets/a.css", "pagefind/fragment/en_1.pf_fragment", "briefs/x/index.md", "api/briefs/2026/x.json"]
    leading = ["sitemap.xml", "feed.xml", "pagefind/pagefind-entry.json", "names/a.json", "pagefind/1/shards.json"]
    names = [*leading, *pages, *needed]
    assert sorted(names, key=placing._turn) == names[::-1]


def test_on_another_disk_a_full_one_leaves_the_site_as_it_was(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh, site = folders
    new = lay(fresh, index_html="new home", about_html="new about")
    copied = []

    def fill(source: Path, target: Path) -> None:
        copied.append(source)
        if len(copied) > 1:
            raise OSError(28, "No space left on device")
        target.write_bytes(source.read_bytes())

    monkeypatch.setattr(placing, "_are_on_one_disk", lambda path, site: False)
    monkeypatch.setattr("shutil.copy2", fill)
    with pytest.raises(OSError, match="No space"):
        put_in_place(new, site, OURS)
    assert (site / "index.html").read_text() == "home"
    assert (site / "about.html").read_text() == "about"
    assert not list(site.glob(".*"))
    monkeypatch.setattr("shutil.copy2", lambda source, target: target.write_bytes(source.read_bytes()))
    put_in_place(new, site, OURS)
    assert (site / "about.html").read_text() == "new about"
    assert sorted(list_files(site)) == sorted(OURS)


# --- the manifest ----------------------------------------------------------------------------------


def test_a_manifest_reads_back(tmp_path: Path) -> None:
    manifest = Manifest(
        "program", "docs", "pages", {"a/б.html": Kept("key", 3, 5, "digest", True), "b": Kept("k", 1, 2, "d")}
    )
    write_manifest(tmp_path / "manifest.json", manifest)
    assert read_manifest(tmp_path / "manifest.json", "program") == (manifest, "")


def test_what_was_announced_and_not_finished_is_ours_and_not_right(tmp_path: Path) -> None:
    path, kept = tmp_path / "manifest.json", Kept("key", 3, 5, "digest")
    write_manifest(path, Manifest("program", "docs", "pages", {"a": kept, "b": kept}))
    announce(path, {"b": pending(kept), "c": pending(kept)})
    unsure = {"a": kept, "b": pending(kept), "c": pending(kept)}
    assert read_manifest(path, "program") == (Manifest("program", "docs", "pages", unsure), "")
    assert read_manifest(path, "another")[0].files == dict.fromkeys("abc", pending(kept))
    write_manifest(path, Manifest("program", "docs", "pages", {"c": kept}))
    assert read_manifest(path, "program") == (Manifest("program", "docs", "pages", {"c": kept}), "")
    announce(path, {"c": pending(kept)})
    path.unlink()
    assert read_manifest(path, "program") == (Manifest(files={"c": pending(kept)}), "")
    (announced,) = tmp_path.iterdir()
    announced.write_bytes(announced.read_bytes()[:-1])
    assert "damaged" in read_manifest(path, "program")[1]


def test_without_a_manifest_nothing_is_said(tmp_path: Path) -> None:
    assert read_manifest(tmp_path / "manifest.json", "program") == (Manifest(), "")


def test_of_another_program_the_files_are_ours_and_not_right(tmp_path: Path) -> None:
    write_manifest(tmp_path / "manifest.json", Manifest("program", "docs", "pages", {"a": Kept("key", 3, 5, "digest")}))
    manifest, why = read_manifest(tmp_path / "manifest.json", "another")
    assert "another version" in why
    assert manifest == Manifest("", "", "", {"a": pending(Kept("key", 3, 5, "digest"))})


@pytest.mark.parametrize("cut", [0, 1, 63, 64, 65, 66, 80, -1, -5])
def test_a_damaged_manifest_is_said_and_as_good_as_none(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "manifest.json"
    write_manifest(path, Manifest("program", "docs", "pages", {"a": Kept("key", 3, 5, "digest")}))
    path.write_bytes(path.read_bytes()[:cut])
    assert read_manifest(path, "program") == (
        Manifest(),
        "what the last build left is damaged, or of another version",
    )


def test_a_changed_byte_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    write_manifest(path, Manifest("program", "docs", "pages", {"a": Kept("key", 3, 5, "digest")}))
    path.write_bytes(path.read_bytes().replace(b"digest", b"digesT"))
    assert "damaged" in read_manifest(path, "program")[1]


def test_a_file_is_sound_where_its_bytes_are(tmp_path: Path) -> None:
    """The time tells quickly; where it differs, the bytes decide: a copied folder is as good as the first."""
    lay(tmp_path, same="same", copied="copied", edited="edited", gone="gone")
    kept = {name: keep(tmp_path / name, "key") for name in ("same", "copied", "edited", "gone")}
    lay(tmp_path, edited="EDITED")
    (tmp_path / "gone").unlink()
    there = {name: (kept[name].size, 7 if name != "same" else kept[name].time) for name in ("same", "copied", "edited")}
    sound = find_sound(kept, tmp_path, there)
    assert sound == {"same": kept["same"], "copied": kept["copied"]._replace(time=7)}


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


def test_a_program_that_outlives_its_build_keeps_the_lock(tmp_path: Path) -> None:
    """The indexer of a build that was killed still works; the next build waits for it."""
    with lock(tmp_path / "lock"):
        indexer = subprocess.Popen(["sleep", "30"], close_fds=False)
    with (tmp_path / "lock").open("ab") as held:
        with pytest.raises(BlockingIOError):
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        indexer.kill()
        indexer.wait()
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
