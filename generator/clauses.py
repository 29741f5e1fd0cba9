"""Attribution clauses: a reporting verb outside the marks, and its subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.arabic import bare_verb
from generator.chinese import find_chinese_clauses
from generator.naming import Phrase
from generator.phrases import phrase_after, phrase_before, starts_phrase
from generator.reporter import Sentence, Token, token_of
from generator.wordlists import WordLists, words_of

_BEFORE_NOUNS = frozenset(["to", "of", "in", "with", "for", "no", "any", "on", "at", "by", "from"])
_GERUND = ("ing",)
_CLITICS = ("-t-il", "-t-elle", "-il", "-elle", "-ils", "-elles", "-t-on", "-on")
_LINKS = frozenset(["and", "but", "or", "then", "und", "y", "et", "и", "та", "й", "і", "و"])


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting verb, and its subject where it has one of its own.

    `gender` is what the verb tells of its subject (`m`, `f`, `p` or nothing).
    """

    start: int  # offsets into the text
    end: int
    verb: str
    place: int  # of the verb among the sentence's tokens
    subject: Phrase | None
    gender: str = ""


def find_clauses(sentence: Sentence, lists: WordLists) -> Iterator[Clause]:
    """The attribution clauses of a sentence in order."""
    tokens = sentence.tokens
    if lists.lang == "zh":
        for token, verb, subject in find_chinese_clauses(sentence, lists):
            yield Clause(token.start, token.end, verb, tokens.index(token), subject)
        return
    low = 0
    openings = _openings(lists.lang)
    for place, token in enumerate(tokens):
        if token.is_quote or token.text == ";":
            low = place + 1
        elif (
            token.is_word
            and _may_report(token.lower, openings, lists)
            and (clause := _clause(tokens, low, place, lists))
        ):
            yield clause


@cache
def _openings(lang: str) -> frozenset[str]:
    """The first words of what attributes in more than one word: according to, went on."""
    lists = words_of(lang)
    return frozenset(words.split()[0] for words in lists.according | {verb for verb in lists.reporting if " " in verb})


def _may_report(word: str, openings: frozenset[str], lists: WordLists) -> bool:
    """A cheap look: most words do not."""
    if word in lists.reporting or word in openings or word == "zufolge":
        return True
    return lists.lang == "ar" or (lists.lang == "fr" and ("-" in word or "'" in word))


