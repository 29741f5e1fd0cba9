"""What `briefing check` prints: problems, quotations and counts, for people, programs and GitHub."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import Any

from generator.problems import Problem
from generator.quoting.citations import TIERS, Citation
from generator.typed.excerpts import mark_place, printable


@dataclass(frozen=True)
class Report:
    """What is reported: problems in their order, and citations with the id of their brief, in file order."""

    briefs: int
    problems: tuple[Problem, ...]
    citations: tuple[tuple[str, Citation], ...]

    @cached_property
    def counts(self) -> dict[str, Any]:
        """How much was looked at, and what came of it."""
        quotes = [citation for _, citation in self.citations if citation.kind == "quote"]
        evidence = [citation for _, citation in self.citations if citation.kind == "evidence"]
        status, level = Counter(quote.status for quote in quotes), Counter(problem.level for problem in self.problems)
        tiers = Counter(quote.tier for quote in quotes if quote.status == "matched")
        return {
            "briefs": self.briefs,
            "quotes": len(quotes),
            "matched": status["matched"],
            "unchecked": status["unchecked"],
            "failed": status["failed"],
            "evidence": len(evidence),
            "evidence_matched": sum(piece.status == "matched" for piece in evidence),
            "errors": level["error"],
            "warnings": level["warning"],
            "infos": level["info"],
            "tiers": {tier: tiers[tier] for tier in TIERS if tiers[tier]},
        }

    def fails(self, strict: bool) -> bool:
        """Whether it should stop a publication; with `strict`, warnings do too."""
        return bool(self.counts["errors"] or (strict and self.counts["warnings"]))

    def below(self, folder: str) -> Report:
        """The same with paths as they are for somebody who stands above the desk, which is in this folder."""
        moved = (replace(problem, path=f"{folder}/{problem.path}") for problem in self.problems)
        return replace(self, problems=tuple(moved)) if folder else self


def render_text(report: Report) -> str:
    """For people: each problem with the line it is in, then the counts."""
    return "".join(f"{_block(problem)}\n\n" for problem in report.problems) + render_counts(report.counts) + "\n"


def render_json(report: Report) -> str:
    """For programs: `problems`, `quotes`, `counts`."""
    rows = {
        "problems": [_without(asdict(problem), "excerpt") for problem in report.problems],
        "quotes": [_row(brief, citation) for brief, citation in report.citations],
        "counts": report.counts,
    }
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def render_github(report: Report) -> str:
    """For GitHub Actions: workflow commands, which show each problem at its line of a change, then the counts."""
    return "".join(f"{_command(problem)}\n" for problem in report.problems) + render_counts(report.counts) + "\n"


FORMATS: Mapping[str, Callable[[Report], str]] = {"text": render_text, "json": render_json, "github": render_github}


# --- text ------------------------------------------------------------------------------------------


def _block(problem: Problem) -> str:
    place = f"{problem.path}:{problem.line}:{problem.column}"
    lines = [f"{printable(place)}: {problem.level}: {printable(problem.message)} [{problem.rule}]"]
    if problem.excerpt:
        lines += mark_place(problem.excerpt, problem.line, problem.column)
    lines += [f"    {printable(line)}".rstrip() for line in problem.hint.split("\n") if line]
    return "\n".join(lines)


def render_counts(counts: Mapping[str, Any]) -> str:
    """The counts as sentences, always printed: a run that checked nothing says so."""
    return "\n".join(_sentences(counts))


def _sentences(counts: Mapping[str, Any]) -> Iterator[str]:
    tiers = ", ".join(f"{number} {tier}" for tier, number in counts["tiers"].items())
    matched = f"{counts['matched']} matched" + (f" ({tiers})" if tiers else "")
    quotes = (
        f"{_number(counts['quotes'], 'quote')}: {matched}, {counts['unchecked']} unchecked, {counts['failed']} failed"
    )
    evidence = f"{_number(counts['evidence'], 'piece')} of evidence: {counts['evidence_matched']} matched"
    yield f"{_number(counts['briefs'], 'brief')} · {quotes} · {evidence}"
    if not counts["matched"] + counts["failed"] + counts["evidence_matched"]:
        yield "No quotation was checked."
    levels = [_number(counts[f"{level}s"], level) for level in ("error", "warning", "info")]
    yield ", ".join(levels)


def _number(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


# --- json ------------------------------------------------------------------------------------------


def _row(brief: str, citation: Citation) -> dict[str, Any]:
    return {
        "brief": brief,
        "field": citation.field,
        "kind": citation.kind,
        "speaker": citation.speaker,
        "status": citation.status,
        "tier": citation.tier,
        "spans": [list(span) for span in citation.spans],
        "gaps": [{**asdict(gap), "span": list(gap.span)} for gap in citation.gaps],
        "rules": list(citation.rules),
    }


def _without(row: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != key}


# --- github ----------------------------------------------------------------------------------------


def _command(problem: Problem) -> str:
    level = {"error": "error", "warning": "warning", "info": "notice"}[problem.level]
    place = {"file": problem.path, "line": problem.line, "col": problem.column, "title": problem.rule}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
    return f"::{level} {properties}::{_message(problem.message + (f' – {problem.hint}' if problem.hint else ''))}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
