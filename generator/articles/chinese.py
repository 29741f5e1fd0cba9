"""Attribution clauses and names where words have no spaces between them and names no capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.articles.naming import Phrase
from generator.articles.reporter import Sentence, Token, token_of
from generator.wordlists import WordLists

_HAN = "\u3400-\u9fff"
_LEADING = re.compile(
    "(?:但是?|而且?|不过|不過|对此|對此|此外|另外|同时|同時|随后|隨後|之后|其中|因此|所以|于是|於是|然而|最后|最後|据悉|據悉"
    "|当天|當天|当日|昨天|昨日|今天|今日|前天|日前|近日|目前|[上本这]?周[一二三四五六日天]|[0-9]+月[0-9]+日|[0-9]+日|那天|那時|那时)+"
)
_CUT = re.compile(
    "在|对|對|向|于|於|就|从|通过|透過|随后|隨後|当天|當天|当日|昨天|昨日|今天|周[一二三四五六日天]|[0-9]+月|也|还|還|则|則|又|再|曾|已|并|並|同时|同時|日前|近日"
    "|这样|這樣|如此|如是|不|没|沒|未|仍|却|卻|便|笑着|笑著|告诉|告訴|补充|補充|接受|昨晚|今晚|今早|今晨|当晚|當晚|事后|事後|受访|受訪|只|僅|仅|均|亦|予以|当场|當場|当时|當時|一直|随即|隨即|立即|当即|當即"
    "|率先|公开|公開|正式|首次|多次|分别|分別|这时|這時|最后|最後|一脸|一臉|无奈|無奈|回忆|回憶|发文|發文|发表|發表|被|首先|坦|一边|会后|會後|会上|會上|赛后|賽後|课后|課後|午后|午後|傍晚|凌晨"
)
_NOT_SAID = {
    "说": "明法服话不起",
    "說": "明法服話不起",
    "道": "路理德歉",
    "称": "号职为赞",
    "稱": "號職為讚",
    "写": "字作",
    "讲": "座台",
    "问": "题世",
    "答": "案应复覆卷",
    "言": "人论論权權词詞稿台臺",
    "念": "头",
}
_SMALL = "也还還则則就却卻便仍只正将將又再都曾已随隨的了着著说說道称稱在对對向"  # no part of a name
_CALLINGS = "长長员員师師家人者手官生工民友演客星书書记記授士兵商"  # how words for what somebody is end
_DOTTED = re.compile(f"[{_HAN}]{{1,8}}(?:[·•‧][{_HAN}]{{1,8}})+")


@cache
def _any_of(lists_lang: str, words: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))))


@cache
def _titled(lists_lang: str, roles: frozenset[str], titles: frozenset[str]) -> re.Pattern[str]:
    """导师欧阳拾教授: a name between two words for what somebody is."""
    before, after = (
        "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))) for words in (roles, titles)
    )
    return re.compile(f"({before})([{_HAN}]{{2,3}})({after})")


def find_chinese_clauses(sentence: Sentence, lists: WordLists) -> Iterator[tuple[Token, str, Phrase | None]]:
    """Each attribution of a sentence: the token that holds it, its verb, and its subject where one is named."""
    for place, token in enumerate(sentence.tokens):
        if token.is_quote or not token.is_word:
            continue
        if according := _according(token, lists):
            yield token, "据", according
            continue
        beside = _is_beside_quote(sentence.tokens, place)
        found = _reporting(token, lists, beside)
        if found is not None:
            verb, start = found
            yield token, verb, subject_of(token, start, lists)
        elif subject := _introducing(sentence.tokens, place, lists):
            yield token, sentence.tokens[place + 1].text, subject


def _introducing(tokens: Sequence[Token], place: int, lists: WordLists) -> Phrase | None:
    """Somebody named before a colon, or a comma, and a quotation: 王桂香抹着眼泪，“…”."""
    if place + 2 >= len(tokens) or not tokens[place + 2].is_quote:
        return None
    sign = tokens[place + 1].text
    begins = place == 0 or tokens[place - 1].is_quote or (place == 1 and not tokens[0].is_word)  # 68岁的王桂香
    if sign not in "：:" and not (sign in "，," and begins):
        return None
    subject = subject_of(tokens[place], len(tokens[place].text), lists)
    is_sure = subject and subject.name and _surname(subject.name[0].text, 0, lists)
    return subject if is_sure else None


def _is_beside_quote(tokens: Sequence[Token], place: int) -> bool:
    after = tokens[place + 1 : place + 3]
    return bool(place and tokens[place - 1].is_quote) or any(one.is_quote for one in after)


def _reporting(token: Token, lists: WordLists, beside: bool) -> tuple[str, int] | None:
    """The reporting verb of a part between two signs, and where in it the verb begins."""
    for found in _any_of(lists.lang, lists.reporting).finditer(token.text):
        verb, rest = found.group(), token.text[found.end() : found.end() + 1]
        if rest and rest in _NOT_SAID.get(verb[-1], ""):
            continue
        if verb == "道" and rest:
            continue
        if verb in lists.weak and not beside:
            continue
        if verb in lists.bodies and found.start() == 0:
            continue  # 声明还说
        return verb, found.start()
    return None


def _according(token: Token, lists: WordLists) -> Phrase | None:
    found = re.match(
        f"在([{_HAN}·]{{1,12}}?)看[来來]|(?:根据|根據|据|據|按照?|用)([{_HAN}·]{{1,20}}?)(?:分析|介绍|介紹|说|說|称|稱|透露|了解|报道|報道|報導|的话|的話|所说|所說)",
        token.text,
    )
    if found is None:
        return None
    return _phrase(token, *found.span(found.lastindex or 1), lists)


def subject_of(token: Token, end: int, lists: WordLists) -> Phrase | None:
    """The subject before the verb that begins at `end` of a part between signs."""
    start = 0
    if leading := _LEADING.match(token.text[:end]):
        start = leading.end()
    cut = _CUT.search(token.text, start + 1, end)
    how = _CUT.match(token.text, start, end)
    if how and how.end() - start > 1:
        return None  # 笑着问
    head = token.text.rfind("的", start, end) + 1
    begins = token.text[start:end].startswith(("在", "于", "於"))
    if head and token.text.startswith(tuple(lists.articles), start):
        cut = _CUT.search(token.text, head, end)  # 一位不愿具名的官员
    elif head and head < end and (begins or (cut and cut.start() < head)):  # 住在河边的张太太
        start = head
        cut = _CUT.search(token.text, start + 1, end)
    return _phrase(token, start, cut.start() if cut else end, lists)


def _phrase(token: Token, start: int, end: int, lists: WordLists) -> Phrase | None:
    words = token.text[start:end]
    if not words or words in ("并", "並", "也", "还", "還", "则", "則", "又", "有", "称", "但", "而"):
        return None
    whole = _part(token, start, end)
    if words in lists.pronouns:
        return Phrase((whole,), (), is_pronoun=True)
    name = _name_in(words, lists)
    if name is None:
        return Phrase((whole,), ())
    return Phrase((whole,), (_part(token, start + name[0], start + name[1]),))


def _part(token: Token, start: int, end: int) -> Token:
    text = token.text[start:end]
    return token_of(text, token.start + start)


def _name_in(words: str, lists: WordLists) -> tuple[int, int] | None:
    """Where a name stands in a subject: behind the words for the office; 陈老板 is a name with its title."""
    head = words.rfind("的") + 1
    dotted = _DOTTED.search(words, head)
    if words.startswith(("这", "這", "那", "该", "該", "此"), head) and not dotted:
        return None  # 这位发言人; but 该国首席谈判代表卡多克·伦黑尔
    if dotted:
        start = max(
            (found.end() for found in _any_of(lists.lang, lists.roles).finditer(words, head, dotted.end())),
            default=dotted.start(),
        )
        return (start, dotted.end()) if start < dotted.end() else (dotted.start(), dotted.end())
    offices = list(_any_of(lists.lang, lists.roles | lists.titles).finditer(words, head))
    if not offices:
        rest = words[head:]
        known = any(rest.endswith(body) for body in lists.bodies) or words.startswith(tuple(lists.articles))
        if known:
            return None
        return _personal(words, head, lists) or ((head, len(words)) if 2 <= len(rest) <= 4 else None)
    last = offices[-1]
    if last.end() < len(words):
        size = len(words) - last.end()
        whole = (last.end(), len(words)) if 2 <= size <= 4 else None
        return _personal(words, last.end(), lists) or whole
    before = offices[-2].end() if len(offices) > 1 else head
    size = last.start() - before
    if size > 3 and _surname(words, head, lists):
        return _personal(words, head, lists)  # 纪春霞叫住记者：“…”
    if words.startswith(tuple(lists.articles)) or not 1 <= size <= 3:
        return None
    if len(offices) > 1 and size > 1:
        return before, last.start()  # 导师欧阳拾教授
    return (before, last.end()) if size == 1 and (len(offices) == 1 or words[before] in lists.surnames) else None


def _surname(words: str, start: int, lists: WordLists) -> int:
    """How many characters of a surname stand at a place."""
    return next((size for size in (2, 1) if words[start : start + size] in lists.surnames), 0)


def _personal(words: str, head: int, lists: WordLists) -> tuple[int, int] | None:
    """Where a surname and one or two characters stand, at the start or the end of some words: 村支书罗长庚."""
    if own := _surname(words, head, lists):
        end = min(head + own + 2, len(words))
        if end - head - own == 2 and words[end - 1] in _SMALL:
            end -= 1
        return (head, end) if end > head + own and len(words) - head > own + 1 else None
    for size in (3, 2):
        start = len(words) - size
        if start > head and words[start - 1] in _CALLINGS and _surname(words, start, lists):
            return start, len(words)
    return None


def chinese_names(sentence: Sentence, whole: str, lists: WordLists) -> Iterator[tuple[Token, frozenset[str]]]:
    """The names that a sentence of the `whole` text tells, each with its offices."""
    for token, _, phrase in find_chinese_clauses(sentence, lists):
        if phrase and phrase.name:
            offices = frozenset(
                _any_of(lists.lang, lists.roles).findall(token.text[: phrase.name[0].end - token.start])
            )
            name = phrase.name[0]
            if _DOTTED.match(name.text):
                end = _dotted_end(name.text, 0, len(name.text), whole, lists)
                name = _part(name, 0, end)
            yield name, offices
    for token in sentence.tokens:
        if token.is_word:
            for dotted in _DOTTED.finditer(token.text):
                roles = list(_any_of(lists.lang, lists.roles).finditer(token.text, 0, dotted.end()))
                start = max([dotted.start(), *(role.end() for role in roles if role.end() < dotted.end())])
                end = _dotted_end(token.text, start, dotted.end(), whole, lists)
                yield _part(token, start, end), frozenset(role.group() for role in roles)
            yield from _behind_office(token, whole, lists)
            for found in _titled(lists.lang, lists.roles, lists.titles).finditer(token.text):
                yield _part(token, *found.span(2)), frozenset((found.group(1), found.group(3)))


def office_with_body(sentence: Sentence, name: Token, office: str, lists: WordLists) -> str:
    """The office with its body as typed right before a name: 县教育局副局长; the bare office where it is not plain."""
    token = next(one for one in sentence.tokens if one.start <= name.start < one.end)
    before = token.text[: name.start - token.start]
    before = before[before.rfind("的") + 1 :]
    before = before[leading.end() :] if (leading := _LEADING.match(before)) else before
    is_plain = before.endswith(office) and len(before) < 16 and not _CUT.search(before)
    return before if is_plain and not _any_of(lists.lang, lists.reporting).search(before) else office


def _behind_office(token: Token, whole: str, lists: WordLists) -> Iterator[tuple[Token, frozenset[str]]]:
    """The names behind a word for an office that are known by their surname: 村民李二柱则不以为然."""
    for office in _any_of(lists.lang, lists.roles).finditer(token.text):
        start = office.end()
        own = 0 if _CUT.match(token.text, start) else _surname(token.text, start, lists)
        for end in (start + own + 2, start + own + 1) if own else ():
            if end <= len(token.text) and _is_whole(token.text, start, end, whole, lists):
                yield _part(token, start, end), frozenset((office.group(),))
                break


def _is_whole(words: str, start: int, end: int, whole: str, lists: WordLists) -> bool:
    """Whether a name ends here: at a sign, before a verb or a small word, or because the text names it again."""
    if end == len(words) or (end - start > 2 and whole.count(words[start:end]) > 1):
        return True
    ends = words[end] in _SMALL or _CUT.match(words, end) or _any_of(lists.lang, lists.reporting).match(words, end)
    return bool(ends) and words[end - 1] not in _SMALL


def _dotted_end(words: str, start: int, end: int, whole: str, lists: WordLists) -> int:
    """Where a name written with dots ends: where the text goes on in different ways, else before a verb."""
    first = max(words.rfind(dot, start, end) for dot in "·•‧") + 1
    for size in range(min(end - first, 7) - 1, 1, -1):
        if whole.count(words[first : first + size]) > whole.count(words[first : first + size + 1]):
            return first + size
    stops = [end, first + 4]
    for pattern in (_CUT, _any_of(lists.lang, lists.reporting)):
        if found := pattern.search(words, first + 1, end):
            stops.append(found.start())
    return min(stops)


def first_person(sentence: Sentence, lists: WordLists, known: Sequence[str]) -> Phrase | None:
    """The pronoun or known name that a part of the sentence begins with, the last of them."""
    found: Phrase | None = None
    for token in sentence.tokens:
        if token.is_quote:
            break
        if not token.is_word:
            continue
        for word in known:
            place = token.text.find(word, 0, 30)
            if place >= 0:
                part = _part(token, place, place + len(word))
                found = Phrase((part,), (part,))
                break
        else:
            for word in lists.pronouns:
                if token.text.startswith(word) and token.text[len(word) : len(word) + 1] not in ("的", "们", "們"):
                    part = _part(token, 0, len(word))
                    found = Phrase((part,), (), is_pronoun=True)
    return found


def offices_in(words: str, lists: WordLists) -> frozenset[str]:
    """The words for offices and bodies in a description."""
    found = set(_any_of(lists.lang, lists.roles).findall(words))
    found |= {body for body in lists.bodies if len(body) > 1 and body in words}
    return frozenset(found)
