"""The reporter's own words: a text with its quotations made one opaque sign each, in sentences and tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.articles.article import Paragraph
from generator.articles.quotations import Utterance
from generator.articles.sentences import ends_sentence, sentence_end
from generator.articles.words import MARKS, STOPS_ELSEWHERE
from generator.spans import Span
from generator.wordlists import WordLists

QUOTE = "\ue000"  # stands for each character of a quotation


def _token_pattern(letter: str) -> re.Pattern[str]:
    inside = f"[0-9]+|['’ʼ·•&-](?={letter})|\\.(?={letter}\\.)|\\.(?=[A-Z]\\b)|(?<=s)['’](?=\\s{letter})"
    word = f"{letter}+(?:(?=[0-9'’ʼ·•&.-])(?:{inside}){letter}*)*"  # one cheap look: most words are letters and no more
    sign = "(?P<sign>[^\\w\\s\"“”«»„‘’'`<>])(?P=sign)*"  # stray quotation marks tell nothing
    return re.compile(f"{word}|{QUOTE}+|[0-9]+(?:[.,:/][0-9]+)*(?:-{letter}+)*|{sign}")


_TOKEN = _token_pattern("[^\\W\\d_]")
_MARKED_TOKEN = _token_pattern(f"(?:[^\\W\\d_]|[{MARKS}])")
_MARK = re.compile(f"[{MARKS}]")
_PREFIXED = re.compile(r"[^\W\d_]{1,3}['’-][A-ZÀ-ÖØ-ÞŒА-ЯЄІЇҐ]")  # al-Karim, d’Ormesson
_SENTENCE_END = sentence_end(behind=f"[\\s{QUOTE}]", other=QUOTE)
_DASH = re.compile("[—–-]")
_DATELINE = re.compile(
    rf"[^\W\d_]{{3,}}[^\n{QUOTE}.!?—–:]{{0,60}}?(?P<agency>\([^()\n]{{2,30}}\))?\s*(?:[—–]|--|-(?=\s))\s+(?=\S)"
)
_LONGEST = 300  # tokens
_LABELLED = ("ru", "uk", "ar")
_BEHIND_LABEL = re.compile(r"[\s,.)]|\Z")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_SIGNS = re.compile("[.,:;!?…«»—]")
_APOSTROPHES = ("'", "’")
_HELPING = frozenset(["a", "ai", "as", "ont", "avait", "avaient", "aurait", "auraient", "aura", "est", "était"])
_HELPERS = {"d": "had", "ll": "will", "ve": "have", "re": "are", "s": "is", "m": "am"}
#: English pronouns with a verb that hangs on them -> how long the pronoun is, and the verb: he'd said
_CONTRACTED = {
    f"{pronoun}'{short}": (len(pronoun), verb)
    for pronoun in ("i", "you", "he", "she", "it", "we", "they", "who")
    for short, verb in _HELPERS.items()
}
_TERMINAL = f".!?…{STOPS_ELSEWHERE}。！？"
_NEXT_CLAUSE = re.compile(f"\\s*([^\\s{QUOTE}])([^{QUOTE}.,;:!?。，；：！？—–]*)")


class Token(NamedTuple):
    """A word, a number, a sign, or a quotation (`text` begins with QUOTE)."""

    start: int
    end: int
    text: str
    lower: str
    is_word: bool
    is_capital: bool
    is_quote: bool


def token_of(text: str, start: int) -> Token:
    """The token that these characters are, at their place in the text."""
    return _token(Token, (start, start + len(text), *_told_of(text)))


_ASIDE = re.compile(r"\(([^()\n\ue000-\uf8ff]{1,40})\)")

_token = tuple.__new__  # three times as fast as Token._make


@lru_cache(maxsize=1 << 16)
def _told_of(text: str) -> tuple[str, str, bool, bool, bool]:
    """What a token's characters tell, wherever it stands: news says the same words again and again."""
    first = text[0]
    is_capital = first.isupper() or (("-" in text or "'" in text or "’" in text) and bool(_PREFIXED.match(text)))
    return text, text.lower().replace("’", "'"), first.isalpha() or text == "&", is_capital, first == QUOTE


class Sentence(NamedTuple):
    """A sentence of the reporter with the quotations in it, as tokens.

    `words` are its tokens in small letters: whether one of some words is among them is asked of most sentences.
    """

    span: Span
    paragraph: int
    tokens: tuple[Token, ...]
    is_running: bool  # no headline and no crosshead
    words: frozenset[str]


def mask(text: str, utterances: Sequence[Utterance]) -> str:
    """The text with every quotation, its marks included, replaced by as many QUOTE signs."""
    pieces: list[str] = []
    at = 0
    for utterance in utterances:
        quoted = utterance.quoted
        start = quoted.opening.start
        end = max(quoted.closing.end, quoted.parts[-1].end)
        pieces += (text[at:start], QUOTE * (end - start))
        at = end
    return "".join(pieces) + text[at:]


def find_reporter_sentences(
    text: str, masked: str, paragraphs: Sequence[Paragraph], lists: WordLists
) -> Iterator[Sentence]:
    """The sentences in order, as the reporter builds them: what is quoted is one thing in its sentence."""
    pattern = _MARKED_TOKEN if _MARK.search(masked) else _TOKEN
    for index, paragraph in enumerate(paragraphs):
        start = paragraph.span.start
        is_running = paragraph.kind == "body" or masked[paragraph.span.end - 1] in _TERMINAL
        begin = behind_dateline(masked, paragraph.span)
        for end in _ends(text, masked, paragraph.span, lists):
            tokens = _tokens(pattern, text, masked, max(start, begin), end, lists)
            for first in range(0, len(tokens), _LONGEST):  # so that what is no prose costs no more than prose
                part = tuple(tokens[first : first + _LONGEST])
                yield Sentence(
                    Span(part[0].start if first else start, end if part[-1] is tokens[-1] else part[-1].end),
                    index,
                    part,
                    is_running,
                    frozenset([token.lower for token in part]),
                )
            start = end


