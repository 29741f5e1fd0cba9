"""The cast of a text: who is named in it, in which forms, with which offices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.articles.cases import basic_name
from generator.articles.couples import with_couples
from generator.articles.genders import told_by_pronouns
from generator.articles.kin import name_kin
from generator.articles.member import Member
from generator.articles.reporter import Sentence
from generator.articles.sightings import find_sightings
from generator.wordlists import WordLists


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody named, by the fullest name."""

    members: tuple[Member, ...]
    by_word: Mapping[str, tuple[Member, ...]]  # a word of the name (for inflecting languages, its stem) -> members
    lang: str


def find_cast(sentences: Sequence[Sentence], names: Sequence[str], lists: WordLists) -> Cast:
    """Read the names off the reporter's words; `names` are known beforehand."""
    found: dict[tuple[str, ...], Member] = {}
    sightings = [sight for sight in find_sightings(sentences, lists) if not sight.is_weak]
    if lists.lang in ("ru", "uk"):
        sightings = with_couples(sightings, sentences, lists.lang)
    typed = frozenset(sight.name.rpartition(" ")[2] for sight in sightings)
    for sight in sightings:
        member = found.get(sight.words)
        if member is None:
            name = basic_name(sight.name, typed, lists.lang, sight.told) if lists.lang in ("ru", "uk") else sight.name
            found[sight.words] = Member(
                name, sight.words, sight.first, sight.offices, sight.gender, sight.role, sight.is_placed, sight.age
            )
            continue
        if sight.offices or sight.gender or sight.role or sight.is_placed or sight.age:
            found[sight.words] = member._replace(
                offices=member.offices | sight.offices,
                gender=member.gender or sight.gender,
                role=member.role or sight.role,
                is_placed=member.is_placed or sight.is_placed,
                age=member.age or sight.age,
            )
    for name in names:
        words = tuple(name.lower().replace("’", "'").split())
        if words and words not in found:
            found[words] = Member(name, words, 1 << 60)
    aliases = name_kin(found) if lists.lang == "en" else {}
    full = _full_names(found, lists.lang)
    _fold(found, full, lists.lang)
    full = {**full, **aliases}
    for words, gender in told_by_pronouns(sentences, sightings, full, lists).items():
        found[words] = found[words]._replace(gender=found[words].gender or gender)
    if lists.lang in ("ru", "uk", "en"):  # Коцюби is Раїса Коцюба
        found = {words: member for words, member in found.items() if full.get(words, words) == words}
    members = tuple(sorted(found.values(), key=lambda member: (member.first, member.name)))
    by_word: dict[str, list[Member]] = {}
    for member in members:
        for word in dict.fromkeys(stem(word, lists.lang) for word in member.words):
            by_word.setdefault(word, []).append(member)
    return Cast(members, {word: tuple(some) for word, some in by_word.items()}, lists.lang)


def _full_names(found: Mapping[tuple[str, ...], Member], lang: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Each name, and the one longer name that ends with the same word; itself where there is none or are several."""
    by_last: dict[str, list[tuple[str, ...]]] = {}
    for words in found:
        if len(words) > 1:
            by_last.setdefault(stem(words[-1], lang), []).append(words)
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for words in found:
        if 1 < len(words) < 4 and lang == "en":
            by_first.setdefault(words[0], []).append(words)
    given = {words: longer[0] for words in found if len(words) == 1 and len(longer := by_first.get(words[0], [])) == 1}
    return given | {
        words: longer[0] if len(words) == 1 and len(longer := by_last.get(stem(words[-1], lang), [])) == 1 else words
        for words in found
        if words not in given or stem(words[-1], lang) in by_last
    }


def _fold(found: dict[tuple[str, ...], Member], full: Mapping[tuple[str, ...], tuple[str, ...]], lang: str) -> None:
    """What is said of a short name is said of the full one: Ms Trask, Chancellor Brandt."""
    for words, longer in full.items():
        short, member = found[words], found[longer]
        if words != longer and {short.gender, member.gender} != {"m", "f"}:
            found[longer] = member._replace(
                first=min(member.first, short.first) if lang == "en" else member.first,
                offices=member.offices | short.offices,
                gender=member.gender or short.gender,
                role=member.role or short.role,
                age=member.age or short.age,
            )


def stem(word: str, lang: str) -> str:
    """A word without its ending of case, in the languages whose names have one."""
    if lang in ("ru", "uk") and len(word) > 3:
        long = next((one for one in ("ого", "его", "ому", "ему") if word.endswith(one)), "")
        bare = word.removesuffix(long).rstrip("аеёиіїоуыэюяйьєґ")
        for ending in ("ым", "им", "ом", "ем", "ов", "ев"):
            if (
                bare.endswith(ending[-1])
                and word.endswith(("ым", "им", "ом", "ем", "єм", "ою", "ею"))
                and len(bare) > 4
            ):
                bare = bare[:-1].rstrip("аеёиіїоуыэюя")
                break
        return bare if len(bare) >= 3 else word
    return word.removesuffix("'s").removesuffix("s'") if lang == "en" else word


def resolve(cast: Cast, words: Sequence[str], place: int, told: str = "") -> Member | None:
    """The member whom a name means at a place of the text: the fullest name that holds it, the last before.

    `told` is the gender that a title beside it tells: Mrs Amory is not Paul Amory.
    """
    wanted = [stem(word, cast.lang) for word in words]
    if not wanted:
        return None
    if cast.lang == "zh":
        holding = [one for one in cast.members if wanted[-1] in one.name or one.name in wanted[-1]]
        return max(
            holding, key=lambda one: (one.first <= place, len(one.name) > len(wanted[-1]), one.first), default=None
        )
    fitting = [member for member in cast.by_word.get(wanted[-1], ()) if _holds(member, wanted, cast.lang)]
    # по словам Журавля, who is Журавель
    if (
        not any(len(one.words) > 1 for one in fitting)
        and cast.lang in ("ru", "uk")
        and len(wanted) == 1
        and len(wanted[0]) > 3
    ):
        fitting += [one for vowel in "ео" for one in cast.by_word.get(f"{wanted[0][:-1]}{vowel}{wanted[0][-1]}", ())]
    if not fitting:
        return None
    if len(fitting) == 1:
        return fitting[0]
    if told and len(wanted) == 1:
        fitting = [one for one in fitting if one.gender in ("", told)] or fitting
        fitting = [
            one for one in fitting if len(one.words) > 1 and one.gender == told and one.first <= place
        ] or fitting
    longest = max(
        fitting, key=lambda member: (len(member.words) > 1, member.first <= place, len(member.words), -member.first)
    )
    same_last = [
        one for one in fitting if len(one.words) > 1 and one.words[-1] == longest.words[-1] and one.first <= place
    ]
    return (
        max(same_last, key=lambda one: (len(one.words) == len(longest.words), one.first))
        if len(wanted) == 1 and len(same_last) > 1
        else longest
    )


def _holds(member: Member, wanted: Sequence[str], lang: str) -> bool:
    """Whether a name that has the last of these words has them all, side by side or as its first and its last."""
    size = len(wanted)
    if size == 1:
        return True
    own = [stem(word, lang) for word in member.words]
    if any(own[start : start + size] == list(wanted) for start in range(len(own) - size + 1)):
        return True
    return own[0] == wanted[0] and own[-1] == wanted[-1]
