"""A noun phrase, and the name in it: the capitals behind the words for the office."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.articles.arabic import name_end, office_end
from generator.articles.callings import is_role
from generator.articles.peoples import comes_from, without_people
from generator.articles.reporter import Token
from generator.articles.slavic import SLAVIC, basic_office, is_in_case, is_of_place, last_run, personal_run
from generator.articles.unlisted import is_elided
from generator.wordlists import WordLists, gender_of

POSSESSIVE = ("'s", "s'")

_LEADING_AWAY = frozenset(["to", "close", "who", "which", "that"])
_HONOURS = frozenset(
    ("kc", "qc", "mp", "msp", "ms", "mep", "obe", "mbe", "cbe", "jr", "jr.", "sr", "sr.", "phd", "md", "esq", "ii",
     "iii", "iv")
)  # fmt: skip

_DOCUMENTS = frozenset(["تقرير", "دراسة", "بيان", "وثيقة", "مذكرة", "استطلاع", "بلاغ"])
_NOBLE = (  # German words of rank that stand inside a name: Roswitha Freifrau von Selm
    *("graf", "gräfin", "freiherr", "freifrau", "freiin", "baron", "baronin", "fürst", "fürstin"),
    *("prinz", "prinzessin", "herzog", "herzogin", "ritter", "edler"),
)
_SURNAME_FIRST = ("hu", "vi", "ja", "ko")
_ELIDED = ("d'", "d’", "l'", "l’")  # championne d’Europe
_INDEFINITE = frozenset(["ein", "eine", "einer", "eines"])


class Phrase(NamedTuple):
    """A noun phrase: its tokens, and those of them that are a name (empty for a description or a pronoun)."""

    tokens: tuple[Token, ...]
    name: tuple[Token, ...]
    is_pronoun: bool = False

    @property
    def text(self) -> str:
        return typed(self.tokens)

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


def typed(tokens: Sequence[Token]) -> str:
    """Words as they are typed, one space between those that do not hang together: l’adjointe."""
    text, end = "", tokens[0].start if tokens else 0
    for token in tokens:
        text += token.text if token.start == end else " " + token.text
        end = token.end
    return text


def is_pronoun(word: str, lists: WordLists) -> bool:
    """Whether a word stands for somebody named elsewhere."""
    return word in lists.pronouns


def find_name(tokens: Sequence[Token], lists: WordLists) -> tuple[Token, ...]:
    """The name in a noun phrase: the capitals after the words for the office, or the whole where there is no office."""
    if not tokens:
        return ()
    if lists.lang == "ar":
        return _arabic_name(tokens, lists)
    for place, token in enumerate(tokens):
        if place and token.lower in _LEADING_AWAY:
            tokens = tokens[:place]  # a person close to Wren
            break
    if lists.lang == "de" and (aged := next((place for place, one in enumerate(tokens) if _tells_age(one)), None)):
        return capital_run(tokens[aged + 1 :], lists)  # die achtjährige Lotta
    first, has_office = _behind_office(tokens, lists)
    determined = tokens[0].lower in lists.articles
    of_another = tokens[0].lower in _INDEFINITE and any(one.lower == "von" for one in tokens)
    if has_office and lists.lang == "de" and of_another:
        return ()  # eine Sprecherin von Ministerin Anna Brandt
    if has_office and lists.lang == "de" and first < len(tokens) and tokens[first].lower in lists.articles:
        named = capital_run(tokens[first + 1 :], lists)  # der Sprecher des Verbunds; die Chefin der Werft Anna Brandt
        return named[1:] if len(named) > 2 and named[-1].lower not in lists.bodies else ()
    if has_office and lists.lang in ("fr", "es") and (named := _at_end(tokens, first, lists)):
        return named
    if not has_office and lists.lang != "de" and (body := _body(tokens, determined, lists)):
        return body
    while first < len(tokens) and (
        tokens[first].lower in lists.articles or (tokens[first].lower in lists.own and not tokens[first].text.isupper())
    ):
        first += 1
    run = _from_given(capital_run(tokens[first:], lists), lists) or _behind_field(tokens[first:], lists)
    run = without_people(run, lists)
    if lists.lang in SLAVIC:
        run = (has_office and last_run(tokens[first:])) or run
        before = next((one for one in reversed(tokens) if run and one.start < run[0].start), None)
        if len(run) == 1 and before and _owns_place(before.lower, lists):
            return ()  # жители Ржавца, рада Приозерська
        run = () if run and is_of_place(run, tokens) else personal_run(run, before, has_office) if run else run
    if not run or has_office:
        return () if lists.lang == "fr" and len(run) == 1 and run[0].text[:2] in _ELIDED else run
    beside = determined and (lists.lang != "fr" or tokens[1] is run[0])  # not: la compagnie Aulnaise
    return () if _describes(run, tokens, lists) or _is_common(run, beside, lists) else run


def _at_end(tokens: Sequence[Token], first: int, lists: WordLists) -> tuple[Token, ...]:
    """The name at the end, far behind its office: la championne d’Europe des poids légers Anne Roux."""
    begin = next((at for at in range(len(tokens), first, -1) if not tokens[at - 1].is_capital), first)
    between = tokens[first:begin]
    if len(tokens) - begin < 2 or len(between) < 2 or not gender_of(tokens[begin].lower):
        return ()
    hangs = between[-1].lower in lists.prepositions | lists.linking | lists.articles | lists.particles
    return () if hangs or any(is_role(one.lower, lists) for one in between) else tuple(tokens[begin:])


def _tells_age(token: Token) -> bool:
    return not token.is_capital and token.lower.endswith(("jährige", "jähriger", "jährigen"))


def _owns_place(word: str, lists: WordLists) -> bool:
    """Whether a word is one for a body or for several people, behind which a place stands and no name."""
    is_plural = word.endswith(("и", "ы", "і", "ей")) and (word in lists.roles or is_in_case(word, lists.lang))
    return basic_office(word, lists.lang) in lists.bodies or is_plural


def _behind_field(tokens: Sequence[Token], lists: WordLists) -> tuple[Token, ...]:
    """The name behind the field of an office: el catedrático de Ingeniería Eléctrica Ramón Aldecoa."""
    if lists.lang not in ("es", "fr") or len(tokens) < 4 or tokens[0].lower not in lists.linking:
        return ()
    run = capital_run(tokens[1:], lists)
    given = _from_given(run, lists)
    return given if len(given) < len(run) else ()


def _from_given(run: tuple[Token, ...], lists: WordLists) -> tuple[Token, ...]:
    """A name of three words or more without what stands before the given name: Investor Thomas Zimmermann;
    el catedrático de Ingeniería Eléctrica Ramón Aldecoa.
    """
    has_roles_before = lists.lang in ("de", "es", "fr") or (not lists.is_known and lists.lang not in _SURNAME_FIRST)
    if not lists.is_known and len(run) > 2 and is_elided(run[0].text):
        return run[1:]  # L'arquitecta Neus Arbós
    if not has_roles_before or len(run) < 3 or gender_of(run[0].lower):
        return run
    given = next((place for place, token in enumerate(run[:-1]) if place and gender_of(token.lower)), 0)
    return run[given:]


def _body(tokens: Sequence[Token], determined: bool, lists: WordLists) -> tuple[Token, ...]:
    """A body with its field: the Forum for Fair Retirement, the state Department of Natural Resources."""
    if len(tokens) < 3 or not tokens[-1].is_capital:
        return ()  # a body with its field has three words
    first = next((place for place in range(determined, 3) if tokens[place].is_capital), None)
    if first is None:
        return ()
    body = tokens[first:]
    small = [one for one in body if not one.is_capital]
    if not small or any(one.lower not in lists.prepositions for one in small):
        return ()
    return tuple(body) if determined or body[0].lower in lists.bodies else ()


def _behind_office(tokens: Sequence[Token], lists: WordLists) -> tuple[int, bool]:
    """Where the words for an office end, and whether there are any: Secretary of State, Trump's son-in-law."""
    first, has_office = 0, False
    for place, token in enumerate(tokens):
        later = place + 1 < len(tokens)
        is_owner = token.lower.endswith(POSSESSIVE) and later and token.is_capital
        is_office = is_role(token.lower, lists) and not _is_given(tokens, place, lists)
        if is_owner or (is_office and not is_family_name(tokens, place, lists, later)):
            first, has_office = place + 1, True
        elif place and token.lower in lists.prepositions and not _is_particle(tokens, place, lists):
            if has_office and place == first and token.lower in lists.linking:
                first = _behind_place(tokens, place, lists)
            break
    return first, has_office


