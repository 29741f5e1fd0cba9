"""English sentences that begin with what is done before their subject comes: Asked by Lind whether …, he smiled."""

from __future__ import annotations

from collections.abc import Sequence

from generator.articles.callings import is_role
from generator.articles.endings import is_time
from generator.articles.phrases import starts_phrase
from generator.articles.reporter import Token
from generator.wordlists import WordLists

_ASKING = frozenset(["whether", "if", "about", "how", "why", "what", "when", "where", "who", "to"])
_WHEN = frozenset(["in", "at", "on", "by", "during", "until", "since", "before", "after", "last", "this", "one"])
_TIMES = frozenset(
    (
        "morning", "afternoon", "evening", "night", "day", "week", "month", "year", "noon", "midday", "midnight",
        "dawn", "dusk", "half-time", "weekend", "summer", "winter", "spring", "autumn", "lunchtime", "dinner", "lunch",
        "breakfast", "times", "moment", "end", "beginning", "outset", "hearing", "trial", "inquest", "verdict",
        "sentencing", "meeting", "briefing", "conference", "debate", "vote", "ceremony", "match", "game", "race"
    )
)  # fmt: skip
_BEHIND_PARTICIPLE = frozenset(
    (
        "by", "about", "on", "whether", "if", "why", "how", "what", "in", "at", "as", "into", "from", "near", "and",
        "up", "to", "with", "for", "between", "under"
    )
)  # fmt: skip


def past_name(tokens: Sequence[Token], comma: int, limit: int, lists: WordLists) -> int:
    """Where a name ends that stands in apposition before the subject: Questioned by her lawyer, Ada Lind, the man …"""
    end = comma + 1
    if end >= limit:
        return comma
    while end < limit and tokens[end].is_word and tokens[end].is_capital:
        end += 1
    is_name = end > comma + 1 and end + 1 < limit and tokens[end].text == ","
    is_agent = comma > 1 and tokens[1].lower == "by" and comma < 9
    if not is_name or not (is_agent or is_role(tokens[comma - 1].lower, lists)):
        return comma
    if tokens[end + 1].lower in _ASKING:  # Asked by the fiscal, Ada Lind, whether he had gone, he …
        return next((near for near in range(end + 1, limit) if tokens[near].text == ","), end)
    return end if starts_phrase(tokens[end + 1], lists) else comma


def past_time(tokens: Sequence[Token], limit: int, lists: WordLists) -> int:
    """Where the subject begins behind words that only tell when, without a comma: In the evening Stoyan moves it."""
    if tokens[0].lower not in _WHEN or limit < 4:
        return 0
    for place in range(1, min(limit - 2, 6)):
        token, behind = tokens[place], tokens[place + 1]
        if not (token.is_word or token.text[0].isdigit()):
            return 0
        if token.lower in _TIMES or is_time(token, lists) or (token.text.isdigit() and len(token.text) == 4):
            is_more = behind.lower in _TIMES or is_time(behind, lists) or behind.text[0].isdigit()
            is_subject = behind.is_word and starts_phrase(behind, lists) and not is_more
            return place + 1 if is_subject else 0
    return 0


def is_participle(tokens: Sequence[Token], lists: WordLists) -> bool:
    """Whether the sentence begins with a participle: Speaking to reporters, …; Cross-examined by Penrose, …"""
    if tokens[0].lower.endswith("ing"):
        return not _is_verb_next(tokens, lists)
    behind = tokens[1].lower if len(tokens) > 1 else ""
    is_past = tokens[0].lower.endswith("ed") or tokens[0].lower in ("born", "brought", "known", "torn", "driven")
    return is_past and behind in _BEHIND_PARTICIPLE


def _is_verb_next(tokens: Sequence[Token], lists: WordLists) -> bool:
    return len(tokens) > 1 and (tokens[1].lower in lists.reporting or tokens[1].lower in lists.being)
