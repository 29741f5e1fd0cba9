"""Who an English lead speaks of before it names him: A man who … has been jailed. ¶ Tom Rudd, 41, was found …"""

from __future__ import annotations

from collections.abc import Sequence

from generator.articles.memory import Speaker, fits
from generator.articles.reporter import Sentence
from generator.wordlists import words_of

_BEGIN = 1  # paragraphs in which a lead tells of somebody
_NEVER_NAMED = frozenset(["source", "official", "insider", "aide", "spokesman", "spokeswoman", "spokesperson"])
_POSTS = frozenset(["secretary", "constable", "boss", "manager", "coach", "leader", "head", "executive", "chancellor"])
_FAR = 3  # paragraphs later in which the name follows


def named_after_lead(sentences: Sequence[Sentence], subjects: Sequence[Speaker | None]) -> dict[str, Speaker]:
    """The description with which a lead begins -> the one who is named for the first time soon after, with the age."""
    running = [index for index, one in enumerate(sentences) if one.is_running]
    if not running:
        return {}
    first = sentences[running[0]].paragraph
    lead = next((index for index in running if _is_new(subjects[index])), None)
    if lead is None or sentences[lead].paragraph > first + _BEGIN:
        return {}
    unnamed = subjects[lead]
    for index in running:
        speaker, sentence = subjects[index], sentences[index]
        if index <= lead or speaker is None or speaker.member is None:
            continue
        if sentence.paragraph > sentences[lead].paragraph + _FAR:
            return {}
        member = speaker.member
        is_first = sentence.span.start <= member.first < sentence.span.end
        is_told = member.age or (_is_post(unnamed) and not member.role and len(member.words) > 1)
        if unnamed and is_first and member.gender != "n" and fits(speaker, unnamed.gender) and is_told:
            return {unnamed.name: speaker}
        if is_first and _is_post(unnamed):
            return {}  # somebody else comes first
    return {}


def _is_new(speaker: Speaker | None) -> bool:
    """Whether a description tells of somebody for the first time, and of one alone."""
    if speaker is None or speaker.member is not None or not speaker.is_told or "n" in speaker.gender:
        return False
    if speaker.heads & _NEVER_NAMED:
        return False
    is_new = speaker.name.lower().startswith(("a ", "an ")) or _is_post(speaker)
    return is_new and not speaker.gender.startswith("p")


def _is_post(speaker: Speaker | None) -> bool:
    """Whether a description is a post that one holds: The chief constable has … ¶ Speaking on Monday, Ada Lind …"""
    posts = words_of("en").titles | _POSTS
    name = speaker.name.lower().replace("’", "'") if speaker else ""
    return speaker is not None and name.startswith("the ") and "'s " not in name and bool(speaker.heads & posts)
