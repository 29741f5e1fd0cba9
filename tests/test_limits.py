"""Words behind a cut, or in an editor's brackets, that limit what is said: a condition, a doubt, a number."""

from __future__ import annotations

import pytest
from quoting import check_quote

#: An utterance that goes on with {}, as much of it as is quoted, and the quotation with words in brackets.
COPY = {
    "en": (
        "“We will sign the contract {}”, said Ana Brill.",
        "We will sign the contract",
        "We [{}] will sign the contract",
    ),
    "de": (
        "„Wir unterschreiben den Vertrag {}“, sagte Anna Brill.",
        "Wir unterschreiben den Vertrag",
        "Wir [{}] unterschreiben den Vertrag",
    ),
    "fr": (
        "« Nous signerons tous le contrat {} », a dit Anna Brill.",
        "Nous signerons tous le contrat",
        "Nous [{}] signerons tous le contrat",
    ),
    "es": (
        "«Todos firmaremos el contrato {}», dijo Ana Bril.",
        "Todos firmaremos el contrato",
        "Todos [{}] firmaremos el contrato",
    ),
    "ru": (
        "«Мы все подпишем договор {}», — сказала Анна Брилль.",
        "Мы все подпишем договор",
        "Мы [{}] все подпишем договор",
    ),
    "uk": (
        "«Ми всі підпишемо договір {}», — сказала Ганна Бриль.",
        "Ми всі підпишемо договір",
        "Ми [{}] всі підпишемо договір",
    ),
    "zh": ("“我们会签署这份合同{}”，陈安说。", "我们会签署这份合同", "我们[{}]会签署这份合同"),
    "ar": ('"سنوقع العقد مع الشركات {}"، قالت آمنة بريل.', "سنوقع العقد مع الشركات", "سنوقع [{}] العقد مع الشركات"),
}
BEHIND = {
    "en": ["sooner or later", "with one exception", "against our will", "God willing", "some day"],
    "de": ["erst im Mai", "je nach Preis", "zumindest auf dem Papier", "unter Umständen", "irgendwann"],
    "fr": [
        "pourvu qu'ils paient",
        "dès qu'ils paieront",
        "en cas d'accord",
        "en fonction du prix",
        "à l'exception du toit",
    ],
    "es": ["a pesar del precio", "pese al precio", "a excepción del techo", "Dios mediante", "en su caso"],
    "ru": ["при необходимости", "скрепя сердце", "на бумаге", "когда-нибудь"],
    "uk": ["за потреби", "із застереженнями", "на папері", "колись"],
    "zh": ["必要时", "只在五月", "迟早的事"],
    "ar": ["عند الضرورة", "مع تحفظات"],
}
IN_BRACKETS = {
    "en": ["all but", "some day", "the fifth"],
    "de": ["anderthalb", "hoffentlich", "notfalls"],
    "fr": ["rarement", "à peine", "à contrecœur"],
    "es": ["ojalá", "quince", "algún día"],
    "ru": ["двоих", "трое", "нехотя"],
    "uk": ["двоє", "трьох", "неохоче"],
    "zh": ["两人", "迟早"],
    "ar": ["ربما", "بتحفظ"],
}
PLAIN = {
    "en": ["the mayor and both sides", "in Paris"],
    "de": ["die Bürger", "in Hael"],
    "fr": ["la mairie du bourg", "les élus"],
    "es": ["los vecinos", "en Madrid"],
    "ru": ["мою семью", "власти"],
    "uk": ["міська рада", "мою сім'ю"],
    "zh": ["市政府"],
    "ar": ["مجلس المدينة"],
}


def _rows(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(lang, words) for lang, listed in table.items() for words in listed]


@pytest.mark.parametrize(("lang", "rest"), _rows(BEHIND))
def test_a_cut_before_what_limits_is_told(lang: str, rest: str) -> None:
    sentence, quoted, _ = COPY[lang]
    checked = check_quote(sentence.format(rest), quoted, "Ana Brill", lang)
    assert "truncated" in checked.rules
    assert rest.split("五")[0] in checked.text.replace("’", "'")


@pytest.mark.parametrize(("lang", "put_in"), _rows(IN_BRACKETS))
def test_brackets_limit_and_count_nothing(lang: str, put_in: str) -> None:
    sentence, _, bracketed = COPY[lang]
    assert "bracket" in check_quote(sentence.format(""), bracketed.format(put_in), "Ana Brill", lang).rules


@pytest.mark.parametrize(("lang", "put_in"), _rows(PLAIN))
def test_brackets_may_tell_who_is_meant(lang: str, put_in: str) -> None:
    sentence, _, bracketed = COPY[lang]
    checked = check_quote(sentence.format(""), bracketed.format(put_in), "Ana Brill", lang)
    assert (checked.tier, "bracket" in checked.rules) == ("bracketed", False)


LATER = [
    ("en", "“We will sign the deal in May,” said Ana Brill. “Unless it rains.”", True),
    ("en", "“We will sign the deal in May,” said Ana Brill. “Unless it rains, we will do it outside.”", False),
    ("en", "“We will sign the deal in May,” said Ana Brill. “But not with them.”", True),
    ("en", "“We will sign the deal in May,” said Ana Brill. “If you ask me, it is late.”", False),
    ("de", "„Wir unterschreiben im Mai“, sagte Anna Brill. „Falls nötig.“", True),
    ("fr", "« Nous signerons en mai », a dit Anna Brill. « Sauf imprévu. »", True),
    ("fr", "« Nous signerons en mai », a dit Anna Brill. « Si on me demande, je viendrai. »", False),
]


@pytest.mark.parametrize(("lang", "article", "limits"), LATER)
def test_a_condition_that_is_a_sentence_of_its_own_limits_the_one_before(lang: str, article: str, limits: bool) -> None:
    quoted = {"en": "We will sign the deal in May", "de": "Wir unterschreiben im Mai", "fr": "Nous signerons en mai"}[
        lang
    ]
    assert ("truncated" in check_quote(article, quoted, "Ana Brill", lang).rules) == limits
