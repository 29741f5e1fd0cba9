"""A text whose lines are broken because they are full, though some are longer than a line usually is."""

from __future__ import annotations

from quoting import check_quote

from generator.articles.paragraphs import find_paragraphs

WRAPPED = (
    "The harbour master of St Oran lifted the storm warning for all of the outer islands on Sunday evening, and few of "
    "those who had\nleft came home.\n\n“We do not have the boats to bring every-\none back at once,” said the harbour "
    "master, Gwen Tarr, who had not slept for two nights and a day, she\nadded. “It will take time, and nobody should "
    "wait at the\nquay.”\n"
)
LINES = (
    "The harbour master of St Oran lifted the storm warning for all of the outer islands on Sunday evening, and few of "
    "those who had left came home.\n“We wait,” said Gwen Tarr. “We do not know\n“There are boats for everybody,” said "
    "the mayor, Ana Roe.\n"
)


def test_a_quotation_goes_on_over_a_full_line() -> None:
    for text in ("We do not have the boats to bring everyone back at once.", "It will take time, and nobody should "):
        checked = check_quote(WRAPPED, text, "Gwen Tarr", lang="en")
        assert not checked.errors & {"quote-crosses", "quote-spliced", "quote-not-found"}, checked.text
    assert check_quote(WRAPPED, "We do not have the boats to bring everyone back at once.", "Gwen Tarr").rules == set()


def test_a_line_that_begins_a_sentence_is_a_paragraph_of_its_own() -> None:
    assert len(find_paragraphs(LINES)) == 3
