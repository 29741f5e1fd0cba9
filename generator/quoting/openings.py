"""What stands before a quotation in its clause, the reporter's words included, and whether leaving it out misleads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.articles.listed import clause_words, named_phrases, phrases
from generator.articles.voices import OUTSIDE
from generator.articles.words import STOPS_ELSEWHERE
from generator.quoting.concordance import Concordance
from generator.quoting.cuts import is_nested, plain_words, seam_divides
from generator.quoting.leading_words import ends_reported, find_others_claim, find_quantity
from generator.quoting.standing import Standing
from generator.wordlists import words_of

_LONGEST = 400  # words of a sentence that are looked at
_COMMAS = re.compile(r"[,，、،—]")
_DIVIDES = re.compile(f"[.!?…。！？{STOPS_ELSEWHERE};；]")
_BARE = 3  # words: he said

Dropped = tuple[str, str]


def find_dropped_opening(source: Concordance, standing: Standing) -> Dropped | None:
    """A weighty word between the start of the clause and the start of the quotation, and the words from there on."""
    own, begins = _read_back(source, standing)
    first = standing.place.first
    clause = _clause(source, own, first)
    if clause and (dropped := _find_in_clause(source, clause)):
        return dropped
    if source.unspaced and (dropped := _find(source, own, "condition", "denial")):
        return dropped  # 如果…，我们… : a comma ends no condition
    if found := find_quantity(source, own, first) or find_others_claim(source, own, first):
        return source.said(*found), source.shown(clause or own)
    if own != clause or begins is None:
        return None
    return _find_in_lead(source, _read_lead(source, begins), begins)


def find_begun(source: Concordance, standing: Standing) -> str | None:
    """The words of the sentence before a quotation that begins inside it."""
    own, _ = _read_back(source, standing)
    begins = standing.place.first in source.back_seams and source.words[standing.place.first][:1].isupper()
    return source.shown(own) if own and not begins else None


def _find_in_clause(source: Concordance, clause: Sequence[int]) -> Dropped | None:
    """A weighty word of the speaker's clause; what governs the rest of it comes first, and “that” asks nothing."""
    told = words_of(source.article.lang).reporting.intersection(source.words[place].lower() for place in clause)
    that = clause_words("that") if told else frozenset()  # قال إن : “that”, and not “if”
    for lists in (("condition",), ("negation", "denial"), ("hedge",)):
        if dropped := _find(source, clause, *lists, without=that):
            return dropped
    return _find(source, clause[:1], "question") or _find(source, clause, "question", without=clause_words("that"))


def _find(
    source: Concordance, places: Sequence[int], *lists: str, without: frozenset[str] = frozenset()
) -> Dropped | None:
    words = plain_words(source, places)
    found = phrases(source.article.lang, *lists, without=without).find(words)
    if found is None:
        return None
    begins, ends = places[found[0]], places[found[1] - 1] + 1
    return source.said(begins, ends), source.shown(places)


# --- the speaker's own words ---------------------------------------------------------------------------


def _read_back(source: Concordance, standing: Standing) -> tuple[list[int], int | None]:
    """The words of the utterance's sentence before the quotation; where it begins, if the reporter leads into it."""
    own: list[int] = []
    at = standing.place.first
    nested = is_nested(source, standing)
    while len(own) < _LONGEST and not (nested and not (at and source.nested[at - 1])):
        seam_at = source.back_seams.get(at)
        if seam_at is not None:
            if seam_divides(source, seam_at):
                return own, None
            at = seam_at - 1
        elif not at or source.passage[at - 1] != source.passage[at] or source.paragraph[at - 1] != source.paragraph[at]:
            leads = source.passage[at] != OUTSIDE and source.article.kind == "article"
            return own, at if leads else None
        elif source.sentence[at - 1] != source.sentence[at]:
            return own, None
        else:
            at -= 1
        own.insert(0, at)
    return own, None


def _clause(source: Concordance, places: list[int], end: int) -> list[int]:
    """The words of the last clause: behind a semicolon, or a comma with a word that joins main clauses.

    What begins with a contrast stands for itself: We may go, | though nobody wants to.
    """
    begins = 0
    turns = phrases(source.article.lang, "contrast", without=clause_words("plain"))
    for index, place in enumerate([*places, end]):
        signs = source.before[place] if index else ""
        contrasts = place == end and turns.begins([source.words[place]])
        if ";" in signs or "；" in signs or (_COMMAS.search(signs) and (contrasts or _joins(source, place))):
            begins = index
    return places[begins:]


def _joins(source: Concordance, place: int) -> bool:
    """Whether a word behind a comma begins a main clause of its own: “, and we …”, not “, and that we …”."""
    if source.unspaced:
        return True
    words = source.words
    if words[place].lower() not in clause_words("joins"):
        return False
    return place + 1 >= len(words) or words[place + 1].lower() not in clause_words("that")


# --- the reporter's words ------------------------------------------------------------------------------


def _read_lead(source: Concordance, at: int) -> list[int]:
    """The reporter's words from the start of the sentence to the passage."""
    lead: list[int] = []
    place = at
    while place > 0 and len(lead) < _LONGEST:
        outside = source.utterance[place - 1] == OUTSIDE and source.paragraph[place - 1] == source.paragraph[at]
        divided = place < at and source.sentence[place] != source.sentence[place - 1]
        if not outside or (divided and _DIVIDES.search(source.before[place])):
            break
        place -= 1
        lead.insert(0, place)
    return [] if _DIVIDES.search(source.before[at].split('"')[0]) else lead


