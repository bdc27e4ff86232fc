"""How pages were read, and what to look at again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from contracts import contract
from vanthu.contract.base import Proof
from vanthu.contract.paper import PageFacts
from vanthu.export.report.flags import page_line, shown_flags
from vanthu.export.report.page import report_html


def flag(page: int, number: int) -> dict[str, object]:
    return {
        "page": page,
        "box": (10.0, 10.0 * number, 50.0, 10.0 * number + 8),
        "text": f"chữ{number}",
        "code": "dispute",
        "reason": "hai lần đọc khác nhau",
        "candidates": [f"chử{number}"],
    }


def clip(proof: Proof, marks: Sequence[Proof] = ()) -> str | None:
    return f"data:{proof.page}-{len(marks)}"


def test_flags_stand_page_by_page_and_the_rest_is_counted() -> None:
    plan = contract(flags=[flag(2, 1), *(flag(1, n) for n in range(20))])
    first, second = shown_flags(plan, clip)
    assert (first.page, len(first.flags) + first.more) == (1, 20)
    assert first.more > 0
    assert (second.page, len(second.flags), second.more) == (2, 1, 0)
    assert second.flags[0].image == "data:2-1"


def test_cuttings_end_where_the_page_would_grow_too_large() -> None:
    plan = contract(flags=[flag(page, n) for page in range(1, 60) for n in range(9)])
    images = [f.image for page in shown_flags(plan, clip) for f in page.flags]
    assert 10 < sum(image is not None for image in images) <= 60
    assert images[-1] is None


def test_the_report_shows_them_and_stays_silent_without() -> None:
    shown = report_html(contract(flags=[flag(1, 1)]), clip=clip)
    assert "Cần xem lại chữ đọc được" in shown
    assert "cách đọc khác: chử1" in shown
    assert "Cần xem lại chữ đọc được" not in report_html(contract())


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({"reading": "blank"}, "Trang 3: trang trắng"),
        (
            {
                "reading": "ocr",
                "grade": "fair",
                "reason": "trang không có lớp chữ",
                "rotation": 90,
                "skew": -0.62,
            },
            "Trang 3: nhận dạng từ ảnh, chất lượng khá – trang không có lớp chữ; đã xoay 90°, chỉnh nghiêng -0,6°",
        ),
    ],
)
def test_a_page_says_how_it_was_read(facts: dict[str, object], line: str) -> None:
    assert page_line(PageFacts.model_validate({"number": 3, **facts})) == line
