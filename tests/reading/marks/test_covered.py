from __future__ import annotations

import cv2
import numpy as np
import pytest

from lettered import pressed, told
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.marks.covered import in_tables, under_print

GRAY = np.full((40, 40), 128, np.uint8)  # of a scan with halftones
EMPTY = np.zeros((210, 450), np.uint8)


def printed(stamp: Pixels) -> Pixels:
    """Lines of print, darker than a stamp in colour, some of them across it."""
    page = (stamp // 2).astype(np.uint8)
    for line in range(20, 200, 20):
        cv2.putText(
            page, "triển khai thực hien ke hoach", (10, line), cv2.FONT_HERSHEY_COMPLEX, 0.42, (250,), 1
        )
    return page


def ruled(stamp: Pixels) -> Pixels:
    """The stamp over the rules of a table."""
    page = stamp.copy()
    page[30::45] = page[:, 20::130] = 250
    return page


@pytest.mark.parametrize(
    ("text", "seen"), [("TUYỆT MẬT", True), ("MẬT", True), ("KHẨN", False), ("SAO Y", False)]
)
def test_a_stamp_paler_than_the_print_over_it(text: str, seen: bool) -> None:
    assert told(under_print(GRAY, printed(pressed(text)))) is seen


def test_print_alone_hides_nothing() -> None:
    assert not told(under_print(GRAY, printed(EMPTY)))
    assert not list(under_print(GRAY, EMPTY))


def test_in_black_and_white_all_ink_is_the_same() -> None:
    assert not list(under_print(np.where(GRAY > 0, 255, 0).astype(np.uint8), printed(pressed("MẬT"))))


@pytest.mark.parametrize(("text", "seen"), [("TỐI MẬT", True), ("MẬT", True), ("HỎA TỐC", False)])
def test_a_stamp_on_a_table(text: str, seen: bool) -> None:
    assert told(in_tables(ruled(pressed(text)), np.ones_like(EMPTY), EMPTY)) is seen


def test_a_table_without_one_and_a_page_without_a_table() -> None:
    assert not list(in_tables(ruled(EMPTY), np.ones_like(EMPTY), EMPTY))
    assert not list(in_tables(pressed("MẬT"), EMPTY, EMPTY))


def test_words_that_were_read_are_no_stamp() -> None:
    assert not list(in_tables(pressed("MẬT"), np.ones_like(EMPTY), np.ones_like(EMPTY)))
