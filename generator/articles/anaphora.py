"""Whom a name, a pronoun or a description means at its place in the text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.articles.ages import age_told
from generator.articles.arabic_words import is_office
from generator.articles.callings import is_role
from generator.articles.cast import Cast, resolve, stem
from generator.articles.chinese_names import offices_in
from generator.articles.member import Member
from generator.articles.memory import Memory, Speaker, fits, is_place, last_fitting
from generator.articles.naming import KINDS, Phrase
from generator.articles.reporter import Token
from generator.articles.slavic import SLAVIC, basic_office, is_in_case
from generator.wordlists import WordLists, gender_of

_ARTICLES = {
    **dict.fromkeys(("un", "le", "el"), "m"),
    **dict.fromkeys(("une", "la", "una", "cette", "esta"), "f"),
    **dict.fromkeys(("les", "des", "ces", "los", "las", "unos", "unas", "deux", "dos"), "p"),
}
_THIS = frozenset(["ce", "cet", "cette", "este", "esta", "ese", "esa", "dieser", "diese"])
_YOUNG = frozenset(["jeune", "vieil", "vieille", "vieux", "joven", "viejo", "vieja", "junge", "alte", "ältere"])
_OWNED = frozenset(
    (
        "his", "her", "their", "its", "son", "sa", "leur", "su", "sein", "seine", "ihr", "ihre", "его", "её", "ее",
        "их", "його", "її", "їх", "їхній", "їхня"
    )
)  # fmt: skip
#: Several people who are told of as one, and bodies that any other word for a body may mean.
_TOGETHER = frozenset(["family", "couple", "parents", "pair", "twins", "crew", "staff", "trio", "people", "relatives"])
_ANY_BODY = frozenset(
    (
        "company", "firm", "group", "organisation", "organization", "body", "business", "corporation", "agency",
        "institution", "authority", "entreprise", "société", "groupe", "organisme", "établissement", "empresa",
        "compañía", "grupo", "organismo", "organización", "entidad", "institución", "unternehmen", "firma",
        "konzern", "behörde", "verband", "компания", "фирма", "организация", "ведомство", "учреждение", "компанія",
        "організація", "відомство"
    )
)  # fmt: skip
_OF_EITHER = frozenset(["victime", "personne", "source", "star", "víctima", "persona", "fuente"])  # women or men


def resolve_phrase(phrase: Phrase, gender: str, cast: Cast, memory: Memory, lists: WordLists) -> Speaker | None:
    """The one whom a phrase means."""
    first = phrase.tokens[0].lower
    if first in lists.negation and not phrase.name:
        return None  # nobody, kaum jemand
    if phrase.is_pronoun:
        if first in lists.own:
            return None
        return last_fitting(memory, lists.pronouns.get(first, "") or gender, gender)
    if phrase.name:
        return _named(phrase, gender, cast, lists)
    return _called(phrase, cast, lists) or _described(phrase, gender, cast, memory, lists)


def _called(phrase: Phrase, cast: Cast, lists: WordLists) -> Speaker | None:
    """The one whose surname is the word for an office: Ann Baker came late. “No,” said Baker."""
    first, *rest = phrase.tokens
    if not first.is_capital or first.lower in lists.articles or (rest and rest[0].lower not in lists.articles):
        return None
    member = resolve(cast, [first.lower], phrase.start)
    if member is None or len(member.words) < 2 or stem(first.lower, cast.lang) != stem(member.words[-1], cast.lang):
        return None
    return Speaker(member.name, member, member.offices, member.gender)


def _named(phrase: Phrase, gender: str, cast: Cast, lists: WordLists) -> Speaker:
    words = [token.lower for token in phrase.name]
    title = frozenset(token.lower for token in phrase.tokens if token.start < phrase.name[0].start)
    member = resolve(cast, words, phrase.start, _told_gender(title, lists) if title and lists.lang == "en" else "")
    heads = find_offices(phrase.tokens, lists)
    told = _told_gender(title, lists) if title and lists.lang == "en" and len(words) == 1 else ""
    if member and told in ("m", "f") and _is_of_family(member, told, cast):
        return Speaker(phrase.text, None, heads, told)  # Mrs Amory, where only Paul Amory is known
    if member is None and len(words) > 2 and lists.lang == "en":
        member = resolve(cast, words[1:], phrase.start)  # Coxswain Bert Tolland
    if member is None and len(words) > 1 and lists.lang in ("ru", "uk"):
        member = resolve(cast, words[-1:], phrase.start)  # девятилетняя Настя
    if member is None and len(words) > 1 and lists.lang == "ar":
        member = resolve(cast, words[:1], phrase.start)  # وصف بكداش التأجيل
        member = member if member and member.words[-1] == words[0] else None
    if member is None:
        told = gender or (gender_of(words[0]) if lists.lang in ("ar", *SLAVIC) else "")
        return Speaker(" ".join(token.text for token in phrase.name), None, heads, told)
    return Speaker(member.name, member, heads | member.offices, member.gender or gender)


def _is_of_family(member: Member, told: str, cast: Cast) -> bool:
    """Whether a surname with Mr or Mrs belongs to somebody whom the text never calls by the full name."""
    if len(member.words) > 1:
        return {member.gender, told} == {"m", "f"}
    full = [one for one in cast.by_word.get(stem(member.words[-1], cast.lang), ()) if len(one.words) > 1]
    return bool(full) and all({one.gender, told} == {"m", "f"} for one in full)


def find_offices(tokens: Sequence[Token], lists: WordLists) -> frozenset[str]:
    """The words for offices and bodies in a description, before any preposition's own."""
    if lists.lang == "zh":
        return offices_in("".join(token.text for token in tokens), lists)
    offices: list[str] = []
    for place, token in enumerate(tokens):
        if place and (token.lower in lists.prepositions or token.lower in lists.stops):
            break
        word = token.lower.removesuffix("'s")
        if lists.lang == "ar" and is_office(word, lists):
            word = word.removeprefix("ال")
            offices.append(word)
        elif word in lists.bodies or word in lists.modifiers or is_role(word, lists):
            offices.append(basic_office(word, lists.lang))
    return frozenset(offices)


