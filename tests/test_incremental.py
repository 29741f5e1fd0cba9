"""Building on from the last build gives the same bytes as building from nothing, whatever was changed between.

More of it: `make fuzz`.
"""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from desks import BRIEF, ROOT, SOURCE, copy_unbuilt, digests, keep_compiled, make_desk, run
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from hypothesis.strategies import integers, sampled_from

from generator import building, engine, preview, render
from generator.cache import Memory
from generator.clock import present_day
from generator.fingerprint import program_fingerprint
from generator.publishing import enclosures, head_start
from generator.publishing.head_start import take_over
from generator.publishing.release import Ground, look_back
from generator.telling import Telling

RUNS = int(os.environ.get("FUZZ_RUNS", "2"))
STEPS = int(os.environ.get("FUZZ_STEPS", "8"))
NAMES = ("Ada Quillfeather", "Bo Stavener", "Corin Ash", "Captain Dray")
DAYS = ("2024-11-05", "2025-12-30", "2026-01", "2026-02-03/2026-02-04", "2026-02-05")
PLACES = ("2024/quay", "2025/ferry", "2026/harbour", "2026/lamp", "tide")
TITLES = ("Port Ellery keeps its harbour open", "Ferrymen return to the table", "A lamp is lit")
QUOTED = ("The harbour stays open, and nobody will be turned away", "We expect the ferrymen to come back to the table")
NO_ADDRESS = 'site_url: !ENV [SITE_URL, ""]'
CHANGES = ("update", "correction", "typo")
PEOPLE = """ada-quillfeather:
  name: {name}
  aliases: [Quillfeather]
  page: {page}
  roles: [{{role: Mayor, organisation: harbour-board, from: 2025}}]
bo-stavener: Bo Stavener
"""
WORDS = {
    "organisations": "harbour-board: {{name: {}, aliases: [Board]}}\n",
    "topics": "tides: {{name: {}, aliases: [Tides]}}\n",
    "storylines": "harbour-talks: {}\n",
}


def write_brief(desk: Path, place: str, draw: random.Random) -> None:
    """A brief in which everything may be another each time."""
    told = place > "2024/quay" and (desk / "briefs/2024/quay.yaml").exists() and draw.random() < 0.5
    fields = [
        f"title: {draw.choice(TITLES)}",
        f"date: {draw.choice(DAYS)}",
        f"summary: {draw.choice(('The mayor speaks.', 'Ships wait. See [[2026/harbour]].'))}",
        "source: {file: harbour.txt, publisher: Ellery Courier}",
        f"topics: [{draw.choice(('diplomacy', 'Tides'))}]",
        f"storyline: {draw.choice(('harbour-talks', 'Lamps'))}",
        f"participants: [{{name: {draw.choice(NAMES)}, role: Pilot}}, {draw.choice(NAMES)}]",
        f"mentioned: [{{name: {draw.choice(NAMES)}, organisation: {draw.choice(('Board', 'Pilots'))}}}]",
        f"quotes:\n  - {{speaker: {draw.choice(NAMES[:2])}, text: '{draw.choice(QUOTED)}'}}",
        f"next_steps:\n  - {{id: {draw.choice(('vote', 'talks'))}, what: A meeting, when: {draw.choice(DAYS)}}}",
        f"changes:\n  - {{date: 2026-02-0{draw.randint(4, 6)}, kind: {draw.choice(CHANGES)}, note: Put right.}}",
        *([f"outcomes: [{{step: 2024/quay#{draw.choice(('vote', 'talks'))}, status: happened}}]"] if told else []),
        *(["draft: true"] if draw.random() < 0.1 else []),
        *(["withdrawn: It was wrong."] if draw.random() < 0.1 else []),
    ]
    path = desk / f"briefs/{place}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(fields) + "\n", encoding="utf-8")


