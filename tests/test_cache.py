"""What is remembered of the last run changes nothing but the time: the result is the same as without it."""

from __future__ import annotations

import random
from collections import abc
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from effort import examples

from generator.cache import Memory, read_cache, write_cache
from generator.cli import commands
from generator.desk.files import find_files
from generator.desk.library import SourceChangedError, _read_again
from generator.desk.opening import open_document
from generator.desk.packing import pack, unpack
from generator.desk.remembered import Cache
from generator.model import Brief
from generator.pipeline import Examined, compose, examine
from generator.quoting.consulted import may_hold, sign_words
from generator.settings import Settings
from generator.typed.nodes import Mapping
from generator.typed.validation import validate

TODAY = date(2026, 3, 1)
SEEDS = examples(8)
EDITS = 16

IDS = ("2026/a", "2026/b", "c", "d")
NAMES = ("Ada Lind", "Lind", "Bo Hart", "Cy Wu", "Harbour Guild", "the mayor", "an aide", "Guild")
FILES = ("one.txt", "two.txt", "none.txt")
WORDS = ("The harbour stays open", "nobody is turned away", "not on my watch", "We shall see", "words of nobody")
ROLES = ("Mayor", "Envoy", "Chair of the Guild")
DAYS = ("2026-01-05", "2026-02", "2026-04-01", "2025-12-30/2026-01-02", "soon")


