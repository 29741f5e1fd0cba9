"""Names: how one is found again, becomes an address, and looks like another."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})
#: Apostrophes, dots, what has no width, and what may be written or not: the vowels of Arabic and Hebrew
_SILENT = re.compile(
    r"['’‘ʼ`´.\u00ad\u200b-\u200f\ufe00-\ufe0f]"
    r"|[\u0640\u064b-\u0652\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]"
)
_GAP = re.compile(r"[^\w]+|_+")
_DASHES = re.compile("-+")
_SHORT = 4  # letters; one of so few that is another makes another name: Iran, Iraq
_LONGEST = 80  # characters
_BYTES = 240  # file systems take 255


@lru_cache(maxsize=1 << 16)  # a desk names the same few thousand people again and again
def slug(name: str) -> str:
    """The address of a name: lower case with hyphens, Latin letters without accents, other scripts as they are.

    Two names with one slug are one name. Never empty, never longer than a file name may be.
    """
    bare = _latin_without_marks(unicodedata.normalize("NFC", name).casefold().translate(_LETTERS))
    words = _hyphened(_SILENT.sub("", bare)).strip("-")
    kept = words[:_LONGEST].encode()[:_BYTES].decode(errors="ignore")
    if not words or kept != words:
        words = f"{kept}-{hashlib.sha256(name.encode()).hexdigest()[:8]}".strip("-")
    return f"{words}-1" if words == "index" else words  # index.md is the list's own page


def _hyphened(text: str) -> str:
    """Words with hyphens between them; marks stay with their letters: the vowels of Hindi, Tamil and Thai are marks."""
    if text.isascii():
        return _GAP.sub("-", text)
    kept = ""
    for letter in text:
        is_mark = kept[-1:] not in ("", "-") and unicodedata.category(letter) in ("Mn", "Mc")
        kept += letter if letter.isalnum() or is_mark else "-"
    return _DASHES.sub("-", kept)


def _latin_without_marks(text: str) -> str:
    if text.isascii():
        return text
    bare: list[str] = []
    for letter in text:
        base = unicodedata.normalize("NFD", letter)[0]
        if not (unicodedata.combining(letter) and bare and "a" <= bare[-1] <= "z"):
            bare.append(base if "a" <= base <= "z" else letter)
    return unicodedata.normalize("NFC", "".join(bare))


def find_nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that was probably meant, or None: a slip of the pen, or one word of exactly one name."""
    wanted = slug(name)
    forms: dict[str, set[str]] = defaultdict(set)
    for choice in known:
        whole = slug(choice)
        for form in {whole, *(whole.split("-") if "-" not in wanted else ())}:
            forms[form].add(choice)
    near = process.extractOne(
        wanted, sorted(forms), scorer=DamerauLevenshtein.distance, score_cutoff=max(1, len(wanted) // 4)
    )
    meant = forms[near[0]] if near else ()
    return next(iter(meant)) if len(meant) == 1 else None


def find_similar(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of ids (slug -> name) whose names look like one person's, each pair once, in the order of ids.

    Alike are: the same words in another order, or the same letters in other words; all words but one the same and that
    one a slip apart; the same with an initial or a middle name more; one word that is the last of exactly one longer
    name.
    """
    words = {key: tuple(key.split("-")) for key in names}
    found: set[tuple[str, str]] = set()
    for group in _sharing_all_but_one(words).values():
        for first, second, one, other in _pairs(group):
            if _slip(one, other):
                found.add(_in_order(first, second))
    for keys in _same_ends(words).values():
        found.update(_in_order(a, b) for a in keys for b in keys if a < b and _one_name_more(words[a], words[b]))
    by_last: dict[str, list[str]] = defaultdict(list)
    for key, parts in words.items():
        if len(parts) > 1:
            by_last[parts[-1]].append(key)
    found.update(_in_order(key, by_last[key][0]) for key in words if len(by_last.get(key, ())) == 1)
    by_set: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, parts in words.items():
        by_set[tuple(sorted(parts))].append(key)
        by_set["".join(parts),].append(key)  # Anna-Lena, Annalena
    found.update(_in_order(a, b) for keys in by_set.values() for a in keys for b in keys if a < b)
    yield from sorted(found)


def find_misspelt(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of ids (slug -> name) of which one word has a letter too many, too few, another or two changed about."""
    words = {key: tuple(key.split("-")) for key in names}
    found = {
        _in_order(first, second)
        for group in _sharing_all_but_one(words).values()
        for first, second, one, other in _pairs(group)
        if _slip(one, other, most=1)
    }
    shortened: dict[str, list[str]] = defaultdict(list)  # one letter apart: the same with a letter less
    for key, parts in words.items():
        if len(parts) == 1 and len(key) > _SHORT:
            for less in {key, *(key[:place] + key[place + 1 :] for place in range(len(key)))}:
                shortened[less].append(key)
    for alike in shortened.values():
        found.update(_in_order(a, b) for a in alike for b in alike if a < b and _slip(a, b, most=1))
    yield from sorted(found)


def _in_order(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _sharing_all_but_one(words: Mapping[str, tuple[str, ...]]) -> Mapping[tuple[object, ...], list[tuple[str, str]]]:
    """Names by what is left when one word is taken out, so that only near names are ever compared."""
    groups: dict[tuple[object, ...], list[tuple[str, str]]] = defaultdict(list)
    for key, parts in words.items():
        if len(parts) > 1:
            for place, part in enumerate(parts):
                groups[(place, *parts[:place], None, *parts[place + 1 :])].append((key, part))
    return groups


def _pairs(group: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str, str, str]]:
    for index, (first, one) in enumerate(group):
        for second, other in group[index + 1 :]:
            yield first, second, one, other


def _slip(one: str, other: str, most: int = 2) -> bool:
    """One letter apart in words of four letters, two in words of eight; never in digits."""
    shorter = min(len(one), len(other))
    if shorter < 4 or any(letter.isdigit() for letter in one + other):
        return False
    allowed = min(most, 2 if shorter >= 8 else 1)
    return DamerauLevenshtein.distance(one, other, score_cutoff=allowed) <= allowed


def _same_ends(words: Mapping[str, tuple[str, ...]]) -> Mapping[tuple[str, str], list[str]]:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, parts in words.items():
        if len(parts) > 1:
            groups[parts[0], parts[-1]].append(key)
    return groups


def _one_name_more(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(longer) == len(shorter) + 1 and shorter == (*longer[: len(shorter) - 1], longer[-1])
