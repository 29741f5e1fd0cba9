"""Who is in an article: the people whom it names, with their offices, and whether they took part or only are named."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from generator.articles.article import Article, Named, Passage
from generator.articles.callings import is_role
from generator.articles.slavic import SLAVIC
from generator.drafts.offices import office_of
from generator.spans import Span
from generator.wordlists import gender_of, words_of

_PRESENT = re.compile(r"\b(?:was|were) (?:also )?(?:present|there|in attendance)\b|\battended\b|\bmet\b|\bjoined\b")
_ABSENT = re.compile(
    r"\b(?:(?:did|was|were|will|has|have) not|didn['’]t|wasn['’]t|won['’]t) "
    r"(?:attend|come|take part|join|present|there)\b|"
    r"\b(?:is|was|were) (?:not )?(?:mentioned|named|absent|abroad)\b|\bskipped\b|"
    r"\b(?:is|are) (?:expected|due|scheduled) (?:to|in|at|on)\b"
)
_IN_A_PLACE = re.compile(r"\b(?:in|at|near|outside|across|à|en|im|aus|nach|bei|в|у|во|під)\s+\Z", re.IGNORECASE)
_AFTER_A_PLACE = re.compile(r"\s*(?:\([^)\n]{2,30}\)\s*)?(?:[—–]|--| - )|, (?:[A-Z][a-z]+\.? \d|\d{1,2}\.? [^\W\d_])")


_SHORT_FORM = 3  # letters
_WORD = re.compile(r"\w+")
_BODIES = frozenset(
    _WORD.findall(
        "foods holdings terminals records group inc ltd plc corp corporation company bank university council agency "
        "district board party union ministry office association airlines motors energy labs studios gmbh ag se "
        "works resources securities capital technologies logistics railways minerals systems solutions partners "
        "network institute society trust alliance rovers athletic wanderers petroleum pharmaceuticals brothers"
    )
)
_NUMBERS = frozenset(
    _WORD.findall("one two three four several some many most another both others somebody someone nobody одна один")
)


def _is_pronoun(word: str, lang: str) -> bool:
    """Whether a word, in small letters, stands for somebody: I, he'd."""
    lists, bare = words_of(lang), re.split("['’]", word)[0]
    return any(one in lists.pronouns or one in lists.own for one in (word, bare)) and word not in lists.articles


def _describes(words: list[str], lang: str) -> bool:
    """Whether the first word only counts or points: One former minister, Un portavoz, Su marido."""
    first = words[0].lower()
    points = first in words_of(lang).articles or first in (
        "su",
        "sus",
        "sein",
        "seine",
        "ihr",
        "ihre",
        "son",
        "sa",
        "ses",
    )
    return len(words) > 1 and (first in _NUMBERS or (points and lang != "en"))


def is_description(name: str, lang: str) -> bool:
    """Whether a speaker is told of by a description that only begins its sentence: Her cousin, Чиновник управління."""
    words = name.split()
    owned = words[0].lower() in ("her", "his", "their", "its", "our", "my")
    is_office = is_role(words[0].lower(), words_of(lang)) and not gender_of(words[0].lower())
    return owned or _describes(words, lang) or (is_office and all(one[0].islower() for one in words[1:]))


class Someone(NamedTuple):
    """A person of an article, and the office that it puts beside the name."""

    name: str
    role: str
    named: Named


