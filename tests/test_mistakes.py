"""One mistake in the YAML of a brief is one problem, at the line where it was made.

Every kind of mistake is made on lines all over a brief with every field.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.desk.opening import format_of, open_document
from generator.model import Brief
from generator.problems import Problem
from generator.typed.edits import Edit, apply, trace
from generator.typed.mending import read
from generator.typed.nodes import Mapping
from generator.typed.validation import validate

EVERY_FIELD = Path(__file__).parent / "cases/a-brief-with-every-field/briefs/2026/harbour-talks.yaml"
LINES = EVERY_FIELD.read_text(encoding="utf-8").splitlines()
_FIELD = re.compile(r"(?P<head> *(?:- )?)(?P<key>\w+): (?P<value>[^\[{>\"'|].*)")
_ITEM = re.compile(r"(?P<head> *- )(?P<value>[A-Z].*)")
_MOST = 14  # lines of the brief for each kind of mistake

Slip = Callable[[str], str]


def on_field(change: Callable[[str, str, str], str]) -> Slip:
    """A slip in a line with a key and a value on it."""

    def slip(line: str) -> str:
        found = _FIELD.fullmatch(line)
        return change(found["head"], found["key"], found["value"]) if found else line

    return slip


def on_value(change: Callable[[str], str]) -> Slip:
    """A slip in the value of a field or item."""

    def slip(line: str) -> str:
        found = _FIELD.fullmatch(line) or _ITEM.fullmatch(line)
        return line[: found.start("value")] + change(found["value"]) if found else line

    return slip


SLIPS: dict[str, Slip] = {
    "a tab": lambda line: re.sub(r"^ +", lambda blank: "\t" * (len(blank[0]) // 2), line),
    "a pasted space": lambda line: "\u00a0" + line[1:] if line.startswith(" ") else line,
    "no colon": on_field(lambda head, key, value: f"{head}{key} {value}"),
    "an equals sign": on_field(lambda head, key, value: f"{head}{key} = {value}"),
    "no space after the colon": on_field(lambda head, key, value: f"{head}{key}:{value}"),
    "a pasted space after the colon": on_field(lambda head, key, value: f"{head}{key}:\u00a0{value}"),
    "an arrow for the colon": on_field(lambda head, key, value: f"{head}{key} -> {value}"),
    "a dash for the colon": on_field(lambda head, key, value: f"{head}{key} – {value}"),
    "a field in bold": on_field(lambda head, key, value: f"{head}**{key}:** {value}"),
    "a question mark before the field": lambda line: (
        f"? {line}" if _FIELD.fullmatch(line) and line[0].isalpha() else line
    ),
    "a dash before a field of the brief": lambda line: (
        f"- {line}" if _FIELD.fullmatch(line) and line[0].isalpha() else line
    ),
    "two dashes": lambda line: line.replace("- ", "-- ", 1) if _ITEM.fullmatch(line) else line,
    "a box to tick": lambda line: line.replace("- ", "- [ ] ", 1) if _ITEM.fullmatch(line) else line,
    "a colon that is like one": on_field(lambda head, key, value: f"{head}{key}꞉ {value}"),
    "a byte-order mark": lambda line: f"\ufeff{line}" if re.match(r"[a-su-z]\w+: \w", line) else line,
    "a wide colon": on_field(lambda head, key, value: f"{head}{key}：{value}"),
    "a colon in the value": on_value(lambda value: f"{value}: and more"),
    "a colon at the end": on_value(lambda value: f"{value}:"),
    "a quote not closed": on_value(lambda value: f'"{value}'),
    "a single quote not closed": on_value(lambda value: f"'{value}"),
    "a quote closed too early": on_value(lambda value: f'"{value}" and more'),
    "an apostrophe that closes": on_value(lambda value: f"'{value}'s end'"),
    "a backslash": on_value(lambda value: f'"{value} \\data"'),
    "an at sign": on_value(lambda value: f"@{value}"),
    "a backtick": on_value(lambda value: f"`{value}"),
    "a percent sign": on_value(lambda value: f"%{value}"),
    "an asterisk": on_value(lambda value: f"* {value}"),
    "an ampersand": on_value(lambda value: f"& {value}"),
    "an exclamation mark": on_value(lambda value: f"!x {value}"),
    "a bracket": on_value(lambda value: f"[W]{value}"),
    "a curly bracket": on_value(lambda value: f"{{{value}}} and more"),
    "a closing bracket": on_value(lambda value: f"}}{value}"),
    "a number sign": on_value(lambda value: f"{value} #1 of all"),
    "a list on the line of its field": on_field(
        lambda head, key, value: f"{head}{key}: - {value}" if key in ("evidence", "places") else f"{head}{key}: {value}"
    ),
    "no space after the dash": lambda line: line.replace("- ", "-", 1) if line.lstrip().startswith("- ") else line,
    "a star for a dash": lambda line: line.replace("- ", "* ", 1) if line.lstrip().startswith("- ") else line,
    "a bullet for a dash": lambda line: line.replace("- ", "• ", 1) if line.lstrip().startswith("- ") else line,
    "a plus for a dash": lambda line: line.replace("- ", "+ ", 1) if line.lstrip().startswith("- ") else line,
    "a comma behind the list": lambda line: f"{line}," if line.endswith("]") else line,
    "a tab after the dash": lambda line: line.replace("- ", "-\t", 1) if line.lstrip().startswith("- ") else line,
    "a bracket not closed": lambda line: line[:-1] if line.endswith("]") else line,
    "a bracket too many": lambda line: f"{line}]" if line.endswith("]") else line,
    "a field indented by one": lambda line: f" {line}" if _FIELD.fullmatch(line) and "-" not in line[:6] else line,
    "a field one to the left": lambda line: line[1:] if _FIELD.fullmatch(line) and line.startswith("    ") else line,
}


def slips(slip: Slip) -> Iterator[tuple[int, str]]:
    """Line numbers and texts of briefs with one slip, spread over the brief."""
    changed = [(number, line, slip(line)) for number, line in enumerate(LINES) if slip(line) != line]
    for number, _, new in changed[:: -(-len(changed) // _MOST) or 1]:
        yield number + 1, "\n".join([*LINES[:number], new, *LINES[number + 1 :]]) + "\n"


def problems(text: str) -> list[Problem]:
    document = read("briefs/x.yaml", text.encode(), format_of(""))
    found = list(document.problems)
    if isinstance(document.root, Mapping):
        found += validate(document, document.root, Brief).problems
    return found


def test_the_brief_has_no_problem_before() -> None:
    assert not problems("\n".join(LINES) + "\n")


@pytest.mark.parametrize("kind", SLIPS)
def test_one_mistake_is_one_problem_at_its_line(kind: str) -> None:
    made = list(slips(SLIPS[kind]))
    assert len(made) >= 2
    told = {line: [(p.line, p.rule, p.message) for p in problems(text)] for line, text in made}
    wrong = {line: found for line, found in told.items() if [place for place, *_ in found] != [line]}
    assert not wrong


@pytest.mark.parametrize("kind", SLIPS)
def test_the_remedy_shows_a_line_that_is_right(kind: str) -> None:
    """Where the hint says what to write, writing it mends the YAML."""
    for line, text in slips(SLIPS[kind]):
        hint = problems(text)[0].hint
        if hint.startswith("write: ") and "…" not in hint:
            lines = text.splitlines()
            blank = lines[line - 1][: len(lines[line - 1]) - len(lines[line - 1].lstrip())]
            lines[line - 1] = blank.replace("\t", "  ") + hint.removeprefix("write: ")
            assert "yaml" not in [problem.rule for problem in problems("\n".join(lines) + "\n")], hint


@settings(max_examples=150, derandomize=True, deadline=None)
@given(
    st.lists(st.sampled_from(sorted(SLIPS)), min_size=2, max_size=3, unique=True),
    st.lists(st.integers(0, len(LINES) - 1), min_size=3, max_size=3, unique=True),
)
def test_mistakes_of_different_kinds_are_each_told_at_their_line(kinds: list[str], places: list[int]) -> None:
    """However the one hides the other from the parser."""
    assume(all(abs(one - other) > 4 for one, other in combinations(places, 2)))
    lines, made = list(LINES), []
    for kind, start in zip(kinds, places, strict=False):
        fits = (n for n in range(start, min(start + 3, len(LINES))) if SLIPS[kind](LINES[n]) != LINES[n])
        place = next(fits, None)
        assume(place is not None)
        assert place is not None
        lines[place] = SLIPS[kind](LINES[place])
        made.append(place + 1)
    assert sorted({problem.line for problem in problems("\n".join(lines) + "\n")}) == sorted(set(made))


def test_two_mistakes_are_two_problems() -> None:
    text = "\n".join(LINES).replace("title: Envoys", "title Envoys").replace("note: Both", "note: @Both") + "\n"
    second = next(number for number, line in enumerate(LINES, 1) if "note: Both" in line)
    assert [(problem.line, problem.rule) for problem in problems(text)] == [(1, "yaml"), (second, "yaml")]


def test_an_offset_is_traced_back_through_edits() -> None:
    text, edits = "abcdef", [Edit(1, 2, "XYZ"), Edit(4, 4, "--")]
    changed = apply(text, edits)
    assert changed == "aXYZcd--ef"
    assert [text[trace(changed.index(letter), [edits])] for letter in "acdef"] == list("acdef")
    assert trace(changed.index("Y"), [edits]) in (1, 2)
    again = [Edit(0, 0, "__")]
    assert text[trace(apply(changed, again).index("e"), [edits, again])] == "e"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("{name: Lena Ortiz role: Mayor}", "a comma is missing before role:"),
        ("{name: Lena Ortiz; role: Mayor}", "a semicolon stands before role:, where a comma belongs"),
        ("{name: Lena Ortiz, role: Mayor", "the closing } is missing"),
    ],
)
def test_a_slip_inside_braces_is_named_and_never_quoted(typed: str, message: str) -> None:
    found = problems(f"title: Talks\ndate: 2026-01-31\nparticipants:\n  - {typed}\n  - Ana Belo\n")
    told = [(p.line, p.message, p.hint) for p in found if p.rule == "yaml"]
    assert told == [(4, message, "write: - {name: Lena Ortiz, role: Mayor}")]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04\xe0\xe1", "no text file, but a zip"),
        (b"%PDF-1.7\n\xe2\xe3", "no text file, but a PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "no text file, but a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "no text file, but a document of a word processor"),
        (b"{\\rtf1\\ansi title: x}", "no plain text, but a document of a word processor (RTF)"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>\n<title>x</title>", "no plain text, but a web page"),
        (bytes(range(256)) * 8, "no text file: it holds many bytes that are no letters"),
    ],
)
def test_a_file_that_is_no_brief_is_called_what_it_is(data: bytes, kind: str) -> None:
    (found,) = read("briefs/x.yaml", data, format_of("")).problems
    assert (found.rule, found.line) == ("encoding", 1)
    assert found.message.startswith(f"this is {kind}")


@pytest.mark.parametrize(
    ("size", "told"),
    [(1_000_001, "1,000,001 bytes"), (2_640_000, "2.6 MB"), (5_000_000, "5 MB"), (50_000_000_000, "50 GB")],
)
def test_a_file_that_is_too_large_is_told_with_its_true_size(size: int, told: str, tmp_path: Path) -> None:
    """Although no more of it is read than a brief may have."""
    with (tmp_path / "big.yaml").open("wb") as file:
        file.truncate(size)
    (found,) = open_document(tmp_path, "big.yaml").problems
    assert (found.rule, found.message) == ("too-large", f"this file is too large: {told}, where 1 MB is the limit")


def test_the_size_of_a_large_file_is_the_real_one() -> None:
    (found,) = read("briefs/x.yaml", b"x" * 5_200_000, format_of("")).problems
    assert "5.2 MB" in found.message


@pytest.mark.parametrize("key", ["participants", "quotes", "next_steps", "outcomes", "disputed", "changes", "source"])
def test_a_misspelt_key_hides_nothing_that_stands_below_it(key: str) -> None:
    """Its own problem comes with those that are there when it is spelt rightly."""
    wrong = "\n".join(LINES)
    for good, bad in ((": Envoy", ": [a, b]"), (": 2026-01-31\n", ": soon\n"), ("kind: ", "sort: "), ("note: ", "x: ")):
        wrong = wrong.replace(good, bad)
    before = [(p.line, p.rule, p.message) for p in problems(wrong)]
    line = next(number for number, typed in enumerate(LINES, 1) if typed.startswith(f"{key}:"))
    misspelt = wrong.replace(f"\n{key}:", f"\n{key[:-1]}x{key[-1]}:")
    after = [(p.line, p.rule, p.message) for p in problems(misspelt) if p.line != line]
    assert len(before) > 4
    assert sorted(after) == sorted(before)


@pytest.mark.parametrize(
    ("typed", "right"),
    [("Envoyâ€™s", "’"), ("parlÃ©", "é"), ("ÐŸÐ¾Ñ‚", "Пот"), ("Â°C", "°"), ("â€œdeal", "“"), ("â€“", "–")],
)
def test_letters_read_in_a_wrong_encoding_are_told_with_what_they_were(typed: str, right: str) -> None:
    (found,) = problems("\n".join(LINES).replace("title: ", f"title: {typed} ", 1))
    assert (found.rule, found.line, found.column) == (
        "encoding",
        1,
        8 + len(typed) - len(typed.lstrip(string.ascii_letters)),
    )
    assert f"type {right};" in found.hint


@pytest.mark.parametrize("typed", ["São Paulo’s Ñandú", "MANHÃ” e", "“A” – B", "Ångström", "Привет", "ÐÑ"])
def test_letters_that_are_meant_are_no_wrong_encoding(typed: str) -> None:
    assert not problems("\n".join(LINES).replace("title: ", f"title: {typed} ", 1))


@pytest.mark.parametrize("typed", ["–", "Who knows,", "a; b;", '"…"', '"null"', "'???'", '"~"', '"<b>"'])
def test_any_text_may_be_meant_where_it_is_typed_as_one(typed: str) -> None:
    """A bare … or ??? is no text yet; in quotation marks it is one, and so is what ends in a comma."""
    found = problems("\n".join(LINES).replace("title: ", f"title: {typed}\n# ", 1))
    assert not [problem for problem in found if problem.level == "error"]
