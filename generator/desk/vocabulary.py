"""The shared vocabulary: the files of names that all briefs use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from generator.desk.files import KINDS, File
from generator.desk.library import Vocabulary
from generator.model import Name, Organisation, Person, Storyline, Topic
from generator.names import slug
from generator.problems import Finding, Problem
from generator.suggestions import fields_of
from generator.typed.mending import Document
from generator.typed.nodes import Mapping as Fields
from generator.typed.nodes import Node, Scalar, is_empty
from generator.typed.validation import count_faults, validate

MODELS: Mapping[str, type[Name]] = {
    "people": Person,
    "organisations": Organisation,
    "topics": Topic,
    "storylines": Storyline,
}
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Collected:
    """What the vocabulary files hold so far: entries by kind and id, and where each came from."""

    def __init__(self) -> None:
        self.entries: dict[str, dict[str, Name]] = {kind: {} for kind in KINDS}
        self.paths: dict[tuple[str, str], str] = {}
        self.broken: set[str] = set()

    def add(self, file: File, document: Document) -> Iterator[Problem]:
        """Take in the entries of one file; yields what is wrong with it."""
        problems = [*document.problems, *self._entries(file, document)]
        if problems:
            self.broken.add(file.name)
        yield from problems

    def _entries(self, file: File, document: Document) -> Iterator[Problem]:
        if document.root is None:
            return
        if not isinstance(document.root, Fields):
            hint = f"write each entry as an id and a name: {_SAMPLES[file.name]}"
            yield document.problem(
                document.root.start, "wrong-type", "a list stands here, where ids and names are expected", hint
            )
            return
        here: set[str] = set()
        strays = _fields_at_the_left(document.root, MODELS[file.name])
        if strays:
            yield document.problem(strays[0][0].start, "bad-id", *_say_strays(strays))
        for key, node in document.root.entries:
            if (key, node) in strays or (strays and is_empty(node)):
                continue
            if not _SLUG.fullmatch(key.text):
                meant = slug(key.text)
                like = f"write {meant}" if _SLUG.fullmatch(meant) else "as in steve-witkoff"
                hint = f"use small letters a–z, digits and single hyphens: {like}"
                yield document.problem(key.start, "bad-id", f"“{key.text}” cannot be an id", hint)
            elif key.text in here or (file.name, key.text) in self.paths:
                rule = "duplicate-key" if key.text in here else "duplicate-id"
                there = "above in this file" if key.text in here else f"in {self.paths[file.name, key.text]}"
                yield document.problem(
                    key.start, rule, f"“{key.text}” has an entry already, {there}", "keep one of them"
                )
            elif is_empty(node):
                hint = f"write the name after the colon, as in {_SAMPLES[file.name]}"
                yield document.problem(key.start, "missing-field", f"“{key.text}” has no name", hint)
            else:
                here.add(key.text)
                yield from self._entry(file, document, key.text, node)

    def _entry(self, file: File, document: Document, key: str, node: Node) -> Iterator[Problem]:
        checked = validate(document, node, MODELS[file.name])
        yield from checked.problems
        if checked.value is not None:
            self.entries[file.name][key] = checked.value
            self.paths[file.name, key] = file.path

    def vocabulary(self) -> Vocabulary:
        """All of it, in the order of ids."""
        tables: dict[str, Any] = {kind: dict(sorted(entries.items())) for kind, entries in self.entries.items()}
        return Vocabulary(**tables, paths=dict(sorted(self.paths.items())), broken=frozenset(self.broken))


def _fields_at_the_left(root: Fields, model: type[Name]) -> list[tuple[Scalar, Node]]:
    """Fields of an entry that stand where ids stand, `name` or `aliases` among them."""
    fields = {*fields_of(model), "id"}
    strays = [(key, node) for key, node in root.entries if key.text in fields]
    return strays if {"name", "aliases"} & {key.text for key, _ in strays} else []


def _say_strays(strays: list[tuple[Scalar, Node]]) -> tuple[str, str]:
    texts = {key.text: node.text for key, node in strays if isinstance(node, Scalar)}
    name = texts.get("name", "Steve Witkoff")
    key = texts.get("id", "")
    message = f"“{strays[0][0].text}” is a field of an entry, and stands where an id is expected"
    return message, f"indent the fields below the id:\n{key if _SLUG.fullmatch(key) else slug(name)}:\n  name: {name}"


_SAMPLES = {
    "people": "steve-witkoff: Steve Witkoff",
    "organisations": "white-house: White House",
    "topics": "diplomacy: Diplomacy",
    "storylines": "ukraine-peace-talks: Ukraine peace talks",
}


def check_aliases(vocabulary: Vocabulary) -> Iterator[Finding]:
    """A name or alias that belongs to two entries of one kind."""
    for kind in KINDS:
        owners: dict[str, str] = {}
        entries: Mapping[str, Name] = getattr(vocabulary, kind)
        for key, entry in entries.items():
            owners.setdefault(_folded(entry.name), key)
        for key, entry in entries.items():
            names = [
                (f"{key}.name", entry.name),
                *((f"{key}.aliases[{i}]", alias) for i, alias in enumerate(entry.aliases)),
            ]
            for field, name in names:
                owner = owners.setdefault(_folded(name), key)
                if owner != key:
                    message = f"“{name}” is the name of two entries: {owner} and {key}"
                    hint = "take it out of one of them, or make both names longer"
                    yield Finding(vocabulary.paths[kind, key], field, "alias-taken", message, hint)


def check_old_ids(vocabulary: Vocabulary) -> Iterator[Finding]:
    """Old ids that another entry of the kind has, or had."""
    for kind in KINDS:
        entries: Mapping[str, Name] = getattr(vocabulary, kind)
        owners = {key: key for key in entries}
        for key, entry in entries.items():
            for index, old in enumerate(entry.was):
                owner = owners.setdefault(old, key)
                if owner == old or owner != key:
                    whose = "this entry itself" if old == key else "another entry"
                    message = f"{old} is the id of {whose}" if owner == old else f"{old} was the id of {owner} already"
                    field, hint = f"{key}.was[{index}]", "delete it here" if old == key else "delete it here, or there"
                    yield Finding(vocabulary.paths[kind, key], field, "duplicate-id", message, hint)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def count_entry_faults(root: Node, model: type[Name]) -> int:
    """How many errors of form the entries of a vocabulary file have."""
    if not isinstance(root, Fields):
        return 1
    bad = sum(not _SLUG.fullmatch(key.text) for key, _ in root.entries)
    return bad + sum(count_faults(node, model) for _, node in root.entries)
