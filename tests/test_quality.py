"""The quality page: there for who asks for it, in no search and no site map, silent about what is not public."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from desks import BRIEF, digests, make_desk, run, searched
from machines import DEMO, SITE, TODAY, a_brief, make
from reading import read

from generator.language import speak
from generator.pipeline import Composed, compose
from generator.quoting.citations import TIERS
from generator.settings import Settings
from generator.views.quality import LOOSEST, URI, quality_view

ASKED = Settings(quality_page=True, site_url=SITE)


def shown(composed: Composed) -> str:
    pages = {page.uri: page for page in composed.pages}
    return pages[URI].write().markdown()


def counts(page: str) -> dict[str, str]:
    """What the list at the top says of each section."""
    listed = read(page).body.find(name="b-lines")[0]
    told = [line.text.strip() for line in listed.find("li")]
    notes = [line.text.strip() for line in listed.find("small")]
    return {line.removesuffix(note).strip(): note for line, note in zip(told, notes, strict=True)}


def test_it_is_there_for_who_asks_for_it() -> None:
    without, asked = (compose(DEMO, TODAY, settings) for settings in (Settings(site_url=SITE), ASKED))
    uris = [[page.uri for page in composed.pages] for composed in (without, asked)]
    assert URI not in uris[0]
    assert sorted([*uris[0], URI]) == uris[1]


def test_no_file_for_machines_tells_of_it() -> None:
    for made in compose(DEMO, TODAY, ASKED).files():
        assert b"quality" not in made.make(), made.place


def test_where_nothing_is_left_to_do_it_says_so(tmp_path: Path) -> None:
    page = shown(compose(make(tmp_path, {"a": a_brief(source={"not_held": "heard there"})}), TODAY, ASKED))
    assert len(counts(page)) == 7 and set(counts(page).values()) == {"nothing"}
    assert "## " not in page


def test_its_counts_are_those_of_the_check() -> None:
    """Of the demonstration desk, of which all but a withdrawn brief is public."""
    composed = compose(DEMO, date(2026, 11, 23), ASKED)
    told, verified = counts(shown(composed)), composed.examined.citations.values()
    rules = [problem.rule for problem in composed.problems]
    accepted = [problem for problem in composed.problems if "(accepted: " in problem.message]
    loose = [each for one in verified for each in one.citations if each.kind == "quote" and each.tier in LOOSEST]
    assert rules.count("quote-unchecked") == rules.count("entry-unused") == 1
    assert told == {
        "Overdue": "7 next steps",
        "Warnings": "nothing",
        "Not checked": "1 brief",
        "Words left out or in brackets": f"{len(loose)} quotations",
        "Accepted": f"{len(accepted)} warnings",
        "Passages not used": f"{rules.count('quote-unused')} passages",
        "Names not used": "1 file",
    }


def test_which_matches_are_the_loosest_is_seen_without_unpacking() -> None:
    found = compose(DEMO, TODAY, ASKED).examined.citations
    for brief, verified in found.items():
        for tier in TIERS:
            assert found.may_have(tier, brief) or all(each.tier != tier for each in verified.citations)
    assert not all(found.may_have("elided", brief) for brief in found)


@pytest.mark.parametrize("preview", [True, False])
def test_a_draft_is_named_in_a_preview_alone(tmp_path: Path, preview: bool) -> None:
    """Not by itself, nor by what the check says of others because of it; what is withdrawn is named nowhere."""
    briefs = {
        "public": a_brief(
            summary="See [[secret]].",
            participants=["Ada Quillfeather"],
            next_steps=[{"what": "A vote", "when": "2026-02-10"}],
        ),
        "secret": a_brief(
            title="Is this secret?",
            draft="true",
            date="2026-02-01",
            participants=["Ada Quilfeather"],
            outcomes=[{"step": "public#a-vote", "status": "happened"}],
            next_steps=[{"what": "A secret vote", "when": "2026-02-10"}],
        ),
        "forged": a_brief(title="Was this forged?", withdrawn="It was wrong."),
    }
    composed = compose(make(tmp_path, briefs), TODAY, ASKED, drafts=preview)
    page = shown(composed)
    assert {"draft-linked", "step-id", "similar-names"} <= {problem.rule for problem in composed.problems}
    assert ("secret" in page.lower(), "quilfeather" in page.lower()) == (preview, False)
    assert "forged" not in page.lower()
    assert "step-id" in page and "draft-linked" in page


def test_what_the_check_says_is_marked_as_english_on_other_sites() -> None:
    composed = compose(DEMO, TODAY, ASKED)
    edition, problems = composed.opened.press.edition, composed.problems
    leftward = replace(speak("de"), code="ar", direction="rtl")
    for language, marked in ((speak("de"), ("en", "")), (leftward, ("en", "ltr")), (speak("en-GB"), ("", ""))):
        view = quality_view(replace(edition, language=language), (), problems)
        noted = (noted for section in view.sections for noted in section.noted)
        remarks = [remark for each in noted for remark in each.remarks if remark.rule]
        assert remarks and {(remark.lang, remark.dir) for remark in remarks} == {marked}
    body = read(shown(compose(DEMO, TODAY, replace(ASKED, language="de")))).body
    said = [span.attributes for each in body.find(name="b-noted") for span in each.find("span") if not span.find("a")]
    assert said and all(attributes == {"lang": "en"} for attributes in said)


def test_the_built_page_is_for_no_robot_and_in_no_search(tmp_path: Path) -> None:
    """And a build that goes on from another gives the same bytes, whatever was edited and switched between."""
    desk, anew = make_desk(tmp_path / "desk"), tmp_path / "anew"
    page, settings = desk / "site/quality/index.html", (desk / "mkdocs.yml").read_text(encoding="utf-8")
    build(desk)
    assert not page.exists()
    (desk / "mkdocs.yml").write_text(settings.replace("quality_page: false", "quality_page: true"), encoding="utf-8")
    build(desk)
    assert 'content="noindex"' in (first := page.read_text(encoding="utf-8"))
    assert "data-pagefind-body" not in first
    assert "noindex" not in (desk / "site/index.html").read_text(encoding="utf-8")
    assert "quality/" not in searched(desk / "site")
    (desk / "briefs/2026/harbour.yaml").write_text(BRIEF.replace("when: 2026-03", "when: 2026-02-04"), encoding="utf-8")
    build(desk)
    assert "#step-ferry-talks" in page.read_text(encoding="utf-8") and "#step-ferry-talks" not in first
    copied = make_desk(anew)
    for name in ("mkdocs.yml", "briefs/2026/harbour.yaml"):
        (copied / name).write_bytes((desk / name).read_bytes())
    build(copied)
    assert digests(desk / "site") == digests(copied / "site")


def build(desk: Path) -> None:
    done = run("generator", "build", desk=desk)
    assert done.returncode == 0, done.stdout + done.stderr
