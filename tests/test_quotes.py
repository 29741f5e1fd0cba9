"""What the check knows of a brief: rows, receipts, coverage, words quoted inline, sources of other kinds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quoting import check_brief, check_evidence, check_quote

from generator.articles.passages import read_article
from generator.quoting.citations import Citation
from generator.quoting.concordance import index_words
from generator.quoting.faults import explain_missing

ARTICLE = """\
HAEL, Jan 5 - “We  discussed security&nbsp;guarantees,” the envoy told reporters. “We will go on, but we have not \
agreed on territory.”

“It’s a start,” the aide said. “It’s a start,” the envoy said.

The minister praised a “new spirit of openness”.
"""


def stored(text: str, citation: Citation) -> list[str]:
    return [text[start:end] for start, end in citation.spans]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("You may hold it against him.", "which has “not” behind “may” |"),
        ("She was wrong about the wall, but early.", "which has “wasn't” and not “was” |"),
    ],
)
def test_what_differs_is_looked_for_where_the_words_stand_together(typed: str, told: str) -> None:
    """And not where a word or two of them stand farther away."""
    source = (
        "“You may think it odd. You may not hold it against him,” Ana said. “Was she there, and did she ask us? She "
        "wasn't wrong about the wall, but early.”\n"
    )
    assert told in check_quote(source, typed, "Ana").text


# --- rows and receipts -------------------------------------------------------------------------------


def test_a_row_for_every_quote_and_every_piece_of_evidence_in_the_order_of_the_format() -> None:
    checked = check_brief(
        ARTICLE,
        key_points=[{"text": "P.", "evidence": ["It’s a start", "new spirit"]}],
        quotes=[{"speaker": "the aide", "text": "It's a start"}],
        next_steps=[{"what": "W", "evidence": "go on"}],
        disputed=[{"what": "W", "evidence": "no such words"}],
    )
    assert [(row.field, row.kind, row.status) for row in checked.citations] == [
        ("key_points[0].evidence[0]", "evidence", "matched"),
        ("key_points[0].evidence[1]", "evidence", "matched"),
        ("quotes[0].text", "quote", "matched"),
        ("next_steps[0].evidence[0]", "evidence", "matched"),
        ("disputed[0].evidence[0]", "evidence", "failed"),
    ]


def test_spans_are_those_of_the_stored_text() -> None:
    citation = check_quote(ARTICLE, "We discussed security guarantees", "the envoy").citation
    assert citation.tier == "typography"
    assert stored(ARTICLE, citation) == ["We  discussed security&nbsp;guarantees"] == list(citation.exact)


@pytest.mark.parametrize("typed", ["Let us eat grandma, and go home", "Let us eat: grandma, and go home"])
def test_where_only_the_signs_differ_the_message_says_so(typed: str) -> None:
    checked = check_quote("“Let us eat, grandma, and go home,” said Ana.\n", typed, "Ana")
    assert checked.rules == {"not-found"}
    assert "the words are right, the signs between them are not" in checked.text


def test_a_space_that_does_not_break_is_typography() -> None:
    source = "“We paid 10\u202f000 euros for\u00a0it,” said Ana.\n"
    assert check_quote(source, "We paid 10 000 euros for it", "Ana").tier == "typography"


def test_a_joined_quotation_has_a_span_for_each_part_and_shows_what_interrupts() -> None:
    text = "We discussed security guarantees. We will go on, but we have not agreed on territory."
    citation = check_quote(ARTICLE, text, "the envoy").citation
    assert citation.tier == "joined"
    assert stored(ARTICLE, citation) == [
        "We  discussed security&nbsp;guarantees",
        "We will go on, but we have not agreed on territory.",
    ]
    (gap,) = citation.gaps
    assert gap.kind == "joined"
    assert gap.words == ",” the envoy told reporters. “"


def test_an_elided_quotation_shows_the_words_left_out_apart_from_what_interrupts() -> None:
    citation = check_quote(ARTICLE, "We discussed security … we have not agreed on territory", "the envoy").citation
    assert [(gap.kind, gap.words) for gap in citation.gaps] == [
        ("omitted", "guarantees"),
        ("joined", ",” the envoy told reporters. “"),
        ("omitted", "We will go on, but"),
    ]


def test_a_bracketed_quotation_shows_what_is_replaced_and_what_is_put_in() -> None:
    citation = check_quote(ARTICLE, "[The parties] have not agreed on [the] territory", "the envoy").citation
    assert [(gap.words, gap.by) for gap in citation.gaps] == [("we", "The parties"), ("", "the")]
    assert citation.gaps[1].span.start == citation.gaps[1].span.end == ARTICLE.index("territory")
    assert stored(ARTICLE, citation) == ["have not agreed on", "territory"]


def test_prefix_and_suffix_are_grown_until_they_are_unique() -> None:
    text = "“Yes,” Ann said. " + "They went on and on and on. " * 40 + "“Yes,” Ben said."
    citation = check_evidence(text, "They went on").citation
    whole = citation.prefix + citation.exact[0] + citation.suffix
    assert text.count(whole) == 1
    assert text[: citation.spans[0].start].endswith(citation.prefix)
    assert text[citation.spans[0].end :].startswith(citation.suffix)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab “”.,’ \n", max_size=60), st.text(alphabet="ab “”.,’", max_size=20))
def test_the_selector_of_whatever_matches_leads_to_one_place(article: str, text: str) -> None:
    citation = check_evidence(article, text or "a").citation
    if citation.status == "matched":
        assert citation.exact == tuple(stored(article, citation))
        if len(citation.spans) == 1:
            assert article.count(citation.prefix + citation.exact[0] + citation.suffix) == 1


def test_a_failed_row_claims_nothing() -> None:
    citation = check_quote(ARTICLE, "we have [finally] agreed on territory", "the envoy").citation
    assert (citation.status, citation.tier, citation.spans, citation.exact) == ("failed", None, (), ())
    assert citation.rules == ("quote-bracket",)


def test_original_is_checked_and_the_translation_is_not() -> None:
    quote = {"speaker": "the aide", "text": "C'est un début", "original": "It’s a start", "lang": "fr"}
    checked = check_brief(ARTICLE, quotes=[quote])
    assert [(row.field, row.status) for row in checked.citations] == [("quotes[0].original", "matched")]


# --- sources that are not held -----------------------------------------------------------------------


def test_a_source_that_is_not_held_is_told_and_nothing_is_checked() -> None:
    checked = check_brief(
        "", source={"file": None, "not_held": "under licence"}, quotes=[{"speaker": "a", "text": "b"}]
    )
    assert [(row.status, row.rules) for row in checked.citations] == [("unchecked", ("quote-unchecked",))]
    assert [(one.rule, one.level) for one in checked.findings] == [("quote-unchecked", "info")]
    assert "under licence" in checked.findings[0].message
    assert checked.coverage is None


# --- which place -------------------------------------------------------------------------------------

TWICE = """\
“We agree,” Ann Roe said on Monday in the old town hall.

