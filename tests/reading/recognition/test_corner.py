"""The signer's corner under a gray seal."""

from __future__ import annotations

import shutil

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from sheets import font_path, pixels
from vanthu.reading.recognition.corner import second_look
from vanthu.reading.recognition.ocr import Token
from vanthu.reading.recognition.signing import Signing
from vanthu.rulebook import load_rulebook
from vanthu.settings import EngineSettings

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


@pytest.fixture(scope="module")
def signing() -> Signing:
    return Signing.of(load_rulebook())


def read_as(*words: str, confidence: float = 0.95) -> tuple[Token, ...]:
    return tuple(
        Token(word, 900 + 90 * n, 500, 980 + 90 * n, 540, confidence, 7) for n, word in enumerate(words)
    )


def texts(tokens: tuple[Token, ...]) -> list[str]:
    return [t.text for t in tokens]


def look(
    page: np.ndarray, tokens: tuple[Token, ...], signing: Signing, language: str = "vie"
) -> tuple[Token, ...]:
    return second_look(page, tokens, dpi=200, engine=EngineSettings(language=language), signing=signing)


@pytest.mark.ocr
@needs_engine
def test_print_under_a_gray_seal_is_read(signing: Signing) -> None:
    found = look(pixels(sealed()), HEAD, signing)
    words = [t for t in found if t not in HEAD]
    assert [t.text for t in words] == ["CHỦ", "TỊCH", "Trần", "Văn", "Nam"]
    assert all(t.x0 > 700 and t.line > 0 for t in words)


@pytest.mark.ocr
@needs_engine
def test_remains_at_the_height_of_the_name_give_way_to_it(signing: Signing) -> None:
    found = look(pixels(sealed()), (*HEAD, *read_as("9A", "`Trấn", "Vấn", "Nam")), signing)
    assert texts(found)[-3:] == ["Trần", "Văn", "Nam"]
    assert "9A" not in texts(found)


@pytest.mark.ocr
@needs_engine
def test_seal_and_signature_alone_give_nothing(signing: Signing) -> None:
    page = Image.new("L", (1654, 900), 235)
    pen = ImageDraw.Draw(page)
    for radius in range(150, 0, -14):
        pen.ellipse((1100 - radius, 430 - radius, 1100 + radius, 430 + radius), outline=120, width=5)
    pen.line((960, 330, 1250, 545, 1010, 500, 1300, 350), fill=30, width=6)
    assert look(pixels(page), HEAD, signing) == HEAD


def test_page_without_signer_is_left_alone(signing: Signing) -> None:
    tokens = (Token("Điều", 150, 300, 200, 325, 0.95, 0), Token("1.", 205, 300, 290, 325, 0.95, 0))
    assert look(pixels(sealed()), tokens, signing, language="none") is tokens


def test_corner_whose_name_was_read_is_not_read_again(signing: Signing) -> None:
    tokens = (*HEAD, *read_as("Trần", "Văn", "Nam"))
    assert look(pixels(sealed()), tokens, signing, language="none") is tokens


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("Đại", "tá", "Lê", "Thị", "Mai"), ["Lê", "Thị", "Mai"]),
        (("“Nguyễn", "Văn", "Đức."), ["Nguyễn", "Văn", "Đức"]),
        (("ĐỖ", "TẤN", "SƠN"), ["ĐỖ", "TẤN", "SƠN"]),
        (("—", "Bùi", "Thị", "Hoa"), ["Bùi", "Thị", "Hoa"]),
        (("N§uyễn", "Văn", "Đức"), []),  # a part of a name is none
        (("CHỦ", "TỊCH"), []),
        (("BAN", "NHÂN", "DÂN"), []),
        (("Nam",), []),
    ],
)
def test_name_in_a_line(signing: Signing, words: tuple[str, ...], name: list[str]) -> None:
    assert texts(signing.name_in(read_as(*words, confidence=0.85))) == name


def test_strange_name_must_be_read_more_surely(signing: Signing) -> None:
    assert signing.name_in(read_as("Bũi", "Thị", "Hoa", confidence=0.85)) == ()
    assert texts(signing.name_in(read_as("Bũi", "Thị", "Hoa", confidence=0.95))) == ["Bũi", "Thị", "Hoa"]


def test_office_needs_every_word(signing: Signing) -> None:
    assert texts(signing.office_in(read_as("_PHÓ", "CHỦ", "TỊCH"))) == ["PHÓ", "CHỦ", "TỊCH"]
    assert texts(signing.office_in(read_as("TM.", "BAN", "CHỈ", "ĐẠO"))) == ["TM.", "BAN", "CHỈ", "ĐẠO"]
    doubtful = (*read_as("CHỦ"), *read_as("TỊCH", confidence=0.4))
    assert signing.office_in(doubtful) == ()


def test_a_seal_s_rim_read_as_letters_before_a_usual_name(signing: Signing) -> None:
    rim, name = read_as("li", "xố", confidence=0.55), read_as("Bùi", "Thị", "Hoa", confidence=0.85)
    assert texts(signing.name_in((*rim, *name))) == ["Bùi", "Thị", "Hoa"]
    assert signing.name_in((*rim, *read_as("Thị", "Hoa", confidence=0.97))) == ()
    assert signing.name_in((*read_as("đồng", "chí", confidence=0.95), *name)) == ()
