"""Who speaks: each attribution is led to a name, or to the description that is all the text tells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.articles.according import Clause
from generator.articles.anaphora import Memory, Speaker, find_offices, fits, is_place, last_fitting, resolve_phrase
from generator.articles.callings import is_role
from generator.articles.cast import Cast, Member, find_cast
from generator.articles.chinese_names import first_person
from generator.articles.clauses import find_clauses
from generator.articles.endings import is_time
from generator.articles.naming import Phrase
from generator.articles.phrases import phrase_after, starts_phrase
from generator.articles.reporter import Sentence, Token, token_of
from generator.articles.sightings import apposition
from generator.articles.slavic import SLAVIC
from generator.wordlists import WordLists, gender_of

_PARTICIPLES = {"fr": ("é", "ée", "és", "ées"), "es": ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas")}
_JOINED = frozenset(["joint", "jointe", "joints", "jointes"])


#: Verbs in the mood of what is told on, which German news uses for little else.
_TOLD_ON = frozenset(["habe", "hätten", "sei", "seien", "werde", "könne", "müsse", "solle", "wolle", "dürfe"])


_LINKS = frozenset(["а", "но", "и", "та", "але", "й", "однак"])
_OWNERS = {"his": "m", "her": "f", "their": "p"}


class Attributed(NamedTuple):
    """An attribution clause that leads to somebody (or to nobody known)."""

    clause: Clause
    sentence: int
    speaker: Speaker | None
    certain: bool


def find_attributions(
    sentences: Sequence[Sentence], names: Sequence[str], lists: WordLists
) -> tuple[tuple[Attributed, ...], tuple[Speaker | None, ...], Cast]:
    """All attributions in order, for each sentence the one whom it is about, and everybody named."""
    cast = find_cast(sentences, names, lists)
    memory = Memory([], lists.lang)
    found: list[Attributed] = []
    subjects: list[Speaker | None] = []
    for index, sentence in enumerate(sentences):
        own: list[Attributed] = []
        replies = memory.asker and any(token.lower in lists.replying for token in sentence.tokens)
        near = memory.without_asker() if replies else memory
        near.guessed = None
        subject = _sentence_subject(sentence, cast, near, lists)
        guessed = near.guessed
        for clause in find_clauses(sentence, lists):
            attributed = _lead(clause, index, own, subject, cast, near, lists)
            if clause.subject is None and attributed.speaker is subject and _is_named_in(subject, sentence):
                attributed = attributed._replace(certain=True)  # Lund was calm, saying: “…”
            own.append(attributed)
            if attributed.speaker and sentence.is_running:
                _remember(memory, attributed.speaker)
        found += own
        subjects.append(subject)
        if sentence.is_running:
            named = [one.speaker for one in own if one.speaker]
            memory.subject = subject or (named[0] if named else None)
            memory.described = guessed
            memory.said = tuple(named)
            if subject and subject.member and subject.member.gender != "n":
                memory.topics.append(subject)
                if lists.lang in _PARTICIPLES and not subject.gender and len(subject.member.words) > 1:
                    memory.vague[:] = [*memory.vague[-5:], subject]
            memory.introduced = _introduced(sentence, cast)
            memory.asker = _asker(sentence, own, subject, lists)
    return tuple(found), tuple(subjects), cast


def _asker(sentence: Sentence, own: Sequence[Attributed], subject: Speaker | None, lists: WordLists) -> Speaker | None:
    """Who asks something in a sentence, if anybody does."""
    if asking := next((one.speaker for one in own if one.clause.verb.lower() in lists.asking), None):
        return asking
    asks = (two.lower in lists.asking and one.is_capital for one, two in pairwise(sentence.tokens))
    return subject if any(asks) else None


def _is_named_in(speaker: Speaker | None, sentence: Sentence) -> bool:
    """Whether a sentence has a word of somebody's name."""
    words = speaker.member.words if speaker and speaker.member else ()
    return any(token.lower in words for token in sentence.tokens if token.is_capital)


def _introduced(sentence: Sentence, cast: Cast) -> tuple[Speaker, ...]:
    """The people whom a sentence names for the first time."""
    first = bisect_left(cast.members, sentence.span.start, key=lambda member: member.first)
    new = [
        one for one in cast.members[first : first + 8] if one.first < sentence.span.end and _is_person(one, cast.lang)
    ]
    return tuple(Speaker(one.name, one, one.offices, one.gender) for one in new)


def _is_person(member: Member, lang: str) -> bool:
    if member.gender or member.offices:
        return member.gender != "n"
    return lang in ("en", "fr", "es") and not member.is_placed and 1 < len(member.words) < 4


def _remember(memory: Memory, speaker: Speaker) -> None:
    memory.spoken.append(speaker)
    if len(memory.spoken) > 60:
        del memory.spoken[:20]


