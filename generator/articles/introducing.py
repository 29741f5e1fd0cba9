"""Whom an English sentence shows or names only behind what it tells: Inside was a note; a man known only as Felix."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise, takewhile
from operator import attrgetter

from generator.articles.cast import Cast, resolve
from generator.articles.memory import Speaker, speaker_of
from generator.articles.naming import Phrase, capital_run
from generator.articles.phrases import phrase_after, phrase_of
from generator.articles.reporter import Sentence, Token
from generator.wordlists import WordLists, words_of

_STANDS = frozenset(["was", "were", "is", "hung", "hangs", "stood", "stands", "lay", "lies", "sat", "came", "went"])
_PLACING = frozenset(
    (
        "among", "beside", "behind", "inside", "outside", "opposite", "near", "under", "next", "above", "below",
        "between", "across", "around", "along", "leading", "watching", "waiting", "standing", "sitting", "joining"
    )
)  # fmt: skip
_NAMED = frozenset(["known", "identified", "named", "called"])
_GAVE = frozenset(["gave", "gives", "giving", "give"])
_CALLS = frozenset(["called", "calls", "calling", "identified", "introduced"])
_DUBBING = frozenset(["nicknamed", "dubbed", "call", "calls", "called", "as"])
_TELLING = _NAMED | _GAVE | _CALLS
_PEOPLE = frozenset(["people", "protesters", "demonstrators", "residents", "workers", "students", "fans", "supporters"])
_PRONOUNS = frozenset(["she", "her", "hers", "herself", "he", "him", "his", "himself"])
_SELF = frozenset(["himself", "herself", "themselves", "themself"])
_ONE = frozenset(["a", "an"])
_NEAR = 8  # words between what tells of a name and the name


def shown_there(tokens: Sequence[Token], limit: int, lists: WordLists) -> Phrase | None:
    """What a sentence that begins with a place shows, where it is something written: Inside it was a note.

    Or for whom something is so: For Tom Archer, a welder, the wait is over. Or how many come: About 60 people did.
    """
    if tokens[0].lower in lists.views and limit > 2:
        whom = phrase_after(tokens, 1, limit, lists)
        return whom if whom and len(whom.name) > 1 else None
    for place in range(1, min(limit, 7)):
        if tokens[place].lower in _PEOPLE and tokens[place - 1].text[0].isdigit():
            return Phrase(tuple(tokens[place - 1 : place + 1]), ())  # About 60 people marched in
    for place in range(1, min(limit - 2, 16)):
        if tokens[place].lower in _STANDS and tokens[place + 1].lower in _ONE:
            behind = tokens[place + 2 : min(limit, place + 7)]
            noun = next((at for at, one in enumerate(behind) if one.lower in lists.documents), None)
            if noun is not None and all(one.is_word for one in behind[: noun + 1]):
                return phrase_of(tokens[place + 1 : place + 3 + noun], lists)
    return None


def named_there(tokens: Sequence[Token], limit: int, lists: WordLists) -> Phrase | None:
    """Who stands behind the verb of a sentence that begins with a place: Among them was Ada Lind, a roofer.

    Or who is set off: It was Lind who found her; It was the boy’s teacher who came. Or who sends a live blog what
    follows: From Ada Lind at the count:
    """
    first = tokens[0].lower
    if first == "from" and tokens[-1].text == ":" and all(one.is_capital for one in tokens[1:3]):
        return phrase_after(tokens, 1, limit, lists)
    if first == "it":
        return _set_off(tokens, limit, lists)
    if first not in _PLACING and first not in lists.prepositions:
        return None
    for place in range(1, min(limit - 2, 16)):
        if not tokens[place].is_word and not tokens[place].text[0].isdigit():
            return None
        if tokens[place].lower in _STANDS and tokens[place + 1].is_capital and tokens[place + 2].is_capital:
            there = phrase_after(tokens, place + 1, limit, lists)
            return there if there and there.name else None
    return None


def _set_off(tokens: Sequence[Token], limit: int, lists: WordLists) -> Phrase | None:
    if limit < 5 or tokens[1].lower not in ("was", "is"):
        return None
    who = next((place for place in range(3, min(limit, 12)) if tokens[place].lower == "who"), 0)
    return phrase_after(tokens, 2, who, lists) if who and all(one.is_word for one in tokens[2:who]) else None


def acting_pronoun(tokens: Sequence[Token], limit: int) -> Phrase | None:
    """The first he or she, where a sentence begins with place or time: On the door she had chalked two words."""
    acts = next((one for one in tokens[1:limit] if one.lower in ("he", "she")), None)
    return Phrase((acts,), (), is_pronoun=True) if acts else None


def shown_in(sentence: Sentence, lists: WordLists) -> Phrase | None:
    """The last thing written that a sentence tells of for the first time: had made a banner out of bed sheets."""
    tokens = sentence.tokens
    if lists.documents.isdisjoint(sentence.words):
        return None
    for place in range(len(tokens) - 2, -1, -1):
        if tokens[place].lower in _ONE:
            behind = tokens[place + 1 : place + 5]
            noun = next((at for at, one in enumerate(behind) if one.lower in lists.documents), None)
            if noun is not None and all(one.is_word for one in behind[: noun + 1]):
                return phrase_of(tokens[place : place + 2 + noun], lists)
    return None


def somebody_met(sentence: Sentence, lists: WordLists) -> Phrase | None:
    """The man or woman without a name whom a sentence tells of behind its verb: He sat down next to a woman."""
    tokens, people = sentence.tokens, _men_and_women(lists.lang)
    if people.isdisjoint(sentence.words):
        return None
    for place in range(len(tokens) - 2, 1, -1):
        if tokens[place].lower in _ONE:
            behind = tokens[place + 1 : place + 4]
            noun = next((at for at, one in enumerate(behind) if one.lower in people), None)
            if noun is not None and all(one.is_word and not one.is_capital for one in behind[: noun + 1]):
                return phrase_of(tokens[place : place + 2 + noun], lists)
    return None


@cache
def _men_and_women(lang: str) -> frozenset[str]:
    """The words that tell that somebody is a man or a woman, without the pronouns."""
    return (words_of(lang).female | words_of(lang).male) - _PRONOUNS


def wrote_in(written: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether a sentence tells that somebody says something in what is written: responded in a message."""
    return any(two.start == written.start and one.lower in ("in", "on", "by") for one, two in pairwise(tokens))