def build(desk: Path, today: date, jobs: int = 1) -> bool:
    """Whether it was published, which an error in a brief prevents."""
    return building.build(desk, today, False, jobs, Telling(lambda line: None)).published is not None


class Desk(RuleBasedStateMachine):
    """A desk that is edited at random, and built now and then."""

    @initialize(seed=integers(0, 1 << 30))
    def begin(self, seed: int) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.desk = make_desk(self.folder / "desk")
        self.draw, self.today = random.Random(seed), date(2026, 2, 10)
        for name in ("zumbrella", "xylograph", "harbour"):
            (self.desk / f"briefs/2026/{name}.yaml").unlink()
        for place in PLACES[:3]:
            write_brief(self.desk, place, self.draw)
        (self.desk / "briefs/_people.yaml").write_text(PEOPLE.format(name=NAMES[0], page="true"), encoding="utf-8")
        settings = (self.desk / "mkdocs.yml").read_text(encoding="utf-8")
        assert NO_ADDRESS in settings
        everything = settings.replace(NO_ADDRESS, "site_url: https://ellery.example/")
        everything = everything.replace("quality_page: false", "quality_page: true")
        (self.desk / "mkdocs.yml").write_text(everything, encoding="utf-8")
        for kind in WORDS:
            self.rename_what_is_no_person(kind, "Harbour talks")
        self.own = pytest.MonkeyPatch()  # templates of the generator that can be changed
        self.own.setattr(render, "_TEMPLATES", shutil.copytree(render._TEMPLATES, self.folder / "templates"))
        self.own.setattr(render, "_ENVIRONMENT", render._environment())
        build(self.desk, self.today)

    def teardown(self) -> None:
        if hasattr(self, "own"):
            self.own.undo()
        shutil.rmtree(getattr(self, "folder", ""), ignore_errors=True)

    @rule(place=sampled_from(PLACES))
    def write_a_brief(self, place: str) -> None:
        """Added, edited or back-dated."""
        write_brief(self.desk, place, self.draw)

    @rule(place=sampled_from(PLACES))
    def remove_a_brief(self, place: str) -> None:
        (self.desk / f"briefs/{place}.yaml").unlink(missing_ok=True)

    @rule(old=sampled_from(PLACES), new=sampled_from(PLACES))
    def rename_a_brief(self, old: str, new: str) -> None:
        source, target = (self.desk / f"briefs/{name}.yaml" for name in (old, new))
        if source.exists() and not target.exists():
            text = source.read_text(encoding="utf-8")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(f"was: {old}\n" + text.replace("was: ", "# "), encoding="utf-8")
            source.unlink()

    @rule(name=sampled_from(("Ada Quillfeather", "Lady Quillfeather")), page=sampled_from(("true", "false")))
    def rename_a_person(self, name: str, page: str) -> None:
        (self.desk / "briefs/_people.yaml").write_text(PEOPLE.format(name=name, page=page), encoding="utf-8")

    @rule(kind=sampled_from(sorted(WORDS)), name=sampled_from(("Harbour talks", "Ferry talks")))
    def rename_what_is_no_person(self, kind: str, name: str) -> None:
        (self.desk / f"briefs/_{kind}.yaml").write_text(WORDS[kind].format(name), encoding="utf-8")

    @rule(line=sampled_from(("", "A line more.\n", "“Lamps are lit,” Bo Stavener said.\n")))
    def change_a_source(self, line: str) -> None:
        (self.desk / "seeds/harbour.txt").write_text(SOURCE + line, encoding="utf-8")

    @rule(
        setting=sampled_from(
            (
                ("page_size", "50", "1"),
                ("contact", '""', "mailto:desk@example.org"),
                ("site_url", "https://ellery.example/", "https://quay.example/desk/"),
                ("site_name", "The Briefing Desk", "Another Desk"),
                ("publish_texts_under", "[]", "[CC0-1.0]"),
                ("quality_page", "true", "false"),
            )
        )
    )
    def change_a_setting(self, setting: tuple[str, str, str]) -> None:
        name, old, new = setting
        path = self.desk / "mkdocs.yml"
        text = path.read_text(encoding="utf-8")
        assert f"{name}: {old}" in text or f"{name}: {new}" in text
        path.write_text(text.replace(f"{name}: {old}", f"{name}: {new}"), encoding="utf-8")

    @rule(name=sampled_from(("about.md", "imprint.md", "new.md")), words=sampled_from(("One.", "[Two](index.md)", "")))
    def change_a_page_by_hand(self, name: str, words: str) -> None:
        (self.desk / "docs" / name).write_text(f"# {name}\n\n{words}\n", encoding="utf-8")
        text = (self.desk / "mkdocs.yml").read_text(encoding="utf-8")
        if "/new.md" not in text:
            text = text.replace("not_in_nav: |\n", "not_in_nav: |\n  /new.md\n")
            (self.desk / "mkdocs.yml").write_text(text, encoding="utf-8")

    @rule(words=sampled_from(("", "<p>One</p>", "<p>Two</p>")))
    def change_a_template(self, words: str) -> None:
        partial = self.desk / "overrides/partials/copyright.html"
        partial.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(words, encoding="utf-8")
        text = (self.desk / "mkdocs.yml").read_text(encoding="utf-8")
        if "custom_dir" not in text:
            text = text.replace("  name: material\n", "  name: material\n  custom_dir: overrides\n")
            (self.desk / "mkdocs.yml").write_text(text, encoding="utf-8")

    @rule(kind=sampled_from(("brief", "entity", "list", "source", "home", "_who")), words=sampled_from(("", "More.")))
    def change_a_template_of_pages(self, kind: str, words: str) -> None:
        text = (ROOT / f"generator/templates/{kind}.md.jinja").read_text(encoding="utf-8")
        (self.folder / f"templates/{kind}.md.jinja").write_text(f"{text}\n\n{words}\n", encoding="utf-8")

    @rule(days=integers(1, 40))
    def let_days_pass(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule()
    def change_the_site_by_hand(self) -> None:
        """Its files are repaired; what is not ours is left."""
        files = sorted(path for path in (self.desk / "site").rglob("*") if path.is_file())
        for path in self.draw.sample(files, min(3, len(files))):
            if self.draw.random() < 0.3:
                path.unlink()
            else:
                path.write_bytes(path.read_bytes()[:-3] + b"\0\0\0")

    @rule()
    def change_what_is_kept(self) -> None:
        """What is remembered is cut short; the Markdown for people to read is no memory."""
        folders = [path for path in (self.desk / "build").iterdir() if path.name != "pages"]
        kept = self.draw.choice([path for folder in folders for path in (folder, *folder.rglob("*")) if path.is_file()])
        kept.write_bytes(kept.read_bytes()[: self.draw.randint(0, 200)])

    @rule(jobs=integers(1, 2), share=sampled_from((5, 600)))
    def build_it(self, jobs: int, share: int) -> None:
        self.compare(jobs, share)

    def put_right(self) -> None:
        """All that any brief speaks of is there, and the newest has something new."""
        for place in PLACES:
            write_brief(self.desk, place, self.draw)
            path = self.desk / f"briefs/{place}.yaml"
            lines = path.read_text(encoding="utf-8").splitlines()
            kept = [line for line in lines if not line.startswith(("draft:", "withdrawn:", "outcomes:"))]
            path.write_text("\n".join([*kept, "places: [The end]"]) + "\n", encoding="utf-8")

    def compare(self, jobs: int, share: int) -> None:
        anew = copy_unbuilt(self.desk, self.folder / "anew")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(engine, "SHARE", share)
            patch.setattr(enclosures, "_MANY", share)
            patch.setattr(enclosures, "_PAGES_TAKE", 1)
            before = digests(self.desk / "site")
            if not build(self.desk, self.today, jobs):  # a link may lead to a brief that has been removed
                assert digests(self.desk / "site") == before
                return
        assert build(anew, self.today)
        assert digests(self.desk / "site") == digests(anew / "site")
        assert digests(self.desk / "build/pages") == digests(anew / "build/pages")


def test_building_on_is_building_from_nothing() -> None:
    """Random edits of a desk, each followed by a build and held against a clean one."""

    class Whole(Desk):
        def teardown(self) -> None:
            if hasattr(self, "desk"):
                self.put_right()
                before = digests(self.desk / "site")
                self.compare(1, 600)
                assert digests(self.desk / "site") != before
            super().teardown()

    run_state_machine_as_test(
        Whole,
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate,),
        ),
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = make_desk(tmp_path_factory.mktemp("incremental") / "desk")
    build(made, date(2026, 2, 10))
    return made


