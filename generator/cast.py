"""The cast of a text: who is named in it, in which forms, with which offices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.arabic import arabic_names
from generator.chinese import chinese_names
from generator.phrases import find_name, is_role
from generator.reporter import Sentence, Token
from generator.wordlists import WordLists


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody or something named: the fullest name, its words in lower case, and what the text says of them."""

    name: str
    words: tuple[str, ...]
    first: int  # where the name stands first
    offices: frozenset[str] = frozenset()
    gender: str = ""  # m, f, n (a body) or nothing


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody named, by the fullest name."""

    members: tuple[Member, ...]
    by_word: Mapping[str, tuple[Member, ...]]  # a word of the name (for inflecting languages, its stem) -> members
    lang: str


def find_cast(sentences: Sequence[Sentence], names: Sequence[str], lists: WordLists) -> Cast:
    """Read the names off the reporter's words; `names` are known beforehand."""
    found: dict[tuple[str, ...], Member] = {}
    common = _common_words(sentences)
    whole = "\n".join(one.text for sentence in sentences for one in sentence.tokens) if lists.lang == "zh" else ""
    for sentence in sentences:
        if lists.lang == "zh":
            for name, offices in chinese_names(sentence, whole, lists):
                _put(found, (name.text,), name.text, name.start, offices, _gender(offices, (), lists))
        elif lists.lang == "ar":
            for name, offices in arabic_names(sentence, lists):
                words = tuple(one.lower for one in name)
                _put(
                    found,
                    words,
                    " ".join(one.text for one in name),
                    name[0].start,
                    offices,
                    _gender(offices, (), lists),
                )
        else:
            for run in _runs(sentence.tokens, common, lists):
                _add(found, sentence.tokens, run, lists)
    for name in names:
        words = tuple(name.lower().replace("’", "'").split())
        if words and words not in found:
            found[words] = Member(name, words, 1 << 60)
    members = tuple(sorted(found.values(), key=lambda member: (member.first, member.name)))
    by_word: dict[str, list[Member]] = {}
    for member in members:
        for word in dict.fromkeys(stem(word, lists.lang) for word in member.words):
            by_word.setdefault(word, []).append(member)
    return Cast(members, {word: tuple(some) for word, some in by_word.items()}, lists.lang)


def stem(word: str, lang: str) -> str:
    """A word without its ending of case, in the languages whose names have one."""
    if lang in ("ru", "uk") and len(word) > 3:
        bare = word.rstrip("аеёиіїоуыэюяйьєґ")
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


def resolve(cast: Cast, words: Sequence[str], place: int) -> Member | None:
    """The member whom a name means at a place of the text: the fullest name that holds it, the one named last before."""
    wanted = [stem(word, cast.lang) for word in words]
    if not wanted:
        return None
    if cast.lang == "zh":
        holding = [one for one in cast.members if wanted[-1] in one.name or one.name in wanted[-1]]
        return max(
            holding, key=lambda one: (one.first <= place, len(one.name) > len(wanted[-1]), one.first), default=None
        )
    fitting = [member for member in cast.by_word.get(wanted[-1], ()) if _holds(member, wanted, cast.lang)]
    if not fitting:
        return None
    longest = max(fitting, key=lambda member: (member.first <= place, len(member.words), -member.first))
    same_last = [
        one for one in fitting if len(one.words) > 1 and one.words[-1] == longest.words[-1] and one.first <= place
    ]
    return (
        max(same_last, key=lambda one: (len(one.words) == len(longest.words), one.first))
        if len(wanted) == 1 and len(same_last) > 1
        else longest
    )


def _holds(member: Member, wanted: Sequence[str], lang: str) -> bool:
    own = [stem(word, lang) for word in member.words]
    size = len(wanted)
    if any(own[start : start + size] == list(wanted) for start in range(len(own) - size + 1)):
        return True
    return size > 1 and own[0] == wanted[0] and own[-1] == wanted[-1]


# --- reading names --------------------------------------------------------------------------------------


def _common_words(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Words that the text also writes without a capital: they are no names where they begin a sentence."""
    return frozenset(
        token.text for sentence in sentences for token in sentence.tokens if token.is_word and not token.is_capital
    )


def _runs(tokens: Sequence[Token], common: frozenset[str], lists: WordLists) -> Iterator[tuple[int, int]]:
    """Runs of capitals with the particles, words for offices and articles before and between them."""
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if not (token.is_word and token.is_capital) or (
            place == 0 and (token.lower in lists.common or token.lower in common)
        ):
            place += 1
            continue
        end = place + 1
        while end < len(tokens) and _goes_on(tokens, end, lists):
            end += 1
        while not tokens[end - 1].is_capital:
            end -= 1
        yield place, end
        place = end


def _goes_on(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    token = tokens[place]
    if not token.is_word or tokens[place - 1].lower.endswith("'s"):
        return False
    if token.is_capital:
        return True
    if token.lower in lists.particles:
        return any(one.is_capital for one in tokens[place + 1 : place + 3] if one.is_word)
    return False


def _add(found: dict[tuple[str, ...], Member], tokens: Sequence[Token], run: tuple[int, int], lists: WordLists) -> None:
    start, end = run
    low = start
    while (
        low > 0
        and tokens[low - 1].is_word
        and (
            is_role(tokens[low - 1].lower, lists)
            or tokens[low - 1].lower in lists.female
            or tokens[low - 1].lower in lists.male
        )
    ):
        low -= 1
    name = find_name(tokens[low:end], lists)
    if not name or (
        lists.lang == "de" and len(name) == 1 and not any(is_role(one.lower, lists) for one in tokens[low:end])
    ):
        return
    name = _without_possessive(name)
    words = tuple(one.lower for one in name)
    before = [one for one in tokens[low:end] if one.start < name[0].start]
    offices = {one.lower for one in before if one.is_word} | set(_apposition(tokens, end, lists))
    offices |= {one.lower for one in name if one.lower in lists.bodies}
    gender = _gender(offices | {one.lower for one in before}, words, lists)
    text = " ".join(one.text for one in name)
    _put(found, words, text, name[0].start, frozenset(offices), gender)


def _put(
    found: dict[tuple[str, ...], Member],
    words: tuple[str, ...],
    name: str,
    first: int,
    offices: frozenset[str],
    gender: str,
) -> None:
    old = found.get(words)
    if old:
        found[words] = Member(old.name, words, old.first, old.offices | offices, old.gender or gender)
    else:
        found[words] = Member(name, words, first, offices, gender)


def _without_possessive(name: tuple[Token, ...]) -> tuple[Token, ...]:
    last = name[-1]
    if last.lower.endswith("'s"):
        return (*name[:-1], Token(last.start, last.end - 2, last.text[:-2], last.lower[:-2]))
    return name


def _apposition(tokens: Sequence[Token], end: int, lists: WordLists) -> Iterator[str]:
    """What the text says of a name right after it: , the transport secretary, … , who chairs the committee, …"""
    if end + 1 >= len(tokens) or tokens[end].text not in ",(—–":
        return
    for token in tokens[end + 1 : end + 12]:
        if token.text in ",.;:()—–" or token.is_quote:
            return
        if (token.is_word and not token.is_capital and token.lower not in lists.common) or is_role(token.lower, lists):
            yield token.lower


def _gender(words: Iterable[str], name: tuple[str, ...], lists: WordLists) -> str:
    told = set(words)
    if told & lists.female and not told & lists.male:
        return "f"
    if told & lists.male and not told & lists.female:
        return "m"
    if any(word in lists.bodies for word in name):
        return "n"
    return ""
