"""The files of a desk: which are briefs, which vocabulary, which sources, and their bytes."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.names import slug
from generator.suggestions import find_meant, list_words
from generator.typed.decoding import in_megabytes
from generator.values import ID

KINDS = ("people", "organisations", "topics", "storylines")
SUFFIXES = (".yaml", ".yml")
_TO_READ = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK  # a pipe that nobody writes to is not waited for
_WRONG_ENDING = re.compile(r"\.(?:ya?ml\.txt|yalm|ymal|yamml)\Z", re.IGNORECASE)
_TEXT_ENDINGS = ("", ".txt", ".text", ".md")  # of files whose beginning tells whether a brief was meant
_BEGINS_LIKE_A_BRIEF = re.compile(rb"(?:\xef\xbb\xbf)?(?:---\s|#[^\n]*\n|\s)*[\"']?(?:title|date|summary)[\"']?\s*:")
_OTHER_KINDS = {
    "person": "people",
    "persons": "people",
    "names": "people",
    "orgs": "organisations",
    "tags": "topics",
    "stories": "storylines",
}


class File(NamedTuple):
    """A file below briefs/: its path relative to the root, and the id of its brief or the kind of its vocabulary."""

    path: str
    name: str


class UnreadableError(Exception):
    """A file whose bytes cannot be had: why, in words that complete “it …”."""


class TooLargeError(UnreadableError):
    """A file with more bytes than are read of its kind."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(f"is too large: {in_megabytes(size)}, where {in_megabytes(limit)} is the limit")


def find_files(root: Path) -> tuple[list[File], list[File], list[tuple[str, str, str]]]:
    """Briefs, vocabulary, and files with a name that is neither (path, message, hint), in the order of paths."""
    briefs, vocabulary, misnamed = [], [], []
    for path in sorted(_yaml_below(root / "briefs", "briefs")):
        inside = path.removeprefix("briefs/")
        if (wrong := _wrong_ending(inside)) is not None:
            ending = f"in {wrong}" if wrong else "has no ending"
            message = f"a brief ends in .yaml, and this file {ending}, so that it would be left out"
            hidden = "; your computer may hide the last ending" if wrong else ""
            misnamed.append((path, message, f"rename it to {path.removesuffix(wrong)}.yaml{hidden}"))
            continue
        name = inside[: inside.rindex(".")]
        if name.startswith("_") or "/_" in name:
            kind = name.removeprefix("_").split("/")[0]
            if name.startswith("_") and kind in KINDS and "/_" not in name:
                vocabulary.append(File(path, kind))
            else:
                misnamed.append((path, *_misnamed_vocabulary(name)))
        else:
            briefs.append(File(path, name))
    return briefs, vocabulary, misnamed


def why_bad_id(file: File) -> tuple[str, str] | None:
    """Message and hint when the path of a brief cannot be its id."""
    suffix = file.path[file.path.rindex(".") :]
    if ID.fullmatch(file.name) and suffix in SUFFIXES:
        return None
    *folders, last = file.name.split("/")
    wanted = "/".join([*filter(None, map(_slugged, folders)), _slugged(last) or "my-brief"])
    message = f"the name of this file cannot be an id: “{file.path.removeprefix('briefs/')}”"
    hint = f"rename it to briefs/{wanted}{suffix.lower()}; addresses have small letters a–z, digits and single hyphens"
    return message, hint


def read_bytes(path: Path | str, limit: int) -> bytes:
    """The bytes of a regular file; else UnreadableError, and TooLargeError where it has more bytes than the limit."""
    try:
        descriptor = os.open(path, _TO_READ)
        try:
            status = os.fstat(descriptor)
            if stat.S_ISDIR(status.st_mode):
                raise UnreadableError("is a folder")
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableError("is no ordinary file")
            if status.st_size > limit:
                raise TooLargeError(status.st_size, limit)
            data = os.read(descriptor, status.st_size + 1 if status.st_size else limit + 1)
            if len(data) > limit:
                raise TooLargeError(len(data), limit)
            return data
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        raise UnreadableError("does not exist") from None
    except PermissionError:
        raise UnreadableError("may not be read by you (permission denied)") from None
    except (OSError, ValueError) as error:
        raise UnreadableError(
            f"cannot be read ({getattr(error, 'strerror', None) or 'its name is not valid'})"
        ) from None


def digest_of(path: Path | str, limit: int) -> str:
    """The SHA-256 of the bytes that `read_bytes` gives, as hexadecimal digits; nothing where it gives none."""
    try:
        return hashlib.sha256(read_bytes(path, limit)).hexdigest()
    except UnreadableError:
        return ""


def _yaml_below(folder: Path, prefix: str) -> Iterator[str]:
    for current, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = Path(current).relative_to(folder).as_posix()
        for name in files:
            if not name.startswith(".") and (
                _WRONG_ENDING.search(name) or name.lower().endswith(SUFFIXES) or _is_a_brief(Path(current, name))
            ):
                yield f"{prefix}/{name}" if inside == "." else f"{prefix}/{inside}/{name}"


def _wrong_ending(name: str) -> str | None:
    """The ending of a file that was meant to end in .yaml; None where it does."""
    if wrong := _WRONG_ENDING.search(name):
        return wrong.group()
    return None if name.lower().endswith(SUFFIXES) else Path(name).suffix


def _is_a_brief(path: Path) -> bool:
    """Whether a text file that is named otherwise begins as briefs do."""
    if path.suffix.lower() not in _TEXT_ENDINGS or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return _BEGINS_LIKE_A_BRIEF.match(file.read(1000)) is not None
    except OSError:
        return False


def kind_meant(name: str) -> str | None:
    """The kind of vocabulary that the name of a file says."""
    kind = name.lower()
    return _OTHER_KINDS.get(kind) or find_meant(kind, KINDS)


def _misnamed_vocabulary(name: str) -> tuple[str, str]:
    message = f"names that begin with _ are the shared vocabulary, and “{name}” is none of it"
    kind = name.split("/")[-1].removeprefix("_")
    if kind in KINDS:
        return message, f"move it to briefs/_{kind}.yaml"
    if meant := kind_meant(kind):
        return message, f"did you mean _{meant}.yaml?"
    return (
        message,
        f"the vocabulary is {list_words([f'_{kind}.yaml' for kind in KINDS], 'and')}; a brief has another name",
    )


def _slugged(text: str) -> str:
    letters = slug(unicodedata.normalize("NFKC", text).replace(".", "-")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
