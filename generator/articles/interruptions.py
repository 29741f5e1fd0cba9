"""The reporter inside the marks: clauses such as «Мы готовы, — заявил Песков, — но не сейчас»."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from heapq import merge

from generator.spans import Span
from generator.wordlists import WordLists, gender_of, words_of

#: Languages that set the reporter's clause inside the marks, or a dialogue after dashes.
BY_DASH = frozenset(
    {"ru", "uk", "be", "bg", "es", "pt", "fr", "it", "pl", "cs", "sk", "ro", "ca", "tr", "hu", "lt", "lv", "et", "mk"}
    | {"sr", "hr", "sl", "el", "sv", "no", "nb", "nn", "da", "fi"}
)
#: Of them those where who speaks stands before the verb: – Tämä on viimeinen, Pussinen sanoo. – Kauppa lähti.
_SUBJECT_FIRST = frozenset({"fi", "et"})
_ROMANCE = frozenset({"fr", "es", "pt", "it", "ca", "ro"})
BY_COMMA = _ROMANCE | {"sv", "no", "nb", "nn", "da", "fi", "et", "el"}

_DASH = r"(?:[—–―]|--|(?<=\s)-(?=\s))"
_OPENING_DASH = re.compile(rf"(?:(?<=[,.?!…»”\"'’)])\s*|\s+){_DASH}\s*(?=\w)")
_CLOSING_DASH = re.compile(rf"(?:[,.;:?!…]\s*{_DASH}|(?<=\w)\s*{_DASH}[,.;:?!…]*)\s*")
_COMMA = re.compile(r"(?:,|(?<=[?!…])|[.»”\"](?=\s+\w))\s+(?=[^\W\d_])")
_DASH_AGAIN = re.compile(r"\s+[—–―]\s+(?=[^\W\d_])")  # – Vi väntar, säger hon. – De kommer.
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOP = re.compile(r"[.!?…](?=\s|\Z)|[,;:](?=\s|\Z)")
_INVERTED = re.compile(r"(?:t-)?(?:il|elle|ils|elles|on|je|nous)\Z")
#: Of the present or the past, as a story is told; and no question about what will be: viendra-t-il ?
_ANY_INVERTED = re.compile(r"([^\W\d_]{3,}(?:e|(?<!r)a))-t-(?:il|elle)\Z")
_OBJECTS = frozenset(["se", "lui", "leur", "me", "nous", "vous"])  # lui a-t-elle dit
_INFINITIVES = ("er", "ir", "ettre", "ondre", "endre")
_CALLINGS = ("ière", "iste", "euse", "trice", "teur", "ogue", "ienne", "ista", "ólogo", "óloga")
#: What an apposition begins with that tells where or when somebody said it, or who it is.
_LEADING = frozenset(
    ["qui", "dont", "en", "dans", "lors", "à", "au", "sur", "interrogé", "interrogée", "quien", "durante", "tras", "al"]
)
_NOUN_PHRASE = re.compile(r"[^\W\d_]")
_LONGEST = 300
_DEEPEST = 8  # quotations within quotations
_PAST = {"ru": ("л", "ла", "ли", "ло", "лся", "лась", "лись"), "uk": ("в", "ла", "ли", "ло", "вся", "лася", "лися")}
_PRESENT = {
    "ru": ("ет", "ёт", "ит", "ут", "ют", "ат", "ят", "ется", "ётся", "ится", "ются", "утся", "ятся", "атся"),
    "uk": ("є", "ить", "їть", "уть", "ють", "ать", "ять", "ється", "иться", "ються", "уться", "яться", "аться"),
}


def find_interruptions(text: str, part: Span, nested: Sequence[Span], lang: str) -> Iterator[Span]:
    """The reporter's clauses set inside a run of quoted words, with the punctuation that sets them off.

    `nested` are the quotations within it, in order.
    A comma before a dash belongs to the words quoted; a comma that alone sets off the clause does not.
    """
    lists = words_of(lang)
    place = part.start
    while found := _next_clause(text, place, part, nested, lists):
        yield found
        place = max(found.end, found.start + 1)


def _next_clause(text: str, start: int, part: Span, nested: Sequence[Span], lists: WordLists) -> Span | None:
    """The first clause behind the place: what may open one is looked at in order, and nothing beyond it."""
    dashes = _OPENING_DASH.finditer(text, start, part.end) if lists.lang in BY_DASH else ()
    commas = _COMMA.finditer(text, start, part.end) if lists.lang in BY_COMMA else ()
    for opening in merge(commas, dashes, key=lambda found: found.start()):
        if opening.start() <= part.start or _is_inside(opening.start(), nested):
            continue
        read = _with_comma if opening.re is _COMMA else _dashed
        if clause := read(text, opening, part, nested, lists):
            return clause
    return None


def _dashed(text: str, opening: re.Match[str], part: Span, nested: Sequence[Span], lists: WordLists) -> Span | None:
    begins = opening.end()
    set_off = text[opening.start() - 1] in ",.?!…»”\"'’)" or text[begins - 1] in "—–―" or not lists.is_known
    if set_off and (_begins_with_verb(text, begins, part.end, lists) or _names_somebody(text, begins, part, lists)):
        return Span(opening.start(), _closing_dash(text, begins, part, nested))
    return None


def _closing_dash(text: str, start: int, part: Span, nested: Sequence[Span]) -> int:
    for closing in _CLOSING_DASH.finditer(text, start, min(part.end, start + _LONGEST)):
        if not _is_inside(closing.start(), nested):
            return closing.end()
    return part.end


def _begins_with_verb(text: str, start: int, end: int, lists: WordLists) -> bool:
    """Whether one of the first words is a reporting verb: заявил он, тихо сказала она, dit-il."""
    stop = _STOP.search(text, start, min(end, start + _LONGEST))
    found = list(_first_words(text, start, stop.start() if stop else end, 5))
    return any(_is_reporting(word, lists) for word in found) and (text[start].islower() or not text[start].isalpha())


def _names_somebody(text: str, start: int, part: Span, lists: WordLists) -> bool:
    """Whether a short clause between two dashes has somebody in it whom the quotation does not: — hm, вона. —"""
    closing = _CLOSING_DASH.search(text, start, min(part.end, start + 120))
    if closing is None and not lists.is_known and _ends_with_given(text, start, part.end):
        return True
    if closing is None and lists.lang in _PAST and _ends_with_name(text, start, part.end, lists.lang):
        return True
    if closing is None or not text[start].islower() or closing.start() > start + 100:
        return False
    words = list(_first_words(text, start, closing.start() + 1, 12))
    if lists.lang in _PAST and _tells_somebody([word.lower() for word in words], lists):
        return True
    third = {word for word, kind in lists.pronouns.items() if kind in ("m", "f", "p") and word not in lists.own}
    return 1 < len(words) < 9 and any(
        word.lower() in third or (word[0].isupper() and place) for place, word in enumerate(words[:4])
    )


def _ends_with_name(text: str, start: int, end: int, lang: str) -> bool:
    """Whether the rest is a verb that no list knows, and a name: — не скрывает радости Вера Лунёва."""
    words = list(_first_words(text, start, end, 8))
    if end - start > 100 or not text[start].islower() or len(words) < 3 or text[start:end].count("—") > 0:
        return False
    acts = any(looks_like_verb(word.lower(), lang) for word in words[:2])
    return acts and len(words) < 8 and words[-1][0].isupper() and words[-2][0].isupper()


def _ends_with_given(text: str, start: int, end: int) -> bool:
    """Whether the rest is short and ends with a first name and a surname: - irytuje się kierowca Paweł Osiński."""
    words = list(_first_words(text, start, end, 9)) if end - start <= 100 and text[start].islower() else []
    return 2 < len(words) < 9 and all(word[0].isupper() for word in words[-2:]) and bool(gender_of(words[-2].lower()))


def _tells_somebody(words: Sequence[str], lists: WordLists) -> bool:
    """Whether a verb that no list knows has somebody behind it: — не скрывает руководитель. —"""
    verb = next((place for place, word in enumerate(words[:3]) if looks_like_verb(word, lists.lang)), None)
    behind = words[verb + 1 : verb + 3] if verb is not None else []
    return any(word in lists.roles or word in lists.same for word in behind)


def _first_words(text: str, start: int, end: int, count: int) -> Iterator[str]:
    for place, found in enumerate(_WORD.finditer(text, start, min(end, start + _LONGEST))):
        if place >= count:
            return
        yield found.group()


def _is_reporting(word: str, lists: WordLists) -> bool:
    word = word.lower().replace("’", "'")
    head, hyphen, tail = word.partition("-")
    if hyphen and _INVERTED.match(tail):
        return head in lists.reporting
    return word in lists.reporting or word.removeprefix("s'") in lists.reporting


def inverted_verb(word: str, lists: WordLists) -> str | None:
    """Any French verb with its subject hanging on it, which no list need know: bougonne-t-il, bougonna-t-elle."""
    head = _ANY_INVERTED.match(word)
    if head is None or head[1] in lists.auxiliary or head[1] in lists.having or head[1] in lists.modal:
        return None
    return head[1]


def looks_like_verb(word: str, lang: str) -> bool:
    """Whether a word has the form of a verb that tells of somebody: ворчит, возмущалась, обурюється."""
    return len(word) > 3 and word.endswith(_PAST[lang] + _PRESENT[lang])


def _with_comma(text: str, opening: re.Match[str], part: Span, nested: Sequence[Span], lists: WordLists) -> Span | None:
    begins = opening.end()
    if (text[begins].islower() and _reports(text, begins, part.end, lists)) or (
        lists.lang in _SUBJECT_FIRST and _names_who_reports(text, begins, part.end, lists)
    ):
        return Span(opening.start(), _clause_end(text, begins, part, nested, lists))
    return None


def _reports(text: str, start: int, end: int, lists: WordLists) -> bool:
    """Whether a clause with the verb before its subject begins here: dit-il, a-t-il lancé, soupire Basile Quénard."""
    found = [match for match, _ in zip(_WORD.finditer(text, start, min(end, start + _LONGEST)), range(5), strict=False)]
    found = [word for word in found if not _STOP.search(text, start, word.start())]
    if not found:
        return False
    words = [word.group().lower().replace("’", "'") for word in found]
    if words[0] in _OBJECTS and len(words) > 1 and (words[0] == "se" or "-" in words[1]):
        found, words = found[1:], words[1:]  # se souvient-elle
    if lists.lang in _ROMANCE and words[0].endswith(_INFINITIVES):
        return False  # promettre un violon, c’est …
    first, hyphen, tail = words[0].partition("-")
    inverted = bool(hyphen and _INVERTED.match(tail))
    verb = 0
    if first in lists.auxiliary and (inverted or words[0] in lists.auxiliary or hyphen):
        verb = next((place for place in range(1, min(4, len(words))) if words[place] in lists.reporting), -1)
        if verb < 0:
            return False
    elif words[0].startswith("s'") and _is_reporting(words[0], lists):
        verb = 0
    elif not _is_reporting(words[0], lists):
        return lists.lang == "fr" and inverted_verb(words[0], lists) is not None and _tells(text, start, end)
    if inverted:
        return True
    subject = verb + 1
    while subject < len(words) and (
        words[subject] in lists.weekdays or words[subject] in lists.auxiliary - lists.articles
    ):
        subject += 1  # a déclaré lundi Claire Morel
    if subject < len(words) and not lists.is_known and _tells(text, start, end, 150):
        return True  # säger hon.
    return subject < len(words) and _begins_subject(found[subject].group(), lists)


def _names_who_reports(text: str, start: int, end: int, lists: WordLists) -> bool:
    """Whether all of a clause is somebody, and a verb that reports: Pussinen sanoo STT:lle. hän sanoo."""
    stop = _STOP.search(text, start, min(end, start + 80))
    words = [word.lower() for word in _first_words(text, start, stop.start() if stop else end, 6)]
    verb = next((place for place, word in enumerate(words) if word in lists.reporting), 0)
    if not 0 < verb <= 3 or len(words) > verb + 3 or (stop and stop.group() not in ".,"):
        return False
    return text[start].isupper() or words[0] in lists.pronouns or words[0] in lists.roles


def _tells(text: str, start: int, end: int, longest: int = 60) -> bool:
    """Whether a clause with a verb that no list knows is short and asks nothing: bougonne-t-il. Moi, …"""
    stop = _STOP.search(text, start, min(end, start + longest))
    return stop is not None and stop.group() in ".,"


def _begins_subject(word: str, lists: WordLists) -> bool:
    lower = word.lower().replace("’", "'")
    return (
        word[0].isupper()
        or lower in lists.articles
        or lower.split("'")[0] + "'" in lists.articles
        or lower in lists.pronouns
        or lower in lists.titles
        or lower in lists.roles
    )


def _clause_end(text: str, start: int, part: Span, nested: Sequence[Span], lists: WordLists) -> int:
    """Where the speaker goes on: after the full stop, or after the comma that begins no apposition."""
    in_apposition = False
    for stop in _STOP.finditer(text, start, min(part.end, start + _LONGEST)):
        if _is_inside(stop.start(), nested):
            continue
        if stop.group() == ".":
            if _is_abbreviation(text, stop.start(), lists):
                continue
        elif stop.group() == "," and not in_apposition and _begins_apposition(text, stop.end(), lists):
            in_apposition = True
            continue
        dash = _DASH_AGAIN.match(text, stop.end(), part.end)
        return dash.end() if dash else stop.end()
    return part.end


def _is_abbreviation(text: str, stop: int, lists: WordLists) -> bool:
    before = text[max(0, stop - 12) : stop].split()
    return bool(before) and (before[-1].lower() + "." in lists.abbreviations or len(before[-1]) == 1)


def _begins_apposition(text: str, start: int, lists: WordLists) -> bool:
    found = list(_first_words(text, start, start + 60, 2))
    if not found:
        return text[start : start + 3].strip().isdigit()
    first = found[0].lower()
    if not lists.is_known:  # … sier hun, og legger til: …
        return first.islower() and (first not in lists.stops or found[-1].lower() in lists.reporting)
    return (
        first in lists.roles
        or first.endswith(_CALLINGS)
        or all(word[0].isupper() for word in _name_ahead(text, start))
        or (first in ("de", "du", "del") and _is_body_ahead(text, start))
        or first in lists.female
        or first in lists.male
        or first in _LEADING
        or (first in lists.articles and len(found) > 1 and found[1].lower() in lists.roles)
        or text[start : start + 4].strip()[:1].isdigit()
    )


def _name_ahead(text: str, start: int) -> list[str]:
    """The words up to the next sign; a name in apposition is all capitals: le porte-parole, Jean Roux."""
    stop = _STOP.search(text, start, start + 60)
    return _WORD.findall(text, start, stop.start()) if stop else ["-"]


def _is_body_ahead(text: str, start: int) -> bool:
    """Whether it is told for whom somebody speaks, up to a full stop: a prévenu Anne Roux, de l’ONG Racines."""
    stop = _STOP.search(text, start, start + 60)
    return stop is not None and stop.group() == "." and any(word[0].isupper() for word in _name_ahead(text, start)[1:])


def _is_inside(place: int, nested: Sequence[Span]) -> bool:
    begun = bisect_right(nested, place, key=lambda span: span.start)
    return any(span.end > place for span in nested[max(0, begun - _DEEPEST) : begun])
