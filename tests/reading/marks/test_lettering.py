from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from sheets import font_path
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.marks.lettering import Piece, pieces, secrecy, soften
from vanthu.reading.marks.shapes import MM, find_shapes


def pressed(text: str, *, turn: float = 0.0, worn: float = 0.0, cap: float = 3.6) -> Pixels:
    """Capitals of a height [mm] on a mask's paper, dark on white, some of their ink lost."""
    layer = Image.new("L", (900, 420), 255)
    face = ImageFont.truetype(font_path(), round(cap * MM * 2 / 0.72))
    ImageDraw.Draw(layer).text((450, 210), text, font=face, fill=0, anchor="mm", stroke_width=1)
    layer = layer.rotate(-turn, fillcolor=255, resample=Image.Resampling.BICUBIC)
    dark = 255 - np.asarray(layer.resize((450, 210), Image.Resampling.BOX))
    lost = np.random.default_rng(7).random(dark.shape) < worn
    return np.asarray(np.where(lost, 0, dark), np.uint8)


def says(dark: Pixels, hidden: Pixels | None = None) -> bool:
    hidden = np.zeros_like(dark) if hidden is None else hidden
    shapes = find_shapes((dark > 60).astype(np.uint8) * (1 - hidden), hidden)
    return secrecy(pieces(dark, 160, hidden, shapes)) is not None


@pytest.mark.parametrize("text", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
@pytest.mark.parametrize(("turn", "worn"), [(0.0, 0.0), (7.0, 0.35), (-18.0, 0.2)])
def test_words_of_secrecy_are_known_by_their_letters_turned_and_worn(
    text: str, turn: float, worn: float
) -> None:
    assert says(pressed(text, turn=turn, worn=worn))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "KHẨN",
            "HỎA TỐC",
            "THƯỢNG KHẨN",
            "SAO Y",
            "SAO LỤC",
            "BẢN SAO",
            "MẪU SỐ 01",
            "ĐẾN",
            "ĐÃ DUYỆT",
            "LƯU",
        ),
        *("MỜI HỌP", "TUYỂN SINH", "DUYỆT", "MIỄN PHÍ"),
    ],
)
def test_other_stamps_are_none(text: str) -> None:
    assert not any(says(pressed(text, turn=turn)) for turn in (0.0, 7.0))


def test_print_over_a_stamp_counts_neither_way() -> None:
    dark = pressed("MẬT")
    hidden = np.zeros_like(dark)
    cv2.rectangle(hidden, (200, 109), (250, 120), (1,), -1)
    assert says(np.where(hidden > 0, 255, dark).astype(np.uint8), hidden)


def test_an_empty_piece_says_nothing() -> None:
    empty = np.zeros((40, 90), np.uint8)
    assert secrecy([Piece(soften(empty, 90), empty)]) is None