def find_people(article: Article, writers: Collection[str]) -> list[Someone]:
    """The people whom the text names, by first place: those with an office, and those who speak; not who wrote it."""
    lists = words_of(article.lang)
    speakers = {one.speaker for one in article.attributions if one.verb.lower() not in lists.according}
    labels, in_capitals = _labels(article), article.kind == "transcript"
    found = []
    bodies = [part.span for part in article.paragraphs if part.kind == "body"]
    for one in article.cast:
        if article.lang == "ar" and not any(one.name in article.text[span.start : span.end] for span in bodies):
            continue  # a headline has too few words to tell what is a name
        wrote = any(writer and writer in one.name.casefold() for writer in writers)
        if one.gender == "n" or wrote or _is_part_of_any(one, article.cast):
            continue
        if one.words[0] in _NUMBERS or _is_pronoun(one.words[0], article.lang):
            continue
        is_street = one.words[-1] in ("street", "house", "palace") and not gender_of(one.words[0])  # Downing Street
        if one.words[-1] in _BODIES | lists.bodies or is_street or _is_short_form(one.name):
            continue
        if len(one.words) == 1 and (one.words[0].startswith(("d'", "l'")) or _is_thing(article, one)):
            continue
        role = one.role or office_of(article, one.name)
        if role and not one.gender and role.lower() in lists.bodies:
            continue  # its manufacturer, Serum Works
        speaks = one.name in speakers or _is_in(labels, one)
        speaks = speaks and (len(one.words) > 1 or article.lang in ("zh", "ar") or bool(gender_of(one.words[0])))
        if (role or one.gender or speaks) and _is_person(article, one, role):
            name, role = (_plain(one.name, 0), _plain(role, _SHORT_FORM)) if in_capitals else (one.name, role)
            found.append(Someone(name, role, one))
    return [one for one in found if not _is_in_an_office(one, found)]


def _is_thing(article: Article, one: Named) -> bool:
    """Whether a single Russian or Ukrainian word with a capital is hardly a person: Снегопад."""
    return article.lang in ("ru", "uk") and not one.role and not gender_of(one.words[0])


def _is_short_form(name: str) -> bool:
    """Whether a name is letters of one: CGT, NATO, MTI-nek."""
    name = re.split(r"[-:'’](?=[^\W\d_]{1,4}\Z)", name)[0]
    return name.isupper() and name.isalpha() and name.isascii() and len(name) < 6


def _labels(article: Article) -> frozenset[frozenset[str]]:
    """The words of each label that names somebody, in small letters: an office may stand before the name."""
    return frozenset(frozenset(turn.speaker.lower().split()) for turn in article.turns if turn.speaker)


def _is_in(labels: Iterable[frozenset[str]], one: Named) -> bool:
    return any(label.issuperset(one.words) for label in labels)


def _plain(words: str, longest: int) -> str:
    """Words as people write them, where a label has them in capitals, but short forms: CHAIR is Chair, CEO stays."""
    if not words.isupper():
        return words
    return " ".join(word if len(word) <= longest else word.title() for word in words.split())


def _is_part_of_any(one: Named, cast: Sequence[Named]) -> bool:
    return any(_is_part(one, other) for other in cast if other is not one)


def _is_part(one: Named, other: Named) -> bool:
    """Whether a name is another with fewer words: Witkoff, Steve Witkoff."""
    if len(one.words) == len(other.words) == 1:
        return one.name != other.name and one.name in other.name and len(one.name) < len(other.name)
    return len(one.words) < len(other.words) and set(one.words) <= set(other.words)


def _is_person(article: Article, one: Named, role: str) -> bool:
    """Whether a name is neither a body (the White House, der Gewerkschaft) nor a place."""
    lists, text = words_of(article.lang), article.text
    before = text[max(0, one.first - 30) : one.first]
    word = re.search(r"([\w’']+)\s+\Z", before)
    if word and word[1].lower() in lists.articles and article.lang not in ("zh", "ar"):
        return False
    if article.lang == "fr" and before.lower().endswith(("l’", "l'")):
        return False  # l’État
    if before.endswith("St. "):
        return False  # at St. Luke’s hospital
    if article.lang in ("fr", "es") and word and word[1].lower() in lists.bodies:
        return False  # la compañía Minas del Sur
    plural = article.lang in SLAVIC and role.lower().partition(" ")[0].endswith(("и", "ы", "і"))
    if plural and not gender_of(one.words[0]):
        return False  # пассажиры поезда Вышнегорск — Кедровка
    if role:
        # He was born in Goole, the son of a clerk
        return len(one.words) > 1 or bool(gender_of(one.words[0])) or not is_placed_first(article, one)
    if not lists.is_known and word and not one.gender and word[1].lower() in lists.prepositions | lists.towards:
        return False  # podul de la Valea Rece
    if article.lang in ("ru", "uk") and not one.gender and not gender_of(one.words[0]):
        return False
    if article.lang == "de" and not gender_of(one.words[0]) and not _speaks(article, one.name):
        return False  # Elefantenkuh Europas
    return not is_place(article, one.name)


