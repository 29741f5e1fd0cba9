"""The source texts: read below seeds/ only, held against their pins."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from generator.desk.files import TooLargeError, UnreadableError, digest_of, read_bytes
from generator.desk.library import Record, SourceText
from generator.lookalikes import as_seen, explain_odd
from generator.model import Source
from generator.problems import Finding
from generator.typed.decoding import UndecodableError, decode, why_no_text
from generator.typed.places import Lines

NOTHING: Mapping[str, str] = {}
MAX_SOURCE = 5_000_000  # bytes

_SAVE_IT = (
    "save the article as plain text in seeds/ and write\nsource:\n  file: the-name-of-the-file.txt\n  url: the address"
)
_ONE_ARTICLE = "a source is one article as plain text; take out what is not part of it"
_INSIDE = "a source is a file below seeds/: copy it there and write its name alone"


class Shelf:
    """The texts of seeds/, each read once."""

    def __init__(self, root: Path, sound: Mapping[str, str] = NOTHING) -> None:
        self._seeds = root / "seeds"
        self._sound = sound  # file -> sha256 of texts that could be read, and are as they were
        self._inside = f"{self._seeds.resolve()}/"
        self._real: dict[str, str] = {}  # folder -> where it is without links
        self._read: dict[str, SourceText | tuple[str, str, str]] = {}  # or rule, message, hint
        self._names: list[str] | None = None

    @property
    def texts(self) -> dict[str, SourceText]:
        """Every text that was asked for and could be read, in the order of names."""
        return {file: text for file, text in sorted(self._read.items()) if isinstance(text, SourceText)}

    def check(self, record: Record, require_source: bool) -> Iterator[Finding]:
        """Read the source of a brief and say what is wrong with it."""
        source = record.brief.source
        if source.file is None:
            if require_source:
                message = "this desk asks every brief to hold its source text"
                hint = "put the text into seeds/ and write file: with its name"
                yield Finding(record.path, "source.not_held", "source-missing", message, hint, at_key=True)
            return
        text = self._get(source.file)
        if not isinstance(text, SourceText):
            yield Finding(record.path, "source.file", *text)
        else:
            yield from _check_pin(record.path, source, text)

    def get(self, file: str) -> SourceText | tuple[str, str, str]:
        """One text by its name below seeds/, or the rule, the message and the hint that say why not."""
        return self._get(file)

    def holds(self, file: str, sha256: str) -> bool:
        """Whether a text that could be read once has these bytes; its name was a good one."""
        path = f"{self._seeds}/{file}"
        try:
            return self._is_inside(path) and digest_of(path, MAX_SOURCE) == sha256
        except (OSError, ValueError, RuntimeError):
            return False

    def _get(self, file: str) -> SourceText | tuple[str, str, str]:
        if file not in self._read:
            self._read[file] = self._open(file)
        return self._read[file]

    def _open(self, file: str) -> SourceText | tuple[str, str, str]:
        path = f"{self._seeds}/{file}"
        if file in self._sound:
            return SourceText(file, None, self._sound[file], path)
        if re.match(r"(?:https?|ftp)://|www\.", file):
            return "source-missing", f"“{file}” is an address on the web, and no file in seeds/", _SAVE_IT
        if re.match(r"[\\/]|[A-Za-z]:[\\/]|~", file):
            return "source-outside", f"“{file}” is a place on one computer, not below seeds/", _INSIDE
        if ".." in re.split(r"[\\/]", file):
            return "source-outside", f"“{file}” leads out of seeds/", _INSIDE
        if PurePosixPath(file).as_posix() != file:
            return self._missing(file, "has a name written in an unusual way")
        try:
            if not self._is_inside(path):
                return "source-outside", f"seeds/{file} is a link that leads out of seeds/", _INSIDE
            data = read_bytes(path, MAX_SOURCE)
        except TooLargeError as error:
            return "too-large", f"seeds/{file} {error}", _ONE_ARTICLE
        except UnreadableError as error:
            return self._missing(file, str(error))
        except (OSError, ValueError, RuntimeError):
            return self._missing(file, "cannot be read")
        text = _text_of(file, data, f"seeds/{file}")
        return SourceText(file, None, text.sha256, path) if isinstance(text, SourceText) else text

    def _is_inside(self, path: str) -> bool:
        """Whether a file is below seeds/ when all links are followed; most files are no links."""
        folder, _, _ = path.rpartition("/")
        if folder not in self._real:
            self._real[folder] = f"{Path(folder).resolve()}/"
        real = f"{Path(path).resolve()}" if os.path.islink(path) else self._real[folder]  # noqa: PTH114
        return real.startswith(self._inside)

    def _missing(self, file: str, why: str) -> tuple[str, str, str]:
        names = self._all_names()
        bare = file.replace("\\", "/").removeprefix("./").removeprefix("seeds/")
        near = [bare] if bare in names else get_close_matches(bare, names, n=1, cutoff=0.6)
        near = (
            near or [name for name in names if name.rpartition(".")[0] == bare or name.rpartition("/")[2] == bare][:1]
        )
        if near and as_seen(bare) == as_seen(near[0]) and (odd := explain_odd(bare) or explain_odd(near[0])):
            return "source-missing", f"seeds/{as_seen(bare)} {why}: {odd}", f"type it anew: {near[0]}"
        hint = f"did you mean {near[0]}?" if near else "put the article into seeds/ as a plain text file"
        shown = file if bare in names else bare  # seeds/talk.txt was typed, and there is none of either name
        return "source-missing", f"seeds/{shown} {why}", hint

    def _all_names(self) -> list[str]:
        if self._names is None:
            found = self._seeds.rglob("*") if self._seeds.is_dir() else ()
            self._names = sorted(path.relative_to(self._seeds).as_posix() for path in found if path.is_file())
        return self._names


def read_elsewhere(path: Path) -> SourceText | tuple[str, str, str]:
    """A text that is no source of the desk, for a look at it; else the rule, the message and the hint."""
    try:
        return _text_of(path.name, read_bytes(path, MAX_SOURCE), str(path))
    except TooLargeError as error:
        return "too-large", f"{path} {error}", _ONE_ARTICLE
    except UnreadableError as error:
        return "source-missing", f"{path} {error}", "give the path of a plain text file"


def _text_of(file: str, data: bytes, shown: str) -> SourceText | tuple[str, str, str]:
    if why := why_no_text(data):
        return "source-encoding", f"{shown} is {why}", "copy the words of the article into a plain text file (UTF-8)"
    try:
        text = decode(data)
    except UndecodableError as error:
        line, column = Lines(file, error.text).place(error.offset)
        message = f"{shown} is not saved as UTF-8 {error} (line {line}, column {column})"
        return "source-encoding", message, "open it in your editor and save it with the encoding UTF-8"
    if not text.strip("\ufeff \t\r\n"):
        return "source-missing", f"{shown} is empty", "put the text of the article into it"
    return SourceText(file, text, hashlib.sha256(data).hexdigest())


def _check_pin(path: str, source: Source, text: SourceText) -> Iterator[Finding]:
    line = f"sha256: {text.sha256}"
    shown = f"seeds/{text.file}"
    if source.sha256 is None:
        alone = set(source.model_dump(exclude_defaults=True)) <= {"file"}
        below = "add this below “file:”, or behind it with a comma where braces stand round it"
        where = f"write\nsource:\n  file: {text.file}\n  {line}" if alone else f"{below}\n  {line}"
        message = f"the brief does not say which text {shown} had when it was written, so nobody notices a later change"
        yield Finding(path, "source.file", "source-unpinned", message, f"to be told of changes, {where}")
    elif source.sha256 != text.sha256:
        message = (
            f"{shown} was changed since this brief was written: “sha256” belongs to another text than the present one"
        )
        hint = f"look at what was changed; where the present text is right, replace this line by\n{line}"
        yield Finding(path, "source.sha256", "source-changed", message, hint)
