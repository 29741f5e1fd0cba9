"""Who speaks: each attribution is led to a name, or to the description that is all the text tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.articles.according import Clause
from generator.articles.ages import age_told
from generator.articles.anaphora import resolve_phrase
from generator.articles.cast import Cast, find_cast
from generator.articles.clauses import find_clauses
from generator.articles.introducing import name_given, named_for
from generator.articles.keeping import keep, remember
from generator.articles.leads import named_after_lead
from generator.articles.memory import Memory, Speaker, fits, is_place, last_fitting
from generator.articles.naming import Phrase
from generator.articles.others import addressed, agent_first, is_predicate
from generator.articles.reporter import Sentence
from generator.articles.slavic import SLAVIC
from generator.articles.topics import sentence_subject
from generator.articles.verbs import UNTOLD, tells_of_writer
from generator.wordlists import WordLists, gender_of

_OWNED = {"her": "f", "his": "m"}  # her father, she says, was a tailor
_PARTICIPLES = {"fr": ("é", "ée", "és", "ées"), "es": ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas")}


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
    memory = Memory([], lists.lang, cast=cast)
    found: list[Attributed] = []
    subjects: list[Speaker | None] = []
    for index, sentence in enumerate(sentences):
        own: list[Attributed] = []
        memory.enter(sentence.paragraph, goes_on=sentence.tokens[0].is_quote)
        replies = memory.asker and _has_reply(memory.asker, sentence, lists)
        near = memory.without(memory.asker) if memory.asker and replies else memory
        agent = agent_first(sentence, cast) if lists.lang == "en" else None
        near = near.without(agent) if agent else near
        near.guessed = None
        called = name_given(sentence, cast, lists) if lists.lang == "en" else None
        subject = named_for(near.told(sentence_subject(sentence, cast, near, lists)), called)
        guessed = near.guessed
        for clause in find_clauses(sentence, lists):
            told = addressed(clause, sentence, cast) if lists.lang == "en" else None
            if told and subject and told.member is subject.member:
                subject = None
            attributed = _lead(clause, index, sentence, own, subject, cast, near.without(told) if told else near, lists)
            if attributed.speaker and clause.subject and clause.subject.is_pronoun:
                memory.learn(attributed.speaker, lists.pronouns.get(clause.subject.tokens[0].lower, ""))
            if (who := memory.told(named_for(attributed.speaker, called))) is not attributed.speaker:
                attributed = attributed._replace(speaker=who)
            if clause.subject is None and attributed.speaker is subject and _is_named_in(subject, sentence):
                attributed = attributed._replace(certain=True)  # Lund was calm, saying: “…”
            if _is_plain(attributed, sentence, lists):
                attributed = attributed._replace(speaker=None, certain=False)  # Acaba de publicar “…”
            own.append(attributed)
            if attributed.speaker and sentence.is_running:
                remember(memory, attributed.speaker)
        subject = next((one.speaker for one in own if _is_told_more(one.speaker, subject)), subject)
        found += own
        subjects.append(subject)
        if sentence.is_running and not (lists.lang == "en" and _tells_of_nobody(sentence)):
            keep(memory, sentence, subject, [one.speaker for one in own if one.speaker], cast, lists)
            memory.described = guessed
            memory.asker = _asker(sentence, own, subject, lists)
    if lists.lang == "en" and (later := named_after_lead(sentences, subjects)):
        found = [one._replace(speaker=_named_later(one.speaker, later)) for one in found]
        subjects = [_named_later(one, later) for one in subjects]
    return tuple(found), tuple(subjects), cast


def _named_later(speaker: Speaker | None, later: Mapping[str, Speaker]) -> Speaker | None:
    return later.get(speaker.name, speaker) if speaker else None


def _tells_of_nobody(sentence: Sentence) -> bool:
    """Whether a sentence is nothing but what somebody says, or tells what the writer does: I nod."""
    first = sentence.tokens[0].lower
    return not any(token.is_word for token in sentence.tokens) or (first in ("i", "we") and len(sentence.tokens) < 8)


def _has_reply(asker: Speaker, sentence: Sentence, lists: WordLists) -> bool:
    """Whether a sentence tells that somebody answers: she replied; “I am,” she told him, where an usher had asked."""
    if not lists.replying.isdisjoint(sentence.words):
        return True
    is_usher = asker.member is None and asker.name.lower().startswith(("a ", "an ", "one "))
    told = (two.lower in ("him", "her", "them") for one, two in pairwise(sentence.tokens) if one.lower == "told")
    return lists.lang == "en" and is_usher and any(told)


def _is_told_more(speaker: Speaker | None, subject: Speaker | None) -> bool:
    """Whether the verb of a clause tells whether the one whom the sentence is about is a man or a woman."""
    is_same = speaker is not None and subject is not None and speaker.member is subject.member is not None
    return is_same and speaker is not None and subject is not None and bool(speaker.gender) and not subject.gender


def _is_plain(attributed: Attributed, sentence: Sentence, lists: WordLists) -> bool:
    """Whether a subject is a word that only begins its sentence in French or Spanish, and names nobody."""
    phrase, speaker = attributed.clause.subject, attributed.speaker
    if phrase is None or speaker is None or speaker.member or len(phrase.name) != 1 or lists.lang not in ("fr", "es"):
        return False
    first = next((one for one in sentence.tokens if one.is_word), None)
    return first is not None and phrase.name[0] is first and not gender_of(first.lower)


def _asker(sentence: Sentence, own: Sequence[Attributed], subject: Speaker | None, lists: WordLists) -> Speaker | None:
    """Who asks something in a sentence, if anybody does."""
    asking = (one.speaker for one in own if one.clause.subject and one.clause.verb.lower() in lists.asking)
    if asker := next(asking, None):
        return asker  # not: Asked whether she would go, Lind smiled
    if lists.asking.isdisjoint(sentence.words):
        return None
    asks = any(two.lower in lists.asking and one.is_capital for one, two in pairwise(sentence.tokens))
    return subject if asks else None


def _is_named_in(speaker: Speaker | None, sentence: Sentence) -> bool:
    """Whether a sentence has a word of somebody's name."""
    words = speaker.member.words if speaker and speaker.member else ()
    return any(token.lower in words for token in sentence.tokens if token.is_capital)


