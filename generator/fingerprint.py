"""What the pages are made with, as one digest: this program and the libraries that put words on them.

Whatever was made before with another program is made again.
"""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

_HOUSE = Path(__file__).parent
_LIBRARIES = ("babel", "jinja2")
_KEYED = ("templates", "theme")  # each page's key has the digest of its own template; the theme is laid round it later


def program_fingerprint() -> str:
    """A digest of what puts words on pages: the code, its catalogues and word lists, the libraries."""
    digest = hashlib.blake2b(digest_size=16)
    for name in _LIBRARIES:
        digest.update(f"{name} {version(name)}\n".encode())
    for path in sorted(_HOUSE.rglob("*")):
        inside = path.relative_to(_HOUSE)
        if inside.parts[0] not in _KEYED and path.suffix != ".pyc" and path.is_file():
            stored = path.read_bytes()
            digest.update(f"{inside.as_posix()} {len(stored)}\n".encode() + stored)
    return digest.hexdigest()
