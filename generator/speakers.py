"""Who speaks: each attribution is led to a name, or to the description that is all the text tells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from generator.cast import Cast, Member, find_cast, resolve
from generator.chinese import first_person, offices_in
from generator.clauses import Clause, find_clauses
from generator.naming import Phrase, is_role
from generator.phrases import phrase_after, starts_phrase
from generator.reporter import Sentence, Token, token_of
from generator.wordlists import WordLists


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody to whom an attribution led."""

    name: str
    member: Member | None  # None: known by a description only
    heads: frozenset[str]  # words for the office in the description
    gender: str
    is_told: bool = True  # a word of the description tells that it is somebody


@dataclass(frozen=True, slots=True)
class Attributed:
    """An attribution clause that leads to somebody (or to nobody known)."""

    clause: Clause
    sentence: int
    speaker: Speaker | None
    certain: bool


@dataclass(slots=True)
class _Memory:
    """Who has spoken so far, and who was the subject of the sentence before."""

    spoken: list[Speaker]
    subject: Speaker | None = None
    introduced: tuple[Speaker, ...] = ()  # named for the first time in the sentence before


def find_attributions(
    sentences: Sequence[Sentence], names: Sequence[str], lists: WordLists
) -> tuple[tuple[Attributed, ...], tuple[Speaker | None, ...], Cast]:
    """All attributions in order, for each sentence the one whom it is about, and everybody named."""
    cast = find_cast(sentences, names, lists)
    memory = _Memory([])
    found: list[Attributed] = []
    subjects: list[Speaker | None] = []
    for index, sentence in enumerate(sentences):
        own: list[Attributed] = []
        subject = _sentence_subject(sentence, cast, memory, lists)
        for clause in find_clauses(sentence, lists):
            attributed = _lead(clause, index, own, subject, cast, memory, lists)
            own.append(attributed)
            if attributed.speaker and sentence.is_running:
                _remember(memory, attributed.speaker)
        found += own
        subjects.append(subject)
        if sentence.is_running:
            named = [one.speaker for one in own if one.speaker]
            memory.subject = subject or (named[0] if named else None)
            memory.introduced = _introduced(sentence, cast)
    return tuple(found), tuple(subjects), cast


def _introduced(sentence: Sentence, cast: Cast) -> tuple[Speaker, ...]:
    """The people whom a sentence names for the first time."""
    first = bisect_left(cast.members, sentence.span.start, key=lambda member: member.first)
    new = [one for one in cast.members[first : first + 8] if one.first < sentence.span.end and _is_person(one)]
    return tuple(Speaker(one.name, one, one.offices, one.gender) for one in new)


def _is_person(member: Member) -> bool:
    return member.gender in ("m", "f") or bool(member.gender != "n" and len(member.words) > 1 and member.offices)


def _remember(memory: _Memory, speaker: Speaker) -> None:
    memory.spoken.append(speaker)
    if len(memory.spoken) > 60:
        del memory.spoken[:20]


def _lead(
    clause: Clause,
    index: int,
    own: Sequence[Attributed],
    subject: Speaker | None,
    cast: Cast,
    memory: _Memory,
    lists: WordLists,
) -> Attributed:
    phrase = clause.subject
    if phrase is None or (
        phrase.is_pronoun and phrase.tokens[0].lower in lists.relative and _is_relative(clause, lists)
    ):
        before = next((one for one in reversed(own) if one.speaker and _may_speak(one.speaker)), None)
        if before and before.speaker and _fits(before.speaker, clause.gender):
            return Attributed(clause, index, before.speaker, before.certain)
        speaker = subject if subject and _fits(subject, clause.gender) else None
        if speaker is None and lists.lang in ("es", "ar", "ru", "uk"):  # these may leave the pronoun out
            speaker = _last_fitting(memory, clause.gender)
        return Attributed(clause, index, speaker, False)
    speaker = resolve_phrase(phrase, clause.gender, cast, memory, lists)
    # a description that points back to a name is a guess; a new one is all that the text tells
    certain = speaker is not None and not phrase.is_pronoun and (bool(phrase.name) or speaker.member is None)
    return Attributed(clause, index, speaker, certain)


def _may_speak(speaker: Speaker) -> bool:
    """Whether it is somebody, or a body, and no thing: the meeting indicated."""
    return speaker.member is not None or speaker.is_told


