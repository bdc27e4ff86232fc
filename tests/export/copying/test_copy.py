"""Searchable copies: what they hold, where the words lie, and what is left alone."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import numpy as np
import pdfplumber
import pikepdf
import pytest
from pikepdf import Dictionary, Name
from PIL import Image, ImageDraw

from vanthu.document.geometry import Box
from vanthu.document.layout import Block, BlockKind, Line
from vanthu.document.page import Page, Reading, Repair, Source, Word
from vanthu.document.plan import Plan
from vanthu.errors import InputError
from vanthu.export.copying import CopyKind, write_copy
from vanthu.reading.imaging.raster import straightened, turned

DPI = 144
SCALE = DPI / 72
UPRIGHT = (300, 400)  # points
WORDS = {  # as mended, with the ink's box on the straightened page
    "Ủy": Box(40, 60, 60, 74),
    "ban": Box(66, 62, 90, 74),
    "nhân": Box(96, 61, 125, 74),
    "dân": Box(131, 60, 152, 74),
    "trước": Box(40, 200, 80, 214),
    "30/6/2024": Box(86, 201, 150, 214),
}
LINES = ((0, 1, 2, 3), (4, 5))


def ink(words: dict[str, Box]) -> Image.Image:
    """The straightened page: a black bar in the place of each word."""
    page = Image.new("L", (round(UPRIGHT[0] * SCALE), round(UPRIGHT[1] * SCALE)), 255)
    for box in words.values():
        ImageDraw.Draw(page).rectangle([round(side * SCALE) for side in box], fill=0)
    return page


def as_scanned(rotation: int, skew: float) -> Image.Image:
    """The page as it lay on the glass, before it was turned by `rotation` and straightened by `skew`."""
    askew = straightened(np.asarray(ink(WORDS)), -skew)
    return Image.fromarray(turned(askew, (360 - rotation) % 360))


def scan(path: Path, image: Image.Image) -> Path:
    """A PDF, or a picture, of one page."""
    image.save(path, resolution=DPI, dpi=(DPI, DPI), quality=90)
    return path


def plan_of(path: Path, *, rotation: int = 0, skew: float = 0.0, **facts: object) -> Plan:
    page = Page(
        number=1,
        width=UPRIGHT[0],
        height=UPRIGHT[1],
        dpi=DPI,
        rotation=rotation,
        skew=skew,
        reading=Reading.OCR,
    ).model_copy(update=facts)
    words = tuple(
        Word(text, 1, box, 0.9, 0 if i < 4 else 1, "test") for i, (text, box) in enumerate(WORDS.items())
    )
    kinds = {".pdf": "application/pdf", ".jpg": "image/jpeg", ".tif": "image/tiff", ".png": "image/png"}
    block = Block(kind=BlockKind.BODY, page=1, lines=tuple(Line(page=1, words=line) for line in LINES))
    return Plan(
        source=Source(
            path=str(path),
            name=path.name,
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
            media_type=kinds[path.suffix],
            size=path.stat().st_size,
        ),
        pages=(page,),
        words=words,
        grids=(),
        blocks=(block,),
    )


def found_words(path: Path) -> list[dict]:
    with pdfplumber.open(path) as pdf:
        return pdf.pages[0].extract_words(x_tolerance=1)


def drawn(path: Path) -> np.ndarray:
    """The page as a viewer shows it, dark is ink."""
    import pypdfium2 as pdfium

    pdf = pdfium.PdfDocument(path)
    try:
        return np.asarray(pdf[0].render(scale=SCALE, grayscale=True).to_numpy()).squeeze() < 128
    finally:
        pdf.close()


@pytest.mark.parametrize("suffix", [".pdf", ".jpg", ".tif", ".png"])
@pytest.mark.parametrize(("rotation", "skew"), [(0, 0.0), (90, 0.0), (180, 1.5), (270, -2.0)])
def test_words_lie_on_their_ink_however_the_page_was_laid(
    tmp_path: Path, suffix: str, rotation: int, skew: float
) -> None:
    source = scan(tmp_path / f"in{suffix}", as_scanned(rotation, skew))
    copy = tmp_path / "out.pdf"
    assert write_copy(plan_of(source, rotation=rotation, skew=skew), copy) is CopyKind.MADE
    found = found_words(copy)
    assert [word["text"] for word in found] == list(WORDS)
    black = drawn(copy)
    assert abs(black.shape[1] / SCALE - UPRIGHT[0]) < 1
    for word in found:
        x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
        assert black[round(y * SCALE), round(x * SCALE)], word
        if not skew:
            box = WORDS[word["text"]]
            assert abs(word["x0"] - box.x0) < 2
            assert abs(word["x1"] - box.x1) < 2
            assert abs(word["top"] - box.y0) < 2.5
            assert abs(word["bottom"] - box.y1) < 2


def test_mended_words_are_found(tmp_path: Path) -> None:
    source = scan(tmp_path / "in.pdf", ink(WORDS))
    plan = plan_of(source).with_layers(repairs=(Repair(word=1, original="ban", replacement="bàn", rule="r"),))
    write_copy(plan, tmp_path / "out.pdf")
    assert [w["text"] for w in found_words(tmp_path / "out.pdf")][:2] == ["Ủy", "bàn"]


def test_two_pages_on_a_sheet_share_one_picture(tmp_path: Path) -> None:
    sheet = Image.new("L", (round(2 * UPRIGHT[0] * SCALE), round(UPRIGHT[1] * SCALE)), 255)
    sheet.paste(ink(WORDS), (round(UPRIGHT[0] * SCALE), 0))
    source = scan(tmp_path / "in.pdf", sheet)
    plan = plan_of(source, sheet=1, part=Box(UPRIGHT[0], 0, 2 * UPRIGHT[0], UPRIGHT[1]))
    write_copy(plan, tmp_path / "out.pdf")
    black, told = drawn(tmp_path / "out.pdf"), found_words(tmp_path / "out.pdf")
    assert [word["text"] for word in told] == list(WORDS)
    for word in told:
        x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
        assert black[round(y * SCALE), round(x * SCALE)], word


def test_a_jpeg_goes_over_byte_for_byte(tmp_path: Path) -> None:
    source = scan(tmp_path / "in.jpg", ink(WORDS).convert("RGB"))
    write_copy(plan_of(source), tmp_path / "out.pdf")
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        (image,) = pdf.pages[0].get_images().values()
        assert image.read_raw_bytes() == source.read_bytes()


def test_the_picture_of_a_scanned_pdf_goes_over_as_it_is_stored(tmp_path: Path) -> None:
    source = scan(tmp_path / "in.pdf", ink(WORDS))
    write_copy(plan_of(source), tmp_path / "out.pdf")
    with pikepdf.open(source) as before, pikepdf.open(tmp_path / "out.pdf") as after:
        stored, kept = (next(iter(p.pages[0].get_images().values())) for p in (before, after))
        assert kept.read_raw_bytes() == stored.read_raw_bytes()


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "P", "RGBA"])
def test_pictures_of_any_kind_can_be_copied(tmp_path: Path, mode: str) -> None:
    source = scan(tmp_path / "in.png", ink(WORDS).convert(mode))
    write_copy(plan_of(source), tmp_path / "out.pdf")
    assert drawn(tmp_path / "out.pdf")[round(67 * SCALE), round(50 * SCALE)]


def demands_of_pdfa(path: Path) -> None:
    """What PDF/A-2b asks for, as far as it can be seen in the objects."""
    data = path.read_bytes()
    assert data.startswith(b"%PDF-1.7")
    assert max(data[data.index(b"\n") + 2 : data.index(b"\n") + 6]) > 127  # a line of bytes that are no text
    with pikepdf.open(path) as pdf:
        assert not pdf.is_encrypted
        assert "/ID" in pdf.trailer
        assert pdf.open_metadata().pdfa_status == "2B"
        assert str(pdf.Root.Lang) == "vi"
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == Name.GTS_PDFA1
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"
        assert {"/AcroForm", "/OpenAction", "/AA", "/Names", "/EmbeddedFiles"}.isdisjoint(pdf.Root.keys())
        for item in pdf.objects:
            if isinstance(item, Dictionary | pikepdf.Stream):
                keys = set(item.keys())
                assert {"/JS", "/JavaScript", "/Launch", "/OPI", "/Alternates"}.isdisjoint(keys)
                assert not item.get("/Interpolate", False)
                assert "/LZWDecode" not in str(item.get("/Filter", ""))
                if item.get("/Type") == Name.FontDescriptor:
                    assert "/FontFile2" in keys
                if item.get("/Type") == Name.Font and item.get("/Subtype") == Name.Type0:
                    assert "/ToUnicode" in keys


@pytest.mark.parametrize("suffix", [".pdf", ".jpg", ".tif", ".png"])
def test_a_copy_meets_what_pdfa_asks_for(tmp_path: Path, suffix: str) -> None:
    write_copy(plan_of(scan(tmp_path / f"kế hoạch{suffix}", ink(WORDS))), tmp_path / "out.pdf")
    demands_of_pdfa(tmp_path / "out.pdf")
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert pdf.open_metadata()["dc:title"] == "kế hoạch"


def test_the_font_is_as_wide_as_it_says(tmp_path: Path) -> None:
    from fontTools.ttLib import TTFont

    write_copy(plan_of(scan(tmp_path / "in.png", ink(WORDS))), tmp_path / "out.pdf")
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        (kin,) = pdf.pages[0].Resources.Font.F0.DescendantFonts
        with TTFont(BytesIO(kin.FontDescriptor.FontFile2.read_bytes())) as font:
            assert {advance for advance, _ in font["hmtx"].metrics.values()} == {int(kin.DW)}


def test_the_same_copy_is_made_twice(tmp_path: Path) -> None:
    source = scan(tmp_path / "in.png", ink(WORDS))
    for name in ("a.pdf", "b.pdf"):
        write_copy(plan_of(source), tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def signed(path: Path) -> Path:
    scan(path, ink(WORDS))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        value = pdf.make_indirect(Dictionary(Type=Name.Sig, ByteRange=[0, 1, 2, 3], Contents=b"\0" * 8))
        field = pdf.make_indirect(Dictionary(FT=Name.Sig, T=b"Signature1", V=value))
        pdf.Root.AcroForm = Dictionary(SigFlags=3, Fields=[field])
        pdf.save(path)
    return path


def test_a_signed_file_is_copied_byte_for_byte(tmp_path: Path) -> None:
    source = signed(tmp_path / "in.pdf")
    assert write_copy(plan_of(source), tmp_path / "out.pdf") is CopyKind.SIGNED
    assert (tmp_path / "out.pdf").read_bytes() == source.read_bytes()


def test_a_digital_file_is_copied_byte_for_byte(tmp_path: Path) -> None:
    source = scan(tmp_path / "in.pdf", ink(WORDS))
    plan = plan_of(source, reading=Reading.TEXT_LAYER)
    assert write_copy(plan, tmp_path / "out.pdf") is CopyKind.DIGITAL
    assert (tmp_path / "out.pdf").read_bytes() == source.read_bytes()


def test_the_original_can_not_be_written_over(tmp_path: Path) -> None:
    source = scan(tmp_path / "in.pdf", ink(WORDS))
    before = source.read_bytes()
    with pytest.raises(InputError, match="bản gốc"):
        write_copy(plan_of(source), tmp_path / "." / "in.pdf")
    assert source.read_bytes() == before


def test_a_text_has_no_pictures_to_copy(tmp_path: Path) -> None:
    source = Source(path="a.txt", name="a.txt", sha256="0" * 64, media_type="text/plain", size=1)
    with pytest.raises(InputError, match="không có hình"):
        write_copy(Plan(source=source, pages=(), words=(), blocks=()), tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()
