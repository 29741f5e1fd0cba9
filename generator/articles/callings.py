"""Words for what somebody is: president, Pressesprecherin, депутата; whether a word is one, however it is built."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from generator.articles.slavic import SLAVIC, basic_office, is_in_case
from generator.wordlists import WordLists, gender_of, words_of

CALLINGS = (
    "ologist",
    "keeper",
    "woman",
    "master",
    "grapher",
    "ician",
    "maker",
    "player",
    "in-law",
    "ographer",
    "onomist",
)

#: Surnames and companies that look like several people.
_NAMES = frozenset(["parsons", "masters", "knights", "rangers", "saints", "brothers", "sisters", "hunters", "sheriffs"])

#: How words for what somebody does end in Russian and Ukrainian.
_DEVICES = frozenset(
    (
        "двигатель", "показатель", "указатель", "выключатель", "усилитель", "глушитель", "накопитель", "растворитель",
        "краситель", "обогреватель", "предохранитель", "заменитель", "множитель", "знаменатель", "числитель",
        "носитель", "водонагреватель", "истребитель", "распылитель", "очиститель", "измеритель", "опылитель"
    )
)  # fmt: skip
_SLAVIC_CALLINGS = ("олог", "ологиня", "оведка", "ографиня", "ожница", "альщик", "альщица", "овщик", "овщица", "льниця",
                    "ист", "истка", "іст", "істка")  # fmt: skip

#: How German words for what a woman does end.
GERMAN_WOMEN = ("erin", "istin", "ologin", "eurin", "antin", "entin", "orin")

#: Titles as news shortens them, and the words that they stand for.
SHORT_TITLES = {
    short: whole
    for whole, forms in {
        "governor": ("gov", "gov."), "senator": ("sen", "sen."), "representative": ("rep", "rep."),
        "general": ("gen", "gen."), "colonel": ("col", "col."), "captain": ("capt", "capt."),
        "lieutenant": ("lt", "lt."), "sergeant": ("sgt", "sgt."), "superintendent": ("supt", "supt."),
        "inspector": ("insp", "insp."), "detective": ("det", "det.", "dci", "ds", "dc"), "officer": ("pc", "wpc"),
        "professor": ("prof", "prof."), "doctor": ("dr", "dr."), "councillor": ("cllr", "cllr.", "coun", "coun."),
        "minister": ("rev", "rev.", "revd", "reverend"),
        "admiral": ("adm", "adm."), "commander": ("cmdr", "cmdr."), "major": ("maj", "maj."),
    }.items()
    for short in forms
}  # fmt: skip
#: What else somebody is called who holds an office.
_IMPLIED = {
    **dict.fromkeys(("detective", "sergeant", "inspector", "constable", "superintendent", "commissioner", "lieutenant",
                     "trooper", "captain", "policeman", "policewoman"), ("officer",)),
    **dict.fromkeys(("colonel", "major", "general", "commander", "admiral"), ("officer",)),
    "prime": ("premier",), "premier": ("minister",),
    **dict.fromkeys(("rev", "rev.", "revd", "reverend"), ("vicar", "pastor", "priest", "clergyman", "cleric")),
    **dict.fromkeys(("vicar", "pastor", "rector", "curate"), ("minister", "clergyman", "cleric", "preacher")),
    **dict.fromkeys(("bishop", "archbishop", "canon"), ("clergyman", "cleric", "prelate")),
    "justice": ("judge",), "baroness": ("peer",), "lord": ("peer",), "lady": ("peer",),
    "senator": ("lawmaker", "legislator"), "congressman": ("lawmaker",), "congresswoman": ("lawmaker",),
    "representative": ("lawmaker",), "mp": ("lawmaker", "politician"), "lawmaker": ("politician",),
    "councillor": ("politician",), "councilman": ("politician",), "councilwoman": ("politician",),
    "professor": ("academic", "scholar"), "doctor": ("physician", "medic"), "physician": ("doctor",),
    "surgeon": ("doctor",), "gp": ("doctor",), "paediatrician": ("doctor",), "pediatrician": ("doctor",),
    "barrister": ("lawyer",), "solicitor": ("lawyer",), "attorney": ("lawyer",), "lawyer": ("attorney",),
    "chairman": ("chair",), "chairwoman": ("chair",), "chair": ("chairman",), "boss": ("chief", "executive"),
    "chief": ("boss",), "manager": ("boss",), "coach": ("trainer",), "headteacher": ("head", "teacher"),
    "principal": ("head",), "headmaster": ("head", "teacher"), "headmistress": ("head", "teacher"),
    "novelist": ("author", "writer"), "poet": ("writer",), "playwright": ("writer", "dramatist"),
    "student": ("pupil",), "pupil": ("student",), "mayor": ("politician",), "envoy": ("diplomat",),
    "ambassador": ("diplomat", "envoy"), "grandmaster": ("player",), "fisherman": ("skipper",)
}  # fmt: skip


def implied(offices: Iterable[str]) -> frozenset[str]:
    """What else English news may call the holder of offices: Det Sgt Paul Kemp is a sergeant and an officer."""
    whole = {SHORT_TITLES.get(word, word) for word in offices}
    return frozenset(whole.union(*(_IMPLIED.get(word, ()) for word in whole.union(offices))))


def alike(words: Iterable[str], lang: str) -> frozenset[str]:
    """The other words for the same offices: наставник for a тренер, el guardameta for a portero."""
    return frozenset(other for word in words for other in _alike(lang).get(word, ()))


@cache
def _alike(lang: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in sorted(words_of(lang).alike):
        same, _, wider = entry.partition(" > ")
        group = same.split(" = ")
        for word in group + [word for word in wider.split(" = ") if word]:
            found.setdefault(word, set()).update(other for other in group if other != word)
    return {word: frozenset(others) for word, others in found.items()}


_COMPOUNDING = frozenset(["de", "nl", "sv", "da", "no", "nb", "nn", "fi", "et", "hu"])
_GERMAN_MEN = ("schaftler", "ologe", "forscher", "künstler", "musiker", "sportler", "händler", "züchter")


def is_role(word: str, lists: WordLists) -> bool:
    """Whether a word says what somebody is; German puts such words together."""
    return _is_role(word, lists.lang)


@lru_cache(maxsize=1 << 16)
def _is_role(word: str, lang: str) -> bool:
    lists = words_of(lang)
    word = word.removesuffix("'s")
    if word in lists.roles or word in lists.titles:
        return True
    if "-" in word and (word.rpartition("-")[2] in lists.roles or word.partition("-of-")[0] in lists.roles):
        return True
    if lang == "ru" and len(word) > 6 and word.endswith(("тель", "тельница")) and word not in _DEVICES:
        return True
    if lang == "es" and word.startswith("ex") and word[2:].lstrip("-") in lists.roles:
        return True
    if lang in SLAVIC and "-" in word and word.partition("-")[0] in lists.roles:
        return True  # студент-третьокурсник
    if lang in SLAVIC and len(word) > 7 and word.endswith(_SLAVIC_CALLINGS):
        return True
    if lang in SLAVIC and is_in_case(word, lang):
        return basic_office(word, lang) not in lists.bodies
    if lists.lang == "en" and len(word) > 6 and word.endswith(CALLINGS):
        return True
    if lists.lang == "en" and len(word) > 5 and word[-1] == "s" and word[:-1] in lists.roles and word not in _NAMES:
        return True  # the trustees
    if lists.lang == "de" and len(word) > 6 and word.endswith(GERMAN_WOMEN + _GERMAN_MEN) and not gender_of(word):
        return True
    if lists.lang == "de" and word.endswith(("rs", "ns")) and len(word) > 5 and _is_role(word[:-1], lang):
        return True  # eines Sprechers
    return lang in _COMPOUNDING and len(word) > 7 and word.endswith(_ending_roles(lang))


@cache
def _ending_roles(lang: str) -> tuple[str, ...]:
    """The roles that are put together with others; not `mann`, with which more surnames end than roles."""
    return tuple(role for role in sorted(words_of(lang).roles) if len(role) > 3 and role != "mann")
