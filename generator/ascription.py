"""The likely speaker of each quotation: of its own sentence, of the one before, or of the paragraph before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.reporter import Sentence
from generator.spans import Span
from generator.speakers import Attributed, Speaker


@dataclass(frozen=True, slots=True)
class Said:
    """What is known of the speaker of one quotation."""

    attributed: Attributed | None  # in the same sentence
    speaker: Speaker | None
    certain: bool


def find_speakers(
    spans: Sequence[Span],
    sentences: Sequence[Sentence],
    attributed: Sequence[Attributed],
    subjects: Sequence[Speaker | None],
) -> tuple[Said, ...]:
    """The likely speaker of each quotation; `spans` with their marks, in order."""
    by_sentence: dict[int, list[Attributed]] = {}
    for one in attributed:
        by_sentence.setdefault(one.sentence, []).append(one)
    places = _sentence_of(spans, sentences)
    said: list[Said] = []
    for index, span in enumerate(spans):
        place = places[index]
        own = by_sentence.get(place, [])
        if place < 0:
            said.append(Said(None, None, False))
        elif chosen := _choose(span, own, sentences[place]):
            said.append(Said(chosen, chosen.speaker, chosen.certain))
        else:
            said.append(Said(None, _from_before(place, sentences, by_sentence, subjects, said, places), False))
    return tuple(said)


def _sentence_of(spans: Sequence[Span], sentences: Sequence[Sentence]) -> list[int]:
    places: list[int] = []
    at = 0
    for span in spans:
        while at < len(sentences) and sentences[at].span.end <= span.start:
            at += 1
        places.append(at if at < len(sentences) and sentences[at].span.start <= span.end else -1)
    return places


def _choose(span: Span, own: Sequence[Attributed], sentence: Sentence) -> Attributed | None:
    """The attribution right after the quotation, else the last before it, else the next one after it."""
    if not own:
        return None
    after = next((one for one in own if one.clause.start >= span.end), None)
    introduced = any(
        one.text in ":：" and two.is_quote and two.start <= span.start < two.end
        for one, two in pairwise(sentence.tokens)
    )
    if after and after.speaker and _follows(span, after, sentence) and not introduced:
        return after
    before = [one for one in own if one.clause.start < span.start and one.speaker]
    if before:
        return before[-1]
    return after or own[-1]


def _follows(span: Span, attributed: Attributed, sentence: Sentence) -> bool:
    """Whether only punctuation stands between a quotation and the clause."""
    between = [one for one in sentence.tokens if span.end <= one.start < attributed.clause.start]
    return not any(one.is_word or one.is_quote or one.text in ";:" for one in between)


def _from_before(
    place: int,
    sentences: Sequence[Sentence],
    by_sentence: dict[int, list[Attributed]],
    subjects: Sequence[Speaker | None],
    said: Sequence[Said],
    places: Sequence[int],
) -> Speaker | None:
    """The subject of the sentence, the speaker of the sentence before, or of the paragraph before that ends quoted."""
    paragraph = sentences[place].paragraph
    if subjects[place]:
        return subjects[place]
    is_first = place == 0 or sentences[place - 1].paragraph != paragraph
    if is_first and place + 1 < len(sentences) and sentences[place + 1].paragraph == paragraph:
        later = [one.speaker for one in by_sentence.get(place + 1, ()) if one.speaker] or [subjects[place + 1]]
        if later[0]:
            return later[0]  # “I got it wrong.” Lund shook his head.
    for near in range(place - 1, max(-1, place - 8), -1):
        if sentences[near].paragraph != paragraph:
            if sentences[near].paragraph < paragraph - 1 or not sentences[place].tokens[0].is_quote:
                return None
            spoken = [one.speaker for one in by_sentence.get(near, ()) if one.speaker]
            if any(token.is_quote for token in sentences[near].tokens[-1:]):
                spoken += [
                    one.speaker for one, where in zip(said, places, strict=False) if where == near and one.speaker
                ]
            return spoken[-1] if spoken else None
        speakers = [one.speaker for one in by_sentence.get(near, ()) if one.speaker]
        if speakers:
            return speakers[-1]
        if subjects[near]:
            return subjects[near]
    return None
