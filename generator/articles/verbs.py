"""Reporting verbs in a sentence: whether a word is one in its place, and what its form tells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator.articles.arabic_words import bare_verb
from generator.articles.callings import is_role
from generator.articles.interruptions import inverted_verb, looks_like_verb
from generator.articles.naming import Phrase
from generator.articles.phrases import starts_phrase
from generator.articles.reporter import Token
from generator.articles.slavic import SLAVIC, follows_quotation
from generator.wordlists import WordLists, words_of

_BEFORE_NOUNS = frozenset(["to", "of", "in", "with", "for", "no", "any", "on", "at", "by", "from"])


_BEFORE_ARABIC_NOUNS = frozenset(["عدم", "دون", "بدون", "بلا", "رفض", "رفضت", "طلب", "طلبت"])
_NEVER = frozenset(["لم", "لا", "لن", "ولم", "ولن", "ولا", "فلم", "ما"])
_ENDINGS = {
    "de": ("t", "te", "ten"),
    "fr": ("e", "ait", "ent"),
    "es": ("ó", "a", "e", "ía", "aba", "an", "en", "aron", "eron"),
}
#: Languages in which a word that no list knows is seen to report, by its form or its place.
GUESSED = ("ar", *_ENDINGS, *SLAVIC)
_PARTICIPLE = ("é", "i", "u", "it", "is")
_GERUND = ("ing",)
#: Verbs that call something so: branded the charge “a tax on hedges”.
_NAMING = frozenset(["branded", "brands", "labelled", "labeled", "labels", "dubbed", "dubs", "judged", "mocked"])
_DETERMINERS = frozenset(["the", "a", "an", "this", "that", "his", "her", "their", "its"])


_HEARING = frozenset(["told", "informed", "warned", "advised", "assured", "reminded", "notified"])
_CLITICS = ("-t-il", "-t-elle", "-il", "-elle", "-ils", "-elles", "-t-on", "-on")


#: How verbs end with which the writer tells of himself, and in Spanish the few with which he does: спрашиваю.
_OWN_ENDINGS = {"ru": ("ю", "юсь", "ем", "емся"), "uk": ("ю", "юся", "жу", "ємо", "ємося", "имо", "имося")}
_OWN_VERBS = frozenset(["pregunto", "preguntamos", "insisto", "respondo", "contesto", "digo", "comento", "decimos"])


#: Stands for the verb of a clause that tells of words and not whose they are: was accused of “…”
UNTOLD = ""
_READS = frozenset(["read", "reads", "reading", "says", "said", "saying"])


@cache
def known_verbs(lang: str) -> frozenset[str]:
    """The words that report, and the first words of what attributes in more than one: according to, went on."""
    lists = words_of(lang)
    several = lists.according | {verb for verb in lists.reporting if " " in verb}
    behind = {"zufolge"} if lang == "de" else set()
    return lists.reporting | behind | {words.split()[0] for words in several}


def may_report(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """A cheap look at a word that no list knows, in the languages of `GUESSED`: most do not."""
    word = tokens[place].lower
    if lists.lang == "ar" or (lists.lang == "fr" and ("-" in word or "'" in word)):
        return True
    return is_any_verb(tokens, place, lists)


def reporting_verb(word: str, lists: WordLists) -> str | None:
    """The reporting verb that a word is, without the pronoun that hangs on it."""
    if word in lists.reporting:
        return word
    if lists.lang == "ar":
        return bare_verb(word, lists)
    if lists.lang == "fr":
        for clitic in _CLITICS:
            bare = word.removesuffix(clitic)
            if bare != word and (bare in lists.reporting or bare.removeprefix("s'") in lists.reporting):
                return bare.removeprefix("s'")
        if word.startswith("s'") and word[2:] in lists.reporting:
            return word[2:]
        return inverted_verb(word, lists)
    return None


def is_any_verb(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether a word that no list knows reports by its place: «…», — ворчит сторож."""
    if lists.lang in _ENDINGS:
        return _is_verb_by_place(tokens, place, lists)
    if lists.lang not in SLAVIC or not follows_quotation(tokens, place):
        return False
    return looks_like_verb(tokens[place].lower, lists.lang) and not is_role(tokens[place].lower, lists)


