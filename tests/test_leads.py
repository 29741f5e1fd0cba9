"""What the reporter says before a quotation: a denial that reaches it is told, one that does not is left alone."""

from __future__ import annotations

import pytest
from quoting import check_quote

#: A first paragraph, the marks, and words that somebody may or may not have said.
COPY = {
    "en": ("The council met on Tuesday evening to talk about the budget, as it does every spring.", "“", "”"),
    "de": ("Der Rat kam am Dienstagabend zusammen, um über den Haushalt zu sprechen, wie immer.", "„", "“"),
    "fr": ("Le conseil s'est réuni mardi soir pour parler du budget, comme chaque printemps.", "« ", " »"),
    "es": ("El concejo se reunió el martes para hablar del presupuesto, como cada primavera.", "«", "»"),
    "ru": ("Совет собрался во вторник вечером, чтобы обсудить бюджет на следующий год.", "«", "»"),
    "uk": ("Рада зібралася у вівторок увечері, щоб обговорити бюджет на наступний рік.", "«", "»"),
    "zh": ("议会周二晚上开会讨论明年的预算，许多市民到场旁听。", "“", "”"),
    "ar": ("اجتمع المجلس مساء الثلاثاء لمناقشة ميزانية المدينة للعام المقبل.", '"', '"'),
}
PART = {
    "en": "hidden the money from the voters",
    "de": "das Geld vor den Wählern versteckt",
    "fr": "caché l’argent aux électeurs du bourg",
    "es": "escondiera el dinero a los votantes",
    "ru": "скрывал деньги от своих избирателей",
    "uk": "приховувала гроші від своїх виборців",
    "zh": "向全体选民隐瞒了资金的去向",
    "ar": "قد أخفى الأموال عن الناخبين جميعا",
}
WHOLE = {
    "en": "We have always worked in the open.",
    "de": "Wir haben vor aller Augen gearbeitet.",
    "fr": "Nous avons toujours travaillé au grand jour.",
    "es": "Siempre hemos trabajado con total transparencia.",
    "ru": "Мы всегда работали открыто и честно.",
    "uk": "Ми завжди працювали відкрито й чесно.",
    "zh": "我们一直公开地工作，人人都能来看。",
    "ar": "لقد عملنا دائما بشفافية كاملة.",
}
REACHES = [
    ("en", "Ana Brill declined to say that the council had", "declined to"),
    ("en", "Ana Brill brushed aside claims that the council had", "brushed aside"),
    ("en", "Ana Brill distanced herself from the view that the council had", "distanced herself from"),
    ("en", "Ana Brill was accused of having said that the council had", "was accused of"),
    ("en", "Ana Brill hit back at accusations that the council had", "accusations that"),
    ("en", "Ana Brill challenged the view that the council had", "challenged the view"),
    ("en", "Ana Brill poured scorn on the notion that the council had", "poured scorn on"),
    ("en", "Ana Brill has yet to admit that the council had", "yet to admit"),
    ("en", "Ana Brill baulked at saying that the council had", "baulked at"),
    ("en", "Ana Brill fended off talk that the council had", "fended off"),
    ("en", "Ana Brill batted away the charge that the council had", "batted away"),
    ("en", "Ana Brill called it a misconception that the council had", "misconception that"),
    ("fr", "Anna Brill a jugé infondé que le conseil ait", "infondé"),
    ("es", "Ana Bril quitó hierro a que el concejo", "quitó hierro a"),
    ("de", "Anna Brill hält es für abwegig, dass der Rat", "abwegig"),
    ("en", "Ana Brill dispelled the notion that the council had", "dispelled"),
    ("en", "Ana Brill said few believed the council had", "few believed"),
    ("en", "If that was true, Ana Brill said, the council had", "If"),
    ("en", "Ana Brill is alleged to have said that the council had", "is alleged to have"),
    ("de", "Anna Brill tat Gerüchte ab, der Rat habe", "tat Gerüchte ab"),
    ("ru", "Анна Брилль поставила под сомнение, что совет", "под сомнение"),
    ("uk", "Ганна Бриль назвала фейком повідомлення, що рада", "фейком"),
    ("ar", "وفندت آمنة بريل المزاعم بأن المجلس", "وفندت"),
    ("de", "Anna Brill wies den Vorwurf zurück, der Rat habe", "wies den Vorwurf zurück"),
    ("de", "Anna Brill stritt am Abend ab, dass der Rat", "stritt am Abend ab"),
    ("de", "Anna Brill schloss aus, dass der Rat", "schloss aus"),
    ("de", "Anna Brill sagte, sie habe keinerlei Hinweise, dass der Rat", "keinerlei"),
    ("de", "Anna Brill sagte, wenn das stimme, habe der Rat", "wenn"),
    ("fr", "Anna Brill a parlé mardi, niant que le conseil ait", "niant"),
    ("fr", "Anna Brill a balayé les accusations selon lesquelles le conseil a", "balayé"),
    ("fr", "Anna Brill s'est défendue d'avoir dit que le conseil a", "s'est défendue d'avoir"),
    ("fr", "Anna Brill a dit qu'aucun membre du conseil n'avait", "qu'aucun"),
    ("es", "Ana Bril ha desmentido que el concejo", "desmentido"),
    ("es", "Ana Bril restó importancia a que el concejo", "restó importancia"),
    ("ru", "Анна Брилль назвала ложью то, что совет", "ложью"),
    ("ru", "Анна Брилль сказала, что мало кто верит, что совет", "мало кто"),
    ("ru", "Анна Брилль заявила, что никаким образом совет", "никаким"),
    ("uk", "Ганна Бриль виступила, заперечуючи, що рада", "заперечуючи"),
    ("uk", "Ганна Бриль заявила, що жодним чином рада", "жодним"),
    ("zh", "市长陈安撤回了议会", "撤回"),
    ("ar", "وقالت آمنة بريل نافية أن يكون المجلس", "نافية"),
    ("ar", "وتراجعت آمنة بريل عن قولها إن المجلس", "وتراجعت آمنة بريل عن"),
]
REACHES_THE_SAYING = [
    ("en", "Ana Brill never said: ", "never said"),
    ("en", "Ana Brill denied having told reporters: ", "denied"),
    ("zh", "市长陈安否认曾说：", "否认"),
]
LEAVES_ALONE = [
    ("en", "Ana Brill dismissed the criticism: "),
    ("en", "Ana Brill denied the charge, saying: "),
    ("en", "Ana Brill did not mince her words: "),
    ("de", "Anna Brill wies die Kritik zurück: "),
    ("de", "Anna Brill widersprach: "),
    ("fr", "Anna Brill a rejeté ces critiques : "),
    ("es", "Ana Bril rechazó las críticas: "),
    ("ru", "Анна Брилль отвергла обвинения: "),
    ("uk", "Ганна Бриль відкинула звинувачення: "),
    ("zh", "市长陈安驳斥了这些指控："),
    ("ar", "ونفت العمدة آمنة بريل الاتهامات قائلة: "),
]
LEAVES_PARTS_ALONE = [
    ("en", "Ana Brill refused to resign, saying the council had"),
    ("en", "Ana Brill challenged the council to explain why it had"),
    ("en", "Ana Brill thanked those who said the council had"),
    ("en", "Ana Brill rejected the plan because it had"),
    ("en", "Ana Brill dismissed the report as"),
    ("en", "Ana Brill rejected the claims and said the council had"),
    ("en", "Ana Brill, a senior official, speaking on condition of anonymity, said the council had"),
    ("en", "An official who declined to be named said the council had"),
    ("en", "Not only was it late, Ana Brill said, it was"),
    ("es", "Ana Bril, que no se presenta, habló de un plan que"),
    ("en", "An official who did not want to be named said the council had"),
    ("de", "Ein Beamter sagte unter der Bedingung, anonym zu bleiben, der Rat habe"),
    ("fr", "Un responsable ayant refusé d’être nommé a dit que le conseil avait"),
    ("es", "Un funcionario que pidió no ser identificado dijo que el concejo"),
    ("ar", "وقال مسؤول رفض الكشف عن هويته إن المجلس"),
    ("en", "He showed no emotion as Ana Brill told the court that he had"),
    ("en", "Ana Brill described the dispute as having"),
    ("en", "A preliminary report by Ana Brill found that he had"),
    ("ar", "وبحسب تقرير آمنة بريل فإن ثلاثة على الأقل"),
    ("ar", "واتهمت آمنة بريل الوزارة بأنها"),
    ("fr", "Anna Brill a démenti, affirmant que le conseil a"),
    ("ru", "Анна Брилль опровергла слухи и заявила, что совет"),
]