def _is_given(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether a word for an office is a first name here: the coach Dean Ames; but the Dean, Dean of Wells."""
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if behind is None or not (tokens[place].is_capital and behind.is_capital) or is_role(behind.lower, lists):
        return False
    return bool(gender_of(tokens[place].lower)) and not (place and tokens[place - 1].lower in lists.articles)


def _is_particle(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether a preposition goes on with a name or a body: le général de Gaulle, la portavoz de la naviera Atlántida.

    Without an article it tells the field of an office: la conseillère d’opposition Anne Roux.
    """
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    is_field = behind is not None and not behind.is_capital and behind.lower not in lists.articles
    return tokens[place].lower in lists.particles and not is_field


def _behind_place(tokens: Sequence[Token], place: int, lists: WordLists) -> int:
    """Where the name begins behind an office and its place: Secretary of State Anna Bell, head of the union Ann Lee."""
    begin = place + 1
    while begin < len(tokens) and not tokens[begin].is_capital:
        begin += 1
    capitals = len(tokens) - begin
    if not all(token.is_capital for token in tokens[begin:]) or not capitals:
        return place
    if tokens[-1].lower in lists.bodies:
        return place  # the head of the Relief Society
    named = [token for token in tokens[place + 1 : begin] if token.lower not in lists.articles]
    if named:
        return begin if capitals > 1 else place
    while capitals > 1 and tokens[begin].lower in lists.departments:
        begin, capitals = begin + 1, capitals - 1
    if begin > place + 1:
        begin += capitals == 3 and tokens[begin].lower in lists.bodies  # Leader of the Opposition Anna Bell
        return begin if capitals > 1 else place  # a spokesman for the Front
    return len(tokens) - 2 if capitals > 2 else place


def _is_common(run: Sequence[Token], determined: bool, lists: WordLists) -> bool:
    """Whether one capital word with an article, or any such in German, is no name: the Republican, der Minister."""
    if lists.lang == "de":
        return determined or (len(run) == 1 and run[0].lower in lists.bodies)
    if not determined or len(run) > 1:
        return False
    return run[0].lower in lists.bodies or comes_from(run[0].lower, lists)


def _describes(run: Sequence[Token], tokens: Sequence[Token], lists: WordLists) -> bool:
    """Whether capitals only stand before their noun: the Ondrelian defence ministry."""
    rest = [token for token in tokens if token.start > run[-1].start]
    return bool(rest) and rest[0].is_word and rest[0].lower not in lists.prepositions and not rest[0].is_capital


def is_family_name(tokens: Sequence[Token], place: int, lists: WordLists, more: bool = False) -> bool:
    """John Bishop, Odalys Baker, Jens Koch: whether a role word ends a name of two capitals; `more` words follow.

    Behind an article it is an office (the Bishop), in German always, unless a given name stands before it.
    """
    before = tokens[place - 1] if place else None
    if (
        before is None
        or not (tokens[place].is_capital and before.is_capital)
        or is_role(before.lower, lists)
        or before.lower in lists.modifiers
        or before.text.isupper()
    ):
        return False
    if lists.lang != "en" and gender_of(before.lower):
        return True
    return lists.lang != "de" and not more and tokens[0].lower not in lists.articles


def capital_run(tokens: Sequence[Token], lists: WordLists) -> tuple[Token, ...]:
    """The last unbroken run of capital words, small particles between them included."""
    run: list[Token] = []
    best: list[Token] = []
    for place, token in enumerate(tokens):
        is_small = bool(run) and token.lower in lists.particles and not _tells_where_from(tokens, place, lists)
        if token.is_word and (token.is_capital or is_small):
            run.append(token)
        else:
            best = best or run  # a run begins with a capital
            run = []
            if token.lower in lists.prepositions:
                break
    best = run if len(run) > 1 and len(best) == 1 and best[0] is tokens[0] else best or run
    while best and (not best[-1].is_capital or best[-1].lower in _HONOURS):
        best = best[:-1]
    while best and best[0].lower in lists.common and len(best) > 1:
        best = best[1:]
    return tuple(best)


def is_whole_before(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether a German name ends before a small word: sagte Overbeck der Zeitung; but von der Leyen."""
    is_article = lists.lang == "de" and tokens[place].lower in lists.articles and tokens[place - 1].is_capital
    return is_article or _tells_where_from(tokens, place, lists)


def _tells_where_from(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether a small word leads on to a place or a body: Petra Fischer vom Verein; but Ernst August von Hannover,
    Gloria Fürstin von Selm.
    """
    if lists.lang != "de" or place < 2 or tokens[place].lower not in ("von", "vom", "zum", "zur"):
        return False
    given, family = tokens[place - 2 : place]
    if family.lower in _NOBLE:
        return False
    return family.is_capital and bool(gender_of(given.lower)) and not gender_of(family.lower)


def _arabic_name(tokens: Sequence[Token], lists: WordLists) -> tuple[Token, ...]:
    """What stands after the words for the office and their adjectives; a phrase without office is a name."""
    if tokens[0].lower.removeprefix("و").removeprefix("ال") in _DOCUMENTS:
        return ()  # تقرير لمنظمة أطباء الساحل
    start = office_end(tokens, 0, len(tokens), lists)
    end = name_end(tokens, start, len(tokens), lists)
    return tuple(tokens[start:end])
