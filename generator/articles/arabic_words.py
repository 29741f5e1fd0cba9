"""Arabic words one by one: verbs and offices with what hangs on them, and what is no name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from generator.articles.reporter import Token
from generator.wordlists import WordLists, gender_of, words_of

#: How a woman says something.
_MANNER = frozenset(["ضاحكة", "باكية", "غاضبة", "ساخرة", "مازحة", "حازمة", "حائرة", "صارخة", "هامسة", "جازمة", "آسفة"])
#: Words that tell when.
TIMES = frozenset(["الأسبوع", "الشهر", "السنة", "الليلة", "صباح", "مساء", "ظهر", "فجر", "الصباح", "المساء"])
_SUFFIXES = ("هما", "هم", "هن", "ها", "ه", "نا", "ني", "ي")
_DEMONSTRATIVE = frozenset(["ذلك", "هذا", "هذه", "تلك", "وذلك", "كذلك"])
_HELD = ("ل", "ب", "من", "عن", "علي", "إلي", "في", "مع", "لدي", "عند", "بين", "حول", "أمام", "ضد")
#: A preposition with the pronoun that hangs on it, which is no subject: عنهم
_HANGING = frozenset(held + suffix for held in _HELD for suffix in _SUFFIXES) - {"علي"}


def bare_verb(word: str, lists: WordLists) -> str | None:
    """A reporting verb without the pronoun that hangs on it: سألها."""
    if word in lists.reporting:
        return word
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) > 2 and stem in lists.reporting:
            return stem
    return None


_LONE = frozenset(["بـ", "لـ", "كـ", "فـ", "وبـ"])  # prepositions that a quotation follows
_AGENCIES = frozenset(
    [
        "رويترز",
        "فرانس",
        "وكالة",
        "أسوشيتد",
        "أسوشييتد",
        "بي",
        "سي",
        "صحيفة",
        "قناة",
        "إذاعة",
        "موقع",
        "تلفزيون",
        "برنامج",
    ]
)


def is_office(word: str, lists: WordLists) -> bool:
    """Whether a word says what somebody or something is, with an article or a possessive or without."""
    known = _offices(lists.lang)
    forms = [word, word.removeprefix("ال"), word.removeprefix("و"), word.removeprefix("و").removeprefix("ال")]
    forms += [
        word.removesuffix(suffix)
        for suffix in _SUFFIXES
        if word.endswith(suffix) and len(word) > len(suffix) + 2 and not (suffix == "ي" and gender_of(word))  # ناجي
    ]
    forms += [form[:-1] + "ة" for form in forms[4:] if form.endswith("ت")]  # زوجته
    return any(form in known or form.removesuffix("ة") in known for form in forms)


def is_calling(word: str, lists: WordLists) -> bool:
    """Whether a word with no article and no possessive says what somebody or something is."""
    known = _offices(lists.lang)
    return word in known or word.removesuffix("ة") in known or word.removeprefix("و") in known


@cache
def _offices(lang: str) -> frozenset[str]:
    """The words that say what somebody or something is, titles among them."""
    lists = words_of(lang)
    return lists.roles | lists.titles | lists.bodies


def bare_offices(word: str) -> Iterator[str]:
    """A word for an office without what hangs on it: ناشرها, الناشر -> ناشر."""
    bare = word.removeprefix("و").removeprefix("ال")
    yield bare
    for suffix in _SUFFIXES:
        stem = bare.removesuffix(suffix)
        if stem != bare and len(stem) > 2:
            yield stem
            if stem.endswith("ت"):
                yield stem[:-1] + "ة"  # محاميتها


def is_hanging(word: str) -> bool:
    """Whether a word is a preposition with its pronoun: عنهم."""
    return word.removeprefix("و") in _HANGING or word in ("إياه", "إياها", "إياهم", "إياهن")


def points_at_nothing(tokens: Sequence[Token], place: int) -> bool:
    """Whether a demonstrative stands by itself: نفت ذلك, but قال هذا الوزير."""
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    return tokens[place].lower in _DEMONSTRATIVE and not (behind and behind.lower.startswith("ال"))


def is_to_whom(word: str) -> bool:
    """Whether a word tells to whom somebody spoke: للصحافيين, لرويترز; but الأمين العام للأمم المتحدة."""
    return (word.startswith("لل") and len(word) > 6 and word.endswith("ين")) or word[1:] in _AGENCIES


def _is_many(word: str) -> bool:
    """Whether a word is a plural with its article, and no family name: المتضررين, اللحظات; but الزين."""
    return len(word) > 6 and word.startswith("ال") and word.endswith(("ات", "ين")) and not gender_of(word[2:])


#: Particles that lead into a clause: فإن ثلث الطلاب.
_LEADING = frozenset(
    ["فإن", "فإنه", "فإنها", "وإن", "إن", "إنه", "إنها", "أن", "أنه", "أنها", "بأن", "بأنه", "بأنها", "كأن"]
)


#: Names whose last letter is no pronoun.
_NAMES_IN_HA = frozenset(["نزيه", "وجيه", "نبيه", "عبده", "فقيه", "شبيه", "أبوه"])


def is_no_name(word: str, lists: WordLists) -> bool:
    """Whether a word tells how something is said, and begins no name: ضاحكا, مبتسما."""
    tells_how = len(word) > 4 and word.endswith(("ا", "اً", "ًا")) and (word[0] == "م" or word[1] == "ا")
    tells_how = tells_how or word in _MANNER
    told_to = word.startswith("ل") and (word[1:] in lists.bodies | lists.roles or is_to_whom(word))  # وقال لوكالة
    if told_to or (len(word) > 4 and word.endswith(("ها", "هم"))):
        return True
    if len(word) > 3 and word.endswith("ه") and word not in _NAMES_IN_HA and not gender_of(word):
        return not is_office(word, lists)  # ختم كلمته, أبدى تفاؤله
    return (
        word in lists.negation
        or word in _LONE
        or word in _LEADING
        or _is_many(word)
        or (tells_how and not gender_of(word) and not is_office(word, lists))
    )


def begins_with_verb(tokens: Sequence[Token], lists: WordLists) -> bool:
    """Whether a sentence begins with and, and its verb: وأنكر الشهابي التهمة; but والرجل, وهو."""
    word = tokens[0].lower
    bare = word.removeprefix("و").removeprefix("ف")
    small = (lists.stops, lists.prepositions, lists.common, lists.auxiliary)
    if bare == word or len(bare) < 3 or bare.startswith("ال") or is_hanging(bare):
        return False
    if any(one in words for words in small for one in (word, bare)):
        return False
    return not (gender_of(word) or is_office(word, lists) or bare in lists.pronouns or bare in lists.according)


def is_second(word: str, before: str) -> bool:
    """Whether a word can be the second of a name, and no adjective that tells how it was said."""
    is_participle = word[0] == "م" or (word[1:2] == "ا" and word.endswith("ة"))  # مبتسمين, ضاحكة
    if gender_of(before) and word.endswith(("ة", "ين")) and not is_participle:
        return True  # عماد شاهين
    if word in _LONE or (word.startswith("ل") and len(word) > 4 and word.endswith(("نا", "ها", "هم", "ه"))):
        return False  # قال الشامي لصحيفتنا
    if word.endswith(("ها", "هم")) and len(word) > 4:
        return False  # لا تخفي نبيهة قلقها
    if _is_many(word):
        return False  # يروي أبو سليم اللحظات الأولى
    tells_how = len(word) > 4 and word.endswith("ا") and word[1] == "ا"  # ضاحكا
    is_many = word.endswith(("اً", "ًا", "ة", "ين")) and len(word) > 4
    return word.startswith("ال") or not (tells_how or is_many)


def is_stop(word: str, lists: WordLists) -> bool:
    """Whether no name goes on over a word."""
    return (
        word in lists.stops
        or word in lists.question
        or word in lists.negation
        or (len(word) > 3 and word.removeprefix("و") in lists.stops)
        or word in TIMES
        or is_hanging(word)
        or word in lists.prepositions
        or word in lists.common
        or word in lists.auxiliary
        or word in lists.weekdays
        or word in lists.months
        or word.startswith(("بأن", "بال"))
    )
