"""The signs between words: which may differ between a quotation and its source."""

from __future__ import annotations

#: Comma and full stop of every script: at the end of a quotation they are the editor's.
STOPS = ",.，。、،۔．"
#: What they may stand for in the source.
PAUSES = STOPS + ";:—；：؛"
_NO_STOPS = str.maketrans("", "", STOPS + " ")
_NO_PAUSES = str.maketrans("", "", PAUSES + ' "')
_NO_COMMAS = str.maketrans("", "", ",，、، ")
_NO_SPACES = str.maketrans("", "", " ")


def bare(signs: str) -> str:
    """Signs without spaces."""
    return signs.translate(_NO_SPACES)


def end_agrees(typed: str, source: str) -> bool:
    """Whether a quotation may end in `typed` where the source goes on with these signs.

    None, comma or full stop may stand for none, comma, full stop, semicolon, colon or dash; nothing else may differ.
    """
    ours = typed.translate(_NO_STOPS).replace('"', "")
    theirs = source.partition(" ")[0].translate(_NO_PAUSES)
    return ours == theirs


def seam_agrees(typed: str, tail: str, lead: str) -> bool:
    """Whether the signs between two words of a quotation may stand where an utterance is interrupted."""
    ours, theirs = bare(typed), bare(tail + lead)
    if ours == theirs:
        return True
    kept = all(sign in theirs for sign in ours if sign in PAUSES and sign not in STOPS)
    return kept and ours.translate(_NO_PAUSES) == theirs.translate(_NO_PAUSES)


def bracket_agrees(typed: str, source: str) -> bool:
    """Whether the signs round words in brackets are those of the source; commas are free."""
    return typed.translate(_NO_COMMAS) == source.translate(_NO_COMMAS)


def mark_agrees(typed: str, source: str) -> bool:
    """Whether signs differ in nothing but quotation marks and what stands beside them."""
    return typed.translate(_NO_PAUSES) == source.translate(_NO_PAUSES)
