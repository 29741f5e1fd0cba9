"""Noun phrases and names in Arabic, which has no capitals: an office with its adjectives, then the name."""

from __future__ import annotations

from collections.abc import Sequence

from generator.articles.arabic_words import bare_verb, is_calling, is_no_name, is_office, is_second, is_stop, is_to_whom
from generator.articles.reporter import Token
from generator.wordlists import WordLists, gender_of

_JOINS = ("آل", "بن", "ابن", "بنت", "ولد", "أبو", "أم", "أبي", "عبد", "دي")
_BEHIND = ("الدين", "الله", "الإسلام")  # are one with the word before: جمال الدين
_LONGEST = 12  # words of an office
_OVER = frozenset(["المشرف", "المشرفة", "المسؤول", "المسؤولة", "النائب", "النائبة"])  # المسؤول عن الطرق
#: Adjectives behind a name, which are no part of it.
_NO_NAMES = frozenset(
    (
        "البالغ", "البالغة", "المقيم", "المقيمة", "المكلف", "المكلفة", "السابق", "السابقة", "الأسبق", "الحالي",
        "الحالية", "الجديد", "الجديدة", "الراحل", "الراحلة", "المعارض", "المعارضة", "المستقل", "المستقلة",
        "الماضي", "الماضية", "المقبل", "المقبلة", "الجاري", "الجارية", "التالي", "التالية", "الأول", "الأولى",
        "الثاني"
    )
)  # fmt: skip
_ENDS_FIELD = frozenset(
    (
        "إن", "أن", "بأن", "رفض", "طلب", "إلى", "على", "عن", "بعد", "قبل", "خلال", "أمام", "مع", "حول"
    )
)  # fmt: skip
_MANNER = frozenset(
    (
        "صوت", "حزن", "غضب", "أسى", "ابتسامة", "هدوء", "ثقة", "حسرة", "مرارة", "سخرية", "فخر", "قلق", "حماس", "اختصار",
        "اقتضاب", "القول", "أسف", "ألم", "تهكم", "صراحة", "وضوح", "حدة", "حذر", "دهشة", "لهجة", "نبرة", "كلمات", "عبارة"
    )
)  # fmt: skip
#: First names that are words as well: كامل المسؤولية.
_WORDS_TOO = frozenset(
    (
        "كامل", "صالح", "سعيد", "جميل", "شريف", "كريم", "أمل", "وسام", "هدى", "سلام", "فرح", "شام", "وعد",
        "رجاء", "وفاء", "ضياء", "حسن", "منى", "مبارك", "شاكر", "عادل", "طاهر", "صادق", "عامر", "ناجي", "ناصر",
        "حكيم", "فاضل", "ماهر", "غالي", "نادر", "سالم", "هاني", "جمال", "جلال", "كمال", "نجاة", "صلاح", "فضل",
        "نصر", "نجم", "نور", "زين", "بشرى", "صباح", "صفاء", "ولاء", "ملاك", "حنان", "سيف", "فهد", "ليث",
        "بدر", "هلال", "ربيع", "رجب", "رمضان", "شعبان"
    )
)  # fmt: skip
_WITH = frozenset(
    (
        "رحب", "رحبت", "رحّب", "رحّبت", "وعد", "وعدت", "أشاد", "أشادت", "طالب", "طالبت", "ندد", "نددت", "تعهد",
        "تعهدت", "اعترف", "اعترفت", "أقر", "أقرت", "نوه", "نوهت", "اكتفى"
    )
)  # fmt: skip
#: Verbs behind whose subject their object stands.
_WITH_OBJECT = frozenset(
    (
        "وصف", "وصفت", "انتقد", "انتقدت", "هاجم", "هاجمت", "اتهم", "اتهمت", "حمل", "حملت", "حمّل", "حمّلت", "اعتبر",
        "اعتبرت", "عد", "عدت", "عدّ", "عدّت", "رفض", "رفضت", "أيد", "أيدت", "أدان", "أدانت", "استنكر", "استنكرت",
        "ناشد", "ناشدت", "هنأ", "هنأت", "شكر", "شكرت", "دعا", "دعت", "طالب", "طالبت", "سأل", "سألت", "نفى", "نفت",
        "استقبل", "استقبلت", "زار", "زارت", "افتتح", "افتتحت", "يصف", "تصف", "ينتقد", "تنتقد", "يعتبر", "تعتبر",
        "يرفض", "ترفض", "يتهم", "تتهم"
    )
)  # fmt: skip
_PREFIXED = ("في", "ل", "لدى", "من", "عن", "ب", "باسم")
_ONE_OF = ("أحد", "إحدى")


