"""The pictures that a link to the site brings along where it is shared: one of the site, one of each storyline.

They are drawn here with a font that comes with its package, so that no machine's own fonts change a byte.
"""

from __future__ import annotations

import html
import io
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, partial
from importlib.resources import files
from urllib.parse import quote

from PIL import Image, ImageDraw, ImageFont

from generator.entities import Entity
from generator.language import Language
from generator.pages.marking import mark
from generator.pages.site_file import SiteFile
from generator.settings import Settings

SITE_PICTURE = "assets/cards/site.png"
SIZE = (1200, 630)

_GROUND, _WHITE, _RED = (20, 33, 61), (255, 255, 255), (232, 128, 107)
#: A picture is a byte a point: the way from the ground to white, whose last step stands for the red of the bar.
_INK, _SOFT, _ACCENT = 254, 180, 255
_PALETTE = [
    *(
        round(low + (high - low) * step / _INK)
        for step in range(_INK + 1)
        for low, high in zip(_GROUND, _WHITE, strict=True)
    ),
    *_RED,
]
_EDGE = 80
_SIZES = (84, 72, 62, 54)  # of the title: the largest in which it fits
_LINES = 4
_LEADING = 1.22
_NO_LETTER = "\U0010ffff"
_LEFT_TO_RIGHT = frozenset({"L", "EN", "ES", "ET", "AN", "CS", "NSM", "BN", "WS", "ON"})


def picture_place(storyline: str, name: str) -> str:
    """The picture that stands for a storyline; that of the site where the font has not all letters of its name."""
    return f"assets/cards/storylines/{storyline}.png" if is_drawable(name) else SITE_PICTURE


def shared_picture(storyline: str, name: str) -> Iterator[tuple[str, object]]:
    """For the theme: the picture that pages of a storyline bring along, if it has one, and what it shows."""
    if (place := picture_place(storyline, name)) != SITE_PICTURE:
        yield "picture", quote(place)
        yield "pictured", html.escape(name)  # the theme prints it as it is


def picture_files(storylines: Iterable[Entity], settings: Settings, language: Language) -> Iterator[SiteFile]:
    """The pictures of a site; without the address of the site nobody could be led to them."""
    if not settings.site_url:
        return
    yield _picture(SITE_PICTURE, settings.site_name, "", "")
    for each in storylines:
        place = picture_place(each.id, each.name)
        if each.briefs and place != SITE_PICTURE:
            yield _picture(place, each.name, language.gettext("Storyline"), settings.site_name)


def is_drawable(text: str) -> bool:
    """Whether the font has every letter, and the text runs from left to right; anything else would be drawn wrongly."""
    letters = set(_composed(text)) - {" "}
    return bool(letters) and all(unicodedata.bidirectional(each) in _LEFT_TO_RIGHT and _has(each) for each in letters)


def _picture(place: str, title: str, label: str, name: str) -> SiteFile:
    words = tuple(_composed(text) if is_drawable(text) else "" for text in (title, label, name))
    return SiteFile(place, mark(place, *words), partial(_draw, *words))


def _composed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


# --- drawing -----------------------------------------------------------------------------------------


def _draw(title: str, label: str, name: str) -> bytes:
    picture = Image.new("L", SIZE, 0)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((_EDGE, _EDGE, _EDGE + 96, _EDGE + 10), fill=_ACCENT)
    if label:
        pen.text((_EDGE, _EDGE + 34), label, fill=_SOFT, font=_font(34, 500))
    size, lines = _fitted(title, SIZE[0] - 2 * _EDGE)
    top = _EDGE + (100 if label else 60)
    for place, line in enumerate(lines):
        pen.text((_EDGE, top + place * size * _LEADING), line, fill=_INK, font=_font(size, 700))
    if name:
        pen.text((_EDGE, SIZE[1] - _EDGE), name, fill=_SOFT, font=_font(34, 500), anchor="ls")
    stored = io.BytesIO()
    picture.putpalette(_PALETTE)
    picture.save(stored, "PNG")
    return stored.getvalue()


def _fitted(title: str, width: int) -> tuple[int, list[str]]:
    """The largest size in which the title has its place, and its lines; what is too long ends in an ellipsis."""
    for size in _SIZES:
        lines = _lines(title, _font(size, 700), width)
        if len(lines) <= _LINES:
            return size, lines
    return _SIZES[-1], [*lines[: _LINES - 1], f"{lines[_LINES - 1][:-2]}…"]


def _lines(title: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Lines no wider than `width`; a word that is wider is cut."""
    lines = [""]
    for word in title.split():
        together = f"{lines[-1]} {word}".strip()
        if font.getlength(together) <= width:
            lines[-1] = together
            continue
        lines += [""] if lines[-1] else []
        for letter in word:
            if font.getlength(lines[-1] + letter) > width:
                lines.append("")
            lines[-1] += letter
    return lines


@cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    path = files("fontpkg_noto_serif") / "files" / "NotoSerif[wdth,wght].ttf"
    font = ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight if axis["name"] == b"Weight" else 100 for axis in font.get_variation_axes()])
    return font


@cache
def _has(letter: str) -> bool:
    """Whether the font can draw a letter: what it draws in its place is not the box of a letter it does not know."""
    font = _font(20, 700)
    return _drawn(font, letter) != _drawn(font, _NO_LETTER)


def _drawn(font: ImageFont.FreeTypeFont, letter: str) -> tuple[tuple[int, int], bytes]:
    mask = font.getmask(letter)
    return mask.size, bytes(mask)