def _dropped(lang: str, lead: str, words: str) -> str:
    """The message of `quote-opening-dropped` on the words behind a lead; nothing where there is none."""
    opening, open_mark, close_mark = COPY[lang]
    gap = "" if lang == "zh" or lead.endswith(" ") else " "
    checked = check_quote(f"{opening}\n\n{lead}{gap}{open_mark}{words}{close_mark}.\n", words, "Ana Brill", lang)
    assert checked.tier == "exact"
    return next((one.message for one in checked.findings if one.rule == "quote-opening-dropped"), "")


@pytest.mark.parametrize(("lang", "lead", "told"), REACHES)
def test_a_denial_that_reaches_the_quotation_is_told(lang: str, lead: str, told: str) -> None:
    assert f"without “{told}”" in _dropped(lang, lead, PART[lang])


@pytest.mark.parametrize(("lang", "lead", "told"), REACHES_THE_SAYING)
def test_a_denial_of_the_saying_is_told(lang: str, lead: str, told: str) -> None:
    assert f"without “{told}”" in _dropped(lang, lead, WHOLE[lang])


@pytest.mark.parametrize(("lang", "lead"), LEAVES_ALONE)
def test_a_denial_of_something_else_does_not_touch_a_sentence_of_its_own(lang: str, lead: str) -> None:
    assert not _dropped(lang, lead, WHOLE[lang])


