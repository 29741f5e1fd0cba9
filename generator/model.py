"""The vocabulary of the format: what a brief is made of, as frozen values.

The models check the form of single values (values.py) and nothing else; what a name, an id or a quotation refers to
is for the stages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from generator import dates
from generator.values import (
    Accepted,
    BriefId,
    Date,
    Day,
    EndDate,
    Language,
    Line,
    Many,
    Prose,
    Reason,
    Sha256,
    Slug,
    StepDate,
    StepReference,
    Truth,
    WebAddress,
    Wikidata,
    Words,
    refuse,
)


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

    accept: Accepted = Field(default_factory=dict, description="Warnings looked at: the rule and the reason.")


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
    kind: Literal["article", "transcript", "statement", "post"] = Field(
        "article", description="What sort of text it is."
    )

    @model_validator(mode="after")
    def _one_of_two(self) -> Source:
        if self.file and self.not_held:
            raise refuse(
                "bad-value", "a source has a file, or the reason why it is not held, not both", "delete one of them"
            )
        if not self.file and not self.not_held:
            raise refuse("missing-field", "the source has no file", "add file: with the name of the text below seeds/")
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
    original: Words | None = Field(
        None, description="The words in the language of the source, where text is a translation."
    )
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
    certainty: Literal["confirmed", "expected", "proposed"] = Field(
        "expected", description="How sure it is; absent: readers are told that it is expected."
    )
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


class Withdrawal(Value):
    """Why a brief was withdrawn, and when."""

    short = "reason"

    reason: Reason = Field(description="Why it was withdrawn, for readers.")
    date: Day | None = Field(None, description="The day on which it was withdrawn; absent: none is shown.")


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
    withdrawn: Withdrawal | None = Field(None, description="Why it was withdrawn; the page stays and says so.")


def major_changes(brief: Brief) -> Iterator[Change]:
    """Updates and corrections; a typo is mended in silence and re-dates nothing."""
    return (change for change in brief.changes if change.kind != "typo")


# --- the shared vocabulary -------------------------------------------------------------------------


class Role(Value):
    """A role that somebody had for a time."""

    role: Line = Field(description="The role.")
    organisation: Line | None = Field(None, description="Its organisation.")
    start: Date | None = Field(None, alias="from", description="Since when.")
    end: EndDate | None = Field(None, alias="to", description="Until when.")

    @field_validator("end")
    @classmethod
    def _not_before_it_begins(cls, end: dates.When | None, others: ValidationInfo) -> dates.When | None:
        start = others.data.get("start")
        if start and start.first and end and end.last and start.first > end.last:
            hint = f"write {end} behind from and {start} behind to, if that was meant"
            raise refuse("bad-date", f"the role ends ({end}) before it begins ({start})", hint)
        return end


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
