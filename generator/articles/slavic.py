"""Russian and Ukrainian, where words have cases: offices in their basic form, names behind chains of genitives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile

from generator.articles.cases import given_of, is_patronymic
from generator.articles.reporter import Token, token_of
from generator.wordlists import WordLists, gender_of, words_of

SLAVIC = ("ru", "uk")

#: How a word for somebody goes on in the cases but the first: the ending of the first case -> those of the others.
_DECLINED = (
    (("ый", "ий", "ой"), ("ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ій", "ім")),
    (("ая", "яя"), ("ой", "ей", "ую", "юю")),
    (("ець", "ец"), ("ця", "цю", "цем", "цеві", "цеві", "ца", "цу", "цом", "це", "ці")),
    (("ие", "ье"), ("ия", "ию", "ием", "ии", "ья", "ью", "ьем")),
    (("ння",), ("нню", "нням", "нні")),
    (("ка",), ("ки", "ке", "ку", "кой", "кою", "ці")),
    (("га",), ("ги", "ге", "гу", "гой", "гою", "зі")),
    (("а",), ("ы", "и", "у", "е", "ой", "ою", "і", "ей", "ею")),
    (("я",), ("и", "ю", "е", "ей", "ею", "ї", "єю", "і")),
    (("ь",), ("я", "ю", "ем", "е", "и", "і", "еві", "єм")),
    (("й",), ("я", "ю", "ем", "е", "єм", "ї", "єві")),
    (("о",), ("а", "у", "ом", "е", "і")),
    (("",), ("а", "у", "ом", "е", "ові", "ем", "еві", "і")),
)  # fmt: skip
#: Words behind which a place stands in its basic form: жительница города Лиепень Инга Озол.
_PLACES = frozenset(
    (
        "города", "городе", "город", "посёлка", "поселка", "села", "деревни", "станции", "улицы", "проспекта",
        "острова", "острове", "района", "области", "міста", "місті", "селища", "вулиці", "станції", "проспекту"
    )
)  # fmt: skip
_GENITIVES = {
    "ru": ("а", "я", "ы", "и", "ой", "ей", "ых", "их", "го", "о", "ов", "ев"),
    "uk": ("а", "я", "и", "і", "ї", "у", "ю", "ої", "их", "го", "ів", "їв"),
}
_GENITIVE = ("а", "я", "ы", "и", "і", "ї", "у", "ю", "о", "ой", "ей", "ої", "ых", "их", "го")
_OF_PLACES = (
    "ского", "ской", "ском", "ский", "ская", "ское", "ские", "ських", "ського", "ської", "ському", "ська", "цкого"
)  # fmt: skip
_IN = frozenset(["в", "во", "у"])
_FIELDS = frozenset(["по", "при", "з", "із", "с", "из", "в", "у"])  # министр по делам молодёжи Инга Озол
_LOCATIVE = (
    (("ом", "ем", "ому"), {"о": "ое", "е": "ое", "я": "ое", "": "ый"}),
    (("ой", "ей", "ій"), {"а": "ая", "я": "ая", "ь": "ая"}),
)  # fmt: skip


@cache
def _oblique(lang: str) -> Mapping[str, str]:
    """Every other case of a word for an office or a body -> the word in its first case."""
    lists = words_of(lang)
    known = {word for word in lists.roles | lists.titles | lists.bodies | lists.same if " " not in word}
    forms: dict[str, str] = {}
    for word in sorted(known):
        for endings, others in _DECLINED:
            ending = next((one for one in endings if word.endswith(one) and len(word) > len(one) + 2), None)
            if ending is not None:
                stem = word.removesuffix(ending)
                forms.update((stem + other, word) for other in others if stem + other not in known)
                break
    return forms


def basic_office(word: str, lang: str) -> str:
    """The word for an office or a body in its first case: депутата -> депутат; else the word as it is."""
    return _oblique(lang).get(word, word) if lang in SLAVIC else word


def is_in_case(word: str, lang: str) -> bool:
    """Whether a word is one for an office or a body, and in another case than the first."""
    return lang in SLAVIC and word in _oblique(lang)


def personal_run(run: Sequence[Token], before: Token | None, has_office: bool) -> tuple[Token, ...]:
    """The name of a person at the end of a run of capitals, behind a place or a body: Остравии Хенрик Салмон."""
    first = 0
    while len(run) - first > 1 and len(run[first].text) > 1 and run[first].text.isupper():
        first += 1  # МИД
    if len(run) - first == 1 and run[first].lower.endswith(("ии", "ії")) and not given_of(run[first].lower):
        return ()  # делегация Остравии
    size = len(run) - first
    for place in range(first, len(run)):
        if place > first and is_patronymic(run[place].lower) and given_of(run[place - 1].lower):
            return tuple(run[place - 1 :])
    begin = run[first]
    if size > 2 and not gender_of(begin.lower) and given_of(begin.lower) and gender_of(run[first + 1].lower):
        return tuple(run[first + 1 :])  # мать Елисея Виктория Грачёва
    if size == 2 and before and not gender_of(begin.lower) and given_of(begin.lower) and gender_of(run[-1].lower):
        return tuple(run[-1:])  # муж Анны Пётр
    if size < 2 or given_of(begin.lower):
        return tuple(run[first:])
    follows_place = before is not None and before.lower in _PLACES
    known = next((place for place in range(first + 1, len(run) - 1) if given_of(run[place].lower)), None)
    is_place = begin.lower.endswith(_GENITIVE) or follows_place
    if known is not None and is_place:
        return tuple(run[known:])
    if (size > 2 and follows_place) or begin.lower.endswith(("ии", "ії")) or (size > 2 and has_office and is_place):
        return tuple(run[max(first + 1, len(run) - 2) :])
    return tuple(run[first:])


def is_of_place(run: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether a capital is only an adjective of a place before its noun: Торнского университета."""
    behind = next((one for one in tokens if one.start > run[-1].start), None)
    is_adjective = len(run) == 1 and run[0].lower.endswith(_OF_PLACES)
    return is_adjective and behind is not None and behind.is_word and not behind.is_capital


