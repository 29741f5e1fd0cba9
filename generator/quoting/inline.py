"""Words in quotation marks in the editor's own sentences: they must stand in the source as well."""

from __future__ import annotations

from collections.abc import Iterator

from generator.articles.article import Paragraph
from generator.articles.marks import find_quoted
from generator.articles.words import is_unspaced, word_count
from generator.desk.library import Record
from generator.mark_roles import find_signs
from generator.problems import Finding, Level
from generator.prose import as_read, find_typed
from generator.quoting.brackets import find_bracket_fault
from generator.quoting.claims import written_of
from generator.quoting.concordance import Concordance
from generator.quoting.faults import explain_missing
from generator.quoting.remarks import find_elisions
from generator.quoting.standing import find_standings
from generator.spans import Span
from generator.typed.inside import count_signs


def check_inline(record: Record, source: Concordance) -> Iterator[Finding]:
    """For each run of quoted words: what is wrong with it, or left out of it."""
    for field, typed in written_of(record.brief):
        for start, words in _quoted(as_read(typed)):
            behind = count_signs(typed[: find_typed(typed, start)])
            standings = find_standings(source, words, anywhere=True)
            sound = [standing for standing in standings if not find_bracket_fault(source, standing)]
            if sound:
                chosen = min(sound, key=lambda standing: (standing.where != "inside", standing.rank))
                for remark in find_elisions(source, chosen):
                    yield Finding(record.path, field, remark.rule, remark.message, remark.hint, behind=behind)
            else:
                yield _missing(record, source, field, words, behind)


def _quoted(text: str) -> Iterator[tuple[int, str]]:
    signs = find_signs(text)
    for quoted in find_quoted(text, [Paragraph(Span(0, len(text)), "body")], signs) if signs else ():
        for part in quoted.parts:
            yield part.start, text[part.start : part.end]


def _missing(record: Record, source: Concordance, field: str, words: str, behind: int) -> Finding:
    """Words that do not stand in the source, or only with a bracket that changes what they say."""
    standings = find_standings(source, words, anywhere=True)
    changed = next((fault for standing in standings if (fault := find_bracket_fault(source, standing))), None)
    why, hint = changed[:2] if changed else explain_missing(source, words, (), anywhere=True)[1:3]
    few = word_count(words) < (6 if is_unspaced(words) else 4) and not changed
    own = field.startswith("changes")  # a correction may quote what stood there wrongly
    message = f"“{words}” stands in quotation marks, so it must be what the source says: {why}"
    remedy = f"{hint}; or take the quotation marks away"
    level: Level | None = "warning" if few or own else None
    return Finding(record.path, field, "quote-inline", message, remedy, level, behind=behind)
