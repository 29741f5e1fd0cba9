"""What somebody meant who typed something near to an id, an address, a language code, or true and false."""

from __future__ import annotations

import re

from generator.lookalikes import as_seen

_TRUTHS_ELSEWHERE = {
    **dict.fromkeys(("ja", "oui", "sí", "si", "да", "так", "wahr", "vrai", "是", "نعم", "y", "1", "x"), "true"),
    **dict.fromkeys(("nein", "non", "нет", "ні", "falsch", "faux", "否", "لا", "n", "0", "none"), "false"),
}
_STILL = re.compile(
    r"today|now|present|current|ongoing|incumbent|heute|jetzt|aktuell|aujourd['’]hui|présent|actuel|hoy|actual|actualidad|"
    r"сегодня|сейчас|наст\.? ?время|сьогодні|зараз|至今|现在|حتى الآن|-|–|…",
    re.IGNORECASE,
)


def as_id(text: str) -> str:
    """An id that was probably meant: a file's path, a page's address, capitals, spaces; nothing where several are."""
    if re.search(r"[,;]", text):
        return ""
    path = re.sub(r"^(?:https?://[^/]+)?/+", "", as_seen(text).strip().lower())
    path = re.sub(r"\.ya?ml(?=#|$)", "", re.sub(r"^(?:.*/)?briefs/", "", path))
    return re.sub(r"/(?=#)|(?<=[/#])-|-(?=[/#])", "", re.sub(r"[^a-z0-9/#]+", "-", path)).strip("-/")


def as_step(text: str) -> str:
    """A step that was probably meant: its place on a page, too."""
    return as_id(text).replace("#step-", "#") if "#" in text else ""


def as_address(text: str) -> str:
    """A web address that was probably meant: without its https://, or in brackets or marks."""
    bare = text.strip("<>\"'“” ")
    return bare if "://" in bare else f"https://{bare}" if re.match(r"[\w-]+(\.[\w-]+)+(/|$)", bare) else ""


def as_language(text: str) -> str:
    """A language code that was probably meant: the name of the language, or another sign between its parts."""
    plain = text.strip().casefold().replace("_", "-")
    return _LANGUAGES.get(plain, plain if "-" in plain else "")


_LANGUAGES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es",
    "español": "es", "russian": "ru", "русский": "ru", "ukrainian": "uk", "українська": "uk", "chinese": "zh",
    "中文": "zh", "arabic": "ar", "العربية": "ar", "italian": "it", "portuguese": "pt", "polish": "pl",
    "turkish": "tr", "japanese": "ja", "hebrew": "he", "dutch": "nl",
}  # fmt: skip


def truth_meant(text: str) -> str:
    """True or false, where it is a word of another language for one of them; else both."""
    return _TRUTHS_ELSEWHERE.get(text.strip().lower(), "true or false")


def lasts(text: str) -> bool:
    """Whether a text in the place of an end says that there is none yet: today, present."""
    return _STILL.fullmatch(text.strip()) is not None
