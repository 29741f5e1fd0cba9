"""Any text in a plain field reaches the reader character for character, and nothing else comes of it.

Every text goes through the real renderer, templates and Python-Markdown. What is escaped for Markdown is tried in every
place of it with Material's whole set too: the Markdown that stands beside a page is for others to read. Read is what an
HTML parser reads.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from effort import examples
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from quoting import found_of
from reading import MATERIALS_SET, Element, Read, own_set, read, read_anywhere

from generator import render
from generator.desk.library import Library, Record, SourceText, Vocabulary
from generator.entities import resolve
from generator.language import speak
from generator.model import Brief
from generator.pages.page import Page
from generator.prose import runs
from generator.quoting.citations import Citation, Gap, Verified
from generator.settings import Settings
from generator.site import arrange, open_press
from generator.spans import Span

NASTY = [
    "<script>alert(1)</script>", "*stars*", "**stars**", "_under_ __lines__", "[x](javascript:1)", "{{ jinja }}",
    "{% if %}", "{: .attr }", "{: onclick=alert(1) }", ":emoji:", ":smile: :+1:", "1. list", "1) list", "(1) list",
    "- list", "+ list", "* list", "a. list", "iv) list", "# heading", "heading #", "## two ##", "| pipes |", "a | b",
    "\\", "\\\\ \\* \\#", "&amp;", "&#35; &lt; &copy;", "&copy", "R&D", '--8<-- "file"', "-8<- x", "[TOC]", "[^1]",
    "[^1]: note", "*[HTML]: x", "[a]: http://x", "[[wiki]]", "![i](x.png)", "<https://x.y>", "https://x.y/a_b_c",
    "www.example.org", "a@b.cd", "```", "~~~ x", "`code`", "``", "---", "***", "___", "===", "> quote", "!!! note",
    "??? note", '=== "tab"', "/// note", "[ ] task", "[x] task", "$x$ \\(y\\)", "++ctrl+c++", "==mark==",
    "^^ins^^ H~2~O", "~~del~~", "{++add++} {--del--} {>>note<<}", "Term", ": definition", "; semicolon", "%%",
    "<!-- comment -->", "<!--", "-->", "<b>", "</div>", "<div markdown=1>", "<details>", "<x", "a<b>c",
    '\' " “ ” ‘ ’ « »', "שלום עולם", "مرحبا", "x̂ é", "\u200fמה\u200e", "東京", "🦊", "no", "12:30", "1.10", "0755",
    "U.S. envoy", "A. N. Editor", "\xad\u200b", "a  b", "None", "C:\\temp\\x", "5 > 3 < 4", "100 % — sure",
    "(parens)", "#hashtag", "@name", "</title><script>", '"><img src=x onerror=alert(1)>', "&", "_", "x_", "!", "[",
    "]", "]]>", "{", "}", "|", "||",
]  # fmt: skip

SOUP = st.text(st.sampled_from("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ ab1é\u05d0"), min_size=1, max_size=14)
TYPED = (
    st.one_of(
        st.lists(st.sampled_from(NASTY), min_size=1, max_size=4).map(" ".join),
        st.lists(st.one_of(st.sampled_from(NASTY), SOUP), min_size=1, max_size=4).map("".join),
        SOUP,
        st.text(min_size=1, max_size=20),
    )
    .map(lambda text: re.sub(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]", "", text))
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
SETS = pytest.mark.parametrize("extensions", [own_set(), MATERIALS_SET], ids=["own", "materials"])

TEXTS = 12  # in one document
EXAMPLES = examples(450)  # times TEXTS, times two sets of extensions: 10,800 texts
BRIEFS = examples(40)


# --- in every place of Markdown ------------------------------------------------------------------------

PLACES = """
# {{ t[0] }} {: #x0 }

