"""Whether the speaker that a brief names is the one to whom the source text points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile

from generator.articles.listed import clause_words
from generator.articles.words import is_unspaced
from generator.desk.library import Record
from generator.entities import Entities, Entity
from generator.lookalikes import script_of
from generator.names import find_nearest
from generator.quoting.concordance import Concordance
from generator.wordlists import WordLists, words_of

_MOST_PLACES = 40  # of a name at which the text is asked what somebody is
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_PREPOSITIONS = frozenset(("of", "for", "from", "in", "at", "to", "with", "von", "für", "aus", "de", "du", "des"))
_OF_A_GROUP = frozenset(["them", "ihnen", "ellos", "ellas", "eux", "elles", "них"])
_GENITIVE = re.compile(r"(?<=\w\w\w)e?s\b")  # nach Angaben des Ministeriums
_ADDED = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Known:
    """What a brief and the vocabulary know of the names in one source text.

    `described` caches what the text itself calls somebody.
    """

    record: Record
    entities: Entities
    source: Concordance
    lists: WordLists
    described: dict[str, frozenset[str]] = field(default_factory=dict)


def read_known(record: Record, entities: Entities, source: Concordance) -> Known:
    """All that helps to tell whether two names mean the same somebody."""
    return Known(record, entities, source, words_of(source.article.lang))


def names_of(entities: Entities) -> Mapping[str, tuple[str, ...]]:
    """Every known name and alias of people and organisations, by its last word in small letters."""
    by_last: dict[str, list[str]] = {}
    for entity in (*entities.people.values(), *entities.organisations.values()):
        for name in (entity.name, *(entity.entry.aliases if entity.entry else ())):
            if tokens := _tokens(name):
                by_last.setdefault(tokens[-1], []).append(name)
    return {last: tuple(dict.fromkeys(found)) for last, found in by_last.items()}


def agrees(typed: str, told: str, known: Known) -> bool:
    """Whether the speaker of a quote may be the one whom the source tells: a name, an alias, a role, a description."""
    if _agrees(typed, told, known):
        return True
    genitives = (_GENITIVE.sub(ending, told) for ending in ("", "e")) if known.lists.lang == "de" else ()
    return any(_agrees(typed, form, known) for form in genitives if form != told)


def is_expected(told: str, known: Known) -> bool:
    """Whether somebody told of by the source is one whom the brief or the desk names."""
    brief = known.record.brief
    people = (*brief.participants, *brief.mentioned)
    return known.entities.find(told) is not None or any(_agrees(one.name, told, known) for one in people)


def shown_speaker(told: str, known: Known) -> str:
    """A speaker inside a sentence: “a trawler captain”, not “A trawler captain” as it begins one in the source."""
    first, _, rest = told.partition(" ")
    is_described = rest[:1].islower() and first.casefold() in known.lists.articles
    return f"{first.lower()} {rest}" if is_described else told


def _agrees(typed: str, told: str, known: Known) -> bool:
    if not (ours := _bare(typed, known)) or not (theirs := _bare(told, known)):
        return True
    if len(ours) == 1 and ours[0] in known.lists.pronouns:
        return True
    one, other = known.entities.find(typed), known.entities.find(told)
    if one and other:
        return one == other or _part_of(ours, theirs)
    if ours[-len(theirs) :] == theirs or theirs[-len(ours) :] == ours:
        return True  # the aid agency MedRelief, MedRelief
    described = is_described(typed, known), is_described(told, known)
    if described != (False, False) and _speaks_for(ours, theirs):
        return True
    if typed[:1].islower() and theirs[-1] in _OF_A_GROUP:
        return True  # one of them: one of the farmers
    if described == (True, True):
        return _part_of(ours, theirs) or bool(_heads(typed, known) & _heads(told, known))
    if described == (False, True):
        return bool(_heads(told, known) & _descriptions(typed, known))
    if described == (True, False):
        return bool(_heads(typed, known) & _descriptions(told, known))
    if any(_part_of(_bare(form, known), theirs) for form in _forms(typed, known)):
        return True
    return set(ours) <= _descriptions(told, known) or set(theirs) <= _descriptions(typed, known)


def hint_on(typed: str, told: str) -> str:
    """What to do about a speaker to whom the source does not point; a name in other letters may be the same."""
    otherwise = "correct the speaker, or accept the warning and give the reason"
    if _script_of_name(typed) == _script_of_name(told) or told[:1].islower():  # один из них is no name
        return otherwise
    return f"if {told} is {typed}, add that name to the aliases in briefs/_people.yaml; else {otherwise}"


def is_misspelt(typed: str, told: str, known: Known) -> bool:
    """Whether a speaker whom nobody knows is a slip of the pen for the one who speaks: `unknown-name` says so."""
    if known.entities.find(typed) or not known.entities.find(told) or is_described(typed, known):
        return False
    return find_nearest(typed, [told]) is not None


def _speaks_for(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one is the spokesman or the statement of the other: a spokesman for the council, the council."""
    voices = clause_words("speaks_for")
    return any(
        bool(voices & set(longer)) and len(shorter) > 0 and set(shorter) <= set(longer) - voices
        for longer, shorter in ((one, other), (other, one))
    )


