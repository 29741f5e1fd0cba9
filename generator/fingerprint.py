"""What the pages are made with, as digests: this program, its libraries, and what is laid round every page.

Whatever was made before with another program is made again.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

_HOUSE = Path(__file__).parent
_KEYED = ("templates", "theme")  # each page's key has the digest of its own template; the theme is laid round it later


@cache
def program_fingerprint() -> str:
    """A digest of what puts words on pages: the code, its catalogues and word lists, Python and every library.

    It is that of the program as it was when it was first asked for: what runs is not what is changed meanwhile.
    """
    digest = hashlib.blake2b(digest_size=16)
    installed = sorted(f"{each.metadata['Name']} {each.version}" for each in distributions())
    digest.update("\n".join([sys.version, *installed]).encode())
    for name, stored in _read_all(_HOUSE):
        if name.split("/")[0] not in _KEYED and not name.endswith(".pyc"):
            digest.update(f"{name} {len(stored)}\n".encode() + stored)
    return digest.hexdigest()


def folder_fingerprint(folders: Iterable[Path]) -> str:
    """A digest of every file in some folders, by name and bytes; of a folder that is not there, nothing."""
    digest = hashlib.blake2b(digest_size=16)
    for folder in folders:
        for name, stored in _read_all(folder):
            digest.update(f"{name} {len(stored)}\n".encode() + stored)
        digest.update(b"\0")
    return digest.hexdigest()


def _read_all(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files below a folder with their bytes, in the order of their names; through links, as MkDocs reads them."""
    below = (Path(inside, name) for inside, _, names in os.walk(folder, followlinks=True) for name in names)
    for path in sorted(below):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(folder).as_posix(), path.read_bytes()