def _is_relative(clause: Clause, lists: WordLists) -> bool:
    assert clause.subject is not None
    word = clause.subject.tokens[0].lower
    return lists.lang not in ("de",) or word not in lists.pronouns or clause.subject.start < clause.start


def resolve_phrase(phrase: Phrase, gender: str, cast: Cast, memory: _Memory, lists: WordLists) -> Speaker | None:
    """The one whom a phrase means."""
    first = phrase.tokens[0].lower
    if phrase.is_pronoun:
        if first in lists.own:
            return None
        return _last_fitting(memory, lists.pronouns.get(first, "") or gender, gender)
    if phrase.name:
        return _named(phrase, gender, cast, lists)
    return _described(phrase, gender, cast, memory, lists)


def _named(phrase: Phrase, gender: str, cast: Cast, lists: WordLists) -> Speaker:
    words = [token.lower for token in phrase.name]
    member = resolve(cast, words, phrase.start)
    heads = _heads(phrase.tokens, lists)
    if member is None:
        return Speaker(" ".join(token.text for token in phrase.name), None, heads, gender)
    return Speaker(member.name, member, heads | member.offices, member.gender or gender)


def _heads(tokens: Sequence[Token], lists: WordLists) -> frozenset[str]:
    """The words for offices and bodies in a description, before any preposition's own."""
    if lists.lang == "zh":
        return offices_in("".join(token.text for token in tokens), lists)
    words = (token.lower.removesuffix("'s") for token in tokens)
    return frozenset(word for word in words if is_role(word, lists) or word in lists.bodies or word in lists.modifiers)


def _last_fitting(memory: _Memory, *genders: str) -> Speaker | None:
    """The subject of the sentence before where it is somebody named, else the last speaker who fits."""
    subject = memory.subject
    alone = [one for one in memory.introduced if all(_fits(one, gender) for gender in genders)]
    near = [subject] if subject and subject.member else []
    near += alone if len(alone) == 1 or not memory.spoken else []
    for speaker in [*near, *reversed(memory.spoken)]:
        if all(_fits(speaker, gender) for gender in genders) and not _is_place(speaker, genders):
            return speaker
    for speaker in reversed(memory.spoken):
        if all(_fits(speaker, gender) for gender in genders):
            return speaker
    return subject if subject and all(_fits(subject, gender) for gender in genders) else None


def _is_place(speaker: Speaker, genders: Sequence[str]) -> bool:
    """Whether a name is hardly a man or a woman: one word, and nothing told of it."""
    member = speaker.member
    if not member or len(member.words) > 1 or member.offices or speaker.gender:
        return False
    return any(gender in ("m", "f") for gender in genders)


def _fits(speaker: Speaker, gender: str) -> bool:
    if not gender or not speaker.gender:
        return gender != "p" or speaker.member is None or bool(speaker.member.gender == "n")
    return any(letter in gender for letter in speaker.gender) or (gender == "p" and speaker.gender == "n")


def _described(phrase: Phrase, gender: str, cast: Cast, memory: _Memory, lists: WordLists) -> Speaker:
    """Whom a description means: the last speaker who has that office, else anybody who has, else as typed."""
    heads = _heads(phrase.tokens, lists) - lists.modifiers
    words = frozenset(token.lower for token in phrase.tokens)
    told = _told_gender(words, lists) or gender
    if _points_back(phrase, lists):
        narrowing = words & lists.modifiers
        if _is_complex(phrase, lists):
            narrowing |= {word for word in words if word not in lists.common and word not in lists.articles} - heads
        known = _with_office(heads, narrowing, told, phrase.start, cast, memory) if heads else None
        if known is None and len(phrase.tokens) < 4 and not _is_complex(phrase, lists):
            known = _of_sentence_before(heads, told, memory, lists)
        if known:
            return known
    return Speaker(phrase.text, None, heads | (words & lists.modifiers) or words, told, bool(heads))


def _is_complex(phrase: Phrase, lists: WordLists) -> bool:
    """Whether a description tells whose or where: the sister of the victim, the ministers' spokesman."""
    return any(token.lower in lists.prepositions or token.lower.endswith(("'s", "s'")) for token in phrase.tokens[1:])


