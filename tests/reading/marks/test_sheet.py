from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from lettered import stamped, told
from sheets import DPI, font_path, pixels, sheet
from vanthu.document.page import Page, Reading
from vanthu.reading.imaging import ink
from vanthu.reading.marks.covered import under_print
from vanthu.reading.marks.sheet import Sheet
from vanthu.settings import Settings

SCALE = DPI / 72
PALE, RED = (150, 150, 150), (90, 20, 60)  # red so dark that a rim of it stays when the colour is taken off
RINGS = np.s_[730:880, 460:615]  # where they lie on the masks
TITLE = np.s_[90:180, 90:460]


def sealed(page: Image.Image) -> Sheet:
    """A scan of a page with red rings at its foot, edges as soft as glass makes them."""
    page = page.convert("RGB")
    pen = ImageDraw.Draw(page)
    for inset in (0, 8, 45):
        pen.ellipse((700 + inset, 1100 + inset, 913 - inset, 1313 - inset), outline=RED, width=4)
    return scanned(page.filter(ImageFilter.GaussianBlur(0.8)))


def scanned(page: Image.Image) -> Sheet:
    flat, settings = pixels(page), Settings()
    paper = Page(number=1, width=page.width / SCALE, height=page.height / SCALE, reading=Reading.OCR)
    return Sheet(flat, ink.separate(flat, settings.ink), paper, SCALE, settings.ink)


def test_black_and_white_is_told_by_its_ink_however_little_stands_on_a_page() -> None:
    page = Image.new("L", (1240, 1754), 255)
    ImageDraw.Draw(page).text((700, 300), "CHỦ TỊCH", font=ImageFont.truetype(font_path(), 30), fill=0)
    assert not scanned(page).is_bilevel
    bits = page.point(lambda v: 255 * (v > 128))
    assert scanned(bits).is_bilevel
    assert not sealed(bits).is_bilevel


def test_rims_of_ink_in_colour_are_taken_off_and_print_beside_it_stays() -> None:
    seen = sealed(sheet())
    left = seen.uncoloured(seen.depth)
    assert seen.depth[RINGS].max() > 60
    assert left[RINGS].max() < 5
    assert np.array_equal(left[TITLE], seen.depth[TITLE])


@pytest.mark.parametrize(("colour", "seen_uncoloured"), [(PALE, True), (RED, False)])
def test_a_pale_stamp_is_seen_beside_red_ink_that_is_not(
    colour: tuple[int, int, int], seen_uncoloured: bool
) -> None:
    """Ink in colour is looked at by itself; on a colour scan a stamp may be gray nevertheless."""
    seen = sealed(stamped(sheet(), "TUYỆT MẬT", (300, 900), 5, colour))
    assert told(under_print(seen.pixels, seen.uncoloured(seen.depth))) is seen_uncoloured


def test_without_colour_nothing_is_taken_off() -> None:
    seen = scanned(sheet())
    assert seen.uncoloured(seen.depth) is seen.depth
