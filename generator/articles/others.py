"""Whom he or she cannot mean in an English sentence, because it names somebody beside: she wrote to Lind."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from operator import attrgetter

from generator.articles.according import Clause
from generator.articles.cast import Cast, resolve
from generator.articles.memory import Speaker, speaker_of
from generator.articles.naming import Phrase
from generator.articles.reporter import Sentence


def addressed(clause: Clause, sentence: Sentence, cast: Cast) -> Speaker | None:
    """The one named to whom he or she says something, who is another: she wrote to Lind; he told Lind."""
    if clause.subject is None or not clause.subject.is_pronoun:
        return None
    tokens = sentence.tokens
    begin = bisect_left(tokens, clause.end, key=attrgetter("start"))
    behind = tokens[begin : begin + 6]
    if behind and behind[0].lower == "to":
        behind = behind[1:]
    run = [one for one in takewhile(attrgetter("is_capital"), behind) if one.is_word]
    member = resolve(cast, [run[-1].lower], run[-1].start) if run else None
    return speaker_of(member) if member else None


def is_predicate(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a phrase only tells what the one is whom the sentence is about: Snape is the man who told …"""
    tokens = sentence.tokens
    place = bisect_left(tokens, phrase.start, key=attrgetter("start"))
    behind = bisect_left(tokens, phrase.end, key=attrgetter("start"))
    is_one = phrase.tokens[0].lower == "the" and not phrase.name and len(phrase.tokens) < 4
    is_related = behind < len(tokens) and tokens[behind].lower in ("who", "that")
    return is_one and is_related and place > 0 and tokens[place - 1].lower in ("is", "was")


def agent_first(sentence: Sentence, cast: Cast) -> Speaker | None:
    """The one named who acts in the participle with which a sentence begins, who is not he: Asked by Lind, he left."""
    tokens = sentence.tokens
    if len(tokens) < 4 or tokens[1].lower != "by" or not tokens[0].lower.endswith("ed"):
        return None
    name = next((place for place in range(2, min(len(tokens), 14)) if tokens[place].is_capital), 0)
    while name and name + 1 < len(tokens) and tokens[name + 1].is_capital:
        name += 1
    member = resolve(cast, [tokens[name].lower], tokens[name].start) if name else None
    return speaker_of(member) if member else None
