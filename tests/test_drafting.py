"""`briefing new` and `briefing quotes`: a draft that needs decisions, not typing."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.article import Kind
from generator.articles.passages import read_article
from generator.cli import commands
from generator.drafting import Draft, draft_brief
from generator.drafts.masthead import find_headline
from generator.pipeline import examine
from generator.scalars import block, cleaned, scalar

TESTS = Path(__file__).parent
REAL = TESTS.parent / "seeds/us-russia-constructive-talks.txt"
TODAY = date(2026, 2, 1)
HASH = "0" * 64

ODD = [
    *"ab Zé: #-?'\"&*!|>%@`{}[],~\\\t\u00a0’“”«»我",
    "\n", "\n\n", "yes", "null", "2026-01-01", "12:30", "- ", "? ", ": ", " #", "''", "TODO", "\x00", "\x85", "\u2028",
    "\u202e", "\ufeff", "said ", "Ada Lind ", "the mayor ", "“We agree,” ", "“", "”", "will ", "Monday ", "---", "...",
]  # fmt: skip
odd_texts = st.lists(st.sampled_from(ODD), max_size=40).map("".join)


def load(text: str) -> Any:
    return yaml.load(text, yaml.CBaseLoader)


def draft(text: str, lang: str = "en", kind: Kind = "article", **known: str) -> Draft:
    return draft_brief(read_article(text, lang, kind), "a.txt", HASH, TODAY, known)


@given(odd_texts | st.text())
def test_a_scalar_reads_back_exactly(text: str) -> None:
    line = cleaned(text)
    assert load(f"key: {scalar(line)}\n") == {"key": line}
    assert load(f"- {scalar(line)}\n") == [line]


@given(st.lists((odd_texts | st.text()).map(cleaned).filter(bool), min_size=1, max_size=4))
def test_a_block_reads_back_as_its_paragraphs(paragraphs: list[str]) -> None:
    head, *body = block(paragraphs, 4)
    told = load("\n".join(["key:", f"  text: {head}", *body, "  after: x", ""]))["key"]
    assert [" ".join(part.split()) for part in told["text"].split("\n\n")] == paragraphs
    assert told["after"] == "x"


@given(odd_texts | st.text(), st.sampled_from(["en", "ru", "zh"]), st.sampled_from(get_args(Kind)))
def test_the_draft_of_any_text_loads(text: str, lang: str, kind: Kind) -> None:
    article = read_article(text, lang, kind)
    told = load(draft_brief(article, "a.txt", HASH, TODAY, {}).text)
    assert told["draft"] == "true"
    assert told["source"]["sha256"] == HASH
    assert told["source"].get("headline", "") == find_headline(article)
    assert len(told.get("quotes", [])) <= max(1, len(article.passages))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "briefs").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/talks.txt").write_bytes(REAL.read_bytes())
    return tmp_path


def run(desk: Path, *arguments: str) -> Result:
    return CliRunner().invoke(commands, [*arguments, "--root", str(desk)])


def test_the_real_article_gives_a_draft_that_needs_decisions_only(desk: Path) -> None:
    result = run(desk, "new", "talks.txt", "--today", "2026-02-01")
    assert result.exit_code == 0, result.output
    (path,) = (desk / "briefs").rglob("*.yaml")
    assert path.relative_to(desk).as_posix() == "briefs/2026/us-russia-hold-constructive-talks.yaml"
    told = load(path.read_text(encoding="utf-8"))
    assert told["source"]["headline"] == "US, Russia hold 'constructive' talks"
    assert told["published"] == "2026-02-01"
    assert {"name": "Steve Witkoff", "role": "US Special Envoy"}.items() <= told["participants"][0].items()
    names = {one["name"]: one.get("role") for one in (*told["participants"], *told["mentioned"])}
    assert names == {
        "Steve Witkoff": "US Special Envoy",
        "Kirill Dmitriev": "Russian Special Envoy",
        "Scott Bessent": "US Treasury Secretary",
        "Jared Kushner": "Trump's son-in-law",
        "Josh Gruenbaum": "White House Senior Advisor",
        "Donald Trump": "US President",
        "Volodymyr Zelenskyy": "Ukrainian President",
        "Vladimir Putin": "Russian President",
    }
    assert [quote["speaker"] for quote in told["quotes"]] == ["Steve Witkoff"] * 3 + ["Donald Trump"] * 2
    assert told["left_out"] == [
        "productive",
        "constructive",
        "productive and constructive",
        "peaceful resolution",
        "difficult",
    ]
    assert "precede a second round of talks in Abu Dhabi" in " ".join(result.stderr.split())
    problems = {problem.rule for problem in examine(desk, TODAY).problems}
    assert problems == {"todo"}


def test_nothing_is_ever_overwritten(desk: Path) -> None:
    path = desk / "briefs/2026/mine.yml"
    path.parent.mkdir()
    path.write_text("title: mine\n")
    result = run(desk, "new", "talks.txt", "--id", "2026/mine")
    assert result.exit_code == 1
    assert "is there already" in result.output
    assert path.read_text() == "title: mine\n"
    assert run(desk, "new", "talks.txt", "--id", "2026/other").exit_code == 0
    before = (desk / "briefs/2026/other.yaml").read_bytes()
    assert run(desk, "new", "talks.txt", "--id", "2026/other").exit_code == 1
    assert (desk / "briefs/2026/other.yaml").read_bytes() == before
    assert not [name for name in desk.rglob("*") if name.name.endswith(".new")]


def test_a_draft_may_be_printed_and_no_file_written(desk: Path) -> None:
    result = run(desk, "new", "seeds/talks.txt", "--stdout")
    assert load(result.stdout)["draft"] == "true"
    assert not list((desk / "briefs").rglob("*.yaml"))
    assert "Error: seeds/other.txt does not exist" in run(desk, "new", "seeds/other.txt").output


@pytest.mark.parametrize("name", ["nothing.txt", "../talks.txt", "/etc/passwd", "~/x.txt"])
def test_a_draft_is_made_of_a_text_below_seeds_only(desk: Path, name: str) -> None:
    result = run(desk, "new", name)
    assert result.exit_code == 1
    assert result.stderr.count("\n") <= 2
    assert not list((desk / "briefs").rglob("*.yaml"))


def test_a_text_that_is_not_there_is_one_line(desk: Path) -> None:
    result = run(desk, "quotes", "nothing.txt")
    assert result.exit_code == 1
    assert len(result.output.strip().splitlines()) == 1


@pytest.mark.parametrize("stored", [b"\xff\xfe\x00", b"\x00\x01", b"", b"\xed\xa0\x80", "“”".encode() * 9000])
def test_no_bytes_are_a_traceback(desk: Path, stored: bytes) -> None:
    (desk / "seeds/odd.txt").write_bytes(stored)
    for command in ("quotes", "new"):
        result = run(desk, command, "odd.txt")
        assert result.exception is None or isinstance(result.exception, SystemExit)
        assert result.exit_code in (0, 1)


@pytest.mark.parametrize("given_id", ["../x", "Talks", "a//b", "a.b", ""])
def test_an_id_that_is_none_is_wrong_usage(desk: Path, given_id: str) -> None:
    assert run(desk, "new", "talks.txt", "--id", given_id).exit_code == 2


def test_known_people_come_with_their_canonical_names(desk: Path) -> None:
    (desk / "briefs/_people.yaml").write_text("steven-witkoff: {name: Steven C. Witkoff, aliases: [Steve Witkoff]}\n")
    told = load(run(desk, "new", "talks.txt", "--stdout").stdout)
    assert told["participants"][0]["name"] == "Steven C. Witkoff"
    assert told["quotes"][0]["speaker"] == "Steven C. Witkoff"


def test_quotes_are_rows_of_offsets(desk: Path) -> None:
    rows = json.loads(run(desk, "quotes", "talks.txt", "--format", "json").stdout)
    text = REAL.read_bytes().decode()
    assert [set(row) for row in rows] == [{"start", "end", "text", "speaker", "scare", "continues"}] * len(rows)
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)
    assert (rows[2]["start"], rows[2]["end"], rows[2]["scare"]) == (332, 359, True)
    assert [row["continues"] for row in rows if row["text"].startswith("I think that we")] == [8]


def test_quotes_for_people_tell_the_line_and_the_speaker(desk: Path) -> None:
    told = run(desk, "quotes", "talks.txt").stdout
    assert "  0 · line 1 · Steve Witkoff · words in marks\n      productive\n" in told
    assert " 11 · line 15 · Donald Trump · goes on from 10\n" in told
    (desk / "seeds/plain.txt").write_text("Nobody said anything.\n")
    assert run(desk, "quotes", "plain.txt").stdout == "no quoted passages\n"


def test_an_utterance_that_the_text_interrupts_is_one_quote() -> None:
    text = "Talks end\n\n“We agreed,” said Ada Lind. “It is done.”\n\nIt rained. “We sign,” she said, “on Monday.”\n"
    told = load(draft(text).text)
    assert [quote["text"] for quote in told["quotes"]] == ["We agreed. It is done.", "We sign, on Monday."]


def test_a_transcript_asks_for_the_words() -> None:
    told = load(draft("ADA LIND: We agreed.\n\nBO HART: We did not.\n", kind="transcript").text)
    assert told["quotes"] == [
        {"speaker": "TODO: who speaks: Ada Lind, Bo Hart", "text": "TODO: words of the transcript"}
    ]


def test_who_speaks_in_a_transcript_took_part_under_a_name_as_people_write_it() -> None:
    """Labels are in capitals and have the office before the name; a name need not be known as one."""
    text = "Hearing of the board\n\nCHAIR MARGARET OYELARAN: Good morning.\n\nKARL-HEINZ ÜBERREITER: Good morning.\n"
    told = load(draft(f"{text}\nCHAIR MARGARET OYELARAN: Who is Ilse Marant?\n", kind="transcript").text)
    assert told["participants"] == [
        {"name": "Margaret Oyelaran", "role": "Chair"},
        {"name": "Karl-Heinz Überreiter"},
    ]
    assert told["quotes"][0]["speaker"] == "TODO: who speaks: Margaret Oyelaran, Karl-Heinz Überreiter"


def test_drafts_of_the_corpus_need_decisions_only(tmp_path: Path) -> None:
    """Every quotation in them is found in its source, and nothing else is an error."""
    (tmp_path / "briefs").mkdir()
    (tmp_path / "seeds").mkdir()
    texts = sorted([*(TESTS / "corpus").glob("*/*.txt"), *(TESTS / "demo/seeds").glob("*.txt")])
    for index, path in enumerate(texts):
        (tmp_path / f"seeds/{index}.txt").write_bytes(path.read_bytes())
        result = run(tmp_path, "new", f"{index}.txt", "--id", f"draft-{index}")
        assert result.exit_code == 0, result.output
    examined = examine(tmp_path, TODAY)
    errors = Counter(problem.rule for problem in examined.problems if problem.level == "error")
    assert set(errors) == {"todo"}
    found = Counter(one.status for verified in examined.citations.values() for one in verified.citations)
    assert set(found) == {"matched"}
    assert found["matched"] > 400


NEXT = [
    ("en", "The next round is to open on Monday. It rained.", 1),
    ("en", "They agreed to meet again on 5 March.", 1),
    ("en", "He went home. He was tired.", 0),
    ("en", "The team plans to repeat the trial in the spring. A recording is planned for the fall.", 2),
    ("en", "The team flies home on Tuesday. He meets 3 of them.", 1),
    ("en", "The birds were fed 31 worms in the next cage.", 0),
    ("de", "Dem Mann wird vorgeworfen, 4.000 Flaschen gefüllt zu haben. Der Prozess wird im Herbst fortgesetzt.", 1),
    ("en", "What happened\n\nMILL HARBOR, March 3 - The council met. It rained.", 0),
    ("de", "Die nächste Runde wird am Montag beginnen.", 1),
    ("fr", "La prochaine réunion se tiendra lundi.", 1),
    ("fr", "Le conseil votera le budget en janvier. En 2019, l’opéra a fermé.", 1),
    ("es", "El pleno aprobará el plan en marzo.", 1),
    ("ru", "Следующая встреча состоится в понедельник.", 1),
    ("zh", "下一轮会谈将于3月5日举行。", 1),
]


def test_a_passage_with_signs_that_turn_letters_is_left_to_the_editor(tmp_path: Path) -> None:
    (tmp_path / "briefs").mkdir()
    (tmp_path / "seeds").mkdir()
    text = (
        "Head\n\nAda Lind said “we \u202eevil\u202c will not go there today”. She said “we will not go there today”.\n"
    )
    (tmp_path / "seeds" / "a.txt").write_text(text, encoding="utf-8")
    assert run(tmp_path, "new", "a.txt").exit_code == 0
    assert {one.rule for one in examine(tmp_path, TODAY).problems if one.level == "error"} == {"todo"}


@pytest.mark.parametrize(("lang", "text", "count"), NEXT)
def test_sentences_that_look_like_next_steps(lang: str, text: str, count: int) -> None:
    steps = draft(text, lang).steps
    told = load(steps)["next_steps"] if steps else []
    assert len(told) == count
    assert all(re.sub(r"\s+", " ", step["evidence"]) in text for step in told)


# --- what stands above an article, and who is in it ------------------------------------------------

TEXT = (
    "Talks on the ferry strike in Port Marlow broke down late on Tuesday, and the islanders are left without a boat "
    "for another week, the union and the regional government both said.\n\n"
    "“We came with an offer,” union leader Hal Brannock said. “We left with an insult.”\n"
)
HEADLINE = "Ferry strike enters second week"
ABOVE = [
    (f"{HEADLINE}\nBy Ines Calloway and Tom Reed\n", {"byline": "Ines Calloway and Tom Reed"}),
    (f"By INES CALLOWAY, Evening Post staff\n{HEADLINE}\n", {"byline": "Ines Calloway"}),
    (f"{HEADLINE}\nPublished 3 February 2026\nhttps://news.example/a-b\n",
     {"published": "2026-02-03", "url": "https://news.example/a-b"}),
    (f"BC-FERRY-STRIKE\n{HEADLINE}\nFeb. 3, 2026, 14:20\nPhotographs by Tom Reed\n", {"published": "2026-02-03"}),
    (f"{HEADLINE}\nUpdated: Tuesday, 3 February 2026\n", {"published": "2026-02-03"}),
    (f"{HEADLINE}\n\nPORT MARLOW (Northern Wire) - ", {"agency": "Northern Wire"}),
    (f"{HEADLINE}\n\nPORT MARLOW, Feb. 3, 2026 (Northern Wire) - ",
     {"agency": "Northern Wire", "published": "2026-02-03"}),
    (f"{HEADLINE}\n\nPORT MARLOW, Vale, Tuesday, 3 February 2026 - ", {"published": "2026-02-03"}),
    (f"{HEADLINE}\n\nPORT MARLOW, Feb. 3 (Northern Wire) - ", {"agency": "Northern Wire"}),
    (f"By Ines Calloway, Coastline News\n{HEADLINE}\n", {"byline": "Ines Calloway"}),
    (f"{HEADLINE}\nBy INES CALLOWAY\nStaff Writer\n", {"byline": "Ines Calloway"}),
    (f"{HEADLINE}\nBy Ines Calloway, February 3, 2026\n", {"byline": "Ines Calloway", "published": "2026-02-03"}),
    (f"{HEADLINE}\nBy Ines Calloway, Coastline News, 3 February 2026\n",
     {"byline": "Ines Calloway", "published": "2026-02-03"}),
    (f"{HEADLINE}\nBy Ines Calloway and Tom Reed | The Coastline News | 3 February 2026\n",
     {"byline": "Ines Calloway and Tom Reed", "published": "2026-02-03"}),
    (f"{HEADLINE}\nBy Ines Calloway · 3 February 2026\n", {"byline": "Ines Calloway", "published": "2026-02-03"}),
    (f"{HEADLINE}\nBy Ines Calloway\nSpecial to the Post\n", {"byline": "Ines Calloway"}),
    (f"{HEADLINE}\nPar Solène Achard, envoyée spéciale à Montreval\n", {"byline": "Solène Achard"}),
    (f"{HEADLINE}\nLe 8 April 2026\n", {"published": "2026-04-08"}),
    (f"{HEADLINE}\nVon unserer Korrespondentin Friederike Lamm\n", {"byline": "Friederike Lamm"}),
    (f"{HEADLINE}\nPar Élise Marchand, à Servin-le-Haut\n", {"byline": "Élise Marchand"}),
    (f"{HEADLINE}\nMarta Quintanilla\n", {"byline": "Marta Quintanilla"}),
    (f"{HEADLINE}\nOlga Savras, корреспондент\n", {"byline": "Olga Savras"}),
    (f"{HEADLINE}\nOur Bureau\n", {}),
    (f"{HEADLINE}\n\nBy a correspondent in Marivale\n", {}),
    (f"{HEADLINE}\nPort Marlow, Vale, 3 February 2026\n", {"published": "2026-02-03"}),
    (f"{HEADLINE}\n\nPort Marlow, Feb. 3, 2026 (Northern Wire).- ",
     {"agency": "Northern Wire", "published": "2026-02-03"}),
]  # fmt: skip


@pytest.mark.parametrize(("above", "told"), ABOVE)
def test_what_stands_above_is_read_off(above: str, told: dict[str, str]) -> None:
    source = load(draft(f"{above}{TEXT if above.endswith('- ') else chr(10) + TEXT}").text)["source"]
    assert source.pop("headline") == HEADLINE
    assert {key: source[key] for key in source if key not in ("file", "sha256")} == told


DATELINES = [
    ("uk", "Калинівка, 18 червня 2026 року\n\nПереговори про пором зірвано.", {"published": "2026-06-18"}),
    ("ru", "ХАЭЛЬ, 5 янв — РИА Новости. Переговоры о пароме сорваны.", {"agency": "РИА Новости"}),
    ("uk", "ГАЕЛЬ, 5 січня (Світінформ). Переговори про пором зірвано.", {"agency": "Світінформ"}),
    ("zh", "新海社海港1月5日电（记者 周晓岚）渡轮谈判周二破裂。", {"agency": "新海社", "byline": "周晓岚"}),
    ("zh", "本报海港1月5日电（记者 周晓岚）渡轮谈判周二破裂。", {"byline": "周晓岚"}),
    ("zh", "本报记者 苏闻达 2026年4月8日\n\n渡轮谈判周二破裂。", {"byline": "苏闻达", "published": "2026-04-08"}),
    ("ar", "الصفصاف 12 فبراير 2026 (شرق برس) - انهارت المحادثات حول العبارة.",
     {"agency": "شرق برس", "published": "2026-02-12"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "begins", "told"), DATELINES)
def test_a_dateline_tells_agency_writer_and_day(lang: str, begins: str, told: dict[str, str]) -> None:
    more = "渡轮停航已经一周。" if lang == "zh" else " Ferry 7."
    source = load(draft(f"Ferry\n\n{begins}{more * 12}\n", lang).text)["source"]
    assert {key: source[key] for key in ("agency", "byline", "published") if key in source} == told


def test_a_year_in_a_headline_is_no_date() -> None:
    source = load(draft(f"Islanders vote on 2026 timetable\n\n{TEXT}").text)["source"]
    assert source["headline"] == "Islanders vote on 2026 timetable"
    assert "published" not in source


PEOPLE = [
    ("en", "US Special Envoy Tom Harrow was mentioned by both sides but did not attend.", "mentioned", "Tom Harrow",
     "US Special Envoy"),
    ("en", "Ana Belo, the mayor of Port Marlow, said that she was tired.", "participants", "Ana Belo",
     "mayor of Port Marlow"),
    ("en", "In Velga, the United Nations special envoy, Birgit Sorn, said that she was tired.", "participants",
     "Birgit Sorn", "United Nations special envoy"),
    ("en", "Ardland's ambassador to the talks, Oleg Vershin, said that he was tired.", "participants", "Oleg Vershin",
     "Ardland's ambassador to the talks"),
    ("en", "Harbour boss Dean Ackroyd said that he was tired.", "participants", "Dean Ackroyd", "Harbour boss"),
    ("de", "Der Vorsitzende der Gewerkschaft, Hal Brandt, sagte, man sei müde.", "participants", "Hal Brandt",
     "Vorsitzende der Gewerkschaft"),
    ("fr", "L'accord est signé, a annoncé le ministre des Transports, Jean Kervadec, lundi.", "participants",
     "Jean Kervadec", "ministre des Transports"),
    ("es", "El líder sindical Raúl Brando dijo que no navegarán.", "participants", "Raúl Brando", "líder sindical"),
    ("uk", "Рейси відновлено, повідомив міністр транспорту Остап Веренько.", "participants", "Остап Веренько",
     "міністр транспорту"),
    ("ru", "Рейсы возобновлены, сообщила глава профсоюза Дарья Ковтунец.", "participants", "Дарья Ковтунец",
     "глава профсоюза"),
    ("en", "Better transport is due. Transport Secretary Joan Petrie said that transport was tired.",
     "participants", "Joan Petrie", "Transport Secretary"),
    ("en", "Supporters’ trust spokesman Kev Arnott said that he was tired.", "participants", "Kev Arnott",
     "Supporters’ trust spokesman"),
    ("en", "A hush fell as Judge Marian Teale told the court that she was tired.", "participants", "Marian Teale",
     "Judge"),
    ("fr", "« Non », prévient Karim Belka, délégué CGT et entré à l’usine en 1998, lundi.", "participants",
     "Karim Belka", "délégué CGT"),
    ("en", "Yusra Demian, a volunteer firefighter from Oshen, said that she was tired.", "participants", "Yusra Demian",
     "volunteer firefighter from Oshen"),
    ("en", "To Minister Okhtal she said nothing.", "participants", "Okhtal", "Minister"),
    ("en", "Local MSP Rory Flett said that he was tired.", "participants", "Rory Flett", "Local MSP"),
    ("en", "The U.N. coordinator, Ingrid Solheim, is expected in Sarmat soon.", "mentioned", "Ingrid Solheim",
     "U.N. coordinator"),
    ("fr", "Après l’effondrement du barrage de Sorgue, l’ancien ingénieur en chef, Paul Marchet, a dit être las.",
     "participants", "Paul Marchet", "ancien ingénieur en chef"),
    ("fr", "D’après l’expert judiciaire Gérard Lantin, la digue « n’avait aucune chance ».", "participants",
     "Gérard Lantin", "expert judiciaire"),
    ("ru", "Вчера заместитель министра финансов Виктория Лазарева сказала, что устала.", "participants",
     "Виктория Лазарева", "заместитель министра финансов"),
    ("ar", "وقال رئيس الجامعة الدكتور عادل مراد إن الزيادة ضرورية.", "participants", "عادل مراد", "رئيس الجامعة"),
    ("en", "Veridian’s founder, 29-year-old Kaito Brandt, said that he was tired.", "participants", "Kaito Brandt",
     "Veridian’s founder"),
    ("es", "La restauradora Belén Otxoa dijo que estaba cansada.", "participants", "Belén Otxoa", "restauradora"),
    ("en", "Northern Line’s managing director, Alison Crewe, said that she was tired.", "participants", "Alison Crewe",
     "Northern Line’s managing director"),
    ("fr", "Contactée, l’inspectrice d’académie Brigitte Lamy a dit être lasse.", "participants", "Brigitte Lamy",
     "inspectrice d’académie"),
    ("uk", "Представник агрофірми «Нива» Ігор Кміть сказав, що втомився.", "participants", "Ігор Кміть",
     "Представник агрофірми «Нива»"),
    ("en", "Nadia Farouk, defending, said that she was tired.", "participants", "Nadia Farouk", "defending"),
    ("de", "Der Sommelier Hans Gsell sagte, er sei müde.", "participants", "Hans Gsell", "Sommelier"),
    ("uk", "Натомість депутатка Ірина Сокіл сказала, що втомилася.", "participants", "Ірина Сокіл", "депутатка"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "where", "name", "role"), PEOPLE)
def test_people_come_with_the_office_beside_their_name(lang: str, text: str, where: str, name: str, role: str) -> None:
    told = load(draft(text, lang).text)
    assert told.get(where) == [{"name": name, "role": role}]
    assert not {"participants", "mentioned"} - {where} & set(told)


def test_what_somebody_was_is_no_office() -> None:
    text = "Dan Halloran, 41, was an assistant at Northgate before he left. “I am tired,” Halloran said."
    assert load(draft(text).text)["participants"] == [{"name": "Dan Halloran"}]


def test_no_writer_body_or_place_is_among_the_people() -> None:
    text = (
        f"{HEADLINE}\nBy Ines Calloway\nPhotographs by Tom Reed\n\nPORT MARLOW (AP) — {TEXT}\n"
        "The White House said it was watching. Ferries left Port Marlow at seven, Ines Calloway and Tom Reed reported. "
        "“It is a sad day for all of us,” Thornley Council said.\n"
    )
    told = load(draft(text).text)
    assert [one["name"] for one in told["participants"]] == ["Hal Brannock"]
    assert told["mentioned"] == [{"name": "Thornley Council"}]


def test_a_draft_has_something_to_do_and_nothing_else_wrong(desk: Path) -> None:
    """Whom the draft quotes, the draft names; a name in no Latin letters has an id all the same."""
    texts = {"Fähren Streik.txt": f"{HEADLINE}\n\n{TEXT}", "ПОРОМИ.txt": f"Пороми стоять\n\n{TEXT}"}
    texts |= {
        "one 1.txt": TEXT,
        "码头.txt": "码头关闭\n\n" + "“我们明天再谈。”他说。" * 12,
        "港口.txt": "“好。”他说。" * 20,
    }
    for name, text in texts.items():
        (desk / "seeds" / name).write_text(text, encoding="utf-8")
        result = run(desk, "new", name, "--today", "2026-02-01")
        assert result.exit_code == 0, result.output
    ids = sorted(path.stem for path in (desk / "briefs/2026").iterdir())
    assert ids == ["draft", "draft-2", "ferry-strike-enters-second-week", "one-1", "poromi-stoyat"]
    assert {problem.rule for problem in examine(desk, TODAY).problems if problem.level != "info"} == {"todo"}


def test_the_steps_can_be_pasted_into_the_draft(desk: Path) -> None:
    result = run(desk, "new", "talks.txt", "--today", "2026-02-01")
    steps = "next_steps:" + result.stderr.split("next_steps:")[1]
    (path,) = (desk / "briefs").rglob("*.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("draft: true", f"{steps}draft: true"), encoding="utf-8")
    assert {problem.rule for problem in examine(desk, TODAY).problems} == {"todo"}


@pytest.mark.parametrize(
    ("lang", "text", "role"),
    [
        ("ar", "قال وزير النقل فارس العبدلي: «سنعيد الحركة خلال أسبوع».", "وزير النقل"),
        ("zh", "县教育局副局长陶国梁说：“是我们考虑不周。”", "县教育局副局长"),
        (
            "fr",
            "La présidente de l’association des usagers, Lucie Ferrand, a dit : « Non. »",
            "présidente de l’association des usagers",
        ),
        (
            "es",
            "El presidente de la asociación de vecinos, Juan Prado, dijo: «No».",
            "presidente de la asociación de vecinos",
        ),
        ("de", "Die Vorsitzende des Elternvereins, Eva Brandt, sagte: „Nein.“", "Vorsitzende des Elternvereins"),
        ("ru", "Глава совета ветеранов, Олег Гай, сказал: «Нет».", "Глава совета ветеранов"),
    ],
)
def test_an_office_is_drafted_as_it_stands_before_the_name(lang: str, text: str, role: str) -> None:
    assert [one.role for one in read_article(text, lang).cast] == [role]


def test_an_article_that_has_a_brief_is_told_in_one_line(desk: Path) -> None:
    assert "already" not in run(desk, "new", "talks.txt", "--id", "2026/one").stderr
    told = "this article has a brief already: briefs/2026/one.yaml\n"
    again = run(desk, "new", "talks.txt", "--id", "2026/two")
    assert again.exit_code == 0
    assert again.stderr.startswith(told)
    assert run(desk, "new", "talks.txt", "--stdout").stderr.startswith(
        told.replace("one.yaml", "one.yaml, briefs/2026/two.yaml")
    )


@pytest.mark.parametrize(
    ("source", "is_told"),
    [
        ("source: talks.txt", True),
        ("source: {file: talks.txt}", True),
        ("source:\n  file: 'talks.txt'\ntitle", True),  # a brief that cannot be read whole
        ("source: {file: copy.txt, sha256: SUM}", True),
        ("source: other-talks.txt", False),
        ("source: other.txt\nsummary: See talks.txt.", False),
    ],
)
def test_a_brief_is_about_an_article_by_its_file_or_its_sum(desk: Path, source: str, is_told: bool) -> None:
    source = source.replace("SUM", hashlib.sha256(REAL.read_bytes()).hexdigest())
    (desk / "briefs/mine.yaml").write_text(f"title: Mine\n{source}\n", encoding="utf-8")
    assert ("already: briefs/mine.yaml" in run(desk, "new", "talks.txt", "--stdout").stderr) is is_told


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Port Ellery keeps its harbour open", "2026/port-ellery-keeps-its-harbour-open"),
        (
            "US and Russian envoys meet in Florida ahead of a second round of talks in Abu Dhabi next week",
            "2026/us-and-russian-envoys-meet-in-florida-ahead",
        ),
        ("Donau" + "dampfschiff" * 9, "2026/donau" + "dampfschiff" * 4 + "d"),
    ],
)
def test_an_id_ends_with_a_word_that_says_something(headline: str, expected: str) -> None:
    assert draft(f"{headline}\n\nIt rained all day long in the town.\n").id == expected


def test_a_description_and_where_somebody_was_born_are_no_people() -> None:
    text = (
        "Dan Halloran was born in Goole, the son of a clerk. “I am tired,” Halloran said.\n\n"
        "Her cousin was not convinced. “I am tired as well, and I go,” she said.\n"
    )
    told = load(draft(text).text)
    assert [one["name"] for one in [*told["participants"], *told.get("mentioned", [])]] == ["Dan Halloran"]


def test_what_a_clause_goes_on_with_is_no_office_and_a_place_behind_several_people_nobody() -> None:
    text = "Battue par Oksana Lytvyn, elle garde une côte fêlée. « Je pars », a dit Anne Roux."
    told = load(draft(text, "fr").text)
    assert "garde" not in str([told.get("participants"), told.get("mentioned")])
    text = "Пассажиры скорого поезда Вышнегорск — Кедровка не спали. «Мы спали», — сказала Анна Рогова."
    told = load(draft(text, "ru").text)
    assert [one["name"] for one in told["participants"]] == ["Анна Рогова"]


def test_a_body_is_nobody_who_took_part() -> None:
    text = (
        "A vaccine has halved the number of deaths in four countries.\n\n"
        "“We can make more,” said Vikram Desai, head of its manufacturer, Serum Works.\n\n"
        "Mine owner Corvid Resources said it would help. It said: “We will leave no stone unturned.”\n\n"
        "Contacted by phone, Ada Lind said that Downing Street knew nothing.\n"
    )
    told = load(draft("What happened on the day\n\n" + text).text)
    people = [one["name"] for one in (*told.get("participants", ()), *(told.get("mentioned") or ()))]
    assert people == ["Vikram Desai", "Ada Lind"]
