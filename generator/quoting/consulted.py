"""What the check of one brief asks of all that is known of names, so that it need not be done again while that is so.

The check of a quotation may look up names: whom the brief means, whom the text means. It sees the names through a
window that writes down what is asked, and shows of people nothing but what hangs on that: who they are, their entry in
the vocabulary, and this brief. Where every answer is the same as before, so is the result.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any
from zlib import crc32

from generator import names
from generator.desk.library import Record
from generator.entities import Entities, Entity, Kind, Ref
from generator.model import Brief

Asked = tuple[tuple[str, str], ...]  # slug of a name, and the kind in which it is looked for (or nothing)


class Window(Entities):
    """The entities as the check of one brief sees them; remembers what it is asked."""

    __slots__ = ("_asked",)
    _asked: dict[tuple[str, str], None]

    def __init__(self, entities: Entities, record: Record) -> None:
        shown = {field.name: getattr(entities, field.name) for field in fields(Entities) if field.compare}
        hidden: dict[str, Any] = {"topics": {}, "storylines": {}, "steps": {}}
        tables = {kind: _Own(shown[kind], record.id) for kind in ("people", "organisations")}
        super().__init__(**{**shown, **hidden, **tables})
        object.__setattr__(self, "_asked", dict.fromkeys(_cast(record.brief)))

    @property
    def asked(self) -> Asked:
        """The names that were looked up, and those of the brief's own cast."""
        asked: dict[tuple[str, str], None] = self._asked
        return tuple(sorted(asked))

    def find(self, text: str, *kinds: Kind) -> Ref | None:
        """As for everybody else, and it is written down."""
        for kind in kinds or ("",):
            self._asked[names.slug(text), kind] = None
        return Entities.find(self, text, *kinds)


class _Own(Mapping[str, Entity]):
    """Entities with what one brief tells of them, and nothing else."""

    def __init__(self, entities: Mapping[str, Entity], brief: str) -> None:
        self._entities, self._brief = entities, brief

    def __getitem__(self, key: str) -> Entity:
        entity = self._entities[key]
        own = tuple(each for each in entity.appearances if each.brief == self._brief)
        return replace(entity, briefs=(), appearances=own, people=(), said=(), steps=())

    def __iter__(self) -> Iterator[str]:
        return iter(self._entities)

    def __len__(self) -> int:
        return len(self._entities)


def _cast(brief: Brief) -> Iterator[tuple[str, str]]:
    """The names from which the appearances of a brief are made; organisations of dated roles hang on the answers."""
    for someone in (*brief.participants, *brief.mentioned):
        yield names.slug(someone.name), ""
        if someone.organisation:
            yield names.slug(someone.organisation), "organisations"


class Answers:
    """What is known of names, as digests: each is made once."""

    def __init__(self, entities: Entities) -> None:
        self._entities = entities
        self._faces: dict[Ref, bytes] = {}

    def digest(self, asked: Iterable[tuple[str, str]]) -> bytes:
        """Of all that can be learnt by asking these."""
        digest = hashlib.blake2b(digest_size=16)
        for slug, kind in asked:
            ref = self._find(slug, kind)
            digest.update(self._face(ref) if ref else b"-")
        return digest.digest()

    def _find(self, slug: str, kind: str) -> Ref | None:
        refs = self._entities.refs
        if kind:
            return refs[kind].get(slug)  # type: ignore[index]
        return refs["people"].get(slug) or refs["organisations"].get(slug)

    def _face(self, ref: Ref) -> bytes:
        if ref not in self._faces:
            self._faces[ref] = hashlib.blake2b(repr(tuple(self._tell(ref))).encode(), digest_size=16).digest()
        return self._faces[ref]

    def _tell(self, ref: Ref) -> Iterator[object]:
        """Somebody's name, aliases and roles, and where those lead."""
        yield tuple(ref)
        entry = getattr(self._entities.vocabulary, ref.kind).get(ref.id)
        if entry is not None:
            yield entry.aliases
            for role in getattr(entry, "roles", ()):
                office = self._entities.find(role.organisation, "organisations") if role.organisation else None
                yield role.role, role.organisation, str(role.start), str(role.end), office


# --- which words stand in a text -------------------------------------------------------------------

_BITS = 4096


def sign_words(words: Iterable[str]) -> bytes:
    """A bit for each word of a text, so that a word without its bit is certainly not in it."""
    bits = bytearray(_BITS // 8)
    for check in map(crc32, "\n".join(words).encode("utf-8", "surrogatepass").split(b"\n")):
        bits[check >> 3 & _BITS // 8 - 1] |= 1 << (check & 7)
    return bytes(bits)


def may_hold(signed: bytes, words: Iterable[str]) -> bool:
    """Whether any of these words may stand in the text that was signed."""
    return any(signed[bit >> 3] & (1 << (bit & 7)) for bit in map(_bit, words))


@lru_cache(1 << 14)
def _bit(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass")) % _BITS
