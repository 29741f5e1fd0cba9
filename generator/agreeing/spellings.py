"""Two names that look like one: a slip of the pen, another order, a title before it; of all that has a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Literal, NamedTuple

from generator import names
from generator.agreeing.joined_names import find_joined_names, without_office
from generator.desk.library import Library, Record
from generator.entities import Entities, Ref
from generator.lookalikes import as_seen, find_disguised
from generator.model import Brief, Participant
from generator.problems import Finding

#: Words before a name that make it part of another: Bank of South Korea.
_LEADS_ON = frozenset(["of", "for", "the", "and", "de", "del", "du", "des", "la", "le", "von", "der", "und", "y", "et"])
_GENERATION = frozenset(["jr", "sr", "junior", "senior", "ii", "iii", "iv"])


class Use(NamedTuple):
    """A name as it is typed in a field; `record` is the brief, or none where it is the vocabulary."""

    path: str
    field: str
    name: str
    record: Record | None


_Uses = Mapping[str, Sequence[Use]]  # by slug


def check_spellings(records: Sequence[Record], entities: Entities, library: Library) -> Iterator[Finding]:
    """Two names that look like one person's or one organisation's, where at least one is in no vocabulary."""
    yield from _check_people(records, entities, library)
    yield from _check_organisations(records, entities, library)
    yield from _check_subjects(records, entities, library)


def listed(brief: Brief) -> Iterator[tuple[str, Participant]]:
    """Everybody who takes part or is mentioned, each with the field."""
    for field in ("participants", "mentioned"):
        for place, someone in enumerate(getattr(brief, field)):
            yield f"{field}[{place}]", someone


def in_source(record: Record, name: str, library: Library) -> bool:
    """Whether the article of a brief has a name as it is typed."""
    text = library.sources.get(record.brief.source.file or "")
    return text is not None and name in text.text


# --- people ------------------------------------------------------------------------------------------


def _check_people(records: Sequence[Record], entities: Entities, library: Library) -> Iterator[Finding]:
    uses: dict[str, list[Use]] = defaultdict(list)
    joined: set[str] = set()
    for record in records:
        for field, someone in listed(record.brief):
            ref = entities.find(someone.name)
            if not ref or ref.kind != "people" or ref.id in entities.vocabulary.people:
                continue
            if find_joined_names(someone.name, entities, record.brief.places):
                joined.add(ref.id)  # told with all that is wrong with it
            else:
                uses[ref.id].append(Use(record.path, f"{field}.name", someone.name, record))
    refs = {key: ref for key, ref in entities.refs["people"].items() if ref.id not in joined}
    titled = {key: bare for key in uses if (bare := find_bare(refs[key].name, refs))}
    for key, bare in titled.items():
        yield from (_titled(use, bare) for use in uses[key])
    known = {key: ref.name for key, ref in refs.items()}
    for one, other in sorted({*names.find_similar(known), *_parts_of_others(uses, refs)}):
        if refs[one] == refs[other] or one in titled or other in titled:
            continue
        rarer, usual = _rarer_first(one, other, uses, library)
        yield from (_similar(use, refs[usual].name, "people") for use in uses.get(rarer, ()))


def find_bare(typed: str, refs: Mapping[str, Ref]) -> Ref | None:
    """The one known person whose name stands in a typed one behind or before a title: Mayor Lind, Ada Lind MP."""
    bare = without_office(typed)
    if bare == typed or not bare:
        return None
    if found := refs.get(names.slug(bare)):
        return found
    words = names.slug(bare).split("-")
    tails = (refs.get("-".join(words[start:])) for start in range(1, len(words) - 1))
    if found := next(filter(None, tails), None):
        return found
    ends = {ref for key, ref in refs.items() if key != names.slug(typed) and key.endswith(f"-{words[-1]}")}
    ends = {ref for ref in ends if without_office(ref.name) == ref.name}
    return ends.pop() if len(words) == 1 and len(ends) == 1 else None


def _parts_of_others(uses: _Uses, refs: Mapping[str, Ref]) -> Iterator[tuple[str, str]]:
    """Names with a word or two more than another of two words at least, before or behind it."""
    for key in uses:
        words = key.split("-")
        for more in (1, 2):
            if len(words) - more < 2:
                continue
            before, behind = "-".join(words[more:]), "-".join(words[:-more])
            if before in refs and words[more - 1] not in _LEADS_ON:
                yield (before, key) if before < key else (key, before)
            if behind in refs and words[-1] not in _GENERATION and not _LEADS_ON.intersection(words[-more:]):
                yield (behind, key) if behind < key else (key, behind)


def _titled(use: Use, bare: Ref) -> Finding:
    message = f"“{use.name}” looks like {bare.name} with a title, and would be somebody else with another page"
    there = bare.name if bare.name in use.name else without_office(use.name)
    role = f"\n    role: {title}" if (title := use.name.replace(there, "").strip(" ,")) else ""
    hint = (
        f"did you mean {bare.name}? A title is a field of its own:\n  - name: {bare.name}{role}\n"
        f"or add “{use.name}” to the aliases in briefs/_people.yaml; if they are two people, give both an entry there"
    )
    return Finding(use.path, use.field, "similar-names", message, hint)


# --- organisations -----------------------------------------------------------------------------------


def _check_organisations(records: Sequence[Record], entities: Entities, library: Library) -> Iterator[Finding]:
    """One letter that is another in the name of an organisation, in briefs and in the roles of the vocabulary."""
    typed = dict.fromkeys(chain(_all_organisations(records), (use.name for use in _organisations_in_roles(entities))))
    unlisted: dict[str, str] = {}
    for name in typed:
        ref = entities.find(name, "organisations")
        if ref is None or ref.id not in entities.vocabulary.organisations:
            unlisted.setdefault(names.slug(name), name)
    known = {key: ref.name for key, ref in entities.refs["organisations"].items()} | unlisted
    alike = list(names.find_misspelt(known))
    uses: dict[str, list[Use]] = defaultdict(list)
    for use in (*_organisations_of(records), *_organisations_in_roles(entities)) if alike else ():
        if (key := names.slug(use.name)) in unlisted:
            uses[key].append(use)
    for one, other in alike:
        rarer, usual = _rarer_first(one, other, uses, library)
        yield from (_similar(use, known[usual], "organisations") for use in uses.get(rarer, ()))


def _all_organisations(records: Sequence[Record]) -> Iterator[str]:
    """The names that `_organisations_of` has, in its order, without their fields: of most nothing is to be said."""
    for record in records:
        for someone in (*record.brief.participants, *record.brief.mentioned):
            yield from filter(None, (someone.organisation, someone.side))


def _organisations_of(records: Sequence[Record]) -> Iterator[Use]:
    for record in records:
        for field, someone in listed(record.brief):
            for name in ("organisation", "side"):
                if typed := getattr(someone, name):
                    yield Use(record.path, f"{field}.{name}", typed, record)


def _organisations_in_roles(entities: Entities) -> Iterator[Use]:
    for key, person in entities.vocabulary.people.items():
        for place, role in enumerate(person.roles):
            if role.organisation:
                path = entities.vocabulary.paths["people", key]
                yield Use(path, f"{key}.roles[{place}].organisation", role.organisation, None)


# --- topics and storylines -----------------------------------------------------------------------------


def _check_subjects(records: Sequence[Record], entities: Entities, library: Library) -> Iterator[Finding]:
    """One letter that is another in the name of a topic or of a storyline."""
    named: dict[Literal["topics", "storylines"], Iterator[Use]] = {
        "topics": (Use(r.path, f"topics[{i}]", name, r) for r in records for i, name in enumerate(r.brief.topics)),
        "storylines": (Use(r.path, "storyline", r.brief.storyline, r) for r in records if r.brief.storyline),
    }
    for kind, all_uses in named.items():
        refs, entries = entities.refs[kind], getattr(entities.vocabulary, kind)
        uses: dict[str, list[Use]] = defaultdict(list)
        for use in all_uses:
            if (ref := refs.get(key := names.slug(use.name))) and ref.id not in entries:
                uses[key].append(use)
        seen = {key: names.slug(as_seen(use.name)) for key, (use, *_) in uses.items() if not use.name.isascii()}
        disguised = [(key, right) for key, right in seen.items() if right != key and right in refs]
        alike = names.find_misspelt({key: ref.name for key, ref in refs.items()}) if uses else ()
        for one, other in sorted({*alike, *disguised}):
            rarer, usual = _rarer_first(one, other, uses, library)
            if refs[one] != refs[other]:
                yield from (_similar(use, refs[usual].name, kind) for use in uses.get(rarer, ()))


# --- what is said of two that are alike ----------------------------------------------------------------


def _rarer_first(one: str, other: str, uses: _Uses, library: Library) -> tuple[str, str]:
    """The spelling to ask about, then the other.

    Asked about is one with an odd letter, never the vocabulary's, the rarer, not the source's, the later.
    """

    def often(key: str) -> tuple[int, int]:
        return (key not in uses, len(uses.get(key, ())))

    def is_read(key: str) -> tuple[int, int]:
        return (any(use.record and in_source(use.record, use.name, library) for use in uses.get(key, ())), 0)

    def is_sound(key: str) -> tuple[int, int]:
        return (not any(find_disguised(use.name) for use in uses.get(key, ())), 0)

    for standing in (is_sound, often, is_read):  # the texts are looked into only where the number of uses does not tell
        first, second = standing(one), standing(other)
        if first != second:
            return (one, other) if first < second else (other, one)
    places = [_place(uses[key][0]) if key in uses else (("", ""), False, "") for key in (one, other)]
    return (one, other) if places[0] > places[1] else (other, one)


def _odd_letter(name: str) -> str:
    """A letter in a name that nobody can tell from the right one."""
    disguised = find_disguised(name)
    return f": the “{disguised[1]}” in “{disguised[0]}” is a {disguised[2]}" if disguised else ""


def _place(use: Use) -> tuple[tuple[str, str], bool, str]:
    return (use.record.order if use.record else ("", use.path), use.field.startswith("mentioned"), use.field)


def _similar(use: Use, other: str, kind: str) -> Finding:
    one = "person" if kind == "people" else kind.removesuffix("s")
    return Finding(
        use.path,
        use.field,
        "similar-names",
        f"“{use.name}” and “{other}” look like one {one} spelt in two ways{_odd_letter(use.name)}",
        f"write {other} here too, or add “{use.name}” to the aliases in briefs/_{kind}.yaml; "
        f"if they are two {kind}, give both an entry there",
    )
