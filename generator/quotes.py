"""Every quotation of every brief against its source: citations, coverage, and what is to be said about them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

from generator.articles.detection import detect
from generator.articles.listed import weighs
from generator.articles.passages import read_article
from generator.desk.library import Library, Record, SourceText
from generator.desk.packing import finding_of, plain
from generator.desk.remembered import Crew, Proof, alone
from generator.entities import Entities
from generator.problems import Finding
from generator.quoting.attributed import names_of, read_known
from generator.quoting.citations import Citation, Citations, Found, Verified, pack_verified
from generator.quoting.claims import claims_of
from generator.quoting.concordance import Concordance, index_words
from generator.quoting.consulted import Answers, Window, may_hold, sign_words
from generator.quoting.coverage import find_unused, measure_coverage
from generator.quoting.inline import check_inline
from generator.quoting.permalinks import quote_anchors
from generator.quoting.verdicts import Verdict, judge
from generator.wordlists import words_of

NOTHING: Mapping[str, Any] = {}
_HOLD = "to have them checked, put the article into seeds/ and name it after “file:”; readers see that they are not"
_TELLING = 1000  # characters that tell the language of a source
_LETTERS = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*")


class Verdicts(NamedTuple):
    """What was found of every brief, and the proofs of it, to be kept by path of the brief."""

    citations: Found
    findings: tuple[Finding, ...]
    proofs: Mapping[str, Proof]
    names: Mapping[str, tuple[str, ...]]


def verify(library: Library, entities: Entities) -> tuple[Citations, tuple[Finding, ...]]:
    """Find every quote and every piece of evidence in its source; say what is wrong and what may mislead."""
    found = verify_anew(library, entities)
    return found.citations, found.findings


def verify_anew(
    library: Library,
    entities: Entities,
    proofs: Mapping[str, Proof] = NOTHING,
    names: Mapping[str, tuple[str, ...]] = NOTHING,
    crew: Crew = alone,
) -> Verdicts:
    """As `verify`, where an earlier run does not tell.

    `proofs` are those of an earlier run, and `names` what was known then: what they still hold for is not done again.
    """
    known_names, answers = names_of(entities), Answers(entities)
    sources = _Sources(library, known_names)
    news = {word for word in known_names.keys() | names.keys() if known_names.get(word) != names.get(word)}
    held = {
        record.path: proof
        for record in library.records
        if (proof := proofs.get(record.path)) and _holds(proof, record, sources, answers, news)
    }
    new = [record for record in library.records if record.path not in held]
    made = crew(new, lambda some: _prove_all(some, sources, entities, answers))
    held.update(zip((record.path for record in new), made, strict=True))
    findings = (finding_of(record.path, each) for record in library.records for each in held[record.path].findings)
    citations = Found(
        {record.id: held[record.path].citations for record in library.records},
        {record.id: held[record.path].anchors for record in library.records},
    )
    return Verdicts(citations, tuple(findings), held, known_names)


def _holds(proof: Proof, record: Record, sources: _Sources, answers: Answers, news: Set[str]) -> bool:
    """Whether a brief would be judged as it was: the same brief, text and names."""
    text = sources.text(record)
    if proof.brief != record.digest or proof.source != (text.sha256 if text else ""):
        return False
    if text and may_hold(proof.words, news) and proof.names != sources.names_in(text):
        return False
    return proof.answers == answers.digest(proof.asked)


def _prove_all(records: Sequence[Record], sources: _Sources, entities: Entities, answers: Answers) -> list[Proof]:
    sources.expect(records)
    return [_prove(record, sources, entities, answers) for record in records]


def _prove(record: Record, sources: _Sources, entities: Entities, answers: Answers) -> Proof:
    window, source, text = Window(entities, record), sources.of(record), sources.text(record)
    verified, findings = _unchecked(record) if source is None else _checked(record, source, window)
    return Proof(
        record.digest,
        text.sha256 if text else "",
        sign_words(sources.words_in(text)) if text else b"",
        sources.names_in(text) if text else (),
        window.asked,
        answers.digest(window.asked),
        pack_verified(verified),
        tuple(quote_anchors(quote.text for quote in record.brief.quotes)),
        tuple(map(plain, findings)),
    )


class _Sources:
    """The concordance of each source, made once; kept only while briefs in a row share it."""

    def __init__(self, library: Library, known_names: Mapping[str, Sequence[str]]) -> None:
        self.library = library
        self.known_names = known_names
        self.uses: Counter[str] = Counter()
        self._words: tuple[str, Set[str]] = "", frozenset()
        self._names: tuple[str, tuple[str, ...]] = "", ()
        self.kept: dict[tuple[str, ...], Concordance] = {}

    def expect(self, records: Sequence[Record]) -> None:
        """Get ready for these briefs."""
        self.uses.update(record.brief.source.file or "" for record in records)

    def text(self, record: Record) -> SourceText | None:
        """The source text of a brief, where there is one."""
        return self.library.sources.get(record.brief.source.file or "")

    def of(self, record: Record) -> Concordance | None:
        """The source of a brief in words; none where its text is not held."""
        source, text = record.brief.source, self.text(record)
        if text is None:
            return None
        lang = str(source.lang or detect(text.text[:_TELLING]))
        key = (text.file, lang, source.kind)
        if key not in self.kept:
            self.kept[key] = index_words(read_article(text.text, lang, source.kind, self.names_in(text)))
        concordance = self.kept[key]
        self.uses[text.file] -= 1
        if not self.uses[text.file]:
            self.kept = {key: one for key, one in self.kept.items() if key[0] != text.file}
        return concordance

    def names_in(self, text: SourceText) -> tuple[str, ...]:
        """The known names of which the text has the last word."""
        if not self.known_names:
            return ()
        if self._names[0] != text.file:
            found = self.known_names.keys() & self.words_in(text)
            self._names = text.file, tuple(sorted({name for word in found for name in self.known_names[word]}))
        return self._names[1]

    def words_in(self, text: SourceText) -> Set[str]:
        """The words of a text in small letters; those of the last one are remembered."""
        if self._words[0] != text.file:
            self._words = text.file, frozenset(_LETTERS.findall(text.text.casefold()))
        return self._words[1]


def _unchecked(record: Record) -> tuple[Verified, Iterator[Finding]]:
    """A source that is not held on purpose is told of each quotation; a missing one has its own problem."""
    reason = record.brief.source.not_held
    rules = ("quote-unchecked",) if reason else ()
    claims = tuple(claims_of(record.brief))
    citations = tuple(Citation(claim.field, claim.kind, claim.speaker, "unchecked", rules=rules) for claim in claims)
    message = f"nobody could check these words: the text of the article is not kept here ({reason})"
    told = claims if reason else ()
    findings = (
        Finding(record.path, claim.field, "quote-unchecked", message, "" if place else _HOLD, level="info")
        for place, claim in enumerate(told)
    )
    return Verified(citations, None), findings


def _checked(record: Record, source: Concordance, entities: Entities) -> tuple[Verified, Iterator[Finding]]:
    known = read_known(record, entities, source)
    verdicts = [judge(claim, source, known) for claim in claims_of(record.brief)]
    inline = tuple(check_inline(record, source))
    coverage = measure_coverage(record, source, verdicts)
    findings = (
        *(finding for verdict in verdicts for finding in _findings(record, verdict)),
        *inline,
        *find_unused(record, source, coverage),
        *_language(record, source),
    )
    citations = tuple(verdict.citation for verdict in verdicts)
    return Verified(citations, coverage.measure), iter(findings)


def _findings(record: Record, verdict: Verdict) -> Iterator[Finding]:
    for remark in verdict.remarks:
        field, behind = verdict.citation.field, remark.behind
        yield Finding(record.path, field, remark.rule, remark.message, remark.hint, remark.level, behind=behind)


#: Codes of countries, and old ones, that are typed for those of languages.
_MEANT = {
    "cz": "cs", "se": "sv", "gr": "el", "jp": "ja", "iw": "he", "dk": "da", "ua": "uk", "kr": "ko", "cn": "zh",
    "rs": "sr", "by": "be", "ee": "et", "sp": "es", "si": "sl",
}  # fmt: skip


def _language(record: Record, source: Concordance) -> Iterator[Finding]:
    lang = source.article.lang
    if record.brief.quotes and not weighs(lang):
        message = f"there are no word lists for “{lang}”: a cut that drops a “not” or a “but” is not noticed"
        hint = "read the source round each quotation; every cut inside a sentence is shown as quote-partial"
        meant = _MEANT.get(words_of(lang).lang)
        if meant and detect(source.article.text) == meant:
            message = f"“{lang}” is not the code of the language of the source, which reads like “{meant}”"
            hint = f"write {meant}: these are the codes of languages, and not of countries"
        field = "source.lang" if record.brief.source.lang else "source"
        yield Finding(record.path, field, "quote-language", message, hint)
