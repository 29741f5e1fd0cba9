"""Sites that tests only read: each built once in a run, whichever worker asks first."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from desks import ROOT, keep_compiled, run

ARABIC = {
    "title": "A statement about the lake, in Arabic",
    "date": "2025-11-20",
    "summary": "A councillor says that the lake is for all, and that nobody will be asked to leave its shore.",
    "source": {
        "not_held": "heard at the shore",
        "headline": "البحيرة لنا جميعاً",
        "publisher": "صوت البحيرة",
        "lang": "ar",
    },
    "participants": [{"name": "ليلى حداد", "role": "عضو المجلس", "side": "المجلس"}, "Ana Belo"],
    "quotes": [
        {"speaker": "ليلى حداد", "text": "البحيرة لنا جميعاً", "lang": "ar", "occasion": "At the shore"},
        {"speaker": "Ana Belo", "text": "It is ours", "original": "هي لنا", "lang": "ar", "translated_by": "the desk"},
    ],
    "was": ["2025/lake-declaration"],
}


def build_once(shared: Path, name: str, make: Callable[[Path], Path], **environment: str) -> Path:
    """The built site of the desk that `make` makes; the others wait while one worker builds it."""
    folder = shared / name
    with (shared / f"{name}.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            desk = make(folder / "desk")
            done = run("generator", "build", desk=desk, **environment)
            assert done.returncode == 0, done.stdout + done.stderr
            keep_compiled(desk)
            (folder / "done").write_text(os.path.relpath(desk, folder), encoding="utf-8")
    return folder / (folder / "done").read_text(encoding="utf-8") / "site"


def copy_demo(folder: Path) -> Path:
    """The demonstration desk and a brief from right to left, with the settings and pages of the project above it."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "docs", folder / "docs")
    without = shutil.ignore_patterns("build", "site")
    shutil.copytree(ROOT / "tests/demo", folder / "tests/demo", ignore=without)
    statement = folder / "tests/demo/briefs/2025/lake-statement.yaml"
    statement.write_text(json.dumps(ARABIC, ensure_ascii=False), encoding="utf-8")
    return folder / "tests/demo"