def _speaks(article: Article, name: str) -> bool:
    return any(clause.speaker == name for clause in article.attributions)


def is_placed_first(article: Article, one: Named) -> bool:
    """Whether a name stands behind in or at where the text has it first."""
    return _IN_A_PLACE.search(article.text[max(0, one.first - 12) : one.first]) is not None


def is_place(article: Article, name: str) -> bool:
    """Whether a name stands behind in or at, or begins a text as its dateline."""
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", article.text, re.IGNORECASE):
        line = article.text.rfind("\n", 0, found.start()) + 1
        at_start = not article.text[line : found.start()].strip()
        dateline = at_start and _AFTER_A_PLACE.match(article.text, found.end())
        if dateline or _IN_A_PLACE.search(article.text[max(0, found.start() - 12) : found.start()]):
            return True
    return False


def _is_in_an_office(one: Someone, people: Sequence[Someone]) -> bool:
    """Whether a single word is only part of the office of another: Gewerkschaft, Affaires."""
    return len(one.named.words) == 1 and any(other is not one and one.name in other.role.split() for other in people)


def took_part(article: Article, one: Someone) -> bool:
    """Whether somebody speaks here, or acts: stands first in a sentence, or behind with, among those who were there."""
    speakers = [passage.speaker for passage in article.passages] + [clause.speaker for clause in article.attributions]
    if one.named.name in speakers or _is_in(_labels(article), one.named):
        return True
    first = one.named.first
    sentence = _sentence_at(article, first)
    before = article.text[sentence.start : first].split()
    after = article.text[first : sentence.end].lower()
    if _is_reported(article, one, article.text[sentence.start : first]):
        return True
    if _ABSENT.search(after):
        return False
    company = bool(before) and ("with" in [word.lower() for word in before[-6:]] or before[0] in ("Along", "Together"))
    return len(before) <= len(one.role.split()) + 1 or company or _PRESENT.search(after) is not None


def _is_reported(article: Article, one: Someone, before: str) -> bool:
    """Whether a reporting verb stands right before the office and the name: повідомив міністр транспорту Остап …"""
    lists = words_of(article.lang)
    words = _WORD.findall(before.lower())
    office = _WORD.findall(one.role.lower())
    words = words[: -len(office)] if office and words[-len(office) :] == office else words
    while words and words[-1] in lists.articles:
        words = words[:-1]
    return article.lang not in ("en", "zh", "ar") and bool(words) and words[-1] in lists.reporting


def _sentence_at(article: Article, place: int) -> Span:
    index = bisect_right(article.sentences, place, key=lambda span: span.start) - 1
    return article.sentences[max(0, index)] if article.sentences else Span(0, len(article.text))


def who_speaks(article: Article, passage: Passage, people: Sequence[Someone], told: str | None) -> str | None:
    """The speaker of a quotation as a draft names him: no place, and the one whose office a single word belongs to."""
    if told is None or any(one.name == told for one in people):
        return told
    words = told.split()
    if _describes(words, article.lang):
        return f"{told[0].lower()}{told[1:]}"
    if _is_pronoun(words[0].lower(), article.lang) or (len(words) == 1 and words[0].lower() in _NUMBERS):
        return None
    sentence = _sentence_at(article, passage.span.start)
    near = article.text[max(0, sentence.start - 200) : sentence.end + 200]
    holder = [one.name for one in people if told in one.role.split() and one.name in near]
    if len(holder) == 1:
        return holder[0]
    return None if told[:1].isupper() and is_place(article, told) else told
