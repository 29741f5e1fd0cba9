"""Who has spoken so far, and whom a pronoun of one gender or another can mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from generator.articles.cast import Cast, stem
from generator.articles.member import Member
from generator.articles.reporter import Token

_ANY = ("a ", "an ", "one ", "another ", "some ")
_HAN = "\u3400"  # Chinese names are one word


class Speaker(NamedTuple):
    """Somebody to whom an attribution led."""

    name: str
    member: Member | None  # None: known by a description only
    heads: frozenset[str]  # words for the office in the description
    gender: str
    is_told: bool = True  # a word of the description tells that it is somebody


def speaker_of(member: Member) -> Speaker:
    """Somebody named, as one who may have spoken."""
    return Speaker(member.name, member, member.offices, member.gender)


class Kin(NamedTuple):
    """Two people, and what the one is to the other: her son, Jakub."""

    owner: Speaker
    word: str
    one: Speaker


@dataclass(slots=True)
class Memory:
    """Who has spoken so far, and who was the subject of the sentence before."""

    spoken: list[Speaker]
    lang: str = ""
    subject: Speaker | None = None
    here: list[Speaker] = field(default_factory=list)  # whom the sentences of the paragraph were about
    paragraph: int = 0
    said: tuple[Speaker, ...] = ()  # who spoke in the sentence before
    topics: list[Speaker] = field(default_factory=list)  # the people whom sentences were about
    vague: list[Speaker] = field(default_factory=list)  # of them those of whom no word tells a gender
    described: Speaker | None = None  # the subject, if the description that was taken for somebody means somebody else
    guessed: Speaker | None = None  # the same of the sentence that is being read
    introduced: tuple[Speaker, ...] = ()  # named for the first time in the sentence before
    genders: dict[str, str] = field(default_factory=dict)  # by name, what a pronoun that led to somebody told
    kin: list[Kin] = field(default_factory=list)  # who is whose mother, son or boss
    shown: Speaker | None = None  # something written that the sentence before tells of: a banner
    asker: Speaker | None = None  # who asked something in the sentence before
    cast: Cast | None = None
    nicknames: dict[tuple[str, ...], Speaker] = field(default_factory=dict)  # the Professor
    absent: str = ""  # the name of somebody who cannot be meant
    recent: list[Sequence[Token]] = field(default_factory=list)  # the last sentences in which somebody may be named
    owners: tuple[Speaker, ...] = ()  # whose kin the sentence before tells of: Rathod's mother

    def enter(self, paragraph: int, goes_on: bool) -> None:
        """Begin a sentence; a new paragraph that begins with a quotation goes on with whom the last was about."""
        if paragraph != self.paragraph and not goes_on:
            self.here.clear()
        self.paragraph = paragraph

    def told(self, speaker: Speaker | None) -> Speaker | None:
        """The speaker with the gender that a pronoun told before."""
        known = "" if speaker is None or speaker.gender else self.genders.get(speaker.name, "")
        return speaker._replace(gender=known) if speaker and known else speaker

    def learn(self, speaker: Speaker, pronoun: str) -> None:
        """Keep what a pronoun tells of the one to whom it led."""
        if pronoun in ("m", "f") and speaker.member and not speaker.gender:
            self.genders.setdefault(speaker.name, pronoun)

    def without(self, speaker: Speaker) -> Memory:
        """The same without somebody who is told of beside the one who is meant: whoever replies is another."""
        name = speaker.name.split()[-1:]

        def others(speakers: Sequence[Speaker]) -> list[Speaker]:
            return [one for one in speakers if one.name.split()[-1:] != name]

        return replace(
            self,
            absent=speaker.name,
            spoken=others(self.spoken),
            subject=next(iter(others([self.subject] if self.subject else [])), None),
            said=tuple(others(self.said)),
            here=others(self.here),
            topics=others(self.topics),
            vague=others(self.vague),
            introduced=tuple(others(self.introduced)),
        )


def last_fitting(memory: Memory, *genders: str) -> Speaker | None:
    """The subject of the sentence before where it is somebody named, else the last speaker who fits."""
    subject = memory.subject
    other = memory.described
    if subject and other and not all(fits(subject, gender) for gender in genders):
        subject = other if all(fits(other, gender) for gender in genders) else subject
    told = [one.member for one in (*memory.said, subject) if one and one.gender]  # by the verb of the sentence before
    alone = [one for one in memory.introduced if one.member not in told and all(fits(one, each) for each in genders)]
    is_body = bool(
        subject and memory.lang == "en" and genders[:1] == ("n",) and "n" in subject.gender and subject.heads
    )
    near = [subject] if subject and (subject.member or is_body or _is_told_of(subject, memory.lang)) else []
    near += (one for one in reversed(memory.said) if not _is_anybody(one))
    if memory.lang == "en":
        near += (one for one in alone if len(alone) == 1 and one.gender == genders[0])
        near += reversed(memory.here)
    near += memory.owners
    near += alone if len(alone) == 1 or not memory.spoken else []
    topics = [one for one in memory.topics[-30:] if one.gender]
    spoken = [one for one in reversed(memory.spoken) if not _is_anybody(one)]
    if memory.lang == "en" and genders[:1] in (("m",), ("f",)):
        spoken.sort(key=lambda one: one.gender != genders[0])
    for speaker in near:
        if all(fits(speaker, gender) for gender in genders) and not is_place(speaker, genders):
            return speaker
    if memory.lang == "en" and genders[:1] in (("m",), ("f",)) and (named := _named_lately(memory, genders[0])):
        return named
    for speaker in [*spoken, *reversed(topics), *reversed(memory.vague)]:
        if all(fits(speaker, gender) for gender in genders) and not is_place(speaker, genders):
            return speaker
    for speaker in reversed(memory.spoken):
        if all(fits(speaker, gender) for gender in genders):
            return speaker
    return subject if subject and all(fits(subject, gender) for gender in genders) else None


def _named_lately(memory: Memory, gender: str) -> Speaker | None:
    """The only man or woman whom one of the last sentences names, wherever it does so."""
    for tokens in reversed(memory.recent):
        named = {one.name: one for one in people_in(tokens, memory) if one.gender == gender and _is_whole(one)}
        if named:
            return speaker_of(next(iter(named.values()))) if len(named) == 1 else None
    return None


def people_in(tokens: Sequence[Token], memory: Memory) -> Iterator[Member]:
    """Those whom the capitals of a sentence name, by the first or the last word of the name."""
    known: Mapping[str, tuple[Member, ...]] = memory.cast.by_word if memory.cast else {}
    for token in tokens:
        word = stem(token.lower, "en") if token.is_capital else ""
        for member in known.get(word, ()):
            if member.name == memory.absent:
                continue
            if member.first <= token.start and word in (member.words[0], member.words[-1]):
                yield member


def _is_whole(member: Member) -> bool:
    """Whether a name is hardly a club or a place: two words, or something that the text tells of it."""
    return len(member.words) > 1 or bool(member.offices) or bool(member.age)


def _is_anybody(speaker: Speaker) -> bool:
    """Whether a description tells no more than that there is somebody: an official; one who is named goes before."""
    return speaker.member is None and not speaker.gender and f"{speaker.name.lower()} ".startswith(_ANY)


def _is_told_of(speaker: Speaker, lang: str) -> bool:
    """Whether a description tells of a man or a woman, and of no body: une habitante de 83 ans, the mayor."""
    is_either = lang == "en" and not speaker.gender and bool(speaker.heads)  # where no word tells which of them
    is_either |= lang in ("ru", "uk") and not speaker.gender and speaker.name.split()[0].lower() in speaker.heads
    return speaker.is_told and (speaker.gender in ("m", "f") or speaker.gender.startswith("p") or is_either)


def is_place(speaker: Speaker, genders: Sequence[str]) -> bool:
    """Whether a name is hardly a man or a woman: one word, and nothing told of it."""
    member = speaker.member
    if not member or len(member.words) > 1 or member.offices or speaker.gender or member.name[0] >= _HAN or member.age:
        return False
    return any(gender in ("m", "f", "mn", "fn") for gender in genders)


def fits(speaker: Speaker, gender: str) -> bool:
    """Whether somebody may be of a gender: what is not told speaks against none."""
    if gender == "n" and speaker.member and speaker.member.role and not speaker.gender:
        return False  # a councillor is no “it”
    if not gender or not speaker.gender:
        return gender != "p" or speaker.member is None or bool(speaker.member.gender == "n")
    return any(letter in gender for letter in speaker.gender) or (gender == "p" and speaker.gender == "n")
