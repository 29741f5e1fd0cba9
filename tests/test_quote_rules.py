"""The rules on quotations: a source, a quotation, its speaker -> the tier and the rules, in eight languages."""

from __future__ import annotations

import pytest
from quoting import check_quote

Row = tuple[str, str, str | None, str]

DE = """\
Berlin (dpa) - Die Außenministerin hat eine schnelle Einigung ausgeschlossen. „Wir sind noch nicht so weit“, \
sagte Petra Lohmann am Montag in Berlin. „Wir werden weiter verhandeln, aber nicht um jeden Preis.“ Die \
Gespräche seien „schwierig, aber fair“ gewesen.

Regierungssprecher Jan Kröger widersprach. „Das ist keine Niederlage“, erklärte er. „Wenn die andere Seite \
unterschreibt, haben wir einen Vertrag.“ Er bestritt, dass man „jede Forderung erfüllt“ habe.

Der Unterhändler habe ihr gesagt, „das war nie geplant“, berichtete Lohmann. Insgesamt 3,5 Millionen Euro seien \
vorgesehen.
"""
DE_ROWS: list[Row] = [
    ("Wir sind noch nicht so weit.", "Petra Lohmann", "edge", ""),
    (
        "Wir sind noch nicht so weit. Wir werden weiter verhandeln, aber nicht um jeden Preis.",
        "Petra Lohmann",
        "joined",
        "",
    ),
    ("Wir werden weiter verhandeln", "Lohmann", "exact", "truncated"),
    ("haben wir einen Vertrag", "Jan Kröger", "exact", "opening-dropped"),
    ("jede Forderung erfüllt", "Jan Kröger", "exact", "opening-dropped fragment"),
    ("Das ist eine Niederlage", "Jan Kröger", None, "not-found"),
    ("Wir sind so weit", "Petra Lohmann", None, "not-found"),
    ("Wir sind noch nicht so weit. Das ist keine Niederlage.", "Petra Lohmann", None, "spliced"),
    ("Das ist keine Niederlage", "Petra Lohmann", "exact", "speaker"),
    ("Wir sind [alle] so weit", "Petra Lohmann", None, "bracket"),
    ("Insgesamt 3,5 Millionen Euro seien vorgesehen", "Petra Lohmann", "exact", "not-quoted"),
    ("Wir werden weiter verhandeln, aber … um jeden Preis", "Petra Lohmann", "elided", "elides"),
    ("Wir sind noch nicht so weit, sagte Petra Lohmann am Montag in Berlin", "Petra Lohmann", None, "crosses"),
]
FR = """\
PARIS, 12 janvier (AFP) – La ministre a exclu tout accord rapide. « Nous ne sommes pas prêts », a déclaré \
Claire Vasseur lundi. « Nous allons continuer à négocier, mais pas à n’importe quel prix. » Elle a jugé les \
échanges « utiles et francs ».

« C’est, dit-elle, un échec pour tous. »

« Nous voulons la paix, a affirmé le porte-parole Jean Morel, mais nous n’accepterons pas ce texte. » Il a nié \
que la France ait « cédé sur les frontières ».
"""
FR_ROWS: list[Row] = [
    ("Nous ne sommes pas prêts", "Claire Vasseur", "exact", ""),
    (
        "Nous ne sommes pas prêts. Nous allons continuer à négocier, mais pas à n’importe quel prix.",
        "Claire Vasseur",
        "joined",
        "",
    ),
    ("Nous allons continuer à négocier", "Vasseur", "exact", "truncated"),
    ("C’est un échec pour tous", "Claire Vasseur", "joined", ""),
    ("Nous voulons la paix, mais nous n’accepterons pas ce texte.", "Jean Morel", "joined", ""),
    (
        "Nous voulons la paix, a affirmé le porte-parole Jean Morel, mais nous n’accepterons pas ce texte",
        "Jean Morel",
        None,
        "crosses",
    ),
    ("Nous voulons la paix", "Jean Morel", "exact", "truncated"),
    ("cédé sur les frontières", "Jean Morel", "exact", "opening-dropped"),
    ("Nous sommes prêts", "Claire Vasseur", None, "not-found"),
    ("nous accepterons ce texte", "Jean Morel", None, "not-found"),
    ("Nous voulons la paix", "Claire Vasseur", "exact", "truncated speaker"),
]
RU = """\
МОСКВА, 12 января. Переговоры завершились без результата. «Мы готовы, — заявил Дмитрий Песков, — но не сейчас». \
«Мы не подписали документ», — сказал он журналистам.

«Если партнёры согласятся, мы начнём работу, — отметила Мария Орлова. — Это будет трудно». По её словам, \
встреча прошла «конструктивно и открыто».

Она опровергла, что стороны «договорились о границах».

— Мы ждём ответа, — добавил Песков. — Но ответа пока нет.
"""
RU_ROWS: list[Row] = [
    ("Мы готовы, но не сейчас.", "Песков", "joined", ""),
    ("Мы готовы — но не сейчас.", "Песков", "joined", ""),
    ("Мы готовы, — заявил Дмитрий Песков, — но не сейчас", "Песков", None, "crosses"),
    ("Мы готовы", "Песков", "exact", "truncated fragment"),
    ("Мы не подписали документ", "Дмитрий Песков", "exact", ""),
    ("Мы подписали документ", "Дмитрий Песков", None, "not-found"),
    ("мы начнём работу", "Мария Орлова", "exact", "opening-dropped fragment"),
    ("Если партнёры согласятся, мы начнём работу. Это будет трудно.", "Мария Орлова", "joined", ""),
    ("договорились о границах", "Мария Орлова", "exact", "opening-dropped fragment"),
    ("Мы ждём ответа. Но ответа пока нет.", "Песков", "joined", ""),
    ("Мы ждём ответа.", "Песков", "edge", "fragment truncated"),
    ("Мы не подписали документ. Мы ждём ответа.", "Песков", None, "spliced"),
    ("Мы не подписали документ", "Мария Орлова", "exact", "speaker"),
]
UK = """\
КИЇВ, 12 січня. Переговори тривали дві години. «Ми не погодилися, — заявив Андрій Мельник, — але будемо \
працювати далі». «Якщо партнери підпишуть, ми почнемо», — сказала речниця Олена Бойко.

За словами Бойко, зустріч була «відвертою та корисною». Вона заперечила, що сторони «домовилися про кордони».
"""
UK_ROWS: list[Row] = [
    ("Ми не погодилися, але будемо працювати далі", "Андрій Мельник", "joined", ""),
    ("Ми погодилися", "Андрій Мельник", None, "not-found"),
    ("ми почнемо", "Олена Бойко", "exact", "opening-dropped fragment"),
    ("домовилися про кордони", "Олена Бойко", "exact", "opening-dropped fragment"),
    ("Ми не погодилися", "Олена Бойко", "exact", "truncated speaker fragment"),
    ("будемо працювати далі", "Мельник", "exact", "fragment"),
]
ZH = """\
新华社北京1月12日电 外交部发言人李明12日表示，双方举行了会谈。\
“我们讨论了安全保障问题，”他说，“我们将继续工作，但是我们还没有就领土问题达成一致。”

“这还不是妥协，”助理王芳说。她否认双方“已经达成协议”。

李明说：“如果对方同意，我们就签字。”约350万人受到影响。
"""
ZH_ROWS: list[Row] = [
    ("我们讨论了安全保障问题。", "李明", "edge", "truncated"),
    ("我们讨论了安全保障问题，我们将继续工作，但是我们还没有就领土问题达成一致。", "李明", "joined", ""),
    ("我们将继续工作", "李明", "exact", "truncated"),
    ("我们已经就领土问题达成一致", "李明", None, "not-found"),
    ("还没有就领土问题达成一致", "李明", "exact", ""),
    ("我们就签字", "李明", "exact", "opening-dropped fragment"),
    ("已经达成协议", "王芳", "exact", "opening-dropped"),
    ("这还不是妥协", "李明", "exact", "speaker"),
    ("这是妥协", "王芳", None, "not-found"),
    ("我们讨论了安全保障问题……我们还没有就领土问题达成一致", "李明", "elided", "elides"),
    ("[双方]还没有就领土问题达成一致", "李明", "bracketed", ""),
    ("我们还[已经]就领土问题达成一致", "李明", None, "bracket"),
]
ES = """\
MADRID, 12 ene (EFE).- La ministra descartó un acuerdo rápido. «No estamos preparados», afirmó Carmen Solís el \
lunes. «Seguiremos negociando, pero no a cualquier precio». Calificó las conversaciones de «útiles y francas».

—Queremos la paz —dijo el portavoz Luis Prado—, pero no firmaremos este texto.

«Si ellos firman, tendremos un tratado», añadió Prado, que negó que España hubiera «cedido en las fronteras». \
«¿Quién puede creerlo?», preguntó.
"""
ES_ROWS: list[Row] = [
    ("No estamos preparados", "Carmen Solís", "exact", "fragment"),
    ("No estamos preparados. Seguiremos negociando, pero no a cualquier precio.", "Carmen Solís", "joined", ""),
    ("Queremos la paz, pero no firmaremos este texto", "Luis Prado", "joined", ""),
    ("Queremos la paz", "Luis Prado", "exact", "truncated fragment"),
    ("tendremos un tratado", "Prado", "exact", "opening-dropped fragment"),
    ("cedido en las fronteras", "Luis Prado", "exact", "opening-dropped"),
    ("Estamos preparados", "Carmen Solís", "edge", "opening-dropped fragment"),
    ("¿Quién puede creerlo?", "Luis Prado", "exact", "fragment"),
    ("Quién puede creerlo.", "Luis Prado", None, "not-found"),
    ("firmaremos este texto", "Luis Prado", "exact", "opening-dropped fragment"),
]
AR = """\
القاهرة (أ ش أ) - قال وزير الخارجية سامي نصار إن المحادثات كانت "مفيدة وصريحة". وأضاف نصار: "ناقشنا الضمانات \
الأمنية، لكننا لم نتفق على الحدود".

وقالت المتحدثة ليلى حداد: "إذا وافق الطرف الآخر فسنوقع الاتفاق غدا". ونفت حداد أن يكون الجانبان "قد اتفقا على \
كل شيء".
"""
AR_ROWS: list[Row] = [
    ("ناقشنا الضمانات الأمنية، لكننا لم نتفق على الحدود", "سامي نصار", "exact", ""),
    ("ناقشنا الضمانات الأمنية", "سامي نصار", "exact", "truncated fragment"),
    ("نتفق على الحدود", "سامي نصار", "exact", "opening-dropped fragment"),
    ("لكننا نتفق على الحدود", "سامي نصار", None, "not-found"),
    ("فسنوقع الاتفاق غدا", "ليلى حداد", "exact", "opening-dropped fragment"),
    ("قد اتفقا على كل شيء", "ليلى حداد", "exact", "opening-dropped"),
]
EN = """\
WASHINGTON — “If they sign by Friday, we have a deal,” Senator Ruth Aldane said. “They won’t.”

Asked whether he was worried, Marsh said: “I am not going to answer that. Would you?”

“We lost 3.5 million people,” the governor, Tom Bell, who has not spoken for a week, told CNN. “Perhaps we \
could have saved half of them. I don’t know.”

Aldane denied that her party had “sold out the farmers.” She did not say “we will leave tomorrow.”

“He told me, ‘You will never win this,’ and he laughed,” Bell said.

The deal is worth $4 billion, officials said. “It’s done,” Bell said. “It’s done,” Marsh said.

“Only the court can decide — and only if it wants to — what happens next,” said Marsh, “unless Congress acts.”

‘The ministers’ plan failed,’ he added.
"""
EN_ROWS: list[Row] = [
    ("we have a deal", "Ruth Aldane", "exact", "opening-dropped"),
    ("If they sign by Friday, we have a deal.", "Aldane", "edge", ""),
    ("If they sign by Friday, we have a deal. They won't.", "Senator Aldane", "joined", ""),
    ("I am not going to answer that. Would you?", "Marsh", "exact", ""),
    ("I am not going to answer that. Would you.", "Marsh", None, "not-found"),
    ("Would you", "Marsh", "exact", "truncated fragment"),
    ("going to answer that", "Marsh", "exact", "opening-dropped"),
    ("We lost 3.5 million people", "Tom Bell", "exact", ""),
    ("We lost 3.5", "Bell", "exact", "truncated fragment"),
    ("We lost 3", "Bell", None, "not-found"),
    ("We lost 3.5 ... could have saved half", "Bell", None, "spliced"),
    ("we could have saved half of them", "Bell", "exact", "opening-dropped"),
    ("Perhaps we could have saved half of them.", "Bell", "exact", ""),
    ("sold out the farmers", "Aldane", "exact", "opening-dropped"),
    ("we will leave tomorrow", "Aldane", "exact", "opening-dropped"),
    ("You will never win this", "Bell", "exact", "nested"),
    ("He told me, ‘You will never win this,’ and he laughed.", "Bell", "edge", ""),
    ("He told me, 'You will never win this,' and he laughed", "Bell", "typography", ""),
    ("The deal is worth $4 billion", "Bell", "exact", "not-quoted"),
    ("It’s done", "Bell", "exact", "fragment"),
    ("It’s done", "Marsh", "exact", "fragment truncated"),
    ("It’s done", "Ruth Aldane", None, "ambiguous fragment"),
    (
        "Only the court can decide — and only if it wants to — what happens next, unless Congress acts",
        "Marsh",
        "joined",
        "",
    ),
    ("Only the court can decide", "Marsh", "exact", "truncated"),
    ("Only the court can decide ... what happens next", "Marsh", "elided", "truncated elides"),
    ("The ministers’ plan failed", "he", "exact", ""),
    ("“We lost 3.5 million people”", "Bell", None, "marks"),
    ('We lost 3.5 million people" the governor, Tom Bell', "Bell", None, "crosses"),
    ("We lost 3.5 million people. I don’t know.", "Bell", None, "spliced"),
    ("we can", "Bell", None, "not-found"),
    ("We [nearly] lost 3.5 million people", "Bell", None, "bracket"),
    ("[They] lost 3.5 million people", "Bell", "bracketed", ""),
    ("[H]e told me, ‘You will never win this,’ and he laughed", "Bell", "bracketed", ""),
    ("[sic] [sic] deal", "Bell", None, "not-found"),
]


