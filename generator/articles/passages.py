"""A source text as a reader sees it: paragraphs, sentences, quoted passages and who says them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from generator.articles.article import Article, Attribution, Kind, Named, Paragraph, Passage, Turn
from generator.articles.ascription import Said, find_speakers
from generator.articles.exchanges import take_turns
from generator.articles.heaps import without_heaps
from generator.articles.joining import is_scare, is_title, is_work, joins, may_join, paragraph_of
from generator.articles.levelling import undisguised
from generator.articles.listed import knows
from generator.articles.paragraphs import find_paragraphs
from generator.articles.placing import placed
from generator.articles.quotations import Utterance, find_quotations
from generator.articles.reporter import find_reporter_sentences, mask
from generator.articles.sentences import find_sentences
from generator.articles.slavic import SLAVIC
from generator.articles.speakers import Attributed, find_attributions
from generator.articles.turns import find_turns
from generator.articles.unlisted import is_name, names_another
from generator.spans import Span
from generator.wordlists import WordLists, words_of

__all__ = [
    "Article",
    "Attribution",
    "Kind",
    "Named",
    "Paragraph",
    "Passage",
    "Span",
    "Turn",
    "may_join",
    "read_article",
]


def read_article(text: str, lang: str = "en", kind: Kind = "article", names: Sequence[str] = ()) -> Article:
    """Read any text at all; `names` are names and aliases known beforehand. Linear in the text; never raises.

    It is read as a person sees it, without what is invisible there; spans are those of the text as it is.
    """
    seen = undisguised(text)
    article = _read(seen.text, lang, kind, names)
    return article if seen.text == text else placed(article, text, seen)


def _read(text: str, lang: str, kind: Kind, names: Sequence[str]) -> Article:
    lists = words_of(lang)
    prose = without_heaps(text)
    paragraphs = find_paragraphs(prose, kind)
    sentences = tuple(one for paragraph in paragraphs for one in find_sentences(prose, paragraph.span, lang))
    utterances = find_quotations(prose, paragraphs, lang)
    masked = mask(prose, utterances)
    reported = tuple(find_reporter_sentences(prose, masked, paragraphs, lists))
    attributed, subjects, cast = find_attributions(reported, names, lists)
    whole = [
        Span(one.quoted.opening.start, max(one.quoted.closing.end, one.quoted.parts[-1].end)) for one in utterances
    ]
    dashed = [
        one.quoted.opening.end > one.quoted.opening.start and prose[one.quoted.opening.start] in _DASHES
        for one in utterances
    ]
    said = find_speakers(whole, reported, attributed, subjects, dashed)
    if not any(dashed):
        said = tuple(take_turns(whole, prose, reported, said))
    attributions = tuple(sorted((_attribution(one) for one in attributed), key=lambda one: one.span))
    passages = [_passage(one, who) for one, who in zip(utterances, said, strict=True)]
    named = tuple(
        Named(one.name, one.role, one.gender, one.first, one.words) for one in cast.members if one.first < len(text)
    )
    turns = frozenset(index for index, who in enumerate(said) if who.takes_turn)
    linked = tuple(_linked(text, lang, passages, paragraphs, attributions, named, turns))
    spoken = tuple(find_turns(text, kind, paragraphs, named))
    return Article(text, lang, kind, paragraphs, sentences, linked, attributions, named, spoken)


def _linked(
    text: str,
    lang: str,
    passages: Sequence[Passage],
    paragraphs: Sequence[Paragraph],
    attributions: Sequence[Attribution],
    named: Sequence[Named],
    turns: frozenset[int],
) -> Iterator[Passage]:
    """The passages with what they go on from, the speaker that parts share, and whether they are scare."""
    starts = [paragraph.span.start for paragraph in paragraphs]
    before: Passage | None = None
    teller: Passage | None = None  # the part of an utterance whose clause tells who speaks
    lists = words_of(lang)
    for index, passage in enumerate(passages):
        paragraph = paragraphs[paragraph_of(paragraphs, passage.span.start)]
        goes_on = (
            before is not None and index not in turns and joins(text, lang, before, passage, paragraphs, attributions)
        )
        if (
            goes_on
            and before
            and (_are_two(text, lang, before, passage, starts, teller) or _is_of_nobody(before, passage, lang))
        ):
            goes_on = False
        goes_on = goes_on and not is_work(text, lang, passage)
        if not knows(lang) and not _is_told(text, before, passage, named, lists):
            passage = passage._replace(speaker=None)  # whether somebody else is told of, no list says
        if goes_on and before and not passage.certain and (before.speaker or not knows(lang)):
            passage = passage._replace(speaker=before.speaker)
        if goes_on:
            passage = passage._replace(continues=index - 1)
        elif is_scare(text, lang, passage, paragraph):
            passage = passage._replace(scare=True)
            if is_title(text, lang, passage):
                passage = passage._replace(speaker=None, certain=False)
        teller = teller if goes_on and passage.attribution is None else passage
        before = passage
        yield passage


def _is_told(text: str, before: Passage | None, passage: Passage, named: Sequence[Named], lists: WordLists) -> bool:
    own, speaker = passage.attribution, passage.speaker or ""
    if not (passage.certain or own) or not is_name(speaker, lists):
        return False
    is_pronoun = own is not None and own.subject.lower() in lists.pronouns
    clause = before.attribution.span.end if before and before.attribution else 0
    since = text[max(clause, before.span.end if before else 0) : passage.span.start]
    people = (one.words for one in named if one.role or one.gender)
    return not (is_pronoun and names_another(since, speaker, people))


_DASHES = "—–―-"  # with which a line of dialogue begins
_HE_OR_SHE = frozenset(["he", "she"])


def _are_two(text: str, lang: str, one: Passage, other: Passage, starts: Sequence[int], teller: Passage | None) -> bool:
    """Whether two neighbours have different speakers: both certain, or a new paragraph with its own certain one.

    The clause of `teller` tells who speaks in the first: “No,” said Lind. “Never.” ¶ “Why?” he asked.
    """
    if None in (one.speaker, other.speaker) or one.speaker == other.speaker:
        return False
    in_new_paragraph = bisect_right(starts, one.span.end) != bisect_right(starts, other.span.start)
    if other.certain:
        return one.certain or in_new_paragraph
    own = other.attribution
    is_closed = in_new_paragraph and one.closing.start < one.closing.end
    replies = own is not None and own.verb.lower() in words_of(lang).replying
    is_name = own is not None and (" " in own.subject or (lang == "zh" and own.subject not in words_of(lang).pronouns))
    if is_closed and own and own.speaker == other.speaker and (is_name or replies):
        return True  # « … » ¶ « … », soupire le maire.
    if own and own.span.start >= other.span.end and own.subject.lower() in _HE_OR_SHE:
        told = teller or one
        subject = told.attribution.subject.lower() if told.attribution else ""
        if one.certain or told.certain or (subject in _HE_OR_SHE and subject != own.subject.lower()):
            return True  # “A look,” Finch told the judge. “Such as?” she asked.
    # “You knew?” the new paragraph opens with an answer, and with who gives it: “I did,” he said.
    follows = own is not None and own.span.start >= other.span.end  # “Did you?” she asked. “I did,” said the general.
    answers = (
        (in_new_paragraph or (follows and lang == "en")) and own is not None and one.closing.start < one.closing.end
    )
    return answers and text[one.span.end - 1] == "?"


def _is_of_nobody(one: Passage, passage: Passage, lang: str) -> bool:
    """Whether its own clause tells that it is said by somebody who is not named: assure-t-on à la mairie, I said.

    The same where the one before is: “Why?” I ask. “Because,” says Lind.
    """
    own, asked = passage.attribution, one.attribution
    if asked and one.speaker is None and own and own.speaker and asked.subject.lower() in words_of(lang).own:
        return True
    if own is None or passage.speaker is not None:
        return False
    is_closed = one.closing.start < one.closing.end and lang in SLAVIC and not own.subject
    return is_closed or own.subject.lower() in words_of(lang).own  # «Ганьба!» — скандували під судом активісти


def _attribution(one: Attributed) -> Attribution:
    clause = one.clause
    subject = clause.subject.text if clause.subject else ""
    name = one.speaker.name if one.speaker else None
    return Attribution(Span(clause.start, clause.end), clause.verb, subject, one.certain, False, name)


def _passage(utterance: Utterance, said: Said) -> Passage:
    quoted = utterance.quoted
    return Passage(
        span=Span(quoted.parts[0].start, quoted.parts[-1].end),
        parts=quoted.parts,
        opening=quoted.opening,
        closing=quoted.closing,
        nested=quoted.nested,
        attribution=_attribution(said.attributed) if said.attributed else None,
        speaker=said.speaker.name if said.speaker else None,
        certain=said.certain,
        scare=False,
        continues=None,
    )