“We agree,” Bob Lee said on Tuesday, by the river.

“We agree,” Ann Roe said on Friday.
"""


@pytest.mark.parametrize(
    ("speaker", "near", "at"), [("Ann Roe", None, 0), ("Bob Lee", None, 1), ("Ann Roe", "Friday", 2)]
)
def test_the_place_is_that_of_the_speaker_and_beside_near(speaker: str, near: str | None, at: int) -> None:
    citation = check_quote(TWICE, "We agree", speaker, near=near).citation
    starts = [index for index in range(len(TWICE)) if TWICE.startswith("We agree", index)]
    assert citation.spans[0].start == starts[at]


def test_a_speaker_who_is_none_of_them_is_an_error_unless_near_tells() -> None:
    assert "ambiguous" in check_quote(TWICE, "We agree", "Cleo Day").rules
    assert "ambiguous" not in check_quote(TWICE, "We agree", "Cleo Day", near="by the river").rules


def test_near_that_is_not_there_is_pointed_out() -> None:
    checked = check_quote(TWICE, "We agree", "Ann Roe", near="in the new castle")
    assert checked.tier == "exact"
    assert "in the new castle" in checked.text


def test_inside_marks_is_better_than_outside_and_whole_is_better_than_part() -> None:
    quoted = "“He says the plan is fair to all of us,” Ann said. “The plan is fair to all,” she said."
    text = f"The plan is fair to all.\n\n{quoted}"
    citation = check_quote(text, "the plan is fair to all", "Ann").citation
    assert citation.spans[0].start == text.rindex("The plan")


# --- words of the editor ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": "Envoys praise “new spirit of openness”"}, []),
        ({"title": "Envoys praise 'new spirit of openness'"}, []),
        ({"title": "Envoys don't agree on the ministers' plan"}, []),
        ({"title": "Envoys praise “the new spirit of great openness”"}, [("title", "error")]),
        ({"summary": "They call it “a good thing”."}, [("summary", "warning")]),
        ({"why_it_matters": "He spoke of “the end of the long war”."}, [("why_it_matters", "error")]),
        ({"key_points": ["A “spirit of closed doors and fear”."]}, [("key_points[0].text", "error")]),
        ({"not_known": ["What “a wholly different kind of start” means."]}, [("not_known[0]", "error")]),
        ({"disputed": ["Whether it is “a start for all of us”."]}, [("disputed[0].what", "error")]),
        ({"next_steps": ["The « grande réunion de la paix »"]}, [("next_steps[0].what", "error")]),
        (
            {"changes": [{"date": "2026-01-06", "kind": "correction", "note": "We had “a start for all of us”."}]},
            [("changes[0].note", "warning")],
        ),
    ],
)
def test_words_in_marks_in_the_editors_text(fields: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    checked = check_brief(ARTICLE, **fields)
    found = [(one.field, one.level or "error") for one in checked.findings if one.rule == "quote-inline"]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He says “we have [now] agreed on territory”.", "[now] stands where the source has “not”"),
        ("He says “[never] discussed security guarantees”.", "[never] puts “never” into the speaker's mouth"),
        ("He says “[they] have not agreed on territory”.", ""),
        ("He says “we [of the islands] have not agreed on territory”.", ""),
    ],
)
def test_a_bracket_in_the_editors_text_changes_nothing_either(text: str, told: str) -> None:
    checked = check_brief(ARTICLE, summary=text)
    found = [one for one in checked.findings if one.rule == "quote-inline"]
    assert [told in one.message and one.level is None for one in found] == ([True] if told else [])


def test_what_is_left_out_in_the_editors_text_is_shown_as_well() -> None:
    points = [{"text": "It is “will go on … agreed on territory”.", "accept": {"quote-elides": "as the story says"}}]
    checked = check_brief(ARTICLE, why_it_matters="He says “we will go on … agreed on territory”.", key_points=points)
    found = [(one.field, one.message.partition(":")[0]) for one in checked.findings if one.rule == "quote-elides"]
    told = "the words left out hold a negation, “not”"
    assert found == [("why_it_matters", told), ("key_points[0].text", told)]


# --- coverage -----------------------------------------------------------------------------------------


def test_coverage_counts_passages_of_four_words_or_more() -> None:
    checked = check_brief(ARTICLE, quotes=[{"speaker": "the envoy", "text": "We discussed security guarantees"}])
    assert checked.coverage is not None
    assert (checked.coverage.used, checked.coverage.passages) == (1, 3)
    unused = [one.message for one in checked.findings if one.rule == "quote-unused"]
    assert len(unused) == 2
    assert "We will go on" in unused[0]


def test_a_passage_that_is_quoted_wrongly_is_not_told_as_unused() -> None:
    checked = check_brief(ARTICLE, quotes=[{"speaker": "the envoy", "text": "We discussed security promises"}])
    assert checked.citation.status == "failed"
    unused = [one.message for one in checked.findings if one.rule == "quote-unused"]
    assert unused
    assert not any("We discussed security" in message for message in unused)


def test_a_changed_word_in_a_joined_quotation_does_not_name_the_reporters_clause() -> None:
    source = "“We talked for six hours about it,” minister Ana Belo said on Monday. “We have not agreed on water yet.”"
    words = "We talked for nine hours about it. We have not agreed on water yet."
    checked = check_brief(source, quotes=[{"speaker": "Ana Belo", "text": words}])
    message = next(one.message for one in checked.findings if one.rule == "quote-not-found")
    assert "“six” and not “nine”" in message
    assert "Belo said" not in message


def test_a_misspelt_speaker_is_named_once() -> None:
    source = "“We talked for six hours about it,” minister Ana Belo said on Monday."
    quotes = [{"speaker": "Ana Bello", "text": "We talked for six hours about it"}]
    known = check_brief(source, quotes=quotes, participants=["Ana Belo"])
    assert "speaker" not in known.rules
    assert "speaker" in check_brief(source, quotes=quotes, participants=["Ana Belo", "Ana Bello"]).rules


def test_what_is_left_out_on_purpose_is_not_told() -> None:
    left_out = ["We will go on", "new spirit of openness"]
    checked = check_brief(
        ARTICLE, quotes=[{"speaker": "the envoy", "text": "We discussed security guarantees"}], left_out=left_out
    )
    assert not [one for one in checked.findings if one.rule == "quote-unused"]


def test_left_out_words_must_stand_in_the_source() -> None:
    checked = check_brief(ARTICLE, left_out=["We will go home"])
    (finding,) = [one for one in checked.findings if one.rule == "quote-not-found"]
    assert (finding.field, finding.level) == ("left_out[0].text", "warning")


# --- other kinds and languages --------------------------------------------------------------------------

TRANSCRIPT = """\
MS. ROE: Good morning. We have a plan, and it is a good one. We do not have a date.