{{ t[1] }}
{: #x1 }

- {{ t[2] }}
{: #x2 }
- **{{ t[3] }}**{: #x3 } words

> {{ t[4] }}
> {: #x4 }

| A | B | C |
| --- | --- | --- |
| {{ t[5] }} | [{{ t[6] }}](a.md){: #x6 } | {{ t[11] }} |

<div class="b" markdown="1">

### [{{ t[7] }}](../b.md) {: #x7 }

* {{ t[8] }}

</div>

<details markdown="1"><summary id="x9">{{ t[9] }}</summary>

words <span id="x10">{{ t[10] }}</span>

</details>
"""


@SETS
@given(typed=st.lists(TYPED, min_size=TEXTS, max_size=TEXTS))
@settings(max_examples=EXAMPLES)
def test_text_is_read_as_typed_in_every_place(extensions: Sequence[str], typed: list[str]) -> None:
    """In headings, paragraphs, lists, quotations, tables, links, attributes and the table of contents."""
    _check_places(typed, extensions)


@SETS
@pytest.mark.parametrize("nasty", NASTY)
def test_nasty_text_is_read_as_typed_in_every_place(extensions: Sequence[str], nasty: str) -> None:
    typed = " ".join(nasty.split())
    _check_places([typed] * TEXTS, extensions)


def _check_places(typed: list[str], extensions: Sequence[str]) -> None:
    template = render._ENVIRONMENT.from_string(PLACES)
    page = read_anywhere(template.render(t=typed), extensions)
    found = {element.attributes.get("id"): element for element in page.body.all()}
    cells = page.body.find("td")
    there = [found[f"x{place}"].text for place in (0, 1, 2, 3, 4)] + [cells[0].text]
    there += [found["x6"].text, found["x7"].text, page.body.find("ul")[1].text, found["x9"].text, found["x10"].text]
    assert [*there, cells[2].text] == typed
    assert [html.unescape(name) for name in page.contents] == [typed[0], typed[7]]
    assert not [name for name in page.contents if "<" in name]
    _check_harmless(page.body)


HARMLESS = {
    "a", "aside", "b", "blockquote", "br", "code", "details", "div", "em", "h1", "h2", "h3", "h4", "li", "nav", "p",
    "small", "span", "strong", "summary", "table", "tbody", "td", "th", "thead", "time", "tr", "ul",
}  # fmt: skip
KNOWN = {
    "aria-hidden", "aria-label", "class", "data-b", "data-source", "datetime", "dir", "href", "id", "lang", "title",
}  # fmt: skip


def _check_harmless(body: Element) -> None:
    for element in body.all():
        assert element.tag in HARMLESS
        assert set(element.attributes) <= KNOWN
        assert re.match(
            r"https?://|mailto:|#|(?![a-z][a-z0-9+.-]*:|/)", element.attributes.get("href", ""), re.IGNORECASE
        )


# --- in every field of a brief ---------------------------------------------------------------------------


def _brief(t: list[str]) -> dict[str, Any]:
    """A brief with a text of its own in every plain field."""
    return {
        "title": t[0], "date": "2026-01-31", "summary": t[1], "why_it_matters": t[2],
        "source": {"file": "a.txt", "headline": t[3], "publisher": t[4], "agency": t[5], "byline": t[6],
                   "licence": t[7]},
        "storyline": t[8], "topics": [t[9]], "places": [t[10]],
        "participants": [{"name": t[11], "role": t[12], "organisation": t[13], "side": t[14]}],
        "mentioned": [{"name": t[15], "role": t[16]}],
        "key_points": [{"label": t[17], "text": t[18], "evidence": "w"}],
        "quotes": [{"speaker": t[19], "text": f"{t[20]}\n\n{t[21]}", "occasion": t[22], "to": t[23],
                    "reported_by": t[24], "original": t[25], "translated_by": t[26], "context": t[27]}],
        "next_steps": [{"id": "s", "what": t[28], "who": [t[29]], "where": t[30]}],
        "outcomes": [{"step": "s", "status": "happened", "note": t[31]}],
        "disputed": [{"what": t[32], "by": [t[33]]}], "not_known": [t[34]],
        "left_out": [{"text": t[35], "reason": t[36]}],
        "changes": [{"date": "2026-02-01", "kind": "correction", "note": t[37]}], "checked_by": t[38],
    }  # fmt: skip


def _pages(t: list[str]) -> dict[str, Page]:
    try:
        brief = Brief.model_validate(_brief(t))
    except ValueError:
        assume(False)
    record = Record("b", "briefs/b.yaml", brief, "digest")
    source = SourceText("a.txt", f"{t[39]} {t[40]} {t[41]}", "0" * 64)
    library = Library((record,), {}, Vocabulary({}, {}, {}, {}, {}), {"a.txt": source})
    gap = Gap(Span(1, 2), "replaced", t[40], t[41])
    found = Citation(
        "quotes[0].original", "quote", None, "matched", "bracketed",
        spans=(Span(0, 1), Span(2, 3)), gaps=(gap,), exact=(t[39], t[42]), prefix=t[43], suffix=t[44],
    )  # fmt: skip
    citations = found_of([record], {"b": Verified((found,), None)})
    desk = Settings(publish_texts_under=(t[7],), site_name=t[45])
    press = open_press(library, resolve(library), citations, desk, speak("en"), render.looks(), render.render)
    site = arrange(press, date(2026, 3, 1))
    return {page.uri: page for page in site.pages}


@example(typed=[*(f"t{number}" for number in range(20)), *["[TOC]"] * 8, *(f"t{number}" for number in range(28, 46))])
@given(typed=st.lists(TYPED, min_size=46, max_size=46))
@settings(max_examples=BRIEFS)
def test_every_field_of_a_brief_is_read_as_typed(typed: list[str]) -> None:
    pages = _pages(typed)
    page = read(pages["briefs/b.md"].write().markdown())
    _check_brief(page, typed)
    for other in pages.values():
        there = read(other.write().markdown())
        _check_harmless(there.body)
        title = other.view().title
        assert there.body.one("h1").text == title
        assert html.unescape(str(there.meta["title"])) == title
        assert not re.search(r"[<>\"]", str(there.meta["title"]) + str(there.meta.get("description", "")))


def _check_brief(page: Read, t: list[str]) -> None:
    body = page.body
    assert body.one("h1").text == t[0]
    assert html.unescape(str(page.meta["title"])) == t[0]
    assert html.unescape(str(page.meta["description"])) == _words(t[1])
    assert body.one("p", "b-bottomline").text == _words(t[1])
    day = "Saturday 31 January 2026"
    assert body.one("p", "b-kicker").text == f"{t[8]} · {day} · {t[10]} · Corrected 1 Feb 2026"
    assert body.one("aside", "b-why").text == f"Why it matters {_words(t[2])}"
    points = body.find("ul")[1].find("li")
    assert points[0].text == f"{t[17]}{'.' * t[17][-1].isalnum()} {_words(t[18])}"
    side = body.one("div", "b-side")
    assert side.one("h3").text == t[14]
    assert side.one("li").text == f"{t[11]} {t[12]}, {t[13]}"
    assert body.one("div", "b-mentioned").one("li").text == f"{t[15]}, {t[16]}"
    _check_quote(body.one("div", "b-quote"), t)
    step = body.one("div", "b-step")
    assert step.one("h3").text == t[28]
    assert step.one("p", "b-meta").text == f"{t[30]} · {t[29]}"
    assert step.one("p", "b-told").text == f"happened, {t[0]}: {_words(t[31])}"
    listed = [element.text for element in body.find("li")]
    assert f"{_words(t[32])} Disputed by {t[33]}" in listed
    assert _words(t[34]) in listed
    assert f"“{t[35]}” {t[36]}" in listed
    assert f"Correction 1 Feb 2026: {_words(t[37])}" in listed
    source = body.one("div", "b-source")
    assert source.one("em").text == t[3]
    assert source.one("p").text == f"{t[3]}, {t[4]}, from {t[5]}, by {t[6]}"
    foot = [element.text for element in body.one("div", "b-foot").find("p")]
    assert foot == [f"Topics: {t[9]}", f"Last changed Sunday 1 February 2026 · Checked by {t[38]}"]


def _check_quote(quote: Element, t: list[str]) -> None:
    assert quote.one("h3").text == t[19]
    said = f"{t[22]} · to {t[23]}"
    assert quote.one("p", "b-said").text in (said, f"{t[12]} · {said}", f"{t[16]} · {said}")
    spoken, original = quote.find("blockquote")
    assert [paragraph.text for paragraph in spoken.find("p")] == [t[20], t[21]]
    assert original.text == t[25]
    assert quote.one("p", "b-meta").text == f"as reported by {t[24]} · translated by {t[26]}"
    assert quote.one("p", "b-context").text == _words(t[27])
    assert [element.text for element in quote.one("p", "b-copied").find("b")] == [t[39], t[42]]


def _words(prose: str) -> str:
    """What is read of prose: of a link its words."""
    return "".join(run.words for run in runs(prose))


# --- prose: the two things that work ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("see [the words](https://example.org/a_b?c=d&e=f#g)", "https://example.org/a_b?c=d&e=f#g"),
        ("see [the words](http://example.org/a_(b)_c)", "http://example.org/a_(b)_c"),
        ("see [the words](mailto:desk@example.org)", "mailto:desk@example.org"),
        ("see [the *words*](https://example.org/*x*`y`)", "https://example.org/*x*`y`"),
        ("see [[b]]", "./"),  # the page is that of b itself
        ("see [the words](javascript:alert(1))", None),
        ("see [the words](data:text/html,x)", None),
        ("see [the words](//example.org)", None),
        ("see [the words](other.md)", None),
        ("see ![the words](https://example.org/x.png)", "https://example.org/x.png"),
        ("see [[c]]", None),
        ("see <https://example.org>", None),
        ("see https://example.org", None),
    ],
)
def test_links_in_prose(typed: str, href: str | None) -> None:
    """`[words](https://…)` and `[[brief-id]]` are links (http, https, mailto), and nothing else is."""
    page = _pages([str(number) for number in range(46)][:2] + [typed] + [f"t{number}" for number in range(43)])
    why = read(page["briefs/b.md"].write().markdown()).body.one("aside", "b-why")
    assert [link.attributes["href"] for link in why.find("a")] == ([href] if href else [])
    if href is None:
        assert why.text == f"Why it matters {typed}"
