"""Desks for the tests of what the site says to machines: briefs as values, and the files that come of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from generator.pages.page import Page
from generator.pipeline import compose
from generator.settings import Settings

TODAY = date(2026, 3, 1)
SITE = "https://desk.example/news/"
DEMO = Path(__file__).parent / "demo"
TEXT = "“The harbour stays open, and nobody will be turned away,” the mayor, Ada Quill, said. <b>“No & no”</b>\n"


def a_brief(**fields: Any) -> dict[str, Any]:
    """A brief with what it needs, and these fields."""
    needed = {"title": "Port Ellery stays open", "date": "2026-02-03", "summary": "No ship is turned away."}
    return {**needed, "source": {"file": "harbour.txt"}, **fields}


def make(root: Path, briefs: Mapping[str, Mapping[str, Any]], **shared: Any) -> Path:
    """A desk at `root`; JSON is YAML. `shared` are the files of the vocabulary."""
    for brief, fields in briefs.items():
        path = root / "briefs" / f"{brief}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(fields), encoding="utf-8")
    for kind, entries in shared.items():
        (root / f"briefs/_{kind}.yaml").write_text(json.dumps(entries, ensure_ascii=False), encoding="utf-8")
    (root / "seeds").mkdir(exist_ok=True)
    (root / "seeds/harbour.txt").write_text(TEXT, encoding="utf-8")
    return root


def files(root: Path, site_url: str = SITE, today: date = TODAY, drafts: bool = False) -> dict[str, bytes]:
    """Every file of the site that is no page, by its place."""
    composed = compose(root, today, Settings(site_url=site_url), drafts)
    assert not [problem for problem in composed.problems if problem.level == "error"]
    return {file.place: file.make() for file in composed.files()}


def keys(root: Path, site_url: str = SITE, today: date = TODAY) -> dict[str, str]:
    """The key of each file."""
    return {file.place: file.key for file in compose(root, today, Settings(site_url=site_url)).files()}


def pages(root: Path, site_url: str = SITE) -> dict[str, Page]:
    """The pages by uri."""
    return {page.uri: page for page in compose(root, TODAY, Settings(site_url=site_url)).pages}