class Desk:
    """A desk on the disk, and what an editor may do to it."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.draw = root, random.Random(seed)
        self.settings, self.today = Settings(), TODAY
        self.briefs: dict[str, dict[str, Any]] = {}
        self.entries: dict[str, dict[str, Any]] = {}
        for name in FILES[:2]:
            self.write(f"seeds/{name}", self.text())
        self.people()
        for name in IDS[:3]:
            self.put(name, self.brief())

    def one(self, *values: Any) -> Any:
        return self.draw.choice(values)

    def some(self, make: Callable[[], Any], most: int = 3) -> list[Any]:
        return [make() for _ in range(self.draw.randint(0, most))]

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def put(self, name: str, brief: dict[str, Any]) -> None:
        self.briefs[name] = brief
        typed = {field: value for field, value in brief.items() if value is not None}
        self.write(f"briefs/{name}.yaml", yaml.safe_dump(typed, sort_keys=False))

    def text(self) -> str:
        lines = ["Harbour talks"]
        for _ in range(self.draw.randint(1, 5)):
            who, said = self.one(*NAMES), self.one(*WORDS)
            lines.append(
                self.one(
                    f"“{said},” {who} said.",
                    f"{self.one(*ROLES)} {who} told reporters: “{said}.”",
                    f"{who}, the {self.one(*ROLES).lower()}, spoke on Monday.",
                    f"“{said},” she said.",
                )
            )
        return "\n\n".join(lines) + "\n"

    def someone(self) -> dict[str, Any]:
        made = {"name": self.one(*NAMES[:5])}
        if self.draw.random() < 0.5:
            made["role"] = self.one(*ROLES)
        if self.draw.random() < 0.3:
            made["organisation"] = self.one("Harbour Guild", "Port")
        return made

    def quote(self) -> dict[str, Any]:
        made = {"speaker": self.one(*NAMES), "text": self.one(*WORDS)}
        if self.draw.random() < 0.2:
            made["accept"] = {self.one("quote-speaker", "unknown-name"): "looked at"}
        return made

    def field(self, name: str) -> Any:
        made: dict[str, Callable[[], Any]] = {
            "title": lambda: self.one("Harbour stays open", "Is it open?"),
            "date": lambda: self.one(*DAYS),
            "summary": lambda: self.one("They met.", "They met, “The harbour stays open”.", "See [[c]]."),
            "source": lambda: self.one(*FILES, {"not_held": "no licence"}),
            "participants": lambda: self.some(self.someone),
            "mentioned": lambda: self.some(self.someone),
            "quotes": lambda: self.some(self.quote),
            "key_points": lambda: self.some(lambda: {"text": "A point.", "evidence": self.one(*WORDS)}),
            "next_steps": lambda: self.some(lambda: {"id": self.one("s", "t"), "what": "Meet", "when": "2026-04"}),
            "outcomes": lambda: self.some(lambda: {"step": self.one("c#s", "t"), "status": "happened"}, 1),
            "left_out": lambda: self.some(lambda: self.one(*WORDS), 1),
            "draft": lambda: self.one("true", "false"),
            "withdrawn": lambda: self.one(None, None, "a reason", {"reason": "a reason", "date": "2026-01-30"}),
        }
        return made[name]()

    def brief(self) -> dict[str, Any]:
        return {name: self.field(name) for name in FIELDS}

    def person(self, name: str) -> dict[str, Any]:
        roles = self.some(lambda: {"role": self.one(*ROLES), "from": self.one("2025", "2026-03"), **self.office()})
        return {
            "name": name,
            "roles": roles,
            "aliases": self.some(lambda: self.one("Lind", "Hart", "the Guild", "Wu"), 1),
        }

    def office(self) -> dict[str, str]:
        offices: tuple[dict[str, str], ...] = ({}, {"organisation": "Harbour Guild"}, {"to": "2026-02"})
        return self.draw.choice(offices)

    def people(self) -> None:
        """All entries anew, or one thing of one entry."""
        names = {"ada": "Ada Lind", "bo": "Bo Hart", "cy": "Cy Wu"}
        known = [key for key in names if key in self.entries]
        if known and self.draw.random() < 0.7:
            key, field = self.one(*known), self.one("roles", "roles", "aliases")
            self.entries[key] |= {field: self.person("")[field]}
        else:
            self.entries = {key: self.person(name) for key, name in names.items() if self.draw.random() < 0.6}
        self.write("briefs/_people.yaml", yaml.safe_dump(self.entries))

    def edit(self) -> None:
        """Something that happens on a desk."""
        name = self.one(*IDS)
        path = self.root / f"briefs/{name}.yaml"
        happens = self.draw.randrange(12)
        if happens < 5:
            field = self.one(*FIELDS)
            self.put(name, self.briefs.get(name, self.brief()) | {field: self.field(field)})
        elif happens < 7:
            self.people()
        elif happens < 9:
            self.write(f"seeds/{self.one(*FILES)}", self.text())
        elif happens == 9:
            path.unlink(missing_ok=True)
        elif happens == 10:
            self.write(
                f"briefs/{name}.yaml",
                self.one("title: [", "title: x\ntitle: y\n", "TODO", f"{yaml.safe_dump(self.brief())}odd: 1\n"),
            )
        else:
            self.settings = Settings(require_source=self.one(True, False))
            self.today = self.one(TODAY, date(2026, 1, 1), date(2026, 5, 1))


FIELDS = (
    "title", "date", "summary", "source", "participants", "mentioned", "quotes", "key_points", "next_steps",
    "outcomes", "left_out", "draft", "withdrawn",
)  # fmt: skip


def same(one: Examined, other: Examined) -> None:
    assert one.problems == other.problems
    assert dict(one.citations) == dict(other.citations)
    assert one.library == other.library
    assert one.entities == other.entities


@pytest.mark.parametrize("seed", range(SEEDS))
def test_an_edited_desk_is_examined_as_if_nothing_were_remembered(seed: int, tmp_path: Path) -> None:
    """After any edit, and with what is remembered written and read again."""
    desk, cache = Desk(tmp_path / "desk", seed), Cache()
    for _ in range(EDITS):
        desk.edit()
        anew = compose(desk.root, desk.today, desk.settings, drafts=True)
        again = compose(desk.root, desk.today, desk.settings, drafts=True, cache=cache)
        same(again.examined, anew.examined)
        assert [(page.uri, page.key) for page in again.pages] == [(page.uri, page.key) for page in anew.pages]
        write_cache(tmp_path / "cache.bin", again.cache)
        cache, why = read_cache(tmp_path / "cache.bin")
        assert why == ""
        assert cache == again.cache == anew.cache


ENTRIES: dict[str, dict[str, Any]] = {
    "no role": {"ada": {"name": "Ada Lind"}},
    "mayor": {"ada": {"name": "Ada Lind", "roles": [{"role": "Mayor", "from": "2025"}]}},
    "envoy": {"ada": {"name": "Ada Lind", "roles": [{"role": "Envoy", "from": "2025"}]}},
    "mayor later": {"ada": {"name": "Ada Lind", "roles": [{"role": "Mayor", "from": "2026-03"}]}},
    "mayor before": {"ada": {"name": "Ada Lind", "roles": [{"role": "Mayor", "from": "2024", "to": "2025"}]}},
    "of the port": {"ada": {"name": "Ada Lind", "roles": [{"role": "Envoy", "organisation": "Port", "from": "2025"}]}},
    "of the guild": {
        "ada": {"name": "Ada Lind", "roles": [{"role": "Envoy", "organisation": "Guild", "from": "2025"}]}
    },
    "another name": {"ada": {"name": "Ada Hart", "aliases": ["Ada Lind"]}},
    "an alias": {"ada": {"name": "Ada Lind", "aliases": ["Bo Hart"]}},
    "another id": {"lind": {"name": "Ada Lind", "roles": [{"role": "Mayor", "from": "2025"}]}},
    "nobody": {},
}


SPOKEN = ("the mayor", "the envoy", "the Port", "the Guild", "Bo Hart", "Ada Hart")


def make_desk_of_one_speaker(root: Path) -> Desk:
    """A brief in which Ada Lind says what the source gives to several."""
    desk = Desk(root, 1)
    words = {who: f"{WORDS[place % len(WORDS)]} for {who}" for place, who in enumerate(SPOKEN)}
    lines = [f"“{said},” {who} said on Monday." for who, said in words.items()]
    desk.write("seeds/one.txt", "\n\n".join(["Harbour talks", *lines]) + "\n")
    for name in IDS[1:]:
        (root / f"briefs/{name}.yaml").unlink(missing_ok=True)
    quotes = [{"speaker": "Ada Lind", "text": said} for said in words.values()]
    brief = {"title": "T", "date": "2026-01-05", "summary": "S.", "source": "one.txt", "participants": ["Ada Lind"]}
    desk.put(IDS[0], brief | {"quotes": quotes})
    return desk


@pytest.mark.parametrize("after", ENTRIES)
def test_a_speaker_is_judged_by_what_is_known_now(after: str, tmp_path: Path) -> None:
    desk = make_desk_of_one_speaker(tmp_path)

    def examined(entries: abc.Mapping[str, Any], cache: Cache | None = None) -> Examined:
        desk.write("briefs/_people.yaml", yaml.safe_dump(entries))
        return examine(desk.root, TODAY, cache=cache)

    anew = examined(ENTRIES[after])
    for before in ENTRIES.values():
        same(examined(ENTRIES[after], examined(before).cache), anew)


def test_the_entries_of_that_test_are_judged_differently(tmp_path: Path) -> None:
    """Else it would prove nothing."""
    desk, judged = make_desk_of_one_speaker(tmp_path), set[tuple[int, ...]]()
    for entries in ENTRIES.values():
        desk.write("briefs/_people.yaml", yaml.safe_dump(entries))
        problems = examine(desk.root, TODAY).problems
        judged.add(tuple(problem.line for problem in problems if problem.rule == "quote-speaker"))
    assert len(judged) >= 7


def test_what_has_not_changed_is_not_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(tmp_path, 1)
    cache = examine(desk.root, TODAY).cache
    read = cache.sheets
    assert read
    monkeypatch.setattr("generator.quotes.index_words", None)
    again = examine(desk.root, TODAY, cache=cache).cache
    assert all(again.sheets[path] is sheet for path, sheet in read.items())


def test_any_number_of_processes_makes_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.pipeline.WORTH_SHARING", 2)
    desk = Desk(tmp_path, 3)
    for number in range(30):
        desk.put(f"more/b{number}", desk.brief())
    one, two = examine(desk.root, TODAY), examine(desk.root, TODAY, jobs=2)
    same(two, one)
    assert two.cache == one.cache
    monkeypatch.setattr("generator.pipeline.WORTH_COMPARING_ASIDE", 1)
    for _ in range(12):
        desk.edit()
    again, anew = examine(desk.root, TODAY, cache=one.cache, jobs=2), examine(desk.root, TODAY)
    same(again, anew)
    assert again.cache == anew.cache != one.cache


@pytest.mark.parametrize("spoil", ["cut", "flip", "version", "program", "empty", "none", "folder"])
def test_a_cache_that_is_not_whole_is_thrown_away(spoil: str, tmp_path: Path) -> None:
    path = tmp_path / "cache.bin"
    desk = Desk(tmp_path, 2)
    write_cache(path, examine(desk.root, TODAY).cache)
    stored = path.read_bytes()
    head, _, body = stored.partition(b"\n")
    name, made_with, total = head.split(b":")
    spoilt = {
        "cut": stored[: len(stored) // 2],
        "flip": stored[:-9] + bytes([stored[-9] ^ 1]) + stored[-8:],
        "version": stored.replace(b"cache 2", b"cache 9", 1),
        "program": b"%s:%s:%s\n%s" % (name, made_with[::-1], total, body),
        "empty": b"",
    }
    path.unlink()
    if spoil == "folder":
        path.mkdir()
    elif spoil in spoilt:
        path.write_bytes(spoilt[spoil])
    cache, why = read_cache(path)
    assert cache == Cache()
    assert bool(why) == (spoil != "none")


def test_a_brief_that_was_packed_is_the_same_brief() -> None:
    """Of every brief of this project, its demonstration desk and the handbook's example."""
    folder = Path(__file__).parent
    roots = (folder / "demo", folder.parent, *(folder / "cases").iterdir(), *(folder / "pages").iterdir())
    count = 0
    for root in sorted(roots):
        for file in find_files(root)[0]:
            document = open_document(root, file.path)
            brief = validate(document, document.root, Brief).value if isinstance(document.root, Mapping) else None
            if brief is not None:
                again = unpack(pack(brief))
                assert again == brief and repr(again) == repr(brief)
                assert pack(again) == pack(brief)
                count += 1
    assert count > 50


