"""The noun phrase before a verb: past adverbs, and before what stands in apposition to it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.articles.callings import is_role
from generator.articles.endings import is_time, leads_to
from generator.articles.naming import Phrase, capital_run, is_pronoun
from generator.articles.peoples import comes_from
from generator.articles.phrases import phrase_after, phrase_of, starts_phrase
from generator.articles.reporter import Token
from generator.articles.slavic import SLAVIC, is_in_case
from generator.wordlists import WordLists

_WHERE = frozenset(["to", "into", "onto", "through", "under", "over", "towards", "toward", "against", "behind"])
_WITH_HIM = frozenset(["с", "со", "із", "зі", "ним", "ней", "нею", "ними", "этим", "цим"])  # с ним не согласен
#: Nouns that end as adverbs do: her family said.
_NOUNS = frozenset(
    ["family", "ally", "assembly", "monopoly", "bully", "elderly", "butterfly", "fly", "weekly", "daily"]
)
_AT = frozenset(["am", "im", "beim", "zum", "zur", "vom", "ins", "ans"])


def phrase_before(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> Phrase | None:
    """The noun phrase that ends right before `place`, past adverbs; None where none ends there."""
    last = place - 1
    while last >= low and _is_adverb(tokens[last], lists):
        if last > low and tokens[last - 1].lower in lists.articles:
            break  # the family
        last -= 1
    if last < low:
        return None
    if tokens[last].text in ",—–)":
        return _before_apposition(tokens, low, last, lists)
    if tokens[last].lower in lists.relative and last > low:
        antecedent = last - 2 if tokens[last - 1].text == "," else last - 1  # the chancellor, who called …
        if (
            antecedent >= low
            and tokens[antecedent].is_word
            and tokens[antecedent].lower not in lists.articles  # una carta en la que piden
            and (found := _backward(tokens, low, antecedent, lists, True))
        ):
            return found
    if is_pronoun(tokens[last].lower, lists):
        return phrase_of(tokens[last : last + 1], lists)
    found = _backward(tokens, low, last, lists)
    if found and not found.name and (who := _relative_before(tokens, low, found, lists)):
        return _backward(tokens, low, who - 1, lists, True) or found  # a diplomat who attended the talks said
    if found and not found.name and lists.lang in SLAVIC:  # Директор идею мэра назвал «…»
        begin = next(index for index, token in enumerate(tokens) if token.start == found.start)
        cut = phrase_after(tokens, begin, place, lists)
        found = cut if cut and cut.start == found.start else found
    return found or _forward(tokens, low, last + 1, lists)


def _relative_before(tokens: Sequence[Token], low: int, phrase: Phrase, lists: WordLists) -> int | None:
    """Where the relative clause begins whose object a phrase is: a diplomat who attended the talks."""
    if lists.lang in ("fr", "es"):  # un rapport que nous avons consulté évoque
        begin = next(index for index, token in enumerate(tokens) if token.start == phrase.start)
        own = tokens[begin - 1].lower if begin - 1 > low else ""
        for near in range(begin - 1, max(low, begin - 7), -1):
            if not tokens[near].is_word or tokens[near].lower in lists.reporting or own in ("que", "qu'"):
                break
            if tokens[near].lower in ("qui", "que") and tokens[near - 1].is_word:
                return None if tokens[near - 1].lower in lists.reporting else near  # un empleado que no da su nombre
        is_object = begin - 1 > low and tokens[begin - 1].lower in ("que", "qu'") and tokens[begin - 2].is_word
        return begin - 1 if is_object and tokens[begin - 2].lower not in lists.reporting else None
    if lists.lang != "en":
        return None
    begin = next(index for index, token in enumerate(tokens) if token.start == phrase.start)
    for near in range(begin - 1, max(low, begin - 8), -1):
        token = tokens[near]
        if token.lower in ("who", "which"):
            return near if near < begin - 1 and tokens[near - 1].is_word else None
        if not token.is_word or token.lower in lists.reporting or token.lower in ("and", "but", "because", "that"):
            return None
    return None


def _is_adverb(token: Token, lists: WordLists) -> bool:
    if is_pronoun(token.lower, lists):
        return token.lower in lists.oblique
    return token.is_word and (
        token.lower in lists.auxiliary
        or (lists.lang in SLAVIC and token.lower in _WITH_HIM)
        or token.lower in lists.negation
        or token.lower.endswith("n't")
        or (lists.lang == "en" and token.lower.endswith("ly") and not token.is_capital and token.lower not in _NOUNS)
    )


def _backward(tokens: Sequence[Token], low: int, last: int, lists: WordLists, may_hang: bool = False) -> Phrase | None:
    """The phrase that ends at a word; one that hangs on a preposition only where it may."""
    first = last + 1
    while first > low and _belongs(tokens, low, first - 1, last, lists):
        first -= 1
        if _begins(tokens, low, first, lists):
            break
    while first <= last and not starts_phrase(tokens[first], lists):
        first += 1
    if first > last:
        return None
    if first > low and tokens[first - 1].lower in _AT and lists.lang == "de":
        return None  # Am Nachmittag äußerte sie sich
    leads = tokens[first - 1].lower if first > low else ""
    is_agent = leads in lists.by and lists.lang in ("es", "fr")  # fuentes consultadas por este diario
    hangs = tokens[first].lower in lists.articles and (leads in lists.prepositions or leads in _WHERE or is_agent)
    if lists.lang == "en" and first == last and not may_hang and _are_told_of(tokens, low, first, lists):
        return None  # money stolen from retired dockers
    if hangs and not may_hang:
        run = capital_run(tokens[first : last + 1], lists)  # in the town Smith said
        return phrase_of(run, lists) if run and run[-1] is tokens[last] else None
    return phrase_of(tokens[first : last + 1], lists)


def _are_told_of(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> bool:
    """Whether a word for several people hangs on a preposition, with an adjective between or none."""
    if tokens[place].is_capital or not tokens[place].lower.endswith("s"):
        return False
    near = place - 2 if place - 1 > low and tokens[place - 1].lower not in lists.articles else place - 1
    leads = (tokens[one].lower for one in (near, place - 1) if one >= low)
    return any(word in lists.prepositions or word in _WHERE for word in leads)


def _belongs(tokens: Sequence[Token], low: int, place: int, last: int, lists: WordLists) -> bool:
    """Whether a word belongs to the phrase that ends at `last`."""
    token = tokens[place]
    if not (token.is_word or token.text[0].isdigit()) or token.lower in lists.weekdays:
        return False
    if token.lower in lists.months:  # Theresa May said
        return place == last and place > low and tokens[place - 1].is_capital
    if token.lower in lists.reporting and place < last:
        return False
    if token.lower in lists.particles:
        return True
    if token.lower in lists.prepositions:
        return _noun_before(tokens, low, place, lists)
    return token.lower not in lists.stops or leads_to(tokens, place, lists)


def _begins(tokens: Sequence[Token], low: int, first: int, lists: WordLists) -> bool:
    """Whether the phrase begins at this word: an article that hangs on no noun before it."""
    token = tokens[first]
    if token.lower not in lists.articles:
        return False
    if token.is_capital and first > low and tokens[first - 1].is_word:
        return False  # A Number One Quay spokesman
    if token.lower in lists.prepositions and first > low and _goes_on(tokens[first - 1], lists):
        return False  # la veuve d’une des victimes
    hangs = first > low and (tokens[first - 1].lower in lists.prepositions or leads_to(tokens, first - 1, lists))
    return not (hangs and _noun_before(tokens, low, first - 1, lists))


def _goes_on(before: Token, lists: WordLists) -> bool:
    """Whether a word before a preposition that is an article elsewhere has it hang on itself: une des victimes."""
    if not before.is_word or before.lower in lists.auxiliary or before.lower in lists.stops:
        return before.lower in ("un", "une", "l'un", "l'une")
    return before.lower not in lists.reporting and before.lower not in lists.having


def _noun_before(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> bool:
    """Whether a preposition follows the noun that it belongs to."""
    if place - 1 < low:
        return False
    token = tokens[place - 1]
    return (
        token.is_word
        and token.lower not in lists.common
        and not is_time(token, lists)
        and (token.lower not in lists.reporting or (place - 2 >= low and tokens[place - 2].lower in lists.articles))
    )


def _forward(tokens: Sequence[Token], low: int, high: int, lists: WordLists) -> Phrase | None:
    """The phrase at the start of the clause: The minister who resigned on Friday said."""
    start = high - 1
    while start > low and tokens[start - 1].text not in ",;—–":
        start -= 1
    while start < high and (tokens[start].lower in lists.stops or not starts_phrase(tokens[start], lists)):
        if tokens[start].lower in lists.prepositions:
            return None
        start += 1
    return phrase_after(tokens, start, high, lists) if start < high else None


def _before_apposition(tokens: Sequence[Token], low: int, comma: int, lists: WordLists) -> Phrase | None:
    """Smith, who leads the team, said: the phrase before the apposition; its name where the phrase has none."""
    chunks: list[tuple[int, int]] = []
    start = low
    inside = False  # parentheses
    for place in range(low, comma + 1):
        if tokens[place].text in ",—–()" or tokens[place].is_quote:
            was_inside, inside = inside, tokens[place].text == "(" or (inside and tokens[place].text != ")")
            if place > start and not was_inside:
                chunks.append((start, place))
            start = place + 1
    if len(chunks) < 2:
        return phrase_before(tokens, *chunks[0], lists) if chunks and tokens[comma].text == "," else None
    whose = next((at for at, (first, _) in enumerate(chunks) if at and tokens[first].lower == "whose"), len(chunks))
    for index in range(min(whose, len(chunks) - 1) - 1, -1, -1):  # Tay Ball, whose sister, Kay, ran, said
        phrase = _in_chunk(tokens, *chunks[index], comma, lists)
        if phrase is None:
            continue
        if named := _named_in_apposition(tokens, phrase, chunks[index + 1], lists):
            return named
        if not phrase.name and not phrase.is_pronoun and index:  # Jane Ford, the leader, a former teacher, said
            named = _in_chunk(tokens, *chunks[index - 1], comma, lists)
            if named and named.name and named.end == tokens[chunks[index - 1][1] - 1].end:
                return named
        return phrase
    if lists.lang not in ("en", "de"):
        return _whole_name(tokens, *chunks[-1], lists)
    return None


def _named_in_apposition(
    tokens: Sequence[Token], phrase: Phrase, chunk: tuple[int, int], lists: WordLists
) -> Phrase | None:
    """The name behind a description in German and English: the envoy to the talks, Ada Lind, …

    Else behind one word that only its place gives a capital: Оператор, Семён Грачевский, …
    """
    if lists.lang in ("en", "de"):
        return None if phrase.name or phrase.is_pronoun else _whole_name(tokens, *chunk, lists)
    if not phrase.name or len(phrase.tokens) > 1 or phrase.tokens[0] is not tokens[0]:
        return None
    return _whole_name(tokens, *chunk, lists)


def _whole_name(tokens: Sequence[Token], first: int, last: int, lists: WordLists) -> Phrase | None:
    """The phrase with a name of several words that fills the part between two commas."""
    named = phrase_after(tokens, first, last, lists)
    return named if named and len(named.name) > 1 and named.end == tokens[last - 1].end else None


def _in_chunk(tokens: Sequence[Token], first: int, last: int, comma: int, lists: WordLists) -> Phrase | None:
    """The phrase that is a part between commas; of a whole clause the one at its end: , which the governor, …"""
    while (
        first < last
        and tokens[first].lower in lists.common
        and not starts_phrase(tokens[first], lists)
        and tokens[first].lower not in lists.prepositions
    ):
        first += 1
    if lists.lang == "en":  # the court heard that the surgeon, Ann Lee, said
        first = next((near + 1 for near in range(last - 1, first, -1) if tokens[near].lower == "that"), first)
    if first >= last:
        return None
    if starts_phrase(tokens[first], lists):
        phrase = phrase_after(tokens, first, comma + 1, lists)
        if phrase and not any(_is_verbal(token, lists) for token in tokens[first:last] if token.start >= phrase.end):
            return phrase
    ending = _backward(tokens, first, last - 1, lists)
    if ending is None or ending.is_pronoun:
        return None
    begin = next(index for index, token in enumerate(tokens) if token.start == ending.start)
    if begin > first and tokens[begin - 1].lower in lists.prepositions:
        return None
    named = phrase_after(tokens, begin, comma + 1, lists)
    return named if named and named.name else None


def _is_verbal(token: Token, lists: WordLists) -> bool:
    word = token.lower
    return word in lists.reporting or word in lists.being or (lists.lang == "en" and word.endswith("ed"))


def named_later(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> Phrase | None:
    """A name that stands further behind its verb: repite a su espalda Nicanor Olmedilla."""
    if lists.lang not in ("es", "fr", "ru", "uk"):
        return None
    hangs = False
    for near in range(place + 1, min(limit, place + 7)):
        if not tokens[near].is_word:
            return None
        before = near - 2 if tokens[near - 1].lower in lists.articles else near - 1  # à l’AFN
        is_led = before > place and tokens[before].lower in lists.prepositions | lists.stops
        is_led |= lists.lang == "es" and before > place and tokens[before].lower == "a"  # contó a La Voz la vecina
        is_rest = tokens[near].is_capital and tokens[near - 1].is_capital  # sur Radio Nord
        hangs = is_led or (hangs and is_rest)
        if not hangs and (tokens[near].is_capital or _is_somebody(tokens, near, limit, lists)):
            is_kind = near > place + 1 and comes_from(tokens[near].lower, lists)  # a dit le Breton
            return phrase_after(tokens, near - is_kind, limit, lists)
    return None


def _is_somebody(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> bool:
    """Whether an article and a word for what somebody is stand here: ironise sur le réseau la conseillère …"""
    if lists.lang in SLAVIC:  # заявил по итогам встречи министр …
        return is_role(tokens[place].lower, lists) and not is_in_case(tokens[place].lower, lists.lang)
    article = tokens[place].lower in lists.articles and lists.lang in ("fr", "es")
    return article and place + 1 < limit and is_role(tokens[place + 1].lower, lists)
