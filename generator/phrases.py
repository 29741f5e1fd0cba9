"""Noun phrases in a sentence: where one begins, which stands before a verb and which behind it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.arabic import bare_verb, name_end, office_end
from generator.naming import POSSESSIVE, Phrase, capital_run, find_name, is_pronoun, is_role
from generator.reporter import Token
from generator.wordlists import WordLists


def starts_phrase(token: Token, lists: WordLists) -> bool:
    """Whether a noun phrase can begin with this word."""
    if not token.is_word:
        return False
    if is_pronoun(token.lower, lists) or token.lower in lists.articles or is_role(token.lower, lists):
        return True
    if token.lower.split("'")[0] + "'" in lists.articles:
        return True
    if lists.lang == "ar":
        small = (lists.stops, lists.common, lists.prepositions, lists.auxiliary, lists.negation)
        return not any(token.lower in words for words in small) and not bare_verb(token.lower, lists)
    return token.is_capital and not _is_time(token, lists) and token.lower not in lists.common


def _is_time(token: Token, lists: WordLists) -> bool:
    return token.lower in lists.weekdays or token.lower in lists.months


def phrase_of(tokens: Sequence[Token], lists: WordLists) -> Phrase | None:
    """The phrase that these words are; a description without the place where its people are."""
    if not tokens:
        return None
    if lists.lang == "en" and tokens[0].lower in lists.articles:
        cut = next(
            (place for place, token in enumerate(tokens) if place > 1 and token.lower in ("at", "in", "on")), None
        )
        if cut and not find_name(tokens, lists):
            tokens = tokens[: cut - 1] if tokens[cut - 1].lower.endswith("ed") and cut > 2 else tokens[:cut]
    if len(tokens) == 1 and is_pronoun(tokens[0].lower, lists):
        return Phrase(tuple(tokens), (), is_pronoun=True)
    return Phrase(tuple(tokens), find_name(tokens, lists))


def phrase_after(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> Phrase | None:
    """The noun phrase that begins at `place`, past adverbs and times, with the name in apposition to it; or None."""
    phrase = _bare_phrase(tokens, place, limit, lists)
    if phrase is None or phrase.name or phrase.is_pronoun:
        return phrase
    end = next(index for index, token in enumerate(tokens) if token.start == phrase.tokens[-1].start) + 1
    if end + 1 < limit and tokens[end].text == "," and tokens[end + 1].is_capital:
        named = _bare_phrase(tokens, end + 1, limit, lists)
        if named and named.name and _ends_apposition(tokens, named, lists):
            return Phrase(phrase.tokens + named.tokens, named.name)  # its chair, Nawi Tessuq
    return phrase


def _ends_apposition(tokens: Sequence[Token], named: Phrase, lists: WordLists) -> bool:
    after = next((token for token in tokens if token.start >= named.end), None)
    return after is None or not after.is_word or after.is_quote or after.lower in lists.stops


def _bare_phrase(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> Phrase | None:
    start = _past_adverbs(tokens, place, limit, lists)
    if start >= limit or not starts_phrase(tokens[start], lists):
        return None
    if lists.lang == "ar" and not is_pronoun(tokens[start].lower, lists):
        office = office_end(tokens, start, limit, lists)
        return phrase_of(tokens[start : max(name_end(tokens, office, limit, lists), office, start + 1)], lists)
    if is_pronoun(tokens[start].lower, lists) and not _is_determiner(tokens, start, limit, lists):
        return phrase_of(tokens[start : start + 1], lists)
    end = start + 1
    joined = 0
    while end < limit:
        token = tokens[end]
        if not (token.is_word or token.text[0].isdigit()) or (
            _is_time(token, lists) and not tokens[end - 1].is_capital
        ):
            break
        after_article = tokens[end - 1].lower in lists.prepositions or tokens[end - 1].lower in lists.articles
        is_stop = (
            token.lower in lists.stops and token.lower not in lists.particles and not _leads_to(tokens, end, lists)
        )
        if (token.lower in lists.reporting and not after_article) or is_stop or token.lower in lists.having:
            break
        if token.lower in lists.prepositions and token.lower not in lists.particles:
            if joined > 1 or not _joins(tokens, start, end, limit, lists):
                break
            joined += 1
        elif _ends_office(tokens, end, limit, lists) or (
            _is_proper(tokens, end - 1, lists)
            and not token.is_capital
            and not _continues_name(tokens, end, limit, lists)
        ):
            break
        end += 1
    if end == start + 1 and tokens[start].lower in lists.stops:
        return None  # a conjunction that is an article elsewhere: that
    return phrase_of(tokens[start:end], lists)


def _ends_office(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> bool:
    """Whether a word behind the word for an office is the verb: My supplier rang."""
    before, token = tokens[place - 1], tokens[place]
    if lists.lang != "en" or before.is_capital or token.is_capital or not is_role(before.lower, lists):
        return False
    return not is_role(token.lower, lists) and not (place + 1 < limit and is_role(tokens[place + 1].lower, lists))


def _is_proper(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether a capital is a name's, and not the first letter of a sentence."""
    token = tokens[place]
    return token.is_capital and not (
        token.lower in lists.articles or is_role(token.lower, lists) or token.lower in lists.bodies
    )


