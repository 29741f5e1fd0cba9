"""Every mutation of a true quotation is caught by the rule named for it, and no true quotation is refused.

The true quotations are those of the real brief, of the demonstration desk, and the quoted passages marked by hand in
its articles and in the corpus of other languages. The table of counts is printed at the end.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import pytest
from mutations import MUTATIONS, mutate, tokens

from generator.articles.levelling import level
from generator.articles.passages import read_article
from generator.articles.words import is_unspaced, words
from generator.desk.library import Library, Record, Vocabulary
from generator.entities import Entities, resolve
from generator.load import load
from generator.model import Brief
from generator.problems import RULES
from generator.quoting.attributed import Known, read_known
from generator.quoting.claims import Claim, claims_of
from generator.quoting.concordance import Concordance, index_words
from generator.quoting.faults import explain_missing
from generator.quoting.verdicts import Verdict, judge

HERE = Path(__file__).parent
DESKS = (HERE.parent, HERE / "demo")
LANGUAGES = ("en", "de", "fr", "es", "ru", "uk", "zh", "ar")
COUNTS: Counter[tuple[str, str]] = Counter()


@dataclass(frozen=True)
class Quotation:
    """A quotation that stands in its source, and is said by whom it names."""

    name: str
    text: str
    speaker: str
    source: Concordance
    known: Known
    passage: int = -1  # of the marked ones
    start: int = 0
    end: int = 0
    continues: int | None = None

    @property
    def lang(self) -> str:
        return self.source.article.lang.split("-")[0]

    def judged(self, text: str | None = None, speaker: str | None = None) -> Verdict:
        claim = Claim("quotes[0].text", "quote", text or self.text, speaker or self.speaker)
        return judge(claim, self.source, self.known)


@cache
def of_the_briefs() -> tuple[Quotation, ...]:
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
            known = read_known(record, entities, source)
            for claim in claims_of(record.brief):
                if claim.kind == "quote" and claim.speaker:
                    found.append(Quotation(f"{record.id} {claim.field}", claim.text, claim.speaker, source, known))
    return tuple(found)


def unknown(source: Concordance) -> Known:
    """Nothing known but the text."""
    fields = {"title": "T", "date": "2026-01-01", "summary": "S.", "source": "x.txt"}
    record = Record("x", "briefs/x.yaml", Brief.model_validate(fields), "0")
    entities: Entities = resolve(Library((record,), {}, Vocabulary({}, {}, {}, {}, {}), {}))
    return read_known(record, entities, source)


@cache
def of_the_articles() -> tuple[Quotation, ...]:
    """Every passage marked by hand of four words or more, and what it goes on with."""
    found = []
    for path, lang, rows in marked():
        text = path.read_bytes().decode("utf-8")
        source = index_words(read_article(text, lang))
        known = unknown(source)
        for index, row in enumerate(rows):
            if row["scare"] or not row["speaker"] or len(tokens(row["text"])) < (8 if lang == "zh" else 5):
                continue
            span = row["start"], row["end"]
            name = f"{path.stem}[{index}]"
            quoted = Quotation(name, row["text"], row["speaker"], source, known, index, *span, row["continues"])
            found.append(quoted)
    return tuple(found)


def marked() -> Iterator[tuple[Path, str, list[dict[str, Any]]]]:
    rows = json.loads((HERE / "demo/true_quotations.json").read_text(encoding="utf-8"))
    library = load(HERE / "demo", date(2026, 11, 23)).library
    for record in library.records:
        source = record.brief.source
        if source.file and source.file in rows and source.kind == "article":
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


@dataclass(frozen=True)
class Mutated:
    """A mutation of what stands in one article, and the rules of which one must catch it."""

    name: str
    of: Quotation
    text: str
    caught_by: frozenset[str]
    speaker: str | None = None


def neighbours() -> Iterator[tuple[Quotation, Quotation, bool]]:
    """Two passages of an article of which the second is the next one marked, and whether it goes on from the first."""
    for one, other in pairwise(of_the_articles()):
        if one.source is other.source and other.passage == one.passage + 1:
            yield one, other, other.continues == one.passage


def welded() -> Iterator[Mutated]:
    for one, other, joined in neighbours():
        gap = "" if one.lang == "zh" else " "
        if not joined:
            text = f"{one.text.rstrip(',，、،')}.{gap}{other.text}"
            yield Mutated("two remarks welded", one, text, frozenset({"quote-spliced"}))
            yield Mutated("two remarks welded with …", one, f"{one.text} … {other.text}", frozenset({"quote-spliced"}))
        else:
            yield Mutated("parts in the other order", one, f"{other.text}{gap}{one.text}", frozenset({"quote-spliced"}))


def with_the_reporter() -> Iterator[Mutated]:
    """The reporter's words between two parts taken in, with the marks and without; some words before the passage."""
    caught = frozenset({"quote-crosses"})
    for one, other, joined in neighbours():
        text = one.source.article.text
        if joined and tokens(text[one.end : other.start]) and "-\n" not in text[one.start : other.end]:
            yield Mutated("reporter's words inside", one, text[one.start : other.end], caught)
            bare = "".join(sign for sign in text[one.start : other.end] if sign not in '“”„«»「」"')
            yield Mutated("reporter's words inside, no marks", one, " ".join(bare.split()), caught)
    for one in of_the_articles():
        text = one.source.article.text
        before = text[max(0, one.start - 60) : one.start].rsplit("\n\n", 1)[-1]
        lead = before.split(" ", 1)[-1].strip().strip("“”„«»「」\"‘’'—- ")
        if len(tokens(lead)) > 3 and not set('“”„«»「」"’') & set(lead) and one.lang != "zh":
            yield Mutated("reporter's words before", one, f"{lead} {one.text}", caught | {"quote-spliced"})


