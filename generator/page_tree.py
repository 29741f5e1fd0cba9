"""The generated Markdown on disk: real files that people can open, written only where they change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.fingerprint import program_fingerprint
from generator.output import list_files, remove, write
from generator.pages.page import Page


def write_pages(folder: Path, pages: Iterable[Page]) -> None:
    """Make `folder` hold these pages and nothing else; a page whose key is the same is not rendered again."""
    keys = {page.uri: page.key for page in pages}
    manifest = folder.with_name(f"{folder.name}.json")
    made_with = program_fingerprint()
    known = _read_keys(manifest, made_with)
    there = set(list_files(folder))
    for page in pages:
        if known.get(page.uri) != page.key or page.uri not in there:
            write(folder / page.uri, page.markdown().encode())
    remove(folder, sorted(there - keys.keys()))
    write(manifest, json.dumps({"made_with": made_with, "keys": keys}, indent=0).encode())


def _read_keys(manifest: Path, made_with: str) -> Mapping[str, str]:
    """The keys of the last run: none where they cannot be read or another program wrote them."""
    try:
        kept = json.loads(manifest.read_text(encoding="utf-8"))
        keys: Mapping[str, str] = kept["keys"] if kept["made_with"] == made_with else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return keys if isinstance(keys, dict) else {}
