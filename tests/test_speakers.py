"""Who says what: the likely speaker of each quotation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.articles.passages import read_article

HEADLINE = "What happened on the day\n\n"
_ARTICLE = re.compile(r"^(?:the|a|an|sir) ")


def read_table(name: str) -> list[tuple[str, list[str | None]]]:
    """Texts, each with the speakers that the line below it tells."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    texts = [line for line in lines if line and line[0] not in "# "]
    told = [line.strip(" =").split(" | ") for line in lines if line.startswith("    = ")]
    assert len(texts) == len(told)
    return [
        (text.replace(" ¶ ", "\n\n"), [None if name == "-" else name for name in names])
        for text, names in zip(texts, told, strict=True)
    ]


def speakers(text: str, lang: str = "en") -> list[str | None]:
    return [passage.speaker for passage in read_article(HEADLINE + text, lang).passages]


def bare(name: str | None) -> str | None:
    return _ARTICLE.sub("", name.lower()) if name else None


def right(text: str, expected: list[str | None]) -> bool:
    passages = read_article(HEADLINE + text, "en").passages
    told = [passage.speaker for passage in passages if len(passages) == len(expected) or not passage.scare]
    return [bare(name) for name in told] == [bare(name) for name in expected]


@pytest.mark.parametrize(("text", "expected"), read_table("said.txt"))
def test_the_speaker_is(text: str, expected: list[str | None]) -> None:
    assert right(text, expected)


def test_few_of_all_sentences_are_missed() -> None:
    """The table of what is missed is short, and nothing in it is right by now."""
    missed = read_table("said-missed.txt")
    assert len(missed) <= 0.05 * len(read_table("said.txt"))
    assert not [text for text, expected in missed if right(text, expected)]


