from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from sheets import font_path
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.recognition.agreement import Agreed, Difference
from vanthu.reading.recognition.numerals import counted
from vanthu.reading.recognition.ocr import Token

BOX = (40, 40)


def printed(text: str, *, size: int = 36, bits: bool = False) -> tuple[Pixels, tuple[int, int, int, int]]:
    """A word on paper, and its box."""
    page = Image.new("L", (400, 140), 250)
    face = ImageFont.truetype(font_path(), size)
    ImageDraw.Draw(page).text(BOX, text, font=face, fill=20)
    dark = np.asarray(page)
    ys, xs = np.nonzero(dark < 150)
    box = int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1
    return (np.where(dark < 150, 0, 255).astype(np.uint8) if bits else dark), box


def said(ink: str, read: str, *, size: int = 36, bits: bool = False) -> list[str]:
    """What the strokes of a printed word say against what was read there."""
    image, box = printed(ink, size=size, bits=bits)
    return [d.text for d in counted(image, Agreed((Token(read, *box, 0.9, 0),))).differences]


@pytest.mark.parametrize("bits", [False, True])
@pytest.mark.parametrize(
    ("ink", "read", "against"),
    [
        ("III/2026", "II/2026", ["III/2026"]),
        ("III/2026", "]I/2026", ["III/2026"]),
        ("III/2026", "HI/2026", ["III/2026"]),
        ("II/2026", "III/2026", ["II/2026"]),
        ("III.", "II.", ["III."]),
        ("I", "II", ["I"]),
        ("III/2026", "III/2026", []),
        ("II", "II", []),
        ("I.", "I.", []),
    ],
)
def test_strokes_are_counted(ink: str, read: str, against: list[str], *, bits: bool) -> None:
    assert said(ink, read, bits=bits) == against


@pytest.mark.parametrize(
    ("ink", "read"),
    [
        ("11/2026", "11/2026"),  # a month
        ("11/2026", "1l/2026"),
        ("IV/2026", "IV/2026"),
        ("Il", "Il"),
        ("HI", "HI"),  # letters, but for a year behind them
    ],
)
def test_what_else_stands_there_is_left_alone(ink: str, read: str) -> None:
    assert said(ink, read) == []


def test_what_another_reading_says_is_not_said_again() -> None:
    image, box = printed("III/2026")
    for other, against in (("III/2026", ["III/2026"]), ("IT/2026", ["IT/2026", "III/2026"])):
        difference = Difference((box,), box, other, "trueocr", 0.9)
        words = Agreed((Token("II/2026", *box, 0.9, 0),), (difference,))
        assert [d.text for d in counted(image, words).differences] == against


def test_small_and_faint_print_says_nothing() -> None:
    assert said("III/2026", "II/2026", size=10) == []
    image, box = printed("III/2026")
    faint = np.where(image < 150, 220, 250).astype(np.uint8)
    assert not counted(faint, Agreed((Token("II/2026", *box, 0.9, 0),))).differences
