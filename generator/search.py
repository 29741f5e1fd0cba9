"""Search: the pages that readers search, as indexes of Pagefind, which a browser reads piece by piece.

The index is cut into shards (`searching.cut`); that of the newest briefs stands in `pagefind/` with the program that
reads it, the others in folders beside. Shards that were made are kept on the desk and made again where a page of
theirs has changed.
"""

from __future__ import annotations

import base64
import gzip
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from generator.fingerprint import program_fingerprint
from generator.language import base_of
from generator.output import lay, list_files, write
from generator.publishing.manifest import Kept, digest_all, find_sound, keep
from generator.publishing.release import survey
from generator.searching.articles import IGNORED, stand_in
from generator.searching.cut import FULL, Searched, cut
from generator.searching.facts import FACETS, About
from generator.workers import Advance, share_out

#: What of Pagefind's bundle a browser may ask for; the rest is its ready-made interface, of which nothing is used.
_PROGRAM = ("pagefind.js", "pagefind-worker.js")
_FOLDERS = ("fragment", "index")
_NOTHING: About = {}
_HEAD = b"pagefind_dcd"  # before the text of a fragment
#: Bytes of words in one file of the index: a third of the usual, as the header asks one shard after another.
_CHUNK = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "6000"}
_AT_ONCE = 1 << 16  # bytes
#: Languages without spaces: Pagefind would cut their words itself, and count places otherwise than browsers do.
#: Each sign stands by itself already, and there are no endings to take off.
_UNSPACED = frozenset({"ja", "km", "lo", "my", "th", "zh"})


class SearchError(OSError):
    """The machine cannot make the index."""


class _Made(NamedTuple):
    """A shard as it was made: of what, and how its files were left."""

    digest: str
    files: Mapping[str, Kept]


def find_indexer() -> Path:
    """The program that makes the index, from the package that pip installs; raises SearchError where it is missing."""
    found = find_spec("pagefind_bin_extended")
    for folder in found.submodule_search_locations or () if found else ():
        for name in ("pagefind_extended", "pagefind_extended.exe"):
            if (path := Path(folder) / name).is_file():
                return path
    raise SearchError("the search indexer is not installed; `pip install 'pagefind[extended]'` brings it")


def index(
    find: Callable[[str], Path],
    pages: Iterable[Searched],
    facts: Callable[[Iterable[str]], Mapping[str, About]],
    language: str,
    desk: Path,
    jobs: int = 1,
    full: int = FULL,
) -> Mapping[str, Path]:
    """The search index of these pages, which `find` finds on the disk: by place in the site, where each file is.

    `facts` tells what the briefs among some places are about; a page with the same key is about the same.
    `desk` is a folder of which `search/` is ours; what is returned lies there and stays there: link it or copy it.
    """
    kept = desk / "search"
    shards = cut(pages, full)
    _clear(kept, shards)
    made_with = f"{program_fingerprint()} {language}"
    digests = {name: _digest(made_with, part) for name, part in shards.items()}
    stale = [name for name in shards if not _is_made(kept / name, digests[name])]

    def make(name: str, advance: Advance) -> None:
        pages = shards[name]
        _make(find, pages, facts([page.place for page in pages]), kept / name, language, digests[name])

    share_out(sorted(stale, key=lambda name: -len(shards[name])), make, jobs, lambda count: None)
    return _lay_out(kept, shards)


def is_sealed(place: str) -> bool:
    """Whether a file of the index is named by a digest of what it holds: under its name it never changes."""
    return place.endswith((".pf_fragment", ".pf_index", ".pf_meta"))


def _clear(kept: Path, shards: Iterable[str]) -> None:
    if kept.is_dir():
        for folder in sorted({path.name for path in kept.iterdir() if path.is_dir()} - set(shards)):
            shutil.rmtree(kept / folder)


def _digest(made_with: str, pages: Sequence[Searched]) -> str:
    return digest_all([made_with, *chain.from_iterable((page.place, page.key) for page in pages)])


def _is_made(folder: Path, digest: str) -> bool:
    """Whether a shard is there as it was made; one that is damaged is made again."""
    made, bundle = _read_made(folder), folder / "bundle"
    if made.digest != digest:
        return False
    there = survey(bundle)
    return there.keys() == made.files.keys() == find_sound(made.files, bundle, there).keys()


def _read_made(folder: Path) -> _Made:
    try:
        digest, files = json.loads((folder / "made.json").read_bytes())
        return _Made(digest, {name: Kept(*values) for name, values in files.items()})
    except (OSError, ValueError, TypeError, AttributeError):
        return _Made("", {})


