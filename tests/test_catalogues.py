"""Every language of the generator has every word of it: the catalogues are complete, and pages in them are in them."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po
from desks import make_desk, run
from machines import a_brief, make
from reading import read

from generator.dates import parse_date
from generator.entities import resolve
from generator.feeds import notes_on
from generator.language import speak, spoken_languages
from generator.pages.page import Written
from generator.pipeline import compose, examine
from generator.render import looks, render
from generator.settings import Settings
from generator.site import arrange, open_press

ROOT = Path(__file__).parent.parent
LANGUAGES = [code for code in spoken_languages() if code != "en"]
every_language = pytest.mark.parametrize("code", LANGUAGES)
#: What is filled in.
NAMES = re.compile(r"\{\w+\}")

Words = tuple[str, tuple[str, ...]]
"""The context of a message and its English forms."""


@cache
def said() -> frozenset[Words]:
    """Every message of the code, the templates and the theme."""
    with (ROOT / "generator/locale/babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    found = extract_from_dir(str(ROOT), methods, options)
    return frozenset(_words(message, context) for _, _, message, _, context in found)


def _words(message: str | list[str] | tuple[str, ...], context: str | None) -> Words:
    return context or "", (message,) if isinstance(message, str) else tuple(message)


def translated(code: str) -> Iterator[tuple[Words, tuple[str, ...]]]:
    path = ROOT / "generator/locale" / code / "briefing.po"
    catalogue = read_po(path.open("rb"))
    assert not catalogue.obsolete
    for message in catalogue:
        if message.id:
            assert not message.fuzzy
            forms = (message.string,) if isinstance(message.string, str) else tuple(map(str, message.string or ("",)))
            assert not message.pluralizable or len(forms) == catalogue.num_plurals
            yield _words(message.id, message.context), forms


def test_there_are_languages_besides_english() -> None:
    assert {"ar", "de", "es", "fr", "ru", "uk", "zh"} <= set(LANGUAGES)


def test_every_message_is_found_by_who_collects_them() -> None:
    """Inside an f-string pybabel finds none with Python 3.11, and a variable it finds nowhere."""
    asked = {"_", "gettext", "ngettext", "pgettext"}
    for path in sorted((ROOT / "generator").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        hidden = [call for text in ast.walk(tree) if isinstance(text, ast.JoinedStr) for call in _calls(text, asked)]
        assert [ast.unparse(call) for call in hidden] == [], path.name
        told = [call for call in _calls(tree, asked) if not isinstance(call.args[0], ast.Constant)]
        assert [ast.unparse(call) for call in told] == [] or path.name == "language.py", path.name


def _calls(node: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for call in ast.walk(node):
        if isinstance(call, ast.Call):
            name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
            if name in names:
                yield call


@every_language
def test_a_catalogue_has_every_message_and_no_other(code: str) -> None:
    assert Counter(words for words, _ in translated(code)) == Counter(said())


@every_language
def test_each_message_is_translated_with_all_that_is_filled_in(code: str) -> None:
    for (_, english), forms in translated(code):
        for form in forms:
            assert form.strip(), english
            assert sorted(NAMES.findall(form)) == sorted(NAMES.findall(english[-1])), english


@cache
def demonstration(code: str) -> dict[str, Written]:
    """The pages of the demonstration desk in a language."""
    found, today = examine(ROOT / "tests/demo", date(2026, 3, 1)), date(2026, 3, 1)
    options = Settings(site_name="Desk", site_url="https://example.org/", language=code)
    press = open_press(found.library, resolve(found.library), found.citations, options, speak(code), looks(), render)
    wanted = {"index.md", "next-steps/index.md", "follow.md", "corrections/index.md"}
    pages = arrange(press, today).pages
    return {page.uri: page.write() for page in pages if page.uri in wanted or page.kind == "brief"}


def headings(code: str) -> list[str]:
    pages = demonstration(code).values()
    return [line for page in pages for line in page.body.splitlines() if line.startswith("## ") and "](" not in line]


@every_language
def test_every_heading_is_in_the_language_of_the_site(code: str) -> None:
    """But where the word is the same."""
    english, other = headings("en"), headings(code)
    same = {ids[0] for (_, ids), forms in translated(code) if ids[0] == forms[0]}
    assert len(english) == len(other) > 100
    left = {line for line in other if line in set(english)}
    assert {re.sub(r" \{:.*|## ", "", line) for line in left} <= same


def test_sentences_are_built_as_the_language_builds_them() -> None:
    german = speak("de")
    assert german.pgettext("what quotations match", "the source copy") == "mit dem Quellentext"
    assert german.gettext("the source copy") == "der Quellentext"
    assert german.ngettext("{n} brief", "{n} briefs", 2) == "{n} Kurzberichte"
    assert german.long_date(parse_date("2026-01~")) == "etwa Januar 2026"
    assert speak("fr").ngettext("{n} brief", "{n} briefs", 0) == "{n} brève"  # as French counts


def test_a_language_without_a_catalogue_is_said() -> None:
    site = Settings(site_url="https://example.org/")
    assert notes_on(site) == notes_on(Settings(site_url="https://example.org/", language="en-US")) == ()
    assert notes_on(Settings(site_url="https://example.org/", language="de-AT")) == ()
    (line,) = notes_on(Settings(site_url="https://example.org/", language="xx"))
    assert "“xx”" in line and "ar, de, en, es, fr, ru, uk, zh" in line


@pytest.mark.parametrize("written", ["zh-TW", "zh_HK", "zh-Hant", "ru-Latn"])
def test_a_catalogue_is_none_for_readers_of_another_script(written: str) -> None:
    """A reader in Taipei does not write as one in Beijing: the site is English, and the build says what there is."""
    assert speak(written).code == "en"
    (line,) = notes_on(Settings(site_url="https://example.org/", language=written))
    assert f"“{written}”" in line and ("zh (Hans)" in line or "ru (Cyrl)" in line)


@pytest.mark.parametrize("written", ["zh", "zh-CN", "zh_SG", "zh-Hans", "zh-Hans-CN", "zh-Hans-HK"])
def test_simplified_chinese_is_known_by_its_script(written: str) -> None:
    assert speak(written).gettext("Next steps") == "后续安排"
    assert notes_on(Settings(site_url="https://example.org/", language=written)) == ()


#: For each language the numbers 0, 1, 2, 3, 5, 11, 21, 100, 102 and 111 of briefs, as its readers count.
COUNTED = {
    "ar": "0 موجز|1 موجز|2 موجزان|3 موجزات|5 موجزات|11 موجزًا|21 موجزًا|100 موجز|102 موجز|111 موجزًا",
    "de": "0 Kurzberichte|1 Kurzbericht|2 Kurzberichte|3 Kurzberichte|5 Kurzberichte|11 Kurzberichte|21 Kurzberichte|"
    "100 Kurzberichte|102 Kurzberichte|111 Kurzberichte",
    "es": "0 breves|1 breve|2 breves|3 breves|5 breves|11 breves|21 breves|100 breves|102 breves|111 breves",
    "fr": "0 brève|1 brève|2 brèves|3 brèves|5 brèves|11 brèves|21 brèves|100 brèves|102 brèves|111 brèves",
    "ru": "0 заметок|1 заметка|2 заметки|3 заметки|5 заметок|11 заметок|21 заметка|100 заметок|102 заметки|111 заметок",
    "uk": "0 заміток|1 замітка|2 замітки|3 замітки|5 заміток|11 заміток|21 замітка|100 заміток|102 замітки|111 заміток",
    "zh": "0 篇简报|1 篇简报|2 篇简报|3 篇简报|5 篇简报|11 篇简报|21 篇简报|100 篇简报|102 篇简报|111 篇简报",
}


@every_language
def test_things_are_counted_as_the_language_counts(code: str) -> None:
    language, numbers = speak(code), (0, 1, 2, 3, 5, 11, 21, 100, 102, 111)
    told = (language.ngettext("{n} brief", "{n} briefs", n).format(n=language.number(n)) for n in numbers)
    assert "|".join(told) == COUNTED[code]


@pytest.mark.parametrize(
    ("code", "matched", "every", "said"),
    [
        ("ru", 1, 1, "1 из 1 цитаты совпадает с копией источника"),
        ("ru", 3, 4, "3 из 4 цитат совпадает с копией источника"),
        ("ru", 1, 21, "1 из 21 цитаты совпадает с копией источника"),
        ("uk", 20, 21, "20 з 21 цитати збігається з копією джерела"),
        ("uk", 1, 11, "1 з 11 цитат збігається з копією джерела"),
        ("ar", 2, 2, "الاقتباسات المطابقة لنسخة المصدر: 2 من 2"),
        ("zh", 3, 4, "4 条引语中有 3 条与原文副本一致"),
        ("es", 1, 4, "1 de 4 citas coincidentes con la copia de la fuente"),
    ],
)
def test_a_sentence_stands_with_every_number(code: str, matched: int, every: int, said: str) -> None:
    language = speak(code)
    line = language.ngettext(
        "{matched} of {all} quotation matches the source copy",
        "{matched} of {all} quotations match the source copy",
        every,
    )
    assert line.format(matched=matched, all=every) == said


def test_one_setting_makes_a_site_german(tmp_path: Path) -> None:
    """Language of the page, words of the theme and words of the pages, without a second setting."""
    desk = make_desk(tmp_path)
    path = desk / "mkdocs.yml"
    settings = path.read_text(encoding="utf-8")
    assert "  - briefing" in settings
    path.write_text(with_language(settings, "de"), encoding="utf-8")
    done = run("generator", "build", desk=desk)
    assert done.returncode == 0, done.stderr
    home = (desk / "site/index.html").read_text(encoding="utf-8")
    assert '<html lang="de"' in home
    assert "Zum Inhalt" in home and "Demnächst" in home
    assert "Coming up" not in home


def with_language(settings: str, code: str) -> str:
    return re.sub(r"(?m)^  - briefing.*(\n    .*)*", f"  - briefing: {{language: {code}}}", settings)


@pytest.mark.parametrize(
    ("code", "mark"),
    [("en", "“"), ("de", "„"), ("fr", "« "), ("es", "«"), ("ru", "«"), ("uk", "«"), ("zh", "“"), ("ar", "«")],
)
def test_evidence_stands_in_the_marks_of_the_language(code: str, mark: str) -> None:
    """As a quotation does that is copied; what is left out as well."""
    label = speak(code).gettext("Evidence")
    bodies = [read(page.markdown()).body for page in demonstration(code).values()]
    evidence = [each.text.removeprefix(label).lstrip(" ") for body in bodies for each in body.find(name="b-evidence")]
    unused = [each.text for body in bodies for part in body.find(name="b-unused") for each in part.find("li")]
    assert len(evidence) > 10 and unused
    assert {text[: len(mark)] for text in (*evidence, *unused)} == {mark}


def test_french_has_a_space_before_its_colons() -> None:
    shown = [read(page.markdown()).body for page in demonstration("fr").values()]
    topics = [line.text for body in shown for line in body.find("p") if line.text.startswith("Thèmes")]
    assert topics and all(text.startswith("Thèmes : ") for text in topics)


@pytest.mark.parametrize(("code", "names", "role"), [("en", ", ", ", "), ("ar", "، ", "، "), ("zh", "、", "，")])
def test_commas_are_those_of_the_language(code: str, names: str, role: str) -> None:
    """Between names in a row, and between a name and what it is: Chinese has two signs."""
    shown = [read(page.markdown()).body for page in demonstration(code).values()]
    colon, label = speak(code).gettext(": "), speak(code).gettext("Topics")
    topics = [line.text for body in shown for line in body.find("p") if line.text.startswith(f"{label}{colon}")]
    assert topics and any(names in text for text in topics)
    assert all(", " not in text or names == ", " for text in topics)
    beside = {each.text for body in shown for each in body.find("small")}
    assert f"Adviser in the mediators' office{role}Mirrowen" in beside


@pytest.mark.parametrize(("code", "end"), [("de", "."), ("ar", "."), ("zh", "：")])
def test_a_label_before_a_point_ends_as_the_language_ends_it(code: str, end: str) -> None:
    shown = [read(page.markdown()).body for page in demonstration(code).values()]
    labels = [each.text for body in shown for each in body.find("strong") if each.text.startswith("Talks go on")]
    assert labels and all(text == f"Talks go on{end}" for text in labels)


def test_french_has_it_in_what_programs_read(tmp_path: Path) -> None:
    """Feeds, calendars and the Markdown of a brief; llms.txt has the colon of its own format."""
    step = {"id": "tour", "what": "Second tour", "when": "2026-03-20"}
    change = {"date": "2026-02-20", "kind": "correction", "note": "Le jour"}
    slipped = {"step": "a#tour", "status": "slipped", "when": "2026-03-22", "note": "La pluie"}
    point = {"label": "Le ton", "text": "Calme"}
    first = a_brief(next_steps=[step], changes=[change], key_points=[point], storyline="Port")
    desk = make(tmp_path, {"a": first, "b": a_brief(outcomes=[slipped], storyline="Port")})
    composed = compose(desk, date(2026, 3, 1), Settings(site_url="https://desk.example/", language="fr"))
    made = {file.place: file.make() for file in composed.files() if file.place.endswith((".ics", "feed.xml"))}
    for page in composed.pages:
        made |= {place: stored for place, stored in page.write().companions.items() if place.endswith(".md")}
    told = {place: stored.decode() for place, stored in made.items()}
    assert len(told) == 6  # two briefs, feeds and calendars of the site and of the storyline
    for place, text in told.items():
        assert "\N{NO-BREAK SPACE}: " in text and not re.findall(r"[^\s\N{NO-BREAK SPACE}]: ", text), place


@pytest.mark.parametrize("code", ["en", "de"])
def test_evidence_says_which_language_it_has(code: str) -> None:
    """Where it is not that of the site: a screen reader reads it as what it is, and Arabic runs as Arabic does."""
    bodies = [read(page.markdown()).body for page in demonstration(code).values()]
    evidence = [each for body in bodies for each in body.find(name="b-evidence")]
    told = Counter(span.attributes.get("lang") for each in evidence for span in each.find("span"))
    assert told["uk" if code == "en" else "en"] > 0
    assert told[code] == 0


@pytest.mark.parametrize(("lang", "told"), [("zh-TW", "zh-TW"), ("zh-Hant", "zh-Hant"), ("zh-CN", None), ("zh", None)])
def test_words_in_another_script_say_so(tmp_path: Path, lang: str, told: str | None) -> None:
    """A browser draws signs as the region writes them, where it is told."""
    quote = {"speaker": "林小明", "text": "談判繼續", "lang": lang}
    desk = make(tmp_path, {"a": a_brief(quotes=[quote], source={"not_held": "heard", "lang": lang})})
    composed = compose(desk, date(2026, 3, 1), Settings(site_url="https://desk.example/", language="zh"))
    (page,) = (page for page in composed.pages if page.kind == "brief")
    (words,) = (each for each in read(page.write().body).body.find("p") if "談判繼續" in each.text)
    assert words.attributes.get("lang") == told
