"""Puts start and end to every gold row, by finding its text in the article, in order.

Run it after writing or mending an article:  python tests/corpus/place.py [language ...]
An occurrence right after a mark or a dash counts before one in running text.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
OPENING = "“”„‟‘’‚\"'«»‹›「『`<＂״—―–-"


def find_row(article: str, text: str, after: int) -> int:
    """Where the text stands next, beside a mark if it does so anywhere; ValueError if nowhere."""
    beside_mark = re.compile(rf"(?<=[{re.escape(OPENING)}])\s?(?P<row>{re.escape(text)})(?!\w)")
    found = beside_mark.search(article, after)
    return found.start("row") if found else article.index(text, after)


def place_rows(article: str, rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """The same rows with start and end, each beginning no earlier than the one before it ends."""
    placed, after = [], 0
    for row in rows:
        text = str(row["text"])
        start = find_row(article, text, after)
        after = start + len(text)
        placed.append({"start": start, "end": after, **{k: v for k, v in row.items() if k not in ("start", "end")}})
    return placed


def write_rows(path: Path) -> None:
    """Rewrites one gold file, a row a line; leaves it alone where nothing changes."""
    article = path.with_suffix(".txt").read_text(encoding="utf-8")
    rows = place_rows(article, json.loads(path.read_text(encoding="utf-8")))
    written = "[\n" + ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"
    if written != path.read_text(encoding="utf-8"):
        path.write_text(written, encoding="utf-8")


if __name__ == "__main__":
    for language in sys.argv[1:] or sorted(folder.name for folder in HERE.iterdir() if folder.is_dir()):
        for gold in sorted((HERE / language).glob("*.json")):
            write_rows(gold)