def _past_adverbs(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> int:
    while place < limit:
        token = tokens[place]
        if not token.is_word or not (token.lower in lists.auxiliary or _is_time(token, lists) or token.lower == "am"):
            return place
        if token.lower in lists.articles and not (place + 1 < limit and _is_time(tokens[place + 1], lists)):
            return place
        if is_pronoun(token.lower, lists):
            return place
        place += 1
    return place


def _is_determiner(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> bool:
    """Whether a word that is a pronoun and an article stands before its noun: la ministre, die Sprecherin."""
    if tokens[place].lower not in lists.articles or place + 1 >= limit:
        return False
    following = tokens[place + 1]
    return following.is_word and following.lower not in lists.auxiliary and following.lower not in lists.reporting


def _joins(tokens: Sequence[Token], start: int, place: int, limit: int, lists: WordLists) -> bool:
    """Whether a preposition goes on with the phrase: a spokesman for the ministry; not: said Smith in a statement."""
    if place + 1 >= limit or not tokens[place + 1].is_word or _is_time(tokens[place + 1], lists):
        return False
    before, word = tokens[place - 1], tokens[place].lower
    if before.is_capital and tokens[start].lower in lists.articles and place - start == 2 and lists.lang != "de":
        return tokens[place + 1].is_capital  # the Department for Schools
    if before.is_capital and lists.lang not in ("de", "fr", "es"):
        return word in lists.linking and _is_office(before, lists)
    if word in lists.linking:
        return True
    if lists.lang != "en":
        return tokens[place + 1].is_capital
    return word in ("from", "with", "by") and tokens[place + 1].lower not in ("a", "an")


def _is_office(token: Token, lists: WordLists) -> bool:
    return is_role(token.lower, lists)


def _continues_name(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> bool:
    """Whether a small word after a capital belongs to the phrase: a particle, a word for an office."""
    token = tokens[place]
    later_capital = place + 1 < limit and tokens[place + 1].is_capital
    if token.lower in lists.particles:
        return later_capital or (place + 2 < limit and tokens[place + 1].lower in lists.particles)
    if is_role(token.lower, lists) or tokens[place - 1].lower.endswith(POSSESSIVE):
        return True
    return lists.lang in ("de", "ar") and later_capital and token.lower not in lists.auxiliary


def phrase_before(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> Phrase | None:
    """The noun phrase that ends right before `place`, past adverbs; None where none ends there."""
    last = place - 1
    while last >= low and _is_adverb(tokens[last], lists):
        last -= 1
    if last < low:
        return None
    if tokens[last].text in ",—–)":
        return _before_apposition(tokens, low, last, lists)
    if is_pronoun(tokens[last].lower, lists):
        return phrase_of(tokens[last : last + 1], lists)
    return _backward(tokens, low, last, lists) or _forward(tokens, low, last + 1, lists)


def _is_adverb(token: Token, lists: WordLists) -> bool:
    if is_pronoun(token.lower, lists):
        return False
    return token.is_word and (
        token.lower in lists.auxiliary
        or token.lower in lists.negation
        or token.lower.endswith("n't")
        or (lists.lang == "en" and token.lower.endswith("ly") and not token.is_capital)
    )


def _backward(tokens: Sequence[Token], low: int, last: int, lists: WordLists) -> Phrase | None:
    first = last + 1
    while first > low and _belongs(tokens, low, first - 1, last, lists):
        first -= 1
        if _begins(tokens, low, first, lists):
            break
    while first <= last and not starts_phrase(tokens[first], lists):
        first += 1
    if first > last:
        return None
    if tokens[first].lower in lists.articles and first > low and tokens[first - 1].lower in lists.prepositions:
        run = capital_run(tokens[first : last + 1], lists)  # in the town Smith said
        return phrase_of(run, lists) if run and run[-1] is tokens[last] else None
    return phrase_of(tokens[first : last + 1], lists)


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
    return token.lower not in lists.stops or _leads_to(tokens, place, lists)


def _leads_to(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """An aide to Dole, sources close to the talks."""
    return (
        tokens[place].lower == "to"
        and place > 0
        and (tokens[place - 1].lower == "close" or _is_office(tokens[place - 1], lists))
    )


def _begins(tokens: Sequence[Token], low: int, first: int, lists: WordLists) -> bool:
    """Whether the phrase begins at this word: an article that hangs on no noun before it."""
    token = tokens[first]
    if token.lower not in lists.articles:
        return False
    if token.is_capital and first > low and tokens[first - 1].is_word:
        return False  # A Number One Quay spokesman
    hangs = first > low and (tokens[first - 1].lower in lists.prepositions or _leads_to(tokens, first - 1, lists))
    return not (hangs and _noun_before(tokens, low, first - 1, lists))


def _noun_before(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> bool:
    """Whether a preposition follows the noun that it belongs to."""
    if place - 1 < low:
        return False
    token = tokens[place - 1]
    return (
        token.is_word
        and token.lower not in lists.common
        and not _is_time(token, lists)
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
    for index in range(len(chunks) - 2, -1, -1):
        phrase = _in_chunk(tokens, *chunks[index], comma, lists)
        if phrase is None:
            continue
        if not phrase.name and not phrase.is_pronoun and index:  # Jane Ford, the leader, a former teacher, said
            named = _in_chunk(tokens, *chunks[index - 1], comma, lists)
            if named and named.name and named.end == tokens[chunks[index - 1][1] - 1].end:
                return named
        return phrase
    return None


def _in_chunk(tokens: Sequence[Token], first: int, last: int, comma: int, lists: WordLists) -> Phrase | None:
    """The phrase that is a part between commas; of a whole clause the one at its end: , which the governor, …"""
    while (
        first < last
        and tokens[first].lower in lists.common
        and not starts_phrase(tokens[first], lists)
        and tokens[first].lower not in lists.prepositions
    ):
        first += 1
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
