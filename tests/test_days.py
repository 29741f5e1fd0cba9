"""The days that sentences name, and the one to come that a drafted next step gets."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.days import find_days, next_day
from generator.articles.passages import read_article
from generator.dates import parse_step_date
from generator.drafting import draft_brief

WRITTEN = date(2026, 2, 12)
TOLD = [
    ("en", "It will open on 3 March.", "2026-03-03"),
    ("en", "They meet on March 3rd in Hael.", "2026-03-03"),
    ("en", "A hearing on Feb. 20 at 10:30", "2026-02-20"),
    ("en", "He said on 3 February that it would open on 3 March 2027.", "2027-03-03"),
    ("en", "from February 20-22", "2026-02-20/2026-02-22"),
    ("en", "between 20 and 22 February", "2026-02-20/2026-02-22"),
    ("en", "is due in September", "2026-09"),
    ("en", "must hand it in by Feb. 20", "2026-02-20"),
    ("en", "will be done by Sept.", "2026-09"),
    ("en", "It opened on 5 January.", None),
    ("en", "He may 3 times fail, and 40 decent people march.", None),
    ("en", "either on 3 March or on 7 March", None),
    ("en", "will pay 30 million in 2027", None),
    ("de", "Am 4. März soll abgestimmt werden.", "2026-03-04"),
    ("de", "vom 3. bis 5. März", "2026-03-03/2026-03-05"),
    ("de", "spätestens im September", "2026-09"),
    ("fr", "rendra sa décision le 1er mars", "2026-03-01"),
    ("fr", "les 19 marsouins", None),
    ("es", "el próximo 26 de febrero", "2026-02-26"),
    ("es", "el 5 de marzo de 2027", "2027-03-05"),
    ("ru", "Слушания пройдут 20 февраля.", "2026-02-20"),
    ("ru", "в маленьком доме, в марте", "2026-03"),
    ("uk", "Прем’єра відбудеться 28 лютого.", "2026-02-28"),
    ("zh", "将于2月20日公布", "2026-02-20"),
    ("zh", "3月5日至7日举行", "2026-03-05/2026-03-07"),
    ("zh", "协议必须在明年5月1日之前生效", None),
    ("en", "will reopen on 1 May next year", None),
    ("en", "will reopen on 1 May 2027, next year", "2027-05-01"),
    ("ar", "يعقد الاجتماع يوم 18 فبراير", "2026-02-18"),
    ("tlh", "on 3 March", None),
]


@pytest.mark.parametrize(("lang", "text", "edtf"), TOLD)
def test_the_one_day_to_come_is_read(lang: str, text: str, edtf: str | None) -> None:
    told = next_day(text, lang, WRITTEN)
    assert (told.edtf if told else None) == edtf
    assert told is None or (parse_step_date(told.edtf) and told.words in text)


def test_over_new_year_the_nearest_year_is_meant() -> None:
    told = next_day("They will meet on 9 January.", "en", date(2026, 12, 20))
    assert told and told.edtf == "2027-01-09"
    assert not next_day("They met on 20 December.", "en", date(2027, 1, 9))


@given(st.text(), st.sampled_from(["en", "de", "zh", "ar", "tlh"]), st.dates())
def test_no_text_raises(text: str, lang: str, near: date) -> None:
    assert isinstance(list(find_days(f"{text} 31 Feb 0000, 30. Februar, 13月45日 {text}", lang, near)), list)


def test_a_drafted_step_has_the_day_and_its_words() -> None:
    text = "Talks resume\n\nPublished 12 February 2026\n\n" + "The envoys rested in Hael. " * 6
    text += "Both sides travel to Velga on 3 March. A date for the summit is still to be agreed in the coming weeks.\n"
    steps = draft_brief(read_article(text, "en"), "a.txt", "0" * 64, date(2026, 12, 1), {}).steps
    assert "when: 2026-03-03  # 3 March" in steps
