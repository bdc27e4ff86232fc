"""A file that holds several documents: each is understood as if it were alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from layers import canvas_of, put
from vanthu.assembly import Assembly
from vanthu.document.page import Reading
from vanthu.document.plan import Plan
from vanthu.engine.documents import documents
from vanthu.reading import open_source

BODY = (
    "Căn cứ Luật Trẻ em và các văn bản hướng dẫn thi hành, xã xây dựng kế hoạch như sau:",
    "I. NHIỆM VỤ",
    "1. Công an xã chủ trì giữ gìn trật tự, báo cáo trước ngày 05/9/2025.",
    "2. Trưởng các thôn huy động nhân dân tham gia trước ngày 30/9/2025.",
)


def pages(number: str, title: str, name: str) -> list[list[tuple[float, float, str]]]:
    """Lines of a document with their places, in points from the bottom left."""
    head = [
        (95.0, 780.0, "ỦY BAN NHÂN DÂN"),
        (115.0, 763.0, "XÃ TÂN LẬP"),
        (110.0, 735.0, f"Số: {number}"),
        (290.0, 780.0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (335.0, 763.0, "Độc lập - Tự do - Hạnh phúc"),
        (315.0, 735.0, "Tân Lập, ngày 02 tháng 5 năm 2025"),
        (270.0, 700.0, "KẾ HOẠCH"),
        (230.0, 683.0, title),
    ]
    body = [(85.0, 650.0 - 20 * n, line) for n, line in enumerate(BODY)]
    tail = [
        (85.0, 500.0, "Nơi nhận:"),
        (85.0, 484.0, "- UBND huyện;"),
        (85.0, 468.0, "- Lưu: VT."),
        (370.0, 500.0, "TM. ỦY BAN NHÂN DÂN"),
        (400.0, 484.0, "CHỦ TỊCH"),
        (385.0, 420.0, name),
    ]
    return [[*head, *body, *tail]]


APPENDIX = [
    (280.0, 780.0, "PHỤ LỤC I"),
    (180.0, 763.0, "(Kèm theo Kế hoạch số 16/KH-UBND ngày 02/5/2025)"),
    *(
        (
            85.0,
            720.0 - 20 * n,
            f"{n + 1}. Thôn số {n + 1} tổ chức họp dân, phân công người phụ trách từng ngõ.",
        )
        for n in range(5)
    ),
]
DOSSIER = [
    *pages("15/KH-UBND", "Tổ chức Tết Trung thu năm 2025", "Phạm Thị Lan"),
    [],
    *pages("16/KH-UBND", "Diệt bọ gậy phòng sốt xuất huyết", "Lê Văn Bình"),
    APPENDIX,
    *pages("17/KH-UBND", "Thăm hỏi hộ nghèo dịp Tết", "Võ Thị Hạnh"),
]


def digital(path: Path) -> Path:
    canvas = canvas_of(path)
    for page in DOSSIER:
        for x, y, line in page:
            put(canvas, (line,), x=x, y=y)
        canvas.showPage()
    canvas.save()
    return path


def read(path: Path) -> tuple[Plan, ...]:
    return documents(Assembly()(), Plan(source=open_source(path)))


def check(found: tuple[Plan, ...]) -> None:
    assert [[p.number for p in plan.pages or ()] for plan in found] == [[1, 2], [3, 4], [5]]
    headers = [plan.header for plan in found]
    assert [h.number.value for h in headers if h] == ["15", "16", "17"]
    assert [h.signers[0].name.value for h in headers if h] == ["Phạm Thị Lan", "Lê Văn Bình", "Võ Thị Hạnh"]
    assert [h.title.value for h in headers if h][1] == "Diệt bọ gậy phòng sốt xuất huyết"
    assert [{r.page for t in plan.tasks or () for r in t.evidence.regions} for plan in found][2] == {5}


def test_a_digital_dossier_gives_a_plan_for_each_document(tmp_path: Path) -> None:
    found = read(digital(tmp_path / "a.pdf"))
    assert [p.reading for p in found[0].pages or ()] == [Reading.TEXT_LAYER, Reading.BLANK]
    check(found)


@pytest.mark.ocr
def test_a_scanned_dossier_gives_a_plan_for_each_document(tmp_path: Path) -> None:
    import pypdfium2

    source = digital(tmp_path / "a.pdf")
    with pypdfium2.PdfDocument(source) as pdf:
        pictures = [page.render(scale=200 / 72, grayscale=True).to_pil() for page in pdf]
    first, *rest = pictures
    first.save(tmp_path / "b.pdf", format="PDF", resolution=200, save_all=True, append_images=rest)
    check(read(tmp_path / "b.pdf"))