def behind_dateline(masked: str, paragraph: Span) -> int:
    """Where the reporter begins behind the place, the date and the agency: MOSCOW, Jan 5 (Reuters) - The talks …"""
    if not _DASH.search(masked, *paragraph):
        return paragraph.start  # a cheap look before a dear one
    found = _DATELINE.match(masked, *paragraph)
    is_one = found and (found["agency"] or re.split(r"\W", found.group(), maxsplit=1)[0].isupper())
    return found.end() if found and is_one else paragraph.start


def _ends(text: str, masked: str, paragraph: Span, lists: WordLists) -> Iterator[int]:
    for found in _SENTENCE_END.finditer(masked, paragraph.start, paragraph.end):
        if masked[found.start()] == QUOTE:
            if _ends_with_quotation(text, masked, found.end(), paragraph.end, lists):
                yield found.end()
        elif ends_sentence(masked, found, paragraph, lists):
            yield found.end()
    yield paragraph.end


def _ends_with_quotation(text: str, masked: str, end: int, limit: int, lists: WordLists) -> bool:
    last = text[max(0, end - 6) : end].rstrip(" \u00a0\u202f\"'”“’‘»«›‹」』`")[-1:]
    following = _NEXT_CLAUSE.match(masked, end, limit)
    if not last or last not in _TERMINAL:
        return False
    if following is None:
        return True
    letter = following.group(1)
    if letter.islower() or letter in ",;:—–-，；：،)）":
        return False
    return not (last != "." and _reports(following.group(), lists))


def _reports(clause: str, lists: WordLists) -> bool:
    """Whether a short clause tells who spoke: “Are you ready?” Smith asked."""
    if lists.lang == "zh":
        return len(clause) <= 30 and any(verb in clause for verb in lists.reporting)
    return any(word.lower() in lists.reporting for word in clause.split()[:5])


def _tokens(pattern: re.Pattern[str], text: str, masked: str, start: int, end: int, lists: WordLists) -> list[Token]:
    tokens: list[Token] = []
    taken = start
    before = ""
    elides, contracts = lists.lang == "fr", lists.lang == "en"
    for found in pattern.finditer(masked, start, end):
        first, last = found.span()
        if first < taken:
            continue
        word = found.group()
        if word[0] == "(" and before and (aside := _ASIDE.match(masked, first, end)) and _is_idle(aside, lists):
            taken = aside.end()
            continue
        if word[0] == QUOTE and taken > start and _is_label(text, masked, first, last, before, lists):
            taken = last
            label = text[first:last]
            tokens.append(_token(Token, (first, last, label, label.lower(), True, False, False)))
            continue
        if last < end and masked[last] == "." and (last == first + 1 or word.lower() + "." in lists.abbreviations):
            last += 1
            word = masked[first:last]
        taken = last
        if elides and word[1:2] in _APOSTROPHES and _is_elided(word, lists):
            tokens.append(_token(Token, (first, first + 2, *_told_of(word[:2]))))
            first, word = first + 2, word[2:]
        before = word
        told = _told_of(word)
        if contracts and told[1] in _CONTRACTED:
            size, verb = _CONTRACTED[told[1]]
            tokens.append(_token(Token, (first, first + size, *_told_of(word[:size]))))
            first, told = first + size, _told_of(verb)
        tokens.append(_token(Token, (first, last, *told)))
    return tokens


def _is_idle(aside: re.Match[str], lists: WordLists) -> bool:
    """Whether what stands in brackets tells no office: (Lab), (divers gauche), (45 Jahre)."""
    return not any(word.lower() in lists.roles or word.lower() in lists.reporting for word in aside[1].split())


def _is_label(text: str, masked: str, first: int, last: int, before: str, lists: WordLists) -> bool:
    """Whether what stands in marks is only the name of the body, the paper or the play before it: фонд «Свет»."""
    closes = '»"”' if lists.lang == "ar" else "»"
    if lists.lang not in _LABELLED or text[last - 1] not in closes or not before or not before[0].isalpha():
        return False
    own = text[first + 1 : last - 1]
    is_name = 0 < len(own) < 40 and not _SIGNS.search(own) and len(own.split()) < 4
    if not is_name or before.lower() in lists.stops | lists.common:
        return False
    if before.lower() in lists.reporting:  # рассказал «Деловой хронике» источник
        behind = _NEXT_WORD.match(masked, last)
        return behind is not None and own[0].isupper() and behind[1] in lists.roles
    if lists.lang == "ar":
        return before in lists.bodies | lists.works
    is_plain = before[0].islower() or before.lower() in lists.roles | lists.bodies  # Тренер «Волны» Олег Гай
    return is_plain and own[0].isupper() and _BEHIND_LABEL.match(masked, last) is not None


def _is_elided(word: str, lists: WordLists) -> bool:
    """Whether an article or a preposition hangs on its noun: l’adjointe, d’opposition; not d’abord, d’Ormesson."""
    lower = word.lower().replace("’", "'")
    if lower[2:] in _HELPING:
        return False  # l’a interrompu
    return len(word) > 2 and (
        lower[0] == "l" or (lower[0] == "d" and word[2].islower() and not _is_fixed(lower, lists))
    )


def _is_fixed(word: str, lists: WordLists) -> bool:
    return word in lists.auxiliary or word in lists.according or word in lists.future
