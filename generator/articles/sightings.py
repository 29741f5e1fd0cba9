"""Names as they are met in the reporter's words, each with the office that stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from generator.articles.ages import age_beside
from generator.articles.appositions import (
    COPULAS,
    apposition,
    before_comma,
    body_before,
    is_of_next,
    kind_of_body,
    predicate,
    predicate_before,
)
from generator.articles.arabic_names import arabic_names, office_before
from generator.articles.arabic_words import bare_offices
from generator.articles.callings import GERMAN_WOMEN, implied, is_role
from generator.articles.cases import given_of
from generator.articles.chinese_names import chinese_names, office_with_body
from generator.articles.endings import past_participle
from generator.articles.naming import find_name, is_whole_before, typed
from generator.articles.peoples import before_name, is_people
from generator.articles.plain_words import is_plain_before_name, names_nobody
from generator.articles.reporter import Sentence, Token, token_of
from generator.articles.slavic import SLAVIC, basic_office, chain_start, is_in_case, is_no_adjective
from generator.articles.unlisted import without_case
from generator.wordlists import WordLists, gender_of


class Sighting(NamedTuple):
    """A name at one place: its words in lower case, as typed, and what the text says of it there."""

    words: tuple[str, ...]
    name: str
    first: int
    offices: frozenset[str]
    gender: str  # m, f, n (a body) or nothing
    role: str
    is_weak: bool = False  # one word that begins its sentence: perhaps no name
    is_placed: bool = False  # behind in, at, the
    age: int = 0
    told: str = ""  # what the form of an adjective before the name tells: 77-летнюю


def find_sightings(sentences: Sequence[Sentence], lists: WordLists) -> Iterator[Sighting]:
    """Every name in the reporter's words, in order."""
    if lists.lang == "zh":
        whole = "\n".join(one.text for sentence in sentences for one in sentence.tokens)
        for sentence in sentences:
            for token, offices in chinese_names(sentence, whole, lists):
                role = max(offices, key=lambda office: (len(office), office), default="")
                told = told_gender(offices, (), lists)
                is_called = token.text.endswith(role)  # 刘大姐
                role = "" if is_called or not role else office_with_body(sentence, token, role, lists)
                yield Sighting((token.text,), token.text, token.start, offices, told, role)
        return
    if lists.lang == "ar":
        families: set[str] = set()
        for sentence in sentences:
            for name, offices in arabic_names(sentence, lists):
                words = tuple(one.lower for one in name)
                if len(words) > 1 and words[0] in families and not offices:
                    continue  # a name and the object behind it: وصف بكداش التأجيل
                families.add(words[-1])
                bare = {one for office in offices for one in bare_offices(office)}
                role = office_before(sentence.tokens, name, lists)
                yield Sighting(
                    words,
                    typed(name),
                    name[0].start,
                    offices | bare | ({role} if " " in role else set()),
                    told_gender(offices, (), lists),
                    role,
                )
        return
    common = _common_words(sentences)
    for sentence in sentences:
        for start, end in _runs(sentence.tokens, common, lists):
            if sight := _sight(sentence.tokens, start, end, lists):
                yield sight


def told_gender(told: frozenset[str], name: tuple[str, ...], lists: WordLists) -> str:
    """What the words for somebody's office tell: a woman, a man, or a body."""
    if told & lists.female and not told & lists.male:
        return "f"
    if lists.lang == "de" and any(word.endswith(GERMAN_WOMEN) for word in told):
        return "f"
    if told & lists.male and not told & lists.female:
        return "m"
    return "n" if any(word in lists.bodies for word in name) else ""


def _common_words(sentences: Iterable[Sentence]) -> Set[str]:
    """Words that the text also writes without a capital: they are no names where they begin a sentence."""
    return {token.text for sentence in sentences for token in sentence.tokens if token.is_word and not token.is_capital}


def _runs(tokens: Sequence[Token], common: Set[str], lists: WordLists) -> Iterator[tuple[int, int]]:
    """Runs of capitals, the small particles between them included."""
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if not (token.is_capital and token.is_word):
            place += 1
            continue
        begins = place == 0 and not _is_short_form(token)
        is_small = begins and (token.lower in lists.reporting or token.lower in lists.common or token.lower in common)
        if is_small or token.lower in lists.weekdays or token.text == "I":
            place += 1
            continue
        end = place + 1
        while end < len(tokens) and _goes_on(tokens, end, lists):
            end += 1
        while not tokens[end - 1].is_capital:
            end -= 1
        if end > place + 1 or token.lower not in lists.months:  # until June; but Theresa May
            yield place, end
        place = end