def _find_in_lead(source: Concordance, lead: list[int], at: int) -> Dropped | None:
    """A weighty word of the reporter that governs the passage.

    Of a passage that is a sentence of its own only what stands at the reporting verb: He did not say: “We …”.
    """
    segments = _segments(source, _last_turn(source, _clause(source, _without_anonymity(source, lead), at)))
    if not segments:
        return None
    lang = source.article.lang
    is_sentence = not source.words[at][:1].islower()
    if is_sentence and re.search(r"[,:，：]", source.before[at]):
        return _find_unsaid(source, segments[-1])
    conditions = words_of(lang).condition - clause_words("plain")
    questions = phrases(lang, "question", without=conditions | clause_words("that"))
    kept = [one for one in segments[:-1] if not questions.begins([source.words[place] for place in one])]
    whole = [place for one in (*kept, segments[-1]) for place in one]
    near = _after_while(source, [place for one in _governing(source, kept, segments[-1]) for place in one])
    verbs = clause_words("plain") | words_of(lang).reporting  # he believes that “…” tells whose words they are
    verbs |= clause_words("reported_mood") if ends_reported(source, lead) else frozenset()
    return (
        _find(source, near, "negation", without=clause_words("plain") | words_of(lang).denial)
        or _find(source, near, "hedge", without=verbs)
        or _find_disowned(source, _after_reporting(source, kept, segments[-1]))
        or _find(source, whole, "condition", without=clause_words("plain"))
    )


def _without_anonymity(source: Concordance, places: list[int]) -> list[int]:
    """The words without those that only keep a name: who declined to be named."""
    words, keeps = [source.words[place].lower() for place in places], named_phrases("anonymous")
    left: list[int] = []
    index = 0
    while index < len(places):
        if length := keeps.at(words, index):
            index += length
        else:
            left.append(places[index])
            index += 1
    return left


def _after_while(source: Concordance, places: list[int]) -> list[int]:
    """The words behind the last “as” or “when” where a reporting verb follows it: no emotion as she told the court …"""
    words = [source.words[place].lower() for place in places]
    begins, reporting = named_phrases("while"), words_of(source.article.lang).reporting
    for index in range(len(words) - 1, 0, -1):
        if begins.at(words, index):
            return places[index + 1 :] if reporting.intersection(words[index + 1 :]) else places
    return places


def _after_reporting(source: Concordance, earlier: list[list[int]], last: list[int]) -> list[int]:
    """The words from the last reporting verb on that is no denial: denied it, noting that “…”."""
    lists = words_of(source.article.lang)
    found = [last]
    for one in reversed(earlier):
        told = {source.words[place].lower() for place in found[0]}
        is_told = source.words[found[0][0]].lower() in clause_words("that")  # denies that she called it “…”
        if told & lists.reporting and not told & lists.denial and not is_told:
            break
        found.insert(0, one)
    return [place for one in found for place in one]


def _find_unsaid(source: Concordance, places: list[int]) -> Dropped | None:
    """A denial of the saying itself: She denied having said: “We …”; but not: She denied it: “We …”."""
    lists = words_of(source.article.lang)
    small = lists.auxiliary | lists.having | lists.being | lists.pronouns.keys() | clause_words("that")
    words = [source.words[place].lower() for place in places]
    weighty, says = phrases(source.article.lang, "negation", "denial", "disowning"), named_phrases("says")
    for index in range(len(words)):
        if length := weighty.at(words, index):
            behind = index + length
            told = words[behind - 1] in clause_words("says")
            while not told and behind < len(words):
                told = says.at(words, behind) > 0
                if not (words[behind] in small or (source.unspaced and behind < index + length + _BARE)):
                    break
                behind += 1
            if told:
                return source.said(places[index], places[index + length - 1] + 1), source.shown(places)
    return None


def _find_disowned(source: Concordance, places: list[int]) -> Dropped | None:
    """A denial before the passage that reaches it: neither past a “because”, nor in: He dismissed it as “…”."""
    words = [source.words[place].lower() for place in places]
    reason = named_phrases("because")
    behind = max((index for index in range(len(words)) if reason.at(words, index)), default=0)
    such = named_phrases("as_such")
    if any(index + such.at(words, index) == len(words) for index in range(len(words))):
        return None
    return _find(source, places[behind:], "denial", "disowning")


def _last_turn(source: Concordance, places: list[int]) -> list[int]:
    """What stands behind the last “and” or “but”, if more than that word does."""
    joins = clause_words("joins")
    turns = (index for index, place in enumerate(places[:-1]) if source.words[place].lower() in joins)
    return places[max(turns, default=0) :]


def _segments(source: Concordance, places: list[int]) -> list[list[int]]:
    """Words between commas."""
    found: list[list[int]] = []
    for place in places:
        if not found or _COMMAS.search(source.before[place]):
            found.append([])
        found[-1].append(place)
    return found


def _governing(source: Concordance, earlier: list[list[int]], last: list[int]) -> list[list[int]]:
    """The last words between commas, and those before them where they go on: It was not true, he said, that “…”."""
    found = [last]
    reporting = words_of(source.article.lang).reporting
    relative = words_of(source.article.lang).relative  # Ana Bril, que no se presenta, habló de «…»
    for one in reversed(earlier):
        first = source.words[found[0][0]].lower()
        goes_on = first in clause_words("that") or (len(found[0]) <= _BARE and first not in reporting)
        if not goes_on or source.words[one[0]].lower() in relative:
            break
        found.insert(0, one)
    return found
