"""What stands round the content of pages: made once for all pages from which everything in it lies the same way."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate


class Frame:
    """The parts of the theme that show nothing of the page itself: masthead, tabs, navigation, scripts."""

    def __init__(self, targets: Iterable[str], own: Iterable[str], kept: bool = True) -> None:
        """`targets` are the places that these parts lead to, `own` the urls of pages that are marked in them.

        Without `kept` each page has parts of its own.
        """
        self._kept = kept
        self._ahead = {prefix for target in targets for prefix in accumulate(_parts(target), "{}/{}".format)}
        self._own = frozenset(own)
        self._made: dict[tuple[str, str], str] = {}

    def outlook(self, url: str) -> str:
        """The same for pages that see the targets alike; nothing for a page that is seen in the frame itself."""
        ways = list(accumulate(_parts(url), "{}/{}".format))
        if not self._kept or url in self._own or not ways or ways[-1] in self._ahead:
            return ""
        shared = [way for way in ways if way in self._ahead]
        return f"{len(ways)} {shared[-1] if shared else ''}"

    def find(self, part: str, outlook: str) -> str:
        """A part as it was made before, or nothing."""
        return self._made.get((part, outlook), "")

    def keep(self, part: str, outlook: str, made: str) -> str:
        """A part that has just been made."""
        if outlook:
            self._made[part, outlook] = made
        return made


def _parts(url: str) -> list[str]:
    return [part for part in url.split("/") if part]
