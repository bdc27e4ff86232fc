from __future__ import annotations

import cv2
import numpy as np
import pytest

from lettered import pressed, told
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.marks import lettering
from vanthu.reading.marks.lettering import Piece, pieces, secrecy, soften, swept
from vanthu.reading.marks.shapes import find_shapes


def says(dark: Pixels, hidden: Pixels | None = None) -> bool:
    hidden = np.zeros_like(dark) if hidden is None else hidden
    shapes = find_shapes((dark > 60).astype(np.uint8) * (1 - hidden), hidden)
    return told(pieces(dark, 160, hidden, shapes))


@pytest.mark.parametrize("text", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
@pytest.mark.parametrize(("turn", "worn"), [(0.0, 0.0), (7.0, 0.25), (-18.0, 0.2)])
def test_words_of_secrecy_are_known_by_their_letters_turned_and_worn(
    text: str, turn: float, worn: float
) -> None:
    assert says(pressed(text, turn=turn, worn=worn))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "KHẨN",
            "HỎA TỐC",
            "THƯỢNG KHẨN",
            "SAO Y",
            "SAO LỤC",
            "BẢN SAO",
            "MẪU SỐ 01",
            "ĐẾN",
            "ĐÃ DUYỆT",
            "LƯU",
        ),
        *("MỜI HỌP", "TUYỂN SINH", "DUYỆT", "MIỄN PHÍ"),
    ],
)
def test_other_stamps_are_none(text: str) -> None:
    assert not any(says(pressed(text, turn=turn)) for turn in (0.0, 7.0))


def test_a_stamp_in_a_frame_is_looked_at_however_much_else_is() -> None:
    dark = pressed("MÁY")
    hidden = np.zeros_like(dark)
    other, *_ = pieces(dark, 160, hidden, find_shapes((dark > 60).astype(np.uint8)))
    stamp = pressed("MẬT")
    cv2.rectangle(stamp, (170, 80), (280, 130), (255,), 3)
    framed, *_ = pieces(stamp, 160, hidden, find_shapes((stamp > 60).astype(np.uint8)))
    assert framed.is_framed
    assert not told([other] * 8)
    assert told([*[other] * 8, framed])


def test_a_frame_too_large_to_be_looked_through_leaves_room_for_a_stamp() -> None:
    dark = pressed("MẬT")
    stamp, *_ = pieces(dark, 160, np.zeros_like(dark), find_shapes((dark > 60).astype(np.uint8)))
    wide = np.zeros((300, 400), np.uint8)
    assert told([Piece(soften(wide, 160), wide), stamp])


def test_letters_that_are_large_are_looked_for_where_there_is_no_room_for_all() -> None:
    dark = pressed("MẬT", cap=7.0)
    whole = Piece(soften(np.pad(dark, 60), 160), np.zeros((330, 570), np.uint8))
    assert told([whole])


def test_the_place_of_a_word_is_told_as_it_lies() -> None:
    dark = pressed("MẬT", turn=10.0)
    (sight,) = secrecy(pieces(dark, 160, np.zeros_like(dark), find_shapes((dark > 60).astype(np.uint8))))
    assert sight.place.middle == pytest.approx((225, 105), abs=12)
    assert sight.place.angle == pytest.approx(10.0, abs=5)


def test_only_the_neighbourhood_of_a_word_is_looked_at_in_all_sizes_and_turns(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    views: list[int] = []
    view = lettering.view
    monkeypatch.setattr(lettering, "view", lambda *a: views.append(a[3][0] * a[3][1]) or view(*a))
    dark = pressed("MẬT")
    alone = swept(Piece(soften(dark[60:150, 150:300], 160), np.zeros((90, 150), np.uint8)))
    wide = Piece(soften(np.pad(dark, 90), 160), np.zeros((390, 630), np.uint8))
    views.clear()
    among = swept(wide)
    assert among.max() == pytest.approx(alone.max(), abs=0.1)
    first, others = views[:6], views[6:]
    assert others
    assert np.mean(others) < np.mean(first) / 4
    row, column = np.unravel_index(among.max((0, 1)).argmax(), among.shape[2:])
    assert not among[:, 0, np.abs(np.arange(among.shape[2]) - row) > 12].any()
    assert abs(column * lettering.CELL - 315) < 25


def test_print_over_a_stamp_counts_neither_way() -> None:
    dark = pressed("MẬT")
    hidden = np.zeros_like(dark)
    cv2.rectangle(hidden, (200, 109), (250, 120), (1,), -1)
    assert says(np.where(hidden > 0, 255, dark).astype(np.uint8), hidden)


def test_an_empty_piece_says_nothing() -> None:
    empty = np.zeros((40, 90), np.uint8)
    assert not list(secrecy([Piece(soften(empty, 90), empty)]))


def test_a_hole_of_a_punch_is_no_letter() -> None:
    hole = np.zeros((120, 120), np.uint8)
    cv2.circle(hole, (60, 60), 12, (255,), -1)
    hidden = np.zeros_like(hole)
    shapes = [s._replace(tallest=24.0, size=(32.0, 24.0)) for s in find_shapes(hole // 255)]
    (piece,) = pieces(hole, 90, hidden, shapes)
    assert not piece.ink.any()
