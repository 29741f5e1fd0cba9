"""What is kept in mind of a sentence for those behind it: whom it is about, who spoke, who is whose kin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from generator.articles.anaphora import resolve_phrase
from generator.articles.cast import Cast
from generator.articles.descriptions import resolve_description
from generator.articles.endings import PARTICIPLES
from generator.articles.introducing import nickname_told, shown_in, somebody_met, wrote_in
from generator.articles.kinship import kin_told
from generator.articles.member import Member
from generator.articles.memory import Memory, Speaker, speaker_of
from generator.articles.reporter import Sentence
from generator.articles.slavic import SLAVIC
from generator.wordlists import WordLists


def keep(
    memory: Memory, sentence: Sentence, subject: Speaker | None, said: Sequence[Speaker], cast: Cast, lists: WordLists
) -> None:
    """Keep in mind what a sentence tells: `subject` is the one whom it is about, `said` those who speak in it."""
    if lists.lang == "en":
        _keep(memory, sentence, subject, said, cast, lists)
        memory.recent = [*memory.recent[-2:], sentence.tokens]
    memory.subject = subject or (said[0] if said else None)
    memory.said = tuple(said)
    if subject and subject.member and subject.member.gender != "n":
        memory.topics.append(subject)
        memory.here.append(subject)
        if lists.lang in PARTICIPLES and not subject.gender and len(subject.member.words) > 1:
            memory.vague[:] = [*memory.vague[-5:], subject]
    elif subject and not said and lists.lang == "en" and subject.name.lower() in ("one", "another", "the other"):
        memory.here.append(subject)
    memory.introduced = _introduced(sentence, cast)
    if (subject is None or not subject.member) and lists.lang == "en" and len(memory.introduced) == 1:
        memory.topics += memory.introduced  # Jens Palt’s family has worked there


def _keep(
    memory: Memory, sentence: Sentence, subject: Speaker | None, said: Sequence[Speaker], cast: Cast, lists: WordLists
) -> None:
    """Keep what an English sentence tells of something written, and of who is whose kin."""
    written = shown_in(sentence, lists)
    writer = subject if subject and subject.member else next((one for one in said if one.member), None)
    if written and writer and wrote_in(written, sentence.tokens):
        memory.shown = writer  # Lind responded in a message. “I hear you,” it read
    else:
        memory.shown = resolve_phrase(written, "", cast, memory, lists) if written else None
    if subject and subject.member and (called := nickname_told(sentence)):
        memory.nicknames.setdefault(called, subject)
    kin = tuple(kin_told(sentence, subject, cast, memory))
    memory.kin = [*memory.kin[-30:], *kin]
    memory.owners = tuple(one.owner for one in kin if one.one.member is None)
    if met := somebody_met(sentence, lists):
        memory.owners = (*memory.owners, resolve_description(met, "", cast, memory, lists))


def _introduced(sentence: Sentence, cast: Cast) -> tuple[Speaker, ...]:
    """The people whom a sentence names for the first time."""
    first = bisect_left(cast.members, sentence.span.start, key=lambda member: member.first)
    new = [
        one for one in cast.members[first : first + 8] if one.first < sentence.span.end and _is_person(one, cast.lang)
    ]
    told = [one for one in new if one.gender or one.offices]
    people = told if cast.lang in SLAVIC and told else new
    return tuple(speaker_of(one) for one in people)


def _is_person(member: Member, lang: str) -> bool:
    if member.gender or member.offices:
        return member.gender != "n"
    return lang in ("en", "fr", "es", "ru", "uk") and not member.is_placed and 1 < len(member.words) < 4


def remember(memory: Memory, speaker: Speaker) -> None:
    """Keep in mind that somebody spoke; who spoke long ago is forgotten."""
    memory.spoken.append(speaker)
    if len(memory.spoken) > 60:
        del memory.spoken[:20]