HOOK = "def on_page_content(html, **more):\n    return html + '<p>{}</p>'\n"


@pytest.fixture(scope="module")
def framed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with everything that is laid round its pages, built."""
    desk = make_desk(tmp_path_factory.mktemp("framed") / "desk")
    write(desk / "overrides/partials/copyright.html", "<p>One</p>")
    write(desk / "hook.py", HOOK.format("one"))
    write(desk / "docs/about.md", "# About\n\nOne.\n")
    write(desk / "docs/gone.md", "# Gone\n\nSoon.\n")
    write(desk / "docs/asset.txt", "one")
    settings = (desk / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("  name: material\n", "  name: material\n  custom_dir: overrides\n")
    settings = settings.replace("not_in_nav: |\n", "not_in_nav: |\n  /gone.md\n")
    write(desk / "mkdocs.yml", f"{settings}\nhooks: [hook.py]\n")
    assert build(desk, date(2026, 2, 10))
    keep_compiled(desk)
    return desk


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def reword(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def cut(path: Path) -> None:
    """The same length, other bytes, and a time that tells so."""
    stored = path.read_bytes()
    path.write_bytes(bytes(len(stored)))


def spoil_one_shard_and_edit_another(desk: Path) -> None:
    next((desk / "build/search/pages/bundle/fragment").iterdir()).unlink()
    reword(desk / "briefs/2026/harbour.yaml", "keeps its", "opens a")


#: One thing of a built desk each, by what it is called.
ALONE: dict[str, Callable[[Path], object]] = {
    "a page by hand": lambda desk: write(desk / "docs/about.md", "# About\n\nTwo.\n"),
    "a page by hand that goes": lambda desk: (desk / "docs/gone.md").unlink(),
    "a file beside the pages": lambda desk: write(desk / "docs/asset.txt", "two"),
    "a file beside the pages that is new": lambda desk: write(desk / "docs/more.txt", "new"),
    "a file beside the pages that goes": lambda desk: (desk / "docs/asset.txt").unlink(),
    "a setting": lambda desk: reword(desk / "mkdocs.yml", 'copyright: ""', 'copyright: "Ours"'),
    "a title in the navigation": lambda desk: reword(desk / "mkdocs.yml", "- About: about.md", "- Us: about.md"),
    "the address": lambda desk: reword(desk / "mkdocs.yml", NO_ADDRESS, "site_url: https://quay.example/desk/"),
    "a template": lambda desk: write(desk / "overrides/partials/copyright.html", "<p>Two</p>"),
    "a hook": lambda desk: write(desk / "hook.py", HOOK.format("two")),
    "a part of the index that is kept, while another is made": spoil_one_shard_and_edit_another,
    "the day": lambda desk: None,
}
#: What only the last build has left: put right, it is what it was.
LEFT: dict[str, Callable[[Path], object]] = {
    "a page of the site": lambda desk: (desk / "site/about/index.html").unlink(),
    "a page of a brief": lambda desk: cut(desk / "site/briefs/2026/harbour/index.html"),
    "data of a brief": lambda desk: cut(desk / "site/api/briefs/2026/harbour.json"),
    "a file of the theme": lambda desk: cut(next((desk / "site/assets").rglob("*.css"))),
    "the page that is not there": lambda desk: (desk / "site/404.html").unlink(),
    "a file of the index": lambda desk: next((desk / "site/pagefind/fragment").iterdir()).unlink(),
    "the Markdown of a page": lambda desk: (desk / "build/pages/briefs/2026/harbour.md").unlink(),
}


@pytest.mark.parametrize("name", ALONE)
def test_one_thing_alone_is_noticed(framed: Path, tmp_path: Path, name: str) -> None:
    """Nothing else changes that would have everything made anew."""
    desk, anew = tmp_path / "desk", tmp_path / "anew"
    shutil.copytree(framed, desk)
    today = date(2026, 4, 10) if name == "the day" else date(2026, 2, 10)
    ALONE[name](desk)
    copy_unbuilt(desk, anew)
    assert build(desk, today)
    assert build(anew, today)
    assert digests(desk / "site") == digests(anew / "site")
    assert digests(desk / "build/pages") == digests(anew / "build/pages")


@pytest.mark.parametrize("name", LEFT)
def test_one_damage_alone_is_repaired(framed: Path, tmp_path: Path, name: str) -> None:
    desk = tmp_path / "desk"
    shutil.copytree(framed, desk)
    LEFT[name](desk)
    spoilt = [digests(desk / "site"), digests(desk / "build/pages")]
    whole = [digests(framed / "site"), digests(framed / "build/pages")]
    assert spoilt != whole
    assert build(desk, date(2026, 2, 10))
    assert [digests(desk / "site"), digests(desk / "build/pages")] == whole


def is_as_from_nothing(desk: Path, anew: Path) -> bool:
    """Whether a build that goes on gives what one from nothing gives."""
    copy_unbuilt(desk, anew)
    assert build(desk, date(2026, 2, 10)) and build(anew, date(2026, 2, 10))
    return digests(desk / "site") == digests(anew / "site")


#: Files of docs/, and where generated ones stood: one that is no page, data, data of a brief, a page that leads on.
INSTEAD = {
    "llms.txt": "llms.txt",
    "api/index.json": "api/index.json",
    "api/briefs/2026/harbour.json": "api/briefs/2026/harbour.json",
    "briefs/2026/old-quay.md": "briefs/2026/old-quay/index.html",
}


def test_what_lies_in_docs_takes_the_place_of_files_that_are_generated(framed: Path, tmp_path: Path) -> None:
    desk, anew = shutil.copytree(framed, tmp_path / "desk"), tmp_path / "anew"
    generated = {place: (desk / "site" / place).read_bytes() for place in INSTEAD.values()}
    reword(desk / "mkdocs.yml", "not_in_nav: |\n", "not_in_nav: |\n  /briefs/\n")
    for name in INSTEAD:
        write(desk / "docs" / name, "# Our own words\n")
    assert is_as_from_nothing(desk, anew)
    assert [place for place in generated if b"Our own words" not in (desk / "site" / place).read_bytes()] == []
    reword(desk / "briefs/2026/harbour.yaml", "keeps its", "opens a")
    assert is_as_from_nothing(desk, anew)
    assert run("mkdocs", "build", desk=anew, SOURCE_DATE_EPOCH="1770681600").returncode == 0
    assert digests(desk / "site") == digests(anew / "site")
    for name in INSTEAD:
        (desk / "docs" / name).unlink()
    reword(desk / "briefs/2026/harbour.yaml", "opens a", "keeps its")
    assert is_as_from_nothing(desk, anew)
    assert {place: (desk / "site" / place).read_bytes() for place in generated} == generated


@pytest.mark.parametrize("name", ["people.md", "people/index.html", "briefs/2026/harbour/index.md"])
def test_nothing_in_docs_takes_the_place_of_a_page(framed: Path, tmp_path: Path, name: str) -> None:
    """However it is written that it goes there."""
    desk = shutil.copytree(framed, tmp_path / "desk")
    write(desk / "docs" / name, "# Our own words\n")
    before = digests(desk / "site")
    with pytest.raises(engine.SiteError, match=f"docs/{name} stands where the generator puts a page"):
        build(desk, date(2026, 2, 10))
    assert digests(desk / "site") == before


@pytest.mark.parametrize(
    "asked",
    [
        '!ENV [NOBODY, OURS, "none"]',
        "!ENV [\n  OURS]",
        "!ENV\n  - NOBODY\n  - OURS\n  - none",
        "!ENV\n  OURS",
        "!ENV OURS",
    ],
)
def test_what_the_settings_ask_of_the_environment_is_noticed(
    framed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    desk = shutil.copytree(framed, tmp_path / "desk")
    monkeypatch.setenv("OURS", "One")
    reword(desk / "mkdocs.yml", "extra:\n", f"site_author: {asked}\nextra:\n")
    assert build(desk, date(2026, 2, 10))
    before = digests(desk / "site")
    monkeypatch.setenv("OURS", "Two")
    assert is_as_from_nothing(desk, tmp_path / "anew")
    assert digests(desk / "site") != before


@pytest.mark.parametrize("named", ["INHERIT: base.yml", '"INHERIT": "base.yml"'])
def test_settings_that_are_inherited_are_noticed(framed: Path, tmp_path: Path, named: str) -> None:
    desk = shutil.copytree(framed, tmp_path / "desk")
    (desk / "mkdocs.yml").rename(desk / "base.yml")
    write(desk / "mkdocs.yml", f"{named}\n")
    frame = engine.frame_of(engine.configure(desk))
    reword(desk / "base.yml", "primary: custom", "primary: red")
    assert engine.frame_of(engine.configure(desk)) != frame


def test_a_hook_that_is_changed_while_the_program_runs_is_noticed_by_the_next_run(framed: Path, tmp_path: Path) -> None:
    """MkDocs loads a hook once: until then its pages are those of the hook that runs."""
    desk = shutil.copytree(framed, tmp_path / "desk")
    frame = engine.frame_of(engine.configure(desk))
    write(desk / "hook.py", HOOK.format("two"))
    assert engine.frame_of(engine.configure(desk)) == frame
    engine._read_once.cache_clear()  # as in another run
    assert engine.frame_of(engine.configure(desk)) != frame


@pytest.mark.parametrize(("folder", "name"), [("docs/shared", "a.txt"), ("overrides/partials", "copyright.html")])
def test_what_lies_behind_a_link_to_a_folder_is_noticed(framed: Path, tmp_path: Path, folder: str, name: str) -> None:
    desk = shutil.copytree(framed, tmp_path / "desk")
    write(desk / "elsewhere" / name, "<p>Three</p>")
    shutil.rmtree(desk / folder, ignore_errors=True)
    (desk / folder).symlink_to("../elsewhere")
    assert build(desk, date(2026, 2, 10))
    before = digests(desk / "site")
    write(desk / "elsewhere" / name, "<p>Four</p>")
    assert is_as_from_nothing(desk, tmp_path / "anew")
    assert digests(desk / "site") != before


def changed_by(desk: Path, edit: Callable[[], object]) -> set[str]:
    before = digests(desk / "site")
    edit()
    build(desk, date(2026, 2, 10))
    after = digests(desk / "site")
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_an_edit_changes_what_it_touches_and_nothing_else(desk: Path) -> None:
    path = desk / "briefs/2026/harbour.yaml"
    changed = changed_by(desk, lambda: path.write_text(BRIEF.replace("keeps its", "opens a"), encoding="utf-8"))
    assert "briefs/2026/harbour/index.html" in changed
    assert "people/ada-quillfeather/index.html" in changed
    assert "briefs/2026/us-russia-florida-talks/index.html" not in changed
    assert "people/steve-witkoff/index.html" not in changed
    assert not {name for name in changed if name.startswith(("assets/", "about/", "method/"))}


@pytest.mark.parametrize("entry", ["- About: about.md", "- about.md"], ids=["named", "named by its page"])
def test_a_site_built_in_shares_is_one_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entry: str) -> None:
    """Pages of docs/ are built with one share alone, and stand in the navigation of all."""
    sites = []
    for name, share in (("whole", 1_000), ("shared", 5)):
        desk = make_desk(tmp_path / name)
        settings = (desk / "mkdocs.yml").read_text(encoding="utf-8")
        assert settings.count("- About: about.md") == 1
        (desk / "mkdocs.yml").write_text(settings.replace("- About: about.md", entry), encoding="utf-8")
        (desk / "docs/about.md").write_text("# Who we are\n\nA desk.\n", encoding="utf-8")
        monkeypatch.setattr(engine, "SHARE", share)
        assert build(desk, date(2026, 2, 10), 2)
        sites.append(digests(desk / "site"))
    assert sites[0] == sites[1]
    page = (desk / "site/briefs/2026/harbour/index.html").read_text(encoding="utf-8")
    assert ("Who we are" in page) is (entry == "- about.md")


def test_a_mistyped_search_index_is_made_again(desk: Path) -> None:
    entry = desk / "site/pagefind/pagefind-entry.json"
    whole = entry.read_bytes()
    entry.write_bytes(whole[:-1] + b" ")
    build(desk, date(2026, 2, 10))
    assert entry.read_bytes() == whole


BROKEN = BRIEF.replace("summary:", "sumary:")


@pytest.mark.parametrize(
    ("name", "text", "seen"),
    [
        ("harbour", BRIEF.replace("keeps its", "shuts its"), "Port Ellery shuts its harbour"),
        ("harbour", BROKEN, "sumary"),
        ("tug", BRIEF.replace("Port Ellery", "A tug"), "A tug keeps its harbour"),
    ],
    ids=["edited", "broken", "new"],
)
def test_a_preview_shows_the_brief_that_was_saved_before_all_else(
    desk: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, seen: str
) -> None:
    """And what was shown first changes nothing about what is there in the end."""
    monkeypatch.setattr(preview, "_LARGE", 1)
    telling = Telling(lambda line: None)

    def show(folder: str, shown: preview.Shown, memory: Memory) -> tuple[preview.Shown, bool]:
        return preview.build_on(desk, Ground(desk / folder, desk / folder / "site"), memory, shown, telling)

    memory = Memory(desk / "build/one")
    shown, ahead = show("build/one", preview.Shown(), memory)
    assert not ahead
    before = digests(desk / "build/one/site")
    (desk / f"briefs/2026/{name}.yaml").write_text(text, encoding="utf-8")
    shown, ahead = show("build/one", shown, memory)
    assert ahead
    after = digests(desk / "build/one/site")
    assert {place for place in after if before.get(place) != after[place]} == {f"briefs/2026/{name}/index.html"}
    assert seen in (desk / f"build/one/site/briefs/2026/{name}/index.html").read_text(encoding="utf-8")
    shown, ahead = show("build/one", shown, memory)
    assert not ahead
    show("build/two", preview.Shown(), Memory(desk / "build/two"))
    assert digests(desk / "build/one/site") == digests(desk / "build/two/site")


def show(desk: Path, folder: str) -> dict[str, str]:
    """What a preview in a folder of the desk shows."""
    ground = Ground(desk / folder, desk / folder / "site")
    preview.build_on(desk, ground, Memory(ground.desk), preview.Shown(), Telling(lambda line: None))
    return dict(digests(ground.site))


def silent(line: str) -> None:
    """Say nothing."""


def same_files(one: Path, other: Path) -> set[str]:
    """The files of a site that are those of another: the same on the disk, not only alike."""
    there = {path.relative_to(one).as_posix(): path for path in one.rglob("*") if path.is_file()}
    return {place for place, path in there.items() if (other / place).is_file() and (other / place).samefile(path)}


def test_a_preview_begins_with_what_the_last_build_made(framed: Path, tmp_path: Path) -> None:
    """It makes what it has more, and shows what a preview from nothing shows."""
    desk = shutil.copytree(framed, tmp_path / "desk")
    site = desk / "site"
    assert build(desk, present_day())
    before = digests(site)
    last, own = Ground(desk / "build", site), Ground(desk / "build/preview", desk / "build/preview/site")
    assert take_over(last, own, silent)
    begun = show(desk, "build/preview")
    shared = same_files(site, desk / "build/preview/site")
    untouched = ("briefs/2026/us-russia-florida-talks/index.html", "people/steve-witkoff/index.html")
    assert shared.issuperset(untouched)
    assert len(shared) > len(begun) * 0.7
    assert "briefs/2026/zumbrella/index.html" in begun.keys() - before.keys()  # a draft
    assert begun == show(desk, "build/preview-from-nothing")
    assert digests(site) == before
    assert not take_over(last, own, silent)  # it has one of its own


@pytest.mark.parametrize(
    "spoil",
    [
        lambda build: (build / "manifest.json").unlink(),
        lambda build: (build / "manifest.json").write_bytes(b"cut short"),
        lambda build: cut(build / "manifest.json"),
    ],
    ids=["no build", "cut short", "damaged"],
)
def test_a_preview_begins_with_nothing_where_a_build_left_nothing_sound(
    framed: Path, tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    desk = shutil.copytree(framed, tmp_path / "desk")
    spoil(desk / "build")
    own = Ground(desk / "build/preview", desk / "build/preview/site")
    assert not take_over(Ground(desk / "build", desk / "site"), own, silent)
    assert not (desk / "build/preview/site").exists()


def test_a_build_by_another_program_is_not_taken_over(framed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(head_start, "program_fingerprint", lambda: "another")
    own = Ground(framed / "build/preview", framed / "build/preview/site")
    assert not take_over(Ground(framed / "build", framed / "site"), own, silent)


def test_where_a_disk_has_no_links_files_are_copied(
    framed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*paths: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    own = tmp_path / "preview"
    (own / "site").mkdir(parents=True)
    (own / "site/old.html").write_text("of a preview that was cut short", encoding="utf-8")
    assert take_over(Ground(framed / "build", framed / "site"), Ground(own, own / "site"), silent)
    assert digests(own / "site") == digests(framed / "site")
    assert not same_files(own / "site", framed / "site")
    left = look_back(Ground(own, own / "site"), program_fingerprint())
    assert left.sound.keys() == left.last.files.keys() != set()


def test_a_page_is_served_without_its_policy() -> None:
    page = b'<head><meta http-equiv="Content-Security-Policy" content="script-src \'self\'; x"><title>A</title></head>'

    def answer(kind: str, body: bytes) -> tuple[bytes, list[tuple[str, str]]]:
        told: list[tuple[str, list[tuple[str, str]]]] = []

        def app(environ: object, start: Callable[..., object]) -> list[bytes]:
            start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(body)))])
            return [body[:20], body[20:]]

        served = b"".join(preview.without_policy(app)({}, lambda *said: told.append(said)))
        return served, told[0][1]

    served, headers = answer("text/html", page)
    assert served == b"<head><title>A</title></head>"
    assert headers == [("Content-Type", "text/html"), ("Content-Length", str(len(served)))]
    assert answer("text/plain", page) == (page, [("Content-Type", "text/plain"), ("Content-Length", str(len(page)))])
