"""Sources in languages without word lists: told as what they are, read by form and by the verbs that report.

All articles and people are made up.
"""

from __future__ import annotations

import pytest

from generator.articles.article import Article
from generator.articles.detection import detect
from generator.articles.joining import may_join
from generator.articles.passages import read_article
from generator.wordlists import LANGUAGES, languages_by_word, words_of

TEXTS = {
    "it": "Il ministro ha detto che non è una questione di giorni, ma di mesi, e che il ponte della città è chiuso.",
    "pt": "O ministro disse que não há data para a obra e que os moradores da cidade foram avisados por uma carta.",
    "ca": "El ministre ha dit que no és una qüestió de dies, i que els veïns del poble van ser avisats amb una carta.",
    "ro": "Ministrul a spus că nu este o problemă de zile și că locuitorii din oraș au fost anunțați prin scrisoare.",
    "nl": "De minister zei dat het niet om dagen gaat, en dat de bewoners van de stad een brief hebben gekregen.",
    "sv": "Ministern sade att det inte är en fråga om dagar, och att de som bor i staden har fått ett brev.",
    "da": "Ministeren sagde, at det ikke er et spørgsmål om dage, og at han har skrevet til dem, der bor i byen.",
    "no": "Statsråden sier at det ikke er et spørsmål om dager, og at han skrev til alle etter møtet mandag.",
    "fi": "Ministeri sanoi, että kyse ei ole päivistä, mutta kaupunki on jo kertonut asiasta, ja hän oli paikalla.",
    "et": "Minister ütles, et see ei ole päevade küsimus, aga linn on juba teatanud ja ta oli ka kohal.",
    "pl": "Minister powiedział, że to nie jest kwestia dni, ale miesięcy, i że mieszkańcy są o tym już uprzedzeni.",
    "cs": "Ministr řekl, že to není otázka dnů, ale měsíců, a že o tom obyvatele města už také uvedl v dopise.",
    "sk": "Minister povedal, že to nie je otázka dní, ale mesiacov, a že ľudia o tom už vedia aj z listu.",
    "sl": "Minister je dejal, da to ni vprašanje dni in da se bodo ljudje o tem še pogovorili, ker so za to.",
    "hr": "Ministar je rekao da to nije pitanje dana i da će se ljudi o tome razgovarati, ali ne u gradu.",
    "hu": "A miniszter azt mondta, hogy ez nem napok kérdése, és a város már levelet is írt, de még nem küldte el.",
    "lt": "Ministras sakė, kad tai ne dienų klausimas, bet jis jau buvo mieste ir apie tai kalbėjo su žmonėmis.",
    "lv": "Ministrs teica, ka tas nav dienu jautājums, bet viņš jau bija pilsētā un par to runāja ar cilvēkiem.",
    "tr": "Bakan bunun bir gün meselesi olmadığını söyledi, ama kent için çok önemli olan bu mektup daha gelmedi.",
    "vi": "Bộ trưởng nói rằng đây không phải là vấn đề của một ngày và người dân đã được báo trước với các lá thư.",
    "id": "Menteri itu mengatakan bahwa ini tidak akan selesai dalam sehari dan warga yang ada di kota telah tahu.",
    "el": "Ο υπουργός είπε ότι δεν είναι θέμα ημερών.",
    "bg": "Министърът каза, че това не е въпрос на дни, и ще се срещне с хората, които са в града, след седмица.",
    "sr": "Министар је рекао да то није питање дана и да ће се са људима срести у граду, али не ове недеље.",
    "mk": "Министерот рече дека тоа не е прашање на денови и дека ќе се сретне со луѓето во градот по недела.",
    "be": "Міністр сказаў, што гэта не пытанне дзён, і што ён таксама быў у горадзе, як і яго намеснік.",
    "fa": "وزیر گفت که این موضوع با یک روز حل نمی شود و مردم شهر را از آن باخبر کرد.",
    "ur": "وزیر نے کہا کہ یہ دنوں کا معاملہ نہیں ہے اور شہر کے لوگوں کو اس سے آگاہ کیا گیا ہے۔",
    "he": "השר אמר כי לא מדובר בעניין של ימים.",
    "hi": "मंत्री ने कहा कि यह दिनों का मामला नहीं है।",
    "th": "รัฐมนตรีกล่าวว่าไม่ใช่เรื่องของวัน",
    "ko": "장관은 며칠 문제가 아니라고 말했다.",
    "ja": "大臣は数日の問題ではないと述べた。",
    "ka": "მინისტრმა თქვა, რომ ეს დღეების საკითხი არ არის.",
    "hy": "Նախարարն ասաց, որ դա օրերի հարց չէ։",
}


