"""Wives, sons and sisters whom a text names by the first name and later by the surname of the family."""

from __future__ import annotations

from collections.abc import Mapping

from generator.articles.member import Member

_MOST = 100  # people
_COURTESY = frozenset(["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss"])
_KIN = frozenset(
    (
        "wife", "widow", "husband", "widower", "mother", "father", "daughter", "son", "sister", "brother", "partner",
        "parent", "grandmother", "grandfather", "granddaughter", "grandson", "aunt", "uncle", "niece", "nephew"
    )
)  # fmt: skip


def name_kin(found: dict[tuple[str, ...], Member]) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Tom Garrity was lost. His widow, Jean, … Mrs Garrity: she is Jean Garrity. The old words of a name -> the new."""
    aliases: dict[tuple[str, ...], tuple[str, ...]] = {}
    titled = [one for one in found.values() if len(one.words) == 1 and one.gender and one.offices & _COURTESY]
    if not titled:
        return aliases
    kin = [one for one in found.values() if len(one.words) == 1 and one.offices & _KIN][:_MOST]
    families: dict[str, list[Member]] = {}
    for one in found.values():
        if len(one.words) > 1:
            families.setdefault(one.words[-1], []).append(one)
    for called in titled:
        family = families.get(called.words[0], [])
        if not family or any(one.gender in ("", called.gender) for one in family):
            continue
        own = [one for one in kin if one.gender in ("", called.gender) and one.first < called.first]
        if len(own) == 1 and own[0].words not in aliases:
            words = (*own[0].words, *called.words)
            found[words] = own[0]._replace(
                name=f"{own[0].name} {called.name}", words=words, gender=called.gender, age=own[0].age or called.age
            )
            for old in (own[0].words, called.words):
                aliases[old] = words
                found.pop(old, None)
    return aliases
