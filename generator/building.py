"""A build: what has changed since the last one is made again, aside, and put in its place when all has gone well."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

from generator.cache import CACHE, Memory
from generator.engine import Engine, Pressed, companions_of, configure, docs_digest, frame_of, laid_by_hand, press
from generator.fingerprint import program_fingerprint
from generator.output import link, list_files, lock, remove
from generator.pages.addresses import place_of
from generator.pages.marking import mark
from generator.pages.page import Page
from generator.pipeline import Composed, Examined, Opened, assemble, open_edition
from generator.publishing.enclosures import Enclosed, enclose
from generator.publishing.manifest import (
    Kept,
    Manifest,
    digest_all,
    keep,
    read_manifest,
    write_manifest,
)
from generator.publishing.placing import put_in_place
from generator.publishing.release import Ground, Left, Published, look_back, release
from generator.search import find_indexer, index, is_sealed
from generator.searching.cut import Searched
from generator.telling import Telling, stage
from generator.workers import beside, in_two_steps, meanwhile, share_out, without_collecting

_AROUND, _SEARCH = "around", "search"  # keys of what is no page of ours: made by MkDocs, and by the indexer
_AT_ONCE = 4_000  # files that one process looks at

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to; `published` is none where an error in a brief stopped it; `site` says where."""

    examined: Examined
    pages: int
    published: Published | None
    site: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What there shall be, by place in the site, and what of it must be made again."""

    keys: Mapping[str, str]
    pages: tuple[Page, ...]  # to be built
    around: str
    press: bool  # whether MkDocs has anything to do


def build(root: Path, today: date, clean: bool, jobs: int, telling: Telling) -> Built:
    """Build the desk at `root` into its site/; where anything fails, that stays as it was.

    Raises SiteError, and OSError for what the machine cannot do.
    """
    find_indexer()
    desk = root / "build"
    with lock(desk / "lock", lambda: telling.say("another build is at work here; waiting for it")):
        if clean:
            forget(desk)
        engine = configure(root)
        memory, ground = Memory(desk), Ground(desk, Path(engine.config.site_dir))
        site = (ground.site.relative_to(root) if ground.site.is_relative_to(root) else ground.site).as_posix()
        with meanwhile(partial(look_back, ground, program_fingerprint()), jobs) as left:
            with stage("briefs", telling), without_collecting():
                settings = engine.plugin.settings_of(engine.config)
                examined = memory.examine(root, today, settings, jobs, telling.say)
                opened = open_edition(examined, today, settings)
                gc.freeze()  # what is there now stays to the end: nobody need look whether it could go
            if examined.stopping:
                memory.save()
                return Built(examined, 0, None, site)
            for note in opened.notes:
                telling.say(note)
            with without_collecting():
                standing = left()
            composed, published = bring_up_to_date(engine, opened, ground, standing, jobs, telling, memory.save)
    return Built(examined, len(composed.pages), published, site)


def forget(desk: Path) -> None:
    """Forget what was built; what is published is remembered as ours."""
    for name in ("pages", "fresh", "search", "templates"):
        shutil.rmtree(desk / name, ignore_errors=True)
    (desk / CACHE).unlink(missing_ok=True)
    last, _ = read_manifest(desk / "manifest.json", "")
    if last.files:
        write_manifest(desk / "manifest.json", replace(last, made_with=program_fingerprint()))


def bring_up_to_date(
    engine: Engine,
    opened: Opened,
    ground: Ground,
    left: Left,
    jobs: int,
    telling: Telling,
    aside: Callable[[], None] = lambda: None,
) -> tuple[Composed, Published]:
    """Make `ground.site` what this edition asks for: the same bytes as if all were made from nothing.

    `aside` is done while pages are made.
    """
    last, why, there, sound = left
    if why:
        telling.say(f"{why}: everything is built anew")
    shutil.rmtree(ground.fresh, ignore_errors=True)
    pressed = Pressed({}, frozenset())
    folder = ground.fresh / "files"
    enclosing = partial(enclose, by_hand=laid_by_hand(engine), sound=sound, folder=folder)
    with in_two_steps(opened.files, partial(enclosing, jobs=jobs), jobs) as (hand, finish):
        with stage("arranging", telling), without_collecting():
            composed = assemble(opened)
            plan = make_plan(engine, composed, last, sound, ground)
            hand(companions_of(plan.pages))
            if gc.get_freeze_count():  # a process that ends with this build; a preview goes on, and tidies up
                gc.freeze()
        mapping = partial(_map_out, composed, enclosing)
        with beside(aside), meanwhile(mapping, jobs) as mapped, stage("pages", telling, len(plan.pages)) as advance:
            if plan.press:
                pressed = press(engine, composed.titles(), plan.pages, ground.fresh, jobs, advance, telling.say)
            enclosed, maps = finish(), mapped()
    plan = replace(plan, keys={**plan.keys, **enclosed.keys, **maps.keys})
    fresh = dict(pressed.files) | dict.fromkeys(enclosed.changed | maps.changed, folder)
    standing = {place: kept for place, kept in sound.items() if _still_wanted(place, kept, plan, fresh)}
    searched = pressed.searched | {place for place, kept in standing.items() if kept.searched}
    indexed = digest_all(part for place in sorted(searched) for part in (place, plan.keys.get(place, plan.around)))
    if not _is_indexed(standing, last, indexed):
        with stage("search", telling):
            pages = composed.searched(searched, lambda place: plan.keys.get(place, plan.around))
            parts = _index(engine, composed, ground, fresh, pages, jobs)
            standing = {place: kept for place, kept in standing.items() if kept.key != _SEARCH or place in parts}
            changing = {place: path for place, path in parts.items() if not (place in standing and is_sealed(place))}
            fresh |= _link(changing, ground.fresh / "searched", jobs)
            standing = {place: kept for place, kept in standing.items() if place not in fresh}
    with stage("publishing", telling):
        made = _made(fresh, plan, searched, jobs)
        manifest = Manifest(program_fingerprint(), plan.around, indexed, standing)
        return composed, release(manifest, made, fresh, last, ground, there)


def _map_out(composed: Composed, enclosing: Callable[..., Enclosed]) -> Enclosed:
    return enclosing(composed.maps(), frozenset(), jobs=1)


def show_ahead(engine: Engine, titles: Mapping[str, str], pages: Sequence[Page], ground: Ground) -> None:
    """Put some pages in the site of a preview before all else is made.

    The manifest does not know of it: the next build takes them for damaged, and makes them again.
    """
    pressed = press(engine, titles, pages, ground.fresh, 1, lambda count: None, lambda line: None)
    own = {place_of(page.uri) for page in pages}
    put_in_place({place: folder for place, folder in pressed.files.items() if place in own}, ground.site, ())


def _made(fresh: Mapping[str, Path], plan: Plan, searched: Set[str], jobs: int) -> Mapping[str, Kept]:
    """What was made, as the manifest will know it."""
    places = sorted(fresh)

    def look(some: Sequence[str]) -> list[Kept]:
        return [keep(fresh[place] / place, plan.keys.get(place) or _key_of(place), place in searched) for place in some]

    return dict(zip(places, _in_parts(places, look, jobs), strict=True))


def _in_parts(places: Sequence[str], work: Callable[[Sequence[str]], list[R]], jobs: int) -> list[R]:
    """What comes of some thousands of files at a time, in their order."""
    parts = [places[start : start + _AT_ONCE] for start in range(0, len(places), _AT_ONCE)]
    return list(chain.from_iterable(share_out(parts, lambda some, advance: work(some), jobs, lambda count: None)))


def make_plan(engine: Engine, composed: Composed, last: Manifest, sound: Mapping[str, Kept], ground: Ground) -> Plan:
    """Compare what there shall be with what there is."""
    frame = frame_of(engine)
    keys = {place_of(page.uri): mark(page.key, frame) for page in composed.pages}
    around = digest_all([frame, docs_digest(engine), *sorted(page.uri for page in composed.pages)])
    markdown = set(list_files(ground.desk / "pages"))
    remove(ground.desk / "pages", sorted(markdown - {page.uri for page in composed.pages}))

    def is_right(place: str) -> bool:
        return place in sound and sound[place].key == keys[place]

    there = zip(composed.pages, keys, strict=True)  # two pages never have one place
    pages = tuple(page for page, place in there if page.uri not in markdown or not is_right(place))
    whole = all(place in sound for place, kept in last.files.items() if kept.key == _AROUND)
    return Plan(keys, pages, around, bool(pages) or not whole or around != last.around)


def _still_wanted(place: str, kept: Kept, plan: Plan, fresh: Mapping[str, Path]) -> bool:
    """Whether a file of the last build stays as it is."""
    if place in fresh:
        return False
    if kept.key == _AROUND:
        return not plan.press  # MkDocs has just made all of these that there shall be
    return kept.key == _SEARCH or plan.keys.get(place) == kept.key


def _index(
    engine: Engine,
    composed: Composed,
    ground: Ground,
    fresh: Mapping[str, Path],
    pages: Iterable[Searched],
    jobs: int,
) -> Mapping[str, Path]:
    """The search index of the site as it will be; what is the desk's own copy."""

    def find(place: str) -> Path:
        return fresh.get(place, ground.site) / place

    return index(find, pages, composed.site.facts, engine.plugin.config.language, ground.desk, jobs)


def _link(files: Mapping[str, Path], folder: Path, jobs: int) -> Mapping[str, Path]:
    """The files below a folder, to be moved from there: what is kept stays where it is."""

    def link_some(some: Sequence[str]) -> list[str]:
        for place in some:
            link(files[place], folder / place)
        return list(some)

    return dict.fromkeys(_in_parts(list(files), link_some, jobs), folder)


def _is_indexed(standing: Mapping[str, Kept], last: Manifest, searched: str) -> bool:
    """Whether the index of the last build is whole, and of these very pages."""
    parts = {place for place, kept in last.files.items() if kept.key == _SEARCH}
    return bool(parts) and parts <= standing.keys() and last.searched == searched


def _key_of(place: str) -> str:
    return _SEARCH if place.startswith("pagefind/") else _AROUND
