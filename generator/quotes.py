"""Every quotation of every brief against its source: citations, coverage, and what is to be said about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.articles.detection import detect
from generator.articles.listed import knows
from generator.articles.passages import read_article
from generator.desk.library import Library, Record
from generator.entities import Entities
from generator.problems import Finding
from generator.quoting.attributed import names_of, read_known
from generator.quoting.citations import Citation, Citations, Verified
from generator.quoting.claims import claims_of
from generator.quoting.concordance import Concordance, index_words
from generator.quoting.coverage import find_unused, measure_coverage
from generator.quoting.inline import check_inline
from generator.quoting.verdicts import Verdict, judge

_TELLING = 1000  # characters that tell the language of a source
_LETTERS = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*")


def verify(library: Library, entities: Entities) -> tuple[Citations, tuple[Finding, ...]]:
    """Find every quote and every piece of evidence in its source; say what is wrong and what may mislead."""
    known_names = names_of(entities)
    sources = _Sources(library, known_names)
    citations: dict[str, Verified] = {}
    findings: list[Finding] = []
    for record in library.records:
        source = sources.of(record)
        if source is None:
            citations[record.id], remarks = _unchecked(record)
        else:
            citations[record.id], remarks = _checked(record, source, entities)
        findings += remarks
    return citations, tuple(findings)


class _Sources:
    """The concordance of each source, made once; kept only while briefs in a row share it."""

    def __init__(self, library: Library, known_names: Mapping[str, Sequence[str]]) -> None:
        self.library = library
        self.known_names = known_names
        self.uses: dict[tuple[str, ...], int] = {}
        self.keys = {record.id: self._key(record) for record in library.records}
        for key in self.keys.values():
            self.uses[key] = self.uses.get(key, 0) + 1
        self.kept: dict[tuple[str, ...], Concordance] = {}

    def _key(self, record: Record) -> tuple[str, ...]:
        source = record.brief.source
        text = self.library.sources.get(source.file or "")
        lang = source.lang or (detect(text.text[:_TELLING]) if text else "en")
        return (source.file or "", str(lang), source.kind)

    def of(self, record: Record) -> Concordance | None:
        key = self.keys[record.id]
        text = self.library.sources.get(key[0])
        if text is None:
            return None
        self.uses[key] -= 1
        if key not in self.kept:
            names = self._names_in(text.text)
            self.kept[key] = index_words(read_article(text.text, key[1], record.brief.source.kind, names))
        return self.kept[key] if self.uses[key] else self.kept.pop(key)

    def _names_in(self, text: str) -> tuple[str, ...]:
        """The known names of which the text has the last word."""
        if not self.known_names:
            return ()
        found = set(_LETTERS.findall(text.casefold()))
        return tuple(sorted({name for word in found for name in self.known_names.get(word, ())}))


def _unchecked(record: Record) -> tuple[Verified, Iterator[Finding]]:
    """A source that is not held on purpose is told of each quotation; a missing one has its own problem."""
    reason = record.brief.source.not_held
    rules = ("quote-unchecked",) if reason else ()
    claims = tuple(claims_of(record.brief))
    citations = tuple(Citation(claim.field, claim.kind, claim.speaker, "unchecked", rules=rules) for claim in claims)
    message = f"not checked: the source text is not held ({reason})"
    told = claims if reason else ()
    findings = (Finding(record.path, claim.field, "quote-unchecked", message, level="info") for claim in told)
    return Verified(citations, None), findings


def _checked(record: Record, source: Concordance, entities: Entities) -> tuple[Verified, Iterator[Finding]]:
    known = read_known(record, entities, source)
    verdicts = [judge(claim, source, known) for claim in claims_of(record.brief)]
    inline = tuple(check_inline(record, source))
    coverage = measure_coverage(record, source, verdicts)
    findings = (
        *(finding for verdict in verdicts for finding in _findings(record, verdict)),
        *(finding for finding, _ in inline if finding),
        *find_unused(record, source, coverage),
        *_language(record, source),
    )
    citations = tuple(verdict.citation for verdict in verdicts)
    return Verified(citations, coverage.measure), iter(findings)


def _findings(record: Record, verdict: Verdict) -> Iterator[Finding]:
    for remark in verdict.remarks:
        yield Finding(record.path, verdict.citation.field, remark.rule, remark.message, remark.hint, remark.level)


def _language(record: Record, source: Concordance) -> Iterator[Finding]:
    lang = source.article.lang
    if record.brief.quotes and not knows(lang):
        message = f"there are no word lists for “{lang}”: a cut that drops a “not” or a “but” is not noticed"
        hint = "read the source round each quotation; every cut inside a sentence is shown as quote-partial"
        field = "source.lang" if record.brief.source.lang else "source"
        yield Finding(record.path, field, "quote-language", message, hint)
