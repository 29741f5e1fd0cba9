"""The pictures that shared links bring along: of letters that the font has, the same bytes each time."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from generator.entities import Entity
from generator.language import speak
from generator.pages.pictures import SITE_PICTURE, SIZE, is_drawable, picture_files, picture_place
from generator.settings import Settings

DESK = Settings(site_name="The Desk", site_url="https://desk.example.org/")


def storyline(key: str, name: str) -> Entity:
    return Entity("storylines", key, name, None, briefs=("2026/a",))


def places(*storylines: Entity, settings: Settings = DESK) -> dict[str, bytes]:
    return {each.place: each.make() for each in picture_files(storylines, settings, speak("en"))}


@pytest.mark.parametrize("name", ["Tesk water", "Đặng Phước", "Їжак і ґава", "Ειρήνη", "Zu\u0308rich – “€”"])
def test_latin_greek_and_cyrillic_are_drawn(name: str) -> None:
    assert is_drawable(name)
    assert picture_place("x", name) == "assets/cards/storylines/x.png"


@pytest.mark.parametrize("name", ["和平谈判", "محادثات", "שיחות", "नमस्ते", "talks \U0001f426", "", "ab\U000e0001"])
def test_what_the_font_has_not_gets_the_picture_of_the_site(name: str) -> None:
    """No boxes in place of letters, and no text in the wrong direction."""
    assert not is_drawable(name)
    assert picture_place("x", name) == SITE_PICTURE
    assert list(places(storyline("x", name))) == [SITE_PICTURE]


def test_a_picture_has_the_size_that_is_promised_and_is_small() -> None:
    for stored in places(storyline("water", "Tesk water talks"), storyline("long", "Endlessly " * 60)).values():
        assert Image.open(io.BytesIO(stored)).size == SIZE == (1200, 630)
        assert len(stored) < 30_000


def test_the_same_words_give_the_same_bytes_and_others_do_not() -> None:
    once, again = (places(storyline("x", "Water"), storyline("y", "W" * 300)) for _ in range(2))
    assert once == again
    assert len(set(once.values())) == 3


def test_a_name_that_cannot_be_drawn_leaves_the_rest_of_the_picture() -> None:
    assert places(settings=Settings(site_name="和平", site_url="https://desk.example.org/"))[SITE_PICTURE]


def test_without_an_address_of_the_site_there_are_none() -> None:
    assert not places(storyline("x", "Water"), settings=Settings(site_name="The Desk"))


def test_a_key_follows_the_words() -> None:
    def key(name: str, site: str) -> str:
        options = Settings(site_name=site, site_url="https://desk.example.org/")
        return [each.key for each in picture_files([storyline("x", name)], options, speak("en"))][1]

    assert key("Water", "A") == key("Water", "A")
    assert len({key("Water", "A"), key("Waters", "A"), key("Water", "B")}) == 3