LANGUAGES = [
    ("de", "Ute Hallmann kam spät. „Das rechnet sich seit Jahren nicht“, sagte Hallmann der dpa.", "Ute Hallmann"),
    ("de", "Ute Hallmann kam spät. „Das rechnet sich seit Jahren nicht“, sagte Hallmann dem Boten.", "Ute Hallmann"),
    ("de", "Der Leiter Jens Koch kam spät. „Das rechnet sich seit Jahren nicht“, sagte Koch der dpa.", "Jens Koch"),
    ("de", "Jens Richter kam spät. „Das rechnet sich seit Jahren nicht“, so Richter.", "Jens Richter"),
    ("de", "„Das rechnet sich seit Jahren nicht“, sagte ein Feuerwehrmann.", "ein Feuerwehrmann"),
    ("de", "„Es reicht uns“, sagte Eva Brandt. Die Verwaltung habe „jahrelang nur zugesehen“.", "Eva Brandt"),
    ("de", "„Wir haben sechs Jahre geplant“, sagte Investor Thomas Zimmermann.", "Thomas Zimmermann"),
    ("de", "Die Naturschützerin Petra Fischer vom Verein Brinkwald widerspricht: „Hier brütet er.“", "Petra Fischer"),
    ("de", "Auch Landrat Bernd Schäfer (SPD) kritisierte den Beschluss als „viel zu kurz gedacht“.", "Bernd Schäfer"),
    (
        "de",
        "Petra Fischer bleibt. Ein Gutachten habe das bestätigt, sagt Fischer, „und zwar zweimal“.",
        "Petra Fischer",
    ),
    ("fr", "Dans un communiqué, le groupe invoque « un marché durablement dégradé ».", "le groupe"),
    ("fr", "La ministre Anne Boulanger est venue. « Nous ne partirons pas », a dit Boulanger.", "Anne Boulanger"),
    ("es", "La oposición las tachó de «insuficientes y tardías para todos».", "La oposición"),
    ("es", "La oposición las calificó de «insuficientes y tardías para todos».", "La oposición"),
    ("zh", "居民王女士说：“我们是从告示知道的。”", "王女士"),
    ("fr", "Pour Claire Morel, présidente de l’association, c’est « une honte pour la ville ».", "Claire Morel"),
    ("fr", "Pour Claire Morel, présidente de l’association, c’est trop. « Assez », soupire-t-elle.", "Claire Morel"),
    (
        "fr",
        "« Assez », s’agace Karim Oulhaj, délégué syndical. Et de conclure : « Nous irons au bout. »",
        "Karim Oulhaj",
    ),
    ("de", "„Wir warten“, sagte dessen Vorsitzende Eva Brandt, „seit Monaten auf Nachricht.“", "Eva Brandt"),
    ("de", "Nach Angaben eines Sprechers liegt „noch kein prüffähiger Antrag“ vor.", "eines Sprechers"),
    ("de", "Nach Angaben der Polizei liegt „noch kein prüffähiger Antrag“ vor.", "Polizei"),
    ("de", "Eva Brandt kam spät. Zugleich warnte sie: „Das ist erst der Anfang.“", "Eva Brandt"),
    ("zh", "“这不是停工，是调整，”交通局发言人陈立强调。", "陈立"),
    ("ar", "وقال أحد الصيادين: «البحر لا ينتظر أحدا».", "أحد الصيادين"),
    ("ar", "وقال مسؤول حكومي رفيع: «لا تعليق لدينا الآن».", "مسؤول حكومي رفيع"),
    ("fr", "« C’est trop tard », regrette l’adjointe aux écoles, Claire Morel.", "Claire Morel"),
    ("fr", "« C’est trop tard », ironise sur Radio Nord la conseillère d’opposition Claire Morel.", "Claire Morel"),
    ("fr", "« C’est trop tard », estime l’office de tourisme.", "l’office de tourisme"),
    ("fr", "Claire Morel hoche la tête. « C’est trop tard », bougonne-t-elle.", "Claire Morel"),
    ("fr", "Les arbitres, interrogés, ont dit avoir « sifflé ce qu’ils avaient vu ».", "Les arbitres"),
    ("fr", "Jointe par téléphone, Claire Morel a répondu : « Nous verrons bien demain. »", "Claire Morel"),
    ("es", "Preguntado por el retraso, el alcalde zanjó: «Ya veremos mañana».", "el alcalde"),
    ("de", "Anna Brandt schwieg lange. Am Abend sagte sie: „Wir sind bereit.“", "Anna Brandt"),
    ("ru", "Как заявил на том же совещании прокурор Иван Крылов, «дело закрыто навсегда».", "Иван Крылов"),
    ("ru", "Его соседка, 39-летняя Анна Крылова, сказала: «Я всё видела сама».", "Анна Крылова"),
    ("uk", "Водночас посадовиця наголосила: «Іншого виходу в нас не було».", "посадовиця"),
    ("zh", "“水到了二楼窗台，”村支书罗长庚说。", "罗长庚"),
    ("zh", "議員簡文彬拍桌：「市民還要等多久？」", "簡文彬"),
    ("zh", "县水利局工程师贺远山予以否认：“闸门当晚根本没有开。”", "贺远山"),
    ("zh", "在罗长庚看来，“这件事不能再拖下去了”。", "罗长庚"),
    ("ar", "وتابع الوزير سامي حداد: «لن نتأخر هذه المرة».", "سامي حداد"),
    ("ar", "وجاء في الرسالة: «لا وطن بلا ذاكرة».", "الرسالة"),
    ("ar", "ونقلت الصحيفة عن سامي حداد قوله إن الحكم «سيصدر قبل نهاية الشهر».", "سامي حداد"),
    ("de", "„Wir sind bereit“, sagte Ministerin Eva Brandt am Montag.", "Eva Brandt"),
    ("de", "Am Montag sagte Ministerin Eva Brandt: „Wir sind bereit.“", "Eva Brandt"),
    ("de", "Eva Brandt hat nach eigenen Worten gesagt: „Wir sind bereit.“", "Eva Brandt"),
    ("de", "»Wir sind bereit«, so die Ministerin.", "die Ministerin"),
    ("de", "Laut Eva Brandt sei man „jederzeit zu Gesprächen bereit“.", "Eva Brandt"),
    ("fr", "« Nous sommes prêts », a déclaré la ministre Claire Morel.", "Claire Morel"),
    ("fr", "« Nous sommes prêts, a déclaré lundi Claire Morel, mais pas maintenant. »", "Claire Morel"),
    ("fr", "Selon Claire Morel, le pays est « prêt à reprendre les discussions ».", "Claire Morel"),
    ("fr", "La ministre, Claire Morel, est arrivée. « Nous sommes prêts », dit-elle.", "Claire Morel"),
    ("es", "«Estamos listos», dijo el alcalde Juan Prado.", "Juan Prado"),
    ("es", "—Estamos listos —dijo Juan Prado—. Mañana salimos.", "Juan Prado"),
    ("es", "Según Juan Prado, el pueblo está «listo para salir mañana».", "Juan Prado"),
    ("ru", "«Мы готовы», — заявил министр Пётр Лунин.", "Пётр Лунин"),
    ("ru", "«Мы готовы, — заявил Пётр Лунин, — но не сейчас».", "Пётр Лунин"),
    ("ru", "— Мы готовы, — сказал Пётр Лунин.", "Пётр Лунин"),
    ("ru", "Министр Пётр Лунин приехал в город. По словам Лунина, всё «идёт по плану, без задержек».", "Пётр Лунин"),
    ("uk", "«Ми готові», — заявила міністерка Олена Гай.", "Олена Гай"),
    ("uk", "«Ми готові, — сказала Олена Гай, — але не зараз».", "Олена Гай"),
    ("uk", "За словами Олени Гай, усе «йде за планом, без затримок».", "Олена Гай"),
    ("zh", "部长李明在会上说：“我们准备好了。”", "李明"),
    ("zh", "“我们准备好了，”部长李明表示，“但不是现在。”", "李明"),
    ("ar", "قال الوزير سامي الحداد: «نحن مستعدون للحوار».", "سامي الحداد"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), LANGUAGES)
