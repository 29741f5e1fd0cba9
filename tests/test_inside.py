"""A problem with a word of a long value stands at that word, in whatever way the value is typed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pipeline import examine
from generator.prose import as_read, find_typed
from generator.typed.documents import Parsed, parse
from generator.typed.inside import count_signs, find_inside
from generator.typed.nodes import scalars_of

SOURCE = "“We expect the ferrymen to come back to the table before the winter storms, and it's their turn,” she said.\n"
LEAST = "title: Envoys meet\ndate: 2026-01-31\nsummary: They met.\nsource: talks.txt\nparticipants: [Ada Lund]\n"
FOLDED = "We expect the ferrymen to\n{0}come back to the tables\n{0}before the winter storms"


def problems(desk: Path, fields: str) -> list[tuple[str, int, int, str]]:
    (desk / "briefs").mkdir()
    (desk / "seeds").mkdir()
    (desk / "seeds/talks.txt").write_text(SOURCE, encoding="utf-8")
    (desk / "briefs/talks.yaml").write_bytes((LEAST + fields).encode())
    found = examine(desk, date(2026, 3, 1)).problems
    return [(one.rule, one.line, one.column, one.excerpt) for one in found if one.rule != "source-unpinned"]


@pytest.mark.parametrize(
    "style",
    [
        f">-\n      {FOLDED.format('      ')}\n",
        f">\n      {FOLDED.format('      ')}\n",
        f"|\n      {FOLDED.format('      ')}\n",
        f"|2-  # as it stands\n      {FOLDED.format('      ')}\n# the end\n",
        f"{FOLDED.format('      ')}\n",
        f'"{FOLDED.format("      ")}"\n',
        f"'{FOLDED.format('      ')}'\n",
        f">-\r\n      {FOLDED.format('      ')}\r\n".replace("\n      ", "\r\n      ").replace("\r\r", "\r"),
    ],
)
def test_it_is_found_in_every_style(style: str, tmp_path: Path) -> None:
    found = problems(tmp_path, f"quotes:\n  - speaker: Ada Lund\n    text: {style}")
    (place,) = [one for one in found if one[0] == "quote-not-found"]
    assert place[3][place[2] - 1 :].startswith("tables")


def test_the_word_before_which_one_is_missing_is_the_place(tmp_path: Path) -> None:
    lines = "quotes:\n  - speaker: Ada Lund\n    text: >-\n      We expect the ferrymen to come back\n      the table\n"
    assert ("quote-not-found", 10, 7, "      the table") in problems(tmp_path, lines)


def test_a_value_on_one_line_is_named_as_a_whole(tmp_path: Path) -> None:
    line = "    text: We expect the ferrymen to come back to the tables"
    assert ("quote-not-found", 8, 11, line) in problems(tmp_path, f"quotes:\n  - speaker: Ada Lund\n{line}\n")


@pytest.mark.parametrize(
    ("rule", "first", "second", "place"),
    [
        ("quote-bracket", "We expect the", "ferrymen to [never] come back", 19),
        ("quote-bracket", "We expect the ferrymen to come back to the table", "before the win[t]er storms", 18),
        ("quote-crosses", "and it's their turn,", "she said", 7),
        ("quote-spliced", "We expect the ferrymen", "and it's their turn", 7),
        ("quote-spliced", "and it's their turn. We expect the", "ferrymen to come back", 28),
        ("quote-not-found", "“We expect the", "ferrymen to run back”", 19),
    ],
)
def test_other_errors_stand_at_the_words_that_they_are_about(
    rule: str, first: str, second: str, place: int, tmp_path: Path
) -> None:
    fields = f"quotes:\n  - speaker: Ada Lund\n    text: |\n      {first}\n      {second}\n"
    (found,) = [one for one in problems(tmp_path, fields) if one[0] == rule]
    assert found[2] == place


@pytest.mark.parametrize(
    "value",
    [
        "'it''s their turn, it''s\n      their turns'",
        r'"it\x27s their turn, \u0069t\U00000027s'
        '\n      their turns"',
        "\"it's \\t their\\n turn, \\\r\n      it's\n      their turns\"",
        r'"it\"s their turn, \\ it\/s'
        '\n      their turns"',
    ],
)
def test_signs_that_are_typed_otherwise_than_read_are_counted_as_read(value: str) -> None:
    parsed = parse(f"text: {value}\n")
    assert isinstance(parsed, Parsed) and parsed.root is not None
    read = list(scalars_of(parsed.root))[-1].text
    assert find_inside(value, read, count_signs(read[: read.index("turns")])) == value.index("turns")
    assert find_inside(value, f"{read} and more", 3) is None


def test_the_place_is_right_where_a_mark_is_doubled(tmp_path: Path) -> None:
    fields = "quotes:\n  - speaker: Ada Lund\n    text: 'and it''s their\n      turns'\n"
    assert ("quote-not-found", 9, 7, "      turns'") in problems(tmp_path, fields)


def test_words_in_marks_and_links_of_long_prose_are_found_too(tmp_path: Path) -> None:
    prose = "why_it_matters: >-\n  She called it “a table that\n  nobody wants”, and more\n  is in [[2026/nothing]].\n"
    assert [one for one in problems(tmp_path, prose) if one[0] != "quote-unused"] == [
        ("quote-inline", 7, 18, "  She called it “a table that"),
        ("unknown-reference", 9, 9, "  is in [[2026/nothing]]."),
    ]


def test_behind_the_address_of_a_link_the_place_is_right(tmp_path: Path) -> None:
    link = "[The “envoys” met](https://news.example/a(b)/c) twice; [it](mailto:a@news.example)"
    prose = f"why_it_matters: >-\n  {link}\n  is in [[talks]], “a table that\n  nobody wants”.\n"
    found = [one[:3] for one in problems(tmp_path, prose) if one[0] == "quote-inline"]
    assert found == [("quote-inline", 7, 9), ("quote-inline", 8, 21)]


@given(st.lists(st.sampled_from(["a ", "[b c](https://n.example/d)", "[[e]]", "[f", "](https://g)", "[h](mailto:i)"])))
def test_every_sign_of_prose_as_read_has_its_place_as_typed(parts: list[str]) -> None:
    typed = "".join(parts)
    read = as_read(typed)
    places = [find_typed(typed, at) for at in range(len(read))]
    assert "".join(typed[place] for place in places) == read
    assert places == sorted(set(places))


words = st.lists(
    st.text(st.characters(codec="utf-8", categories=["L"]), min_size=1, max_size=6), min_size=2, max_size=9
)


@given(words, st.sampled_from([">-", "|", ">"]), st.data())
def test_every_word_of_a_block_has_its_place(texts: list[str], style: str, data: st.DataObject) -> None:
    breaks = [data.draw(st.sampled_from([" ", "\n  ", "\n\n  "])) for _ in texts]
    document = f"text: {style}\n  " + "".join(f"{word}{gap}" for word, gap in zip(texts, breaks, strict=True)) + "\n"
    parsed = parse(document)
    assert isinstance(parsed, Parsed) and parsed.root is not None
    value = list(scalars_of(parsed.root))[-1]
    place = data.draw(st.integers(0, len(texts) - 1))
    inside = find_inside(document[value.start : value.end], value.text, count_signs("".join(texts[:place])))
    assert inside is not None
    assert document[value.start + inside :].startswith(texts[place])
