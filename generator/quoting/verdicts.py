"""The verdict on one claim: where it stands, which place is meant, and what is to be said about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.articles.levelling import level
from generator.problems import RULES
from generator.quoting.attributed import Known
from generator.quoting.choice import choose
from generator.quoting.citations import Citation
from generator.quoting.claims import Claim
from generator.quoting.concordance import Concordance
from generator.quoting.faults import explain_missing
from generator.quoting.receipts import write_citation
from generator.quoting.remarks import Remark, find_remarks
from generator.quoting.standing import Standing, find_standings
from generator.quoting.typed_marks import find_marks_round
from generator.typed.inside import count_signs


class Verdict(NamedTuple):
    """The citation of a claim and all remarks on it; `place` tells which words of the source it uses."""

    citation: Citation
    remarks: tuple[Remark, ...]
    standing: Standing | None = None


def judge(claim: Claim, source: Concordance, known: Known) -> Verdict:
    """Find the claim in its source, choose the place, and say what is wrong or may mislead."""
    remarks: list[Remark] = []
    text = claim.text
    anywhere = claim.kind == "evidence"
    if not anywhere and (inner := find_marks_round(text)) is not None and not _is_nested_with_marks(source, text):
        message = "quotation marks are typed round the quotation; the page puts them"
        remarks.append(Remark("quote-marks", message, "delete the marks at both ends"))
        text = inner
    standings = find_standings(source, text, anywhere)
    good = [standing for standing in standings if anywhere or _is_whole(standing)]
    if not good:
        remarks.append(_missing(source, claim.text, text, standings, anywhere))
        return _verdict(Citation(claim.field, claim.kind, claim.speaker, "failed"), remarks, None)
    chosen = choose(source, claim, good, known)
    remarks += find_remarks(source, claim, text, chosen, good, known)
    is_only = len(standings) == 1 and chosen.place.last - chosen.place.first > 2
    return _verdict(write_citation(claim, source, chosen, is_only), remarks, chosen)


def _missing(source: Concordance, typed: str, text: str, standings: Sequence[Standing], anywhere: bool) -> Remark:
    """Why a claim does not stand in the source, and the first of its words that does not."""
    rule, message, hint, at = explain_missing(source, text, standings, anywhere)
    behind = None if at is None else count_signs(typed[: max(0, typed.find(text)) + at])
    return Remark(rule, message, hint, behind=behind)


def _verdict(citation: Citation, remarks: Sequence[Remark], standing: Standing | None) -> Verdict:
    rules = tuple(dict.fromkeys(remark.rule for remark in remarks))
    if any((remark.level or RULES[remark.rule]) == "error" for remark in remarks):
        citation = Citation(citation.field, citation.kind, citation.speaker, "failed")
        standing = None
    return Verdict(replace(citation, rules=rules) if rules else citation, tuple(remarks), standing)


def _is_nested_with_marks(source: Concordance, text: str) -> bool:
    """Whether the marks at the ends of a text are those of a quotation inside a passage: then they are its own."""
    marks = level(text).text.count('"')
    for standing in find_standings(source, text, anywhere=True):
        first, last = standing.place.pieces[0], standing.place.pieces[-1]
        voice = source.voice_at(first.first)
        start, end = source.levelled.span(first.start, last.end)
        same = sum(source.levelled.text.count('"', piece.start, piece.end) for piece in standing.place.pieces) == marks
        if same and voice and any(part.start <= start and end <= part.end for part in voice.parts):
            return True
    return False


def _is_whole(standing: Standing) -> bool:
    """Whether the words are those of one utterance, or all stand outside of what is quoted."""
    return standing.where in ("inside", "outside")
