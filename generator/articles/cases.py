"""Names of people in Russian and Ukrainian in their basic form: по словам Ларисы Стрешневой -> Лариса Стрешнева."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from generator.wordlists import gender_of

_GIVEN = (
    ("ы", "а"), ("и", "я"), ("и", "а"), ("і", "а"), ("ї", "я"), ("ой", "а"), ("ою", "а"), ("ей", "я"), ("е", "а"),
    ("а", ""), ("я", "й"), ("я", "ь"), ("у", ""), ("ю", "й"), ("ю", "ь"), ("ом", ""), ("ем", "й"), ("ові", ""),
    ("а", "о"), ("у", "о"), ("ом", "о"), ("у", "а"), ("ю", "я"),
)  # fmt: skip
_WOMEN = (
    ("ской", "ская"), ("цкой", "цкая"), ("ської", "ська"), ("цької", "цька"), ("ською", "ська"), ("ной", "ная"),
    ("ої", "а"), ("ой", "а"), ("ей", "а"), ("ою", "а"), ("скую", "ская"), ("цкую", "цкая"), ("ную", "ная"),
    ("ову", "ова"), ("еву", "ева"), ("ёву", "ёва"), ("ину", "ина"), ("ську", "ська"), ("и", "а"), ("ы", "а"),
)  # fmt: skip
_MEN = (
    ("ского", "ский"), ("цкого", "цкий"), ("ским", "ский"), ("ського", "ський"), ("цького", "цький"), ("енка", "енко"),
    ("енком", "енко"), ("ного", "ный"), ("ого", "ий"), ("ица", "иц"), ("ца", "ец"), ("ця", "ець"), ("ия", "ий"),
    ("ія", "ій"), ("ея", "ей"), ("ая", "ай"), ("уя", "уй"), ("ую", "уй"), ("аю", "ай"),
    ("ею", "ей"), ("ію", "ій"), ("ию", "ий"), ("ю", "ь"), ("ові", ""), ("єві", "й"), ("еві", "ь"),
    ("я", "ь"), ("а", ""), ("ым", ""), ("им", ""), ("ом", ""), ("ем", ""),
    ("у", ""), ("и", "а"), ("ы", "а"),
)  # fmt: skip
_OTHER_MEN = {"uk": (("ного", "ний"), ("лого", "лий"), ("рого", "рий"), ("вого", "вий"))}
_FATHERS_OF_MEN = (("ича", "ич"), ("ичу", "ич"), ("ичем", "ич"), ("иче", "ич"), ("ичеві", "ич"))
_FATHERS_OF_WOMEN = (("вны", "вна"), ("вне", "вна"), ("вной", "вна"), ("чны", "чна"), ("чне", "чна"), ("чной", "чна"),
                     ("вни", "вна"), ("вні", "вна"), ("вною", "вна"))  # fmt: skip
_FATHERS = ("ович", "евич", "йович", "ьич", "мич", "кич", "овна", "евна", "инична", "івна", "ївна")


#: Russian first names whose vowel goes in the other cases.
_FLEETING = {
    form: name
    for name, forms in {
        "Павел": ("Павла", "Павлу", "Павлом", "Павле"), "Пётр": ("Петра", "Петру", "Петром", "Петре"),
        "Лев": ("Льва", "Льву", "Львом", "Льве"),
    }.items()
    for form in forms
}  # fmt: skip


def is_patronymic(word: str) -> bool:
    """Whether a word has the form of a father's name, in any case: Петрович, Ильиничны, Дем'янівною."""
    stem = word.rstrip("аыуеіиюой").removesuffix("м")
    return any(word.endswith(one) or (len(stem) > 4 and stem.endswith(one.rstrip("а"))) for one in _FATHERS)


@lru_cache(maxsize=1 << 14)
def given_of(word: str) -> str:
    """Whether a first name in any case is a woman's or a man's: `f`, `m` or nothing."""
    if word.capitalize() in _FLEETING:
        return "m"
    return gender_of(word) or next((told for one in _candidates(word, _GIVEN) if (told := gender_of(one))), "")


def basic_name(name: str, known: Collection[str] = (), lang: str = "ru", told: str = "") -> str:
    """The name in its basic form, where the given name is one that is known; else as it is.

    Of several forms that the surname may have, one that is `known` from elsewhere in the text goes first.
    """
    words = name.split()
    if len(words) < 2 or gender_of(words[0].lower()):
        return name
    fleeting = _FLEETING.get(words[0]) if lang == "ru" else None
    found = (fleeting, "m") if fleeting else next(_named(words[0]), None)
    if found is None:
        return name
    given, gender = found
    if told == "f" and gender == "m":
        women = (one for one, kind in _named(words[0]) if kind == "f")
        given, gender = next(((one, "f") for one in women), (given, gender))  # 77-летнюю Евгению
    if words[-1].endswith(("ый", "ий")) and gender == "m" and lang == "ru":
        return name  # Гаврила Фабричный
    endings = _WOMEN if gender == "f" else (*_OTHER_MEN.get(lang, ()), *_MEN)
    forms = list(_candidates(words[-1], endings, least=1))
    family = next((form for form in forms if form in known), None)
    if family is None:
        family = words[-1] if words[-1] in known and not forms else next(iter(forms), words[-1])
    if len(words) == 3 and is_patronymic(words[1].lower()):
        father = next(_candidates(words[1], _FATHERS_OF_WOMEN if gender == "f" else _FATHERS_OF_MEN), words[1])
        return f"{given} {father} {family}"
    return f"{given} {family}" if len(words) == 2 else name


def _named(word: str) -> Iterator[tuple[str, str]]:
    """The first names that a word can be in its first case, each with what it tells."""
    return ((one, gender) for one in _candidates(word, _GIVEN) if (gender := gender_of(one.lower())))


def _candidates(word: str, endings: tuple[tuple[str, str], ...], least: int = 3) -> Iterator[str]:
    """What a word can be in its first case; `least` letters must be left of it."""
    return (
        word.removesuffix(old) + new for old, new in endings if word.endswith(old) and len(word) >= len(old) + least
    )
