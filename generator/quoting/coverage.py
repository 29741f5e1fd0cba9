"""Coverage: which quoted passages of a source a brief uses, and which it leaves out without a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.articles.article import Passage
from generator.articles.voices import OUTSIDE
from generator.articles.words import is_unspaced, word_count
from generator.desk.library import Record
from generator.problems import Finding
from generator.quoting.citations import Coverage
from generator.quoting.claims import claims_of
from generator.quoting.concordance import Concordance
from generator.quoting.nearest import find_nearest_words
from generator.quoting.patterns import parts_of
from generator.quoting.standing import find_standings
from generator.quoting.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Covered:
    """The measure, the passages that nothing accounts for, and what `left_out` gets wrong."""

    measure: Coverage | None
    unused: tuple[Passage, ...] = ()
    strange: tuple[str, ...] = ()  # fields of left_out that do not stand in the source


def measure_coverage(record: Record, source: Concordance, verdicts: Sequence[Verdict]) -> Covered:
    """How many of the quoted passages of an article the quotes of a brief use; passages that are scare do not count."""
    strange = tuple(
        f"left_out[{index}].text"
        for index, item in enumerate(record.brief.left_out)
        if not find_standings(source, item.text, anywhere=True)
    )
    if source.article.kind != "article":
        return Covered(None, (), strange)
    counted = [index for index, passage in enumerate(source.article.passages) if _counts(source, passage)]
    used = {
        passage
        for verdict in verdicts
        if verdict.standing and verdict.citation.kind == "quote"
        for passage in verdict.standing.place.each(source.passage)
    }
    left_out = {index for item in record.brief.left_out for index in _passages_of(source, item.text)}
    told = used | left_out | _meant(record, source, verdicts)
    missed = [index for index in counted if index not in told]
    if missed:  # what the headline quotes too is used there as well
        same = {_words_of(source, index) for index in used}
        again = {index for index in missed if _words_of(source, index) in same}
        used, missed = used | again, [index for index in missed if index not in again]
    unused = [source.article.passages[index] for index in missed]
    return Covered(Coverage(len(used & set(counted)), len(counted)), tuple(unused), strange)


def _words_of(source: Concordance, index: int) -> tuple[str, ...]:
    """The words of a passage in small letters."""
    start, end = map(source.place_of, source.article.passages[index].span)
    return tuple(map(str.lower, source.words[start:end]))


def _counts(source: Concordance, passage: Passage) -> bool:
    text = source.article.text[passage.span.start : passage.span.end]
    return not passage.scare and word_count(text) >= (6 if is_unspaced(text) else 4)


def _meant(record: Record, source: Concordance, verdicts: Sequence[Verdict]) -> set[int]:
    """The passages that quotations with an error come near to: their own problem names them already."""
    failed = {verdict.citation.field for verdict in verdicts if verdict.citation.status == "failed"}
    if not failed:
        return set()
    typed = (claim.text for claim in claims_of(record.brief) if claim.kind == "quote" and claim.field in failed)
    texts = (part for text in typed for part in [one.text for one in parts_of(text, source.levelled.text)] or [text])
    near = [nearest for text in texts if (nearest := find_nearest_words(source, text))]
    return {source.passage[word] for one in near for word in range(one.first, one.last)} - {OUTSIDE}


def _passages_of(source: Concordance, text: str) -> set[int]:
    """The passages in which a text stands."""
    places = (standing.place for standing in find_standings(source, text, anywhere=True))
    return {passage for place in places for passage in place.each(source.passage)} - {OUTSIDE}


def find_unused(record: Record, source: Concordance, covered: Covered) -> Iterator[Finding]:
    """A line for each passage that is neither used nor left out on purpose, and for each strange line of left_out."""
    for field in covered.strange:
        message = "these words do not stand in the source, so nothing is left out by them"
        yield Finding(record.path, field, "quote-not-found", message, "copy the words from the source", "warning")
    for passage in covered.unused:
        text = " ".join(source.article.text[passage.span.start : passage.span.end].split())
        by = f" ({passage.speaker})" if passage.speaker else ""
        field = "quotes" if record.brief.quotes else ""
        hint = "add it to “quotes”, or to “left_out” with your reason"
        message = f"the source has a quotation{by} that the brief does not use: “{_short(text)}”"
        yield Finding(record.path, field, "quote-unused", message, hint)


def _short(text: str) -> str:
    return text if len(text) <= 160 else text[:160].rsplit(" ", 1)[0] + " …"
