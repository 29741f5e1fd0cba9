"""Headings are read as Python-Markdown reads them, whatever was typed in them."""

from __future__ import annotations

from typing import Any

import pytest
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.pages.escaping import address, text
from generator.pages.lean import make_reader

TYPED = st.one_of(
    st.text(min_size=1),
    st.text("aZé中9 .,:;!?'\"()%$@#*_`~^=+-|\\/&<>{}[]‘’“”«»…–\N{NO-BREAK SPACE}\u200b", min_size=1),
    st.sampled_from(
        ["xWORDSx", "xNAMEx of xURLx", "100 %(xURLx)s", "a {: #b }", "Roles", "Rôles", "谈判", "1. x", "x #"]
    ),
)
SHAPES = (
    "# {words}",
    "### {words} {{: #step-2 }}",
    "## [{words}]({url})",
    "### [{words}]({url}) {{: #q-1f0c9a2b .b-speaker }}",
)
CONTENTS: tuple[dict[str, Any], ...] = (
    {},
    {"permalink": True, "toc_depth": "2-3", "separator": "_"},
    {"anchorlink": True},
)


@pytest.mark.parametrize("contents", CONTENTS, ids=["as it is", "with permalinks", "with anchors"])
def test_headings_are_read_as_markdown_reads_them(contents: dict[str, Any]) -> None:
    """One reader for all of them, as in a build."""
    reader = make_reader(contents)
    whole = Markdown(extensions=["attr_list", "toc"], extension_configs={"toc": contents})

    @settings(max_examples=examples(200))
    @given(shape=st.sampled_from(SHAPES), typed=TYPED)
    def is_read(shape: str, typed: str) -> None:
        if words := text(typed, begins=False):
            line = shape.format(words=words, url=address("../../people/ana-belo_x/#q-1"))
            html, listed = reader(line)
            assert html == whole.reset().convert(line)
            assert listed == whole.toc_tokens  # type: ignore[attr-defined]

    is_read()
