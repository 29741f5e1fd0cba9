"""Every mutation of a true quotation that changes its meaning is caught by the rule named for it; no true one is refused.

The true quotations are those of the real brief, of the demonstration desk, and the quoted passages marked by hand in
its articles and in the corpus of other languages. The table of counts is printed at the end (`pytest -s`).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import islice, pairwise
from pathlib import Path

import pytest
from mutations import MUTATIONS, NEGATIONS, mutate, tokens

from generator.attributed import Known, read_known
from generator.claims import Claim, claims_of
from generator.concordance import Concordance, index_words
from generator.entities import Entities, resolve
from generator.library import Library, Record, Vocabulary
from generator.load import load
from generator.model import Brief
from generator.passages import read_article
from generator.problems import RULES
from generator.verdicts import Verdict, judge

HERE = Path(__file__).parent
DESKS = (HERE.parent, HERE / "demo")
LANGUAGES = ("en", "de", "fr", "es", "ru", "uk", "zh", "ar")
COUNTS: Counter[tuple[str, str]] = Counter()


@dataclass(frozen=True)
class True_:
    """A quotation that stands in its source, and is said by whom it names."""

    name: str
    text: str
    speaker: str
    source: Concordance
    known: Known
    passage: int = -1  # of the marked ones

    @property
    def lang(self) -> str:
        return self.source.article.lang.split("-")[0]

    def judged(self, text: str | None = None, speaker: str | None = None) -> Verdict:
        claim = Claim("quotes[0].text", "quote", text or self.text, speaker or self.speaker)
        return judge(claim, self.source, self.known)


@cache
def of_the_briefs() -> tuple[True_, ...]:
    """Every quote of every brief of the desks, as the editor typed it."""
    found = []
    for root in DESKS:
        library = load(root, date(2026, 11, 23)).library
        entities = resolve(library)
        for record in library.records:
            text = library.sources.get(record.brief.source.file or "")
            if text is None:
                continue
            lang = str(record.brief.source.lang or "en")
            source = index_words(read_article(text.text, lang, record.brief.source.kind))
            known = read_known(record, entities, text.text, lang)
            for claim in claims_of(record.brief):
                if claim.kind == "quote" and claim.speaker:
                    found.append(True_(f"{record.id} {claim.field}", claim.text, claim.speaker, source, known))
    return tuple(found)


def unknown(text: str, lang: str) -> Known:
    """Nothing known but the text."""
    fields = {"title": "T", "date": "2026-01-01", "summary": "S.", "source": "x.txt"}
    record = Record("x", "briefs/x.yaml", Brief.model_validate(fields), "0")
    entities: Entities = resolve(Library((record,), {}, Vocabulary({}, {}, {}, {}, {}), {}))
    return read_known(record, entities, text, lang)


@cache
def of_the_articles() -> tuple[True_, ...]:
    """Every passage marked by hand of four words or more, and what it goes on with."""
    found = []
    for path, lang, rows in marked():
        text = path.read_bytes().decode("utf-8")
        source = index_words(read_article(text, lang))
        known = unknown(text, lang)
        for index, row in enumerate(rows):
            if row["scare"] or not row["speaker"] or len(tokens(row["text"])) < (8 if lang == "zh" else 5):
                continue
            found.append(True_(f"{path.stem}[{index}]", row["text"], row["speaker"], source, known, index))
    return tuple(found)


def marked() -> Iterator[tuple[Path, str, list[dict[str, object]]]]:
    rows = json.loads((HERE / "demo/true_quotations.json").read_text(encoding="utf-8"))
    library = load(HERE / "demo", date(2026, 11, 23)).library
    for record in library.records:
        source = record.brief.source
        if source.file in rows and source.kind == "article":
            yield HERE / "demo/seeds" / source.file, str(source.lang or "en").split("-")[0], rows[source.file]
    for path in sorted((HERE / "corpus").glob("*/*.txt")):
        if path.with_suffix(".json").exists() and path.parent.name in LANGUAGES:
            yield path, path.parent.name, json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def errors(verdict: Verdict) -> set[str]:
    return {one.rule for one in verdict.remarks if (one.level or RULES[one.rule]) == "error"}


def test_no_true_quotation_of_a_brief_is_refused() -> None:
    refused = {true.name: verdict.remarks for true in of_the_briefs() if errors(verdict := true.judged())}
    COUNTS["true quotations of briefs", "accepted"] += len(of_the_briefs()) - len(refused)
    COUNTS["true quotations of briefs", "refused"] += len(refused)
    assert not refused


def test_no_true_passage_of_an_article_is_refused() -> None:
    refused = {
        true.name: (true.text, verdict.remarks) for true in of_the_articles() if errors(verdict := true.judged())
    }
    COUNTS["true passages of articles", "accepted"] += len(of_the_articles()) - len(refused)
    COUNTS["true passages of articles", "refused"] += len(refused)
    assert not refused


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_mutation_is_caught(name: str) -> None:
    _, caught_by = MUTATIONS[name]
    missed = []
    for true in (*of_the_briefs(), *of_the_articles()):
        for text in islice(mutate(name, true.text, true.lang), 6):
            verdict = true.judged(text)
            caught = bool(caught_by & set(verdict.citation.rules))
            COUNTS[name, "caught" if caught else "missed"] += 1
            if not caught:
                missed.append((true.name, true.text, text, verdict.citation.rules, verdict.citation.tier))
    assert not missed
