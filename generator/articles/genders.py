"""Whether somebody named is a man or a woman, told by the pronouns that follow the name."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from generator.articles.reporter import Sentence, Token
from generator.articles.sightings import Sighting
from generator.articles.slavic import SLAVIC
from generator.wordlists import WordLists, words_of

_OWNED = {"en": {"his": "m", "him": "m", "himself": "m", "her": "f", "hers": "f", "herself": "f"}}
_MEN_ACT = {"ru": ("ал", "ил", "ел", "ёл", "ул", "лся"), "uk": ("ав", "ив", "їв", "ув", "вся")}
_ENOUGH = 2  # votes more than for the other


def told_by_pronouns(
    sentences: Sequence[Sentence],
    sightings: Sequence[Sighting],
    full: Mapping[tuple[str, ...], tuple[str, ...]],
    lists: WordLists,
) -> Mapping[tuple[str, ...], str]:
    """What he and she behind a name tell, where a sentence names only one: words of the full name -> `m` or `f`."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    at = 0
    for index, sentence in enumerate(sentences):
        here: list[Sighting] = []
        while at < len(sightings) and sightings[at].first < sentence.span.end:
            here.append(sightings[at])
            at += 1
        if lists.lang in SLAVIC:
            for sight in here:
                if gender := _told_by_verb(sentence.tokens, sight, lists):
                    votes.setdefault(full.get(sight.words, sight.words), Counter())[gender] += _ENOUGH
        if lists.lang == "en":
            here = [sight for sight in here if not _is_owner(sentence.tokens, sight)]
        called = sentence.tokens[1].start if len(sentence.tokens) > 1 else -1  # The Cricket Hanlon
        people = {full.get(sight.words, sight.words) for sight in here if not sight.is_placed or sight.first == called}
        if len(people) != 1 or not sentence.is_running:
            continue
        words = next(iter(people))
        count = votes.setdefault(words, Counter())
        count.update(_pronouns([one for one in sentence.tokens if one.start > here[0].first], lists))
        following = sentences[index + 1] if index + 1 < len(sentences) else None
        if following and following.paragraph <= sentence.paragraph + 1:
            for gender in _pronouns(following.tokens[:4], lists)[:1]:
                count[gender] += _ENOUGH
            count["n"] += _ENOUGH * _it_says(following.tokens, lists)
    return {words: most for words, count in votes.items() if (most := _clear(count))}


def _is_owner(tokens: Sequence[Token], sight: Sighting) -> bool:
    """Whether a name only tells whose somebody or something is: Nakamura’s aunt poured her own coffee."""
    at = bisect_left(tokens, sight.first, key=lambda token: token.start) + len(sight.words) - 1
    return at + 1 < len(tokens) and tokens[at].lower.endswith(("'s", "s'"))


def _told_by_verb(tokens: Sequence[Token], sight: Sighting, lists: WordLists) -> str:
    """What a verb in the past beside a Russian or Ukrainian name tells: Таубе уточнила; подчеркнул Салмон."""
    place = next((index for index, token in enumerate(tokens) if token.start == sight.first), None)
    if place is None:
        return ""
    end = place + len(sight.words)
    behind = tokens[end].lower if end < len(tokens) and not tokens[end].is_capital else ""
    before = tokens[place - 1].lower if place else ""
    for word in (behind, before if before in lists.reporting else ""):
        if len(word) > 4 and word.endswith(("ла", "лась", "лася")):
            return "f"
        if len(word) > 4 and word.endswith(_MEN_ACT[lists.lang]):
            return "m"
    return ""


def _pronouns(tokens: Sequence[Token], lists: WordLists) -> list[str]:
    kinds = _he_and_she(lists.lang)
    return [kinds[one.lower] for one in tokens if one.lower in kinds and one.is_word]


@cache
def _he_and_she(lang: str) -> Mapping[str, str]:
    """The words that tell a man or a woman and no more, each with what it tells."""
    told = _OWNED.get(lang, {}) | dict(words_of(lang).pronouns)
    return {word: kind for word, kind in told.items() if kind in ("m", "f")}


def _it_says(tokens: Sequence[Token], lists: WordLists) -> bool:
    """Whether an English sentence goes on with what a body says: It said: “…”; “…,” it said."""
    first = 1 if tokens and tokens[0].is_quote else 0
    words = [one.lower for one in tokens[first : first + 2]]
    if lists.lang != "en" or len(words) < 2:
        return False
    return words[0] == "its" or (words[0] == "it" and words[1] in ("said", "says", "added", "adds"))


def _clear(count: Counter[str]) -> str:
    if count["n"] and count["n"] >= count["m"] + count["f"]:
        return "n"
    if count["m"] >= count["f"] + _ENOUGH:
        return "m"
    return "f" if count["f"] >= count["m"] + _ENOUGH else ""
