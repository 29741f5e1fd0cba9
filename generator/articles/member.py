"""Somebody or something that a text names, and what it says of them beside the name."""

from __future__ import annotations

from typing import NamedTuple


class Member(NamedTuple):
    """Somebody or something named: the fullest name, its words in lower case, and what the text says of them."""

    name: str
    words: tuple[str, ...]
    first: int  # where the name stands first
    offices: frozenset[str] = frozenset()
    gender: str = ""  # m, f, n (a body) or nothing
    role: str = ""  # as the text puts it before or behind the name
    is_placed: bool = False  # stands behind in, at, the: a place or a body rather than a person
    age: int = 0
