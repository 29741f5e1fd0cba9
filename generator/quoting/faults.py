"""Why a quotation does not stand in its source, told so that an editor sees at once what to mend."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.articles.voices import OUTSIDE
from generator.lookalikes import find_disguised, without_disguise
from generator.quoting.brackets import find_broken_word
from generator.quoting.concordance import Concordance
from generator.quoting.matching import find_places
from generator.quoting.nearest import Difference, Nearest, find_nearest_words
from generator.quoting.patterns import least, parts_of, read_patterns
from generator.quoting.pointing import find_levelled, find_other_word
from generator.quoting.splicing import Part, find_parts, in_order
from generator.quoting.standing import Standing, find_standings

_LONGEST = 240  # characters of the source in a hint
_LONG_WORD = 30
#: What other programs read as bold, italics and the like.
_MARKUP = re.compile(r"</?[A-Za-z][^<>\n]{0,100}>|[*_]{1,3}(?=\w)|(?<=[\w.,;:!?…])[*_]{1,3}")


class Fault(NamedTuple):
    """Why a quotation does not stand in its source: the rule, what is so, what to do, and at which sign of the text."""

    rule: str
    message: str
    hint: str
    at: int | None = None


def explain_missing(source: Concordance, text: str, standings: Sequence[Standing], anywhere: bool) -> Fault:
    """The rule that names what is wrong, what is so, and what to do."""
    is_article = source.article.kind == "article"
    crossing = next((standing for standing in standings if standing.where == "crossing"), None)
    if crossing and is_article:
        return _crosses(source, text, sorted(crossing.place.places()))
    if crossing or any(standing.where == "several" for standing in standings):
        if parts := find_parts(source, text):
            return _spliced(source, text, parts, anywhere)
        return Fault("quote-spliced", _TWO_UTTERANCES, _QUOTE_APART)
    if broken := find_broken_word(source, text, anywhere):
        return Fault("quote-bracket", *broken[:2], find_levelled(text, broken[2]))
    nearest = find_nearest_words(source, text)
    if (nearest is None or not nearest.has_other_words_inside) and (parts := find_parts(source, text)):
        if is_article and not anywhere and (places := _across_marks(source, parts)):
            return _crosses(source, text, places)
        if not all(_adjoin(source, one, other) for one, other in itertools.pairwise(parts)):
            return _spliced(source, text, parts, anywhere)
    part, nearest = _nearest_of_parts(source, text) or (text, nearest)
    return Fault("quote-not-found", *_other_words(source, text, nearest), find_other_word(text, part, nearest))


def _nearest_of_parts(source: Concordance, text: str) -> tuple[str, Nearest] | None:
    """The part between gaps that does not stand in the source where others do, and the words that come nearest."""
    parts = parts_of(text, source.levelled.text)
    strange = [part for part in parts if not find_places(source, part, is_first=False)]
    if strange and len(strange) < len(parts) and (nearest := find_nearest_words(source, strange[0].text)):
        return strange[0].text, nearest
    return None


def _across_marks(source: Concordance, parts: Sequence[Part]) -> Sequence[int]:
    """The words of parts that go on from each other in one paragraph, some inside quotation marks and some not."""
    places = [place for part in parts for place in part.places]
    outside = [source.utterance[place] == OUTSIDE for place in places]
    close = in_order(parts) and len({source.paragraph[place] for place in places}) == 1
    return places if close and any(outside) and not all(outside) else ()


# --- the reporter's words ----------------------------------------------------------------------------


def _crosses(source: Concordance, text: str, places: Sequence[int]) -> Fault:
    outside = [place for place in places if source.utterance[place] == OUTSIDE]
    runs: list[list[int]] = []
    for place in outside:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    told = " and ".join(f"“{_short(source.said(run[0], run[-1] + 1))}”" for run in runs[:3])
    message = f"{told} stands outside the quotation marks of the source: the reporter's words, not the speaker's"
    at = find_levelled(text, source.said(runs[0][0], runs[0][-1] + 1))
    return Fault("quote-crosses", message, "leave these words out, and quote only what the source quotes", at)


# --- pieces put together -----------------------------------------------------------------------------

_TWO_UTTERANCES = "these words come from two separate remarks"
_QUOTE_APART = "make it two quotations, each with its own occasion"


def _spliced(source: Concordance, text: str, parts: Sequence[Part], anywhere: bool) -> Fault:
    said = [f"“{_short(part.text, 80)}”" for part in parts]
    one, other = next(
        ((one, other) for one, other in itertools.pairwise(parts) if not _adjoin(source, one, other)),
        (parts[0], parts[1]),
    )
    at = find_levelled(text, other.text)
    joined = f"{said[0]} and {said[1]}" if len(said) == 2 else ", ".join(said[:4])
    if not in_order(parts):
        return Fault("quote-spliced", f"the source has these words in another order: {joined}", _QUOTE_APART, at)
    between = _between(source, one, other, anywhere)
    if between:
        message = f"between {said[parts.index(one)]} and {said[parts.index(other)]} the source has “{between}”"
        hint = "put these words back, or mark the gap with … and make sure that the meaning stays"
        return Fault("quote-spliced", message, hint, at)
    told = _speakers(source, one, other)
    message = f"these are separate remarks in the source{told}: {joined}"
    if anywhere:
        return Fault("quote-spliced", message, "write them as two pieces of evidence", at)
    return Fault("quote-spliced", message, _QUOTE_APART, at)


def _adjoin(source: Concordance, one: Part, other: Part) -> bool:
    return one.last == other.first and source.utterance[one.last - 1] == source.utterance[other.first]


def _between(source: Concordance, one: Part, other: Part, anywhere: bool) -> str:
    """What stands between two parts of one remark, the reporter's words left out; of two remarks nothing."""
    before, after = one.last - 1, other.first
    utterance = source.utterance[before]
    if anywhere or utterance == OUTSIDE:
        same = source.paragraph[before] == source.paragraph[after]
        return _short(source.said(one.last, after)) if same else ""
    places = [place for place in range(one.last, after) if source.utterance[place] == utterance]
    return source.shown(places) if source.utterance[after] == utterance else ""


