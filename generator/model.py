"""The vocabulary of the format: what a brief is made of, as frozen values.

The models check the form of single values and nothing else; what a name, an id or a quotation refers to
is for the stages. A validator that refuses a value raises `PydanticCustomError` whose type is the name of
the rule, whose message is for editors, and whose context may hold a `hint`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from generator import dates
from generator.problems import RULES

T = TypeVar("T")

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")


# --- single values ---------------------------------------------------------------------------------


def _refuse(rule: str, message: str, hint: str = "") -> PydanticCustomError:
    """An error of the named rule; braces in the texts are kept from pydantic's formatting."""
    return PydanticCustomError(rule, "{message}", {"message": message, "hint": hint})


def _clean(text: str) -> str:
    """The text as it is when no character in it is forbidden."""
    if found := _FORBIDDEN.search(text):
        code = f"U+{ord(found.group()):04X}"
        raise _refuse(
            "control-character",
            f"the invisible character {code} is in this text",
            "delete it; it usually comes along when text is pasted from another program",
        )
    return text


def _one_line(text: str) -> str:
    return _SPACE.sub(" ", _clean(text)).strip()


def _paragraphs(text: str) -> str:
    text = _clean(text).replace("\r\n", "\n").replace("\u2029", "\n\n")
    return "\n\n".join(_SPACE.sub(" ", part).strip() for part in _PARAGRAPH.split(text.strip()))


def _matching(pattern: str, rule: str, message: str, hint: str) -> AfterValidator:
    shape = re.compile(pattern)

    def check(text: str) -> str:
        if not shape.fullmatch(text):
            raise _refuse(rule, message.format(text=text), hint)
        return text

    return AfterValidator(check)


