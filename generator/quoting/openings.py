"""What stands before a quotation in its clause, the reporter's words included, and whether leaving it out misleads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.articles.listed import clause_words, phrases
from generator.articles.voices import OUTSIDE
from generator.quoting.concordance import Concordance
from generator.quoting.cuts import is_nested, seam_divides
from generator.quoting.standing import Standing
from generator.wordlists import words_of

_LONGEST = 400  # words of a sentence that are looked at
_COMMAS = re.compile(r"[,，、،—]")
_DIVIDES = re.compile(r"[.!?…。！？؟۔;；]")
_BARE = 3  # words: he said

Dropped = tuple[str, str]


def find_dropped_opening(source: Concordance, standing: Standing) -> Dropped | None:
    """A weighty word between the start of the clause and the start of the quotation, and the words from there on."""
    own, begins = _read_back(source, standing)
    clause = _clause(source, own, standing.place.first)
    if dropped := _find(source, clause, "negation", "denial", "condition", "question", "hedge"):
        return dropped
    if source.unspaced and (dropped := _find(source, own, "condition", "denial")):
        return dropped  # 如果…，我们… : a comma ends no condition
    if own != clause or begins is None:
        return None
    return _find_in_lead(source, _read_lead(source, begins), begins)


def _find(
    source: Concordance, places: Sequence[int], *lists: str, without: frozenset[str] = frozenset()
) -> Dropped | None:
    words = [source.words[place] for place in places]
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
    """The words of the last clause: behind a semicolon, or a comma with a word that joins main clauses."""
    begins = 0
    for index, place in enumerate([*places, end]):
        signs = source.before[place] if index else ""
        if ";" in signs or "；" in signs or (_COMMAS.search(signs) and _joins(source, place)):
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
    segments = _segments(source, _last_turn(source, _clause(source, lead, at)))
    if not segments:
        return None
    lang = source.article.lang
    is_sentence = source.words[at][:1].isupper() or source.unspaced
    if is_sentence and re.search(r"[,:，：]", source.before[at]):
        last = segments[-1]
        verb = last[-_BARE * 2 :] if source.unspaced else last[-_BARE:]
        return _find(source, verb, "negation", without=clause_words("plain")) or _find(source, last, "denial")
    questions = phrases(lang, "question")
    kept = [one for one in segments[:-1] if not questions.begins([source.words[place] for place in one])]
    whole = [place for one in (*kept, segments[-1]) for place in one]
    near = [place for one in _governing(source, kept, segments[-1]) for place in one]
    verbs = clause_words("plain") | words_of(lang).reporting  # he believes that “…” tells whose words they are
    return (
        _find(source, near, "negation", without=clause_words("plain"))
        or _find(source, near, "hedge", without=verbs)
        or _find(source, _after_reporting(source, kept, segments[-1]), "denial")
        or _find(source, whole, "condition", without=clause_words("plain"))
    )


def _after_reporting(source: Concordance, earlier: list[list[int]], last: list[int]) -> list[int]:
    """The words from the last reporting verb on that is no denial: denied it, noting that “…”."""
    lists = words_of(source.article.lang)
    found = [last]
    for one in reversed(earlier):
        told = {source.words[place].lower() for place in found[0]}
        if told & lists.reporting and not told & lists.denial:
            break
        found.insert(0, one)
    return [place for one in found for place in one]


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
    for one in reversed(earlier):
        goes_on = source.words[found[0][0]].lower() in clause_words("that") or len(found[0]) <= _BARE
        if not goes_on:
            break
        found.insert(0, one)
    return found
