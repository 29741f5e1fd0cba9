"""A place inside a long value: where in the lines of a file its words stand, however YAML folds them."""

from __future__ import annotations

import re

_HEADER = re.compile(r"[|>][^\n]*\n")


def count_signs(text: str) -> int:
    """The characters of a text that are no white space: folding lines changes nothing else."""
    return sum(not letter.isspace() for letter in text)


def find_inside(typed: str, value: str, skipped: int) -> int | None:
    """The offset in a value as typed, over several lines, of what stands behind so many signs of it.

    None where it stands on one line, which is seen at a glance, or where signs are typed otherwise than they are read.
    """
    if "\n" not in typed.strip():
        return None
    header = _HEADER.match(typed)
    begin = header.end() if header else 1 if typed[0] in "'\"" else 0
    places = [place for place in range(begin, len(typed)) if not typed[place].isspace()]
    signs = "".join(typed[place] for place in places)
    same = signs.startswith("".join(value.split()))
    return places[skipped] if same and skipped < len(places) else None
