"""What the text says of a name right beside it: the mayor, Ada Lind, …; Lind, who chairs the council; Lind is mayor."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.articles.callings import is_role
from generator.articles.reporter import Token
from generator.articles.slavic import SLAVIC
from generator.wordlists import WordLists

COPULAS = frozenset(
    (
        "is", "was", "became", "becomes", "remains", "est", "était", "ist", "war", "wurde", "es", "era", "является",
        "был", "была", "стал", "стала", "є", "був", "була"
    )
)  # fmt: skip


_OFF = frozenset(["off", "near", "over", "under", "into", "in", "at", "on", "to", "out"])  # was lost off Sharn Head


_LONGEST = 9  # words of an office before a comma and its name


def before_comma(tokens: Sequence[Token], low: int, lists: WordLists) -> Sequence[Token]:
    """The office before a name in apposition: the prime minister, Marrec Tollivane, …"""
    if low > 2 and tokens[low - 1].lower.endswith("-year-old"):
        low -= 1
    if low < 2 or tokens[low - 1].text != ",":
        return ()
    if lists.lang not in ("en", "ar", "zh") and (office := _led_office(tokens, low - 1, lists)):
        return office
    start = low - 1
    while start > 0 and tokens[start - 1].is_word and low - start < 9 and tokens[start - 1].lower not in lists.stops:
        start -= 1
        of_role = lists.lang == "en" and start > 1 and tokens[start - 1].lower == "of"
        leads = is_role(tokens[start - 2 if of_role else start - 1].lower, lists)  # the leader of the rebels, …
        if tokens[start].lower in lists.articles and not leads:
            break  # not: la ministre des Transports, Solène Aubrac
    beside = tokens[start : low - 1]
    told = beside[-1:] if lists.lang == "en" else beside[1:3]
    if of := next((at for at, one in enumerate(beside) if lists.lang == "en" and one.lower == "of"), 0):
        told = beside[of - 1 : of]
    owned = any(one.lower.endswith(("'s", "s'")) for one in beside[:3])  # Agnes Rolle’s biographer, Mirja Soll, …
    begins = bool(beside) and (beside[0].lower in lists.articles or owned)
    return beside if begins and any(is_role(one.lower, lists) for one in told) else ()


def _led_office(tokens: Sequence[Token], comma: int, lists: WordLists) -> Sequence[Token]:
    """An office with what hangs on it, from its article to the comma: La présidente de l’association des usagers, …"""
    for place in range(comma - 1, max(-1, comma - _LONGEST), -1):
        token = tokens[place]
        if not token.is_word or token.lower in lists.reporting or token.lower in lists.having:
            return ()
        if not is_role(token.lower, lists):
            continue
        begin = place - 1 if place and tokens[place - 1].lower in lists.articles else place
        leads = tokens[begin - 1] if begin else None
        owned = leads is not None and leads.lower in lists.linking  # de la présidente
        own_article = begin < place and tokens[begin].lower not in lists.linking  # des usagers
        if not owned and (own_article or leads is None):
            return tokens[begin:comma]
    return ()


def is_of_next(tokens: Sequence[Token], place: int) -> bool:
    """Whether an apposition behind a place tells of the name behind it: In Velga, the envoy, Ada Sorn, said …"""
    return (
        place + 2 < len(tokens)
        and tokens[place].text == ","
        and all(one.is_capital for one in tokens[place + 1 : place + 3])
    )


def apposition(tokens: Sequence[Token], end: int, lists: WordLists) -> Sequence[Token]:
    """What the text says of a name right behind it: , the transport secretary, … , who chairs the committee, …"""
    if end + 1 >= len(tokens) or tokens[end].text not in ",(":
        return ()
    start = end + 1
    if tokens[start].text[0].isdigit() and start + 2 < len(tokens) and tokens[start + 1].text == ",":
        start += 2  # the age
    stop = start
    while stop < min(len(tokens), start + 12) and tokens[stop].is_word:
        stop += 1
    behind = tokens[start:stop]
    if not behind or stop == len(tokens):
        return ()
    if any(
        is_role(one.lower, lists) and other.is_capital and not is_role(other.lower, lists)
        for one, other in pairwise(behind)
    ):
        return ()  # the next one of a list: , Treasury Secretary Scott Bessent,
    related = next((at for at, one in enumerate(behind) if one.lower in lists.relative), len(behind))
    said = any(one.lower in lists.reporting and one.lower not in lists.nouns for one in behind[1:related])
    plain = related < len(behind) and not (said and lists.lang == "en")  # In the hall, the mayor said that …
    if not plain and any(one.lower in lists.reporting or one.lower in lists.having for one in behind[1:]):
        return ()  # a clause, no apposition: …, the team say …
    begins = behind[0].lower in lists.articles or behind[0].lower in lists.relative or is_role(behind[0].lower, lists)
    if lists.lang in SLAVIC and behind[0].lower in lists.reporting:
        return ()  # Воспитанница, рассказал наставник, …
    if behind[0].lower in lists.having or behind[0].lower in lists.being:
        return ()  # Lind, 41, was an assistant
    if behind[0].lower in lists.pronouns and behind[0].lower not in (*lists.articles, *lists.relative):
        return ()  # contre Anne Roux, elle garde une côte fêlée
    place = next((place for place, one in enumerate(behind[:4]) if is_role(one.lower, lists)), 0)
    narrowed = (place or is_role(behind[0].lower, lists)) and behind[0].lower not in lists.stops
    narrowed = narrowed and not any(one.lower in lists.prepositions for one in behind[:place])  # remis aux élus
    return behind if begins or (narrowed and not behind[0].lower.endswith(("ing", "ed"))) else ()


def kind_of_body(tokens: Sequence[Token], low: int, end: int, lists: WordLists) -> str:
    """The word that tells what a name beside it is, where that is a body: the mining firm, Terrix, …"""
    if low > 3 and tokens[low - 1].is_capital and tokens[low - 1].lower in lists.definite:
        low -= 1  # the shop, The Proving Room, …
    if low > 2 and tokens[low - 1].text == "," and tokens[low - 2].lower in lists.works:
        return tokens[low - 2].lower  # her last film, Nine Ways to Leave
    if low > 2 and tokens[low - 1].text == "," and tokens[low - 2].lower in lists.bodies:
        before = [one.lower for one in tokens[max(0, low - 6) : low - 2]]
        if any(is_role(word, lists) for word in before):
            return ""  # el portavoz de la oposición, Íñigo Salas, …
        if (
            any(word in lists.definite or word.endswith("'s") for word in before)
            and end < len(tokens)
            and tokens[end].text in ",.:"
        ):
            return tokens[low - 2].lower
    if end + 2 < len(tokens) and tokens[end].text == "," and tokens[end + 1].lower in lists.articles:
        for place in range(end + 2, min(len(tokens) - 1, end + 6)):
            word, behind = tokens[place].lower, tokens[place + 1]
            if word in lists.bodies and (not behind.is_word or behind.lower in lists.prepositions | lists.relative):
                return word
            if is_role(word, lists) or word in lists.stops or word in lists.prepositions:
                break
    return ""


def body_before(tokens: Sequence[Token], low: int, lists: WordLists) -> str:
    """The word for a body right before its name in Spanish: El sindicato Sanidad Viva."""
    is_one = lists.lang == "es" and low > 1 and tokens[low - 1].lower in lists.bodies
    return tokens[low - 1].lower if is_one and tokens[low - 2].lower in lists.articles else ""


def predicate_before(tokens: Sequence[Token], low: int, lists: WordLists) -> Sequence[Token]:
    """The same in front of a name in Russian and Ukrainian: тренером був Василь Петрунько."""
    if lists.lang not in SLAVIC or low < 2 or tokens[low - 1].lower not in COPULAS:
        return ()
    before = tokens[max(0, low - 5) : low - 1]
    return [one for one in before if one.lower.endswith(("ом", "ем", "ою", "ой", "єм")) and is_role(one.lower, lists)]


def predicate(tokens: Sequence[Token], end: int, lists: WordLists) -> Sequence[Token]:
    """What the text says that somebody is: Ellen Trask is mayor of Aldmoor, Trask, as mayor, …"""
    if end + 1 >= len(tokens) or tokens[end].lower not in COPULAS:
        return ()
    stop = end + 1
    while stop < min(len(tokens), end + 8) and tokens[stop].is_word and tokens[stop].lower not in lists.stops:
        stop += 1
    behind = tokens[end + 1 : stop]
    place = next((index for index, one in enumerate(behind[:5]) if is_role(one.lower, lists)), None)
    if place is None or any(_is_quoted_verb(one, lists) or one.lower in _OFF for one in behind[:place]):
        return ()
    return behind


def _is_quoted_verb(token: Token, lists: WordLists) -> bool:
    return token.lower in lists.reporting or token.lower.endswith(("ing", "ed"))
