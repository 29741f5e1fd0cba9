"""What briefs say that does not agree: unknown names, two spellings of one person, roles and links gone astray."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from generator import names
from generator.agreeing.joined_names import check_joined_names, find_joined_names, without_office
from generator.agreeing.spellings import check_spellings, in_source, listed
from generator.agreeing.unused_entries import find_unused_entries
from generator.desk.library import Library, Record
from generator.entities import KINDS, Entities, Ref, roles_at
from generator.model import Brief, Role
from generator.problems import Finding
from generator.prose import prose_of
from generator.steps import check_ids, check_outcomes
from generator.typed.inside import count_signs
from generator.wordlists import words_of

#: How somebody unnamed begins where words have no small letters, and in English where a sentence begins.
_UNNAMED = re.compile(
    r"(?:an?|the)\s|[一两兩几幾多][名位个個]|某|(?:أحد|إحدى|مصدر|مصادر|مسؤول|مسؤولة|شاهد|شاهدة)\s", re.IGNORECASE
)
_BRIEF_LINK = re.compile(r"\[\[([^\[\]\n]+)\]\]")
_WITH_PRONOUNS = ("en", "de", "fr", "es", "ru", "uk", "zh", "ar")
#: Pronouns that say in so many words that nobody is named.
_SOMEBODY = frozenset(
    ["somebody", "someone", "jemand", "irgendwer", "quelqu'un", "alguien", "кто-то", "кто-нибудь", "хтось", "有人"]
)
_FORMER = re.compile(r"(?:former|ex|late|then|outgoing)\b", re.IGNORECASE)
_COURTESY = frozenset(["mr", "mrs", "ms", "miss", "dr", "prof", "sir", "herr", "frau", "m", "mme", "sr", "sra"])
_WORD = re.compile(r"\w{3,}")


def check_agreement(library: Library, entities: Entities) -> Iterator[Finding]:
    """All that does not agree between the briefs and with the vocabulary."""
    records = [record for record in library.records if not record.brief.withdrawn]
    yield from check_joined_names(records, entities)
    yield from _check_speakers(records, entities, library)
    yield from check_spellings(records, entities, library)
    yield from _check_roles(records, entities)
    yield from _check_links(library)
    yield from check_ids(records)
    yield from check_outcomes(library, entities.steps)
    yield from find_unused_entries(library, entities)


# --- names -----------------------------------------------------------------------------------------


def _check_speakers(records: Sequence[Record], entities: Entities, library: Library) -> Iterator[Finding]:
    known = {ref.name for kind in KINDS[:2] for ref in entities.refs[kind].values()}
    for record in records:
        told = set()
        for place, quote in enumerate(record.brief.quotes):
            if entities.find(quote.speaker):
                continue
            if _is_pronoun(quote.speaker):
                message = f"“{quote.speaker}” does not tell readers who speaks"
                hint = "write the name, or who it is, as far as the article says: a senior official"
                yield Finding(record.path, f"quotes[{place}].speaker", "unknown-name", message, hint)
            if is_unnamed(quote.speaker) or _is_pronoun(quote.speaker):
                continue
            if find_joined_names(quote.speaker, entities, record.brief.places):
                continue
            near = names.find_nearest(quote.speaker, known) or _named_within(quote.speaker, known)
            if near and (field := _misspelt(record, quote.speaker, near, library)):
                if field not in told:
                    message = f"the article has “{quote.speaker}”, who speaks here, and not “{near}”"
                    hint = f"write {quote.speaker}; or, where {near} is right, correct the speaker"
                    yield Finding(record.path, field, "unknown-name", message, hint)
                told.add(field)
                continue
            hint = f"did you mean {near}?" if near else "is it spelt as elsewhere?"
            yield Finding(
                record.path,
                f"quotes[{place}].speaker",
                "unknown-name",
                f"nobody called “{quote.speaker}” takes part, is mentioned, or is in the vocabulary",
                f"{hint} A new name goes under participants or mentioned; "
                "somebody unnamed begins small: a senior official",
            )


def _named_within(typed: str, known: Collection[str]) -> str | None:
    """The one known name whose words are all in what was typed, or that ends with its last word: Mayor Lind."""
    words = names.slug(typed).split("-")
    bare = without_office(typed)
    slugs = {choice: names.slug(choice).split("-") for choice in known}
    whole = [choice for choice, parts in slugs.items() if set(parts) <= set(words)]
    ends = [one for one, parts in slugs.items() if parts[-1] == words[-1] and without_office(one) == one]
    is_titled = (len(words) == 2 and words[0] in _COURTESY) or (bare != typed and " " not in bare)
    return whole[0] if len(whole) == 1 else ends[0] if len(ends) == 1 and is_titled else None


def _misspelt(record: Record, speaker: str, near: str, library: Library) -> str | None:
    """The field of the brief that has the name of a speaker misspelt, if it is that one: by what the source has."""
    field = next((field for field, one in listed(record.brief) if one.name == near), None)
    there = field and in_source(record, speaker, library) and not in_source(record, near, library)
    return f"{field}.name" if there else None


def _is_pronoun(speaker: str) -> bool:
    """Whether a speaker is only pointed to: he, sie, elle, он."""
    word = speaker.lower()
    return word not in _SOMEBODY and any(word in words_of(lang).pronouns for lang in _WITH_PRONOUNS)


def is_unnamed(speaker: str) -> bool:
    """Whether a speaker is a description (a senior official) and not a name."""
    return speaker[:1].islower() or bool(_UNNAMED.match(speaker))


# --- roles -----------------------------------------------------------------------------------------


def _check_roles(records: Sequence[Record], entities: Entities) -> Iterator[Finding]:
    """Roles of a brief that the dated roles of the vocabulary do not bear out."""
    dated = {key for key, person in entities.vocabulary.people.items() if person.roles}
    for record in records if dated else ():
        for field, someone in listed(record.brief):
            ref = entities.find(someone.name, "people")
            if (
                ref
                and ref.id in dated
                and someone.role
                and (problem := _disagreement(record.brief, someone.role, ref, entities))
            ):
                yield Finding(
                    record.path,
                    f"{field}.role",
                    "role-disagrees",
                    f"the vocabulary says that {ref.name} was {problem} on {record.brief.date}, not {someone.role}",
                    "correct the role here or the dates in the vocabulary; "
                    "if the article itself says so, accept the warning and give the reason",
                )


def _disagreement(brief: Brief, role: str, ref: Ref, entities: Entities) -> str:
    """What the vocabulary says instead, or nothing where it says nothing else."""
    person = entities.vocabulary.people.get(ref.id)
    held = roles_at(person, brief.date) if person else ()
    if not held or any(_alike(role, other) for other in held):
        return ""
    return " and ".join(other.role for other in held)


def _alike(role: str, held: Role) -> bool:
    """Whether two ways of naming a role may mean the same: they share a word, and both or neither is a former one."""
    if bool(_FORMER.match(role)) != bool(_FORMER.match(held.role)):
        return False
    words = {word.casefold() for word in _WORD.findall(f"{held.role} {held.organisation or ''}")}
    return not words or any(word.casefold() in words for word in _WORD.findall(role))


# --- links -----------------------------------------------------------------------------------------


def _check_links(library: Library) -> Iterator[Finding]:
    """`[[brief-id]]` in prose that leads nowhere, or to what readers cannot see yet."""
    ids = {record.id: record for record in library.records}
    known = {old: record for record in library.records for old in record.brief.was} | ids
    for record in library.records:
        for field, text in prose_of(record.brief) if record.may_link else ():
            for link in _BRIEF_LINK.finditer(text):
                wanted, behind = link[1].strip(), count_signs(text[: link.start()])
                linked = known.get(wanted)
                if linked is None and wanted not in library.broken:
                    near = get_close_matches(wanted, sorted({*known, *library.broken}), n=1, cutoff=0.6)
                    now = [known[each].id if each in known else each for each in near]  # no old id
                    hint = f"did you mean [[{now[0]}]]?" if now else "the id is the path below briefs/ without .yaml"
                    message = f"there is no brief “{wanted}”"
                    yield Finding(record.path, field, "unknown-reference", message, hint, behind=behind)
                elif linked and linked.brief.draft and not record.brief.draft:
                    message = f"“{wanted}” is a draft: readers see “a brief that is not published yet” in its place"
                    hint = f"take the line  draft: true  out of {linked.path} when it is ready, or the link out of here"
                    yield Finding(record.path, field, "draft-linked", message, hint, behind=behind)
