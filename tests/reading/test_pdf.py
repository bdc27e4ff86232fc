from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

import bad_files
from sheets import LINES, born_pdf, font_path, scan_pdf, sheet
from vanthu.document.page import Page, Reading
from vanthu.errors import InputError, PageError
from vanthu.reading import Recognition, open_source, pdf, read
from vanthu.reading.imaging.raster import Raster
from vanthu.reading.result import PageRead
from vanthu.settings import ImageSettings, LimitSettings, Settings

TEXT = LINES * 2


@pytest.fixture
def scanned(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str]]:
    """Pages that were handed to recognition, with the reason; none is really recognised."""
    seen: list[tuple[int, str]] = []

    def note(
        raster: Raster, number: int, *, settings: Settings, rules: object, reason: str
    ) -> tuple[PageRead, ...]:
        del raster, settings, rules
        seen.append((number, reason))
        return (PageRead(Page(number=number, width=1, height=1, reading=Reading.OCR, reason=reason)),)

    monkeypatch.setattr(pdf, "read_sheet", note)
    return seen


def read_pdf(path: Path, settings: Settings | None = None) -> Recognition:
    settings = settings or Settings()
    return read(open_source(path, settings=settings), settings=settings)


def test_good_text_layer_is_read_in_lines_with_boxes(tmp_path: Path, scanned: list[tuple[int, str]]) -> None:
    found = read_pdf(born_pdf(tmp_path / "a.pdf", TEXT))
    assert scanned == []
    assert found.pages[0].reading is Reading.TEXT_LAYER
    assert (round(found.pages[0].width or 0), found.pages[0].rotation) == (595, 0)
    lines = [" ".join(w.text for w in g) for _, g in groupby(found.words, key=lambda w: w.line)]
    assert lines == list(TEXT)
    first = found.words[0]
    assert first.box is not None
    assert first.box.x0 == pytest.approx(85, abs=1)
    assert first.confidence is None


def test_scanned_page_is_recognised(tmp_path: Path, scanned: list[tuple[int, str]]) -> None:
    read_pdf(scan_pdf(tmp_path / "a.pdf", sheet()))
    assert scanned == [(1, "trang không có lớp chữ")]


def test_each_page_is_judged_on_its_own(tmp_path: Path, scanned: list[tuple[int, str]]) -> None:
    bare = tuple("ke hoach cong tac nam cua xa ve moi truong" for _ in range(20))
    broken = tuple("kqz xwv bcdf ghjkl mnbv zxcv qwrt plkj hgfd" for _ in range(20))
    found = read_pdf(born_pdf(tmp_path / "a.pdf", bare, TEXT, broken))
    # nothing is recognised here: words that only lost their marks are better than none
    assert [p.reading for p in found.pages] == [Reading.TEXT_LAYER, Reading.TEXT_LAYER, Reading.OCR]
    assert scanned == [(1, "lớp chữ mất dấu"), (3, "lớp chữ không giống tiếng Việt (hỏng bảng mã)")]


def test_layer_with_a_signature_stamp_only_does_not_cover_the_scan(
    tmp_path: Path, scanned: list[tuple[int, str]]
) -> None:
    picture = tmp_path / "a.png"
    sheet(TEXT).save(picture)
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.drawImage(str(picture), 0, 0, *A4)
    canvas.drawString(300, 80, "Ky boi: UBND xa. Thoi gian ky: 12/03/2024 08:15:00 +07:00")
    canvas.save()
    read_pdf(tmp_path / "a.pdf")
    assert scanned == [(1, "lớp chữ không phủ hết nội dung trang")]


def test_file_that_is_opened_anew_for_every_page_reads_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, opened = born_pdf(tmp_path / "a.pdf", TEXT, LINES * 3, TEXT), list[Path]()
    whole = read_pdf(path)
    monkeypatch.setattr(pdf, "_KEPT_BYTES", 1)
    monkeypatch.setattr(pdf.pdf_page, "open_pdf", noting(opened, pdf.pdf_page.open_pdf))
    assert read_pdf(path) == whole
    assert opened == [path] * 3


