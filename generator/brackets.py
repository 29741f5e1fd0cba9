"""Editor's words in brackets: whether they hide something that changes the meaning."""

from __future__ import annotations

import re

from generator.concordance import Concordance
from generator.listed import clause_words, phrases
from generator.numbers import is_number
from generator.standing import Standing
from generator.trails import Cut
from generator.wordlists import words_of
from generator.words import words

_NEGATING = re.compile(
    r"(?:un|in|im|il|ir|non|dis|mis|anti|de|counter|miss|ent|dé|dés|des|mé|не|ни|без|бес|анти|анті)-?", re.IGNORECASE
)
_NEGATING_END = re.compile(r"less|free|los|frei|n't|n’t|'t|’t|not", re.IGNORECASE)
_NAMES = ("非洲", "南非", "北非", "西非", "东非", "無錫", "无锡", "会谈", "會談", "会议", "會議", "会见", "會見")


def find_bracket_fault(source: Concordance, standing: Standing) -> tuple[str, str] | None:
    """What a bracket hides or puts in that it must not, and what to do."""
    for cut in standing.place.cuts:
        if cut.kind == "replaced" and (fault := _fault(source, cut)):
            return fault
    return None


def _fault(source: Concordance, cut: Cut) -> tuple[str, str] | None:
    replaced = source.levelled.text[cut.start : cut.end]
    if cut.by.strip().lower() == "sic":
        return None
    if cut.letters:
        return _affix_fault(cut, replaced)
    hidden = find_weighty(source.article.lang, replaced)
    if hidden:
        message = f"[{cut.by}] stands for “{replaced}” in the source, which holds “{hidden}”"
        return message, f"put the source's own words back: {replaced}"
    put_in = find_weighty(source.article.lang, cut.by)
    if put_in:
        message = f"[{cut.by}] puts in “{put_in}”, which the speaker did not say"
        return message, "delete the bracket; say it in context instead"
    return None


def find_weighty(lang: str, text: str) -> str | None:
    """A negation, number, modal, hedge or condition in the text."""
    found = [text[start:end] for start, end in words(text)]
    if any(name in text for name in _NAMES):
        return None
    months = words_of(lang).months
    for index, word in enumerate(found):
        if is_number(word) and not (word.lower() == "one" and len(found) > 1):
            return word
        named = word[:1].isupper() and index + 1 < len(found) and found[index + 1][:1].isupper()
        if named or (word[:1].isupper() and word.lower() in months):
            found[index] = word = "\0"
    hits = phrases(lang, "negation", "denial").find(found) or phrases(
        lang, "modal", "hedge", "condition", without=clause_words("in_brackets")
    ).find(found)
    return " ".join(found[slice(*hits)]) if hits else None


def _affix_fault(cut: Cut, replaced: str) -> tuple[str, str] | None:
    if replaced.lower() == cut.by.lower():
        return None
    changed = replaced or cut.by
    patterns = (_NEGATING, _NEGATING_END)
    if any(pattern.fullmatch(part) for pattern in patterns for part in (replaced, cut.by) if part) or any(
        letter.isdigit() for letter in replaced + cut.by
    ):
        return f"[{cut.by}] changes the meaning of a word: “{changed}”", "write the word as the source has it"
    return None
