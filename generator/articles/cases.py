"""Names of people in Russian and Ukrainian in their basic form: по словам Ларисы Стрешневой -> Лариса Стрешнева."""

from __future__ import annotations

from collections.abc import Iterator

from generator.wordlists import gender_of

_GIVEN = (
    ("ы", "а"), ("и", "я"), ("и", "а"), ("і", "а"), ("ї", "я"), ("ой", "а"), ("ою", "а"), ("ей", "я"), ("е", "а"),
    ("а", ""), ("я", "й"), ("я", "ь"), ("у", ""), ("ю", "й"), ("ю", "ь"), ("ом", ""), ("ем", "й"), ("ові", ""),
    ("а", "о"),
)  # fmt: skip
_WOMEN = (
    ("ской", "ская"), ("цкой", "цкая"), ("ської", "ська"), ("цької", "цька"), ("ською", "ська"), ("ой", "а"),
    ("ей", "а"), ("ої", "а"), ("ою", "а"),
)  # fmt: skip
_MEN = (
    ("ского", "ский"), ("цкого", "цкий"), ("ским", "ский"), ("ського", "ський"), ("цького", "цький"), ("енка", "енко"),
    ("ова", "ов"), ("ева", "ев"), ("єва", "єв"), ("ина", "ин"), ("овым", "ов"), ("евым", "ев"), ("иным", "ин"),
    ("ука", "ук"), ("юка", "юк"), ("ака", "ак"), ("яка", "як"), ("ича", "ич"), ("ана", "ан"),
)  # fmt: skip


def basic_name(name: str) -> str:
    """The name in its basic form, where the given name is one that is known; else as it is."""
    words = name.split()
    if len(words) < 2 or gender_of(words[0].lower()):
        return name
    found = next(((one, gender) for one in _candidates(words[0], _GIVEN) if (gender := gender_of(one.lower()))), None)
    if found is None:
        return name
    given, gender = found
    family = next(_candidates(words[-1], _WOMEN if gender == "f" else _MEN), words[-1])
    return f"{given} {family}" if len(words) == 2 else name


def _candidates(word: str, endings: tuple[tuple[str, str], ...]) -> Iterator[str]:
    return (word.removesuffix(old) + new for old, new in endings if word.endswith(old) and len(word) > len(old) + 2)
