"""A file of the site that is no page: a feed, a calendar, data, a picture, an old address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file by its place in the site (`feed.xml`).

    `key` is a digest of all that it holds, known without making it; `make()` gives its bytes, the same each time.
    Files of one `kin` are made of pieces that most of them have: whoever makes several of them makes these once.
    """

    place: str
    key: str
    make: Callable[[], bytes] = field(compare=False, repr=False)
    kin: str = ""