def _lead(
    clause: Clause,
    index: int,
    own: Sequence[Attributed],
    subject: Speaker | None,
    cast: Cast,
    memory: Memory,
    lists: WordLists,
) -> Attributed:
    phrase = clause.subject
    if phrase is None or (
        phrase.is_pronoun and phrase.tokens[0].lower in lists.relative and _is_relative(clause, lists)
    ):
        before = next((one for one in reversed(own) if one.speaker and _may_speak(one.speaker)), None)
        if before and before.speaker and fits(before.speaker, clause.gender):
            return Attributed(clause, index, before.speaker, before.certain)
        speaker = subject if subject and fits(subject, clause.gender) else None
        is_same = lists.lang == "fr" and clause.verb.endswith(("er", "ir", "re"))  # Et de conclure : « … »
        if speaker is None and (is_same or lists.lang in ("es", "ar", "ru", "uk")):  # these may leave the pronoun out
            speaker = last_fitting(memory, clause.gender)
        return Attributed(clause, index, speaker, False)
    speaker = _in_sentence(phrase, clause, own, subject, lists)
    speaker = speaker or resolve_phrase(phrase, clause.gender, cast, memory, lists)
    # a description that points back to a name is a guess; a new one is all that the text tells
    told = clause.verb[0].isalpha() and not phrase.is_pronoun
    certain = speaker is not None and told and (bool(phrase.name) or speaker.member is None)
    return Attributed(clause, index, speaker, certain)


def _in_sentence(
    phrase: Phrase, clause: Clause, own: Sequence[Attributed], subject: Speaker | None, lists: WordLists
) -> Speaker | None:
    """Whom a pronoun means in its own sentence: Escobedo said she could not …"""
    if not phrase.is_pronoun or phrase.tokens[0].lower in lists.own:
        return None
    gender = lists.pronouns.get(phrase.tokens[0].lower, "") or clause.gender
    before = [one.speaker for one in own if one.speaker and one.clause.end <= phrase.start]
    comes_first = clause.verb in lists.according  # По его словам, подрядчик «обязан …»
    if subject and not comes_first and (not before or before[0] is not subject):
        before.insert(0, subject)
    fitting = [one for one in before if fits(one, gender) and not is_place(one, (gender,))]
    return fitting[-1] if fitting else None


def _may_speak(speaker: Speaker) -> bool:
    """Whether it is somebody, or a body, and no thing: the meeting indicated."""
    return speaker.member is not None or speaker.is_told


def _is_relative(clause: Clause, lists: WordLists) -> bool:
    assert clause.subject is not None
    word = clause.subject.tokens[0].lower
    return lists.lang not in ("de",) or word not in lists.pronouns or clause.subject.start < clause.start


def _sentence_subject(sentence: Sentence, cast: Cast, memory: Memory, lists: WordLists) -> Speaker | None:
    """The one whom a sentence is about: its first noun phrase that hangs on no preposition."""
    tokens = sentence.tokens
    if lists.lang == "zh":
        person = first_person(sentence, lists, [member.name for member in cast.members])
        return resolve_phrase(person, "", cast, memory, lists) if person else None
    limit = next((place for place, token in enumerate(tokens) if token.is_quote and place), len(tokens))
    asks = len(tokens) > 1 and tokens[0].lower in lists.reporting and tokens[1].is_capital  # Ask Tilda Marsh, …
    place = 1 if tokens[0].is_quote or asks else 0
    if lists.lang == "en" and tokens[0].is_word and _is_participle(tokens, lists):
        place = next((near for near in range(limit) if tokens[near].text == ","), limit) + 1  # Speaking to reporters, …
    if lists.lang in _PARTICIPLES and _is_romance_participle(tokens, lists):
        place = next((near for near in range(limit) if tokens[near].text == ","), limit) + 1  # Jointe par téléphone, …
    while place < min(limit, 40):
        while place < limit and (tokens[place].lower in lists.common or not tokens[place].is_word):
            # А её коллега не согласен: «…»
            links = lists.lang in SLAVIC and not place and tokens[place].lower in _LINKS
            is_small = tokens[place].lower in lists.prepositions or tokens[place].lower in lists.stops
            if _starts_phrase(tokens, place, lists) or (is_small and not links):
                break
            place += 1
        if place >= limit:
            return None
        if _starts_phrase(tokens, place, lists) and not _begins_relative(tokens, place, lists):
            break
        while place < limit and tokens[place].text not in (",", "،"):
            place += 1
        if place < limit and (tokens[0].is_quote or tokens[0].lower in lists.views):
            place += len(apposition(tokens, place, lists))  # Pour Hélène Brassac, présidente de l’association, …
        place += 1
    phrase = phrase_after(tokens, place, limit, lists) if place < limit else None
    if phrase is None or phrase.tokens[-1].lower.endswith("'s"):
        return None
    if lists.lang in _PARTICIPLES and not phrase.name:
        phrase = _without_verb(phrase, limit < len(tokens) and phrase.end == tokens[limit - 1].end, lists)
    if owner := _owner(phrase, lists):
        return resolve_phrase(owner, "", cast, memory, lists)  # Trump's remarks, Fairbrother's shop
    first = phrase.tokens[0].lower
    if first in _OWNERS and any(token.lower in lists.uttered for token in phrase.tokens):
        return last_fitting(memory, _OWNERS[first])
    if not phrase.is_pronoun and not phrase.name and not find_offices(phrase.tokens, lists):
        return None
    if memory.spoken and _is_told_on(phrase, tokens, lists):
        return memory.spoken[-1]
    speaker = resolve_phrase(phrase, "", cast, memory, lists)
    is_weak = speaker is not None and phrase.name and len(phrase.name) == 1 and speaker.member is None
    if is_weak and phrase.name[0] is tokens[0] and lists.lang != "en" and not _has_age(tokens):
        return None
    return speaker


