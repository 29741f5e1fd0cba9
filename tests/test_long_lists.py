"""However many briefs there are of somebody: the page stays short, and each of them is on one of its parts."""

from __future__ import annotations

import re
from datetime import date, timedelta

from quoting import found_of

from generator.desk.library import Library, Record, Vocabulary
from generator.entities import resolve
from generator.language import speak
from generator.model import Brief
from generator.render import looks, render
from generator.settings import Settings
from generator.site import arrange, open_press

COUNT = 3000


def test_a_person_with_three_thousand_briefs() -> None:
    first = date(2017, 1, 1)
    records = []
    for number in range(COUNT):
        brief = Brief.model_validate(
            {
                "title": f"Brief {number}.",
                "date": (first + timedelta(days=number)).isoformat(),
                "summary": "A sentence.",
                "source": {"not_held": "made up"},
                "participants": [{"name": "Ana Orr", "role": "Mayor"}],
                "quotes": [{"speaker": "Ana Orr", "text": f"Words number {number}."}],
            }
        )
        records.append(Record(f"b{number:04}", f"briefs/b{number:04}.yaml", brief, str(number)))
    library = Library(tuple(records), {}, Vocabulary({}, {}, {}, {}, {}), {})
    language, day = speak("en"), date(2026, 1, 1)
    site = arrange(open_press(library, resolve(library), found_of(records), Settings(), language, looks(), render), day)
    pages = {page.uri: page for page in site.pages if page.uri.startswith("people/ana-orr")}
    shown = {uri: page.write().markdown() for uri, page in pages.items()}
    assert len(shown["people/ana-orr.md"]) < 80_000
    assert "Briefs by" in shown["people/ana-orr.md"] or "Briefs over" in shown["people/ana-orr.md"]
    ways, *sections = re.findall(r"b-ways|^## [^{]+", shown["people/ana-orr.md"], re.MULTILINE)
    assert ways == "b-ways", "the ways to its sections stand above all of them"
    assert [section.strip("# ") for section in sections] == ["Roles", "What they said", "Briefs"]
    parts = "".join(text for uri, text in shown.items() if uri != "people/ana-orr.md")
    assert set(re.findall(r"Brief (\d+)\.", parts)) == set(re.findall(r"Words number (\d+)\.", parts))
    assert len(set(re.findall(r"Brief (\d+)\.", parts))) == COUNT