def office_end(tokens: Sequence[Token], start: int, limit: int, lists: WordLists) -> int:
    """Where the words for an office and its adjectives end; `start` where none stands there."""
    place = start
    if start + 1 < limit and tokens[start].lower in _ONE_OF and tokens[start + 1].lower.startswith("ال"):
        end = start + 2
        while end < limit and tokens[end].lower.startswith("ال") and not is_stop(tokens[end].lower, lists):
            end += 1
        return end  # أحد الصيادين, إحدى الطالبات المشاركات
    while place < min(limit, start + _LONGEST) and tokens[place].is_word:
        word = tokens[place].lower
        if _begins_kunya(tokens, place, limit):
            break
        if place > start and word.startswith("ل") and is_to_whom(word):
            break  # وقال المحامي للصحافيين
        if place > start and (_is_object(tokens, place) or begins_given(tokens, start, place, limit, lists)):
            break
        if (
            is_office(word, lists)
            or (place > start and (word in ("باسم", "عام", "عامة", "أول", "ركن", "متقاعد") or word in lists.modifiers))
            or (place > start and word.startswith(("ال", "لل", "وال")) and not is_stop(word, lists))
        ):
            place += 1
        else:
            break
    if place == start or place >= limit:
        return place
    return _past_genitive(tokens, start, place, limit, lists)


def _is_object(tokens: Sequence[Token], place: int) -> bool:
    """Whether a plural behind a definite word is whom the verb means: طمأن محافظ المدينة المتضررين."""
    return tokens[place].lower.endswith("ين") and all(
        one.lower.startswith("ال") for one in tokens[place - 1 : place + 1]
    )


def begins_given(tokens: Sequence[Token], start: int, place: int, limit: int, lists: WordLists) -> bool:
    """Whether a first name that is an office as well follows an office: المؤرخة أمينة الترك."""
    is_behind = tokens[place - 1].lower.startswith("ال") and is_office(tokens[place - 1].lower, lists)
    return is_behind and _is_given(tokens, place, limit, lists)


def _past_genitive(tokens: Sequence[Token], start: int, place: int, limit: int, lists: WordLists) -> int:
    """Where an office ends with the genitive or the field that belongs to it: وزير خارجية ألدورا, خبير في الري."""
    last = tokens[place - 1].lower
    token = tokens[place]
    if not token.is_word or _begins_kunya(tokens, place, limit) or _is_given(tokens, place, limit, lists):
        return place
    ahead = _name_ahead(tokens, place, limit, lists)
    near = next((one for one in range(place, min(place + 5, limit)) if not _is_plain(tokens[one], lists)), limit)
    if not ahead and apposed_name(tokens, near, limit, lists):
        return near  # صاحب أقدم محال السوق، الحاج عبد الغني المصري
    if token.lower in _PREFIXED or (token.lower == "على" and last in _OVER) or token.lower.startswith("لل"):
        comma = next((near for near in range(place, min(place + 6, limit)) if not tokens[near].is_word), limit)
        if not ahead and apposed_name(tokens, comma, limit, lists):
            return comma  # أستاذ الاقتصاد في جامعة الريحان، الدكتور كميل أبو شقرا
        is_field = place + 1 < limit and tokens[place + 1].lower.startswith("ال") and not last.startswith("ال")
        is_long = (
            place + 2 < limit and tokens[place + 2].lower.startswith("ال") and tokens[place + 1].lower in lists.bodies
        )
        if is_long and not is_field and not last.startswith("ال") and token.lower == "في":
            return ahead or place + 3  # مصدر في إدارة المعرض
        return ahead or (place + 2 if is_field else place)  # مسؤول في الوزارة
    is_definite = last.startswith(("ال", "لل")) or last in lists.modifiers or not is_calling(last, lists)
    if is_definite or not _is_plain(token, lists):
        return place
    if ahead:
        return ahead
    end = place
    while end < limit and end < place + 4 and _is_plain(tokens[end], lists):
        end += 1
    return end if end - place < 3 else place + 1