MR. LEE: Is the plan signed?

MS. ROE: Not yet. It will be signed when the minister is back.
"""


@pytest.mark.parametrize(
    ("text", "tier", "rules"),
    [
        ("We have a plan, and it is a good one. We do not have a date.", "exact", set()),
        ("We have a plan ... We do not have a date.", "elided", {"elides"}),
        ("We do not have a date. It will be signed when the minister is back.", None, {"spliced"}),
        ("It will be signed when the minister is back ... We have a plan", None, {"spliced"}),
        ("have a date", "exact", {"opening-dropped", "fragment"}),
        ("It will be signed", "exact", {"truncated"}),
    ],
)
def test_in_a_transcript_the_turn_is_the_utterance(text: str, tier: str | None, rules: set[str]) -> None:
    checked = check_quote(TRANSCRIPT, text, "Ms. Roe", kind="transcript")
    assert (checked.tier, checked.rules) == (tier, rules)


def test_a_transcript_without_labels_is_one_text() -> None:
    text = "Good morning. We have a plan, and it is a good one.\n\nWe do not have a date. That is all for today."
    checked = check_quote(text, "We have a plan, and it is a good one.", "Ms. Roe", kind="transcript")
    assert (checked.tier, checked.rules) == ("exact", set())


def test_what_stands_before_the_first_speaker_is_nobodys() -> None:
    text = f"The ministers met the press in Hael on Monday evening.\n\n{TRANSCRIPT}"
    assert "not-quoted" in check_quote(text, "The ministers met the press in Hael", "Ms. Roe", kind="transcript").rules


STATEMENT = """\
We met in Hael today. We did not agree on the border, but we agreed to go on.

