from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from sheets import DPI, font_path
from vanthu.document.geometry import Box
from vanthu.document.page import Mark, MarkKind, Page, Reading, Word
from vanthu.reading.imaging import ink
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.signatures import closing_rooms, whole, with_doubt, with_uncoloured
from vanthu.reading.marks.wording import Marking
from vanthu.reading.recognition.signing import Signing
from vanthu.rulebook import Rulebook, load_rulebook
from vanthu.settings import InkSettings

SIGNATURE, STROKES, SEAL = MarkKind.SIGNATURE, MarkKind.HANDWRITING, MarkKind.SEAL


def mark(
    kind: MarkKind, x0: float, x1: float, *, y0: float = 470, y1: float = 510, colour: str | None = "blue"
) -> Mark:
    return Mark(kind=kind, page=1, box=Box(x0, y0, x1, y1), colour=colour)


def told(*marks: Mark) -> list[tuple[MarkKind, float, float]]:
    return [(m.kind, m.box.x0, m.box.x1) for m in whole(marks)]


def test_strokes_beside_a_signature_and_beside_each_other_are_part_of_it() -> None:
    parts = mark(STROKES, 490, 500, y0=480, y1=495), mark(STROKES, 455, 481, y0=476, y1=493)
    assert told(mark(SIGNATURE, 378, 448), *parts) == [(SIGNATURE, 378, 500)]


def test_what_lies_apart_stays_itself() -> None:
    signature, seal = mark(SIGNATURE, 378, 448), mark(SEAL, 330, 430, colour="red")
    far, red = mark(STROKES, 480, 500), mark(STROKES, 450, 470, colour="red")
    number = mark(STROKES, 380, 440, y0=90, y1=105)
    name_below = mark(STROKES, 380, 440, y0=508, y1=525)
    marks = (seal, signature, far, red, number, name_below)
    assert whole(marks) == list(marks)


def test_two_people_sign_each_for_themselves() -> None:
    assert told(mark(SIGNATURE, 100, 180), mark(STROKES, 190, 200), mark(SIGNATURE, 205, 280)) == [
        (SIGNATURE, 100, 200),
        (SIGNATURE, 205, 280),
    ]


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook()


def block(office: str = "CHỦ TỊCH", name: str = "Đào Văn Khánh") -> tuple[Word, ...]:
    """The words of a signer's block as they were read."""
    return tuple(
        Word(text, 1, Box(x, y, x + 8 * len(text), y + 13), 0.97, line, "tesseract")
        for line, (y, texts) in enumerate([(440, office.split()), (520, name.split())])
        for x, text in zip((370, 410, 450), texts, strict=False)
    )


def zigzag(*, print_: str = "", bits: bool = False) -> Image.Image:
    """A gray page, or one in black and white, with a zigzag of a pen over print."""
    page = Image.new("L", pixels_of(595, 842), 245)
    draw = ImageDraw.Draw(page)
    corners = [pixels_of(x, y) for x, y in zip(range(350, 500, 25), (470, 500) * 4, strict=False)]
    draw.line(corners, fill=40, width=4)
    draw.text(pixels_of(315, 478), print_, font=ImageFont.truetype(font_path(), 27), fill=30)
    return page.point(lambda v: 255 * (v > 180)) if bits else page


def sheet_of(page: Image.Image) -> Sheet:
    pixels = np.asarray(page)
    about = Page(number=1, width=595, height=842, reading=Reading.OCR)
    return Sheet(pixels, ink.separate(pixels, InkSettings()), about, DPI / 72, InkSettings())


def signatures_on(page: Image.Image, words: Sequence[Word], rulebook: Rulebook, *known: Mark) -> list[Mark]:
    """The marks of a page with words."""
    return with_uncoloured(known, sheet_of(page), words, Signing.of(rulebook), Marking.of(rulebook))


def test_people_sign_under_an_office_but_not_under_that_of_a_letterhead(rulebook: Rulebook) -> None:
    sheet, signing = sheet_of(zigzag(bits=True)), Signing.of(rulebook)
    (room,) = closing_rooms(sheet, block(), signing)
    assert room.contains((380, 490))
    assert not room.contains((380, 400))
    motto = tuple(
        Word(text, 1, Box(200 + 60 * n, 60, 250 + 60 * n, 73), 0.97, 9, "tesseract")
        for n, text in enumerate(["Độc", "lập", "-", "Tự", "do"])
    )
    assert closing_rooms(sheet, (*motto, *block()), signing)
    more = Word("- Hạnh phúc", 1, Box(500, 60, 560, 73), 0.97, 9, "tesseract")
    assert closing_rooms(sheet, (*motto, more, *block()), signing) == ()
    assert closing_rooms(sheet_of(zigzag()), block(), signing) == ()