def _part_of(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name is the other with fewer words: Trump, Donald Trump."""
    return _all_in(one, other) or _all_in(other, one)


def _all_in(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool(one) and all(any(_same_word(word, each) for each in other) for word in one)


def _same_word(one: str, other: str) -> bool:
    """The same word, in whatever case the languages with endings put a name."""
    if one == other or one.isascii():
        return one == other
    if is_unspaced(one):
        return one in other
    if not _CYRILLIC.match(one):
        return False
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return shared >= 3 and max(len(one), len(other)) - shared <= 3


def _script_of_name(name: str) -> str:
    return script_of(next((letter for letter in name if letter.isalpha()), "?"))


_DOTTED = re.compile(r"\b([^\W\d_]{1,5})\.(?=\s)")
#: Titles that are written short before a name: Capt. Angus Reid is the captain.
_SHORT = {
    "capt": "captain", "gen": "general", "col": "colonel", "lt": "lieutenant", "sgt": "sergeant", "maj": "major",
    "adm": "admiral", "sen": "senator", "rep": "representative", "gov": "governor", "prof": "professor",
    "supt": "superintendent", "insp": "inspector", "det": "detective", "cllr": "councillor",
}  # fmt: skip


def _tokens(text: str) -> tuple[str, ...]:
    words = (word[:-2] if word.endswith(_ADDED) else word for word in _WORD.findall(text))
    return tuple(_SHORT.get(word, word) for word in map(str.casefold, words))


def _bare(text: str, known: Known) -> tuple[str, ...]:
    """The words of a name or description without articles and titles."""
    tokens = _tokens(text)
    lists = known.lists
    bare = tuple(word for word in tokens if word not in lists.articles and word not in ("the", "a", "an"))
    named = tuple(word for word in bare if word not in lists.titles and word + "." not in lists.titles)
    return named or bare


def _forms(typed: str, known: Known) -> Iterator[str]:
    """The speaker as typed, and the name and aliases of the same entry."""
    yield typed
    ref = known.entities.find(typed)
    if ref:
        entity: Entity | None = getattr(known.entities, ref.kind).get(ref.id)
        yield ref.name
        if entity and entity.entry:
            yield from entity.entry.aliases


def is_described(name: str, known: Known) -> bool:
    """Whether a speaker is a description (a senior official, Trump's aide) and no name (the White House)."""
    words = name.split()
    while words and words[0].casefold() in known.lists.articles:
        words = words[1:]
    head = next((index for index, word in enumerate(words) if word.casefold() in _PREPOSITIONS), len(words))
    return any(word[:1].islower() and word.casefold() not in known.lists.particles for word in words[:head])


def _heads(text: str, known: Known) -> frozenset[str]:
    """The words of a description that say what somebody is, titles among them: the captain of a trawler."""
    heads = (word for word in _tokens(text) if word in known.lists.roles or word in known.lists.bodies)
    return frozenset(heads) or frozenset(_bare(text, known))


def _descriptions(name: str, known: Known) -> frozenset[str]:
    """What somebody is called: roles in the brief and the vocabulary, and what stands at the name in the text."""
    if name not in known.described:
        known.described[name] = frozenset(_find_descriptions(name, known))
    return known.described[name]


def _find_descriptions(name: str, known: Known) -> Iterator[str]:
    for form in _forms(name, known):
        yield from _tokens(known.entities.role(known.record.brief, form))
    ref = known.entities.find(name)
    entity: Entity | None = getattr(known.entities, ref.kind).get(ref.id) if ref else None
    for appearance in entity.appearances if entity else ():
        if appearance.brief == known.record.id:
            yield from _tokens(f"{appearance.role} {appearance.organisation}")
    last = name.split()[-1] if name.split() else name
    source = known.source
    for place in source.singles.get(last.lower(), ())[:_MOST_PLACES]:
        start, end = source.stored(place, place + 1)
        yield from _before_name(known, start)
        yield from _after_name(known, end)


def _before_name(known: Known, at: int) -> Iterator[str]:
    """Roles and names that stand right before a name: US Special Envoy Steve Witkoff."""
    before = known.source.article.text[max(0, at - 80) : at]
    titles = known.lists.titles
    before = _DOTTED.sub(lambda title: title[1] if title[0].casefold() in titles else title[0], before)
    clause = re.split(r"[,;:.!?\n\"“”«»]", before)[-1]
    found = []
    for word in reversed(clause.split()):
        plain = next(iter(_tokens(word)), "")
        if not (word[:1].isupper() or plain in known.lists.roles or plain in known.lists.particles):
            break
        found.append(plain)
    yield from found if any(word in known.lists.roles or word in known.lists.titles for word in found) else ()


def _after_name(known: Known, at: int) -> Iterator[str]:
    """An apposition: Steve Witkoff, the special envoy, …"""
    found = re.match(r",\s+([^,.;:!?\n\"“”«»]{3,80})[,.;]", known.source.article.text[at : at + 100])
    if found:
        tokens = _tokens(found.group(1))
        roles = [word for word in tokens if word in known.lists.roles]
        if roles:  # of a clause its offices alone: Strake, who had been an aide to Denise Amory, …
            yield from roles if tokens[0] in known.lists.relative else tokens
