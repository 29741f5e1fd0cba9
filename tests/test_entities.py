"""Names, roles and steps followed across briefs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.acceptance import settle
from generator.agreeing.joined_names import find_joined_names
from generator.agreement import check_agreement, is_unnamed
from generator.desk.library import Library, Record, SourceText, Vocabulary
from generator.entities import Said, resolve
from generator.model import Brief, Organisation, Person, Storyline, Topic
from generator.names import find_nearest, find_similar, slug
from generator.problems import Finding

LEAST = {"title": "Something happened", "date": "2026-01-31", "summary": "It did.", "source": {"not_held": "made up"}}


def library(*briefs: dict[str, Any], people: dict[str, Any] | None = None, **names: dict[str, Any]) -> Library:
    """A library of made-up briefs a, b, c …, with their dates as given."""
    records = [
        Record(key, f"briefs/{key}.yaml", Brief.model_validate(LEAST | brief), key)
        for key, brief in zip("abcdefgh", briefs, strict=False)
    ]
    vocabulary = Vocabulary(
        people={key: Person.model_validate(value) for key, value in (people or {}).items()},
        organisations={key: Organisation.model_validate(v) for key, v in names.get("organisations", {}).items()},
        topics={key: Topic.model_validate(v) for key, v in names.get("topics", {}).items()},
        storylines={key: Storyline.model_validate(v) for key, v in names.get("storylines", {}).items()},
        paths={
            (kind, key): f"briefs/_{kind}.yaml"
            for kind, table in {**names, "people": people or {}}.items()
            for key in table
        },
    )
    return Library(tuple(sorted(records, key=lambda record: record.order)), {}, vocabulary, {})


def findings(desk: Library) -> list[tuple[str, str, str]]:
    """Rule, file and field of all that does not agree."""
    return [(found.rule, found.path, found.field) for found in agreement(desk)]


def agreement(desk: Library) -> list[Finding]:
    return list(check_agreement(desk, resolve(desk)))


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Steve Witkoff", "steve-witkoff"),
        ("Aïssa N’Dour", "aissa-ndour"),
        ("U.S. Treasury", "us-treasury"),
        ("Łukasz Ørsted-Weiß", "lukasz-orsted-weiss"),
        ("Сергій Іванчук", "сергій-іванчук"),
        ("王小明", "王小明"),
        ("मीना वर्मा", "मीना-वर्मा"),
        ("தமிழ்ச்செல்வி", "தமிழ்ச்செல்வி"),
        ("สุมิตร", "สุมิตร"),
        ("Ọ̀ṣun Adé", "osun-ade"),
        ("محمّد العليّ", "محمد-العلي"),
        ("שָׁלוֹם כהן", "שלום-כהן"),
        ("❤️ Mara", "mara"),
        ("index", "index-1"),
    ],
)
def test_a_name_is_its_address(name: str, address: str) -> None:
    assert slug(name) == address


def test_any_name_has_an_address_that_fits_a_file_system() -> None:
    for name in ("???", "x" * 5000, "…", "🦊", "ж" * 300, "𠀀" * 79, "𠀀" * 300):
        assert 0 < len(slug(name).encode()) < 250
    assert slug("?") != slug("!")
    assert slug("𠀀" * 70 + "甲") != slug("𠀀" * 70 + "乙")


def test_names_that_differ_in_a_vowel_sign_are_two_people() -> None:
    assert slug("मीना वर्मा") != slug("मोना वर्मा")
    assert slug("สุมา") != slug("สิมา")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Mara Tolvik", "Mara Tolvick", True),
        ("Mara Tolvik", "Tolvik Mara", True),
        ("Mara Tolvik", "Mara J. Tolvik", True),
        ("Mara Tolvik", "Tolvik", True),
        ("Mara Tolvik", "Marta Tolvik", True),
        ("Mara Tolvik", "Mara Sorensen", False),
        ("Mara Tolvik", "Igor Tolvik", False),
        ("Unit 4731", "Unit 4732", False),
        ("Ana Li", "Ann Li", False),
    ],
)
def test_two_spellings_of_one_person_are_noticed(one: str, other: str, alike: bool) -> None:
    assert bool(list(find_similar({slug(one): one, slug(other): other}))) is alike


def test_a_surname_alone_is_nobody_when_two_people_have_it() -> None:
    people = {slug(name): name for name in ("Mara Tolvik", "Igor Tolvik", "Tolvik")}
    assert list(find_similar(people)) == []


def test_the_nearest_name_is_the_one_meant() -> None:
    assert find_nearest("Tolvick", ["Mara Tolvik", "Igor Brandt"]) == "Mara Tolvik"
    assert find_nearest("Tolvick", ["Mara Tolvik", "Igor Tolvik"]) is None
    assert find_nearest("Mara Tolvick", ["Mara Tolvik", "Igor Brandt"]) == "Mara Tolvik"
    assert find_nearest("Brandt", ["Mara Tolvik", "Igor Brandt"]) == "Igor Brandt"
    assert find_nearest("Somebody Else", ["Mara Tolvik", "Igor Brandt"]) is None


def test_an_alias_leads_to_the_person_of_the_vocabulary() -> None:
    desk = library(
        {"participants": ["The Chair"], "quotes": [{"speaker": "Tolvik", "text": "Yes."}]},
        people={"mara-tolvik": {"name": "Mara Tolvik", "aliases": ["Tolvik", "The Chair"]}},
    )
    person = resolve(desk).people["mara-tolvik"]
    assert person.briefs == ("a",)
    assert person.said == (Said("a", 0),)
    assert person.appearances[0].present
    assert findings(desk) == []


def test_somebody_in_no_vocabulary_is_known_by_the_brief() -> None:
    people = resolve(library({"mentioned": ["Igor Brandt"]})).people
    assert [(key, person.name, person.appearances[0].present) for key, person in people.items()] == [
        ("igor-brandt", "Igor Brandt", False)
    ]


def test_a_withdrawn_brief_tells_nothing() -> None:
    assert resolve(library({"participants": ["Igor Brandt"], "withdrawn": "It was wrong."})).people == {}


@pytest.mark.parametrize(
    ("date", "role"), [("2025-06-01", "Deputy"), ("2026-06-01", "Minister"), ("2024-01-01", ""), ("2026", "")]
)
def test_a_role_comes_from_the_dated_roles_of_the_vocabulary(date: str, role: str) -> None:
    roles = [
        {"role": "Deputy", "from": "2025-01", "to": "2026-03"},
        {"role": "Minister", "from": "2026-04"},
        {"role": "Member of parliament"},
    ]
    desk = library(
        {"date": date, "participants": ["Ada Lund"]}, people={"ada-lund": {"name": "Ada Lund", "roles": roles}}
    )
    assert resolve(desk).people["ada-lund"].appearances[0].role == role


@pytest.mark.parametrize(
    ("role", "disagrees"),
    [("Minister", False), ("Finance Minister", False), ("former Minister", True), ("Ambassador", True)],
)
def test_a_role_against_the_vocabulary_is_asked_about(role: str, disagrees: bool) -> None:
    desk = library(
        {"participants": [{"name": "Ada Lund", "role": role}]},
        people={"ada-lund": {"name": "Ada Lund", "roles": [{"role": "Minister", "from": "2025"}]}},
    )
    expected = [("role-disagrees", "briefs/a.yaml", "participants[0].role")] if disagrees else []
    assert findings(desk) == expected


@pytest.mark.parametrize(
    ("speaker", "asked"),
    [
        ("a senior official", False),
        ("The ministry's spokesman", False),
        ("officials", False),
        ("Ada Lund", False),
        ("Ada Lunt", True),
    ],
)
def test_an_unknown_speaker_is_asked_about(speaker: str, asked: bool) -> None:
    desk = library({"participants": ["Ada Lund"], "quotes": [{"speaker": speaker, "text": "Yes."}]})
    found = agreement(desk)
    assert [finding.rule for finding in found] == (["unknown-name"] if asked else [])
    assert not asked or "did you mean Ada Lund?" in found[0].hint


def test_the_rarer_spelling_is_the_one_asked_about() -> None:
    desk = library({"participants": ["Ada Lunde"]}, {"participants": ["Ada Lund"]}, {"participants": ["Ada Lund"]})
    assert findings(desk) == [("similar-names", "briefs/a.yaml", "participants[0].name")]


@pytest.mark.parametrize(("right", "wrong"), [("Amir Haddad", "Amir Hadad"), ("Amir Hadad", "Amir Haddad")])
def test_the_spelling_of_the_source_is_the_right_one(right: str, wrong: str) -> None:
    desk = library({"participants": [right], "mentioned": [wrong], "source": {"file": "x.txt"}})
    desk = replace(desk, sources={"x.txt": SourceText("x.txt", f"{right} came.", "0")})
    assert findings(desk) == [("similar-names", "briefs/a.yaml", "mentioned[0].name")]


def test_two_steps_of_one_brief_have_two_ids() -> None:
    desk = library({"next_steps": [{"id": "vote", "what": "First vote"}, {"id": "vote", "what": "Second vote"}]})
    assert findings(desk) == [("duplicate-id", "briefs/a.yaml", "next_steps[1].id")]


def test_two_people_of_the_vocabulary_are_two_people() -> None:
    people = {"ada-lund": "Ada Lund", "ada-lunde": "Ada Lunde"}
    assert findings(library({"participants": ["Ada Lund", "Ada Lunde"]}, people=people)) == []


def test_an_outcome_finds_its_step_by_full_name_by_id_and_by_old_id_of_the_brief() -> None:
    for reference in ("a#round-2", "round-2", "old/a#round-2"):
        desk = library(
            {"was": ["old/a"], "next_steps": [{"id": "round-2", "what": "Second round", "when": "2026-02"}]},
            {"date": "2026-02-20", "outcomes": [{"step": reference, "status": "slipped", "when": "2026-03-04"}]},
        )
        step = resolve(desk).steps["a#round-2"]
        assert (step.status, str(step.when)) == ("slipped", "2026-03-04")
        assert findings(desk) == []


def test_outcomes_are_told_in_the_order_of_the_briefs() -> None:
    told = [("2026-03-01", "slipped", "2026-04"), ("2026-04-10", "happened", "2026-04-09")]
    desk = library(
        {"next_steps": [{"id": "vote", "what": "Vote", "when": "2026-03"}]},
        *({"date": day, "outcomes": [{"step": "vote", "status": s, "when": when}]} for day, s, when in told),
    )
    step = resolve(desk).steps["a#vote"]
    assert [known.outcome.status for known in step.outcomes] == ["slipped", "happened"]
    assert (step.status, str(step.when)) == ("happened", "2026-04-09")


@pytest.mark.parametrize(
    ("status", "told", "holds"),
    [
        ("happened", "2026-03-05", "2026-03-05T18:30+01:00"),  # told as a day: nothing says that it was another hour
        ("happened", "2026-03-05T19:00+01:00", "2026-03-05T19:00+01:00"),
        ("happened", "2026-03-06", "2026-03-06"),
        ("happened", "2026-03-05~", "2026-03-05~"),
        ("slipped", "2026-03-05", "2026-03-05"),  # to later that day
    ],
)
def test_an_hour_holds_where_the_step_happened_that_day(status: str, told: str, holds: str) -> None:
    desk = library(
        {"date": "2026-03-01", "next_steps": [{"id": "hearing", "what": "Hearing", "when": "2026-03-05T18:30+01:00"}]},
        {"date": "2026-03-06", "outcomes": [{"step": "hearing", "status": status, "when": told}]},
    )
    step = resolve(desk).steps["a#hearing"]
    assert str(step.when) == holds


def test_an_outcome_of_nothing_and_an_outcome_of_several_steps_are_errors() -> None:
    desk = library(
        {"next_steps": [{"id": "vote", "what": "Vote"}]},
        {"next_steps": [{"id": "vote", "what": "Another vote"}], "outcomes": [{"step": "vote", "status": "happened"}]},
        {"outcomes": [{"step": "votes", "status": "cancelled"}]},
    )
    found = agreement(desk)
    assert [(finding.rule, finding.path) for finding in found] == [
        ("unknown-reference", "briefs/b.yaml"),
        ("unknown-reference", "briefs/c.yaml"),
    ]
    assert "a#vote, b#vote" in found[0].hint
    assert "did you mean" in found[1].hint


def test_a_step_that_is_followed_should_have_an_id() -> None:
    desk = library({"next_steps": ["Second round"]}, {"outcomes": [{"step": "a#second-round", "status": "happened"}]})
    assert findings(desk) == [("step-id", "briefs/a.yaml", "next_steps[0]")]


def test_a_link_to_no_brief_is_an_error() -> None:
    desk = library({"summary": "See [[b]] and [[bb/c]]."}, {"why_it_matters": "After [[a]]."})
    assert findings(desk) == [("unknown-reference", "briefs/a.yaml", "summary")]


def test_a_person_is_part_of_the_steps_that_name_them() -> None:
    desk = library({"participants": ["Ada Lund"], "next_steps": [{"id": "x", "what": "X", "who": ["Ada Lund", "all"]}]})
    assert resolve(desk).people["ada-lund"].steps == ("a#x",)


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("a senior official", True),
        ("The interior ministry", True),
        ("un habitant", True),
        ("一名不愿具名的官员", True),
        ("أحد الصيادين", True),
        ("Ada Lind", False),
        ("Anna Theland", False),
        ("陈立", False),
        ("سلمى الخطيب", False),
    ],
)
def test_somebody_unnamed_is_told_by_how_the_words_begin(speaker: str, expected: bool) -> None:
    assert is_unnamed(speaker) is expected


def test_an_entry_that_no_brief_names_is_pointed_out_once_a_file() -> None:
    people = {"ada-lund": "Ada Lund", "ben-holt": "Ben Holt", "cara-nyman": "Cara Nyman"}
    found = agreement(library({"participants": ["Ada Lund"]}, people=people))
    assert [(one.rule, one.field) for one in found] == [("entry-unused", "ben-holt")]
    assert found[0].message == "no brief names “Ben Holt”, “Cara Nyman”"


@pytest.mark.parametrize(
    "naming",
    [
        {"participants": ["Ben"]},
        {"participants": ["ben-holt"]},
        {"mentioned": ["Ben Holt"]},
        {"disputed": [{"what": "All of it.", "by": ["Ben Holt"]}]},
        {"next_steps": [{"what": "Talks", "who": ["Ben Holt"]}]},
        {"participants": ["Ben Holt"], "withdrawn": "It was wrong."},
    ],
)
def test_an_entry_is_used_wherever_a_brief_names_it(naming: dict[str, Any]) -> None:
    desk = library(naming, people={"ben-holt": {"name": "Ben Holt", "aliases": ["Ben"]}})
    assert findings(desk) == []


def test_the_name_that_briefs_still_have_is_offered_as_an_alias() -> None:
    found = agreement(library({"participants": ["Petra Lindqvist"]}, people={"petra-berg": "Petra Berg"}))
    assert [one.rule for one in found] == ["entry-unused"]
    assert found[0].hint.endswith("petra-berg:\n  name: Petra Berg\n  aliases: [Petra Lindqvist]")


def test_no_old_name_is_offered_where_two_are_as_near() -> None:
    people = {"petra-berg": "Petra Berg"}
    found = agreement(library({"participants": ["Petra Lindqvist", "Petra Novak"]}, people=people))
    assert ["aliases: [" in one.hint for one in found if one.rule == "entry-unused"] == [False]


def test_no_entry_is_unused_while_a_brief_cannot_be_read() -> None:
    desk = library({}, people={"petra-berg": "Petra Berg"})
    assert agreement(desk)
    assert agreement(replace(desk, broken={"b": "briefs/b.yaml"})) == []


_TWO = {"ada-lund": {"name": "Ada Lund", "aliases": ["Lund"]}, "ben-holt": {"name": "Ben Holt", "aliases": ["Holt"]}}


@pytest.mark.parametrize(
    ("typed", "parts", "second"),
    [
        ("Ada Lund, Ben Holt", ("Ada Lund", "Ben Holt"), "people"),
        ("Ada Lund & Ben Holt", ("Ada Lund", "Ben Holt"), "people"),
        ("Ada Lund, Ben Holt and Cara Nyman", ("Ada Lund", "Ben Holt", "Cara Nyman"), "people"),
        ("Mr Holt and Ms Nyman", ("Mr Holt", "Ms Nyman"), "people"),
        ("Ursula von der Leyen and António Costa", ("Ursula von der Leyen", "António Costa"), "people"),
        ("Lund, Holt", ("Lund", "Holt"), "people"),  # two aliases of the vocabulary
        ("Lund, Ada", ("Lund", "Ada"), "turned"),
        ("Ben Holt, Mayor", ("Ben Holt", "Mayor"), "role"),
        ("Ben Holt, Lake Council", ("Ben Holt", "Lake Council"), "organisation"),
        ("Ben Holt, US President", ("Ben Holt", "US President"), "role"),
        ("Ben Holt (Foreign Minister)", ("Ben Holt", "Foreign Minister"), "role"),
        ("Cara Nyman – Head of the Lake Council", ("Cara Nyman", "Head of the Lake Council"), "role"),
        ("Ben Holt (Lake Council)", ("Ben Holt", "Lake Council"), "organisation"),
        ("Анна Лис (президент)", ("Анна Лис", "президент"), "role"),
        ("Ada Lund, Cara Baker", ("Ada Lund", "Cara Baker"), "people"),
    ],
)
def test_several_names_on_one_line_are_told_apart(typed: str, parts: tuple[str, ...], second: str) -> None:
    assert find_joined_names(typed, resolve(library(people=_TWO))) == (parts, second)


@pytest.mark.parametrize(
    "typed",
    [
        "Lund and Lund",
        "Ben Holt, Jr.",
        "Queen Ada, Duchess of Vela",
        "Ada Lund, Port Vela",
        "Marks & Spencer",
        "Lund,",
        "Ben Holt (Vela)",
        "Carlo Reis, the elder",
        "Foreign Ministry (Ondrel)",
        "Jean-Luc Marin",
        "Ada Lund (Ben Holt)",
    ],
)
def test_one_name_with_a_comma_or_and_is_one_name(typed: str) -> None:
    assert find_joined_names(typed, resolve(library(people=_TWO)), ["Port Vela"]) is None


def test_a_name_that_is_told_as_joined_is_no_spelling_to_follow() -> None:
    found = agreement(library({"participants": ["Roe, Ben", "Ben Roe"]}, {"participants": ["Ben Roe"]}))
    assert [one.rule for one in found] == ["several-names"]


def test_a_joint_statement_is_accepted_on_its_quote() -> None:
    quote = {"speaker": "Ada Lund and Ben Holt", "text": "Yes.", "accept": {"several-names": "a joint statement"}}
    desk = library({"participants": ["Ada Lund", "Ben Holt"], "quotes": [quote]})
    assert [one.level for one in settle(desk.records, agreement(desk))] == ["info"]


@pytest.mark.parametrize(
    ("typed", "known", "asked"),
    [
        ("Mayor Ada Lund", "Ada Lund", True),
        ("Mayor of Port Vela Ada Lund", "Ada Lund", True),
        ("Mayor Lund", "Ada Lund", True),
        ("Ada Lund MP", "Ada Lund", True),
        ("Bürgermeisterin Ada Lund", "Ada Lund", True),
        ("Presidente Ada Lund", "Ada Lund", True),
        ("мэр Ада Лунд", "Ада Лунд", True),
        ("президент Ада Лунд", "Ада Лунд", True),
        ("王毅部长", "王毅", True),
        ("الرئيس سامي الحداد", "سامي الحداد", True),
        ("Anna Ada Lund", "Ada Lund", True),
        ("Ada Lund Holm", "Ada Lund", True),
        ("Anna-Lena Holm", "Annalena Holm", True),
        ("Ada Lund Jr", "Ada Lund", False),
        ("Bank of South Korea", "South Korea", False),
        ("Mayor Holt", "Ada Lund", False),
        ("Dean Lund", "Ada Lund", False),
        ("Paul Baker", "Sean Paul", False),
        ("Anna Fischer", "Paul Anna", False),
    ],
)
def test_a_title_before_a_name_makes_nobody_new(typed: str, known: str, asked: bool) -> None:
    found = agreement(library({"participants": [known]}, {"participants": [typed]}, {"mentioned": [known]}))
    assert [(one.rule, one.path) for one in found] == ([("similar-names", "briefs/b.yaml")] if asked else [])
    assert all(known in one.hint for one in found)


def test_a_title_before_a_surname_that_two_people_have_means_neither() -> None:
    assert findings(library({"participants": ["Ada Lund", "Ben Lund", "Mayor Lund"]})) == []


def test_a_title_that_is_an_alias_is_nobody_new() -> None:
    people = {"ada-lund": {"name": "Ada Lund", "aliases": ["Mayor Lund"]}}
    assert findings(library({"participants": ["Ada Lund"]}, {"participants": ["Mayor Lund"]}, people=people)) == []


@pytest.mark.parametrize(
    ("typed", "known", "asked"),
    [
        ("Lake Counsil", "Lake Council", True),
        ("Mirrowan", "Mirrowen", True),
        ("Iran", "Iraq", False),
        ("Northern Command", "Southern Command", False),
        ("Lake Office", "Lake Council", False),
    ],
)
def test_an_organisation_is_spelt_alike_in_briefs_and_in_the_vocabulary(typed: str, known: str, asked: bool) -> None:
    someone = {"name": "Ada Lund", "organisation": typed}
    rules = ["similar-names"] if asked else []
    known_names: dict[str, Any] = {"people": {"ada-lund": "Ada Lund"}, "organisations": {"known": known}}
    brief = {"participants": [someone, {"name": "Ada Lund", "side": known}]}
    assert [one.rule for one in agreement(library(brief, **known_names))] == rules
    roles = {"people": {"ada-lund": {"name": "Ada Lund", "roles": {"role": "Envoy", "organisation": typed}}}}
    brief = {"participants": [{"name": "Ada Lund", "side": known}]}
    found = agreement(library(brief, **(known_names | roles)))
    assert [(one.rule, one.path, one.field) for one in found] == [
        (rule, "briefs/_people.yaml", "ada-lund.roles[0].organisation") for rule in rules
    ]


def test_an_old_id_of_an_entry_still_means_it() -> None:
    """Of a storyline as of a person; a name of another entry comes first."""
    storylines = {"vela": {"name": "Talks in Vela", "was": ["port-vela", "dam"]}, "lake-dam": {"name": "Dam"}}
    known = resolve(library({"storyline": "port-vela"}, {"storyline": "dam"}, storylines=storylines))
    assert {key: entity.briefs for key, entity in known.storylines.items()} == {"vela": ("a",), "lake-dam": ("b",)}
