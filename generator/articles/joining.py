"""Which quotations are one utterance that the text interrupts, and which are no more than words in marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from generator.articles.article import Article, Attribution, Paragraph, Passage
from generator.articles.listed import knows
from generator.articles.sentences import is_one_sentence
from generator.articles.unlisted import has_own_clause, is_interruption
from generator.articles.words import STOPS_ELSEWHERE, is_unspaced, word_count
from generator.spans import Span
from generator.wordlists import WordLists, words_of

_SCARE_WORDS = 3
_SCARE_CHARACTERS = 6  # in scripts without spaces
_INTRODUCTION_WORDS = 8  # “…” The envoy added: “…”; longer ones tell of another occasion
_PAUSES = frozenset(f".,:;?!…—–-―)،؛{STOPS_ELSEWHERE}。，：；？！、")
_COLONS = (":", "：")
_INTRODUCING = frozenset(":,：，،")
_LINE_END = re.compile(r"[\n\r\u2028\u2029\x85\x0b\x0c]")
_CLOSING_MARKS = " \u00a0\u202f\"'”“’‘»«›‹」』`"
#: What follows a name in marks that reports: «Вересовский вестник» ранее писал, что …
_REPORTS_THAT = re.compile(
    r"[ \u00a0]((?:[^\W\d_]+ ){0,3}[^\W\d_]+),? (?:что|що|que |qu['’]|dass |that |إن |أن )", re.IGNORECASE
)
_TITLE_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def may_join(article: Article, first: int, second: int) -> bool:
    """Whether two passages are parts of one utterance: neighbours with nothing or one attribution between.

    That the first is used to its end and the second from its start is for the caller to see.
    """
    if second != first + 1 or not 0 <= first < len(article.passages) - 1:
        return False
    return article.passages[second].continues == first


def joins(
    text: str,
    lang: str,
    one: Passage,
    other: Passage,
    paragraphs: Sequence[Paragraph],
    attributions: Sequence[Attribution],
) -> bool:
    """Whether what stands between two neighbours lets them be one utterance, whoever speaks."""
    start, end = max(one.closing.end, one.span.end), min(other.opening.start, other.span.start)
    here, there = (paragraph_of(paragraphs, passage.span.start) for passage in (one, other))
    if there - here > 1 or not paragraphs[here].kind == paragraphs[there].kind == "body":
        return False
    if _opens_in_running_words(text, one, paragraphs[here]) or _is_reporting(text, other, words_of(lang)):
        return False
    between = text[start:end].strip()
    inside = other.opening.start == other.opening.end  # goes on after a clause inside the marks
    if not inside and text[other.opening.start : other.opening.end].strip("—–―-") == "":
        return False  # a new line of dialogue
    closed = max(other.closing.end, other.span.end)
    if not between:
        return knows(lang) or here == there or not has_own_clause(text, closed, paragraphs[there].span)
    if not inside and between[-1] not in _PAUSES:
        return False
    if inside:
        return True
    introduces = _introduces_another(text, one, Span(start, end), attributions)
    if text[max(0, one.opening.start - 3) : one.opening.start].rstrip()[-1:] in _COLONS and between[0].isupper():
        return False  # Er fragte: „Warum?“ Sie lacht. „Darum.“
    if not knows(lang):
        return is_interruption(text, lang, Span(start, end), closed, paragraphs[here].span)
    return not introduces and _is_one_attribution(text, Span(start, end), lang, attributions)


def _introduces_another(text: str, one: Passage, between: Span, attributions: Sequence[Attribution]) -> bool:
    """Whether each has an introduction of its own: When a child asked, “Why?”, the teacher answered: “Because.”"""
    before = text[max(0, one.opening.start - 3) : one.opening.start].rstrip()[-1:]
    if before not in _INTRODUCING or text[between.start : between.end].rstrip()[-1:] not in _INTRODUCING:
        return False
    first = bisect_right(attributions, between.start - 1, key=lambda each: each.span.start)
    own = next((each for each in attributions[first : first + 1] if each.span.end <= between.end), None)
    if own is None or not own.speaker:
        return False
    led = [each for each in attributions[max(0, first - 3) : first] if each.span.end <= one.opening.start]
    return led[-1].speaker != own.speaker if led else own.certain


def paragraph_of(paragraphs: Sequence[Paragraph], place: int) -> int:
    """The index of the paragraph in which a place of the text stands."""
    return max(0, bisect_right(paragraphs, place, key=lambda paragraph: paragraph.span.start) - 1)


def _opens_in_running_words(text: str, passage: Passage, paragraph: Paragraph) -> bool:
    if passage.opening.start == passage.opening.end:
        return False
    before = text[max(paragraph.span.start, passage.opening.start - 3) : passage.opening.start].rstrip()
    return bool(before) and (before[-1].isalnum() or before[-1] in "'’%")


def _is_one_attribution(text: str, between: Span, lang: str, attributions: Sequence[Attribution]) -> bool:
    """Whether no more stands between than who speaks: behind the first part, or introducing the second."""
    first = bisect_right(attributions, between.start - 1, key=lambda one: one.span.start)
    own = [one for one in attributions[first : first + 4] if one.span.end <= between.end]
    if not own or (not own[0].subject and not own[0].speaker):
        return False
    words = text[between.start : between.end].strip()
    if not is_one_sentence(text, between, lang):
        return False
    if words[-1] in ":：" and any(one.subject and one.subject != own[0].subject for one in own[1:]):
        return False  # advierte Leandro, quien recuerda lo que le dijo su abuelo: “…”
    if _is_inserted(text, between, own[0]):
        return False
    if _follows_first(text, between, own[0], is_unspaced(words)):
        return True
    return words[-1] in ":：,，" and word_count(words) <= (30 if is_unspaced(words) else _INTRODUCTION_WORDS)


def _is_inserted(text: str, between: Span, attribution: Attribution) -> bool:
    """Whether a clause is put into a sentence that tells more: His friends, he added, had taken up chess, “…”"""
    before, behind = text[between.start : attribution.span.start], text[attribution.span.end : between.end]
    inserted = before.rstrip()[-1:] == "," and before.lstrip()[:1].isalpha() and behind[:1] == ","
    return inserted and word_count(behind) > _SCARE_WORDS


def _follows_first(text: str, between: Span, attribution: Attribution, unspaced: bool) -> bool:
    """Whether the words between go on with the sentence of the first part: “…,” he said on Monday."""
    words = text[between.start : between.end]
    if _LINE_END.search(words[: len(words) - len(words.lstrip())]):
        return False
    words = words.lstrip(" \u00a0\u202f,;，—–―-")
    last = text[max(0, between.start - 5) : between.start].rstrip(_CLOSING_MARKS)[-1:]
    if not words[:1].isupper() and not (unspaced and last == "。" and words[-2:].strip()[-1:] in ":："):
        return True
    if last not in ".!?…":
        return True
    return last != "." and attribution.span.start - between.start <= 2 and word_count(words) <= 12


def is_scare(text: str, lang: str, passage: Passage, paragraph: Paragraph) -> bool:
    """Whether the marks do not quote an utterance: one to three words inside a sentence, a headline, a title."""
    if paragraph.kind != "body":
        return True
    lists = words_of(lang)
    words = text[passage.span.start : passage.span.end]
    if _is_reporting(text, passage, lists):
        return True
    if not _opens_in_running_words(text, passage, paragraph):
        if is_work(text, lang, passage):
            return True
        return _word_before(text, passage).rstrip(",") in lists.works and word_count(words) <= _SCARE_WORDS
    if is_unspaced(words):
        return len(words) <= _SCARE_CHARACTERS
    if word_count(words) <= _SCARE_WORDS:
        return True
    return _is_title(text, passage, words, lists)


def is_title(text: str, lang: str, passage: Passage) -> bool:
    """Whether the marks hold the title of a work, which nobody says: the novel “Salt”, a report titled “…”."""
    words = text[passage.span.start : passage.span.end]
    lists = words_of(lang)
    is_work = _word_before(text, passage).rstrip(",") in lists.works
    return words[:1].isupper() and (is_work or _is_title(text, passage, words, lists) or _is_in_capitals(words, lists))


def _is_reporting(text: str, passage: Passage, lists: WordLists) -> bool:
    """Whether the words in marks are the name of what reports, a newspaper or a company."""
    words = text[passage.span.start : passage.span.end]
    if not words[:1].isupper() or not words[-1].isalnum() or word_count(words) > _SCARE_WORDS:
        return False
    found = _REPORTS_THAT.match(text, passage.closing.end)
    if not found:
        return False
    verb = found[1].split()
    plain = all(word.islower() and word not in lists.pronouns and word not in lists.articles for word in verb)
    return plain and any(word in lists.reporting for word in verb)


def _is_title(text: str, passage: Passage, words: str, lists: WordLists) -> bool:
    """The title of a work: after a word such as film or book, or with a capital at every longer word."""
    if _word_before(text, passage) in lists.works and words[:1].isupper():
        return True
    if lists.lang != "en" or words[-1:] in ".!?,":
        return False
    longer = [word for word in _TITLE_WORD.findall(words) if len(word) > 4]
    return len(longer) > 1 and all(word[0].isupper() for word in longer)


def is_work(text: str, lang: str, passage: Passage) -> bool:
    """Whether an English title in marks is the subject of the sentence: “The Lodger’s Key” opens next month."""
    is_closed = text[passage.closing.end : passage.closing.end + 1].isspace() and text[passage.span.end - 1].isalnum()
    if lang != "en" or not is_closed:
        return False
    lists = words_of(lang)
    behind = text[passage.closing.end : passage.closing.end + 24].split()
    leads = bool(behind) and behind[0].islower() and behind[0].rstrip(",") not in lists.reporting
    return leads and _is_in_capitals(text[passage.span.start : passage.span.end], lists)


def _is_in_capitals(words: str, lists: WordLists) -> bool:
    """Whether every word of an English title but the small ones has a capital: for “The Tin Duchess”."""
    if lists.lang != "en":
        return False
    longer = [word for word in _TITLE_WORD.findall(words) if word.lower() not in lists.common]
    return len(longer) > 1 and all(word[0].isupper() for word in longer)


def _word_before(text: str, passage: Passage) -> str:
    before = text[max(0, passage.opening.start - 30) : passage.opening.start].split()
    return before[-1].lower().strip("’'") if before else ""
