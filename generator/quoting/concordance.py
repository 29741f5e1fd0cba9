"""A concordance: a source text as words with the signs between them, and where each pair of words stands."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.articles.article import Article
from generator.articles.levelling import LINE_HYPHEN, Levelled, level, level_space
from generator.articles.voices import OUTSIDE, Seam, Structure, Voice
from generator.articles.words import is_unspaced, words
from generator.spans import Span

_SHORT = 4000  # words; in so few, single words are found quickly enough
_SHOWN = 14  # words of the source in a message


@dataclass(frozen=True)
class Concordance:
    """A source text in words. Places are numbers of words; `before[n]` are the signs between word n - 1 and word n.

    `seams` leads from the place behind a part of an utterance to where it goes on. For each word, `passage` is the
    number of the voice, `utterance` and `paragraph` tell where it belongs, `nested` whether it is somebody else's;
    `starts` is where it begins in the stored text.
    """

    article: Article
    levelled: Levelled
    words: Sequence[str]
    before: Sequence[str]
    spans: Sequence[Span]  # in the levelled text
    starts: Sequence[int]
    voices: Sequence[Voice]
    passage: Sequence[int]
    utterance: Sequence[int]
    paragraph: Sequence[int]
    nested: Sequence[bool]
    seams: Mapping[int, Seam]
    pairs: Mapping[tuple[str, str], Sequence[int]] | None = field(repr=False)  # not of a short text
    hyphenated: bool  # some word is hyphenated over a line end

    @cached_property
    def singles(self) -> Mapping[str, Sequence[int]]:
        """Where each word stands, in lower case."""
        places: dict[str, list[int]] = defaultdict(list)
        if not self.hyphenated:
            for place, word in enumerate(map(str.lower, self.words)):
                places[word].append(place)
            return places
        for place, word in enumerate(self.words):
            for form in forms(word):
                places[form].append(place)
        return places

    @cached_property
    def back_seams(self) -> Mapping[int, int]:
        """From the first word of a part to the place behind the part before."""
        return {seam.place: end for end, seam in self.seams.items()}

    @cached_property
    def _seam_places(self) -> Sequence[int]:
        return sorted(self.seams)

    def next_seam(self, place: int) -> int:
        """The first place from here on where an utterance is interrupted; the end of the text where none is."""
        index = bisect_left(self._seam_places, place)
        return self._seam_places[index] if index < len(self._seam_places) else len(self.words)

    @cached_property
    def sentence(self) -> Sequence[int]:
        """For each word the number of its sentence."""
        starts = [span.start for span in self.article.sentences]
        return [bisect_right(starts, at) - 1 for at in self.starts]

    @cached_property
    def spaced(self) -> Levelled:
        """The text with each run of white space as one space: the levelling of tier `exact`."""
        return level_space(self.article.text)

    @cached_property
    def unspaced(self) -> bool:
        """Whether the text is written without spaces between its words."""
        return is_unspaced(self.levelled.text[:4000])

    def stored(self, start: int, end: int) -> Span:
        """The span in the stored text of the words `start:end` (not empty)."""
        return self.levelled.span(self.spans[start].start, self.spans[end - 1].end)

    def said(self, start: int, end: int) -> str:
        """The levelled words `start:end` with the signs between them, a word whole that is hyphenated at a line end."""
        if start >= end:
            return ""
        text = self.levelled.text[self.spans[start].start : self.spans[end - 1].end]
        return text.replace(LINE_HYPHEN, "") if self.hyphenated else text

    def shown(self, places: Sequence[int]) -> str:
        """Words of an utterance for a message, with the interruptions left out; no more than a line of them."""
        most = _SHOWN * 2 if self.unspaced else _SHOWN
        runs: list[list[int]] = []
        for place in places[:most]:
            if runs and place == runs[-1][-1] + 1 and place not in self.seams:
                runs[-1].append(place)
            else:
                runs.append([place])
        text = " … ".join(self.said(run[0], run[-1] + 1) for run in runs)
        return f"{text} …" if len(places) > most else text

    def voice_at(self, place: int) -> Voice | None:
        """Who speaks at a word; nobody outside of quotation marks."""
        return self.voices[self.passage[place]] if self.passage[place] != OUTSIDE else None

    def place_of(self, offset: int) -> int:
        """The first word that begins at the offset of the stored text or behind it."""
        return bisect_left(self.starts, offset)

    def edge(self, place: int) -> bool:
        """Whether a part of an utterance begins or ends between the word at the place and the one before."""
        if not 0 < place < len(self.words):
            return True
        return self.passage[place - 1] != self.passage[place] or place in self.seams


def index_words(article: Article) -> Concordance:
    """The concordance of a source text; linear in the text."""
    levelled = level(article.text)
    spans = words(levelled.text)
    text = levelled.text
    found = [text[start:end] for start, end in spans]
    before, at = [], 0
    for start, end in spans:
        before.append(text[at:start])
        at = end
    before.append(text[at:])
    starts = [levelled.starts[start] for start, _ in spans]
    structure = Structure(article, levelled, spans, starts)
    hyphenated = LINE_HYPHEN in text
    return Concordance(
        article=article,
        levelled=levelled,
        words=found,
        before=before,
        spans=spans,
        starts=starts,
        voices=structure.voices,
        passage=structure.passage,
        utterance=structure.utterance,
        paragraph=structure.paragraph,
        nested=structure.nested,
        seams=structure.seams,
        pairs=_pairs(found, structure.seams, hyphenated) if len(found) > _SHORT else None,
        hyphenated=hyphenated,
    )


def forms(word: str) -> Sequence[str]:
    """The forms under which a word is looked up: in lower case; hyphenated over a line end, with and without hyphen."""
    lower = word.lower()
    if LINE_HYPHEN not in lower:
        return (lower,)
    return (lower.replace(LINE_HYPHEN, ""), lower.replace(LINE_HYPHEN, "-"))


def _pairs(
    found: Sequence[str], seams: Mapping[int, Seam], hyphenated: bool
) -> Mapping[tuple[str, str], Sequence[int]]:
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    if hyphenated:
        keys = [forms(word) for word in found]
        for place in range(len(found) - 1):
            for one in keys[place]:
                for other in keys[place + 1]:
                    places[one, other].append(place)
    else:
        lower = [word.lower() for word in found]
        for place, pair in enumerate(itertools.pairwise(lower)):
            places[pair].append(place)
    for end, seam in seams.items():
        if seam.place != end:
            for one in forms(found[end - 1]):
                for other in forms(found[seam.place]):
                    places[one, other].append(end - 1)
    return places