def test_a_check_writes_nothing_where_nothing_was_built(tmp_path: Path) -> None:
    desk = Desk(tmp_path, 5)
    before = sorted(tmp_path.rglob("*"))
    first = CliRunner().invoke(commands, ["check", "--root", str(desk.root), "--today", "2026-03-01"]).stdout
    assert sorted(tmp_path.rglob("*")) == before
    (tmp_path / "build").mkdir()
    for _ in range(2):
        said = CliRunner().invoke(commands, ["check", "--root", str(desk.root), "--today", "2026-03-01"])
        assert said.stdout == first
        assert [path.name for path in (tmp_path / "build").iterdir()] == ["checked.bin"]


def test_a_preview_writes_down_what_is_much(tmp_path: Path) -> None:
    desk = Desk(tmp_path, 4)
    memory = Memory(tmp_path / "build")
    memory.compose(desk.root, TODAY, Settings())
    memory.save(changes=1000)
    assert not (tmp_path / "build").exists()
    memory.save()
    cache, why = read_cache(tmp_path / "build/cache.bin")
    assert not why
    assert cache == examine(desk.root, TODAY).cache


def test_a_source_that_changes_meanwhile_is_never_quoted(tmp_path: Path) -> None:
    desk = Desk(tmp_path, 6)
    library = examine(desk.root, TODAY).library
    _read_again.cache_clear()
    text = next(iter(library.sources.values()))
    desk.write(f"seeds/{text.file}", "Something else")
    with pytest.raises(SourceChangedError, match="do it again"):
        _ = text.text


def test_no_word_of_a_text_is_ever_missed() -> None:
    draw = random.Random(7)
    for _ in range(50):
        words = {"".join(draw.choices("абвгдеabcdefg", k=draw.randint(1, 9))) for _ in range(draw.randint(0, 400))}
        signed = sign_words(words)
        assert all(may_hold(signed, [word]) for word in words)
        assert may_hold(signed, words) == bool(words)
    assert not may_hold(sign_words(["harbour"]), ["mayor"])
