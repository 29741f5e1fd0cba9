"""Languages without word lists, by form alone: «Aspettiamo», ha detto il sindaco Carla Bonvin, «i pescatori»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.articles.reporter import Token
from generator.articles.sentences import CLOSERS, find_sentences, is_one_sentence
from generator.articles.words import STOPS_ELSEWHERE, is_unspaced, word_count
from generator.spans import Span
from generator.wordlists import WordLists, words_of

_MOST_WORDS = 12
_MOST_UNSPACED = 30
_MOST_LEADING = 4
_FARTHEST = 400
_STOPS = f".!?…{STOPS_ELSEWHERE}。！？"
_GOES_ON = ",;،؛，、—–―-"
_ASKS = "?\u037e？؟"  # the Greek one looks like a semicolon
OFFICE_LAST = ("hu",)  # where an office stands behind the name: mondta Baranyai Ferenc polgármester az MTI-nek
_COLONS = (":", "：")
_BLANK = " \u00a0\u202f"
_MARK = re.compile('["“”„‟«»‹›「」『』＂]')
_CASE = {"": re.compile(r"['’]s\Z", re.IGNORECASE), "tr": re.compile(r"['’][^\W\d_]{1,6}\Z")}
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def is_interruption(text: str, lang: str, between: Span, end: int, paragraph: Span) -> bool:
    """Whether the words between two neighbours in a paragraph are a clause that interrupts one utterance.

    `end` is where the second one is closed. No list tells who speaks: a clause that is short, that goes on with the
    first part, and behind which nobody else is named, is taken for one; what introduces the second part by a colon,
    and whole sentences of the reporter's, are not.
    """
    words = text[between.start : between.end].strip()
    most = _MOST_UNSPACED if is_unspaced(words) else _MOST_WORDS
    if not (paragraph.start <= between.start and end <= paragraph.end) or words.endswith(_COLONS):
        return False
    if not 0 < word_count(words) <= most or not is_one_sentence(text, between, lang):
        return False
    return _goes_on(text, between) and not _is_told_of_another(text, lang, between, Span(end, paragraph.end))


def has_own_clause(text: str, end: int, paragraph: Span) -> bool:
    """Whether a clause follows a quotation that ends here, which may tell of another than the paragraph before."""
    begun = text[end : min(end + 8, paragraph.end)].lstrip(_BLANK + _GOES_ON)[:1]
    return begun.isalpha() and not begun.isupper()


def name_behind(tokens: Sequence[Token], start: int, limit: int, lists: WordLists) -> int:
    """Where a name ends that a few small words lead to, or 0: zei burgemeester Anke Terhorst, powiedział wójt Drożyna.

    One that has a single word needs an office before it and nothing else.
    """
    ahead = range(start, min(start + _MOST_LEADING, limit))
    name = next((place for place in ahead if not tokens[place].is_word or tokens[place].is_capital), limit)
    end = next((place for place in range(name, limit) if not tokens[place].is_capital), limit)
    if name == start:
        return end if lists.lang in OFFICE_LAST and end - name > 1 else 0
    has_office = name == start + 1 and tokens[start].lower not in lists.common  # not: disse em Lisboa
    return end if end - name > (0 if has_office else 1) else 0


def past_hearer(tokens: Sequence[Token], start: int, limit: int, lists: WordLists) -> int:
    """Where it goes on behind the one to whom somebody says it: disse à Lusa o presidente; řekla ČTK předsedkyně."""
    place = start
    while place < limit and tokens[place].lower in (lists.towards | lists.articles if place > start else lists.towards):
        place += 1
    heard = place < limit and tokens[place].is_capital and (place > start or tokens[place].text.isupper())
    return place + 1 if heard and place + 1 < limit and tokens[place + 1].is_word else start


def without_case(word: str, lang: str) -> str:
    """The last word of a name without what hangs on it behind an apostrophe: Lind's, Elif Saral'a."""
    return _CASE["tr" if lang == "tr" else ""].sub("", word)


def is_elided(word: str) -> bool:
    """Whether only the article of a word has a capital: L'alcalde, L’arquitecta."""
    return word[1:2] in ("'", "’") and word[2:3].islower()


def is_name(speaker: str, lists: WordLists) -> bool:
    """Whether somebody told of has a name of two words: no office (Minister zdrowia), nothing else (Poi), no more."""
    words = speaker.split()
    small = lists.particles | lists.articles
    other = lists.roles | lists.common
    capital = [word for word in words if word[:1].isupper() and word.lower() not in other and not is_elided(word)]
    return len(capital) > 1 and all(not word[:1].islower() or word.lower() in small for word in words)


def names_another(text: str, speaker: str, names: Iterable[Sequence[str]]) -> bool:
    """Whether these words have the surname of anybody else: whom “he” means behind them, no list tells."""
    words, own = set(_NAME.findall(text.lower())), set(_NAME.findall(speaker.lower()))
    return any(len(name) > 1 and name[-1] in words - own for name in names)


def _goes_on(text: str, between: Span) -> bool:
    """Whether the clause goes on with the sentence of the first part, and is none of its own."""
    words = text[between.start : between.end]
    begun = words.lstrip(_BLANK + _GOES_ON)[:1]
    last = text[max(0, between.start - 5) : between.start].rstrip(_BLANK + CLOSERS)[-1:]
    if last not in _STOPS or words.lstrip(_BLANK)[:1] in _GOES_ON:
        return True
    return begun.islower() or (begun.isalpha() and begun == words[:1])  # と市長は述べ, 라고 말했다


def _is_told_of_another(text: str, lang: str, between: Span, rest: Span) -> bool:
    """Whether the second part has a clause of its own behind it, and that names somebody else or is a new sentence."""
    behind = _clause_behind(text, lang, rest)
    if not behind.strip(_BLANK + _GOES_ON + CLOSERS + _STOPS):
        return False
    words = text[between.start : between.end]
    one, other = _names(words), _names(behind)
    ends = words.rstrip()[-1:] in _STOPS
    asked = text[max(0, between.start - 3) : between.start].rstrip(_BLANK + CLOSERS + ",")[-1:] in _ASKS
    if (one or _only_reports(words, words_of(lang))) and not asked and _only_reports(behind, words_of(lang)):
        return False  # „Не можем“, каза Гена Станчева. „Внуците кашлят“, допълни тя
    return not one & other if ends else bool(one and other and not one & other)


def _only_reports(clause: str, lists: WordLists) -> bool:
    """Whether a clause is a verb that reports, and at most a pronoun: dodao je, ha afegit, допълни тя."""
    words = [word.lower() for word in _NAME.findall(clause)]
    small = lists.reporting | lists.auxiliary | lists.pronouns.keys()
    return 0 < len(words) < 5 and not lists.reporting.isdisjoint(words) and small.issuperset(words)


def _clause_behind(text: str, lang: str, rest: Span) -> str:
    """What stands behind the second part in its sentence, up to the next quotation."""
    closed = text[max(0, rest.start - 3) : rest.start].rstrip(_BLANK + CLOSERS)[-1:]
    rest = Span(rest.start, min(rest.end, rest.start + _FARTHEST))  # so a long paragraph stays linear
    first = text[rest.start : rest.end].lstrip(_BLANK)[:1]
    if first in _STOPS or (closed in _STOPS and first not in _GOES_ON and not first.islower()):
        return ""
    sentence = next(iter(find_sentences(text, rest, lang)), rest)
    return _MARK.split(text[sentence.start : sentence.end], maxsplit=1)[0]


def _names(words: str) -> set[str]:
    return {found for found in _NAME.findall(words) if found[0].isupper()}