DESKS = {
    "en": (EN, EN_ROWS), "de": (DE, DE_ROWS), "fr": (FR, FR_ROWS), "es": (ES, ES_ROWS),
    "ru": (RU, RU_ROWS), "uk": (UK, UK_ROWS), "zh": (ZH, ZH_ROWS), "ar": (AR, AR_ROWS),
}  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "speaker", "tier", "rules"), [(lang, *row) for lang, (_, rows) in DESKS.items() for row in rows]
)
def test_rules(lang: str, text: str, speaker: str, tier: str | None, rules: str) -> None:
    checked = check_quote(DESKS[lang][0], text, speaker, lang=lang)
    assert (checked.tier, checked.rules - {"partial"}) == (tier, set(rules.split())), checked.text


@pytest.mark.parametrize(
    ("lang", "said", "text", "tier"),
    [
        ("fr", "« C’est insuffisant pour tous », a dit Ana Roux.", "[c]'est insuffisant pour tous", "bracketed"),
        ("fr", "« Et l’ingénieur prétend cela », a dit Ana Roux.", "[L]’ingénieur prétend cela", "bracketed"),
        (
            "en",
            "“And we’ve had brown water since May,” said Ana Roux.",
            "[W]e've had brown water since May",
            "bracketed",
        ),
        ("en", "“I’ve had brown water since May,” said Ana Roux.", "[i]’ve had brown water since May", "bracketed"),
        ("en", "“I can’t have brown water in May,” said Ana Roux.", "[I]'ve had brown water in May", None),
        ("en", "“We’ve had brown water since May,” said Ana Roux.", "[They]'ve had brown water since May", None),
    ],
)
def test_the_first_letter_may_stand_in_brackets_before_an_apostrophe(
    lang: str, said: str, text: str, tier: str | None
) -> None:
    assert check_quote(f"{said}\n", text, "Ana Roux", lang=lang).tier == tier