The envoy told us: “There is no other way.” We share that view. The next meeting is in March.
"""


@pytest.mark.parametrize("kind", ["statement", "post"])
@pytest.mark.parametrize(
    ("text", "tier", "rules"),
    [
        ("We met in Hael today. We did not agree on the border, but we agreed to go on.", "exact", set()),
        ("We met in Hael today ... We share that view.", "elided", {"elides"}),
        ("There is no other way", "exact", {"nested"}),
        ("agree on the border, but we agreed to go on", "exact", {"opening-dropped"}),
        ("We share that view. We met in Hael today.", None, {"spliced"}),
    ],
)
def test_a_statement_is_one_utterance(kind: str, text: str, tier: str | None, rules: set[str]) -> None:
    checked = check_quote(STATEMENT, text, "the ministry", kind=kind)
    assert (checked.tier, checked.rules) == (tier, rules)


def test_a_language_without_lists_is_told_once_and_every_cut_is_partial() -> None:
    text = "“Hatujakubaliana bado juu ya mpaka, lakini tunaendelea,” alisema Rehema Mwakyusa."
    checked = check_quote(text, "Hatujakubaliana bado juu ya mpaka", "Rehema Mwakyusa", lang="sw")
    assert checked.rules == {"partial"}
    assert [one.rule for one in checked.findings if one.rule == "quote-language"] == ["quote-language"]


def test_a_language_with_few_lists_is_told_of_by_what_a_cut_drops() -> None:
    checked = check_quote(
        "“Vi er ikke enige, men vi fortsetter,” sa Kari Moe.", "Vi er ikke enige", "Kari Moe", lang="nb"
    )
    assert checked.rules == {"truncated"}
    assert "quote-language" not in {one.rule for one in checked.findings}


def test_an_article_without_quotation_marks_has_nothing_unquoted() -> None:
    assert check_quote("The plan is fair to all, she said.", "The plan is fair to all", "she").rules <= {"truncated"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“It’s a start”", True),
        ('"It’s a start"', True),
        ("«It’s a start»", True),
        ("‘It’s a start’", True),
        ("'It's a start'", True),
        ("“It’s a start.”", True),
        ("“It’s a start”.", True),
        ("“It’s a start", True),
        ("It’s a start”", True),
        ("It’s a start", False),
        ("``It's a start''", True),
        ("``It's a start", True),
        ("It's a start''.", True),
        ("''It's a start''", True),
        (",,It's a start''", True),
        ("<<It's a start>>", True),
        ("`It's a start'", True),
        ("״It's a start״", True),
        ("&quot;It's a start&quot;", True),
        ("&ldquo;It's a start.&rdquo;", True),
    ],
)
def test_marks_round_the_text_are_an_error(text: str, found: bool) -> None:
    assert ("marks" in check_quote(ARTICLE, text, "the aide").rules) == found


SPEAKERS = """\
WASHINGTON - “We are close to a deal,” White House spokeswoman Dana Reyes said on Monday. The talks went on for a week.