def _make(
    find: Callable[[str], Path],
    pages: Sequence[Searched],
    facts: Mapping[str, About],
    folder: Path,
    language: str,
    digest: str,
) -> None:
    """Index the pages of one shard, from nothing."""
    shutil.rmtree(folder, ignore_errors=True)
    articles = ((page.place, stand_in(find(page.place).read_bytes().decode(errors="replace"))) for page in pages)
    bundle = folder / "bundle"
    try:
        spoken = base_of(language)
        files = _ask_for_index(articles, "unknown" if spoken in _UNSPACED else spoken)
    except BrokenPipeError:
        raise SearchError("the search index could not be made: the indexer ended without a word") from None
    for name, stored in files.items():
        lay(bundle / name, stored)
    lay(bundle / "facets.json", _facets(pages, facts, _ids(bundle)))
    made = _Made(digest, {name: keep(bundle / name, "") for name in sorted(list_files(bundle))})
    write(folder / "made.json", json.dumps(made, ensure_ascii=False).encode())


def _ask_for_index(articles: Iterable[tuple[str, str]], language: str) -> Mapping[str, bytes]:
    """The files of an index of some articles, each with its place, all in one language.

    Pagefind is told of one after the other and gives the files back. What it finds in a folder it would number in the
    order of the disk, and so make other bytes on another; and what a full disk cuts short it would not mention.
    """
    environment = {**os.environ, **_CHUNK}  # the lock goes along: this program may outlive a build that is killed
    command = [str(find_indexer()), "--service"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, close_fds=False
    ) as service:
        options = {"exclude_selectors": IGNORED, "force_language": language}
        number = _ask(service, {"type": "NewIndex", "config": options})["index_id"]
        for place, article in articles:
            if article:
                _ask(service, {"type": "AddFile", "index_id": number, "file_path": place, "file_contents": article})
        given = _ask(service, {"type": "GetFiles", "index_id": number})["files"]
    return {file["path"]: base64.b64decode(file["content"]) for file in given if _is_wanted(file["path"])}


def _ask(service: subprocess.Popen[bytes], question: Mapping[str, Any]) -> Mapping[str, Any]:
    """One answer of Pagefind: both are JSON in Base64, with a comma at the end."""
    assert service.stdin and service.stdout
    service.stdin.write(base64.b64encode(json.dumps({"message_id": 0, "payload": question}).encode()) + b",")
    service.stdin.flush()
    told = bytearray()
    while not told.endswith(b","):
        if not (some := os.read(service.stdout.fileno(), _AT_ONCE)):
            raise BrokenPipeError
        told += some
    answer: Mapping[str, Any] = json.loads(base64.b64decode(told[:-1]))["payload"]
    if answer["type"] == "Error":
        raise SearchError(f"the search index could not be made: {answer['message']}")
    return answer


def _is_wanted(name: str) -> bool:
    folder, _, _ = name.rpartition("/")
    if folder:
        return folder in _FOLDERS
    return name in (*_PROGRAM, "pagefind-entry.json") or name.endswith((".pf_meta", ".pagefind"))


def _ids(bundle: Path) -> Mapping[str, str]:
    """The page of each fragment: what the results of a search call it, and its place in the site."""
    found = {}
    for path in sorted((bundle / "fragment").glob("*.pf_fragment")):
        told = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_HEAD))
        found[f"{told['url'].strip('/')}/index.html".lstrip("/")] = path.stem
    return dict(sorted(found.items()))


def _lay_out(kept: Path, shards: Iterable[str]) -> Mapping[str, Path]:
    """Where in the site each file of each shard stands; the program is with the first."""
    files: dict[str, Path] = {}
    for number, name in enumerate(shards):
        made, bundle = _read_made(kept / name), kept / name / "bundle"
        below = f"pagefind/{name}/" if number else "pagefind/"
        for inside in made.files:
            if not number or not (inside in _PROGRAM or inside.endswith(".pagefind")):
                files[below + inside] = bundle / inside
    names = kept / "shards.json"
    write(names, json.dumps(list(shards)).encode())
    files["pagefind/shards.json"] = names
    return files


def _facets(pages: Sequence[Searched], facts: Mapping[str, About], ids: Mapping[str, str]) -> bytes:
    """What results can be narrowed by, newest first: for each page its id, its day, and numbers of what it is about."""
    told = [page for page in pages if page.place in ids]
    facets: dict[str, Any] = {
        "ids": [ids[page.place] for page in told],
        "days": [page.day.isoformat() if page.day else "" for page in told],
    }
    for facet in FACETS:
        about = [facts.get(page.place, _NOTHING).get(facet, ()) for page in told]
        names = sorted(set(chain.from_iterable(about)))
        number = {each: place for place, each in enumerate(names)}
        facets[facet] = {"names": names, "of": [[number[each] for each in sorted(set(listed))] for listed in about]}
    return json.dumps(facets, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
