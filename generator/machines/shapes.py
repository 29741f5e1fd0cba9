"""The shapes of the data under api/: frozen values, from which their JSON Schema is made as well."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

#: Grows when a field changes its meaning or goes; new fields may come at any time.
VERSION: Literal[1] = 1

Day = date

Address = Annotated[str, Field(description="Absolute where the site has an address, else relative to this file.")]
Kind = Literal["people", "organisations", "topics", "storylines"]


_TYPED = "What the editor typed: see format.json."


class Shape(BaseModel):
    """A value of the data."""

    model_config = ConfigDict(frozen=True, json_schema_serialization_defaults_required=True)


class When(Shape):
    """A date: as typed (EDTF level 1), and the days that it allows, both included."""

    text: str
    first: Day | None = None
    last: Day | None = None
    at: datetime | None = None
    approximate: bool = False
    uncertain: bool = False


class Name(Shape):
    """A name of the brief, and who or what it is."""

    name: str
    kind: Kind
    id: str
    url: Address | None


class Quoted(Shape):
    """TextQuoteSelector of the W3C Web Annotation Data Model."""

    type: Literal["TextQuoteSelector"] = "TextQuoteSelector"
    exact: str
    prefix: str
    suffix: str


class Position(Shape):
    """TextPositionSelector of the W3C Web Annotation Data Model: code points of the source, `end` not included."""

    type: Literal["TextPositionSelector"] = "TextPositionSelector"
    start: int
    end: int


class Gap(Shape):
    """Source words between two spans that the quotation leaves out or replaces."""

    start: int
    end: int
    kind: Literal["joined", "omitted", "replaced"]
    by: str


class Citation(Shape):
    """A quotation or a piece of evidence, and where it stands in the source.

    `selectors` has a pair for each span: an unbroken run of source characters that the quotation claims.
    """

    field: Annotated[str, Field(description="Where it stands in `brief`, as in quotes[0].text.")]
    kind: Literal["quote", "evidence"]
    speaker: Name | None
    url: Annotated[str | None, Field(description="The permalink of a quotation.")]
    status: Literal["matched", "failed", "unchecked"]
    tier: Literal["exact", "typography", "edge", "joined", "elided", "bracketed"] | None
    receipt: Annotated[str, Field(description="What was found, in words.")]
    spans: tuple[tuple[int, int], ...]
    gaps: tuple[Gap, ...]
    selectors: tuple[tuple[Quoted, Position], ...]


class Coverage(Shape):
    """How many of the quoted passages of the source the brief uses."""

    used: int
    passages: int


class Source(Shape):
    """The source text that quotations were compared with."""

    file: str | None
    sha256: str | None
    url: Annotated[str | None, Field(description="The page of the source on this site.")]
    at: Annotated[str | None, Field(description="Where the article stands on the web.")]


class Outcome(Shape):
    """What a brief says became of a step."""

    status: Literal["happened", "slipped", "cancelled", "superseded"]
    when: When | None
    note: str
    brief: str
    url: Address


class Step(Shape):
    """A next step, followed across briefs."""

    id: Annotated[str, Field(description="Its name over all briefs: brief-id#step-id.")]
    url: Address
    what: str
    announced: When
    when: Annotated[When, Field(description="The date that holds now: the one last told, else the one announced.")]
    status: Literal["open", "happened", "slipped", "cancelled", "superseded"]
    certainty: Literal["confirmed", "expected", "proposed"]
    where: str | None
    who: tuple[str, ...]
    outcomes: tuple[Outcome, ...]


class Listed(Shape):
    """A brief in a list."""

    id: str
    url: Address
    data: Annotated[str, Field(description="The address of all that is known of it, in JSON.")]
    title: str
    date: When
    published: Day
    changed: Annotated[Day, Field(description="Of the last update or correction, else of publication.")]
    summary: str
    storyline: str | None
    topics: tuple[str, ...]
    quotes: int
    next_steps: int


class BriefFile(Shape):
    """All that the site knows of one brief."""

    version: Literal[1] = VERSION
    id: str
    url: Address
    markdown: Address
    title: str
    summary: Annotated[str, Field(description="The summary in words alone.")]
    date: When
    published: Day
    changed: Annotated[Day, Field(description="Of the last update or correction, else of publication.")]
    brief: Annotated[dict[str, Any], Field(description=_TYPED)]
    names: Annotated[tuple[Name, ...], Field(description="The names of the brief that are known.")]
    source: Source
    coverage: Coverage | None
    citations: tuple[Citation, ...]
    steps: Annotated[tuple[Step, ...], Field(description="The steps that it announces.")]
    followed: Annotated[tuple[str, ...], Field(description="Ids of the steps whose outcome it tells.")]


class YearFile(Shape):
    """The briefs of a year, newest first."""

    version: Literal[1] = VERSION
    year: int
    briefs: tuple[Listed, ...]


class Appearance(Shape):
    """A role that a person had in a brief."""

    role: str
    organisation: str
    brief: str


class Role(Shape):
    """A role that a person had for a time."""

    role: str
    organisation: str | None
    start: When | None
    end: When | None


class Person(Shape):
    """A person in briefs."""

    id: str
    name: str
    url: Address
    aliases: tuple[str, ...]
    wikidata: str | None
    roles: Annotated[tuple[Role, ...], Field(description="As the desk's vocabulary has them.")]
    latest: Annotated[Appearance | None, Field(description="The role that the latest brief gives.")]
    briefs: tuple[str, ...]
    quotes: Annotated[int, Field(description="How many quotations are by this person.")]


class PeopleFile(Shape):
    """People under one letter: that of the last word of the name."""

    version: Literal[1] = VERSION
    letter: str
    people: tuple[Person, ...]


class StepsFile(Shape):
    """The next steps of a year, by the last day that their date allows, else by the date of their brief."""

    version: Literal[1] = VERSION
    year: int
    steps: tuple[Step, ...]


class Part(Shape):
    """A file of the data, and how many it lists."""

    name: str
    data: Address
    count: int


class Withdrawn(Shape):
    """A brief that is no longer told; `date` is the day on which it went, where that is known."""

    id: str
    url: Address
    reason: str
    date: Day | None


class IndexFile(Shape):
    """Where everything is."""

    version: Literal[1] = VERSION
    site: str
    url: Address
    language: str
    schemas: dict[str, str]
    years: tuple[Part, ...]
    people: tuple[Part, ...]
    steps: tuple[Part, ...]
    withdrawn: tuple[Withdrawn, ...]


#: The files of the data by the name of their schema.
FILES: dict[str, type[Shape]] = {
    "brief": BriefFile,
    "index": IndexFile,
    "people": PeopleFile,
    "steps": StepsFile,
    "year": YearFile,
}


def write_shape(shape: Shape) -> bytes:
    """A value as JSON; its fields stand in the order of their shape."""
    return f"{shape.model_dump_json(indent=1)}\n".encode()


def schema_of(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the files of one name, as they are written: every field is there."""
    made = FILES[name].model_json_schema(mode="serialization")
    if "brief" in made["properties"]:
        made["properties"]["brief"] = {"$ref": "format.json", "description": _TYPED}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
