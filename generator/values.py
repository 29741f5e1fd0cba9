"""Single values of a brief: what may be typed in one field, and in which words it is refused.

A validator that refuses a value raises `PydanticCustomError` whose type is the name of the rule, whose message
is for editors, and whose context may hold a `hint`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from generator import dates
from generator.lookalikes import as_seen, explain_odd
from generator.near_values import as_address, as_id, as_language, as_step, lasts, truth_meant
from generator.problems import RULES
from generator.suggestions import find_meant

T = TypeVar("T")

TRUTHS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_DAY = r"\d{4}-\d{2}-\d{2}"
_ONE_DATE = r"\d{4}(-\d{2}(-\d{2})?)?[?~%]?"
_DATE = rf"{_ONE_DATE}|{_ONE_DATE}/({_ONE_DATE}|\.\.)|\.\./{_ONE_DATE}"
_TIME = rf"{_DAY}T\d{{2}}:\d{{2}}(Z|[+-]\d{{2}}:\d{{2}})"

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")


def refuse(rule: str, message: str, hint: str = "") -> PydanticCustomError:
    """An error of the named rule; braces in the texts are kept from pydantic's formatting."""
    return PydanticCustomError(rule, "{message}", {"message": message, "hint": hint})


@dataclass(frozen=True, slots=True)
class Form:
    """The form of what may be typed, as a pattern for the JSON Schema; the validator beside it has the last word."""

    pattern: str


def _clean(text: str) -> str:
    """The text as it is when no character in it is forbidden."""
    if found := _FORBIDDEN.search(text):
        code = f"U+{ord(found.group()):04X}"
        raise refuse(
            "control-character",
            f"the invisible character {code} is in this text",
            "delete it; it usually comes along when text is pasted from another program",
        )
    return text


def _one_line(text: str) -> str:
    if text.isprintable() and "  " not in text:  # nearly always: nothing to refuse, nothing to fold
        return text.strip(" ")
    return _SPACE.sub(" ", _clean(text)).strip()


def _paragraphs(text: str) -> str:
    text = _clean(text).replace("\r\n", "\n").replace("\u2029", "\n\n")
    return "\n\n".join(_SPACE.sub(" ", part).strip() for part in _PARAGRAPH.split(text.strip()))


def _matching(
    pattern: str, rule: str, message: str, hint: str, nearest: Callable[[str], str] = lambda text: ""
) -> AfterValidator:
    """Refuse what has another form; `nearest` is what was probably meant, when that has the right one."""
    shape = re.compile(pattern)

    def check(text: str) -> str:
        if not shape.fullmatch(text):
            if shape.fullmatch(seen := as_seen(text).strip()):
                raise refuse(rule, f"{message.format(text=seen)}: {explain_odd(text)}", f"type it anew: {seen}")
            meant = nearest(text)
            raise refuse(rule, message.format(text=text), f"write {meant}" if shape.fullmatch(meant) else hint)
        return text

    return AfterValidator(check)


def _dated(read: Callable[[str], T]) -> BeforeValidator:
    remembered = lru_cache(4096)(read)  # the same days stand in many briefs

    def check(value: Any) -> Any:
        if isinstance(value, list | dict):
            what = "a list" if isinstance(value, list) else "a field with a value"
            both = "/".join(map(str, value)) if isinstance(value, list) and len(value) == 2 else ""
            hint = f"write {both}" if _is_interval(both) else "write one date, as in 2026-01-31"
            raise refuse("wrong-type", f"a date is expected here, not {what}", hint)
        if not isinstance(value, str):
            return value
        try:
            return remembered(_one_line(value))
        except dates.DateError as error:
            raise refuse("bad-date", str(error), error.hint) from None

    return BeforeValidator(check)


def _is_interval(text: str) -> bool:
    return re.fullmatch(rf"{_ONE_DATE}/{_ONE_DATE}", text) is not None


def _reason(text: str) -> str:
    """Words that say why; true, false or a day alone say nothing."""
    if text.lower() in TRUTHS:
        hint = "write why, in words that readers understand; or delete the line"
        raise refuse("bad-value", f"the reason is expected here, not {text}", hint)
    if re.fullmatch(_DAY, text):
        hint = f"write why as well: {{reason: …, date: {text}}}"
        raise refuse("bad-value", f"the reason is expected here, not only the day {text}", hint)
    return text


def _truth(value: Any) -> Any:
    if isinstance(value, str):
        if value.strip().lower() not in TRUTHS:
            odd = f": {explain_odd(value)}" if as_seen(value).strip().lower() in TRUTHS else ""
            meant = truth_meant(value)
            raise refuse("bad-value", f"“{value.strip()}” is neither true nor false{odd}", f"write {meant}")
        return TRUTHS[value.strip().lower()]
    return value


