"""Which briefs are about a source text already: told before somebody writes a second one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.desk.files import UnreadableError, find_files, read_bytes
from generator.desk.opening import open_document
from generator.typed.decoding import MAX_BRIEF
from generator.typed.fields import find_field
from generator.typed.nodes import Node, Scalar


def find_briefs_of(root: Path, file: str, sha256: str) -> Iterator[str]:
    """The paths of briefs, broken ones too, whose source is this file, or is pinned to the same bytes."""
    wanted = (file.encode(), sha256.encode())
    for brief in find_files(root)[0]:
        try:
            data = read_bytes(root / brief.path, MAX_BRIEF)
        except UnreadableError:
            continue
        if any(words in data for words in wanted):  # few are opened, however many there are
            source = open_document(root, brief.path).root
            if source is not None and {file, sha256}.intersection(_typed(source)):
                yield brief.path


def _typed(brief: Node) -> Iterator[str]:
    """The file and the sum of a brief's source, as typed; the short form is the file alone."""
    for path in (("source",), ("source", "file"), ("source", "sha256")):
        found = find_field(brief, path)
        if found.whole and isinstance(found.node, Scalar):
            yield found.node.text.strip()