“Nobody has told me anything at all,” said Omar Haddad, the mayor of Tarn, which lies on the border.

“It will be signed by Friday,” a Trump aide said. “The prime minister knows it,” the Kremlin said in a statement.
"""


@pytest.mark.parametrize(
    ("text", "speaker", "agrees"),
    [
        ("We are close to a deal", "Dana Reyes", True),
        ("We are close to a deal", "Reyes", True),
        ("We are close to a deal", "White House", True),
        ("We are close to a deal", "the White House", True),
        ("We are close to a deal", "a White House spokeswoman", True),
        ("We are close to a deal", "Omar Haddad", False),
        ("We are close to a deal", "the mayor of Tarn", False),
        ("Nobody has told me anything at all", "the mayor", True),
        ("Nobody has told me anything at all", "Mayor Haddad", True),
        ("Nobody has told me anything at all", "Karim Haddad", False),
        ("It will be signed by Friday", "Trump", False),
        ("It will be signed by Friday", "an aide to Trump", True),
        ("It will be signed by Friday", "a senior aide", True),
        ("It will be signed by Friday", "a White House lawyer", False),
        ("The prime minister knows it", "Kremlin", True),
        ("The prime minister knows it", "the Kremlin", True),
        ("The prime minister knows it", "the prime minister", False),
    ],
)
def test_the_speaker_may_be_named_in_many_ways(text: str, speaker: str, agrees: bool) -> None:
    checked = check_quote(SPEAKERS, text, speaker)
    assert ("speaker" not in checked.rules) == agrees, checked.text


def test_an_alias_of_the_vocabulary_is_the_same_speaker() -> None:
    text = "“We are close to a deal,” POTUS said on Monday."
    assert "speaker" in check_quote(text, "We are close to a deal", "Dana Reyes").rules
    aliases = {"Dana Reyes": ["POTUS"]}
    assert "speaker" not in check_quote(text, "We are close to a deal", "Dana Reyes", people=aliases).rules


def test_the_role_in_the_brief_is_a_description() -> None:
    text = "“We are close to a deal,” the chief negotiator said on Monday."
    mentioned = [{"name": "Dana Reyes", "role": "Chief negotiator"}, {"name": "Omar Haddad", "role": "Mayor"}]
    assert "speaker" not in check_quote(text, "We are close to a deal", "Dana Reyes", mentioned=mentioned).rules
    assert "speaker" in check_quote(text, "We are close to a deal", "Omar Haddad", mentioned=mentioned).rules


TWO_PARAGRAPHS = """The harbour was quiet. “They took good care of me, and I want to say that,” Jorrin Cassaly said. \
“The guards were boys like us.