def _not_over_yet(value: Any) -> Any:
    if isinstance(value, str) and lasts(value):
        raise refuse("bad-date", f"“{value.strip()}” is not a date", "leave this line out as long as it lasts")
    return value


def _several(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else (value,)


Line = Annotated[str, AfterValidator(_one_line)]
"""Plain text in one line: white space runs are one space."""
Reason = Annotated[Line, AfterValidator(_reason)]
"""A `Line` that says why something is so."""
Prose = Annotated[str, AfterValidator(_one_line)]
"""A `Line` in which `[words](https://…)` and `[[brief-id]]` become links."""
Words = Annotated[str, AfterValidator(_paragraphs)]
"""Verbatim words: white space runs are one space, paragraphs are divided by one blank line."""
Truth = Annotated[bool, BeforeValidator(_truth)]
Date = Annotated[dates.When, Form(_DATE), _dated(dates.parse_date)]
EndDate = Annotated[dates.When, Form(_DATE), _dated(dates.parse_date), BeforeValidator(_not_over_yet)]
"""The end of what may last still: then it has none."""
StepDate = Annotated[dates.When, Form(rf"{_DATE}|{_TIME}|unknown"), _dated(dates.parse_step_date)]
Day = Annotated[date, Form(_DAY), _dated(dates.parse_day)]
Many = Annotated[tuple[T, ...], BeforeValidator(_several)]
"""Some of them; a list of one may be written as the value alone."""

Slug = Annotated[
    Line,
    Form(r"[a-z0-9]+(-[a-z0-9]+)*"),
    _matching(
        r"[a-z0-9]+(-[a-z0-9]+)*",
        "bad-id",
        "“{text}” cannot be an id",
        "use small letters a–z, digits and single hyphens, as in abu-dhabi-round-2",
        as_id,
    ),
]
BriefId = Annotated[
    Line,
    Form(ID.pattern),
    _matching(
        ID.pattern,
        "bad-id",
        "“{text}” cannot be the id of a brief",
        "an id is the path below briefs/ without .yaml: small letters, digits, hyphens and /",
        as_id,
    ),
]
StepReference = Annotated[
    Line,
    Form(rf"({ID.pattern}#)?[a-z0-9]+(-[a-z0-9]+)*"),
    _matching(
        rf"({ID.pattern}#)?[a-z0-9]+(-[a-z0-9]+)*|{ID.pattern}",  # a brief alone is told with its steps
        "bad-value",
        "“{text}” does not name a step",
        "write brief-id#step-id, as in 2026/florida-talks#abu-dhabi-round-2, or the step id alone",
        as_step,
    ),
]
WebAddress = Annotated[
    Line,
    Form(r"https?://[^\s/?#]+[^\s]*"),
    _matching(
        r"https?://[^\s/?#]+[^\s]*",
        "bad-value",
        "“{text}” is not a web address",
        "write the whole address, beginning with https://",
        as_address,
    ),
]
Sha256 = Annotated[
    Line,
    Form(r"[0-9a-f]{64}"),
    _matching(
        r"[0-9a-f]{64}",
        "bad-value",
        "this is not a sha256 sum",
        "it has 64 digits 0–9 and a–f; `briefing check` prints the right line when you leave it out",
        str.lower,
    ),
]
Language = Annotated[
    Line,
    Form(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"),
    _matching(
        r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*",
        "bad-value",
        "“{text}” is not a language code",
        "use a code such as en, uk or zh-Hans (BCP 47)",
        as_language,
    ),
]
Wikidata = Annotated[
    Line,
    Form(r"Q[1-9][0-9]*"),
    _matching(
        r"Q[1-9][0-9]*",
        "bad-value",
        "“{text}” is not a Wikidata id",
        "it is the letter Q and a number, as in Q42",
        lambda text: text.upper().rstrip("/").rpartition("/")[2],
    ),
]


def _known_rule(rule: str) -> str:
    if rule not in RULES:
        meant = find_meant(rule, RULES)
        hint = f"did you mean {meant}?" if meant else "the name stands in [ ] after a message"
        odd = f": {explain_odd(rule)}" if meant == as_seen(rule).strip() else ""
        raise refuse("bad-value", f"“{rule}” is not the name of a rule{odd}", hint)
    return rule


def _why(text: str) -> str:
    """Words that say why a warning is right where it stands."""
    if text.lower() in TRUTHS:
        raise refuse("bad-value", f"the reason is expected here, not {text}", "write why the text is right as it is")
    if not text:
        raise refuse("bad-value", "the reason is missing", "write behind the colon why the text is right as it is")
    return text


Accepted = dict[Annotated[str, AfterValidator(_known_rule)], Annotated[Line, AfterValidator(_why)]]
"""Warnings looked at: rule -> reason."""
