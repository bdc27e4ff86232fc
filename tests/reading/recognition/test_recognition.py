"""The real engine on drawn pages; a few, because each takes a second."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from sheets import LINES, font_path, pixels, scan_pdf, sheet, table_sheet
from vanthu.document.page import Reading
from vanthu.errors import PageError, SecretError, SetupError
from vanthu.reading import Recognition, open_source, read, upright
from vanthu.reading.recognition import ocr
from vanthu.reading.secrecy import LABEL
from vanthu.rulebook import load_rulebook
from vanthu.settings import EngineSettings, Settings

pytestmark = [
    pytest.mark.ocr,
    pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed"),
]

SETTINGS = Settings()


def recognise(path: Path) -> Recognition:
    return read(open_source(path), settings=SETTINGS, secrecy=load_rulebook()[LABEL])


def text_of(found: Recognition) -> str:
    return " ".join(w.text for w in found.words)


def shared(found: Recognition, lines: tuple[str, ...]) -> float:
    want, got = " ".join(lines).split(), text_of(found).split()
    return sum(word in got for word in want) / len(want)


def test_page_on_its_head_and_askew_is_read_upright(tmp_path: Path) -> None:
    lying = sheet().rotate(180).rotate(1.1, resample=Image.Resampling.BICUBIC, fillcolor=250)
    path = scan_pdf(tmp_path / "a.pdf", lying)
    found = recognise(path)
    page = found.pages[0]
    assert (page.reading, page.rotation) == (Reading.OCR, 180)
    assert page.skew == pytest.approx(1.1, abs=0.15)
    assert shared(found, LINES) > 0.9
    _words_lie_on_ink(path, found)


def _words_lie_on_ink(path: Path, found: Recognition) -> None:
    """Every box, taken to the upright image, holds ink."""
    page = found.pages[0]
    image = np.asarray(upright(path, page))
    scale = image.shape[1] / (page.width or 1)
    for word in found.words:
        assert word.box is not None
        x0, y0, x1, y1 = (round(v * scale) for v in word.box)
        assert image[y0:y1, x0:x1].min() < 120


def test_cells_of_a_ruled_table(tmp_path: Path) -> None:
    rows = [
        ["STT", "Nội dung", "Thời gian"],
        ["1", "Phát quang bụi rậm", "20/3/2024"],
        ["2", "", "25/3/2024"],
    ]
    found = recognise(scan_pdf(tmp_path / "a.pdf", table_sheet(rows, [120, 600, 260])))
    (grid,) = found.grids
    read_rows = [
        [" ".join(found.words[i].text for i in c.words) for c in grid.cells if c.row == row]
        for row in range(3)
    ]
    assert [r[1:] for r in read_rows] == [r[1:] for r in rows]
    lines = [w.text for w in found.words]
    assert lines.index("Phụ") < lines.index("STT") < lines.index("Các")


def test_blank_page_of_a_tiff_is_known_as_blank(tmp_path: Path) -> None:
    pages = [sheet(), Image.new("L", (1240, 1754), 245)]
    pages[0].save(tmp_path / "a.tif", save_all=True, append_images=pages[1:], dpi=(150, 150))
    found = recognise(tmp_path / "a.tif")
    assert [p.reading for p in found.pages] == [Reading.OCR, Reading.BLANK]
    assert found.problems == ()


@pytest.mark.parametrize("ink", [(200, 40, 40), (40, 60, 170), (20, 20, 20)])
def test_stamped_mark_of_secrecy_stops_the_work(tmp_path: Path, ink: tuple[int, int, int]) -> None:
    page = sheet(top=500).convert("RGB")
    pen = ImageDraw.Draw(page)
    pen.text((220, 330), "TỐI MẬT", font=ImageFont.truetype(font_path(), 44), fill=ink)
    pen.rectangle((195, 315, 440, 395), outline=ink, width=4)
    with pytest.raises(SecretError):
        recognise(scan_pdf(tmp_path / "a.pdf", page))


def test_a_mark_is_seen_whatever_size_the_file_claims(tmp_path: Path) -> None:
    """Telephones store a photograph as a sheet of a metre: 72 dots an inch."""
    page = sheet(top=500).convert("RGB")
    pen = ImageDraw.Draw(page)
    pen.text((220, 330), "TỐI MẬT", font=ImageFont.truetype(font_path(), 44), fill=(200, 40, 40))
    pen.rectangle((195, 315, 440, 395), outline=(200, 40, 40), width=4)
    larger = page.resize((1654, 2339))
    with pytest.raises(SecretError):
        recognise(scan_pdf(tmp_path / "a.pdf", larger, dpi=72))


def test_doubled_letter_of_the_engine_is_one() -> None:
    table = "5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t96.5\t34/QĐÐ-TTg\n"
    ((token,),) = ocr._tokens(table, 1)
    assert (token.text, token.confidence) == ("34/QĐ-TTg", pytest.approx(0.965))


def test_missing_language_names_the_package() -> None:
    with pytest.raises(SetupError, match="tesseract-ocr-vie"):
        ocr.read_image(pixels(sheet()), dpi=150, mode=3, engine=EngineSettings(language="khongco"))


def test_page_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(PageError, match="đã dừng"):
        ocr.read_image(pixels(sheet(LINES * 3)), dpi=150, mode=3, engine=EngineSettings(page_seconds=0.01))


def test_two_pages_on_a_sheet_are_two_pages(tmp_path: Path) -> None:
    spread = Image.new("L", (2480, 1754), 250)
    right = tuple(reversed(LINES))
    spread.paste(sheet(), (0, 0))
    spread.paste(sheet(right, top=200), (1240, 0))
    path = scan_pdf(tmp_path / "a.pdf", spread.rotate(180), sheet())
    found = recognise(path)
    places = [(p.number, p.sheet, p.rotation) for p in found.pages]
    assert places == [(1, 1, 180), (2, 1, 180), (3, 2, 0)]
    first = [w.text for w in found.words if w.page == 1]
    assert first[:3] == LINES[0].split()[:3]
    assert [w.text for w in found.words if w.page == 2][-3:] == LINES[0].split()[-3:]
    image = np.asarray(upright(path, found.pages[1]))
    box = next(w.box for w in found.words if w.page == 2)
    assert box is not None
    scale = image.shape[1] / (found.pages[1].width or 1)
    x0, y0, x1, y1 = (round(v * scale) for v in box)
    assert image[y0:y1, x0:x1].min() < 120


def test_a_page_with_its_number_alone_is_not_blank_but_a_stain_is(tmp_path: Path) -> None:
    stain = Image.new("L", (1240, 1754), 250)
    ImageDraw.Draw(stain).ellipse((600, 90, 618, 101), fill=90)
    found = recognise(scan_pdf(tmp_path / "a.pdf", sheet(("12",), left=600, top=90), stain))
    assert [p.reading for p in found.pages] == [Reading.OCR, Reading.BLANK]
    assert [(w.text, w.page) for w in found.words] == [("12", 1)]


def test_light_that_falls_off_loses_no_words(tmp_path: Path) -> None:
    dim = pixels(sheet(LINES * 2)) * np.linspace(1, 0.45, 1240)[None, :]
    found = recognise(scan_pdf(tmp_path / "a.pdf", Image.fromarray(dim.astype(np.uint8))))
    assert shared(found, LINES) > 0.95