def _lead(
    clause: Clause,
    index: int,
    sentence: Sentence,
    own: Sequence[Attributed],
    subject: Speaker | None,
    cast: Cast,
    memory: Memory,
    lists: WordLists,
) -> Attributed:
    phrase = clause.subject
    if phrase is None and (clause.verb == UNTOLD or clause.verb.lower() in lists.impersonal):
        return Attributed(clause, index, None, False)  # У звіті йдеться, що …; was accused of “…”
    if tells_of_writer(clause.verb.lower(), lists):
        return Attributed(clause, index, None, False)  # — Вам не страшно? — спрашиваю я.
    if phrase is None or (
        phrase.is_pronoun and phrase.tokens[0].lower in lists.relative and _is_relative(clause, lists)
    ):
        before = next((one for one in reversed(own) if one.speaker and _may_speak(one.speaker)), None)
        if before and before.speaker and fits(before.speaker, clause.gender):
            return Attributed(clause, index, before.speaker, before.certain)
        speaker = subject if subject and fits(subject, clause.gender) and _may_speak(subject) else None
        is_same = lists.lang == "fr" and clause.verb.endswith(("er", "ir", "re"))  # Et de conclure : « … »
        if speaker is None and (is_same or lists.lang in ("es", "ar", "ru", "uk")):  # these may leave the pronoun out
            speaker = last_fitting(memory, clause.gender)
            if clause.gender == "p" and lists.lang in SLAVIC and speaker not in (memory.subject, *memory.said):
                speaker = None  # «Ганьба!» — скандували під судом активісти
        return Attributed(clause, index, speaker, False)
    if subject and subject.member and lists.lang == "en" and is_predicate(phrase, sentence):
        return Attributed(clause, index, subject, False)  # Snape is the man who told the Mercury
    speaker = _in_sentence(phrase, clause, own, subject, lists)
    speaker = speaker or resolve_phrase(phrase, clause.gender, cast, memory, lists)
    # a description that points back to a name is a guess; a new one is all that the text tells
    told = clause.verb[0].isalpha() and not phrase.is_pronoun
    is_told = bool(phrase.name) or speaker is None or speaker.member is None or bool(age_told(phrase.tokens))
    certain = speaker is not None and told and is_told
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
    owned = subject is not None and _OWNED.get(subject.name.split()[0].lower()) == gender
    if subject and not comes_first and not owned and (not before or before[0] is not subject):
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
