"""Writes a made-up desk of any size: `python tests/bench/synthetic.py FOLDER BRIEFS`.

A brief has about 3.3 kB, six participants out of 3,000 people with a long tail, five quotations that stand in its
source, three next steps; words come from a vocabulary of 30,000 with Zipf frequencies. 40 topics, 200 storylines,
seven years. The same arguments give the same bytes.
"""

from __future__ import annotations

import hashlib
import itertools
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

PEOPLE, WORDS, TOPICS, STORYLINES = 3_000, 30_000, 40, 200
FIRST_DAY, LAST_DAY = date(2019, 11, 1), date(2026, 10, 31)
ROLES = ("Minister of Ports", "Special Envoy", "Chief Negotiator", "Mayor", "Union Secretary", "Chair of the Panel")
SIDES = ("Norrland Union", "Republic of Quill", "Harbour League", "Eastern Cantons")


@dataclass(frozen=True, slots=True)
class Ground:
    """What all briefs of a desk draw from, with the cumulated weights of a long tail."""

    words: list[str]
    word_weights: list[float]
    people: list[str]
    people_weights: list[float]


def ground(seed: int = 1) -> Ground:
    """Words and names made of syllables, the frequent ones short, none twice."""
    draw = random.Random(seed)
    syllables = [a + b for a, b in itertools.product("bdfgklmnprstvz", ("a", "e", "i", "o", "u", "ar", "en", "il"))]
    made: dict[str, None] = {}
    while len(made) < WORDS:
        length = 1 + min(3, len(made) // 120)
        made["".join(draw.choices(syllables, k=draw.randint(length, length + 1)))] = None
    names: dict[str, None] = {}
    while len(names) < PEOPLE:
        first, last = ("".join(draw.choices(syllables, k=count)).capitalize() for count in (2, 3))
        names[f"{first} {last}"] = None
    return Ground(list(made), _long_tail(WORDS, 1.0), list(names), _long_tail(PEOPLE, 0.8))


def _long_tail(count: int, exponent: float) -> list[float]:
    return list(itertools.accumulate(1 / (rank + 1) ** exponent for rank in range(count)))


def _sentence(draw: random.Random, soil: Ground, length: int) -> str:
    words = draw.choices(soil.words, cum_weights=soil.word_weights, k=length)
    return " ".join(words).capitalize()


def _someone(draw: random.Random, soil: Ground, count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found[draw.choices(soil.people, cum_weights=soil.people_weights)[0]] = None
    return list(found)


def day_of(number: int, count: int) -> date:
    """Briefs are spread evenly over the seven years, in their order."""
    return FIRST_DAY + timedelta(days=(LAST_DAY - FIRST_DAY).days * min(number, count - 1) // max(1, count - 1))


def brief_and_source(number: int, count: int, soil: Ground) -> tuple[str, str, str]:
    """The id of a brief, its YAML, and the text of its source; numbers past the last one are new on the last day."""
    draw = random.Random(number * 7919 + 13)
    day = day_of(number, count)
    people = _someone(draw, soil, 6)
    quotes = [(draw.choice(people), _sentence(draw, soil, draw.randint(12, 20))) for _ in range(5)]
    source = _source(draw, soil, quotes)
    lines = [
        f"title: {_sentence(draw, soil, 9)}",
        f"date: {day}",
        f"summary: {_sentence(draw, soil, 17)}.",
        f"why_it_matters: {_sentence(draw, soil, 16)}.",
        "source:",
        f"  file: {day.year}/b{number:05}.txt",
        f"  sha256: {hashlib.sha256(source.encode()).hexdigest()}",
        f"  headline: {_sentence(draw, soil, 7)}",
        f"  publisher: {('Quill Courier', 'Harbour Post', 'Canton Wire')[number % 3]}",
        f"storyline: storyline-{draw.randrange(STORYLINES):03}",
        f"topics: [topic-{draw.randrange(TOPICS):02}, topic-{draw.randrange(TOPICS):02}]",
        "participants:",
        *(line for name in people for line in _participant(draw, name)),
        "key_points:",
        *(f"  - {_sentence(draw, soil, 16)}." for _ in range(4)),
        "quotes:",
        *(line for speaker, text in quotes for line in _quote(draw, soil, speaker, text, day)),
        "next_steps:",
        *(line for step in range(3) for line in _step(draw, soil, step, people, day)),
        *_outcome(number, count),
        "not_known:",
        f"  - {_sentence(draw, soil, 9)}.",
    ]
    return f"{day.year}/b{number:05}", "\n".join(lines) + "\n", source


def _source(draw: random.Random, soil: Ground, quotes: list[tuple[str, str]]) -> str:
    paragraphs = [_sentence(draw, soil, 7)]
    for speaker, text in quotes:
        paragraphs.append(f"{_sentence(draw, soil, 45)}.")
        paragraphs.append(f"“{text},” {speaker} said on {draw.choice(('Monday', 'Friday'))}.")
    return "\n\n".join([*paragraphs, f"{_sentence(draw, soil, 40)}."]) + "\n"


def _participant(draw: random.Random, name: str) -> Iterator[str]:
    yield f"  - name: {name}"
    yield f"    role: {draw.choice(ROLES)}"
    yield f"    side: {draw.choice(SIDES)}"


def _quote(draw: random.Random, soil: Ground, speaker: str, text: str, day: date) -> Iterator[str]:
    yield f"  - speaker: {speaker}"
    yield f"    text: {text}."
    yield f"    occasion: {_sentence(draw, soil, 3)}"
    yield f"    date: {day}"


def _step(draw: random.Random, soil: Ground, number: int, people: list[str], day: date) -> Iterator[str]:
    yield f"  - id: step-{number}"
    yield f"    what: {_sentence(draw, soil, 10)}"
    yield f"    who: [{draw.choice(people)}]"
    yield f"    when: {day + timedelta(days=draw.randrange(7, 90))}"


def _outcome(number: int, count: int) -> Iterator[str]:
    """Every second brief says what became of a step of a brief ten places before."""
    if number >= 10 and number % 2:
        earlier = number - 10
        yield "outcomes:"
        yield f"  - step: {day_of(earlier, count).year}/b{earlier:05}#step-0"
        yield "    status: happened"


def write_desk(folder: Path, count: int) -> None:
    """Make a folder a desk of `count` briefs (`briefs/`, `seeds/`); what is there already is not written again."""
    soil = ground()
    wanted = {folder / "briefs" / name: text for name, text in _vocabulary(soil)}
    for number in range(count):
        name, brief, source = brief_and_source(number, count, soil)
        wanted[folder / "briefs" / f"{name}.yaml"] = brief
        wanted[folder / "seeds" / f"{name}.txt"] = source
    there = {path for part in ("briefs", "seeds") for path in (folder / part).rglob("*") if path.is_file()}
    for path in there - wanted.keys():
        path.unlink()
    for path, text in wanted.items():
        if path not in there or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def _vocabulary(soil: Ground) -> Iterator[tuple[str, str]]:
    people = (f"{key_of(name)}: {name}\n" for name in soil.people)
    topics = (f"topic-{number:02}: Topic {number}\n" for number in range(TOPICS))
    storylines = (f"storyline-{number:03}: Storyline {number}\n" for number in range(STORYLINES))
    for name, lines in (("people", people), ("topics", topics), ("storylines", storylines)):
        yield f"_{name}.yaml", "".join(lines)


def key_of(name: str) -> str:
    """The key of a person in the vocabulary."""
    return name.lower().replace(" ", "-")


if __name__ == "__main__":
    write_desk(Path(sys.argv[1]), int(sys.argv[2]))
