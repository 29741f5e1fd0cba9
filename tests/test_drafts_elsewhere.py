"""Drafts from articles in languages without word lists: headline, writer, agency and day, people, and next steps.

The articles stand in `elsewhere.toml`, those with `above` and `people` are read here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.articles.days import find_days
from generator.articles.passages import read_article
from generator.drafting import Draft, draft_brief

TODAY = date(2025, 11, 20)
ARTICLES = {
    f"{lang} {place}": (lang, one)
    for lang, articles in tomllib.loads((Path(__file__).parent / "elsewhere.toml").read_text(encoding="utf-8")).items()
    for place, one in enumerate(articles, 1)
    if "above" in one
}
every_article = pytest.mark.parametrize(("lang", "one"), ARTICLES.values(), ids=ARTICLES)


def draft(text: str, lang: str) -> Draft:
    return draft_brief(read_article(text, lang), "a.txt", "0" * 64, TODAY, {})


@every_article
def test_what_stands_above_and_who_is_in_it_are_read_off(lang: str, one: Mapping[str, Any]) -> None:
    drafted = yaml.load(draft(one["text"], lang).text, yaml.CBaseLoader)
    above = ("headline", "agency", "byline", "published")
    told = {key: value for key, value in drafted["source"].items() if key in above}
    people = [*drafted.get("participants", []), *drafted.get("mentioned", [])]
    assert told == one["above"]
    assert {each["name"]: each.get("role", "") for each in people} == one["people"]


DAYS = [
    ("nl", "uiterlijk 18 december uitspraak", ["2025-12-18"]),
    ("sv", "Den ska vara klar den 15 januari.", ["2026-01-15"]),
    ("fi", "8. joulukuuta, päätös 10.11.2025", ["2025-12-08", "2025-11-10"]),
    ("it", "previsto per il 1º dicembre o tra il 3 e il 5 gennaio 2026", ["2025-12-01", "2026-01-05"]),
    ("pt", "a 1 de janeiro de 2026", ["2026-01-01"]),
    ("ca", "l'1 d'abril", ["2026-04-01"]),
    ("hu", "2025. november 12-én és december 3-án; november 2025", ["2025-11-12", "2025-12-03"]),
    ("he", "ב-3 בדצמבר", ["2025-12-03"]),
    ("hi", "25 नवंबर तक", ["2025-11-25"]),
    ("ja", "12月9日に", ["2025-12-09"]),
    ("tr", "4 Aralık'ta", ["2025-12-04"]),
    ("pl", "5,5 maja; 31.02.2025; 2/1 marca", []),
]


@pytest.mark.parametrize(("lang", "text", "days"), DAYS, ids=[one[0] for one in DAYS])
def test_days_are_read_as_each_language_writes_them(lang: str, text: str, days: list[str]) -> None:
    assert [one.edtf for one in find_days(text, lang, TODAY)] == days


def test_a_sentence_with_a_day_to_come_looks_like_a_next_step() -> None:
    ahead = "Javna rasprava počinje 1. prosinca, a odluka je 18. prosinca 2025."
    steps = yaml.safe_load(draft(f"Rasprava\n\nPlan je predstavljen 3. studenoga 2025. {ahead}", "hr").steps)
    assert [one["evidence"] for one in steps["next_steps"]] == [ahead]
