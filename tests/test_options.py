"""What is wrong in mkdocs.yml is told in plain words, with what to write; what can only mean one thing is taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.engine import SiteError, configure

SETTINGS = """\
site_name: The Desk
theme:
  name: material
plugins:
  - briefing:
      quality_page: false
      page_size: 50
      contact: ""
"""

_COUNT = "no whole number from 1 on; write one, as in 50"
_COLON = (
    "this colon does not fit here; where it belongs to a text, put the value in quotation marks, else see that the "
    "line above has its colon and begins in the same column"
)
_COLUMN = "this line does not fit to those above it; let it begin in the same column as the others of its group"
WRONG = [
    ("page_size: 50", "page_size: fifty", f"mkdocs.yml: page_size: “fifty” is {_COUNT}"),
    ("page_size: 50", "page_size: 0", f"mkdocs.yml: page_size: “0” is {_COUNT}"),
    (
        "page_size: 50",
        "require_source: ja",
        "mkdocs.yml: require_source: “ja” is neither true nor false; write true or false",
    ),
    (
        'contact: ""',
        "contact: call the desk",
        "mkdocs.yml: contact: “call the desk” is neither a mail address nor an address on the web; "
        "write one as in mailto:desk@example.org or https://example.org/report",
    ),
    (
        "page_size: 50",
        "language: [en, de]",
        "mkdocs.yml: language: one value is expected here, not several; write it without dashes and brackets",
    ),
    ("page_size: 50", "pagesize: 50", "mkdocs.yml: “pagesize” is no setting of briefing; did you mean page_size?"),
    ("- briefing:", "- briefings:", "mkdocs.yml: there is no plugin “briefings” here; did you mean briefing?"),
    ("      page_size", "\tpage_size", "mkdocs.yml:7:1: this line is indented with a tab; use spaces"),
    ("page_size: 50", "page_size 50", "mkdocs.yml:7:7: a colon is missing in this line, as in page_size: 50"),
    ("The Desk", "Desk: the briefs", f"mkdocs.yml:1:16: {_COLON}"),
    ("      contact", "     contact", f"mkdocs.yml:8:6: {_COLUMN}"),
]


def desk(folder: Path, old: str, new: str) -> Path:
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text("# Here\n")
    (folder / "mkdocs.yml").write_text(SETTINGS.replace(old, new))
    return folder


@pytest.mark.parametrize(("old", "new", "told"), WRONG, ids=[new for _, new, _ in WRONG])
def test_what_is_wrong_in_the_settings_is_told_with_the_remedy(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(SiteError) as caught:
        configure(desk(tmp_path, old, new))
    assert str(caught.value) == told


@pytest.mark.parametrize(
    ("new", "setting", "read"),
    [
        ("publish_texts_under: CC0-1.0", "publish_texts_under", ["CC0-1.0"]),
        ("publish_texts_under: [CC0-1.0, CC-BY-4.0]", "publish_texts_under", ["CC0-1.0", "CC-BY-4.0"]),
        ("quality_page: 'yes'", "quality_page", True),
        ("contact: desk@example.org", "contact", "desk@example.org"),
        ("contact: 'https://example.org/new?body={url}'", "contact", "https://example.org/new?body={url}"),
    ],
)
def test_what_can_only_mean_one_thing_is_taken(tmp_path: Path, new: str, setting: str, read: object) -> None:
    engine = configure(desk(tmp_path, 'contact: ""', new))
    assert engine.plugin.config[setting] == read
