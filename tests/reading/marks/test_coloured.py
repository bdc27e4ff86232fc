"""Which words of a page are a coloured mark's, and which are print that it was pressed on."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PIL import Image, ImageDraw, ImageFont

from sheets import DPI, font_path, pixels, sheet
from vanthu.document.geometry import Box
from vanthu.document.page import Mark, MarkKind, Page, Reading, Word
from vanthu.reading.imaging import ink
from vanthu.reading.marks import coloured, shapes
from vanthu.reading.marks.coloured import Inked
from vanthu.reading.marks.shapes import Form, Shape
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.wording import Marking, Spoken
from vanthu.rulebook import load_rulebook
from vanthu.settings import Settings

SCALE = DPI / 72
RED = (205, 38, 48)
BLACK, STAMPED, OVER = Box(300, 1000, 420, 1030), Box(300, 1050, 420, 1080), Box(430, 1000, 560, 1030)
PALE = Box(440, 1060, 560, 1090)
PLACE = (270, 970, 590, 1120)  # of the stamp, in pixels of the page


@pytest.fixture(scope="module")
def marking() -> Marking:
    return Marking.of(load_rulebook())


def stamped() -> Image.Image:
    """A red frame over a printed word, with a word of its own below, another that came out gray, and red strokes over half of print."""
    page = sheet().convert("RGB")
    pen, face = ImageDraw.Draw(page), ImageFont.truetype(font_path(), 30)
    pen.rectangle(PLACE, outline=RED, width=4)
    pen.text((BLACK.x0, BLACK.y0 - 4), "Kính gửi", font=face, fill=(20, 20, 20))
    pen.text((STAMPED.x0, STAMPED.y0 - 4), "Số: 318", font=face, fill=RED)
    pen.text((PALE.x0, PALE.y0 - 4), "Chuyển:", font=face, fill=(170, 165, 165))
    pen.text((OVER.x0, OVER.y0 - 4), "thôn Hạ", font=face, fill=(20, 20, 20))
    pen.line((OVER.x0, OVER.y0 + 5, OVER.x1, OVER.y1 - 5), fill=RED, width=4)
    return page


def word(box: Box, text: str) -> Word:
    return Word(text, 1, Box(*(v / SCALE for v in box)), 0.5, 0, "tesseract")


def mark_over(words: Sequence[Word], marking: Marking, form: Form) -> Mark:
    """The mark that a stamp or a seal of this shape makes of the words."""
    settings, flat = Settings(), pixels(stamped())
    page = Page(number=1, width=flat.shape[1] / SCALE, height=flat.shape[0] / SCALE, reading=Reading.OCR)
    inks = ink.separate(flat, settings.ink)
    sides = tuple(v * shapes.DPI / DPI for v in PLACE)
    box = (sides[0], sides[1], sides[2], sides[3])
    size, middle = (box[2] - box[0], box[3] - box[1]), ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    said = ((Spoken("ĐẾN", 0.9), Spoken("Số: 318", 0.9)),) if form is Form.FRAME else ()
    found = Inked("red", Shape(form, box, middle, size, 0.0, 3), said)
    (mark,) = coloured.marks(Sheet(flat, inks, page, SCALE, settings.ink), [found], words, marking)
    return mark


def test_a_stamp_claims_its_own_words_and_no_print_under_it(marking: Marking) -> None:
    words = (word(BLACK, "Kính gửi"), word(STAMPED, "318"), word(OVER, "thôn Hạ"))
    mark = mark_over(words, marking, Form.FRAME)
    assert mark.kind is MarkKind.ARRIVAL
    assert mark.words == (1,)


def test_a_stamp_claims_a_pale_word_beside_black_print_but_not_where_all_print_is_pale(
    marking: Marking,
) -> None:
    pale, black = word(PALE, "Chuyển:"), word(BLACK, "Kính gửi")
    assert mark_over((black, pale), marking, Form.FRAME).words == (1,)
    assert mark_over((pale,), marking, Form.FRAME).words == ()


def test_print_under_a_seal_stays_the_pages(marking: Marking) -> None:
    mark = mark_over((word(BLACK, "Kính gửi"), word(OVER, "thôn Hạ")), marking, Form.RING)
    assert (mark.kind, mark.words) == (MarkKind.SEAL, ())


def test_letters_lower_than_any_print_are_strokes_of_the_stamp_but_a_dash_is_print(marking: Marking) -> None:
    low = Box(BLACK.x0, BLACK.y0 + 14, BLACK.x0 + 24, BLACK.y0 + 17)
    assert mark_over((word(low, "on"), word(low, "-")), marking, Form.FRAME).words == (0,)
