"""Attribution clauses and names where words have no spaces between them and names no capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.articles.listed import either
from generator.articles.naming import Phrase
from generator.articles.reporter import Sentence, Token, token_of
from generator.wordlists import WordLists

HAN = "\u3400-\u9fff"
LEADING = re.compile(
    "(?:但是?|而且?|不过|不過|对此|對此|此外|另外|同时|同時|随后|隨後|之后|其中|因此|所以|于是|於是|然而|最后|最後|据悉|據悉"
    "|当天|當天|当日|昨天|昨日|今天|今日|前天|日前|近日|目前|[上本这]?周[一二三四五六日天]|[0-9]+月[0-9]+日|[0-9]+日|那天|那時|那时)+"
)
CUT = re.compile(
    "在|拒绝|拒絕|对|對|向|于|於|就|从|通过|透過|随后|隨後|当天|當天|当日|昨天|昨日|今天|周[一二三四五六日天]|[0-9]+月|也|还|還|则|則|又|再|曾|已|并|並|同时|同時|日前|近日"
    "|这样|這樣|如此|如是|不|没|沒|未|仍|却|卻|便|笑着|笑著|告诉|告訴|补充|補充|接受|昨晚|今晚|今早|今晨|当晚|當晚|事后|事後|受访|受訪|只|僅|仅|均|亦|予以|当场|當場|当时|當時|一直|随即|隨即|立即|当即|當即"
    "|私下|私底下|一再|反复|反覆|再三|屡次|屢次|坚决|堅決|激动|激動|含泪|含淚|流泪|流淚|气愤|氣憤|愤怒|憤怒|平静|平靜|冷静|冷靜|严肃|嚴肅|郑重|鄭重|诚恳|誠懇|直接|当面|當面|始终|始終|主动|主動|微笑|大声|大聲|小声|小聲|低声|低聲|轻声|輕聲|点头|點頭|摇头|搖頭|曾经|曾經|已经|已經|告诫|接着|接著|继续|繼續|进一步|進一步"
    "|觉得|覺得|感到|显得|顯得|谨慎|謹慎|迅速|及时|及時|紧急|緊急|专门|專門|详细|詳細|简短|簡短|书面|書面|口头|口頭|彻夜|徹夜|整夜|一夜"
    "|站在|坐在|蹲在|躺在|走在|走到|来到|來到|跑到|赶到|趕到|专程|專程|特意|特地|捧着|捧著|指着|指著|拿着|拿著|抱着|抱著"
    "|每天|每日|每周|每週|每晚|平时|平時|常常|经常|經常|有时|有時|干脆|乾脆|索性|连连|連連|边|一边|一邊|连忙|連忙|赶紧|趕緊"
    "|[\u3400-\u9fff](?:[着著]|[过過][来來身头頭])|率先|公开|公開|正式|首次|多次|分别|分別|这时|這時|最后|最後|一脸|一臉|无奈|無奈|回忆|回憶|发文|發文|发表|發表|被|首先|坦|一边|会后|會後|会上|會上|赛后|賽後|课后|課後|午后|午後|傍晚|凌晨"
)
_NOT_SAID = {
    "明": "会會书書", "说": "明法服话不起", "說": "明法服話不起", "道": "路理德歉", "称": "号职为赞",
    "稱": "號職為讚", "写": "字作", "讲": "座台", "问": "题世", "答": "案应复覆卷",
    "言": "人论論权權词詞稿台臺", "念": "头", "论": "家员坛文", "論": "家員壇文"
}  # fmt: skip
_NOUNS = {"说": "小学假传邪", "說": "小學假傳邪", "称": "职名简", "稱": "職名簡", "讲": "演", "講": "演"}  # 小说
SMALL = "也还還则則就却卻便仍只正将將又再都曾已随隨的了着著说說道称稱在对對向"  # no part of a name
#: What people are called by behind their surname: 周奶奶, 段大爷.
CALLED = re.compile("奶奶|爷爷|爺爺|大爷|大爺|大妈|大媽|大姐|大哥|大叔|阿姨|师傅|師傅|太太|婆婆|伯伯|大娘|老师|老師")
_WITHIN = ("中", "里", "裡", "上", "內", "内")
_ADVERBS = "只仅僅也又还還则則却卻便就并並再"
#: How words for what somebody is end.
_CALLINGS = "长長员員师師家人者手官生工民友演客星书書记記授士兵商族户戶主方匠迷管监監理裁席使表总總问問"
#: Words that begin as a surname does: 方面, 庄稼.
_NO_SURNAME = re.compile(
    "方[面案式法向才便言可能的]|池[塘子水边邊]|[庄莊][稼园園]|舒[适適服展]|丘陵|郁[闷悶]|仲裁|饶恕|饒恕"
)
#: What a company is in an affair, before its name: 施工方临溪建工集团.
_PARTY = re.compile(
    "(?:施工|建设|建設|运营|營運|经营|經營|主办|主辦|承办|承辦|开发|開發|承包|供应|供應|投资|投資)(?:方|商|单位|單位)"
    "(?=.{2,20}(?:集团|集團|公司|总局|總局|企业|企業|银行|銀行)\\Z)"
)
DOTTED = re.compile(f"[{HAN}]{{1,8}}(?:[·•‧][{HAN}]{{1,8}})+")


@cache
def any_of(words: frozenset[str]) -> re.Pattern[str]:
    """A pattern of any of these words, the longest first."""
    return re.compile(either(words))


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
            subject = subject_of(token, start, lists) or _before_title(sentence.tokens, place, lists)
            yield token, verb, subject
        elif subject := _introducing(sentence.tokens, place, lists):
            yield token, sentence.tokens[place + 1].text, subject


def _before_title(tokens: Sequence[Token], place: int, lists: WordLists) -> Phrase | None:
    """The subject before the title of what somebody wrote: 评论家许嘉在《晨报》上写道."""
    if place < 2 or tokens[place - 1].text != "》" or not tokens[place].text.startswith(("上", "中", "里", "裡", "一")):
        return None
    first = next((near for near in range(place - 2, -1, -1) if tokens[near].text == "《"), 0)
    return subject_of(tokens[first - 1], len(tokens[first - 1].text), lists) if first else None


def _introducing(tokens: Sequence[Token], place: int, lists: WordLists) -> Phrase | None:
    """Somebody named before a colon, or a comma, and a quotation: 王桂香抹着眼泪，“…”."""
    if place + 2 >= len(tokens) or not tokens[place + 2].is_quote:
        return None
    sign = tokens[place + 1].text
    begins = place == 0 or tokens[place - 1].is_quote or (place == 1 and not tokens[0].is_word)  # 68岁的王桂香
    if sign not in "：:" and not (sign in "，," and begins):
        return None
    subject = subject_of(tokens[place], len(tokens[place].text), lists)
    if subject is None:
        return None
    goes_on = place > 0 and tokens[place - 1].is_quote and sign in "，,"  # “…，”一位老茶客拍着桌面，“…”
    is_told = goes_on and (subject.is_pronoun or subject.text.startswith(tuple(lists.articles)))
    is_named = subject.name and is_name_like(subject.name[0].text, lists)
    return subject if is_named or is_told or subject.text in lists.roles else None


def _is_beside_quote(tokens: Sequence[Token], place: int) -> bool:
    after = tokens[place + 1 : place + 3]
    return bool(place and tokens[place - 1].is_quote) or any(one.is_quote for one in after)


def _reporting(token: Token, lists: WordLists, beside: bool) -> tuple[str, int] | None:
    """The reporting verb of a part between two signs, and where in it the verb begins."""
    relative = token.text.rfind("的")
    for found in any_of(lists.reporting).finditer(token.text):
        verb, rest = found.group(), token.text[found.end() : found.end() + 1]
        if rest and rest in _NOT_SAID.get(verb[-1], ""):
            continue
        if len(verb) == 1 and found.start() and token.text[found.start() - 1] in _NOUNS.get(verb, ""):
            continue
        if found.end() <= relative and any_of(lists.reporting).search(token.text, relative + 1):
            continue  # 一名不愿透露姓名的店主表示
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
        f"在([{HAN}·]{{1,12}}?)看[来來]|(?:根据|根據|据|據|按照?|用)([{HAN}·]{{1,20}}?)(?:分析|介绍|介紹|说|說|称|稱|透露|了解|报道|報道|報導|的话|的話|所说|所說)",
        token.text,
    )
    if found is None:
        return None
    return _phrase(token, *found.span(found.lastindex or 1), lists)


def subject_of(token: Token, end: int, lists: WordLists) -> Phrase | None:
    """The subject before the verb that begins at `end` of a part between signs."""
    start = 0
    if leading := LEADING.match(token.text[:end]):
        start = leading.end()
    cut = CUT.search(token.text, start + 1, end)
    while start < end and token.text[start] in _ADVERBS and not surname_size(token.text, start, lists):
        start += 1  # 只说主席“…”
    if start == end:
        return None
    if cut and cut.group() == "曾" and words_before(token.text, start, cut.start(), lists):
        cut = CUT.search(token.text, cut.end() + 1, end)  # 自救會會長曾國棟則說
    how = CUT.match(token.text, start, end)
    small = how is not None and how.group() in "已曾仍均未没沒不再" and not surname_size(token.text, start, lists)
    if small or (how and how.end() - start > 1):
        return None  # 笑着问, 已启动补充调查
    head = token.text.rfind("的", start, end) + 1
    begins = token.text[start:end].startswith(("在", "于", "於"))
    if head and token.text.startswith(tuple(lists.articles), start):
        cut = CUT.search(token.text, head, end)  # 一位不愿具名的官员
    elif head and head < end and (begins or (cut and cut.start() < head) or _surname_in(token.text, head, end, lists)):
        # 住在河边的张太太
        start = head
        cut = CUT.search(token.text, start + 1, end)
    return _phrase(token, start, cut.start() if cut else end, lists)


def _phrase(token: Token, start: int, end: int, lists: WordLists) -> Phrase | None:
    if party := _PARTY.match(token.text[:end], start):
        start = party.end()
    words = token.text[start:end]
    if len(words) < 5 and words.endswith(_WITHIN):
        return None  # 信中写道
    if not words or (words[0] in "并並也还還则則又" and len(words) < 3) or words in ("有", "称", "但", "而"):
        return None
    whole = part_of(token, start, end)
    if words in lists.pronouns:
        return Phrase((whole,), (), is_pronoun=True)
    pronoun = next((one for one in ("他们", "她们", "他們", "她們", "他", "她") if words.startswith(one)), "")
    if pronoun and words[len(pronoun) : len(pronoun) + 1] != "的":  # 她配文说
        return Phrase((part_of(token, start, start + len(pronoun)),), (), is_pronoun=True)
    name = _name_in(words, lists)
    if name is None:
        return Phrase((whole,), ())
    return Phrase((whole,), (part_of(token, start + name[0], start + name[1]),))


def part_of(token: Token, start: int, end: int) -> Token:
    """A part of a token as one of its own."""
    text = token.text[start:end]
    return token_of(text, token.start + start)


def _name_in(words: str, lists: WordLists) -> tuple[int, int] | None:
    """Where a name stands in a subject: behind the words for the office; 陈老板 is a name with its title."""
    head = words.rfind("的") + 1
    dotted = dotted_name(words, head, lists)
    if words.startswith(("这", "這", "那", "该", "該", "此"), head) and not dotted:
        return None  # 这位发言人; but 该国首席谈判代表卡多克·伦黑尔
    if dotted:
        return dotted
    for called in CALLED.finditer(words, head):
        own = next((size for size in (2, 1) if words[called.start() - size : called.start()] in lists.surnames), 0)
        if own and called.start() - own >= head:
            return called.start() - own, called.end()  # 刘大姐指着围挡
    offices = list(any_of(lists.roles | lists.titles).finditer(words, head))
    if not offices:
        rest = words[head:]
        known = any(rest.endswith(body) for body in lists.bodies) or words.startswith(tuple(lists.articles))
        if known:
            return None
        return _personal(words, head, lists) or ((head, len(words)) if 2 <= len(rest) <= 4 else None)
    last = offices[-1]
    if last.end() < len(words):
        size = len(words) - last.end()
        if words.startswith(tuple(lists.articles)) and not surname_size(words, last.end(), lists):
            return None  # 一位官员私下说
        whole = (last.end(), len(words)) if 2 <= size <= 4 else None
        return _personal(words, last.end(), lists) or whole or sounding(words, last.end(), lists)
    before = offices[-2].end() if len(offices) > 1 else head
    size = last.start() - before
    if size > 3 and surname_size(words, head, lists):
        return _personal(words, head, lists)  # 纪春霞叫住记者：“…”
    if words.startswith(tuple(lists.articles)) or not 1 <= size <= 3:
        return None
    if len(offices) > 1 and size > 1:
        return before, last.start()  # 导师欧阳拾教授
    return (before, last.end()) if size == 1 and (len(offices) == 1 or words[before] in lists.surnames) else None


def is_name_like(name: str, lists: WordLists) -> bool:
    """Whether a name begins with a surname, with what stands before one, or is written by its sound."""
    first = surname_size(name, 0, lists) or (name[0] in "小老阿" and surname_size(name, 1, lists))
    return bool(first) or all(sign in lists.sounds or sign in "·•‧" for sign in name)


def words_before(words: str, start: int, end: int, lists: WordLists) -> bool:
    """Whether a word for an office ends at a place."""
    return any(found.end() == end for found in any_of(lists.roles).finditer(words, start, end))


def _surname_in(words: str, start: int, end: int, lists: WordLists) -> bool:
    """Whether a name with its surname ends a stretch: 终点站附近的上班族丁薇."""
    return _personal(words[start:end], 0, lists) is not None


def dotted_name(words: str, head: int, lists: WordLists) -> tuple[int, int] | None:
    """Where a foreign name with dots stands: the characters that write sounds, behind the words for the office."""
    found = DOTTED.search(words, head)
    if found is None:
        return None
    first = found.group().index(next(sign for sign in found.group() if sign in "·•‧")) + found.start()
    start, end = first, found.end()
    while start > found.start() and words[start - 1] in lists.sounds:
        start -= 1
    roles = (role.end() for role in any_of(lists.roles).finditer(words, found.start(), first))
    start = max((role for role in roles if role < first), default=start if start < first else found.start())
    last = max(words.rfind(dot, first, end) for dot in "·•‧") + 1
    stop = last
    while stop < end and words[stop] in lists.sounds:
        stop += 1
    return (start, stop if stop > last else end) if start < first else (found.start(), end)


def sounding(words: str, start: int, lists: WordLists) -> tuple[int, int] | None:
    """Where a name stands that is written by its sound: 孫女莉穆抱著弟弟."""
    end = start
    while end < len(words) and end < start + 4 and words[end] in lists.sounds:
        end += 1
    return (start, end) if end - start > 1 else None


def surname_size(words: str, start: int, lists: WordLists) -> int:
    """How many characters of a surname stand at a place."""
    if _NO_SURNAME.match(words, start):
        return 0
    return next((size for size in (2, 1) if words[start : start + size] in lists.surnames), 0)


def _personal(words: str, head: int, lists: WordLists) -> tuple[int, int] | None:
    """Where a surname and one or two characters stand, at the start or the end of some words: 村支书罗长庚."""
    if own := surname_size(words, head, lists):
        end = min(head + own + 2, len(words))
        if end - head - own == 2 and (words[end - 1] in SMALL or words[end : end + 1] in ("着", "著")):
            end -= 1
        return (head, end) if end > head + own and len(words) - head > own + 1 else None
    if words[head : head + 1] in ("小", "老", "阿") and surname_size(words, head + 1, lists):
        return head, head + 2  # 司机小梁
    for size in (3, 2):
        start = len(words) - size
        if start > head and words[start - 1] in _CALLINGS and surname_size(words, start, lists):
            return start, len(words)
    return None
