"""Ways in which a true quotation becomes a false or a misleading one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from generator.articles.words import is_unspaced, words

#: What negates, softens, counts and names in each language, for putting in.
NOT = {"en": "not", "de": "nicht", "fr": "pas", "es": "no", "ru": "не", "uk": "не", "zh": "不", "ar": "لا"}
HEDGE = {
    "en": "perhaps", "de": "vielleicht", "fr": "peut-être", "es": "quizás",
    "ru": "возможно", "uk": "можливо", "zh": "也许", "ar": "ربما",
}  # fmt: skip
NEGATIONS = {
    "en": r"\b(?:not|never|no|nothing|nobody|none|cannot)\b|n['’]t\b",
    "de": r"\b(?:nicht|nie|kein\w*|nichts|niemand)\b",
    "fr": r"\b(?:ne|n['’]|pas|jamais|rien|aucune?)(?:\b|(?<=['’]))",
    "es": r"\b(?:no|nunca|nada|nadie)\b",
    "ru": r"\b(?:не|ни|нет|никогда|ничего)\b",
    "uk": r"\b(?:не|ні|немає|ніколи|нічого)\b",
    "zh": r"不|没有|没|未",
    "ar": r"(?<!\w)(?:لا|لم|لن|ليس|ليست)(?!\w)",
}
MONTHS = r"\b(?:January|February|March|April|June|July|August|September|October|November|December|\w+day)\b"
Mutation = Callable[[str, str], Iterator[str]]


def tokens(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


def between(text: str) -> list[int]:
    """The offsets at which words begin, the first one left out."""
    return [start for start, _ in words(text)][1:]


def put(text: str, at: int, word: str) -> str:
    return f"{text[:at]}{word}{text[at:]}" if is_unspaced(text) else f"{text[:at]}{word} {text[at:]}"


def negation_in(text: str, lang: str) -> Iterator[str]:
    """A negation before each word but the first."""
    yield from (put(text, at, NOT[lang]) for at in between(text))


def negation_out(text: str, lang: str) -> Iterator[str]:
    """Each negation taken out."""
    for found in re.finditer(NEGATIONS[lang], text):
        rest = text[: found.start()] + text[found.end() :]
        yield re.sub(r"  +", " ", rest).strip()


def hedge_in(text: str, lang: str) -> Iterator[str]:
    yield from (put(text, at, HEDGE[lang]) for at in between(text)[::3])


def number_changed(text: str, lang: str) -> Iterator[str]:
    """Each digit raised by one; 3 million for 3 billion."""
    for found in re.finditer(r"\d", text):
        yield text[: found.start()] + str((int(found[0]) + 1) % 10) + text[found.end() :]
    for one, other in (("million", "billion"), ("billion", "million"), ("two", "three"), ("hundred", "thousand")):
        if re.search(rf"\b{one}\b", text):
            yield re.sub(rf"\b{one}\b", other, text, count=1)


def name_changed(text: str, lang: str) -> Iterator[str]:
    """Each word with a capital inside a sentence gets another ending."""
    for found in re.finditer(r"(?<=[a-zа-яіїє,] )[A-ZА-ЯІЇЄ][\w’'-]{2,}", text):
        yield text[: found.start()] + "Brandovar" + text[found.end() :]


def date_changed(text: str, lang: str) -> Iterator[str]:
    for found in re.finditer(MONTHS, text):
        other = "Friday" if found[0].endswith("day") and found[0] != "Friday" else "May"
        yield text[: found.start()] + other + text[found.end() :]


def words_swapped(text: str, lang: str) -> Iterator[str]:
    """Each two neighbours change places."""
    spans = words(text)
    for (a, b), (c, d) in pairwise(spans):
        if text[a:b].lower() != text[c:d].lower():
            yield text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def word_dropped(text: str, lang: str) -> Iterator[str]:
    """Each word inside is left out."""
    spans = words(text)
    for (start, _), (after, _) in list(pairwise(spans))[2:]:
        yield text[:start] + text[after:]


def word_doubled(text: str, lang: str) -> Iterator[str]:
    spans = words(text)
    for start, end in spans[1:-1]:
        gap = "" if is_unspaced(text) else " "
        yield text[:end] + gap + text[start:end] + text[end:]


def letter_changed(text: str, lang: str) -> Iterator[str]:
    """The last letter of each longer word: guarantees, guaranteed."""
    for start, end in words(text)[::2]:
        if end - start > 3 and text[end - 1].isalpha():
            yield text[: end - 1] + ("x" if text[end - 1] != "x" else "z") + text[end:]


def look_alike(text: str, lang: str) -> Iterator[str]:
    """A letter of another script that looks the same."""
    table = {"a": "а", "e": "е", "o": "о", "c": "с", "а": "a", "е": "e", "о": "o", "с": "c"}
    for found in list(re.finditer("[aeocаеос]", text))[:6]:
        yield text[: found.start()] + table[found[0]] + text[found.end() :]


def capital_inside(text: str, lang: str) -> Iterator[str]:
    """Case inside is never free: us and US, may and May."""
    for start, end in words(text)[1::3]:
        word = text[start:end]
        if word.swapcase() != word and len(word) > 1:
            yield text[:start] + word.swapcase() + text[end:]


def sentence_end_changed(text: str, lang: str) -> Iterator[str]:
    """A question becomes a statement, a statement a question."""
    stripped = text.rstrip()
    if stripped[-1:] in "?!":
        yield stripped[:-1] + "."
    else:
        yield stripped.rstrip(".,") + "?"
        yield stripped.rstrip(".,") + "!"
    for found in list(re.finditer(r"[?!](?= \w)", text)):
        yield text[: found.start()] + "." + text[found.end() :]


def comma_moved(text: str, lang: str) -> Iterator[str]:
    """A comma put in between two words, or one taken out."""
    spans = words(text)
    for (_, b), (c, _) in list(pairwise(spans))[::3]:
        if text[b:c] == " ":
            yield text[:b] + "," + text[b:]
        elif text[b:c] == ", ":
            yield text[:b] + " " + text[c:]


def sentences(text: str) -> Sequence[str]:
    return [part for part in re.split(r"(?<=[.?!])\s+(?=[^\W\d_])|(?<=[。？！])", text) if re.search(r"\w", part)]


def reversed_order(text: str, lang: str) -> Iterator[str]:
    """Two sentences change places, with an ellipsis and without."""
    parts = sentences(text)
    gap = "" if is_unspaced(text) else " "
    for one, other in pairwise(parts):
        if one.strip().lower() != other.strip().lower():
            yield f"{other.strip()}{gap}{one.strip()}"
            yield f"{other.strip()} … {one.strip()}"


def clause_cut(text: str, lang: str) -> Iterator[str]:
    """Words between two commas, or a sentence in the middle, left out without a sign."""
    for found in re.finditer(r"[,，] ?[^,，.。?!]+?(?=[,，])", text):
        left = text[: found.start()] + text[found.end() :]
        if left.casefold() not in text.casefold():  # He’s gone, he’s gone, …: said so as well
            yield left
    parts = sentences(text)
    gap = "" if is_unspaced(text) else " "
    for index in range(1, len(parts) - 1):
        yield gap.join(part.strip() for part in (*parts[:index], *parts[index + 1 :]))


def bracket_hides_negation(text: str, lang: str) -> Iterator[str]:
    """A negation replaced in brackets by a word that looks harmless."""
    for found in re.finditer(NEGATIONS[lang], text):
        word = re.search(r"[\w'’]*\Z", text[: found.start()])
        start = word.start() if word and word[0] and found[0][:1] in "n" and "t" in found[0] else found.start()
        yield f"{text[:start]}[{'会谈' if lang == 'zh' else 'really'}]{text[found.end() :]}"


def bracket_puts_in(text: str, lang: str) -> Iterator[str]:
    """A negation, a number, a hedge put in with brackets."""
    for at in between(text)[1::4]:
        for word in (NOT[lang], HEDGE[lang], "5"):
            yield put(text, at, f"[{word}]")


def bracket_replaces_weighty(text: str, lang: str) -> Iterator[str]:
    """A number of the source replaced."""
    for found in re.finditer(r"(?<![\w.,])\d+(?![\w.,%])", text):
        yield f"{text[: found.start()]}[many]{text[found.end() :]}"


#: Words at which a cut misleads, by the word lists of nobody but this file.
TURNS = {
    "en": r"but|unless|if|except|however|although|until|perhaps|maybe",
    "de": r"aber|wenn|falls|außer|sondern|jedoch|obwohl|vielleicht",
    "fr": r"mais|sauf|si|cependant|pourtant|peut-être|à condition",
    "es": r"pero|si|salvo|excepto|aunque|quizás|sino",
    "ru": r"но|если|однако|хотя|кроме|возможно",
    "uk": r"але|якщо|однак|хоча|крім|можливо",
    "zh": r"但是|但|如果|除非|不过|然而|也许|可能",
    "ar": r"لكن|لكننا|إذا|إلا|ربما",
}


def cut_before_a_turn(text: str, lang: str) -> Iterator[str]:
    """Cut before “but”, “if”, “unless”, “perhaps” inside a sentence."""
    word = TURNS[lang] if lang == "zh" else rf"(?<!\w)(?:{TURNS[lang]})(?!\w)"
    for found in re.finditer(word, text):
        before = text[: found.start()].rstrip()
        if len(words(before)) >= 4 and before[-1:] not in ".?!。？！…“”‘’'\"—-":
            yield before.rstrip(",，、، ")


def cut_behind_a_negation(text: str, lang: str) -> Iterator[str]:
    """The beginning dropped, with the negation in it."""
    for found in re.finditer(NEGATIONS[lang], text):
        after = text[found.end() :].lstrip(" ,，")
        sentence = re.split(r"[.?!。？！;；:：—,，]", after)[0]
        if len(words(sentence)) >= 3 and sentence[:1].isalpha() and after[:1] not in "'’":
            yield sentence.strip()


#: How many are meant, and who else says so, by the word lists of nobody but this file.
QUANTITIES = {
    "en": r"most(?: of)?|many(?: of)?|several|few of|(?:half|thirds?|quarters?|majority) of|one of|two of",
    "de": r"die meisten|viele|einige|manche|mehrere|(?:zwei|drei) Drittel",
    "fr": r"la plupart d(?:es|e)|beaucoup de|plusieurs|certains|certaines",
    "es": r"la mayoría de|muchos|muchas|algunos|algunas|varios|varias",
    "ru": r"большинство|многие|некоторые|несколько|часть",
    "uk": r"більшість|багато|деякі|кілька|частина",
    "zh": r"大部分|大多数|多数|许多|很多|一些|部分",
    "ar": r"معظم|غالبية|بعض|كثير من|عدد من",
}
CLAIMS = {
    "en": r"(?:they|people|he|she|critics|some) (?:say|says|said|claim|claims|claimed)(?: that)?",
    "de": r"(?:sie|er|man|manche) (?:sagen|sagt|sagte|behaupten|behauptet)(?:, dass)?",
    "fr": r"(?:ils|elles|il|elle|on) (?:disent|dit|prétendent|prétend|affirment)(?: que)?",
    "es": r"(?:dicen|aseguran|afirman|sostienen) que",
    "ru": r"(?:говорят|утверждают|он сказал|она сказала), что",
    "uk": r"(?:кажуть|стверджують|він сказав|вона сказала), що",
    "zh": r"(?:他们|有人|人们|他|她)(?:说|声称)",
    "ar": r"(?:يقولون|يزعمون|قالوا) إن",
}


def cut_behind(text: str, pattern: str, is_zh: bool) -> Iterator[str]:
    pattern = pattern if is_zh else rf"(?<!\w)(?:{pattern})(?!\w)"
    for found in re.finditer(pattern, text, re.IGNORECASE):
        after = text[found.end() :]
        sentence = re.split(r"[.?!。？！;；:：—,，،،]", after)[0].strip()
        if len(words(sentence)) >= 3 and sentence[:1].isalpha() and (is_zh or after[:1] == " "):
            yield sentence


def cut_behind_a_quantity(text: str, lang: str) -> Iterator[str]:
    """How many are meant dropped: most | households."""
    yield from cut_behind(text, QUANTITIES[lang], lang == "zh")


def cut_behind_a_claim(text: str, lang: str) -> Iterator[str]:
    """What others say, as if the speaker said it: they say that | the dam is safe."""
    yield from cut_behind(text, CLAIMS[lang], lang == "zh")


#: Words of which each stands for its neighbour: who, how much, when, how sure.
PAIRS = {
    "en": "we/they my/his all/most more/less may/will must/can was/is always/often first/last buy/sell before/after",
    "de": "wir/sie mein/sein alle/viele mehr/weniger kann/muss wird/wurde immer/oft vor/nach ist/war",
    "fr": "nous/ils mon/son tous/certains plus/moins peut/doit sera/était toujours/souvent avant/après est/était",
    "es": "nosotros/ellos mi/su todos/algunos más/menos puede/debe será/era siempre/a-veces antes/después es/era",
    "ru": "мы/они мой/его все/многие больше/меньше может/должен будет/было всегда/часто до/после",
    "uk": "ми/вони мій/його всі/багато більше/менше може/мусить буде/було завжди/часто до/після",
    "zh": "我们/他们 我/他 所有/部分 更多/更少 可以/必须 前/后 增加/减少 上升/下降",
    "ar": "نحن/هم كل/بعض أكثر/أقل يمكن/يجب قبل/بعد كان/سيكون",
}


def weighty_word_changed(text: str, lang: str) -> Iterator[str]:
    """We for they, all for most, more for less, may for will, before for after."""
    for pair in PAIRS[lang].split():
        for one, other in (pair.split("/"), pair.split("/")[::-1]):
            word = re.escape(one) if lang == "zh" else rf"(?<![\w'’-]){re.escape(one)}(?![\w'’-])"
            if re.search(word, text):
                yield re.sub(word, other, text, count=1)


def decimal_moved(text: str, lang: str) -> Iterator[str]:
    """3.5 becomes 35 or 3,5; 1,200 becomes 1.200; percent becomes per mille."""
    for found in re.finditer(r"(?<=\d)[.,](?=\d)", text):
        yield text[: found.start()] + text[found.end() :]
        yield text[: found.start()] + {".": ",", ",": "."}[found[0]] + text[found.end() :]
    for found in re.finditer(r"(?<=\d)%", text):
        yield text[: found.start()] + "‰" + text[found.end() :]
        yield text[: found.start()] + text[found.end() :]


#: Name -> mutation, and the rules of which one must catch it.
MISSING = {"quote-not-found", "quote-spliced"}
MUTATIONS: dict[str, tuple[Mutation, set[str]]] = {
    "negation put in": (negation_in, MISSING),
    "negation taken out": (negation_out, {*MISSING, "quote-opening-dropped", "quote-truncated", "quote-elides"}),
    "hedge put in": (hedge_in, MISSING),
    "number changed": (number_changed, MISSING),
    "name changed": (name_changed, MISSING),
    "date changed": (date_changed, MISSING),
    "words swapped": (words_swapped, MISSING),
    "word left out": (word_dropped, {*MISSING, "quote-elides"}),
    "word put in": (word_doubled, MISSING),
    "letter changed": (letter_changed, MISSING),
    "letter of another script": (look_alike, MISSING),
    "capital inside changed": (capital_inside, MISSING),
    "question made a statement": (sentence_end_changed, MISSING),
    "comma put in or out": (comma_moved, MISSING),
    "order reversed": (reversed_order, {*MISSING, "quote-crosses"}),
    "clause cut": (clause_cut, {*MISSING, "quote-truncated", "quote-elides"}),
    "bracket hides a negation": (bracket_hides_negation, {"quote-bracket", *MISSING}),
    "bracket puts something in": (bracket_puts_in, {"quote-bracket"}),
    "cut before a turn": (cut_before_a_turn, {"quote-truncated"}),
    "cut behind a negation": (cut_behind_a_negation, {"quote-opening-dropped", *MISSING}),
    "cut behind a quantity": (cut_behind_a_quantity, {"quote-opening-dropped", *MISSING}),
    "cut behind a claim of others": (cut_behind_a_claim, {"quote-opening-dropped", *MISSING}),
    "weighty word changed": (weighty_word_changed, MISSING),
    "decimal sign moved": (decimal_moved, MISSING),
    "bracket hides a number": (bracket_replaces_weighty, {"quote-bracket", *MISSING}),
}


def mutate(name: str, text: str, lang: str) -> Iterator[str]:
    """The mutations of one kind; what stands in the editor's brackets is not claimed and stays as it is.

    A bracket replaces the words beside it, so no word beside one is left out.
    """
    if name == "word left out" and "[" in text:
        return
    mutation, _ = MUTATIONS[name]
    kept = re.findall(r"\[[^\]]*\]", text)
    for mutated in mutation(text, lang):
        if mutated != text and (name.startswith("bracket") or re.findall(r"\[[^\]]*\]", mutated) == kept):
            yield mutated