def _described(phrase: Phrase, gender: str, cast: Cast, memory: Memory, lists: WordLists) -> Speaker:
    """Whom a description means: the last speaker who has that office, else anybody who has, else as typed."""
    heads = find_offices(phrase.tokens, lists) - lists.modifiers
    words = frozenset(basic_office(token.lower, lists.lang) for token in phrase.tokens)
    own = frozenset(basic_office(token.lower, lists.lang) for token in _behind_owner(phrase.tokens))
    told = _told_gender(own, lists) or gender or _told_by_article(phrase, lists)
    if aged := _of_age(phrase, told, cast, memory, lists):
        return aged
    if phrase.tokens[0].lower in _THIS and not (heads & lists.bodies):
        named = _of_sentence_before(frozenset(), told, memory, lists, False)
        if named := named or last_fitting(memory, told):
            return named  # avoue ce père de trois enfants
    if words & lists.same and _is_bare(phrase, lists):
        owner = _with_office(heads, frozenset(), told, phrase.start, cast, memory) if heads else None
        near = _of_sentence_before(frozenset(), told, memory, lists, False)
        if same := owner or near or last_fitting(memory, told):
            return same
    if heads and phrase.tokens[0].lower in _OWNED and (known := _only_with_office(heads, told, phrase.start, cast)):
        return known  # said her biographer
    if _points_back(phrase, lists):
        narrowing = words & lists.modifiers
        if _is_complex(phrase, lists):
            narrowing |= {word for word in words if word not in lists.common and word not in lists.articles} - heads
        known = _with_office(heads, narrowing, told, phrase.start, cast, memory) if heads else None
        last = phrase.tokens[-1]
        is_plain = lists.lang == "de" or not any(
            token.is_capital and not (token is last and token.lower.endswith(KINDS)) for token in phrase.tokens[1:]
        )
        if known is None and is_plain and len(phrase.tokens) < 6 and not _is_complex(phrase, lists):
            is_people = any(token.is_capital for token in phrase.tokens[1:])  # the Austrian
            known = _of_sentence_before(heads, told, memory, lists, is_people)
            if known and heads:
                memory.guessed = Speaker(phrase.text, None, heads, told)
        if known:
            return known
    return Speaker(phrase.text, None, heads | (words & lists.modifiers) or words, told, bool(heads))


def _is_bare(phrase: Phrase, lists: WordLists) -> bool:
    """Whether a description is one word, with an article that points back or without any: l’intéressé, посадовиця."""
    first = phrase.tokens[0].lower
    if len(phrase.tokens) == 3 and phrase.tokens[1].lower in _YOUNG:
        return first in lists.definite  # la jeune femme
    if lists.lang in SLAVIC and len(phrase.tokens) == 2:
        return first in lists.same and is_in_case(phrase.tokens[1].lower, lists.lang)  # собеседник агентства
    return len(phrase.tokens) == 1 or (len(phrase.tokens) == 2 and (first in lists.definite or first in ("el", "la")))


def _told_by_article(phrase: Phrase, lists: WordLists) -> str:
    """What the article of a description tells in French and Spanish: un habitué, les arbitres."""
    words = [token.lower for token in phrase.tokens]
    if lists.lang not in ("fr", "es") or any(word in lists.bodies or word in _OF_EITHER for word in words[:2]):
        return ""
    return _ARTICLES.get(words[0], "")


def _is_complex(phrase: Phrase, lists: WordLists) -> bool:
    """Whether a description tells whose or where: the sister of the victim, the ministers' spokesman."""
    if any(token.text[0].isdigit() for token in phrase.tokens):
        return False  # le technicien de 46 ans
    if any(one.lower in lists.linking and two.lower in lists.articles for one, two in pairwise(phrase.tokens)):
        owner = phrase.tokens[-1]
        if owner.lower in lists.articles:
            return False  # the father of three
    return any(token.lower in lists.prepositions or token.lower.endswith(("'s", "s'")) for token in phrase.tokens[1:])