“But I was never told why, not on the first day and not on the last.”

“Nobody asked me about the keys of the boathouse,” Cassaly said.
"""


@pytest.mark.parametrize("gap", [" ", " … "])
def test_what_a_failed_quotation_meant_is_neither_missing_nor_unused(gap: str) -> None:
    """One word is wrong in its first part: the others are right, and so is the passage in the next paragraph."""
    text = f"They took bad care of me, and I want to say that.{gap}But I was never told why, not on the first day"
    checked = check_quote(TWO_PARAGRAPHS, text, "Jorrin Cassaly")
    assert "“good” and not “bad”" in checked.text
    assert "never told why" not in checked.text.split("|")[0]
    unused = [one.message for one in checked.findings if one.rule == "quote-unused"]
    assert len(unused) == 1
    assert "keys of the boathouse" in unused[0]


MET = {
    "en": """The parties met in the capital on Monday and talked for six hours about \
what one side has asked for since autumn.

“We saw 2510 people leave the harbour, and we love this town,” the envoy said.
""",
    "uk": """Сторони зустрілися в столиці в понеділок і шість годин говорили \
про те, чого одна з них просить від самої осені.

«Ми бачили 2510 людей у порту, і вони хочуть миру», — сказав посол.
""",
    "zh": """各方代表周一在首都出席了会议，并就安全保障问题进行了长时间的讨论。

“我们将在13日举行下一轮会谈，地点还没有确定。”特使说。
""",
}


@pytest.mark.parametrize(
    ("lang", "text", "theirs", "ours"),
    [
        ("en", "We saw 2[6]10 people leave the harbour", "2510", "2610"),
        ("en", "people leave the harbour, and we l[i]ve this town", "love", "live"),
        ("uk", "Ми бачили 2[6]10 людей у порту", "2510", "2610"),
        ("zh", "我们将在1[5]日举行下一轮会谈", "13", "15"),
        ("zh", "我们将在[2]3日举行下一轮会谈", "13", "23"),
    ],
)
def test_a_bracket_inside_a_word_or_number_is_named(lang: str, text: str, theirs: str, ours: str) -> None:
    source = read_article(MET[lang], lang, "article")
    rule, message, hint, _ = explain_missing(index_words(source), text, (), anywhere=False)
    assert rule == "quote-bracket"
    assert f"turns “{theirs}” into “{ours}”" in message
    assert hint.endswith(theirs)


def test_a_bracket_inside_a_word_beside_another_mistake_is_not_what_is_wrong() -> None:
    source = index_words(read_article(MET["en"], "en", "article"))
    assert explain_missing(source, "We saw 2[6]10 cattle board the ferry", (), anywhere=False)[0] == "quote-not-found"


def test_a_hyphen_at_the_end_of_a_pasted_line_is_no_difference() -> None:
    source = index_words(read_article(MET["en"], "en", "article"))
    _, message, _, _ = explain_missing(source, "We saw 2510 peo-\nple board the harbour, and we", (), anywhere=False)
    assert "“leave” and not “board”" in message
    assert "ple" not in message


@pytest.mark.parametrize(
    ("text", "quote", "told"),
    [
        (
            "“My first words were not printable,” said Professor Inge Halloran of the University of Tarn, the study's "
            "lead author. “My second were: ‘Nobody sneeze.’ ”\n\nThe find was made by a road worker.",
            "My first words were not printable. My second were: ‘Nobody cough.’",
            "which has “sneeze” and not “cough”",
        ),
        (
            "«¿Fuera del mapa? —pregunta el cartero y se ríe—. Si ya lo estábamos».\n\nNo todos están contentos.",
            "Si ya no estábamos",
            "which has “lo” and not “no”",
        ),
        (
            "“We welcome the offer of the harbour. We cannot accept the fees,” said Lio Brandt.",
            "We can accept the fees.",
            "which has “cannot” and not “can”",
        ),
        (
            "“I don't want people hurt. I want him to sit in the dark for one day,” said Lio Brandt.",
            "I never want him to sit in the dark for one day.",
            "which has no “never” behind “I”",
        ),
        (
            "“I have done this for eleven years, and the easy part is over,” said Lio Brandt.",
            "The hard part is over",
            "which has “easy” and not “hard”",
        ),
        (
            "He was calm. “It is a foul in Italy, it is a foul in Brazil, it is a foul on every beach,” he said. "
            "“Only at Tarn Lane it is not a foul.”",
            "Only at Hael Lane it is not a foul.",
            "which has “Tarn” and not “Hael”",
        ),
    ],
    ids=[
        "a quotation in a quotation behind a long clause",
        "a word that the next paragraph begins with",
        "a word that the sentence before begins with",
        "a word that the sentence before has as well",
        "a small letter at the beginning",
        "words that the sentence before has again and again",
    ],
)
def test_the_word_that_differs_is_the_only_one_named(text: str, quote: str, told: str) -> None:
    assert f"these words do not stand in the source, {told} | " in check_quote(text, quote).text


ROW = """\
Aide sorry: ‘I was rude and tired’

