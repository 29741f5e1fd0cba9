"""What happens to a desk from day to day, each as a change of its files that can be measured.

Every change takes another brief or person each time; none touches what another has touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import synthetic

Change = Callable[[Path, int, int], None]


def edit(desk: Path, size: int, turn: int) -> None:
    """One of the newest briefs gets another summary and another key point."""
    _reword(_brief(desk, size, size - 1 - turn))


def edit_frozen(desk: Path, size: int, turn: int) -> None:
    """The same with a brief of a year that is long over."""
    _reword(_brief(desk, size, size * 2 // 5 + turn))


def add(desk: Path, size: int, turn: int) -> None:
    """A brief of the last day, with its source."""
    number = size + size % 2 + 2 * turn  # an even one: it tells of no step of a brief that may be gone
    name, brief, source = synthetic.brief_and_source(number, size, synthetic.ground())
    (desk / f"seeds/{name}.txt").write_text(source, encoding="utf-8")
    (desk / f"briefs/{name}.yaml").write_text(brief, encoding="utf-8")


def remove(desk: Path, size: int, turn: int) -> None:
    """One of the newest briefs goes, with its source. No other brief speaks of it."""
    brief = _brief(desk, size, size - 4 - turn)
    source = desk / "seeds" / brief.relative_to(desk / "briefs").with_suffix(".txt")
    brief.unlink()
    source.unlink()


def back_date(desk: Path, size: int, turn: int) -> None:
    """One of the newest briefs turns out to be of a day five years before."""
    earlier = synthetic.LAST_DAY - timedelta(days=5 * 365 + turn)
    _replace(_brief(desk, size, size - 7 - turn), r"^date: .+$", f"date: {earlier}")


def rename(desk: Path, size: int, turn: int) -> None:
    """A person of middling fame gets another name in the vocabulary; briefs go on using the old one."""
    name = synthetic.ground().people[150 + turn]
    entry = f"{synthetic.key_of(name)}: {{name: {name}-Quill, aliases: [{name}]}}"
    _replace(desk / "briefs/_people.yaml", rf"^{re.escape(synthetic.key_of(name))}: .+$", entry)


def template(program: Path, turn: int) -> None:
    """The template of briefs in a copy of the program says something more."""
    path = program / "generator/templates/brief.md.jinja"
    path.write_text(path.read_text(encoding="utf-8") + f"\n<!-- {turn} -->\n", encoding="utf-8")


#: In this order within a round; what the table calls them.
CHANGES: dict[str, tuple[str, Change]] = {
    "edit": ("one brief edited, a recent one", edit),
    "edit-frozen": ("one brief edited, of a year long over", edit_frozen),
    "add": ("one brief added", add),
    "remove": ("one brief removed", remove),
    "back-date": ("one brief dated five years back", back_date),
    "rename": ("a person renamed in the vocabulary", rename),
}


def _brief(desk: Path, size: int, number: int) -> Path:
    return desk / f"briefs/{synthetic.day_of(number, size).year}/b{number:05}.yaml"


def _reword(brief: Path) -> None:
    _replace(brief, r"^summary: ", "summary: Corrected ")
    _replace(brief, r"^key_points:\n  - ", "key_points:\n  - Once more ")


def _replace(path: Path, pattern: str, words: str) -> None:
    text, count = re.subn(pattern, lambda _: words, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    if not count:
        raise ValueError(f"{path} has no {pattern}")
    path.write_text(text, encoding="utf-8")