def test_small_file_is_opened_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, opened = born_pdf(tmp_path / "a.pdf", TEXT, TEXT), list[Path]()
    monkeypatch.setattr(pdf.pdf_page, "open_pdf", noting(opened, pdf.pdf_page.open_pdf))
    read_pdf(path)
    assert opened == [path]


def noting(opened: list[Path], open_it: Callable[[Path], Any]) -> Callable[[Path], Any]:
    """`open_it`, with a note of every file that it opens."""

    def note(path: Path) -> Any:
        opened.append(path)
        return open_it(path)

    return note


def test_one_broken_page_does_not_lose_the_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> PageRead:
        raise PageError("không vẽ được trang này; trang có thể bị hỏng")

    monkeypatch.setattr(pdf, "read_sheet", fail)
    path = born_pdf(tmp_path / "a.pdf", TEXT, ("trang hai",))
    found = read_pdf(path)
    assert [p.reading for p in found.pages] == [Reading.TEXT_LAYER, Reading.FAILED]
    assert [(p.code, p.page) for p in found.problems] == [("page", 2)]


def test_page_among_scans_whose_picture_is_gone_is_no_blank_page(
    tmp_path: Path, scanned: list[tuple[int, str]]
) -> None:
    sheet().save(tmp_path / "a.png")
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.drawImage(str(tmp_path / "a.png"), 0, 0, *A4)
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    found = read_pdf(tmp_path / "a.pdf")
    assert [number for number, _ in scanned] == [1]
    assert [(p.number, p.reading) for p in found.pages] == [(1, Reading.OCR), (2, Reading.FAILED)]


def test_document_of_failed_pages_only_is_refused(tmp_path: Path) -> None:
    path = scan_pdf(tmp_path / "a.pdf", sheet())
    with pytest.raises(InputError, match="ảnh trong trang quá lớn"):
        read_pdf(path, Settings(limits=LimitSettings(pixels=10_000)))


def test_paper_of_no_sane_size_is_not_drawn(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(50_000, 50_000))
    canvas.drawString(10, 10, "x")
    canvas.save()
    with pytest.raises(InputError, match="khổ trang vô lý"):
        read_pdf(tmp_path / "a.pdf", Settings(image=ImageSettings()))


def test_ruled_table_of_a_digital_page_is_a_grid(tmp_path: Path, scanned: list[tuple[int, str]]) -> None:
    from reportlab.lib import colors
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import SimpleDocTemplate, Table

    pdfmetrics.registerFont(TTFont("Serif", font_path()))
    rows = [
        ["STT", "Nội dung thực hiện", ""],
        ["1", "Tổng vệ sinh đường làng", "Quý II"],
        ["2", "Trồng cây", "Quý III"],
    ]
    style = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("FONT", (0, 0), (-1, -1), "Serif"),
        ("SPAN", (1, 0), (2, 0)),
    ]
    SimpleDocTemplate(str(tmp_path / "a.pdf")).build([Table(rows, style=style)])
    found = read_pdf(tmp_path / "a.pdf")
    (grid,) = found.grids
    cells = {(c.row, c.column): " ".join(found.words[i].text for i in c.words) for c in grid.cells}
    assert scanned == []
    assert cells == {
        (0, 0): "STT",
        (0, 1): "Nội dung thực hiện",
        (1, 0): "1",
        (1, 1): "Tổng vệ sinh đường làng",
        (1, 2): "Quý II",
        (2, 0): "2",
        (2, 1): "Trồng cây",
        (2, 2): "Quý III",
    }
    assert next(c.column_span for c in grid.cells if (c.row, c.column) == (0, 1)) == 2


def test_pages_without_accents_drawn_as_text_are_looked_at(
    tmp_path: Path, scanned: list[tuple[int, str]]
) -> None:
    read_pdf(bad_files.pdf(tmp_path / "a.pdf", pages=2))
    assert [number for number, _ in scanned] == [1, 2]