def leads_to_noun(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is the noun behind an adjective of a place: кафедры Каменского университета."""
    return is_of_place(tokens[place - 1 : place], tokens[place - 1 : place + 1])


def last_run(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The last run of two capitals or more behind an office; empty where there is none."""
    runs: list[list[Token]] = [[]]
    for token in tokens:
        if token.is_word and token.is_capital:
            runs[-1].append(token)
        elif runs[-1]:
            runs.append([])
    return next((tuple(run) for run in reversed(runs) if len(run) > 1), ())


def reaches_name(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> bool:
    """Whether a chain of plain words leads from an office to a name: заявил глава комитета по делам печати Олег Гай."""
    for near in range(place, min(limit, place + 8)):
        token = tokens[near]
        if not token.is_word or token.lower in lists.reporting or token.lower in lists.relative:
            return False
        if token.is_capital:
            behind = tokens[near + 1] if near + 1 < limit else None
            is_first = given_of(token.lower) or not token.lower.endswith((*_GENITIVE, "ом", "им", "ым", "ий", "ый"))
            if behind and behind.is_word and behind.is_capital and is_first and not token.text.isupper():
                return True
        elif token.lower in lists.stops and token.lower not in _FIELDS:
            return False
    return False


def is_no_adjective(word: str) -> bool:
    """Whether a word before an office does not tell what office it is: Натомість депутатка."""
    return re.search(r"(?:[иоы]й|[іи]й|[ая]я?|[ое]го|[оеі][йю]|[ои]м)\Z", word.lower()) is None


def chain_start(tokens: Sequence[Token], start: int, lists: WordLists) -> int:
    """Where the office begins that stands before a name with its genitives between; `start` where none does."""
    for near in range(start - 1, max(-1, start - 8), -1):
        token = tokens[near]
        if not token.is_word or token.lower in lists.reporting:
            break
        if basic_office(token.lower, lists.lang) in lists.roles:
            before = tokens[near - 1].lower if near > 0 else ""
            is_owner = before in lists.roles or before.endswith("тель")
            return near - 1 if is_owner else near  # заместитель министра финансов
        if token.text[0] == "«":
            continue  # директор завода «Восход» Олег Гай
        if token.lower not in _FIELDS and not (token.is_capital or token.lower.endswith((*_GENITIVE, "в", "х"))):
            break
        if token.lower in lists.stops and token.lower not in _FIELDS:
            break
    return start


def follows_quotation(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word follows a quotation and a dash, where only a reporting verb can stand: «…», — ворчит Гай."""
    before = place - 2 if place > 1 and tokens[place - 1].lower == "не" else place - 1  # — не скрывает Гай
    if before < 1 or tokens[before].text not in "—–-":
        return False
    before -= tokens[before - 1].text in (",", "!", "?")
    return before > 0 and tokens[before - 1].is_quote


def speaking_body(
    tokens: Sequence[Token], low: int, high: int, lists: WordLists, of_document: bool = False
) -> tuple[Token, ...]:
    """The body in which somebody says something, in its first case: в министерстве культуры заявили.

    Of a document the body whose it is: говорится в ответе министерства.
    """
    for place in range(low, high - 1):
        if tokens[place].lower not in _IN:
            continue
        begin = place + 2 if of_document else place + 1
        head = next((near for near in range(begin, min(begin + 3, high)) if _is_body(tokens[near].lower, lists)), None)
        if head is None or not all(_is_adjective(one) for one in tokens[begin:head]):
            continue
        body = basic_office(tokens[head].lower, lists.lang)
        named = [*_adjectives(tokens[begin:head], body, lists.lang), token_of(body, tokens[head].start)]
        behind = takewhile(lambda one: _goes_on(one, lists), tokens[head + 1 : high])
        return (*named, *behind)
    return ()


def _is_adjective(token: Token) -> bool:
    """Whether a word has the ending of an adjective behind в: надзорном, районной."""
    return token.is_word and token.lower.endswith(tuple(ending for endings, _ in _LOCATIVE for ending in endings))


def _is_body(word: str, lists: WordLists) -> bool:
    return basic_office(word, lists.lang) in lists.bodies


def _goes_on(token: Token, lists: WordLists) -> bool:
    """Whether a word is a genitive that tells what a body is for: министерстве культуры области; no place, no verb."""
    small = token.is_word and not token.is_capital and token.lower.endswith(_GENITIVES[lists.lang])
    plain = any(token.lower in words for words in (lists.reporting, lists.stops, lists.common, lists.auxiliary))
    return token.text[0] == "«" or (small and not plain and not token.lower.endswith(("ли", "ла", "ться")))


def _adjectives(tokens: Sequence[Token], body: str, lang: str) -> Iterator[Token]:
    """The adjectives of a body in its first case: надзорном ведомстве -> надзорное ведомство."""
    for token in tokens:
        word = token.text
        for endings, basic in _LOCATIVE:
            ending = next((one for one in endings if word.endswith(one)), "")
            if ending:
                new = next((to for own, to in basic.items() if body.endswith(own)), "")
                if lang == "uk":
                    new = {"ое": "е", "ый": "ий", "ая": "а"}.get(new, new)
                word = word.removesuffix(ending) + new
                break
        yield token_of(word, token.start)