@pytest.mark.parametrize(("lang", "lead"), LEAVES_PARTS_ALONE)
def test_a_denial_does_not_reach_past_a_new_verb_or_a_reason(lang: str, lead: str) -> None:
    assert not _dropped(lang, lead, PART[lang])


def test_a_headline_that_quotes_as_well_makes_no_second_speaker() -> None:
    article = (
        "Harbour fire: captain says crew ‘did everything by the book’\n\n"
        "The captain of a trawler told an inquest on Tuesday that his crew “did everything by the book” in their final "
        "minutes, and that he would sail with all of them again.\n\n“I would,” Capt. Angus Reid said.\n"
    )
    checked = check_quote(article, "did everything by the book", "Angus Reid")
    assert checked.rules == set()


def test_a_body_before_a_name_makes_nobody_else_of_it() -> None:
    article = "Aid agency MedRelief said that supplies “will run out by Thursday”.\n"
    assert check_quote(article, "will run out by Thursday", "MedRelief").rules == set()


def test_a_full_stop_and_a_dash_before_the_next_part_are_one_attribution() -> None:
    article = (
        "Жители посёлка не смогли отстоять школу. «Мы никуда не поедем, пока нам не ответят», — сказала на сходе "
        "учительница Тамара Игнатьева. — «Дети не виноваты».\n"
    )
    joined = "Мы никуда не поедем, пока нам не ответят. Дети не виноваты"
    assert check_quote(article, joined, "Тамара Игнатьева", "ru").tier == "joined"


def test_a_question_word_of_one_character_is_seen() -> None:
    article = "柳河镇居民周日再次集会，许多人举着标语。\n\n“谁来保证我们的孩子喝的水是干净的？”居民代表何桂兰问。\n"
    assert "opening-dropped" in check_quote(article, "我们的孩子喝的水是干净的？", "何桂兰", "zh").rules
