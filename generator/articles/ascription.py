"""The likely speaker of each quotation: of its own sentence, of the one before, or of the paragraph before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from generator.articles.memory import Speaker
from generator.articles.reporter import Sentence
from generator.articles.speakers import Attributed
from generator.spans import Span

#: Words that lead into what somebody said, and words behind which somebody else may have a say.
_THAT = frozenset(["that", "dass", "daß", "que", "qu'", "что", "що", "أن", "إن"])
_OTHERS = frozenset(["he", "she", "they", "it", "the", "his", "her", "their", "its"])  # she said he had asked
_TURNS = frozenset(
    [";", "but", "while", "whereas", "aber", "während", "mais", "tandis", "pero", "mientras", "но", "а", "але"]
)
#: How a sentence begins that tells what the one who spoke before was asked: Asked whether he would go: “Never.”
_ASKED = frozenset(
    ["asked", "pressed", "quizzed", "questioned", "gefragt", "interrogé", "interrogée", "preguntado", "preguntada"]
)


#: What ascribes a whole sentence to somebody.
_SOURCES = frozenset(
    [
        "according to",
        "laut",
        "selon",
        "d'après",
        "según",
        "a juicio de",
        "по словам",
        "за словами",
        "بحسب",
        "حسب",
        "وفق",
    ]
)


#: How a sentence begins that tells who spoke in the one before: That was how Lind put it.
_POINTING = frozenset(["that", "those", "these", "this", "such"])
_COLONS = frozenset(":：")
_BEING = frozenset(["was", "is", "were", "are"])


#: What somebody feels of whom another tells.
_FEELING = frozenset(
    ["hoped", "hopes", "wanted", "wants", "expected", "expects", "feared", "fears", "believed", "felt"]
)


class Said(NamedTuple):
    """What is known of the speaker of one quotation."""

    attributed: Attributed | None  # in the same sentence
    speaker: Speaker | None
    certain: bool
    takes_turn: bool = False  # only the course of the talk tells


def find_speakers(
    spans: Sequence[Span],
    sentences: Sequence[Sentence],
    attributed: Sequence[Attributed],
    subjects: Sequence[Speaker | None],
    dashed: Sequence[bool] = (),
) -> tuple[Said, ...]:
    """The likely speaker of each quotation; `spans` with their marks, in order; `dashed` are lines of dialogue."""
    by_sentence: dict[int, list[Attributed]] = {}
    for one in attributed:
        by_sentence.setdefault(one.sentence, []).append(one)
    places = [_place(span, sentences, by_sentence) for span in spans]
    said: list[Said] = []
    last: dict[int, Speaker] = {}  # by sentence, who speaks in the last quotation there
    talk: dict[int, Speaker | None] = {}  # by paragraph, who speaks in a line of dialogue
    lines = {place for place, is_line in zip(places, dashed, strict=False) if is_line}
    replies = _told_in_lines(spans, places, lines, sentences, by_sentence)
    for span, place in zip(spans, places, strict=True):
        if place < 0:
            said.append(Said(None, None, False))
        elif (chosen := _choose(span, by_sentence.get(place, []), sentences[place])) and not _is_asked(chosen):
            said.append(Said(chosen, chosen.speaker, chosen.certain))
        elif place in lines and (paragraph := sentences[place].paragraph) - 1 in talk and not subjects[place]:
            said.append(Said(None, talk.get(paragraph - 2), False))  # — Нет. ¶ — Почему?
        else:
            who = _from_before(place, sentences, by_sentence, subjects, last)
            reply = replies.get(sentences[place].paragraph + 1) if place in lines else None
            asks = who is not None and reply is not None and reply.name == who.name
            said.append(Said(None, None if asks else who, False))  # — А что искали? ¶ — Грибы, — смеётся Громова.
        if place in lines:
            talk.setdefault(sentences[place].paragraph, said[-1].speaker)
        if speaker := said[-1].speaker:
            last[place] = speaker
    return tuple(said)


def _told_in_lines(
    spans: Sequence[Span],
    places: Sequence[int],
    lines: Set[int],
    sentences: Sequence[Sentence],
    by_sentence: Mapping[int, Sequence[Attributed]],
) -> Mapping[int, Speaker | None]:
    """By paragraph, who is told to speak in a line of dialogue."""
    told: dict[int, Speaker | None] = {}
    for span, place in zip(spans, places, strict=True):
        if place in lines and (chosen := _choose(span, by_sentence.get(place, []), sentences[place])):
            told.setdefault(sentences[place].paragraph, chosen.speaker)
    return told


def _is_asked(attributed: Attributed) -> bool:
    """Whether a clause only tells that somebody was asked, and not who answers: Asked whether he would go: “Never.”"""
    clause = attributed.clause
    own = clause.subject is not None and clause.subject.is_pronoun  # “Which issue?” I asked
    return attributed.speaker is None and clause.verb.lower() in _ASKED and not own


def _place(span: Span, sentences: Sequence[Sentence], by_sentence: Mapping[int, Sequence[Attributed]]) -> int:
    """The sentence of a quotation: of one over several paragraphs the last where that tells, else the first."""
    first, last = (_sentence_at(offset, sentences) for offset in (span.start, span.end - 1))
    if last > first and not any(one.speaker for one in by_sentence.get(last, ())):
        return first
    return last


def _sentence_at(offset: int, sentences: Sequence[Sentence]) -> int:
    at = bisect_right(sentences, offset, key=lambda sentence: sentence.span.start) - 1
    return at if at >= 0 and offset < sentences[at].span.end else -1


def _choose(span: Span, own: Sequence[Attributed], sentence: Sentence) -> Attributed | None:
    """The attribution right after the quotation, else the last before it, else the next one after it."""
    if not own:
        return None
    after = next((one for one in own if one.clause.start >= span.end), None)
    before = [one for one in own if one.clause.start < span.start and one.speaker]
    if before and before[0].clause.verb.lower() in _SOURCES and _is_thing(before[-1]):
        before = before[:1]  # Según Echeverri, los análisis revelan niveles «muy altos»
    while len(before) > 1 and _is_thing(before[-1]) and _leads_to(before[-2], before[-1], sentence):
        before.pop()  # Amman told investors that the price reflects “the value we bring”
    while (
        len(before) > 1 and before[-1].clause.verb.lower() in _FEELING and _is_told_by(before[-2], before[-1], sentence)
    ):
        before.pop()  # An official said the government hoped to begin “before the rains”
    if after and before and after.clause.verb.lower() in _SOURCES and _is_that(span, before[-1], sentence):
        return before[-1]  # Engineers warned that it was “a question of when”, according to a memo
    follows = after and after.speaker and _follows(span, after, sentence) and not _is_introduced(span, sentence)
    if (
        after
        and follows
        and not (before and _leads_in(span, before[-1], sentence) and _leads_on(span, after, sentence))
    ):
        return after
    return before[-1] if before else after or own[-1]


def _is_introduced(span: Span, sentence: Sentence) -> bool:
    """Whether a quotation stands behind a colon."""
    if _COLONS.isdisjoint(sentence.words):
        return False
    return any(
        one.text in _COLONS and two.is_quote and two.start <= span.start < two.end
        for one, two in pairwise(sentence.tokens)
    )


def _is_told_by(one: Attributed, other: Attributed, sentence: Sentence) -> bool:
    """Whether the second clause is what the one who speaks in the first says, and he speaks of somebody else."""
    follows = 0 <= other.clause.start - one.clause.end < 2  # said the government hoped
    told = follows or _is_told_in(one.clause.end, other.clause.start, sentence)
    return told and one.speaker is not None and one.speaker != other.speaker


def _is_thing(attributed: Attributed) -> bool:
    """Whether no word tells that the subject of a clause is somebody: los análisis."""
    speaker = attributed.speaker
    return speaker is not None and speaker.member is None and not speaker.is_told


def _leads_to(one: Attributed, other: Attributed, sentence: Sentence) -> bool:
    """Whether the second clause stands in what the one who speaks in the first says: told investors that …"""
    between = [token for token in sentence.tokens if one.clause.end <= token.start < other.clause.start]
    return any(token.lower in _THAT for token in between) and not any(
        token.is_quote or token.lower in _TURNS for token in between
    )


def _leads_in(span: Span, attributed: Attributed, sentence: Sentence) -> bool:
    """Whether the verb of a clause stands close before a quotation, in one breath."""
    between = [one for one in sentence.tokens if attributed.clause.end <= one.start < span.start]
    return len(between) < 5 and not any(one.is_quote or one.text in ",;" for one in between)


def _is_that(span: Span, attributed: Attributed, sentence: Sentence) -> bool:
    """Whether a quotation stands in what somebody said that …"""
    between = [one for one in sentence.tokens if attributed.clause.end <= one.start < span.start]
    return any(one.lower in _THAT for one in between) and not any(one.is_quote or one.text == ";" for one in between)


def _leads_on(span: Span, attributed: Attributed, sentence: Sentence) -> bool:
    """Whether a clause behind one quotation leads into the next: … , Cole dismissed it as …"""
    later = next((one for one in sentence.tokens if one.is_quote and one.start >= span.end), None)
    return later is not None and _leads_in(Span(later.start, later.end), attributed, sentence)


def _follows(span: Span, attributed: Attributed, sentence: Sentence) -> bool:
    """Whether only punctuation stands between a quotation and the clause."""
    between = [one for one in sentence.tokens if span.end <= one.start < attributed.clause.start]
    return not any(one.is_word or one.is_quote or one.text in ";:" for one in between)


def _outermost(own: Sequence[Attributed], sentence: Sentence) -> list[Speaker]:
    """Who speaks in a sentence, without those of whom somebody only says so: Lind said that the council had asked …"""
    spoken: list[Speaker] = []
    end = -1
    for one in own:
        if one.speaker and not (spoken and _is_told_in(end, one.clause.start, sentence)):
            spoken.append(one.speaker)
            end = one.clause.end
    return spoken


def _is_told_in(start: int, end: int, sentence: Sentence) -> bool:
    """Whether a clause that begins at `end` is what somebody said to whom the one before led."""
    between = [one for one in sentence.tokens if start <= one.start < end]
    words = [one for one in between if one.text != ","]
    leads = bool(words) and (words[0].lower in _THAT or words[0].lower in _OTHERS)
    return leads and not any(one.is_quote or one.lower in _TURNS for one in between)


def _told_behind(
    place: int, sentences: Sequence[Sentence], by_sentence: Mapping[int, Sequence[Attributed]]
) -> Speaker | None:
    """Who the sentence behind a quotation says has spoken so: “…” ¶ That was how Lind put it; So said Lind."""
    near = place + 1
    if near >= len(sentences) or any(token.is_word for token in sentences[place].tokens):
        return None
    while near < len(sentences) - 1 and not any(token.is_word for token in sentences[near].tokens):
        near += 1
    words = [token.lower for token in sentences[near].tokens[:2]]
    if sentences[near].paragraph > sentences[place].paragraph + 1 or len(words) < 2:
        return None
    points = words[0] in ("so", "thus") or (words[0] in _POINTING and words[1] in _BEING)
    return next((one.speaker for one in by_sentence.get(near, ()) if points and one.speaker), None)


_SHORT = 9  # words


def _shown_before(near: int, sentences: Sequence[Sentence], subjects: Sequence[Speaker | None]) -> Speaker | None:
    """Of whom a short paragraph right before a quotation tells nothing but what he does: Lind laughs. ¶ “Never.”"""
    sentence, subject = sentences[near], subjects[near]
    is_alone = near == 0 or sentences[near - 1].paragraph != sentence.paragraph
    words = sum(token.is_word for token in sentence.tokens)
    asks = any(token.is_quote or token.text == "?" for token in sentence.tokens)  # What will she miss?
    return subject if is_alone and subject and subject.member and words < _SHORT and not asks else None


def _from_before(
    place: int,
    sentences: Sequence[Sentence],
    by_sentence: dict[int, list[Attributed]],
    subjects: Sequence[Speaker | None],
    last: Mapping[int, Speaker],
) -> Speaker | None:
    """The subject of the sentence, the speaker of the sentence before, or of the paragraph before that ends quoted."""
    paragraph = sentences[place].paragraph
    if subjects[place]:
        return subjects[place]
    if told := _told_behind(place, sentences, by_sentence):
        return told
    is_first = place == 0 or sentences[place - 1].paragraph != paragraph
    is_alone = is_first and any(token.is_quote for token in sentences[place].tokens[:1])
    if is_alone and place + 1 < len(sentences) and sentences[place + 1].paragraph == paragraph:
        told = next((one.speaker for one in by_sentence.get(place + 1, ()) if one.speaker), subjects[place + 1])
        if told:
            return told  # “I got it wrong.” Lund shook his head.
    for near in range(place - 1, max(-1, place - 8), -1):
        spoken = _outermost(by_sentence.get(near, ()), sentences[near])
        if sentences[near].paragraph != paragraph:
            first = sentences[place].tokens[0]
            if sentences[near].paragraph < paragraph - 1 or not (first.is_quote or first.lower in _ASKED):
                return None
            if any(token.is_quote for token in sentences[near].tokens[-1:]) and near in last:
                spoken.append(last[near])
            return spoken[-1] if spoken else _shown_before(near, sentences, subjects)
        if spoken:
            return spoken[-1]
        if subjects[near]:
            return subjects[near]
    return None
