"""The search index: its cut, its facets and its bytes, held against the briefs themselves."""

from __future__ import annotations

import base64
import errno
import gzip
import json
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from desks import digests
from hypothesis import given
from hypothesis import strategies as some

from generator import search
from generator.names import slug
from generator.output import lay
from generator.pipeline import compose
from generator.search import index, is_sealed
from generator.searching.articles import stand_in
from generator.searching.cut import Searched, cut
from generator.searching.names import initial, plain

ROOT = Path(__file__).parent.parent
DEMO = ROOT / "tests/demo"
TODAY = date(2026, 1, 15)


# --- the cut ---------------------------------------------------------------------------------------

DAYS = some.dates(date(1990, 1, 1), date(2030, 12, 31))


def pages(days: Sequence[date], more: int = 0) -> list[Searched]:
    briefs = [Searched(f"briefs/b{number}/index.html", "k", day) for number, day in enumerate(days)]
    return [*briefs, *(Searched(f"p{number}/index.html", "k") for number in range(more))]


@given(some.lists(DAYS, max_size=60), some.integers(0, 20), some.integers(3, 20))
def test_every_page_is_in_one_shard_and_shards_go_back_in_time(days: list[date], more: int, full: int) -> None:
    shards = cut(pages(days, more), full)
    told = [page for part in shards.values() for page in part]
    months = [page.order[0].strftime("%Y-%m") if page.day else "" for page in told]
    assert months == sorted(months, reverse=True)
    assert all(list(part) == sorted(part, key=lambda page: page.order, reverse=True) for part in shards.values())
    assert sorted(told, key=lambda page: page.place) == sorted(pages(days, more), key=lambda page: page.place)
    assert all(
        len(part) <= full or len({page.order[0].strftime("%Y-%m") for page in part}) == 1 for part in shards.values()
    )


@given(some.lists(DAYS, min_size=1, max_size=60), DAYS, some.integers(3, 20))
def test_an_older_brief_more_changes_the_shard_of_its_date_alone(days: list[date], day: date, full: int) -> None:
    before = cut(pages(days), full)
    if day >= max(days):
        return
    after = cut(pages([*days, day]), full)
    same = [name for name in before if before[name] == after.get(name)]
    assert len(before) - len(same) <= 1