Colin Strake, who had worked as an aide to Denise Amory since 2017, apologised on Monday in a letter to the paper.

“I was rude and tired,” he wrote. Amory said nothing to reporters who waited outside the town hall until the evening.
"""


@pytest.mark.parametrize("speaker", ["Denise Amory", "Paul Bell"])
def test_neither_the_headline_nor_the_name_in_a_clause_hides_that_another_speaks(speaker: str) -> None:
    """What the headline quotes stands below as well, and there somebody speaks; of a clause its offices count alone."""
    checked = check_quote(ROW, "I was rude and tired", speaker)
    assert "speaker" in checked.rules
    assert "Colin Strake" in checked.text


def test_who_speaks_is_told_to_agree_below_the_headline() -> None:
    assert "speaker" not in check_quote(ROW, "I was rude and tired", "Colin Strake").rules


PARAGRAPHS = (
    "“The harbour stays open, and nobody will be turned away while we speak in the old town hall,” Lund said Monday. "
    "“We have asked everybody who has a boat to keep it ready for the coming weeks.\n\n"
    "“We expect the ferrymen to come back to the table before the storms arrive, and we hope that the council of the "
    "lake will hear them in the first week of March,” she said."
)


def test_the_hint_shows_the_words_that_differ_however_long_the_quotation_is() -> None:
    text = (
        "The harbour stays open, and nobody will be turned away while we speak in the old town hall. We have asked "
        "everybody who has a boat to keep it ready for the coming weeks. We expect the ferrymen to come back to the "
        "table before the storms arrive, and we hope that the council of the lake will hear them in the second week."
    )
    _, message, hint, _ = explain_missing(
        index_words(read_article(PARAGRAPHS, "en", "article")), text, (), anywhere=False
    )
    assert "“first” and not “second”" in message
    assert hint.startswith("the source says: “… ")
    assert "will hear them in the first week" in hint
    assert len(hint) < 300
    _, _, hint, _ = explain_missing(
        index_words(read_article(PARAGRAPHS, "en", "article")), text.replace("harbour", "port"), (), anywhere=False
    )
    assert hint.startswith("the source says: “The harbour stays open")


def test_the_hint_goes_on_from_paragraph_to_paragraph_as_the_quotation_does() -> None:
    text = "to keep it ready for the coming weeks. We expect the ferrymen to come back to the tables"
    _, _, hint, _ = explain_missing(index_words(read_article(PARAGRAPHS, "en", "article")), text, (), anywhere=False)
    assert hint == (
        "the source says: “to keep it ready for the coming weeks. We expect the ferrymen to come back to the table”"
    )
