"""What a cut takes away with a few small words: how many, who says so, why, for how long, with which exception."""

from __future__ import annotations

import pytest
from quoting import check_quote

#: Language, speaker, source, then rows: a quotation, the rules on it, the word that the message names.
Rows = tuple[tuple[str, str, str], ...]
DESKS: dict[str, tuple[str, str, Rows]] = {
    "en": (
        "Ana Roe",
        "“Most bridges were closed. Two thirds of the schools will open. They say that the dam is safe. We said "
        "that the "
        "ferry is late. The company says the pipe was new. We did not leave because of the rain. There are no talks at "
        "the moment. All roads stay open. The only exception is the pass. In 2028 we will see,” Ana Roe said.\n\n"
        "“On 12 May the harbour was calm and it rained,” Ana Roe said. “As the mayor said, we are ready for it. "
        "We have "
        "never lied to anybody. Perhaps once or twice.”\n",
        (
            ("bridges were closed that day", "not-found", "and not “that day”"),
            ("Bridges were closed. Two thirds of the schools will open.", "opening-dropped", "“Most”"),
            ("the schools will open", "opening-dropped", "“thirds of”"),
            ("of the schools will open", "opening-dropped", "“thirds”"),
            ("the dam is safe", "opening-dropped", "“say”"),
            ("The dam is safe.", "opening-dropped", "“say”"),
            ("the ferry is late", "", ""),
            ("the pipe was new", "opening-dropped", "“says”"),
            ("We did not leave", "truncated", "“because of”"),
            ("There are no talks", "truncated", "“at the moment”"),
            ("All roads stay open.", "truncated", "The only exception"),
            ("The only exception is the pass.", "", ""),
            ("we will see what comes", "not-found", ""),
            ("we will see", "fragment", ""),
            ("the harbour was calm and it rained", "", ""),
            ("we are ready for it", "", ""),
            ("We have never lied to anybody.", "truncated", "Perhaps once or twice"),
        ),
    ),
    "de": (
        "Ana Roth",
        "„Die meisten Brücken waren zu. Zwei Drittel der Schulen öffnen wieder. Sie sagen, dass der Damm sicher "
        "ist. Ich "
        "habe gesagt, dass die Fähre spät kommt. Der Betreiber behauptet, das Rohr sei neu. Wir sind nicht "
        "gegangen wegen "
        "des Regens. Alle Straßen bleiben offen. Ausgenommen ist der Pass.“, sagte Ana Roth.\n",
        (
            ("Brücken waren zu. Zwei Drittel der Schulen öffnen wieder.", "opening-dropped", "“Die meisten”"),
            ("Drittel der Schulen öffnen wieder", "opening-dropped", "“Zwei”"),
            ("der Schulen öffnen wieder", "opening-dropped", "“Drittel”"),
            ("der Damm sicher ist", "opening-dropped", "“sagen”"),
            ("die Fähre spät kommt", "", ""),
            ("das Rohr sei neu", "opening-dropped", "“behauptet”"),
            ("Wir sind nicht gegangen", "truncated", "“wegen”"),
            ("Alle Straßen bleiben offen.", "truncated", "Ausgenommen ist"),
        ),
    ),
    "fr": (
        "Ana Roux",
        "« La plupart des ponts étaient fermés. Ils disent que la digue est sûre. J'ai dit que le bac serait en "
        "retard. "
        "Nous ne sommes pas partis pour l'argent. Les routes restent ouvertes. Seule exception, le col », a dit "
        "Ana Roux."
        "\n\nLe maire a indiqué que le pont serait « fermé au plus tard en juin ».\n",
        (
            ("ponts étaient fermés hier soir", "not-found", ""),
            ("la digue est sûre", "opening-dropped", "“disent”"),
            ("Nous ne sommes pas partis", "truncated", "“pour”"),
            ("Les routes restent ouvertes.", "truncated", "Seule exception"),
        ),
    ),
    "es": (
        "Ana Ruiz",
        "«La mayoría de los puentes estaban cerrados. Aseguran que el dique es seguro. Dijimos que la barca "
        "llegaba tarde. "
        "No nos fuimos por el dinero. Podríamos terminar antes de junio», dijo Ana Ruiz.\n",
        (
            ("los puentes estaban cerrados", "opening-dropped", "“La mayoría de”"),
            ("el dique es seguro", "opening-dropped", "“Aseguran”"),
            ("la barca llegaba tarde", "", ""),
            ("No nos fuimos", "fragment truncated", "“por”"),
            ("terminar antes de junio", "opening-dropped", "“Podríamos”"),
        ),
    ),
    "ru": (
        "Анна Рогова",
        "«Большинство мостов были закрыты, — сказала Анна Рогова. — Они утверждают, что дамба надёжна. Я "
        "сказала, что паром "
        "опаздывает на час. Мы не уехали из-за дождя и ветра».\n\nМэр Анна Рогова отрицает, что называла ревизоров "
        "«жалкими дилетантами».\n",
        (
            ("мостов были закрыты", "opening-dropped fragment", "“Большинство”"),
            ("дамба надёжна", "opening-dropped fragment", "“утверждают”"),
            ("паром опаздывает на час", "", ""),
            ("Мы не уехали", "fragment truncated", "“из-за”"),
            ("жалкими дилетантами", "opening-dropped fragment", "“отрицает”"),
        ),
    ),
    "uk": (
        "Анна Рогова",
        "«Більшість мостів були закриті, — сказала Анна Рогова. — Вони стверджують, що гребля надійна. Я "
        "сказала, що пором "
        "запізнюється на годину. Ми не поїхали через дощ і вітер. Ніколи не брехала. Може, раз чи двічі».\n",
        (
            ("мостів були закриті", "opening-dropped fragment", "“Більшість”"),
            ("гребля надійна", "opening-dropped fragment", "“стверджують”"),
            ("пором запізнюється на годину", "", ""),
            ("Ми не поїхали", "fragment truncated", "“через”"),
            ("Ніколи не брехала", "fragment truncated", "Може, раз чи двічі"),
        ),
    ),
    "zh": (
        "林若岚",
        "“大部分桥梁已经关闭。近三分之一的学校停课。公司声称管道是全新的。我说过渡轮会晚点。我们没有离开是因为下雨。"
        "所有道路保持开放。唯一的例外是山口。”林若岚说。\n",
        (
            ("桥梁已经关闭", "opening-dropped", "“大部分”"),
            ("三分之一的学校停课", "opening-dropped", "“近”"),
            ("管道是全新的", "opening-dropped", "“声称”"),
            ("渡轮会晚点了", "not-found", ""),
            ("我们没有离开", "truncated", "“是因为”"),
            ("所有道路保持开放。", "truncated", "唯一的例外"),
        ),
    ),
    "ar": (
        "سلمى القرمدي",
        'وقالت سلمى القرمدي: "معظم الجسور مغلقة منذ أمس. يقولون إن السد آمن تماما. لم نغادر المكان بسبب المطر. '
        "المشروع قائم "
        'من حيث المبدأ".\n',
        (
            ("الجسور مغلقة منذ أمس", "opening-dropped", "“معظم”"),
            ("السد آمن تماما", "opening-dropped fragment", "“يقولون”"),
            ("لم نغادر المكان", "fragment truncated", "“بسبب”"),
            ("المشروع قائم", "fragment truncated", "“من حيث المبدأ”"),
        ),
    ),
}


