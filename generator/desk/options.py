"""The settings of a desk, read without MkDocs: what `briefing check` needs of mkdocs.yml, where there is one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.desk.files import UnreadableError, read_bytes
from generator.settings import Settings
from generator.typed.documents import read_options
from generator.values import TRUTHS

_MOST = 1_000_000  # bytes


def read_settings(root: Path) -> Settings:
    """The settings that decide what is wrong with a brief; the others, and whatever cannot be read, are the defaults.

    MkDocs says what is wrong with mkdocs.yml; here it must not stand in the way of checking a brief.
    """
    try:
        options = read_options(read_bytes(root / "mkdocs.yml", _MOST))
    except UnreadableError:
        return Settings()
    required = str(_of_briefing(options).get("require_source", "")).lower()
    return Settings(require_source=TRUTHS.get(required, False))


def _of_briefing(options: Any) -> dict[str, Any]:
    """The options of our plugin: plugins are a list of names and `name: options`, or a table of these."""
    plugins = options.get("plugins") if isinstance(options, dict) else None
    tables = plugins if isinstance(plugins, list) else [plugins]
    found = (table.get("briefing") for table in tables if isinstance(table, dict))
    return next((ours for ours in found if isinstance(ours, dict)), {})
