"""How long the check of quotations takes: `python tests/bench/quotes.py`. Not part of the tests."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from generator.desk.library import Library, Record, SourceText, Vocabulary
from generator.entities import resolve
from generator.model import Brief
from generator.quotes import verify

SEED = Path(__file__).parent.parent.parent / "seeds/us-russia-constructive-talks.txt"
WORDS = [
    "talks",
    "river",
    "minister",
    "agreed",
    "border",
    "water",
    "never",
    "signed",
    "may",
    "letter",
    "city",
    "week",
    "people",
    "dam",
    "fair",
    "cold",
    "two",
]
NAMES = ("Ana Brel", "Tom Okafor", "Lena Voss", "Ilkat Zhorren", "Marrec Tollivane")


def article(rng: random.Random, size: int) -> tuple[str, list[tuple[str, str]]]:
    """A made-up article of about so many characters, and its quotations with their speakers."""
    paragraphs, said, length = [], [], 0
    while length < size:
        name = rng.choice(NAMES)
        one, other = sentence(rng), sentence(rng)
        paragraph = f"“{one},” {name} said on Monday. “{other}.” The {' '.join(rng.choices(WORDS, k=12))} went on."
        paragraphs.append(paragraph)
        said.append((name, f"{one}. {other}."))
        length += len(paragraph) + 2
    return "\n\n".join(paragraphs), said


def sentence(rng: random.Random) -> str:
    return "We " + " ".join(rng.choices(WORDS, k=rng.randint(8, 20))) + f" {rng.randint(1, 99999)}"


def desk(sources: int, size: int, quotes: int) -> Library:
    """So many briefs with a source each, and quotes in each."""
    rng = random.Random(1)
    records, texts = [], {}
    for index in range(sources):
        text, said = article(rng, size)
        file = f"s{index}.txt"
        texts[file] = SourceText(file, text, "0" * 64)
        chosen = [said[place % len(said)] for place in range(quotes)]
        fields = {
            "title": "T", "date": "2026-01-01", "summary": "S.", "source": file, "participants": list(NAMES),
            "quotes": [{"speaker": name, "text": words} for name, words in chosen],
        }  # fmt: skip
        records.append(Record(f"b{index}", f"briefs/b{index}.yaml", Brief.model_validate(fields), "0"))
    return Library(tuple(records), {}, Vocabulary({}, {}, {}, {}, {}), texts)


def hostile(text: str, quote: str, lang: str = "en") -> Library:
    quotes = [{"speaker": "a", "text": quote}]
    fields = {
        "title": "T",
        "date": "2026-01-01",
        "summary": "S.",
        "source": {"file": "x", "lang": lang},
        "quotes": quotes,
    }
    record = Record("b", "briefs/b.yaml", Brief.model_validate(fields), "0")
    return Library((record,), {}, Vocabulary({}, {}, {}, {}, {}), {"x": SourceText("x", text, "0" * 64)})


AGREED = "we agree on it"
MARKS = (*"“”‘’\"'«»‹›„‚「」『』＂״—–", "``", "''", "<<", ">>", "--", "- ")
#: What stands between the marks of a heap.
BETWEEN = {
    "nothing": (),
    "letters": tuple("abcXYZ"),
    "spaces": (" ",) * 10,
    "words": (*"aBc" * 4, *" " * 12),
    "lines": (*"aBc" * 4, *" " * 12, *("\n\n",) * 3),
    "stops": (*"aBc" * 4, *" " * 12, *".,:;?!…", *"\n" * 4),
    "speakers": (*("he said ", " Smith said, ", "We ", "a ", ". ") * 4, *("\n\n",) * 4),
    "Chinese": (*"我们说" * 6, *"，。："),
    "Hebrew": (*"אבגד" * 4, *" " * 12),
    "brackets": tuple("[]()… " * 4),
}
#: What is repeated without end.
REPEATED: tuple[str, ...] = (
    "‘a ",
    "'a b' ",
    '"a',
    '"a\n\n',
    "„a “b ",
    "«a «b» ",
    "“Why?” ",
    "“a, Smith said “",
    "— A, said b, —\n\n",
)
REPEATED += ("[a] … ", "“[a]… [b” (…) ", "“…a … ...b”. ")


def heap(size: int, between: tuple[str, ...]) -> str:
    """A text of quotation marks of every shape, and what stands between them, in no order."""
    rng, pool = random.Random(1), MARKS + between
    return "".join(rng.choices(pool, k=size))[:size]


def timed(name: str, most: float, make: Callable[[], Library]) -> bool:
    library = make()
    entities = resolve(library)
    before = time.process_time()
    citations, findings = verify(library, entities)
    took = time.process_time() - before
    rows = [row for verified in citations.values() for row in verified.citations]
    matched = sum(row.status == "matched" for row in rows)
    print(f"{name:45} {took:6.2f} s of {most:4.1f}   {matched}/{len(rows)} matched, {len(findings)} findings")
    return took <= most


def main() -> int:
    good = [
        timed("1,000 sources of 3 kB, 10 quotations each", 10, lambda: desk(1000, 3000, 10)),
        timed("4,000 sources of 3 kB, 10 quotations each", 40, lambda: desk(4000, 3000, 10)),
        timed("a source of 1 MB, 1,000 quotations", 3, lambda: desk(1, 1_000_000, 1000)),
        timed("a source of 2 MB, 2,000 quotations", 6, lambda: desk(1, 2_000_000, 2000)),
        timed("1 MB of quotation marks", 2, lambda: hostile('"' * 1_000_000, AGREED)),
        timed("1 MB of mixed marks", 2, lambda: hostile("“‘'\"”’»« a " * 90_000, AGREED)),
        timed("1 MB of one word", 4, lambda: hostile("a " * 500_000, "a " * 300 + "b")),
        timed("1 MB of one word, which is quoted", 4, lambda: hostile("a " * 500_000, "a " * 300)),
        timed("1 MB of one word, in brackets", 4, lambda: hostile("a " * 500_000, "a a a [b] a a a … a a [c] a")),
        timed("1 MB of brackets", 4, lambda: hostile("[a] … " * 160_000, "[b] … a [c] a … a a a")),
    ]
    for name, between in BETWEEN.items():
        good.append(timed(f"1 MB of marks with {name} between", 2, partial(hostile, heap(1_000_000, between), AGREED)))
    for part in REPEATED:
        text = part * (1_000_000 // len(part))
        good.append(timed(f"1 MB of {part!r}", 2, partial(hostile, text, AGREED)))
        good.append(timed(f"1 MB of {part!r} in French", 2, partial(hostile, text, AGREED, "fr")))
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