def signed_page(
    rulebook: Rulebook, *known: Mark, office: str = "CHỦ TỊCH"
) -> list[tuple[MarkKind, str | None]]:
    """The marks of a gray page with an office, a zigzag of a pen and a name under each other."""
    marks = signatures_on(zigzag(), block(office), rulebook, *known)
    return [(m.kind, m.colour) for m in marks]


def pixels_of(x: float, y: float) -> tuple[int, int]:
    return round(x * DPI / 72), round(y * DPI / 72)


def test_a_signature_without_colour_is_found_under_its_office(rulebook: Rulebook) -> None:
    assert signed_page(rulebook) == [(SIGNATURE, None)]
    assert signed_page(rulebook, office="Kế hoạch này") == []


def test_it_takes_the_place_of_what_was_seen_of_it_before(rulebook: Rulebook) -> None:
    part, seal = mark(STROKES, 350, 380, colour=None), mark(SEAL, 330, 430, colour=None)
    elsewhere = mark(STROKES, 90, 120, y0=80, y1=95, colour=None)
    assert signed_page(rulebook, part, seal, elsewhere) == [(SEAL, None), (STROKES, None), (SIGNATURE, None)]


def test_a_signature_in_colour_or_a_stamp_with_words_is_not_told_twice(rulebook: Rulebook) -> None:
    pen = mark(SIGNATURE, 350, 470)
    stamp = mark(MarkKind.DIGITAL_SIGNATURE, 350, 470, colour=None).model_copy(update={"text": "Ký bởi: A"})
    assert signed_page(rulebook, pen) == [(SIGNATURE, "blue")]
    assert signed_page(rulebook, stamp) == [(MarkKind.DIGITAL_SIGNATURE, None)]


@pytest.mark.parametrize("bits", [False, True])
@pytest.mark.parametrize(
    ("office", "name", "print_", "lost"),
    [
        ("CHỦ TỊCH", "Đào Văn Khánh", "", False),
        ("CHỦ TỊCH", "Đào Văn Khánh", "T R Ư Ở N G  B A N", True),
        ("CHỦ TỊCH", "", "", True),
        ("CHỦ TỊCH", "Đà", "", True),
        ("Nơi nhận:", "Đào Văn Khánh", "", True),
    ],
)
def test_print_that_was_lost_under_a_black_signature_is_told(
    rulebook: Rulebook, office: str, name: str, print_: str, lost: bool, bits: bool
) -> None:
    page = zigzag(print_=print_, bits=bits)
    (found,) = signatures_on(page, block(office, name), rulebook)
    assert (found.kind, found.hides_print) == (SIGNATURE, lost)


def test_letters_that_a_doubted_word_tells_are_not_lost(rulebook: Rulebook) -> None:
    line = Word("TRƯỞNG", 1, Box(310, 470, 500, 500), 0.7, 7, "tesseract")
    (found,) = signatures_on(zigzag(print_="T R Ư Ở N G  B A N"), (*block(), line), rulebook)
    assert not found.hides_print


def test_a_doubted_word_over_surely_read_print_does_not_make_a_pen_of_it(rulebook: Rulebook) -> None:
    sure = Word("quyết", 1, Box(340, 462, 490, 508), 0.97, 5, "tesseract")
    doubted = sure._replace(confidence=0.3, line=6)
    assert signatures_on(zigzag(), (*block(), sure), rulebook) == []
    assert signatures_on(zigzag(), (*block(), sure, doubted), rulebook) == []


def sureness(*texts: str, y: float, pen: Mark) -> list[float | None]:
    """How sure words of a line at a height are when a pen went over the page."""
    words = [
        Word(t, 1, Box(380 + 40 * n, y, 415 + 40 * n, y + 14), 0.98, 0, "tesseract")
        for n, t in enumerate(texts)
    ]
    return [w.confidence for w in with_doubt(words, [pen], DPI / 72)]


def test_a_name_that_a_black_signature_reaches_into_is_for_a_person() -> None:
    black = mark(SIGNATURE, 360, 470, colour=None)
    assert sureness("Đào", "Văn", "Khánh", y=500, pen=black) == [0.8, 0.8, 0.8]
    assert sureness("Đào", "Văn", "Khánh", y=512, pen=black) == [0.98, 0.98, 0.98]


def test_a_name_that_may_have_lost_a_word_under_it_is_too() -> None:
    left_of_it = mark(SIGNATURE, 300, 372, colour=None)
    assert sureness("Văn", "Khánh", y=490, pen=left_of_it) == [0.8, 0.8]


def test_print_under_a_pen_of_another_colour_is_well_read() -> None:
    assert sureness("Đào", "Văn", "Khánh", y=500, pen=mark(SIGNATURE, 360, 470)) == [0.98, 0.98, 0.98]