def _is_plain(token: Token, lists: WordLists) -> bool:
    """Whether a word is neither small nor a verb."""
    word = token.lower
    is_small = is_stop(word, lists) or word in lists.negation or bare_verb(word, lists) is not None
    return token.is_word and not is_small


def _is_given(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> bool:
    """Whether a name of two words or more begins with a first name that is known."""
    behind = tokens[place + 1] if place + 1 < limit else None
    if behind is None or not behind.is_word or is_stop(behind.lower, lists) or bare_verb(behind.lower, lists):
        return False
    word = tokens[place].lower
    is_plain = word == "باسم" or word in lists.documents  # المتحدث باسم الحكومة, في بيان رسمي
    return word == "عبد" or (not is_plain and bool(gender_of(word)))


def _name_ahead(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> int:
    """Where a known name or a title begins within a few words; 0 where none does."""
    for near in range(place, min(place + 7, limit - 1)):
        word = tokens[near].lower
        if near == place and word in ("على", "عن") and place and tokens[place - 1].lower in _OVER:
            continue  # النائب عن المنطقة مروان الأشقر
        if not tokens[near].is_word or (bare_verb(word, lists) and not gender_of(word)) or word in _ENDS_FIELD:
            return 0
        if near > place and _is_given(tokens, near, limit, lists):
            return near
        if near > place and word in ("الدكتور", "الدكتورة", "السيد", "السيدة", "المهندس", "المهندسة"):
            return near + 1
    return 0


def apposed_name(tokens: Sequence[Token], comma: int, limit: int, lists: WordLists) -> tuple[int, int] | None:
    """Where a name stands that fills the part behind a comma: وزير الري، يوسف المنذر، …"""
    if comma >= limit or tokens[comma].text not in ("،", ","):
        return None
    start = comma + 1
    while start < limit and tokens[start].lower in lists.titles and not _is_given(tokens, start, limit, lists):
        start += 1
    while comma + 1 < start < limit - 1 and tokens[start].lower.startswith("ال"):
        start += 1  # اللواء المتقاعد رشيد عساف
    if start >= limit or (is_office(tokens[start].lower, lists) and not _is_given(tokens, start, limit, lists)):
        return None
    end = name_end(tokens, start, limit, lists)
    ends = end >= len(tokens) or tokens[end].text in ("،", ",", ":", ".") or tokens[end].is_quote
    sure = _is_given(tokens, start, limit, lists) or start > comma + 1
    if end - start == 1 and end < limit and tokens[end].text == "،" and gender_of(tokens[start].lower):
        return start, end  # أما ابنه الأكبر، سفيان، فيرى
    is_name = end - start >= 2 and (sure or not bare_verb(tokens[start].lower, lists))
    return (start, end) if is_name and (ends or sure) else None


def _begins_kunya(tokens: Sequence[Token], place: int, limit: int) -> bool:
    """Whether a name begins that calls somebody father or mother of a child: أم ناصر, but أم الطفل."""
    is_parent = tokens[place].lower in ("أم", "أبو") and place + 1 < limit
    return is_parent and tokens[place + 1].is_word and not tokens[place + 1].lower.startswith("ال")


def name_end(tokens: Sequence[Token], start: int, limit: int, lists: WordLists) -> int:
    """Where a name of one to four words that begins at `start` ends; `start` where none does."""
    place, parts = start, 0
    if start and start + 1 < limit and _is_verb_behind(tokens, start):
        return start  # أن الوزارة تتابع الملف
    if start < limit and (is_held(tokens, start, lists) or is_no_name(tokens[start].lower, lists)):
        return start  # رحب الأمين العام بنتائج الجولة
    while place < limit and place - start < 7 and tokens[place].is_word:
        word = tokens[place].lower
        if is_stop(word, lists) or (bare_verb(word, lists) and place > start and not gender_of(word)):
            break
        joined = place > start and (word in _JOINS[:6] or word in _BEHIND or tokens[place - 1].lower in _JOINS)
        if not joined:
            is_other = _is_next_office(tokens, start, place, lists)
            if parts == 1 and (is_other or not is_second(word, tokens[place - 1].lower)):
                break
            if parts > 1 and not _is_third(tokens, start, place, lists):
                break
            parts += 1
        parts += place > start and tokens[place - 1].lower in ("بن", "بنت", "ولد")
        place += 1
    return place


def _is_verb_behind(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word behind a definite one is a verb of the present with its object."""
    word = tokens[place].lower
    is_present = word[0] in "تي" and len(word) > 3 and not gender_of(word)
    both = (tokens[place - 1].lower, tokens[place + 1].lower)
    return is_present and all(one.startswith("ال") for one in both)


def _is_next_office(tokens: Sequence[Token], start: int, place: int, lists: WordLists) -> bool:
    """Whether an office stands behind a single word that is no first name; but يوسف النقيب."""
    return is_office(tokens[place].lower, lists) and not gender_of(tokens[start].lower)


def begins_name(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> bool:
    """Whether a first name that is no other word as well stands before a family name: وتقف هناء الصباغ."""
    word = tokens[place].lower
    behind = tokens[place + 1].lower if place + 1 < limit else ""
    is_family = behind.startswith("ال") or behind in _JOINS
    return is_family and word not in _WORDS_TOO and _is_given(tokens, place, limit, lists)


def is_held(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether a word is one with the preposition that a verb before it asks for: رحب الأمين العام بنتائج الجولة."""
    word = tokens[place].lower
    if not word.startswith("ب") or len(word) < 4 or gender_of(word):
        return False
    if word[1:] in _MANNER and place and bare_verb(tokens[place - 1].lower, lists):
        return True  # وتقول بصوت خافت
    return any(one.lower.removeprefix("و") in _WITH for one in tokens[max(0, place - 6) : place])


def somebody_near(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> int:
    """Where somebody stands right behind a verb that begins a clause: لا تخفي المستأجرة نبيهة قلقها; else `place`."""
    place += place < limit and tokens[place].lower in lists.negation  # لم يجد حارس المرمى
    for near in range(place, min(place + 3, limit)):
        word, verb = tokens[near].lower, tokens[place].lower
        if not tokens[near].is_word or word in lists.prepositions:
            return place
        is_next = near == place + 1 and not (is_office(verb, lists) or is_stop(verb, lists))  # حمّل مدرب الأمواج الحكم
        is_one = (word.startswith("ال") or is_next) and is_office(word, lists)
        if near > place and (is_one or _is_given(tokens, near, limit, lists)):
            return near
    return place


def acts(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> bool:
    """Whether a word is a verb of the present before a name: تنتظر أم حسين."""
    if not tokens[place].lower.startswith(("ت", "ي")) or gender_of(tokens[place].lower) or place + 1 >= limit:
        return False
    return _begins_kunya(tokens, place + 1, limit) or _is_given(tokens, place + 1, limit, lists)


def _is_told_of(tokens: Sequence[Token], start: int, place: int, lists: WordLists) -> bool:
    """Whether a word behind a name is the object of the verb before it: انتقد زياد مكحول القرار."""
    behind = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    acts = any(one.lower.removeprefix("و") in _WITH_OBJECT for one in tokens[max(0, start - 7) : start])
    first = tokens[0].lower.removeprefix("و")
    tells = bare_verb(first, lists) or is_office(first, lists) or is_stop(first, lists) or first.startswith("ال")
    acts |= 0 < start < 6 and not tells and len(first) > 3 and not gender_of(first)  # قدمت النائبة رنا عون التعديل
    return acts or behind.startswith("بأن") or behind == "بـ"


def _is_third(tokens: Sequence[Token], start: int, place: int, lists: WordLists) -> bool:
    """Whether a word can be the last of three parts of a name: نبيل عبد الستار الخياط."""
    word, before = tokens[place].lower, tokens[place - 1].lower
    if any(one.lower in ("بن", "بنت") for one in tokens[start:place]):
        return False
    is_compound = before in _BEHIND or tokens[place - 2].lower == "عبد"
    is_family = word.startswith("ال") and word not in _NO_NAMES and (is_compound or not is_office(word, lists))
    if not is_compound and (word.endswith("ة") or _is_told_of(tokens, start, place, lists)):
        return False  # وصف الوزير فادي نعمة الموازنة بأنها
    if word.endswith(("ين", "ات", "ون")):
        return False  # رولا عبد المسيح الطرفين
    return is_family and place - start < 5 and (is_compound or not before.startswith("ال"))
