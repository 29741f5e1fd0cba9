"""A source text is read as a reader sees it; any text at all can be read."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.article import Kind
from generator.articles.detection import detect, detect_kind
from generator.articles.paragraphs import print_paragraphs
from generator.articles.passages import Article, Span, may_join, read_article
from generator.articles.suggested import list_quotes
from generator.wordlists import LANGUAGES

ODD = [
    *"ab Z9sé \n\n.,:;!?'\"-–—“”‘’«»‹›„‚`()「」『』\u00a0我们",
    "\n\n", "said ", " he said", ", сказал он, ", "''", "``", "<<", ">>", "— ", "5'10\"", "'90s", "s’ ", " “", "” ",
    "« ", " »", "word " * 30 + "\n", "Ada Lind ", "President ", ", the mayor, ", "the ", "who ", "according to ",
    "of ", "told ", "She ", "'s ", "von der ", "sagte ", "dit-il ", "a-t-elle dit ", "Олена Гай ", "заявила ",
    "по словам ", "部长李明说", "卡多·伦黑", "据他介绍", "قال ", "الوزير سامي ", "Q: ", "MR. LIND: ", "\ue000", "is ",
    "his ", "January ", "Monday ",
]  # fmt: skip
odd_texts = st.lists(st.sampled_from(ODD), max_size=60).map("".join)
languages = st.sampled_from([*LANGUAGES, "xx", "en-GB", "zh-Hans", ""])
kinds = st.sampled_from(get_args(Kind))


PRINTED = {
    "a line that ends because it was full goes on": (
        "The harbour was closed on Saturday after\nthe talks had ended without a deal, said\nthe mayor.\n\nAll left.",
        ["The harbour was closed on Saturday after the talks had ended without a deal, said the mayor.", "All left."],
    ),
    "a line that had room for more ends where it ends": (
        "MAYOR: The harbour was closed on Saturday.\nQUESTION: For how long?\nMAYOR: No.",
        [
            "MAYOR: The harbour was closed on Saturday.",
            "QUESTION: For how long?",
            "MAYOR: No.",
        ],
    ),
    "where a paragraph is one line, each line is a paragraph": (
        f"A headline\n{'word ' * 30}\nBy Ada Lind\n",
        ["A headline", ("word " * 30).strip(), "By Ada Lind"],
    ),
    "signs without spaces are not set apart": (
        "港口关闭。" * 9 + "\n" + "会谈结束。" * 9,
        ["港口关闭。" * 9, "会谈结束。" * 9],
    ),
    "nothing is nothing": ("\ufeff\n \n", []),
}


@pytest.mark.parametrize("claim", PRINTED)
def test_a_text_is_printed_by_its_paragraphs(claim: str) -> None:
    text, paragraphs = PRINTED[claim]
    assert list(print_paragraphs(text)) == paragraphs


@given(odd_texts | st.text(st.characters(exclude_categories=["Cc", "Cf"])))
def test_of_a_text_that_is_printed_nothing_is_lost(text: str) -> None:
    assert "".join("".join(print_paragraphs(text)).split()) == "".join(text.split())


@given(odd_texts | st.text(), languages, kinds)
def test_any_text_can_be_read(text: str, lang: str, kind: Kind) -> None:
    article = read_article(text, lang, kind, ("Ada Lind", "", "李明"))
    end = 0
    for index, passage in enumerate(article.passages):
        assert passage.opening.start >= end
        assert passage.span == Span(passage.parts[0].start, passage.parts[-1].end)
        assert passage.continues in (None, index - 1)
        end = passage.span.end
        for part in passage.parts:
            assert 0 <= part.start < part.end <= len(text)
            assert text[part.start : part.end].strip() == text[part.start : part.end]
        for nested in passage.nested:
            assert passage.span.start <= nested.start < nested.end <= passage.span.end
    for spans in (article.sentences, [paragraph.span for paragraph in article.paragraphs]):
        assert all(one.end <= other.start for one, other in pairwise(spans))
    for spans in ([turn.span for turn in article.turns], [one.span for one in article.attributions]):
        assert all(0 <= span.start <= span.end <= len(text) for span in spans)


@given(odd_texts | st.text())
def test_the_language_and_the_kind_of_any_text_can_be_told(text: str) -> None:
    assert detect(text)
    assert detect_kind(text) in get_args(Kind)


@given(odd_texts, languages)
def test_a_text_is_read_the_same_twice(text: str, lang: str) -> None:
    assert read_article(text, lang) == read_article(text, lang)


def quoted(article: Article) -> list[str]:
    return [article.text[passage.span.start : passage.span.end] for passage in article.passages]


#: A language, a text, and what is quoted in it.
MARKS = [
    # one mark of every kind
    ("en", "He said “we are ready” and left.", ["we are ready"]),
    ("en", "He said 'we are ready' and left.", ["we are ready"]),
    ("en", "He said ‘we are ready’ and left.", ["we are ready"]),
    ("en", 'He said "we are ready" and left.', ["we are ready"]),
    ("en", "He said ``we are ready'' and left.", ["we are ready"]),
    ("en", "He said ＂we are ready＂ and left.", ["we are ready"]),
    ("fr", "Il a dit « nous sommes prêts » hier.", ["nous sommes prêts"]),
    ("fr", "Il a dit qu’« il fallait partir » et parlé d'« urgence ».", ["il fallait partir", "urgence"]),
    ("fr", "Il a dit <<nous sommes prêts>> hier.", ["nous sommes prêts"]),
    ("fr", "Il a dit ‹ nous sommes prêts › hier.", ["nous sommes prêts"]),
    ("de", "Er sagte: „Wir sind bereit.“ Dann ging er.", ["Wir sind bereit."]),
    ("de", "Er sagte: „Wir sind bereit.” Dann ging er.", ["Wir sind bereit."]),
    ("de", "Er sagte: »Wir sind bereit.« Dann ging er.", ["Wir sind bereit."]),
    ("de", "Er sagte: ›Wir sind bereit.‹ Dann ging er.", ["Wir sind bereit."]),
    ("de", "Er sagte: ‚Wir sind bereit.‘ Dann ging er.", ["Wir sind bereit."]),
    ("de", "Er sagte: «Wir sind bereit.» Dann ging er.", ["Wir sind bereit."]),
    ("de", "Er sagte „ja“, sie sagte „nein“.", ["ja", "nein"]),
    ("en", "He said “yes”, she said “no”.", ["yes", "no"]),
    ("sv", "Han sade ”vi är redo” och gick.", ["vi är redo"]),
    ("sv", "Han sade »vi är redo» och gick.", ["vi är redo"]),
    ("pl", "Powiedział „jesteśmy gotowi” i wyszedł.", ["jesteśmy gotowi"]),
    ("zh", "他说：“我们准备好了。”然后离开。", ["我们准备好了。"]),
    ("zh", "他說：「我們準備好了。」然後離開。", ["我們準備好了。"]),
    ("zh", "他說：『我們準備好了。』然後離開。", ["我們準備好了。"]),
    ("zh", "他读了《和平》一书。", []),
    ("ar", "قال: «نحن مستعدون» ثم غادر.", ["نحن مستعدون"]),
    ("ar", "قال: ”نحن مستعدون“ ثم غادر.", ["نحن مستعدون"]),
    ("he", 'מפקד צה"ל אמר: "אנחנו מוכנים" והלך.', ["אנחנו מוכנים"]),
    ("ru", "«Мы готовы», — сказал он.", ["Мы готовы"]),
    # apostrophes, possessives, measures, decades
    ("en", "‘The ministers’ plan failed,’ he said.", ["The ministers’ plan failed,"]),
    ("en", "'The ministers' plan failed,' he said.", ["The ministers' plan failed,"]),
    ("en", "'It wasn't the workers' fault, nor mine,' he said.", ["It wasn't the workers' fault, nor mine,"]),
    ("en", "The ministers' plan and the workers' anger.", []),
    ("en", "It was rock 'n' roll in the '90s, 'cause we loved 'em.", []),
    ("en", "He is 6'2\" tall and she is 5' 10\".", []),
    ("en", '"It was 12" long," he said.', ['It was 12" long,']),
    ("en", '"It ended in 1990" and "began in 1991".', ["It ended in 1990", "began in 1991"]),
    ("fr", "L’accord d’hier n’est pas « l’accord d’aujourd’hui ».", ["l’accord d’aujourd’hui"]),
    ("uk", "П'ятий пункт м’який.", []),
    # nesting
    ("en", "“He told me, ‘Don’t go,’ so I stayed,” she said.", ["He told me, ‘Don’t go,’ so I stayed,"]),
    ("en", "\"He told me, 'Don't go.'\" She stayed.", ["He told me, 'Don't go.'"]),
    ("en", "‘He told me “no” and left,’ she said.", ["He told me “no” and left,"]),
    ("en", "“He said “no” twice,” she said.", ["He said “no” twice,"]),
    ("ru", "«Компания «Нефть» готова», — сказал он.", ["Компания «Нефть» готова"]),
    ("ru", "«Мы в компании «Нефть», — сказал он. «Ждём».", ["Мы в компании «Нефть", "Ждём"]),
    # marks gone astray
    ("en", "“We are ready, he said. “But not now.”", ["We are ready, he said.", "But not now."]),
    ("en", "We are ready,” he said. “But not now.”", ["But not now."]),
    ("en", 'He said "we are ready and left.\n\nNobody else spoke.', ["we are ready and left."]),
    ("en", '"" and “ ” and “—” are empty.', []),
    # on over paragraphs
    ("en", "“We are ready.\n\n“But not now,” he said.", ["We are ready.\n\n“But not now,"]),
    ("en", "‘We are ready.\n\n‘But not now,’ he said.", ["We are ready.\n\n‘But not now,"]),
    ("en", "He said: 'We've no plan.\n\n'None at all,' he added.", ["We've no plan.\n\n'None at all,"]),
    ("fr", "« Nous sommes prêts.\n\n» Mais pas maintenant », dit-il.", ["Nous sommes prêts.\n\n» Mais pas maintenant"]),
    ("en", "“We are ready.\n\nA heading in between\n\n“But not now,” he said.", ["We are ready.", "But not now,"]),
    # the reporter inside the marks, dialogue after dashes
    ("ru", "«Мы готовы, — заявил Лунин, — но не сейчас».", ["Мы готовы,", "но не сейчас"]),
    ("ru", "«Мы — это город, — заявил Лунин. — И он ждёт».", ["Мы — это город,", "И он ждёт"]),
    ("uk", "«Ми готові, — тихо сказала вона, — але не зараз».", ["Ми готові,", "але не зараз"]),
    ("fr", "« Nous sommes prêts, dit-il, mais pas maintenant. »", ["Nous sommes prêts", "mais pas maintenant."]),
    (
        "fr",
        "« Nous sommes prêts, a expliqué M. Morel. Mais pas maintenant. »",
        ["Nous sommes prêts", "Mais pas maintenant."],
    ),
    ("es", "«Estamos listos —dijo el alcalde—, pero no ahora».", ["Estamos listos", "pero no ahora"]),
    ("es", "—Estamos listos —dijo el alcalde—. Pero no ahora.", ["Estamos listos", "Pero no ahora."]),
    ("ru", "— Мы готовы, — сказал он.\n\n— А мы нет!", ["Мы готовы,", "А мы нет!"]),
    ("en", "— a list\n\n— of things", []),
]


HEADLINE = "What happened on the day\n\n"


@pytest.mark.parametrize(("lang", "text", "expected"), MARKS)
def test_what_stands_between_the_marks(lang: str, text: str, expected: list[str]) -> None:
    assert quoted(read_article(HEADLINE + text, lang)) == expected


@pytest.mark.parametrize(("lang", "text", "expected"), MARKS)
def test_marks_are_left_out_and_found(lang: str, text: str, expected: list[str]) -> None:
    article = read_article(HEADLINE + text, lang)
    for passage in article.passages:
        assert passage.opening.end <= passage.span.start
        assert passage.closing.start >= passage.span.end


def test_a_quotation_inside_a_quotation_is_nested() -> None:
    article = read_article(HEADLINE + "“He said, ‘Don’t go.’ I went,” she said.")
    (passage,) = article.passages
    assert [article.text[start:end] for start, end in passage.nested] == ["Don’t go."]


# --- paragraphs -----------------------------------------------------------------------------------------

LONG = "This line is a paragraph by itself because it is long."


def kinds_of(text: str, kind: Kind = "article") -> list[tuple[str, str]]:
    article = read_article(text, "en", kind)
    return [(one.kind, text[one.span.start : one.span.end][:12]) for one in article.paragraphs]


def test_blank_lines_divide_paragraphs() -> None:
    assert kinds_of("A first line\nand its rest.\n\n\r\n \nA second one.") == [
        ("body", "A first line"),
        ("body", "A second one"),
    ]


def test_each_line_is_a_paragraph_where_one_is_long() -> None:
    assert kinds_of(f"{LONG} {LONG} {LONG}\nA second one.") == [("body", "This line is"), ("body", "A second one")]


def test_headline_and_crosshead() -> None:
    text = "Talks end\n\nBy Ada Lind\n\nThe talks ended.\n\nWhat is next\n\nNobody knows."
    assert [kind for kind, _ in kinds_of(text)] == ["front", "front", "body", "heading", "body"]


def test_a_standfirst_stands_above_its_headline_or_below() -> None:
    above = "Envoys met for six hours.\n\nTalks end\n\nThe talks ended.\n\nNobody won."
    below = "Talks end\n\nEnvoys met for six hours.\n\nVALDEN, 5 Jan - The talks ended.\n\nNobody won."
    assert [kind for kind, _ in kinds_of(above)] == ["front", "front", "body", "body"]
    assert [kind for kind, _ in kinds_of(below)] == ["front", "front", "body", "body"]


def test_a_post_has_no_headline() -> None:
    assert [kind for kind, _ in kinds_of("Good talks\n\nWe agreed.", "post")] == ["body", "body"]


SENTENCES = [
    ("en", "Mr. Lind of the U.S. met J. F. Orn on Jan. 5. He left.", 2),
    ("en", "The U.S. The end.", 2),
    ("en", "“Are you ready?” he asked. “No!” she said.", 2),
    ("de", "Am 5. Januar kam z. B. Dr. Lind. Sie blieb.", 2),
    ("fr", "M. Morel est venu. Il est parti.", 2),
    ("es", "El Sr. Prado vino a EE.UU. ayer. Se fue.", 2),
    ("ru", "В 2025 г. тов. Лунин приехал. Он уехал.", 2),
    ("zh", "他来了。他走了！", 2),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "count"), SENTENCES)
def test_sentences_end_behind_no_abbreviation(lang: str, text: str, count: int) -> None:
    assert len(read_article(text, lang).sentences) == count


# --- what joins and what is scare -----------------------------------------------------------------------

JOINED = [
    ("“We agreed,” he said. “It is done.”", True),
    ("“We agreed,” said Lind, “and it is done.”", True),
    ("“We agreed.”\n\n“It is done,” he said.", True),
    ("“We agreed.” The envoy added: “It is done.”", True),
    ("“We agreed,” he said. He went out. “It is done.”", False),
    ("“We agreed,” he said. He added: “It is done.”", False),
    ("“We agreed,” said Ada Lind. “It is done,” said Bo Hart.", False),
    ("It was “well agreed on both sides,” he said. “It is done.”", False),
    ("“We agreed,” he said, and called it “done and dusted at last”.", False),
    ("“We agreed,” he said.\n\nWhat is next\n\n“It is done,” he said.", False),
    ("“We agreed.” His friends, he added, had taken up chess, “which is done.”", False),
    ("“Are you afraid?” I asked. “Always,” said Ada Lind.", False),
    ("“I saw a look,” Howard Finch told Ada Lind. “Such as?” she asked.", False),
    ("“We agreed.” Asked whether the others had agreed as well, Ada Lind said on Monday: “It is done.”", False),
]


@pytest.mark.parametrize(("text", "expected"), JOINED)
def test_two_quotations_are_one_utterance_that_the_text_interrupts(text: str, expected: bool) -> None:
    article = read_article(HEADLINE + text)
    assert may_join(article, 0, 1) is expected
    assert (article.passages[1].continues == 0) is expected
    assert not may_join(article, 1, 0)
    assert not may_join(article, 0, 5)


SCARE = [
    ("The “useful” talks ended.", True),
    ("“No,” he said.", False),
    ("He said: “No.”", False),
    ("He said the talks were “useful and businesslike in every way”.", False),
    ("The film “A Very Long Way Down to the Sea” opens today.", True),
    ("The single, “Lowlands,” went to number one.", True),
]


@pytest.mark.parametrize(("text", "expected"), SCARE)
def test_one_to_three_words_inside_a_sentence_are_scare(text: str, expected: bool) -> None:
    assert read_article(HEADLINE + text).passages[0].scare is expected


def test_what_a_headline_quotes_is_scare() -> None:
    article = read_article("Envoy: ‘We are not going to give in to anybody’\n\n“We are not,” he said.")
    assert [row.scare for row in list_quotes(article)] == [True, False]


# --- other kinds of text --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("TOM REED", "Tom Reed"),
        ("WILLIAM A. PIKE", "William A. Pike"),
        ("MR. REED", "Reed"),
        ("SEN. DR. REED", "Reed"),
        ("Adam Voss", "Adam Voss"),
        ("IMOGEN LIND", "Imogen Lind"),
    ],
)
def test_the_label_of_a_turn_loses_titles_and_no_letters_of_a_name(label: str, speaker: str) -> None:
    text = f"{label}: We have begun.\n\nADA BRILL: And we will go on.\n"
    assert read_article(text, "en", "transcript").turns[0].speaker == speaker


def test_a_transcript_has_turns() -> None:
    text = (
        "Briefing\n\nPresent: Ada Lind, envoy.\n\nADA LIND: We agreed.\n\nIt is done.\n\n"
        "QUESTION (Radio): When?\n\nMR. HART: Soon.\n"
    )
    article = read_article(text, "en", "transcript")
    told = [(turn.speaker, text[turn.span.start : turn.span.end]) for turn in article.turns]
    assert told == [("Ada Lind", "We agreed.\n\nIt is done."), (None, "When?"), ("Hart", "Soon.")]
    assert detect_kind(text + "ADA LIND: Yes.") == "transcript"


def test_a_statement_is_one_turn_below_its_headline() -> None:
    text = "Statement of the ministry\n\nWe agreed.\n\nIt is “done”."
    (turn,) = read_article(text, "en", "statement").turns
    assert text[turn.span.start : turn.span.end] == "We agreed.\n\nIt is “done”."


LANGUAGE = [
    ("en", "The talks ended on Monday and nobody said when they would go on."),
    ("de", "Die Gespräche endeten am Montag, und niemand sagte, wann sie weitergehen."),
    ("fr", "Les discussions se sont terminées lundi et personne n’a dit quand elles reprendront."),
    ("es", "Las conversaciones terminaron el lunes y nadie dijo cuándo se reanudarán."),
    ("ru", "Переговоры закончились в понедельник, и никто не сказал, когда они продолжатся."),
    ("uk", "Переговори закінчилися в понеділок, і ніхто не сказав, коли вони продовжаться."),
    ("zh", "会谈于周一结束，没有人说何时恢复。"),
    ("ar", "انتهت المحادثات يوم الاثنين ولم يقل أحد متى ستستأنف."),
    ("en", ""),
]


@pytest.mark.parametrize(("lang", "text"), LANGUAGE)
def test_the_language_is_told_by_script_and_small_words(lang: str, text: str) -> None:
    assert detect(text) == lang
