import base64
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from builders import SOURCE
from vanthu.contract.base import Proof
from vanthu.document.page import Page, Reading
from vanthu.document.plan import Plan
from vanthu.export.report.clipping import DPI, clipper, no_clip, page_images

WHITE = Image.new("L", (round(595 * DPI / 72), round(842 * DPI / 72)), 255)


def proof(*boxes: tuple[float, float, float, float], page: int = 1) -> Proof:
    return Proof.model_validate({"quote": "x", "places": [{"page": page, "box": box} for box in boxes]})


def image(uri: str | None) -> Image.Image:
    assert uri
    head, _, body = uri.partition(",")
    assert head == "data:image/webp;base64"
    return Image.open(BytesIO(base64.b64decode(body)))


def test_the_cutting_holds_all_lines_of_the_quote_with_a_margin() -> None:
    cut = image(clipper(lambda _: WHITE)(proof((100, 100, 480, 112), (80, 115, 200, 127))))
    assert cut.width / DPI * 72 == pytest.approx(400 + 48, abs=2)
    assert cut.height / DPI * 72 == pytest.approx(27 + 10, abs=2)


def test_a_few_words_are_shown_with_the_line_around_them() -> None:
    assert image(clipper(lambda _: WHITE)(proof((250, 100, 290, 112)))).width / DPI * 72 == pytest.approx(
        340, abs=2
    )


def test_only_the_first_page_of_a_quote_is_cut() -> None:
    wanted: list[int] = []
    both = Proof.model_validate(
        {"quote": "x", "places": [{"page": 2, "box": (1, 1, 9, 9)}, {"page": 3, "box": (1, 1, 9, 9)}]}
    )
    clipper(lambda number: wanted.append(number) or WHITE)(both)
    assert wanted == [2]


def test_the_words_of_a_deadline_are_coloured() -> None:
    cut = image(clipper(lambda _: WHITE)(proof((100, 100, 500, 112)), [proof((150, 100, 200, 112))])).convert(
        "RGB"
    )
    left, middle = (
        cut.getpixel((10, cut.height // 2)),
        cut.getpixel((round((24 + 75) * DPI / 72), cut.height // 2)),
    )
    assert isinstance(left, tuple)
    assert isinstance(middle, tuple)
    assert left[2] > 240
    assert middle[2] < 180 < middle[0]


@pytest.mark.parametrize("place", [(900, 900, 950, 950), (-90, -90, -50, -50)])
def test_a_place_outside_of_the_page_gives_nothing(place: tuple[float, float, float, float]) -> None:
    assert clipper(lambda _: WHITE)(proof(place)) is None


def test_without_boxes_or_images_there_is_nothing_to_cut() -> None:
    assert clipper(lambda _: WHITE)(Proof.model_validate({"quote": "x", "places": [{"page": 1}]})) is None
    assert clipper(lambda _: None)(proof((1, 1, 9, 9))) is None
    assert no_clip(proof((1, 1, 9, 9))) is None


def test_page_images_come_from_the_file_of_the_plan(tmp_path: Path) -> None:
    path = tmp_path / "scan.png"
    Image.new("L", (850, 1100), 255).save(path, dpi=(100, 100))
    page = Page(number=1, width=612, height=792, dpi=100, reading=Reading.OCR)
    plan = Plan(source=SOURCE.model_copy(update={"path": str(path)}), pages=(page,))
    found = page_images(plan)(1)
    assert found
    assert found.size == pytest.approx((8.5 * DPI, 11 * DPI), abs=2)
    assert page_images(plan)(2) is None


def test_a_file_that_went_away_gives_no_images(tmp_path: Path) -> None:
    page = Page(number=1, width=612, height=792, dpi=100, reading=Reading.OCR)
    plan = Plan(source=SOURCE.model_copy(update={"path": str(tmp_path / "gone.pdf")}), pages=(page,))
    assert page_images(plan)(1) is None
