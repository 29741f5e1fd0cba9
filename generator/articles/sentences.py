"""Sentences of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.articles.paragraphs import trim
from generator.articles.words import STOPS_ELSEWHERE
from generator.spans import Span
from generator.wordlists import WordLists, words_of

CLOSERS = "\"'”’»›“‘`)\\]」』）】"


def sentence_end(behind: str, other: str = "") -> re.Pattern[str]:
    """The closing punctuation of a sentence with what closes beside it, where `behind` follows; or a run of `other`.

    It begins with one class: searched much faster than alternatives.
    """
    stops = f".!?…{STOPS_ELSEWHERE}"
    ends = f"(?<=[{stops}])[{stops}]*[{CLOSERS}]*(?={behind})|(?<=[。！？])[。！？]*[{CLOSERS}]*"
    return re.compile(f"[{stops}。！？{other}](?:{ends}{f'|(?<={other}){other}*' if other else ''})")


_END = sentence_end(behind="\\s")
_OPENERS = "\"'“‘«‹„‚‟`(\\[¿¡—–\\-"
_NEXT = re.compile(rf"\s+[{_OPENERS}\s]*(\w*)")
_BEFORE_WORD = re.compile(r"[\s(\[\"“‘«„]")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")

#: Words with a capital that may follow an hour: at 4 p.m. Eastern time.
_BEHIND_HOURS = frozenset(["eastern", "central", "pacific", "mountain", "atlantic", "british", "moscow", "greenwich"])

#: Words that are abbreviations of states, days and titles only where they have a capital: a car wash. The boy …
_PLAIN = frozenset(
    (
        "wash", "mass", "ill", "miss", "ind", "ore", "pa", "tex", "ark", "del", "ala", "mont", "mar", "sat", "sun",
        "wed", "gen", "rep", "hon", "gov", "in", "co", "mo", "cal", "fla", "va", "la", "md"
    )
)  # fmt: skip


def find_sentences(text: str, paragraph: Span, lang: str) -> Iterator[Span]:
    """The sentences of one paragraph, in order; white space between them belongs to none."""
    lists = words_of(lang)
    start = paragraph.start
    for found in _END.finditer(text, paragraph.start, paragraph.end):
        if ends_sentence(text, found, paragraph, lists):
            yield trim(text, Span(start, found.end()))
            start = found.end()
    rest = trim(text, Span(start, paragraph.end))
    if rest.start < rest.end:
        yield rest


def ends_sentence(text: str, found: re.Match[str], paragraph: Span, lists: WordLists) -> bool:
    """Whether the closing punctuation that was found ends a sentence, and no abbreviation or name."""
    following = _NEXT.match(text, found.end(), min(paragraph.end, found.end() + 80))
    if following is None:
        return True
    next_word = following.group(1)
    if next_word[:1].islower():
        return False
    if not found.group().startswith(".") or len(found.group()) > 1:
        return True
    before = _BEFORE_WORD.split(text[max(paragraph.start, found.start() - 20) : found.start()])[-1]
    return not before or not _is_abbreviation(before, next_word, lists)


def is_one_sentence(text: str, span: Span, lang: str) -> bool:
    """Whether a stretch of a paragraph holds no more than one sentence."""
    first = _END.search(text, span.start, span.end)
    if first is None or not text[first.end() : span.end].strip(" \u00a0\u202f—–-"):
        return True  # », — сказала она. — «
    return len(list(find_sentences(text, span, lang))) < 2


def _is_abbreviation(word: str, next_word: str, lists: WordLists) -> bool:
    if lists.lang == "de" and word.isdigit():
        return len(word) < 3  # am 5. Januar
    if lists.lang == "en" and word.lower() in ("a.m", "p.m"):
        return next_word.isupper() or next_word.lower() in _BEHIND_HOURS | lists.weekdays | lists.months
    if lists.lang == "en" and word in _PLAIN:
        return False
    if next_word.lower() in lists.common and word.lower() + "." not in lists.titles:
        return False  # a frequent word with a capital letter begins a sentence
    return word.lower() + "." in lists.abbreviations or bool(_INITIAL.match(word) and next_word[:1].isalpha())
