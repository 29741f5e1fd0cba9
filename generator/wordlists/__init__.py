"""The word lists of a language: what negates, doubts, reports and counts. Data files, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

#: The languages that have lists.
LANGUAGES = ("ar", "de", "en", "es", "fr", "ru", "uk", "zh")
#: Norwegian is written in two ways, each with a code of its own.
_NORWEGIAN = {"nb": "no", "nn": "no"}


@dataclass(frozen=True, slots=True)
class WordLists:
    """Lower-case words and phrases (with single spaces) of one language; few or none of one without lists.

    `pronouns` tell gender and number: `m`, `f`, `n` (an office or a body), `p` (plural), or several letters.
    """

    lang: str
    negation: frozenset[str] = frozenset()
    denial: frozenset[str] = frozenset()  # it is wrong that, far from, deny
    disowning: frozenset[str] = frozenset()  # in the reporter's words: declined to say, brushed aside, rumours that
    contrast: frozenset[str] = frozenset()
    condition: frozenset[str] = frozenset()
    exception: frozenset[str] = frozenset()
    hedge: frozenset[str] = frozenset()
    modal: frozenset[str] = frozenset()
    question: frozenset[str] = frozenset()
    quantity: frozenset[str] = frozenset()  # how many of them: most, many, few, a part
    magnitude: frozenset[str] = frozenset()  # million, percent, kilometres: what a number needs
    reporting: frozenset[str] = frozenset()  # verbs in every form that news uses
    asking: frozenset[str] = frozenset()  # verbs of those who ask: “Were you there?” Bell asked
    replying: frozenset[str] = frozenset()  # verbs of those who answer, who are others: “No,” the witness replied
    according: frozenset[str] = frozenset()  # according to, laut, по словам: the speaker follows
    views: frozenset[str] = frozenset()  # of these the ones that need a comma: For Lopez, …
    auxiliary: frozenset[str] = frozenset()  # has, a, hat: stands before a reporting verb
    pronouns: Mapping[str, str] = field(default_factory=dict)
    female: frozenset[str] = frozenset()  # words that tell that a person is a woman
    male: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()  # what people are: president, spokesman, widow
    bodies: frozenset[str] = frozenset()  # what speaks without being a person: ministry, Kremlin, company
    documents: frozenset[str] = frozenset()  # what is written, and speaks for nobody but its author: report, letter
    single: frozenset[str] = frozenset()  # of them those that need no other name: the government, the police
    titles: frozenset[str] = frozenset()  # Mr, Dr, President: stand before a name
    particles: frozenset[str] = frozenset()  # van, de, bin: small letters inside a name
    abbreviations: frozenset[str] = frozenset()  # with their full stop
    months: frozenset[str] = frozenset()
    seasons: frozenset[str] = frozenset()  # when something is to come: in the spring, por Navidad
    weekdays: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()  # the most frequent words: they tell the language, and are no names
    works: frozenset[str] = frozenset()  # what has a title: film, book
    future: frozenset[str] = frozenset()  # what next steps are told with
    # The small words of the grammar, and reporting words that need a closer look.
    weak: frozenset[str] = frozenset()  # verbs that report beside a quotation only: continue, think
    nouns: frozenset[str] = frozenset()  # reporting words that are more often nouns: report, claim
    towards: frozenset[str] = frozenset()  # the one who hears follows: disse à Lusa, säger till TT
    prepositions: frozenset[str] = frozenset()  # go on with a noun phrase: a resident of the town
    linking: frozenset[str] = frozenset()  # of them those that always do
    stops: frozenset[str] = frozenset()  # end a noun phrase: and, that, who
    definite: frozenset[str] = frozenset()  # articles that point back: the envoy
    own: frozenset[str] = frozenset()  # pronouns of the writer and the reader: I, you
    oblique: frozenset[str] = frozenset()  # pronouns that are no subject
    relative: frozenset[str] = frozenset()  # who, which
    being: frozenset[str] = frozenset()  # makes a passive with a participle
    having: frozenset[str] = frozenset()  # has, will: no noun phrase goes on behind it
    by: frozenset[str] = frozenset()  # and the one who acts follows
    departments: frozenset[str] = frozenset()  # Secretary of State, of Defense
    inverting: frozenset[str] = frozenset()  # verbs that may stand before their subject between commas: , said Holt,
    same: frozenset[str] = frozenset()  # mean somebody known, and tell no office: l'intéressé, el regidor
    alike: frozenset[str] = (
        frozenset()
    )  # words for one office, and > wider ones: entrenador = técnico, director > responsable
    posts: frozenset[str] = frozenset()  # have a holder of their own: la ministre is not the singer named before
    surnames: frozenset[str] = frozenset()  # where names have no capitals: 王, 欧阳
    impersonal: frozenset[str] = frozenset()  # tell what stands in a document, of which somebody is the author
    acts: frozenset[str] = frozenset()  # verbs before which a Chinese name ends: 马秀英失去…
    sounds: frozenset[str] = frozenset()  # characters with which Chinese writes foreign names: 克拉拉·维森特
    uttered: frozenset[str] = frozenset()  # what somebody utters: Her words were: “…”; His defence is that he “…”
    modifiers: frozenset[str] = frozenset()  # stand before an office, and are no first names: Prime, Foreign

    @property
    def is_known(self) -> bool:
        """Whether the language has every list."""
        return self.lang in LANGUAGES


@cache
def words_of(lang: str) -> WordLists:
    """The lists of a language given by its code (`en`, `zh-Hans`)."""
    base = lang.lower().replace("_", "-").split("-")[0]
    if base not in LANGUAGES:
        return replace(_few(_NORWEGIAN.get(base, base)), lang=base)
    lists, pronouns = _lists(_table(base))
    return WordLists(base, pronouns=pronouns, **lists)


def _entries(words: str) -> Iterator[str]:
    entries = (" ".join(word.split()).lower() for word in words.split(","))
    return (word for word in entries if word)


@cache
def languages_by_word() -> Mapping[str, tuple[str, ...]]:
    """The languages of which a word is one of the most frequent: of forty languages, those with lists among them."""
    found: dict[str, tuple[str, ...]] = {}
    for lang, words in _small_words().items():
        for word in words:
            found[word] = (*found.get(word, ()), lang)
    return found


@cache
def _small_words() -> Mapping[str, tuple[str, ...]]:
    return {lang: tuple(dict.fromkeys(_entries(words))) for lang, words in _table("others").items()}


@cache
def letters_of(lang: str) -> frozenset[str]:
    """The letters beyond a to z with which words of a language are written; none of one that no list tells of."""
    return frozenset(_table("letters").get(lang, "").strip())


@cache
def months_of(lang: str) -> tuple[str, ...]:
    """The months of a language without lists, January first, each as a pattern; none of one that no list tells of."""
    return tuple(_table("months").get(lang, "").split())


@cache
def credits_elsewhere(name: str) -> tuple[str, ...]:
    """Words that stand above and below an article, of all languages without lists, the longest first."""
    return tuple(sorted(_entries(_table("credits")[name]), key=lambda words: (-len(words), words)))


@cache
def _few(lang: str) -> WordLists:
    """What is known of a language that has no lists of its own."""
    lists, pronouns = _lists(_table("said").get(lang, {}) | _table("weighty").get(lang, {}))
    common = lists.get("according", frozenset()).union(_small_words().get(lang, ()), pronouns)
    return WordLists(lang, common=common, pronouns=pronouns, **lists)


def _lists(table: Mapping[str, str]) -> tuple[dict[str, Any], Mapping[str, str]]:
    """The lists of a file, and its pronouns by what each tells."""
    pronouns = dict(entry.rsplit(" ", 1) for entry in _entries(table.get("pronouns", "")))
    return {name: frozenset(_entries(words)) for name, words in table.items() if name != "pronouns"}, pronouns


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def gender_of(first_name: str) -> str:
    """What a first name tells in most countries: `f`, `m` or nothing."""
    table = _given_names()
    return "f" if first_name in table["women"] else "m" if first_name in table["men"] else ""


@cache
def _given_names() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(_entries(words)) for name, words in _table("given").items()}


def list_names() -> tuple[str, ...]:
    """The names of the lists, but for the pronouns."""
    return tuple(one.name for one in fields(WordLists) if one.name not in ("lang", "pronouns"))
