"""The signer's corner under a gray seal."""

from __future__ import annotations

import shutil

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from sheets import font_path, pixels
from vanthu.reading.corner import second_look
from vanthu.reading.ocr import Token
from vanthu.settings import EngineSettings

ENGINE = EngineSettings()
HEAD = (Token("Nơi", 150, 300, 200, 325, 0.95, 0), Token("nhận:", 205, 300, 290, 325, 0.95, 0))
needs_engine = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")


def sealed() -> Image.Image:
    """The foot of a page: a list at the left, a signer at the right with a seal and a stroke of the pen over both lines."""
    page = Image.new("L", (1654, 900), 235)
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype(font_path(), 34)
    for radius in range(150, 0, -14):
        pen.ellipse((900 - radius, 430 - radius, 900 + radius, 430 + radius), outline=165, width=5)
    pen.line((860, 330, 1150, 545), fill=165, width=7)
    pen.text((150, 295), "Nơi nhận:", font=font, fill=25)
    pen.text((950, 310), "CHỦ TỊCH", font=font, fill=25)
    pen.text((930, 500), "Trần Văn Nam", font=font, fill=25)
    return page


@pytest.mark.ocr
@needs_engine
def test_print_under_a_gray_seal_is_read() -> None:
    found = second_look(pixels(sealed()), HEAD, dpi=200, engine=ENGINE)
    words = [t for t in found if t not in HEAD]
    assert {"CHỦ", "TỊCH", "Văn", "Nam"} <= {t.text for t in words}
    assert all(t.x0 > 700 and t.line > 0 for t in words)


@pytest.mark.ocr
@needs_engine
def test_words_read_well_before_are_kept() -> None:
    name = (
        Token("Trần", 930, 505, 1000, 540, 0.99, 7),
        Token("Văn", 1010, 505, 1070, 540, 0.99, 7),
        Token("Nam", 1080, 505, 1150, 540, 0.99, 7),
    )
    found = second_look(pixels(sealed()), (*HEAD, *name), dpi=200, engine=ENGINE)
    assert set(name) <= set(found)


def test_page_without_list_of_receivers_is_left_alone() -> None:
    tokens = (Token("Điều", 150, 300, 200, 325, 0.95, 0), Token("1.", 205, 300, 290, 325, 0.95, 0))
    assert (
        second_look(
            np.full((900, 1654), 235, np.uint8), tokens, dpi=200, engine=EngineSettings(language="none")
        )
        is tokens
    )


def test_corner_that_was_read_well_is_not_read_again() -> None:
    block = [("CHỦ", 0), ("TỊCH", 0), ("UBND", 1), ("XÃ", 1), ("Trần", 2), ("Nam", 2)]
    signer = tuple(
        Token(text, 900 + 80 * (i % 2), 310 + 60 * line, 970 + 80 * (i % 2), 340 + 60 * line, 0.96, 5 + line)
        for i, (text, line) in enumerate(block)
    )
    page = np.full((900, 1654), 235, np.uint8)
    tokens = (*HEAD, *signer)
    assert second_look(page, tokens, dpi=200, engine=EngineSettings(language="none")) is tokens
