from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from sheets import LINES, pixels, sheet, table_sheet
from vanthu.document.geometry import Box
from vanthu.reading.imaging.raster import straightened, turned
from vanthu.reading.imaging.spread import Gutter, gutter
from vanthu.settings import ImageSettings

SETTINGS = ImageSettings()
LEFT = pixels(sheet(LINES * 2))
RIGHT = pixels(sheet(LINES, top=210))
WIDE = ("TT Nội dung công việc chủ trì phối hợp thời gian hoàn thành sản phẩm đầu ra của từng cơ quan " * 2,)


def opened(*, skew: float = 0.0, fold: bool = False) -> np.ndarray:
    both = np.hstack([straightened(LEFT, skew), straightened(RIGHT, -skew)])
    if fold:
        both[:, 1234:1246] //= 2
    return both


def landscape(lines: tuple[str, ...], **where: int) -> np.ndarray:
    page = Image.new("L", (1754, 1240), 250)
    page.paste(sheet(lines, **where), (0, 0))
    return pixels(page)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize(("skew", "fold"), [(0.0, False), (0.8, False), (0.5, True)])
def test_two_pages_are_cut_between_them(rotation: int, skew: float, *, fold: bool) -> None:
    found = gutter(turned(opened(skew=skew, fold=fold), rotation), SETTINGS)
    assert found is not None
    assert found.at == pytest.approx(0.5, abs=0.05)
    assert found.upended == (rotation in {90, 270})


@pytest.mark.parametrize(
    "page",
    [
        LEFT,
        turned(LEFT, 90),
        pixels(Image.new("L", (1754, 1240), 250)),
        landscape(WIDE * 12, size=24),
        turned(pixels(table_sheet([["1", "Tuyên truyền", "15/3/2024"]] * 4, [100, 500, 300])), 90),
    ],
    ids=["page", "page on its side", "blank", "wide lines", "table on its side"],
)
def test_single_pages_are_never_cut(page: np.ndarray) -> None:
    assert gutter(page, SETTINGS) is None


def test_letterhead_and_signature_in_two_columns_are_one_page() -> None:
    page = landscape(LINES[:3]).copy()
    page[:, 900:] = landscape(LINES[1:4])[:, : 1754 - 900]
    assert gutter(page, SETTINGS) is None


def test_whatever_stands_in_the_middle_holds_a_sheet_together() -> None:
    sheet_with_number = opened()
    sheet_with_number[100:130, 1200:1280] = 20
    sheet_with_number[700:720, 1100:1400] = 20
    assert gutter(sheet_with_number, SETTINGS) is None


def test_parts_are_given_in_the_order_of_reading() -> None:
    assert Gutter(0.5, upended=False).parts(1000, 700) == (Box(0, 0, 500, 700), Box(500, 0, 1000, 700))
    assert Gutter(0.5, upended=True).parts(700, 1000) == (Box(0, 500, 700, 1000), Box(0, 0, 700, 500))