def paraphrase() -> Iterator[Mutated]:
    """A sentence of the reporter dressed as a quotation."""
    seen = set()
    for one in of_the_articles():
        if one.source.article.text in seen:
            continue
        seen.add(one.source.article.text)
        for start, end in one.source.article.sentences:
            text = one.source.article.text[start:end]
            first, last = one.source.place_of(start), one.source.place_of(end)
            if last - first > 6 and set(one.source.passage[first:last]) == {-1} and text[:1].isalpha():
                yield Mutated("paraphrase dressed as quotation", one, text, frozenset({"quote-not-quoted"}))


def other_speaker() -> Iterator[Mutated]:
    """Somebody else who speaks in the same article."""
    caught = frozenset({"quote-speaker", "quote-ambiguous"})
    for one in of_the_articles():
        others = sorted({each.speaker for each in of_the_articles() if each.source is one.source} - {one.speaker})
        for speaker in others[:2]:
            yield Mutated("another speaker", one, one.text, caught, speaker)


def count(mutated: Mutated) -> bool:
    """Whether it is caught; counted for the table."""
    verdict = mutated.of.judged(mutated.text, mutated.speaker)
    caught = bool(mutated.caught_by & set(verdict.citation.rules))
    COUNTS[mutated.name, "caught" if caught else "missed"] += 1
    return caught


@pytest.mark.parametrize("make", [welded, with_the_reporter, paraphrase])
def test_what_is_put_together_is_caught(make: Callable[[], Iterator[Mutated]]) -> None:
    missed = [(one.name, one.of.name, one.text, one.of.judged(one.text).remarks) for one in make() if not count(one)]
    assert not missed


def test_one_changed_word_is_named_and_nothing_else() -> None:
    """Wherever it stands, across the reporter's clauses, paragraphs and gaps: what is right is not called missing."""
    told = 0
    for quotation in of_the_briefs():
        spans = words(quotation.text)
        if len(spans) < 8 or "[" in quotation.text:  # what an editor puts in is no word of the source
            continue
        strange = "ж" if is_unspaced(quotation.text) else "zzzzz"
        for start, end in (spans[2], spans[len(spans) // 2], spans[-3]):
            changed = f"{quotation.text[:start]}{strange}{quotation.text[end:]}"
            rule, message, _, _ = explain_missing(quotation.source, changed, (), anywhere=False)
            assert (rule, message.count("“")) == ("quote-not-found", 2), (changed, message)
            assert f"“{level(quotation.text[start:end]).text}” and not “{strange}”" in message, (changed, message)
            told += 1
    assert told > 200


def test_another_speaker_is_mostly_caught() -> None:
    """Who speaks is a guess where the text does not tell: a warning in at least 96 of 100."""
    results = [count(one) for one in other_speaker()]
    assert sum(results) >= 0.96 * len(results)


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_mutation_is_caught(name: str) -> None:
    _, caught_by = MUTATIONS[name]
    missed = []
    seams = name == "comma put in or out"  # between two parts of an utterance a comma is the editor's
    for true in (*(() if seams else of_the_briefs()), *of_the_articles()):
        for text in islice(mutate(name, true.text, true.lang), 6):
            verdict = true.judged(text)
            caught = bool(caught_by & set(verdict.citation.rules))
            COUNTS[name, "caught" if caught else "missed"] += 1
            if not caught:
                missed.append((true.name, true.text, text, verdict.citation.rules, verdict.citation.tier))
    assert not missed


@pytest.fixture(scope="module", autouse=True)
def table(request: pytest.FixtureRequest) -> Iterator[None]:
    """Prints what was counted, whatever the outcome."""
    yield
    lines = ["", "", "| mutation | made | caught | missed |", "|---|---|---|---|"]
    for name in dict.fromkeys(name for name, _ in COUNTS):
        right = COUNTS[name, "caught"] + COUNTS[name, "accepted"]
        wrong = COUNTS[name, "missed"] + COUNTS[name, "refused"]
        lines.append(f"| {name} | {right + wrong} | {right} | {wrong} |")
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("\n".join(lines))
