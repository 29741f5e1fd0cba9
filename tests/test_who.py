"""Over the people of a brief stands what is true of all of them: nobody is said to have been there, or not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from machines import a_brief, make, pages

ADA, BEN = {"name": "Ada Quill"}, {"name": "Ben Roe"}
SAID = {"speaker": "Ada Quill", "text": "The harbour stays open, and nobody will be turned away"}


@pytest.mark.parametrize(
    ("fields", "headings"),
    [
        ({"participants": [ADA], "quotes": [SAID]}, ["Who took part"]),
        ({"participants": [BEN], "mentioned": [ADA]}, ["Who took part", "Also mentioned"]),
        ({"participants": [BEN], "mentioned": [ADA], "quotes": [SAID]}, ["Who took part", "Also quoted or mentioned"]),
        ({"mentioned": [ADA, BEN], "quotes": [SAID]}, ["Who is quoted or mentioned"]),
        ({"mentioned": [BEN], "quotes": [SAID]}, ["Who is mentioned"]),
    ],
)
def test_the_heading_says_no_more_than_was_typed(fields: dict[str, Any], headings: list[str], tmp_path: Path) -> None:
    written = pages(make(tmp_path, {"harbour": a_brief(**fields)}))["briefs/harbour.md"].write()
    about = re.findall(r"^###? ((?:Who|Also) [a-z ]+[a-z])", written.markdown(), re.MULTILINE)
    assert about == headings
    plain = written.companions["briefs/harbour/index.md"].decode()
    assert re.findall(r"^## ((?:Who|Also) .*)$", plain, re.MULTILINE) == headings


def test_a_speaker_by_another_name_is_quoted(tmp_path: Path) -> None:
    people = {"ada-quill": {"name": "Ada Quill", "aliases": ["the Mayor"]}}
    fields = {"mentioned": [{"name": "the Mayor"}], "quotes": [SAID]}
    desk = make(tmp_path, {"harbour": a_brief(**fields)}, people=people)
    assert "## Who is quoted or mentioned" in pages(desk)["briefs/harbour.md"].write().markdown()