def test_ten_thousand_briefs_are_few_shards_and_the_newest_is_small() -> None:
    days = [date(2019, 11, 1) + timedelta(days=number * 2557 // 10_000) for number in range(10_000)]
    shards = cut(pages(days, more=8))
    assert len(shards) <= 10
    assert len(next(iter(shards.values()))) <= 400
    assert max(map(len, shards.values())) <= 1_500


# --- what is indexed -------------------------------------------------------------------------------


def test_signs_without_spaces_are_words_of_their_own_and_nothing_else_is_touched() -> None:
    article = '<article class="x" data-pagefind-body><h1 title="水库">A 水库</h1><p>Привіт, світе · กขค 2km</p>'
    told = stand_in(f"<html>menu{article}</article>foot</html>")
    assert 'title="水库"' in told
    assert "A 水 库<" in told
    assert "Привіт, світе · ก ข ค 2km" in told
    assert "menu" not in told
    assert stand_in("<article class='x'>not searched</article>") == ""


def test_a_source_and_its_headline_weigh_little_and_nothing_else_does() -> None:
    article = '<article class="x" data-pagefind-body data-kind="{kind}"><h1 id="h">A</h1><p>B</p></article>'
    assert "weight" not in stand_in(article.format(kind="brief"))
    light = stand_in(article.format(kind="source"))
    assert light.count('data-pagefind-weight="0.1"') == 2
    assert '<h1 data-pagefind-weight="0.1" id="h">' in light


@pytest.mark.parametrize(
    ("name", "file"), [("Érec", "e"), ("Ólafur", "o"), ("多国", "u59"), ("Ільїн", "u4"), ("ليلى", "u6"), ("9th", "9")]
)
def test_a_name_is_in_the_file_of_its_first_letter(name: str, file: str) -> None:
    assert initial(plain(name)) == file


# --- the demonstration desk, indexed in several shards ---------------------------------------------


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Stand-ins for the built pages of the demonstration desk; MkDocs is not needed to index."""
    folder = tmp_path_factory.mktemp("indexed")
    for record in compose(DEMO, TODAY).examined.library.records:
        if not record.brief.draft and not record.brief.withdrawn:
            write_page(folder / "site", record.id, record.brief.title, record.brief.summary)
    return folder


def write_page(site: Path, brief: str, title: str, text: str) -> None:
    path = site / f"briefs/{brief}/index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    article = f'<article class="a" data-pagefind-body><h1 id="t">{title}</h1><p>{text}</p></article>'
    path.write_text(f"<!doctype html><html><body>{article}</body></html>", encoding="utf-8")


def searched(site: Path) -> list[Searched]:
    places = [path.relative_to(site).as_posix() for path in site.rglob("index.html")]
    return compose(DEMO, TODAY).searched(places, lambda place: (site / place).read_text(encoding="utf-8"))


def make(desk: Path, target: Path, full: int = 8) -> dict[str, str]:
    """Index, and lay the files out as a door does: their digests by place."""
    site, facts = desk / "site", compose(DEMO, TODAY).site.facts
    for place, path in index(lambda place: site / place, searched(site), facts, "en", desk, full=full).items():
        (target / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target / place)
    return dict(digests(target))


def facets(target: Path) -> list[Mapping[str, Any]]:
    names = json.loads((target / "pagefind/shards.json").read_bytes())
    folders = [target / "pagefind", *(target / "pagefind" / name for name in names[1:])]
    return [json.loads((folder / "facets.json").read_bytes()) for folder in folders]


def typed() -> dict[str, Any]:
    """The briefs of the demonstration desk as YAML has them, by id."""
    folder = DEMO / "briefs"
    paths = [path for path in sorted(folder.rglob("*.yaml")) if not path.name.startswith("_")]
    read = {
        path.relative_to(folder).with_suffix("").as_posix(): yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        for path in paths
    }
    return {name: brief for name, brief in read.items() if not brief.get("draft") and not brief.get("withdrawn")}


def test_facets_are_those_of_the_briefs_newest_first(desk: Path, tmp_path: Path) -> None:
    make(desk, tmp_path / "out")
    shards = facets(tmp_path / "out")
    assert len(shards) >= 3
    briefs = typed()
    expected = sorted((brief["date"].split("/")[0].strip("?~%"), name) for name, brief in briefs.items())[::-1]
    assert [day for shard in shards for day in shard["days"]] == [day for day, _ in expected]
    for facet, field in (("topics", "topics"), ("storylines", "storyline"), ("publishers", "publisher")):
        counted: dict[str, int] = {}
        for shard in shards:
            for listed in shard[facet]["of"]:
                for number in listed:
                    name = slug(shard[facet]["names"][number][0])
                    counted[name] = counted.get(name, 0) + 1
        wanted: dict[str, int] = {}
        for brief in briefs.values():
            source = brief["source"] if isinstance(brief["source"], dict) else {}
            found = (source if field == "publisher" else brief).get(field)
            for one in {slug(each) for each in ([found] if isinstance(found, str) else found or ())}:
                wanted[one] = wanted.get(one, 0) + 1
        assert counted == wanted
        assert counted


def test_everybody_who_takes_part_or_is_named_is_a_facet(desk: Path, tmp_path: Path) -> None:
    make(desk, tmp_path / "out")
    shown = {
        name
        for shard in facets(tmp_path / "out")
        for kind in ("people", "organisations")
        for _, name in shard[kind]["names"]
    }
    people = compose(DEMO, TODAY).examined.entities
    for brief in typed().values():
        for one in (*brief.get("participants", ()), *brief.get("mentioned", ())):
            ref = people.find(one if isinstance(one, str) else one["name"])
            assert ref is None or not ref.page or ref.name in shown


def test_two_runs_give_the_same_bytes(desk: Path, tmp_path: Path) -> None:
    first = make(desk, tmp_path / "one")
    shutil.rmtree(desk / "search")
    assert make(desk, tmp_path / "two") == first


def test_an_edit_touches_the_files_of_its_shard_alone_and_sealed_files_never_change(desk: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed"
    shutil.copytree(desk, changed)
    before = make(changed, tmp_path / "before")
    times = {path: path.stat().st_mtime_ns for path in (changed / "search").rglob("*") if path.is_file()}
    write_page(changed / "site", "2025/relief-visit-detainees", "Changed", "xylophone")
    after = make(changed, tmp_path / "after")
    assert all(before[place] == after[place] for place in before.keys() & after.keys() if is_sealed(place))
    touched = {Path(place).parts[1] for place in before.keys() ^ after.keys()}
    assert len(touched - {"fragment", "index"}) <= 2, touched
    written = {
        path.relative_to(changed / "search").parts[0]
        for path, time in times.items()
        if not path.exists() or path.stat().st_mtime_ns != time
    }
    assert len(written) == 1


@pytest.mark.parametrize("harm", [b"", b"{}", b'{"digest": 1}', b"\xff\x00"])
def test_what_is_damaged_is_made_again(desk: Path, tmp_path: Path, harm: bytes) -> None:
    before = make(desk, tmp_path / "before")
    for path in (desk / "search").rglob("made.json"):
        path.write_bytes(harm)
    next((desk / "search").rglob("*.pf_index")).unlink()
    assert make(desk, tmp_path / "after") == before


@pytest.mark.parametrize("name", ["*.pf_fragment", "*.pf_index"])
def test_a_kept_file_of_other_bytes_is_made_again(desk: Path, tmp_path: Path, name: str) -> None:
    """The same length, and a time that tells so; where the time alone is another, nothing is made again."""
    before = make(desk, tmp_path / "before")
    path = next((desk / "search").rglob(name))
    entry = next((desk / "search").glob("*/made.json"))
    times = entry.stat().st_mtime_ns
    os.utime(path, (1, 1))
    assert make(desk, tmp_path / "copied") == before
    assert entry.stat().st_mtime_ns == times
    path.write_bytes(bytes(path.stat().st_size))
    assert make(desk, tmp_path / "after") == before


@pytest.mark.parametrize(
    "says", ["exit 1", "exec <&-; sleep 1", "read -r -d , question; echo eyJwYXlsb2FkIjogeyJ0eXBlIjogIkVyc"]
)
def test_an_indexer_that_ends_too_soon_makes_no_index(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str
) -> None:
    """Before a word, or in the middle of one."""
    (tmp_path / "ends").write_text(f"#!/bin/bash\n{says}\n", encoding="utf-8")
    (tmp_path / "ends").chmod(0o755)
    shutil.rmtree(desk / "search", ignore_errors=True)
    with monkeypatch.context() as patch, pytest.raises(search.SearchError, match="ended without a word"):
        patch.setattr(search, "find_indexer", lambda: tmp_path / "ends")
        make(desk, tmp_path / "before")
    assert make(desk, tmp_path / "after")


def test_the_indexer_may_refuse(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = base64.b64encode(json.dumps({"payload": {"type": "Error", "message": "no more pages"}}).encode()).decode()
    (tmp_path / "refuses").write_text(f"#!/bin/bash\nread -r -d , question; echo -n {answer},\n", encoding="utf-8")
    (tmp_path / "refuses").chmod(0o755)
    monkeypatch.setattr(search, "find_indexer", lambda: tmp_path / "refuses")
    shutil.rmtree(desk / "search", ignore_errors=True)
    with pytest.raises(search.SearchError, match="no more pages"):
        make(desk, tmp_path / "before")


def test_places_in_chinese_are_counted_as_the_browser_counts_them(tmp_path: Path) -> None:
    """By the spaces of the index alone: words that Pagefind cut itself would move what search shows of a page."""
    article = (
        '<article data-pagefind-body data-kind="brief"><p>港口谈判 · 2026年11月25日。</p>'
        "<h1 id='title'>港口仍保持开放</h1><p>市长说，唐纳德·特朗普来了。</p></article>"
    )
    (tmp_path / "index.html").write_text(article, encoding="utf-8")
    pages = [Searched("index.html", "k", date(2026, 11, 25))]
    made = index(lambda place: tmp_path / place, pages, lambda places: {}, "zh-CN", tmp_path / "desk")
    (stored,) = (path for place, path in made.items() if place.endswith(".pf_fragment"))
    told = json.loads(gzip.decompress(stored.read_bytes()).removeprefix(b"pagefind_dcd"))
    words, (title,) = told["content"].split(), told["anchors"]
    assert "\N{ZERO WIDTH SPACE}" not in told["content"]
    assert "".join(words[title["location"] :][:7]).rstrip(".") == "港口仍保持开放"


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="another disk, which lists a folder in another order")
def test_an_index_is_the_same_on_any_disk(desk: Path, tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        other = shutil.copytree(desk, Path(folder) / "desk", ignore=shutil.ignore_patterns("search"))
        shutil.rmtree(desk / "search", ignore_errors=True)
        assert make(desk, tmp_path / "made") == make(other, tmp_path / "made elsewhere")


def test_a_full_disk_is_met_when_an_index_is_written(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By us: Pagefind writes nothing, for it says nothing of what it could not write."""

    def refuse(path: Path, stored: bytes) -> None:
        if path.suffix == ".pf_meta":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        lay(path, stored)

    monkeypatch.setattr(search, "lay", refuse)
    shutil.rmtree(desk / "search", ignore_errors=True)
    with pytest.raises(OSError, match="No space"):
        make(desk, tmp_path / "before")
    monkeypatch.undo()
    assert make(desk, tmp_path / "after")