@pytest.mark.parametrize("lang", TEXTS)
def test_a_language_without_lists_is_not_taken_for_one_with(lang: str) -> None:
    assert detect(TEXTS[lang]) == lang


def test_small_words_are_of_no_more_than_a_few_languages() -> None:
    by_word = languages_by_word()
    assert {lang for langs in by_word.values() for lang in langs} >= set(LANGUAGES) - {"zh"}
    assert all(word == word.lower().strip() for word in by_word)


@pytest.mark.parametrize("code", ["no", "nb", "nn", "nb-NO"])
def test_norwegian_is_written_in_two_ways(code: str) -> None:
    assert "sier" in words_of(code).reporting


#: A true quotation that the reporter interrupts: the text, its parts, and who says it where that is told.
INTERRUPTED = {
    "it": ("«Il ponte resta chiuso», ha detto il sindaco Carla Bonvin, «e nessuno passerà».", "Carla Bonvin"),
    "it, a sentence": ("«Il ponte resta chiuso», ha spiegato Carla Bonvin. «Nessuno passerà».", "Carla Bonvin"),
    "pt": ("“A ponte segue fechada”, disse a prefeita Marta Queirol, “e ninguém passará.”", "Marta Queirol"),
    "nl": ('"De brug blijft dicht", zei burgemeester Anke Terhorst, "en niemand mag erover."', "Anke Terhorst"),
    "cs": ("„Most zůstává zavřený,“ řekla starostka Jana Krejzová, „a nikdo neprojde.“", "Jana Krejzová"),
    "pl": ("„Most pozostaje zamknięty”, powiedziała Hanna Wilczak, „i nikt nie przejdzie”.", "Hanna Wilczak"),
    "pl, by dashes": ("— Most jest zamknięty — dodała Hanna Wilczak. — Nikt nie przejdzie.", "Hanna Wilczak"),
    "sv": ("”Bron förblir stängd”, sade borgmästaren Karin Dahlgård, ”och ingen får passera.”", "Karin Dahlgård"),
    "sv, by dashes": ("– Bron är stängd, säger Karin Dahlgård. Ingen får passera.", "Karin Dahlgård"),
    "no, by dashes": ("– Brua er stengt, sier ordfører Ola Nordvik. Ingen får passere.", "Ola Nordvik"),
    "fi, by dashes": ("– Silta on kiinni, sanoo Aino Lehtovaara. Kukaan ei pääse yli.", "Aino Lehtovaara"),
    "tr": ("“Köprü kapalı kalıyor” dedi Elif Soydan, “ve kimse geçmeyecek.”", "Elif Soydan"),
    "he": ('"הגשר נשאר סגור", אמרה ראש העיר דנה מרום, "ואיש לא יעבור."', None),
    "el": ("«Η γέφυρα μένει κλειστή», είπε η δήμαρχος Ελένη Βάρσου, «και κανείς δεν θα περάσει».", "Ελένη Βάρσου"),
    "hi": ("“पुल बंद रहेगा,” महापौर मीरा दलवानी ने कहा, “और कोई पार नहीं करेगा।”", None),
    "ko": ("“다리는 닫혀 있습니다”라고 한소라 시장은 말했다. “아무도 건너지 못합니다.”", None),
    "ja": ("「橋は閉じたままです」と青井市長は述べ、「誰も渡れません」と付け加えた。", None),
}


