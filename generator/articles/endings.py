"""Where a noun phrase ends: before its verb, an object, or words that only tell when."""

from __future__ import annotations

from collections.abc import Sequence

from generator.articles.callings import is_role
from generator.articles.chains import ends_chain
from generator.articles.naming import POSSESSIVE, Phrase, find_name
from generator.articles.reporter import Token
from generator.wordlists import WordLists, gender_of

#: How French and Spanish participles end.
PARTICIPLES = {"fr": ("é", "ée", "és", "ées"), "es": ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas")}
_JOINED = frozenset(["joint", "jointe", "joints", "jointes"])
_INTO = frozenset(["en", "à", "aux", "au", "sur", "dans", "para", "sobre"])  # metteur en scène


_BEFORE_VERBS = frozenset(["no", "se", "ya", "también", "le", "les", "nos", "lo", "me", "aún", "siempre", "nunca"])
_OBJECTS = frozenset(["eine", "einen", "ein", "das", "den", "dem", "einem", "die"])
_PAST = frozenset(
    (
        "took", "came", "went", "gave", "made", "got", "fell", "rose", "began", "became", "broke", "knew", "kept",
        "lost", "met", "paid", "ran", "sang", "sat", "saw", "sent", "shook", "stood", "threw", "thought", "felt",
        "found", "heard", "held", "brought", "drew", "grew", "spent", "swept", "wept", "won"
    )
)  # fmt: skip
_FIELD = frozenset(["in", "at", "for", "of", "on"])
_KNOWING = frozenset(["close", "familiar", "briefed", "involved"])
_NUMBERS = frozenset(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
#: Russian nouns that end as verbs do: заведующая отдела.
_NO_PAST = frozenset(
    ("отдела", "вокзала", "канала", "зала", "футбола", "журнала", "персонала", "филиала", "терминала", "квартала",
     "протокола", "села", "дела", "капитала", "материала", "сил", "зал", "школ", "жил", "кафедрал")
)  # fmt: skip
_SEEN = frozenset(["seen", "written", "drawn", "sent", "shown", "read", "hung", "stuck", "left", "held", "put"])


def english_end(tokens: Sequence[Token], lists: WordLists) -> int:
    """Where an English description ends, without where its people are and what was done with a thing."""
    one = tokens[1].lower if len(tokens) > 2 else ""
    if one == "latter" or (one == "former" and tokens[2].lower in lists.common | lists.auxiliary):
        return 2  # The latter now runs a bakery
    several = (near for near in range(2, len(tokens) - 1) if tokens[near].lower == "of")
    if counted := next((near for near in several if _is_number(tokens[near + 1], lists)), 0):
        ends = counted + 2 < len(tokens) and tokens[counted + 2].lower not in lists.prepositions
        return counted + 2 if ends and not find_name(tokens, lists) else len(tokens)
    hung = (near for near in range(2, len(tokens)) if tokens[near - 1].lower in lists.documents)
    if written := next((near for near in hung if _is_done(tokens[near])), 0):
        return written  # a notice taped to the door
    seen = (near for near in range(2, len(tokens) - 1) if tokens[near + 1].lower == "by")
    if seen_by := next((near for near in seen if _is_done(tokens[near])), 0):
        return seen_by  # an internal memo seen by the Courier
    cut = next((place for place, token in enumerate(tokens) if place > 1 and token.lower in ("at", "in", "on")), 0)
    if not cut or tokens[cut - 1].lower in _KNOWING or find_name(tokens, lists):
        return len(tokens)
    thing = any(token.lower in lists.documents for token in tokens[1:cut])
    if tokens[0].lower in ("a", "an") and not thing and not tokens[cut - 1].lower.endswith("ed"):
        return len(tokens)  # a man in the back: it is all that tells who it is
    return cut - 1 if tokens[cut - 1].lower.endswith("ed") and cut > 2 else cut


def _is_number(token: Token, lists: WordLists) -> bool:
    """Whether a word tells how many children somebody has: the father of four."""
    return token.text.isdigit() or (token.lower in lists.articles and token.lower in _NUMBERS)


def _is_done(token: Token) -> bool:
    return token.lower.endswith("ed") or token.lower in _SEEN


def relates(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether a Spanish relative clause begins, or a verb: un informe al que ha tenido acceso este diario."""
    if lists.lang != "es":
        return False
    behind = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    word = tokens[place].lower
    is_participle = word.endswith(("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas")) and behind in lists.by
    begins = word in lists.prepositions and behind in ("que", "cual", "quien")
    begun = any(token.lower in lists.articles for token in tokens[max(0, place - 4) : place - 1])
    acts = (
        word in _BEFORE_VERBS and begun and tokens[place - 1].lower not in lists.articles | lists.linking
    )  # Los vecinos no se resignan
    return begins or is_participle or acts  # fuentes consultadas por este diario


def is_span_of_time(tokens: Sequence[Token], lists: WordLists) -> bool:
    """Whether a few words tell when: l’an dernier, la semaine prochaine, letztes Jahr."""
    if lists.lang == "en" or len(tokens) > 3:
        return False
    has_name = lists.lang != "de" and any(token.is_capital for token in tokens[1:])
    return not has_name and any(token.lower in lists.magnitude for token in tokens[:2])


def tells_on(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether a French infinitive goes on with the story: Et l’élu d’ajouter : « … »"""
    if lists.lang != "fr" or tokens[place].lower not in ("de", "d'"):
        return False
    behind = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    return behind.endswith(("er", "ir", "re")) and behind in lists.reporting


def ends_office(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> bool:
    """Whether a word behind the word for an office is the verb: My supplier rang."""
    before, token = tokens[place - 1], tokens[place]
    if lists.lang != "en" or token.is_capital or not is_role(before.lower, lists):
        return False
    is_plain = not before.is_capital or (place > 1 and tokens[place - 2].lower == "the")  # The Minister emerged
    if not is_plain or before.lower.endswith(POSSESSIVE):
        return False
    if token.lower in _KNOWING and place + 2 < limit and tokens[place + 1].lower in lists.prepositions | {"to"}:
        return False  # a person close to the board, an official briefed on the plan
    return not is_role(token.lower, lists) and not (place + 1 < limit and is_role(tokens[place + 1].lower, lists))


def acts_next(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether an adverb or the verb follows a word for a body or an office: the ministry later issued …

    In French and Spanish a word before a number is one: La boxeuse compte 41 victoires.
    """
    before, word = tokens[place - 1], tokens[place].lower
    if lists.lang in ("fr", "es") and any(one.text[0].isdigit() for one in tokens[place + 1 : place + 2]):
        small = word in lists.prepositions or word in lists.articles or word in lists.linking
        return is_role(before.lower, lists) and tokens[place].is_word and not small
    if lists.lang == "ru" and place == 1 and word not in _NO_PAST:  # Проводница раздала сухари
        feminine = before.lower.endswith(("а", "я"))
        return is_role(before.lower, lists) and word.endswith(("ла", "лась") if feminine else ("л", "лся"))
    if lists.lang != "en" or before.is_capital or tokens[place].is_capital:
        return False
    if not (before.lower in lists.bodies or is_role(before.lower, lists)):
        return False
    adverb = word in lists.auxiliary and word not in lists.modifiers and word not in lists.articles
    return adverb or word in _PAST or (word.endswith("ed") and len(word) > 4)


def ends_noun(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether a noun is over: behind a German one come articles and prepositions, or the verb: der Polizei liegt."""
    before, token = tokens[place - 1], tokens[place]
    if ends_chain(tokens, place, lists):
        return True
    if lists.lang != "de" or not before.is_capital or token.is_capital or not token.is_word:
        return False
    if token.lower in _OBJECTS:
        return True  # schwenkte eine Mutter eine Möhre; but der Sprecher der Polizei
    if token.lower == "zu":  # gibt der Neurologe zu bedenken; Karl zu Hagen
        return place + 1 >= len(tokens) or not tokens[place + 1].is_capital
    return (
        not any(word in lists.articles for word in (before.lower, token.lower)) and token.lower not in lists.particles
    )


def is_object(tokens: Sequence[Token], start: int, place: int, lists: WordLists) -> bool:
    """Whether a French or Spanish article behind a noun is the object of the verb behind it: La oposición las tachó."""
    before, token = tokens[place - 1].lower, tokens[place].lower
    if lists.lang == "ru" and tokens[place - 1].lower in lists.same and not tokens[place].is_capital:
        return token.endswith(("у", "ю", "о"))  # показывает женщина папку
    if lists.lang == "uk" and tokens[place - 1].lower in lists.same and not tokens[place].is_capital:
        return token.endswith("о")  # вигукнула жінка просто в камеру
    if lists.lang not in ("fr", "es") or token not in lists.articles or place - start < 2:
        return False
    if place + 1 >= len(tokens) or tokens[place + 1].lower not in lists.reporting:
        return False
    return tokens[start].lower in lists.articles and not any(
        before in words for words in (lists.articles, lists.prepositions, lists.linking, lists.particles)
    )


def leads_to(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """An aide to Dole, sources close to the talks."""
    return (
        tokens[place].lower == "to"
        and place > 0
        and (tokens[place - 1].lower == "close" or is_role(tokens[place - 1].lower, lists))
    )


def is_time(token: Token, lists: WordLists) -> bool:
    """Whether a word is a weekday or a month."""
    if lists.lang == "es" and token.is_capital and gender_of(token.lower):
        return False  # el portero Julio Paz
    return token.lower in lists.weekdays or token.lower in lists.months


def past_field(tokens: Sequence[Token], end: int, limit: int, lists: WordLists) -> int:
    """Where the comma stands behind an office and its field: l’adjointe aux travaux, Sidonie Ferrero."""
    comma = end
    is_english = (
        lists.lang == "en" and end < limit and tokens[end].lower in _FIELD and is_role(tokens[end - 1].lower, lists)
    )
    if lists.lang not in ("fr", "es") and not is_english:
        return end  # the Permanent Secretary in the ministry, Ada Lind, …
    if end >= limit or tokens[end].lower not in lists.prepositions | _INTO:
        return end
    while comma < min(limit, end + 6) and tokens[comma].is_word and tokens[comma].lower not in lists.reporting:
        comma += 1
    return comma if comma < limit and tokens[comma].text == "," else end


def ends_apposition(tokens: Sequence[Token], named: Phrase, lists: WordLists) -> bool:
    """Whether a sign or a small word follows a name in apposition."""
    after = next((token for token in tokens if token.start >= named.end), None)
    ends = after is None or not after.is_word or after.is_quote
    return ends or after.lower in lists.stops or after.lower in lists.prepositions  # type: ignore[union-attr]


def begins_with_participle(tokens: Sequence[Token], lists: WordLists) -> bool:
    """Whether a French or Spanish sentence begins with a participle: Interrogée sur ce point, …; Preguntado por …"""
    word = tokens[0].lower
    begins = tokens[0].is_word and (word.endswith(PARTICIPLES[lists.lang]) or word in _JOINED)
    if not begins or len(tokens) < 2 or gender_of(word) or is_role(word, lists):
        return False
    return not tokens[1].is_capital and tokens[1].lower not in lists.auxiliary - lists.articles - lists.by


def past_participle(tokens: Sequence[Token], lists: WordLists) -> int:
    """Where a French or Spanish sentence goes on behind its participle: Interrogé par l’AFP, un salarié …; else 0."""
    if lists.lang not in PARTICIPLES or not tokens or not begins_with_participle(tokens, lists):
        return 0
    return next((place + 1 for place, token in enumerate(tokens[:20]) if token.text == ","), 0)