def _clause(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> Clause | None:
    if according := _according(tokens, place, lists):
        return according
    verb = _verb(tokens[place].lower, lists) or _phrasal(tokens, place, lists)
    if (
        verb is None
        or (verb in lists.weak and not _is_beside_quote(tokens, place))
        or _is_noun(tokens, low, place, lists)
    ):
        return None
    token = tokens[place]
    if pronoun := _clitic(tokens, low, place, lists):
        return Clause(token.start, token.end, token.text, place, pronoun)
    if _is_passive(tokens, low, place, lists):
        agent = _agent(tokens, place, lists)
        return Clause(token.start, agent.end, token.text, place, agent) if agent else None
    subject = _subject(tokens, low, place, lists)
    start = min(token.start, subject.start) if subject else token.start
    end = max(token.end, subject.end) if subject else token.end
    return Clause(start, end, token.text, place, subject, _gender(verb, lists))


def _verb(word: str, lists: WordLists) -> str | None:
    if word in lists.reporting:
        return word
    if lists.lang == "ar":
        return bare_verb(word, lists)
    if lists.lang == "fr":
        for clitic in _CLITICS:
            if word.endswith(clitic) and word.removesuffix(clitic) in lists.reporting:
                return word.removesuffix(clitic)
        if word.startswith("s'") and word[2:] in lists.reporting:
            return word[2:]
    return None


def _phrasal(tokens: Sequence[Token], place: int, lists: WordLists) -> str | None:
    """A verb of two words: went on, put it."""
    words = " ".join(token.lower for token in tokens[place : place + 2])
    return words if " " in words and words in lists.reporting else None


def _is_beside_quote(tokens: Sequence[Token], place: int) -> bool:
    """Whether the verb leads into a quotation, or follows one with its subject."""
    for near, token in enumerate(tokens[place + 1 : place + 4]):
        if token.is_quote:
            return True
        if token.is_word and near:
            break
    return any(token.is_quote for token in tokens[max(0, place - 4) : place])


def _clitic(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> Phrase | None:
    """The pronoun that hangs on a French verb: dit-il, a-t-elle ajouté."""
    if lists.lang != "fr":
        return None
    for near in range(place, max(low, place - 3) - 1, -1):
        head, hyphen, tail = tokens[near].lower.rpartition("-")
        if hyphen and tail in lists.pronouns and head:
            word = token_of(tail, tokens[near].end - len(tail))
            return Phrase((word,), (), is_pronoun=True)
    return None


def _according(tokens: Sequence[Token], place: int, lists: WordLists) -> Clause | None:
    for length in (4, 3, 2, 1):
        words = " ".join(token.lower for token in tokens[place : place + length])
        if lists.lang == "ar":
            words = words.removeprefix("و")
        if words not in lists.according or place + length > len(tokens):
            continue
        subject = phrase_after(tokens, place + length, len(tokens), lists)
        if subject and words in lists.views and not (subject.name and place == 0 and _comma_at(tokens, subject)):
            continue
        if subject and not (subject.is_pronoun and length == 1):
            return Clause(tokens[place].start, subject.end, words, place, subject)
        if lists.lang in ("ru", "uk") and words.split()[-1] in ("словам", "словами"):
            for token in tokens[place : place + length]:
                if token.lower in lists.pronouns:
                    return Clause(token.start, token.end, words, place, Phrase((token,), (), is_pronoun=True))
    if lists.lang == "de" and tokens[place].lower == "zufolge":
        subject = phrase_before(tokens, 0, place, lists)
        return Clause(subject.start, tokens[place].end, "zufolge", place, subject) if subject else None
    return None


def _comma_at(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Whether a comma ends the phrase: For Maria Lopez, …"""
    return any(token.text == "," and subject.end <= token.start <= subject.end + 1 for token in tokens)


def _is_noun(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> bool:
    """Whether a word that can report is a noun or an adjective here: a report, the alleged plan."""
    before = tokens[place - 1] if place > 0 else None
    if lists.lang == "en":
        return _is_english_noun(tokens, low, place, lists)
    if before is None or before.is_quote:
        return False
    if lists.lang == "de":
        return tokens[place].is_capital and place > low
    return before.lower in lists.articles and not (
        before.lower in lists.pronouns or lists.lang in ("ar", "ru", "uk", "fr")
    )


def _is_english_noun(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> bool:
    word = tokens[place].lower
    before = tokens[place - 1] if place > 0 else None
    if before is not None and before.is_word:
        if before.lower in lists.articles or before.lower in _BEFORE_NOUNS:
            alone = ("one", "another", "some", "many", "both", "all", "several", "two")
            if before.lower == "by" and word.endswith("ing"):
                return False
            return word in lists.nouns or before.lower not in alone
        if before.lower.endswith(("'s", "s'")):
            return True
    if word not in lists.nouns:
        return False
    if before is None or before.is_quote:
        return not (before and place + 1 < len(tokens) and starts_phrase(tokens[place + 1], lists))
    return not (
        before.lower in lists.pronouns
        or before.is_capital
        or before.text in ",)"
        or before.lower in lists.roles
        or before.lower in lists.bodies
        or before.lower in lists.auxiliary
        or before.lower.endswith("s")
    )


def _is_passive(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> bool:
    word = tokens[place].lower
    if lists.lang == "en" and word.endswith(_GERUND):
        return False
    near = place - 1
    while near >= low and (tokens[near].lower in lists.auxiliary or tokens[near].lower.endswith("ly")):
        if tokens[near].lower in lists.being and lists.lang == "en" and tokens[near].lower != word:
            return True
        near -= 1
    return False


def _agent(tokens: Sequence[Token], place: int, lists: WordLists) -> Phrase | None:
    for near in range(place + 1, min(place + 4, len(tokens))):
        if tokens[near].lower in lists.by:
            return phrase_after(tokens, near + 1, len(tokens), lists)
    return None


def _subject(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> Phrase | None:
    """The subject after the verb where the verb follows a quotation or comes first, else the one before it."""
    limit = next((near for near in range(place + 1, len(tokens)) if tokens[near].is_quote), len(tokens))
    first = low
    while first < place and not tokens[first].is_word:
        first += 1
    after_quote = low > 0 and tokens[low - 1].is_quote
    only_adverbs = all(
        tokens[near].lower in lists.auxiliary or not tokens[near].is_word or _is_time(tokens[near], lists)
        for near in range(first, place)
    )
    inverted = only_adverbs and (after_quote or place > first or lists.lang != "en")
    if place == first or inverted:
        if lists.lang == "en" and (tokens[place].lower.endswith("ing") or not after_quote):
            return None
        return phrase_after(tokens, place + 1, limit, lists)
    before = tokens[place - 1]
    if before.lower in _LINKS and not starts_phrase(before, lists):
        return None
    if tokens[place].lower.endswith("ing") and lists.lang == "en" and before.text == ",":
        return None
    if before.text in ",–—" and tokens[place].lower in lists.inverting and not _has_subject(tokens, low, place, lists):
        subject = phrase_after(tokens, place + 1, limit, lists)
        after = next((token for token in tokens[place + 1 :] if subject and token.start >= subject.end), None)
        if subject and (after is None or not after.is_word):
            return subject  # It was, said Holt, …
    return _by_language(tokens, low, place, limit, lists)


def _has_subject(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> bool:
    subject = phrase_before(tokens, low, place, lists)
    return subject is not None and not (subject.is_pronoun and lists.pronouns.get(subject.tokens[0].lower) == "n")


def _is_time(token: Token, lists: WordLists) -> bool:
    return token.lower in lists.weekdays or token.lower in lists.months


def _by_language(tokens: Sequence[Token], low: int, place: int, limit: int, lists: WordLists) -> Phrase | None:
    if lists.lang == "ar":
        return phrase_after(tokens, place + 1, limit, lists) or phrase_before(tokens, low, place, lists)
    before = phrase_before(tokens, low, place, lists)
    if before or lists.lang == "en":
        return before
    return phrase_after(tokens, place + 1, limit, lists)


def _gender(verb: str, lists: WordLists) -> str:
    """What the form of a verb tells of its subject."""
    if lists.lang in ("ru", "uk"):
        if verb.endswith(("ла", "лась", "лася")):
            return "f"
        if verb.endswith(("ли", "лись", "лися", "ют", "ат", "ють", "ать")):
            return "p"
        if verb.endswith(("л", "лся", "в", "вся")):
            return "m"
    if lists.lang == "ar":
        if verb.endswith("ت") or verb.removeprefix("و").startswith("ت"):
            return "f"
        return "p" if verb.endswith(("وا", "ون")) else "m"
    return ""
