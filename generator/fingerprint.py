"""What the site is made with, as one digest: this program and the libraries that put words on pages.

Whatever was made before with another program is made again.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

_HOUSE = Path(__file__).parent
_MAKERS = ("babel", "jinja2", "markdown", "mkdocs", "mkdocs-material", "pagefind-bin-extended")


@cache
def program_fingerprint() -> str:
    """A digest of every file of the program and of the versions of the libraries."""
    digest = hashlib.blake2b(digest_size=16)
    for name in _MAKERS:
        digest.update(f"{name} {version(name)}\n".encode())
    for path in sorted(_HOUSE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            stored = path.read_bytes()
            digest.update(f"{path.relative_to(_HOUSE).as_posix()} {len(stored)}\n".encode() + stored)
    return digest.hexdigest()
