"""Material as it comes: what mkdocs.yml leaves to the theme, and a site of briefs wants otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from generator.language import base_of

#: Where mkdocs.yml names no font: it would be asked of another host, which the policy of the pages forbids.
_FONT = {"text": "Roboto", "code": "Roboto Mono"}
_LANGUAGE = "en"


class Theme(Protocol):
    """A theme as MkDocs has it: its settings by name, and the folders of its templates."""

    @property
    def dirs(self) -> Sequence[str]:
        """The folders, the first ones laid over the others."""

    @property
    def custom_dir(self) -> str | None:
        """The folder of the desk's own templates."""

    def get(self, name: str) -> Any: ...
    def __setitem__(self, name: str, value: Any) -> None: ...


class Templates(Protocol):
    """The templates of a theme by name, those of the desk's own before Material's."""

    def get_template(self, name: str) -> Any: ...


def is_material(theme: Theme) -> bool:
    """Whether the templates that ours are laid over are there: Material, or a theme that extends it."""
    return _speaks(theme, _LANGUAGE)


def dress(theme: Theme, language: str) -> None:
    """The theme speaks as the pages do, where it can, and asks no other host for a font.

    What mkdocs.yml says of its own accord stands.
    """
    known = (code for code in (language, base_of(language)) if _speaks(theme, code))  # de-AT, de
    if theme.get("language") == _LANGUAGE:
        theme["language"] = next(known, _LANGUAGE)
    if theme.get("font") == _FONT:
        theme["font"] = False


def bare_template(theme: Theme) -> str:
    """The main.html of the desk's own that is laid over Material's and not over ours, as mkdocs.yml leads to it."""
    own = Path(theme.custom_dir, "main.html") if theme.custom_dir else None
    if own is None or not own.is_file() or "briefing.html" in own.read_text(encoding="utf-8", errors="replace"):
        return ""
    return f"{own.parent.name}/{own.name}"


def words_of(templates: Templates, language: str) -> Callable[[str], str]:
    """Finds the words of Material by their keys, as its templates do: in its language, else in English."""
    lists = [templates.get_template(f"partials/languages/{code}.html") for code in (language, _LANGUAGE)]

    @cache
    def find(key: str) -> str:
        return next(filter(None, (str(each.module.t(key)) for each in lists)), key)

    return find


def _speaks(theme: Theme, language: str) -> bool:
    words = Path("partials", "languages", f"{language}.html")
    return any(Path(folder, words).is_file() for folder in theme.dirs)