@pytest.mark.parametrize(
    ("lang", "text", "rules", "told"), [(lang, *row) for lang, (_, _, rows) in DESKS.items() for row in rows]
)
def test_a_cut_that_takes_small_words_away_is_told(lang: str, text: str, rules: str, told: str) -> None:
    speaker, source, _ = DESKS[lang]
    checked = check_quote(source, text, speaker, lang=lang)
    assert checked.rules - {"partial"} == set(rules.split()), checked.text
    assert told in checked.text


def test_almost_all_takes_nothing_back_and_a_contrast_stands_for_itself() -> None:
    source = (
        "“We plan no cuts at all. Almost everybody will stay with us,” said Ana Roe. “They may leave us, though nobody "
        "here wants to see it.”\n"
    )
    assert check_quote(source, "We plan no cuts at all.", "Ana Roe").rules == set()
    assert check_quote(source, "[T]hough nobody here wants to see it", "Ana Roe").rules == set()
    assert check_quote(source, "leave us, though nobody here wants to see it", "Ana Roe").rules == {"opening-dropped"}


def test_what_tells_that_something_is_reported_is_no_doubt() -> None:
    assert check_quote(DESKS["fr"][1], "fermé au plus tard en juin", "le maire", lang="fr").rules == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We sign today … we are poor", "a condition, “unless”"),
        ("It is certain … they stole the money", "a doubt, “allegedly”"),
        ("They never came … to the house", "a number, “212”"),
    ],
)
def test_what_an_ellipsis_hides_is_named(text: str, told: str) -> None:
    source = (
        "“We sign today unless it rains and we are poor. It is certain that allegedly they stole the money. They never "
        "came with 212 men to the house,” said Ana Roe.\n"
    )
    checked = check_quote(source, text, "Ana Roe")
    assert checked.rules == {"elides"} and told in checked.text


def test_in_scripts_without_spaces_what_is_named_has_none() -> None:
    source = "“我们今天下午签字，因为没有人反对这个计划，大家都很高兴。”林若岚说。\n"
    assert "“没有”" in check_quote(source, "我们今天下午签字……大家都很高兴", "林若岚", lang="zh").text


def test_a_word_that_is_hyphenated_at_a_line_end_is_shown_whole() -> None:
    source = "“We will come home,” said Ana Roe, “but only by bi-\ncycle.”\n"
    assert "only by bicycle" in check_quote(source, "We will come home", "Ana Roe").text


def test_words_of_the_speaker_himself_are_not_called_somebody_elses() -> None:
    source = "“I told him, ‘I will not do that for you.’ He laughed,” said Ana Roe.\n"
    checked = check_quote(source, "I will not do that for you", "Ana Roe")
    assert checked.rules == {"nested"} and "or at another time" in checked.text


@pytest.mark.parametrize(
    ("lang", "text", "rules"),
    [
        ("en", "[All] bridges were closed. Two thirds of the schools will open.", "bracket"),
        ("en", "[The] bridges were closed. Two thirds of the schools will open.", "bracket"),
        ("en", "Two thirds of [all] the schools will open", "bracket"),
        ("en", "Two thirds of the [city’s] schools will open", ""),
        ("en", "[Both sides] did not leave because of the rain", ""),
        ("en", "We did not leave because of [all] the rain", "bracket"),
        ("de", "[Alle] Brücken waren zu. Zwei Drittel der Schulen öffnen wieder.", "bracket"),
        ("es", "[Todos] los puentes estaban cerrados", "bracket"),
        ("ru", "[Все] мостов были закрыты", "bracket"),
        ("zh", "[所有]桥梁已经关闭。近三分之一的学校停课", "bracket"),
        ("ar", "[كل] الجسور مغلقة منذ أمس", "bracket"),
    ],
)
def test_how_many_is_no_word_for_a_bracket(lang: str, text: str, rules: str) -> None:
    speaker, source, _ = DESKS[lang]
    checked = check_quote(source, text, speaker, lang=lang)
    assert checked.rules - {"partial", "fragment", "opening-dropped"} == set(rules.split()), checked.text