def _is_verb_by_place(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether an unknown verb stands between a quotation and its subject: « … », a justifié le préfet."""
    helped = lists.lang == "fr" and tokens[place - 1].lower in ("a", "ont", "avait")
    sign = place - 2 if helped else place - 1
    if sign < 1 or tokens[sign].text != "," or not tokens[sign - 1].is_quote:
        return False
    word = tokens[place].lower
    if tokens[place].is_capital or len(word) < 4 or not word.endswith(_PARTICIPLE if helped else _ENDINGS[lists.lang]):
        return False
    small = (lists.common, lists.stops, lists.prepositions, lists.articles, lists.auxiliary, lists.being, lists.having)
    return not any(word in words for words in (*small, lists.modal, lists.negation, lists.roles, lists.contrast))


def phrasal_verb(tokens: Sequence[Token], place: int, lists: WordLists) -> str | None:
    """A verb of two words: went on, put it."""
    words = " ".join(token.lower for token in tokens[place : place + 2])
    return words if " " in words and words in lists.reporting else None


def needs_quote(verb: str, lists: WordLists) -> bool:
    """Whether a verb reports beside a quotation only."""
    return verb in lists.weak or (lists.lang == "fr" and verb not in lists.reporting)


def is_beside_quote(tokens: Sequence[Token], place: int) -> bool:
    """Whether the verb leads into a quotation, or follows one with its subject."""
    names = tokens[place].lower in _NAMING and tokens[place + 1 : place + 2] and tokens[place + 1].lower in _DETERMINERS
    for near, token in enumerate(tokens[place + 1 : place + (6 if names else 4)]):
        if token.is_quote:
            return True
        if token.is_word and near and not names:
            break
    if any(token.is_quote for token in tokens[max(0, place - 5) : place]):
        return True
    if any(token.is_word for token in tokens[place + 1 : place + 2]):
        return False
    before = next((one for one in reversed(tokens[max(0, place - 9) : place]) if not one.is_word), None)
    return before is not None and before.is_quote  # “Liar!” a man in the back of the room shouted.


def tells_of_writer(verb: str, lists: WordLists) -> bool:
    """Whether a verb has a form in which only the writer speaks, be he named beside it or not: — спрашиваю я."""
    if lists.lang == "es":
        return verb in _OWN_VERBS
    return lists.lang in _OWN_ENDINGS and verb.endswith(_OWN_ENDINGS[lists.lang]) and verb in lists.reporting


def leads_to_quote(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether an English participle leads right into a quotation: was accused of running trains “…”."""
    hears = tokens[place].lower in _HEARING  # Residents were told that the road would be “…”
    for token in tokens[place + 1 : place + (16 if hears else 9)]:
        if token.is_quote:
            return lists.lang == "en" and tokens[place].lower not in lists.asking
        if not token.is_word or token.lower in lists.stops - ({"as", "like", "that"} if hears else {"as", "like"}):
            return False
    return False


_MESSAGES = frozenset(
    ["message", "text", "email", "e-mail", "note", "letter", "tweet", "post", "telegram", "statement"]
)
_SENDS = frozenset(
    ("sent", "sends", "wrote", "writes", "posted", "emailed", "left", "issued", "released", "tweeted", "texted")
)


def written_in(tokens: Sequence[Token], place: int, lists: WordLists) -> Phrase | None:
    """What an English text tells to stand in something written: posters that read “…”, a sign saying “…”."""
    if lists.lang != "en" or tokens[place].lower not in _READS or place < 2 or place + 1 >= len(tokens):
        return None
    noun = place - 2 if tokens[place - 1].lower in ("that", "which") else place - 1
    word = tokens[noun].lower
    relates = noun < place - 1 or tokens[place].lower in ("reading", "saying")
    is_written = word in lists.documents or word.removesuffix("s") in lists.documents
    if not (relates and is_written and is_beside_quote(tokens, place)) or _is_sent(tokens, noun, lists):
        return None
    begin = noun  # a sheet of paper that says
    if noun > 2 and tokens[noun - 1].lower == "of" and tokens[noun - 3].lower in lists.articles:
        begin = noun - 3
    return Phrase(tuple(tokens[begin : noun + 1]), ())


def _is_sent(tokens: Sequence[Token], noun: int, lists: WordLists) -> bool:
    """Whether a sentence tells who sends what is written: He later sent a text message which read “…”"""
    near = (tokens[at].lower for at in range(max(0, noun - 4), noun))
    return tokens[noun].lower in _MESSAGES and any(word in _SENDS for word in near)


def is_noun(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> bool:
    """Whether a word that can report is a noun or an adjective here: a report, the alleged plan."""
    before = tokens[place - 1] if place > 0 else None
    if lists.lang == "en":
        return _is_english_noun(tokens, low, place, lists)
    if before is None or before.is_quote:
        return False
    if lists.lang == "de":
        return tokens[place].is_capital and place > low
    if lists.lang == "ar" and before.lower in _BEFORE_ARABIC_NOUNS:
        return True  # عدم ذكر اسمه
    if lists.lang == "ar" and tokens[place].lower == "عقب":  # behind; but عقب على القرار
        return not (place + 1 < len(tokens) and tokens[place + 1].lower in ("على", "عليه", "عليها"))
    if lists.lang == "ar" and before.lower in _NEVER and not (before.lower == "لا" and is_beside_quote(tokens, place)):
        return True  # لم يسأل عنهم
    if lists.lang == "fr" and before.lower in lists.definite:
        return tokens[place].lower in lists.nouns  # le communiqué, but: l'a dit
    return before.lower in lists.articles and not (before.lower in lists.pronouns or lists.lang in ("ar", "ru", "uk"))


def _is_english_noun(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> bool:
    word = tokens[place].lower
    before = tokens[place - 1] if place > 0 else None
    if before is not None and before.is_capital and tokens[place].is_capital and place - 1 > low:
        return True  # the United States
    if before is not None and before.is_word:
        if before.lower in lists.articles or before.lower in _BEFORE_NOUNS:
            alone = ("one", "another", "some", "many", "both", "all", "several", "two")
            if before.lower == "by" and word.endswith("ing"):
                return False
            return word in lists.nouns or before.lower not in alone
        if before.lower.endswith(("'s", "s'")):
            return True
    if word not in lists.nouns:
        return False
    if before is None or before.is_quote:
        return not (before and place + 1 < len(tokens) and starts_phrase(tokens[place + 1], lists))
    return not (
        before.lower in lists.pronouns
        or before.is_capital
        or before.text in ",)"
        or before.lower in lists.roles
        or before.lower in lists.bodies
        or before.lower in lists.documents
        or before.lower in lists.auxiliary
        or before.lower.endswith("s")
    )


def is_passive(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> bool:
    """Whether a participle tells what was done to its subject: was described, is expected."""
    word = tokens[place].lower
    if lists.lang == "en" and word.endswith(_GERUND):
        return False
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if behind and behind.lower in lists.by and place and tokens[place - 1].text == "," and lists.lang == "en":
        return True  # Wren, described by a colleague as …
    near = place - 1
    while near >= low and (tokens[near].lower in lists.auxiliary or tokens[near].lower.endswith("ly")):
        if tokens[near].lower in lists.being and lists.lang == "en" and tokens[near].lower != word:
            return True
        near -= 1
    return False


def gender_told(verb: str, lists: WordLists) -> str:
    """What the form of a verb tells of its subject."""
    if lists.lang in ("ru", "uk"):
        if verb.endswith(("ла", "лась", "лася")):
            return "f"
        if verb.endswith(("ли", "лись", "лися", "ют", "ат", "ят", "ут", "ють", "ать", "ять", "уть")):
            return "p"
        if verb.endswith(("л", "лся", "в", "вся")):
            return "m"
    if lists.lang == "ar":
        bare = verb.removeprefix("و")
        if bare in ("لفت", "أثبت", "التفت", "سكت"):
            return "m"  # their last letter is of the root
        if bare.endswith("ة"):
            return "f"  # مشيرة
        is_present = bare.startswith("ت") and f"ي{bare[1:]}" in lists.reporting  # تقول, but تابع is past
        if verb.endswith("ت") or is_present:
            return "f"
        return "p" if verb.endswith(("وا", "ون")) else "m"
    return ""
