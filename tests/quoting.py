"""One quotation against one source, as a test wants to write it down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.desk.library import Library, Record, SourceText, Vocabulary
from generator.entities import resolve
from generator.model import Brief, Person
from generator.problems import RULES, Finding
from generator.quotes import verify
from generator.quoting.citations import Citation, Coverage, Found, Verified, pack_verified
from generator.quoting.permalinks import quote_anchors

FILE = "source.txt"
NOTHING: Mapping[str, Verified] = {}
NOBODY: Mapping[str, Sequence[str]] = {}


def found_of(records: Iterable[Record], verified: Mapping[str, Verified] = NOTHING) -> Found:
    """What the check would have found of these briefs, by id."""
    anchors = {record.id: tuple(quote_anchors(quote.text for quote in record.brief.quotes)) for record in records}
    return Found({brief: pack_verified(each) for brief, each in verified.items()}, anchors)


@dataclass(frozen=True)
class Checked:
    """What the check says of a brief with its source."""

    citations: tuple[Citation, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage | None

    @property
    def citation(self) -> Citation:
        """The first citation."""
        return self.citations[0]

    @property
    def tier(self) -> str | None:
        return self.citation.tier

    @property
    def rules(self) -> set[str]:
        """The rules on the first citation, without `quote-`."""
        return {rule.removeprefix("quote-") for rule in self.citation.rules}

    @property
    def text(self) -> str:
        """All messages and hints on the first citation."""
        return "\n".join(f"{one.message} | {one.hint}" for one in self.findings if one.field == self.citation.field)

    @property
    def errors(self) -> set[str]:
        return {one.rule for one in self.findings if (one.level or RULES[one.rule]) == "error"}


def check_brief(text: str, people: Mapping[str, Sequence[str]] = NOBODY, **fields: Any) -> Checked:
    """A brief with the given fields against a source text; `people` are names of the vocabulary with their aliases."""
    where = {"file": FILE, **fields.pop("source", {})}
    brief = Brief.model_validate(
        {"title": "Talks", "date": "2026-01-05", "summary": "They met.", "source": where, **fields}
    )
    vocabulary = {
        name.lower().replace(" ", "-"): Person(name=name, aliases=tuple(other)) for name, other in people.items()
    }
    library = Library(
        records=(Record("2026/talks", "briefs/2026/talks.yaml", brief, "0"),),
        broken={},
        vocabulary=Vocabulary(vocabulary, {}, {}, {}, {}),
        sources={FILE: SourceText(FILE, text, "0" * 64)},
    )
    citations, findings = verify(library, resolve(library))
    verified = citations["2026/talks"]
    return Checked(verified.citations, findings, verified.coverage)


def check_quote(
    article: str,
    text: str,
    speaker: str = "the speaker",
    lang: str | None = None,
    kind: str = "article",
    near: str | None = None,
    **fields: Any,
) -> Checked:
    """One quote against a source text."""
    about = {"kind": kind, **({"lang": lang} if lang else {})}
    quote = {"speaker": speaker, "text": text, **({"near": near} if near else {})}
    return check_brief(article, quotes=[quote], source=about, **fields)


def check_evidence(article: str, text: str, **fields: Any) -> Checked:
    """One piece of evidence against a source text."""
    return check_brief(article, key_points=[{"text": "A point.", "evidence": text}], **fields)