def read(name: str, text: str) -> Article:
    return read_article(f"A headline\n\nA first line stands here.\n\n{text}\n", name.split(",")[0])


@pytest.mark.parametrize("name", INTERRUPTED)
def test_an_interrupted_quotation_is_one(name: str) -> None:
    text, speaker = INTERRUPTED[name]
    article = read(name, text)
    assert len(article.passages) == 2
    assert may_join(article, 0, 1)
    assert [one.speaker for one in article.passages] == [speaker, speaker]


#: Words of two, or of two occasions.
APART = {
    "another speaks": "«Il ponte resta chiuso», ha detto Carla Bonvin. «Riaprirà presto», ha ribattuto Dario Menghi.",
    "another whom no list tells": "«Il ponte resta chiuso», ha detto Bonvin. «Riaprirà presto», tuona il consigliere.",
    "introduced": "«Il ponte resta chiuso», ha detto Carla Bonvin, e Dario Menghi: «Riaprirà presto».",
    "the reporter goes on": "«Il ponte resta chiuso.» La seduta è stata sospesa. «Riaprirà presto.»",
    "long": "«Il ponte resta chiuso», ha detto Carla Bonvin dopo che la commissione aveva discusso per ore del bilancio"
    " di previsione e delle tasse sui rifiuti, «e riaprirà presto».",
    "words in marks": "Ha definito «inaccettabile la proposta di ieri» e parlato di una «scelta del tutto sbagliata».",
}


@pytest.mark.parametrize("name", APART)
def test_words_of_two_are_not_one(name: str) -> None:
    article = read("it", APART[name])
    assert len(article.passages) == 2
    assert not may_join(article, 0, 1)


def test_a_list_after_dashes_is_no_speech() -> None:
    assert not read("sv", "– Bron\n\n– Vägen till hamnen\n\n– Skolan").passages


def test_lines_after_dashes_are_speech_where_one_is_said() -> None:
    article = read("sv", "– Bron är stängd, säger Karin Dahlgård.\n\n– Ingen får passera i dag.")
    assert [article.text[one.span.start : one.span.end] for one in article.passages] == [
        "Bron är stängd",
        "Ingen får passera i dag.",
    ]