def _with_office(
    heads: frozenset[str], narrowing: frozenset[str], told: str, place: int, cast: Cast, memory: Memory
) -> Speaker | None:
    """The last speaker who has an office, else the last one named who has; one whom every word fits goes first."""
    near = [memory.subject] if memory.subject else []
    for wanted in (heads | narrowing, heads) if narrowing - {"prime"} == narrowing else (heads | narrowing,):
        for speaker in (*near, *reversed(memory.spoken)):
            if _has_office(speaker.heads, wanted, heads, cast.lang) and fits(speaker, told):
                return speaker
        for member in reversed(cast.members):
            if member.first < place and _has_office(member.offices, wanted, heads, cast.lang):
                return Speaker(member.name, member, member.offices, member.gender)
    return None


def _of_sentence_before(
    heads: frozenset[str], told: str, memory: Memory, lists: WordLists, is_people: bool
) -> Speaker | None:
    """The one whom the sentence before is about, where nothing known speaks against: the 22-year-old, the singer."""
    if heads & lists.single:
        return None  # the government is not the museum that spoke before
    if heads & lists.documents:
        return None
    if heads & lists.bodies:
        spoken = (one for one in reversed(memory.spoken) if one.member and _may_be(one, heads, lists))
        return next((one for one in spoken if one.gender == "n" or is_place(one, ("m",))), None)
    near = [memory.subject] if memory.subject else []
    near += memory.introduced if len(memory.introduced) == 1 else ()
    near.sort(key=lambda one: one.member is None or not (one.member.role or one.member.gender in ("m", "f")))
    for speaker in near:
        member = speaker.member
        if not member or not fits(speaker, told) or (heads and member.role):
            continue
        if told or heads or member.role or member.gender in ("m", "f") or not is_people:
            return speaker
    return None


def _may_be(speaker: Speaker, heads: frozenset[str], lists: WordLists) -> bool:
    """Whether a word for a body may mean one of which the text tells what it is: the regulator is no mining firm."""
    kinds = speaker.heads & lists.bodies
    return not kinds or bool(kinds & heads) or bool(heads & _ANY_BODY)


def _of_age(phrase: Phrase, told: str, cast: Cast, memory: Memory, lists: WordLists) -> Speaker | None:
    """The only one of an age that a description tells: the 47-year-old, le quinquagénaire."""
    ages = age_told(phrase.tokens)
    first = phrase.tokens[0].lower
    if not ages or not (first in lists.definite or first in ("el", "la") or lists.lang in SLAVIC):
        return None
    found = [one for one in cast.members if one.age in ages and one.first < phrase.start]
    speakers = [Speaker(one.name, one, one.offices, one.gender) for one in found]
    fitting = [one for one in speakers if fits(one, told)]
    return fitting[0] if len(fitting) == 1 else None


def _only_with_office(heads: frozenset[str], told: str, place: int, cast: Cast) -> Speaker | None:
    """The only one named so far who has an office: her biographer."""
    holding = [one for one in cast.members if one.first < place and one.role and one.offices & heads]
    speaker = Speaker(holding[0].name, holding[0], holding[0].offices, holding[0].gender) if len(holding) == 1 else None
    return speaker if speaker and fits(speaker, told) else None


def _behind_owner(tokens: Sequence[Token]) -> Sequence[Token]:
    """A description without whose it is: Mr Rollins’s family."""
    owner = next((place for place in range(len(tokens) - 2, -1, -1) if tokens[place].lower.endswith(("'s", "s'"))), -1)
    return tokens[owner + 1 :]


def _has_office(own: frozenset[str], wanted: frozenset[str], heads: frozenset[str], lang: str) -> bool:
    """Whether the words for an office are those wanted: one of the heads, and every word that narrows it."""
    is_one = bool(own & heads)
    if lang == "de" and not is_one:  # die Ministerin: Kultusministerin
        is_one = any(word.endswith(head) for word in own for head in heads if len(head) > 5)
    return is_one and wanted - heads <= own


def _points_back(phrase: Phrase, lists: WordLists) -> bool:
    first = phrase.tokens[0].lower
    if lists.lang == "zh":
        return phrase.text.startswith(("这", "這", "该", "該", "那")) or phrase.text in lists.roles
    if lists.lang in ("ru", "uk"):
        return len(phrase.tokens) == 1 or phrase.tokens[0].lower in lists.definite
    return first in lists.definite or first.split("'")[0] + "'" in lists.definite or first.startswith("ال")


def _told_gender(words: frozenset[str], lists: WordLists) -> str:
    words -= lists.articles  # her father is a man
    plural = {word for word in words if word.endswith("s") and word[:-1] in lists.roles}
    if lists.lang == "en" and words & _TOGETHER:
        return "pn"
    if lists.lang == "en" and plural:
        return "p"
    if words & lists.female and not words & lists.male:
        return "f"
    if words & lists.male and not words & lists.female:
        return "m"
    return "n" if words & lists.bodies and not words & (lists.roles - lists.bodies) else ""