def _is_short_form(token: Token) -> bool:
    """US, UN: capitals throughout."""
    return len(token.text) > 1 and token.text.isupper()


def _goes_on(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    token = tokens[place]
    if not token.is_word or tokens[place - 1].lower.endswith("'s") or token.lower in lists.weekdays:
        return False
    if token.is_capital:
        return True
    if token.lower in lists.linking and is_role(tokens[place - 1].lower, lists):
        near = (
            place + 2
            if lists.lang == "en" and tokens[place + 1 : place + 2] and tokens[place + 1].lower == "the"
            else place + 1
        )
        return near < len(tokens) and tokens[near].is_capital  # Secretary of State Anna Bell
    if token.lower == "the" and tokens[place - 1].lower in lists.linking and lists.lang == "en":
        return place + 1 < len(tokens) and tokens[place + 1].is_capital  # Leader of the Opposition Anna Bell
    if is_whole_before(tokens, place, lists):
        return False
    later = [one for one in tokens[place + 1 : place + 3] if one.is_word and one.is_capital]
    if not later or token.lower not in lists.particles:
        return False
    return lists.lang != "de" or (later[0].lower not in lists.bodies and not is_role(later[0].lower, lists))


def _sight(tokens: Sequence[Token], start: int, end: int, lists: WordLists) -> Sighting | None:
    low = _office_start(tokens, start, lists)
    name = find_name(tokens[low:end], lists)
    offices_before = any(is_role(one.lower, lists) for one in tokens[low:end])
    if not name or (lists.lang == "de" and len(name) == 1 and not offices_before):
        return None
    name = _without_possessive(name, lists.lang)
    if start == 0 and len(name) == 1 and names_nobody(name[0], tokens, end, lists):
        return None
    if len(name) > 1 and name[0].lower.endswith(("-year-old", "-yr-old")):
        name = name[1:]
    if start == 0 and len(name) > 2 and is_plain_before_name(name, lists):
        low, name = start, name[1:]  # Deckhand Piotr Nowak
    if start == 0 and lists.lang in ("ru", "uk") and len(name) > 1 and name[0].lower.endswith(_ADJECTIVES):
        name = name if given_of(name[0].lower) else name[1:]  # Девятилетняя Настя; but Евгений
    words = tuple(one.lower for one in name)
    before = before_name(tokens[low:end], name, lists)
    set_off, leads = before_comma(tokens, low, lists), tokens[low - 1].lower if low else ""
    beside = before or set_off or predicate_before(tokens, low, lists)
    is_placed = leads in _BEFORE_PLACES and not before
    behind = apposition(tokens, end, lists) or predicate(tokens, end, lists)
    hangs = is_placed or leads in lists.prepositions or leads in lists.linking
    if end + 1 == past_participle(tokens, lists) or (hangs and is_of_next(tokens, end + 1 + len(behind))):
        behind = ()
    led = set_off if before and lists.lang == "en" else ()  # the principal, Mrs Ada Lind, …
    told = (*beside, *led, *(one for one in behind if one.lower not in lists.common))
    offices = {one.lower for one in told if not one.is_capital or is_role(one.lower, lists)}
    offices |= {one.lower for one in before} | {word for word in words if word in lists.bodies}
    offices = {basic_office(word, lists.lang) for word in offices - lists.articles}
    if lists.lang == "en":
        peoples = (*tokens[max(0, low - 1) : end], *behind[:3])
        offices |= implied(offices) | {
            one.lower for one in peoples if one.is_capital and is_people(one.lower) and one not in name
        }
    role = _role(beside, lists) or _role(set_off, lists) or _role(behind, lists)
    gender = _gender(words, offices, behind, lists)
    if before and low and lists.lang in ("fr", "es"):
        gender = gender or _ARTICLES.get(leads, "")  # la pianiste Mona Desrives
    body = "" if gender or role else kind_of_body(tokens, low, end, lists) or body_before(tokens, low, lists)
    if body:
        gender, offices = "n", offices | {body}  # the mining firm, Terrix, …
    if lists.lang in ("fr", "es") and any(is_role(one.lower, lists) for one in beside):  # not: La Poste
        gender = gender or _ARTICLES.get(beside[0].lower, "")
    is_plain = start == 0 and len(name) == 1 and not offices and not _acts(tokens, end, lists)  # Lunch was late
    is_weak = is_plain and not (lists.lang == "en" and gender_of(words[0]))
    told_here = (frozenset(offices), gender, role, is_weak, is_placed, age_beside(tokens, low, end))
    woman = lists.lang in SLAVIC and leads.endswith(("нюю", "няя", "річну", "річна", "ної"))
    return Sighting(words, " ".join(one.text for one in name), name[0].start, *told_here, "f" if woman else "")


def _acts(tokens: Sequence[Token], end: int, lists: WordLists) -> bool:
    """Whether the words behind a name tell that it is somebody: Lund said; Lund: “…”; Lund shook his head."""
    behind = [one.lower for one in tokens[end : end + 4]] or [""]
    if behind[0] in lists.reporting or behind[0] in lists.having:
        return True
    return lists.lang == "en" and (behind[0] == ":" or "his" in behind or "her" in behind)


def _gender(words: tuple[str, ...], offices: set[str], behind: Sequence[Token], lists: WordLists) -> str:
    """What the first name tells, else the words for the office."""
    related = next((index for index, one in enumerate(behind) if one.lower in lists.relative), len(behind))
    of_others = {one.lower for one in behind[related:]}  # who lost her husband and her son
    given, _, second = words[0].partition("-")
    given = (second if gender_of(second) else "jules") if second and given == "jean" else given  # Jean-Luc
    gender = _OTHERWISE.get((lists.lang, given)) or gender_of(given) if len(words) > 1 else ""
    return gender or told_gender(frozenset(offices - of_others), words, lists)


def _office_start(tokens: Sequence[Token], start: int, lists: WordLists) -> int:
    """Where the words for an office right before a name begin: foreign minister, Trump's son-in-law."""
    low = start
    english = lists.lang == "en"
    begins = english and is_role(tokens[start].lower, lists)  # Transport | Secretary Joan Petrie
    while low > 0 and tokens[low - 1].is_word:
        word = tokens[low - 1].lower
        told = is_role(word, lists) or word in lists.female or word in lists.male
        owns = word.endswith(("'s", "s'")) or tokens[low - 1].is_capital
        small = word in lists.stops or word in lists.prepositions or word in lists.common
        owns = owns and not small and not (low == 1 and lists.lang in SLAVIC and is_no_adjective(word))
        narrowed = (low < start or begins) and (word in lists.modifiers or owns or (english and word in lists.bodies))
        if not (told or narrowed) or word in lists.articles or word in lists.pronouns or word in COPULAS:
            break
        low -= 1
    if low == start and lists.lang in SLAVIC:
        return chain_start(tokens, start, lists)
    return low


_BEFORE_PLACES = frozenset(
    (
        "in", "at", "near", "from", "to", "on", "the", "across", "outside", "around", "into", "dans", "à", "en", "au",
        "aux", "l'", "d'", "im", "der", "die", "das", "el", "la", "los"
    )
)  # fmt: skip
#: First names that tell something else in a language than in English.
_OTHERWISE = {
    ("fr", "jean"): "m",
    ("de", "jean"): "m",
    ("es", "jean"): "m",
    ("de", "andrea"): "f",
    ("es", "andrea"): "f",
}
_ADJECTIVES = ("няя", "ная", "ний", "ный", "ская", "ский", "річна", "річний", "ській", "ська")


def _role(beside: Sequence[Token], lists: WordLists) -> str:
    """An office as typed, without its article; nothing where no word of it tells what somebody is."""
    words = list(beside)
    while words and words[0].lower in lists.articles:
        words = words[1:]
    for place, token in enumerate(words):
        reports = token.lower in lists.reporting and not is_role(token.lower, lists)
        if token.lower in lists.stops or token.lower in lists.relative or reports:
            words = words[:place]
            break
    while words and (words[-1].lower in (lists.linking | lists.articles) or words[-1].lower.rstrip(".") in _COURTESY):
        words = words[:-1]
    title = len(words) == 1 and words[0].lower.rstrip(".") in _COURTESY
    if title or not any(is_role(one.lower, lists) for one in words[:5]):
        return ""
    if lists.lang in SLAVIC and is_in_case(words[0].lower, lists.lang):
        words[0] = token_of(basic_office(words[0].lower, lists.lang), words[0].start)
        return " ".join(one.text for one in words)  # по словам депутата Олега Гая
    return typed(words)


_ARTICLES = {"la": "f", "une": "f", "una": "f", "le": "m", "un": "m", "el": "m"}
_COURTESY = frozenset(
    (
        "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "dr", "prof", "m", "mme", "me", "mgr", "herr",
        "frau", "sr", "sra"
    )
)  # fmt: skip


def _without_possessive(name: tuple[Token, ...], lang: str) -> tuple[Token, ...]:
    bare = without_case(name[-1].text, lang)
    return name if bare == name[-1].text else (*name[:-1], token_of(bare, name[-1].start))
