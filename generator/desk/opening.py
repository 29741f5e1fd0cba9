"""A file of the desk, opened: its values with their places, and what is wrong with it as a file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel

from generator.desk.files import TooLargeError, UnreadableError, read_bytes
from generator.desk.vocabulary import MODELS, count_entry_faults
from generator.model import Brief
from generator.problems import RULES
from generator.suggestions import fields_of
from generator.typed.decoding import MAX_BRIEF, too_large
from generator.typed.mending import Document, Format, read
from generator.typed.places import Lines
from generator.typed.shapes import models_below
from generator.typed.validation import count_faults
from generator.typed.wrapped import unwrap_entries, unwrap_fields


@cache
def format_of(kind: str) -> Format:
    """The format of a vocabulary file of this kind, of a brief without one."""
    model: type[BaseModel] = MODELS.get(kind, Brief)
    inner = [inside for _, inside in models_below(model)]
    keys = frozenset((*RULES, *(key for part in (model, *inner) for key in fields_of(part))))
    if kind not in MODELS:
        return Format(keys, lambda root: count_faults(root, Brief))
    return Format(keys, lambda root: count_entry_faults(root, MODELS[kind]))


def open_document(root: Path, path: str, kind: str = "") -> Document:
    """A file of the desk: a vocabulary file of this kind, or a brief. What cannot be read is a problem."""
    try:
        document = read(path, read_bytes(root / path, MAX_BRIEF), format_of(kind))
        return unwrap_entries(document, kind, MODELS[kind]) if kind in MODELS else unwrap_fields(document, Brief)
    except TooLargeError as error:
        return Document(Lines(path, ""), None, (too_large(path, str(error)),))
    except UnreadableError as error:
        lines = Lines(path, "")
        return Document(
            lines, None, (lines.problem(0, "yaml", f"this file {error}", "it has to be a file that you may read"),)
        )
