"""Editor's words in brackets: whether they hide something that changes the meaning."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from generator.articles.levelling import level
from generator.articles.listed import clause_words, named_phrases, phrases
from generator.articles.words import is_unspaced, put_together, words
from generator.quoting.concordance import Concordance
from generator.quoting.numbers import has_digit, is_number
from generator.quoting.standing import Standing, find_standings
from generator.quoting.trails import Cut
from generator.spans import Span
from generator.wordlists import words_of

_NEGATING = re.compile(
    r"(?:un|in|im|il|ir|non|dis|mis|anti|de|counter|miss|ent|dé|dés|des|mé|не|ни|без|бес|анти|анті)-?", re.IGNORECASE
)
_NEGATING_END = re.compile(r"less|free|los|frei|n't|n’t|'t|’t|not", re.IGNORECASE)
_NAMES = ("非洲", "南非", "北非", "西非", "东非", "無錫", "无锡", "会谈", "會談", "会议", "會議", "会见", "會見")


Wrong = tuple[str, str, str]


def find_bracket_fault(source: Concordance, standing: Standing) -> Wrong | None:
    """What a bracket hides or puts in that it must not, what to do, and the bracket as it begins."""
    for cut in standing.place.cuts:
        if cut.kind == "replaced" and (fault := _fault(source, _from_whole_word(source, standing, cut))):
            return *fault, f"[{cut.by.strip()}"
    return None


def _from_whole_word(source: Concordance, standing: Standing, cut: Cut) -> Cut:
    """A bracket that begins a quotation inside a negation of two Chinese characters stands for all of it: 没|有."""
    first, _ = source.spans[standing.place.first]
    begins = source.unspaced and cut.start <= first and cut.start > 0
    whole = source.levelled.text[cut.start - 1 : cut.end]
    return cut._replace(start=cut.start - 1) if begins and whole in words_of(source.article.lang).negation else cut


def _fault(source: Concordance, cut: Cut) -> tuple[str, str] | None:
    replaced = source.levelled.text[cut.start : cut.end]
    if cut.by.strip().lower() == "sic":
        return None
    if cut.letters:
        return _affix_fault(source, cut)
    hidden = find_weighty(source.article.lang, replaced) or _find_how_many(replaced)
    if hidden:
        holding = f", with “{hidden}” in it" if hidden.lower() != replaced.lower() else ""
        message = f"[{cut.by}] stands where the source has “{replaced}”{holding}"
        return message, f"put the source's own words back: {replaced}"
    put_in = find_weighty(source.article.lang, cut.by) or _find_how_many(cut.by, is_alone=_is_little(source, replaced))
    if put_in:
        message = f"[{cut.by}] puts “{put_in}” into the speaker's mouth"
        return message, "delete the bracket; say it in context instead"
    return None


def _is_little(source: Concordance, replaced: str) -> bool:
    """Whether a bracket stands for nothing, or for no more than the end of what tells how many: La mayoría | de."""
    lists = words_of(source.article.lang)
    small = lists.prepositions | lists.linking | {"of", "de", "des", "von", "из", "із", "من"}
    return not replaced or replaced.lower() in small or (source.unspaced and len(replaced) == 1)


def _find_how_many(text: str, is_alone: bool = False) -> str | None:
    """A word that tells how many; `is_alone`: and “all” where it is the whole text, put in for nothing."""
    found = [text[start:end] for start, end in words(text)]
    hits = named_phrases("how_many").find(found)
    if hits:
        return put_together(found[slice(*hits)])
    return text if is_alone and text.strip().lower() in clause_words("all_of") else None


def find_weighty(lang: str, text: str) -> str | None:
    """A negation, number, modal, hedge or condition in the text."""
    found = [text[start:end] for start, end in words(text)]
    if any(name in text for name in _NAMES):
        return None
    months = words_of(lang).months
    for index, word in enumerate(found):
        if is_number(word) and not (word.lower() == "one" and len(found) > 1):
            return word
        named = word[:1].isupper() and index + 1 < len(found) and found[index + 1][:1].isupper()
        if named or (word[:1].isupper() and word.lower() in months):
            found[index] = word = "\0"
    hits = phrases(lang, "negation", "denial").find(found) or phrases(
        lang, "modal", "hedge", "condition", without=clause_words("in_brackets")
    ).find(found)
    return put_together(found[slice(*hits)]) if hits else None


def _affix_fault(source: Concordance, cut: Cut) -> tuple[str, str] | None:
    """Letters in brackets that change what a word says: [un]lawful, can[not], 5[0]."""
    text = source.levelled.text
    replaced = text[cut.start : cut.end]
    if replaced.lower() == cut.by.lower():
        return None
    start, end = next(span for span in _spans(source, cut) if span.start <= cut.start and cut.end <= span.end)
    theirs = text[start:end]
    ours = theirs[: cut.start - start] + cut.by + theirs[cut.end - start :]
    negations = phrases(source.article.lang, "negation", "denial")
    changed = negations.stands_in([theirs]) != negations.stands_in([ours])
    pattern = _NEGATING if cut.start == start else _NEGATING_END
    if changed or has_digit(ours + theirs) or any(pattern.fullmatch(part) for part in (replaced, cut.by) if part):
        return (
            f"[{cut.by}] turns “{theirs}” into “{ours}”, which says something else",
            f"write the word as it is: {theirs}",
        )
    return None


def _spans(source: Concordance, cut: Cut) -> Sequence[Span]:
    """The words round a cut."""
    index = bisect_right(source.spans, (cut.start, len(source.levelled.text)))
    return source.spans[max(0, index - 2) : index + 1]


# --- brackets inside a word or a number ----------------------------------------------------------------

_BRACKET = re.compile(r"\[([^\[\]…]{1,40})\]")


def find_broken_word(source: Concordance, text: str, anywhere: bool) -> Wrong | None:
    """What a bracket inside a word or a number makes of it (1[5] for 13), where all other words stand; the word."""
    levelled = level(text).text
    broken = [whole for sign in _BRACKET.finditer(levelled) if (whole := _broken(levelled, sign))]
    mended, at = "", 0
    for start, end, typed in broken:
        if start < at:
            return None
        mended += f"{levelled[at:start]}[{_plain(typed)}]"
        at = end
    if not broken:
        return None
    for standing in find_standings(source, mended + levelled[at:], anywhere=anywhere):
        for cut in standing.place.cuts:
            theirs = source.levelled.text[cut.start : cut.end]
            for _, _, typed in broken:
                if cut.by.strip() == _plain(typed) and _is_of(theirs, typed):
                    return *_told_of(theirs, typed), typed
    return None


def _broken(text: str, sign: re.Match[str]) -> tuple[int, int, str] | None:
    """The word or number round a bracket: where it begins and ends, and how it is typed."""
    spans = words(text)
    start = next((one for one, other in spans if other == sign.start()), sign.start())
    end = next((other for one, other in spans if one == sign.end()), sign.end())
    start = sign.start() if is_unspaced(text[start : sign.start()]) else start
    end = sign.end() if is_unspaced(text[sign.end() : end]) else end
    return (start, end, text[start:end]) if end - start > sign.end() - sign.start() else None


def _plain(typed: str) -> str:
    return typed.replace("[", "").replace("]", "")


def _is_of(theirs: str, typed: str) -> bool:
    """Whether a word of the source has the letters that stand outside the brackets of a typed one."""
    head, tail = typed.split("[")[0], typed.split("]")[-1]
    return len(words(theirs)) == 1 and theirs.startswith(head) and theirs.endswith(tail)


def _told_of(theirs: str, typed: str) -> tuple[str, str]:
    ours, hint = _plain(typed), f"write it as it is: {theirs}"
    if ours == theirs:
        return f"“{typed}” has brackets inside a word that the source has whole: “{theirs}”", hint
    return f"“{typed}” turns “{theirs}” into “{ours}”, which says something else", hint