def _speakers(source: Concordance, one: Part, other: Part) -> str:
    voices = (source.voice_at(one.first), source.voice_at(other.first))
    told = [voice.speaker if voice else None for voice in voices]
    if told[0] and told[1] and told[0] != told[1]:
        return f", by {told[0]} and by {told[1]}"
    return ""


# --- not there -----------------------------------------------------------------------------------------


def _other_words(source: Concordance, text: str, nearest: Nearest | None) -> tuple[str, str]:
    """What is so, and what to do."""
    if short := _too_short(source, text):
        return short
    if disguised := find_disguised(text):
        word, letter, name = disguised
        mended = without_disguise(text)
        there = find_standings(source, mended, anywhere=True)
        message = f"“{letter}” in “{word}” is a {name} that only looks like the right one"
        if there:
            return message, "type the letter again on a keyboard of the source's script"
    if (marked := _MARKUP.search(text)) and find_standings(source, plain := _MARKUP.sub("", text), anywhere=True):
        message = (
            f"“{marked.group()}” is no word of the source: a quotation has no tags, and no signs for bold or italics"
        )
        return message, f"write it without them: {_short(plain)}"
    if nearest is None:
        return "these words do not stand in the source", "copy the words from the source text"
    message = f"these words do not stand in the source{_told(nearest)}"
    return message, f"the source says: “{_round(nearest.words, nearest.focus)}”"


def _too_short(source: Concordance, text: str) -> tuple[str, str] | None:
    """Where each part stands in the source, but too little of the source is left beside … or [ ]."""
    for pattern in read_patterns(text, source.levelled.text):
        if not all(find_places(source, segment, is_first=False) for segment in pattern.segments):
            continue
        if not pattern.enough_words:
            return (
                "too little of the source is left beside the brackets",
                "quote three words at least, and half of all words",
            )
        short = [segment for segment in pattern.segments if segment.run_words < least(text)]
        if short and len(pattern.segments) > 1:
            told = " and ".join(f"“{segment.text}”" for segment in short)
            return (
                f"too few words stand beside the ellipsis: {told}",
                "three words at least on each side, six characters in Chinese",
            )
    return None


def _told(nearest: Nearest) -> str:
    told = [_difference(difference) for difference in nearest.differences[:3]]
    return f", which has {', '.join(told)}" if told else ": the words are right, the signs between them are not"


def _difference(difference: Difference) -> str:
    behind = f" behind “{difference.before}”" if difference.before else ""
    if not difference.typed:
        return f"“{_short(difference.source, 100)}”{behind}"
    if not difference.source:
        return f"no “{_short(difference.typed, 100)}”{behind}"
    return f"“{_short(difference.source, 100)}” and not “{_short(difference.typed, 100)}”"


def _round(text: str, focus: int) -> str:
    """A text cut where it gets long, so that what stands behind the focus is seen with some words before it."""
    if len(text) <= _LONGEST:
        return text
    begin = max(0, min(focus - _LONGEST // 3, len(text) - _LONGEST))
    if begin and text[begin - 1] != " " and (space := text.find(" ", begin, begin + _LONG_WORD)) > 0:
        begin = space + 1
    return ("… " if begin else "") + _short(text[begin:].removeprefix("… "))


def _short(text: str, most: int = _LONGEST) -> str:
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0] + " …"