def _dated(read: Callable[[str], T]) -> BeforeValidator:
    def check(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return read(_one_line(value))
        except dates.DateError as error:
            raise _refuse("bad-date", str(error), error.hint) from None

    return BeforeValidator(check)


def _truth(value: Any) -> Any:
    words = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
    if isinstance(value, str):
        if value.strip().lower() not in words:
            raise _refuse("bad-value", f"“{value.strip()}” is neither true nor false", "write true or false")
        return words[value.strip().lower()]
    return value


def _several(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else (value,)


Line = Annotated[str, AfterValidator(_one_line)]
"""Plain text in one line: white space runs are one space."""
Prose = Annotated[str, AfterValidator(_one_line)]
"""A `Line` in which `[words](https://…)` and `[[brief-id]]` become links."""
Words = Annotated[str, AfterValidator(_paragraphs)]
"""Verbatim words: white space runs are one space, paragraphs are divided by one blank line."""
Truth = Annotated[bool, BeforeValidator(_truth)]
Date = Annotated[dates.When, _dated(dates.parse_date)]
StepDate = Annotated[dates.When, _dated(dates.parse_step_date)]
Day = Annotated[date, _dated(dates.parse_day)]
Many = Annotated[tuple[T, ...], BeforeValidator(_several)]
"""Some of them; a list of one may be written as the value alone."""

Slug = Annotated[
    Line,
    _matching(
        r"[a-z0-9]+(-[a-z0-9]+)*",
        "bad-id",
        "“{text}” cannot be an id",
        "use small letters a–z, digits and single hyphens, as in abu-dhabi-round-2",
    ),
]
BriefId = Annotated[
    Line,
    _matching(
        ID.pattern,
        "bad-id",
        "“{text}” cannot be the id of a brief",
        "an id is the path below briefs/ without .yaml: small letters, digits, hyphens and /",
    ),
]
StepReference = Annotated[
    Line,
    _matching(
        rf"({ID.pattern}#)?[a-z0-9]+(-[a-z0-9]+)*",
        "bad-value",
        "“{text}” does not name a step",
        "write brief-id#step-id, as in 2026/florida-talks#abu-dhabi-round-2, or the step id alone",
    ),
]
WebAddress = Annotated[
    Line,
    _matching(
        r"https?://[^\s/?#]+[^\s]*",
        "bad-value",
        "“{text}” is not a web address",
        "write the whole address, beginning with https://",
    ),
]
Sha256 = Annotated[
    Line,
    _matching(
        r"[0-9a-f]{64}",
        "bad-value",
        "this is not a sha256 sum",
        "it has 64 digits 0–9 and a–f; `briefing check` prints the right line when you leave it out",
    ),
]
Language = Annotated[
    Line,
    _matching(
        r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*",
        "bad-value",
        "“{text}” is not a language code",
        "use a code such as en, uk or zh-Hans (BCP 47)",
    ),
]
Wikidata = Annotated[
    Line,
    _matching(r"Q[1-9][0-9]*", "bad-value", "“{text}” is not a Wikidata id", "it is the letter Q and a number, as in Q42"),
]


def _known_rules(accepted: Mapping[str, str]) -> Mapping[str, str]:
    for rule in accepted:
        if rule not in RULES:
            raise _refuse("bad-value", f"“{rule}” is not the name of a rule", "the name stands in [ ] after a message")
    return accepted


Accepted = Annotated[dict[str, Line], AfterValidator(_known_rules)]
"""Warnings looked at: rule -> reason."""


# --- items -----------------------------------------------------------------------------------------


class Value(BaseModel):
    """A frozen value; a text alone stands for its `short` field where it has one."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    short: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: Any) -> Any:
        return {cls.short: value} if cls.short and isinstance(value, str) else value


class Item(Value):
    """A value on which a warning can be accepted."""

    accept: Accepted = Field(default={}, description="Warnings looked at: the rule and the reason.")


class Source(Value):
    """The source article of a brief."""

    short = "file"

    file: Line | None = Field(None, description="The text file below seeds/.")
    not_held: Line | None = Field(None, description="Instead of file: why the text may not be kept.")
    sha256: Sha256 | None = Field(None, description="Pins the text, so that a change of it is noticed.")
    headline: Line | None = Field(None, description="The headline of the article.")
    publisher: Line | None = Field(None, description="Who published it.")
    agency: Line | None = Field(None, description="The agency it came from.")
    byline: Line | None = Field(None, description="Who wrote it.")
    url: WebAddress | None = Field(None, description="Where it stands on the web.")
    published: Date | None = Field(None, description="When it was published.")
    received: Date | None = Field(None, description="When our copy was received.")
    licence: Line | None = Field(None, description="The licence of the text.")
    lang: Language | None = Field(None, description="Its language (BCP 47); en when absent.")
    kind: Literal["article", "transcript", "statement", "post"] = Field("article", description="What sort of text it is.")

    @model_validator(mode="after")
    def _one_of_two(self) -> Source:
        if self.file and self.not_held:
            raise _refuse("bad-value", "a source has a file, or the reason why it is not held, not both", "delete one of them")
        if not self.file and not self.not_held:
            raise _refuse("missing-field", "the source has no file", "add file: with the name of the text below seeds/")
        return self


class Participant(Item):
    """Someone in a brief, with the role at the time."""

    short = "name"

    name: Line = Field(description="The name, or an alias from the vocabulary.")
    role: Line | None = Field(None, description="The role at the time, as the source gives it.")
    organisation: Line | None = Field(None, description="The organisation of that role.")
    side: Line | None = Field(None, description="On whose behalf.")


class KeyPoint(Item):
    """A point of the brief, with the words of the source that carry it."""

    short = "text"

    text: Prose = Field(description="The point in plain words.")
    label: Line | None = Field(None, description="One or two words that stand before it.")
    evidence: Many[Words] = Field((), description="Words of the source that carry it; checked like a quotation.")


class Quote(Item):
    """Words claimed verbatim."""

    speaker: Line = Field(description="A person, an organisation, or unnamed: a senior official.")
    text: Words = Field(description="The words, verbatim; no quotation marks round them.")
    occasion: Line | None = Field(None, description="Where or how it was said.")
    date: Date | None = Field(None, description="When it was said; absent: no date is shown.")
    to: Line | None = Field(None, description="To whom it was said.")
    reported_by: Line | None = Field(None, description="Who reported the words, where it is not the source itself.")
    lang: Language | None = Field(None, description="The language of text.")
    original: Words | None = Field(None, description="The words in the language of the source, where text is a translation.")
    translated_by: Line | None = Field(None, description="Who translated them.")
    near: Words | None = Field(None, description="Words that stand beside it, where it stands several times.")
    context: Prose | None = Field(None, description="What a reader must know to read it rightly.")


class Step(Item):
    """Something that is to happen."""

    short = "what"

    id: Slug | None = Field(None, description="Its id, for outcomes and links.")
    what: Line = Field(description="What is to happen.")
    who: Many[Line] = Field((), description="Who does it.")
    where: Line | None = Field(None, description="Where.")
    when: StepDate = Field(dates.UNKNOWN, description="A date, an interval, a time with zone, or unknown.")
    certainty: Literal["confirmed", "expected", "proposed"] = Field("expected", description="How sure it is.")
    evidence: Many[Words] = Field((), description="Words of the source that carry it.")


class Outcome(Item):
    """What became of a step announced earlier."""

    step: StepReference = Field(description="brief-id#step-id, or the step id where only one step has it.")
    status: Literal["happened", "slipped", "cancelled", "superseded"] = Field(description="What became of it.")
    when: StepDate | None = Field(None, description="When it happened; the new date when it slipped.")
    note: Prose | None = Field(None, description="A sentence on it.")
    evidence: Many[Words] = Field((), description="Words of the source that carry it.")


class Disputed(Item):
    """What the parties tell differently."""

    short = "what"

    what: Prose = Field(description="The point, in one sentence.")
    by: Many[Line] = Field((), description="Who disputes it.")
    evidence: Many[Words] = Field((), description="Words of the source that carry it.")


class LeftOut(Item):
    """A quoted passage of the source that is not used, on purpose."""

    short = "text"

    text: Words = Field(description="The words.")
    reason: Line | None = Field(None, description="Why.")


class Change(Item):
    """A change after publication."""

    date: Day = Field(description="The day of the change.")
    kind: Literal["update", "correction", "typo"] = Field(description="update and correction are shown to readers.")
    note: Prose = Field(description="What was changed.")


class Brief(Item):
    """One source article, curated."""

    title: Line = Field(description="States the news.")
    date: Date = Field(description="When it happened.")
    summary: Prose = Field(description="One bottom-line sentence, 30 words or fewer, that adds to the title.")
    source: Source = Field(description="The source article; short form: the file name alone.")
    published: Day | None = Field(None, description="When this brief went online; else date.")
    why_it_matters: Prose | None = Field(None, description="One or two sentences.")
    storyline: Line | None = Field(None, description="The run of briefs it belongs to.")
    topics: Many[Line] = Field((), description="What it is about.")
    places: Many[Line] = Field((), description="Where it happened.")
    participants: Many[Participant] = Field((), description="Who took part.")
    mentioned: Many[Participant] = Field((), description="Who is named, and was not there.")
    key_points: Many[KeyPoint] = Field((), description="The points, seven or fewer.")
    quotes: Many[Quote] = Field((), description="What was said, word for word.")
    next_steps: Many[Step] = Field((), description="What happens next.")
    outcomes: Many[Outcome] = Field((), description="What became of steps announced earlier.")
    disputed: Many[Disputed] = Field((), description="What the parties tell differently.")
    not_known: Many[Prose] = Field((), description="What the source does not say.")
    left_out: Many[LeftOut] = Field((), description="Quoted passages not used, on purpose.")
    changes: Many[Change] = Field((), description="Changes after publication.")
    was: Many[BriefId] = Field((), description="Old ids, which keep working.")
    checked_by: Line | None = Field(None, description="Who checked the brief.")
    draft: Truth = Field(False, description="Checked and shown by serve, not built.")
    withdrawn: Line | None = Field(None, description="Why it was withdrawn; the page stays and says so.")


# --- the shared vocabulary -------------------------------------------------------------------------


class Role(Value):
    """A role that somebody had for a time."""

    role: Line = Field(description="The role.")
    organisation: Line | None = Field(None, description="Its organisation.")
    start: Date | None = Field(None, alias="from", description="Since when.")
    end: Date | None = Field(None, alias="to", description="Until when.")


class Name(Value):
    """An entry of the vocabulary; its key is its id."""

    short = "name"

    name: Line = Field(description="The name that readers see.")
    aliases: Many[Line] = Field((), description="Other names for the same.")
    wikidata: Wikidata | None = Field(None, description="Its Wikidata id.")
    note: Prose | None = Field(None, description="A sentence for its page.")
    was: Many[Slug] = Field((), description="Old ids, which keep working.")


class Person(Name):
    """A person of the vocabulary."""

    roles: Many[Role] = Field((), description="Roles over time.")
    page: Truth = Field(True, description="false: no page, and not in search.")


class Organisation(Name):
    """An organisation of the vocabulary."""


class Topic(Name):
    """A topic of the vocabulary."""


class Storyline(Name):
    """A storyline of the vocabulary."""
