from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from sheets import pixels, sheet
from vanthu.reading.imaging.ink import by_colour, places, separate, tinted
from vanthu.settings import InkSettings

SETTINGS = InkSettings()
RED, BLUE = (200, 50, 50), (50, 60, 160)


def stamped(colour: tuple[int, int, int]) -> Image.Image:
    page = sheet().convert("RGB")
    ImageDraw.Draw(page).ellipse((300, 900, 600, 1200), outline=colour, width=8)
    return page


def test_gray_page_is_left_alone() -> None:
    page = pixels(sheet())
    gray, colour = separate(page, SETTINGS)
    assert colour is None
    assert np.array_equal(gray, page)


def test_red_and_blue_ink_go_and_print_stays() -> None:
    for ink in (RED, BLUE):
        gray, colour = separate(pixels(stamped(ink)), SETTINGS)
        assert colour is not None
        assert gray[890:1210, 290:610].min() > 200
        assert np.array_equal(gray[:800] < 100, pixels(sheet())[:800] < 100)


def test_black_print_under_a_seal_stays_dark() -> None:
    page = pixels(stamped(RED)).copy()
    page[1040:1050, 280:620] = (30, 15, 15)
    gray, _ = separate(page, SETTINGS)
    assert gray[1042:1048, 320:580].max() < 100


def test_page_printed_in_colour_keeps_its_print() -> None:
    page = np.full((1754, 1240, 3), 250, np.uint8)
    page[pixels(sheet()) < 128] = BLUE
    gray, colour = separate(page, SETTINGS)
    assert colour is None
    assert gray.min() < 128


def test_coloured_ink_is_shown_without_the_print() -> None:
    seal = tinted(pixels(stamped(RED)), SETTINGS)
    assert seal[:800].min() == 255
    assert seal[900:1200].min() < 100


def test_faint_ink_of_a_worn_stamp_is_shown_too() -> None:
    page = np.full((400, 400, 3), 245, np.uint8)
    page[100:110, 100:300] = (175, 180, 215)
    assert tinted(page, SETTINGS)[102:108, 110:290].max() < 200


def test_colours_are_told_apart() -> None:
    page = pixels(stamped(RED)).copy()
    page[1300:1310, 300:600] = BLUE
    masks = by_colour(page, SETTINGS)
    assert masks["red"][890:1210, 290:610].any()
    assert not masks["red"][1290:].any()
    assert masks["blue"][1302:1308, 310:590].all()
    assert not masks["blue"][:1290].any()


def test_places_of_ink_are_told_in_points_of_the_upright_page() -> None:
    colour = np.zeros((400, 800), np.bool_)
    colour[40:80, 600:680] = True
    (place,) = places(colour, rotation=90, skew=0.0, scale=2.0)
    assert place.contains(((400 - 60) / 2, 640 / 2))
    assert place.width < 30
    assert place.height < 50