def _starts_phrase(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether a noun phrase begins here; with a month only where that is a first name: Jan Kowalski was calm."""
    if starts_phrase(tokens[place], lists):
        return True
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    is_name = behind is not None and behind.is_capital and tokens[place].is_capital and not is_time(behind, lists)
    return is_name and tokens[place].lower in lists.months and bool(gender_of(tokens[place].lower))


def _is_told_on(phrase: Phrase, tokens: Sequence[Token], lists: WordLists) -> bool:
    """Whether German goes on with what somebody said before: Die Verwaltung habe „geschlafen“."""
    behind = next((token.lower for token in tokens if token.start >= phrase.end), "")
    return lists.lang == "de" and not phrase.is_pronoun and behind in _TOLD_ON


def _has_age(tokens: Sequence[Token]) -> bool:
    """Whether the age follows the first word, which is a name then: Abdel, 41 ans, cariste."""
    return len(tokens) > 2 and tokens[1].text == "," and tokens[2].text[0].isdigit()


def _begins_relative(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether a word is a relative pronoun in Arabic, or an article in German: in dem Schreiben, das uns vorliegt."""
    if lists.lang == "ar":
        return tokens[place].lower in lists.relative
    return lists.lang == "de" and place > 0 and tokens[place - 1].text == "," and tokens[place].lower in lists.articles


def _owner(phrase: Phrase, lists: WordLists) -> Phrase | None:
    """The owner of a thing that a sentence is about; nobody where it is about somebody."""
    first = phrase.tokens[0]
    place = next((index for index, one in enumerate(phrase.tokens) if one.lower.endswith("'s")), None)
    if lists.lang != "en" or place is None or not first.is_capital or first.lower in lists.articles:
        return None
    if any(is_role(one.lower, lists) or one.lower in lists.bodies for one in phrase.tokens[place + 1 :]):
        return None
    last = phrase.tokens[place]
    tokens = (*phrase.tokens[:place], token_of(last.text[:-2], last.start))
    return Phrase(tokens, tokens)


def _is_participle(tokens: Sequence[Token], lists: WordLists) -> bool:
    """Whether the sentence begins with a participle: Speaking to reporters, …; Cross-examined by Penrose, …"""
    if tokens[0].lower.endswith("ing"):
        return not _is_verb_next(tokens, lists)
    behind = tokens[1].lower if len(tokens) > 1 else ""
    return tokens[0].lower.endswith("ed") and behind in ("by", "about", "on", "whether", "if", "why", "how", "what")


def _without_verb(phrase: Phrase, leads: bool, lists: WordLists) -> Phrase:
    """A description without a verb that no list knows: l’intéressé hausse les épaules; le groupe invoque (it `leads`
    right into a quotation).
    """
    tokens = phrase.tokens
    small = lists.articles | lists.prepositions | lists.linking
    for place in range(2, len(tokens)):
        behind = tokens[place + 1 : place + 3]
        if tokens[place].lower in small or is_role(tokens[place].lower, lists):
            continue
        if any(one.lower in lists.articles and one.lower not in lists.linking for one in behind):
            return Phrase(tokens[:place], ())
    last = tokens[-1]
    if leads and len(tokens) > 2 and last.lower not in small and not (last.is_capital or is_role(last.lower, lists)):
        return Phrase(tokens[:-1], ())
    return phrase


def _is_romance_participle(tokens: Sequence[Token], lists: WordLists) -> bool:
    """Whether a French or Spanish sentence begins with a participle: Interrogée sur ce point, …; Preguntado por …"""
    word = tokens[0].lower
    begins = tokens[0].is_word and (word.endswith(_PARTICIPLES[lists.lang]) or word in _JOINED)
    if not begins or len(tokens) < 2 or gender_of(word) or is_role(word, lists):
        return False
    return not tokens[1].is_capital and tokens[1].lower not in lists.auxiliary - lists.articles


def _is_verb_next(tokens: Sequence[Token], lists: WordLists) -> bool:
    return len(tokens) > 1 and (tokens[1].lower in lists.reporting or tokens[1].lower in lists.being)
