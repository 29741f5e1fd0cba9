"""A mark: a short digest of all that a page may show of one thing. Where it is the same, so is what is shown."""

from __future__ import annotations

import hashlib


def mark(*parts: str) -> str:
    """A digest of texts in their order; none of them may hold U+001F, which no brief can."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(joined, digest_size=16).hexdigest()