#: Articles as papers print them: every passage that is no scare, with whom it is said by (nobody: not told).
ARTICLES = {
    "it": (
        "Chiude l'asilo di Borgo Lemme\n\n"
        "L'asilo di via dei Tigli chiuderà a giugno. Lo ha annunciato lunedì il sindaco, Piero Casaldi.\n\n"
        "«Non abbiamo più i soldi per il tetto», ha detto Casaldi ai giornalisti. «Ci dispiace molto».\n\n"
        "«È una decisione presa alle nostre spalle», accusa Marta Dellorto. «Nessuno ci ha chiesto niente».\n\n"
        "«Sapevano da due anni», ha replicato il consigliere, «e non hanno mosso un dito».\n",
        (
            ("Non abbiamo più i soldi per il tetto", "Piero Casaldi"),
            ("Ci dispiace molto", "Piero Casaldi"),
            ("È una decisione presa alle nostre spalle", "Marta Dellorto"),
            ("Nessuno ci ha chiesto niente", "Marta Dellorto"),
            ("Sapevano da due anni", None),
            ("e non hanno mosso un dito", None),
        ),
    ),
    "sv": (
        "Biblioteket i Norrhamn läggs ned\n\n"
        "Det blir inget bibliotek kvar efter årsskiftet. Det beslutade kommunstyrelsen på tisdagen.\n\n"
        "– Vi har vänt på varenda krona, säger kommunalrådet Bengt Ahlsén (S). Men pengarna räcker inte.\n\n"
        "– Det här är en skam, säger Ingrid Mo, som har lånat böcker i Norrhamn sedan 1974.\n\n"
        "– Vart ska barnen ta vägen? frågar hon.\n",
        (
            ("Vi har vänt på varenda krona", "Bengt Ahlsén"),
            ("Men pengarna räcker inte.", "Bengt Ahlsén"),
            ("Det här är en skam", "Ingrid Mo"),
            ("Vart ska barnen ta vägen?", "Ingrid Mo"),
        ),
    ),
    "no": (
        "Skolen på Strandøya legges ned\n\n"
        "Tirsdag vedtok kommunestyret å legge ned skolen. Vedtaket ble gjort med to stemmers overvekt.\n\n"
        "– Dette er en tung dag, sa ordfører Marit Solheim etter møtet. – Men vi hadde ikke noe valg.\n\n"
        "– De har lovet oss skole, sier Jonas Berge, far til tre. – Nå må ungene ta båt, og det hver morgen.\n",
        (
            ("Dette er en tung dag", "Marit Solheim"),
            ("Men vi hadde ikke noe valg.", "Marit Solheim"),
            ("De har lovet oss skole", "Jonas Berge"),
            ("Nå må ungene ta båt, og det hver morgen.", "Jonas Berge"),
        ),
    ),
    "pl": (
        "Most w Zalesinie zamknięty\n\n"
        "Most na Strudze został w poniedziałek zamknięty. Decyzję podjął wójt Marek Drożyna.\n\n"
        "– Nie mogliśmy czekać – powiedział wójt Drożyna dziennikarzom. – Filary są w fatalnym stanie.\n\n"
        "„Do pracy mam czterdzieści kilometrów”, mówi Anna Pilch, pielęgniarka. „Nikt nas nie uprzedził”.\n",
        (
            ("Nie mogliśmy czekać", "Marek Drożyna"),
            ("Filary są w fatalnym stanie.", "Marek Drożyna"),
            ("Do pracy mam czterdzieści kilometrów", "Anna Pilch"),
            ("Nikt nas nie uprzedził", "Anna Pilch"),
        ),
    ),
    "nl": (
        "Zwembad De Plas gaat dicht\n\n"
        "Zwembad De Plas sluit na de zomer. Dat maakte wethouder Pim Oudekerk dinsdag bekend.\n\n"
        "„We kunnen de rekening niet betalen”, zei Oudekerk na afloop. „Het doet pijn.”\n\n"
        "Volgens raadslid Sander Hoogmoed heeft het college te lang gewacht. „Er lag een plan”, aldus Hoogmoed,"
        " „maar dat verdween in een la.”\n",
        (
            ("We kunnen de rekening niet betalen", "Pim Oudekerk"),
            ("Het doet pijn.", "Pim Oudekerk"),
            ("Er lag een plan", "Sander Hoogmoed"),
            ("maar dat verdween in een la.", "Sander Hoogmoed"),
        ),
    ),
    "pt": (
        "Hospital fecha pronto-socorro\n\n"
        "O pronto-socorro deixará de atender à noite a partir de abril, informou a prefeitura nesta quinta-feira.\n\n"
        '"Faltam médicos, não falta vontade", disse o secretário de Saúde, Renato Quintela. "Vamos reabrir."\n\n'
        '"Quem passar mal vai ter que viajar uma hora", afirmou ela. "Isso mata gente."\n\n'
        '"Vamos até o fim", declarou Hélio Mansur, "porque saúde não se fecha."\n',
        (
            ("Faltam médicos, não falta vontade", "Renato Quintela"),
            ("Vamos reabrir.", "Renato Quintela"),
            ("Quem passar mal vai ter que viajar uma hora", None),
            ("Isso mata gente.", None),
            ("Vamos até o fim", "Hélio Mansur"),
            ("porque saúde não se fecha.", "Hélio Mansur"),
        ),
    ),
}


@pytest.mark.parametrize("lang", ARTICLES)
def test_who_is_quoted_is_told_as_far_as_the_verbs_tell(lang: str) -> None:
    text, expected = ARTICLES[lang]
    article = read_article(text, detect(text))
    assert article.lang == lang
    found = [one for one in article.passages if not one.scare]
    assert [(text[one.span.start : one.span.end], one.speaker) for one in found] == list(expected)
