"""What is to be said of a quotation that stands in its source: where it stands, what it leaves out, how it is cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.articles.listed import clause_words, phrases
from generator.articles.words import is_unspaced, put_together, word_count, words
from generator.problems import Level
from generator.quoting.attributed import (
    Known,
    agrees,
    hint_on,
    is_described,
    is_expected,
    is_misspelt,
    shown_speaker,
)
from generator.quoting.brackets import find_bracket_fault
from generator.quoting.choice import find_near, is_in_heading, speaker_at
from generator.quoting.claims import Claim
from generator.quoting.concordance import Concordance
from generator.quoting.cuts import find_partial, find_truncation, is_nested
from generator.quoting.numbers import is_number
from generator.quoting.openings import find_begun, find_dropped_opening
from generator.quoting.pointing import find_levelled
from generator.quoting.standing import Standing
from generator.typed.inside import count_signs


class Remark(NamedTuple):
    """What is to be said of a claim: the rule, what is so, what to do, and of which of its words."""

    rule: str
    message: str
    hint: str = ""
    level: Level | None = None
    behind: int | None = None  # signs of the claim before the words that are meant


def find_remarks(
    source: Concordance, claim: Claim, text: str, chosen: Standing, all_places: Sequence[Standing], known: Known
) -> Iterator[Remark]:
    """All remarks on the chosen place of a claim; `all_places` are those where its words stand."""
    if fault := find_bracket_fault(source, chosen):
        message, hint, bracket = fault
        at = find_levelled(claim.text, bracket)
        yield Remark("quote-bracket", message, hint, behind=None if at is None else count_signs(claim.text[:at]))
    if claim.kind == "evidence":
        yield from find_elisions(source, chosen)
        return
    if claim.near and not find_near(source, claim.near):
        message = f"the words in near do not stand in the source: “{claim.near}”"
        yield Remark("quote-ambiguous", message, "copy some words that stand beside the quotation", "warning")
    several = None if claim.near else _ambiguity(source, claim, all_places, known)
    if several:
        yield several
    yield from _position(source, claim if not several else replace(claim, speaker=None), chosen, known)
    yield from find_elisions(source, chosen)
    yield from _several(source, chosen)
    if chosen.where == "inside" or source.article.kind != "article":
        yield from _extent(source, chosen, text, known)
    if _is_fragment(text):
        yield Remark(
            "quote-fragment",
            "a quotation of so few words says little, and easily something else",
            "quote the whole sentence, or accept the warning with the reason",
        )


def _ambiguity(source: Concordance, claim: Claim, places: Sequence[Standing], known: Known) -> Remark | None:
    """Several places with certain, different speakers, of whom the named one is none or more than one."""
    running = [standing for standing in places if not is_in_heading(source, standing.place.first)] or places
    speakers = dict.fromkeys(
        told for standing in running if standing.where == "inside" and (told := speaker_at(source, standing, True))
    )
    distinct: list[str] = []
    for told in speakers:
        if not any(agrees(told, other, known) for other in distinct):
            distinct.append(told)
    if len(distinct) < 2 or claim.speaker is None:
        return None
    if sum(agrees(claim.speaker, told, known) for told in distinct) == 1:
        return None
    listed = " and ".join(f"“{shown_speaker(told, known)}”" for told in distinct[:3])
    return Remark(
        "quote-ambiguous",
        f"these words stand in the source several times, said by {listed}",
        "add near: with some words that stand beside the one you mean",
    )


_NOT_QUOTED = {
    "article": (
        "the source has these words outside quotation marks: they are the reporter's, not the speaker's",
        "quote words that the source quotes, or tell this in a key point with the words as its evidence",
    ),
    "transcript": (
        "these words stand before the first speaker of the transcript, or in the name of one",
        "quote what somebody says there",
    ),
}


def _position(source: Concordance, claim: Claim, chosen: Standing, known: Known) -> Iterator[Remark]:
    if chosen.where == "outside":
        if source.voices and source.article.kind in ("article", "transcript"):
            yield Remark("quote-not-quoted", *_NOT_QUOTED[source.article.kind])
        return
    if is_nested(source, chosen):
        told = speaker_at(source, chosen)
        by = f"{shown_speaker(told, known)} quotes" if told else "the speaker quotes"
        yield Remark(
            "quote-nested",
            f"here {by} what was said by somebody else, or at another time",
            "quote the whole sentence, so that readers see whose words they are",
        )
        return
    told = speaker_at(source, chosen)
    if told is None and claim.speaker and _is_asked(source, chosen, claim.speaker, known):
        message = f"the source has this as a question, not as something that {claim.speaker} says"
        yield Remark("quote-speaker", message, "quote the answer, or name the one who asks as the speaker")
    if source.article.kind == "statement" and told and claim.speaker and not agrees(claim.speaker, told, known):
        message = f"here the statement quotes {told}: these are no words of {claim.speaker}"
        yield Remark("quote-nested", message, "correct the speaker, or quote the whole sentence")
        return
    if told and claim.speaker and _is_another(claim.speaker, told, known):
        yield Remark(
            "quote-speaker",
            f"the source points to {shown_speaker(told, known)}, not to {claim.speaker}",
            hint_on(claim.speaker, told),
        )


def _is_another(speaker: str, told: str, known: Known) -> bool:
    """Whether the source tells of somebody who cannot be the speaker; without lists a name may stand in any case."""
    if agrees(speaker, told, known) or is_misspelt(speaker, told, known):
        return False
    return known.lists.is_known or is_expected(told, known)


def _is_asked(source: Concordance, chosen: Standing, speaker: str, known: Known) -> bool:
    """Whether the words are a question in a transcript, and the speaker is not merely somebody who asks."""
    turns, turn = source.article.turns, source.passage[chosen.place.first]
    if source.article.kind != "transcript" or turn not in range(len(turns)) or not turns[turn].asks:
        return False
    labelled = {turn.speaker for turn in turns if turn.speaker}
    if labelled:
        return any(agrees(speaker, one, known) for one in labelled)
    return not is_described(speaker, known)


def _several(source: Concordance, chosen: Standing) -> Iterator[Remark]:
    """Two people whom a press release quotes, made one."""
    if source.article.kind != "statement":
        return
    voices = (source.voice_at(word) for word in chosen.place.places())
    named = dict.fromkeys(voice.speaker for voice in voices if voice and voice.certain and voice.speaker)
    if len(named) > 1:
        message = f"these are separate remarks in the source, by {' and by '.join(named)}"
        yield Remark("quote-spliced", message, "make it two quotations, each with its own occasion")


def find_elisions(source: Concordance, chosen: Standing) -> Iterator[Remark]:
    """What is left out where a quotation has an ellipsis, and in strong words what of it matters."""
    omitted = [cut for cut in chosen.place.cuts if cut.kind == "omitted"]
    if not omitted:
        return
    texts = [source.levelled.text[cut.start : cut.end] for cut in omitted]
    left = [word for text in texts for word in _words(text)]
    lang = source.article.lang
    weighty = phrases(lang, "negation", "denial").find(left)
    number = next((word for word in left if is_number(word)), None)
    limiting = phrases(lang, "condition", "exception", without=clause_words("plain")).find(left)
    doubting = phrases(lang, "hedge", without=clause_words("plain")).find(left)
    left_out = "; ".join(f"“{_short(text)}”" for text in texts)
    message = f"left out at the ellipsis: {left_out}"
    if weighty:
        message = f"the words left out hold a negation, “{put_together(left[slice(*weighty)])}”: {left_out}"
    elif number:
        message = f"the words left out hold a number, “{number}”: {left_out}"
    elif limiting:
        message = f"the words left out hold a condition, “{put_together(left[slice(*limiting)])}”: {left_out}"
    elif doubting:
        message = f"the words left out hold a doubt, “{put_together(left[slice(*doubting)])}”: {left_out}"
    yield Remark("quote-elides", message, "make sure that what is left says the same, or quote it whole")


def _extent(source: Concordance, chosen: Standing, text: str, known: Known) -> Iterator[Remark]:
    if opening := find_dropped_opening(source, chosen):
        weighty, words = opening
        yield Remark(
            "quote-opening-dropped",
            f"before these words the source says “{words}”; without “{weighty}” they may mean something else",
            "begin the quotation earlier",
        )
    elif not known.lists.is_known and (begun := find_begun(source, chosen)):
        yield Remark("quote-partial", f"the sentence begins before it: “{begun}”")
    if truncation := find_truncation(source, chosen, text):
        yield Remark("quote-truncated", truncation, "end the quotation later, or accept the warning with the reason")
    elif rest := find_partial(source, chosen):
        yield Remark("quote-partial", f"the sentence goes on: “{rest}”")


def _is_fragment(text: str) -> bool:
    return word_count(text) < (6 if is_unspaced(text) else 4)


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


def _short(text: str) -> str:
    parts = text.split(" ")
    left = len(parts) - 40
    return text if left <= 0 else f"{' '.join(parts[:40])} … ({left} more {'word' if left == 1 else 'words'})"