def test_the_speaker_in_other_languages(lang: str, text: str, expected: str) -> None:
    assert set(speakers(text, lang)) == {expected}


def test_a_french_on_is_nobody_who_was_named() -> None:
    text = "Marc Delval est venu. « C’est faux », a-t-il dit. « Jamais reçu ce papier », assure-t-on à la mairie."
    assert speakers(text, "fr") == ["Marc Delval", None]


def test_never_a_name_inside_a_quotation() -> None:
    text = "“I asked President Orn for help,” said Ada Lind. “He gave it.”"
    assert speakers(text) == ["Ada Lind", "Ada Lind"]


def test_certain_is_a_name_or_a_new_description_in_the_same_sentence() -> None:
    text = HEADLINE + "Ada Lind came late. “Sorry,” she said. “Never mind,” said Bo Hart. “It is late,” an aide said."
    assert [passage.certain for passage in read_article(text).passages] == [False, True, True]


def test_known_names_are_the_fullest_form() -> None:
    article = read_article(HEADLINE + "“No,” said Lind.", "en", "article", ("Ada Lind",))
    assert [passage.speaker for passage in article.passages] == ["Ada Lind"]


def test_a_time_is_nobody() -> None:
    assert speakers("L’ouvrage « Rivières sans maître », publié l’an dernier, avait nourri le débat.", "fr") == [None]


def test_what_reports_in_marks_is_a_name() -> None:
    text = "Анна Крылова вышла. «Так нельзя», — сказала она.\n\n«Вересовский вестник» ранее писал, что мост закрыт."
    said, name = read_article(HEADLINE + text, "ru").passages
    assert (said.scare, name.scare, name.continues) == (False, True, None)