def name_given(sentence: Sentence, cast: Cast, lists: WordLists) -> Speaker | None:
    """Who a sentence says is called so: who gave her name as Mrs Ellis, known to all as Bluey, calling himself Pip."""
    tokens = sentence.tokens
    if _TELLING.isdisjoint(sentence.words):
        return None
    for place, token in enumerate(tokens[:-2]):
        if token.lower not in _TELLING:
            continue
        near = tokens[place + 1 : place + 1 + _NEAR]
        is_called = token.lower in ("called", "named") and near[0].is_capital and place > 1 and not tokens[0].is_quote
        if is_called and (named := _named(tokens, place + 1, cast, lists)):
            return named  # a man of few words called Jem Tolliver
        if token.lower in _CALLS and near[0].lower in _SELF:
            begin = place + 2
        elif token.lower in _GAVE and not any(one.lower in ("name", "names") for one in near[:3]):
            continue
        else:
            at = next((at for at, one in enumerate(near) if one.lower == "as" or not one.is_word), None)
            if at is None or near[at].lower != "as":
                continue
            begin = place + 2 + at
        while begin < len(tokens) and tokens[begin].lower in ("only", "simply", "just", "as"):
            begin += 1
        if named := _named(tokens, begin, cast, lists):
            return named
    return None


def nickname_told(sentence: Sentence) -> tuple[str, ...]:
    """What else a sentence says that somebody is called: nicknamed the Professor, they call the Postmistress."""
    tokens = sentence.tokens
    if "the" not in sentence.words or _DUBBING.isdisjoint(sentence.words):
        return ()
    for place, token in enumerate(tokens[:-2]):
        if token.lower in _DUBBING and tokens[place + 1].lower == "the" and tokens[place + 2].is_capital:
            run = takewhile(attrgetter("is_capital"), tokens[place + 2 : place + 5])
            return tuple(one.lower for one in run)
    return ()


def _named(tokens: Sequence[Token], begin: int, cast: Cast, lists: WordLists) -> Speaker | None:
    """The one of the name that begins at a place, if one does."""
    end = begin
    while end < len(tokens) and tokens[end].is_word and tokens[end].is_capital:
        end += 1
    run = capital_run(tokens[begin:end], lists) if begin < end else ()
    if not run or run[-1].lower in lists.bodies or run[-1].lower.endswith("'s"):
        return None
    words = [one.lower for one in run if one.lower.rstrip(".") not in ("mr", "mrs", "ms", "miss")]
    member = resolve(cast, words, run[0].start) if words else None
    return speaker_of(member) if member else None


def named_for(unnamed: Speaker | None, called: Speaker | None) -> Speaker | None:
    """Whoever is called so, with what the description told; the speaker as he is where nobody is, or he has a name."""
    if called is None or unnamed is None or not _is_unnamed(unnamed):
        return unnamed
    return called._replace(heads=called.heads | unnamed.heads, gender=called.gender or unnamed.gender)


def _is_unnamed(speaker: Speaker) -> bool:
    """Whether somebody is known by a description of anybody only: a pensioner, another driver, the publican."""
    return speaker.member is None and speaker.is_told and "n" not in speaker.gender
