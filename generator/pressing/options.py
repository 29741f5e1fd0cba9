"""The options of the `briefing` plugin in mkdocs.yml, and in which words a wrong one, or the file, is refused."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config import base, config_options
from mkdocs.config.base import ValidationError

from generator.suggestions import find_meant, list_words
from generator.values import TRUTHS

_ADDRESS = re.compile(r"(?:mailto:)?[^\s@/:]+@[^\s@]+|https?://\S+|", re.IGNORECASE)


class _Truth(config_options.Type[bool]):
    """True or false, in the words that briefs have for it."""

    def run_validation(self, value: object) -> bool:
        text = str(value).strip().lower()
        if text not in TRUTHS:
            raise ValidationError(f"“{value}” is neither true nor false; write true or false")
        return TRUTHS[text]


class _Count(config_options.Type[int]):
    """A whole number from one on."""

    def run_validation(self, value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise ValidationError(f"“{value}” is no whole number from 1 on; write one, as in {self.default}")
        return value


class _Words(config_options.Type[str]):
    """A text of one line."""

    def run_validation(self, value: object) -> str:
        if isinstance(value, list | dict):
            raise ValidationError("one value is expected here, not several; write it without dashes and brackets")
        return str(value)


class _Contact(_Words):
    """Where “report an error” leads."""

    def run_validation(self, value: object) -> str:
        text = super().run_validation(value).strip()
        if not _ADDRESS.fullmatch(text):
            hint = "write one as in mailto:desk@example.org or https://example.org/report"
            raise ValidationError(f"“{text}” is neither a mail address nor an address on the web; {hint}")
        return text


class _Several(config_options.ListOfItems[str]):
    """Some texts; one may be written as the value alone, as in a brief."""

    def run_validation(self, value: object) -> list[str]:
        return super().run_validation([value] if isinstance(value, str) else value)


class Options(base.Config):  # type: ignore[no-untyped-call]
    """The options of the plugin in mkdocs.yml; what they mean: docs/handbook/deploy.md."""

    publish_texts_under = _Several(_Words(str), default=[])
    require_source = _Truth(bool, default=False)
    page_size = _Count(int, default=50)
    language = _Words(str, default="en")
    contact = _Contact(str, default="")
    quality_page = _Truth(bool, default=False)


# --- what MkDocs says of mkdocs.yml, in plain words ----------------------------------------------------

_OPTION = re.compile(r"Config value 'plugins': Plugin 'briefing' option '(?P<name>[^']*)': (?P<said>.*)", re.DOTALL)
_PLUGIN = re.compile(r"Config value 'plugins': The \"(?P<name>[^\"]*)\" plugin is not installed.*", re.DOTALL)
_UNREADABLE = "MkDocs encountered an error parsing the configuration file"
_PLACE = re.compile(r"in \"(?P<path>[^\"]*)\", line (?P<line>\d+), column (?P<column>\d+)")
#: What the parser says, what is told instead, and which of the places that it names is meant.
_SLIPS: tuple[tuple[str, str, int], ...] = (
    (r"'\t' that cannot start", "this line is indented with a tab; use spaces", -1),
    (
        "mapping values are not allowed",
        "this colon does not fit here; where it belongs to a text, put the value in quotation marks, "
        "else see that the line above has its colon and begins in the same column",
        -1,
    ),
    ("could not find expected ':'", "a colon is missing in this line, as in page_size: 50", 0),
    ("unexpected end of stream", "the quotation mark that opens here is not closed", 0),
    ("", "this line does not fit to those above it; let it begin in the same column as the others of its group", -1),
)


def plainly(said: str) -> str:
    """A message of MkDocs without its level, in the words of an editor where it is about mkdocs.yml or our options."""
    said = said.removeprefix("warning: ").removeprefix("error: ")
    if option := _OPTION.fullmatch(said):
        return f"mkdocs.yml: {_of_option(option['name'], option['said'])}"
    if plugin := _PLUGIN.fullmatch(said):
        meant = find_meant(plugin["name"], ["briefing"])
        remedy = f"did you mean {meant}?" if meant else "install it, or take it out of “plugins:”"
        return f"mkdocs.yml: there is no plugin “{plugin['name']}” here; {remedy}"
    if said.startswith(_UNREADABLE) and (places := list(_PLACE.finditer(said))):
        told, which = next((told, which) for words, told, which in _SLIPS if words in said)
        path, line, column = places[which].groups()
        return f"{Path(path).name}:{line}:{column}: {told}"
    return said


def _of_option(name: str, said: str) -> str:
    if "Unrecognised" not in said:
        return f"{name}: {said}"
    known = [key for key, option in vars(Options).items() if isinstance(option, base.BaseConfigOption)]
    meant = find_meant(name, known)
    remedy = f"did you mean {meant}?" if meant else f"there are {list_words(known, 'and')}"
    return f"“{name}” is no setting of briefing; {remedy}"
