"""Interviews in questions and answers: the question is nobody's answer, however the two are labelled."""

from __future__ import annotations

import pytest
from quoting import check_quote

ALONE = """Frau Achtern, hatten Sie Angst?

Leni Achtern: Nein, Angst hatte ich nicht. Kalt war mir.

Ich war sehr müde und wollte nach Hause.

Der Verband will Einsätze verrechnen. Was halten Sie davon?

Leni Achtern: Wenig. Wer in Not ist, darf nicht rechnen.
"""
LABELS = [
    ("Pregunta", "Respuesta", "es"), ("Question", "Réponse", "fr"), ("Frage", "Antwort", "de"), ("Q", "A", "en"),
    ("P.", "R.", "es"), ("Вопрос", "Ответ", "ru"), ("Питання", "Відповідь", "uk"), ("问", "答", "zh"),
    ("سؤال", "جواب", "ar"), ("Question", "Answer", "en"),
]  # fmt: skip


def labelled(ask: str, answer: str) -> str:
    return f"{ask}: Some say the bridge is old.\n\n{answer}: The bridge is safe today.\n\n{ask}: When will it open?\n"


@pytest.mark.parametrize("text", ["Der Verband will Einsätze verrechnen.", "Was halten Sie davon?"])
def test_a_question_without_a_label_is_not_said_by_who_answers(text: str) -> None:
    checked = check_quote(ALONE, text, "Leni Achtern", lang="de", kind="transcript")
    assert "speaker" in checked.rules and "the source has this as a question" in checked.text


@pytest.mark.parametrize(
    "text", ["Nein, Angst hatte ich nicht. Kalt war mir.", "Ich war sehr müde und wollte nach Hause."]
)
def test_an_answer_of_several_paragraphs_is_the_speakers(text: str) -> None:
    assert check_quote(ALONE, text, "Leni Achtern", lang="de", kind="transcript").rules == set()


@pytest.mark.parametrize(("ask", "answer", "lang"), LABELS)
def test_labels_that_only_say_question_and_answer_are_no_names(ask: str, answer: str, lang: str) -> None:
    text = labelled(ask, answer)
    assert check_quote(text, "The bridge is safe today.", "Ana Roe", lang=lang, kind="transcript").rules == set()
    asked = check_quote(text, "Some say the bridge is old.", "Ana Roe", lang=lang, kind="transcript")
    assert asked.rules == {"speaker"} and "as a question, not as something that Ana Roe says" in asked.text
    by_another = check_quote(text, "Some say the bridge is old.", "a reporter", lang=lang, kind="transcript")
    assert by_another.rules == set()
