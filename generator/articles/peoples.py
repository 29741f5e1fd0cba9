"""Words for where somebody comes from or to which party: the Austrian, the Texan, Conservative Giles Denholm."""

from __future__ import annotations

from collections.abc import Sequence

from generator.articles.callings import is_role
from generator.articles.reporter import Token
from generator.wordlists import WordLists, gender_of

#: How words for a people or a party end: the Austrian, the Republican.
KINDS = ("ican", "ian", "ese", "ish", "crat", "ist", "ive", "man")
PEOPLES = (
    "czech", "swiss", "scot", "dane", "swede", "finn", "pole", "turk", "greek", "serb", "croat", "slovak", "slovene",
    "thai", "briton", "spaniard", "iraqi", "israeli", "pakistani", "german", "welshwoman", "englishwoman", "filipino",
    "irishwoman", "frenchwoman", "dutchwoman", "kiwi", "aussie", "argentine"
)  # fmt: skip
_ENDINGS = KINDS + PEOPLES
#: The same in English, where only a whole word tells.
_OTHERS = frozenset(
    (
        "texan", "american", "mexican", "african", "moroccan", "kenyan", "kosovan", "montanan", "ohioan",
        "german", "roman", "korean", "chilean", "european", "kuwaiti", "saudi", "somali", "bengali", "punjabi",
        "emirati",
        "yemeni", "omani", "qatari", "nepali", "afghan", "kurd", "arab", "uzbek", "kazakh", "tajik", "latvian", "lett",
        "maori", "inuit", "icelander", "highlander", "islander", "queenslander", "londoner", "berliner",
        "parisian", "yorkshireman", "liverpudlian", "mancunian", "glaswegian", "geordie", "scouser", "brummie",
        "hawaiian", "alaskan", "nebraskan", "iowan", "idahoan", "oregonian", "minnesotan", "vermonter", "mainer",
        "michigander", "wisconsinite", "quebecer", "quebecker",
        "ontarian", "albertan", "manitoban", "basque", "catalan", "breton", "fleming", "walloon", "dutch", "french",
        "british", "welsh", "irish", "conservative", "tory", "labour", "liberal", "democrat", "republican", "green",
        "independent", "nationalist", "unionist", "socialist", "communist", "progressive", "centrist", "crossbencher",
        "belgian", "rwandan", "ugandan", "ghanaian", "togolese", "congolese", "tibetan", "bangladeshi",
        "azeri", "taiwanese", "angolan", "zambian", "zimbabwean", "cuban", "dominican", "haitian", "jamaican",
        "guyanese"
    )
)  # fmt: skip


#: How French words for where somebody comes from end, and those that end otherwise: la Sétoise, le Breton.
_FRENCH_ENDINGS = (
    "ois", "oise", "ais", "aise", "ien", "ienne", "éen", "éenne", "cain", "caine", "sain", "saine", "rain", "raine"
)  # fmt: skip
_FRENCH = frozenset(
    (
        "breton", "bretonne", "catalan", "catalane", "espagnol", "espagnole", "allemand", "allemande", "argentin",
        "argentine", "basque", "corse", "russe", "belge", "suisse", "turc", "turque", "grec", "grecque", "slovaque",
        "croate", "serbe", "tchèque", "normand", "normande", "picard", "picarde", "savoyard", "savoyarde", "flamand",
        "flamande", "occitan", "occitane", "slovène", "bulgare", "arabe", "kurde", "afghan", "afghane", "toulousain",
        "toulousaine", "roumain", "roumaine", "danoise", "letton", "lettonne", "girondin", "girondine"
    )
)  # fmt: skip
_NO_FRENCH = frozenset(["parisien", "français", "française", "palais", "marais", "mois", "quotidien"])  # a newspaper


_KINDS_OF = frozenset(
    ["social", "christian", "liberal", "free", "national", "democratic", "south", "north", "new", "west"]
)
#: Whoever is called so, and the word that stands before a name or an office: the Dane, a Danish sailor.
_OF = {
    "dane": "danish", "swede": "swedish", "finn": "finnish", "pole": "polish", "turk": "turkish", "scot": "scottish",
    "briton": "british", "spaniard": "spanish", "dutchman": "dutch", "dutchwoman": "dutch", "frenchman": "french",
    "frenchwoman": "french", "irishman": "irish", "irishwoman": "irish", "englishman": "english",
    "englishwoman": "english", "welshman": "welsh", "welshwoman": "welsh", "scotsman": "scottish",
    "scotswoman": "scottish", "icelander": "icelandic", "serb": "serbian", "croat": "croatian", "slovak": "slovakian",
    "slovene": "slovenian", "kurd": "kurdish", "argentine": "argentinian", "filipina": "filipino", "thai": "thai"
}  # fmt: skip


def is_people(word: str) -> bool:
    """Whether an English word tells from where somebody comes, or to which party somebody belongs."""
    return word in _OTHERS or (word.endswith(_ENDINGS) and len(word) > 3 and not gender_of(word))


def comes_from(word: str, lists: WordLists) -> bool:
    """The same in English and French: the Austrian, la Sétoise."""
    if lists.lang == "fr":
        is_one = word in _FRENCH or (len(word) > 5 and word.endswith(_FRENCH_ENDINGS))
        return is_one and word not in _NO_FRENCH and not is_role(word, lists) and not gender_of(word)
    return lists.lang == "en" and is_people(word)


def same_people(word: str) -> frozenset[str]:
    """The words that tell the same of somebody: the Dane is whoever was called Danish."""
    return frozenset([word, _OF.get(word, word)])


def without_people(run: tuple[Token, ...], lists: WordLists) -> tuple[Token, ...]:
    """A name without from where or of which party somebody is: Texan Malik Crowder; not: British Rail Union."""
    if lists.lang == "fr" and len(run) > 2 and comes_from(run[0].lower, lists):
        return run[1:]  # le Breton Lucas Morvan
    if lists.lang == "en" and len(run) > 3 and run[0].lower in _KINDS_OF and is_people(run[1].lower):
        run = run[1:]  # Social Democrat Katja Brehm
    if lists.lang != "en" or len(run) < 3 or not is_people(run[0].lower) or is_people(run[1].lower):
        return run
    return run if any(one.lower in lists.bodies or one.lower == "&" for one in run) else run[1:]


def before_name(tokens: Sequence[Token], name: Sequence[Token], lists: WordLists) -> list[Token]:
    """What stands before a name, where that is more than a people or a party: Russian President; not: Texan."""
    before = [one for one in tokens if one.start < name[0].start]
    only_kinds = all(one.is_capital and _is_kind(one.lower) and not is_role(one.lower, lists) for one in before)
    return [] if lists.lang == "en" and only_kinds else before


def _is_kind(word: str) -> bool:
    return is_people(word) or word in _KINDS_OF