def _with_office(
    heads: frozenset[str], narrowing: frozenset[str], told: str, place: int, cast: Cast, memory: _Memory
) -> Speaker | None:
    """The last speaker who has an office, else the last one named who has; one whom every word fits goes first."""
    for wanted in (heads | narrowing, heads) if narrowing - {"prime"} == narrowing else (heads | narrowing,):
        for speaker in reversed(memory.spoken):
            if _has_office(speaker.heads, wanted, heads) and _fits(speaker, told):
                return speaker
        for member in reversed(cast.members):
            if member.first < place and _has_office(member.offices, wanted, heads):
                return Speaker(member.name, member, member.offices, member.gender)
    return None


def _of_sentence_before(heads: frozenset[str], told: str, memory: _Memory, lists: WordLists) -> Speaker | None:
    """The subject of the sentence before, where nothing is known that speaks against: the 22-year-old, the singer."""
    subject = memory.subject
    if subject and subject.member and _fits(subject, told) and not heads & lists.bodies:
        if not heads or not subject.member.offices:
            return subject
    if heads & lists.bodies:
        return next((one for one in reversed(memory.spoken) if one.gender == "n" and one.member), None)
    return None


def _has_office(own: frozenset[str], wanted: frozenset[str], heads: frozenset[str]) -> bool:
    """Whether the words for an office are those wanted: one of the heads, and every word that narrows it."""
    return bool(own & heads) and wanted - heads <= own


def _points_back(phrase: Phrase, lists: WordLists) -> bool:
    first = phrase.tokens[0].lower
    if lists.lang == "zh":
        return phrase.text.startswith(("这", "這", "该", "該", "那"))
    if lists.lang in ("ru", "uk"):
        return len(phrase.tokens) <= 2
    return first in lists.definite or first.split("'")[0] + "'" in lists.definite or first.startswith("ال")


def _told_gender(words: frozenset[str], lists: WordLists) -> str:
    plural = {word for word in words if word in lists.roles and word.endswith("s") and word[:-1] in lists.roles}
    if lists.lang == "en" and plural:
        return "p"
    if words & lists.female and not words & lists.male:
        return "f"
    if words & lists.male and not words & lists.female:
        return "m"
    return "n" if words & lists.bodies and not words & lists.roles else ""


def _sentence_subject(sentence: Sentence, cast: Cast, memory: _Memory, lists: WordLists) -> Speaker | None:
    """The one whom a sentence is about: its first noun phrase that hangs on no preposition."""
    tokens = sentence.tokens
    if lists.lang == "zh":
        person = first_person(sentence, lists, [member.name for member in cast.members])
        return resolve_phrase(person, "", cast, memory, lists) if person else None
    limit = next((place for place, token in enumerate(tokens) if token.is_quote and place), len(tokens))
    place = 1 if tokens[0].is_quote else 0
    if (
        tokens[0].is_word
        and tokens[0].lower.endswith("ing")
        and lists.lang == "en"
        and not _is_verb_next(tokens, lists)
    ):
        place = next((near for near in range(limit) if tokens[near].text == ","), limit) + 1  # Speaking to reporters, …
    while place < min(limit, 40):
        while place < limit and (tokens[place].lower in lists.common or not tokens[place].is_word):
            if (
                starts_phrase(tokens[place], lists)
                or tokens[place].lower in lists.prepositions
                or tokens[place].lower in lists.stops
            ):
                break
            place += 1
        if place >= limit:
            return None
        if starts_phrase(tokens[place], lists):
            break
        while place < limit and tokens[place].text != ",":
            place += 1
        place += 1
    phrase = phrase_after(tokens, place, limit, lists) if place < limit else None
    if phrase is None or phrase.tokens[-1].lower.endswith("'s"):
        return None
    if owner := _owner(phrase, lists):
        return resolve_phrase(owner, "", cast, memory, lists)  # Trump's remarks, Fairbrother's shop
    if not phrase.is_pronoun and not phrase.name and not _heads(phrase.tokens, lists):
        return None
    return resolve_phrase(phrase, "", cast, memory, lists)


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


def _is_verb_next(tokens: Sequence[Token], lists: WordLists) -> bool:
    return len(tokens) > 1 and (tokens[1].lower in lists.reporting or tokens[1].lower in lists.being)
