"""Speakers whom a text only describes: one of them, des Ministeriums, a captain at the start of a sentence."""

from __future__ import annotations

import pytest
from quoting import check_quote

ONE_OF_THEM = {
    "en": ("The farmers gave no names. “They promised us the money,” one of them said.", "one of the farmers"),
    "de": (
        "Die Bauern nannten keine Namen. „Man hat uns Geld versprochen“, sagte einer von ihnen.",
        "einer der Bauern",
    ),
    "es": ("Los regantes no dan su nombre. «Nos prometieron el dinero», dijo uno de ellos.", "uno de los regantes"),
}


@pytest.mark.parametrize("lang", ONE_OF_THEM)
def test_one_of_them_is_one_of_those_whom_the_text_means(lang: str) -> None:
    text, speaker = ONE_OF_THEM[lang]
    quoted = text.translate(str.maketrans("„“”«»", '"""""')).split('"')[1].rstrip(",")
    before = {"en": "“We are late,” said Ruth Okell.", "de": "„Wir kommen zu spät“, sagte Ruth Okell.",
              "es": "«Vamos muy tarde», dijo Ruth Okell."}[lang]  # fmt: skip
    assert check_quote(f"{before}\n\n{text}\n", quoted, speaker, lang=lang).rules <= {"fragment"}
    by_another = check_quote(f"{before}\n\n{text}\n", quoted, "Ruth Okell", lang=lang)
    assert "speaker" in by_another.rules and "aliases" not in by_another.text


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Nach Angaben des Ministeriums", "das Ministerium"),
        ("Laut Angaben des Gerichts", "das Gericht"),
        ("Nach Angaben des Bürgermeisters", "der Bürgermeister"),
    ],
)
def test_a_genitive_is_the_same_speaker(lead: str, speaker: str) -> None:
    checked = check_quote(
        f"{lead} ist die Lage „stabil und ganz ruhig“.\n", "stabil und ganz ruhig", speaker, lang="de"
    )
    assert checked.rules == set(), checked.text


def test_a_description_is_told_as_inside_a_sentence() -> None:
    source = "A trawler captain said: “We have lost the nets in the storm.” The mayor, Ana Roe, was silent.\n"
    checked = check_quote(source, "We have lost the nets in the storm.", "Ana Roe")
    assert "the source points to a trawler captain, not to Ana Roe" in checked.text
