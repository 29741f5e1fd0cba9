"""The pieces that several pages show: links, dates, cards, quotations with their receipts, steps, people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple


class Link(NamedTuple):
    """Words that may lead somewhere: to `uri#anchor` of the page tree, to a web address, or (empty) nowhere."""

    text: str
    to: str = ""

    @property
    def is_abroad(self) -> bool:
        """Whether it leads out of the site: to a web address, or to somebody's mail."""
        return "://" in self.to or self.to[:7].lower() == "mailto:"


Runs = tuple[Link, ...]
"""Prose: runs of plain words and of links."""


class Day(NamedTuple):
    """A date for readers; `machine` is what `<time datetime>` takes, where HTML can say it."""

    text: str
    machine: str | None = None


class Mark(NamedTuple):
    """A status: words for readers, and the class that colours them. The words alone say it all."""

    kind: str
    text: str


class Counted(NamedTuple):
    """A link with what is said of it in passing: `3 briefs`, `last 31 Jan`."""

    link: Link
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What every page has. `description` is for search engines and previews; `searched` is whether search shows it."""

    title: str
    description: str = ""
    searched: bool = True
    contents: bool = False  # whether it wants a table of contents
    trail: tuple[Link, ...] = ()  # the way up
    facts: tuple[tuple[str, object], ...] = ()  # for the theme: front matter that is no typed text


@dataclass(frozen=True, slots=True)
class Card:
    """A brief in a list."""

    title: Link
    storyline: Link | None
    day: Day
    summary: str
    counts: tuple[str, ...]
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the source as the receipt shows it: words that the quotation claims, or what it leaves out."""

    kind: Literal["words", "joined", "omitted", "replaced"]
    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a citation shows to readers: quiet in one line, the rest when asked."""

    status: Literal["matched", "failed", "unchecked"]
    line: str
    pieces: tuple[Piece, ...] = ()
    prefix: str = ""
    suffix: str = ""
    place: str = ""
    file: Link | None = None
    copy: str = ""
    sha256: str = ""
    at_source: str = ""  # the address of the words in the article on the web
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Words in paragraphs; `lang` and `dir` where they are not the page's own."""

    paragraphs: tuple[str, ...]
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with all that belongs to it. `brief` is set where it stands on another page than its brief's."""

    anchor: str
    words: Verbatim
    speaker: Link
    notes: tuple[str, ...]  # the role then, the occasion, to whom
    day: Day | None
    receipt: Receipt | None
    original: Verbatim | None = None
    original_label: str = ""
    credits: tuple[str, ...] = ()  # as reported by, translated by
    context: Runs = ()
    brief: Link | None = None  # leads to the quotation itself
    source: str = ""  # headline, publisher and date of the article, for who copies the words
    report: Link | None = None  # where to report an error in it


@dataclass(frozen=True, slots=True)
class Told:
    """What a brief says became of a step."""

    mark: Mark
    day: Day | None
    note: Runs
    brief: Link
    evidence: tuple[Receipt, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A next step."""

    anchor: str
    what: Link
    day: Day
    mark: Mark
    where: tuple[Link, ...]
    who: tuple[Link, ...]
    announced: str = ""  # the date first told, where it is another now
    outcomes: tuple[Told, ...] = ()
    evidence: tuple[Receipt, ...] = ()
    brief: Link | None = None
    report: Link | None = None


@dataclass(frozen=True, slots=True)
class Someone:
    """A person or organisation in a brief, with the role at the time."""

    name: Link
    role: str
    organisation: Link | None = None
    initials: str = ""


@dataclass(frozen=True, slots=True)
class Years:
    """One year of a listing that is cut: its link and its months."""

    year: Counted
    months: tuple[Counted, ...]
